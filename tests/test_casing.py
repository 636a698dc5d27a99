"""Lines of capitals are read as the rest of the text writes their words."""

from __future__ import annotations

import pytest

from extractor.casing import in_ordinary_case
from extractor.pipeline import extract

BODY = "\nDi Kabupaten Ngada, kata Bupati Yoris Wea, 4.310 nelayan terdaftar lewat BPJS Ketenagakerjaan Cabang Ende.\n"


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("NELAYAN DI KABUPATEN NGADA TERDAFTAR", "Nelayan di Kabupaten Ngada terdaftar"),
        ("BUPATI YORIS WEA DUKUNG BPJS KETENAGAKERJAAN", "Bupati Yoris Wea Dukung BPJS Ketenagakerjaan"),
        ("KOTA SOE BANTU UMKM DARI APBD", "Kota Soe Bantu UMKM dari APBD"),  # words that nothing tells the case of
        ("4.310 NELAYAN TERDAFTAR. SEKDA: BARU AWAL", "4.310 nelayan terdaftar. Sekda: baru Awal"),
        ("KISAH NELAYAN (OKU) PEKAN INI", "Kisah nelayan (OKU) Pekan ini"),
    ],
)
def test_writing_of_the_body(line: str, written: str) -> None:
    assert in_ordinary_case(line + BODY) == written + BODY


@pytest.mark.parametrize(
    "line",
    [
        "BPJS TK",
        "NGADA, NTT",
        "NO | NAMA KABUPATEN | JUMLAH PESERTA",  # headings of a table
        "NELAYAN di KABUPATEN NGADA TERDAFTAR",  # not in capitals throughout
    ],
)
def test_left_alone(line: str) -> None:
    assert in_ordinary_case(line + BODY) == line + BODY


def test_words_beside_their_neighbours() -> None:
    text = "WARGA MANGGARAI TIMUR DIDAFTARKAN\nAngin timur bertiup. Angin timur kuat. Dari Manggarai Timur."
    assert in_ordinary_case(text).startswith("Warga Manggarai Timur Didaftarkan")


def test_dateline_does_not_tell_the_writing() -> None:
    text = "NELAYAN KUPANG TERLINDUNGI BPJS\nKabar, KUPANG - Warga Kupang mendaftar."
    assert in_ordinary_case(text).startswith("Nelayan Kupang Terlindungi BPJS")


def test_quotes_are_as_printed() -> None:
    headline = "4.310 NELAYAN NGADA TERLINDUNGI JAMSOSTEK"
    found = extract(f"{headline}\n\nKabupaten Ngada mendaftarkan nelayannya.\n".encode(), media_type="text/plain")
    assert found.document.title == headline
    assert [claim.evidence.quote for claim in found.claims] == ["4.310 NELAYAN"]
