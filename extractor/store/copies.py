"""Links near-identical copies of one release to the document that was stored first.

A copy is kept with all that was read from it; it points at an original, never at another copy. Other versions
of the same article are no copies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.copies import ALIKE, bands, figures, likeness, share_figures, signature

if TYPE_CHECKING:
    from sqlite_utils import Database


# Candidates looked at closer, those first that share the most bands. A template that is filled in anew every
# month has as many relatives as there were months; a copy is nearer to its original than to any of them.
_NEAREST = 16


def original(db: Database, article_id: str, text: str, of: bytes) -> str | None:
    """The stored document that a text with this signature is a copy of, the most alike one; None for none."""
    found = [(likeness(of, other), name) for name, other in _candidates(db, article_id, bands(of))]
    alike = sorted((pair for pair in found if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1]))
    printed = figures(text) if alike else frozenset()
    for _, name in alike:
        stored = db.conn.execute("SELECT text FROM documents WHERE id = ?", [name]).fetchone()
        if share_figures(printed, figures(stored[0])):
            return name
    return None


def _candidates(db: Database, article_id: str, keys: Sequence[int]) -> list[tuple[str, bytes]]:
    if not keys:
        return []
    marks = ", ".join("?" * len(keys))
    return db.conn.execute(
        "SELECT s.document_id, s.signature FROM"
        f" (SELECT signature_number, count(*) AS shared FROM signature_bands WHERE band IN ({marks})"
        " GROUP BY signature_number) b JOIN text_signatures s ON s.number = b.signature_number"
        " JOIN documents d ON d.id = s.document_id WHERE d.article_id <> ?"
        " ORDER BY b.shared DESC, b.signature_number LIMIT ?",
        [*keys, article_id, _NEAREST],
    ).fetchall()


def remember(db: Database, document_id: str, of: bytes, copy_of: str | None) -> None:
    """Stores a signature; one of an original can be looked up from then on."""
    insert = "INSERT INTO text_signatures (document_id, signature) VALUES (?, ?)"
    number = db.conn.execute(insert, [document_id, of]).lastrowid
    if copy_of is None:
        rows = [(band, number) for band in bands(of)]
        db.conn.executemany("INSERT INTO signature_bands VALUES (?, ?)", rows)


def link_again(db: Database, document_id: str, text: str, of: bytes) -> None:
    """Links a document whose text is read differently now; an original that has copies stays one."""
    run = db.conn.execute
    if run("SELECT 1 FROM text_signatures WHERE document_id = ? AND signature = ?", [document_id, of]).fetchone():
        return
    for number, old in run("SELECT number, signature FROM text_signatures WHERE document_id = ?", [document_id]):
        keys = [(band, number) for band in bands(old)]
        db.conn.executemany("DELETE FROM signature_bands WHERE band = ? AND signature_number = ?", keys)
    run("DELETE FROM text_signatures WHERE document_id = ?", [document_id])
    has_copies = run("SELECT 1 FROM documents WHERE near_copy_of = ?", [document_id]).fetchone()
    article = run("SELECT article_id FROM documents WHERE id = ?", [document_id]).fetchone()[0]
    found = None if has_copies else original(db, article, text, of)
    run("UPDATE documents SET near_copy_of = ? WHERE id = ?", [found, document_id])
    remember(db, document_id, of, found)


def link_all(db: Database) -> list[str]:
    """Links all documents, in the order they were recorded, where signatures are new; returns whose link changed."""
    before = _links(db)
    for (name,) in db.conn.execute("SELECT id FROM documents ORDER BY rowid").fetchall():
        text = db.conn.execute("SELECT text FROM documents WHERE id = ?", [name]).fetchone()[0]
        link_again(db, name, text, signature(text))
    return sorted({name for name, _ in before ^ _links(db)})


def _links(db: Database) -> set[tuple[str, str]]:
    return set(db.conn.execute("SELECT id, near_copy_of FROM documents WHERE near_copy_of IS NOT NULL"))
