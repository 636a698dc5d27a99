"""Above 100 percent, and after the publication."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractor.model import Dated, Period
from extractor.pipeline import extract

PUBLISHED = Dated(Period(date(2024, 6, 13), date(2024, 6, 13), "day"), "byline", "13 Juni 2024")


def test_more_than_all_of_them(tell: Any) -> None:
    story = tell("Cakupan 112,4 persen.", ("112,4 persen", {}))
    (finding,) = story.findings("over_100")
    assert (finding.verdict, finding.found) == ("disagrees", "112.4")
    assert story.reprinted("112,4", "12,4").findings("over_100") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"indicator": "target_attainment", "population": "target"},
        {"kind": "change"},
        {"population": "target"},
    ],
)
def test_targets_may_be_exceeded(tell: Any, fields: dict[str, Any]) -> None:
    assert tell("Capaian 112,4 persen.", ("112,4 persen", fields)).findings("over_100") == []


def test_exactly_all_is_possible(tell: Any) -> None:
    assert tell("Cakupan 100 persen.", ("100 persen", {})).findings("over_100") == []


def _stated(tell: Any, as_of: Dated, published: Dated = PUBLISHED, **fields: Any) -> Any:
    return tell("Cakupan 40 persen.", ("40 persen", {"as_of": as_of, **fields}), published=published)


@pytest.mark.parametrize(("year", "verdict"), [(2023, "agrees"), (2024, "agrees"), (2025, "disagrees")])
def test_a_period_against_the_publication(tell: Any, in_year: Any, year: int, verdict: str) -> None:
    assert _stated(tell, in_year(year)).verdicts("as_of") == [verdict]


def test_without_a_publication_date_it_is_unchecked(tell: Any, in_year: Any) -> None:
    (finding,) = _stated(tell, in_year(2025), Dated(None, "none")).findings("as_of")
    assert (finding.verdict, finding.reason) == ("unchecked", "the publication date is not known")


@pytest.mark.parametrize("kind", ["target", "planned"])
def test_targets_lie_ahead(tell: Any, in_year: Any, kind: str) -> None:
    assert _stated(tell, in_year(2025), kind=kind).findings("as_of") == []


def test_a_period_taken_from_the_event_is_not_held_against_it(tell: Any, in_year: Any) -> None:
    assert _stated(tell, in_year(2025, "event")).findings("as_of") == []


def test_the_message_names_the_number_and_its_claim(tell: Any, in_year: Any) -> None:
    (late,) = _stated(tell, in_year(2025), segment=("FORMAL",)).findings("as_of")
    assert late.message.startswith("'40 persen' achieved FORMAL in Lampung is dated '2025', which begins on 2025-01-01")
    (sound,) = _stated(tell, in_year(2023)).findings("as_of")
    assert sound.message == "the periods of '40 persen' begin by 2023-01-01, published on 2024-06-13"


def test_a_message_about_many_claims_stays_short(tell: Any, in_year: Any) -> None:
    quotes = [f"{number} persen" for number in range(41, 49)]
    story = tell(" ".join(quotes), *((quote, {"as_of": in_year(2023)}) for quote in quotes), published=PUBLISHED)
    (finding,) = story.findings("as_of")
    assert len(finding.subjects) == 8
    assert "'44 persen', 4 more begin by" in finding.message


@pytest.mark.parametrize(("month", "verdict"), [("September", "agrees"), ("November", "unchecked")])
def test_what_was_told_at_an_event_was_published_no_earlier(month: str, verdict: str) -> None:
    text = f"Per {month} 2025 cakupan Jamsostek Kota Bima 31,5 persen, kata Wali Kota Bima, Selasa (14/10/2025)."
    read = extract(text.encode(), media_type="text/plain")
    (found,) = [finding for finding in read.findings if finding.check == "as_of"]
    assert found.verdict == verdict
    assert ("told on 2025-10-14" in found.message) is (verdict == "agrees")
