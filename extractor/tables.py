"""How a table is laid out, and the words of its headings: read off its cells, without any meaning yet.

A *heading* is the path of header cells above a column (``Peserta`` > ``Aktif``), a *label* a cell that says
what its row is about, a *section* a line of a label alone that holds for the rows below it. The words and
what they say are data (``patterns/tables.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from extractor.frozen import dataclass, replace
from extractor.model import Cell, Table
from extractor.resources import patterns, read_toml

_YEAR = re.compile(r"(?:19|20)\d\d$")
_NUMBERED = re.compile(r"\(?(\d{1,3})[.)]?$")
_DIGITS = r"[-–−+]?\s?\d{1,3}(?: \d{3})+(?!\d)|[-–−+]?\s?\d[\d.,]*"
_NOUN = r"(?:orang|jiwa|pekerja|peserta|tk|tenaga kerja|naker|desa|kelurahan|perusahaan|badan usaha|proyek)"
_VALUE = re.compile(
    rf"(?:±|~|≈|>|<)?\s?(?P<money>Rp\.?\s?)?(?P<digits>{_DIGITS})(?P<tail>\s?(?:ribu|juta|miliar|triliun))?"
    rf"(?P<unit>\s?(?:%|persen|{_NOUN}))?(?:\s?\((?P<rate>\d[\d.,]*\s?(?:%|persen))\))?\s?[*¹²³]*",
    re.IGNORECASE,
)
_HEADING_LINES = 3
_LONGEST_HEADING = 160
_MOST_HEADER_ROWS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A body row: its label cells, its number cells by column, the section it stands in."""

    labels: tuple[tuple[int, Cell], ...]
    numbers: tuple[tuple[int, Cell], ...]
    section: Cell | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A table read for its layout. ``headings[c]`` is the path of header cells above column ``c``.

    ``above`` are the spans of the caption and of the lines above that introduce the table, nearest first;
    ``below`` that of a source note under it.
    """

    table: Table
    headings: tuple[tuple[Cell, ...], ...]
    rows: tuple[Row, ...]
    above: tuple[tuple[int, int], ...]
    below: tuple[int, int] | None

    def heading(self, column: int) -> tuple[Cell, ...]:
        """The header cells above a column, top down; none for a column beyond the header."""
        return self.headings[column] if column < len(self.headings) else ()


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """The words of headings and labels (``patterns/tables.toml``)."""
    return read_toml(patterns("tables.toml"))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A heading as its words are compared: lower case, letters, digits and ``%``, blanks at the ends."""
    return f" {' '.join(re.sub(r'[^0-9a-zA-Z%#]+', ' ', text.lower()).split())} "


@lru_cache(maxsize=256)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for ``plain`` text that finds whole phrases, the longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, ordered))})(?= )")


@lru_cache(maxsize=64)
def phrase_list(section: str, key: str) -> re.Pattern[str]:
    """The pattern of one of the lists of ``patterns/tables.toml``."""
    return any_of(tuple(words()[section][key]))


def value_of(text: str) -> re.Match[str] | None:
    """A cell that holds one number (``658.000``, ``45,2%``, ``Rp1.200``, ``1.204 (40,1%)``), else None."""
    return _VALUE.fullmatch(text.strip()) if text[:1] and any(letter.isdigit() for letter in text) else None


def is_missing(text: str) -> bool:
    """A cell that says that there is no number: empty, a dash, ``n/a``."""
    return text.strip().lower() in words()["structure"]["missing"]


def layouts(text: str, tables: Sequence[Table]) -> Sequence[Layout]:
    """The layout of every table. One without a header that goes on where the last stopped has its header."""
    return _layouts(text, tuple(tables))


@lru_cache(maxsize=4)  # mentions, claims and checks of a document ask in turn
def _layouts(text: str, tables: tuple[Table, ...]) -> tuple[Layout, ...]:
    found: list[Layout] = []
    for table in tables:
        before = found[-1] if found else None
        layout = _layout(text, table, tables)
        if before is not None and not any(layout.headings) and _continues(text, before, table):
            layout = _layout(text, table, tables, before.headings)
            layout = replace(layout, above=before.above, below=layout.below or before.below)
        found.append(layout)
    return tuple(found)


def _continues(text: str, before: Layout, table: Table) -> bool:
    """The next table of a page break: as many columns, no more than a line (a page's foot) in between."""
    between = text[before.table.end : table.start].strip("\n")
    return between.count("\n") == 0 and max(map(len, table.rows)) == max(map(len, before.table.rows))


def _layout(
    text: str, table: Table, tables: Sequence[Table], headings: tuple[tuple[Cell, ...], ...] | None = None
) -> Layout:
    grid = table.rows
    size = 0 if headings is not None else _header_rows(text, grid)
    if headings is None:
        headings = _headings(text, grid[:size])
    body = grid[size:]
    kinds = _columns(text, headings, body)
    above = _above(text, table, tables)
    if size and len(grid[0]) > 1 and len(set(grid[0])) == 1:
        above = ((grid[0][0].start, grid[0][0].end), *above)
    return Layout(table, headings, tuple(_rows(text, body, kinds)), above, _below(text, table))


def _is_number(text: str) -> bool:
    return value_of(text) is not None and not _YEAR.match(text)


def _header_rows(text: str, grid: Sequence[Sequence[Cell]]) -> int:
    """How many rows are header: those above the first number, a row that numbers the columns included."""
    size = 0
    for index, row in enumerate(grid[:_MOST_HEADER_ROWS]):
        cells = [text[cell.start : cell.end].strip() for cell in row]
        if _counts_columns(cells) and index:
            return index + 1
        if not index and len(row) > 1 and len(set(row)) == 1 and cells[0]:
            size = 1  # a title across the whole table
            continue
        if any(_is_number(cell) for cell in cells[1:]) or len(set(row)) < 2:
            break
        if index and len(set(grid[index - 1])) > 1 and not _goes_on(text, grid[index - 1], row, cells):
            break
        size = index + 1
    return size if size < len(grid) else 0


