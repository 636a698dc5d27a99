"""How much of a claim had to be inferred: a score from 1 down, with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.model import Dated

_DOUBTS = {
    "region.carried": (0.05, "region carried from an earlier sentence"),
    "region.headline": (0.1, "region from the headline"),
    "region.most_named": (0.15, "region the document is mostly about"),
    "region.unknown": (0.3, "region unknown"),
    "asof.none": (0.05, "no period named"),
    "kind.coordinated": (0.05, "continues the number before it"),
    "kind.achieved.carried": (0.1, "coverage is named in the sentence before"),
    "kind.achieved.sentence": (0.2, "coverage is named elsewhere in its sentence"),
    "kind.denominator": (0.05, "a base, named as such"),
}


def confidence(rules: Sequence[str], claim_flags: Sequence[str], as_of: Dated) -> tuple[float, tuple[str, ...]]:
    """A score from 1 down, and its reasons: how much had to be inferred, not how likely it is true."""
    score, reasons = 1.0, []
    for rule in rules:
        if rule in _DOUBTS:
            cost, reason = _DOUBTS[rule]
            score -= cost
            reasons.append(reason)
    for flag in claim_flags:
        if flag != "provisional":
            score -= 0.1
            reasons.append(f"flag {flag}")
    if as_of.basis == "unknown":
        score -= 0.1
        reasons.append("as-of unknown")
    return round(max(score, 0.05), 2), tuple(reasons)
