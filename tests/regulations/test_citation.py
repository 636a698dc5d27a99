"""Citations as printed, and what must be read from them."""

from __future__ import annotations

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import Regulation
from extractor.rules import load_rules, phrase_key


def cited(text: str) -> list[tuple[str, Regulation]]:
    """The words and the value of every regulation in a text."""
    found, _ = find_mentions(parse(text))
    return [(text[f.start : f.end], f.value) for f in found if isinstance(f.value, Regulation)]


def ids(text: str) -> list[str]:
    return [regulation.id for _, regulation in cited(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sesuai Inpres Nomor 02 Tahun 2021", ["Inpres 2/2021"]),
        ("sesuai Inpres 02/2021", ["Inpres 2/2021"]),
        ("sesuai Inpres nomor 2/2021.", ["Inpres 2/2021"]),
        ("sesuai Inpres No. 2 th 2021", ["Inpres 2/2021"]),
        ("sesuai Instruksi Presiden (Inpres) No.2 Tahun 2021", ["Inpres 2/2021"]),
        ("sesuai Inpres (Instruksi Presiden) Nomor 2 Tahun 2021", ["Inpres 2/2021"]),
        ("Undang Undang Nomor 24 tahun 2011", ["UU 24/2011"]),
        ("Undang-undang Republik Indonesia Nomor 24 Tahun 2011", ["UU 24/2011"]),
        ("PERATURAN BUPATI NABIRE NOMOR : 5 TAHUN 2021", ["Perbup 5/2021"]),
        ("PP Republik Indonesia No. 38 Tahun 2023", ["PP 38/2023"]),
        ("Peraturan Pemerintah Nomer 38 Tahun 2023", ["PP 38/2023"]),
        ("Pemendagri 15 tahun 2023", ["Permendagri 15/2023"]),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", ["Perppu 2/2022"]),
        ("Peraturan Menteri Keuangan Nomor PMK 91 Tahun 2023", ["PMK 91/2023"]),
        ("Perda Nomor IX Tahun 2019", ["Perda 9/2019"]),
        ("Perda Kabupaten Tabanan Tahun 2021 Nomor 5", ["Perda 5/2021"]),
        ("UUD 1945", ["UUD 1945"]),
        ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", ["UUD 1945"]),
        # lists
        ("PP Nomor 44, 45, dan 46 Tahun 2015", ["PP 44/2015", "PP 45/2015", "PP 46/2015"]),
        ("PP Nomor 44 dan 45 Tahun 2015", ["PP 44/2015", "PP 45/2015"]),
        ("PP 44/2015, 45/2015 dan 46/2015", ["PP 44/2015", "PP 45/2015", "PP 46/2015"]),
        ("UU Nomor 40 Tahun 2004 dan Nomor 24 Tahun 2011", ["UU 40/2004", "UU 24/2011"]),
        ("UU 40/2004, PP 86/2013, dan Perpres 109/2013", ["UU 40/2004", "PP 86/2013", "Perpres 109/2013"]),
        # composite numbers stay as printed
        ("Surat Edaran No. 842.2/5193/SJ", ["SE 842.2/5193/SJ"]),
        ("Surat Edaran Nomor: 500.11.2/9602/Bangda", ["SE 500.11.2/9602/Bangda"]),
        ("PMK 215/PMK.07/2021", ["PMK 215/PMK.07/2021"]),
        ("KEP-196/MEN/1999", ["Kepmen KEP-196/MEN/1999"]),
        ("Surat Edaran Nomor B-M/383/HI.01.00/XI/2021", ["SE B-M/383/HI.01.00/XI/2021"]),
        ("SE Menaker Nomor M/5/HK.04.00/VII/2021", ["SE M/5/HK.04.00/VII/2021"]),
        ("PMK 215/PMK.07/2021 serta KEP-196/MEN/1999", ["PMK 215/PMK.07/2021", "Kepmen KEP-196/MEN/1999"]),
        # words that look like a type
        ("Perda Provinsi Kep. Riau Nomor 3 Tahun 2020", ["Perda 3/2020"]),
        ("SE Menko PMK Nomor 5 Tahun 2022", ["SE 5/2022"]),
        ("Peraturan Menko PMK Nomor 7 Tahun 2022", ["Permenko 7/2022"]),
        # the one regulation of a short name
        ("UU SJSN dan UU BPJS", ["UU 40/2004", "UU 24/2011"]),
    ],
)
def test_identity(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "diatur dalam UU ITE, UU Desa, dan UU Cipta Kerja",  # two laws each could be meant
        "Lembaran Negara Republik Indonesia Tahun 2004 Nomor 150",
        "Nota kesepakatan Nomor 12/2024 dan PKS Nomor 7 Tahun 2024",
        "target RPJMN 2020-2024 dan RKPD 2024",
        "Budi Santoso, SE., M.Si. membuka acara pada 2024",
        "Rina Dewi, SE 45 tahun",
        "Kemenko PMK pada 2023 menyebut 12 provinsi",
        "Perda itu disahkan 45 anggota",
        "Perpres dan Inpres itu",
        "PP 44 peserta hadir",
        "UU baru itu terbit pada 12/10/2024",
    ],
)
def test_no_citation(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "dalam Peraturan Bupati Sleman Nomor 20 Tahun 2022 tentang",
            "Peraturan Bupati Sleman Nomor 20 Tahun 2022",
        ),
        ("dalam Perpres (Peraturan Presiden) 109/2013, lalu", "Perpres (Peraturan Presiden) 109/2013"),
        ("lihat SE Nomor 5/SE/2023.", "SE Nomor 5/SE/2023"),
        ("PP Nomor 44 dan 45 Tahun 2015", "PP Nomor 44 dan 45 Tahun 2015"),
    ],
)
def test_span_ends_with_the_year(text: str, words: str) -> None:
    assert cited(text)[0][0] == words
    assert cited(text)[0][1].raw == words


