"""The database's shape, as numbered migrations applied when a database is opened.

A migration is never edited once released: a change of shape is a new function at the end of this file.
``PRAGMA user_version`` is the number of the last one, so that a program can tell a newer database at once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.store.compare import mark
from extractor.store.copies import link_all
from extractor.store.queue import enter_all
from extractor.store.views import COVERAGE_TIMELINE, reviewed_claims

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x43414B55  # "CAKU", so that `file` and this program know whose database it is
SCHEMA_VERSION = 5

_DOCUMENTS = """
CREATE TABLE documents (
  id TEXT PRIMARY KEY,            -- sha256 of the bytes the document was first read from
  article_id TEXT NOT NULL REFERENCES documents(id),  -- the first version of the same article
  version INTEGER NOT NULL,       -- 1, 2, … of the article
  supersedes TEXT REFERENCES documents(id),
  uri TEXT,
  media_type TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  byline TEXT,
  published_start TEXT, published_end TEXT, published_precision TEXT,
  published_basis TEXT NOT NULL, published_text TEXT,
  event_start TEXT, event_end TEXT, event_precision TEXT,
  event_basis TEXT NOT NULL, event_text TEXT,
  recorded_at TEXT NOT NULL,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  pages TEXT NOT NULL,            -- JSON: [{page, start, end}]
  reading_notes TEXT NOT NULL,    -- JSON: repairs made while reading, in words
  UNIQUE (article_id, version)
);
CREATE INDEX documents_by_text ON documents(text_sha256);
CREATE INDEX documents_by_predecessor ON documents(supersedes) WHERE supersedes IS NOT NULL;
CREATE TABLE captures (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents(id),
  uri TEXT,
  retrieved_at TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  content_zlib BLOB NOT NULL      -- the bytes as retrieved, compressed with zlib
);
CREATE INDEX captures_by_document ON captures(document_id);
CREATE INDEX captures_by_uri ON captures(uri);
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents(id),
  capture_id TEXT NOT NULL REFERENCES captures(id),
  action TEXT NOT NULL CHECK (action IN ('add', 'reextract')),
  at TEXT,                        -- null where no clock was given
  program_version TEXT NOT NULL,
  mention_count INTEGER NOT NULL,
  claim_count INTEGER NOT NULL,
  finding_count INTEGER NOT NULL
);
CREATE INDEX runs_by_document ON runs(document_id);
"""

_ENTITIES = """
CREATE TABLE regions (
  code TEXT PRIMARY KEY,          -- Kemendagri code, ID for Indonesia
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  province_code TEXT
);
CREATE TABLE regulations (
  id TEXT PRIMARY KEY,            -- the citation, and its issuer where one is known
  citation TEXT NOT NULL,         -- such as Inpres 2/2021
  type TEXT NOT NULL,
  number TEXT,
  year INTEGER,
  issuer TEXT                     -- region code or name
);
CREATE TABLE officials (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position TEXT,
  acting TEXT,
  organisation TEXT,
  region TEXT,
  role TEXT,
  degrees_before TEXT NOT NULL,   -- JSON list
  degrees_after TEXT NOT NULL     -- JSON list
);
"""

_READINGS = """
CREATE TABLE mentions (
  document_id TEXT NOT NULL REFERENCES documents(id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,      -- order in the document, from 0
  label TEXT NOT NULL,
  quote TEXT NOT NULL,
  text_start INTEGER NOT NULL,    -- code points into documents.text, end exclusive
  text_end INTEGER NOT NULL,
  value TEXT NOT NULL,            -- JSON object
  region_code TEXT REFERENCES regions(code),
  regulation_id TEXT REFERENCES regulations(id),
  official_id TEXT REFERENCES officials(id),
  rule TEXT NOT NULL,
  claim_ids TEXT NOT NULL,        -- JSON list
  not_claimed TEXT,               -- why a number became no claim
  PRIMARY KEY (document_id, id)
);
CREATE INDEX mentions_by_region ON mentions(region_code) WHERE region_code IS NOT NULL;
CREATE INDEX mentions_by_regulation ON mentions(regulation_id) WHERE regulation_id IS NOT NULL;
CREATE INDEX mentions_by_official ON mentions(official_id) WHERE official_id IS NOT NULL;
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents(id),
  position INTEGER NOT NULL,      -- order in the document, from 0
  group_id TEXT NOT NULL,         -- shared by a count, its percentage and its base
  value TEXT NOT NULL,            -- the exact decimal
  value_number REAL NOT NULL,
  value_max TEXT,
  value_max_number REAL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  indicator TEXT NOT NULL,
  population TEXT NOT NULL,
  qualifiers TEXT NOT NULL,       -- JSON list, like all plural columns
  segments TEXT NOT NULL,         -- empty list: all workers
  programmes TEXT NOT NULL,
  region_code TEXT REFERENCES regions(code),
  region_name TEXT,
  region_level TEXT NOT NULL,
  region_basis TEXT NOT NULL,
  as_of_start TEXT, as_of_end TEXT, as_of_precision TEXT,
  as_of_basis TEXT NOT NULL, as_of_text TEXT,
  gap_to TEXT,
  direction TEXT,
  change_basis TEXT,
  baseline TEXT,
  plans TEXT NOT NULL,
  data_source TEXT,
  funding_sources TEXT NOT NULL,
  rank TEXT,
  speaker_id TEXT REFERENCES officials(id),
  speaker_name TEXT,
  speaker_position TEXT,
  attribution TEXT NOT NULL,
  evidence_quote TEXT NOT NULL,
  sentence TEXT NOT NULL,
  evidence_start INTEGER, evidence_end INTEGER,   -- null where a later reading of the text lost the place
  sentence_start INTEGER, sentence_end INTEGER,
  flags TEXT NOT NULL,
  confidence REAL NOT NULL,
  confidence_reasons TEXT NOT NULL,
  rules TEXT NOT NULL,
  mention_ids TEXT NOT NULL,
  reading TEXT NOT NULL,          -- hash of what the number is read to mean; compared with decisions
  still_found INTEGER NOT NULL DEFAULT 1 CHECK (still_found IN (0, 1)),  -- 0: here for its decisions only
  claim_json TEXT NOT NULL        -- the claim as extracted, all fields
);
CREATE INDEX claims_by_document ON claims(document_id, position);
CREATE INDEX claims_by_region ON claims(region_code);
CREATE INDEX claims_by_speaker ON claims(speaker_id) WHERE speaker_id IS NOT NULL;
CREATE TABLE findings (
  document_id TEXT NOT NULL REFERENCES documents(id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  check_name TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('agrees', 'rounding', 'disagrees', 'unchecked')),
  message TEXT NOT NULL,
  expected TEXT,
  found TEXT,
  reason TEXT,
  subject_ids TEXT NOT NULL,      -- JSON list: claims, mentions or the document
  PRIMARY KEY (document_id, id)
);
"""

_DECISIONS = """
CREATE TABLE decisions (
  sequence INTEGER PRIMARY KEY,   -- order of recording
  id TEXT NOT NULL UNIQUE,
  claim_id TEXT NOT NULL REFERENCES claims(id),
  at TEXT NOT NULL,               -- ISO 8601, UTC
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'correct', 'flag', 'add', 'undo')),
  batch TEXT,
  fields_before TEXT,             -- JSON object: the changed fields as they were
  fields_after TEXT,              -- JSON object: the changed fields as the reviewer set them
  quote TEXT NOT NULL,            -- the number as printed, as the reviewer saw it
  reason TEXT,
  previous_decision_id TEXT REFERENCES decisions(id),
  undoes_decision_id TEXT UNIQUE REFERENCES decisions(id),
  -- where the claim stands after this decision, all decisions before it taken together:
  status_after TEXT NOT NULL CHECK (status_after IN ('pending', 'accepted', 'rejected', 'corrected')),
  flagged_after INTEGER NOT NULL CHECK (flagged_after IN (0, 1)),
  corrections_after TEXT NOT NULL,  -- JSON object: every corrected field in force
  reading_judged TEXT,            -- hash of the machine's reading the status is about; null: there was none
  reading_reviewed TEXT           -- hash of that reading with the corrections
);
CREATE UNIQUE INDEX decisions_in_line ON decisions(claim_id, coalesce(previous_decision_id, ''));
CREATE INDEX decisions_by_claim ON decisions(claim_id, sequence);
CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions BEGIN
  SELECT RAISE(ABORT, 'decisions are append-only: add an undo instead of changing one');
