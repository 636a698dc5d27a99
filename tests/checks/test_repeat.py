"""The same statement with other digits."""

from __future__ import annotations

from typing import Any

import pytest

TEXT = "Cakupan Tembus 70 Persen\nCakupan kini 70,86 persen."


@pytest.mark.parametrize(
    ("headline", "value", "verdict"),
    [("70 Persen", "70", "rounding"), ("71 Persen", "71", "rounding"), ("78 Persen", "78", "disagrees")],
)
def test_a_headline_may_round(tell: Any, mention_of: Any, headline: str, value: str, verdict: str) -> None:
    text = TEXT.replace("70 Persen", headline)
    mention = mention_of("m1", text, headline, value)
    (finding,) = tell(text, ("70,86 persen", {"mentions": ("m1",)})).findings("repeat", (mention,))
    assert (finding.verdict, finding.subjects) == (verdict, ("c0",))


def test_the_same_digits_are_no_matter(tell: Any, mention_of: Any) -> None:
    mention = mention_of("m1", TEXT, "70 Persen", "70")
    story = tell(TEXT.replace("70,86", "70,00"), ("70,00 persen", {"mentions": ("m1",)}))
    assert story.findings("repeat", (mention,)) == []


TWICE = "Peserta kini 41.277 orang.\nIa menyebut peserta 41.277 jiwa."


def _twice(tell: Any, **fields: Any) -> Any:
    return tell(TWICE, ("41.277 orang", {"group": "1"}), ("41.277 jiwa", {"group": "2", **fields}))


def test_a_repeat_agrees_silently(tell: Any) -> None:
    assert _twice(tell).findings("repeat") == []


@pytest.mark.parametrize("slip", ["41.727 jiwa", "41.377 jiwa", "47.277 jiwa"])
def test_one_digit_turns_the_verdict(tell: Any, slip: str) -> None:
    (finding,) = _twice(tell).reprinted("41.277 jiwa", slip).findings("repeat")
    assert (finding.verdict, finding.subjects) == ("disagrees", ("c0", "c1"))


def test_a_rounded_repeat(tell: Any) -> None:
    text = "Peserta kini 41.277 orang.\nIa menyebut peserta 41,3 ribu jiwa."
    story = tell(text, ("41.277 orang", {"group": "1"}), ("41,3 ribu jiwa", {"group": "2"}))
    assert story.verdicts("repeat") == ["rounding"]


def test_another_number_is_another_fact(tell: Any) -> None:
    assert _twice(tell).reprinted("41.277 jiwa", "18.900 jiwa").findings("repeat") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"segment": ("BPU",)},
        {"kind": "target"},
        {"indicator": "active_workers"},
        {"group": "1"},
        {"plan": ("RKPD",)},
    ],
)
def test_other_meanings_are_no_repeats(tell: Any, fields: dict[str, Any]) -> None:
    assert _twice(tell, **fields).reprinted("41.277 jiwa", "41.727 jiwa").findings("repeat") == []


def test_other_periods_are_no_repeats(tell: Any, in_year: Any) -> None:
    story = _twice(tell, as_of=in_year(2020)).reprinted("41.277 jiwa", "41.727 jiwa")
    assert story.findings("repeat") == []
