"""Reading stored captures again: machine rows change, decisions never do."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from extractor.errors import StoreError, UnknownItem
from extractor.model import Claim, Extraction
from extractor.store import Store

AT = "2025-03-02T08:00:00Z"


def value_of(claims: tuple[Claim, ...], quote: str, **changes: Any) -> tuple[Claim, ...]:
    """The claims with one of them read differently."""
    return tuple(dataclasses.replace(claim, **changes) if claim.evidence.quote == quote else claim for claim in claims)


def without(claims: tuple[Claim, ...], quote: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.evidence.quote != quote)


def claim_id(store: Store, value: str) -> str:
    return next(str(row["claim_id"]) for row in store.claims() if row["value"] == value)


@pytest.fixture
def stored(store: Store, make: Any) -> tuple[Any, Extraction]:
    capture = make.capture()
    extraction = make.extraction(capture)
    store.add(capture, extraction)
    return capture, extraction


def test_the_same_reading_changes_nothing(
    store: Store, stored: tuple[Any, Extraction], dump: Callable[[Store], str]
) -> None:
    _, extraction = stored
    store.decide(claim_id(store, "31.9"), "accept", reviewer="Ani", at=AT)
    before = dump(store)
    for kept in store.captures():
        replaced = store.replace(kept, extraction, at=AT)
    assert (replaced.gained, replaced.lost, replaced.changed, replaced.differs) == ((), (), (), ())
    assert dump(store) == before


def test_gained_lost_and_changed_claims_are_told(store: Store, make: Any, stored: tuple[Any, Extraction]) -> None:
    capture, extraction = stored
    ids = {row["value"]: row["claim_id"] for row in store.claims()}
    fewer = dataclasses.replace(extraction, claims=without(extraction.claims, "127.600 orang"))
    assert store.replace(capture, fewer, at=AT).lost == (ids["127600"],)
    again = value_of(extraction.claims, "12,5 persen", kind="target")
    replaced = store.replace(capture, dataclasses.replace(extraction, claims=again), at=AT)
    assert (replaced.gained, replaced.changed) == ((ids["127600"],), (ids["12.5"],))
    assert next(row["kind"] for row in store.claims() if row["value"] == "12.5") == "target"


def test_search_follows_what_is_read(store: Store, make: Any, stored: tuple[Any, Extraction]) -> None:
    capture, extraction = stored
    fewer = dataclasses.replace(extraction, claims=without(extraction.claims, "12,5 persen"))
    for reading, found in ((fewer, []), (extraction, ["12.5"])):
        store.replace(capture, reading, at=AT)
        assert [row["value"] for row in store.claims(search="informal")] == found
        store.db.execute("INSERT INTO claims_fts(claims_fts, rank) VALUES ('integrity-check', 1)")


def test_a_database_read_again_is_as_if_read_so_at_first(
    store: Store, make: Any, stored: tuple[Any, Extraction], tmp_path: Any
) -> None:
    capture, extraction = stored
    claims = value_of(without(extraction.claims, "127.600 orang"), "31,9 persen", speaker=None)
    better = dataclasses.replace(extraction, claims=claims, mentions=extraction.mentions[2:], findings=())
    store.replace(capture, better, at=AT)
    with Store.open(tmp_path / "fresh.db") as fresh:
        fresh.add(capture, better)
        for table in ("documents", "mentions", "claims", "findings", "regions", "regulations", "officials"):
            assert list(store.db.table(table).rows) == list(fresh.db.table(table).rows), table
        assert len(list(fresh.db.table("officials").rows)) == 0


def test_a_run_is_recorded(store: Store, stored: tuple[Any, Extraction]) -> None:
    capture, extraction = stored
    store.replace(capture, dataclasses.replace(extraction, findings=()), at=AT)
    runs = [(row["action"], row["at"], row["finding_count"]) for row in store.db.table("runs").rows]
    assert runs == [("add", "2025-03-01T08:00:00Z", 2), ("reextract", AT, 0)]


@pytest.mark.parametrize(
    ("action", "changes", "status"),
    [("accept", None, "accepted"), ("reject", None, "rejected"), ("correct", {"kind": "gap"}, "corrected")],
)
def test_a_decision_survives_a_different_reading(
    store: Store, stored: tuple[Any, Extraction], action: str, changes: dict[str, Any] | None, status: str
) -> None:
    capture, extraction = stored
    name = claim_id(store, "31.9")
    store.decide(name, action, reviewer="Ani", at=AT, changes=changes)
    before = store.decisions()
    other = value_of(extraction.claims, "31,9 persen", kind="target", value=Decimal("31.8"))
    replaced = store.replace(capture, dataclasses.replace(extraction, claims=other))
    assert store.decisions() == before
    claim = store.claim(name)
    assert (claim["status"], claim["value"]) == (status, "31.8")
    assert claim["kind"] == (changes or {"kind": "target"})["kind"]
    assert replaced.differs == (name,)
    (finding,) = store.findings(claim=name, verdict="disagrees")
    assert (finding["check"], finding["subjects"]) == ("differs_from_reviewed", [name])
    assert "is now read differently" in finding["message"]
    assert [row["claim_id"] for row in store.claims(finding="differs_from_reviewed")] == [name]
    assert store.queue()[0]["claim_id"] == name
    assert store.status()["differs_from_reviewed"] == 1


def test_a_new_decision_closes_the_difference(store: Store, stored: tuple[Any, Extraction]) -> None:
    capture, extraction = stored
    name = claim_id(store, "31.9")
    store.decide(name, "accept", reviewer="Ani", at=AT)
    other = dataclasses.replace(extraction, claims=value_of(extraction.claims, "31,9 persen", kind="target"))
    assert store.replace(capture, other).differs == (name,)
    store.decide(name, "accept", reviewer="Budi", at=AT)
    assert store.findings(verdict="disagrees") == []
    store.undo(reviewer="Budi", at=AT)
    assert len(store.findings(verdict="disagrees")) == 1
    assert store.replace(capture, extraction).differs == ()


def test_a_reading_that_comes_to_the_correction_is_no_difference(store: Store, stored: tuple[Any, Extraction]) -> None:
    capture, extraction = stored
    name = claim_id(store, "31.9")
    store.decide(name, "correct", reviewer="Ani", at=AT, changes={"kind": "target"})
    learned = value_of(extraction.claims, "31,9 persen", kind="target")
    assert store.replace(capture, dataclasses.replace(extraction, claims=learned)).differs == ()


def test_how_the_machine_came_to_it_is_no_difference(store: Store, stored: tuple[Any, Extraction]) -> None:
    capture, extraction = stored
    name = claim_id(store, "31.9")
    store.decide(name, "accept", reviewer="Ani", at=AT)
    surer = value_of(extraction.claims, "31,9 persen", confidence=0.5, rules=("percent.better",))
    replaced = store.replace(capture, dataclasses.replace(extraction, claims=surer))
    assert (replaced.changed, replaced.differs) == ((), ())
    assert store.claim(name)["rules"] == ["percent.better"]


@pytest.mark.parametrize(("action", "differs"), [("accept", 1), ("reject", 0)])
def test_a_reviewed_claim_that_vanished_is_kept(
    store: Store, stored: tuple[Any, Extraction], action: str, differs: int
) -> None:
    capture, extraction = stored
    name = claim_id(store, "31.9")
    store.decide(name, action, reviewer="Ani", at=AT)
    fewer = dataclasses.replace(extraction, claims=without(extraction.claims, "31,9 persen"), findings=())
    replaced = store.replace(capture, fewer)
    assert (replaced.lost, len(replaced.differs)) == ((name,), differs)
    row = next(row for row in store.claims() if row["claim_id"] == name)
    assert (row["still_found"], row["differs_from_reviewed"]) == (0, differs)
    assert (name in [claim["id"] for claim in store.extraction(capture.sha256)["claims"]]) == bool(differs)
    assert (name in [claim["claim_id"] for claim in store.timeline("33.07")]) == bool(differs)
    if differs:
        assert "no longer found" in store.findings(claim=name)[-1]["message"]
    assert store.replace(capture, extraction).gained == (name,)
    assert store.claim(name)["still_found"] == 1


def test_keeping_a_claim_that_vanished_closes_the_difference(store: Store, stored: tuple[Any, Extraction]) -> None:
    capture, extraction = stored
    name = claim_id(store, "31.9")
    store.decide(name, "accept", reviewer="Ani", at=AT)
    store.replace(capture, dataclasses.replace(extraction, claims=without(extraction.claims, "31,9 persen")))
    store.decide(name, "accept", reviewer="Ani", at=AT, reason="it does say so")
    assert store.status()["differs_from_reviewed"] == 0
    assert store.replace(capture, extraction).differs == ()


def test_the_place_of_a_kept_claim_follows_its_sentence(
    store: Store, make: Any, stored: tuple[Any, Extraction]
) -> None:
    capture, _ = stored
    moved, gone = claim_id(store, "12.5"), claim_id(store, "31.9")
    for name in (moved, gone):
        store.decide(name, "accept", reviewer="Ani", at=AT)
    text = "Judul lain\nSegmen informal mencapai 12,5 persen."
    empty = make.extraction(capture, text, claims=(), mentions=(), findings=())
    store.replace(capture, empty)
    rows = {row["claim_id"]: row for row in store.claims()}
    assert text[rows[moved]["evidence_start"] : rows[moved]["evidence_end"]] == "12,5 persen"
    assert rows[gone]["evidence_start"] is None
    assert rows[gone]["evidence_quote"] == "31,9 persen"
    assert store.claim(moved)["evidence"]["start"] == rows[moved]["evidence_start"]
    assert store.documents(search="lain")[0]["id"] == capture.sha256
    assert store.documents(search="menyebut") == []


def test_a_failure_leaves_the_old_reading(
    store: Store, stored: tuple[Any, Extraction], dump: Callable[[Store], str]
) -> None:
    capture, extraction = stored
    store.db.execute("CREATE TRIGGER broken AFTER INSERT ON runs BEGIN SELECT RAISE(ABORT, 'broken disk'); END")
    before = dump(store)
    with pytest.raises(StoreError, match="broken disk"):
        store.replace(capture, dataclasses.replace(extraction, claims=()))
    assert dump(store) == before


def test_only_what_was_stored_can_be_read_again(store: Store, make: Any, stored: tuple[Any, Extraction]) -> None:
    never = make.capture(text="Lain.")
    with pytest.raises(UnknownItem, match="never stored"):
        store.replace(never, make.extraction(never, "Lain.", claims=(), mentions=(), findings=()))
    copy = make.capture(noise="\n")
    store.add(copy, make.extraction(copy))
    with pytest.raises(StoreError, match="read from its first capture"):
        store.replace(copy, make.extraction(copy))
