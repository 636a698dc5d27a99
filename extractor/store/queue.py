"""The order of review: ``review_queue`` has one narrow row per claim as reviewed, the worst first.

It repeats what ``reviewed_claims`` works out, so that a page of a queue, or the number of claims behind a
filter, is read without folding the decisions of every claim. Whatever changes a claim, its findings or its
decisions brings its row up to date in the same transaction; the view stays the truth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.errors import StoreError
from extractor.store import filters, queries
from extractor.store.filters import IS_OPEN, OPEN, ClaimFilter
from extractor.store.rows import Row, Rows, short_hash

if TYPE_CHECKING:
    from sqlite_utils import Database

_WORST = ("disagrees", "unchecked", "rounding")
_CHUNK = 500  # claims named in one statement, below SQLite's limit of parameters
_FROM_VIEW = f"""
INSERT INTO review_queue
SELECT
  CASE WHEN r.status <> 'pending' AND NOT r.differs_from_reviewed THEN {OPEN}
    ELSE 4 * r.flagged + CASE
      WHEN r.differs_from_reviewed OR r.findings LIKE '% disagrees%' THEN 0
      WHEN r.findings LIKE '% unchecked%' THEN 1
      WHEN r.findings LIKE '% rounding%' THEN 2
      ELSE 3 END
  END,
  c.rowid, c.id, r.status, r.flagged, r.differs_from_reviewed, r.findings, r.region_code, r.segments, r.kind, r.unit,
  r.as_of_start, r.as_of_end, r.publisher, r.published_start, r.published_end, r.confidence
