"""Printed numbers that fit together: a count on its base gives a percentage, parts add up to their total.

Arithmetic and nearness only; what the numbers mean is said by the words (``kinds.fitting``). Figures of several
digits fit by chance so seldom that a fit says more than any word: whose base it is, what goes into the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from extractor.claims.clusters import Slot
from extractor.frozen import dataclass
from extractor.numbers import exponent

_SENTENCES = 3  # a triple or a list lies within so many sentences of each other
_NEAREST = 8  # counts on each side of a percentage that are tried
_PARTS = 9  # at most that add up to a total
_LEAST = 100  # smaller counts fit by chance
_DIGITS = 3  # significant digits of a total
_ABOUT = 1.000001  # more than what floats lose
_ROUND_DIGITS = 2  # of a percentage, and of the counts whose percentage has no decimals


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part`` on ``whole`` gives ``rate``, to its printed decimals; all are slots."""

    part: Slot
    whole: Slot
    rate: Slot


@dataclass(frozen=True, slots=True)
class Sum:
    """The ``parts``, neighbours in the text, add up to the ``total`` before or behind them, to the last digit."""

    total: Slot
    parts: tuple[Slot, ...]


@dataclass(frozen=True)
class Relations:
    """All that fits together among the numbers of a document."""

    slots: tuple[Slot, ...]

    @cached_property
    def _counts(self) -> list[Slot]:
        return [slot for slot in self.slots if not slot.is_percent and slot.quantity.unit != "regions"]

    @cached_property
    def ratios(self) -> tuple[Ratio, ...]:
        """One for every percentage that has one, the nearest; in text order."""
        found = (self._ratio(slot) for slot in self.slots if slot.is_percent)
        return tuple(row for row in found if row is not None)

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """All sums, in text order of their totals."""
        return tuple(self._sums())

    def __bool__(self) -> bool:
        """Whether anything fits."""
        return bool(self.sums or self.ratios)

    def ratio_of(self, slot: Slot) -> Ratio | None:
        """The first ratio that a number is in."""
        return next((row for row in self.ratios if slot in (row.part, row.whole, row.rate)), None)

    def sum_with(self, slot: Slot) -> Sum | None:
        """The first sum that a number is a part of."""
        return next((row for row in self.sums if slot in row.parts), None)

    def _ratio(self, rate: Slot) -> Ratio | None:
        quantity = rate.quantity
        if quantity.unit != "percent" or quantity.value_max is not None or not 0 < quantity.value < 100:
            return None
        if _digits(quantity.value) < _ROUND_DIGITS:
            return None  # "1 persen" is anything on anything
        half = Decimal("0.5").scaleb(min(exponent(quantity.value), 0))
        near = [(slot, float(slot.quantity.value)) for slot in self._around(rate) if slot.quantity.value >= _LEAST]
        least, most = float(quantity.value - half) / 100, float(quantity.value + half) / 100
        fits = [
            Ratio(part, whole, rate)
            for whole, size in near
            for part, share in near
            # roughly first: to divide decimals takes a microsecond, and most pairs are far off
            if least * size <= share * _ABOUT and share <= most * size * _ABOUT and _fits(part, whole, rate, half)
        ]
        return min(fits, key=_width, default=None)

    def _around(self, rate: Slot) -> list[Slot]:
        before = [slot for slot in self._counts if slot.index < rate.index][-_NEAREST:]
        behind = [slot for slot in self._counts if slot.index > rate.index][:_NEAREST]
        return [slot for slot in (*before, *behind) if _within(slot, rate, _SENTENCES)]

    def _sums(self) -> Iterator[Sum]:
        counts = self._counts
        for place, total in enumerate(counts):
            value = total.quantity.value
            if value < _LEAST or _digits(value) < _DIGITS or total.quantity.value_max is not None:
                continue
            for way in (counts[place + 1 : place + 1 + _PARTS], counts[max(0, place - _PARTS) : place][::-1]):
                parts = _adding_up(total, way)
                if parts:
                    yield Sum(total, tuple(sorted(parts, key=lambda slot: slot.index)))
                    break


def _adding_up(total: Slot, way: Sequence[Slot]) -> list[Slot]:
    """The first neighbours of a total in one direction that add up to it; empty where none do."""
    parts: list[Slot] = []
    left = float(total.quantity.value)
    for slot in way:
        left -= float(slot.quantity.value)
        if left < -1 or not _alike(slot, total) or slot.quantity.value_max is not None:
            return []
        if not _within(slot, parts[-1] if parts else total, _SENTENCES):
            return []
        parts.append(slot)
        if left < 1:
            exact = sum((part.quantity.value for part in parts), Decimal(0)) == total.quantity.value
            return parts if exact and len(parts) > 1 else []
    return []


def _fits(part: Slot, whole: Slot, rate: Slot, half: Decimal) -> bool:
    """Whether a count is to another what a percentage says, ``half`` a unit of its last digit up or down."""
    one, two = part.quantity.value, whole.quantity.value
    if one >= two or not _alike(part, whole) or abs(one / two * 100 - rate.quantity.value) > half:
        return False
    return exponent(rate.quantity.value) < -1 or _is_close(part, whole, rate)


def _alike(one: Slot, other: Slot) -> bool:
    """Whether two counts may count the same things; a bare number counts what its neighbours do."""
    units = {one.quantity.unit, other.quantity.unit} - {None}
    return len(units) < 2


def _is_close(part: Slot, whole: Slot, rate: Slot) -> bool:
    """Whether a rate with one decimal or none, which more pairs fit, stands beside both counts.

    That is in the same sentence or the one before or behind; without a decimal in the same paragraph too.
    """
    rows = [slot.sentence for slot in (part, whole, rate)]
    indexes = [row.index for row in rows]
    if max(indexes) - min(indexes) > 1:
        return False
    if exponent(rate.quantity.value) < 0:
        return True
    exact = all(_digits(slot.quantity.value) >= _ROUND_DIGITS for slot in (part, whole))
    return exact and len({row.paragraph for row in rows}) == 1


def _within(one: Slot, other: Slot, sentences: int) -> bool:
    two = (one.sentence, other.sentence)
    return abs(two[0].index - two[1].index) <= sentences and abs(two[0].paragraph - two[1].paragraph) <= 1


def _width(ratio: Ratio) -> int:
    places = [slot.mention.start for slot in (ratio.part, ratio.whole, ratio.rate)]
    return max(places) - min(places)


def _digits(value: Decimal) -> int:
    """The significant digits a number was printed with; zeros at the end of a whole number are none."""
    digits = value.as_tuple().digits
    count = len(digits) - (digits[0] == 0)
    if exponent(value) < 0:
        return count
    for digit in reversed(digits):
        if digit:
            break
        count -= 1
    return count
