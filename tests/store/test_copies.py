"""Near-copies of a release: linked, kept, counted once; and databases of before, brought up to date."""

from __future__ import annotations

import gzip
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.checks import check_across
from extractor.copies import PLACES, bands, figures, likeness, share_figures, signature
from extractor.store import Store, migrations

OLD = Path(__file__).parent / "old" / "shape-1.db.gz"  # two copies of an invented release and another article
SHAPE_3 = OLD.with_name("shape-3.db.gz")  # a release, its copy and next year's, compared, with a decision
BODY = (
    "Kepala Dinas Tenaga Kerja Wonosobo, Tirta Lesmana, menyebut cakupan baru 31,9 persen per akhir tahun. "
    "Dari 400.000 pekerja, 127.600 orang sudah terlindungi.\n"
    "Pemerintah kabupaten mengajak para camat dan kepala desa mendata pekerja informal di wilayah masing-masing, "
    "agar mereka dapat didaftarkan lewat anggaran daerah mulai tahun depan.\n"
    "Perusahaan yang belum melaporkan seluruh pekerjanya diminta segera melakukannya sebelum batas waktu berakhir."
)
RELEASE = f"Cakupan Jamsostek di Wonosobo naik\n{BODY}"
COPY = f"Baru sepertiga pekerja punya jaminan\nReporter: Redaksi\n{BODY}\nBaca juga: Harga cabai naik"
NEXT_YEAR = RELEASE.replace("31,9", "38,2").replace("400.000", "412.500").replace("127.600", "157.575")


def add(store: Store, make: Any, text: str, name: str, **changes: Any) -> str:
    """Stores a text whose first percentage is its only claim."""
    capture = make.capture(text, uri=f"https://example.test/{name}", **changes)
    quote = re.search(r"\d+,\d+ persen", text)
    claims = (make.claim(capture, text, quote[0]),) if quote else ()
    extraction = make.extraction(capture, text, claims=claims, mentions=(), findings=())
    return str(store.add(capture, extraction).document)


def test_a_copy_is_kept_and_linked(store: Store, make: Any) -> None:
    first, second = add(store, make, RELEASE, "a"), add(store, make, COPY, "b")
    assert store.near_copy_of(second) == first
    assert store.near_copy_of(first) is None
    assert [row["near_copies"] for row in store.documents()] == [[second], []]
    assert store.document(second)["text"] == COPY
    assert [row["near_copy_of"] for row in store.claims()] == [None, first]
    assert [row["near_copy_of"] for row in store.timeline("33.07")] == [None, first]
    assert store.status()["near_copies"] == 1


def test_a_copy_of_a_copy_is_one_of_the_original(store: Store, make: Any) -> None:
    first = add(store, make, RELEASE, "a")
    for name, text in (("b", COPY), ("c", COPY.replace("Redaksi", "Tim"))):
        assert store.near_copy_of(add(store, make, text, name)) == first


@pytest.mark.parametrize(
    "text",
    [NEXT_YEAR, "Berita lain.\n" + " ".join(f"kata{number}" for number in range(80)), RELEASE.split(".")[0]],
    ids=["a template with other figures", "another text", "a stub"],
)
def test_what_is_no_copy(store: Store, make: Any, text: str) -> None:
    add(store, make, RELEASE, "a")
    assert store.near_copy_of(add(store, make, text, "b")) is None


def test_a_copy_is_found_among_many_fillings_of_one_template(store: Store, make: Any) -> None:
    """Seventy months of one release: each is its own, and the copy of one of them is linked to that one."""

    def filling(text: str, month: int) -> str:
        changes = {"31,9": f"{20 + month},{month % 10}", "400.000": f"4{month:02}.500", "127.600": f"1{month:02}.250"}
        return re.sub("|".join(changes), lambda match: changes[match[0]], text)

    months = [add(store, make, filling(RELEASE, month), f"month-{month}") for month in range(70)]
    assert not any(store.near_copy_of(month) for month in months)
    copy = add(store, make, filling(COPY, 37), "copy")
    assert store.near_copy_of(copy) == months[37]


def test_a_new_version_of_an_article_is_no_copy(store: Store, make: Any) -> None:
    add(store, make, RELEASE, "a")
    later = add(store, make, RELEASE + "\nDiperbarui.", "a", retrieved_at="2025-03-02T08:00:00Z")
    assert store.near_copy_of(later) is None
    assert store.document(later)["version"] == 2
    assert store.near_copy_of(add(store, make, COPY, "b")) is not None


