"""Findings read back in the contract's shape: those of a document, across documents, and against decisions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from extractor.store.rows import Row, short_hash

if TYPE_CHECKING:
    from sqlite_utils import Database

DIFFERS = "differs_from_reviewed"
VERDICTS = ("agrees", "rounding", "disagrees", "unchecked")


def read(db: Database, document: str | None, claim: str | None, verdict: str | None) -> list[Row]:
    """Findings in the contract's shape with their ``document``, those of re-reading included."""
    where, values = ["1"], dict[str, Any]()
    if document is not None:
        where.append("document_id = :document")
        values["document"] = document
    if claim is not None:
        where.append(
            "document_id = (SELECT document_id FROM claims WHERE id = :claim)"
            " AND EXISTS (SELECT 1 FROM json_each(subject_ids) s WHERE s.value = :claim)"
        )
        values["claim"] = claim
    if verdict is not None:
        where.append("verdict = :verdict")
        values["verdict"] = verdict
    sql = (
        "SELECT f.* FROM findings f JOIN documents d ON d.id = f.document_id WHERE "
        f"{' AND '.join(where)} ORDER BY d.recorded_at, f.document_id, f.position"
    )
    stored = [
        {"document": row["document_id"], "documents": [row["document_id"]], **_finding_json(row)}
        for row in db.query(sql, values)
    ]
    stored += comparisons(db, document, claim, verdict)
    return stored + (differing(db, document, claim) if verdict in (None, "disagrees") else [])


def comparisons(db: Database, document: str | None, claim: str | None, verdict: str | None) -> list[Row]:
    """Findings across documents that a document or a claim has part in."""
    of_claim = "id IN (SELECT comparison_id FROM compared_claims WHERE claim_id = :claim)"
    of_document = "id IN (SELECT comparison_id FROM compared_claims WHERE document_id = :document)"
    conditions = (("verdict = :verdict", verdict), (of_claim, claim), (of_document, document))
    where = " AND ".join(["1", *(sql for sql, given in conditions if given is not None)])
    sql = f"SELECT * FROM comparisons x WHERE {where} ORDER BY region_code, indicator, kind, as_of_start, as_of_end, id"
    values = {"document": document, "claim": claim, "verdict": verdict}
    return [comparison_json(row, document) for row in db.query(sql, values)]


def comparison_json(row: Row, document: str | None = None) -> Row:
    """A finding across documents; its ``document`` is the one asked about, else the last one compared."""
    documents = json.loads(row["document_ids"])
    return {"document": document or documents[-1], "documents": documents, **_finding_json(row)}


def _finding_json(row: Row) -> Row:
    return {
        "id": row["id"],
        "check": row["check_name"],
        "verdict": row["verdict"],
        "subjects": json.loads(row["subject_ids"]),
        "expected": row["expected"],
        "found": row["found"],
        "message": row["message"],
        "reason": row["reason"],
    }


def differing(db: Database, document: str | None, claim: str | None) -> list[Row]:
    """One finding for every claim whose decision stands against what is read today."""
    everywhere = f"r.claim_id IN (SELECT q.claim_id FROM review_queue q WHERE q.{DIFFERS})"
    given = (("r.document_id = :document", document), ("r.claim_id = :claim", claim))
    narrowed = [condition for condition, value in given if value is not None]
    sql = (
        f"SELECT r.*, c.value AS machine_value, c.unit AS machine_unit, c.claim_json FROM reviewed_claims r"
        f" JOIN claims c ON c.id = r.claim_id WHERE r.{DIFFERS}"
        f" AND {' AND '.join(narrowed) or everywhere}"
        " ORDER BY r.recorded_at, r.document_id, r.position"
    )
    return [_difference(row) for row in db.query(sql, {"document": document, "claim": claim})]


def _difference(row: Row) -> Row:
    reviewed = f"{row['value']} {row['unit']}"
    now = f"{row['machine_value']} {row['machine_unit']}" if row["still_found"] else None
    told = f"{row['status']} by {row['last_reviewer']} on {row['last_decided_at'][:10]}"
    reads = "is now read differently" if row["still_found"] else "is no longer found in the text"
    return {
        "document": row["document_id"],
        "documents": [row["document_id"]],
        "id": short_hash(row["claim_id"], DIFFERS, row["last_decision_id"]),
        "check": DIFFERS,
        "verdict": "disagrees",
        "subjects": [row["claim_id"]],
        "expected": reviewed,
        "found": now,
        "message": f"“{row['evidence_quote']}” ({told}) {reads}; the decision stands, review it again",
        "reason": None,
    }
