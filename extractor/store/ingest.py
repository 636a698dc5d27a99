"""Writes one document: as new, as known already, as a new version of an article, or read again."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor import wire
from extractor.errors import StoreError, UnknownItem
from extractor.model import Capture, Extraction
from extractor.store import compare, copies, queue
from extractor.store.rows import (
    MENTION_COLUMNS,
    Row,
    Rows,
    capture_row,
    insert_many_sql,
    moment,
    rows_of,
    rows_of_added,
    short_hash,
    to_text,
    update_sql,
)
from extractor.version import __version__

if TYPE_CHECKING:
    from sqlite_utils import Database

_READINGS = ("mentions", "claims", "findings")
_ENTITIES = ("regions", "regulations", "officials")


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: ``status`` is ``new unchanged new_version known_text``; ``document`` where it lies.

    ``known_text``: other bytes (or another place) whose text is stored already; the capture was kept.
    """

    status: str
    document: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """What reading a document again changed, as ids of claims.

    ``changed`` claims mean something else now; ``differs`` are those of the document whose decisions stand
    against today's reading, whether that is new or not.
    """

    document: str
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


def known(db: Database, uri: str | None, sha256: str) -> str | None:
    """The document these bytes from this place belong to, None when they were never captured."""
    found = db.conn.execute("SELECT document_id FROM captures WHERE id = ?", [short_hash(uri, sha256)]).fetchone()
    return None if found is None else str(found[0])


def prepare(capture: Capture, extraction: Extraction) -> tuple[Row, Rows]:
    """The rows to write, before any lock is taken; raises StoreError when capture and extraction disagree."""
    where = capture.uri or capture.sha256[:12]
    if hashlib.sha256(capture.source).hexdigest() != capture.sha256:
        raise StoreError(f"{where}: the bytes do not have the sha256 they are said to have; read them again")
    if extraction.document.sha256 != capture.sha256:
        raise StoreError(f"{where}: this extraction was made from other bytes; extract these again")
    rows = rows_of(extraction)
    return capture_row(capture, rows.document["id"], zlib.compress(capture.source)), rows


def write_new(db: Database, capture: Row, rows: Rows) -> Added:
    """Adds a document inside the caller's transaction, or only its capture where the text is known."""
    already = known(db, capture["uri"], capture["sha256"])
    if already is not None:
        return Added("unchanged", already)
    same = db.conn.execute(
        "SELECT id FROM documents WHERE id = :id OR text_sha256 = :text_sha256 ORDER BY id <> :id, recorded_at, id",
        {"id": rows.document["id"], "text_sha256": rows.document["text_sha256"]},
    ).fetchone()
    if same is not None:
        _insert(db, "captures", [{**capture, "document_id": same[0]}])
        return Added("known_text", same[0])
    version = _version(db, capture["uri"], rows.document["id"])
    original = copies.original(db, version["article_id"], rows.document["text"], rows.signature)
    placed = {**version, "near_copy_of": original, "recorded_at": capture["retrieved_at"]}
    _insert(db, "documents", [{**rows.document, **placed}])
    copies.remember(db, rows.document["id"], rows.signature, original)
    compare.mark(db, rows.document["id"], version["supersedes"])
    _insert(db, "captures", [capture])
    _insert_readings(db, rows)
    _insert_claims(db, rows.claims)
    queue.enter_new(db, rows)
    _insert_run(db, "add", capture, rows, capture["retrieved_at"], earlier=0)
    return Added("new" if version["supersedes"] is None else "new_version", rows.document["id"])


def _version(db: Database, uri: str | None, document_id: str) -> Row:
    """The place of a document among the versions of its article: captures from one uri are one article."""
    latest = db.conn.execute(
        "SELECT d.id, d.article_id, d.version FROM captures c"
        " JOIN documents o ON o.id = c.document_id JOIN documents d ON d.article_id = o.article_id"
        " WHERE c.uri = ? ORDER BY c.retrieved_at DESC, c.rowid DESC, d.version DESC LIMIT 1",
        [uri],
    ).fetchone()
    if latest is None:
        return {"article_id": document_id, "version": 1, "supersedes": None}
    return {"article_id": latest[1], "version": latest[2] + 1, "supersedes": latest[0]}


