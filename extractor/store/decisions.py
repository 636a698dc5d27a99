"""Review events: what they add up to, and how a new one is recorded.

Decisions are only ever added. Where a claim stands is the fold of its decisions, in order: an undo takes
back the latest that is still in force; accept, reject, correct and add set the status; corrections add up
until they are undone; a flag stays up until it is undone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.errors import StoreError
from extractor.store.corrections import corrected
from extractor.store.rows import MEANING, Row, insert_sql, moment, reading, short_hash, to_text

if TYPE_CHECKING:
    from sqlite_utils import Database

Json = Mapping[str, Any]

ACTIONS = ("accept", "reject", "correct", "flag")
UNCHECKED = "unchecked"  # the ``seen`` of callers that do not look at earlier decisions


class Conflict(StoreError):
    """Someone decided on the claim after the reviewer looked at it; ``decision`` is the latest one, where it is one."""

    def __init__(self, message: str, decision: Row | None = None) -> None:
        super().__init__(message)
        self.decision = decision


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands. ``judged`` and ``reviewed`` are hashes of the readings the status is about."""

    status: str = "pending"
    flagged: bool = False
    corrections: Json = field(default_factory=dict)
    judged: str | None = None
    reviewed: str | None = None


def in_force(decisions: Iterable[Row]) -> list[Row]:
    """The decisions that were not taken back, undo events left out, in order."""
    rows = list(decisions)
    undone = {row["undoes_decision_id"] for row in rows}
    return [row for row in rows if row["action"] != "undo" and row["id"] not in undone]


def fold(decisions: Iterable[Row]) -> Standing:
    """Where a claim stands after these decisions (rows of the table, in order)."""
    status, flagged, corrections, corrected = "pending", False, {}, False
    judged = reviewed = None
    for row in in_force(decisions):
        if row["action"] == "flag":
            flagged = True
            continue
        corrections.update(json.loads(row["fields_after"] or "{}"))
        corrected = corrected or row["action"] == "correct"
        status = "rejected" if row["action"] == "reject" else "corrected" if corrected else "accepted"
        judged, reviewed = row["reading_judged"], row["reading_reviewed"]
    return Standing(status, flagged, corrections, judged, reviewed)


def applied(claim: Json, standing: Standing) -> dict[str, Any]:
    """A claim (as JSON, as extracted or added) with its status and the corrections in force."""
    return {**claim, **standing.corrections, "status": standing.status}


def of_claim(db: Database, claim_id: str) -> list[Row]:
    """The decisions on a claim, oldest first."""
    return list(db.query("SELECT * FROM decisions WHERE claim_id = ? ORDER BY sequence", [claim_id]))


_IN_FORCE = "action <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_decision_id = d.id)"


def latest_by(db: Database, reviewer: str) -> Row | None:
    """The latest decision of a reviewer that is in force."""
    sql = f"SELECT * FROM decisions d WHERE reviewer = ? AND {_IN_FORCE} ORDER BY sequence DESC LIMIT 1"
    return next(iter(db.query(sql, [reviewer.strip()])), None)


def of_batch(db: Database, batch: str, reviewer: str) -> list[Row]:
    """The decisions of a reviewer's batch that are in force, oldest first."""
    sql = f"SELECT * FROM decisions d WHERE batch = ? AND reviewer = ? AND {_IN_FORCE} ORDER BY sequence"
    return list(db.query(sql, [batch, reviewer.strip()]))


def record(
    db: Database,
    claim: Json,
    action: str,
    *,
    found: bool,
    reviewer: str,
    at: str,
    changes: Json | None,
    reason: str | None,
    batch: str | None,
    seen: str | None,
) -> Row:
    """Adds a decision on a claim (as extracted) inside the caller's transaction and returns its row.

    ``found`` says whether the machine makes the claim today.
    """
    earlier = of_claim(db, claim["id"])
    _check(earlier, claim["id"], action, reviewer, changes, seen)
    now = fold(earlier)
    before, after = corrected(applied(claim, now), changes) if changes else (None, None)
    judged, reviewed = now.judged, now.reviewed
    if action != "flag":
        judged = reading(claim) if found else None
        reviewed = reading({**claim, **now.corrections, **(after or {})})
    row = {
        "action": action,
        "fields_before": before and to_text(before),
        "fields_after": after and to_text(after),
        "undoes_decision_id": None,
        "reading_judged": judged,
        "reading_reviewed": reviewed,
    }
    return _append(db, claim, earlier, row, reviewer=reviewer, at=at, reason=reason, batch=batch)


