"""What the database holds by region, regulation and official: near-copies once, old versions never."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extractor.model import Dated, Finding, Period
from extractor.store import Store

from .conftest import TEXT

AT = "2025-03-02T08:00:00Z"
# long enough for two texts to be near-copies of each other
LONG = TEXT + "\n" + " ".join(f"Kalimat nomor {number} dari rilis yang sama." for number in range(120))


@pytest.fixture
def filled(store: Store, make: Any) -> Store:
    for uri, text in (("https://example.test/a", LONG), ("https://mirror.test/a", LONG + " Penutup.")):
        capture = make.capture(text, uri=uri)
        store.add(capture, make.extraction(capture, text))
    return store


def test_a_region_counts_near_copies_as_one_source(filled: Store) -> None:
    assert filled.status()["near_copies"] == 1
    (row,) = filled.regions()
    assert (row["code"], row["name"], row["level"]) == ("33.07", "Kabupaten Wonosobo", "kabupaten")
    assert (row["claims"], row["sources"], row["publishers"]) == (8, 1, 1)
    assert row["last_published"] == "2025-01-06"


def test_what_is_decided_is_open_no_more(filled: Store) -> None:
    (before,) = filled.regions()
    claims = filled.claims()
    filled.decide(claims[0]["claim_id"], "accept", reviewer="Siti", at=AT)
    filled.decide(claims[1]["claim_id"], "reject", reviewer="Siti", at=AT)
    (after,) = filled.regions()
    assert after["open"] == before["open"] - 2
    assert after["claims"] == before["claims"] - 1


def test_a_region_corrected_by_a_reviewer_counts_where_it_belongs(filled: Store) -> None:
    claim = filled.claims()[0]["claim_id"]
    region = {"code": "33", "name": "Jawa Tengah", "level": "province"}
    filled.decide(claim, "correct", reviewer="Siti", at=AT, changes={"region": region})
    assert [(row["code"], row["name"], row["claims"]) for row in filled.regions()] == [
        ("33", "Jawa Tengah", 1),
        ("33.07", "Kabupaten Wonosobo", 7),
    ]
    nowhere = {"code": None, "name": None, "level": "unknown"}
    filled.decide(claim, "correct", reviewer="Siti", at=AT, changes={"region": nowhere})
    assert filled.regions()[0]["code"] is None


def test_older_versions_of_an_article_are_left_out(store: Store, make: Any) -> None:
    for text, value in ((TEXT, "31.9"), (TEXT + " Diperbarui.", "33.4")):
        capture = make.capture(text)
        claims = [make.claim(capture, text, "31,9 persen", value=Decimal(value))]
        store.add(capture, make.extraction(capture, text, claims=claims, findings=()))
    assert [row["claims"] for row in store.regions()] == [1]
    assert [row["value"] for row in store.latest_levels()] == ["33.4"]
    assert [row["sources"] for row in store.regulations()] == [1]


def test_latest_levels_leave_out_what_is_rejected_and_what_is_older(store: Store, make: Any) -> None:
    capture = make.capture()
    old = Dated(Period(date(2023, 12, 31), date(2023, 12, 31), "day"), "explicit", "31 Desember 2023")
    claims = [
        make.claim(capture, TEXT, "31,9 persen"),
        make.claim(capture, TEXT, "12,5 persen", as_of=old),
        make.claim(capture, TEXT, "400.000 pekerja", kind="target", indicator="covered_workers", as_of=old),
    ]
    store.add(capture, make.extraction(capture, claims=claims, findings=()))
    assert {row["value"] for row in store.latest_levels()} == {"31.9", "400000"}
    store.decide(claims[0].id, "reject", reviewer="Siti", at=AT)
    assert {row["value"] for row in store.latest_levels()} == {"12.5", "400000"}
    store.decide(claims[1].id, "accept", reviewer="Siti", at=AT)
    assert {row["status"] for row in store.latest_levels()} == {"accepted", "pending"}


def test_a_regulation_tells_how_it_is_cited(filled: Store) -> None:
    (regulation,) = filled.regulations()
    assert (regulation["citation"], regulation["sources"]) == ("Perpres 109/2013", 1)
    citations = filled.citations(regulation["id"])
    assert len(citations) == 2
    assert {row["near_copy_of"] is None for row in citations} == {True, False}
    assert all(row["quote"] == "Perpres 109/2013" for row in citations)
    assert citations[0]["before"].endswith("terlindungi sesuai ")
    assert citations[0]["after"].startswith(".\nSegmen informal")
    assert filled.citations("Perpres 1/1900") == []


def test_citations_that_do_not_fit_are_told_once(store: Store, make: Any) -> None:
    for uri, text in (("https://example.test/a", LONG), ("https://mirror.test/a", LONG + " Penutup.")):
        capture = make.capture(text, uri=uri)
        (mention,) = (row for row in make.mentions(capture, text) if row.label == "REGULATION")
        findings = (Finding("f1", "citation", "disagrees", (mention.id,), "of another title"),)
        store.add(capture, make.extraction(capture, text, findings=findings))
    (doubted,) = store.doubted_citations()
    assert (doubted["verdict"], doubted["message"], doubted["quote"]) == (
        "disagrees", "of another title", "Perpres 109/2013",
    )  # fmt: skip


def test_an_official_has_offices_and_statements(filled: Store) -> None:
    (office,) = filled.offices()
    assert (office["name"], office["position"], office["sources"]) == ("Tirta Lesmana", "Kepala Dinas Tenaga Kerja", 1)
    assert filled.offices("Tirta Lesmana") == [office]
    assert filled.offices("Nobody") == []
    assert filled.claims_by_speaker() == {"Tirta Lesmana": 2}
    assert [row["value"] for row in filled.statements("Tirta Lesmana")] == ["31.9", "127600"] * 2
    filled.decide(filled.claims()[0]["claim_id"], "reject", reviewer="Siti", at=AT)
    assert len(filled.statements("Tirta Lesmana")) == 3