@pytest.mark.parametrize(
    ("text", "year", "flags"),
    [
        ("UU Nomor 24 mengatur itu", None, ("year_not_printed",)),
        ("UU Nomor 24 Tahun 201 mengatur itu", None, ("year_unreadable",)),
        ("UU Nomor 24 Tahun 22011 mengatur itu", None, ("year_unreadable",)),
        ("SE Nomor 842.2/5193/SJ", None, ()),
        ("PMK 215/PMK.07/2021", 2021, ()),
        ("amanat UU SJSN", 2004, ("number_from_register",)),
    ],
)
def test_year(text: str, year: int | None, flags: tuple[str, ...]) -> None:
    regulation = cited(text)[0][1]
    assert (regulation.year, regulation.flags) == (year, flags)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UU Nomor 24 Tahun 2011 Pasal 14", [[("14", None, None)]]),
        ("UU Nomor 24 Tahun 2011 tentang BPJS Pasal 14 dan 15", [[("14", None, None), ("15", None, None)]]),
        ("Permenaker 5/2021 pasal 66 ayat (1) huruf a", [[("66", "1", "a")]]),
        ("Pasal 28H ayat (3) UUD 1945", [[("28H", "3", None)]]),
        ("UUD 1945 Pasal 28H ayat (3)", [[("28H", "3", None)]]),
        ("Pasal 4 ayat (1) dan ayat (2) PP 86/2013", [[("4", "1", None), ("4", "2", None)]]),
        ("Pasal 14 UU 24/2011 dan Pasal 5 PP 86/2013", [[("14", None, None)], [("5", None, None)]]),
        (
            "UU 24/2011 pasal 19 ayat 1 dan 2 serta pasal 55",
            [[("19", "1", None), ("19", "2", None), ("55", None, None)]],
        ),
        ("UU 24/2011. Pasal 5 PP 86/2013", [[], [("5", None, None)]]),
    ],
)
def test_articles(text: str, expected: list[list[tuple[str, str | None, str | None]]]) -> None:
    found = [[(a.article, a.paragraph, a.letter) for a in regulation.articles] for _, regulation in cited(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Surat Edaran Bupati Nabire Nomor 560/11/SE/SET", "Bupati Nabire"),
        (
            "Surat Edaran Ditjen Bina Pembangunan Daerah Nomor: 500/96/Bangda",
            "Ditjen Bina Pembangunan Daerah",
        ),
        ("Keputusan Menteri Tenaga Kerja Nomor KEP-150/MEN/1999", "Menteri Tenaga Kerja"),
        ("Peraturan Menteri Kelautan dan Perikanan Nomor 18 Tahun 2016", "Menteri Kelautan dan Perikanan"),
        ("Surat Edaran Nomor 5/SE/2023", None),
    ],
)
def test_named_issuer(text: str, issuer: str | None) -> None:
    assert cited(text)[0][1].issuer == issuer


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(words, code, id=words)
        for rule in load_rules()
        if rule.label == "REGULATION" and rule.id != "regulation.constitution"
        for words, code in ((words, rule.codes[phrase_key(words)]) for words in rule.phrases)
        if words != "KEP"  # read only as a part of a number: KEP-196/MEN/1999
    ],
)
def test_every_name_of_a_type(words: str, code: str) -> None:
    assert ids(f"Hal itu sesuai {words} Nomor 7 Tahun 2020 itu.") == [f"{code} 7/2020"]
    assert ids(f"Hal itu sesuai {words.upper()} NOMOR 7 TAHUN 2020 itu.") == [f"{code} 7/2020"]


def test_a_number_belongs_to_the_nearest_type_only() -> None:
    assert ids("Perda dan Perbup Nomor 3 Tahun 2022") == ["Perbup 3/2022"]


def test_a_number_does_not_cross_a_sentence() -> None:
    assert ids("Ada Perda baru. Nomor 3 Tahun 2022 belum ada.") == []
