"""Repeats, headline rounding, the groups of numbers that say one thing, and ids that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model import Claim
from extractor.pipeline import extract, extract_document
from extractor.read import read


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract(text.encode(), media_type="text/plain").claims


# (text, number as printed: how many times it was read as the same claim)
REPEATS: list[tuple[str, dict[str, int]]] = [
    # said again, in other words, later
    ("Cakupan Jamsostek Kota Metro 45,1 persen. Rapat digelar.\nKata dia, cakupan Jamsostek Kota Metro 45,1 persen.",
     {"45,1 persen": 2}),
    ("Peserta Jamsostek Kota Metro 21.300 orang.\nSebanyak 21.300 orang itu peserta Jamsostek Kota Metro.",
     {"21.300 orang": 2}),
    # the same number of another place, time, meaning or segment is another claim
    ("Cakupan Jamsostek Kota Metro 45,1 persen. Cakupan Jamsostek Kota Jambi 45,1 persen.",
     {"45,1 persen Kota Metro": 1, "45,1 persen Kota Jambi": 1}),
    ("Cakupan Jamsostek Kota Metro 45,1 persen per Juli 2024. Target cakupan Jamsostek Kota Metro 45,1 persen.",
     {"45,1 persen achieved": 1, "45,1 persen target": 1}),
    ("Per Juli 2024 cakupan Jamsostek Kota Metro 45,1 persen. Per Juli 2025 cakupan Jamsostek Kota Metro 45,1 persen.",
     {"45,1 persen 2024": 1, "45,1 persen 2025": 1}),
    ("Cakupan Jamsostek nelayan Kota Metro 45,1 persen. Cakupan Jamsostek petani Kota Metro 45,1 persen.",
     {"45,1 persen NELAYAN": 1, "45,1 persen PETANI": 1}),
    # a round figure of the lead is the exact one behind it, under a headline too
    ("Hampir 920 ribu Pekerja Kota Metro Terdaftar Jamsostek\n\nMETRO - Hampir 920 ribu pekerja Kota Metro sudah "
     "terdaftar Jamsostek.\n\nRapat digelar.\n\nSebanyak 919.156 pekerja Kota Metro sudah terdaftar Jamsostek.",
     {"919.156 pekerja": 3}),
    # elsewhere it is where nobody else says it, and "lebih" says that it is cut off
    ("Sebanyak 17.386 pekerja Kota Metro sudah terdaftar Jamsostek.\nRapat digelar.\nDi Kota Metro sudah 17 ribu lebih "
     "pekerja terdaftar Jamsostek.",
     {"17.386 pekerja": 2}),
    ("Sebanyak 17.886 pekerja Kota Metro sudah terdaftar Jamsostek.\nRapat digelar.\nDi Kota Metro sudah 17 ribu "
     "pekerja terdaftar Jamsostek.",
     {"17.886 pekerja": 1, "17 ribu pekerja": 1}),
    # of so many thousands and some, as spoken, there is one
    ("Di Kota Metro 6.584 pekerja sudah terdaftar Jamsostek.\nHari ini 3.391 pekerja Kota Metro menerima kartu "
     "Jamsostek. \"Total 6 ribu lebih, yang kami serahkan 3 ribu lebih,\" ujarnya.",
     {"6.584 pekerja": 2, "3.391 pekerja": 2}),
    # a number of people is told once as covered, once as planned, as new or as a base
    ("Pemkot Metro melindungi 7.300 pekerja rentan lewat Jamsostek.\nPerlindungan Jamsostek itu dianggarkan bagi 7.300 "
     "pekerja rentan Kota Metro.",
     {"7.300 pekerja achieved": 2}),
    ("Peserta Jamsostek Kota Metro 21.350 orang.\nPeserta Jamsostek Kota Metro mengalami peningkatan sebanyak 21.350 "
     "pekerja.",
     {"21.350 orang achieved": 2}),
    # a headline has no room to say that it is planned
    ("Pemkot Metro Lindungi 5.000 Pekerja Rentan\n\nRapat digelar. Pemkot Metro akan mendaftarkan 5.013 pekerja rentan "
     "ke Jamsostek.",
     {"5.013 pekerja planned": 2}),
    # those missing may be as many as those covered, and what is reached as much as a round target
    ("Sebanyak 40.000 pekerja Kota Metro terlindungi Jamsostek.\nMasih ada 40.000 pekerja Kota Metro yang belum "
     "terlindungi Jamsostek.",
     {"40.000 pekerja achieved": 1, "40.000 pekerja gap": 1}),
    ("Sebanyak 40.000 pekerja Kota Metro terlindungi Jamsostek.\nTarget Jamsostek Kota Metro 40.000 pekerja.",
     {"40.000 pekerja achieved": 1, "40.000 pekerja target": 1}),
    # a sentence far below names fewer groups; with three of them each may be of another
    ("Sebanyak 10.600 nelayan dan pekerja rentan Kota Metro terlindungi Jamsostek.\nRapat digelar.\nRapat ditutup.\n"
     "Warga datang.\nWarga pulang.\nWali kota melindungi 10.600 pekerja rentan Kota Metro lewat Jamsostek.",
     {"10.600 nelayan NELAYAN RENTAN": 2}),
    # a year holds its months
    ("Pada 2024 cakupan Jamsostek Kota Metro 45,1 persen. Per Juli 2024 cakupan Jamsostek Kota Metro 45,1 persen.",
     {"45,1 persen": 2}),
    # what a place reached is one rate, told with its target or without
    ("Cakupan kepesertaan Jamsostek Kota Metro mencapai 61 persen. Rapat digelar.\nRealisasi kepesertaan Jamsostek "
     "Kota Metro 61 persen dari target pemerintah kota.",
     {"61 persen": 2}),
    # the headline's figure is the body's, as printed there or rounded
    ("Cakupan Jamsostek Kota Metro 45,1 Persen\n\nRapat digelar. Cakupan Jamsostek Kota Metro 45,1 persen.",
     {"45,1 persen": 2}),
    ("Cakupan Jamsostek Kota Metro 45 Persen\n\nRapat digelar. Cakupan Jamsostek Kota Metro 45,1 persen.",
     {"45,1 persen headline_rounding": 2}),
    ("Peserta Jamsostek Kota Metro 21 Ribu Orang\n\nRapat digelar. Peserta Jamsostek Kota Metro 21.340 orang.",
     {"21.340 orang headline_rounding": 2}),
    # a headline that says something else
    ("Target Jamsostek Kota Metro 60 Persen\n\nRapat digelar. Cakupan Jamsostek Kota Metro 45,1 persen.",
     {"60 Persen target": 1, "45,1 persen achieved": 1}),
    ("Cakupan Jamsostek Kota Metro 47 Persen\n\nRapat digelar. Cakupan Jamsostek Kota Metro 45,1 persen.",
     {"47 Persen": 1, "45,1 persen": 1}),
]  # fmt: skip


def named(claim: Claim, key: str) -> bool:
    """Whether a claim is the one a table's key stands for: its quote, then words of its fields."""
    words = [claim.kind, claim.region.name or "", *claim.segment, *claim.flags, str(claim.as_of.text)]
    return key.startswith(claim.evidence.quote) and key[len(claim.evidence.quote) :].strip() in " ".join(words)


