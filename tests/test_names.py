"""Names of persons: what stands before them, what behind them, and where they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.names import read_name, split_name

SPLIT = [
    ("Budi Santoso", (), "Budi Santoso", ()),
    ("Warsito", (), "Warsito", ()),
    ("Dr. Drs. Nama Orang, M.Ec.Dev", ("Dr", "Drs"), "Nama Orang", ("M.Ec.Dev",)),
    ("Rahman, SE., M.Si", (), "Rahman", ("SE", "M.Si")),
    ("Prof. Dr. H. Amir Latopada, Ph.D.", ("Prof", "Dr", "H"), "Amir Latopada", ("Ph.D",)),
    ("Hj. Sri Wahyuni, S. Sos., M. Si.", ("Hj",), "Sri Wahyuni", ("S.Sos", "M.Si")),
    ("Bagas Pramudito SE MM", (), "Bagas Pramudito", ("SE", "MM")),
    ("Bagas Pramudito, ST, IPM, ASEAN Eng", (), "Bagas Pramudito", ("ST", "IPM", "ASEAN Eng")),
    ("Lukman Wirayuda, S.STP, CRXM", (), "Lukman Wirayuda", ("S.STP", "CRXM")),
    ("dr. Siti Nur'aini, Sp.A", ("dr",), "Siti Nur'aini", ("Sp.A",)),
    ("A. Rahman bin Saleh, S.H.", (), "A. Rahman bin Saleh", ("S.H",)),
    ("Muh. Ridwan", (), "Muh. Ridwan", ()),
    ("I Made Sudana", (), "I Made Sudana", ()),
    ("AM Hanafi", (), "AM Hanafi", ()),
    ("H.M. Arifin", ("H",), "M. Arifin", ()),
    ("Letkol Inf Joko Purnomo", ("Letkol Inf",), "Joko Purnomo", ()),
    ("AKBP Rina Kartika, S.I.K., M.H.", ("AKBP",), "Rina Kartika", ("S.I.K", "M.H")),
    # the longest form is the degree; two without their comma are two
    ("Bagas Pramudito, S.E., M.A.P.", (), "Bagas Pramudito", ("S.E", "M.A.P")),
    ("Bagas Pramudito, S.E., M.A., Kamis", (), "Bagas Pramudito", ("S.E", "M.A")),
    ("Bagas Pramudito M.M.Pd", (), "Bagas Pramudito", ("M.M.Pd",)),
    ("Bagas Pramudito, S.H.M.H.", (), "Bagas Pramudito", ("S.H", "M.H")),
    # an honorary doctorate is one degree; a title of adat behind the degrees is none
    ("Dr. (H.C.) Drs. A. Pramudito", ("Dr (H.C.)", "Drs"), "A. Pramudito", ()),
    ("Irjen Pol. Bagas Pramudito", ("Irjen Pol",), "Bagas Pramudito", ()),
    ("H. Bagas Pramudito, BBA Datuak Rajo Mulia", ("H",), "Bagas Pramudito", ("BBA",)),
    ("Datuk Bagas Pramudito", (), "Datuk Bagas Pramudito", ()),
    ("BAGAS PRAMUDITO, SE", (), "BAGAS PRAMUDITO", ("SE",)),
    ("Ibu Ratna Kusumadewi", (), "Ratna Kusumadewi", ()),
]


@pytest.mark.parametrize(("text", "before", "name", "after"), SPLIT, ids=[row[0] for row in SPLIT])
def test_degrees_are_split_off(text: str, before: tuple[str, ...], name: str, after: tuple[str, ...]) -> None:
    assert split_name(text) == (before, name, after)


ENDS = [
    ("Budi Santoso menyebutkan hal itu", "Budi Santoso"),
    ("Budi Santoso, Kamis (12/9)", "Budi Santoso"),
    ("Budi Santoso. Kegiatan itu", "Budi Santoso"),
    ("Budi Santoso, M.Si., Kamis", "Budi Santoso, M.Si"),
    ("Budi S. Widodo berharap", "Budi S. Widodo"),
    ("Budi Santoso BPJS", "Budi Santoso"),
    ("Budi, SE, DPRD Kota Palu", "Budi, SE"),  # capitals with a word behind them are an organisation
]


@pytest.mark.parametrize(("text", "span"), ENDS, ids=[row[0] for row in ENDS])
def test_a_name_ends_where_the_sentence_goes_on(text: str, span: str) -> None:
    found = read_name(text, 0)
    assert found is not None
    assert text[found.start : found.end] == span


NO_NAMES = [
    "menyebutkan",
    "Kamis (12/9)",
    "Senin",
    "2024",
    "BPJS",
    "Januari 2024",
    "",
    "H. M.",
    "Nomor 2 Tahun 2021",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_name_begins_there(text: str) -> None:
    assert read_name(text, 0) is None


def test_more_than_five_words_are_no_name() -> None:
    assert read_name("Satya Dua Tiga Empat Lima", 0) is not None
    assert read_name("Satya Dua Tiga Empat Lima Enam", 0) is None


def test_stop_words_end_a_name() -> None:
    found = read_name("Budi Santoso Dinas Sosial", 0, stop={"dinas"})
    assert found is not None
    assert found.name == "Budi Santoso"


def test_capitals_are_a_name_only_where_all_is_in_capitals() -> None:
    assert read_name("BUDI SANTOSO", 0) is None
    found = read_name("BUDI SANTOSO", 0, all_caps=True)
    assert found is not None
    assert found.name == "BUDI SANTOSO"


@given(st.text(max_size=60))
def test_any_text_is_read_without_error_and_in_bounds(text: str) -> None:
    found = read_name(text, 0)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert found.name in text
    split_name(text)
