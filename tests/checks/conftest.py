"""Claims by hand: a text, and what each of its numbers means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extractor.checks import run_checks
from extractor.language import parse
from extractor.model import (
    Claim,
    ClaimRegion,
    Dated,
    Dating,
    Document,
    Evidence,
    Finding,
    Mention,
    Period,
    Quantity,
)
from extractor.numbers import SCALES, read_digits

UNKNOWN = Dated(None, "unknown")
_UNITS = {"desa": "villages", "persen": "percent", "poin": "percentage_point"}


def year(number: int, basis: str = "explicit") -> Dated:
    """A whole year as the period of a claim."""
    return Dated(Period(date(number, 1, 1), date(number, 12, 31), "year"), basis, str(number))


def _value(quote: str) -> Decimal:
    digits, *words = quote.split()
    number = read_digits(digits, whole=not set(words) & {"persen", "poin", *SCALES})
    assert number is not None, quote
    scale = next((SCALES[word] for word in words if word in SCALES), Decimal(1))
    return number.value * scale


def _claim(text: str, quote: str, order: int, fields: dict[str, Any]) -> Claim:
    start = text.index(quote)
    unit = next((unit for word, unit in _UNITS.items() if word in quote.split()), "workers")
    defaults: dict[str, Any] = {
        "group": "g",
        "kind": "achieved",
        "indicator": "coverage_rate" if unit in ("percent", "percentage_point") else "covered_workers",
        "region": ClaimRegion("18", "Lampung", "province", "same_sentence"),
        "as_of": UNKNOWN,
        "unit": unit,
        "value": _value(quote),
    }
    sentence = parse(text).sentence_at(start)
    evidence = Evidence(start, start + len(quote), quote, sentence.start, sentence.end)
    return Claim(id=f"c{order}", document="d", evidence=evidence, **{**defaults, **fields})


@dataclass(frozen=True)
class Story:
    """A text with its claims (printed words and fields) and further mentions of them."""

    text: str
    numbers: tuple[tuple[str, dict[str, Any]], ...]
    published: Dated = UNKNOWN

    def reprinted(self, old: str, new: str) -> Story:
        """The same story with other digits in one place."""
        assert self.text.count(old) == 1, old
        numbers = tuple((quote.replace(old, new), fields) for quote, fields in self.numbers)
        return replace(self, text=self.text.replace(old, new), numbers=numbers)

    def claims(self) -> list[Claim]:
        """The claims, with ids c0, c1, ... in the order given."""
        return [_claim(self.text, quote, i, fields) for i, (quote, fields) in enumerate(self.numbers)]

    def findings(self, check: str, mentions: tuple[Mention, ...] = ()) -> list[Finding]:
        """What one check finds."""
        document = Document("d", None, "text/plain", "d", self.text)
        dating = Dating(UNKNOWN, self.published)
        found = run_checks(document, parse(self.text), mentions, self.claims(), dating)
        return [finding for finding in found if finding.check == check]

    def verdicts(self, check: str) -> list[str]:
        """The verdicts of one check."""
        return [finding.verdict for finding in self.findings(check)]


Teller = Callable[..., Story]


@pytest.fixture
def tell() -> Teller:
    """``tell(text, ("38,1 persen", {}), ("2.000 orang", {"kind": "denominator"}))``."""

    def teller(text: str, *numbers: tuple[str, dict[str, Any]], published: Dated = UNKNOWN) -> Story:
        assert all(re.match(r"\d", quote) for quote, _ in numbers)
        return Story(text, numbers, published)

    return teller


@pytest.fixture
def in_year() -> Callable[..., Dated]:
    """``in_year(2024)``: a stated year; a second argument names another basis."""
    return year


@pytest.fixture
def mention_of() -> Callable[..., Mention]:
    """A further mention of a percentage or count."""

    def build(identity: str, text: str, quote: str, value: str, unit: str = "percent") -> Mention:
        start = text.index(quote)
        quantity = Quantity(Decimal(value), unit)
        return Mention(identity, start, start + len(quote), quote, "PERCENT", quantity, "r")

    return build
