"""Limits no number may pass: a share of people above 100 %, a period that lies after the publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractor.checks.intervals import plain, read_printed
from extractor.checks.material import Material, named
from extractor.model import Claim, Dated, Finding

_PARTS_OF_A_WHOLE = frozenset({"coverage_rate", "entity_coverage", "membership_share"})
_FUTURE = frozenset({"target", "planned"})
_NAMED = 4  # claims a message names before it counts the rest


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


def check_as_of(material: Material, published: Dated, event: Dated) -> list[Finding]:
    """Periods that the text states against the day it was published; targets may lie ahead.

    One finding for each claim whose period lies after it, one for all others, one when the day is unknown. What was
    told at a dated event was published no earlier: periods that begin by then are in time in any case.
    """
    stated = [
        claim
        for claim in material.claims
        if claim.as_of.period and claim.as_of.basis in ("explicit", "carried") and claim.kind not in _FUTURE
    ]
    day = published.period.end if published.period else event.period.end if event.period else None
    late = [claim for claim in stated if day is None or (claim.as_of.period and claim.as_of.period.start > day)]
    found: list[Finding] = []
    if late and published.period is not None:
        found = [_late(material, claim, published.period.end) for claim in late]
    elif late:
        reason = "the publication date is not known"
        message = f"the periods of {_listed(late)}: {reason}"
        found.append(material.finding("as_of", "unchecked", late, message, reason=reason))
    if in_time := [claim for claim in stated if claim not in late]:
        latest = max(claim.as_of.period.start for claim in in_time if claim.as_of.period)
        when = "published" if published.period else "told"
        message = f"the periods of {_listed(in_time)} begin by {latest}, {when} on {day}"
        found.append(material.finding("as_of", "agrees", in_time, message))
    return found


def _late(material: Material, claim: Claim, day: date) -> Finding:
    assert claim.as_of.period is not None
    start, words = claim.as_of.period.start, claim.as_of.text
    period = f"{words!r}, which begins on {start}" if words else f"{start}"
    return material.finding(
        *("as_of", "disagrees", (claim,)),
        f"{named(claim)} is dated {period}, after the publication on {day}",
        expected=f"at most {day}",
        found=start.isoformat(),
    )


def _listed(claims: Sequence[Claim]) -> str:
    """Their numbers as printed; of many the first few."""
    quotes = [repr(claim.evidence.quote) for claim in claims]
    more = len(quotes) - _NAMED
    return ", ".join(quotes if more <= 1 else [*quotes[:_NAMED], f"{more} more"])
