"""What printed numbers cover."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from extractor.checks.intervals import Interval, compare, cut_off, exactly, plain, read_printed, rounded


@pytest.mark.parametrize(
    ("quote", "fields", "low", "high", "words"),
    [
        ("38,09 persen", {}, "38.085", "38.095", "38.09"),
        ("38.09 persen", {}, "38.085", "38.095", "38.09"),
        ("40 persen", {}, "39.5", "40.5", "40"),
        ("8,20 persen", {}, "8.195", "8.205", "8.20"),
        ("651.652 orang", {}, "651652", "651652", "651652"),
        ("51,495 orang", {}, "51495", "51495", "51495"),
        ("2,6 juta pekerja", {}, "2550000", "2650000", "2.6 juta"),
        ("43,75 ribu orang", {}, "43745", "43755", "43.75 ribu"),
        ("2 juta pekerja", {}, "1500000", "2500000", "2 juta"),
        # a hedge widens what is meant
        ("40 persen", {"qualifier": ("approx",)}, "39", "41", "40"),
        ("6.540 orang", {"qualifier": ("approx",)}, "6535", "6545", "6540"),
        ("6.000 orang", {"qualifier": ("more_than",)}, "5500", "6500", "6000"),
        ("40 persen", {"qualifier": ("only",)}, "39.5", "40.5", "40"),
        # a range
        ("32 persen", {"value_max": Decimal(33)}, "31.5", "33.5", "32"),
    ],
)
def test_printed(tell: Any, quote: str, fields: dict[str, Any], low: str, high: str, words: str) -> None:
    printed = read_printed(tell(f"Ada {quote} di sana.", (quote, fields)).claims()[0])
    assert printed.interval == Interval(Decimal(low), Decimal(high))
    assert printed.words == words


def test_arithmetic_keeps_the_ends() -> None:
    one, two = Interval(Decimal(8), Decimal(10)), Interval(Decimal(2), Decimal(4))
    assert one + two == Interval(Decimal(10), Decimal(14))
    assert one - two == Interval(Decimal(4), Decimal(8))
    assert one * two == Interval(Decimal(16), Decimal(40))
    assert one / two == Interval(Decimal(2), Decimal(5))
    assert not two.overlaps(one) and two.overlaps(Interval(Decimal(4), Decimal(5)))


@pytest.mark.parametrize(
    ("value", "step", "near", "cut"),
    [("38.085", "0.01", "38.09", "38.08"), ("38.0849", "0.01", "38.08", "38.08"), ("0.5", "1", "1", "0")],
)
def test_rounding(value: str, step: str, near: str, cut: str) -> None:
    assert rounded(Decimal(value), Decimal(step)) == Decimal(near)
    assert cut_off(Decimal(value), Decimal(step)) == Decimal(cut)


def test_plain_has_no_exponent() -> None:
    assert [plain(Decimal(text)) for text in ("1E+6", "2.50", "0.0", "12")] == ["1000000", "2.5", "0", "12"]


@pytest.mark.parametrize(
    ("exact", "reach", "verdict"),
    [
        ("38.094", "0", "agrees"),
        ("38.099", "0", "rounding"),  # cut off, not rounded
        ("38.12", "0.03", "rounding"),  # the other numbers are rounded
        ("38.12", "0.01", "disagrees"),
        ("38.08", "0", "disagrees"),
    ],
)
def test_verdicts(tell: Any, exact: str, reach: str, verdict: str) -> None:
    printed = read_printed(tell("Ada 38,09 persen.", ("38,09 persen", {})).claims()[0])
    spread = Interval(Decimal(exact) - Decimal(reach), Decimal(exact) + Decimal(reach))
    assert compare(Decimal(exact), spread, printed) == verdict
    assert compare(Decimal("38.09"), exactly(Decimal("38.09")), printed) == "agrees"
