"""Tables of a PDF page: ruled ones with pdfplumber, others from pieces that stand in columns."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import IO, Any

from extractor.errors import UnreadableInput
from extractor.read.canonical import Block, clean, row
from extractor.read.pdf_layout import Fragment, Line, rows_of
from extractor.read.wrap import join

_WHITE = 8.0  # points between the cells of a row without rules
_ROWS = 3
_HEADER_LINES = 3
_HEADER_GAP = 1.2  # of the font size, between the lines of a header and its rows
_FLUSH = 2.0  # points that the edges of a column's cells may differ by
_DAMAGED = "a damaged PDF (its tables cannot be read); download or save it again"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table and where it stands on its page. A cell is its text or the place of the cell over it."""

    rows: list[list[str | tuple[int, int]]]
    left: float
    top: float
    right: float
    bottom: float
    page_height: float

    def holds(self, piece: Fragment) -> bool:
        """Whether a piece of text stands inside the table."""
        across = (piece.left + piece.right) / 2
        return self.left <= across <= self.right and self.top <= piece.middle <= self.bottom

    def above(self, line: Line) -> bool:
        """Whether the table comes before a line of text."""
        return self.top < line.top

    def blocks(self, table: int, page: int) -> list[Block]:
        """The rows as blocks."""
        return [row(cells, table, page) for cells in self.rows]


def ruled(source: IO[bytes], pages: Sequence[int]) -> dict[int, list[Grid]]:
    """The ruled tables of the given pages (from 0) that have two rows and columns at least.

    Raises UnreadableInput where a page's drawings are damaged: its table would be lost without a word.
    """
    import pdfplumber
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    log = logging.getLogger("pdfminer")
    if not log.handlers:
        log.addHandler(logging.NullHandler())  # its remarks on fonts are no news to a user
    found: dict[int, list[Grid]] = {}
    try:
        with pdfplumber.open(source, pages=[page + 1 for page in pages]) as pdf:
            if len(pdf.pages) != len(pages):
                raise UnreadableInput(_DAMAGED)
            for number, page in zip(pages, pdf.pages, strict=True):
                grids = [_grid(table, float(page.height)) for table in page.find_tables()]
                found[number] = [grid for grid in grids if _is_table(grid)]
    except (PdfminerException, MalformedPDFException) as error:
        raise UnreadableInput(_DAMAGED) from error
    return found


def _is_table(grid: Grid) -> bool:
    filled = [sum(1 for cell in cells if isinstance(cell, str) and cell) for cells in grid.rows]
    return len(grid.rows) >= 2 and sum(count >= 2 for count in filled) >= 2


def _grid(table: Any, page_height: float) -> Grid:
    texts = table.extract()
    spans = [list(line.cells) for line in table.rows]
    rows: list[list[str | tuple[int, int]]] = []
    for number, line in enumerate(texts):
        cells: list[str | tuple[int, int]] = []
        for column, text in enumerate(line):
            cover = None if spans[number][column] else _cover(spans, number, column)
            cells.append(cover if cover else _one_line(text or ""))
        rows.append(cells)
    left, top, right, bottom = table.bbox
    return Grid(_without_empty(rows), left, top, right, bottom, page_height)


def _without_empty(rows: list[list[str | tuple[int, int]]]) -> list[list[str | tuple[int, int]]]:
    """Drops empty rows at the end, where no other row refers to them."""
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _one_line(text: str) -> str:
    """A cell's printed lines as one."""
    line = ""
    for piece in text.split("\n"):
        line = join(line, clean(piece)) if line else clean(piece)
    return line


def _cover(spans: list[list[Any]], number: int, column: int) -> tuple[int, int] | None:
    """The cell that reaches over a place without one of its own (merged cells)."""
    across = next(((s[column][0] + s[column][2]) / 2 for s in spans if s[column]), None)
    beside = [cell for cell in spans[number] if cell]
    if across is None or not beside:
        return None
    lowest = min(beside, key=lambda cell: cell[3] - cell[1])  # one that spans no further row
    down = (lowest[1] + lowest[3]) / 2
    for above in range(number + 1):
        for place, cell in enumerate(spans[above]):
            if cell and cell[0] < across < cell[2] and cell[1] < down < cell[3]:
                return (above, place)
    return None


