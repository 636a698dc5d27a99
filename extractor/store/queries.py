"""Reads rows back: filters, names given by their beginning, and the contract's JSON rebuilt from rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from extractor.errors import UnknownItem
from extractor.store.findings import DIFFERS, VERDICTS
from extractor.store.rows import Row, to_text
from extractor.store.views import TIMELINE_WITH_REJECTED
from extractor.wire import SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database

_SHOWN = 5  # ids listed when a beginning fits several
# what is read today, and what reviewers hold to be true as long as its place in the text is known
CLAIMS_OF_A_DOCUMENT = """
SELECT c.id, c.claim_json FROM claims c JOIN reviewed_claims r ON r.claim_id = c.id
WHERE c.document_id = ?
  AND (c.still_found OR r.status IN ('accepted', 'corrected') AND r.evidence_start IS NOT NULL)
ORDER BY c.position
"""
_LISTS = frozenset(
    (
        "qualifiers",
        "segments",
        "programmes",
        "plans",
        "funding_sources",
        "flags",
        "rules",
        "pages",
        "reading_notes",
        "near_copies",
    )
)


def decoded(row: Row) -> Row:
    """A row with its list columns as lists."""
    return {name: json.loads(value) if name in _LISTS else value for name, value in row.items()}


def one_id(db: Database, table: str, prefix: str, what: str, listing: str) -> str:
    """The id of ``table`` that is ``prefix`` or alone begins with it; raises UnknownItem otherwise."""
    sql = f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    ids = [row[0] for row in db.conn.execute(sql, [prefix, prefix + "\U0010ffff", _SHOWN + 1])]
    if prefix and (len(ids) == 1 or prefix in ids[:1]):
        return str(ids[0])
    if not ids or not prefix:
        raise UnknownItem(f"{prefix!r}: no {what} begins with this; list them with `{listing}`")
    more = ", …" if len(ids) > _SHOWN else ""
    raise UnknownItem(f"{prefix!r}: several {what}s begin with this ({', '.join(ids[:_SHOWN])}{more}); give more of it")


def claim_id(db: Database, prefix: str) -> str:
    """The claim a prefix names."""
    return one_id(db, "claims", prefix, "claim", "cakupan claims")


def document_id(db: Database, prefix: str) -> str:
    """The document a prefix of its id, or its uri, names; of several versions the latest."""
    by_uri = db.conn.execute(
        "SELECT d.id FROM captures c JOIN documents d ON d.id = c.document_id WHERE c.uri = ?"
        " ORDER BY d.version DESC LIMIT 1",
        [prefix],
    ).fetchone()
    return str(by_uri[0]) if by_uri else one_id(db, "documents", prefix, "document", "cakupan claims --json")


# ``flagged`` stands beside any other status
OF_STATUS = "CASE :status WHEN 'flagged' THEN flagged ELSE status = :status END"
OF_PLACE = "region_code IS NULL AND region_name = :place COLLATE NOCASE"


def places(db: Database) -> list[str]:
    """The names of places without a code that claims are about: kecamatan, desa, areas of offices."""
    sql = "SELECT DISTINCT region_name FROM claims WHERE region_code IS NULL AND region_name IS NOT NULL"
    return [row[0] for row in db.conn.execute(f"{sql} ORDER BY region_name")]


def claims(
    db: Database,
    *,
    region: str | None = None,
    place: str | None = None,
    segment: str | None = None,
    kind: str | None = None,
    unit: str | None = None,
    status: str | None = None,
    document: str | None = None,
    finding: str | None = None,
    search: str | None = None,
) -> list[Row]:
    """Rows of ``reviewed_claims``; every filter given must hold."""
    where, values = ["(still_found OR status <> 'pending')"], dict[str, Any]()
    for column, value in (("region_code", region), ("kind", kind), ("unit", unit)):
        if value is not None:
            where.append(f"{column} = :{column}")
            values[column] = value
    for name, value, condition in (("status", status, OF_STATUS), ("place", place, OF_PLACE)):
        if value is not None:
            where.append(condition)
            values[name] = value
    if segment is not None:
        where.append("EXISTS (SELECT 1 FROM json_each(segments) s WHERE s.value = :segment)")
        values["segment"] = segment
    if document is not None:
        where.append("document_id = :document_id")
        values["document_id"] = document_id(db, document)
    if finding is not None:
        where.append(_finding_condition(finding))
        values["finding"] = finding
    if search is not None:
        where.append(
            "claim_id IN (SELECT c.id FROM claims c JOIN claims_fts f ON f.rowid = c.rowid"
            " WHERE claims_fts MATCH :search)"
        )
        values["search"] = db.quote_fts(search)
    sql = f"SELECT * FROM reviewed_claims WHERE {' AND '.join(where)}"
    sql += " ORDER BY recorded_at, document_id, position"
    return [decoded(row) for row in db.query(sql, values)]


def _finding_condition(finding: str) -> str:
    """``finding`` names a verdict, a check, or claims that read otherwise than reviewed."""
    if finding == DIFFERS:
        return f"{DIFFERS} AND :finding IS NOT NULL"
    column = "verdict" if finding in VERDICTS else "check_name"
    stored = (
        f"(EXISTS (SELECT 1 FROM findings f, json_each(f.subject_ids) s WHERE f.document_id = "
        f"reviewed_claims.document_id AND f.{column} = :finding AND s.value = claim_id)"
        f" OR EXISTS (SELECT 1 FROM compared_claims l JOIN comparisons x ON x.id = l.comparison_id"
        f" WHERE l.claim_id = reviewed_claims.claim_id AND x.{column} = :finding))"
    )
    return f"({stored} OR differs_from_reviewed)" if finding == "disagrees" else stored


_ELSEWHERE = """
SELECT * FROM reviewed_claims r WHERE r.claim_id IN (
  SELECT id FROM (
    SELECT c.id FROM claims c WHERE c.region_code = :region AND c.indicator = :indicator AND c.kind = :kind
      AND c.as_of_start <= :end AND c.as_of_end >= :start AND c.segments = :segments AND c.document_id <> :document
      ORDER BY c.as_of_end DESC, c.rowid LIMIT :most)
  UNION SELECT claim_id FROM decisions WHERE corrections_after <> '{}')
