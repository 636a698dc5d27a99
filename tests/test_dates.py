"""Reading isolated dates: what they mean, and what they are not."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import days_after, read
from extractor.model import Period

ANCHOR = date(2025, 9, 20)

DAYS = [
    # printed in running text
    ("3 Mei 2024", "2024-05-03", None),
    ("Jumat (03/05/2024)", "2024-05-03", 4),
    ("(03/05/2024)", "2024-05-03", None),
    ("Jum'at (3/5/2024)", "2024-05-03", 4),
    ("Jum’at, 3 Mei 2024", "2024-05-03", 4),
    ("Jumat pagi (3/5/2024)", "2024-05-03", 4),
    ("Jumat lalu (3-5-2024)", "2024-05-03", 4),
    ("(3/5/24)", "2024-05-03", None),
    ("3 Nopember 2023", "2023-11-03", None),
    ("29 Februari 2024", "2024-02-29", None),
    # stamps
    ("2024-05-03", "2024-05-03", None),
    ("2024-05-03T17:36:00+07:00", "2024-05-03", None),
    ("2024-05-03WITA17:36:00+08:00", "2024-05-03", None),
    ("2024-05-03WIT17:36", "2024-05-03", None),
    ("Jumat, 3 Mei 2024 | 17:36 WIB", "2024-05-03", 4),
    ("3 Mei 2024 16.15 WITA", "2024-05-03", None),
    ("03/05/2024 | 13:54", "2024-05-03", None),
    ("Jumat, 3 Mei 2024 / 17:35 WIB", "2024-05-03", 4),
    ("03 Agu 2024", "2024-08-03", None),
    ("Friday, May 3, 2024", "2024-05-03", 4),
    ("Jumat, May 3, 2024", "2024-05-03", 4),
    ("3rd May 2024", "2024-05-03", None),
    ("Fri, 03 May 2024 10:51:00 GMT+7", "2024-05-03", None),
]


@pytest.mark.parametrize(("text", "day", "weekday"), DAYS)
def test_a_day(text: str, day: str, weekday: int | None) -> None:
    value = read(text)
    assert value is not None
    assert (value.start, value.end, value.precision) == (date.fromisoformat(day),) * 2 + ("day",)
    assert value.weekday == weekday
    assert value.flags == ()


PERIODS = [
    ("Mei 2024", "2024-05-01", "2024-05-31", "month"),
    ("bulan Mei tahun 2024", "2024-05-01", "2024-05-31", "month"),
    ("Februari 2024", "2024-02-01", "2024-02-29", "month"),
    ("semester 1 tahun 2023", "2023-01-01", "2023-06-30", "semester"),
    ("semester II 2023", "2023-07-01", "2023-12-31", "semester"),
    ("semester pertama 2023", "2023-01-01", "2023-06-30", "semester"),
    ("triwulan III 2025", "2025-07-01", "2025-09-30", "quarter"),
    ("kuartal II-2024", "2024-04-01", "2024-06-30", "quarter"),
    ("triwulan keempat tahun 2024", "2024-10-01", "2024-12-31", "quarter"),
    ("Januari-Agustus 2023", "2023-01-01", "2023-08-31", "month"),
    ("Oktober–Maret 2023", "2022-10-01", "2023-03-31", "month"),
    ("5-7 Mei 2024", "2024-05-05", "2024-05-07", "day"),
    ("30 April-2 Mei 2024", "2024-04-30", "2024-05-02", "day"),
    ("1 Januari hingga 31 Juli 2024", "2024-01-01", "2024-07-31", "day"),
    ("awal 2024", "2024-01-01", "2024-01-31", "month"),
    ("pertengahan tahun 2025", "2025-06-01", "2025-07-31", "month"),
    ("akhir 2024", "2024-12-01", "2024-12-31", "month"),
    ("awal Agustus 2025", "2025-08-01", "2025-08-31", "month"),
    ("pertengahan Agustus 2025", "2025-08-01", "2025-08-31", "month"),
    ("akhir Februari 2023", "2023-02-01", "2023-02-28", "month"),
    ("tahun 2024", "2024-01-01", "2024-12-31", "year"),
    ("Tahun Anggaran 2024", "2024-01-01", "2024-12-31", "year"),
    ("2024", "2024-01-01", "2024-12-31", "year"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), PERIODS)
def test_a_period(text: str, start: str, end: str, precision: str) -> None:
    value = read(text)
    assert value is not None
    expected = (date.fromisoformat(start), date.fromisoformat(end), precision)
    assert (value.start, value.end, value.precision) == expected
    assert value.flags == ()


ANCHORED = [
    ("12 September", "2025-09-12", "2025-09-12", "year_from_document"),
    ("(12/9)", "2025-09-12", "2025-09-12", "year_from_document"),
    ("Kamis (25/9)", "2025-09-25", "2025-09-25", "year_from_document"),  # a few days ahead: this year's
    ("(30/9)", "2024-09-30", "2024-09-30", "year_from_document"),  # further ahead: last year's
    ("29 Februari", "2024-02-29", "2024-02-29", "year_from_document"),
    ("Agustus", "2025-08-01", "2025-08-31", "year_from_document"),
    ("Desember", "2024-12-01", "2024-12-31", "year_from_document"),
    ("Desember mendatang", "2025-12-01", "2025-12-31", "year_from_document"),
    ("Mei tahun lalu", "2024-05-01", "2024-05-31", "year_from_document"),
    ("triwulan II", "2025-04-01", "2025-06-30", "year_from_document"),
    ("tahun lalu", "2024-01-01", "2024-12-31", "relative"),
    ("tahun depan", "2026-01-01", "2026-12-31", "relative"),
    ("bulan lalu", "2025-08-01", "2025-08-31", "relative"),
    ("akhir tahun ini", "2025-12-01", "2025-12-31", "relative"),
    ("semester II tahun lalu", "2024-07-01", "2024-12-31", "relative"),
    ("hari ini", "2025-09-20", "2025-09-20", "relative"),
]


@pytest.mark.parametrize(("text", "start", "end", "flag"), ANCHORED)
def test_an_anchor_gives_the_year(text: str, start: str, end: str, flag: str) -> None:
    value = read(text, anchor=ANCHOR)
    assert value is not None
    assert (value.start, value.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert value.flags == (flag,)
    without = read(text)
    assert without is not None and without.start is None and without.end is None and without.flags


def test_january_looks_back_over_the_new_year() -> None:
    value = read("bulan lalu", anchor=date(2025, 1, 9))
    assert value is not None
    assert (value.start, value.end) == (date(2024, 12, 1), date(2024, 12, 31))


@pytest.mark.parametrize("anchor", [None, ANCHOR])
def test_a_weekday_alone_is_no_day(anchor: date | None) -> None:
    value = read("Rabu", anchor=anchor)
    assert value is not None
    assert (value.start, value.weekday) == (None, 2)


REPAIRED = [
    ("Kamis (13/62024)", "2024-06-13"),
    ("13/62024", "2024-06-13"),
    ("(1306/2024)", "2024-06-13"),
    ("13//6/2024", "2024-06-13"),
    ("13/6-2024", "2024-06-13"),
    ("Kamis (136/2024)", "2024-06-13"),  # 13/6 and 1/36: one is a day
]


@pytest.mark.parametrize(("text", "day"), REPAIRED)
def test_one_slip_is_read_and_flagged(text: str, day: str) -> None:
    value = read(text)
    assert value is not None
    assert (value.start, value.flags) == (date.fromisoformat(day), ("repaired",))


UNREADABLE = [
    "Rabu (13/62024)",  # the only reading is a Thursday
    "111/2024",  # 1 November and 11 January
    "31/9/2024",
    "29 Februari 2023",
    "(45/13)",
    "9/13/2024",  # never month/day
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_fits_no_single_day_is_not_guessed(text: str) -> None:
    value = read(text)
    assert value is not None
    assert (value.start, value.flags) == (None, ("unreadable",))


def test_a_weekday_chooses_between_two_readings() -> None:
    # 1 November 2024 was a Friday, 11 January 2024 a Thursday
    friday, thursday = read("Jumat (111/2024)"), read("Kamis (111/2024)")
    assert friday is not None and friday.start == date(2024, 11, 1)
    assert thursday is not None and thursday.start == date(2024, 1, 11)


def test_a_weekday_that_contradicts_a_whole_date_changes_nothing() -> None:
    value = read("Senin (3/5/2024)")  # a Friday
    assert value is not None
    assert (value.start, value.weekday, value.flags) == (date(2024, 5, 3), 0, ())


NO_DATES = [
    "9,04%",
    "38,5 persen",
    "1.710.891",
    "17.36",
    "13:34 WIB",
    "24/2011",
    "5/2021",
    "1,7-1,8",
    "tahun 202",
    "semester 3 2024",
    "triwulan V 2024",
    "2020-2024",
    "31 Mei-2 April 2024 2023",
    "pekerja",
    "",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert read(text, anchor=ANCHOR) is None


def test_days_after() -> None:
    event = Period(date(2024, 5, 3), date(2024, 5, 3), "day")
    may = Period(date(2024, 5, 1), date(2024, 5, 31), "month")
    assert days_after(Period(date(2024, 5, 6), date(2024, 5, 6), "day"), event) == 3
    assert days_after(Period(date(2024, 5, 2), date(2024, 5, 2), "day"), event) == -1
    assert days_after(may, event) == 0
