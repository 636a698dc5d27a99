"""Who made an article: bylines, copyright lines and the outlet that a dateline names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.read import publishers
from extractor.read.boilerplate import ends_sentence, words
from extractor.read.stamps import is_region, source_line, stamps

_CAPITALISED = r"[A-Z][\w.'’&-]*(?: (?:[A-Z&][\w.'’&-]*|dan|of))*"
_OLEH = re.compile(rf"[\W_]*(?:Oleh|OLEH|By|BY)\s*[:-]?\s+(?P<name>{_CAPITALISED})[\W_]*")
_COPYRIGHT = re.compile(r"[\W_]*(?:copyright|hak cipta|©|\(c\))[\s:]*(?:©|\(c\)|by)?\s*(?P<rest>.*)", re.I)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:(?:19|20)\d\d)\b)?")
_RIGHTS = re.compile(
    r"\b(?:all rights? reserved|hak cipta dilindungi.*|designed by.*|powered by.*|allright reserved).*", re.I
)
_DASH = r"(?:\s+[-–—]+\s*|[-–—]+\s+)"
_BRACKETED = re.compile(rf"^{_CAPITALISED}(?:, {_CAPITALISED})?,? ?\((?P<name>[^()\d]{{2,40}})\){_DASH}")
_LISTED = re.compile(
    r"^(?P<one>[^,:–—]{2,30}?),\s*(?P<two>[^,:–—]{2,40}?)(?:(?P<dash>" + _DASH + r")|\s*[:.](?=\s|$)|$)"
)
_LEADING = re.compile(r"^(?P<one>[^,:–—]{2,30}?)" + _DASH + r"(?=[A-Z\"“])")
_HOST = re.compile(
    r"^(?:www\.)?[\w-]{3,40}(?:\.(?:com|co|id|net|org|news|tv|info|go|or|web|desa|my|online|site))+$", re.I
)
_NAME = re.compile(r"[A-Z][\w.&]+(?: [A-Z0-9][\w.&]*){0,3}")
_RELEASE = re.compile(r"(?P<name>[A-Z][^|]{3,60}?) \| (?:rilis|siaran pers|press release)\b", re.I)
_CONTACT = re.compile(
    r"(?:narahubung|kontak (?:media|pers|person)|media contact|contact person|(?:untuk )?informasi lebih lanjut)\b"
    r"(?:,? (?:dapat |silakan )?(?:meng)?hubungi)?\s*:?\s*",
    re.I,
)
_REACHED_AT = re.compile(
    r"\W*(?:\b(?:telepon|telp|tlp|phone|hp|wa|whatsapp|e-?mail|surel|fax|faks|jl|jalan)\b|\(?\+?\d{3}).*", re.I
)
_UNITS_OF_OTHERS = ("biro", "pusat")  # "Biro Humas Kementerian ..." speaks for the ministry
_CONTACT_LINES = 4
_DATELINE = 31  # characters in which the first name of a dateline and the comma behind it end
_HEAD_LINES = 12  # where a text names its source
_LETTERHEAD_LINES = 4


def credit(line: str) -> str | None:
    """The byline that a whole line is (``Pewarta: Rina``, ``Oleh Rina Dewi``), None for other lines.

    A line with a date is kept in the text and is none.
    """
    if len(line) > 160:
        return None
    name = _credited(line)
    return None if name is None or next(stamps(line), None) else name


def _credited(line: str) -> str | None:
    first = words().bylines.search(line) if ":" in line else None
    if first and not re.search(r"\w", line[: first.start()]):
        return roles(line)
    if ends_sentence(line):
        return None
    by = _OLEH.fullmatch(line)
    return by["name"] if by else None


def roles(text: str) -> str | None:
    """All named roles of a text: ``Pewarta: Rina; Editor: Budi``, None where there is none."""
    named = [(match["role"].capitalize(), match["name"]) for match in words().bylines.finditer(text)]
    return "; ".join(f"{role}: {name.strip(' -–—|,/.')}" for role, name in named) or None


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
    """The outlet that the text names: a source line, a dateline or, in a release, a letterhead or a contact."""
    whole = list(lines)
    listed = whole[:_HEAD_LINES]
    for line in listed:
        name = source_line(line) or _dateline(line)
        if name:
            return publishers.name_of(name) or _display(name)
    if letterhead:
        for line in listed[:_LETTERHEAD_LINES]:
            release = _RELEASE.match(line)
            if release:
                return release["name"]
            if len(line) <= 90 and line.lower().startswith(words().offices) and not ends_sentence(line):
                return line
        return _contact(whole)
    return None


def _contact(lines: Sequence[str]) -> str | None:
    """The office to be asked about a release: ``Narahubung:`` and below it ``Humas Dinas X, Telepon ...``."""
    for index, line in enumerate(lines):
        head = _CONTACT.match(line)
        if head is None or ends_sentence(line):
            continue
        for below in (line[head.end() :], *lines[index + 1 : index + _CONTACT_LINES]):
            office = _office_in(_REACHED_AT.sub("", below))
            if office:
                return office
    return None


def _office_in(line: str) -> str | None:
    """The office that a line of a contact block names, without the unit of it that answers."""
    pattern = rf"\b(?:{'|'.join(map(re.escape, words().offices))})\b"
    starts = [match for match in re.finditer(pattern, line, re.I) if match.group()[0].isupper()]
    if len(starts) > 1 and starts[0].group().lower() in _UNITS_OF_OTHERS:
        starts = starts[1:]
    return line[starts[0].start() :].strip(" ,.;:-–—") if starts else None


def _display(name: str) -> str:
    """A name as people write it: datelines print ``KABAR CONTOH`` in capitals, abbreviations stay."""
    if not name.isupper() or " " not in name or "." in name:
        return name
    return " ".join(word.capitalize() if len(word) > 3 else word for word in name.split())


def _dateline(line: str) -> str | None:
    """``Kota (Nama Media) - ``, ``Kota, Nama Media - ``, ``NAMAMEDIA.COM, Kota - ``, ``Nama Media - ``."""
    head = line[:_DATELINE]  # what a mark in it can rule out need not be tried letter by letter
    dashed = "-" in line or "–" in line or "—" in line
    match = _BRACKETED.match(line) if dashed and "(" in line else None
    if match and not is_region(match["name"]):
        return match["name"].strip()
    match = _LISTED.match(line) if "," in head else None
    if match:
        return _of_two(match["one"].strip(), match["two"].strip(), dashed=bool(match["dash"]))
    match = _LEADING.match(line) if dashed else None
    return match["one"].strip() if match and _is_outlet(match["one"].strip()) else None


def _of_two(one: str, two: str, *, dashed: bool) -> str | None:
    """The outlet of two names where the other is the place; before a dash what is no place is one."""
    for name in (two, one):
        if _is_outlet(name):
            return name
    places = is_region(one), is_region(two)
    name = {(True, False): two, (False, True): one}.get(places, "")
    return name if dashed and len(name) > 3 and _NAME.fullmatch(name) else None


def _is_outlet(name: str) -> bool:
    """Whether a name in a dateline is surely an outlet: a host, a known name, or an outlet's word in it."""
    if _HOST.match(name) or publishers.name_of(name):
        return True
    pieces = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return name[:1].isupper() and len(pieces) <= 6 and any(piece.lower() in words().outlet_words for piece in pieces)
