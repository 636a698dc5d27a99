"""Where titles end."""

from __future__ import annotations

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import Regulation


def title(text: str) -> str | None:
    found, _ = find_mentions(parse(text))
    regulations = [row.value for row in found if isinstance(row.value, Regulation)]
    assert regulations, text
    return regulations[0].title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perbup 3/2022 tentang Jaminan Sosial Pekerja Rentan. Ia menambahkan",
         "Jaminan Sosial Pekerja Rentan"),
        ("Perbup 3/2022 tentang Jaminan Sosial, kata Bupati", "Jaminan Sosial"),
        ("Perbup 3/2022 tentang Jaminan Sosial dan Inpres 2/2021", "Jaminan Sosial"),
        ("Perbup 3/2022 tentang Jaminan Sosial serta Perpres Nomor 1 Tahun 2020", "Jaminan Sosial"),
        ("Perbup 3/2022 tentang Jaminan Sosial yakni targetnya naik", "Jaminan Sosial"),
        ("Perbup 3/2022 tentang Jaminan Sosial yang terbit bulan lalu", "Jaminan Sosial"),
        ("Perbup 3/2022 tentang Iuran dan Bantuan bagi Nelayan mewajibkan", "Iuran dan Bantuan bagi Nelayan"),
        ("Perbup 3/2022 tentang Iuran bagi seluruh pekerja", "Iuran"),
        ("Perbup 3/2022 tentang Perlindungan Petani, Nelayan, dan Pedagang, ujarnya",
         "Perlindungan Petani, Nelayan, dan Pedagang"),
        ("Perbup 3/2022 tentang Jaminan Sosial, Bupati dan Wakil Bupati hadir", "Jaminan Sosial"),
        ("Perbup 3/2022 tentang Sistem Jaminan Sosial (SJS) menyebut", "Sistem Jaminan Sosial"),
        ("Perbup 3/2022 tentang Rencana Kerja (RKPD) Tahun 2025 berlaku", "Rencana Kerja (RKPD) Tahun 2025"),
        ("Perbup 3/2022 tentang SJSN,” paparnya", "SJSN"),
        ("Perbup 3/2022 tentang \"Jaminan Sosial bagi semua\" berlaku", "Jaminan Sosial bagi semua"),
        ("Perbup 3/2022 tentang Jaminan Sosial pada Jumat (6/9)", "Jaminan Sosial"),
        ("Perbup 3/2022 (tentang Jaminan Sosial) berlaku", "Jaminan Sosial"),
        ("Perbup 3/2022, yang mengatur Pemberian Bantuan Iuran.", "Pemberian Bantuan Iuran"),
        ("Perbup 3/2022 yang mengatur seluruh pekerja", None),
        ("Perbup 3/2022 mewajibkan pendaftaran", None),
        ("Perbup 3/2022 disebut. Rapat tentang Jaminan Sosial digelar", None),
        # its own region belongs to a local title, the place of an event to none
        ("Perbup 3/2022 tentang Jaminan Sosial di Kabupaten Sleman berlaku",
         "Jaminan Sosial di Kabupaten Sleman"),
        ("Perbup 3/2022 tentang Jaminan Sosial di Hotel Merdeka", "Jaminan Sosial"),
        ("Perpres 3/2022 tentang Jaminan Sosial di Provinsi Bali dan Papua", "Jaminan Sosial"),
        # lower case
        ("Perbup 3/2022 tentang jaminan sosial pekerja rentan mewajibkan pendaftaran",
         "jaminan sosial pekerja rentan"),
        ("Perbup 3/2022 tentang jaminan sosial untuk melindungi pekerja", "jaminan sosial"),
        ("Perbup 3/2022 tentang Jaminan sosial pekerja, kata dia", "Jaminan sosial pekerja"),
        ("Perbup 3/2022 tentang iuran bagi petani, nelayan dan pedagang pasar, ucapnya",
         "iuran bagi petani, nelayan dan pedagang pasar"),
        # a title that names what it amends
        ("UU 6/2099 tentang Perubahan atas UU Nomor 6 Tahun 2014 tentang Desa, ujarnya",
         "Perubahan atas UU Nomor 6 Tahun 2014 tentang Desa"),
        # printed before the number
        ("UU Desa Nomor 6 Tahun 2014", "Desa"),
        ("PP tentang Jaminan Hari Tua Nomor 46 Tahun 2015", "Jaminan Hari Tua"),
        # the register knows where it ends
        ("UU 1/2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah Bali",
         "Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah"),
    ],
)  # fmt: skip
def test_title(text: str, expected: str | None) -> None:
    assert title(text) == expected


def test_a_list_of_numbers_shares_no_title() -> None:
    found, _ = find_mentions(parse("PP Nomor 44 dan 45 Tahun 2015 tentang Jaminan Kecelakaan Kerja"))
    assert [row.value.title for row in found if isinstance(row.value, Regulation)] == [None, None]
