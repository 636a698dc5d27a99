"""Opens a database: tells ours from others', sets it up or brings it up to date, explains what goes wrong."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import StoreError
from extractor.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

_BUSY_SECONDS = 10.0  # how long a writer waits for another one

_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = NORMAL",
    "cache_size = -64000",  # 64 MB at most: a tenth off the time of a bulk load
    "wal_autocheckpoint = 8000",  # pages: pages that change with every document are copied less often
)

_ADVICE = (
    ("file is not a database", "not a SQLite database; name another file with --db"),
    (
        "readonly",
        "the database is read-only; make the file and its folder writable or name another with --db",
    ),
    ("locked", "another program is writing to it; wait until it is done and try again"),
    ("unable to open", "cannot be opened; check that the folder exists and that you may write there"),
    ("full", "the disk is full; free some space and try again, nothing was half-written"),
    ("malformed", "the database is damaged; restore a copy or run `.recover` of the sqlite3 shell on it"),
    ("append-only", "decisions are append-only; undo one by adding an undo"),
)


@contextmanager
def explained(path: Path) -> Generator[None, None, None]:
    """Turns what SQLite raises inside the block into a StoreError that names the file and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        words = str(error)
        for sign, advice in _ADVICE:
            if sign in words:
                raise StoreError(f"{path}: {advice}") from error
        raise StoreError(f"{path}: the database refused this ({words}); nothing was changed") from error


@contextmanager
def transaction(db: Database, path: Path) -> Generator[None, None, None]:
    """One write transaction: all of the block or nothing of it, whatever interrupts it.

    It takes the write lock at once, so that what the block reads is still true when it writes.
    """
    with explained(path):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise


def open_database(path: Path, *, create: bool) -> Database:
    """A connection to our database at ``path``, migrated to this program's shape.

    Raises StoreError when the file is missing (without ``create``), is not ours, was written by a newer
    version of this program, or cannot be opened. A file that is not ours is not written to.
    """
    from sqlite_utils import Database

    _check_place(path, create)
    with explained(path):
        conn = _connect(path)
        try:
            version = _version(conn, path, create)
            db = Database(conn, execute_plugins=False)
            for pragma in _PRAGMAS:
                db.execute(f"PRAGMA {pragma}")
            if version < SCHEMA_VERSION:
                _migrate(db, path)
        except BaseException:
            conn.close()
            raise
    return db


def _connect(path: Path) -> sqlite3.Connection:
    """A plain connection; an immutable one in a folder we may not write to, where SQLite could not read a
    write-ahead-log database at all because it wants to put a file beside it."""
    log = path.with_name(path.name + "-wal")
    if path.exists() and not os.access(path.parent, os.W_OK) and not log.exists():
        return sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
    return sqlite3.connect(path, timeout=_BUSY_SECONDS)


def _check_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a database file with --db")
    if path.exists():
        return
    if not create:
        raise StoreError(f"{path}: no such database; add documents first with `cakupan add`, or name one with --db")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path}: its folder cannot be made ({error.strerror}); name another place with --db"
        ) from error


def _version(conn: sqlite3.Connection, path: Path, create: bool) -> int:
    """The number of the last migration; 0 for an empty file that may become a database. Reads only."""
    application, version, tables = (
        conn.execute(sql).fetchone()[0]
        for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    if not (application or version or tables):
        if not create:
            raise StoreError(f"{path}: is empty; add documents first with `cakupan add`, or name another with --db")
        return 0
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: is a database of another program; name another file with --db")
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path}: was written by a newer cakupan (shape {version}, this program knows {SCHEMA_VERSION}); "
            "install the newer version"
        )
    return int(version)


def _migrate(db: Database, path: Path) -> None:
    """Applies what is missing, all in one transaction; only the journal mode stands outside it."""
    db.enable_wal()
    with transaction(db, path):
        migrations().apply(db)
