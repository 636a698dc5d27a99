"""Checks of printed dates: the weekday beside them, forms with a slip, and the publication date.

None of them changes a date. A weekday that disagrees stays as printed; only which of the two is wrong is
left to the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from extractor.checks.ids import finding
from extractor.model import DateValue, Dating, Document, Finding, Mention

_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_IN_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
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


def weekday(document: Document, mentions: Sequence[Mention]) -> list[Finding]:
    """Whether the weekday printed beside a date is that day's; unchecked for a weekday alone."""
    found = []
    for value, quote, ids in _dates(mentions):
        if value.weekday is None or "unreadable" in value.flags:
            continue
        printed = _WEEKDAYS[value.weekday]
        if value.start is None:
            message = f"{quote!r} names a weekday, but no day that it could be checked against"
            reason = (
                "the year is not printed" if "year_unknown" in value.flags else "no date is printed beside it"
            )
            found.append(
                finding(document.id, "weekday", "unchecked", ids, message, found=printed, reason=reason)
            )
            continue
        verdict, message, reason = _compare(value, value.start, quote)
        expected = _WEEKDAYS[value.start.weekday()]
        found.append(
            finding(
                document.id, "weekday", verdict, ids, message, expected=expected, found=printed, reason=reason
            )
        )
    return found


def _compare(value: DateValue, day: date, quote: str) -> tuple[str, str, str | None]:
    true = _day_name(day.weekday())
    if day.weekday() == value.weekday:
        return "agrees", f"{quote!r}: {_spoken(day)} was a {true}, as printed", None
    assert value.weekday is not None
    message = f"{quote!r}: {_spoken(day)} was a {true}, not a {_day_name(value.weekday)}"
    if "year_from_document" in value.flags:
        return "unchecked", message, "the year is not printed and may be another one"
    return "disagrees", f"{message}; either the day or the date is misprinted", None


def date_form(document: Document, mentions: Sequence[Mention]) -> list[Finding]:
    """Numeric dates with a slip: how they were read, and whether the printed weekday confirms it."""
    found = []
    for value, quote, ids in _dates(mentions):
        if "repaired" in value.flags and value.start is not None:
            read = value.start.isoformat()
            message = (
                f"{quote!r} is no well-formed date; the one day its digits fit is {_spoken(value.start)}"
            )
            if value.weekday is None:
                reason = "no weekday is printed that could confirm it"
                found.append(
                    finding(document.id, "date_form", "unchecked", ids, message, found=read, reason=reason)
                )
            else:
                message += f", and that was a {_day_name(value.weekday)}, as printed"
                found.append(
                    finding(document.id, "date_form", "agrees", ids, message, expected=read, found=read)
                )
        elif "unreadable" in value.flags:
            message = f"{quote!r} is no day of the calendar, and no single day fits its digits"
            if value.weekday is not None:
                message += f" and the {_day_name(value.weekday)} printed beside them"
            found.append(finding(document.id, "date_form", "disagrees", ids, message, found=quote))
    return found


def published(document: Document, dating: Dating) -> list[Finding]:
    """Where the publication date comes from and whether it survives the event's; one finding per candidate."""
    subjects = [document.id]
    found = []
    chosen, event = dating.published, dating.event.period
    if chosen.period is not None:
        day = chosen.period.start.isoformat()
        source = f"published {day} according to {_BASIS[chosen.basis]} ({chosen.text!r})"
        if event is None or dating.event.basis == "weekday":
            reason = "no full event date is printed that it could be tested against"
            found.append(
                finding(document.id, "published", "unchecked", subjects, source, found=day, reason=reason)
            )
        else:
            days = max(0, (chosen.period.start - event.end).days)
            distance = "on the day" if days == 0 else f"{days} day{'s' if days > 1 else ''} after the day"
            message = f"{source}, {distance} of the event, {event.end.isoformat()}"
            found.append(finding(document.id, "published", "agrees", subjects, message, found=day))
    for candidate, reason in dating.rejected:
        day = candidate.period.start.isoformat()
        message = (
            f"{day} from {_BASIS[candidate.basis]} ({candidate.text!r}) is not the publication date: {reason}"
        )
        expected = chosen.period.start.isoformat() if chosen.period else None
        found.append(
            finding(document.id, "published", "disagrees", subjects, message, expected=expected, found=day)
        )
    return found
