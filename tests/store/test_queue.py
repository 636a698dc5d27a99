"""The queue: filters, cursors, counts; bulk decisions with one undo; evidence set anew."""

from __future__ import annotations

import dataclasses
import gzip
from pathlib import Path
from typing import Any

import pytest

from extractor.checks import check_across
from extractor.errors import StoreError
from extractor.store import Conflict, Counted, Store, reviewing

AT = "2025-03-02T08:00:00Z"


@pytest.fixture
def filled(store: Store, make: Any) -> Store:
    capture = make.capture()
    store.add(capture, make.extraction(capture))
    return store


def kept(store: Store) -> list[tuple[Any, ...]]:
    """The queue as it is kept, findings in alphabetical order."""
    rows = store.db.conn.execute("SELECT * FROM review_queue ORDER BY claim_number").fetchall()
    return [tuple(", ".join(sorted((cell or "").split(", "))) if at == 6 else cell for at, cell in enumerate(row))
            for row in rows]  # fmt: skip


def made_anew(store: Store) -> list[tuple[Any, ...]]:
    """The queue as the view ``reviewed_claims`` tells it now."""
    from extractor.store import queue

    store.db.conn.execute("SAVEPOINT look")
    queue.enter_all(store.db)
    rows = kept(store)
    store.db.conn.execute("ROLLBACK TO look")
    store.db.conn.execute("RELEASE look")
    return rows


def values(rows: list[dict[str, Any]]) -> list[str]:
    return [row["value"] for row in rows]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["31.9", "400000", "127600", "12.5"]),
        ({"region": "33.07", "unit": "percent"}, ["31.9", "12.5"]),
        ({"region": "33"}, []),
        ({"segment": "INFORMAL"}, ["12.5"]),
        ({"segment": "INFORM"}, []),
        ({"kind": "denominator"}, ["400000"]),
        ({"document": "https://example.test/a", "unit": "workers"}, ["400000", "127600"]),
        ({"publisher": "Kabar Contoh", "kind": "denominator"}, ["400000"]),
        ({"publisher": "Kabar"}, []),
        ({"finding": "agrees"}, ["31.9", "400000", "127600"]),
        ({"finding": "ratio"}, ["31.9", "400000", "127600"]),
        ({"finding": "rati"}, []),
        ({"finding": "disagrees"}, []),
        ({"finding": "differs_from_reviewed"}, []),
        ({"search": "INFORMAL mencapai"}, ["12.5"]),
        ({"search": 'a "quoted" AND NEAR( b* ; --'}, []),
        ({"as_of_from": "2024-12-31", "as_of_to": "2024-12-31", "kind": "denominator"}, ["400000"]),
        ({"as_of_from": "2025-01-01"}, []),
        ({"as_of_to": "2024-12-30"}, []),
        ({"published_from": "2025-01-06", "published_to": "2025-01-06", "kind": "denominator"}, ["400000"]),
        ({"published_to": "2025-01-05"}, []),
        ({"confidence_from": 1.0, "kind": "denominator"}, ["400000"]),
        ({"confidence_to": 0.9}, []),
        ({"status": "accepted"}, []),
        ({"status": "pending", "kind": "denominator"}, ["400000"]),
    ],
)
def test_filters_of_the_queue(filled: Store, filters: dict[str, Any], found: list[str]) -> None:
    assert values(filled.queue(**filters)) == found
    assert filled.queue_count(**filters) == len(found)
    assert len(filled.queue_ids(**filters)) == len(found)


def test_a_filter_that_is_none_is_refused(filled: Store) -> None:
    with pytest.raises(StoreError, match="finished: not a status; choose from pending"):
        filled.queue(status="finished")
    with pytest.raises(TypeError):
        filled.queue(colour="red")


def test_pages_of_the_queue_join(filled: Store) -> None:
    first = filled.queue(limit=3)
    rest = filled.queue(limit=3, after=first[-1]["cursor"])
    assert values(first + rest) == ["31.9", "400000", "127600", "12.5"]
    assert values(filled.queue(limit=2, before=rest[0]["cursor"])) == ["400000", "127600"]
    with pytest.raises(StoreError, match="not a place in the queue"):
        filled.queue(after="1; DROP TABLE claims")


