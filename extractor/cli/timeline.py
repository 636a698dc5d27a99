"""``cakupan timeline``: the coverage reported for a region over time, as a table and a chart.

Every report is a row and a point of its own; nothing is averaged or chosen. A near-copy of a release has its
row, marked, and adds no point. Reports that name different values for the same thing at the same time are
listed as differing.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor import charts
from extractor.charts import once
from extractor.cli import records, wording
from extractor.cli.cells import checks_text, short, status_text
from extractor.cli.failures import say_note
from extractor.cli.options import database_option, listing_options, open_store, region_code, segment_code
from extractor.cli.output import Column, write_rows
from extractor.errors import NothingToDraw
from extractor.wire import decimal_to_text

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.cli.chart import Point

Row = Mapping[str, Any]

# A symbol for each segment, full for levels and hollow for targets.
_SYMBOLS = (("●", "○"), ("▲", "△"), ("▼", "▽"), ("■", "□"), ("◆", "◇"), ("★", "☆"))
_MEASURES = {"coverage_rate": "percent covered", "covered_workers": "workers covered"}
_STYLES = ("bold yellow", "bold cyan", "bold magenta", "bold green", "bold blue", "bold red")

_LANGUAGES = ("en", "id")  # as in extractor.i18n, which is not needed for --help
_INDICATORS = (
    "coverage_rate", "covered_workers", "registered_workers", "active_workers", "inactive_workers",
    "uncovered_workers", "eligible_workers", "funded_workers", "target_attainment", "entity_coverage",
)  # fmt: skip

_REGION = Column("region", lambda row: wording.short_region(records.claim(row)))
COLUMNS = (
    Column("as of", lambda row: wording.as_of(records.claim(row)), min_width=10),
    Column("published", lambda row: wording.period(records.dated(row, "published")), from_width=100),
    Column("value", lambda row: wording.value(records.claim(row)), right=True, wrap=False),
    Column("segment", lambda row: wording.segment(records.claim(row))),
    Column("kind", lambda row: wording.kind(records.claim(row))),
    Column("said by", lambda row: row["speaker_name"] or "–", from_width=1),
    Column("where", lambda row: row["publisher"] or wording.place(row["uri"]), from_width=2),
    Column("status", status_text, from_width=90, wrap=False),
    Column("checks", checks_text, wrap=False),
    Column("claim", lambda row: short(row["claim_id"]), from_width=120, wrap=False),
)


@click.command("timeline")
@click.argument("regions", nargs=-1, required=True, metavar="REGION...")
@click.option("--compare", is_flag=True, help="Several regions side by side, a colour each.")
@click.option(
    "--segment", metavar="S", help="Only this segment, such as INFORMAL; ALL: only numbers about all workers."
)
@click.option(
    "--indicator", type=click.Choice(_INDICATORS), metavar="CODE", help="What is measured, such as covered_workers."
)
@click.option("--outlet", metavar="NAME", help="Only from publishers with this in their name.")
@click.option(
    "--by", type=click.Choice(charts.AXES), default="as-of", show_default=True, help="The picture's time axis."
)
@click.option("--rejected", is_flag=True, help="Show what reviewers rejected, too.")
@click.option("--html", "html", metavar="FILE", help="Write a page with picture and sources that works offline.")
@click.option("--svg", "svg", metavar="FILE", help="Write the picture as SVG.")
@click.option("--png", "png", metavar="FILE", help="Write the picture as PNG.")
@click.option(
    "--language", type=click.Choice(_LANGUAGES), default="en", show_default=True, help="Of pictures and page."
)
@listing_options
@database_option
def command(
    regions: tuple[str, ...],
    compare: bool,
    segment: str | None,
    indicator: str | None,
    outlet: str | None,
    by: str,
    rejected: bool,
    language: str,
    output_format: str | None,
    db: str | None,
    **files: str | None,
) -> None:
    """Show the coverage reported for REGION over time.

    REGION is a name, an alias or a code: 'Kalimantan Barat', Kalbar, 61, 61.08, Indonesia. The chart shows
    reported levels and, hollow, the targets beside them; with --json, --csv ... there is the data alone.
    --html, --svg and --png write a picture for a report instead ('-': to standard output).
    """
    if len(regions) > 1 and not compare:
        raise click.UsageError("Several regions: add --compare to see them side by side.")
    everybody = segment is not None and segment.upper() == charts.EVERYBODY
    code = charts.EVERYBODY if everybody else segment_code(segment) if segment else None
    if compare and code is None:
        code = charts.EVERYBODY
    choice = charts.Choice(indicator, code, outlet, by, rejected)
    places = list(dict.fromkeys(region_code(name) for name in regions))
    with open_store(db) as store:
        rows = [row for place in places for row in store.timeline(place, rejected=rejected)]
    wanted = [(name, path) for name, path in files.items() if path]
    if wanted:
        _draw(rows, places, choice, language, wanted)
    else:
        _list([row for row in rows if charts.fits(row, choice)], " and ".join(regions), choice, output_format)


def _list(rows: Sequence[Row], regions: str, choice: charts.Choice, output_format: str | None) -> None:
    several = len({row["region_code"] for row in rows}) > 1
    write_rows(rows, (_REGION, *COLUMNS) if several else COLUMNS, output_format)
    if not rows:
        say_note(f"Nothing is reported for {regions} here. 'cakupan claims' shows the regions there are.")
    elif output_format in (None, "table"):
        from extractor.cli.console import stdout

        show_chart(rows, stdout(), choice)


def _draw(
    rows: Sequence[Row], places: Sequence[str], choice: charts.Choice, language: str, files: Sequence[tuple[str, str]]
) -> None:
    """Write the pictures asked for; raises NothingToDraw when there is no point to put in them."""
    from extractor.charts import page, picture, telling
    from extractor.i18n import Words
    from extractor.regions import name_of

    words = Words(language)
    shown = charts.timeline(rows, [(place, name_of(place)) for place in places], choice)
    if not shown.points:
        raise NothingToDraw(_why_nothing(shown))
    made: dict[str, Callable[[], bytes]] = {
        "html": lambda: page.html(shown, words).encode(),
        "svg": lambda: picture.svg(shown, words, picture.nowhere).encode(),
        "png": lambda: picture.png(shown, words),
    }
    for form, path in files:
        if path == "-":
            sys.stdout.buffer.write(made[form]())
        else:
            Path(path).write_bytes(made[form]())
            say_note(f"{path}: {telling.title(words, shown)}. {telling.caption(words, shown)}")
    others = [offer.name for offer in shown.indicators if offer.name != shown.indicator]
    if choice.indicator is None and others:
        say_note(f"Also reported, each a picture of its own: --indicator {', '.join(others)}")


def _why_nothing(shown: charts.Timeline) -> str:
    regions = ", ".join(name for _, name in shown.regions)
    if shown.unplaced:
        return f"{regions}: no number has the date that --by {shown.choice.by} needs; try the other axis"
    if shown.indicators:
        offers = ("indicator", shown.indicators), ("segment", shown.segments), ("outlet", shown.outlets)
        there = "; ".join(f"{name} {', '.join(offer.name for offer in offered)}" for name, offered in offers)
        return f"{regions}: nothing to draw that fits; there is {there}"
    return f"{regions}: nothing to draw, no level or target is reported; 'cakupan claims' shows the regions there are"


def show_chart(rows: Sequence[Row], console: Console, choice: charts.Choice | None = None) -> None:
    """The chart with its legend, then the reports that differ."""
    from extractor.cli.chart import draw

    rows = once(rows)
    points, legend, unit = chart_points(rows, choice)
    if not points:
        return
    console.print(f"\n{unit}", style="dim")
    for row in draw(points, width=min(console.width, 110)):
        console.print(row, no_wrap=True)
    for symbols, name, style in legend:
        console.print(f"{symbols}  {name}", style=style)
    for line in differing(rows):
        console.print(f"≠ {line}", style="bold red", soft_wrap=True)


def chart_points(
    rows: Sequence[Row], choice: charts.Choice | None = None
) -> tuple[list[Point], list[tuple[str, str, str]], str]:
    """Points, legend and unit in words, for the measure that tells most (``extractor.charts.timeline``)."""
    from extractor.cli.chart import Point

    shown = charts.timeline(rows, (), choice)
    several = len({point.region_code for point in shown.points}) > 1
    names = list(dict.fromkeys(_series(point, several) for point in shown.points))
    points, used = [], defaultdict(set)
    for point in shown.points:
        number = names.index(_series(point, several))
        used[number].add(point.target)
        symbol, style = _SYMBOLS[number % len(_SYMBOLS)][point.target], _STYLES[number % len(_STYLES)]
        label = wording.number(decimal_to_text(point.value))
        assert point.at is not None  # placed points have a date
        points.append(Point(point.at, float(point.value), symbol, label, style))
    legend = [
        (
            " ".join(_SYMBOLS[number % len(_SYMBOLS)][target] for target in sorted(kinds)),
            f"{names[number]}: {_kinds(kinds)}",
            _STYLES[number % len(_STYLES)],
        )
        for number, kinds in used.items()
    ]
    return points, legend, _MEASURES.get(shown.indicator or "", f"{shown.unit}, {shown.indicator}".replace("_", " "))


def _series(point: charts.Point, several: bool) -> str:
    """What a symbol stands for: the segments, with the region where there are several."""
    segments = " ".join(code.removeprefix("OTHER:") for code in point.segments) or "all workers"
    return f"{point.region}, {segments}" if several else segments


def _kinds(kinds: set[bool]) -> str:
    return " and ".join("target" if target else "reported level" for target in sorted(kinds))


def differing(rows: Sequence[Row]) -> list[str]:
    """Levels reported for the same thing and the same period with different values, in words."""
    return [
        f"{wording.period(records.dated(first, 'as_of'))}, {wording.segment(records.claim(first))}: "
        + " or ".join(f"{wording.value(records.claim(row))} ({_source(row)})" for row in reports)
        for reports in charts.differing(rows)
        for first in reports[:1]
    ]


def _source(row: Row) -> str:
    return ", ".join(part for part in (row["speaker_name"], row["publisher"]) if part) or short(row["claim_id"])
