"""Which namings are the same official: the fullest form wins; later part of the name or the title will do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.frozen import dataclass, replace
from extractor.mentions.office_words import institutions, is_place
from extractor.model import Found, Official, Place
from extractor.names import courtesy_words
from extractor.rules import load_rules

_SHORTEST = 3  # letters of a part of a name that can stand for it
_CALLED = 4  # letters of a given name that a shortened one keeps
_LETTERS = re.compile(r"\w+")
_BEFORE_WORD = re.compile(r"(\w+) (?:(?:Pak|Bu|Bapak|Ibu) )?$")
_BEHIND_WORD = re.compile(r" (?:(?:juga|pun|kembali|lalu|kemudian|sendiri|turut) )?(\w+)")
_OF_A_REGION = {
    "gubernur": ("province",), "wakil_gubernur": ("province",), "bupati": ("kabupaten",),
    "wakil_bupati": ("kabupaten",), "wali_kota": ("kota",), "wakil_wali_kota": ("kota",),
    "sekda": ("province", "kabupaten", "kota"),
}  # fmt: skip
_PLACE_WORDS = frozenset({"di", "ke", "dari", "kabupaten", "kota", "provinsi", "kecamatan", "desa"})


@dataclass(frozen=True, slots=True)
class Bare:
    """An office without a person: its words, and the title alone."""

    start: int
    end: int
    position: str
    acting: str | None
    role: str | None
    title: str


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace(".", " ").split())


def same_person(one: Official, other: Official) -> bool:
    """The same name, or one name part of the other in the same kind of office."""
    mine, theirs = _name_words(one.name), _name_words(other.name)
    return mine == theirs or (one.role == other.role and (mine <= theirs or theirs <= mine))


def merge(values: Sequence[Official]) -> list[Official]:
    """One value per person, in order of appearance, each with the fullest of every field."""
    people: list[Official] = []
    for value in values:
        for at, known in enumerate(people):
            if same_person(known, value):
                people[at] = _fuller(known, value)
                break
        else:
            people.append(value)
    return people


def _fuller(one: Official, other: Official) -> Official:
    """The longer position decides the office; name, degrees and the rest are taken where they say more."""
    office, rest = (one, other) if len(one.position or "") >= len(other.position or "") else (other, one)
    # at the same length a name in ordinary writing wins over one in capitals
    names = sorted((one.name, other.name), key=lambda name: (len(name.split()), not name.isupper()))
    return replace(
        office,
        name=names[-1],
        degrees_before=max(one.degrees_before, other.degrees_before, key=len),
        degrees_after=max(one.degrees_after, other.degrees_after, key=len),
        acting=office.acting or rest.acting,
        organisation=office.organisation or rest.organisation,
        region=office.region or rest.region,
    )


def person_of(value: Official, people: Sequence[Official]) -> Official | None:
    """The merged person a naming belongs to."""
    return next((person for person in people if same_person(person, value)), None)


def repeated(text: str, named: Sequence[Found], bare: Sequence[Bare]) -> list[Found]:
    """Later mentions of officials without their office, or by their office alone.

    ``official.short_name``: words of exactly one official's name, with no other capitalised word beside
    them. ``official.title_only``: the office as named before, or a bare ``Gubernur`` ... ``Sekda``, with
    exactly one holder named before it. ``official.nickname``: the given name shortened or spelled otherwise at
    its end, where somebody speaks.
    """
    first: dict[Official, int] = {}
    for row in named:
        if isinstance(row.value, Official):
            first[row.value] = min(first.get(row.value, row.start), row.start)
    taken = [(row.start, row.end) for row in named]
    rows = _short_names(text, first, taken) + _nicknames(text, first)
    found = [row for row in rows if not _overlaps(row, taken)]
    for office in bare:
        holder = _holder(text, office, first)
        if holder is not None:
            found.append(Found(office.start, office.end, "OFFICIAL", holder, "official.title_only"))
    return found


def _overlaps(row: Found, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < row.end and row.start < end for start, end in taken)


def _short_names(text: str, first: dict[Official, int], taken: Sequence[tuple[int, int]]) -> list[Found]:
    owners: dict[str, list[Official]] = defaultdict(list)
    for person in first:
        for word in person.name.split():
            if len(word) >= _SHORTEST and word[0].isupper():
                owners[word].append(person)
    found: dict[int, Found] = {}
    for word, people in owners.items():
        for at in occurrences(text, word, min(first[person] for person in people)):
            if any(start <= at < end for start, end in taken):
                continue
            start, end = _run(text, at, at + len(word))
            words = text[start:end].split()
            holders = [person for person in people if set(words) <= set(person.name.split()) and first[person] < at]
            if len(holders) == 1 and not _is_other_word(text, start, end):
                found[start] = Found(start, end, "OFFICIAL", holders[0], "official.short_name")
    return list(found.values())


@lru_cache(maxsize=1)
def _speech() -> tuple[frozenset[str], frozenset[str]]:
    """Words a speaker's name stands behind (``kata``, ``menurut``, ``diakui``), and verbs of saying behind a name."""
    words: dict[str, set[str]] = defaultdict(set)
    for rule in load_rules():
        if rule.label == "CUE":
            words[rule.value["cue"]].update(rule.phrases)
    return frozenset(words["say_tag"] | words["according"] | words["say_passive"]), frozenset(words["say"])


