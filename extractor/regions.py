"""Regions of Indonesia by name: the register of provinces, kabupaten and kota, and the names the press uses.

The register is Kemendagri's (``patterns/gazetteers/regions.csv``: 38 provinces, 416 kabupaten, 98 kota,
with their codes). Beside it stand abbreviations and older names (``region_aliases.csv``), areas of offices
and islands (``areas.csv``) and the countries Indonesian workers go to (``countries.csv``, ISO 3166 codes).

A name that several regions share is never settled here: ``resolve("Kediri", prefix=None)`` has no code
and two candidates, ``resolve("Kediri", prefix="Kota")`` is ``35.71``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extractor.errors import UnknownItem
from extractor.model import Place
from extractor.resources import patterns, read_csv, read_toml

NATIONAL = Place("ID", "Indonesia", "national")
_NATIONAL_NAMES = ("Indonesia", "Tanah Air", "tanah air", "nasional", "Nasional")
_LEVEL_WORDS = ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ")
_CODE = re.compile(r"ID|\d\d(?:\.\d\d)?")


@dataclass(frozen=True, slots=True)
class Region:
    """A row of the register; ``level`` is ``province kabupaten kota``, ``province`` its province's code."""

    code: str
    name: str
    level: str
    province: str

    @property
    def bare_name(self) -> str:
        """The name without ``Kabupaten`` or ``Kota``."""
        for word in _LEVEL_WORDS:
            if self.name.startswith(word):
                return self.name[len(word) :]
        return self.name


@dataclass(frozen=True, slots=True)
class Entry:
    """All that one name can mean. ``kind`` is ``gazetteer alias area national country``."""

    kind: str
    places: tuple[Place, ...]
    ambiguous: bool = False


@lru_cache(maxsize=1)
def register() -> Mapping[str, Region]:
    """The register by code."""
    rows = read_csv("gazetteers", "regions.csv")
    return {
        row["code"]: Region(row["code"], row["name"], row["level"], row["province_code"] or row["code"]) for row in rows
    }


@lru_cache(maxsize=1)
def context() -> Mapping[str, Any]:
    """The words around names and what they say (``patterns/gazetteers/context.toml``)."""
    return read_toml(patterns("gazetteers", "context.toml"))


@lru_cache(maxsize=1)
def _levels() -> Mapping[str, str]:
    return {word: level for level, words in context()["level"].items() for word in words}


@lru_cache(maxsize=4096)
def level_of(prefix: str) -> str | None:
    """The level a word before a name stands for: ``Pemkab`` -> ``kabupaten``; None for any other word."""
    return _levels().get(prefix.strip(" .").lower())


def _key(name: str) -> str:
    """Names that differ only in case, blanks and hyphens are one: ``Bau-Bau``, ``BAUBAU``."""
    return re.sub(r"[\s.\-]+", "", name).lower()


def _place(region: Region) -> Place:
    return Place(region.code, region.name, region.level)


def _spellings() -> Iterator[tuple[str, str, Place]]:
    """Every way to write every place: (kind, spelling, place)."""
    for region in register().values():
        yield "gazetteer", region.bare_name, _place(region)
        if "Sumatera" in region.name:
            yield "gazetteer", region.bare_name.replace("Sumatera", "Sumatra"), _place(region)
        head, _, rest = region.bare_name.partition(" ")
        if rest:  # the press joins the first two words of any name: "Musirawas Utara", "Tanahdatar", "Bandarlampung"
            yield "gazetteer", head + rest[0].lower() + rest[1:], _place(region)
    for row in read_csv("gazetteers", "region_aliases.csv"):
        yield "alias", row["alias"], _place(register()[row["code"]])
    for row in read_csv("gazetteers", "areas.csv"):
        members = tuple(code for code in row["members"].split(";") if code)
        yield "area", row["name"], Place(None, row["name"], "office_area", (), members)
        if "Sumatera" in row["name"]:
            yield (
                "area",
                row["name"].replace("Sumatera", "Sumatra"),
                Place(None, row["name"], "office_area", (), members),
            )
    for row in read_csv("gazetteers", "countries.csv"):
        yield "country", row["name"], Place(row["code"], row["name"], "country")
    for name in _NATIONAL_NAMES:
        yield "national", name, NATIONAL


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, Entry]:
    ambiguous = {_key(row["name"]) for row in read_csv("gazetteers", "ambiguous_names.csv")}
    entries: dict[str, Entry] = {}
    for kind, spelling, place in _spellings():
        key = _key(spelling)
        known = entries.get(key, Entry(kind, (), key in ambiguous))
        if not any((place.code, place.members) == (one.code, one.members) for one in known.places):
            entries[key] = Entry(known.kind, (*known.places, place), known.ambiguous)
    return entries


@lru_cache(maxsize=4096)
def entry(name: str) -> Entry | None:
    """What a name as printed (without its marker) can mean; None when it names no place."""
    return _entries().get(_key(name))


def gazetteer_phrases() -> Iterable[str]:
    """Every spelling of every name, as printed in running text and in capitals, without markers."""
    spellings: dict[str, None] = {}
    for _, spelling, _ in _spellings():
        spellings[spelling] = None
        spellings[spelling.upper()] = None
    return list(spellings)


