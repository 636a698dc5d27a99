"""Which files are taken for a database of ours, and what is said about the others."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import StoreError
from extractor.store import Store
from extractor.store.database import transaction
from extractor.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrations

TABLES = {"captures", "documents", "mentions", "claims", "findings", "decisions", "runs"}
ENTITIES = {"regions", "regulations", "officials"}


def test_a_new_database_is_set_up(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cakupan.db"
    with Store.open(path) as store:
        pragma = {
            name: store.db.conn.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode", "synchronous", "foreign_keys")
        }
        tables = set(store.db.table_names())
        views = set(store.db.view_names())
    assert pragma == {
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "journal_mode": "wal",
        "synchronous": 1,
        "foreign_keys": 1,
    }
    assert tables >= TABLES | ENTITIES
    assert views == {"reviewed_claims", "coverage_timeline"}


def test_user_version_counts_the_migrations() -> None:
    assert len(migrations()._migrations) == SCHEMA_VERSION


def test_opening_again_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cakupan.db"
    Store.open(path).close()
    before = path.read_bytes()
    Store.open(path).close()
    assert path.read_bytes() == before


def test_a_missing_database_is_not_made_for_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "cakupan.db"
    with pytest.raises(StoreError, match=r"no such database; add documents first with `cakupan add`"):
        Store.open(path, create=False)
    assert not path.exists()


def test_an_empty_file_becomes_a_database_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "cakupan.db"
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        Store.open(path, create=False)
    assert path.read_bytes() == b""
    with Store.open(path) as store:
        assert store.documents() == []


def _text(path: Path) -> None:
    path.write_text("region,coverage\nJambi,41\n" * 200, encoding="utf-8")


def _other_program(path: Path) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE claims (id TEXT PRIMARY KEY, amount INTEGER)")
        conn.execute("INSERT INTO claims VALUES ('a', 1)")
    conn.close()


def _other_application(path: Path) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("PRAGMA application_id = 77")
    conn.close()


def _newer(path: Path) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    conn.close()


def _cut_short(path: Path) -> None:
    Store.open(path).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (_text, "not a SQLite database; name another file"),
        (_other_program, "is a database of another program; name another file"),
        (_other_application, "is a database of another program; name another file"),
        (_newer, "was written by a newer cakupan .* install the newer version"),
        (_cut_short, "the database is damaged; restore a copy"),
        (Path.mkdir, "is a folder; name a database file"),
    ],
)
def test_what_is_not_ours_is_named_and_left_alone(tmp_path: Path, prepare: Any, message: str) -> None:
    path = tmp_path / "some.db"
    prepare(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(StoreError, match=message) as raised:
        Store.open(path)
    assert str(path) in str(raised.value)
    assert before is None or path.read_bytes() == before


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="its folder cannot be made"):
        Store.open(tmp_path / "file" / "cakupan.db")


def test_a_failed_setup_leaves_an_empty_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cakupan.db"
    with monkeypatch.context() as patch:
        patch.setattr("extractor.store.migrations.COVERAGE_TIMELINE", "SELECT nonsense FROM nowhere WHERE")
        with pytest.raises(StoreError):
            Store.open(path)
    with Store.open(path) as store:
        assert store.status()["schema_version"] == SCHEMA_VERSION


def test_writing_to_a_read_only_database_is_explained(store: Store, make: Any) -> None:
    store.db.conn.execute("PRAGMA query_only = 1")
    capture = make.capture()
    with pytest.raises(StoreError, match="the database is read-only; make the file and its folder writable"):
        store.add(capture, make.extraction(capture))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write to anything")
def test_a_read_only_file_can_be_read(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "cakupan.db"
    capture = make.capture()
    with Store.open(path) as store:
        store.add(capture, make.extraction(capture))
    path.chmod(0o444)
    with Store.open(path) as store:
        assert len(store.claims()) == 4
        with pytest.raises(StoreError, match="read-only"):
            store.decide(store.claims()[0]["claim_id"], "accept", reviewer="Ani", at="2025-03-02T08:00:00Z")


def test_a_database_in_a_read_only_folder_can_be_read(
    tmp_path: Path, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cakupan.db"
    capture = make.capture()
    with Store.open(path) as store:
        store.add(capture, make.extraction(capture))
    before = path.read_bytes()
    monkeypatch.setattr("os.access", lambda *given: False)
    with Store.open(path, create=False) as store:
        assert len(store.claims()) == 4
        assert sorted(found.name for found in tmp_path.iterdir()) == ["cakupan.db"]
        with pytest.raises(StoreError, match="read-only"):
            store.decide(store.claims()[0]["claim_id"], "accept", reviewer="Ani", at="2025-03-02T08:00:00Z")
    assert path.read_bytes() == before


def test_a_second_writer_is_told_to_wait(tmp_path: Path, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.store.database._BUSY_SECONDS", 0.05)
    path = tmp_path / "cakupan.db"
    capture = make.capture()
    with Store.open(path) as first, Store.open(path) as second:
        with transaction(first.db, path), pytest.raises(StoreError, match="another program is writing to it"):
            second.add(capture, make.extraction(capture))
        assert second.add(capture, make.extraction(capture)).status == "new"
