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
_BETWEEN = 2  # blanks between two columns
_LONGEST_WORD = 24  # a longer one, such as a path, is broken


@dataclass(frozen=True)
class Column:
    """A column of a table: its title, how a row is shown in it, and the width below which it is left out.

    One with a width is also left out, the widest first, where words would have to be broken to make room.
    """

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


def _fitting(rows: Sequence[Row], columns: Sequence[Column], width: int) -> dict[Column, int]:
    """The columns of a terminal so wide and the width of each, so that no word is broken.

    Columns that may be left out go first, the rest of the room goes to those on the left. Empty where it is too
    narrow for whole words all the same.
    """
    sizes = {column: _sizes(rows, column) for column in columns}
    shown = list(columns)
    while (spare := width - sum(sizes[column][0] for column in shown) - _BETWEEN * (len(shown) - 1)) < 0:
        least = max((column for column in shown if column.from_width), key=lambda row: row.from_width, default=None)
        if least is None:
            return {}
        shown.remove(least)
    fitting: dict[Column, int] = {}
    for column in shown:
        whole_words, whole_cells = sizes[column]
        more = min(whole_cells - whole_words, spare)
        fitting[column], spare = whole_words + more, spare - more
    return fitting


def _sizes(rows: Sequence[Row], column: Column) -> tuple[int, int]:
    """The widths that hold the longest word and the longest line of a column."""
    from rich.cells import cell_len

    lines = [
        line for cell in (column.title, *(str(_shown(column.show(row))) for row in rows)) for line in cell.split("\n")
    ]
    longest = max(max(map(cell_len, lines)), column.min_width or 0)
    if not column.wrap:
        return longest, longest
    words = [cell_len(word) for line in lines for word in line.split()]
    return max(min(max(words, default=0), _LONGEST_WORD), column.min_width or 0), longest


def _write_table(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    from rich import box
    from rich.table import Table

    from extractor.cli.console import stdout

    console = stdout()
    shown = [column for column in columns if not console.is_terminal or console.width >= column.from_width]
    fitting = _fitting(rows, shown, console.width) if console.is_terminal else {}
    shown = list(fitting) or shown
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    for column in shown:
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            min_width=column.min_width,
            width=fitting.get(column),
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(_shown(column.show(row)) for column in shown))
    if not fitting:  # piped, or too narrow for whole words: the terminal breaks the lines
        console.width = _WIDE
    if rows:
        console.print(table)