FROM claims c JOIN reviewed_claims r ON r.claim_id = c.id
WHERE (c.still_found OR r.status <> 'pending') AND """


def enter_new(db: Database, rows: Rows) -> None:
    """Adds the rows of a new document, on which there are neither decisions nor comparisons yet.

    The same as ``enter_document``, from what is about to be known anyway: it costs a tenth of the time.
    """
    if not rows.claims:
        return
    said: dict[str, list[str]] = {}
    for finding in rows.findings:
        for subject in json.loads(finding["subject_ids"]):
            said.setdefault(subject, []).append(f"{finding['check_name']} {finding['verdict']}")
    numbers = dict(
        db.conn.execute("SELECT id, rowid FROM claims WHERE document_id = ?", [rows.document["id"]]).fetchall()
    )
    document = tuple(rows.document[name] for name in ("publisher", "published_start", "published_end"))
    new = []
    for claim in rows.claims:
        findings = ", ".join(said.get(claim["id"], ())) or None
        plain = (claim[name] for name in ("region_code", "segments", "kind", "unit", "as_of_start", "as_of_end"))
        place = (_urgency(findings), numbers[claim["id"]], claim["id"])
        new.append((*place, "pending", 0, 0, findings, *plain, *document, claim["confidence"]))
    db.conn.executemany(f"INSERT INTO review_queue VALUES ({', '.join('?' * len(new[0]))})", new)


def _urgency(findings: str | None) -> int:
    return next((rank for rank, verdict in enumerate(_WORST) if f" {verdict}" in (findings or "")), len(_WORST))


def enter_document(db: Database, document_id: str) -> None:
    """Makes the rows of a document's claims anew, inside the caller's transaction."""
    numbers = "SELECT rowid FROM claims WHERE document_id = ?"
    db.conn.execute(f"DELETE FROM review_queue WHERE claim_number IN ({numbers})", [document_id])
    db.conn.execute(f"{_FROM_VIEW} c.document_id = ?", [document_id])


def enter_claims(db: Database, claim_ids: Iterable[str]) -> None:
    """Makes the rows of these claims anew, inside the caller's transaction."""
    ids = list(claim_ids)
    for first in range(0, len(ids), _CHUNK):
        chunk = ids[first : first + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        numbers = f"SELECT rowid FROM claims WHERE id IN ({marks})"
        db.conn.execute(f"DELETE FROM review_queue WHERE claim_number IN ({numbers})", chunk)
        db.conn.execute(f"{_FROM_VIEW} c.id IN ({marks})", chunk)


def enter_all(db: Database) -> None:
    """Makes every row anew."""
    db.conn.execute("DELETE FROM review_queue")
    db.conn.execute(f"{_FROM_VIEW} 1")


def ids(
    db: Database, chosen: ClaimFilter, *, limit: int | None = None, after: str | None = None, before: str | None = None
) -> list[tuple[str, str]]:
    """Ids and cursors of the claims meant, worst first; ``before`` gives those just before it, in order.

    A cursor names a place in the queue, not a claim: it still tells what comes next when its claim is decided.
    """
    condition, values = filters.where(db, chosen)
    for cursor, sign in ((after, ">"), (before, "<")):
        if cursor is not None:
            condition += f" AND (urgency, claim_number) {sign} (:urgency, :number)"
            values["urgency"], values["number"] = _place(cursor)
    if before is not None:  # the cursor bounds the walk; the other bound would start it at the end of the queue
        condition = condition.replace(IS_OPEN, f"+{IS_OPEN}")
    way = "DESC" if before is not None else "ASC"
    sql = (
        f"SELECT claim_id, urgency || '-' || claim_number FROM review_queue WHERE {condition}"
        f" ORDER BY urgency {way}, claim_number {way} LIMIT {-1 if limit is None else limit}"
    )
    found: list[tuple[str, str]] = db.conn.execute(sql, values).fetchall()
    return found[::-1] if before is not None else found


def count(db: Database, chosen: ClaimFilter) -> int:
    """How many claims are meant."""
    condition, values = filters.where(db, chosen)
    # the small index holds all that "open" asks about
    by = "INDEXED BY review_queue_by_claim " if condition == IS_OPEN else ""
    return int(db.conn.execute(f"SELECT count(*) FROM review_queue {by}WHERE {condition}", values).fetchone()[0])


def has(db: Database, claim_id: str, chosen: ClaimFilter) -> bool:
    """Whether a claim is among those meant."""
    condition, values = filters.where(db, chosen)
    number = "claim_number = (SELECT rowid FROM claims WHERE id = :claim)"
    sql = f"SELECT 1 FROM review_queue WHERE {number} AND {condition}"
    return db.conn.execute(sql, {**values, "claim": claim_id}).fetchone() is not None


def each(db: Database, chosen: ClaimFilter) -> Iterator[Row]:
    """The rows of ``reviewed_claims`` of every claim, open or not, in the order of documents and text."""
    condition, values = filters.where(db, chosen, every=True)
    sql = (
        f"SELECT * FROM reviewed_claims WHERE claim_id IN (SELECT claim_id FROM review_queue WHERE {condition})"
        " ORDER BY recorded_at, document_id, position"
    )
    return (queries.decoded(row) for row in db.query(sql, values))


def stamp(db: Database, claim_ids: Sequence[str]) -> str:
    """A hash of these claims and of what was last decided on each; it changes when either does."""
    latest = "SELECT max(sequence) FROM decisions WHERE claim_id = ?"
    return short_hash([(name, db.conn.execute(latest, [name]).fetchone()[0]) for name in claim_ids])


def cursor_of(db: Database, claim_id: str) -> str | None:
    """Where a claim stands in the queue now; None for one that no list shows."""
    sql = (
        "SELECT urgency || '-' || claim_number FROM review_queue"
        " WHERE claim_number = (SELECT rowid FROM claims WHERE id = ?)"
    )
    found = db.conn.execute(sql, [claim_id]).fetchone()
    return None if found is None else str(found[0])


def rows(db: Database, named: Sequence[tuple[str, str]]) -> list[Row]:
    """Rows of ``reviewed_claims`` for these ids, in their order, each with its ``cursor``."""
    found: dict[str, Row] = {}
    for first in range(0, len(named), _CHUNK):
        chunk = [name for name, _ in named[first : first + _CHUNK]]
        marks = ", ".join("?" * len(chunk))
        for row in db.query(f"SELECT * FROM reviewed_claims WHERE claim_id IN ({marks})", chunk):
            found[row["claim_id"]] = queries.decoded(row)
    return [{**found[name], "cursor": cursor} for name, cursor in named]


def choices(db: Database, column: str) -> list[tuple[str, int]]:
    """The values a column of ``review_queue`` has among open claims, with how many have each, most first."""
    sql = (
        f"SELECT {column}, count(*) FROM review_queue WHERE urgency < {OPEN} AND {column} IS NOT NULL"
        f" GROUP BY {column} ORDER BY count(*) DESC, {column}"
    )
    return list(db.conn.execute(sql).fetchall())


def _place(cursor: str) -> tuple[int, int]:
    if not re.fullmatch(r"\d{1,3}-\d{1,18}", cursor):
        raise StoreError(f"{cursor!r}: not a place in the queue; start again from its beginning")
    urgency, _, number = cursor.partition("-")
    return int(urgency), int(number)