def record_added(db: Database, claim: Json, *, reviewer: str, at: str, reason: str | None, batch: str | None) -> Row:
    """Adds the decision that brings in a claim the machine did not make; its row must be there already."""
    earlier = of_claim(db, claim["id"])
    _check_reviewer(reviewer)
    row = {
        "action": "add",
        "fields_before": None,
        "fields_after": to_text({name: claim[name] for name in MEANING}),
        "undoes_decision_id": None,
        "reading_judged": None,
        "reading_reviewed": reading(claim),
    }
    return _append(db, claim, earlier, row, reviewer=reviewer, at=at, reason=reason, batch=batch)


def undo(db: Database, claim: Json, *, reviewer: str, at: str, target: Row) -> Row:
    """Adds the undo of ``target``, which must be the latest decision in force on its claim."""
    earlier = of_claim(db, claim["id"])
    latest = in_force(earlier)[-1]
    if latest["id"] != target["id"]:
        raise Conflict(
            f"claim {claim['id']}: {latest['reviewer']} decided on it later ({latest['action']}, "
            f"{latest['at']}); undo that decision first, by naming the claim",
            latest,
        )
    rest = fold(row for row in earlier if row["id"] != target["id"])
    row = {
        "action": "undo",
        "fields_before": target["fields_after"],
        "fields_after": target["fields_before"],
        "undoes_decision_id": target["id"],
        "reading_judged": rest.judged,
        "reading_reviewed": rest.reviewed,
    }
    return _append(db, claim, earlier, row, reviewer=reviewer, at=at, reason=None, batch=target["batch"])


def _check(
    earlier: Sequence[Row], claim_id: str, action: str, reviewer: str, changes: Json | None, seen: str | None
) -> None:
    if action not in ACTIONS:
        raise StoreError(f"{action}: not a decision; choose from {', '.join(ACTIONS)}")
    _check_reviewer(reviewer)
    if bool(changes) != (action == "correct"):
        raise StoreError(f"{action}: a correction needs changed fields, and only a correction has them")
    last = earlier[-1]["id"] if earlier else None
    if seen not in (UNCHECKED, last):
        latest = earlier[-1] if earlier else None
        since = f"{latest['reviewer']} decided ({latest['action']}, {latest['at']})" if latest else "nothing was"
        raise Conflict(f"claim {claim_id}: {since} since you looked at it; look again before you decide", latest)


def _check_reviewer(reviewer: str) -> None:
    if not reviewer.strip():
        raise StoreError("a decision needs the name of its reviewer; give one with --reviewer")


def _append(
    db: Database,
    claim: Json,
    earlier: Sequence[Row],
    row: Row,
    *,
    reviewer: str,
    at: str,
    reason: str | None,
    batch: str | None,
) -> Row:
    previous = earlier[-1]["id"] if earlier else None
    row = {
        **row,
        "id": short_hash(claim["id"], row["action"], len(earlier), previous),
        "claim_id": claim["id"],
        "at": moment(at),
        "reviewer": reviewer.strip(),
        "batch": batch,
        "quote": claim["evidence"]["quote"],
        "reason": reason,
        "previous_decision_id": previous,
    }
    standing = fold([*earlier, row])
    row |= {
        "status_after": standing.status,
        "flagged_after": int(standing.flagged),
        "corrections_after": to_text(standing.corrections),
    }
    db.conn.execute(insert_sql("decisions", row), row)
    return of_claim(db, claim["id"])[-1]
