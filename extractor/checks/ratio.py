"""Percentage against count and base: 651652 / 1710891 = 38.09 %."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from extractor.checks.intervals import (
    compare,
    compare_hedged,
    exactly,
    hedged,
    plain,
    read_printed,
    rounded,
)
from extractor.checks.material import (
    COUNTS,
    Material,
    may_be_same_place,
    readable,
    same_people,
    same_place,
    same_subject,
    same_time,
)
from extractor.model import Claim, Finding

_HUNDRED = exactly(Decimal(100))
_KINDS = ("achieved", "share", "target", "planned")
_OTHER_MATTERS = frozenset({"funded_workers", "inactive_workers", "uncovered_workers"})
_APART = "the text does not tie the count and the base to the percentage"
_COMPLEMENTS = ({"FORMAL", "INFORMAL"}, {"PU", "BPU"})


def check(material: Material) -> list[Finding]:
    """One finding per percentage that is printed with a count."""
    segments = _segment_bases(material)
    covered = {subject for finding in segments for subject in finding.subjects}
    found = [
        finding
        for claim in material.claims
        if claim.unit == "percent" and claim.kind in _KINDS and (finding := _check_one(material, claim, covered))
    ]
    return found + segments


def _check_one(material: Material, percent: Claim, covered: set[str]) -> Finding | None:
    if not readable(percent):
        return None
    count = _count_of(material, percent)
    if count is None:
        return _check_subject(material, percent)
    base = _base_of(material, percent, count)
    if base is not None:
        return _verdict(material, percent, count, base)
    if percent.id in covered:  # the bases that the segments imply were added up instead
        return None
    base = _base_of_subject(material, percent, count)
    if base is not None:
        return _verdict(material, percent, count, base)
    wider = _wider_base(material, percent)
    return _against_all(material, percent, count, wider) if wider else _unchecked(material, percent, count)


def _check_subject(material: Material, percent: Claim) -> Finding | None:
    """A percentage apart from its count: the document's only count and base of that place, people and time."""
    if percent.population == "target" or any(_is_rival(percent, other) for other in material.claims):
        return None
    entities = percent.indicator == "entity_coverage"

    def fits(other: Claim) -> bool:
        counted = _is_count_of(percent, other) and other.indicator not in _OTHER_MATTERS
        return counted and same_time(percent, other) and (other.unit != "workers") is entities

    count = material.only(percent, fits)
    base = _base_of_subject(material, percent, count) if count else None
    return _verdict(material, percent, count, base) if count and base else None


def _is_rival(percent: Claim, other: Claim) -> bool:
    """Another percentage that the count could as well be."""
    same = (percent.unit, percent.kind, percent.population == "target") == (
        other.unit,
        other.kind,
        other.population == "target",
    )
    return same and other.value != percent.value and same_subject(percent, other) and same_time(percent, other)


def _base_of_subject(material: Material, percent: Claim, count: Claim) -> Claim | None:
    """The only base of the same place and people anywhere in the document; nothing is taken for an unknown place.

    A base population has its own date (the latest survey), the whole that a share is of has the count's.
    """
    if percent.region.code is None or percent.as_of.period is None:
        return None

    def fits(other: Claim) -> bool:
        whole = other.kind == "denominator" or (same_time(count, other) and other.indicator == count.indicator)
        return whole and _is_base_of(percent, count, other) and same_place(percent, other)

    return material.only(percent, fits)


def _count_of(material: Material, percent: Claim) -> Claim | None:
    return material.tied(percent, lambda other: _is_count_of(percent, other))


def _base_of(material: Material, percent: Claim, count: Claim) -> Claim | None:
    """The base in the same group or sentence, else the document's only one, when it stands right beside."""

    def fits(other: Claim) -> bool:
        return _is_base_of(percent, count, other)

    return material.tied(percent, fits) or material.only(
        percent, lambda other: fits(other) and material.follows(percent, other)
    )


def _unchecked(material: Material, percent: Claim, count: Claim) -> Finding:
    numbers = f"{read_printed(count).words} are {read_printed(percent).words} % of a base"
    return material.finding(
        "ratio",
        "unchecked",
        (percent, count),
        f"{numbers} that is not printed",
        found=plain(percent.value),
        reason="no base is printed",
    )


def _wider_base(material: Material, percent: Claim) -> Claim | None:
    """The base of more people than the percentage speaks of: ``9.200 nelayan atau 4 persen dari N pekerja``."""

    def fits(other: Claim) -> bool:
        whole = other.kind == "denominator" and other.unit == "workers" and readable(other) and bool(other.value)
        return whole and set(other.segment) < set(percent.segment) and may_be_same_place(percent, other)

    return material.tied(percent, fits) if percent.population != "target" else None


def _against_all(material: Material, percent: Claim, count: Claim, base: Claim) -> Finding:
    """A count and its percentage against a base of more people: only where they fit is it the one that is meant."""
    finding = _verdict(material, percent, count, base)
    if finding is not None and finding.verdict in ("agrees", "rounding"):
        return finding
    part, whole, rate = read_printed(count), read_printed(base), read_printed(percent, qualifier=())
    result = plain(rounded(count.value / base.value * 100, rate.step))
    return material.finding(
        "ratio",
        "unchecked",
        (percent, count, base),
        f"{part.words} / {whole.words} = {result} %, printed {rate.words} %",
        expected=result,
        found=plain(percent.value),
        reason="the base printed counts more people than the count and the percentage speak of",
    )


