"""Several documents on the command line: copies are marked, differing figures are found and listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PARAGRAPHS = (
    "Cakupan Jamsostek di Kabupaten Belu mencapai {rate} persen per 31 Desember 2024, kata Kepala Dinas Tenaga "
    "Kerja Kabupaten Belu Yohana Seran di Atambua, Senin (6/1/2025).",
    "Pemerintah kabupaten mengajak para camat dan kepala desa mendata pekerja informal di wilayah masing-masing, "
    "agar mereka dapat didaftarkan lewat anggaran daerah mulai tahun depan.",
    "Perusahaan yang belum melaporkan seluruh pekerjanya diminta segera melakukannya sebelum batas waktu berakhir, "
    "karena pengawas akan mendatangi mereka satu per satu bersama petugas kantor cabang.",
)


def article(folder: Path, name: str, rate: str, *, title: str, paragraphs: int = 3) -> Path:
    path = folder / name
    text = "\n\n".join([title, *PARAGRAPHS[:paragraphs]]).format(rate=rate)
    path.write_text(text, encoding="utf-8")
    return path


def stored(run) -> tuple[dict, dict, dict]:
    """The one claim of the release, of its copy and of the other article."""
    rows = json.loads(run("claims", "--json").stdout)
    assert len(rows) == 3
    other = next(row for row in rows if row["value"] == "27.9")
    copy = next(row for row in rows if row["near_copy_of"])
    return next(row for row in rows if row is not other and row is not copy), copy, other


@pytest.fixture
def folder(run, tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    article(news, "1-release.txt", "23,4", title="Cakupan Jamsostek Belu Naik")
    article(news, "2-copy.txt", "23,4", title="Belu Ajak Camat Data Pekerja Informal")
    article(news, "3-other.txt", "27,9", title="Jamsostek Belu", paragraphs=1)
    return news


def test_add_says_what_is_a_copy_and_what_differs(run, folder: Path) -> None:
    done = run("add", folder)
    lines = done.stdout.splitlines()
    assert [" copy of " in line for line in lines] == [False, True, False]
    assert f"copy of {lines[0][:8]}" in lines[1]
    assert "1 figure reported differently elsewhere" in done.stderr
    assert run("add", folder).stderr.count("differently") == 0  # said once
    assert run("add", "--strict", article(folder, "4.txt", "31,2", title="Belu", paragraphs=1)).exit_code == 3


def test_listings_mark_the_copy_and_show_the_finding(run, folder: Path) -> None:
    run("add", folder)
    rows = original, copy, other = stored(run)
    assert [row["near_copy_of"] for row in rows] == [None, original["document_id"], None]
    assert run("claims").stdout.count(f"copy of {original['document_id'][:8]}") == 1
    assert run("timeline", "Belu").stdout.count(f"copy of {original['document_id'][:8]}") == 1
    (found,) = json.loads(run("check", "--json", "--verdict", "disagrees").stdout)
    assert found["check"] == "conflict"
    assert set(found["documents"]) == {row["document_id"] for row in rows}
    for row in (original, copy, other):
        assert "27.9 %" in run("why", row["claim_id"]).stdout
    assert run("check", original["document_id"], copy["document_id"], "--json").stdout.count(found["id"]) == 1
    assert "near copies" in run("status").stdout
    assert json.loads(run("status", "--json").stdout)[0]["near_copies"] == 1


def test_show_names_original_and_copies(run, folder: Path) -> None:
    run("add", folder)
    original, copy, _ = (row["document_id"] for row in stored(run))
    assert f"{original[:8]} (" in next(line for line in run("show", copy).stdout.splitlines() if "copy of" in line)
    assert copy[:8] in next(line for line in run("show", original).stdout.splitlines() if line.startswith("copies"))
    assert set(json.loads(run("show", copy, "--json").stdout)["document"]).isdisjoint({"near_copy_of", "near_copies"})


def test_the_chart_counts_a_copy_once(run, folder: Path) -> None:
    from extractor.cli.timeline import differing, once

    run("add", folder)
    rows = json.loads(run("timeline", "Belu", "--json").stdout)
    assert sorted(row["value"] for row in rows) == ["23.4", "23.4", "27.9"]
    assert sorted(row["value"] for row in once(rows)) == ["23.4", "27.9"]
    assert all(row["near_copy_of"] is None for row in once(rows))
    assert len(differing(once(rows))) == 1
    told_by_the_copy_alone = {**next(row for row in rows if row["near_copy_of"]), "value": "40"}
    assert len(once([*rows, told_by_the_copy_alone])) == 3


def test_a_review_is_compared_again(run, folder: Path) -> None:
    run("add", folder)
    _, _, other = stored(run)
    run("review", "--reviewer", "Ani", "--document", other["document_id"], input="xq")
    assert json.loads(run("check", "--json", "--verdict", "disagrees").stdout) == []
