"""Reading back: filters, search, the review queue, the timeline, and a database that explains itself."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from extractor.errors import UnknownItem
from extractor.model import Finding
from extractor.store import Store

AT = "2025-03-02T08:00:00Z"


@pytest.fixture
def filled(store: Store, make: Any) -> Store:
    capture = make.capture()
    store.add(capture, make.extraction(capture))
    return store


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        ({}, ["31.9", "400000", "127600", "12.5"]),
        ({"region": "33.07", "unit": "percent"}, ["31.9", "12.5"]),
        ({"region": "33"}, []),
        ({"segment": "INFORMAL"}, ["12.5"]),
        ({"segment": "INFORM"}, []),
        ({"kind": "denominator"}, ["400000"]),
        ({"status": "pending", "kind": "achieved"}, ["31.9", "127600", "12.5"]),
        ({"status": "accepted"}, []),
        ({"document": "https://example.test/a", "unit": "workers"}, ["400000", "127600"]),
        ({"finding": "agrees"}, ["31.9", "400000", "127600"]),
        ({"finding": "ratio"}, ["31.9", "400000", "127600"]),
        ({"finding": "disagrees"}, []),
        ({"finding": "differs_from_reviewed"}, []),
        ({"search": "INFORMAL mencapai"}, ["12.5"]),
        ({"search": "127.600"}, ["31.9", "400000", "127600"]),
        ({"search": "tembakau"}, []),
        ({"search": 'a "quoted" AND NEAR( b* ; --'}, []),
    ],
)
def test_filters_of_claims(filled: Store, filters: dict[str, str], values: list[str]) -> None:
    assert [row["value"] for row in filled.claims(**filters)] == values


@pytest.mark.parametrize(("words", "found"), [("Lesmana", 1), ("terlindungi cakupan", 1), ("nelayan", 0)])
def test_search_in_documents(filled: Store, words: str, found: int) -> None:
    assert len(filled.documents(search=words)) == found


def test_other_tools_find_the_search_tables(filled: Store) -> None:
    assert {name: filled.db.table(name).detect_fts() for name in ("documents", "claims")} == {
        "documents": "documents_fts",
        "claims": "claims_fts",
    }
    assert [row["value"] for row in filled.db.table("claims").search("informal")] == ["12.5"]


def test_search_survives_vacuum(filled: Store, make: Any) -> None:
    for number in range(3):
        capture = make.capture(text=f"Berita ikan {number}.", uri=f"ikan-{number}")
        filled.add(capture, make.extraction(capture, capture.source.decode(), claims=(), mentions=(), findings=()))
    with filled.db.ensure_autocommit_on():
        filled.db.vacuum()
    assert [row["uri"] for row in filled.documents(search="ikan 2")] == ["ikan-2"]
    assert [row["value"] for row in filled.claims(search="informal")] == ["12.5"]
    filled.db.execute("INSERT INTO documents_fts(documents_fts) VALUES ('integrity-check')")
    filled.db.execute("INSERT INTO claims_fts(claims_fts) VALUES ('integrity-check')")


def test_the_queue_starts_with_the_worst(store: Store, make: Any) -> None:
    capture = make.capture()
    first, base, count, informal = (claim.id for claim in make.claims(capture))
    findings = (
        Finding("f1", "ratio", "rounding", (first,), "…"),
        Finding("f2", "gap", "unchecked", (count,), "…", reason="no base is printed"),
        Finding("f3", "repeat", "disagrees", (informal,), "…"),
    )
    store.add(capture, make.extraction(capture, findings=findings))
    assert [row["claim_id"] for row in store.queue()] == [informal, count, first, base]
    assert [row["claim_id"] for row in store.queue(unit="percent")] == [informal, first]
    store.decide(informal, "flag", reviewer="Ani", at=AT)
    store.decide(count, "accept", reviewer="Ani", at=AT)
    assert [row["claim_id"] for row in store.queue()] == [first, base, informal]


def test_the_timeline_has_what_was_not_rejected_in_order(store: Store, make: Any) -> None:
    capture = make.capture()
    store.add(capture, make.extraction(capture))
    first = next(row["claim_id"] for row in store.claims() if row["value"] == "31.9")
    store.decide(first, "correct", reviewer="Ani", at=AT, changes={"as_of": {"start": "2020-01-01"}})
    wrong = next(row["claim_id"] for row in store.claims() if row["value"] == "127600")
    store.decide(wrong, "reject", reviewer="Ani", at=AT)
    rows = store.timeline("33.07")
    assert [(row["value"], row["as_of_start"]) for row in rows] == [
        ("31.9", "2020-01-01"),
        ("400000", "2024-12-31"),
        ("12.5", "2024-12-31"),
    ]
    assert {name: rows[0][name] for name in ("status", "speaker_name", "publisher", "uri", "findings")} == {
        "status": "corrected",
        "speaker_name": "Tirta Lesmana",
        "publisher": "Kabar Contoh",
        "uri": "https://example.test/a",
        "findings": "ratio agrees",
    }
    assert [row["value"] for row in store.timeline("33.07", segment="INFORMAL")] == ["12.5"]
    assert [row["value"] for row in store.timeline("33.07", kind="denominator")] == ["400000"]
    assert store.timeline("33.08") == []


def test_a_correction_moves_a_claim_to_another_region(filled: Store) -> None:
    name = filled.claims()[0]["claim_id"]
    filled.decide(name, "correct", reviewer="Ani", at=AT, changes={"region": {"code": "33.08"}})
    assert [row["claim_id"] for row in filled.timeline("33.08")] == [name]
    assert [row["claim_id"] for row in filled.claims(region="33.08")] == [name]
    assert name not in [row["claim_id"] for row in filled.claims(region="33.07")]


def test_several_claims_with_one_beginning_are_listed(store: Store, make: Any) -> None:
    capture = make.capture()
    claims = tuple(dataclasses.replace(claim, id=f"abc{number}") for number, claim in enumerate(make.claims(capture)))
    store.add(capture, make.extraction(capture, claims=claims, findings=()))
    with pytest.raises(UnknownItem, match=r"several claims begin with this \(abc0, abc1, abc2, abc3\); give more"):
        store.claim("abc")
    assert store.claim("abc2")["id"] == "abc2"


def test_an_id_that_begins_another_can_be_named(store: Store, make: Any) -> None:
    capture = make.capture()
    claims = tuple(
        dataclasses.replace(claim, id="abc" + "d" * number) for number, claim in enumerate(make.claims(capture))
    )
    store.add(capture, make.extraction(capture, claims=claims, findings=()))
    assert store.claim("abc")["id"] == "abc"


def test_findings_by_document_claim_and_verdict(filled: Store) -> None:
    document, first = filled.documents()[0]["id"], filled.claims()[0]["claim_id"]
    assert [row["check"] for row in filled.findings()] == ["ratio", "weekday"]
    assert [row["check"] for row in filled.findings(document=document[:8], verdict="unchecked")] == ["weekday"]
    (finding,) = filled.findings(claim=first)
    assert (finding["document"], finding["message"]) == (document, "127600 / 400000 = 31.9 %")


def test_mentions_in_the_shape_of_the_contract(filled: Store) -> None:
    mention = filled.mentions("https://example.test/a")[5]
    assert mention["not_claimed"] == "a year"
    assert mention["value"] == {"start": None, "end": None, "precision": "day"}


def test_status_counts(filled: Store) -> None:
    name = filled.claims()[0]["claim_id"]
    filled.decide(name, "accept", reviewer="Ani", at=AT)
    state = filled.status()
    assert state["tables"] == {
        "captures": 1,
        "documents": 1,
        "mentions": 7,
        "claims": 4,
        "findings": 2,
        "decisions": 1,
        "regions": 1,
        "regulations": 1,
        "officials": 1,
        "runs": 1,
    }
    assert state["claims"] == {"pending": 3, "accepted": 1, "rejected": 0, "corrected": 0}
    assert state["findings"] == {"agrees": 1, "rounding": 0, "disagrees": 0, "unchecked": 1}
    assert state["bytes"] > 0
    assert state["last_run"]["action"] == "add"


def test_column_names_are_plain_words(filled: Store) -> None:
    reserved = {"end", "check", "group", "order", "index", "start", "references", "values", "default"}
    for table in (*filled.db.tables, *filled.db.views):
        if "_fts" in table.name or table.name.startswith("_"):
            continue
        for column in table.columns:
            assert re.fullmatch(r"[a-z][a-z0-9_]+", column.name), (table.name, column.name)
            assert column.name not in reserved, (table.name, column.name)


def test_tables_are_linked(filled: Store) -> None:
    links = {
        (table.name, key.column, key.other_table)
        for table in filled.db.tables
        for key in table.foreign_keys
        if not isinstance(key.column, tuple)
    }
    assert links >= {
        ("captures", "document_id", "documents"),
        ("runs", "capture_id", "captures"),
        ("mentions", "document_id", "documents"),
        ("mentions", "regulation_id", "regulations"),
        ("mentions", "official_id", "officials"),
        ("claims", "region_code", "regions"),
        ("claims", "speaker_id", "officials"),
        ("findings", "document_id", "documents"),
        ("decisions", "claim_id", "claims"),
    }