def _goes_on(text: str, above: Sequence[Cell], row: Sequence[Cell], cells: Sequence[str]) -> bool:
    """Whether a second row without numbers is header too: it shares a cell with the row above or splits it."""
    if any(cell in above for cell in row):
        return True
    blank = [cell.start == cell.end for cell in above]
    return not cells[0] and (any(blank) or bool(cells[-1])) and not any(map(_is_dash, cells))


def _is_dash(cell: str) -> bool:
    return bool(cell) and is_missing(cell)


def _counts_columns(cells: Sequence[str]) -> bool:
    """``(1) | (2) | (3)``, also ``(5=4/3)`` further on: the columns are numbered."""
    heads = [re.match(r"\(?(\d{1,2})\b", cell) for cell in cells]
    numbers = [int(head[1]) for head in heads if head]
    return len(cells) > 2 and len(numbers) == len(cells) and all(b - a == 1 for a, b in pairwise(numbers))


def _headings(text: str, rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The header path of every column; an empty group cell belongs to the group on its left."""
    paths: list[tuple[Cell, ...]] = []
    for column in range(max(map(len, rows), default=0)):
        path: list[Cell] = []
        for number, row in enumerate(rows):
            cell = row[column] if column < len(row) else None
            last = number == len(rows) - 1
            if cell is not None and cell.start == cell.end and not last and column:
                below = rows[number + 1][column] if column < len(rows[number + 1]) else None
                if below is not None and below.start != below.end:
                    cell = next((row[c] for c in range(column - 1, 0, -1) if row[c].start != row[c].end), cell)
            wide = len(row) > 1 and len(set(row)) == 1
            if cell is None or cell.start == cell.end or cell in path or wide:
                continue
            if not _NUMBERED.match(text[cell.start : cell.end]):
                path.append(cell)
        paths.append(tuple(path))
    return tuple(paths)


def _columns(text: str, headings: Sequence[Sequence[Cell]], body: Sequence[Sequence[Cell]]) -> list[str]:
    """What each column holds: ``numbering``, ``label`` or ``number``."""
    structure = words()["structure"]
    kinds: list[str] = []
    for column in range(max(map(len, body), default=0)):
        path = headings[column] if column < len(headings) else ()
        heading = " ".join(plain(text[cell.start : cell.end]).strip() for cell in path)
        cells = [text[row[column].start : row[column].end].strip() for row in body if column < len(row)]
        filled = [cell for cell in cells if not is_missing(cell)]
        numbers = sum(value_of(cell) is not None for cell in filled)
        if heading in structure["numbering"] or (column == 0 and not heading and _is_sequence(filled)):
            kinds.append("numbering")
        elif heading in structure["label"] or numbers * 2 <= len(filled) or (not column and _all_years(filled)):
            kinds.append("label")
        else:
            kinds.append("number")
    return kinds


def _is_sequence(cells: Sequence[str]) -> bool:
    heads = [match for cell in cells if (match := _NUMBERED.match(cell))]
    return bool(heads) and [int(head[1]) for head in heads] == list(range(1, len(heads) + 1))


def _all_years(cells: Sequence[str]) -> bool:
    return bool(cells) and all(_YEAR.match(cell) for cell in cells)


def _rows(text: str, body: Iterable[Sequence[Cell]], kinds: Sequence[str]) -> Iterable[Row]:
    section: Cell | None = None
    for row in body:
        filled = [cell for cell in dict.fromkeys(row) if text[cell.start : cell.end].strip()]
        if len(filled) > 1 and _all_years([text[cell.start : cell.end].strip() for cell in filled]):
            continue  # headings that do not stand over their columns: years are no counts
        numbers = [
            (column, cell)
            for column, cell in enumerate(row)
            if kinds[column] == "number" and value_of(text[cell.start : cell.end])
        ]
        if not numbers and not any(is_missing(text[c.start : c.end]) for c in filled) and len(filled) < 3:
            section = max(filled, key=lambda cell: cell.end - cell.start, default=None)
            continue
        first = next((column for column, kind in enumerate(kinds) if kind == "number"), len(kinds))
        labels = [
            (column, cell)
            for column, cell in enumerate(row)
            if column < first and kinds[column] == "label" and cell.start != cell.end
        ]
        if filled:
            yield Row(tuple(labels), tuple(numbers), section, filled[0].start, filled[-1].end)


def _above(text: str, table: Table, tables: Sequence[Table]) -> tuple[tuple[int, int], ...]:
    """The caption and the lines above, nearest first, up to the first that is a sentence of its own."""
    spans: list[tuple[int, int]] = []
    end = table.start - 1
    while end > 0 and len(spans) < _HEADING_LINES:
        start = text.rfind("\n", 0, end) + 1
        if any(other.start <= start < other.end for other in tables):
            break
        spans.append((start, end))
        if end - start > _LONGEST_HEADING or text[end - 1] in '.:!?"”':
            break
        end = start - 1
    return tuple(spans)


def _below(text: str, table: Table) -> tuple[int, int] | None:
    """The line under a table that names its source or date."""
    end = text.find("\n", table.end + 1)
    end = len(text) if end < 0 else end
    note = re.match(
        r"[*)\s]*(?:sumber|source|catatan|keterangan|data per|data s\.?d|posisi)\b", text[table.end + 1 : end], re.I
    )
    return (table.end + 1, end) if note else None
