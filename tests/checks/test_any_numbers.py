"""Properties that hold for all numbers, not only those of the tables."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.intervals import Interval, Printed, compare, exactly, plain, rounded

STEPS = st.sampled_from([Decimal(1), Decimal("0.1"), Decimal("0.01")])
COUNTS = st.integers(min_value=1, max_value=10**7)


def printed(value: Decimal, step: Decimal) -> Printed:
    """A percentage as a newsroom prints it."""
    return Printed(value, Interval(value - step / 2, value + step / 2), step, plain(value))


@given(part=COUNTS, whole=COUNTS, step=STEPS)
def test_a_correctly_rounded_percentage_agrees(part: int, whole: int, step: Decimal) -> None:
    exact = Decimal(part) / Decimal(whole) * 100
    assert compare(exact, exactly(exact), printed(rounded(exact, step), step)) == "agrees"


@given(part=COUNTS, whole=COUNTS, step=STEPS, slip=st.integers(min_value=2, max_value=9))
def test_a_slip_of_the_last_digit_never_agrees(part: int, whole: int, step: Decimal, slip: int) -> None:
    exact = Decimal(part) / Decimal(whole) * 100
    for value in (rounded(exact, step) + slip * step, rounded(exact, step) - slip * step):
        assert compare(exact, exactly(exact), printed(value, step)) == "disagrees"


@given(value=st.decimals(min_value=0, max_value=10**9, places=3))
def test_plain_keeps_the_value(value: Decimal) -> None:
    text = plain(value)
    assert Decimal(text) == value
    assert "E" not in text and not text.endswith(".")
