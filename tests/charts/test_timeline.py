"""From rows to points: what is drawn, where, how sure, and beside what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractor.charts import Choice, timeline

LAMPUNG = [("18", "Lampung")]


def points(rows, **choice):
    return timeline(rows, LAMPUNG, Choice(**choice)).points


@pytest.mark.parametrize(
    ("as_of", "start", "end", "at"),
    [
        ("2024-08-17", date(2024, 8, 17), date(2024, 8, 17), date(2024, 8, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), date(2024, 2, 15)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), date(2023, 7, 2)),
    ],
)
def test_a_level_stands_amid_the_period_it_is_known_for(row, as_of, start, end, at):
    (point,) = points([row("36.47", as_of)])
    assert (point.when.start, point.when.end, point.at) == (start, end, at)
    assert point.value == Decimal("36.47")


def test_a_target_stands_at_its_deadline(row):
    (point,) = points([row("50", "2029", kind="target", plans=["RPJMD"])])
    assert (point.target, point.at, point.plans) == (True, date(2029, 12, 31), ("RPJMD",))


def test_by_publication_everything_stands_where_it_was_reported(row):
    level, target = points([row("40", "2023"), row("50", "2029", kind="target")], by="published")
    assert {level.at, target.at} == {date(2024, 9, 10)}


def test_what_has_no_date_on_the_axis_is_kept_beside_the_picture(row):
    rows = [row("40", published=None), row("50", None, kind="target"), row("41", None)]
    shown = timeline(rows, LAMPUNG)
    assert [str(point.value) for point in shown.points] == ["40", "41"]
    assert [str(point.value) for point in shown.unplaced] == ["50"]
    assert shown.points[1].at == date(2024, 9, 10)
    assert shown.points[1].doubts == ("unknown",)
    by_publication = timeline(rows, LAMPUNG, Choice(by="published"))
    assert [str(point.value) for point in by_publication.unplaced] == ["40"]


@pytest.mark.parametrize(
    ("changes", "doubts"),
    [
        ({}, ()),
        ({"as_of_basis": "carried", "findings": "as_of agrees, ratio rounding"}, ()),
        ({"findings": "as_of agrees, parts disagrees"}, ("disagrees",)),
        ({"as_of_basis": "event"}, ("event",)),
        ({"as_of_basis": "publication", "flagged": 1}, ("flagged", "publication")),
    ],
)
def test_doubts_come_from_checks_flags_and_dates_the_text_does_not_name(row, changes, doubts):
    (point,) = points([row("36.47", **changes)])
    assert point.doubts == doubts


@pytest.mark.parametrize(
    ("status", "review"),
    [("pending", "pending"), ("accepted", "reviewed"), ("corrected", "reviewed"), ("rejected", "rejected")],
)
def test_review_has_three_states(row, status, review):
    (point,) = points([row("36.47", status=status)], rejected=True)
    assert point.review == review


def test_rejected_numbers_are_shown_only_when_asked_for(row):
    assert points([row("36.47", status="rejected")]) == ()


def test_different_values_stand_side_by_side_and_name_each_other(row):
    rows = [row("36.4"), row("41"), row("36.4", publisher="Warta Muara"), row("36.4", "2024-09")]
    one, other, same, later = (row["claim_id"] for row in rows)
    found = {point.claim: set(point.differs_from) for point in points(rows)}
    assert found == {one: {other}, same: {other}, other: {one, same}, later: set()}


def test_a_rejected_value_differs_from_nothing(row):
    shown = points([row("36.4"), row("41", status="rejected")], rejected=True)
    assert [point.differs_from for point in shown] == [(), ()]


def test_regions_never_differ_from_each_other(row):
    rows = [row("36.4"), row("41", region_code="15", region_name="Jambi")]
    assert [point.differs_from for point in points(rows)] == [(), ()]


def test_a_near_copy_adds_no_point_and_is_counted(row):
    first = row("36.4")
    rows = [row("36.4", near_copy_of=first["document_id"], publisher=name) for name in ("Warta A", "Warta B")]
    (point,) = points([*rows, first])
    assert (point.publisher, point.copies) == ("Kabar Lampung", 2)


def test_what_only_a_copy_says_is_a_point(row):
    first = row("36.4")
    assert len(points([first, row("44", near_copy_of=first["document_id"])])) == 2


@pytest.mark.parametrize(
    ("choice", "values"),
    [
        ({}, ["40", "50", "20"]),
        ({"segment": "INFORMAL"}, ["20"]),
        ({"segment": "ALL"}, ["40", "50"]),
        ({"outlet": "warta"}, ["50"]),
        ({"indicator": "covered_workers"}, ["1200"]),
        ({"indicator": "entity_coverage"}, []),
        ({"outlet": "nobody"}, []),
    ],
)
def test_filters(row, choice, values):
    rows = [
        row("40"),
        row("50", kind="target", publisher="Warta Muara"),
        row("20", segments=["INFORMAL"]),
        row("1200", indicator="covered_workers", unit="workers"),
        row("80000", kind="denominator", unit="workers", indicator="eligible_workers"),
    ]
    assert sorted(str(point.value) for point in points(rows, **choice)) == sorted(values)


def test_one_measure_is_drawn_and_the_others_are_offered(row):
    rows = [
        row("1200", indicator="covered_workers", unit="workers"),
        row("1300", indicator="covered_workers", unit="workers"),
        row("40", segments=["INFORMAL"]),
    ]
    shown = timeline(rows, LAMPUNG)
    assert (shown.indicator, shown.unit) == ("coverage_rate", "percent")
    assert [(offer.name, offer.count) for offer in shown.indicators] == [("covered_workers", 2), ("coverage_rate", 1)]
    assert [(offer.name, offer.count) for offer in shown.segments] == [("ALL", 2), ("INFORMAL", 1)]
    assert [(offer.name, offer.count) for offer in shown.outlets] == [("Kabar Lampung", 3)]


def test_a_target_alone_does_not_hide_levels_of_another_measure(row):
    shown = timeline(
        [row("50", "2029", kind="target"), row("1200", indicator="covered_workers", unit="workers")], LAMPUNG
    )
    assert shown.indicator == "covered_workers"


def test_the_gap_goes_from_the_latest_level_to_the_next_target(row):
    rows = [
        row("30", "2023"),
        row("40", "2024"),
        row("50", "2025", kind="target"),
        row("60", "2029", kind="target"),
        row("70", "2025", kind="target", segments=["INFORMAL"]),
    ]
    (gap,) = timeline(rows, LAMPUNG).gaps
    assert (str(gap.level.value), str(gap.target.value)) == ("40", "50")
    assert timeline(rows, LAMPUNG, Choice(by="published")).gaps == ()


def test_levels_that_differ_each_have_their_gap(row):
    rows = [row("40", "2024"), row("42", "2024"), row("50", "2025", kind="target")]
    assert [str(gap.level.value) for gap in timeline(rows, LAMPUNG).gaps] == ["40", "42"]


@pytest.mark.parametrize("level", ["50", "61.5"])
def test_a_target_that_is_reached_leaves_no_gap(row, level):
    assert timeline([row(level, "2024"), row("50", "2025", kind="target")], LAMPUNG).gaps == ()


def test_a_gap_names_the_claim_that_prints_it(row):
    level, target = row("41.1", document_id="d"), row("55.4", "2024", kind="target", document_id="d")
    printed = row("14.3", kind="gap", unit="percentage_point", gap_to="target", document_id="d")
    elsewhere = row("14.3", kind="gap", unit="percentage_point", gap_to="target", document_id="e")
    to_full = row("58.9", kind="gap", unit="percentage_point", gap_to="full", document_id="d")
    (gap,) = timeline([level, target, printed, elsewhere, to_full], LAMPUNG).gaps
    assert [point.claim for point in gap.reported] == [printed["claim_id"]]


def test_regions_without_a_number_are_named(row):
    assert timeline([row("40")], [("18", "Lampung"), ("15", "Jambi")]).silent == ("Jambi",)
