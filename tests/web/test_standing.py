"""Where a region stands: which level, which target, and nothing averaged."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from extractor.web.standing import Standing, standings

_NUMBER = iter(range(1000))


def row(value: str, as_of: str | None, **fields: Any) -> dict[str, Any]:
    """A claim of a level in 61 as ``Store.latest_levels`` gives it."""
    usual = {
        "claim_id": f"c{next(_NUMBER):03}",
        "region_code": "61",
        "status": "pending",
        "kind": "achieved",
        "value": value,
        "value_max": None,
        "unit": "percent",
        "indicator": "coverage_rate",
        "segments": [],
        "plans": [],
        "as_of_end": as_of,
        "published_end": "2025-12-31",
        "near_copy_of": None,
    }
    return {**usual, **fields}


def target(value: str, deadline: str | None, **fields: Any) -> dict[str, Any]:
    return row(value, deadline, kind="target", **fields)


def stands(*rows: dict[str, Any]) -> Standing:
    return standings(rows)["61"]


def values(rows: Any) -> list[str]:
    return [row["value"] for row in rows]


def test_what_reviewers_stand_behind_comes_before_what_is_newer() -> None:
    found = stands(row("36", "2024-06-30", status="accepted"), row("41", "2025-06-30"))
    assert (values(found.levels), found.reviewed, values(found.newer)) == (["36"], True, ["41"])


def test_without_a_review_the_latest_is_told_as_pending() -> None:
    found = stands(row("36", "2024-06-30"), row("41", "2025-06-30"))
    assert (values(found.levels), found.reviewed, found.newer) == (["41"], False, ())


def test_values_that_differ_stand_side_by_side() -> None:
    copy = row("41", "2025-06-30", near_copy_of="x")
    found = stands(copy, row("41", "2025-06-30"), row("38.5", "2025-06-30"))
    assert values(found.levels) == ["38.5", "41"]
    assert copy not in found.levels
    assert found.value == Decimal("38.5")


def test_the_share_of_all_workers_comes_before_segments_and_counts() -> None:
    segment = row("12", "2025-12-31", segments=["INFORMAL"])
    count = row("90000", "2025-12-31", indicator="covered_workers", unit="workers")
    assert values(stands(segment, count, row("36", "2024-06-30")).levels) == ["36"]
    assert values(stands(segment, count).levels) == ["12"]
    assert values(stands(count).levels) == ["90000"]


def test_the_next_target_is_the_one_with_the_nearest_deadline_not_past() -> None:
    found = stands(
        row("36", "2024-06-30"),
        target("30", "2023-12-31"),
        target("50", "2024-12-31"),
        target("52", "2024-12-31"),
        target("60", "2025-12-31"),
        target("99", None),
        target("70", "2024-12-31", segments=["INFORMAL"]),
    )
    assert values(found.targets) == ["50", "52"]
    assert found.distance == Decimal("14")


def test_a_target_reached_has_no_distance_left() -> None:
    assert stands(row("36", "2024-06-30"), target("30", "2024-12-31")).distance == Decimal("-6")
    assert stands(row("36", "2024-06-30")).distance is None


def test_a_level_without_a_date_stands_at_its_publication() -> None:
    assert values(stands(row("36", None), row("41", "2025-06-30")).levels) == ["36"]


def test_a_region_with_targets_alone_stands_nowhere() -> None:
    assert standings([target("50", "2024-12-31")]) == {}