def write_again(db: Database, document_id: str, capture: Row, rows: Rows, at: str | None) -> Replaced:
    """Replaces what the machine read of a document; decisions and the claims they are about stay.

    Writes nothing where nothing is read differently.
    """
    before = {
        row["id"]: row
        for row in db.query("SELECT * FROM claims WHERE document_id = ? ORDER BY position", [document_id])
    }
    after = {row["id"]: row for row in rows.claims}
    found = [name for name, row in before.items() if row["still_found"]]
    if not _same(db, document_id, rows, [before[name] for name in found]):
        _write_reading(db, document_id, rows, before)
        queue.enter_document(db, document_id)
        copies.link_again(db, document_id, rows.document["text"], rows.signature)
        compare.mark(db, document_id)
        run_at = None if at is None else moment(at)
        count = db.conn.execute("SELECT count(*) FROM runs WHERE document_id = ?", [document_id]).fetchone()[0]
        _insert_run(db, "reextract", capture, rows, run_at, earlier=count)
    return Replaced(
        document_id,
        gained=tuple(name for name in after if name not in found),
        lost=tuple(name for name in found if name not in after),
        changed=tuple(name for name in found if name in after and before[name]["reading"] != after[name]["reading"]),
        differs=_differing(db, document_id),
    )


def _differing(db: Database, document_id: str) -> tuple[str, ...]:
    sql = "SELECT claim_id FROM reviewed_claims WHERE document_id = ? AND differs_from_reviewed ORDER BY position"
    return tuple(row[0] for row in db.conn.execute(sql, [document_id]))


def write_added(db: Database, claim: Mapping[str, Any]) -> None:
    """Adds the row of a claim a reviewer made, unless an undone or lost one left it there."""
    row = next(iter(db.query("SELECT still_found FROM claims WHERE id = ?", [claim["id"]])), None)
    if row is not None and row["still_found"]:
        raise StoreError(f"claim {claim['id']}: is there already; accept or correct it instead")
    document = next(iter(db.query("SELECT uri, text FROM documents WHERE id = ?", [claim["document"]])), None)
    if document is None:
        raise UnknownItem(f"{claim['document']}: no such document; add it with `cakupan add`")
    position = db.conn.execute(
        "SELECT coalesce(max(position) + 1, 0) FROM claims WHERE document_id = ?", [claim["document"]]
    ).fetchone()[0]
    where = document["uri"] or claim["document"][:12]
    rows = rows_of_added(wire.claim_from_json(claim), where, document["text"], position)
    _insert_readings(db, rows)
    if row is None:
        _insert_claims(db, rows.claims)
    compare.mark(db, claim["document"])


def stored_document(db: Database, capture: Capture) -> str:
    """The document a capture was stored for; raises StoreError when it was read from other bytes first."""
    document_id = known(db, capture.uri, capture.sha256)
    where = capture.uri or capture.sha256[:12]
    if document_id is None:
        raise UnknownItem(f"{where}: these bytes were never stored; add them with `cakupan add`")
    if document_id != capture.sha256:
        raise StoreError(
            f"{where}: its text is that of document {document_id[:12]}, which is read from its first "
            "capture; read that one again"
        )
    return document_id


def _same(db: Database, document_id: str, rows: Rows, claims: list[Row]) -> bool:
    """Whether the database holds exactly these rows for the document."""
    stored = next(iter(db.query("SELECT * FROM documents WHERE id = ?", [document_id])))
    if any(stored[name] != value for name, value in rows.document.items()) or claims != rows.claims:
        return False
    of_document = "WHERE document_id = ? ORDER BY position"
    mentions = f"SELECT {', '.join(MENTION_COLUMNS)} FROM mentions {of_document}"
    return (
        db.conn.execute(mentions, [document_id]).fetchall() == rows.mentions
        and list(db.query(f"SELECT * FROM findings {of_document}", [document_id])) == rows.findings
    )


def _write_reading(db: Database, document_id: str, rows: Rows, before: Mapping[str, Row]) -> None:
    run = db.conn.execute
    named = _named_entities(db, document_id)
    run(update_sql("documents", "id", rows.document), rows.document)
    run("DELETE FROM mentions WHERE document_id = ?", [document_id])
    run("DELETE FROM findings WHERE document_id = ?", [document_id])
    after = {row["id"] for row in rows.claims}
    decided = {
        row[0]
        for row in run(
            "SELECT DISTINCT d.claim_id FROM decisions d JOIN claims c ON c.id = d.claim_id WHERE c.document_id = ?",
            [document_id],
        )
    }
    for name, row in before.items():
        if name in decided and name not in after:
            kept = _kept(row, rows.document["text"])
            run(update_sql("claims", "id", kept), kept)
        elif name not in after:
            run("DELETE FROM claims WHERE id = ?", [name])
    _insert_readings(db, rows)
    if rows.claims:
        known = [row for row in rows.claims if row["id"] in before]
        db.conn.executemany(update_sql("claims", "id", rows.claims[0]), known)
        _insert_claims(db, [row for row in rows.claims if row["id"] not in before])
    _forget_entities(db, named)


