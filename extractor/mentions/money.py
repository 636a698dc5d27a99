"""MONEY: amounts in rupiah, so that no contribution, benefit or budget is taken for a count of people."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.language import Parsed
from extractor.model import Found, Money
from extractor.numbers import SCALES, read_digits
from extractor.rules import RuleMatch


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """Amounts of money; one whose digits no reading explains (``Rp.2, 016 miliar``) is left out."""
    found: list[Found] = []
    for match in matches:
        words = parsed.printed[match.token_start : match.token_end]
        digits = next((word for word in words if word[0].isdigit()), None)
        scale = next((SCALES[word.lower()] for word in words if word.lower() in SCALES), None)
        number = read_digits(digits, whole=scale is None) if digits else None
        if number is not None:
            amount = number.value * scale if scale else number.value
            found.append(Found(match.start, match.end, "MONEY", Money(amount), match.rule.id))
    return found
