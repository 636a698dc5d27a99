"""Checks of printed dates: every verdict, and a changed digit that turns it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractor.checks.dates import byline_weekday, date_form, published, weekday
from extractor.dates import read
from extractor.model import DateCandidate, Dated, Dating, Document, Finding, Mention, Period

DOCUMENT = Document("0" * 64, None, "text/plain", "0" * 64, "")
ANCHOR = date(2024, 6, 1)


def mention(quote: str, number: int = 0, *, anchor: date | None = None) -> Mention:
    value = read(quote, anchor=anchor)
    assert value is not None
    return Mention(f"m{number}", 0, len(quote), quote, "DATE", value, "date.numeric")


def one(rows: list[Finding]) -> Finding:
    (row,) = rows
    return row


WEEKDAYS = [
    ("Rabu (14/2/2024)", "agrees", "Rabu", "was a Rabu (Wednesday), as printed"),
    ("Rabu (15/2/2024)", "disagrees", "Kamis", "was a Kamis (Thursday), not a Rabu (Wednesday)"),
    ("Kamis, 15 Februari 2024", "agrees", "Kamis", "15 February 2024"),
    ("Rabu", "unchecked", None, "no day that it could be checked against"),
    ("Rabu (14/2)", "unchecked", None, "no day that it could be checked against"),
]


@pytest.mark.parametrize(("quote", "verdict", "expected", "words"), WEEKDAYS)
def test_weekday(quote: str, verdict: str, expected: str | None, words: str) -> None:
    row = one(weekday(DOCUMENT, [mention(quote)]))
    assert (row.check, row.verdict, row.expected, row.subjects) == ("weekday", verdict, expected, ("m0",))
    assert words in row.message
    assert (row.reason is None) == (verdict != "unchecked")


@pytest.mark.parametrize(
    ("quote", "reason"),
    [("Rabu", "no date is printed beside it"), ("Rabu (14/2)", "the year is not printed")],
)
def test_why_a_weekday_is_unchecked(quote: str, reason: str) -> None:
    assert one(weekday(DOCUMENT, [mention(quote)])).reason == reason


def test_an_inferred_year_may_confirm_a_weekday_but_never_refute_it() -> None:
    assert one(weekday(DOCUMENT, [mention("Rabu (14/2)", anchor=ANCHOR)])).verdict == "agrees"
    assert one(weekday(DOCUMENT, [mention("Kamis (14/2)", anchor=ANCHOR)])).verdict == "unchecked"


def test_a_date_without_a_weekday_is_not_checked() -> None:
    assert weekday(DOCUMENT, [mention("14/2/2024")]) == []


def byline(text: str, day: date, basis: str = "byline", start: int | None = None) -> DateCandidate:
    end = None if start is None else start + len(text)
    return DateCandidate(basis, text, Period(day, day, "day"), start, end)


@pytest.mark.parametrize(
    ("words", "day", "verdict"),
    [
        ("Rabu, 14 Februari 2024 | 09:15 WIB", date(2024, 2, 14), "agrees"),
        ("Rabu, 15 Februari 2024 | 09:15 WIB", date(2024, 2, 15), "disagrees"),
    ],
)
def test_the_weekday_of_a_byline_outside_the_text(words: str, day: date, verdict: str) -> None:
    candidate = byline(words, day)
    chosen = Dating(Dated(None, "none"), Dated(candidate.period, "byline", words))
    row = one(byline_weekday(replace(DOCUMENT, date_candidates=(candidate, candidate)), chosen))
    assert (row.check, row.verdict, row.subjects) == ("weekday", verdict, (DOCUMENT.id,))
    clock = Dating(Dated(None, "none"), Dated(None, "none"), ((candidate, "it is a page clock"),))
    assert byline_weekday(replace(DOCUMENT, date_candidates=(candidate,)), clock) == []


@pytest.mark.parametrize(
    "candidate",
    [
        byline("Rabu, 14 Februari 2024", date(2024, 2, 14), start=30),  # a mention of the text already
        byline("14 Februari 2024", date(2024, 2, 14)),
        byline("2024-02-14T09:15:00+07:00", date(2024, 2, 14), "jsonld"),
    ],
)
def test_other_candidates_have_no_weekday_of_their_own(candidate: DateCandidate) -> None:
    nothing = Dating(Dated(None, "none"), Dated(None, "none"))
    assert byline_weekday(replace(DOCUMENT, date_candidates=(candidate,)), nothing) == []


def test_a_date_printed_twice_is_one_finding() -> None:
    row = one(weekday(DOCUMENT, [mention("Rabu (14/2/2024)", 1), mention("Rabu (14/2/2024)", 2)]))
    assert row.subjects == ("m1", "m2")


FORMS = [
    ("Kamis (13/62024)", "agrees", "the one day that fits is 13 June 2024, and that was a Kamis (Thursday)"),
    ("13/62024", "unchecked", "the one day that fits is 13 June 2024"),
    ("Rabu (13/62024)", "disagrees", "no single day fits its digits and the Rabu (Wednesday) printed"),
    ("Rabu (31/9/2024)", "disagrees", "is no day of the calendar"),
]


@pytest.mark.parametrize(("quote", "verdict", "words"), FORMS)
def test_date_form(quote: str, verdict: str, words: str) -> None:
    row = one(date_form(DOCUMENT, [mention(quote)]))
    assert (row.check, row.verdict) == ("date_form", verdict)
    assert words in row.message
    assert (row.reason is None) == (verdict != "unchecked")


def test_well_formed_dates_have_no_form_to_check() -> None:
    assert date_form(DOCUMENT, [mention("Rabu (15/2/2024)"), mention("Mei 2024"), mention("Rabu")]) == []


def test_an_unreadable_date_has_no_weekday_to_check() -> None:
    assert weekday(DOCUMENT, [mention("Rabu (13/62024)")]) == []


def day(text: str) -> Period:
    return Period(date.fromisoformat(text), date.fromisoformat(text), "day")


NOTHING = Dated(None, "none")


def test_a_publication_date_that_survives_the_event_agrees() -> None:
    dating = Dating(Dated(day("2024-02-14"), "body", "Rabu (14/2/2024)"), Dated(day("2024-02-15"), "jsonld", "x"))
    row = one(published(DOCUMENT, dating))
    assert (row.verdict, row.found, row.subjects) == ("agrees", "2024-02-15", (DOCUMENT.id,))
    assert "1 day after the day of the event, 2024-02-14" in row.message


@pytest.mark.parametrize(
    "event", [NOTHING, Dated(day("2024-02-14"), "weekday", "Rabu"), Dated(day("2023-02-14"), "body", "x")]
)
def test_a_publication_date_without_a_sound_event_is_unchecked(event: Dated) -> None:
    row = one(published(DOCUMENT, Dating(event, Dated(day("2024-02-15"), "byline", "x"))))
    assert row.verdict == "unchecked"
    assert row.reason


def test_a_rejected_candidate_is_a_finding_with_its_reason() -> None:
    clock = DateCandidate("page", "Senin, 3 Juni 2024", day("2024-06-03"))
    dating = Dating(NOTHING, Dated(day("2024-02-15"), "byline", "x"), ((clock, "it lies 110 days after"),))
    row = published(DOCUMENT, dating)[1]
    assert (row.verdict, row.expected, row.found) == ("disagrees", "2024-02-15", "2024-06-03")
    assert "is not the publication date: it lies 110 days after" in row.message


def test_no_candidate_no_finding() -> None:
    assert published(DOCUMENT, Dating(NOTHING, NOTHING)) == []


def test_ids_are_the_same_every_time_and_differ_between_findings() -> None:
    rows = [mention("Rabu (14/2/2024)", 1), mention("Rabu (15/2/2024)", 2)]
    first, second = weekday(DOCUMENT, rows), weekday(DOCUMENT, rows)
    assert [row.id for row in first] == [row.id for row in second]
    assert len({row.id for row in first}) == 2
