"""From blocks of any reader to the canonical text: one paragraph or table row per line, offsets exact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import field

from extractor.frozen import dataclass
from extractor.model import Cell, DateCandidate, Document, Page, Table

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_LIGATURE = re.compile("[ﬀ-ﬄ]")
_WORD = re.compile(r"\w")
_CREDIT = re.compile(r"[\s.]*(?:\([^()]{2,50}\)|[-–/|][^.]{2,50})")


def clean(text: str) -> str:
    """One line of canonical text: NFC, no invisible characters, single spaces, no space at the ends."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        text = _LIGATURE.sub(lambda match: _LIGATURES[match.group()], text)
        text = unicodedata.normalize("NFC", text)
    elif not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Block:
    """One line to be: a paragraph, or a table row with its ``cells``.

    A cell is its text or, where a cell above or to the left spans into this place, the (row, column) of
    that cell. ``page`` counts from 1; ``turns`` are the places in ``text`` where a further page begins.
    """

    text: str
    cells: tuple[str | tuple[int, int], ...] = ()
    table: int | None = None
    page: int | None = None
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found, before offsets exist. ``captions`` are keyed by table number."""

    blocks: Sequence[Block]
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    candidates: tuple[DateCandidate, ...] = ()
    captions: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def row(cells: Sequence[str | tuple[int, int]], table: int, page: int | None = None) -> Block:
    """A table row as a block; its line joins the cells with `` | ``."""
    return Block(_join(cells)[0], tuple(cells), table, page)


def _join(cells: Sequence[str | tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The line of a row and the span of each cell in it (spanned-over cells get an empty one)."""
    line = ""
    spans: list[tuple[int, int]] = []
    printed = 0
    for cell in cells:
        if not isinstance(cell, str):
            spans.append((len(line), len(line)))
            continue
        if printed:
            line += " |" if line else "|"
        if cell:
            line += f" {cell}" if line else cell
        spans.append((len(line) - len(cell), len(line)))
        printed += 1
    return line, spans


def _distinct(draft: Draft) -> list[Block]:
    """The title first, then every block; a paragraph that was there before is dropped, rows stay.

    So is a picture's caption that is the title with a credit: ``Judul (Foto: Rina)``.
    """
    kept: list[Block] = []
    seen: set[str] = set()
    if draft.title:
        page = next((block.page for block in draft.blocks), None)
        kept.append(Block(draft.title, page=page))
        seen.add(draft.title.casefold())
    for block in draft.blocks:
        if block.table is None:
            folded = block.text.casefold()
            if folded in seen or not _WORD.search(block.text):
                continue
            if draft.title and block.text.startswith(draft.title) and _CREDIT.fullmatch(block.text, len(draft.title)):
                continue
            seen.add(folded)
        elif not block.text:
            continue
        kept.append(block)
    return kept


def _row_numbers(blocks: Sequence[Block]) -> dict[int, int]:
    """The row of each table block as its reader counted, by the block's identity; empty rows count too."""
    seen: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for block in blocks:
        if block.table is not None:
            numbers[id(block)] = seen.get(block.table, 0)
            seen[block.table] = numbers[id(block)] + 1
    return numbers


def _tables(draft: Draft, blocks: Sequence[Block], starts: Sequence[int]) -> tuple[Table, ...]:
    numbers = _row_numbers(draft.blocks)
    rows: dict[int, list[tuple[int, Block]]] = {}
    for block, start in zip(blocks, starts, strict=True):
        if block.table is not None:
            rows.setdefault(block.table, []).append((start, block))
    tables = []
    for number, lines in rows.items():
        grid: dict[int, list[Cell]] = {}
        for start, block in lines:
            cells = grid.setdefault(numbers[id(block)], [])
            for cell, (left, right) in zip(block.cells, _join(block.cells)[1], strict=True):
                if isinstance(cell, str):
                    cells.append(Cell(start + left, start + right))
                else:
                    above, column = cell  # a row that was dropped held nothing but empty cells
                    cells.append(grid[above][column] if above in grid else Cell(start + left, start + right))
        end = lines[-1][0] + len(lines[-1][1].text)
        tables.append(Table(lines[0][0], end, tuple(map(tuple, grid.values())), draft.captions.get(number)))
    return tuple(tables)


def _pages(blocks: Sequence[Block], starts: Sequence[int], length: int) -> tuple[Page, ...]:
    """Page spans that cover the text without gaps; a page ends where the next one begins."""
    begins: dict[int, int] = {}
    for block, start in zip(blocks, starts, strict=True):
        if block.page is not None:
            begins.setdefault(block.page, start)
        for offset, page in block.turns:
            begins.setdefault(page, start + offset)
    order = sorted(begins.items(), key=lambda item: item[1])
    ends = [*(start for _, start in order[1:]), length][: len(order)]
    return tuple(Page(page, start, end) for (page, start), end in zip(order, ends, strict=True))


def compose(draft: Draft, *, sha256: str, media_type: str, uri: str | None) -> Document:
    """The document of a draft; its candidates have no spans yet (see ``extractor.read.stamps``)."""
    blocks = _distinct(draft)
    starts: list[int] = []
    offset = 0
    for block in blocks:
        starts.append(offset)
        offset += len(block.text) + 1
    text = "\n".join(block.text for block in blocks)
    return Document(
        id=sha256,
        uri=uri,
        media_type=media_type,
        sha256=sha256,
        text=text,
        title=draft.title,
        title_end=len(draft.title) if draft.title else 0,
        publisher=draft.publisher,
        byline=draft.byline,
        date_candidates=draft.candidates,
        pages=_pages(blocks, starts, len(text)),
        tables=_tables(draft, blocks, starts),
        notes=draft.notes,
    )
