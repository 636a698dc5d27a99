"""Counting: how many were right, missed and invented, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """``right`` items stand in gold and output, ``missed`` ones in gold only, ``invented`` in output only.

    An item that is there with a wrong value is both missed and invented. Ratios are between 0 and 1, or
    None where there was nothing to measure.
    """

    right: int = 0
    missed: int = 0
    invented: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.missed + other.missed, self.invented + other.invented)

    @property
    def precision(self) -> float | None:
        """Of what the program says, how much is in gold."""
        return _ratio(self.right, self.right + self.invented)

    @property
    def recall(self) -> float | None:
        """Of what is in gold, how much the program says."""
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.right, 2 * self.right + self.missed + self.invented)

    def to_json(self) -> dict[str, float | int | None]:
        """The counts and the three ratios, rounded to four decimals."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        rounded = {name: None if value is None else round(value, 4) for name, value in ratios.items()}
        return {"right": self.right, "missed": self.missed, "invented": self.invented, **rounded}


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of many tallies."""
    return sum(tallies, Tally())


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
