"""What other programs are tested with: the same inputs and values, in tables of our own.

Numerals in the form of Duckling's Indonesian corpus (https://github.com/facebook/duckling, BSD), dates of
dateparser's Indonesian tests and of what was reported to it as unread (https://github.com/scrapinghub/dateparser,
BSD; the relative ones counted from our anchor). Both read the language of chats and web forms; what a news text
does not print is out of scope, with the reason.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractor.dates import read
from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import DateValue, Quantity
from extractor.numbers import read_digits, read_words

NUMERALS = [
    ("0", "0"), ("nol", "0"), ("1", "1"), ("satu", "1"), ("2", "2"), ("dua", "2"), ("10", "10"),
    ("sepuluh", "10"), ("33", "33"), ("0033", "33"), ("tiga puluh tiga", "33"), ("100", "100"),
    ("seratus", "100"), ("17", "17"), ("tujuh belas", "17"), ("28", "28"), ("dua puluh delapan", "28"),
    ("1,1", "1.1"), ("1,10", "1.1"), ("01,10", "1.1"), ("0,77", "0.77"), ("100.000", "100000"),
    ("100000", "100000"), ("3000000", "3000000"), ("3.000.000", "3000000"), ("1.200.000", "1200000"),
    ("1200000", "1200000"), ("lima ribu", "5000"), ("seratus dua puluh dua", "122"),
    ("dua ratus ribu", "200000"), ("sepuluh ribu sebelas", "10011"),
    ("tujuh ratus dua puluh satu ribu dua belas", "721012"),
    ("tiga puluh satu juta dua ratus lima puluh enam ribu tujuh ratus dua puluh satu", "31256721"),
]  # fmt: skip
_SUFFIX = "K, M and G are no Indonesian scale words; the press writes ribu, juta, miliar"
_SIGN = "coverage is never negative, and a dash before a number joins a range"
_BARE = "a decimal without its nought is a list or a broken line in a news text, not a number"
NOT_NUMERALS = [
    ("kosong", "0", "means empty; nought is nol"),
    (",77", "0.77", _BARE),
    ("100K", "100000", _SUFFIX), ("100k", "100000", _SUFFIX), ("3M", "3000000", _SUFFIX),
    ("3000K", "3000000", _SUFFIX), ("1,2M", "1200000", _SUFFIX), ("1200K", "1200000", _SUFFIX),
    (",0012G", "1200000", _BARE),
    ("-1200000", "-1200000", _SIGN), ("- 1.200.000", "-1200000", _SIGN),
    ("minus 1.200.000", "-1200000", _SIGN), ("negatif 1200000", "-1200000", _SIGN),
    ("-1,2M", "-1200000", _SIGN), ("-1200K", "-1200000", _SIGN), ("-,0012G", "-1200000", _SIGN),
    ("-0,0012G", "-1200000", _SIGN),
]  # fmt: skip


def numeral(text: str) -> Decimal | None:
    """The value of an isolated numeral, in digits or words."""
    whole = "," not in text
    number = read_digits(text, whole=whole)
    return number.value if number else read_words(text.split())


@pytest.mark.parametrize(
    ("text", "value"),
    [*NUMERALS, *(pytest.param(t, v, marks=pytest.mark.xfail(reason=why)) for t, v, why in NOT_NUMERALS)],
)
def test_a_numeral(text: str, value: str) -> None:
    assert numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["5 ribu", "lima ribu", "5.000", "5000"])
def test_a_numeral_in_a_sentence(text: str) -> None:
    found, _ = find_mentions(parse(f"Sebanyak {text} pekerja terdaftar."))
    (count,) = (one.value for one in found if isinstance(one.value, Quantity))
    assert (count.value, count.unit) == (Decimal(5000), "workers")


ANCHOR = date(2015, 6, 14)
DATES = [
    # tests/test_languages.py
    ("3 Juni 2015 13:05:46", "2015-06-03", "2015-06-03"),
    ("01 Agustus 2015 18:23", "2015-08-01", "2015-08-01"),
    ("06 Sep 2015", "2015-09-06", "2015-09-06"),
    ("07 Feb 2015 20:15", "2015-02-07", "2015-02-07"),
    ("Minggu, 18 Mar 2018 07:30", "2018-03-18", "2018-03-18"),
    ("hari ini", "2015-06-14", "2015-06-14"),
    ("kemarin", "2015-06-13", "2015-06-13"),
    # tests/test_search.py
    ("tanggal 15 Agustus 1945", "1945-08-15", "1945-08-15"),
    # in their form
    ("11 Mei 2014", "2014-05-11", "2014-05-11"),
    ("Minggu, 14 Juni 2015", "2015-06-14", "2015-06-14"),
    # issue 584: month names it did not know
    ("6 Nop 2019", "2019-11-06", "2019-11-06"),
    ("6 Djan. 2019", "2019-01-06", "2019-01-06"),
    ("6 Peb. 2019", "2019-02-06", "2019-02-06"),
    ("6 Apr. 2019", "2019-04-06", "2019-04-06"),
    ("6 Djuni 2019", "2019-06-06", "2019-06-06"),
    ("6 Djuli 2019", "2019-07-06", "2019-07-06"),
    ("6 Sept. 2019", "2019-09-06", "2019-09-06"),
    ("6 Okt. 2019", "2019-10-06", "2019-10-06"),
    ("6 Nop. 2019", "2019-11-06", "2019-11-06"),
    ("6 Des. 2019", "2019-12-06", "2019-12-06"),
    # issue 971: the zone where ISO 8601 has its T
    ("2019-09-28WIB19:17:34+07:00", "2019-09-28", "2019-09-28"),
]
_CHAT = "of comments and chats; an article's moment is its date"
_AGO = "a stretch counted back from now has no edge in the calendar; left unread rather than guessed"
_IN = "counted on from now; the press prints an announced day in brackets"
COUNTED = [
    # tests/test_languages.py
    ("baru saja", "2015-06-14", "2015-06-14", _CHAT),
    ("kemarin lusa", "2015-06-12", "2015-06-12", "spoken language; the press prints the day in brackets"),
    ("sehari yang lalu", "2015-06-13", "2015-06-13", _AGO),
    ("seminggu yang lalu", "2015-06-07", "2015-06-07", _AGO),
    ("sebulan yang lalu", "2015-05-14", "2015-05-14", _AGO),
    ("setahun yang lalu", "2014-06-14", "2014-06-14", _AGO),
    ("3 minggu yang lalu", "2015-05-24", "2015-05-24", _AGO),
    ("5 minggu", "2015-05-10", "2015-05-10", "how long something lasts, not when it was"),
    ("5 tahun yang lalu", "2010-06-14", "2010-06-14", _AGO),
    ("dalam 43 menit", "2015-06-14", "2015-06-14", _CHAT),
    ("dlm 23 dtk", "2015-06-14", "2015-06-14", _CHAT),
    # tests/test_freshness_date_parser.py
    ("4 tahun lalu", "2011-06-14", "2011-06-14", _AGO),
    ("4 thn lalu", "2011-06-14", "2011-06-14", _AGO),
    ("4 bulan lalu", "2015-02-14", "2015-02-14", _AGO),
    ("4 bln lalu", "2015-02-14", "2015-02-14", _AGO),
    ("dalam 12 detik", "2015-06-14", "2015-06-14", _CHAT),
    ("dalam 10 hari", "2015-06-24", "2015-06-24", _IN),
]
SPELLED = [  # issue 584
    ("6 Mrt. 2019", "2019-03-06", "2019-03-06", "Dutch spelling; a bare month may be a date, and MRT is a train"),
    ("6 Mai 2019", "2019-05-06", "2019-05-06", "spelling of before 1972; a bare month may be a date, and Mai a name"),
    ("6 Ag. 2019", "2019-08-06", "2019-08-06", "a bare month may be a date, and Ag is a degree (S.Ag)"),
]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [*DATES, *(pytest.param(*row, marks=pytest.mark.xfail(reason=why)) for *row, why in [*COUNTED, *SPELLED])],
)
def test_a_date(text: str, start: str, end: str) -> None:
    value = read(text, anchor=ANCHOR)
    assert value is not None
    assert (value.start, value.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("text", [row[0] for row in [*COUNTED, *SPELLED]])
def test_what_is_no_date_to_us_is_not_misread(text: str) -> None:
    assert read(text, anchor=ANCHOR) is None


def days_in(sentence: str) -> list[DateValue]:
    found, _ = find_mentions(parse(sentence), anchor=ANCHOR)
    return [one.value for one in found if isinstance(one.value, DateValue)]


def test_a_date_in_a_sentence() -> None:
    """The date of tests/test_search.py: one in the sentence, whatever else stands there."""
    (day,) = days_in("Perang di Asia berakhir pada tanggal 15 Agustus 1945, ketika Jepang menyerah kepada Sekutu.")
    assert day.start == day.end == date(1945, 8, 15)


@pytest.mark.parametrize("text", [row[0] for row in COUNTED])
def test_what_is_no_date_to_us_is_none_in_a_sentence(text: str) -> None:
    """Issue 912: ``4 tahun lalu`` is not ``tahun lalu``, ``4 bulan lalu`` not ``bulan lalu``."""
    assert days_in(f"Sebanyak 41 persen pekerja terdaftar {text} di Kota Bekasi.") == []
