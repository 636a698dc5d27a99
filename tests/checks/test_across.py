"""Articles held against each other: which differ, which only round, which are one voice, which are old."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from extractor.checks import check_across
from extractor.model import Claim, ClaimRegion, Dated, Evidence, Period, Reported
from extractor.numbers import SCALES, read_digits

MARCH = Dated(Period(date(2024, 3, 31), date(2024, 3, 31), "day"), "explicit", "31 Maret 2024")
YEAR = Dated(Period(date(2024, 1, 1), date(2024, 12, 31), "year"), "explicit", "2024")


def report(name: str, quote: str, published: str | None = "2024-05-02", **fields: Any) -> Reported:
    """What an article says; ``source`` and ``newer`` are the report's, the rest are fields of the claim."""
    digits, *words = quote.split()
    rate = "persen" in words
    number = read_digits(digits, whole=not rate and not set(words) & set(SCALES))
    assert number is not None
    scale = next((SCALES[word] for word in words if word in SCALES), Decimal(1))
    about = {key: fields.pop(key) for key in ("source", "newer") if key in fields}
    made: dict[str, Any] = {
        "id": f"{name} {quote}",
        "group": name,
        "document": name,
        "value": number.value * scale,
        "unit": "percent" if rate else "workers",
        "kind": "achieved",
        "indicator": "coverage_rate" if rate else "covered_workers",
        "region": ClaimRegion("17", "Bengkulu", "province", "same_clause"),
        "as_of": MARCH,
        "evidence": Evidence(0, len(quote), quote, 0, len(quote)),
    }
    day = None if published is None else date.fromisoformat(published)
    return Reported(Claim(**made | fields), about.get("source", name), name, day, about.get("newer", False))


CONFLICTS = [
    ("44,81 persen", "44,81 persen", {}, "agrees"),
    ("44,81 persen", "44,8 persen", {}, "rounding"),
    ("44,81 persen", "45 persen", {}, "rounding"),
    ("44,81 persen", "44,9 persen", {}, "disagrees"),
    ("44,81 persen", "48,41 persen", {}, "disagrees"),
    ("44,81 persen", "40 persen", {"qualifier": ("more_than",)}, "rounding"),
    ("44,81 persen", "50 persen", {"qualifier": ("more_than",)}, "disagrees"),
    ("318.204 pekerja", "318.204 pekerja", {}, "agrees"),
    ("318.204 pekerja", "318 ribu pekerja", {}, "rounding"),
    ("318.204 pekerja", "320.000 pekerja", {"qualifier": ("approx",)}, "rounding"),
    ("318.204 pekerja", "318.240 pekerja", {}, "disagrees"),
    ("318.204 pekerja", "1,3 juta pekerja", {}, "disagrees"),
]


@pytest.mark.parametrize(("one", "other", "fields", "verdict"), CONFLICTS)
def test_two_articles_about_the_same(one: str, other: str, fields: dict[str, Any], verdict: str) -> None:
    (found,) = check_across([report("Harian A", one), report("Harian B", other, **fields)])
    assert (found.check, found.verdict) == ("conflict", verdict)
    assert found.subjects == (f"Harian A {one}", f"Harian B {other}")
    assert "Harian A 2024-05-02" in found.message
    assert "Harian B 2024-05-02" in found.message


OTHER_STATEMENTS: list[dict[str, Any]] = [
    {"segment": ("INFORMAL",)},
    {"programme": ("JHT",)},
    {"kind": "gap", "gap_to": "full"},
    {"indicator": "target_attainment"},
    {"funding": ("APBD-prov",)},
    {"region": ClaimRegion("18", "Lampung", "province", "same_clause")},
    {"as_of": YEAR},
    {"flags": ("missing_scale_word",)},
]


@pytest.mark.parametrize("fields", OTHER_STATEMENTS, ids=lambda fields: next(iter(fields)))
def test_another_statement_is_no_conflict(fields: dict[str, Any]) -> None:
    assert check_across([report("A", "44,81 persen"), report("B", "12 persen", **fields)]) == []


