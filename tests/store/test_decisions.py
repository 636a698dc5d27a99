"""Review events: append-only, in line, and what they add up to."""

from __future__ import annotations

import dataclasses
import itertools
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import wire
from extractor.errors import CakupanError, StoreError, UnknownItem
from extractor.store import Conflict, Store

AT = "2025-03-02T08:00:00Z"


@pytest.fixture
def claims(store: Store, make: Any) -> list[str]:
    capture = make.capture()
    store.add(capture, make.extraction(capture))
    return [row["claim_id"] for row in store.claims()]


def decide(store: Store, claim: str, action: str, reviewer: str = "Ani", **more: Any) -> dict[str, Any]:
    return store.decide(claim, action, reviewer=reviewer, at=AT, **more)


def test_a_decision_keeps_who_when_what_and_the_quote(store: Store, claims: list[str]) -> None:
    row = decide(store, claims[0], "correct", changes={"kind": "target"}, reason="a target", batch="pagi")
    assert {key: row[key] for key in ("claim_id", "at", "reviewer", "action", "batch", "quote", "reason")} == {
        "claim_id": claims[0],
        "at": AT,
        "reviewer": "Ani",
        "action": "correct",
        "batch": "pagi",
        "quote": "31,9 persen",
        "reason": "a target",
    }
    assert (json.loads(row["fields_before"]), json.loads(row["fields_after"])) == (
        {"kind": "achieved"},
        {"kind": "target"},
    )
    assert row["previous_decision_id"] is None
    assert decide(store, claims[0], "accept")["previous_decision_id"] == row["id"]


@pytest.mark.parametrize(
    ("actions", "status", "flagged", "kind"),
    [
        ([], "pending", 0, "achieved"),
        (["accept"], "accepted", 0, "achieved"),
        (["reject"], "rejected", 0, "achieved"),
        (["flag"], "pending", 1, "achieved"),
        (["correct"], "corrected", 0, "target"),
        (["correct", "accept"], "corrected", 0, "target"),
        (["correct", "reject"], "rejected", 0, "target"),
        (["accept", "flag"], "accepted", 1, "achieved"),
        (["accept", "undo"], "pending", 0, "achieved"),
        (["accept", "flag", "undo"], "accepted", 0, "achieved"),
        (["accept", "reject", "undo"], "accepted", 0, "achieved"),
        (["correct", "undo", "accept"], "accepted", 0, "achieved"),
        (["accept", "correct", "undo", "undo"], "pending", 0, "achieved"),
        (["reject", "undo", "correct"], "corrected", 0, "target"),
    ],
)
def test_where_a_claim_stands(
    store: Store, claims: list[str], actions: list[str], status: str, flagged: int, kind: str
) -> None:
    for action in actions:
        if action == "undo":
            assert store.undo(reviewer="Ani", at=AT) is not None
        else:
            decide(store, claims[0], action, changes={"kind": "target"} if action == "correct" else None)
    row = store.claims()[0]
    assert (row["status"], row["flagged"], row["kind"]) == (status, flagged, kind)
    claim = store.claim(claims[0])
    assert (claim["status"], claim["flagged"], claim["kind"]) == (status, flagged, kind)
    assert claim["machine"]["kind"] == "achieved"
    printed = store.extraction(row["document_id"])["claims"][0]
    assert (printed["status"], printed["kind"]) == (status, kind)


@pytest.mark.parametrize("statement", ["UPDATE decisions SET reviewer = 'x'", "DELETE FROM decisions"])
def test_decisions_cannot_be_touched(store: Store, claims: list[str], statement: str) -> None:
    decide(store, claims[0], "accept")
    with sqlite3.connect(store.path) as conn, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        conn.execute(statement)
    conn.close()
    assert [row["reviewer"] for row in store.decisions()] == ["Ani"]


def test_decisions_cannot_be_replaced(store: Store, claims: list[str]) -> None:
    decide(store, claims[0], "accept")
    columns = "claim_id, at, reviewer, action, quote, status_after, flagged_after, corrections_after"
    with sqlite3.connect(store.path) as conn, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        conn.execute(
            f"INSERT OR REPLACE INTO decisions (sequence, id, {columns})"
            f" SELECT sequence, 'other', {columns.replace('reviewer', repr('x'))} FROM decisions"
        )
    conn.close()