def test_signatures_are_the_same_everywhere() -> None:
    """A library that hashed otherwise would part new documents from stored ones: a migration is due then."""
    made = signature(RELEASE)
    assert len(made) == 4 * PLACES
    assert bands(made)[:2] == BANDS
    assert likeness(made, made) == 1.0
    assert 0.5 < likeness(made, signature(COPY)) < 1.0
    assert signature("terlalu pendek") == b""
    assert bands(b"") == []


BANDS = [1986948752, 5296517766]


def test_a_text_read_differently_is_linked_anew(store: Store, make: Any) -> None:
    original, copy = add(store, make, RELEASE, "a"), add(store, make, COPY, "b")

    def read_again(source: str, name: str, text: str) -> None:
        capture = make.capture(source, uri=f"https://example.test/{name}")
        store.replace(capture, make.extraction(capture, text, claims=(), mentions=(), findings=()))

    def indexed() -> list[str]:
        rows = store.db.query(
            "SELECT DISTINCT document_id FROM text_signatures JOIN signature_bands ON signature_number = number"
        )
        return sorted(row["document_id"] for row in rows)

    assert indexed() == [original]
    read_again(COPY, "b", " ".join(f"lain{number}" for number in range(99)))
    assert store.near_copy_of(copy) is None
    assert indexed() == sorted([original, copy])
    read_again(COPY, "b", COPY)
    assert store.near_copy_of(copy) == original
    read_again(RELEASE, "a", COPY + " Sekian.")
    assert (store.near_copy_of(original), store.near_copy_of(copy)) == (None, original)
    assert indexed() == [original]


def test_figures_without_dates() -> None:
    assert figures("Per 31 Desember 2024, 127.600 orang (31,9 persen)") == {"127.600", "31,9"}
    both = figures("127.600 dan 31,9")
    assert share_figures(both, figures("31,9"))
    assert not share_figures(both, figures("127.600, 33,1 dan 40.500"))
    assert share_figures(figures("tanpa angka"), figures("7,5 persen"))


def test_copies_are_one_voice_and_differing_articles_a_finding(store: Store, make: Any) -> None:
    first, copy = add(store, make, RELEASE, "a"), add(store, make, COPY, "b")
    assert store.compare(check_across) == []
    other = "Cakupan Jamsostek di Wonosobo 35,2 persen"
    third = add(store, make, other, "c")
    (found,) = store.compare(check_across)
    assert (found["check"], found["verdict"], found["expected"], found["found"]) == (
        "conflict",
        "disagrees",
        "31.9",
        "35.2",
    )
    assert set(found["documents"]) == {first, copy, third}
    assert set(found["subjects"]) == {row["claim_id"] for row in store.claims()}
    assert store.findings(document=copy, verdict="disagrees") == [{**found, "document": copy}]
    assert [row["findings"] for row in store.claims(document=third)] == ["conflict disagrees"]
    assert len(store.claims(finding="disagrees")) == len(store.claims(finding="conflict")) == 3
    assert found["id"] in {row["id"] for row in store.extraction(third)["findings"]}
    assert store.status()["findings"]["disagrees"] == 1
    assert store.compare(check_across) == []  # nothing new, nothing done
    assert len(store.findings(verdict="disagrees")) == 1


def test_only_touched_subjects_are_compared_again(store: Store, make: Any) -> None:
    asked: list[set[str]] = []

    def check(reports: Any) -> list[Any]:
        asked.append({one.claim.region.code for one in reports})
        return []

    add(store, make, RELEASE, "a")
    add(store, make, "Cakupan Jamsostek di Wonosobo 35,2 persen", "b")
    store.compare(check)
    text = "Cakupan Jamsostek di Jambi 22,5 persen"
    capture = make.capture(text, uri="https://example.test/c")
    region = make.claim(capture, text, "22,5 persen").region
    jambi = make.claim(capture, text, "22,5 persen", region=type(region)("15", "Jambi", "province", "same_sentence"))
    store.add(capture, make.extraction(capture, text, claims=(jambi,), mentions=(), findings=()))
    store.compare(check)
    assert asked == [{"33.07"}]