AND r.region_code = :region AND r.indicator = :indicator AND r.kind = :kind AND r.unit = :unit
AND r.as_of_start <= :end AND r.as_of_end >= :start AND r.segments = :segments AND r.document_id <> :document
AND r.status <> 'rejected' AND r.latest_version AND (r.still_found OR r.status <> 'pending')
ORDER BY r.near_copy_of IS NOT NULL, r.as_of_end DESC, r.published_start DESC, r.claim_id LIMIT :most
"""
_MOST_ELSEWHERE = 12


def elsewhere(db: Database, claim: Row) -> list[Row]:
    """What other documents report for a claim's region, indicator, kind, segment and period, rejected ones left out.

    ``claim`` has the contract's shape. A period is the same when it shares a day.
    """
    period, region = claim["as_of"], claim["region"]["code"]
    if region is None or period["start"] is None:
        return []
    same = {name: claim[name] for name in ("indicator", "kind", "unit", "document")}
    values = {
        **same,
        "region": region,
        "start": period["start"],
        "end": period["end"],
        "segments": to_text(claim["segment"]),
        "most": _MOST_ELSEWHERE,
    }
    return [decoded(row) for row in db.query(_ELSEWHERE, values)]


def mentions(db: Database, document: str) -> list[Row]:
    """The mentions of a document in the contract's shape."""
    return [
        {
            "id": row["id"],
            "start": row["text_start"],
            "end": row["text_end"],
            "quote": row["quote"],
            "label": row["label"],
            "value": json.loads(row["value"]),
            "rule": row["rule"],
            "claims": json.loads(row["claim_ids"]),
            "not_claimed": row["not_claimed"],
        }
        for row in db.query("SELECT * FROM mentions WHERE document_id = ? ORDER BY position", [document])
    ]


def document_json(row: Row) -> Row:
    """A row of ``documents`` in the contract's shape."""
    dates = {
        name: {part: row[f"{name}_{part}"] for part in ("start", "end", "precision", "basis", "text")}
        for name in ("published", "event")
    }
    plain = {name: row[name] for name in ("id", "uri", "media_type", "text", "title", "publisher", "byline")}
    return {
        "id": plain["id"],
        "uri": plain["uri"],
        "media_type": plain["media_type"],
        "sha256": plain["id"],
        "text": plain["text"],
        "title": plain["title"],
        "publisher": plain["publisher"],
        "byline": plain["byline"],
        "published": dates["published"],
        "event": dates["event"],
        "pages": json.loads(row["pages"]) if isinstance(row["pages"], str) else row["pages"],
    }


def extraction_json(document: Row, mentions: Sequence[Row], claims: Iterable[Row], findings: Iterable[Row]) -> Row:
    """The contract's JSON of one document."""
    return {
        "schema": SCHEMA_VERSION,
        "document": document_json(document),
        "mentions": list(mentions),
        "claims": list(claims),
        "findings": [
            {key: value for key, value in row.items() if key not in ("document", "documents")} for row in findings
        ],
    }


