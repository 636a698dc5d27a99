"""The gazetteers and what a name resolves to."""

from __future__ import annotations

import pytest

from extractor.errors import UnknownItem
from extractor.model import Place
from extractor.regions import (
    contains,
    entry,
    find,
    gazetteer_phrases,
    level_of,
    name_of,
    parent,
    register,
    resolve,
)
from extractor.resources import read_csv


def test_the_register_is_whole() -> None:
    levels = [region.level for region in register().values()]
    assert (levels.count("province"), levels.count("kabupaten"), levels.count("kota")) == (38, 416, 98)


ONE_PLACE = [
    ("Jember", None, "35.09", "kabupaten"),
    ("JEMBER", None, "35.09", "kabupaten"),
    ("Jember", "Kota", "35.09", "kabupaten"),  # no such kota: the name has one region
    ("Kediri", "Kota", "35.71", "kota"),
    ("Kediri", "Wali Kota", "35.71", "kota"),
    ("Kediri", "Pemkab", "35.06", "kabupaten"),
    ("Kediri", "Kab.", "35.06", "kabupaten"),
    ("Gorontalo", "Provinsi", "75", "province"),
    ("Gorontalo", "Pemkot", "75.71", "kota"),
    ("Sumut", None, "12", "province"),
    ("Sumatra Utara", None, "12", "province"),
    ("Babel", None, "19", "province"),
    ("DKI Jakarta", None, "31", "province"),
    ("Kotim", None, "62.02", "kabupaten"),
    ("Bau-Bau", None, "74.72", "kota"),
    ("Baubau", None, "74.72", "kota"),
    ("Solo", None, "33.72", "kota"),
    ("Indonesia", None, "ID", "national"),
    ("Tanah Air", None, "ID", "national"),
    ("Malaysia", None, "MY", "country"),
]


@pytest.mark.parametrize(("name", "prefix", "code", "level"), ONE_PLACE)
def test_a_name_of_one_place(name: str, prefix: str | None, code: str, level: str) -> None:
    place = resolve(name, prefix=prefix)
    assert (place.code, place.level, place.candidates) == (code, level, ())


SHARED = [
    ("Kediri", None, "unknown", ("35.06", "35.71")),
    ("Kediri", "Provinsi", "unknown", ("35.06", "35.71")),  # a prefix that fits none settles nothing
    ("Gorontalo", None, "unknown", ("75", "75.01", "75.71")),
    ("Yogyakarta", None, "unknown", ("34", "34.71")),
    ("Banjar", None, "unknown", ("32.79", "63.03")),
    ("Mura", None, "kabupaten", ("16.05", "62.12")),
]


@pytest.mark.parametrize(("name", "prefix", "level", "candidates"), SHARED)
def test_a_shared_name_is_not_settled(name: str, prefix: str | None, level: str, candidates: tuple[str, ...]) -> None:
    assert resolve(name, prefix=prefix) == Place(None, name, level, candidates)


def test_an_office_area_has_members_and_no_code() -> None:
    assert resolve("Sumbagut") == Place(None, "Sumbagut", "office_area", (), ("11", "12"))


def test_kecamatan_and_desa_are_above_no_register() -> None:
    assert resolve("Jombang", prefix="Kecamatan") == Place(None, "Jombang", "kecamatan")
    assert resolve("Sukamaju", prefix="Desa") == Place(None, "Sukamaju", "desa")


@pytest.mark.parametrize("name", ["Atlantis", "Kabupaten", ""])
def test_an_unknown_name(name: str) -> None:
    with pytest.raises(UnknownItem):
        resolve(name)


FOUND = [
    ("61.08", "61.08"),
    ("id", "ID"),
    ("kalbar", "61"),
    ("Kabupaten Landak", "61.08"),
    ("kota kediri", "35.71"),
    ("Kab. Kediri", "35.06"),
    ("Provinsi Jambi", "15"),
    ("Jambi", "15"),  # of province and kota the province, as the press does
    ("nasional", "ID"),
    ("Kabupaten Pontianak", "61.02"),  # its name until 2014
]


@pytest.mark.parametrize(("named", "code"), FOUND)
def test_what_a_person_names(named: str, code: str) -> None:
    assert find(named).code == code


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("Kediri", "Kota Kediri (35.71)"),
        ("Pontianac", "did you mean Pontianak"),
        ("99", "no region has this code"),
        ("xyzzy", "try a code"),
    ],
)
def test_what_a_person_names_wrongly(named: str, hint: str) -> None:
    with pytest.raises(UnknownItem) as caught:
        find(named)
    assert hint in str(caught.value)


def test_where_a_region_lies() -> None:
    assert (parent("61.08"), parent("61"), parent("ID"), name_of("61.08")) == (
        "61",
        "61",
        None,
        "Kabupaten Landak",
    )


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("ID", "61.08", True),
        ("61", "61.08", True),
        ("61", "61", True),
        ("61.08", "61", False),
        ("62", "61.08", False),
        (resolve("Sumbagut"), "12.71", True),
        (resolve("Sumbagut"), "13", False),
        (resolve("Kalimantan"), resolve("Kalbar"), True),
        ("61", resolve("Kalimantan"), False),
        ("ID", resolve("Kediri"), True),
        ("35", resolve("Kediri"), False),  # which Kediri is not known
        ("ID", resolve("Taiwan"), False),
    ],
)
def test_contains(whole: Place | str, part: Place | str, expected: bool) -> None:
    assert contains(whole, part) is expected


@pytest.mark.parametrize(("word", "level"), [("Pemprov", "province"), ("Kab.", "kabupaten"), ("dinas", None)])
def test_words_that_tell_the_level(word: str, level: str | None) -> None:
    assert level_of(word) == level


def test_every_row_of_the_gazetteers_names_what_the_register_knows() -> None:
    for row in read_csv("gazetteers", "region_aliases.csv"):
        assert row["code"] in register(), row
        assert row["note"], row
    for row in read_csv("gazetteers", "areas.csv"):
        assert all(code in register() for code in row["members"].split(";") if code), row


def test_every_ambiguous_name_is_a_name_and_says_why() -> None:
    for row in read_csv("gazetteers", "ambiguous_names.csv"):
        known = entry(row["name"])
        assert known is not None and known.ambiguous, row
        assert row["why"], row


def test_an_alias_hides_no_name_of_the_register() -> None:
    names = {region.bare_name for region in register().values()}
    aliases = {row["alias"] for row in read_csv("gazetteers", "region_aliases.csv")}
    assert aliases & names == {"Yogyakarta"}  # the province's short name is the city's


def test_phrases_hold_every_name_as_printed_and_in_capitals() -> None:
    phrases = set(gazetteer_phrases())
    assert {"Jember", "JEMBER", "Sumatra Utara", "Kalbar", "KALBAR", "Sumbagsel", "Tanah Air"} <= phrases
    assert "Kabupaten Jember" not in phrases


def test_towns_lie_in_a_region_and_are_none() -> None:
    towns = {row["name"]: row["code"] for row in read_csv("gazetteers", "towns.csv")}
    assert len(towns) == len(read_csv("gazetteers", "towns.csv"))
    assert sorted(set(towns.values()) - set(register())) == []
    assert [name for name in towns if entry(name)] == []  # "Rengat" stands for no region
