"""The same statement printed twice with other digits: a rounded headline, or a slip."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import combinations

from extractor.checks.intervals import compare, plain, read_printed
from extractor.checks.material import Material, readable
from extractor.model import Claim, Finding, Mention, Quantity

_KINDS = frozenset({"achieved", "denominator", "target", "gap"})
_NEAR = Decimal("0.02")  # closer than this, two numbers about one thing at one time are one statement


def check(material: Material) -> list[Finding]:
    """Rounded repeats of a claim, and pairs of claims that say the same with different digits."""
    return _rounded_mentions(material) + _contradictions(material)


def _rounded_mentions(material: Material) -> list[Finding]:
    """A claim's further mentions that print another value: the headline's ``70 persen`` for 70.86."""
    quantities = {m.id: m for m in material.mentions if isinstance(m.value, Quantity)}
    found = []
    for claim in material.claims:
        for identity in claim.mentions:
            mention = quantities.get(identity)
            if mention and isinstance(mention.value, Quantity) and mention.value.value != claim.value:
                found.append(_rounded(material, claim, mention, mention.value))
    return found


def _rounded(material: Material, claim: Claim, mention: Mention, value: Quantity) -> Finding:
    exact = read_printed(claim)
    short = read_printed(claim, quote=mention.quote, value=value.value, qualifier=value.qualifier)
    verdict = compare(claim.value, exact.interval, short)
    words = "is rounded to" if verdict != "disagrees" else "is also printed as"
    verdict = "rounding" if verdict == "agrees" else verdict
    return material.finding(
        "repeat", verdict, (claim,), f"{exact.words} {words} {short.words} ({mention.quote})",
        expected=plain(claim.value), found=plain(value.value),
    )  # fmt: skip


def _contradictions(material: Material) -> list[Finding]:
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in material.claims:
        if claim.kind in _KINDS and claim.value_max is None and readable(claim):
            alike[_statement(claim)].append(claim)
    return [
        _contradiction(material, one, two)
        for rows in alike.values()
        for one, two in combinations(rows, 2)
        if one.value != two.value and not material.together(one, two) and _is_slip(one, two)
    ]


def _statement(claim: Claim) -> tuple[object, ...]:
    """All that a claim says but its number."""
    return (
        claim.unit,
        claim.kind,
        claim.indicator,
        claim.region.code or claim.region.name,
        frozenset(claim.segment),
        frozenset(claim.programme),
        claim.as_of.period,
        frozenset(claim.plan),
        claim.population,
        claim.gap_to,
        frozenset(claim.funding),
        claim.data_source,
    )


def _is_slip(one: Claim, two: Claim) -> bool:
    """Near in size, or the same digits in another order, or one digit apart: else two different facts."""
    if abs(one.value - two.value) <= _NEAR * max(one.value, two.value):
        return True
    first, second = (plain(c.value).replace(".", "") for c in (one, two))
    if len(first) != len(second) or len(first) < 3:
        return False
    return sorted(first) == sorted(second) or sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _contradiction(material: Material, one: Claim, two: Claim) -> Finding:
    first, second = read_printed(one), read_printed(two)
    finer, coarser = (first, second) if first.step <= second.step else (second, first)
    same = compare(finer.value, finer.interval, coarser) != "disagrees"
    verdict = "rounding" if same else "disagrees"
    note = ": one is the other rounded" if verdict == "rounding" else " for the same statement"
    return material.finding(
        "repeat", verdict, (one, two), f"printed as {first.words} and as {second.words}{note}",
        expected=plain(one.value), found=plain(two.value),
    )  # fmt: skip
