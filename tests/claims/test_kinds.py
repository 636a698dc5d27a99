"""What the numbers of a sentence mean, all of them together, and whom they count."""

from __future__ import annotations

import pytest

from extractor.model import Claim
from extractor.pipeline import extract

T = "di Kabupaten Jepara"

# (text, number as printed: kind and what else it says)
CASES: list[tuple[str, dict[str, str]]] = [
    # levels, in any of the units and orders of the press
    (f"Cakupan Jamsostek {T} baru 31,4 persen.", {"31,4 persen": "achieved coverage_rate"}),
    (f"Sebanyak 31,4 persen pekerja {T} telah menjadi peserta Jamsostek.",
     {"31,4 persen": "achieved coverage_rate"}),
    (f"Sebanyak 21.300 pekerja atau 31,4 persen {T} terlindungi Jamsostek.",
     {"21.300 pekerja": "achieved covered_workers", "31,4 persen": "achieved coverage_rate"}),
    (f"Cakupan Jamsostek {T} 31,4 persen (21.300 orang).",
     {"31,4 persen": "achieved coverage_rate", "21.300 orang": "achieved covered_workers"}),
    (f"Tercatat 21.300 peserta aktif Jamsostek {T}.", {"21.300 peserta": "achieved active_workers"}),
    (f"Tercatat 4.100 peserta Jamsostek nonaktif {T}.", {"4.100 peserta": "achieved inactive_workers"}),
    (f"Sebanyak 310 perusahaan {T} telah terdaftar Jamsostek.", {"310 perusahaan": "achieved entity_coverage"}),
    # a base, its level and its rest
    (f"Dari 67.800 pekerja {T}, 21.300 orang atau 31,4 persen telah terlindungi Jamsostek.",
     {"67.800 pekerja": "denominator eligible_workers", "21.300 orang": "achieved covered_workers",
      "31,4 persen": "achieved coverage_rate"}),
    (f"Cakupan Jamsostek {T} 31,4 persen dari total 67.800 pekerja.",
     {"31,4 persen": "achieved coverage_rate", "67.800 pekerja": "denominator eligible_workers"}),
    (f"Sebanyak 46.500 pekerja {T} belum terlindungi Jamsostek.", {"46.500 pekerja": "gap uncovered_workers full"}),
    # targets, and what is missing from them
    (f"Cakupan Jamsostek {T} baru 31,4 persen dari target 40 persen.",
     {"31,4 persen": "achieved coverage_rate", "40 persen": "target coverage_rate"}),
    (f"Cakupan Jamsostek {T} 31,4 persen, kurang 8,6 persen dari target 40 persen.",
     {"31,4 persen": "achieved coverage_rate", "8,6 persen": "gap coverage_rate target",
      "40 persen": "target coverage_rate"}),
    (f"Kepesertaan Jamsostek {T} mencapai 92 persen dari target.", {"92 persen": "achieved target_attainment"}),
    # changes are no levels
    (f"Cakupan Jamsostek {T} naik dari 29,1 persen menjadi 31,4 persen.",
     {"29,1 persen": "achieved coverage_rate", "31,4 persen": "achieved coverage_rate"}),
    (f"Cakupan Jamsostek {T} 31,4 persen, naik 2,3 persen poin.",
     {"31,4 persen": "achieved coverage_rate", "2,3 persen poin": "change coverage_rate increase percentage_point"}),
    (f"Jumlah peserta Jamsostek {T} turun 4 persen menjadi 21.300 orang.",
     {"4 persen": "change covered_workers decrease relative", "21.300 orang": "achieved covered_workers"}),
    # a part of those who are in is no coverage
    (f"Pekerja formal {T} 71 persen dari peserta aktif Jamsostek.", {"71 persen": "share membership_share FORMAL"}),
    # planned is not yet covered
    (f"Pemerintah akan mendaftarkan 1.500 nelayan {T} ke BPJS Ketenagakerjaan.",
     {"1.500 nelayan": "planned funded_workers NELAYAN"}),
    (f"Iuran Jamsostek 1.500 nelayan {T} ditanggung APBD.", {"1.500 nelayan": "achieved funded_workers NELAYAN"}),
    # whom they count
    (f"Cakupan Jamsostek pekerja formal {T} 71,2 persen dan pekerja informal 12,9 persen.",
     {"71,2 persen": "achieved coverage_rate FORMAL", "12,9 persen": "achieved coverage_rate INFORMAL"}),
    (f"Peserta Jamsostek {T} 21.300 orang, terdiri atas 14.000 pekerja formal dan 7.300 pekerja informal.",
     {"21.300 orang": "achieved covered_workers", "14.000 pekerja": "achieved covered_workers FORMAL",
      "7.300 pekerja": "achieved covered_workers INFORMAL"}),
    # ... and whom the sentence before only named
    (f"Bupati menyerahkan kartu kepada nelayan. Cakupan Jamsostek {T} 28 persen.",
     {"28 persen": "achieved coverage_rate"}),
]  # fmt: skip


def meaning(claim: Claim) -> str:
    """Kind, indicator, and what only some kinds have; then the segments."""
    parts = [claim.kind, claim.indicator, claim.gap_to, claim.direction, claim.change_basis, *claim.segment]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_kinds(text: str, expected: dict[str, str]) -> None:
    claims = extract(text.encode(), media_type="text/plain").claims
    assert {claim.evidence.quote: meaning(claim) for claim in claims} == expected


POPULATIONS = [
    ("Cakupan Jamsostek Kabupaten Jepara 31,4 persen dari potensi pekerja.", "eligible"),
    ("Cakupan Jamsostek Kabupaten Jepara 31,4 persen dari total pekerja.", "working"),
    ("Cakupan Jamsostek Kabupaten Jepara 31,4 persen dari angkatan kerja.", "labour_force"),
    ("Cakupan Jamsostek nelayan Kabupaten Jepara 31,4 persen.", "segment_total"),
    ("Kepesertaan Jamsostek Kabupaten Jepara mencapai 31,4 persen dari target.", "target"),
    ("Pekerja formal Kabupaten Jepara 31,4 persen dari peserta aktif Jamsostek.", "participants"),
    ("Cakupan Jamsostek Kabupaten Jepara 31,4 persen.", "unknown"),
]


@pytest.mark.parametrize(("text", "expected"), POPULATIONS)
def test_what_a_percentage_is_of(text: str, expected: str) -> None:
    (claim,) = extract(text.encode(), media_type="text/plain").claims
    assert claim.population == expected