END;
CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions BEGIN
  SELECT RAISE(ABORT, 'decisions are append-only: add an undo instead of deleting one');
END;
CREATE TRIGGER decisions_are_never_replaced BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE id = new.id OR sequence = new.sequence) BEGIN
  SELECT RAISE(ABORT, 'decisions are append-only: this one exists already');
END;
"""

# A near-copy points at the document it is a copy of, which is none itself. Findings across documents are made
# again for every subject that a document in `uncompared` speaks of.
_ACROSS = """
ALTER TABLE documents ADD COLUMN near_copy_of TEXT REFERENCES documents(id);
CREATE INDEX documents_by_original ON documents(near_copy_of) WHERE near_copy_of IS NOT NULL;
CREATE TABLE text_signatures (
  number INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL UNIQUE REFERENCES documents(id),
  signature BLOB NOT NULL         -- MinHash of the text, see extractor/copies.py; empty for a short text
);
CREATE TABLE signature_bands (    -- of documents that are no copies
  band INTEGER NOT NULL,
  signature_number INTEGER NOT NULL,  -- text_signatures.number
  PRIMARY KEY (band, signature_number)
) WITHOUT ROWID;
CREATE TABLE comparisons (        -- findings about claims of several documents
  id TEXT PRIMARY KEY,
  check_name TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('agrees', 'rounding', 'disagrees', 'unchecked')),
  message TEXT NOT NULL,
  expected TEXT,
  found TEXT,
  reason TEXT,
  subject_ids TEXT NOT NULL,      -- JSON list: claims
  document_ids TEXT NOT NULL,     -- JSON list: their documents
  region_code TEXT NOT NULL, indicator TEXT NOT NULL, kind TEXT NOT NULL,
  as_of_start TEXT NOT NULL, as_of_end TEXT NOT NULL
);
CREATE INDEX comparisons_by_subject ON comparisons(region_code, indicator, kind, as_of_start, as_of_end);
CREATE TABLE compared_claims (
  claim_id TEXT NOT NULL,
  comparison_id TEXT NOT NULL REFERENCES comparisons(id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES documents(id),
  PRIMARY KEY (claim_id, comparison_id)
) WITHOUT ROWID;
CREATE INDEX compared_claims_by_comparison ON compared_claims(comparison_id);
CREATE INDEX compared_claims_by_document ON compared_claims(document_id);
CREATE TABLE uncompared (document_id TEXT PRIMARY KEY REFERENCES documents(id)) WITHOUT ROWID;
DROP INDEX claims_by_region;
CREATE INDEX claims_by_subject
  ON claims(region_code, indicator, kind, as_of_start, as_of_end, document_id);
CREATE INDEX decisions_that_correct ON decisions(claim_id) WHERE corrections_after <> '{}';
"""

# Every claim as reviewed, in the order of review, see extractor/store/queue.py. Narrow, and clustered in that
# order, so that a filter may read all of it. A number is a rowid of claims.
_QUEUE = """
CREATE TABLE review_queue (
  urgency INTEGER NOT NULL,       -- 0 worst; from 4 on flagged; 9 nothing to decide
  claim_number INTEGER NOT NULL,  -- rowid of claims
  claim_id TEXT NOT NULL,
  status TEXT NOT NULL,
  flagged INTEGER NOT NULL,
  differs_from_reviewed INTEGER NOT NULL,
  findings TEXT,                  -- check and verdict of each, separated by commas
  region_code TEXT,
  segments TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  as_of_start TEXT, as_of_end TEXT,
  publisher TEXT,
  published_start TEXT, published_end TEXT,
  confidence REAL NOT NULL,
  PRIMARY KEY (urgency, claim_number)
) WITHOUT ROWID;
CREATE UNIQUE INDEX review_queue_by_claim ON review_queue(claim_number);
CREATE TRIGGER claims_leave_the_queue AFTER DELETE ON claims BEGIN
  DELETE FROM review_queue WHERE claim_number = old.rowid;
END;
CREATE INDEX decisions_by_reviewer ON decisions(reviewer, sequence);
CREATE INDEX decisions_by_batch ON decisions(batch) WHERE batch IS NOT NULL;
"""


def _make_views(db: Database) -> None:
    """The views as this program defines them; a step that changes a view makes them all anew."""
    for name, sql in (("reviewed_claims", reviewed_claims()), ("coverage_timeline", COVERAGE_TIMELINE)):
        db.execute(f"DROP VIEW IF EXISTS {name}")
        db.create_view(name, sql)


def _search(table: str, *columns: str) -> str:
    """A full-text index over columns of a table, kept in step by triggers, as ``Table.enable_fts`` makes it.

    Without FTS5's sizes of columns, which only ranking needs: storing a document is a fifth faster. New claims
    lost their trigger later, see ``m005_claims_indexed_together``.
    """
    names, old, new = (", ".join(prefix + name for name in columns) for prefix in ("", "old.", "new."))
    index = f"{table}_fts"
    forget = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.rowid, {old});"
    learn = f"INSERT INTO {index} (rowid, {names}) VALUES (new.rowid, {new});"
    return f"""
CREATE VIRTUAL TABLE {index} USING FTS5 ({names}, tokenize='unicode61', content="{table}", columnsize=0);
CREATE TRIGGER {table}_ai AFTER INSERT ON {table} BEGIN {learn} END;
CREATE TRIGGER {table}_ad AFTER DELETE ON {table} BEGIN {forget} END;
CREATE TRIGGER {table}_au AFTER UPDATE ON {table} BEGIN {forget} {learn} END;
"""


@lru_cache(maxsize=1)
def migrations() -> Migrations:
    """All migrations, oldest first."""
    from sqlite_utils import Migrations

    steps = Migrations("cakupan")

    @steps()
    def m001_first_tables(db: Database) -> None:
        for script in (_DOCUMENTS, _ENTITIES, _READINGS, _DECISIONS):
            db.executescript(script)
        db.executescript(_search("documents", "text"))
        db.executescript(_search("claims", "evidence_quote", "sentence"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")

    @steps()
    def m002_copies_and_comparisons(db: Database) -> None:
        for view in ("coverage_timeline", "reviewed_claims"):
            db.execute(f"DROP VIEW IF EXISTS {view}")
        db.executescript(_ACROSS)
        link_all(db)
        db.execute("INSERT INTO uncompared SELECT id FROM documents")
        _make_views(db)
        db.execute("PRAGMA user_version = 2")

    @steps()
    def m003_review_queue(db: Database) -> None:
        db.executescript(_QUEUE)
        _make_views(db)
        enter_all(db)
        db.execute("PRAGMA user_version = 3")

    @steps()
    def m004_signatures_of_plain_words(db: Database) -> None:
        mark(db, *link_all(db))
        db.execute("PRAGMA user_version = 4")

    @steps()
    def m005_claims_indexed_together(db: Database) -> None:
        db.execute("DROP TRIGGER claims_ai")  # see _insert_claims of extractor/store/ingest.py
        db.execute("PRAGMA user_version = 5")

    return steps
