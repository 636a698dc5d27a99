"""What period each number describes, with its basis. The TOML examples show the rules one by one."""

from __future__ import annotations

import pytest

from extractor.model import Dated
from extractor.pipeline import extract

C = "cakupan Jamsostek Kabupaten Jepara"
STAMP = "Jepara, Senin (6/10/2025) - "

# (text, the period of each number in text order: first day, last day, basis)
CASES: list[tuple[str, list[str]]] = [
    # forms of a period
    (f"Per 31 Juli 2025, {C} 31,4 persen.", ["2025-07-31 2025-07-31 explicit"]),
    (f"Hingga Juli 2025, {C} 31,4 persen.", ["2025-07-01 2025-07-31 explicit"]),
    (f"Pada semester I 2025, {C} 31,4 persen.", ["2025-01-01 2025-06-30 explicit"]),
    (f"Pada triwulan III 2025, {C} 31,4 persen.", ["2025-07-01 2025-09-30 explicit"]),
    (f"Sepanjang 2024, {C} 31,4 persen.", ["2024-01-01 2024-12-31 explicit"]),
    (f"{C} 31,4 persen per Juli 2025.", ["2025-07-01 2025-07-31 explicit"]),
    (f"{C} 31,4 persen (per September 2025).", ["2025-09-01 2025-09-30 explicit"]),
    ("Sebanyak 130.900 pekerja (data per 30 September 2025) di Kabupaten Jepara terlindungi Jamsostek.",
     ["2025-09-30 2025-09-30 explicit"]),
    ("Dari Januari hingga September 2025 ada 15.300 pekerja di Jepara terdaftar sebagai peserta Jamsostek.",
     ["2025-01-01 2025-09-30 explicit"]),
    ('"Sampai Jumat (3/10/2025) 130.900 nelayan di Jepara terlindungi Jamsostek," kata dia, Senin (6/10/2025).',
     ["2025-10-03 2025-10-03 explicit"]),
    ('"Per Agustus lalu 130.900 pekerja di Kabupaten Jepara terlindungi Jamsostek," kata dia, Senin (6/10/2025).',
     ["2025-08-01 2025-08-31 explicit"]),
    ("Sebanyak 5.200 nelayan di Jepara, berdasarkan data dinas per September 2025, sudah terlindungi Jamsostek.",
     ["2025-09-01 2025-09-30 explicit"]),
    (f"{STAMP}Sebanyak 5.200 nelayan di Jepara, menurut data dinas, sudah terlindungi Jamsostek dan kantor buka hingga "
     "Desember 2025.", ["2025-10-06 2025-10-06 publication"]),
    # when something began, or was launched, is not when its members were counted
    (f"{STAMP}Perbup itu terbit pada Maret 2024 dan sejak itu 5.200 nelayan Jepara terdaftar di Jamsostek.",
     ["2025-10-06 2025-10-06 publication"]),
    (f"{STAMP}Program yang diluncurkan pada 2022 itu menjangkau 5.200 nelayan di Jepara yang terdaftar di Jamsostek.",
     ["2025-10-06 2025-10-06 publication"]),
    ("Ketika program diluncurkan pada 2022, baru 5.200 nelayan di Jepara yang terdaftar sebagai peserta Jamsostek.",
     ["2022-01-01 2022-12-31 explicit"]),
    # a bracket that says something else as well
    (f"{STAMP}{C} 31,4 persen (diluncurkan September 2025).", ["2025-10-06 2025-10-06 publication"]),
    # the level's and the target's year in one sentence
    (f"Per Juli 2025 {C} 31,4 persen, sedangkan target tahun 2026 sebesar 40 persen.",
     ["2025-07-01 2025-07-31 explicit", "2026-01-01 2026-12-31 explicit"]),
    (f"Target tahun 2026 {C} 40 persen, sedangkan per Juli 2025 baru 31,4 persen.",
     ["2026-01-01 2026-12-31 explicit", "2025-07-01 2025-07-31 explicit"]),
    # a level each
    (f"Pada 2023 {C} 29,1 persen, lalu pada 2024 sebesar 31,4 persen.",
     ["2023-01-01 2023-12-31 explicit", "2024-01-01 2024-12-31 explicit"]),
    (f"{C} naik dari 29,1 persen pada 2023 menjadi 31,4 persen pada 2024.",
     ["2023-01-01 2023-12-31 explicit", "2024-01-01 2024-12-31 explicit"]),
    # no period, or the present: the stamp's day, as what it is
    (f"{STAMP}{C} 31,4 persen.", ["2025-10-06 2025-10-06 publication"]),
    (f"{STAMP}Saat ini {C} 31,4 persen.", ["2025-10-06 2025-10-06 publication"]),
    (f'"Kini {C} 31,4 persen," kata dia, Senin (6/10/2025).', ["2025-10-06 2025-10-06 event"]),
    (f"{C} 31,4 persen.", ["? unknown"]),
    # what is no period of the number
    (f"Program dimulai sejak Januari 2019. {C} 31,4 persen.", ["? unknown"]),
    (f"Inpres Nomor 2 Tahun 2021 sudah terbit, dan {C} 31,4 persen.", ["? unknown"]),
    (f"Per Juli 2025 {C} 31,4 persen, naik dibanding Juli 2024.", ["2025-07-01 2025-07-31 explicit"]),
    (f"{STAMP}{C} ditargetkan 40 persen.", ["? unknown"]),
    # carried, until somebody else speaks or the present is named
    (f"Per Juli 2025 {C} 31,4 persen dan Kabupaten Pati 28,2 persen.",
     ["2025-07-01 2025-07-31 explicit", "2025-07-01 2025-07-31 explicit"]),
    (f"Per Juli 2025 {C} 31,4 persen. Pekerja yang terlindungi 21.300 orang.",
     ["2025-07-01 2025-07-31 explicit", "2025-07-01 2025-07-31 carried"]),
    (f"{C} 31,4 persen. Data ini per Juli 2025.", ["2025-07-01 2025-07-31 carried"]),
    (f'{C} 31,4 persen.\n"Itu data Juli 2025," katanya.', ["2025-07-01 2025-07-31 carried"]),
    (f"Desember 2024 {C} 31,4 persen. Peserta 21.300 orang. Itu posisi 31 Desember 2024.",
     ["2024-12-01 2024-12-31 explicit", "2024-12-31 2024-12-31 carried"]),
    # what a list's introduction dates stands below it, unless it details what was said
    (f"{STAMP}{C} 31,4 persen.\nBerikut cakupan Jamsostek tetangganya per Juli 2025:\n- Kabupaten Pati: 28,2 persen\n"
     "- Kabupaten Demak: 26,4 persen",
     ["2025-10-06 2025-10-06 publication", "2025-07-01 2025-07-31 carried", "2025-07-01 2025-07-31 carried"]),
    # from a day on, and from this month on; not from a past or coming one
    (f"Terhitung Senin (6/10/2025), {C} 31,4 persen.", ["2025-10-06 2025-10-06 explicit"]),
    (f"{STAMP}Mulai bulan ini 5.200 nelayan di Kabupaten Jepara terlindungi Jamsostek.",
     ["2025-10-01 2025-10-31 explicit"]),
    # the report of one speaker does not date the next one's
    (f"Bupati Jepara Haryo Dipayana menyebut per Juli 2025 {C} 31,4 persen. Sekda Jepara Rahmat Fadillah menargetkan "
     "40 persen. Sementara itu, 5.200 nelayan di Kabupaten Jepara sudah terdaftar sebagai peserta Jamsostek.",
     ["2025-07-01 2025-07-31 explicit", "? unknown", "? unknown"]),
    # a goal or an opening dates no data; what is compared with dates neither the change nor what follows
    (f"{STAMP}{C} 31,4 persen. Universal coverage hendak dicapai pada 2029.", ["2025-10-06 2025-10-06 publication"]),
    ("Per Juli 2025 peserta Jamsostek di Kabupaten Jepara 130.900 orang. Dibandingkan Desember 2023 yang sebanyak "
     "120.500 orang, jumlah itu naik 8,6 persen. Pekerja informal yang terlindungi 21.300 orang.",
     ["2025-07-01 2025-07-31 explicit", "2023-12-01 2023-12-31 explicit", "2025-07-01 2025-07-31 carried",
      "2025-07-01 2025-07-31 carried"]),
    (f"{STAMP}{C} naik dari 28,3 persen menjadi 31,4 persen.", ["? unknown", "2025-10-06 2025-10-06 publication"]),
    # the two days of a comparison go on into the next sentence, and no further
    ("Per Juli 2025 peserta Jamsostek di Kabupaten Jepara 130.900 orang, dibandingkan Desember 2024 yang sebanyak "
     "120.500 orang. Para petani memuji itu. Pekerja informal naik dari 41.200 orang menjadi 47.300 orang.",
     ["2025-07-01 2025-07-31 explicit", "2024-12-01 2024-12-31 explicit", "? unknown",
      "2025-07-01 2025-07-31 carried"]),
    # what points back points at the number right before, be it a claim or none
    ("Pada 2024 pekerja di Kabupaten Jepara yang terlindungi Jamsostek 104.300 orang. Sampai September 2025 sudah "
     "110.200 orang. Dari jumlah itu, 71.300 orang pekerja formal.",
     ["2024-01-01 2024-12-31 explicit", "2025-09-01 2025-09-30 carried"]),
    # deadlines stated beside the target
    (f"{STAMP}Target {C} tahun ini berat dikejar. Per Juli 2025 baru 31,4 persen dari target 40 persen.",
     ["2025-07-01 2025-07-31 explicit", "2025-01-01 2025-12-31 carried"]),
    (f"Pada 2024 {C} baru 31,4 persen dari target 40 persen.",
     ["2024-01-01 2024-12-31 explicit", "2024-01-01 2024-12-31 carried"]),
    (f"Per Juli 2025 {C} baru 31,4 persen dari target 40 persen.", ["2025-07-01 2025-07-31 explicit", "? unknown"]),
    ("Pemkab Jepara menargetkan peserta Jamsostek bertambah 12.400 orang pada 2026 sehingga seluruhnya menjadi 143.300 "
     "orang.", ["2026-01-01 2026-12-31 explicit", "2026-01-01 2026-12-31 explicit"]),
    (f"{STAMP}Pemkab Jepara menganggarkan iuran Jamsostek bagi 20.000 pekerja rentan pada 2026. Sementara "
     "pemerintah desa menyiapkan iuran bagi 1.200 pekerja rentan.",
     ["2026-01-01 2026-12-31 explicit", "2026-01-01 2026-12-31 carried"]),
]  # fmt: skip


