"""``cakupan timeline``: the coverage reported for a region over time, as a table and a chart.

Every report is a row and a point of its own; nothing is averaged or chosen. A near-copy of a release has its
row, marked, and adds no point. Reports that name different values for the same thing at the same time are
listed as differing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from extractor import charts
from extractor.charts import once
from extractor.cli import records, wording
from extractor.cli.cells import checks_text, short, status_text
from extractor.cli.failures import say_note
from extractor.cli.options import database_option, listing_options, open_store, region_code
from extractor.cli.output import Column, write_rows
from extractor.wire import decimal_to_text

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.cli.chart import Point

Row = Mapping[str, Any]

# A symbol for each segment, full for levels and hollow for targets.
_SYMBOLS = (("●", "○"), ("▲", "△"), ("▼", "▽"), ("■", "□"), ("◆", "◇"), ("★", "☆"))
_MEASURES = {"coverage_rate": "percent covered", "covered_workers": "workers covered"}
_STYLES = ("bold yellow", "bold cyan", "bold magenta", "bold green", "bold blue", "bold red")

COLUMNS = (
    Column("as of", lambda row: wording.as_of(records.claim(row)), min_width=10),
    Column("published", lambda row: wording.period(records.dated(row, "published")), from_width=100),
    Column("value", lambda row: wording.value(records.claim(row)), right=True, wrap=False),
    Column("segment", lambda row: wording.segment(records.claim(row))),
    Column("kind", lambda row: wording.kind(records.claim(row))),
    Column("said by", lambda row: row["speaker_name"] or "–"),
    Column("where", lambda row: row["publisher"] or wording.place(row["uri"])),
    Column("status", status_text, from_width=90, wrap=False),
    Column("checks", checks_text, wrap=False),
    Column("claim", lambda row: short(row["claim_id"]), from_width=120, wrap=False),
)


@click.command("timeline")
@click.argument("region")
@click.option("--segment", metavar="S", help="Only this segment, such as INFORMAL.")
@listing_options
@database_option
def command(region: str, segment: str | None, output_format: str | None, db: str | None) -> None:
    """Show the coverage reported for REGION over time.

    REGION is a name, an alias or a code: 'Kalimantan Barat', Kalbar, 61, 61.08, Indonesia. The chart shows
    reported levels and, hollow, the targets beside them; with --json, --csv ... there is the data alone.
    """
    code = region_code(region)
    with open_store(db) as store:
        rows = store.timeline(code, segment=segment.upper() if segment else None)
    write_rows(rows, COLUMNS, output_format)
    if not rows:
        say_note(f"Nothing is reported for {region} here. 'cakupan claims' shows the regions there are.")
    elif output_format in (None, "table"):
        from extractor.cli.console import stdout

        show_chart(rows, stdout())


def show_chart(rows: Sequence[Row], console: Console) -> None:
    """The chart with its legend, then the reports that differ."""
    from extractor.cli.chart import draw

    rows = once(rows)
    points, legend, unit = chart_points(rows)
    if not points:
        return
    console.print(f"\n{unit}", style="dim")
    for row in draw(points, width=min(console.width, 110)):
        console.print(row, no_wrap=True)
    for symbols, name, style in legend:
        console.print(f"{symbols}  {name}", style=style)
    for line in differing(rows):
        console.print(f"≠ {line}", style="bold red", soft_wrap=True)


def chart_points(rows: Sequence[Row]) -> tuple[list[Point], list[tuple[str, str, str]], str]:
    """Points, legend and unit in words, for the measure that tells most (``extractor.charts.timeline``)."""
    from extractor.cli.chart import Point

    shown = charts.timeline(rows, ())
    names = list(dict.fromkeys(_segments(point) for point in shown.points))
    points, used = [], defaultdict(set)
    for point in shown.points:
        number = names.index(_segments(point))
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


def _segments(point: charts.Point) -> str:
    return " ".join(code.removeprefix("OTHER:") for code in point.segments) or "all workers"


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
