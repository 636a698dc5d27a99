"""Organisations: named as printed, with their branch or place, and one at a time."""

from __future__ import annotations

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import Name

NAMES = [
    ("BPJS Ketenagakerjaan dan Pemprov Riau bekerja sama.", ["BPJS Ketenagakerjaan", "Pemprov Riau"]),
    ("Menurut BPJamsostek Cabang Dumai, naik.", ["BPJamsostek Cabang Dumai"]),
    ("Kantor Wilayah BPJS Ketenagakerjaan (BPJamsostek) Kalimantan mencatat.",
     ["Kantor Wilayah BPJS Ketenagakerjaan Kalimantan"]),
    ("Kementerian Dalam Negeri dan Kementerian Sosial hadir.",
     ["Kementerian Dalam Negeri", "Kementerian Sosial"]),
    ("Pemerintah Kabupaten Sigi, DPRD Poso, dan Dinas Sosial Palu.",
     ["Pemerintah Kabupaten Sigi", "DPRD Poso", "Dinas Sosial Palu"]),
    ("Dinas Koperasi, Usaha Kecil dan Menengah Jambi mendata.",
     ["Dinas Koperasi, Usaha Kecil dan Menengah Jambi"]),
    ("Iuran BPJS Kesehatan naik.", ["BPJS Kesehatan"]),
    ("Perjalanan dinas itu dibatalkan pemerintah.", []),
    ("Pemkab akan mendata ulang.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[row[0] for row in NAMES])
def test_organisations(text: str, names: list[str]) -> None:
    found = [row.value for row in find_mentions(parse(text))[0] if row.label == "ORGANISATION"]
    assert found == [Name(name) for name in names]
