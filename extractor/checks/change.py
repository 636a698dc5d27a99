"""Changes against the two levels they lie between: in points, in percent, or in numbers of people."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from extractor.checks.intervals import Interval, compare, exactly, in_scale, plain, read_printed, rounded
from extractor.checks.material import COUNTS, Material, may_be_same_place, readable, same_people, same_subject
from extractor.model import Claim, Finding

_HUNDRED = exactly(Decimal(100))
_ONE = exactly(Decimal(1))


@dataclass(frozen=True, slots=True)
class _Way:
    """One reading of a change: its two levels (or level and amount) and what they give."""

    claims: tuple[Claim, ...]
    words: str
    exact: Decimal
    reachable: Interval


def check(material: Material) -> list[Finding]:
    """One finding per change."""
    return [_check_one(material, c) for c in material.claims if c.kind == "change" and readable(c)]


def _check_one(material: Material, change: Claim) -> Finding:
    printed = read_printed(change)
    ways = _ways(material, change)
    if not ways:
        reason = "the level before is not printed"
        return material.finding(
            "change", "unchecked", (change,), f"a change of {printed.words}: {reason}",
            found=plain(change.value), reason=reason,
        )  # fmt: skip
    verdicts = [compare(way.exact, way.reachable, printed) for way in ways]
    for wanted in ("agrees", "rounding"):
        if wanted in verdicts:
            return _finding(material, change, ways[verdicts.index(wanted)], wanted)
    if len({way.claims for way in ways}) == 1 and all(_beside(material, change, c) for c in ways[0].claims):
        return _finding(material, change, ways[0], "disagrees")
    reason = "the text does not say between which levels it lies"
    return material.finding(
        "change", "unchecked", (change,), f"a change of {printed.words}: no two of its levels give it",
        found=plain(change.value), reason=reason,
    )  # fmt: skip


def _beside(material: Material, change: Claim, level: Claim) -> bool:
    return material.together(change, level) or material.follows(change, level)


def _finding(material: Material, change: Claim, way: _Way, verdict: str) -> Finding:
    printed = read_printed(change)
    shown = printed.step if verdict == "agrees" else printed.step / 10
    result = plain(rounded(way.exact, shown))
    message = f"{way.words} = {in_scale(rounded(way.exact, shown), printed)}"
    if change.unit not in COUNTS:
        message += " points" if " / " not in way.words else " %"
    if verdict != "agrees":
        message += f", printed {printed.words}"
    if verdict == "rounding":
        message += ": within the rounding of the printed numbers"
    return material.finding(
        "change", verdict, (change, *way.claims), message, expected=result, found=plain(change.value)
    )


def _ways(material: Material, change: Claim) -> list[_Way]:
    levels = [
        other
        for other in material.claims
        if other.kind == "achieved" and same_subject(change, other) and readable(other)
        and (material.together(change, other) or material.nearby(change, other))
    ]  # fmt: skip
    rates = [level for level in levels if level.unit == "percent" and level.population != "target"]
    counts = [level for level in levels if level.unit in COUNTS]
    if change.unit in COUNTS:
        same_unit = [level for level in counts if level.unit == change.unit]
        pairs = [*combinations(same_unit, 2), *_ahead_of_level(material, change)]
        return [_difference(one, two) for one, two in pairs if one.value != two.value]
    ways = []
    if change.change_basis != "relative":
        ways += [_difference(one, two) for one, two in combinations(rates, 2) if one.value != two.value]
    if change.change_basis != "percentage_point":
        pairs = [
            *combinations(counts, 2),
            *(combinations(rates, 2) if change.change_basis == "relative" else ()),
        ]
        ways += [_relative(change, one, two) for one, two in pairs if one.value and two.value and one.unit == two.unit]
        ways += _from_amount(material, change, counts)
    return ways


def _ahead_of_level(material: Material, change: Claim) -> list[tuple[Claim, Claim]]:
    """``anggaran untuk 22.000 orang, bertambah 3.750``: what is planned, with the level that it adds to.

    The planned number stands in the change's sentence and says whom it is about; the level is that of the
    same people nearby, or the only one in the document.
    """
    pairs = []
    for ahead in material.claims:
        if ahead.kind not in ("planned", "target") or ahead.unit != change.unit or not readable(ahead):
            continue
        if not material.together(change, ahead) or not may_be_same_place(change, ahead):
            continue
        if change.segment and not same_people(change, ahead):
            continue
        level = _level_of(material, ahead)
        pairs += [(level, ahead)] if level else []
    return pairs


def _level_of(material: Material, ahead: Claim) -> Claim | None:
    def fits(other: Claim) -> bool:
        return other.kind == "achieved" and other.unit == ahead.unit and same_subject(ahead, other) and readable(other)

    return material.tied(ahead, fits) or material.only(ahead, fits)


def _difference(one: Claim, two: Claim) -> _Way:
    low, high = sorted((one, two), key=lambda level: level.value)
    less, more = read_printed(low), read_printed(high)
    exact = high.value - low.value
    return _Way((one, two), f"{more.words} - {less.words}", exact, more.interval - less.interval)


def _before_and_after(change: Claim, one: Claim, two: Claim) -> tuple[Claim, Claim]:
    """Ordered by their periods where these tell, else by the direction of the change."""
    first, second = one.as_of.period, two.as_of.period
    if first and second and first.start != second.start:
        return (one, two) if first.start < second.start else (two, one)
    low, high = sorted((one, two), key=lambda level: level.value)
    return (high, low) if change.direction == "decrease" else (low, high)


def _relative(change: Claim, one: Claim, two: Claim) -> _Way:
    before, after = _before_and_after(change, one, two)
    old, new = read_printed(before), read_printed(after)
    quotient, reachable = after.value / before.value, new.interval / old.interval
    if quotient >= 1:
        words, exact, within = f"{new.words} / {old.words} - 1", quotient - 1, reachable - _ONE
    else:
        words, exact, within = f"1 - {new.words} / {old.words}", 1 - quotient, _ONE - reachable
    return _Way((one, two), words, exact * 100, Interval(within.low * 100, within.high * 100))


def _from_amount(material: Material, change: Claim, counts: list[Claim]) -> list[_Way]:
    """``berkurang 4,1 juta atau 12,2 persen menjadi 30 juta``: the amount over the level before."""
    amounts = [
        other
        for other in material.claims
        if other.kind == "change" and other.unit in COUNTS and readable(other) and other.value
        and other.direction in ("increase", "decrease") and same_subject(change, other)
        and material.together(change, other)
    ]  # fmt: skip
    ways = []
    for amount in amounts:
        for level in counts:
            if level.unit != amount.unit or (amount.direction == "increase" and level.value <= amount.value):
                continue
            part, now = read_printed(amount), read_printed(level)
            decreased = amount.direction == "decrease"
            before = level.value + amount.value if decreased else level.value - amount.value
            interval = now.interval + part.interval if decreased else now.interval - part.interval
            words = f"{part.words} / ({now.words} {'+' if decreased else '-'} {part.words})"
            reachable = part.interval / interval * _HUNDRED
            ways.append(_Way((amount, level), words, amount.value / before * 100, reachable))
    return ways
