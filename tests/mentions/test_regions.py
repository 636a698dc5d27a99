"""Regions in their sentences: what the words around and the rest of the document decide."""

from __future__ import annotations

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import Found, Place


def regions(text: str) -> list[tuple[str, str | None, str]]:
    """Quote, code and rule of every region."""
    return [(text[row.start : row.end], _place(row).code, row.rule) for row in _found(text)]


def _found(text: str) -> list[Found]:
    return [row for row in find_mentions(parse(text))[0] if row.label == "REGION"]


def _place(row: Found) -> Place:
    assert isinstance(row.value, Place)
    return row.value


SPANS = [
    ("Pemerintah Kabupaten Jember", "Kabupaten Jember"),
    ("Pemkab Jember", "Jember"),
    ("Bupati Jember", "Jember"),
    ("Wali Kota Salatiga", "Salatiga"),
    ("Kab. Jember", "Kab. Jember"),
    ("(Kab. Jember)", "Kab. Jember"),
    ("PROV. SULAWESI TENGAH", "PROV. SULAWESI TENGAH"),
    ("camat se-Kabupaten Jember", "Kabupaten Jember"),
    ("Kota Administrasi Jakarta Timur", "Kota Administrasi Jakarta Timur"),
    ("Ibu Kota Jawa Tengah", "Jawa Tengah"),
    ("Kabupaten Solok Selatan", "Kabupaten Solok Selatan"),
    ("Kabupaten\nJember", "Jember"),  # a line break parts a marker from a name
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_the_marker_belongs_to_the_name(text: str, span: str) -> None:
    assert [quote for quote, _, _ in regions(text)] == [span]


NONE = [
    "seluruh kabupaten/kota di daerah ini",
    "Batang pohon tumbang",
    "Serang musuh",
    "Sungai Kapuas meluap",
    "Danau Toba ramai",
    "Jalan Madiun ditutup",
    "kata Bima kepada pekerja",
    "peserta PPU, PBPU dan PMI",
    "Makassar Post",
    "KBRN Palu",
    "(ANTARA Kalsel)",
    "Harian Riau Pos",
    "Pekerja Migran Indonesia",
    "Ikatan Bidan Indonesia",
    "menuju Indonesia Emas 2045",
    "Sistem Jaminan Sosial Nasional",
    "rencana pembangunan jangka menengah nasional",
]


@pytest.mark.parametrize("text", NONE)
def test_no_region(text: str) -> None:
    assert [row for row in regions(text) if row[0] not in ("Makassar",)] == []


def test_antara_between_two_regions_is_no_outlet() -> None:
    assert [code for _, code, _ in regions("kesenjangan antara Kalbar dan Kalteng")] == ["61", "62"]


def test_a_common_word_is_a_region_once_the_document_says_so() -> None:
    text = "Kabupaten Pati menggelar rapat. Cakupan Pati naik."
    assert [code for _, code, _ in regions(text)] == ["33.18", "33.18"]
    assert regions("Cakupan Pati naik.") == []
    assert [code for _, code, _ in regions("Cakupan di Pati naik.")] == ["33.18"]


def test_a_common_word_is_a_region_in_a_list_of_regions() -> None:
    assert [code for _, code, _ in regions("Rembang, Pati, dan Kudus")] == ["33.17", "33.18", "33.19"]


LISTS = [
    ("Kabupaten Kediri, Blitar, dan Madiun", ["35.06", "35.05", "35.19"]),
    ("Kota Kediri, Blitar serta Madiun", ["35.71", "35.72", "35.77"]),
    ("Kabupaten Kediri (Kediri), Blitar", ["35.06", "35.06", "35.05"]),
    ("Kabupaten Kediri dan Kota Blitar", ["35.06", "35.72"]),
    ("Kabupaten Kediri. Blitar menyusul", ["35.06", None]),  # another sentence is no list
    ("Kota Kediri, Jember, dan Blitar", ["35.71", "35.09", None]),  # Jember is no kota and ends the marker
]


@pytest.mark.parametrize(("text", "codes"), LISTS)
def test_a_marker_serves_its_list(text: str, codes: list[str | None]) -> None:
    assert [code for _, code, _ in regions(text)] == codes


DOCUMENT = [
    ("Cakupan di Kediri naik.", None, "region.homonym"),
    ("Cakupan di Kediri naik. Pemkab Kediri hadir.", "35.06", "region.document"),
    ("Cakupan di Kediri naik. Pemkab Kediri dan Pemkot Kediri hadir.", None, "region.homonym"),
    ("Cakupan di Kediri naik di Jawa Timur.", None, "region.homonym"),
    ("Cakupan di Gorontalo naik.", "75", "region.province_default"),
    ("Cakupan di Gorontalo naik. Kabupaten Bone Bolango hadir.", "75", "region.document"),
    ("Cakupan di Gorontalo naik. Wali Kota Gorontalo hadir.", "75.71", "region.document"),
    (
        "Cakupan di Gorontalo naik. Wali Kota Gorontalo dan Bupati Bone Bolango hadir.",
        "75",
        "region.province_default",
    ),
    ("Cakupan di Banjar naik. Gubernur Kalsel hadir.", "63.03", "region.document"),
    ("Cakupan di Banjar naik. Gubernur Jawa Barat hadir.", "32.79", "region.document"),
]


@pytest.mark.parametrize(("text", "code", "rule"), DOCUMENT)
def test_the_document_settles_a_shared_name(text: str, code: str | None, rule: str) -> None:
    assert regions(text)[0][1:] == (code, rule)


def test_the_district_of_an_office_is_not_the_kabupaten_named_elsewhere() -> None:
    text = "Pemkab Kediri hadir. Kepala Cabang Kediri berbicara."
    assert [code for _, code, _ in regions(text)] == ["35.06", None]


def test_both_of_a_pair_are_meant() -> None:
    (row,) = _found("Kota dan Kabupaten Malang")
    assert _place(row).candidates == ("35.07", "35.73")
    (row,) = _found("Kab/Kota Malang")
    assert _place(row).candidates == ("35.07", "35.73")


def test_a_desa_that_bears_a_region_s_name() -> None:
    (row,) = _found("warga Desa Bantul")
    assert (_place(row).code, _place(row).level) == (None, "desa")


@pytest.mark.parametrize(
    ("text", "quote", "name", "level"),
    [
        ("warga Kecamatan Jombang mendaftar", "Kecamatan Jombang", "Kecamatan Jombang", "kecamatan"),
        ("warga Kec. Jombang mendaftar", "Kec. Jombang", "Kecamatan Jombang", "kecamatan"),
        ("warga Distrik Jombang mendaftar", "Jombang", "Kecamatan Jombang", "kecamatan"),
        ("warga Kecamatan Ngadisari mendaftar", "Kecamatan Ngadisari", "Kecamatan Ngadisari", "kecamatan"),
        ("warga Kec. Ngadisari mendaftar", "Kec. Ngadisari", "Kecamatan Ngadisari", "kecamatan"),
        ("warga Desa Bantul mendaftar", "Desa Bantul", "Desa Bantul", "desa"),
        ("warga Kelurahan Bantul mendaftar", "Kelurahan Bantul", "Kelurahan Bantul", "desa"),
        ("warga Kel. Bantul mendaftar", "Kel. Bantul", "Kelurahan Bantul", "desa"),
        ("warga Nagari Solok mendaftar", "Nagari Solok", "Nagari Solok", "desa"),
    ],
)
def test_a_small_place_is_named_with_its_word(text: str, quote: str, name: str, level: str) -> None:
    (row,) = _found(text)
    place = _place(row)
    assert (text[row.start : row.end], place.name, place.level, place.code) == (quote, name, level, None)


def test_a_kecamatan_s_name_may_only_begin_like_a_region_s() -> None:
    text = "warga Kecamatan Batu Ampar Kota Batam"
    assert [(quote, code) for quote, code, _ in regions(text)] == [
        ("Kecamatan Batu Ampar", None),
        ("Kota Batam", "21.71"),
    ]


def test_an_abbreviation_beside_its_name_is_the_same_place() -> None:
    assert [code for _, code, _ in regions("Kalimantan Selatan (Kalsel)")] == ["63", "63"]
