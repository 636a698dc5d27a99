"""Dates that a page prints about itself: stamps beside a byline, ``<time>``, metadata, the URL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone

from extractor import dates, regions
from extractor.frozen import dataclass, replace
from extractor.model import DateCandidate, Document, Period
from extractor.read.boilerplate import ends_sentence

_WEEKDAY = "|".join(sorted(map(re.escape, dates.WEEKDAYS), key=len, reverse=True))
_MONTH = "|".join(sorted(dates.MONTHS, key=len, reverse=True))
_STAMP = re.compile(
    rf"\b(?=\w)(?:(?:{_WEEKDAY})\s*,?\s*\(?)?(?:"
    rf"\b\d{{1,2}}\s+(?:{_MONTH})\b\.?,?\s+(?:19|20)\d\d\b"
    rf"|\b(?:{_MONTH})\s+\d{{1,2}},?\s+(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    r"|\b\d{1,2}([/-])\d{1,2}\1(?:19|20)\d\d\b)",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What stands before or beside a date that is the article's own.
_AUTHORED = re.compile(
    r"[\W_]*(?:oleh|by|ditulis|penulis|pewarta|reporter|wartawan|jurnalis|kontributor|laporan|editor|redaktur|admin|"
    r"dipublikasikan|dipublikasi|diterbitkan|diposting|dimuat|diunggah|ditayangkan|tayang|terbit|rilis|publikasi|"
    r"tanggal terbit|tanggal publikasi|published|posted|publish)\b",
    re.I,
)
_ROLE = re.compile(r"\b(?:redaktur|editor|penulis|pewarta|reporter)\s*[:|]", re.I)
_SOURCE = re.compile(r"(?P<name>[A-Z][\w.&/]+(?: (?:[A-Z(&][\w.&/()]*|dan)){0,6})(?P<mark>\s+\||,|\s+[-–—])\s*")
_DATELINE = re.compile(r"(?:[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}\s*[-–—]+\s*)?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}\s*,\s*\(?")
_AFTER_DATELINE = re.compile(r"\)?\s*(?:[-–—]+|:)\s*\S")
_CLOCK = re.compile(r"[\s|,-]*(?:(?:jam|pukul)\s+)?(?:\d\d?[.:]\d\d(?:[.:]\d\d)?\s*(?:WIB|WITA|WIT)?)?\W*", re.I)
_DATELINES = 6  # lines in which a text begins
_LONGEST_LINE = 220  # characters of a line that is a byline and not a sentence
_URL_DAY = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>0[1-9]|[12]\d|3[01])(?=\D|\d{6,}\b)")
_URL_TAIL = re.compile(r"[-_/](?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?=\D|$)")
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0?[1-9]|1[0-2])/(?=\D)")
_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_TRUST = ("jsonld", "opengraph", "time", "byline", "url")
_WIB = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line and its span there."""

    period: Period
    text: str
    start: int
    end: int


def day(value: date) -> Period:
    """One day as a period."""
    return Period(value, value, "day")


def _has_year(line: str) -> bool:
    """Whether a line holds a year, as every stamp does and few lines do; two letters are found sooner than four."""
    return ("20" in line or "19" in line) and _YEAR.search(line) is not None


def stamps(line: str) -> Iterator[Stamp]:
    """All full dates of a line, in order. Numeric ones are day/month/year."""
    if not _has_year(line):
        return
    for match in _STAMP.finditer(line):
        text = match.group().strip()
        value = dates.read(text)
        if value and value.start and value.precision == "day":
            yield Stamp(day(value.start), text, match.end() - len(text), match.end())


def is_authored(line: str) -> bool:
    """Whether a line is a byline or says of itself that it tells when the article came out."""
    return len(line) <= _LONGEST_LINE and _names_its_author(line) and not ends_sentence(line)


def _names_its_author(words: str) -> bool:
    return bool(_AUTHORED.match(words) or ((":" in words or "|" in words) and _ROLE.search(words)))


def source_line(line: str) -> str | None:
    """The outlet of a line that prints it beside the date, None for other lines.

    ``PPID Kabupaten X | Jumat, 27 Oktober 2023 | Berita`` or ``Suara X, Senin, 3 Maret 2025 | 09:30 WIB``.
    """
    # most lines end here: what the whole part before the date must be, the line must begin with
    stamp = next(stamps(line), None) if len(line) <= _LONGEST_LINE and _SOURCE.match(line) else None
    match = _SOURCE.fullmatch(line[: stamp.start]) if stamp else None
    if not match or not stamp or _names_its_author(line[: stamp.start]) or is_region(match["name"]):
        return None
    barred = match["mark"].strip() == "|" and line[stamp.end : stamp.end + 3] in ("", " | ")
    return match["name"] if barred or _CLOCK.fullmatch(line[stamp.end :]) else None