@pytest.mark.parametrize("kind", ["share", "change", "planned"])
def test_what_is_not_compared(kind: str) -> None:
    assert check_across([report("A", "44 persen", kind=kind), report("B", "12 persen", kind=kind)]) == []


def test_targets_of_two_plans_are_no_conflict() -> None:
    target = {"kind": "target", "as_of": YEAR}
    rows = [report("A", "60 persen", plan=("RPJMD",), **target), report("B", "52 persen", plan=("RKPD",), **target)]
    assert check_across(rows) == []
    same = [*rows, report("C", "55 persen", plan=("RKPD",), **target)]
    (found,) = check_across(same)
    assert (found.verdict, found.expected, found.found) == ("disagrees", "52", "55")


def test_percentages_of_two_populations_are_no_conflict() -> None:
    rows = [report("A", "44 persen", population="working"), report("B", "61 persen", population="eligible")]
    assert check_across(rows) == []
    unnamed = report("C", "50 persen")
    assert check_across([*rows, unnamed]) == []
    assert [found.verdict for found in check_across([rows[0], unnamed])] == ["disagrees"]


def test_copies_are_one_voice() -> None:
    copies = [report("A", "44,81 persen", source="r"), report("B", "44,81 persen", source="r")]
    assert check_across(copies) == []
    (found,) = check_across([*copies, report("C", "44,81 persen", "2024-05-09")])
    assert found.verdict == "agrees"
    assert len(found.subjects) == 3
    assert "44.81 % (A 2024-05-02, C 2024-05-09, 1 copy)" in found.message


def test_a_slip_in_a_copy() -> None:
    (found,) = check_across([report("A", "44,81 persen", source="r"), report("B", "48,41 persen", source="r")])
    assert (found.check, found.verdict) == ("copy", "disagrees")
    assert "44.81 % (A 2024-05-02); 48.41 % (B 2024-05-02)" in found.message


def test_one_article_may_say_it_twice() -> None:
    rows = [report("A", "44,81 persen"), report("A", "45 persen"), report("B", "44,8 persen")]
    assert [found.verdict for found in check_across(rows)] == ["rounding"]
    assert check_across(rows[:2]) == []


def test_a_period_that_goes_on_is_not_held_against_an_early_report() -> None:
    early, late = report("A", "44 persen", "2024-06-01", as_of=YEAR), report("B", "51 persen", "2025-02-01", as_of=YEAR)
    (found,) = check_across([early, late])
    assert found.verdict == "unchecked"
    assert found.reason is not None and "A 2024-06-01" in found.reason
    (found,) = check_across([replace(early, published=date(2025, 1, 9)), late])
    assert found.verdict == "disagrees"


def recycled(*rows: Reported) -> list[tuple[str, ...]]:
    found = [one for one in check_across(rows) if one.check == "recycled"]
    assert all(one.verdict == "unchecked" and one.reason for one in found)
    return [one.subjects for one in found]


def test_an_old_figure_in_a_new_article() -> None:
    first, again = report("A", "44,81 persen"), report("B", "44,81 persen", "2025-08-20")
    assert recycled(first, again) == [("A 44,81 persen", "B 44,81 persen")]
    assert recycled(first, replace(again, newer=True)) == []  # a series that goes on to a newer figure
    assert recycled(first, replace(again, published=date(2025, 3, 30))) == []  # within a year
    assert recycled(first, replace(again, published=None)) == []
    assert recycled(replace(first, published=date(2025, 8, 1)), again) == []  # nobody reported it earlier
    assert recycled(first, replace(again, source="A")) == []  # a copy
    assert recycled(first, report("B", "44,8 persen", "2025-08-20")) == []


def test_the_order_of_reports_does_not_matter() -> None:
    rows = [report("A", "44,81 persen"), report("B", "44,8 persen", "2025-08-20"), report("C", "51 persen", None)]
    assert len({tuple(check_across(order)) for order in permutations(rows)}) == 1
