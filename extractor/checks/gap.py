"""Gaps against level and target: 16.9 + 9.04 = 25.94, 1248700 - 413070 = 835630."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extractor.checks.intervals import Interval, Printed, compare, exactly, plain, read_printed, rounded
from extractor.checks.material import COUNTS, Material, readable, same_people, same_subject, same_time
from extractor.model import Claim, Finding

_FULL = exactly(Decimal(100))
_OTHER_PERIOD = "level and gap describe different periods"
_NO_GOAL = "the text does not say what the gap is measured to"
_LATER = "it is due later than another target"
_APART = "the text does not tie the base to it"


@dataclass(frozen=True, slots=True)
class _Sum:
    """One way to compute a gap: from which claims, in which words.

    ``doubt`` says why the text does not hold the gap to it; such a way can explain a gap, not contradict it.
    """

    claims: tuple[Claim, ...]
    words: str
    exact: Decimal
    reachable: Interval
    doubt: str | None = None


def check(material: Material) -> list[Finding]:
    """One finding per gap: the verdict on its arithmetic, or what it would take to check it."""
    return [
        _check_points(material, gap) if gap.unit not in COUNTS else _check_amount(material, gap)
        for gap in material.claims
        if gap.kind == "gap" and readable(gap)
    ]


def _check_points(material: Material, gap: Claim) -> Finding:
    ways = []
    level = _level(material, gap)
    if level and gap.gap_to != "full" and (target := _target(material, gap, level)):
        first, *later = _by_deadline(material, gap, level, target)
        named = gap.gap_to == "target" or material.nearby(gap, first)
        ways.append(_to_target(gap, level, first, _period_doubt(material, gap, level) if named else _NO_GOAL))
        ways += [_to_target(gap, level, row, _LATER) for row in later]
    if level and gap.gap_to != "target":
        named = gap.gap_to == "full"
        ways.append(_to_full(gap, level, _period_doubt(material, gap, level) if named else _NO_GOAL))
    if not ways:
        missing = "no level is printed" if level is None else "no target is printed"
        return _unchecked(material, gap, f"a gap of {read_printed(gap).words} points: {missing}", missing)
    return _best(material, gap, ways)


def _check_amount(material: Material, gap: Claim) -> Finding:
    ways = []
    covered = _find(material, gap, lambda other: other.kind == "achieved" and other.unit == gap.unit)
    base = _find(material, gap, lambda other: other.kind == "denominator" and other.unit == gap.unit)
    target = _find(material, gap, lambda other: other.kind in ("target", "planned") and other.unit == gap.unit)
    if gap.gap_to != "target" and base and covered and base.value > covered.value:
        ways.append(_difference(base, covered, _goal_doubt(material, gap, base)))
    if gap.gap_to != "full" and target and covered and target.value > covered.value:
        ways.append(_difference(target, covered, _goal_doubt(material, gap, target)))
    if base and not ways and (points := _points_beside(material, gap)):
        ways.append(_share_of_base(base, points))
    if not ways:
        words = read_printed(gap).words
        base_only = base is not None and covered is None and gap.gap_to != "target"
        reason = (
            f"how many are in beside {words} is not printed" if base_only else f"the base behind {words} is not printed"
        )
        return _unchecked(material, gap, f"{words} {gap.unit} missing", reason)
    return _best(material, gap, ways)


def _find(material: Material, gap: Claim, wanted: Callable[[Claim], bool]) -> Claim | None:
    """The claim about the same people that the text ties to the gap, else the only one of its period."""

    def fits(other: Claim) -> bool:
        return wanted(other) and same_subject(gap, other) and readable(other)

    return material.tied(gap, fits) or material.only(gap, lambda other: fits(other) and same_time(gap, other))


def _level(material: Material, gap: Claim) -> Claim | None:
    def fits(other: Claim) -> bool:
        rate = other.kind == "achieved" and other.unit == "percent" and other.population != "target"
        return rate and other.indicator == gap.indicator and same_subject(gap, other)

    same_period = material.only(gap, lambda other: fits(other) and same_time(gap, other))
    return material.tied(gap, fits) or same_period or material.only(gap, fits)


def _target(material: Material, gap: Claim, level: Claim) -> Claim | None:
    """The target above the level; a national one may stand behind a region's gap."""

    def fits(other: Claim) -> bool:
        place = other.region.code in (gap.region.code, "ID", None)
        ahead = other.kind == "target" and other.unit == "percent" and other.value > level.value
        return ahead and same_people(gap, other) and place

    return material.tied(gap, fits) or material.only(gap, fits)


