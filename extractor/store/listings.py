"""What the database holds by region, by regulation and by official, for lists of them.

Rows of older versions of an article and rejected claims are left out, as in ``coverage_timeline``. The
queries read the narrow table of the queue and indexes, not whole claims: a list is there at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.regions import register
from extractor.store.filters import OPEN
from extractor.store.queries import decoded
from extractor.store.rows import Row

if TYPE_CHECKING:
    from sqlite_utils import Database

_DOCUMENTS = """
WITH copies AS MATERIALIZED (SELECT id, near_copy_of FROM documents WHERE near_copy_of IS NOT NULL),
old AS MATERIALIZED (SELECT supersedes FROM documents WHERE supersedes IS NOT NULL)
"""
_REGIONS = f"""{_DOCUMENTS}
SELECT q.region_code AS code, count(*) AS claims,
  count(DISTINCT coalesce(copies.near_copy_of, c.document_id)) AS sources,
  count(DISTINCT q.publisher) AS publishers, max(q.published_start) AS last_published,
  sum(q.urgency < {OPEN}) AS open, sum(q.urgency IN (0, 4)) AS disagreeing
FROM claims c INDEXED BY claims_by_document CROSS JOIN review_queue q ON q.claim_number = c.rowid
LEFT JOIN copies ON copies.id = c.document_id
WHERE q.status <> 'rejected' AND c.document_id NOT IN old
GROUP BY q.region_code
"""
# The latest of every kind of level, reviewed and pending apart, and all targets. What each claim's checks found
# is dear and not asked for here.
_LEVELS = """
SELECT * FROM (
  SELECT claim_id, region_code, status, kind, value, value_max, unit, indicator, qualifiers, segments, plans,
    as_of_start, as_of_end, as_of_precision, as_of_basis, published_start, published_end, near_copy_of,
    rank() OVER (
      PARTITION BY region_code, kind, indicator, unit, segments, status = 'pending'
      ORDER BY coalesce(as_of_end, published_end) DESC
    ) AS place
  FROM reviewed_claims
  WHERE kind IN ('achieved', 'target') AND region_code IS NOT NULL AND programmes = '[]'
    AND indicator IN ('coverage_rate', 'covered_workers', 'active_workers', 'registered_workers')
    AND status <> 'rejected' AND latest_version AND (still_found OR status <> 'pending')
) WHERE place = 1 OR kind = 'target'
ORDER BY region_code, as_of_end DESC, claim_id
"""


def regions(db: Database) -> list[Row]:
    """Every region claims are about: ``code name level claims sources publishers last_published open disagreeing``.

    Near-copies are one source. ``open`` claims wait for a decision, ``disagreeing`` of them with a check that
    disagrees or read otherwise than they were reviewed. The row without a code is for claims about a homonym,
    the area of an office, or no region named.
    """
    return [{**row, **_name(row["code"])} for row in db.query(_REGIONS)]


def region_names(db: Database) -> dict[str, str]:
    """Code and name of every region claims are about, Indonesia first, then by name."""
    found = db.conn.execute("SELECT DISTINCT region_code FROM review_queue WHERE region_code IS NOT NULL")
    names = {code: str(_name(code)["name"]) for (code,) in found}
    return dict(sorted(names.items(), key=lambda item: (item[0] != "ID", item[1])))


def _name(code: str | None) -> dict[str, str | None]:
    if code == "ID":
        return {"name": "Indonesia", "level": "national"}
    known = register().get(code or "")
    return {"name": known.name, "level": known.level} if known else {"name": code, "level": "unknown"}


def latest_levels(db: Database) -> list[Row]:
    """For every region the latest levels, reviewed and pending, and all targets, of covered people and their share."""
    return [decoded(row) for row in db.query(_LEVELS)]


_CITED = f"""{_DOCUMENTS}
SELECT r.id, r.citation, r.type, r.number, r.year, r.issuer,
  count(DISTINCT coalesce(copies.near_copy_of, m.document_id)) AS sources, max(o.published_start) AS last_published