def test_a_cursor_holds_when_its_claim_is_decided(filled: Store) -> None:
    first, second, *_ = filled.queue()
    filled.decide(first["claim_id"], "accept", reviewer="Ani", at=AT)
    assert filled.queue(limit=1, after=first["cursor"])[0]["claim_id"] == second["claim_id"]


def test_the_choices_of_a_filter_are_counted(filled: Store) -> None:
    assert filled.queue_choices("kind") == [("achieved", 3), ("denominator", 1)]
    filled.decide(filled.queue()[1]["claim_id"], "accept", reviewer="Ani", at=AT)
    assert filled.queue_choices("kind") == [("achieved", 3)]


def test_the_queue_follows_everything_that_happens(filled: Store, make: Any) -> None:
    capture, other = make.capture(), make.capture(noise="\n", uri="https://example.test/b")
    extraction = make.extraction(capture)
    text = other.source.decode().replace("31,9", "35,2")
    other = make.capture(text=text, uri="https://example.test/b")
    claims = (make.claim(other, text, "35,2 persen"),)
    assert kept(filled) == made_anew(filled)
    filled.add(other, make.extraction(other, text, claims=claims, mentions=(), findings=()))
    assert kept(filled) == made_anew(filled)
    filled.compare(check_across)
    assert any("conflict disagrees" in row[6] for row in kept(filled))
    assert kept(filled) == made_anew(filled)
    first, base, *_ = filled.queue_ids(document=capture.sha256)
    filled.decide(first, "reject", reviewer="Ani", at=AT)
    filled.decide(base, "correct", reviewer="Ani", at=AT, changes={"region": {"code": "33.08"}, "kind": "target"})
    assert kept(filled) == made_anew(filled)
    filled.compare(check_across)
    assert not any("conflict" in row[6] for row in kept(filled))
    changed = tuple(dataclasses.replace(claim, segment=("PU",)) for claim in extraction.claims[:2])
    filled.replace(capture, dataclasses.replace(extraction, claims=changed, findings=()), at=AT)
    assert kept(filled) == made_anew(filled)
    assert filled.queue_count(finding="differs_from_reviewed") == 2
    filled.undo(reviewer="Ani", at=AT)
    assert kept(filled) == made_anew(filled)


def test_an_old_database_gets_its_queue(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((Path(__file__).parent / "old" / "shape-1.db.gz").read_bytes()))
    with Store.open(path) as store:
        assert store.queue_count() == sum(row["status"] == "pending" for row in store.claims()) > 0
        assert kept(store) == made_anew(store)


def test_a_bulk_decision_shares_a_batch_and_one_undo(filled: Store) -> None:
    seen = filled.counted(kind="achieved")
    made = filled.decide_all("reject", seen=seen, reviewer="Ani", at=AT, reason="a test", kind="achieved")
    assert (seen.count, len(made)) == (3, 3)
    assert {(row["batch"], row["reviewer"], row["reason"]) for row in made} == {(made[0]["batch"], "Ani", "a test")}
    assert filled.queue_count() == 1
    with Store.open(filled.path) as later:
        undone = later.undo(reviewer="Ani", at=AT)
        assert undone is not None
        assert (len(undone.rows), undone.left, undone.claim_id) == (3, (), made[0]["claim_id"])
        assert later.queue_count() == 4
        assert later.undo(reviewer="Ani", at=AT) is None


def test_a_bulk_decision_is_refused_when_the_claims_changed(filled: Store) -> None:
    seen = filled.counted(kind="achieved")
    name = filled.queue(kind="achieved")[0]["claim_id"]
    filled.decide(name, "accept", reviewer="Budi", at=AT)
    with pytest.raises(Conflict, match="means 2 claims now; you saw 3"):
        filled.decide_all("accept", seen=seen, reviewer="Ani", at=AT, kind="achieved")
    filled.decide(name, "flag", reviewer="Budi", at=AT)
    filled.undo(reviewer="Budi", at=AT)
    filled.undo(reviewer="Budi", at=AT)
    with pytest.raises(Conflict, match="look again"):
        filled.decide_all("accept", seen=seen, reviewer="Ani", at=AT, kind="achieved")
    assert {row["reviewer"] for row in filled.decisions()} == {"Budi"}


