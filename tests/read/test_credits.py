"""Who made an article and when, read off single lines."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.read import read
from extractor.read.credits import copyright_holder, credit, outlet
from extractor.read.stamps import is_authored, of_metadata, source_line, stamps


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Makassar (ANTARA Sulsel) - Pemerintah kota", "ANTARA Sulsel"),
        ("Ambon (Suara Seram) – Pemerintah provinsi", "Suara Seram"),
        ("Serang, InfoPublik - Penjabat gubernur", "InfoPublik"),
        ("KBRN, Ternate: Wali kota menyebut", "RRI"),
        ("TRIBUNJAMBI.COM, JAMBI - Wali kota", "Tribun Jambi"),
        ("TRIBUNBATAM.ID - Gubernur", "Tribun Batam"),
        ("JAKARTA, KOMPAS.com - Direktur", "Kompas.com"),
        ("TRIBUN-TIMUR.COM, MAKASSAR -Gubernur", "Tribun Timur"),
        ("KABARTANDANG.ID – Bupati", "KABARTANDANG.ID"),
        ("KABARTANDANG.CO.ID, BATAM – Bupati", "KABARTANDANG.CO.ID"),
        ("Balikpapan, Kabartandang.com. Menjelang akhir tahun", "Kabartandang.com"),
        ("GRESIK, Bhirawa. Pemerintah kabupaten", "Bhirawa"),
        ("Warta Tandang – Jakarta, 30 Januari 2024 – Peserta", "Warta Tandang"),
        ("BATAM, LEMBAH BIRU — Pandemi memukul", "Lembah Biru"),
        ("PPID Kota Tandang | Jumat, 27 Oktober 2023 | Berita", "PPID Kota Tandang"),
        ("Lembah Biru, Jumat, 14 Agustus 2020 | 06:30 WIB", "Lembah Biru"),
    ],
)
def test_outlets_that_a_line_names(line: str, name: str) -> None:
    assert outlet([line]) == name


@pytest.mark.parametrize(
    "line",
    [
        "Bandung, Jawa Barat - Pemerintah provinsi menggelar rapat",
        "Kabupaten Landak, Kalimantan Barat - Bupati membuka rapat",
        "Jakarta, 30 Januari 2024 – Peserta aktif turun",
        "Enrekang – Pemerintah kabupaten mengevaluasi",
        "Medan, Senin, 3 Maret 2025 | 09:00 WIB",
        "Jakarta (6/9/2024) - Rapat digelar",
        "KUPANG, HN – Gubernur berharap",
        "Bupati itu, kata dia - sambil tersenyum - akan datang",
        "Menurut data, media. sosial",
    ],
)
def test_lines_that_name_no_outlet(line: str) -> None:
    assert outlet([line]) is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Narahubung:", "Humas Dinas Sosial Kota Tandang", "Telepon (0000) 1"], "Dinas Sosial Kota Tandang"),
        (["Narahubung: BPJS Ketenagakerjaan Cabang Tandang, Telp. 0000"], "BPJS Ketenagakerjaan Cabang Tandang"),
        (["Kontak Media", "Rina Dewi", "Bidang Umum BPJAMSOSTEK Tandang (0000) 1"], "BPJAMSOSTEK Tandang"),
        (
            ["Informasi lebih lanjut hubungi:", "Biro Humas Kementerian Tandang Email a@b.id"],
            "Kementerian Tandang",
        ),
        (["Narahubung:", "Rina Dewi", "0812 0000"], None),
        (["Informasi lebih lanjut dapat ditanyakan ke Dinas Sosial Kota Tandang."], None),
        (["Warga menghubungi narahubung Dinas Sosial Kota Tandang"], None),
    ],
)
def test_the_office_to_be_asked_about_a_release_is_its_publisher(lines: list[str], name: str | None) -> None:
    body = [
        "Pekerja bertambah",
        "Tandang, 24 November 2021 - Kepala dinas itu menggelar rapat.",
        *["Lalu lagi."] * 3,
        *lines,
    ]
    assert outlet(body, letterhead=True) == name
    assert outlet(body) is None


def test_an_office_at_the_head_of_a_release_is_its_publisher() -> None:
    lines = ["SIARAN PERS", "Dinas Tenaga Kerja Kota Tandang", "Dinas itu menggelar rapat."]
    assert outlet(lines, letterhead=True) == "Dinas Tenaga Kerja Kota Tandang"
    assert outlet(lines) is None
    assert outlet(["Forum Tandang | Rilis Data 02/2025"], letterhead=True) == "Forum Tandang"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Pewarta: Rina Dewi", "Pewarta: Rina Dewi"),
        ("Pewarta : Rina | Editor: Budi", "Pewarta: Rina; Editor: Budi"),
        ("(Penulis: Rina. Editor: Budi.)", "Penulis: Rina; Editor: Budi"),
        ("Oleh Rina Dewi", "Rina Dewi"),
        ("Oleh: MC KAB TANDANG", "MC KAB TANDANG"),
        ("Oleh karena itu, iuran dibayar", None),
        ("Oleh Rina Dewi, iuran itu dibayar lunas.", None),
        ("Editor: Budi - Selasa, 4 Maret 2025", None),
        ("Kata editor: naik", None),
    ],
)
def test_bylines(line: str, byline: str | None) -> None:
    assert credit(line) == byline


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("COPYRIGHT © Kabar Tandang 2024", "Kabar Tandang"),
        ("Copyright © 2019-2024 Kabar Tandang. All Rights Reserved.", "Kabar Tandang"),
        ("© 2024 Kabar Tandang", "Kabar Tandang"),
        ("Hak Cipta © 2024 oleh siapa pun", "oleh siapa pun"),
        ("Copyright © 2024", ""),
        ("Hak para pekerja dilindungi", None),
    ],
)
def test_copyright_lines(line: str, holder: str | None) -> None:
    assert copyright_holder(line) == holder


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Selasa, 01 Juli 2025 | 09:20:01 WIB", [date(2025, 7, 1)]),
        ("Kamis, November 6, 2025", [date(2025, 11, 6)]),
        ("Dipublikasikan 04 Sep 2025 10:51", [date(2025, 9, 4)]),
        ("26/09/2025 | 13:54", [date(2025, 9, 26)]),
        ("Kamis 12-06-2025,08:30 WIB", [date(2025, 6, 12)]),
        ("2024-01-31", [date(2024, 1, 31)]),
        ("Senin, 3 Maret 2025 dan 4 Maret 2025", [date(2025, 3, 3), date(2025, 3, 4)]),
        ("31 Juni 2024", []),
        ("pada September 2023", []),
        ("Perda 12/2024", []),
    ],
)
def test_stamps(line: str, days: list[date]) -> None:
    found = list(stamps(line))
    assert [stamp.period.start for stamp in found] == days
    assert all(line[stamp.start : stamp.end] == stamp.text for stamp in found)


@pytest.mark.parametrize(
    ("line", "authored"),
    [
        ("Oleh Rina, Senin, 3 Maret 2025 | 09:00 WIB", True),
        ("Senin, 3 Maret 2025 - Redaktur: Budi", True),
        ("Tayang: Senin, 3 Maret 2025 10:20 WIB", True),
        ("Senin, 3 Maret 2025 | 09:00 WIB", False),
        ("Oleh dinas, rapat itu digelar pada 3 Maret 2025.", False),
    ],
)
def test_lines_that_tell_of_the_article_itself(line: str, authored: bool) -> None:
    assert is_authored(line) is authored


def test_a_label_before_a_date_is_no_outlet() -> None:
    assert source_line("Diterbitkan, Senin, 3 Maret 2025 | 09:00 WIB") is None
    assert source_line("Rapat digelar, Senin, 3 Maret 2025 di aula") is None
    assert source_line("Rapat itu digelar pemerintah di Kendari, Senin (3/3/2025).") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ternate, 24 November 2021 - Kantor cabang mencatat kenaikan.", "24 November 2021"),
        ("KABAR TANDANG – Sofifi, 8 September 2023 – Cakupan naik.", "8 September 2023"),
        ("Ternate (8/9/2023): Cakupan naik.", None),
        ("Di Ternate, Senin (3/3/2025), cakupan naik.", None),
        ("Ternate, 24 November 2021, kantor cabang mencatat kenaikan.", None),
    ],
)
def test_the_date_of_a_dateline_is_a_candidate(line: str, day: str | None) -> None:
    candidates = read(f"{line}\nBaris kedua.".encode()).date_candidates
    assert [item.text for item in candidates] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-03T20:30:00Z", date(2025, 3, 4)),
        ("2025-03-03T20:30:00+00:00", date(2025, 3, 4)),
        ("2025-03-03T20:30:00+07:00", date(2025, 3, 3)),
        ("2025-03-03 20:30:00", date(2025, 3, 3)),
        ("2025-03-03", date(2025, 3, 3)),
        ("Senin, 3 Maret 2025 20:30", date(2025, 3, 3)),
        ("2025-02-30T00:00:00Z", None),
        ("kemarin", None),
    ],
)
def test_metadata_dates_are_days_in_western_indonesia(text: str, day: date | None) -> None:
    candidate = of_metadata("jsonld", text)
    assert (candidate.period.start if candidate else None) == day