def unruled(pieces: Sequence[Fragment]) -> tuple[list[Fragment], list[Grid]]:
    """Takes tables without rules out: three rows at least of as many (three) separated pieces."""
    rest: list[Fragment] = []
    grids: list[Grid] = []
    rows = rows_of(pieces)
    index = 0
    while index < len(rows):
        end = index
        while end < len(rows) and _alike(rows[index], rows[end]):
            end += 1
        if end - index >= _ROWS:
            header = _header(rows[index:end], rows[max(0, index - _HEADER_LINES) : index])
            rest = [piece for piece in rest if not any(piece is part for line in header.lines for part in line)]
            grids.append(_of_rows(rows[index:end], header))
            index = end
        else:
            rest += rows[index]
            index += 1
    return rest, grids


def _alike(first: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    """Two rows of one table: as many cells (three at least), white between them, each below the other."""
    if len(first) != len(other) or len(first) < 3:
        return False
    apart = all(b.left - a.right >= _WHITE for a, b in pairwise(other))
    below = all(a.left < b.right and b.left < a.right for a, b in zip(first, other, strict=True))
    return apart and below


@dataclass(frozen=True, slots=True)
class _Header:
    """The words above the columns of a table, and the printed lines they stand in."""

    cells: list[str]
    lines: Sequence[Sequence[Fragment]]


def _header(rows: Sequence[Sequence[Fragment]], above: Sequence[Sequence[Fragment]]) -> _Header:
    """The lines right above a table whose words stand over its columns, none of them across two."""
    edges: list[float] = []
    size = max(piece.size for piece in rows[0])
    left, right = min(line[0].left for line in rows), max(line[-1].right for line in rows)
    taken: list[Sequence[Fragment]] = []
    cells = [""] * len(rows[0])
    lower = min(piece.top for piece in rows[0])
    for line in reversed(above):
        words = [word for piece in line for word in piece.words]
        near = lower - max(piece.bottom for piece in line) < _HEADER_GAP * size
        within = words and words[0][1] > left - 4 * size and words[-1][2] < right + 8 * size
        if not (near and within) or line[-1].text.endswith((".", ":", ";", ",")):
            break
        edges = edges or _edges(rows, words)
        if any(start < edge < end for _, start, end in words for edge in edges):
            break
        placed = [sum(edge < (start + end) / 2 for edge in edges) for _, start, end in words]
        if not taken and len(set(placed)) < max(2, len(cells) - 1):
            break
        texts = [
            " ".join(word[0] for word, at in zip(words, placed, strict=True) if at == n) for n in range(len(cells))
        ]
        cells = [join(text, cell) if text and cell else text or cell for text, cell in zip(texts, cells, strict=True)]
        taken.insert(0, line)
        lower = min(piece.top for piece in line)
    return _Header([clean(cell) for cell in cells] if taken else [], taken)


def _edges(rows: Sequence[Sequence[Fragment]], words: Sequence[tuple[str, float, float]]) -> list[float]:
    """Where one column ends and the next begins: before one that is flush left, behind one that is flush right.

    Numbers of one length are both; then the other columns tell, else the widest white between the ``words`` above.
    """
    columns = list(zip(*rows, strict=True))
    to_the_left = any(_is_number(column) and _flush(column) == (True, False) for column in columns)
    edges = []
    for one, two in pairwise(columns):
        left, right = min(piece.left for piece in one), max(piece.right for piece in two)
        starts, ends = _flush(two)[0], _flush(one)[1]
        if starts and (to_the_left or not (_is_number(two) and _flush(two)[1])):
            edges.append(min(piece.left for piece in two) - 1)
        elif ends and _is_number(one):
            edges.append(max(piece.right for piece in one) + 1)
        else:
            gaps = [(b[1] - a[2], (a[2] + b[1]) / 2) for a, b in pairwise(words) if left < a[2] and b[1] < right]
            edges.append(max(gaps)[1] if gaps else (max(piece.right for piece in one) + two[0].left) / 2)
    return edges


def _flush(column: Sequence[Fragment]) -> tuple[bool, bool]:
    """Whether the cells of a column begin, and whether they end, at one place."""
    starts, ends = [piece.left for piece in column], [piece.right for piece in column]
    return max(starts) - min(starts) < _FLUSH, max(ends) - min(ends) < _FLUSH


def _is_number(column: Sequence[Fragment]) -> bool:
    return all(piece.text[:1].isdigit() for piece in column)


def _of_rows(rows: Sequence[Sequence[Fragment]], header: _Header) -> Grid:
    pieces = [piece for line in (*header.lines, *rows) for piece in line]
    told: list[list[str | tuple[int, int]]] = [[piece.text for piece in line] for line in rows]
    return Grid(
        rows=[list(header.cells), *told] if header.cells else told,
        left=min(piece.left for piece in pieces),
        top=min(piece.top for piece in pieces),
        right=max(piece.right for piece in pieces),
        bottom=max(piece.bottom for piece in pieces),
        page_height=pieces[0].page_height,
    )
