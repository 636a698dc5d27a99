"""Limits no number may pass: a share of people above 100 %, a period that lies after the publication."""

from __future__ import annotations

from extractor.checks.intervals import plain, read_printed
from extractor.checks.material import Material
from extractor.model import Dated, Finding

_PARTS_OF_A_WHOLE = frozenset({"coverage_rate", "entity_coverage", "membership_share"})
_FUTURE = frozenset({"target", "planned"})


def check_over_100(material: Material) -> list[Finding]:
    """Percentages of coverage above 100; the attainment of a target may exceed it."""
    return [
        material.finding(
            "over_100",
            "disagrees",
            (claim,),
            f"{read_printed(claim).words} % is more than all of them",
            expected="at most 100",
            found=plain(claim.value),
        )
        for claim in material.claims
        if claim.unit == "percent"
        and claim.value > 100
        and claim.indicator in _PARTS_OF_A_WHOLE
        and claim.population != "target"
        and claim.kind != "change"
    ]


def check_as_of(material: Material, published: Dated) -> list[Finding]:
    """Periods that the text states against the day it was published; targets may lie ahead.

    One finding for each period that lies after it, one for all that do not, one when the day is unknown.
    """
    stated = [
        claim
        for claim in material.claims
        if claim.as_of.period and claim.as_of.basis in ("explicit", "carried") and claim.kind not in _FUTURE
    ]
    if not stated:
        return []
    if published.period is None:
        reason = "the publication date is not known"
        message = f"the periods of {len(stated)} claims: {reason}"
        return [material.finding("as_of", "unchecked", stated, message, reason=reason)]
    day = published.period.end
    late = [claim for claim in stated if claim.as_of.period and claim.as_of.period.start > day]
    found = [
        material.finding(
            "as_of",
            "disagrees",
            (claim,),
            f"{claim.as_of.text or claim.as_of.period.start} begins on {claim.as_of.period.start}, "
            f"after the publication on {day}",
            expected=f"at most {day}",
            found=claim.as_of.period.start.isoformat(),
        )
        for claim in late
        if claim.as_of.period
    ]
    in_time = [claim for claim in stated if claim not in late]
    if in_time:
        latest = max(claim.as_of.period.start for claim in in_time if claim.as_of.period)
        message = f"{len(in_time)} stated periods begin by {latest}, published on {day}"
        found.append(material.finding("as_of", "agrees", in_time, message))
    return found
