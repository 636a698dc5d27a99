"""Who made an article: bylines, copyright lines and the outlet that a dateline names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.read import publishers
from extractor.read.boilerplate import ends_sentence, words
from extractor.read.stamps import source_line, stamps

_CAPITALISED = r"[A-Z][\w.'’&-]*(?: (?:[A-Z&][\w.'’&-]*|dan|of))*"
_OLEH = re.compile(rf"[\W_]*(?:Oleh|OLEH|By|BY)\s*:?\s+(?P<name>{_CAPITALISED})[\W_]*")
_COPYRIGHT = re.compile(r"[\W_]*(?:copyright|hak cipta|©|\(c\))[\s:]*(?:©|\(c\)|by)?\s*(?P<rest>.*)", re.I)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:(?:19|20)\d\d)\b)?")
_RIGHTS = re.compile(
    r"\b(?:all rights? reserved|hak cipta dilindungi.*|designed by.*|powered by.*|allright reserved).*", re.I
)
_DASH = r"\s*[-–—]+\s+"
_BRACKETED = re.compile(rf"^{_CAPITALISED}(?:, {_CAPITALISED})?,? ?\((?P<name>[^()\d]{{2,40}})\){_DASH}")
_LISTED = re.compile(
    r"^(?P<one>[^,:–—]{2,30}?),\s*(?P<two>[^,:–—]{2,40}?)(?:" + _DASH + r"|\s*[:.](?=\s|$)|$)"
)
_LEADING = re.compile(r"^(?P<one>[^,:–—]{2,30}?)" + _DASH + r"(?=[A-Z\"“])")
_HOST = re.compile(
    r"^(?:www\.)?[\w-]{3,40}(?:\.(?:com|co|id|net|org|news|tv|info|go|or|web|desa|my|online|site))+$", re.I
)
_OFFICE_LINES = 4  # a letterhead stands in the first lines


def credit(line: str) -> str | None:
    """The byline that a whole line is (``Pewarta: Rina``, ``Oleh Rina Dewi``), None for other lines.

    A line with a date is kept in the text and is none.
    """
    if len(line) > 160 or ends_sentence(line) or next(stamps(line), None):
        return None
    first = words().bylines.search(line)
    if first and not re.search(r"\w", line[: first.start()]):
        return roles(line)
    by = _OLEH.fullmatch(line)
    return by["name"] if by else None


def roles(text: str) -> str | None:
    """All named roles of a text: ``Pewarta: Rina; Editor: Budi``, None where there is none."""
    named = [(match["role"].capitalize(), match["name"]) for match in words().bylines.finditer(text)]
    return "; ".join(f"{role}: {name.strip(' -–—|,/')}" for role, name in named) or None


def signed(line: str) -> str | None:
    """The name in a stamped byline: ``Oleh Rina Dewi, Senin, 3 Maret 2025 | 09:00 WIB``."""
    match = _OLEH.match(line)
    stamp = next(stamps(line), None) if match else None
    return match["name"] if match and stamp and match.end() <= stamp.start + 1 else None


def copyright_holder(line: str) -> str | None:
    """The name in a copyright line without its year (which is the year the page was served), or None."""
    match = _COPYRIGHT.fullmatch(line) if len(line) <= 160 else None
    if not match:
        return None
    name = _RIGHTS.sub("", _YEARS.sub("", match["rest"]))
    return re.sub(r"^\W*(?:by )?|[\W_]+$", "", name) or ""


def outlet(lines: Iterable[str], *, letterhead: bool = False) -> str | None:
    """The outlet that the text itself names: a source line, a dateline or, in a release, a letterhead."""
    listed = list(lines)[:12]
    for line in listed:
        name = source_line(line) or _dateline(line)
        if name:
            return publishers.name_of(name) or name
    if letterhead:
        for line in listed[:_OFFICE_LINES]:
            if len(line) <= 90 and line.lower().startswith(words().offices) and not ends_sentence(line):
                return line
    return None


def _dateline(line: str) -> str | None:
    """``Kota (Nama Media) - ``, ``Kota, Nama Media - ``, ``NAMAMEDIA.COM, Kota - ``, ``Nama Media - ``."""
    match = _BRACKETED.match(line)
    if match:
        return match["name"].strip()
    match = _LISTED.match(line)
    if match:
        return next((part for part in (match["two"].strip(), match["one"].strip()) if _is_outlet(part)), None)
    match = _LEADING.match(line)
    return match["one"].strip() if match and _is_outlet(match["one"].strip()) else None


def _is_outlet(name: str) -> bool:
    """Whether a name in a dateline is an outlet and not a place: a host, a known name or an outlet word."""
    if _HOST.match(name) or publishers.name_of(name):
        return True
    pieces = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return (
        name[:1].isupper()
        and len(pieces) <= 6
        and any(piece.lower() in words().outlet_words for piece in pieces)
    )
