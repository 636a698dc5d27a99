"""How much of a claim had to be inferred: a score from 1 down, with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.model import Dated

# Weighed by how often a claim the rule took part in was wrong in articles that no rule had been written from.
_DOUBTS = {
    "region.carried": (0.05, "region carried from an earlier sentence"),
    "region.continued": (0.05, "region of the number before it"),
    "region.same_sentence": (0.05, "region from another clause"),
    "region.speaker": (0.1, "region from the office of who says it"),
    "region.headline": (0.15, "region from the headline"),
    "region.most_named": (0.25, "region the document is mostly about"),
    "region.unknown": (0.4, "region unknown"),
    "segment.carried": (0.1, "workers named in an earlier sentence"),
    "asof.none": (0.05, "no period named"),
    "kind.achieved.of_target": (0.05, "measured against a target"),
    "kind.coordinated": (0.05, "continues the number before it"),
    "kind.denominator": (0.05, "a base, named as such"),
    "kind.part": (0.05, "a part of the number before it"),
    "kind.achieved.carried": (0.1, "coverage is named in the sentence before"),
    "kind.achieved.topic": (0.1, "coverage is named some sentences before"),
    "kind.next_sentence": (0.1, "continues the sentence before"),
    "kind.planned.word": (0.1, "a plan, by its words alone"),
    "kind.achieved.become": (0.15, "what a number became"),
    "kind.target.growth": (0.15, "a target of growth"),
    "kind.target.purpose": (0.15, "a purpose read as a target"),
    "kind.achieved.sentence": (0.2, "coverage is named elsewhere in its sentence"),
    "kind.change.word": (0.2, "a change, by its words alone"),
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
