"""Quotations: which stretches of a text stand between quotation marks, over paragraphs too."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"[\"“”„]")
_SHORTEST = 20  # characters: a shorter one is a term or a title, nobody's statement


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, in one paragraph. ``open`` when it goes on in the next paragraph."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str) -> list[Quotation]:
    """Quotations long enough to be statements, in text order.

    A quotation left open at the end of a paragraph goes to its end; by custom the next paragraph of the same
    speech opens with a mark again. A closing mark with no opening one in its paragraph closes the speech
    left open before it.
    """
    found: list[Quotation] = []
    line_start, was_open = 0, False
    for line in text.split("\n"):
        rows = _in_line(line, line_start, was_open) if _MARK.search(line) else []
        found += rows
        was_open = bool(rows) and rows[-1].open
        line_start += len(line) + 1
    return [row for row in found if row.end - row.start >= _SHORTEST]


def _in_line(line: str, offset: int, was_open: bool) -> list[Quotation]:
    rows: list[Quotation] = []
    start: int | None = None
    for mark in _MARK.finditer(line):
        at = mark.start()
        if start is None:
            if _opens(line, at, mark.group()):
                start = at
            elif was_open and not rows:
                rows.append(Quotation(offset, offset + at + 1))
        elif not _reopens(line, at, mark.group()):
            rows.append(Quotation(offset + start, offset + at + 1))
            start = None
    if start is not None:
        rows.append(Quotation(offset + start, offset + len(line), open=True))
    return rows


def _opens(line: str, at: int, mark: str) -> bool:
    """Typists use every mark for every purpose; what stands beside it tells."""
    if mark in "“„" or at == 0:
        return True
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return before in " (:–—-" and bool(after) and after not in " ,."


def _reopens(line: str, at: int, mark: str) -> bool:
    """A second opening mark inside an open quotation (a term within it) does not close it."""
    return mark in "“„" or (mark == '"' and line[at - 1 : at] == " " and line[at + 1 : at + 2].isalnum())