def _by_deadline(material: Material, gap: Claim, level: Claim, target: Claim) -> list[Claim]:
    """The target and others of its place and people, the next one due first.

    ``42,5 persen pada 2025 dan 99,5 persen pada 2045``: a gap is to the first unless the digits say otherwise.
    """
    rows = [
        row for row in material.claims
        if row.kind == "target" and row.unit == "percent" and row.value > level.value and row.as_of.period is not None
        and same_people(gap, row) and row.region.code == target.region.code
    ]  # fmt: skip
    if target not in rows:
        return [target]
    return sorted(rows, key=lambda row: row.as_of.period.start if row.as_of.period else date.max)


def _points_beside(material: Material, gap: Claim) -> Claim | None:
    return material.tied(
        gap,
        lambda other: (
            other.kind == "gap" and other.unit not in COUNTS and same_subject(gap, other) and other.gap_to == gap.gap_to
        ),
    )


def _period_doubt(material: Material, gap: Claim, level: Claim) -> str | None:
    return None if same_time(gap, level) or material.together(gap, level) else _OTHER_PERIOD


def _goal_doubt(material: Material, gap: Claim, goal: Claim) -> str | None:
    if gap.gap_to == "unknown" and not material.together(gap, goal):
        return _NO_GOAL
    return None if material.nearby(gap, goal) else _APART


def _to_target(gap: Claim, level: Claim, target: Claim, doubt: str | None) -> _Sum:
    have, goal, rest = read_printed(level), read_printed(target), read_printed(gap)
    exact = target.value - level.value
    if exact == gap.value:
        words = f"{have.words} + {rest.words} = {goal.words}"
    else:
        words = f"{goal.words} - {have.words} = {plain(exact)}"
    return _Sum((gap, level, target), words, exact, goal.interval - have.interval, doubt)


def _to_full(gap: Claim, level: Claim, doubt: str | None) -> _Sum:
    have, exact = read_printed(level), Decimal(100) - level.value
    return _Sum((gap, level), f"100 - {have.words} = {plain(exact)}", exact, _FULL - have.interval, doubt)


def _difference(whole: Claim, covered: Claim, doubt: str | None) -> _Sum:
    all_of_them, have = read_printed(whole), read_printed(covered)
    exact = whole.value - covered.value
    words = f"{all_of_them.words} - {have.words} = {plain(exact)}"
    return _Sum((whole, covered), words, exact, all_of_them.interval - have.interval, doubt)


def _share_of_base(base: Claim, points: Claim) -> _Sum:
    whole, rate = read_printed(base), read_printed(points)
    exact = base.value * points.value / 100
    words = f"{rate.words} % x {whole.words} = {plain(rounded(exact, Decimal(1)))}"
    return _Sum((points, base), words, exact, whole.interval * rate.interval / _FULL)


def _best(material: Material, gap: Claim, ways: list[_Sum]) -> Finding:
    """The first way that explains the printed gap; else the first that the text holds it to disagrees."""
    printed = read_printed(gap)
    verdicts = [compare(way.exact, way.reachable, printed) for way in ways]
    for wanted in ("agrees", "rounding"):
        if wanted in verdicts:
            return _verdict(material, gap, ways[verdicts.index(wanted)], wanted, printed)
    contradicting = [way for way in ways if way.doubt is None]
    if contradicting:
        return _verdict(material, gap, contradicting[0], "disagrees", printed)
    message = f"{' and '.join(way.words for way in ways)}, printed {printed.words}"
    return _unchecked(material, gap, message, ways[0].doubt or _NO_GOAL)


def _verdict(material: Material, gap: Claim, way: _Sum, verdict: str, printed: Printed) -> Finding:
    message = way.words
    if way.exact != gap.value:
        message += f", printed {printed.words}"
    if verdict == "rounding":
        message += ": within the rounding of the printed numbers"
    claims = dict.fromkeys((gap, *way.claims))
    return material.finding("gap", verdict, claims, message, expected=plain(way.exact), found=plain(gap.value))


def _unchecked(material: Material, gap: Claim, message: str, reason: str) -> Finding:
    return material.finding("gap", "unchecked", (gap,), message, found=plain(gap.value), reason=reason)
