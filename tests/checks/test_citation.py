"""Citations against the register."""

from __future__ import annotations

import pytest

from extractor.checks import run_checks
from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import Dated, Dating, Document, Finding, Found, Mention, Place, Regulation
from extractor.regulations import resolve_issuers


def findings(text: str, region: str | None = None) -> list[Finding]:
    """The findings on the citations of a text; ``region`` is the province it speaks of."""
    parsed = parse(text)
    found = [row for row in find_mentions(parsed)[0] if isinstance(row.value, Regulation)]
    if region:
        found = resolve_issuers(found, [Found(0, 1, "REGION", Place(region, "", "province"), "r")])
    mentions = [
        Mention(f"m{i}", f.start, f.end, text[f.start : f.end], f.label, f.value, f.rule) for i, f in enumerate(found)
    ]
    unknown = Dated(None, "none")
    rows = run_checks(Document("d", None, "text/plain", "d", text), parsed, mentions, (), Dating(unknown, unknown))
    return [row for row in rows if row.check == "citation"]


@pytest.mark.parametrize(
    "text",
    [
        "Inpres 2/2021",
        "Inpres 2/2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
        "Inpres 2/2021 tentang Optimalisasi Jaminan Sosial Ketenagakerjaan",  # shortened
        "UU 40/2004 tentang SJSN",
        "UU 3/2024 tentang Desa",
        "PP 45/2015 tentang Jaminan Pensiun",
        # two carry this title
        "Perpres 59/2017 tentang Pelaksanaan Pencapaian Tujuan Pembangunan Berkelanjutan",
        "UU 2/2012",
        "UUD 1945",
        "PMK 215/PMK.07/2021",
        "Surat Edaran No. 842.2/5193/SJ",
    ],
)
def test_agrees(text: str) -> None:
    assert [row.verdict for row in findings(text)] == ["agrees"]


@pytest.mark.parametrize(
    ("text", "intended"),
    [
        (
            "Inpres 2/2022 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
            "Inpres 2/2021",
        ),
        ("Inpres 5/2022 tentang Percepatan Penghapusan Kemiskinan Ekstrem", "Inpres 4/2022"),
        ("UU 42/2011 tentang Badan Penyelenggara Jaminan Sosial", "UU 24/2011"),
        ("PP 45/2015 tentang Penyelenggaraan Program Jaminan Hari Tua", "PP 46/2015"),
        ("UU 20/2018 tentang Pengelolaan Keuangan Desa", "Permendagri 20/2018"),
    ],
)
def test_disagrees_and_names_the_likely_one(text: str, intended: str) -> None:
    (row,) = findings(text)
    assert (row.verdict, row.expected) == ("disagrees", intended)
    assert intended in row.message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Inpres 77/2023 tentang Pengadaan Kapal", "not in the register"),
        ("UU 34/2011", "not in the register"),
        ("UU Nomor 24 mengatur itu", "no year is printed"),
        ("Pergub 36/2021", "the text does not say whose it is"),
        # every year a new one with the same title
        (
            "Permendagri 15/2022 tentang Pedoman Penyusunan APBD",
            "which knows this title as that of Permendagri",
        ),
        # neither number nor year in common: a successor rather than a slip
        ("Perpres 9/2031 tentang Penahapan Kepesertaan Program Jaminan Sosial", "not in the register"),
        ("Inpres 2/2021 tentang Pelindungan Pekerja Rentan di Desa", "may be a description"),
    ],
)
def test_unchecked_says_why(text: str, reason: str) -> None:
    (row,) = findings(text)
    assert row.verdict == "unchecked"
    assert row.reason is not None and reason in row.reason


def test_one_digit_turns_the_verdict() -> None:
    text = "Inpres Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan"
    assert [row.verdict for row in findings(text)] == ["agrees"]
    assert [row.verdict for row in findings(text.replace("2021", "2024"))] == ["disagrees"]
    assert [row.verdict for row in findings(text.replace("Nomor 2", "Nomor 3"))] == ["disagrees"]


def test_a_local_one_is_looked_up_with_its_issuer() -> None:
    assert [row.verdict for row in findings("Pergub 36/2021", region="35")] == ["agrees"]
    (row,) = findings("Pergub 36/2021", region="51")
    assert (row.verdict, row.reason) == ("unchecked", "not in the register")


def test_mentions_of_one_regulation_share_a_finding() -> None:
    text = "Inpres 2/2021 tentang Optimalisasi Jaminan Sosial Ketenagakerjaan. Inpres Nomor 02 Tahun 2021 wajib."
    assert [row.subjects for row in findings(text)] == [("m0", "m1")]
