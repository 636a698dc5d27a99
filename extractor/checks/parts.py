"""Parts against their whole: 460267 + 147159 = 607426; the rows of a table against its total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from extractor.checks.intervals import Interval, compare, hedged, in_scale, plain, read_printed, rounded
from extractor.checks.material import COUNTS, Material, readable, same_place, same_time
from extractor.checks.tables import check_tables
from extractor.model import Claim, Finding

# Segments that together are everybody; the second and later ones only with what they add.
_COMPLETE = (
    frozenset({"FORMAL", "INFORMAL"}),
    frozenset({"PU", "BPU", "JAKON", "PMI"}),
    frozenset({"PU", "BPU", "JAKON"}),
    frozenset({"PU", "BPU", "PMI"}),
    frozenset({"PU", "BPU"}),
)
_MAY_LACK = frozenset({"PU", "BPU"})
_LISTS_ALL = re.compile(r"\b(?:terdiri|terbagi|yakni|yaitu|rincian\w*|meliputi|mencakup|sisanya)\b|\($", re.IGNORECASE)
_LISTS_SOME = re.compile(r"\b(?:di ?antaranya|antara lain|termasuk|sebagian)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:sisanya|selebihnya|lainnya|dan lain-lain)\b", re.IGNORECASE)
_LEVELS = frozenset({"achieved", "denominator", "target", "planned"})


def check(material: Material) -> list[Finding]:
    """Sums of enumerated parts, of complementary segments and of table columns."""
    grouped = _groups(material)
    done = {subject for finding in grouped for subject in finding.subjects}
    return grouped + _segments(material, done) + check_tables(material)


def _counts(material: Material) -> list[Claim]:
    return [c for c in material.claims if c.unit in COUNTS and c.kind in _LEVELS and readable(c)]


def _groups(material: Material) -> list[Finding]:
    """Counts of one group, kind and unit: the largest is the whole when the text or the sum says so."""
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in _counts(material):
        groups[claim.group, claim.kind, claim.unit].append(claim)
    found = []
    for rows in groups.values():
        whole = max(rows, key=lambda claim: claim.value)
        parts = [claim for claim in rows if claim.id != whole.id]
        if len(parts) < 2:
            continue
        complete = _says_all(material, whole, parts) or _is_everybody(whole, parts)
        if complete or _adds_up(whole, parts):
            found.append(_sum(material, whole, parts))
    return found


def _adds_up(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the sum itself says that these are the parts: equal, or equal in three printed digits or more."""
    exact, goal = sum((part.value for part in parts), Decimal(0)), read_printed(whole, qualifier=())
    return exact == goal.value or (goal.step * 100 <= goal.value and rounded(exact, goal.step) == goal.value)


def _is_everybody(whole: Claim, parts: Sequence[Claim]) -> bool:
    segments = [set(part.segment) for part in parts]
    named = frozenset().union(*segments)
    return not whole.segment and all(len(s) == 1 for s in segments) and len(named) == len(parts) and named in _COMPLETE


def _says_all(material: Material, whole: Claim, parts: Sequence[Claim]) -> bool:
    """``terdiri dari A dan B``, ``(A dan B)``: the text gives the parts as the whole of it."""
    text, first = material.document.text, min(parts, key=lambda part: part.evidence.start)
    between = text[whole.evidence.end : first.evidence.start]
    one_sentence = all(material.together(whole, part) for part in parts)
    listed = _LISTS_ALL.search(between.rstrip()) and not _LISTS_SOME.search(between)
    return bool(first.evidence.start > whole.evidence.start and one_sentence and listed)


def _segments(material: Material, done: set[str]) -> list[Finding]:
    """Complementary segments with the number for all workers, wherever the document prints them."""
    found = []
    named = {segment for claim in material.claims for segment in claim.segment}
    complete = [segments for segments in _COMPLETE if segments <= named]
    for whole in _counts(material) if complete else ():
        if whole.segment or whole.id in done:
            continue
        for segments in complete:
            parts = [_part(material, whole, name) for name in sorted(segments)]
            if all(parts):
                found.append(_sum(material, whole, [part for part in parts if part]))
                break
    return found


def _part(material: Material, whole: Claim, segment: str) -> Claim | None:
    return material.only(
        whole,
        lambda other: (
            set(other.segment) == {segment}
            and (other.unit, other.kind, other.indicator) == (whole.unit, whole.kind, whole.indicator)
            and same_place(whole, other)
            and same_time(whole, other)
            and other.programme == whole.programme
            and readable(other)
        ),
    )


def _sum(material: Material, whole: Claim, parts: Sequence[Claim]) -> Finding:
    ordered = sorted(parts, key=lambda part: part.evidence.start)
    printed = [read_printed(part) for part in ordered]
    total, goal = Interval(Decimal(0), Decimal(0)), read_printed(whole)
    for part in printed:
        total += part.interval
    exact = sum((part.value for part in ordered), Decimal(0))
    verdict = compare(exact, total, goal)
    shown = in_scale(exact, goal) if all(part.scale == goal.scale for part in printed) else plain(exact)
    message = f"{' + '.join(part.words for part in printed)} = {shown}"
    reason = None
    if exact != whole.value:
        message += f", printed {hedged(whole, goal.words)}"
    if verdict == "rounding":
        message += ": within the rounding of the printed numbers"
    if verdict == "disagrees" and frozenset(s for part in parts for s in part.segment) == _MAY_LACK:
        verdict, reason = "unchecked", "construction and migrant workers may be counted apart"
    last = ordered[-1].evidence
    if (
        verdict == "disagrees"
        and exact < whole.value
        and _REST.search(material.document.text, last.end, last.sentence_end)
    ):
        verdict, reason = "unchecked", "the text names a rest without its number"
    return material.finding(
        "parts",
        verdict,
        (whole, *ordered),
        message,
        expected=plain(exact),
        found=plain(whole.value),
        reason=reason,
    )
