"""Where coverage stands in a region: the latest level reviewed, what is newer but not reviewed, the next target.

Pure, on rows of ``Store.latest_levels``. Nothing is averaged: values that differ for one period stand side by
side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]

# What stands for a region's coverage, the most telling first.
MEASURES = ("coverage_rate", "covered_workers", "active_workers", "registered_workers")
_SERIES = ("indicator", "unit", "segments")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a region stands.

    ``levels`` are the latest, one for each value reported for their period; ``reviewed`` whether reviewers
    stand behind them. ``newer`` are levels of a later period that wait for review. ``targets`` are those of
    the next deadline, one for each value.
    """

    levels: tuple[Row, ...]
    reviewed: bool
    newer: tuple[Row, ...]
    targets: tuple[Row, ...]

    @property
    def value(self) -> Decimal:
        """The level to sort by: the lowest, of values that differ."""
        return min(Decimal(row["value"]) for row in self.levels)

    @property
    def distance(self) -> Decimal | None:
        """What the level lacks of the nearest target, below zero where it is beyond; None without a target."""
        return (
            min((Decimal(row["value"]) for row in self.targets), default=self.value) - self.value
            if self.targets
            else None
        )


def standings(rows: Iterable[Row]) -> dict[str, Standing]:
    """By region code where each stands; a region without a level has none. ``rows`` are sorted by region."""
    found = {code: _standing(list(told)) for code, told in groupby(rows, key=lambda row: str(row["region_code"]))}
    return {code: standing for code, standing in found.items() if standing}


def _standing(rows: Sequence[Row]) -> Standing | None:
    levels = [row for row in rows if row["kind"] == "achieved" and _end(row)]
    if not levels:
        return None
    series = _series(min(levels, key=_preference))
    levels = [row for row in levels if _series(row) == series]
    reviewed = [row for row in levels if row["status"] != "pending"]
    chosen = _latest(reviewed or levels)
    newer = _latest(row for row in levels if row["status"] == "pending" and _end(row) > _end(chosen[0]))
    ahead = [
        row
        for row in rows
        if row["kind"] == "target" and _series(row) == series and (row["as_of_end"] or "") >= _end(chosen[0])
    ]
    deadline = min((row["as_of_end"] for row in ahead), default=None)
    targets = _distinct(row for row in ahead if row["as_of_end"] == deadline)
    return Standing(chosen, bool(reviewed), newer if reviewed else (), targets)


def _preference(row: Row) -> tuple[Any, ...]:
    """The most telling measure, of all workers before a segment, the latest."""
    return MEASURES.index(row["indicator"]), len(row["segments"]), _reversed(_end(row)), row["claim_id"]


def _reversed(day: str) -> int:
    return -int(day.replace("-", ""))


def _series(row: Row) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in _SERIES)


def _end(row: Row) -> str:
    """The day a level stands at; where none is named, the day it was published."""
    return str(row["as_of_end"] or row["published_end"] or "")


def _latest(rows: Iterable[Row]) -> tuple[Row, ...]:
    told = list(rows)
    last = max(map(_end, told), default="")
    return _distinct(row for row in told if _end(row) == last)


def _distinct(rows: Iterable[Row]) -> tuple[Row, ...]:
    """One row for each value, an original before its copies."""
    by_value: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row["near_copy_of"] is not None, row["claim_id"])):
        by_value.setdefault(f"{row['value']}–{row['value_max']}", row)
    return tuple(sorted(by_value.values(), key=lambda row: Decimal(row["value"])))