_DOCUMENTS = """
SELECT d.*,
  NOT EXISTS (SELECT 1 FROM documents n WHERE n.supersedes = d.id) AS latest_version,
  (SELECT count(*) FROM captures c WHERE c.document_id = d.id) AS capture_count,
  (SELECT count(*) FROM mentions m WHERE m.document_id = d.id) AS mention_count,
  (SELECT count(*) FROM claims c WHERE c.document_id = d.id AND c.still_found) AS claim_count,
  (SELECT count(*) FROM findings f WHERE f.document_id = d.id) AS finding_count,
  (SELECT json_group_array(n.id) FROM documents n WHERE n.near_copy_of = d.id) AS near_copies
FROM documents d
"""


def documents(
    db: Database, *, uri: str | None = None, publisher: str | None = None, search: str | None = None
) -> list[Row]:
    """Documents without their text, in the order they were recorded."""
    where, values = ["1"], dict[str, Any]()
    if uri is not None:
        where.append("EXISTS (SELECT 1 FROM captures c WHERE c.document_id = d.id AND c.uri = :uri)")
        values["uri"] = uri
    if publisher is not None:
        where.append("d.publisher = :publisher")
        values["publisher"] = publisher
    if search is not None:
        where.append("d.rowid IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH :search)")
        values["search"] = db.quote_fts(search)
    rows = db.query(f"{_DOCUMENTS} WHERE {' AND '.join(where)} ORDER BY d.recorded_at, d.id", values)
    return [{name: value for name, value in decoded(row).items() if name != "text"} for row in rows]


def document(db: Database, identifier: str) -> Row:
    """One document with its text."""
    return decoded(next(iter(db.query(f"{_DOCUMENTS} WHERE d.id = ?", [identifier]))))


def text(db: Database, identifier: str) -> str:
    """The text of one document."""
    found = db.conn.execute("SELECT text FROM documents WHERE id = ?", [identifier]).fetchone()
    if found is None:
        raise UnknownItem(f"{identifier!r}: no document has this id")
    return str(found[0])


def timeline(db: Database, region: str, segment: str | None, kind: str | None, rejected: bool = False) -> list[Row]:
    """Rows of ``coverage_timeline`` for one region, with the rejected ones too if asked."""
    source = f"({TIMELINE_WITH_REJECTED})" if rejected else "coverage_timeline"
    sql = (
        # the narrow queue names the claims; the view alone would work out every claim there is
        f"SELECT * FROM {source} WHERE claim_id IN (SELECT claim_id FROM review_queue WHERE region_code = :region)"
        " AND region_code = :region AND (:kind IS NULL OR kind = :kind)"
        " AND (:segment IS NULL OR EXISTS (SELECT 1 FROM json_each(segments) s WHERE s.value = :segment))"
    )
    return [decoded(row) for row in db.query(sql, {"region": region, "segment": segment, "kind": kind})]


def status(db: Database) -> Row:
    """Counts over the whole database."""
    tables = (
        "captures",
        "documents",
        "mentions",
        "claims",
        "findings",
        "decisions",
        "regions",
        "regulations",
    )
    counts = {name: db.table(name).count for name in (*tables, "officials", "runs")}
    standing = dict(db.conn.execute("SELECT status, count(*) FROM review_queue GROUP BY status").fetchall())
    verdicts = dict(
        db.conn.execute(
            "SELECT verdict, count(*) FROM (SELECT verdict FROM findings UNION ALL SELECT verdict FROM comparisons)"
            " GROUP BY verdict"
        ).fetchall()
    )
    one_number = {
        "near_copies": "SELECT count(*) FROM documents WHERE near_copy_of IS NOT NULL",
        "findings_across_documents": "SELECT count(*) FROM comparisons",
        "documents_to_compare": "SELECT count(*) FROM uncompared",
    }
    last = list(db.query("SELECT * FROM runs ORDER BY rowid DESC LIMIT 1"))
    return {
        "tables": counts,
        **{name: db.conn.execute(sql).fetchone()[0] for name, sql in one_number.items()},
        "claims": {name: standing.get(name, 0) for name in ("pending", "accepted", "rejected", "corrected")},
        "findings": {name: verdicts.get(name, 0) for name in VERDICTS},
        DIFFERS: db.conn.execute(f"SELECT count(*) FROM review_queue WHERE {DIFFERS}").fetchone()[0],
        "schema_version": db.conn.execute("PRAGMA user_version").fetchone()[0],
        "last_run": last[0] if last else None,
    }