def test_a_reviewed_claim_cannot_be_deleted(store: Store, claims: list[str]) -> None:
    decide(store, claims[0], "accept")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.db.execute("DELETE FROM claims WHERE id = ?", [claims[0]])


def test_a_newer_decision_is_a_conflict(store: Store, claims: list[str], dump: Callable[[Store], str]) -> None:
    first = decide(store, claims[0], "accept", seen=None)
    before = dump(store)
    with pytest.raises(Conflict, match=r"Ani decided \(accept, .*\) since you looked at it"):
        decide(store, claims[0], "reject", reviewer="Budi", seen=None)
    assert dump(store) == before
    assert store.claim(claims[0])["last_decision_id"] == first["id"]
    assert decide(store, claims[0], "reject", reviewer="Budi", seen=first["id"])["status_after"] == "rejected"
    assert issubclass(Conflict, StoreError)


def test_undo_takes_back_the_reviewers_own_latest(store: Store, claims: list[str]) -> None:
    decide(store, claims[0], "accept", reviewer="Ani")
    decide(store, claims[1], "reject", reviewer="Budi")
    undone = store.undo(reviewer="Ani", at=AT)
    assert undone is not None and undone.claim_id == claims[0]
    assert store.undo(reviewer="Ani", at=AT) is None
    assert store.claim(claims[1])["status"] == "rejected"


def test_undo_under_anothers_decision_is_a_conflict(store: Store, claims: list[str]) -> None:
    decide(store, claims[0], "accept", reviewer="Ani")
    decide(store, claims[0], "reject", reviewer="Budi")
    with pytest.raises(Conflict, match="Budi decided on it later"):
        store.undo(reviewer="Ani", at=AT)
    assert store.undo(reviewer="Ani", at=AT, claim_id=claims[0]) is not None
    assert store.claim(claims[0])["status"] == "accepted"


@pytest.mark.parametrize(
    ("action", "changes", "message"),
    [
        ("approve", None, "approve: not a decision; choose from accept, reject, correct, flag"),
        ("undo", None, "undo: not a decision"),
        ("accept", {"kind": "target"}, "only a correction has them"),
        ("correct", None, "a correction needs changed fields"),
        ("correct", {"kind": "denominator"}, "nothing changes"),
        ("correct", {"kind": "goal"}, "kind: 'goal' is none of achieved, target"),
        ("correct", {"funding": ["2024"]}, "funding: '2024' does not have the form"),
        ("correct", {"value": "31,9"}, "value: '31,9' does not have the form"),
        ("correct", {"value": 31.8}, "value: 31.8 is not of type string"),
        ("correct", {"segment": ["INFORMAL", "ALL"]}, "segment: 'ALL' is none of"),
        ("correct", {"segment": "INFORMAL"}, "segment: 'INFORMAL' is not of type array"),
        ("correct", {"as_of": {"start": "31/12/2024"}}, "as_of: start: '31/12/2024' does not have the form"),
        (
            "correct",
            {"as_of": {"start": "2024-02-30"}},
            "as_of: start: '2024-02-30' is no day of the calendar",
        ),
        ("correct", {"as_of": {"start": None}}, "as_of: start, end and precision go together"),
        ("correct", {"as_of": {"end": "2020-01-01"}}, "as_of: it ends (2020-01-01) before it starts"),
        ("correct", {"region": {"town": "x"}}, "region: has no part 'town'"),
        ("correct", {"speaker": {"name": "Tirta"}}, "speaker: lacks 'degrees_before'"),
        ("correct", {"evidence": {"start": 1}}, "evidence: needs the start and end of its place in the text"),
        ("correct", {"evidence": {"start": 5, "end": 9999}}, "5-9999: no words of the text stand there"),
        ("correct", {"id": "x"}, "id: not a field a review can correct"),
    ],
)
def test_what_cannot_be_decided_is_explained(
    store: Store, claims: list[str], action: str, changes: dict[str, Any] | None, message: str
) -> None:
    with pytest.raises(StoreError) as raised:
        decide(store, claims[1], action, changes=changes)
    assert message in str(raised.value)
    assert store.decisions() == []


