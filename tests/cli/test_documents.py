"""From files to JSON and rows with the real pipeline: add, extract, reextract, eval, and what goes wrong."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import jsonschema
import pytest

from extractor.resources import data_folder
from extractor.wire import json_schema

ARTICLE = (
    "Cakupan Jamsostek di Lampung Baru 26,4 Persen\n"
    "Bandar Lampung (Kabar Rimba) - Cakupan kepesertaan BPJS Ketenagakerjaan di Provinsi Lampung baru "
    "mencapai 26,4 persen pada Maret 2024.\n"
    "Masih ada 1.200.000 pekerja di Lampung yang belum terlindungi program jaminan sosial ketenagakerjaan.\n"
)
PLAIN = "Panen kopi di lereng Gunung Tanggamus tahun ini melimpah. Petani berharap harga tetap baik.\n"
CORPUS = data_folder("corpus")
PDF = CORPUS / "08-siaran-pers-gorontalo.pdf"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "lampung.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def objects(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_extract_prints_one_object_per_document(run, article, tmp_path):
    other = tmp_path / "kopi.txt"
    other.write_text(PLAIN, encoding="utf-8")
    done = run("extract", article, other)
    assert done.exit_code == 0, done.output
    first, second = objects(done)
    validator = jsonschema.Draft202012Validator(json_schema())
    assert [error.message for found in (first, second) for error in validator.iter_errors(found)] == []
    assert first["document"]["text"] == ARTICLE.strip()
    assert {claim["value"] for claim in first["claims"]} == {"26.4", "1200000"}
    assert {claim["region"]["code"] for claim in first["claims"]} == {"18"}
    assert second["claims"] == []


def test_extract_touches_no_database(run, article, tmp_path):
    run("extract", article)
    assert [path.name for path in tmp_path.iterdir()] == [article.name]


def test_extract_calls_a_file_what_the_user_called_it(run, article):
    assert objects(run("extract", article.name))[0]["document"]["uri"] == article.name
    assert objects(run("extract", article, "--uri", "https://example.org/a"))[0]["document"]["uri"] == (
        "https://example.org/a"
    )


def test_extract_reads_standard_input(run, article):
    (found,) = objects(run("extract", "-", input=ARTICLE.encode()))
    assert found["document"]["uri"] is None
    assert found["document"]["sha256"] == objects(run("extract", article))[0]["document"]["sha256"]


def test_the_media_type_may_be_told(run, tmp_path):
    page = tmp_path / "page"
    page.write_text("<p>Cakupan 12 persen</p>", encoding="utf-8")
    (found,) = objects(run("extract", page, "--media-type", "text/plain"))
    assert found["document"]["text"] == "<p>Cakupan 12 persen</p>"


def test_the_reference_date_gives_the_year(run, tmp_path):
    page = tmp_path / "tanpa-tahun.txt"
    page.write_text("Hal itu dikatakannya di Metro, Selasa (12/3).\n", encoding="utf-8")
    dates = {}
    for day in ("2024-03-14", "2019-03-14"):
        (found,) = objects(run("extract", page, "--reference-date", day))
        dates[day] = {row["value"]["start"] for row in found["mentions"] if row["label"] == "DATE"}
    assert dates == {"2024-03-14": {"2024-03-12"}, "2019-03-14": {"2019-03-12"}}


def test_add_says_what_a_document_claims(run, article):
    done = run("add", article)
    assert done.exit_code == 0, done.output
    assert "new" in done.stdout
    assert "2 claims: only 26.4 % achieved, " in done.stdout
    assert "1,200,000 workers gap to full" in done.stdout
    assert done.stderr == "1 new. Stored in output/cakupan.db.\n"
    assert {row["value"] for row in json.loads(run("claims", "--json").stdout)} == {"26.4", "1200000"}


def test_adding_again_changes_nothing(run, article, dumped, tmp_path):
    run("add", article)
    database = tmp_path / "output" / "cakupan.db"
    before = dumped(database)
    again = run("add", article.name)
    assert again.exit_code == 0
    assert "unchanged  2 claims" in again.stdout
    assert again.stderr == "1 unchanged. Stored in output/cakupan.db.\n"
    assert dumped(database) == before


def test_files_of_one_name_in_two_folders_are_two_documents(run, tmp_path):
    for folder, words in (("januari", ARTICLE), ("februari", PLAIN)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(words, encoding="utf-8")
        assert "1 new" in run("add", tmp_path / folder / "page.txt").stderr
    assert len(json.loads(run("claims", "--json").stdout)) == 2


def test_two_documents_from_standard_input_are_two_documents(run):
    for words in (ARTICLE, PLAIN):
        assert "1 new. " in run("add", "-", input=words.encode()).stderr


def test_a_folder_skips_files_of_other_kinds(run, article, tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    article.rename(folder / "lampung.txt")
    (folder / "sheet.xlsx").write_bytes(b"PK\x03\x04")
    done = run("add", folder)
    assert done.exit_code == 0
    assert "1 new, 1 of other kinds skipped" in done.stderr


def bad_inputs(folder):
    """Names and bytes of inputs that cannot become a document, with a word the message must have."""
    source = PDF.read_bytes()
    return {
        "empty.txt": (b"", "empty"),
        "binary.txt": (bytes(range(256)) * 40, ""),
        "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(200), ""),
        "truncated.pdf": (source[: len(source) // 3], ""),
        "menu.html": (b"<html><body><nav><a href='/'>Beranda</a></nav></body></html>", ""),
    }


@pytest.mark.parametrize("name", bad_inputs(None))
def test_a_bad_input_is_one_line_and_leaves_the_database_alone(run, article, dumped, tmp_path, name):
    source, word = bad_inputs(tmp_path)[name]
    (tmp_path / name).write_bytes(source)
    run("add", article)
    database = tmp_path / "output" / "cakupan.db"
    before = dumped(database)
    done = run("add", tmp_path / name)
    assert done.exit_code == 1
    assert done.stdout == ""
    failure, summary = done.stderr.splitlines()
    assert failure.startswith(f"cakupan: {tmp_path / name}: ")
    assert word in failure
    assert "fault in the program" not in failure
    assert ";" in failure
    assert summary.startswith("nothing added, 1 failed")
    assert dumped(database) == before


def test_the_other_inputs_are_still_read(run, article, tmp_path):
    for name, (source, _) in bad_inputs(tmp_path).items():
        (tmp_path / name).write_bytes(source)
    names = [tmp_path / name for name in bad_inputs(tmp_path)]
    done = run("extract", *names[:2], tmp_path / "absent.html", article, *names[2:])
    assert done.exit_code == 1
    assert len(objects(done)) == 1
    assert done.stderr.count("\n") == len(names) + 1
    assert f"cakupan: {tmp_path / 'absent.html'}: no such file or folder; check the path\n" in done.stderr


def test_an_input_over_the_size_limit(run, article):
    done = run("extract", article, "--max-size", "0.0001")
    assert done.exit_code == 1
    assert "larger than 100 bytes" in done.stderr


def test_a_fault_in_the_program_costs_one_document_only(run, article, tmp_path, monkeypatch):
    from extractor import pipeline

    right = pipeline.extract

    def faulty(source, **how):
        if b"kopi" in source:
            raise IndexError("list index out of range")
        return right(source, **how)

    monkeypatch.setattr(pipeline, "extract", faulty)
    (tmp_path / "kopi.txt").write_text(PLAIN, encoding="utf-8")
    done = run("extract", tmp_path / "kopi.txt", article)
    assert done.exit_code == 1
    assert len(objects(done)) == 1
    assert "fault in the program (IndexError: list index out of range, test_documents.py line" in done.stderr


def another_database(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (lambda path: path.write_bytes(b"no database at all, only words" * 50), "not a SQLite database"),
        (another_database, "another program"),
    ],
)
def test_a_database_that_is_not_ours_is_left_alone(run, article, tmp_path, prepare, said):
    path = tmp_path / "other.db"
    prepare(path)
    before = path.read_bytes()
    done = run("add", article, "--db", path)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert said in done.stderr
    assert path.read_bytes() == before


def test_strict_exits_3_where_checks_disagree_and_1_wins(run, tmp_path):
    page = tmp_path / "hari.txt"
    page.write_text("Rapat digelar di Metro pada Jumat (12/3/2024).\n", encoding="utf-8")
    assert [row["verdict"] for row in objects(run("extract", page))[0]["findings"]] == ["disagrees"]
    assert run("extract", page).exit_code == 0
    assert run("extract", page, "--strict").exit_code == 3
    assert run("extract", page, tmp_path / "absent.txt", "--strict").exit_code == 1
    assert run("add", page, "--strict").exit_code == 3
    assert run("add", page, "--strict").exit_code == 3
    assert run("check", "--strict").exit_code == 3


def test_reextract_changes_nothing_while_the_rules_are_the_same(run, article, dumped, tmp_path):
    run("add", article)
    run("review", "--reviewer", "Ani", input="a")
    before = dumped(tmp_path / "output" / "cakupan.db")
    done = run("reextract")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "1 document read again, 0 of them changed; reviewed claims that now read" in done.stderr
    assert dumped(tmp_path / "output" / "cakupan.db") == before


def test_reextract_keeps_decisions_and_says_what_differs(run, article, monkeypatch):
    from dataclasses import replace
    from decimal import Decimal

    from extractor import pipeline

    right = pipeline.extract

    def otherwise(source, **how):
        found = right(source, **how)
        first, *rest = found.claims
        return replace(found, claims=(replace(first, value=Decimal("27")), *rest))

    run("add", article)
    run("review", "--reviewer", "Ani", "--kind", "achieved", input="a")
    monkeypatch.setattr(pipeline, "extract", otherwise)
    done = run("reextract", "--json")
    (row,) = json.loads(done.stdout)
    assert (row["changed"], row["differs"]) == (1, 1)
    assert "now read differently: 1." in done.stderr
    again = run("reextract")  # nothing changes any more, but the difference stays open
    assert "0 of them changed; reviewed claims that now read differently: 1" in again.stderr
    assert [line.split()[1:5] for line in again.stdout.splitlines()[2:]] == [["0", "0", "0", "1"]]
    stands = json.loads(run("claims", "--finding", "differs_from_reviewed", "--json").stdout)
    assert [claim["status"] for claim in stands] == ["accepted"]
    again = run("review", "--reviewer", "Ani", "--kind", "achieved", input="q").stdout
    assert "today" in again
    assert "the decision stands" in again


def test_eval_measures_a_folder(run, article, tmp_path):
    gold = {"claims": [{"value": "26.4", "unit": "percent", "kind": "achieved", "region": "18"}]}
    (tmp_path / "lampung.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    done = run("eval", tmp_path)
    assert done.exit_code == 0, done.output
    assert "precision" in done.stdout
    report = json.loads(run("eval", tmp_path, "--json").stdout)
    assert report["fields"]["value"]["right"] == 1
    assert run("eval", tmp_path, "--record").exit_code == 0
    assert (tmp_path / "baseline.json").exists()
    assert "no change" in run("eval", tmp_path).stdout


def test_eval_exits_1_when_a_document_cannot_be_read(run, tmp_path):
    (tmp_path / "kosong.txt").write_bytes(b"")
    (tmp_path / "kosong.gold.json").write_text('{"claims": []}', encoding="utf-8")
    done = run("eval", tmp_path)
    assert done.exit_code == 1
    assert "could not be read: kosong.txt" in done.stdout


def test_demo_shows_the_sample_documents(run, tmp_path):
    done = run("demo")
    assert done.exit_code == 0, done.output
    shown = done.stdout
    for words in (
        "claims; the first 2 of each document",
        "cakupan timeline",
        "What to type next",
        "demo.db review",
    ):
        assert words in shown
    assert (tmp_path / "output" / "demo.db").exists()
    again = run("demo")
    assert again.exit_code == 0
    assert " unchanged  " in again.stdout
    assert " new  " not in again.stdout


def test_a_process_prints_utf8_whatever_the_locale(article):
    done = subprocess.run(
        [sys.executable, "-c", "from extractor.cli import main; main()", "extract", article],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"},
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["document"]["text"] == ARTICLE.strip()