def test_decisions_count(store: Store, make: Any) -> None:
    add(store, make, RELEASE, "a")
    wrong = add(store, make, "Cakupan Jamsostek di Wonosobo 35,2 persen", "b")
    (claim,) = store.claims(document=wrong)
    by = {"reviewer": "Ani", "at": "2025-03-02T08:00:00Z"}

    def verdicts() -> list[str]:
        store.compare(check_across)
        return [row["verdict"] for row in store.findings() if row["check"] == "conflict"]

    assert verdicts() == ["disagrees"]
    store.decide(claim["claim_id"], "reject", **by)
    assert verdicts() == []
    store.undo(**by)
    assert verdicts() == ["disagrees"]
    store.decide(claim["claim_id"], "correct", changes={"value": "31.9"}, **by)
    assert verdicts() == ["agrees"]
    elsewhere = {"region": {"code": "33.08", "name": "Kabupaten Magelang"}}
    store.decide(claim["claim_id"], "correct", changes=elsewhere, **by)
    assert verdicts() == []


def test_reading_again_renews_the_comparison(store: Store, make: Any) -> None:
    add(store, make, RELEASE, "a")
    text = "Cakupan Jamsostek di Wonosobo 35,2 persen"
    add(store, make, text, "b")
    store.compare(check_across)
    capture = make.capture(text, uri="https://example.test/b")
    better = make.claim(capture, text, "35,2 persen", value=Decimal("31.9"))
    store.replace(capture, make.extraction(capture, text, claims=(better,), mentions=(), findings=()))
    assert [row["verdict"] for row in store.compare(check_across)] == ["agrees"]
    store.replace(capture, make.extraction(capture, text, claims=(), mentions=(), findings=()))
    assert store.compare(check_across) == []
    assert [row for row in store.findings() if row["check"] == "conflict"] == []


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def test_an_old_database_is_brought_up_to_date(old: Path) -> None:
    with Store.open(old, create=False) as store:
        original, copy, other = (row["id"] for row in store.documents())
        assert store.status()["schema_version"] == migrations.SCHEMA_VERSION
        assert [store.near_copy_of(name) for name in (original, copy, other)] == [None, original, None]
        assert [row["status"] for row in store.claims()].count("accepted") == 1
        assert store.status()["documents_to_compare"] == 3
        found = {row["verdict"]: row for row in store.compare(check_across)}
        assert set(found) == {"disagrees"}
        assert set(found["disagrees"]["documents"]) == {original, copy, other}
        assert store.documents(search="camat")
    again = old.read_bytes()
    Store.open(old).close()
    assert old.read_bytes() == again


def test_signatures_of_before_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(SHAPE_3.read_bytes()))
    with Store.open(path) as store:
        original, copy, other = (store.document(f"https://example.test/{name}")["id"] for name in "abc")
        assert [store.near_copy_of(name) for name in (original, copy, other)] == [None, original, None]
        stored = store.db.query("SELECT number, document_id, signature FROM text_signatures")
        found = {row["document_id"]: (row["number"], row["signature"]) for row in stored}
        assert {name: of for name, (_, of) in found.items()} == {
            name: signature(store.text(name)) for name in (original, copy, other)
        }
        indexed = store.db.conn.execute("SELECT band, signature_number FROM signature_bands").fetchall()
        looked_up = [found[name] for name in (original, other)]
        assert sorted(indexed) == sorted((band, number) for number, of in looked_up for band in bands(of))
        assert [row["status"] for row in store.claims()].count("accepted") == 1
        assert store.status()["documents_to_compare"] == 1  # for its decision, as before
        assert [row["documents"] for row in store.findings() if row["check"] == "conflict"]


def test_a_link_that_new_signatures_change_is_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(SHAPE_3.read_bytes()))
    monkeypatch.setattr("extractor.store.copies.ALIKE", 1.1)
    with Store.open(path) as store:
        assert store.status()["near_copies"] == 0
        assert store.status()["documents_to_compare"] == 2


def test_a_migration_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Any) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(migrations, "link_all", fail)
    migrations.migrations.cache_clear()
    with pytest.raises(RuntimeError, match="power cut"):
        Store.open(old)
    monkeypatch.undo()
    migrations.migrations.cache_clear()
    with Store.open(old) as store:
        assert json.loads(json.dumps(store.status()))["near_copies"] == 1