@pytest.mark.parametrize(("text", "expected"), REPEATS)
def test_repeats(text: str, expected: dict[str, int]) -> None:
    claims = claims_of(text)
    assert len(claims) == len(expected), [claim.evidence.quote for claim in claims]
    for key, mentions in expected.items():
        assert [len(claim.mentions) for claim in claims if named(claim, key)] == [mentions], key


# (text, the numbers of each group in text order)
GROUPS: list[tuple[str, list[list[str]]]] = [
    ("Dari 67.800 pekerja di Kota Metro, 21.300 orang atau 31,4 persen telah terlindungi Jamsostek.",
     [["67.800 pekerja", "21.300 orang", "31,4 persen"]]),
    ("Cakupan Jamsostek Kota Metro 31,4 persen dari total 67.800 pekerja.", [["31,4 persen", "67.800 pekerja"]]),
    ("Jumlah pekerja di Kota Metro 67.800 orang. Dari jumlah itu, 21.300 orang terlindungi Jamsostek.",
     [["67.800 orang", "21.300 orang"]]),
    ("Cakupan Jamsostek Kota Metro 31,4 persen. Atau sekitar 21 ribu pekerja.", [["31,4 persen", "21 ribu pekerja"]]),
    ("Peserta Jamsostek Kota Metro 21.300 orang, terdiri atas 14.000 pekerja formal dan 7.300 pekerja informal.",
     [["21.300 orang", "14.000 pekerja", "7.300 pekerja"]]),
    # a level and its target, or another place's level, are statements of their own
    ("Cakupan Jamsostek Kota Metro 31,4 persen dari target 40 persen.", [["31,4 persen"], ["40 persen"]]),
    ("Cakupan Jamsostek Kota Metro 31,4 persen dan Kota Jambi 32,7 persen.", [["31,4 persen"], ["32,7 persen"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups(text: str, expected: list[list[str]]) -> None:
    groups: dict[str, list[str]] = {}
    for claim in claims_of(text):
        groups.setdefault(claim.group, []).append(claim.evidence.quote)
    assert list(groups.values()) == expected


def test_a_group_is_named_after_one_of_its_claims() -> None:
    claims = claims_of(GROUPS[0][0])
    assert {claim.group for claim in claims} <= {claim.id for claim in claims}


SENTENCE = "Dari 67.800 pekerja di Kota Metro, 21.300 orang atau 31,4 persen telah terlindungi Jamsostek."


def ids(text: str, *, document: str = "d") -> dict[str, str]:
    """Ids of the claims of the sentence above, by the number as printed, in a document of this id."""
    made = extract_document(replace(read(text.encode(), media_type="text/plain"), id=document)).claims
    start = text.index(SENTENCE)
    return {row.evidence.quote: row.id for row in made if row.evidence.sentence_start == start}


ELSEWHERE = st.sampled_from(
    [
        "Rapat digelar di Kupang.",
        "Target cakupan Jamsostek Kota Jambi 40 persen.",
        "Hadir 120 orang.",
        "Per Juli 2025 ada 5.100 peserta Jamsostek di Kabupaten Bungo.",
        "\n",
    ]
)


@settings(max_examples=40)
@given(st.lists(ELSEWHERE, max_size=4), st.lists(ELSEWHERE, max_size=4))
def test_an_id_does_not_change_with_the_text_around(before: list[str], after: list[str]) -> None:
    text = " ".join([*before, SENTENCE, *after])
    if SENTENCE in read(text.encode(), media_type="text/plain").text:
        assert ids(read(text.encode(), media_type="text/plain").text) == ids(SENTENCE)


@pytest.mark.parametrize(
    "other",
    [
        SENTENCE.replace("Dari ", "dari "),
        SENTENCE.replace(" ", "  "),
        SENTENCE.replace("Kota Metro, ", "Kota Metro,\u00a0"),
    ],
)
def test_an_id_does_not_change_with_case_and_spacing(other: str) -> None:
    found = extract_document(replace(read(other.encode(), media_type="text/plain"), id="d")).claims
    assert {row.evidence.quote: row.id for row in found} == ids(SENTENCE)


def test_an_id_changes_with_its_document_its_sentence_and_its_number() -> None:
    other = extract_document(replace(read(SENTENCE.replace("21.300", "21.301").encode()), id="d")).claims
    rows = [*ids(SENTENCE).values(), *ids(SENTENCE, document="e").values(), *(claim.id for claim in other)]
    assert len(rows) == len(set(rows)) == 9


def test_the_same_sentence_twice_is_one_claim_of_each_number() -> None:
    text = f"{SENTENCE} Rapat digelar. {SENTENCE}"  # a paragraph twice is page furniture
    claims = claims_of(text)
    assert [len(claim.mentions) for claim in claims] == [2, 2, 2]
    assert len({claim.id for claim in claims}) == 3