def _is_count_of(percent: Claim, other: Claim) -> bool:
    """A count of the same kind, people and place as the percentage; who is paid for is another matter."""
    if other.indicator in _OTHER_MATTERS and other.group != percent.group:
        return False
    kinds = ("achieved", "share") if percent.kind in ("achieved", "share") else (percent.kind,)
    return other.unit in COUNTS and other.kind in kinds and same_subject(percent, other) and readable(other)


def _is_base_of(percent: Claim, count: Claim, other: Claim) -> bool:
    """The number that the percentage is a part of, by what the text says it is a part of."""
    if other.id == count.id or other.unit != count.unit or not readable(other):
        return False
    if percent.population == "target":
        return other.kind == "target" and same_subject(percent, other)
    if not may_be_same_place(percent, other):
        return False
    if percent.kind == "share" or percent.population == "participants":
        wider = set(other.segment) < set(percent.segment) or (not other.segment and bool(percent.segment))
        return other.kind == "achieved" and wider and other.value >= count.value
    return other.kind == "denominator" and same_people(percent, other)


def _verdict(material: Material, percent: Claim, count: Claim, base: Claim) -> Finding | None:
    part, whole, rate = read_printed(count), read_printed(base), read_printed(percent, qualifier=())
    if not base.value:
        return None
    exact, reason = count.value / base.value * 100, None
    verdict = compare_hedged(percent, exact, part.interval / whole.interval * _HUNDRED)
    words = hedged(percent, f"{rate.words} %")
    shown = rate.step if verdict == "agrees" and words == f"{rate.words} %" else rate.step / 10
    result = plain(rounded(exact, shown))
    message = f"{part.words} / {whole.words} = {result} %"
    if shown != rate.step:
        message += f", printed {words}"
    if verdict == "rounding":
        message += ": within the rounding of the printed numbers"
    if verdict == "disagrees" and not _is_told_together(material, percent, count, base):
        verdict, reason = "unchecked", _APART
    claims = (percent, count, base)
    return material.finding(
        "ratio", verdict, claims, message, expected=result, found=plain(percent.value), reason=reason
    )


def _is_told_together(material: Material, percent: Claim, count: Claim, base: Claim) -> bool:
    """Whether the text itself holds the three together, so that it contradicts itself when they do not fit."""
    if material.together(percent, count):
        return material.together(percent, base) or material.follows(percent, base)
    return material.together(count, base) and material.follows(percent, count)


def _segment_bases(material: Material) -> list[Finding]:
    """Complementary segments whose bases are not printed: do the bases they imply add up to the whole?

    460267 of 57.47 % and 147159 of 17.02 % imply 800882 and 864624 workers.
    """
    found = []
    for segments in _COMPLEMENTS:
        pairs = [pair for name in sorted(segments) if (pair := _segment_pair(material, name))]
        if len(pairs) == len(segments) and len({percent.region.code for percent, _ in pairs}) == 1:
            base = material.only(pairs[0][0], partial(_is_whole_base, pairs[0][0]))
            found += [_implied_bases(material, pairs, base)] if base else []
    return found


def _is_whole_base(percent: Claim, other: Claim) -> bool:
    """The base of all workers of the region."""
    same_region = other.region.code == percent.region.code
    return other.kind == "denominator" and not other.segment and other.unit == "workers" and same_region


def _segment_pair(material: Material, segment: str) -> tuple[Claim, Claim] | None:
    """The coverage within a segment with its count, when it is printed without a base of its own."""
    for percent in material.claims:
        is_rate = percent.unit == "percent" and percent.kind == "achieved" and bool(percent.value)
        if not is_rate or set(percent.segment) != {segment} or not readable(percent):
            continue
        count = _count_of(material, percent)
        if count and count.unit == "workers" and _base_of(material, percent, count) is None:
            return percent, count
    return None


def _implied_bases(material: Material, pairs: list[tuple[Claim, Claim]], base: Claim) -> Finding:
    total, exact = exactly(Decimal(0)), Decimal(0)
    terms, bases = [], []
    for percent, count in pairs:
        rate, part = read_printed(percent), read_printed(count)
        total += part.interval * _HUNDRED / rate.interval
        implied = count.value * 100 / percent.value
        exact += implied
        terms.append(f"{part.words} / {rate.words} %")
        bases.append(plain(rounded(implied, Decimal(1))))
    whole = read_printed(base)
    verdict = compare(exact, total, whole)
    result = plain(rounded(exact, Decimal(1)))
    message = f"{' + '.join(terms)} = {' + '.join(bases)} = {result}, the base printed is {whole.words}"
    if verdict == "rounding":
        message += ": within the rounding of the percentages"
    claims = [claim for pair in pairs for claim in pair]
    return material.finding("ratio", verdict, (*claims, base), message, expected=result, found=plain(base.value))
