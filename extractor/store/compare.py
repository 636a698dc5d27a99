"""Findings across documents: brought up to date for the subjects that new and changed documents speak of.

A subject is a region, an indicator, a kind and a period. What a subject's claims add up to is decided by the
check that the caller passes; here they are gathered, decisions applied, and its findings stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from extractor.model import Claim, Finding, Reported
from extractor.store import queue
from extractor.store.rows import Row, insert_sql, to_text
from extractor.wire import claim_from_json

if TYPE_CHECKING:
    from sqlite_utils import Database

Check = Callable[[Sequence[Reported]], Iterable[Finding]]
Subject = tuple[str, str, str, str, str]  # region code, indicator, kind, start and end of the period
# what findings across documents say of each claim, check and verdict: the queue is ordered by it
Verdicts = dict[str, set[tuple[str, str]]]

_COLUMNS = ("region_code", "indicator", "kind", "as_of_start", "as_of_end")
_IS_SUBJECT = " AND ".join(f"{name} = ?" for name in _COLUMNS)
# claims that count: of the latest version of an article, not rejected, still found or held to be true
_CLAIMS = """
SELECT c.id, c.claim_json, c.document_id, coalesce(d.corrections_after, '{}') AS corrections,
  coalesce(original.article_id, o.article_id) AS source, o.publisher, o.title, o.uri, o.published_start,
  o.published_start > date(c.as_of_end, '+6 months') AND EXISTS (SELECT 1 FROM claims n
    WHERE n.document_id = c.document_id AND n.region_code = c.region_code
    AND n.indicator = c.indicator AND n.kind = c.kind AND n.unit = c.unit AND n.segments = c.segments
    AND n.as_of_end > c.as_of_end) AS newer
FROM claims c
JOIN documents o ON o.id = c.document_id
LEFT JOIN documents original ON original.id = o.near_copy_of
LEFT JOIN decisions d ON d.claim_id = c.id
  AND d.sequence = (SELECT max(sequence) FROM decisions WHERE claim_id = c.id)
WHERE coalesce(d.status_after, 'pending') <> 'rejected'
  AND (c.still_found OR coalesce(d.status_after, 'pending') <> 'pending')
  AND NOT EXISTS (SELECT 1 FROM documents n WHERE n.supersedes = o.id)
  AND """
_CORRECTED = "c.id IN (SELECT claim_id FROM decisions WHERE corrections_after <> '{}')"


def mark(db: Database, *documents: str | None) -> None:
    """Says that the subjects of these documents are to be compared again."""
    rows = [[document] for document in documents if document is not None]
    db.conn.executemany("INSERT OR IGNORE INTO uncompared VALUES (?)", rows)


def refresh(db: Database, check: Check) -> list[Row]:
    """Makes the findings of all marked subjects anew inside the caller's transaction; returns their rows."""
    marked = [row[0] for row in db.conn.execute("SELECT document_id FROM uncompared ORDER BY document_id")]
    corrected = [_reported(row) for row in db.query(_CLAIMS + _CORRECTED)] if marked else []
    subjects: dict[Subject | None, None] = {}
    for document in marked:
        subjects |= dict.fromkeys(_subjects(db, document))
        subjects |= dict.fromkeys(_subject(one.claim) for one in corrected if one.claim.document == document)
    known = [subject for subject in subjects if subject is not None and all(subject)]
    before = _verdicts(db, known)
    rows = [row for subject in known for row in _renewed(db, subject, corrected, check)]
    after: Verdicts = {}
    for row in rows:
        _say(after, ((claim, row["check_name"], row["verdict"]) for claim in json.loads(row["subject_ids"])))
    queue.enter_claims(db, [claim for claim in before | after if before.get(claim) != after.get(claim)])
    db.conn.execute("DELETE FROM uncompared")
    return rows


def _verdicts(db: Database, subjects: Iterable[Subject]) -> Verdicts:
    """What the stored findings about these subjects say."""
    sql = (
        "SELECT l.claim_id, x.check_name, x.verdict FROM comparisons x"
        f" JOIN compared_claims l ON l.comparison_id = x.id WHERE {_IS_SUBJECT}"
    )
    said: Verdicts = {}
    for subject in subjects:
        _say(said, db.conn.execute(sql, subject))
    return said


def _say(said: Verdicts, findings: Iterable[tuple[str, str, str]]) -> None:
    for claim, check, verdict in findings:
        said.setdefault(claim, set()).add((check, verdict))


def _subjects(db: Database, document: str) -> list[Subject]:
    """What the claims of a document speak of, as read, and what its stored comparisons are about."""
    names = ", ".join(_COLUMNS)
    return db.conn.execute(
        f"SELECT {names} FROM claims WHERE document_id = :id UNION SELECT {names} FROM comparisons"
        " WHERE id IN (SELECT comparison_id FROM compared_claims WHERE document_id = :id)",
        {"id": document},
    ).fetchall()


def _renewed(db: Database, subject: Subject, corrected: Sequence[Reported], check: Check) -> list[Row]:
    db.conn.execute(f"DELETE FROM comparisons WHERE {_IS_SUBJECT}", subject)
    count = f"SELECT count(DISTINCT document_id) FROM claims WHERE {_IS_SUBJECT}"
    others = [one for one in corrected if _subject(one.claim) == subject]
    if db.conn.execute(count, subject).fetchone()[0] + len(others) < 2:
        return []
    found = {one.claim.id: one for one in others}
    for row in db.query(_CLAIMS + " AND ".join(f"c.{name} = ?" for name in _COLUMNS), subject):
        reported = _reported(row)
        if _subject(reported.claim) == subject:  # no reviewer moved it elsewhere
            found[reported.claim.id] = reported
    rows = [_row(finding, subject, found) for finding in check(list(found.values()))]
    for row in rows:
        _store(db, row)
    return rows


def _reported(row: Mapping[str, Any]) -> Reported:
    corrections = json.loads(row["corrections"])
    claim = claim_from_json({**json.loads(row["claim_json"]), **corrections})
    published = row["published_start"]
    return Reported(
        claim,
        row["source"],
        row["publisher"] or row["title"] or row["uri"] or row["document_id"][:8],
        None if published is None else date.fromisoformat(published),
        bool(row["newer"]),
    )


def _subject(claim: Claim) -> Subject | None:
    period, code = claim.as_of.period, claim.region.code
    if period is None or code is None:
        return None
    return code, claim.indicator, claim.kind, period.start.isoformat(), period.end.isoformat()


def _row(finding: Finding, subject: Subject, found: Mapping[str, Reported]) -> Row:
    documents = dict.fromkeys(found[claim].claim.document for claim in finding.subjects)
    return {
        "id": finding.id,
        "check_name": finding.check,
        "verdict": finding.verdict,
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "reason": finding.reason,
        "subject_ids": to_text(finding.subjects),
        "document_ids": to_text(tuple(documents)),
        **dict(zip(_COLUMNS, subject, strict=True)),
        "claims": [(claim, found[claim].claim.document) for claim in finding.subjects],
    }


def _store(db: Database, row: Row) -> None:
    claims = row.pop("claims")
    db.conn.execute(insert_sql("comparisons", row), row)
    db.conn.executemany(
        "INSERT INTO compared_claims (claim_id, comparison_id, document_id) VALUES (?, ?, ?)",
        [(claim, row["id"], document) for claim, document in claims],
    )
