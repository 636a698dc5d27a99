"""The order of text on a PDF page: pieces to lines, lines to columns, columns to paragraphs.

All measures are points, counted from the page's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractor.read.boilerplate import ends_sentence
from extractor.read.canonical import clean
from extractor.read.wrap import is_bullet

_GAP = 0.9  # of the font size: white that parts two pieces of a line
_BACK = 1.5  # of the font size: so far to the left no letter overlaps the one before
_GUTTER = 9.0  # the least white between two columns of text
_COLUMN_LINES = 4  # lines side by side that make two columns
_COLUMN_CHARS = 18  # a line of a column is longer than a table's cell


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text printed in one go: a line, or a part of one."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page_height: float
    words: tuple[tuple[str, float, float], ...] = ()  # each word with its left and right edge

    @property
    def middle(self) -> float:
        """The height of its middle, which pieces of one line share."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed letter with its box, counted from the page's lower left corner, and its font size."""

    char: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; ``begins``: a paragraph begins here (None at a column's head: it depends)."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page_height: float
    begins: bool | None = None


def pieces_of(letters: Iterable[Letter | str], page_height: float) -> list[Fragment]:
    """Letters joined to pieces: up to the end of a line, a white gap, another line or another size.

    ``"\\n"`` ends a line, any other string is a blank.
    """
    pieces: list[Fragment] = []
    words: list[list[Letter]] = []
    blank = True
    for letter in letters:
        if isinstance(letter, str):
            if letter == "\n" and words:
                pieces.append(_piece(words, page_height))
                words = []
            blank = True
            continue
        if words and _parts(words[-1][-1], letter):
            pieces.append(_piece(words, page_height))
            words = []
        if blank or not words:
            words.append([])
        words[-1].append(letter)
        blank = False
    if words:
        pieces.append(_piece(words, page_height))
    return [piece for piece in pieces if piece.text]


def _parts(before: Letter, letter: Letter) -> bool:
    """Whether a letter begins a piece of its own."""
    size = max(min(before.size, letter.size), 1.0)
    gap = letter.left - before.right
    aslant = abs((before.top + before.bottom) - (letter.top + letter.bottom)) > size
    return gap > _GAP * size or gap < -_BACK * size or aslant


def _piece(words: Sequence[Sequence[Letter]], page_height: float) -> Fragment:
    run = [letter for word in words for letter in word]
    top, bottom = max(letter.top for letter in run), min(letter.bottom for letter in run)
    printed = ["".join(letter.char for letter in word) for word in words]
    return Fragment(
        clean(" ".join(printed)),
        run[0].left,
        max(letter.right for letter in run),
        page_height - top,
        page_height - bottom,
        max(letter.size for letter in run),
        page_height,
        tuple((text, word[0].left, word[-1].right) for text, word in zip(printed, words, strict=True)),
    )


def rows_of(pieces: Iterable[Fragment]) -> list[list[Fragment]]:
    """The pieces by printed line, from the top, each from left to right."""
    rows: list[list[Fragment]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        if rows and abs(rows[-1][0].middle - piece.middle) < 0.5 * max(piece.size, 6):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def lines_of(pieces: Iterable[Fragment], barriers: Iterable[float] = ()) -> list[Line]:
    """The lines of a page in reading order. No column runs past a barrier (the height of a table's top)."""
    cuts = sorted(barriers)
    bands: dict[int, list[Fragment]] = {}
    for piece in pieces:
        bands.setdefault(sum(cut < piece.middle for cut in cuts), []).append(piece)
    return [line for band in sorted(bands) for column in _columns(bands[band]) for line in _column(column)]


def _column(pieces: Sequence[Fragment]) -> list[Line]:
    return _paragraphs([_merge(row) for row in rows_of(pieces)])


def printed_lines(pieces: Iterable[Fragment]) -> list[Line]:
    """The printed lines of a page from its top, without regard to columns."""
    return [_merge(row) for row in rows_of(pieces)]


def _merge(row: Sequence[Fragment]) -> Line:
    first = row[0]
    return Line(
        text=" ".join(piece.text for piece in row),
        left=first.left,
        right=row[-1].right,
        top=min(piece.top for piece in row),
        bottom=max(piece.bottom for piece in row),
        size=max(piece.size for piece in row),
        page_height=first.page_height,
    )


def _columns(pieces: Sequence[Fragment]) -> list[list[Fragment]]:
    """The pieces of a band in columns: full-width lines part a page, between them left goes before right."""
    gutter = _gutter(pieces)
    if gutter is None:
        return [list(pieces)]
    groups: list[list[Fragment]] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    for row in rows_of(pieces):
        if any(piece.left < gutter < piece.right for piece in row):
            groups += [*_columns(left), *_columns(right)] if left or right else []
            left, right = [], []
            if groups and groups[-1] and _spans(groups[-1], gutter):
                groups[-1] += row
            else:
                groups.append(list(row))
        else:
            left += [piece for piece in row if piece.right <= gutter]
            right += [piece for piece in row if piece.left >= gutter]
    return [group for group in [*groups, *_columns(left), *_columns(right)] if group]


def _spans(group: Sequence[Fragment], gutter: float) -> bool:
    return any(piece.left < gutter < piece.right for piece in group)


def _gutter(pieces: Sequence[Fragment]) -> float | None:
    """Where a white strip parts the page into columns of running text, None where there is none."""
    if len(pieces) < 2 * _COLUMN_LINES:
        return None
    low, high = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    best: tuple[int, float] | None = None
    starts = {round(piece.left, 0) for piece in pieces if low + 0.2 * (high - low) < piece.left < high}
    for start in starts:
        left = [piece for piece in pieces if piece.right <= start - _GUTTER + 1]
        right = [piece for piece in pieces if piece.left >= start - 1]
        if len(left) < _COLUMN_LINES or len(right) < _COLUMN_LINES:
            continue
        crossing = len(pieces) - len(left) - len(right)
        prose = min(median(len(piece.text) for piece in side) for side in (left, right)) >= _COLUMN_CHARS
        if prose and _side_by_side(left, right) and (best is None or crossing < best[0]):
            best = (crossing, start - _GUTTER / 2)
    return best[1] if best else None


def _side_by_side(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether both sides share a stretch of the page's height with several lines in it."""
    top = max(min(piece.top for piece in side) for side in (left, right)) - 1
    bottom = min(max(piece.bottom for piece in side) for side in (left, right)) + 1
    shared = [sum(top <= piece.middle <= bottom for piece in side) for side in (left, right)]
    return min(shared) >= _COLUMN_LINES


def _paragraphs(lines: list[Line]) -> list[Line]:
    """Tells which lines of a column begin a paragraph: by white above, an indent, or a short line before."""
    # Boxes hug the letters: a line without ascenders begins lower, one without descenders ends higher.
    steps = [min(below.top - above.top, below.bottom - above.bottom) for above, below in pairwise(lines)]
    # of the letters' size: a headline of several lines has wider steps than the text below it
    pitch = median([step / max(line.size, 1) for line, step in zip(lines[1:], steps, strict=True)]) if steps else 0.0
    margin, edge = min(line.left for line in lines), max(line.right for line in lines)
    told = lines[:1]
    for above, line, step in zip(lines, lines[1:], steps, strict=False):
        width = edge - margin
        apart = step > 1.55 * line.size and (len(steps) < 2 or step > 1.3 * pitch * line.size + 1)
        resized = abs(line.size - above.size) > 0.6
        indented = 6 < line.left - above.left < 0.25 * width and above.left - margin < 4
        ended = ends_sentence(above.text) or above.text.endswith(":")
        short = above.right < edge - 0.15 * width and ended
        begins = apart or resized or is_bullet(line.text) or (indented and ended) or short
        told.append(replace(line, begins=begins))
    return told