def test_a_decision_needs_a_reviewer_and_a_moment(store: Store, claims: list[str]) -> None:
    with pytest.raises(StoreError, match="needs the name of its reviewer"):
        decide(store, claims[0], "accept", reviewer=" ")
    with pytest.raises(StoreError, match="not a moment in ISO 8601"):
        store.decide(claims[0], "accept", reviewer="Ani", at="yesterday")


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"value": "32.5"}, {"value": "32.5", "value_number": 32.5}),
        ({"value_max": "33"}, {"value_max": "33", "value_max_number": 33.0}),
        ({"speaker": None}, {"speaker_name": None, "speaker_position": None}),
        ({"segment": ["OTHER:pekerja salon"]}, {"segments": ["OTHER:pekerja salon"]}),
        ({"qualifier": []}, {"qualifiers": []}),
        ({"gap_to": "full", "plan": ["RPJMD"]}, {"gap_to": "full", "plans": ["RPJMD"]}),
        (
            {"region": {"code": "33.08", "name": "Kabupaten Magelang"}},
            {"region_code": "33.08", "region_name": "Kabupaten Magelang", "region_level": "kabupaten"},
        ),
        (
            {"as_of": {"start": None, "end": None, "precision": None, "basis": "unknown", "text": None}},
            {"as_of_start": None, "as_of_basis": "unknown", "as_of_text": None},
        ),
    ],
)
def test_corrections_show_in_the_view(
    store: Store, claims: list[str], changes: dict[str, Any], columns: dict[str, Any]
) -> None:
    decide(store, claims[0], "correct", changes=changes)
    row = store.claims()[0]
    assert {name: row[name] for name in columns} == columns
    store.undo(reviewer="Ani", at=AT)
    assert store.claims()[0]["status"] == "pending"
    assert all(store.claims()[0][name] != value for name, value in columns.items() if name != "region_level")


@pytest.mark.parametrize(("prefix", "message"), [("zz", "no claim begins with this"), ("", "no claim begins")])
def test_an_unknown_claim_is_named(store: Store, claims: list[str], prefix: str, message: str) -> None:
    with pytest.raises(UnknownItem, match=message):
        store.decide(prefix, "accept", reviewer="Ani", at=AT)


@pytest.fixture
def missed(make: Any, store: Store, claims: list[str]) -> dict[str, Any]:
    """A claim nobody has made yet, in the contract's shape."""
    capture = make.capture()
    text = capture.source.decode()
    printed = wire.claim_to_json(make.claim(capture, text, "12,5 persen", id="missed", kind="target"))
    return {**printed, "speaker": None}


def test_a_reviewer_adds_what_was_missed(store: Store, claims: list[str], missed: dict[str, Any]) -> None:
    row = store.add_claim(missed, reviewer="Ani", at=AT, reason="overlooked")
    assert (row["action"], row["status_after"], row["quote"]) == ("add", "accepted", "12,5 persen")
    added = next(claim for claim in store.claims() if claim["claim_id"] == "missed")
    assert (added["status"], added["differs_from_reviewed"], added["still_found"]) == ("accepted", 0, 0)
    assert "missed" in [claim["claim_id"] for claim in store.timeline("33.07")]
    assert "missed" in [claim["claim_id"] for claim in store.claims(search="informal")]
    printed = store.extraction(added["document_id"])["claims"][-1]
    assert printed == {**missed, "status": "accepted"}
    decide(store, "missed", "correct", changes={"kind": "gap"})
    assert (store.claim("missed")["status"], store.claim("missed")["kind"]) == ("corrected", "gap")


def test_an_added_claim_can_be_undone_and_added_again(store: Store, claims: list[str], missed: dict[str, Any]) -> None:
    store.add_claim(missed, reviewer="Ani", at=AT)
    assert store.undo(reviewer="Ani", at=AT) is not None
    for rows in (store.claims(), store.timeline("33.07"), store.queue()):
        assert "missed" not in [row["claim_id"] for row in rows]
    assert "missed" not in [claim["id"] for claim in store.extraction(missed["document"])["claims"]]
    store.add_claim({**missed, "kind": "gap"}, reviewer="Ani", at=AT)
    assert (store.claim("missed")["kind"], store.claim("missed")["status"]) == ("gap", "accepted")