@pytest.mark.parametrize(
    ("action", "filters", "message"),
    [
        ("accept", {}, "need a filter beside the status"),
        ("accept", {"status": "pending"}, "need a filter beside the status"),
        ("correct", {"kind": "achieved"}, "correct: not for many claims at once; choose from accept, reject"),
        ("accept", {"kind": "gap"}, "no claim fits this filter"),
    ],
)
def test_what_cannot_be_decided_in_bulk(filled: Store, action: str, filters: dict[str, str], message: str) -> None:
    with pytest.raises(StoreError, match=message):
        filled.decide_all(action, seen=filled.counted(**filters), reviewer="Ani", at=AT, **filters)
    assert filled.decisions() == []
    assert filled.counted(kind="gap") == Counted(0, filled.counted(kind="gap").stamp)


def test_too_many_claims_at_once_are_refused(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "MOST_AT_ONCE", 2)
    with pytest.raises(StoreError, match="3 claims are too many at once, 2 are the most; narrow the filter"):
        filled.decide_all("accept", seen=filled.counted(kind="achieved"), reviewer="Ani", at=AT, kind="achieved")
    assert filled.decisions() == []


def test_the_undo_of_a_batch_leaves_what_somebody_decided_since(filled: Store) -> None:
    made = filled.decide_all("accept", seen=filled.counted(kind="achieved"), reviewer="Ani", at=AT, kind="achieved")
    taken = made[1]["claim_id"]
    filled.decide(taken, "reject", reviewer="Budi", at=AT)
    undone = filled.undo(reviewer="Ani", at=AT)
    assert undone is not None
    assert ([row["claim_id"] for row in undone.left], len(undone.rows)) == ([taken], 2)
    assert filled.claim(taken)["status"] == "rejected"
    with pytest.raises(Conflict, match="Budi decided on it later"):
        filled.undo(reviewer="Ani", at=AT)


def test_one_claim_of_a_batch_can_be_undone_by_itself(filled: Store) -> None:
    made = filled.decide_all("accept", seen=filled.counted(kind="achieved"), reviewer="Ani", at=AT, kind="achieved")
    filled.undo(reviewer="Budi", at=AT, claim_id=made[0]["claim_id"])
    assert filled.queue_count() == 2
    undone = filled.undo(reviewer="Ani", at=AT)
    assert undone is not None and len(undone.rows) == 2


def test_evidence_is_set_anew_from_the_text(filled: Store, make: Any) -> None:
    capture = make.capture()
    text = capture.source.decode()
    name = filled.queue()[0]["claim_id"]
    start = text.index("127.600 orang")
    span = {"start": start - 1, "end": start + 13}
    filled.decide(name, "correct", reviewer="Ani", at=AT, changes={"evidence": span})
    claim = filled.claim(name)
    assert claim["evidence"]["quote"] == "127.600 orang"
    row = filled.claims()[0]
    assert (row["evidence_quote"], row["evidence_start"], row["differs_from_reviewed"]) == ("127.600 orang", start, 0)
    assert row["sentence"] == "Dari 400.000 pekerja, 127.600 orang sudah terlindungi sesuai Perpres 109/2013."
    printed = filled.extraction(row["document_id"])
    assert printed["claims"][0]["evidence"] == claim["evidence"]
    filled.undo(reviewer="Ani", at=AT)
    assert filled.claim(name)["evidence"]["quote"] == filled.claims()[0]["evidence_quote"] == "31,9 persen"


def test_evidence_falls_back_to_the_programs_own_when_the_text_moved(filled: Store, make: Any) -> None:
    capture = make.capture()
    text = capture.source.decode()
    name = filled.queue()[0]["claim_id"]
    start = text.index("127.600 orang")
    span = {"start": start, "end": start + 13}
    filled.decide(name, "correct", reviewer="Ani", at=AT, changes={"evidence": span})
    moved = f"Judul lain\n{text}"
    filled.replace(capture, make.extraction(capture, moved), at=AT)
    for quote in (filled.claim(name)["evidence"]["quote"], filled.claims()[0]["evidence_quote"]):
        assert quote == "31,9 persen"
    printed = filled.extraction(capture.sha256)
    for claim in printed["claims"]:
        evidence = claim["evidence"]
        assert printed["document"]["text"][evidence["start"] : evidence["end"]] == evidence["quote"]