def is_region(name: str) -> bool:
    """Whether a name is a place, with or without the word for its kind (``Kabupaten Landak``, ``Medan``)."""
    first, _, rest = name.partition(" ")
    return regions.entry(name) is not None or bool(rest and regions.level_of(first) and regions.entry(rest) is not None)


def of_text(document: Document) -> tuple[DateCandidate, ...]:
    """The byline stamps that stand in the canonical text, with their spans, and the date of a dateline.

    A page clock (a bare date on a line of its own) is none: nothing says that it is about the article. Right
    under the headline, and where nothing else dates the article, it is the article's.
    """
    found: list[DateCandidate] = []
    offset = 0
    for number, line in enumerate(document.text.split("\n")):
        if not _has_year(line):
            shown = []
        elif offset >= document.title_end and (is_authored(line) or source_line(line)):
            shown = list(stamps(line))
        else:
            shown = _of_dateline(line) if number < _DATELINES else []
        for stamp in shown:
            span = (offset + stamp.start, offset + stamp.end)
            found.append(DateCandidate("byline", stamp.text, stamp.period, *span))
        offset += len(line) + 1
    return tuple(found) or _under_headline(document)


def _under_headline(document: Document) -> tuple[DateCandidate, ...]:
    """The date that is all of the line under the headline, as a text saved from a page has it."""
    start = document.title_end + 1
    line = document.text[start:].partition("\n")[0] if document.title_end else ""
    stamp = next(stamps(line), None) if len(line) <= _LONGEST_LINE else None
    if (
        document.date_candidates
        or stamp is None
        or line[: stamp.start].strip()
        or not _CLOCK.fullmatch(line[stamp.end :])
    ):
        return ()
    return (DateCandidate("byline", stamp.text, stamp.period, start + stamp.start, start + stamp.end),)


def _of_dateline(line: str) -> list[Stamp]:
    """The date of ``Gorontalo, 24 November 2021 - Kepala cabang ...``, as releases print it."""
    stamp = next(stamps(line[:_LONGEST_LINE]), None) if _DATELINE.match(line) else None
    if stamp and _DATELINE.fullmatch(line[: stamp.start]) and _AFTER_DATELINE.match(line[stamp.end :]):
        return [stamp]
    return []


def of_url(uri: str | None) -> DateCandidate | None:
    """The date in the path of an address: ``/2024/10/26/``, ``/20241026123456/``, ``/2024/10/``."""
    if not uri or "://" not in uri:
        return None
    path = uri.split("://", 1)[1].partition("?")[0].partition("#")[0]
    path = path[path.find("/") :] if "/" in path else ""
    match = _URL_DAY.search(path) or _URL_TAIL.search(path)
    if match:
        try:
            exact = date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            return None
        return DateCandidate("url", match.group().strip("/-_"), day(exact))
    match = _URL_MONTH.search(path)
    if not match:
        return None
    year, month = int(match["y"]), int(match["m"])
    last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
    return DateCandidate("url", match.group().strip("/"), Period(date(year, month, 1), last, "month"))


def of_metadata(basis: str, text: str) -> DateCandidate | None:
    """An ISO 8601 date or time, or a printed date, of a page's metadata.

    The day is the one the page's readers had: a time in UTC is moved to Western Indonesian Time.
    """
    match = _ISO.match(text)
    if not match:
        stamp = next(stamps(text), None)
        return DateCandidate(basis, text.strip(), stamp.period) if stamp else None
    year, month, number, clock, zone = match.groups()
    try:
        value = datetime(int(year), int(month), int(number))
        if clock and zone in ("Z", "+00:00", "+0000"):
            hours, minutes = clock.split(":")[:2]
            value = value.replace(hour=int(hours), minute=int(minutes), tzinfo=timezone.utc).astimezone(_WIB)
    except ValueError:
        return None
    return DateCandidate(basis, text.strip(), day(value.date()))


def distinct(candidates: Iterable[DateCandidate]) -> tuple[DateCandidate, ...]:
    """Candidates without repeats of the same basis and day; of those the first that has a span stays."""
    kept: dict[tuple[str, Period], DateCandidate] = {}
    for item in candidates:
        before = kept.get((item.basis, item.period))
        if before is None or (before.start is None and item.start is not None):
            kept[item.basis, item.period] = item
    return tuple(kept.values())


def with_text_stamps(document: Document) -> Document:
    """The document with the byline stamps of its own text among the candidates, in the order of trust."""
    found = [*document.date_candidates, *of_text(document)]
    found.sort(key=lambda item: _TRUST.index(item.basis))
    return replace(document, date_candidates=distinct(found))
