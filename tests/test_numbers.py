"""Numbers in digits and in words, with the slips of the press, and what is no number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numbers import Number, read_digits, read_words

# (digits, read where things are counted, read elsewhere: percentages, before "juta"); "~" marks a flagged reading
DIGITS = [
    ("7", "7", "7"),
    ("2024", "2024", "2024"),
    ("38,09", "38.09 ~missing_scale_word", "38.09"),
    ("9,0", "9.0 ~missing_scale_word", "9.0"),
    ("1.710.891", "1710891", "1710891"),
    ("1.710.891,5", "1710891.5", "1710891.5"),
    ("651.652", "651652", "651.652 ~ambiguous_decimal"),
    # a dot where Indonesian writes a comma, and the other way round
    ("34.55", "34.55 ~ambiguous_decimal ~missing_scale_word", "34.55 ~ambiguous_decimal"),
    ("51,495", "51495 ~swapped_thousands", "51.495"),
    ("1,710,891", "1710891 ~swapped_thousands", "1710891 ~swapped_thousands"),
    # people come in wholes: a decimal before a noun has lost its "juta"
    ("2,58", "2.58 ~missing_scale_word", "2.58"),
    # no reading fits
    ("12.34.56", None, None),
    ("1.710.89", None, None),
    ("1.710,891,5", None, None),
    ("1,5,2", None, None),
    ("12,", None, None),
    ("", None, None),
    ("tiga", None, None),
]

WORDS = [
    ("nol", "0"),
    ("tujuh", "7"),
    ("sepuluh", "10"),
    ("sebelas", "11"),
    ("sembilan belas", "19"),
    ("tiga puluh dua", "32"),
    ("seratus", "100"),
    ("seratus sebelas", "111"),
    ("dua ratus lima belas", "215"),
    ("seribu", "1000"),
    ("seribu dua ratus", "1200"),
    ("empat ribu", "4000"),
    ("sejuta", "1000000"),
    ("satu juta seribu satu", "1001001"),
    ("dua juta tiga ratus ribu", "2300000"),
    ("dua belas miliar", "12000000000"),
    ("setengah juta", "500000"),
    ("tiga puluh dua koma lima", "32.5"),
    ("nol koma nol lima", "0.05"),
    # not in the order of a number, or not one at all
    ("", None),
    ("belas", None),
    ("puluh dua", None),
    ("dua tiga", None),
    ("lima sepuluh", None),
    ("tiga dua puluh", None),
    ("seratus seribu", None),
    ("empat ribu dua juta", None),
    ("dua koma", None),
    ("koma lima", None),
    ("dua koma sebelas", None),
    ("setengah", None),
    ("setengah tiga", None),
    ("dua pekerja", None),
]


def shown(number: Number | None) -> str | None:
    if number is None:
        return None
    return " ".join([str(number.value), *(f"~{flag}" for flag in number.flags)])


@pytest.mark.parametrize(("text", "counted", "otherwise"), DIGITS)
def test_digits(text: str, counted: str | None, otherwise: str | None) -> None:
    assert shown(read_digits(text, whole=True)) == counted
    assert shown(read_digits(text, whole=False)) == otherwise


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: str | None) -> None:
    found = read_words(text.split())
    assert (None if found is None else str(found)) == expected


ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def spelled(number: int) -> str:
    """A number in words, by the Indonesian spell-out rules of Unicode's CLDR."""
    for size, one, name in ((10**9, None, "miliar"), (10**6, None, "juta"), (1000, "seribu", "ribu")):
        if number >= size:
            head = one if one and number < 2 * size else f"{spelled(number // size)} {name}"
            return _followed(head, number % size)
    if number >= 100:
        return _followed("seratus" if number < 200 else f"{ONES[number // 100]} ratus", number % 100)
    if number >= 20:
        return _followed(f"{ONES[number // 10]} puluh", number % 10)
    if number >= 10:
        return {10: "sepuluh", 11: "sebelas"}.get(number) or f"{ONES[number - 10]} belas"
    return ONES[number]


def _followed(head: str, rest: int) -> str:
    return f"{head} {spelled(rest)}" if rest else head


def grouped(number: int) -> str:
    """Digits as Indonesian writes them: ``1.710.891``."""
    return f"{number:,}".replace(",", ".")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (15, "lima belas"),
        (21, "dua puluh satu"),
        (1_111, "seribu seratus sebelas"),
        (101_000, "seratus satu ribu"),
        (1_000_000_000, "satu miliar"),
        (2_345_678, "dua juta tiga ratus empat puluh lima ribu enam ratus tujuh puluh delapan"),
    ],
)
def test_the_speller(number: int, words: str) -> None:
    assert spelled(number) == words


WHOLE = st.integers(min_value=0, max_value=10**9)


@given(st.one_of(WHOLE, st.integers(min_value=0, max_value=2000)))
def test_every_whole_number_in_words_reads_back(number: int) -> None:
    assert read_words(spelled(number).split()) == number


@given(WHOLE, st.text("0123456789", min_size=1, max_size=4))
def test_every_decimal_in_words_reads_back(number: int, decimals: str) -> None:
    words = f"{spelled(number)} koma {' '.join(ONES[int(digit)] for digit in decimals)}"
    assert read_words(words.split()) == Decimal(f"{number}.{decimals}")


@given(WHOLE)
def test_every_count_in_digits_reads_back(number: int) -> None:
    assert read_digits(grouped(number), whole=True) == Number(Decimal(number))
    assert read_digits(str(number), whole=True) == Number(Decimal(number))


@given(WHOLE, st.text("0123456789", min_size=1, max_size=4))
def test_every_percentage_in_digits_reads_back(number: int, decimals: str) -> None:
    expected = Number(Decimal(f"{number}.{decimals}"))
    assert read_digits(f"{grouped(number)},{decimals}", whole=False) == expected
    assert read_digits(f"{number},{decimals}", whole=False) == expected


@given(st.text("0123456789.,", max_size=14), st.booleans())
def test_digits_and_separators_never_raise_nor_change_a_digit(text: str, whole: bool) -> None:
    number = read_digits(text, whole=whole)
    if number is not None:
        printed = [c for c in text if c.isdigit()]
        assert int("".join(printed)) == int("".join(map(str, number.value.as_tuple().digits)))


@given(st.lists(st.sampled_from([*ONES, "belas", "puluh", "ratus", "ribu", "juta", "koma", "sebelas", "seratus",
                                 "seribu", "setengah", "orang"]), max_size=7))  # fmt: skip
def test_words_in_any_order_never_raise_and_one_number_has_one_spelling(words: list[str]) -> None:
    value = read_words(words)
    if value is not None and value == int(value) and not {"koma", "setengah"} & set(words):
        assert _plain(words) == _plain(spelled(int(value)).split())


def _plain(words: list[str]) -> str:
    """``satu ribu`` and ``seribu`` are two spellings of one number."""
    text = " ".join(words)
    for one, other in (("satu ratus", "seratus"), ("satu ribu", "seribu"), ("satu puluh", "sepuluh")):
        text = text.replace(one, other)
    return text.replace("satu belas", "sebelas")