def test_what_the_machine_finds_later_is_held_against_the_added_claim(
    store: Store, make: Any, claims: list[str], missed: dict[str, Any]
) -> None:
    store.add_claim(missed, reviewer="Ani", at=AT)
    capture = make.capture()
    extraction = make.extraction(capture)
    for kind, differs in (("target", ()), ("gap", ("missed",))):
        found = make.claim(capture, capture.source.decode(), "12,5 persen", id="missed", kind=kind)
        again = dataclasses.replace(extraction, claims=(*extraction.claims, found))
        assert store.replace(capture, again).differs == differs
        assert store.claim("missed")["kind"] == "target"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "goal"}, "this is not a claim: kind: 'goal' is none of"),
        ({"document": "00" * 32}, "no such document"),
        (
            {
                "evidence": {
                    "start": 0,
                    "end": 5,
                    "quote": "12,5 persen",
                    "sentence_start": 0,
                    "sentence_end": 9,
                }
            },
            "says",
        ),
        ({"note": "x"}, "has no part 'note'"),
        ({"confidence": 2}, "confidence: 2 is out of range"),
        (
            {"as_of": {"start": None, "end": None, "precision": "day", "basis": "event", "text": None}},
            "go together",
        ),
    ],
)
def test_an_added_claim_must_be_one(
    store: Store, claims: list[str], missed: dict[str, Any], changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(CakupanError, match=message):
        store.add_claim({**missed, **changes}, reviewer="Ani", at=AT)
    with pytest.raises(StoreError, match="is there already"):
        store.add_claim(store.claim(claims[0])["machine"], reviewer="Ani", at=AT)
    assert (store.decisions(), len(store.claims())) == ([], len(claims))


ACTIONS = ("accept", "reject", "flag", "kind", "unit", "undo")
CHANGES: dict[str, list[dict[str, Any]]] = {
    "kind": [{"kind": "target"}, {"kind": "gap"}],
    "unit": [{"unit": "workers"}, {"unit": "percent"}],
}


def expected(machine: dict[str, Any], stack: list[tuple[str, dict[str, Any]]]) -> tuple[Any, ...]:
    """What the decisions still standing on a claim add up to, worked out afresh."""
    fields = {name: machine[name] for name in ("kind", "unit")}
    status, corrections = "pending", 0
    for action, changes in stack:
        if changes:
            fields.update(changes)
            corrections += 1
        if action == "reject":
            status = "rejected"
        elif action != "flag":
            status = "corrected" if corrections else "accepted"
    flagged = int(any(action == "flag" for action, _ in stack))
    return status, flagged, fields["kind"], fields["unit"]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(Path(tmp_path_factory.mktemp("fold")) / "cakupan.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def documents() -> Iterator[int]:
    return itertools.count()


@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from(ACTIONS)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_views_equal_a_fresh_fold(
    shared: Store, maker: Any, documents: Iterator[int], steps: list[tuple[int, str]]
) -> None:
    text = maker.capture().source.decode() + f"\nNomor {next(documents)}."
    capture = maker.capture(text=text, uri=None)
    shared.add(capture, maker.extraction(capture, text))
    names = [row["claim_id"] for row in shared.claims(document=capture.sha256)][:2]
    machine = {name: shared.claim(name)["machine"] for name in names}
    stacks: dict[str, list[tuple[str, dict[str, Any]]]] = {name: [] for name in names}
    for which, action in steps:
        name = names[which]
        if action == "undo":
            undone = shared.undo(reviewer="Ani", at=AT, claim_id=name)
            assert (undone is None) == (not stacks[name])
            stacks[name] = stacks[name][:-1]
            continue
        changes: dict[str, Any] = {}
        if action in CHANGES:
            now = expected(machine[name], stacks[name])
            changes = next(change for change in CHANGES[action] if change[action] != now[2 if action == "kind" else 3])
        word = "correct" if changes else action
        decide(shared, name, word, changes=changes or None)
        stacks[name].append((word, changes))
    for name in names:
        row = next(row for row in shared.claims(document=capture.sha256) if row["claim_id"] == name)
        assert (row["status"], row["flagged"], row["kind"], row["unit"]) == expected(machine[name], stacks[name])
        chain = shared.decisions(name)
        assert [later["previous_decision_id"] for later in chain[1:]] == [early["id"] for early in chain[:-1]]
