from __future__ import annotations

import pytest

from extractor.cli import wording


def dated(start, end, precision, basis="explicit"):
    return {"start": start, "end": end, "precision": precision, "basis": basis}


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"value": "36.47", "unit": "percent"}, "36.47 %"),
        ({"value": "1665422", "unit": "workers"}, "1,665,422 workers"),
        ({"value": "9.04", "unit": "percentage_point", "qualifier": ["approx"]}, "about 9.04 points"),
        ({"value": "32", "value_max": "33", "unit": "percent"}, "32–33 %"),
        (
            {"value": "2130", "unit": "villages", "qualifier": ["only", "more_than"]},
            "only more than 2,130 villages",
        ),
    ],
)
def test_value(claim, words):
    assert wording.value(claim) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (dated("2024-10-25", "2024-10-25", "day"), "2024-10-25"),
        (dated("2024-02-01", "2024-02-29", "month"), "2024-02"),
        (dated("2025-08-21", "2025-08-31", "month"), "2025-08-21 to 2025-08-31"),
        (dated("2025-06-01", "2025-07-31", "month"), "2025-06-01 to 2025-07-31"),
        (dated("2024-07-01", "2024-09-30", "quarter"), "2024 Q3"),
        (dated("2024-07-01", "2024-12-31", "semester"), "2024 S2"),
        (dated("2024-01-01", "2024-12-31", "year"), "2024"),
        (dated("2023-01-01", "2023-08-31", "range"), "2023-01-01 to 2023-08-31"),
        (dated(None, None, None), "unknown"),
    ],
)
def test_period(period, words):
    assert wording.period(period) == words


@pytest.mark.parametrize(
    ("basis", "words"),
    [("explicit", "2024"), ("event", "2024 (event)"), ("publication", "2024 (published)")],
)
def test_as_of_says_when_the_date_is_borrowed(basis, words):
    assert wording.as_of({"as_of": dated("2024-01-01", "2024-12-31", "year", basis)}) == words


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"kind": "achieved"}, "achieved"),
        ({"kind": "achieved", "indicator": "covered_workers"}, "achieved"),
        ({"kind": "achieved", "indicator": "inactive_workers"}, "achieved (inactive)"),
        ({"kind": "denominator"}, "base"),
        ({"kind": "gap", "gap_to": "target"}, "gap to target"),
        ({"kind": "gap", "gap_to": "unknown"}, "gap"),
        ({"kind": "change", "direction": "decrease"}, "change down"),
    ],
)
def test_kind(claim, words):
    assert wording.kind(claim) == words


def test_official_with_degrees_and_acting():
    person = {
        "name": "Rahmat Fauzi",
        "degrees_before": ["Dr"],
        "degrees_after": ["SE", "M.Si"],
        "acting": "Plt",
        "position": "Sekda",
    }
    assert wording.official(person) == "Dr Rahmat Fauzi, SE, M.Si, Plt Sekda"
    assert wording.official(None) == "nobody named"


def test_a_homonym_says_that_its_level_is_open():
    claim = {"region": {"code": None, "name": "Kediri", "level": "unknown"}}
    assert wording.region(claim) == "Kediri (kabupaten or kota?)"


def test_the_worst_verdict_comes_first():
    findings = [
        {"verdict": "agrees"},
        {"verdict": "disagrees"},
        {"verdict": "agrees"},
        {"verdict": "unchecked"},
    ]
    assert wording.verdict_marks(findings) == "✗?✓"
    assert wording.verdict_counts(findings) == "2 agree, 1 disagree, 1 unchecked"
    assert wording.verdict_counts([]) == "no checks"
