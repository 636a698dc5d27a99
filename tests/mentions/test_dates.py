"""Dates in their sentences: spans, and digits that are none."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import DateValue

ANCHOR = date(2025, 9, 20)


def dates(text: str) -> list[tuple[str, DateValue]]:
    found, _ = find_mentions(parse(text), anchor=ANCHOR)
    return [(text[row.start : row.end], row.value) for row in found if isinstance(row.value, DateValue)]


SPANS = [
    ("digelar di Palu, Rabu (14/2/2024), dan", ["Rabu (14/2/2024)"]),
    ("digelar di Palu (14/2/2024).", ["14/2/2024"]),
    ("digelar (Rabu, 14/2/2024).", ["Rabu, 14/2/2024"]),
    ("digelar Rabu malam (14/2/2024).", ["Rabu malam (14/2/2024)"]),
    ("pada hari Rabu, 14 Februari 2024 lalu", ["Rabu, 14 Februari 2024"]),
    ("pada Rabu 14 Februari 2024", ["Rabu 14 Februari 2024"]),
    ("Rabu, 14 Februari 2024 | 13:34 WIB", ["Rabu, 14 Februari 2024"]),
    ("ujarnya, Rabu (14/2).", ["Rabu (14/2)"]),
    ("ujarnya di Palu, Rabu.", ["Rabu"]),
    ("dari Juli 2021 hingga Mei 2022", ["Juli 2021", "Mei 2022"]),
    ("dari Januari hingga Mei 2022", ["Januari hingga Mei 2022"]),
    ("pada 5 dan 6 Juni 2024", ["5 dan 6 Juni 2024"]),
    ("per 31 Mei 2024 dan per Juni 2024", ["31 Mei 2024", "Juni 2024"]),
    ("target 2025 sebesar 52 persen, lalu 60 persen pada 2026", ["2025", "2026"]),
    ("pada Mei lalu di Palu", ["Mei"]),
    ("hingga akhir 2025", ["akhir 2025"]),
    ("Rabu 14-02-2024,07:43 WIB", ["Rabu 14-02-2024"]),
    ("akhir\n2025", ["2025"]),
    ("di Palu pada Sabtu lalu", ["Sabtu"]),
]


@pytest.mark.parametrize(("text", "spans"), SPANS)
def test_the_whole_expression_is_one_mention(text: str, spans: list[str]) -> None:
    assert [quote for quote, _ in dates(text)] == spans


NONE = [
    "pukul 13:34 WIB",
    "pada 17.30 WIB",
    "RPJMD 2021-2026",
    "Inpres Nomor 2 Tahun 2021",
    "Permenaker 5/2021",
    "sebanyak 2019 pekerja",
    "dari 2024 desa",
    "2020 orang",
    "iuran Rp 2000 per hari",
    "COPYRIGHT © HARIAN CONTOH 2024",
    "sekitar 1,7-1,8 juta pekerja",
    "38,5 persen",
    "buka 24/7",
    "layanan Senin-Jumat",
    "setiap Rabu",
    "Minggu ini cakupan naik",
    "dua minggu lalu",
    "kata April kepada Mei",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert dates(text) == []


def test_a_number_beside_a_year_stays_a_count() -> None:
    found, _ = find_mentions(parse("pada 2024 pekerja rentan berjumlah 2019 orang"))
    assert [row.label for row in found if row.label in ("DATE", "COUNT")] == ["DATE", "COUNT"]


def test_an_impossible_date_is_kept_as_unreadable() -> None:
    ((quote, value),) = dates("digelar Rabu (31/9/2024)")
    assert (quote, value.start, value.flags) == ("Rabu (31/9/2024)", None, ("unreadable",))