def _kept(row: Row, text: str) -> Row:
    """A reviewed claim that is no longer found: its place follows its sentence, or is unknown."""
    at = text.find(row["sentence"]) if text.count(row["sentence"]) == 1 else -1
    inner = row["sentence"].find(row["evidence_quote"])
    if row["evidence_start"] is not None:
        inner = row["evidence_start"] - row["sentence_start"]
    length = len(row["evidence_quote"])
    lost = at < 0 or text[at + inner : at + inner + length] != row["evidence_quote"]
    place = {
        "evidence_start": None if lost else at + inner,
        "evidence_end": None if lost else at + inner + length,
        "sentence_start": None if lost else at,
        "sentence_end": None if lost else at + len(row["sentence"]),
    }
    claim = json.loads(row["claim_json"])
    claim["evidence"] |= {name.replace("evidence_", ""): value for name, value in place.items()}
    claim["mentions"] = []
    return {"id": row["id"], "still_found": 0, **place, "mention_ids": "[]", "claim_json": to_text(claim)}


def _insert(db: Database, table: str, rows: list[Row], *, ignore: bool = False) -> None:
    if rows:
        sql = insert_many_sql(table, tuple(rows[0]), ignore=ignore)
        db.conn.executemany(sql, [tuple(row.values()) for row in rows])


def _insert_readings(db: Database, rows: Rows) -> None:
    """Everything read but the claims, and the regions, regulations and officials that claims refer to too."""
    for table in _ENTITIES:
        _insert(db, table, list(getattr(rows, table).values()), ignore=True)
    db.conn.executemany(insert_many_sql("mentions", MENTION_COLUMNS), rows.mentions)
    _insert(db, "findings", rows.findings)


def _insert_claims(db: Database, claims: list[Row]) -> None:
    """Adds claims, and all their words to the search index at once.

    Behind a trigger the words of each claim would be written apart, and merged later, at three times the cost.
    """
    if claims:
        _insert(db, "claims", claims)
        db.conn.execute(
            "INSERT INTO claims_fts (rowid, evidence_quote, sentence) SELECT c.rowid, c.evidence_quote, c.sentence"
            " FROM json_each(?) named JOIN claims c ON c.id = named.value",
            [to_text([row["id"] for row in claims])],
        )


def _insert_run(db: Database, action: str, capture: Row, rows: Rows, at: str | None, *, earlier: int) -> None:
    document_id = rows.document["id"]
    run = {
        "id": short_hash(document_id, action, earlier),
        "document_id": document_id,
        "capture_id": capture["id"],
        "action": action,
        "at": at,
        "program_version": __version__,
        **{f"{table[:-1]}_count": len(getattr(rows, table)) for table in _READINGS},
    }
    _insert(db, "runs", [run])


def _named_entities(db: Database, document_id: str) -> dict[str, set[Any]]:
    """The regions, regulations and officials a document refers to."""
    sql = {
        "regions": "SELECT region_code FROM mentions WHERE document_id = :id"
        " UNION SELECT region_code FROM claims WHERE document_id = :id",
        "regulations": "SELECT regulation_id FROM mentions WHERE document_id = :id",
        "officials": "SELECT official_id FROM mentions WHERE document_id = :id"
        " UNION SELECT speaker_id FROM claims WHERE document_id = :id",
    }
    return {table: {row[0] for row in db.conn.execute(query, {"id": document_id})} for table, query in sql.items()}


_UNUSED = {
    "regions": "DELETE FROM regions WHERE code = :id"
    " AND NOT EXISTS (SELECT 1 FROM mentions WHERE region_code = :id)"
    " AND NOT EXISTS (SELECT 1 FROM claims WHERE region_code = :id)",
    "regulations": "DELETE FROM regulations WHERE id = :id"
    " AND NOT EXISTS (SELECT 1 FROM mentions WHERE regulation_id = :id)",
    "officials": "DELETE FROM officials WHERE id = :id"
    " AND NOT EXISTS (SELECT 1 FROM mentions WHERE official_id = :id)"
    " AND NOT EXISTS (SELECT 1 FROM claims WHERE speaker_id = :id)",
}


def _forget_entities(db: Database, named: Mapping[str, Iterable[Any]]) -> None:
    """Deletes those of ``named`` that nothing refers to any more."""
    for table, keys in named.items():
        db.conn.executemany(_UNUSED[table], [{"id": key} for key in keys if key is not None])
