"""A day near the document's own, found before its dates are read."""

from __future__ import annotations

import re
from datetime import date

from extractor import dates
from extractor.dating.photo import of_photo
from extractor.dating.published import TRUST
from extractor.language import Parsed
from extractor.model import Document

_BRACKETED = re.compile(r"\((?:[A-Za-z'’]{4,6},? )?(\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d)\)")
_WEEKDAY_ONLY = re.compile(r"\b(?P<weekday>[A-Za-z'’]{4,6}),? \((?P<day>\d{1,2}/\d{1,2})\)")
_DAY_ONLY = re.compile(r"\(\d{1,2}/\d{1,2}\)")  # begins with a bracket, which the search skips to; few texts have one
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SPELLED = re.compile(r"\d(?<!\w\d)\d? [A-Za-z]{3,9} (?:19|20)\d\d\b")  # begins with a digit, which the search skips to


def _in_brackets(parsed: Parsed, *, photos: bool) -> date | None:
    found = (row for row in _BRACKETED.finditer(parsed.text) if of_photo(parsed, *row.span()) == photos)
    values = (dates.read(match[1]) for match in found)
    return next((value.start for value in values if value and value.start), None)


def _after_weekday(parsed: Parsed) -> date | None:
    text = parsed.text
    for match in _SPELLED.finditer(text):
        word = text[max(0, match.start() - 12) : match.start()].split()[-1:]
        value = dates.read(match.group()) if word and word[0].strip(",(").lower() in dates.WEEKDAYS else None
        if value and value.start and not of_photo(parsed, *match.span()):
            return value.start
    return None


def _weekday_confirms(parsed: Parsed) -> date | None:
    """``Minggu (19/11)`` in a text that prints years: the day in the one year of them in which it is a Sunday."""
    match = _WEEKDAY_ONLY.search(parsed.text) if _DAY_ONLY.search(parsed.text) else None
    weekday = dates.WEEKDAYS.get(match["weekday"].lower()) if match else None
    if match is None or weekday is None:
        return None
    years = {int(year) for year in _YEAR.findall(parsed.text)}
    values = (dates.read(f"{match['day']}/{year}") for year in years)
    days = {value.start for value in values if value and value.start and value.start.weekday() == weekday}
    return days.pop() if len(days) == 1 else None


def anchor(document: Document, parsed: Parsed, reference_date: date | None) -> date | None:
    """The day that gives a year to dates printed without one, None where nothing tells.

    In this order: the first full date in brackets (the press prints events so), the most trusted date the
    page gives for itself, the first weekday with a full date, the caller's ``reference_date``. A photo's
    date comes after all of these, and then a day that its weekday puts into one of the years printed.
    """
    printed = _in_brackets(parsed, photos=False)
    if printed:
        return printed
    candidates = sorted(document.date_candidates, key=lambda candidate: TRUST.index(candidate.basis))
    if candidates:
        return candidates[0].period.end
    found = _after_weekday(parsed) or reference_date or _in_brackets(parsed, photos=True)
    return found or _weekday_confirms(parsed)