def _shared(name: str, places: Sequence[Place]) -> Place:
    """One place, or a homonym: no code, and a level only where all candidates have the same."""
    if len(places) == 1:
        return places[0]
    levels = {place.level for place in places}
    level = levels.pop() if len(levels) == 1 else "unknown"
    return Place(None, name, level, tuple(sorted(place.code for place in places if place.code)))


def resolve(name: str, *, prefix: str | None = None) -> Place:
    """The place a name means, its level decided by the word before it (``Kabupaten``, ``Pemkot`` ...).

    A name of exactly one place needs no prefix. A name of several has no code and lists ``candidates``,
    as does a prefix that fits none of them. A kecamatan or desa has no code: the register stops above it.
    Raises UnknownItem for a name that is not in the gazetteers.
    """
    return at_level(name, level_of(prefix) if prefix else None)


def subdistrict(word: str, name: str) -> Place:
    """A kecamatan or desa, which no register here holds: its name is that with its word, in full.

    >>> subdistrict("kec", "Pakem").name, subdistrict("Kelurahan", "Antang").name
    ('Kecamatan Pakem', 'Kelurahan Antang')

    A distrik of Papua is a kecamatan; villages keep their local word (``Nagari``, ``Gampong``).
    """
    low = word.rstrip(".").lower()
    level = level_of(low) or "kecamatan"
    full = context()["subdistrict"].get(low, low)
    return Place(None, f"{full.capitalize()} {name}", level)


@lru_cache(maxsize=4096)
def at_level(name: str, level: str | None) -> Place:
    """Like ``resolve``, for a level (``kota``) instead of the word that stands for it (``Pemkot``)."""
    if level in ("kecamatan", "desa"):
        return Place(None, name, level)
    known = entry(name)
    if known is None:
        raise UnknownItem(f"{name}: no region of this name{_suggestions(name)}")
    fitting = [place for place in known.places if place.level == level]
    return _shared(name, fitting or known.places)


@lru_cache(maxsize=4096)
def fits(name: str, level: str) -> bool:
    """Whether some place of this name has this level (``fits("Jember", "kota")`` is False)."""
    known = entry(name)
    return known is not None and any(place.level == level for place in known.places)


def parent(code: str) -> str | None:
    """The code of the province a region lies in; a province's own code; None for Indonesia or a country."""
    region = register().get(code)
    return region.province if region else None


def name_of(code: str) -> str:
    """The register's name of a code (``ID``: Indonesia). Raises UnknownItem for a code it does not know."""
    if code == "ID":
        return NATIONAL.name
    if code not in register():
        raise UnknownItem(f"{code}: no region has this code; codes look like 61 or 61.08")
    return register()[code].name


def place_of(code: str) -> Place:
    """The place of a code. Raises UnknownItem for a code the register does not know."""
    name = name_of(code)
    return NATIONAL if code == "ID" else Place(code, name, register()[code].level)


def contains(whole: Place | str, part: Place | str) -> bool:
    """Whether one region lies in another (or is it): codes, or places (an office area has members).

    Indonesia contains every region of the register, a province its kabupaten and kota. What is not
    known (a homonym without a code) contains nothing and lies in nothing but Indonesia.
    """
    inner = (part,) if isinstance(part, str) else _codes(part)
    outer = (whole,) if isinstance(whole, str) else _codes(whole)
    if "ID" in outer:
        return not (isinstance(part, Place) and part.level == "country")
    return bool(inner) and all(any(code == o or parent(code) == o for o in outer) for code in inner)


def _codes(place: Place) -> tuple[str, ...]:
    if place.level == "country":
        return ()
    return (place.code,) if place.code else place.members


def find(name_or_code: str) -> Place:
    """The region a person names: a code, a name with or without ``Kabupaten``/``Kota``, an abbreviation.

    A bare name that is a province's means the province. Raises UnknownItem, with what was probably
    meant, for a name that is not known or that a kabupaten and a kota share.
    """
    wanted = " ".join(name_or_code.split())
    if _CODE.fullmatch(wanted.upper()):
        return place_of(wanted.upper())
    prefix, _, rest = wanted.partition(" ")
    level = level_of(prefix)
    named_with_level = bool(level and fits(rest, level) and not entry(wanted))
    place = resolve(rest, prefix=prefix) if named_with_level else resolve(wanted)
    if place.code or place.level == "office_area":
        return place
    provinces = [code for code in place.candidates if "." not in code]
    if len(provinces) == 1:
        return place_of(provinces[0])
    choices = ", ".join(f"{name_of(code)} ({code})" for code in place.candidates)
    raise UnknownItem(f"{wanted}: this can be {choices}; name one of them")


def _suggestions(name: str) -> str:
    spellings = {_key(spelling): spelling for _, spelling, _ in _spellings()}
    near = difflib.get_close_matches(_key(name), spellings, n=3, cutoff=0.7)
    return f"; did you mean {', '.join(spellings[key] for key in near)}?" if near else "; try a code such as 61.08"
