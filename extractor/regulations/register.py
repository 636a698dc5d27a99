"""The register of known regulations: ``patterns/registers/``.

``regulations.csv`` holds what articles about Jamsostek cite, with short titles and aliases; ``uu_pp.csv``
holds the laws (UU) and government regulations (PP) since 1945 and is read when one of these is asked for.
A regulation that is not in it may well exist: only UU and PP are near complete.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractor.resources import read_csv

_COMPLETE = frozenset({"UU", "PP"})
_WORD = re.compile(r"[^\W_]+")
# Words that press and gazette add or leave out without changing which regulation is meant.
_EMPTY_WORDS = frozenset({
    "dan", "di", "ke", "dari", "bagi", "untuk", "dalam", "atas", "tentang", "pada", "melalui", "terhadap",
    "serta", "atau", "yang", "nomor", "no", "tahun", "anggaran", "negara", "republik", "indonesia", "ri",
})  # fmt: skip
_LEAST_WORDS = 3
_SAME_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Entry:
    """One known regulation. ``issuer`` is a region code or a name; ``confidence`` ``high medium low``."""

    type: str
    number: str | None
    year: int | None
    title: str | None
    short_titles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    issuer: str | None = None
    confidence: str = "high"

    @property
    def is_local(self) -> bool:
        """Whether a region issued it, so that its number alone does not identify it."""
        return self.issuer is not None and self.issuer[:1].isdigit()

    @property
    def id(self) -> str:
        """``Inpres 2/2021``; a composite number that ends in its year is not given it twice."""
        if not self.number:
            return f"{self.type} {self.year}"
        with_year = self.year is not None and not self.number.endswith(f"/{self.year}")
        return f"{self.type} {self.number}/{self.year}" if with_year else f"{self.type} {self.number}"


def _parts(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())


def _entry(row: Mapping[str, str]) -> Entry:
    return Entry(
        type=row["type"],
        number=row["number"] or None,
        year=int(row["year"]) if row["year"] else None,
        title=row["title"] or None,
        short_titles=_parts(row.get("short_titles")),
        aliases=_parts(row.get("aliases")),
        issuer=row.get("issuer") or None,
        confidence=row.get("confidence") or "high",
    )


_Key = tuple[str, str | None, int | None]


@lru_cache(maxsize=1)
def _cited() -> dict[_Key, list[Entry]]:
    index: dict[_Key, list[Entry]] = defaultdict(list)
    for row in read_csv("registers", "regulations.csv"):
        entry = _entry(row)
        index[entry.type, entry.number, entry.year].append(entry)
    return dict(index)


@lru_cache(maxsize=1)
def _statutes() -> dict[_Key, str]:
    """The titles of all UU and PP; 5,500 rows, so entries are made when one is asked for."""
    return {(r["type"], r["number"], int(r["year"])): r["title"] for r in read_csv("registers", "uu_pp.csv")}


def _statute(type_: str, number: str | None, year: int | None) -> Entry | None:
    title = _statutes().get((type_, number, year)) if type_ in _COMPLETE else None
    return Entry(type_, number, year, title) if title else None


def lookup(type_: str, number: str | None, year: int | None, issuer: str | None = None) -> Entry | None:
    """The registered regulation, or None.

    Local regulations repeat their numbers in every region: one that carries an issuer is only found with it.
    """
    rows = [row for row in _cited().get((type_, number, year), ()) if not row.is_local or row.issuer == issuer]
    return rows[0] if rows else _statute(type_, number, year)


@lru_cache(maxsize=1)
def _aliases() -> dict[str, Entry | None]:
    found: dict[str, Entry | None] = {}
    for rows in _cited().values():
        for entry in rows:
            for alias in entry.aliases:
                key = alias.casefold()
                found[key] = None if key in found else entry
    return found


def lookup_alias(words: str) -> Entry | None:
    """The one regulation with this short name (``UU SJSN``).

    ``UU Desa`` and ``UU Cipta Kerja`` are no aliases: two laws each could be meant.
    """
    return _aliases().get(" ".join(words.split()).casefold())


@lru_cache(maxsize=2048)
def _words(title: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(title.casefold()) if word not in _EMPTY_WORDS)


def _initials(title: str) -> str:
    return "".join(word[0] for word in _WORD.findall(title) if word[0].isupper()).casefold()


def whole_title(printed: str, entry: Entry) -> bool:
    """Whether the printed words are this title, shortened, extended or abbreviated, with no foreign word.

    >>> entry = Entry("UU", "40", 2004, "Sistem Jaminan Sosial Nasional")
    >>> [whole_title(words, entry) for words in ("SJSN", "Sistem Jaminan Sosial", "Jaminan Hari Tua")]
    [True, True, False]
    """
    words = _words(printed)
    if entry.title is None or not words:
        return False
    if printed.strip().casefold() in (
        _initials(entry.title),
        *(name.casefold() for name in entry.short_titles),
    ):
        return True
    title = _words(entry.title)
    return words <= title or (bool(title) and title <= words)


def same_title(printed: str, entry: Entry) -> bool:
    """Whether printed words can name this entry although some differ: most of the shorter title is there."""
    if entry.title is None:
        return False
    words = _words(printed)
    titles = [_words(title) for title in (entry.title, *entry.short_titles)]
    shared = [len(words & title) >= _SAME_SHARE * min(len(words), len(title)) for title in titles if title]
    return whole_title(printed, entry) or (bool(words) and any(shared))


@lru_cache(maxsize=1)
def _statutes_by_word() -> dict[str, list[_Key]]:
    index: dict[str, list[_Key]] = defaultdict(list)
    for key, title in _statutes().items():
        for word in _words(title):
            index[word].append(key)
    return dict(index)


def _candidates(printed: frozenset[str], type_: str | None) -> Iterator[Entry]:
    for rows in _cited().values():
        yield from rows
    if type_ in _COMPLETE:
        for key in {key for word in printed for key in _statutes_by_word().get(word, ())} - _cited().keys():
            yield Entry(*key, _statutes()[key])


@lru_cache(maxsize=1024)
def by_title(title: str, type_: str | None = None) -> tuple[Entry, ...]:
    """Entries whose title holds all words of ``title``, or the other way round, fullest match first.

    Only of one type, if given; without it only the regulations that articles cite are searched. Titles of
    fewer than three telling words identify nothing, unless they are an entry's own short title.
    """
    printed = _words(title)
    found = [
        entry
        for entry in _candidates(printed, type_)
        if type_ in (None, entry.type) and (_holds(printed, entry) or _is_short_title(title, entry))
    ]
    return tuple(sorted(found, key=lambda entry: (-_share(printed, entry), entry.id)))


def _holds(printed: frozenset[str], entry: Entry) -> bool:
    words = _words(entry.title or "")
    return min(len(printed), len(words)) >= _LEAST_WORDS and (printed <= words or words <= printed)


def _is_short_title(title: str, entry: Entry) -> bool:
    return title.strip().casefold() in (name.casefold() for name in entry.short_titles)


def _share(printed: frozenset[str], entry: Entry) -> float:
    words = _words(entry.title or "")
    return len(words & printed) / len(words) if words else 0.0
