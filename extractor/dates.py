"""Dates and periods as the Indonesian press prints them, one isolated span at a time.

The grammar covers the closed set of Indonesian forms; ``dateparser`` is asked only for stamps in other
forms that carry a day, a month's name and a year. Numeric dates are day/month/year, always.

Parts of a stretch are read as: ``awal 2024`` January, ``pertengahan 2024`` June and July, ``akhir 2024``
December; ``akhir Mei``, ``awal Mei`` all of May, for no smaller unit is named. The precision of a stretch is the
unit its ends are stated in (``Januari-Agustus 2023``: ``month``).

A date is never corrected. A form with one slip (``21/22023``) is read when exactly one date fits its
digits and a printed weekday does not contradict it, and then carries the flag ``repaired``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from extractor.model import DateValue, Period

_FULL_MONTHS = (
    "januari january", "februari pebruari february", "maret march", "april", "mei may", "juni june",
    "juli july", "agustus august", "september", "oktober october", "november nopember", "desember december",
)  # fmt: skip
_SHORT_MONTHS = (
    "jan", "feb peb", "mar", "apr", "", "jun", "jul", "agu agt ags agst aug", "sep sept",
    "okt oct", "nov nop", "des dec",
)  # fmt: skip
_DAY_NAMES = (
    "senin monday", "selasa tuesday", "rabu wednesday", "kamis thursday", "jumat jum'at jum’at friday",
    "sabtu saturday", "minggu ahad sunday",
)  # fmt: skip


def _numbered(names: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: number for number, words in enumerate(names, first) for word in words.split()}


MONTHS = _numbered(_FULL_MONTHS, 1) | _numbered(_SHORT_MONTHS, 1)
WEEKDAYS = _numbered(_DAY_NAMES, 0)
_ORDINALS = _numbered(("1 i pertama kesatu satu", "2 ii kedua dua", "3 iii ketiga tiga", "4 iv keempat empat"), 1)
_PARTS = {"semester": 6, "smt": 6, "paruh": 6, "caturwulan": 4, "triwulan": 3, "kuartal": 3, "kwartal": 3}
_PARTS |= {"tw": 3, "q": 3}
PUBLISHED_WITHIN = 14  # days after an event in which even a slow office publishes its release
_DAYS_AHEAD = 7  # an announced event may lie a few days after the day it is written about


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


_MONTH = _words(MONTHS)
_WEEKDAY = _words(WEEKDAYS)
_EDGE = r"awal|pertengahan|akhir|penghujung"
_TO = r"\s?[-–—]\s?|\s(?:hingga|sampai(?:\sdengan)?|s\.?d\.?|s/d)\s"

# The families of forms. Each is used twice: on an isolated span (fullmatch) and to widen a trigger word.
FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    for name, pattern in {
        "named": rf"""(?:(?P<edge>{_EDGE})\s)?(?:bulan\s)?
            (?:(?<![\d.,/-])(?P<d1>\d{{1,2}})(?:(?:{_TO}|\sdan\s)(?P<d2>\d{{1,2}}))?[\s-])?
            (?:(?P<m1>\b(?:{_MONTH}))(?:{_TO})(?:(?P<d3>\d{{1,2}})\s)?)?
            \b(?P<m>{_MONTH})\b
            (?:\s(?P<d4>\d{{1,2}})(?=,\s?\d{{4}}))?
            (?:,?[\s-]\s?(?:tahun\s)?(?P<y>(?:19|20)\d\d)(?![\d.,]\d|\d)
                |\s(?P<rel>tahun\s(?:ini|lalu|depan)|mendatang|nanti|depan))?""",
        "numeric": r"""(?<![\d/.,-])(?:
            (?P<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2})
            |(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)
            |(?P<dd>\d{1,2})/(?P<mm>\d{1,2})
            |(?P<broken>\d{1,4}[/.-]{1,2}\d[\d/.-]*\d)
            )(?![\d/]|[-.]\d|,\d(?!\d[:.]\d))""",
        "part": rf"""(?:(?P<unit>{_words(_PARTS)})\s?(?:ke-?\s?)?(?P<n>{_words(_ORDINALS)})\b)
            (?:[\s,/-]\s?(?:tahun\s)?(?P<y>(?:19|20)\d\d)\b|\s(?P<rel>tahun\s(?:ini|lalu|depan)))?""",
        "edge": rf"(?P<edge>{_EDGE})\s(?:tahun\s)?(?:(?P<y>(?:19|20)\d\d)\b|(?P<rel>ini|lalu|depan)\b)",
        "year": r"(?:(?:tahun\sanggaran|t\.?a\.?|tahun|thn?\.?)\s)?(?P<y>(?:19|20)\d\d)",
        "relative": r"(?P<unit>tahun|bulan)\s(?P<rel>ini|lalu|depan|kemarin)|(?P<day>hari\sini|kemarin)",
        "weekday": rf"(?:hari\s)?(?P<w>{_WEEKDAY})",
    }.items()
}  # fmt: skip
DAY_PARTS = frozenset(("dini", "pagi", "siang", "sore", "petang", "malam", "kemarin", "lalu", "ini"))
_WITH_WEEKDAY = re.compile(
    rf"(?:hari\s)?({_WEEKDAY})\b(?:\s(?:{'|'.join(sorted(DAY_PARTS))}))*[\s,]*\(?\s*", re.IGNORECASE
)
_NUMBER_AND_YEAR = re.compile(r"\d{1,2}[/.-]\d{4}")  # of a regulation
_CLOCK = re.compile(
    r"(?:[\s|,/–-]*|T|WITA?|WIB)(?:pukul\s|jam\s|at\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
    r"\s?(?:WIB|WITA|WIT|AM|PM|Z|UTC|GMT)?\s?(?:[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)


def days_after(period: Period, event: Period) -> int:
    """How many days a period lies after an event: 0 when they touch, negative before it."""
    if period.end < event.start:
        return (period.end - event.start).days
    return max(0, (period.start - event.end).days)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _single(day: date | None, *flags: str) -> DateValue:
    return DateValue(day, day, "day", None, flags) if day else DateValue(None, None, "day", None, ("unreadable",))


def _nearest_year(anchor: date | None, month: int, day: int, *, ahead: bool = False) -> date | None:
    """The latest such day up to a few days after the anchor; with ``ahead`` the first one after it."""
    if anchor is None:
        return None
    years = range(anchor.year, anchor.year + 5) if ahead else range(anchor.year + 1, anchor.year - 5, -1)
    days = [_day(year, month, day) for year in years]  # 29 February is not in every year
    limit = anchor + timedelta(days=_DAYS_AHEAD)
    return next((d for d in days if d and (d > anchor if ahead else d <= limit)), None)


def _without_year(month: int, day: int, anchor: date | None) -> DateValue:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2024, month)[1]:
        return _single(None)
    found = _nearest_year(anchor, month, day)
    flag = "year_from_document" if found else "year_unknown"
    return DateValue(found, found, "day", None, (flag,))


def _month(year: int, month: int) -> DateValue:
    return DateValue(date(year, month, 1), _month_end(year, month), "month")


def _edge_of_year(edge: str, year: int) -> DateValue:
    months = {"awal": (1, 1), "pertengahan": (6, 7), "akhir": (12, 12), "penghujung": (12, 12)}[edge]
    return DateValue(date(year, months[0], 1), _month_end(year, months[1]), "month")


def _year_of(words: str | None, month: int, day: int, anchor: date | None) -> int | None:
    """The year of a day or month printed without one (``12 September``, ``Mei mendatang``)."""
    if words and words.startswith("tahun"):
        return _relative_year(words, anchor)
    near = _nearest_year(anchor, month, day or 1, ahead=bool(words))
    return near.year if near else None


def _named(match: re.Match[str], anchor: date | None) -> DateValue | None:
    part = match.groupdict()
    month, first_month = MONTHS[part["m"]], MONTHS.get(part["m1"] or "")
    day = int(part["d3"] or part["d4"] or (not first_month and (part["d2"] or part["d1"])) or 0)
    year = int(part["y"]) if part["y"] else _year_of(part["rel"], month, day, anchor)
    if year is None:
        return DateValue(None, None, "day" if day else "month", None, ("year_unknown",))
    flags = () if part["y"] else ("year_from_document",)
    if first_month or part["d2"]:
        return _stretch(part, year, first_month or month, month, day, flags)
    if day:
        return _single(_day(year, month, day), *flags)
    value = _month(year, month)
    return DateValue(value.start, value.end, "month", None, flags)


def _stretch(
    part: dict[str, str], year: int, first_month: int, month: int, day: int, flags: tuple[str, ...]
) -> DateValue | None:
    """``25-27 Oktober 2023``, ``Januari-Agustus 2023``, ``1 Januari hingga 31 Agustus 2023``."""
    start = _day(year - (first_month > month), first_month, int(part["d1"] or 1))
    end = _day(year, month, day) if day else _month_end(year, month)
    if start is None or end is None or start > end:
        return None
    return DateValue(start, end, "day" if day else "month", None, flags)


def _numeric(match: re.Match[str], anchor: date | None) -> DateValue | None:
    part = match.groupdict()
    if part["iso"]:
        year, month, day = map(int, re.split(r"[-/]", part["iso"]))
        return _single(_day(year, month, day))
    if part["d"]:
        year = int(part["y"]) + (2000 if len(part["y"]) == 2 else 0)
        return _single(_day(year, int(part["m"]), int(part["d"])))
    if part["dd"]:
        return _without_year(int(part["mm"]), int(part["dd"]), anchor)
    return None


def _part(match: re.Match[str], anchor: date | None) -> DateValue | None:
    length, number = _PARTS[match["unit"]], _ORDINALS[match["n"]]
    if number * length > 12:
        return None
    precision = {6: "semester", 3: "quarter"}.get(length, "month")
    year = int(match["y"]) if match["y"] else _relative_year(match["rel"], anchor)
    last = number * length
    if year is None:
        near = _nearest_year(anchor, last - length + 1, 1)
        if near is None:
            return DateValue(None, None, precision, None, ("year_unknown",))
        year = near.year
    flags = () if match["y"] else ("relative",) if match["rel"] else ("year_from_document",)
    return DateValue(date(year, last - length + 1, 1), _month_end(year, last), precision, None, flags)


def _flagged(value: DateValue, *flags: str) -> DateValue:
    return DateValue(value.start, value.end, value.precision, value.weekday, (*value.flags, *flags))


def _relative_year(words: str | None, anchor: date | None) -> int | None:
    if not words or anchor is None:
        return None
    return anchor.year + {"ini": 0, "lalu": -1, "kemarin": -1, "depan": 1}[words.split()[-1]]


def _edge(match: re.Match[str], anchor: date | None) -> DateValue | None:
    if match["y"]:
        return _edge_of_year(match["edge"], int(match["y"]))
    year = _relative_year(match["rel"], anchor)
    if year is None:
        return DateValue(None, None, "month", None, ("relative",))
    return _flagged(_edge_of_year(match["edge"], year), "relative")


def _year(match: re.Match[str], anchor: date | None) -> DateValue:
    year = int(match["y"])
    return DateValue(date(year, 1, 1), date(year, 12, 31), "year")


def _relative(match: re.Match[str], anchor: date | None) -> DateValue:
    precision = {"tahun": "year", "bulan": "month"}.get(match["unit"] or "", "day")
    if anchor is None:
        return DateValue(None, None, precision, None, ("relative",))
    if match["day"]:
        day = anchor - timedelta(days=match["day"] == "kemarin")
        return DateValue(day, day, "day", None, ("relative",))
    step = {"ini": 0, "lalu": -1, "kemarin": -1, "depan": 1}[match["rel"]]
    if precision == "year":
        year = anchor.year + step
        return DateValue(date(year, 1, 1), date(year, 12, 31), "year", None, ("relative",))
    months = anchor.year * 12 + anchor.month - 1 + step
    year, month = divmod(months, 12)
    return DateValue(date(year, month + 1, 1), _month_end(year, month + 1), "month", None, ("relative",))


def _weekday(match: re.Match[str], anchor: date | None) -> DateValue:
    return DateValue(None, None, "day", WEEKDAYS[match["w"]])


_READERS: dict[str, Callable[[re.Match[str], date | None], DateValue | None]] = {
    "numeric": _numeric, "named": _named, "part": _part, "edge": _edge, "year": _year, "relative": _relative,
    "weekday": _weekday,
}  # fmt: skip


def _splits(chunk: str) -> Iterator[tuple[str, str]]:
    return ((chunk[:i], chunk[i:]) for i in range(1, len(chunk)))


def _fitting_dates(text: str) -> set[date]:
    """The dates whose digits and order are those of a numeric form with one slip in its separators."""
    chunks = [chunk for chunk in re.split(r"[/.-]+", text) if chunk]
    if len(chunks) == 2:  # one separator is missing: cut the first or the second chunk
        first, second = chunks
        triples = [(d, m, second) for d, m in _splits(first)] + [(first, m, y) for m, y in _splits(second)]
    else:
        triples = [(chunks[0], chunks[1], chunks[2])] if len(chunks) == 3 else []
    days = {
        _day(int(y), int(m), int(d))
        for d, m, y in triples
        if len(d) <= 2 and len(m) <= 2 and re.fullmatch(r"(?:19|20)\d\d", y)
    }
    return {day for day in days if day}


def _repair(text: str, weekday: int | None) -> DateValue:
    """A malformed numeric date: read when one date fits (and the weekday, if printed, confirms it)."""
    days = _fitting_dates(text)
    if weekday is not None:
        days = {day for day in days if day.weekday() == weekday}
    return _single(days.pop(), "repaired") if len(days) == 1 else _single(None)


@lru_cache(maxsize=4096)
def read(text: str, *, anchor: date | None = None) -> DateValue | None:
    """The date or period that ``text`` is, read as a whole; None when it is none.

    ``text`` is one isolated span: ``Jumat (06/09/2024)``, ``semester I 2024``, ``4 Mei 2024 | 17:36 WIB``
    (the clock is passed over). ``anchor`` is a day near the document's date: it gives a year to ``(12/9)``
    (the latest such day up to a week after it, flag ``year_from_document``) and a meaning to ``tahun lalu``
    (flag ``relative``). Without it, and for a weekday alone, ``start`` and ``end`` are None.
    A numeric form that no date fits has the flag ``unreadable``.
    """
    plain = " ".join(text.replace("\u00a0", " ").split()).strip(" ,;|").lower()
    weekday: int | None = None
    if (match := _WITH_WEEKDAY.match(plain)) and match.end() < len(plain.rstrip(" )")):
        weekday, plain = WEEKDAYS[match[1]], plain[match.end() :]
    core = _CLOCK.sub("", plain.strip(" ()"), count=1).strip(" (),|")
    value = _read_core(core, anchor, weekday)
    if value is None:
        value = _ask_dateparser(plain.strip(" ()"))
    if value is None or weekday is None:
        return value
    return DateValue(value.start, value.end, value.precision, weekday, value.flags)


def _read_core(core: str, anchor: date | None, weekday: int | None) -> DateValue | None:
    for name, form in FORMS.items():
        match = form.fullmatch(core)
        if match is None:
            continue
        if name == "numeric" and match["broken"]:
            numbered = "/" not in core or _NUMBER_AND_YEAR.fullmatch(core)
            return None if numbered else _repair(core, weekday)
        value = _READERS[name](match, anchor)
        if value is not None:
            return value
    return None


def _ask_dateparser(text: str) -> DateValue | None:
    """Stamps in other forms (``6th November 2025``), if a day, a month's name and a year are there."""
    year = re.search(r"\b(?:19|20)\d\d\b", text)
    if not year or len(text) > 40 or not re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", text) or not re.search(_MONTH, text):
        return None
    import dateparser

    settings = {
        "DATE_ORDER": "DMY",
        "STRICT_PARSING": True,
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found = dateparser.parse(text, languages=["id", "en"], settings=settings)
    return _single(found.date()) if found and str(found.year) == year[0] else None
