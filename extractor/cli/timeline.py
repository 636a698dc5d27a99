"""``cakupan timeline``: the coverage reported for a region over time, as a table and a chart.

Every report is a row and a point of its own; nothing is averaged or chosen. A near-copy of a release has its
row, marked, and adds no point. Reports that name different values for the same thing at the same time are
listed as differing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import records, wording
from extractor.cli.cells import checks_text, short, status_text
from extractor.cli.failures import say_note
from extractor.cli.options import database_option, listing_options, open_store, region_code
from extractor.cli.output import Column, write_rows

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.cli.chart import Point

Row = Mapping[str, Any]

# A symbol for each segment, full for levels and hollow for targets.
_SYMBOLS = (("●", "○"), ("▲", "△"), ("▼", "▽"), ("■", "□"), ("◆", "◇"), ("★", "☆"))
_PEOPLE = ("covered_workers", "registered_workers", "active_workers")
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


def once(rows: Sequence[Row]) -> list[Row]:
    """The rows without those in which a near-copy repeats what its original, or another copy, reports."""
    told: dict[tuple[Any, ...], Row] = {}
    for row in sorted(rows, key=lambda row: row.get("near_copy_of") is not None):
        source = row.get("near_copy_of") or row["document_id"]
        told.setdefault((source, row["kind"], row["value"], *(str(row[name]) for name in _SAMENESS)), row)
    counted = {id(row) for row in told.values()}
    return [row for row in rows if row.get("near_copy_of") is None or id(row) in counted]


def chart_points(rows: Sequence[Row]) -> tuple[list[Point], list[tuple[str, str, str]], str]:
    """Points, legend and unit in words: coverage rates where there are any, else covered workers.

    A level stands where its period ends, as reports count up to a day; a target at its deadline.
    """
    from extractor.cli.chart import Point

    dated = [row for row in rows if row["kind"] in ("achieved", "target") and row["as_of_end"]]
    plotted, unit = [row for row in dated if row["indicator"] == "coverage_rate"], "percent covered"
    if not plotted:
        plotted, unit = [row for row in dated if row["indicator"] in _PEOPLE], "workers covered"
    segments = list(dict.fromkeys(wording.segment(records.claim(row)) for row in plotted))
    points, used = [], defaultdict(set)
    for row in plotted:
        number = segments.index(wording.segment(records.claim(row)))
        target = row["kind"] == "target"
        used[number].add(target)
        symbol, style = _SYMBOLS[number % len(_SYMBOLS)][target], _STYLES[number % len(_STYLES)]
        points.append(
            Point(
                date.fromisoformat(row["as_of_end"]),
                float(row["value"]),
                symbol,
                wording.number(row["value"]),
                style,
            )
        )
    legend = [
        (
            " ".join(_SYMBOLS[number % len(_SYMBOLS)][target] for target in sorted(kinds)),
            f"{'all workers' if segments[number] == 'all' else segments[number]}: {_kinds(kinds)}",
            _STYLES[number % len(_STYLES)],
        )
        for number, kinds in used.items()
    ]
    return points, legend, unit


def _kinds(kinds: set[bool]) -> str:
    return " and ".join("target" if target else "reported level" for target in sorted(kinds))


def differing(rows: Sequence[Row]) -> list[str]:
    """Levels reported for the same thing and the same period with different values, in words."""
    same: dict[tuple[Any, ...], dict[str, Row]] = defaultdict(dict)
    for row in rows:
        if row["kind"] == "achieved" and row["as_of_start"]:
            key = tuple(str(row[name]) for name in _SAMENESS)
            same[key].setdefault(row["value"], row)
    return [
        f"{wording.period(records.dated(first, 'as_of'))}, {wording.segment(records.claim(first))}: "
        + " or ".join(f"{wording.value(records.claim(row))} ({_source(row)})" for row in reports.values())
        for reports in same.values()
        if len(reports) > 1
        for first in [next(iter(reports.values()))]
    ]


_SAMENESS = ("as_of_start", "as_of_end", "unit", "indicator", "population", "segments", "programmes")


def _source(row: Row) -> str:
    return ", ".join(part for part in (row["speaker_name"], row["publisher"]) if part) or short(row["claim_id"])
