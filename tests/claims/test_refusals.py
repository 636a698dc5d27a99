"""Numbers that are not claimed, each with the reason that is kept beside its mention."""

from __future__ import annotations

import pytest

from extractor.pipeline import extract

SCHEME = "Kepesertaan BPJS Ketenagakerjaan dibahas. "

CASES = [
    ("Cakupan kepesertaan di Kota Tegal 36,4 persen.", "36,4 persen", "does not speak of BPJS Ketenagakerjaan"),
    ("Ada 27 kecamatan di Kabupaten Cilacap yang mengikuti program BPJS Ketenagakerjaan.",
     "27 kecamatan", "administrative units"),
    ("Cakupan JKN Kota Tegal 98,2 persen, sedangkan cakupan Jamsostek dibahas.", "98,2 persen", "health insurance"),
    (SCHEME + "Sebanyak 410 pekerja menerima klaim JHT di Kota Tegal.", "410 pekerja", "benefits or claims paid"),
    (SCHEME + "Iuran yang terkumpul di Kota Tegal 92 persen.", "92 persen", "contributions or wages"),
    (SCHEME + "Tingkat pengangguran terbuka di Kota Tegal 6,1 persen.", "6,1 persen", "labour market"),
    (SCHEME + "Imbal hasil investasi mencapai 6,9 persen.", "6,9 persen", "managed funds or returns"),
    (SCHEME + "Tingkat kepatuhan perusahaan di Kota Tegal mencapai 87 persen.", "87 persen", "compliance"),
    (SCHEME + "Angka kemiskinan di Kota Tegal 7,7 persen.", "7,7 persen", "poverty, price or satisfaction"),
    (SCHEME + "Acara itu diikuti 120 orang.", "120 orang", "attended an event"),
    (SCHEME + "BSU disalurkan kepada 3.200 pekerja.", "3.200 pekerja", "aid paid out"),
    (SCHEME + "Jika 10.000 pekerja didaftarkan, bebannya bertambah.", "10.000 pekerja", "supposition"),
    (SCHEME + "Sebanyak 2.300 warga bermukim di sana.", "2.300 warga", "inhabitants"),
    ("Kantor BPJS Ketenagakerjaan diresmikan. Sebanyak 2.300 pekerja membangunnya.", "2.300 pekerja",
     "in passing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "reason"), CASES)
def test_refusals(text: str, number: str, reason: str) -> None:
    read = extract(text.encode(), media_type="text/plain")
    (mention,) = [row for row in read.mentions if row.quote == number]
    assert mention.claims == ()
    assert reason in (mention.not_claimed or "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # the same words, but coverage itself is named beside the number
        (SCHEME + "Dari peserta itu, klaim mudah diurus; cakupan Jamsostek Kota Tegal 36,4 persen.", "36,4 persen"),
        ("Cakupan JKN Kota Tegal 98,2 persen, sedangkan cakupan Jamsostek baru 36,4 persen.", "36,4 persen"),
        (SCHEME + "Angka pengangguran 6,1 persen. Cakupan Jamsostek Kota Tegal 36,4 persen.", "36,4 persen"),
        ("Sebanyak 152 desa telah mendaftarkan perangkatnya ke BPJS Ketenagakerjaan.", "152 desa"),
    ],
)
def test_a_word_of_something_else_does_not_refuse_its_neighbour(text: str, number: str) -> None:
    read = extract(text.encode(), media_type="text/plain")
    (mention,) = [row for row in read.mentions if row.quote == number]
    assert mention.not_claimed is None
    assert len(mention.claims) == 1


def test_every_number_is_claimed_or_has_its_reason() -> None:
    text = " ".join(case[0] for case in CASES)
    for row in extract(text.encode(), media_type="text/plain").mentions:
        if row.label in ("PERCENT", "COUNT"):
            assert bool(row.claims) != bool(row.not_claimed), row.quote
