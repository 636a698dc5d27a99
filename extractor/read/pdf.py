"""PDF: text by page with pypdfium2 (10 ms a page), tables of ruled pages with pdfplumber (40 ms a page)."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from extractor.errors import UnreadableInput
from extractor.read import plain
from extractor.read.boilerplate import ends_sentence, is_headline, words
from extractor.read.canonical import Block, Draft
from extractor.read.pdf_layout import Fragment, Letter, Line, lines_of, pieces_of, printed_lines
from extractor.read.pdf_tables import Grid, ruled, unruled
from extractor.read.wrap import is_bullet, join

_RULES = 4  # drawn paths on a page from which on it may hold a ruled table
_BOX_TO_SIZE = 1.15  # height of a letter's box to its font size
_SOFT_BREAKS = (0x0002, 0xFFFE)
_EDGE = 0.1  # the part of a page's height, above and below, where running lines stand
_PAGE_NUMBER = re.compile(r"\W*(?:(?:halaman|hal\.?|page)\s*)?\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?\W*", re.I)
_SCANNED = "a scanned PDF without a text layer; run OCR on it first, for example with ocrmypdf"
_DAMAGED = "a damaged PDF ({}); download or save it again"


def draft(source: bytes) -> Draft:
    """The draft of a PDF. Raises UnreadableInput for one that is encrypted, damaged or only pictures."""
    pages = _without_running_lines(_pages(source))
    if sum(len(piece.text) for fragments, _ in pages for piece in fragments) < 20:
        raise UnreadableInput(_SCANNED)
    empty = [str(number) for number, (fragments, _) in enumerate(pages, 1) if not fragments]
    notes = (f"no text on page {', '.join(empty)}; pictures are not read",) if empty else ()
    body = _Body()
    for number, (fragments, grids) in enumerate(pages, 1):
        for item in _in_order(fragments, grids):
            if isinstance(item, Grid):
                body.add_table(item, number)
            else:
                body.add_line(item, number)
    found = plain.finish(body.blocks, notes=notes, title=_title(pages[0][0]), letterhead=True)
    return _with_first_title(found)


def _pages(source: bytes) -> list[tuple[list[Fragment], list[Grid]]]:
    """The text pieces and ruled tables of every page."""
    import pypdfium2

    if b"%%EOF" not in source[-4096:]:
        raise UnreadableInput(_DAMAGED.format("its end is missing"))
    try:
        pdf = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableInput("an encrypted PDF; save a copy without its password first") from error
        raise UnreadableInput(_DAMAGED.format("its structure cannot be read")) from error
    try:
        pages = [_fragments(pypdfium2, page) for page in pdf]
    except pypdfium2.PdfiumError as error:
        raise UnreadableInput(_DAMAGED.format("a page cannot be read")) from error
    finally:
        pdf.close()
    marked = [number for number, (_, rules) in enumerate(pages) if rules >= _RULES]
    tables = ruled(io.BytesIO(source), marked) if marked else {}
    return [(fragments, tables.get(number, [])) for number, (fragments, _) in enumerate(pages)]


def _fragments(pypdfium2: Any, page: Any) -> tuple[list[Fragment], int]:
    """The pieces of text of a page, measured from its top, and how many paths are drawn on it."""
    raw = pypdfium2.raw
    _, height = page.get_size()
    pieces = pieces_of(_letters(raw, page.get_textpage()), height)
    paths = sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2))
    return pieces, paths


def _letters(raw: Any, text: Any) -> Iterator[Letter | str]:
    """The letters of a page in their order; a blank or the end of a line as such.

    Letter by letter: the rectangles PDFium joins them to break off within words where a font's size is no round one.
    """
    box = raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        char = "-" if code in _SOFT_BREAKS else chr(code)  # a hyphen that breaks a word at the line's end
        if char.isspace() or not code:
            yield "\n" if char in "\r\n" else " "
        elif raw.FPDFText_GetLooseCharBox(text.raw, index, box):
            size, height = float(raw.FPDFText_GetFontSize(text.raw, index)), box.top - box.bottom
            size = size if 0 < size <= height else height / _BOX_TO_SIZE  # the size before the page was scaled
            yield Letter(char, box.left, box.right, box.top, box.bottom, size)


def _without_running_lines(
    pages: Sequence[tuple[list[Fragment], list[Grid]]],
) -> list[tuple[list[Fragment], list[Grid]]]:
    """Drops page numbers, and lines at the edge of pages that come again on other pages."""

    def key(piece: Fragment) -> str:
        return re.sub(r"\d+", "0", piece.text).casefold()

    def at_edge(piece: Fragment) -> bool:
        return piece.bottom < _EDGE * piece.page_height or piece.top > (1 - _EDGE) * piece.page_height

    edges = [{key(piece) for piece in fragments if at_edge(piece)} for fragments, _ in pages]
    seen = Counter(text for texts in edges for text in texts)
    running = {text for text, count in seen.items() if count >= max(2, len(pages) / 2)}
    return [
        (
            [
                piece
                for piece in fragments
                if not (at_edge(piece) and (key(piece) in running or _PAGE_NUMBER.fullmatch(piece.text)))
            ],
            grids,
        )
        for fragments, grids in pages
    ]


def _in_order(fragments: Sequence[Fragment], grids: Sequence[Grid]) -> Iterator[Line | Grid]:
    """The lines of a page in reading order, with each table where it stands; its text is not repeated."""
    outside = [piece for piece in fragments if not any(grid.holds(piece) for grid in grids)]
    outside, drawn = unruled(outside)
    waiting = sorted([*grids, *drawn], key=lambda grid: grid.top)
    for line in lines_of(outside, [grid.top for grid in waiting]):
        while waiting and waiting[0].above(line):
            yield waiting.pop(0)
        yield line
    yield from waiting


class _Body:
    """The blocks of a document as its pages go by; paragraphs and tables run on over a page's end."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._size = 0.0
        self._tables = 0

    def add_line(self, line: Line, page: int) -> None:
        """Adds a line to the paragraph before it, or as a paragraph of its own."""
        if self._begins(line):
            self.blocks.append(Block(line.text, page=page))
        else:
            last = self.blocks[-1]
            text = join(last.text, line.text)
            turns = last.turns
            if page != (turns[-1][1] if turns else last.page):
                turns = (*turns, (len(text) - len(line.text), page))
            self.blocks[-1] = replace(last, text=text, turns=turns)
        self._size = line.size

    def _begins(self, line: Line) -> bool:
        if not self.blocks or self.blocks[-1].table is not None:
            return True
        if line.begins is not None:
            return line.begins
        before = self.blocks[-1].text
        if before.count("“") > before.count("”") or before.count('"') % 2:
            return False  # a quotation goes on
        return ends_sentence(before) or is_bullet(line.text) or abs(line.size - self._size) > 0.6

    def add_table(self, grid: Grid, page: int) -> None:
        """Adds a table, or its rows to the table that the page before broke off (its header not again)."""
        last = self.blocks[-1] if self.blocks else None
        rows = grid.blocks(self._tables, page)
        near_top = grid.top < 0.2 * grid.page_height
        if last and last.table is not None and near_top and last.page != page and len(last.cells) == len(rows[0].cells):
            header = next(block for block in self.blocks if block.table == last.table)
            kept = rows[1:] if rows[0].cells == header.cells else rows
            self.blocks += [replace(block, table=last.table) for block in kept]
        else:
            self.blocks += rows
            self._tables += 1