FROM mentions m JOIN regulations r ON r.id = m.regulation_id JOIN documents o ON o.id = m.document_id
LEFT JOIN copies ON copies.id = m.document_id
WHERE m.document_id NOT IN old
GROUP BY r.id
"""
_CITATIONS = f"""{_DOCUMENTS}
SELECT m.id AS mention_id, m.quote, m.value, m.document_id, o.title, o.publisher, o.uri, copies.near_copy_of,
  o.published_start, o.published_end, o.published_precision, o.published_basis,
  substr(o.text, max(m.text_start - :around, 0) + 1, m.text_start - max(m.text_start - :around, 0)) AS before,
  substr(o.text, m.text_end + 1, :around) AS after,
  f.verdict, f.message, f.reason
FROM mentions m JOIN documents o ON o.id = m.document_id LEFT JOIN copies ON copies.id = m.document_id
LEFT JOIN findings f ON f.document_id = m.document_id AND f.check_name = 'citation'
  AND EXISTS (SELECT 1 FROM json_each(f.subject_ids) s WHERE s.value = m.id)
WHERE m.regulation_id = :regulation AND m.document_id NOT IN old
ORDER BY o.published_start DESC, m.document_id, m.position
"""
_DOUBTED = f"""{_DOCUMENTS}
SELECT m.regulation_id, m.quote, m.document_id, o.title, o.publisher, o.published_start, f.verdict, f.message
FROM findings f JOIN documents o ON o.id = f.document_id
JOIN mentions m ON m.document_id = f.document_id AND m.id = json_extract(f.subject_ids, '$[0]')
WHERE f.check_name = 'citation' AND f.verdict <> 'agrees' AND f.document_id NOT IN old
  AND f.document_id NOT IN (SELECT id FROM copies)
ORDER BY f.verdict = 'unchecked', o.published_start DESC, m.position
"""
_NAMED = f"""{_DOCUMENTS}
SELECT p.name, p.position, p.acting, p.organisation,
  count(DISTINCT coalesce(copies.near_copy_of, m.document_id)) AS sources, max(o.published_start) AS last_published
FROM mentions m JOIN officials p ON p.id = m.official_id JOIN documents o ON o.id = m.document_id
LEFT JOIN copies ON copies.id = m.document_id
WHERE m.document_id NOT IN old AND (:name IS NULL OR p.name = :name)
GROUP BY p.name, p.position, p.acting
ORDER BY p.name, max(o.published_start) DESC, p.position
"""
_SPOKEN = f"""{_DOCUMENTS}
SELECT speaker_name AS name, count(*) AS claims FROM reviewed_claims
WHERE speaker_name IS NOT NULL AND status <> 'rejected' AND (still_found OR status <> 'pending')
  AND document_id NOT IN old AND document_id NOT IN (SELECT id FROM copies)
GROUP BY speaker_name
"""
_STATEMENTS = """
SELECT * FROM reviewed_claims
WHERE speaker_name = ? AND status <> 'rejected' AND latest_version AND (still_found OR status <> 'pending')
ORDER BY coalesce(event_start, published_start) DESC, document_id, position
"""
_AROUND = 90  # characters of the text shown on each side of a citation


def regulations(db: Database) -> list[Row]:
    """Every regulation cited: ``id citation type number year issuer sources last_published``."""
    return list(db.query(_CITED))


def citations(db: Database, regulation: str) -> list[Row]:
    """Where and how one regulation (by its id) is cited, the latest first; with what the check said of it."""
    return list(db.query(_CITATIONS, {"regulation": regulation, "around": _AROUND}))


def doubted_citations(db: Database) -> list[Row]:
    """Citations that disagree with the register or could not be checked, misprints first; copies left out."""
    return list(db.query(_DOUBTED))


def offices(db: Database, name: str | None = None) -> list[Row]:
    """Everybody named with an office, a row for each office as printed; or the offices of one name."""
    return list(db.query(_NAMED, {"name": name}))


def claims_by_speaker(db: Database) -> dict[str, int]:
    """How many standing claims each speaker made, copies not counted."""
    return {row["name"]: row["claims"] for row in db.query(_SPOKEN)}


def statements(db: Database, name: str) -> list[Row]:
    """The standing claims of a speaker of that name, as rows of ``reviewed_claims``, the latest first."""
    return [decoded(row) for row in db.query(_STATEMENTS, [name])]
