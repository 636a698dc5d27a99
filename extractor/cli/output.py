"""Rows on stdout: the same five forms for every listing.

Data forms (``json nl csv tsv``) write every field of the rows as stored; the table shows chosen columns in
the words of people, and fewer of them on a narrow terminal. Piped, a table is as wide as it needs to be.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
_WIDE = 1000


@dataclass(frozen=True)
class Column:
    """A column of a table: its title, how a row is shown in it, and the width below which it is left out."""

    title: str
    show: Callable[[Row], Any]
    right: bool = False
    from_width: int = 0
    wrap: bool = True
    min_width: int | None = None


def write_rows(rows: Iterable[Row], columns: Sequence[Column], form: str | None) -> None:
    """Write ``rows`` to stdout in one of the forms (None: table)."""
    if form == "json":
        sys.stdout.write(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1) + "\n")
    elif form == "nl":
        for row in rows:
            sys.stdout.write(json.dumps(dict(row), ensure_ascii=False) + "\n")
    elif form in ("csv", "tsv"):
        write_separated(list(rows), tabs=form == "tsv")
    else:
        _write_table(list(rows), columns)


def write_separated(rows: Sequence[Row], *, tabs: bool = False) -> None:
    """CSV or TSV with a header of all fields; lists joined by ``;``, objects as JSON, unknown as nothing."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.writer(sys.stdout, delimiter="\t" if tabs else ",", lineterminator="\n")
    if names:
        writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and not any(isinstance(item, (dict, list)) for item in value):
        return ";".join(str(item) for item in value)
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):  # asked first: 1 and 0 equal True and False
        return "true" if value else "false"
    return "" if value is None else value


def _shown(value: Any) -> Any:
    """A cell that rich can draw: a number as its digits."""
    return str(value) if isinstance(value, (int, float)) else value


def _write_table(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    from rich import box
    from rich.table import Table

    from extractor.cli.console import stdout

    console = stdout()
    shown = [column for column in columns if not console.is_terminal or console.width >= column.from_width]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    for column in shown:
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            min_width=column.min_width,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(_shown(column.show(row)) for column in shown))
    if not console.is_terminal:
        console.width = _WIDE
    if rows:
        console.print(table)
