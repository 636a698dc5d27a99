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
            grids.append(_of_rows(rows[index:end]))
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


def _of_rows(rows: Sequence[Sequence[Fragment]]) -> Grid:
    pieces = [piece for line in rows for piece in line]
    return Grid(
        rows=[[piece.text for piece in line] for line in rows],
        left=min(piece.left for piece in pieces),
        top=min(piece.top for piece in pieces),
        right=max(piece.right for piece in pieces),
        bottom=max(piece.bottom for piece in pieces),
        page_height=pieces[0].page_height,
    )
