"""Checks of printed dates: the weekday beside them, forms with a slip, and the publication date.

None of them changes a date. A weekday that disagrees stays as printed; only which of the two is wrong is
left to the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from extractor.checks.ids import finding
from extractor.dates import PUBLISHED_WITHIN, days_after, read
from extractor.model import DateValue, Dating, Document, Finding, Mention, Period

_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_IN_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PRINTED = ("byline", "time")  # words for readers; the other candidates are written for machines
_BASIS = {
    "jsonld": "JSON-LD",
    "opengraph": "OpenGraph",
    "time": "<time>",
    "byline": "the byline",
    "url": "the URL",
    "page": "a stamp on the page",
}


def _dates(mentions: Sequence[Mention]) -> Iterator[tuple[DateValue, str, list[str]]]:
    """Every date as printed, once, with the ids of all its mentions."""
    rows: dict[tuple[str, DateValue], list[str]] = {}
    for mention in mentions:
        if isinstance(mention.value, DateValue):
            rows.setdefault((mention.quote, mention.value), []).append(mention.id)
    return ((value, quote, ids) for (quote, value), ids in rows.items())


def _spoken(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day_name(number: int) -> str:
    return f"{_WEEKDAYS[number]} ({_IN_ENGLISH[number]})"


def _byline_dates(document: Document, dating: Dating) -> Iterator[tuple[DateValue, str, list[str]]]:
    """Dates of a byline that stands outside the text, unless they were turned down as a page's clock."""
    rejected = [candidate for candidate, _ in dating.rejected]
    words = {
        row.text: row.period.start
        for row in document.date_candidates
        if row.basis in _PRINTED and row.start is None and row not in rejected
    }
    for quote, day in words.items():
        value = read(quote, anchor=day)
        if value is not None:
            yield value, quote, [document.id]


def weekday(document: Document, mentions: Sequence[Mention]) -> list[Finding]:
    """Whether the weekday printed beside a date is that day's; unchecked for a weekday alone."""
    return [_weekday(document, *row) for row in _dates(mentions) if _has_weekday(row[0])]


def byline_weekday(document: Document, dating: Dating) -> list[Finding]:
    """The same for a byline that is no part of the text; the subject is then the document."""
    return [_weekday(document, *row) for row in _byline_dates(document, dating) if _has_weekday(row[0])]


def _has_weekday(value: DateValue) -> bool:
    return value.weekday is not None and "unreadable" not in value.flags


def _weekday(document: Document, value: DateValue, quote: str, subjects: list[str]) -> Finding:
    printed = value.weekday or 0
    verdict, message, reason = _compare(value, printed, quote)
    expected = _WEEKDAYS[value.start.weekday()] if value.start else None
    return finding(
        *(document.id, "weekday", verdict, subjects, message),
        expected=expected,
        found=_WEEKDAYS[printed],
        reason=reason,
    )


def _compare(value: DateValue, printed: int, quote: str) -> tuple[str, str, str | None]:
    """Verdict, message and reason of one weekday."""
    day = value.start
    if day is None:
        message = f"{quote!r} names a weekday, but no day that it could be checked against"
        yearless = "year_unknown" in value.flags
        return "unchecked", message, "the year is not printed" if yearless else "no date is printed beside it"
    true = _day_name(day.weekday())
    if day.weekday() == printed:
        return "agrees", f"{quote!r}: {_spoken(day)} was a {true}, as printed", None
    message = f"{quote!r}: {_spoken(day)} was a {true}, not a {_day_name(printed)}"
    if "year_from_document" in value.flags:
        return "unchecked", message, "the year is not printed and may be another one"
    return "disagrees", f"{message}; either the weekday or the date is misprinted", None


def date_form(document: Document, mentions: Sequence[Mention]) -> list[Finding]:
    """Dates with a slip: how they were read, and whether the printed weekday confirms it."""
    found = []
    for value, quote, ids in _dates(mentions):
        if "repaired" in value.flags and value.start is not None:
            found.append(_repaired(document, value, value.start, quote, ids))
        elif "unreadable" in value.flags:
            message = f"{quote!r} is no day of the calendar, and no single day fits its digits"
            if value.weekday is not None:
                message += f" and the {_day_name(value.weekday)} printed beside them"
            found.append(finding(document.id, "date_form", "disagrees", ids, message, found=quote))
    return found


def _repaired(document: Document, value: DateValue, day: date, quote: str, ids: list[str]) -> Finding:
    message = f"{quote!r} is no well-formed date; the one day that fits is {_spoken(day)}"
    read = day.isoformat()
    if value.weekday is None:
        reason = "no weekday is printed that could confirm it"
        return finding(document.id, "date_form", "unchecked", ids, message, found=read, reason=reason)
    message += f", and that was a {_day_name(value.weekday)}, as printed"
    return finding(document.id, "date_form", "agrees", ids, message, expected=read, found=read)


def published(document: Document, dating: Dating) -> list[Finding]:
    """Where the publication date comes from, whether it survives the event's, and what was turned down."""
    chosen = dating.published
    rows = [] if chosen.period is None else [_chosen(document, dating, chosen.period)]
    expected = chosen.period.start.isoformat() if chosen.period else None
    for candidate, reason in dating.rejected:
        day = candidate.period.start.isoformat()
        source = f"{day} from {_BASIS[candidate.basis]} ({candidate.text!r})"
        message = f"{source} is not the publication date: {reason}"
        if expected is None:  # nothing is known that it would contradict
            rows.append(
                finding(document.id, "published", "unchecked", [document.id], message, found=day, reason=reason)
            )
            continue
        rows.append(
            finding(document.id, "published", "disagrees", [document.id], message, expected=expected, found=day)
        )
    return rows


def _chosen(document: Document, dating: Dating, period: Period) -> Finding:
    day, event = period.start.isoformat(), dating.event.period
    source = f"published {day} according to {_BASIS[dating.published.basis]} ({dating.published.text!r})"
    if event is None or dating.event.basis != "body":
        reason = "no full event date is printed that it could be tested against"
        return finding(document.id, "published", "unchecked", [document.id], source, found=day, reason=reason)
    days = days_after(period, event)
    if not 0 <= days <= PUBLISHED_WITHIN:
        reason = f"the weekday printed with the event's date, {event.end.isoformat()}, contradicts that date"
        return finding(document.id, "published", "unchecked", [document.id], source, found=day, reason=reason)
    distance = "on the day" if days == 0 else f"{days} day{'s' if days > 1 else ''} after the day"
    message = f"{source}, {distance} of the event, {event.end.isoformat()}"
    return finding(document.id, "published", "agrees", [document.id], message, found=day)