def test_a_change_is_measured_from_the_earlier_level_of_its_sentence() -> None:
    text = (
        "Per Juli 2025 peserta Jamsostek di Kabupaten Jepara 130.900 orang, naik 8,6 persen dibandingkan Desember 2024 "
        "yang sebanyak 120.500 orang."
    )
    (change,) = [row for row in extract(text.encode(), media_type="text/plain").claims if row.kind == "change"]
    assert change.baseline == "2024-12-01/2024-12-31"


SINCE = [
    # compared with a day that stands behind the level reached
    ("Hingga Juli 2025 peserta Jamsostek di Kabupaten Jepara berkurang 21.300 orang menjadi 154.000 orang dibandingkan "
     "Desember 2024.", "2024-12-01/2024-12-31"),
    # not with one that another clause compares
    ("Per Juli 2025 peserta Jamsostek di Kabupaten Jepara naik 21.300 orang, sedangkan klaim naik dibandingkan "
     "Desember 2024.", None),
    # a year, told as one
    ("Per Juli 2025 peserta Jamsostek di Kabupaten Jepara tumbuh 4,6 persen year on year.", "2024-07-01/2024-07-31"),
    ("Per Juli 2025 peserta Jamsostek di Kabupaten Jepara tumbuh 4,6 persen dibanding periode yang sama tahun lalu.",
     "2024-07-01/2024-07-31"),
    # as many months before
    ("Per Januari 2026 dalam dua bulan peserta Jamsostek di Kabupaten Jepara berkurang 18.200 orang.",
     "2025-11-01/2025-11-30"),
    ("Per Januari 2026 dalam dua tahun peserta Jamsostek di Kabupaten Jepara berkurang 18.200 orang.",
     "2024-01-01/2024-01-31"),
    ("Pada Januari-Mei 2025 peserta Jamsostek di Kabupaten Jepara bertambah 18.200 orang.", "2025-01-01/2025-01-31"),
    ("Per Januari 2026 peserta Jamsostek di Kabupaten Jepara berkurang 18.200 orang.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SINCE)
def test_since_when_a_change_is(text: str, expected: str | None) -> None:
    claims = extract(text.encode(), media_type="text/plain").claims
    changes = [claim for claim in claims if claim.kind == "change"]
    assert [claim.baseline for claim in changes] == [expected]


def test_the_same_stretch_has_the_same_beginning() -> None:
    text = (
        "Per Januari 2026 dalam dua bulan peserta Jamsostek di Kota Tegal berkurang 18.200 orang. Dalam periode yang "
        "sama, peserta Jamsostek di Kabupaten Jepara naik 2,1 persen."
    )
    claims = extract(text.encode(), media_type="text/plain").claims
    assert [claim.baseline for claim in claims if claim.kind == "change"] == ["2025-11-01/2025-11-30"] * 2


def shown(dated: Dated) -> str:
    days = f"{dated.period.start} {dated.period.end}" if dated.period else "?"
    return f"{days} {dated.basis}"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_periods(text: str, expected: list[str]) -> None:
    claims = extract(text.encode(), media_type="text/plain").claims
    assert [shown(claim.as_of) for claim in claims] == expected


def test_a_period_behind_dan_is_the_next_number_s() -> None:
    text = f"Pada 2023 {C} 29,1 persen dan pada 2024 {C} 31,4 persen."
    claims = extract(text.encode(), media_type="text/plain").claims
    assert [claim.as_of.text for claim in claims] == ["2023", "2024"]
