"""The register: finding entries by number, by alias and by title."""

from __future__ import annotations

import pytest

from extractor.regulations import Entry, by_title, lookup, same_title, whole_title
from extractor.regulations.register import lookup_alias
from extractor.resources import read_csv

SHORT = "Optimalisasi Jaminan Sosial Ketenagakerjaan"


def test_lookup_of_curated_and_listed_ones() -> None:
    inpres = lookup("Inpres", "2", 2021)
    assert inpres is not None and inpres.title is not None and inpres.title.startswith("Optimalisasi Pelaksanaan")
    listed = lookup("UU", "2", 2012)
    assert listed is not None and listed.title is not None and "Tanah" in listed.title


@pytest.mark.parametrize("key", [("UU", "34", 2011), ("Inpres", "2", 2023), ("UU", "2", None)])
def test_unknown_ones_are_none(key: tuple[str, str, int | None]) -> None:
    assert lookup(*key) is None


def test_local_ones_need_their_issuer() -> None:
    assert lookup("Perbup", "20", 2022) is None
    assert lookup("Perbup", "20", 2022, "35.25") is not None
    assert lookup("Perbup", "20", 2022, "61.04") is None


def test_aliases_mean_one_regulation_each() -> None:
    entry = lookup_alias("uu  sjsn")
    assert entry is not None and entry.id == "UU 40/2004"
    assert lookup_alias("UU Desa") is None


@pytest.mark.parametrize(
    ("printed", "whole", "same"),
    [
        (SHORT, True, True),
        ("Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan", True, True),
        ("Optimalisasi Pelaksanaan Program Jaminan Sosial bagi Pekerja", False, True),
        ("Percepatan Penghapusan Kemiskinan Ekstrem", False, False),
        ("", False, False),
    ],
)
def test_titles_of_an_entry(printed: str, whole: bool, same: bool) -> None:
    entry = lookup("Inpres", "2", 2021)
    assert entry is not None
    assert (whole_title(printed, entry), same_title(printed, entry)) == (whole, same)


def test_by_title_finds_a_shortened_title() -> None:
    assert [entry.id for entry in by_title(SHORT, "Inpres")] == ["Inpres 2/2021"]


def test_by_title_of_few_words_finds_nothing() -> None:
    assert by_title("Jaminan Sosial") == ()


def test_by_title_tells_a_year_apart() -> None:
    found = by_title("Pedoman Penyusunan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2024", "Permendagri")
    assert [entry.id for entry in found] == ["Permendagri 15/2023"]


def test_id_gives_a_composite_number_its_year_once() -> None:
    assert Entry("PMK", "215/PMK.07/2021", 2021, None).id == "PMK 215/PMK.07/2021"
    assert Entry("SE", "842.2/5193/SJ", None, None).id == "SE 842.2/5193/SJ"


def test_the_register_holds_no_regulation_twice() -> None:
    for name in ("regulations.csv", "uu_pp.csv"):
        keys = [(r["type"], r["number"], r["year"], r.get("issuer")) for r in read_csv("registers", name)]
        assert len(keys) == len(set(keys)), name
