"""Joins the printed lines of a hard-wrapped text or a PDF back into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BULLET = re.compile(r"(?:[-–—•*▪●○]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_BREAKS_OFF = re.compile(r"[^\n]{40}[^\W\d_],?$")  # a line too long for an item of a list, and no sentence's end
_GOES_ON = re.compile(r"(?!id )[a-zà-ÿ]{2,}[ ,]")  # neither "a. ..." nor "example.com, KUPANG" nor keywords
_BROKEN_WORD = re.compile(r"(?P<head>[^\W\d_]{2,})[-\u2010\u00ad]$")
_CONTINUED = re.compile(r"(?P<tail>[a-zà-ÿ]+)(?P<hyphen>-?)")


def join(before: str, after: str) -> str:
    """Two printed lines as one, a word broken by a hyphen at the line's end re-joined.

    The hyphen stays where it belongs to the word: a reduplication (``masing-`` / ``masing``), a prefix that
    is written with one (``non-``), a capital or a digit after it.
    """
    broken = _BROKEN_WORD.search(before)
    continued = _CONTINUED.match(after)
    if not broken or not continued:
        if re.search(r"\w[-–]$", before) and re.match(r"\w", after):
            return before + after  # "2023-" / "2024", "non-" / "ASN"
        return f"{before} {after}"
    head, tail = broken["head"].lower(), continued["tail"]
    if before.endswith("\u00ad"):
        return before[:-1] + after
    if head in ("non", "anti", "pra", "pasca") or _doubles(head, tail) or continued["hyphen"]:
        return before + after
    return before[:-1] + after


def _doubles(head: str, tail: str) -> bool:
    """Whether two halves are a reduplication, whole (anak-anak) or with affixes (sebaik-baiknya)."""
    core = min(len(head), len(tail), 4)
    return core >= 3 and (tail.startswith(head[-core:]) or head.endswith(tail[:core]) or head[:core] == tail[:core])


def is_bullet(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return bool(_BULLET.match(line))


def is_wrapped(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether blocks of lines (between empty ones) are cut at a width: most lines that could be full are."""
    lines = [line for block in blocks for line in block]
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < 3:
        return False
    width = max(map(len, lines))
    full = sum(1 for line in inner if len(line) > 0.7 * width)
    unfinished = sum(1 for line in inner if not line.rstrip().endswith((".", "!", "?", '"', "”", ":")))
    return 40 <= width <= 130 and full >= 0.6 * len(inner) and unfinished >= 0.5 * len(inner)


def mended(block: Sequence[str]) -> list[str]:
    """The lines of a block that is not cut at a width: one that breaks off in its sentence goes on with the next."""
    lines: list[str] = []
    for line in block:
        if lines and _BREAKS_OFF.search(lines[-1]) and _GOES_ON.match(line):
            lines[-1] = join(lines[-1], line)
        else:
            lines.append(line)
    return lines


def paragraphs(block: Sequence[str], width: int) -> list[str]:
    """The paragraphs of one block of lines: a bullet begins one, a short last line closes one."""
    joined: list[str] = []
    closed = True
    for line in block:
        if closed or is_bullet(line):
            joined.append(line)
        else:
            joined[-1] = join(joined[-1], line)
        closed = len(line) < 0.75 * width and line.endswith((".", "!", "?", '."', ".”", ":"))
    return joined
