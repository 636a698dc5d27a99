"""A sentence that tells nothing of its own changes nothing: the claims before and behind it stay what they are."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.claims.asides import telling
from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.pipeline import _identified, extract
from extractor.read import read

TOLD = {
    "that number": (
        "Di Kabupaten Sikka sudah 21.400 pekerja terlindungi BPJS Ketenagakerjaan.",
        "Jumlah itu naik 3.150 orang dari tahun lalu.",
    ),
    "details": (
        "Dari 48.600 pekerja di Kota Ternate, 19.300 orang terdaftar sebagai peserta Jamsostek.",
        "Rinciannya, 12.100 pekerja formal dan 7.200 pekerja informal.",
    ),
    "target": (
        "Kepesertaan BPJS Ketenagakerjaan di Kota Bima sudah 37,4 persen.",
        "Targetnya 45 persen pada akhir tahun.",
    ),
    "out of them": (
        "Sebanyak 6.300 nelayan di Kabupaten Alor menjadi peserta BPJS Ketenagakerjaan.",
        "Dari jumlah itu, 1.900 orang dibiayai Pemkab Alor.",
    ),
    "the rest": (
        "Pemkab Buru mendaftarkan 1.240 perangkat desa ke BPJS Ketenagakerjaan.",
        "Sisanya 310 orang belum terdaftar.",
    ),
    "how low": (
        "Kepesertaan Jamsostek pekerja konstruksi di Kabupaten Berau masih rendah.",
        "Tercatat baru 2.480 orang yang terdaftar.",
    ),
}
ASIDES = (
    "Kegiatan itu berlangsung tertib.",
    "Acara tersebut dihadiri pula para tamu undangan.",
    "Ia berharap semua pihak mendukung upaya itu.",
    "“Kami akan terus bekerja keras,” ujarnya.",
    "Angka itu terus meningkat.",
    "Pemerintah daerah menyambut baik langkah tersebut.",
    "Program itu memberi manfaat besar bagi pekerja.",
    "Hal itu dikatakan Kepala Dinas Tenaga Kerja, Melki Tanu, Senin (3/2).",
    "Rapat itu digelar di aula bupati, Kamis (5/6/2025).",
)
TELLING = (
    "Daerah lain masih tertinggal.",
    "Rinciannya sebagai berikut.",
    "Sisanya menyusul.",
    "Para nelayan menyambut gembira.",
    "Kota Bima menyusul kemudian.",
    "Masih banyak yang belum terdaftar.",
    "Ahli waris juga menerima santunan.",
    "Pengangguran masih tinggi.",
    "Demikian pula para bupati.",
    "Jumlahnya tidak disebutkan.",
    "Secara nasional lebih rendah.",
    "Menyusul empat perusahaan.",
    "Kelompok Informal",
    "Manfaat itu dibayarkan tunai.",
    "Perusahaan enggan melaporkan karyawannya.",
    "Hal itu dikatakan Bupati Ende, Melki Tanu.",
    "Data itu per 31 Juli 2025.",
)
BEFORE = "Sudah 21.400 pekerja terlindungi BPJS Ketenagakerjaan."


def _claims(text: str) -> list[tuple[Any, ...]]:
    made = extract(text.encode(), media_type="text/plain").claims
    return [(row.value, row.kind, row.segment, row.region.code) for row in made]


def _left(text: str) -> list[str]:
    document, parsed = read(text.encode(), media_type="text/plain"), parse(text)
    found, cues = find_mentions(parsed, anchor=None, tables=())
    left, _ = telling(parsed, _identified(document, found), cues)
    return [text[row.start : row.end] for row in left.sentences]


@pytest.mark.parametrize("mark", [" ", "\n"], ids=["same paragraph", "next paragraph"])
@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_changes_no_claim(name: str, aside: str, mark: str) -> None:
    before, behind = TOLD[name]
    wanted = _claims(f"{before}{mark}{behind}")
    assert len(wanted) > 1 or name == "how low"
    assert _claims(f"{before} {aside}{mark}{behind}") == wanted


@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_is_no_sentence_to_look_at(aside: str) -> None:
    assert _left(f"{BEFORE} {aside} Targetnya 45 persen.") == [BEFORE, "Targetnya 45 persen."]


@pytest.mark.parametrize("sentence", TELLING)
def test_what_tells_something_is_kept(sentence: str) -> None:
    assert sentence in _left(f"{BEFORE}\n{sentence}\nTargetnya 45 persen.")


def test_the_region_of_who_says_it_is_told_where_another_was_named_last() -> None:
    said = "Hal itu dikatakan Bupati {}, Melki Tanu."
    before = "Di Kabupaten Ende sudah 21.400 pekerja terlindungi BPJS Ketenagakerjaan."
    assert said.format("Ende") not in _left(f"{before} {said.format('Ende')} Kini 31 persen.")
    assert said.format("Sikka") in _left(f"{before} {said.format('Sikka')} Di daerahnya 31 persen.")


def test_what_is_said_of_coverage_is_new_behind_something_else() -> None:
    """It turns from unemployment to coverage; behind coverage it goes on with it."""
    general = "Kepesertaan terus diperluas."
    assert general in _left(f"Pengangguran turun menjadi 4,7 persen. {general} Kini 31 persen.")
    assert general not in _left(f"{BEFORE} {general} Kini 31 persen.")