def _title(first: Sequence[Fragment]) -> str | None:
    """The headline of the first page: lines in its upper half, larger than the text, that read as one."""
    lines = printed_lines(first)
    sizes = Counter(round(piece.size, 1) for piece in first for _ in piece.text)
    if not sizes:
        return None
    body = sizes.most_common(1)[0][0]
    groups: list[tuple[float, str]] = []
    previous: Line | None = None
    for line in lines:
        large = line.size > 1.1 * body and line.top < 0.5 * line.page_height
        if large and previous and abs(line.size - previous.size) < 0.6 and line.top - previous.bottom < line.size:
            groups[-1] = (groups[-1][0], join(groups[-1][1], line.text))
        elif large:
            groups.append((line.size, line.text))
        previous = line if large else None
    for _, text in sorted(groups, key=lambda group: -group[0]):
        if is_headline(text) and not (text.isupper() and text.lower().startswith(words().offices)):
            return text
    return None


def _with_first_title(draft: Draft) -> Draft:
    """The draft without the paragraph that is its title (it becomes the first line)."""
    if not draft.title:
        return draft
    squeezed = re.sub(r"\W", "", draft.title).casefold()
    kept = [block for block in draft.blocks if re.sub(r"\W", "", block.text).casefold() != squeezed]
    return replace(draft, blocks=kept)
