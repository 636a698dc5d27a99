"""Plain text and Markdown: paragraphs, furniture, titles, tables. All texts are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import UnreadableInput
from extractor.read import read
from extractor.read.boilerplate import words
from extractor.read.wrap import join

BODY = (
    "Cakupan kepesertaan jaminan sosial tenaga kerja di Kabupaten Sumedang naik menjadi 41 persen, kata "
    "kepala dinas, Selasa."
)
MORE = "Pemerintah kabupaten menganggarkan iuran bagi pekerja rentan mulai tahun depan."


def text_of(*lines: str) -> str:
    return read("\n".join(lines).encode()).text


def test_one_paragraph_per_line_with_single_spaces() -> None:
    assert text_of(f"  {BODY}\u00a0 ", "", "", "Ia\u200b  berkata\tbaik.") == f"{BODY}\nIa berkata baik."


def test_text_is_nfc() -> None:
    assert text_of(BODY, "Kafe\u0301 ﬁnal.") == f"{BODY}\nKafé final."


def test_hard_wrapped_paragraphs_are_joined() -> None:
    wrapped = (
        "Pemerintah kabupaten bersama kantor cabang menggelar rapat\n"
        "evaluasi kepesertaan di aula kantor bupati pada hari Selasa\n"
        "kemarin dan dihadiri masing-masing kepala perangkat daer-\n"
        "ah yang menangani pekerja rentan.\n\n"
        "Rapat itu menyepakati tambahan anggaran bagi petani, nela-\n"
        "yan, dan buruh tani pada tahun anggaran berikutnya, ter-\n"
        "masuk bagi ketua RT.\n"
    )
    assert text_of(wrapped) == (
        "Pemerintah kabupaten bersama kantor cabang menggelar rapat evaluasi kepesertaan di aula kantor "
        "bupati pada hari Selasa kemarin dan dihadiri masing-masing kepala perangkat daerah yang menangani "
        "pekerja rentan.\n"
        "Rapat itu menyepakati tambahan anggaran bagi petani, nelayan, dan buruh tani pada tahun anggaran "
        "berikutnya, termasuk bagi ketua RT."
    )


def test_a_line_that_breaks_off_goes_on_with_the_next() -> None:
    broken = (
        "Kepala kantor cabang menjelaskan bahwa peserta di wilayah setempat\n"
        "bertambah 1.200 orang.\n"
        f"{BODY}\n"
        "Pemerintah kabupaten menyiapkan anggaran bagi mereka yang belum terdaftar\n"
        "contoh.example, KUPANG - Rapat itu dibuka Bupati.\n"
        "Rinciannya dua segmen\n"
        "pekerja formal\n"
    )
    assert text_of(broken).split("\n") == [
        "Kepala kantor cabang menjelaskan bahwa peserta di wilayah setempat bertambah 1.200 orang.",
        BODY,
        "Pemerintah kabupaten menyiapkan anggaran bagi mereka yang belum terdaftar",
        "contoh.example, KUPANG - Rapat itu dibuka Bupati.",
        "Rinciannya dua segmen",
        "pekerja formal",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("kepesertaan tenaga ker-", "ja naik", "kepesertaan tenaga kerja naik"),
        ("kewenangan masing-", "masing daerah", "kewenangan masing-masing daerah"),
        ("dengan sebaik-", "baiknya", "dengan sebaik-baiknya"),
        ("pekerja non-", "formal", "pekerja non-formal"),
        ("pegawai non-", "ASN", "pegawai non-ASN"),
        ("RPD 2023-", "2026", "RPD 2023-2026"),
        ("kata dia -", "lalu pergi", "kata dia - lalu pergi"),
        ("satu", "dua", "satu dua"),
    ],
)
def test_words_broken_at_a_line_end(before: str, after: str, joined: str) -> None:
    assert join(before, after) == joined


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Upah Minimum Naik 6 Persen",
        "BACA JUGA : Upah Minimum Naik 6 Persen",
        "Baca Juga Upah Minimum Naik 6 Persen",
        "[Baca pula: Upah Minimum Naik]",
        "Simak juga video Upah Minimum Naik",
        "Lihat Juga:",
        "ADVERTISEMENT",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Bagikan:",
        "Isi komentar sepenuhnya menjadi tanggung jawab penulisnya.",
        "Cek berita dan artikel yang lain di Google News",
        "Tags: jamsostek, pekerja",
        "12.345 kali dibaca",
        "Halaman: 1 2",
        "Para peserta rapat berfoto bersama. (Foto: Istimewa)",
        "* * *",
        "id jamsostek,nelayan pesisir,berita lampung",
    ],
)
def test_furniture_is_dropped(line: str) -> None:
    assert text_of(BODY, line, MORE) == f"{BODY}\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga syaratnya dengan teliti sebelum mendaftar, ujar dia.",
        "Lihat juga bagaimana desa lain melakukannya.",
        "Iklan layanan masyarakat dipasang di 40 desa.",
        "Oleh karena itu, pemerintah menambah anggaran",
        "Editor yang baik membaca dua kali.",
    ],
)
def test_sentences_that_look_like_furniture_stay(line: str) -> None:
    assert text_of(BODY, line, MORE) == f"{BODY}\n{line}\n{MORE}"


def test_a_line_of_keywords_is_no_rest_of_the_headline() -> None:
    headline = "Sebanyak 1.310 Nelayan di Pesisir Barat Menjadi Peserta Jamsostek"
    assert text_of(headline, "id jamsostek,nelayan,pesisir barat", BODY, MORE) == f"{headline}\n{BODY}\n{MORE}"


def test_a_headline_below_a_bare_pointer_goes_too() -> None:
    assert text_of(BODY, "Baca Juga:", "Upah Minimum Naik Tahun Depan", MORE) == f"{BODY}\n{MORE}"


def test_a_pointer_stuck_to_a_sentence_is_cut_off() -> None:
    assert text_of(f"{BODY} Baca juga: Upah Minimum Naik 6 Persen", MORE) == f"{BODY}\n{MORE}"


def test_a_repeated_paragraph_is_kept_once() -> None:
    assert text_of(BODY, MORE, BODY) == f"{BODY}\n{MORE}"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Cakupan Jamsostek Sumedang Naik Jadi 41 Persen", True),
        ("Berapa Pekerja Sumedang yang Terlindungi?", True),
        ("Sumedang (Kabar Tandang) - Cakupan naik menjadi 41 persen", False),
        ("Oleh Rina Dewi, Selasa, 4 Maret 2025 | 09:00 WIB", False),
        ("Selasa, 4 Maret 2025 | 09:00 WIB", False),
        ("Cakupan kepesertaan di Sumedang naik.", False),
        ("- Cakupan naik di Sumedang", False),
    ],
)
def test_a_headline_is_the_title_and_the_first_line(first: str, title: bool) -> None:
    document = read(f"{first}\n\n{BODY}\n{MORE}".encode())
    assert (document.title == first) is title
    assert document.title_end == (len(first) if title else 0)
    assert document.text.startswith(first)


def test_a_label_above_the_headline_comes_after_it() -> None:
    document = read(f"BPJS Ketenagakerjaan\nCakupan Sumedang Naik Jadi 41 Persen\n{BODY}".encode())
    assert document.text == f"Cakupan Sumedang Naik Jadi 41 Persen\nBPJS Ketenagakerjaan\n{BODY}"


def test_a_caption_that_repeats_the_headline_is_dropped() -> None:
    title = "Cakupan Sumedang Naik Jadi 41 Persen"
    assert text_of(title, f"{title} (Rina/Kabar Tandang)", BODY) == f"{title}\n{BODY}"
    assert text_of(title, f"{title} pada 2025.", BODY) == f"{title}\n{title} pada 2025.\n{BODY}"


def test_a_byline_stamp_stays_and_is_a_candidate_but_a_page_clock_is_none() -> None:
    document = read(
        (
            "- Senin, 5 Mei 2025 | 08:00 WIB\n"
            "Oleh MC KAB CONTOH, Selasa, 4 Maret 2025 | 09:00 WIB - Redaktur: Sari - 87\n" + BODY
        ).encode()
    )
    (candidate,) = document.date_candidates
    assert (candidate.basis, candidate.period.start) == ("byline", date(2025, 3, 4))
    assert document.text[candidate.start : candidate.end] == candidate.text == "Selasa, 4 Maret 2025"
    assert document.text.startswith("- Senin, 5 Mei 2025 | 08:00 WIB\nOleh MC KAB CONTOH, ")
    assert document.byline == "MC KAB CONTOH"


def test_credits_and_copyright_go_to_the_metadata_and_the_year_is_no_date() -> None:
    document = read(f"{BODY}\n\nPewarta: Rina\n\nEditor : Budi\n\nCOPYRIGHT © Kabar Tandang 2025".encode())
    assert document.text == BODY
    assert (document.byline, document.publisher) == ("Pewarta: Rina; Editor: Budi", "Kabar Tandang")
    assert document.date_candidates == ()


def test_rows_with_bars_are_a_table() -> None:
    document = read(
        f"{BODY}\nNo | Kecamatan | Peserta\n1 | Tanjungsari | 1.204\n2 | Jatinangor | 3.310\n{MORE}".encode()
    )
    (table,) = document.tables
    cells = [[document.text[cell.start : cell.end] for cell in row] for row in table.rows]
    assert cells == [
        ["No", "Kecamatan", "Peserta"],
        ["1", "Tanjungsari", "1.204"],
        ["2", "Jatinangor", "3.310"],
    ]
    assert document.text[table.start : table.end].startswith("No | Kecamatan")


def test_markdown_marks_are_stripped_gently() -> None:
    source = (
        "# Cakupan *Naik* di Sumedang\n\nParagraf **tebal** dengan [tautan](https://contoh.example) dan\n"
        "baris kedua; rumus 2 * 3 * 4 tetap.\n\n* Sumedang: 41 persen\n* Garut: 38 persen\n\n> Kutipan.\n\n"
        "| Kecamatan | Peserta | Persen |\n|---|---:|---:|\n| Cimalaka | 1.204 | 40,1 |\n\n![foto](a.jpg)\n"
    )
    document = read(source.encode())
    assert document.text.split("\n") == [
        "Cakupan Naik di Sumedang",
        "Paragraf tebal dengan tautan dan baris kedua; rumus 2 * 3 * 4 tetap.",
        "- Sumedang: 41 persen",
        "- Garut: 38 persen",
        "Kutipan.",
        "Kecamatan | Peserta | Persen",
        "Cimalaka | 1.204 | 40,1",
    ]
    assert document.title == "Cakupan Naik di Sumedang"
    assert len(document.tables[0].rows) == 2


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_canonical_text_holds_for_any_text(source: str) -> None:
    try:
        text = read(source.encode(), media_type="text/plain").text
    except UnreadableInput:
        return
    for line in text.split("\n"):
        assert line == " ".join(line.split()) != ""
    assert read(text.encode(), media_type="text/plain").id != ""


def test_rows_with_bars_keep_their_empty_cells() -> None:
    text = f"{BODY}\nNo | Kecamatan | Peserta | Gap\n1 | Tanjungsari | 1.204 | 10\n | Jumlah | 1.204 | \n{MORE}"
    document = read(text.encode())
    rows = [[document.text[cell.start : cell.end] for cell in row] for row in document.tables[0].rows]
    assert rows[-1] == ["", "Jumlah", "1.204", ""]


def test_wide_rows_of_a_table_are_not_joined_as_wrapped_lines() -> None:
    rows = ["Kabupaten | Penduduk bekerja | Peserta aktif | Cakupan (%)"]
    rows += [f"Kabupaten Ogan Komering Ulu Timur | 10{n}.000 | 2{n}.000 | 2{n},0" for n in range(4)]
    document = read("\n".join(["Cakupan naik di sini", *rows]).encode())
    assert len(document.tables[0].rows) == 5


def test_a_heading_may_hold_a_date() -> None:
    rows = "Kecamatan | Peserta per 31 Mei 2025 | Target\nTanjungsari | 1.204 | 1.500\nJatinangor | 3.310 | 4.000"
    assert len(read(f"{BODY}\n{rows}\n{MORE}".encode()).tables[0].rows) == 3


def test_markdown_tables_may_have_two_columns() -> None:
    table = "| Kecamatan | Persen |\n|---|---|\n| Cimalaka | 40,1 |"
    document = read(f"# Judul\n\n{BODY}\n\n{table}\n".encode(), media_type="text/markdown")
    assert [len(row) for row in document.tables[0].rows] == [2, 2]


def test_pointers_and_notices_can_be_told_by_their_first_three_letters() -> None:
    assert "" not in words().openings  # of a phrase that begins with fewer, lines would be missed
