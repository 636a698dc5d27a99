"""What is wanted, planned for next year, or the base of the uncovered never comes out as a level or a gap."""

from __future__ import annotations

import pytest

from extractor.pipeline import extract

KINDS = [
    (
        "Sebanyak 60 dari 208 desa di Kabupaten Alor belum mendaftarkan perangkatnya ke Jamsostek.",
        {60: "gap", 208: "denominator"},
    ),
    (
        "Baru 18 dari 82 desa di Kabupaten Alor telah mendaftarkan perangkatnya ke Jamsostek.",
        {18: "achieved", 82: "denominator"},
    ),
    (
        "Sebanyak 3.300 pekerja dari 6.500 pekerja di Kota Tegal belum terdaftar Jamsostek.",
        {3300: "gap", 6500: "denominator"},
    ),
    (
        "Sebanyak 3.300 pekerja dari 6.500 pekerja di Kota Tegal telah terdaftar Jamsostek.",
        {3300: "achieved", 6500: "denominator"},
    ),
    (
        "Sebanyak 12.300 nelayan di Kabupaten Alor telah menjadi peserta Jamsostek dan tahun depan dimulai lagi.",
        {12300: "achieved"},
    ),
    ("Tahun depan 14.000 nelayan di Kabupaten Alor menjadi peserta Jamsostek.", {14000: "target"}),
    ("Kita ingin 14.000 nelayan di Kabupaten Alor terlindungi Jamsostek.", {14000: "target"}),
    ("Pemkot ingin lebih, sebab baru 41.200 pekerja di Kota Tegal yang terdaftar Jamsostek.", {41200: "achieved"}),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_the_kind_of_each_number(text: str, kinds: dict[int, str]) -> None:
    made = extract(text.encode(), media_type="text/plain")
    assert {int(claim.value): claim.kind for claim in made.claims} == kinds
