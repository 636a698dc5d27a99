"""Decides on one claim or on all that a filter means, and takes decisions back: each within one transaction.

Every decision also marks its document to be compared again and moves its claim in the queue.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.errors import StoreError
from extractor.store import compare, decisions, ingest, queue
from extractor.store.corrections import evidence_at
from extractor.store.decisions import Conflict
from extractor.store.filters import ClaimFilter
from extractor.store.rows import Row, short_hash

if TYPE_CHECKING:
    from sqlite_utils import Database

Json = Mapping[str, Any]

BULK = ("accept", "reject")
MOST_AT_ONCE = 5_000  # about five seconds of writing, half of what another writer waits for


@dataclass(frozen=True, slots=True)
class Counted:
    """How many claims a filter means now; ``stamp`` changes when they, or the decisions on them, do."""

    count: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo took back: its rows in ``decisions``, and the decisions of a batch that it had to leave.

    Left are those on claims that somebody has decided on since.
    """

    rows: tuple[Row, ...]
    left: tuple[Row, ...] = ()

    @property
    def claim_id(self) -> str:
        """The claim to look at again: the first one of a batch."""
        return str(self.rows[0]["claim_id"])


def counted(db: Database, chosen: ClaimFilter) -> Counted:
    """The claims a bulk decision on this filter would be about."""
    return _counted(db, [name for name, _ in queue.ids(db, chosen)])


def _counted(db: Database, claim_ids: list[str]) -> Counted:
    return Counted(len(claim_ids), queue.stamp(db, claim_ids))


def decide(db: Database, claim_id: str, action: str, *, changes: Json | None, **by: Any) -> Row:
    """Records a decision and moves its claim; ``by`` are the arguments of ``decisions.record``."""
    row = _claim_row(db, claim_id)
    if changes and "evidence" in changes:
        changes = {**changes, "evidence": _evidence(db, row["document_id"], changes["evidence"])}
    claim = json.loads(row["claim_json"])
    made = decisions.record(db, claim, action, found=bool(row["still_found"]), changes=changes, **by)
    _follow(db, [claim_id])
    return made


def add_claim(db: Database, claim: Json, **by: Any) -> Row:
    """Stores a claim the program missed, and the decision that brings it in."""
    ingest.write_added(db, claim)
    made = decisions.record_added(db, claim, **by)
    _follow(db, [claim["id"]])
    return made


def decide_all(
    db: Database, chosen: ClaimFilter, action: str, *, seen: Counted, reviewer: str, at: str, reason: str | None
) -> list[Row]:
    """Accepts or rejects every claim the filter means, as one batch.

    Raises StoreError for a filter that narrows nothing down or not enough, Conflict when the claims are no longer those
    that were ``seen``.
    """
    if action not in BULK:
        raise StoreError(f"{action}: not for many claims at once; choose from {', '.join(BULK)}")
    if not chosen.explicit:
        raise StoreError("many claims at once need a filter beside the status, such as a region; choose one")
    claim_ids = [name for name, _ in queue.ids(db, chosen)]
    now = _counted(db, claim_ids)
    if now != seen:
        raise Conflict(
            f"the filter means {now.count} claims now; you saw {seen.count}, or decisions on them are newer; look again"
        )
    if not claim_ids:
        raise StoreError("no claim fits this filter; there is nothing to decide")
    if now.count > MOST_AT_ONCE:
        raise StoreError(
            f"{now.count} claims are too many at once, {MOST_AT_ONCE} are the most; narrow the filter down"
        )
    batch = short_hash(reviewer, at, action, now.stamp)
    made = []
    for claim_id in claim_ids:
        row = _claim_row(db, claim_id)
        made.append(
            decisions.record(
                db,
                json.loads(row["claim_json"]),
                action,
                found=bool(row["still_found"]),
                reviewer=reviewer,
                at=at,
                changes=None,
                reason=reason,
                batch=batch,
                seen=decisions.UNCHECKED,
            )
        )
    _follow(db, claim_ids)
    return made


def undo(db: Database, *, reviewer: str, at: str, claim_id: str | None) -> Undone | None:
    """Takes back the latest decision in force on a claim, or the reviewer's own latest with all its batch."""
    if claim_id is not None:
        rows = decisions.in_force(decisions.of_claim(db, claim_id))
        return _undone(db, rows[-1:], reviewer, at) if rows else None
    last = decisions.latest_by(db, reviewer)
    if last is None:
        return None
    if last["batch"] is None:
        return _undone(db, [last], reviewer, at)
    return _undone(db, decisions.of_batch(db, last["batch"], reviewer), reviewer, at)


def _undone(db: Database, targets: list[Row], reviewer: str, at: str) -> Undone:
    """Undoes every target that nothing newer stands upon; one that stands alone must be free."""
    left, made = [], []
    for target in targets:
        claim = json.loads(_claim_row(db, target["claim_id"])["claim_json"])
        try:
            made.append(decisions.undo(db, claim, reviewer=reviewer, at=at, target=target))
        except Conflict:
            left.append(target)
            if len(left) == len(targets):
                raise
    _follow(db, [row["claim_id"] for row in made])
    return Undone(tuple(made), tuple(left))


def _follow(db: Database, claim_ids: Iterable[str]) -> None:
    """What the decisions on these claims bring with them."""
    ids = list(claim_ids)
    compare.mark(db, *dict.fromkeys(_claim_row(db, name)["document_id"] for name in ids))
    queue.enter_claims(db, ids)


def _evidence(db: Database, document_id: str, span: Json) -> Json:
    if not all(isinstance(span.get(name), int) for name in ("start", "end")):
        raise StoreError("evidence: needs the start and end of its place in the text, as numbers")
    text = db.conn.execute("SELECT text FROM documents WHERE id = ?", [document_id]).fetchone()[0]
    return evidence_at(text, span["start"], span["end"])


def _claim_row(db: Database, claim_id: str) -> Row:
    sql = "SELECT claim_json, still_found, document_id FROM claims WHERE id = ?"
    return next(iter(db.query(sql, [claim_id])))
