"""Adding documents: what is new, what is known, and that nothing is ever half-written."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from extractor import wire
from extractor.errors import StoreError, UnknownItem
from extractor.store import Store


def count(store: Store, table: str) -> int:
    return int(store.db.table(table).count)


def test_adding_again_changes_nothing(store: Store, make: Any, dump: Callable[[Store], str]) -> None:
    capture = make.capture()
    first = store.add(capture, make.extraction(capture))
    before = dump(store)
    later = dataclasses.replace(capture, retrieved_at="2025-06-01T00:00:00Z")
    second = store.add(later, make.extraction(later))
    assert (first.status, second.status) == ("new", "unchanged")
    assert first.document == second.document == capture.sha256
    assert dump(store) == before


def test_two_databases_hold_the_same(tmp_path: Path, make: Any, dump: Callable[[Store], str]) -> None:
    dumps = []
    for name in ("a.db", "b.db"):
        with Store.open(tmp_path / name) as store:
            for uri in ("https://example.test/a", "https://example.test/b"):
                capture = make.capture(text=make.capture().source.decode() + f"\nDari {uri}.", uri=uri)
                store.add(capture, make.extraction(capture, capture.source.decode()))
            dumps.append(dump(store))
    assert dumps[0] == dumps[1]


def test_the_bytes_are_kept(store: Store, make: Any) -> None:
    capture = make.capture()
    store.add(capture, make.extraction(capture))
    (kept,) = store.captures()
    assert kept == dataclasses.replace(capture, document=capture.sha256)
    row = next(iter(store.db.query("SELECT * FROM captures")))
    assert row["byte_count"] == len(capture.source)
    assert zlib.decompress(row["content_zlib"]) == capture.source


def test_other_bytes_with_the_same_text_belong_to_the_same_document(store: Store, make: Any) -> None:
    first, noisy = make.capture(), make.capture(noise="\n", uri="https://example.test/copy")
    store.add(first, make.extraction(first))
    added = store.add(noisy, make.extraction(noisy))
    assert (added.status, added.document) == ("known_text", first.sha256)
    assert (count(store, "documents"), count(store, "captures"), count(store, "claims")) == (1, 2, 4)
    assert [capture.sha256 for capture in store.captures()] == [first.sha256]
    assert len(list(store.captures(every=True))) == 2
    assert store.add(noisy, make.extraction(noisy)).status == "unchanged"


def test_the_same_bytes_from_another_place_are_another_capture(store: Store, make: Any) -> None:
    here, there = make.capture(), make.capture(uri="copies/a.txt")
    store.add(here, make.extraction(here))
    added = store.add(there, make.extraction(there))
    assert (added.status, added.document) == ("known_text", here.sha256)
    assert store.document("copies/a.txt")["id"] == here.sha256


def test_a_changed_page_is_a_new_version(store: Store, make: Any) -> None:
    old = make.capture()
    text = old.source.decode().replace("31,9", "32,4")
    new = make.capture(text=text)
    store.add(old, make.extraction(old))
    claims = tuple(make.claim(new, text, quote) for quote in ("32,4 persen", "400.000 pekerja", "127.600 orang"))
    added = store.add(new, make.extraction(new, text, claims=claims, mentions=(), findings=()))
    assert (added.status, added.document) == ("new_version", new.sha256)
    rows = {row["id"]: row for row in store.documents()}
    assert rows[new.sha256]["supersedes"] == old.sha256
    assert rows[new.sha256]["article_id"] == rows[old.sha256]["article_id"] == old.sha256
    assert [rows[key]["version"] for key in (old.sha256, new.sha256)] == [1, 2]
    assert store.document("https://example.test/a")["id"] == new.sha256
    assert {row["value"] for row in store.timeline("33.07") if row["unit"] == "percent"} == {"32.4"}


def test_texts_without_a_place_are_separate_articles(store: Store, make: Any) -> None:
    for text in ("Satu.", "Dua."):
        capture = make.capture(text=text, uri=None)
        empty = make.extraction(capture, text, claims=(), mentions=(), findings=())
        assert store.add(capture, empty).status == "new"


def _wrong_mention(extraction: Any) -> Any:
    bad = dataclasses.replace(extraction.mentions[0], start=extraction.mentions[0].start + 1)
    return dataclasses.replace(extraction, mentions=(bad,))


def _wrong_claim(extraction: Any) -> Any:
    claim = extraction.claims[0]
    bad = dataclasses.replace(claim, evidence=dataclasses.replace(claim.evidence, quote="31,8 persen"))
    return dataclasses.replace(extraction, claims=(bad,))


def _beyond_the_text(extraction: Any) -> Any:
    bad = dataclasses.replace(extraction.mentions[0], start=90_000, end=90_000, quote="")
    return dataclasses.replace(extraction, mentions=(bad,))


@pytest.mark.parametrize("damage", [_wrong_mention, _wrong_claim, _beyond_the_text])
def test_a_span_must_hold_its_quote(
    store: Store, make: Any, dump: Callable[[Store], str], damage: Callable[[Any], Any]
) -> None:
    before, capture = dump(store), make.capture()
    with pytest.raises(StoreError, match="where the text has"):
        store.add(capture, damage(make.extraction(capture)))
    assert dump(store) == before


def test_the_bytes_must_be_those_that_were_read(store: Store, make: Any) -> None:
    capture, other = make.capture(), make.capture(text="Lain.")
    with pytest.raises(StoreError, match="made from other bytes"):
        store.add(capture, make.extraction(other, "Lain.", claims=(), mentions=(), findings=()))
    with pytest.raises(StoreError, match="do not have the sha256"):
        store.add(dataclasses.replace(capture, source=b"Lain."), make.extraction(capture))


@pytest.mark.parametrize("table", ["documents", "captures", "mentions", "claims", "findings", "runs", "officials"])
def test_a_failure_at_any_table_leaves_nothing(
    store: Store, make: Any, dump: Callable[[Store], str], table: str
) -> None:
    store.db.execute(f"CREATE TRIGGER broken AFTER INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'broken disk'); END")
    before, capture = dump(store), make.capture()
    with pytest.raises(StoreError, match="broken disk"):
        store.add(capture, make.extraction(capture))
    assert dump(store) == before
    store.db.execute("DROP TRIGGER broken")
    assert store.add(capture, make.extraction(capture)).status == "new"


_CRASH = """
import os, sys, importlib.util
from pathlib import Path
from extractor.store import Store, ingest
spec = importlib.util.spec_from_file_location("maker", sys.argv[2])
maker = importlib.util.module_from_spec(spec)
spec.loader.exec_module(maker)
ingest._insert_run = lambda *rest, **named: os._exit(9)
make = maker.Maker()
capture = make.capture()
Store.open(Path(sys.argv[1])).add(capture, make.extraction(capture))
"""


def test_a_killed_process_leaves_nothing(tmp_path: Path, make: Any, dump: Callable[[Store], str]) -> None:
    path = tmp_path / "cakupan.db"
    with Store.open(path) as store:
        before = dump(store)
    conftest = Path(__file__).with_name("conftest.py")
    killed = subprocess.run([sys.executable, "-c", _CRASH, str(path), str(conftest)], check=False)
    assert killed.returncode == 9
    with Store.open(path) as store:
        assert dump(store) == before
        capture = make.capture()
        assert store.add(capture, make.extraction(capture)).status == "new"


def test_what_was_stored_comes_back_as_it_was_printed(store: Store, make: Any) -> None:
    capture = make.capture()
    extraction = make.extraction(capture)
    store.add(capture, extraction)
    stored = store.extraction(capture.sha256[:10])
    assert stored == json.loads(json.dumps(wire.to_json(extraction)))
    assert not list(Draft202012Validator(wire.json_schema()).iter_errors(stored))


def test_the_same_finding_is_stored_once(store: Store, make: Any) -> None:
    capture = make.capture()
    findings = make.findings(capture)
    store.add(capture, make.extraction(capture, findings=(*findings, findings[0])))
    assert [row["id"] for row in store.findings()] == ["f1", "f2"]


def test_machine_output_is_pending_whatever_it_says(store: Store, make: Any) -> None:
    capture = make.capture()
    claims = tuple(dataclasses.replace(claim, status="accepted") for claim in make.claims(capture))
    store.add(capture, make.extraction(capture, claims=claims))
    assert {row["status"] for row in store.claims()} == {"pending"}
    assert {row["status"] for row in store.extraction(capture.sha256)["claims"]} == {"pending"}


def test_what_documents_name_has_tables_of_its_own(store: Store, make: Any) -> None:
    capture = make.capture()
    store.add(capture, make.extraction(capture))
    sql = """
        SELECT o.name AS official, g.citation, r.name AS region FROM claims c
        JOIN officials o ON o.id = c.speaker_id JOIN regions r ON r.code = c.region_code
        JOIN mentions m ON m.document_id = c.document_id JOIN regulations g ON g.id = m.regulation_id
        WHERE c.value = '31.9'"""
    assert list(store.db.query(sql)) == [
        {"official": "Tirta Lesmana", "citation": "Perpres 109/2013", "region": "Kabupaten Wonosobo"}
    ]
    assert store.db.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_known_bytes_need_no_reading(store: Store, make: Any) -> None:
    capture = make.capture()
    assert store.known(capture.uri, capture.sha256) is None
    store.add(capture, make.extraction(capture))
    assert store.known(capture.uri, capture.sha256) == capture.sha256
    assert store.known(capture.uri, hashlib.sha256(b"other").hexdigest()) is None


def test_a_moment_needs_a_time_zone(store: Store, make: Any) -> None:
    capture = make.capture(retrieved_at="2025-03-01T08:00:00")
    with pytest.raises(StoreError, match="without a time zone"):
        store.add(capture, make.extraction(capture))
    capture = make.capture(retrieved_at="2025-03-01T15:00:00+07:00")
    store.add(capture, make.extraction(capture))
    assert store.documents()[0]["recorded_at"] == "2025-03-01T08:00:00Z"


@pytest.mark.parametrize("prefix", ["", "zz", "https://example.test/none"])
def test_an_unknown_document_is_named(store: Store, prefix: str) -> None:
    with pytest.raises(UnknownItem, match="no document begins with this"):
        store.document(prefix)