def verbs_of_saying() -> frozenset[str]:
    """Verbs that stand behind who speaks (``mengatakan``), as a small letter begins them."""
    return _speech()[1]


def _nicknames(text: str, first: dict[Official, int]) -> list[Found]:
    """``kata Novi`` of Noviana, ``Ardy menyebut`` of Ardi: four letters of one official's given name, and speech."""
    parts = {word for person in first for word in person.name.split()}
    found: dict[int, list[Found]] = defaultdict(list)
    for person, start in first.items():
        given = person.name.split()[0]
        if len(given) < _CALLED:
            continue
        for at, word in _beginning(text, given[: _CALLED - 1], start):
            called = len(word) >= _CALLED and _ending(given).startswith(_ending(word))
            if called and word not in parts and _speaks(text, at, at + len(word)):
                found[at].append(Found(at, at + len(word), "OFFICIAL", person, "official.nickname"))
    return [rows[0] for rows in found.values() if len(rows) == 1]


def _beginning(text: str, stem: str, after: int) -> Iterator[tuple[int, str]]:
    """The words of a text, from ``after`` on, that begin so and go on, with their places."""
    at = text.find(stem, after)
    while at >= 0:
        rest, before = _LETTERS.match(text, at + len(stem)), text[at - 1 : at]
        if rest and (at == after or not (before.isalnum() or before == "_")):
            yield at, text[at : rest.end()]
        at = text.find(stem, at + 1)


def _ending(name: str) -> str:
    return name[:-1] + "i" if name.endswith("y") else name


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a single word stands behind a stem of saying or right before a verb of saying."""
    if _run(text, start, end) != (start, end):
        return False
    stems, verbs = _speech()
    before, behind = _BEFORE_WORD.search(text, max(0, start - 30), start), _BEHIND_WORD.match(text, end)
    return bool((before and before.group(1).lower() in stems) or (behind and behind.group(1) in verbs))


def occurrences(text: str, word: str, after: int) -> Iterator[int]:
    """Where a whole word stands in a text, from ``after`` on."""
    at = text.find(word, after)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(word, end)


def _run(text: str, start: int, end: int) -> tuple[int, int]:
    """The run of capitalised words around a word; one that merely opens a sentence is left out."""
    while text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        end = _word_end(text, end + 1)
    while text[start - 1 : start] == " ":
        previous = text[: start - 1].rfind(" ", max(0, start - 40)) + 1
        line = text.rfind("\n", 0, start) + 1
        word = text[max(previous, line) : start - 1].lstrip("\"“‘'(")
        low = word.lower()
        if not word[:1].isupper() or not word[-1:].isalpha():
            break
        if low in institutions().openers or word in courtesy_words() or low in _speech()[0]:
            break
        start -= len(word) + 1
    return start, end


def _word_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in "'’"):
        end += 1
    return end


def _is_other_word(text: str, start: int, end: int) -> bool:
    """A part of a name that is a place here ("di Bima"), or a common word with a sentence's capital."""
    word = text[start:end]
    if " " in word:
        return False
    if word.lower() in institutions().openers:  # "Lalu" of Lalu Anggoman
        return True
    before = text[max(0, start - 14) : start].split()
    if before and before[-1].lower() in _PLACE_WORDS and is_place(word):
        return True
    opens = start == 0 or text[start - 2 : start - 1] in ".!?" or text[start - 1] in '\n"“'
    return opens and any(True for _ in occurrences(text, word.lower(), 0))


def _holder(text: str, office: Bare, first: dict[Official, int]) -> Official | None:
    """The one person named before with this office; None when there is none or the words tell another."""
    before = text[max(0, office.start - 30) : office.start].rstrip(" ").rpartition(" ")[2].lstrip("\"“‘'(")
    if not text[office.start].isupper() or before.lower() in institutions().not_before_title:
        return None
    if before[:1].isupper() and before[-1:].isalpha() and before.lower() not in institutions().openers:
        return None
    bare = office.position == office.title and office.role in _OF_A_REGION
    holders = [
        person
        for person, start in first.items()
        if start < office.start
        and person.role == office.role
        and (bare or person.position == office.position)
        and office.acting in (None, person.acting)
    ]
    return holders[0] if len(holders) == 1 else None


def with_regions(found: Sequence[Found], regions: Sequence[Found]) -> list[Found]:
    """Officials whose office is always of a region, but named without one, get the document's.

    A bare ``Gubernur`` is that of the province the document names most often, a ``Bupati`` that of the
    kabupaten, a ``Sekda`` that of the region of any of these levels. Where two are named equally often it
    stays unknown. ``regions`` are the document's REGION mentions.
    """
    counts: Counter[tuple[str | None, str]] = Counter(
        (row.value.code, row.value.level) for row in regions if isinstance(row.value, Place) and row.value.code
    )
    return [_with_region(row, counts) if row.label == "OFFICIAL" else row for row in found]


def _with_region(row: Found, counts: Counter[tuple[str | None, str]]) -> Found:
    person = row.value
    if not isinstance(person, Official) or person.region or person.position is None:
        return row
    levels = _OF_A_REGION.get(person.role or "", ())
    if not levels or " " in person.position.replace("Wali Kota", "Walikota").replace("Sekretaris Daerah", "Sekda"):
        return row
    ranked = [(count, code) for (code, level), count in counts.most_common() if level in levels]
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return row
    return replace(row, value=replace(person, region=ranked[0][1]))
