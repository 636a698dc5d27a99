"""What several reports of one thing add up to: repeats told once, differing values side by side.

Works on rows of ``coverage_timeline`` or ``reviewed_claims`` with their list columns as lists, as the store
gives them. Nothing is averaged and no report is chosen over another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

# What a number must share with another one to be about the same thing at the same time.
_SAMENESS = ("as_of_start", "as_of_end", "unit", "indicator", "population", "segments", "programmes")


def once(rows: Sequence[Row]) -> list[Row]:
    """The rows without those in which a near-copy repeats what its original, or another copy, reports."""
    return [row for row, _ in with_copies(rows)]


def with_copies(rows: Sequence[Row]) -> list[tuple[Row, int]]:
    """Like ``once``, each row with the number of near-copies that repeat it."""
    told: dict[tuple[Any, ...], Row] = {}
    repeats: dict[int, int] = defaultdict(int)
    left_out = set[int]()
    for row in sorted(rows, key=lambda row: row.get("near_copy_of") is not None):
        source = row.get("near_copy_of") or row["document_id"]
        first = told.setdefault((source, row["kind"], row["value"], *_subject(row)), row)
        if first is not row and row.get("near_copy_of") is not None:
            repeats[id(first)] += 1
            left_out.add(id(row))
    return [(row, repeats[id(row)]) for row in rows if id(row) not in left_out]


def differing(rows: Sequence[Row]) -> list[list[Row]]:
    """Levels reported for the same thing and the same period with different values, one row for each value."""
    same: dict[tuple[Any, ...], dict[str, Row]] = defaultdict(dict)
    for row in rows:
        if row["kind"] == "achieved" and row["as_of_start"]:
            same[_subject(row)].setdefault(row["value"], row)
    return [list(reports.values()) for reports in same.values() if len(reports) > 1]


def rivals(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """For every level the claims that report another value for the same thing and the same period."""
    same: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "achieved" and row["as_of_start"]:
            same[_subject(row)].append(row)
    found = {
        row["claim_id"]: tuple(other["claim_id"] for other in reports if other["value"] != row["value"])
        for reports in same.values()
        for row in reports
    }
    return {claim: others for claim, others in found.items() if others}


def _subject(row: Row) -> tuple[str, ...]:
    return (str(row.get("region_code")), *(str(row[name]) for name in _SAMENESS))
