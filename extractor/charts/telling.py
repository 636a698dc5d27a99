"""Timelines in words: values, periods and doubts of points as the picture, its page and its table say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from extractor import labels
from extractor.charts.timeline import EVERYBODY, Choice, Point, Timeline
from extractor.i18n import N_, Words
from extractor.model import Period
from extractor.wire import decimal_to_text

REVIEWS = {"pending": N_("not reviewed yet"), "reviewed": N_("reviewed"), "rejected": N_("rejected")}
DOUBTS = {
    "disagrees": N_("a check disagrees"),
    "flagged": N_("a reviewer flagged it"),
    "event": N_("date of the event, as the text names none"),
    "publication": N_("date of publication, as the text names none"),
    "unknown": N_("no date known"),
}
_BY = {
    "as-of": N_("In {unit}, as each source printed it, by the period it describes"),
    "published": N_("In {unit}, as each source printed it, by the day it was reported"),
}


def title(words: Words, shown: Timeline) -> str:
    """What is shown and where: ``Share of workers covered: Lampung``."""
    measure = labels.label(words, "indicator", shown.indicator)
    return f"{measure[:1].upper()}{measure[1:]}: {', '.join(name for _, name in shown.regions)}"


def subtitle(words: Words, shown: Timeline) -> str:
    """Unit and axis, and what the reader chose to see only."""
    first = words.text(_BY[shown.choice.by], unit=labels.label(words, "unit", shown.unit))
    return "; ".join([first, *_only(words, shown.choice)])


def _only(words: Words, choice: Choice) -> list[str]:
    only = []
    if choice.segment:
        only.append(words.text("only {segment}", segment=segment(words, choice.segment)))
    if choice.outlet:
        only.append(words.text("only from {outlet}", outlet=choice.outlet))
    return only


def caption(words: Words, shown: Timeline) -> str:
    """How many numbers from how many sources, of when, and what is not in the picture."""
    outlets = len({point.publisher for point in shown.shown if point.publisher})
    parts = {
        "numbers": words.plural("{count} number", "{count} numbers", len(shown.shown)),
        "documents": words.plural("{count} document", "{count} documents", shown.documents),
        "outlets": words.plural("{count} outlet", "{count} outlets", outlets),
    }
    if outlets and all(point.publisher for point in shown.shown):  # of an unnamed one nobody knows how many it is
        told = words.text("{numbers} from {documents} of {outlets}", **parts)
    else:
        told = words.text("{numbers} from {documents}", **parts)
    days = sorted(point.published.start for point in shown.shown if point.published)
    if days and days[0] == days[-1]:
        told += ", " + words.text("published {day}", day=day(words, days[0]))
    elif days:
        told += ", " + words.text("published {start} to {end}", start=day(words, days[0]), end=day(words, days[-1]))
    return " ".join([f"{told}.", *_absent(words, shown), words.text("Nothing is averaged. Source: cakupan.")])


def _absent(words: Words, shown: Timeline) -> list[str]:
    absent = []
    if shown.unplaced:
        absent.append(words.text("Not drawn, for want of a date: {count}.", count=len(shown.unplaced)))
    if shown.silent:
        absent.append(words.text("Nothing reported: {regions}.", regions=", ".join(shown.silent)))
    return absent


def amount(words: Words, number: Decimal, unit: str | None) -> str:
    """A number with its unit where it is short: ``36.47%``, else the number alone."""
    return words.number(decimal_to_text(number)) + ("%" if unit == "percent" else "")


def value(words: Words, point: Point) -> str:
    """A point's value, as a range where it is one, without hedges."""
    shown = amount(words, point.value, point.unit)
    if point.value_max is None:
        return shown
    return f"{words.number(decimal_to_text(point.value))}–{amount(words, point.value_max, point.unit)}"


def full_value(words: Words, point: Point) -> str:
    """A value with its hedges and its unit: ``only 36.47%``, ``about 12,500 workers``."""
    claim = {
        "value": decimal_to_text(point.value),
        "value_max": None if point.value_max is None else decimal_to_text(point.value_max),
        "unit": point.unit,
        "qualifier": point.qualifiers,
    }
    return labels.value(words, claim)


def day(words: Words, when: date) -> str:
    """``6 Mar 2024``."""
    return words.date(when.isoformat())


def month(words: Words, when: date) -> str:
    """``Mar 2024``."""
    return words.period({"start": when.isoformat(), "end": when.replace(day=28).isoformat(), "precision": "month"})


def period(words: Words, when: Period | None) -> str:
    """A period as precisely as it was stated."""
    if when is None:
        return words.text("unknown")
    dated = {"start": when.start.isoformat(), "end": when.end.isoformat(), "precision": when.precision}
    return words.period(dated)


def segment(words: Words, code: str) -> str:
    """A segment's name, also of the one for numbers about all workers."""
    return labels.segments(words, []) if code == EVERYBODY else labels.label(words, "segment", code)


def group(words: Words, point: Point) -> str:
    """Segments and programmes of a point."""
    return _with_programmes(labels.segments(words, point.segments), point.programmes)


def short_group(words: Words, point: Point, most: int) -> str:
    """The same for a label; of more than ``most`` segments the first and how many more."""
    if len(point.segments) <= most:
        return group(words, point)
    more = f"{segment(words, point.segments[0])} +{len(point.segments) - 1}"
    return _with_programmes(more, point.programmes)


def _with_programmes(told: str, programmes: Sequence[str]) -> str:
    return f"{told} ({', '.join(programmes)})" if programmes else told


def kind(words: Words, point: Point) -> str:
    """``level reached``, or the target with its plan: ``target RPJMD``."""
    return " ".join([labels.label(words, "kind", point.kind), *(point.plans if point.target else ())])


def doubts(words: Words, point: Point) -> list[str]:
    """Why a point is doubtful, and what else a reader should know before using it."""
    told = [words.text(DOUBTS[doubt]) for doubt in point.doubts]
    if point.differs_from:
        told.append(words.text("others report another value"))
    if point.copies:
        told.append(words.plural("repeated by {count} near-copy", "repeated by {count} near-copies", point.copies))
    return told


def source(words: Words, point: Point) -> str:
    """Who said it and where."""
    return point.source or words.text("no outlet named")


def describe(words: Words, point: Point) -> str:
    """A point in one line, for those who hear the picture."""
    parts = [
        full_value(words, point),
        kind(words, point),
        point.region,
        group(words, point),
        period(words, point.as_of),
        source(words, point),
        words.text(REVIEWS[point.review]),
        *doubts(words, point),
    ]
    return " · ".join(parts)
