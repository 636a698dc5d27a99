"""Numbers with their unit: ranges, hedges, scale words, and what the press leaves out or mixes up."""

from __future__ import annotations

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import Quantity

# What is found: value or range, then the unit where it is not percent or workers, hedges, "~" flags
FOUND = [
    # one number
    ("38,5 persen", "38.5"),
    ("38,5persen", "38.5"),
    ("9,04%", "9.04"),
    ("9,04 %", "9.04"),
    ("38,5 pct", "38.5"),
    ("100 persen", "100"),
    ("2,1 poin persen", "2.1 percentage_point"),
    ("2,1 persen poin", "2.1 percentage_point"),
    ("4.000 tenaga kerja", "4000"),
    ("4.000 potensi pekerja", "4000"),
    ("5 orang", "5"),
    ("1,2 juta jiwa", "1200000"),
    ("17,64 juta pekerja", "17640000"),
    ("900 ribu pekerja", "900000"),
    ("1 juta 200 ribu pekerja", "1200000"),
    ("152 desa", "152 villages"),
    ("144 kalurahan", "144 villages"),
    ("5.825 perusahaan", "5825 companies"),
    ("310 badan usaha", "310 companies"),
    ("412 proyek", "412 projects"),
    ("14 kabupaten", "14 regions"),
    ("mencapai 2,6 juta yang terlindungi", "2600000 ?"),
    # in words
    ("tujuh persen", "7"),
    ("tiga puluh dua koma lima persen", "32.5"),
    ("empat ribu petani", "4000"),
    ("setengah juta pekerja", "500000"),
    ("satu juta seratus ribu pekerja", "1100000"),
    # ranges
    ("1,7-1,8 juta pekerja", "1700000-1800000"),
    ("500 ribu hingga 600 ribu pekerja", "500000-600000"),
    ("66–67 persen", "66-67"),
    ("32 sampai 33 persen", "32-33"),
    ("30 persen hingga 35 persen", "30-35"),
    ("30 persen sampai dengan 35 persen", "30-35"),
    ("antara 30 dan 35 persen", "30-35"),
    ("1.200 s.d. 1.500 orang", "1200-1500"),
    ("1.200 s/d 1.500 orang", "1200-1500"),
    ("sekitar 66 hingga 67 persen", "66-67 approx"),
    # no ranges: a date before "hingga", two numbers joined by "dan"
    ("hingga September 2024 tercatat 40 persen", "40"),
    ("formal dan 35 persen", "35"),
    ("Kudus 30 persen dan 35 persen", "30 35"),
    # hedges, with linking words in between
    ("baru bisa mencapai di angka sebesar 41,2 persen", "41.2 only"),
    ("hanya sekitar 41,2 persen", "41.2 only approx"),
    ("kurang lebih 2.000 pekerja", "2000 approx"),
    ("2.000-an pekerja", "2000 approx"),
    ("2.000an pekerja", "2000 approx"),
    ("70an persen", "70 approx"),
    ("40 jutaan pekerja", "40000000 approx"),
    ("hampir 60 persen", "60 almost"),
    ("nyaris mencapai 60 persen", "60 almost"),
    ("lebih dari 2,6 juta pekerja", "2600000 more_than"),
    ("2,6 juta lebih pekerja", "2600000 more_than"),
    ("40 persen lebih", "40 more_than"),
    ("di atas 50 persen", "50 more_than"),
    ("belum mencapai 50 persen", "50 less_than"),
    ("masih di bawah 50 persen", "50 only less_than"),
    ("sedikitnya 1.200 pekerja", "1200 at_least"),
    ("maksimal 5.000 pekerja", "5000 up_to"),
    # no hedges of this number
    ("masih ada 4.000 pekerja", "4000"),
    ("baru tahun ini 40 persen", "40"),
    ("baru didaftarkan 4.000 pekerja", "4000"),
    # slips
    ("34.55 persen", "34.55 ~ambiguous_decimal"),
    ("17.64 juta pekerja", "17640000 ~ambiguous_decimal"),
    ("51,495 orang", "51495 ~swapped_thousands"),
    ("2,58 pekerja", "2.58 ~missing_scale_word"),
    # no numbers of coverage
    ("ratusan ribu pekerja", ""),
    ("beberapa persen", ""),
    ("pada 2021 pekerja rentan didaftarkan", ""),
    ("Rp16.800 per bulan", ""),
    ("Rp 2,5 miliar", ""),
    ("pukul 13.34 WIB", ""),
    ("12.34.56 orang", ""),
    ("ada 12 yang hadir", ""),
    # a noun of its own that we do not know is no worker
    ("menyerahkan 1.250 bingkisan peserta", ""),
    ("menyerahkan 1.250 kartu peserta", "1250"),  # whoever has got a card is a member
    ("sebanyak 320 sekolah telah terdaftar", ""),
    ("di 350 titik layanan", ""),
    ("baru 212.408 terdaftar", "212408 ? only"),
    ("baru 212.408, jauh dari cukup", "212408 ? only"),
    ("mencapai 611 ribu dan terus naik", "611000 ?"),
]


def shown(value: Quantity) -> str:
    number = f"{value.value}-{value.value_max}" if value.value_max else str(value.value)
    unit = [] if value.unit in ("percent", "workers") else [value.unit or "?"]
    return " ".join([number, *unit, *value.qualifier, *(f"~{flag}" for flag in value.flags)])


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_quantities(text: str, expected: str) -> None:
    found = [row.value for row in find_mentions(parse(text))[0] if isinstance(row.value, Quantity)]
    assert " ".join(map(shown, found)) == expected


def test_the_span_is_the_number_with_its_unit() -> None:
    text = "Tahun ini sekitar satu juta seratus ribu pekerja dan 1.200 s.d. 1.500 desa."
    spans = [text[row.start : row.end] for row in find_mentions(parse(text))[0] if row.label == "COUNT"]
    assert spans == ["satu juta seratus ribu pekerja", "1.200 s.d. 1.500 desa"]
