"""The words of offices: which belong to institutions, which are names of places, which let an office go on.

The lists are data (``patterns/institutions.toml``); places come from the gazetteer and from the towns that
give offices their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.frozen import dataclass
from extractor.regions import entry, gazetteer_phrases, parent, place_of
from extractor.resources import patterns, read_csv, read_toml

_PIECE = re.compile(r"\([^()\n]*\)|[^\W\d_](?:[\w'’&]|[-/](?=\w))*|\d+|\S")
# Nouns of administration by their form: "Perekonomian", "Kepesertaan", "Kemendagri"; agencies of a region named by
# the first syllables of their fields: "Disnakerin", "Disperindagkop", "Dinsosnaker". Hardly any name has it.
_ABSTRACT = re.compile(
    r"(?:ke|pe)[a-z]{4,}an$|kemen[a-z]{2,}$|naker[a-z]{2,}$"
    r"|(?:dis|din)(?:nak|per|kop|dag|dik|kom|hub|par|bud|dukcapil|tan|bun|kes|pus|sos|pmd|pora|pmptsp)[a-z]*$"
)
_ABBREVIATED = frozenset({"kab", "prov", "kec", "kel", "prop", "cab"})
_HYPHEN = re.compile(r"(-)")
_STUCK = re.compile(r"[A-Z][a-z]+")  # the words of "KetenagakerjaanWilayah", a blank forgotten
CONNECTORS = frozenset({"dan", "&", "serta", "-", "–", "/"})


@dataclass(frozen=True, slots=True)
class Institutions:
    """The word lists of ``patterns/institutions.toml``, lower case."""

    words: frozenset[str]
    soft: frozenset[str]
    name_pairs: frozenset[str]
    slots: frozenset[str]
    place_heads: frozenset[str]
    place_tails: frozenset[str]
    companies: frozenset[str]
    small: frozenset[str]
    branches: frozenset[str]
    openers: frozenset[str]
    not_before_title: frozenset[str]
    acting: dict[str, str]  # printed form -> Plt, Plh, ...


@lru_cache(maxsize=1)
def institutions() -> Institutions:
    """Loads the word lists once."""
    table = read_toml(patterns("institutions.toml"))
    acting = {form.lower(): short for short, forms in table.pop("acting").items() for form in forms}
    return Institutions(**{key: frozenset(words) for key, words in table.items()}, acting=acting)


@lru_cache(maxsize=1)
def _towns() -> dict[str, str]:
    """Towns that are no kabupaten or kota but give offices their name: the code each lies in, by lower-case name."""
    return {row["name"].lower(): row["code"] for row in read_csv("gazetteers", "towns.csv")}


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of regions and towns by their first word, longest first."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    towns = [spelling for town in _towns() for spelling in (town.title(), town.upper())]
    for phrase in (*gazetteer_phrases(), *towns):
        words = tuple(_PIECE.findall(phrase))
        if words:
            by_first.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in by_first.items()}


@lru_cache(maxsize=8192)
def _word_facts(word: str) -> tuple[str, bool, bool]:
    """A word in lower case, whether it is abbreviated, and whether it lets an office go on."""
    low = word.lower()
    joins = word != low or word[0] in ",(" or word in CONNECTORS or word in institutions().small or word == "di"
    return low, low in _ABBREVIATED, joins


class Piece(NamedTuple):
    """A word, a bracketed group or a mark; ``low`` in lower case."""

    text: str
    low: str
    start: int
    end: int
    stopped: bool  # a full stop follows that is no abbreviation's


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The words and marks of a stretch with their offsets; places joined by hyphens (``Bali-Papua``) apart."""
    for match in _PIECE.finditer(text, start, end):
        word, at = match.group(), match.start()
        if "-" in word and any((part,) in _places().get(part, ()) for part in word.split("-")):
            for part in _HYPHEN.split(word):
                yield at, part
                at += len(part)
        else:
            yield at, word


def pieces(text: str, start: int, limit: int) -> list[Piece]:
    """The pieces of ``text[start:limit]`` as far as an office can reach.

    That is to the end of the line, or to the first word written small that joins no offices.
    """
    line = text.find("\n", start, limit)
    found: list[Piece] = []
    field = False  # among the small words behind "bidang"
    for begin, word in _words(text, start, limit if line < 0 else line):
        if word == "." and found and found[-1].low in _ABBREVIATED:
            continue
        low, abbreviated, joins = _word_facts(word)
        end = begin + len(word)
        stopped = text[end : end + 1] == "." and not abbreviated
        found.append(Piece(word, low, begin, end, stopped))
        if not joins and not (field and is_office_word(word)):
            break
        field = low == "bidang" or (field and word == low)
    return found


def place_width(row: list[Piece], at: int) -> int:
    """How many pieces from ``at`` on are the longest place name there (0: none, or nothing is left)."""
    if at >= len(row):
        return 0
    for words in _places().get(row[at].text, ()):
        if words == tuple([piece.text for piece in row[at : at + len(words)]]):
            return len(words)
    return 0


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Whether all of ``text`` is the name of a place, or several in a row."""
    row, at = pieces(text, 0, len(text)), 0
    while at < len(row):
        width = place_width(row, at)
        if not width:
            return False
        at += width
    return bool(row)


def regions_of(name: str) -> frozenset[str]:
    """The codes of all regions a name can mean: of a town that of its kabupaten, of an area its members."""
    known, town = entry(name), _towns().get(name.lower())
    places = known.places if known else (place_of(town),) if town else ()
    return frozenset(code for place in places for code in (place.code, *place.members) if code)


def is_within(one: str, other: str) -> bool:
    """Whether one of two named places can lie in the other: a town or region in its province or office area."""
    here, there = regions_of(one), regions_of(other)
    if here == there:
        return False
    return bool(here & there or here & {parent(code) for code in there} or there & {parent(code) for code in here})


def is_province(name: str) -> bool:
    """Whether a name can mean a province or an area of provinces."""
    return any(len(code) == 2 and code.isdigit() for code in regions_of(name))


def is_acronym(word: str) -> bool:
    """``DPRD``, ``BPJS``, ``DP3A``, ``DPMPTSP``: capitals, three letters or more, digits allowed."""
    return len(word) > 2 and word.isupper()


@lru_cache(maxsize=8192)
def is_office_word(word: str) -> bool:
    """Whether a word belongs to offices and not to persons: listed, an acronym, or an abstract noun."""
    low = word.lower()
    if len(word) == 2 and not word.isupper():
        return False
    if low in institutions().words or is_acronym(word) or _ABSTRACT.match(low):
        return True
    if "-" in word:
        return all(part in institutions().words for part in low.split("-"))  # "Antar-Lembaga"
    parts = _STUCK.findall(word)
    return len(parts) > 1 and "".join(parts) == word and all(part.lower() in institutions().words for part in parts)
