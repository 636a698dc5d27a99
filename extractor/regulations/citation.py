"""Reads a citation that begins with the words of a type: ``Peraturan Bupati Gresik Nomor 20 Tahun 2022``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractor.frozen import dataclass
from extractor.model import Article, Regulation
from extractor.regulations.issuers import LEVELS
from extractor.regulations.numbering import (
    NUMBER_WORD,
    Numbered,
    articles_after,
    articles_before,
    read_group,
    read_next_group,
)
from extractor.regulations.register import lookup, lookup_alias
from extractor.regulations.titles import closed, read_title

_NATIONAL = frozenset({"UU", "Perppu", "PP", "Perpres", "Keppres", "Inpres"})
_NAMED_ISSUER = frozenset({"Permen", "Kepmen", "Inmen", "SE", "SK", "SKB", "Kepdir"})
# Types whose abbreviation is too common a word for a number without "Nomor" (a degree, an office).
_NEEDS_NUMBER_WORD = frozenset({"SE", "SK"})

_BRACKET = re.compile(r"(?:\s*\)|\s*\([^()\n]{1,25}\))?")
_BETWEEN = re.compile(
    r"(?P<words>(?:,?\s+(?:(?!(?:Nomor|NOMOR|Nomer|No|Lembaran|Tambahan|Berita|Tahun)\b)[A-Z][\w.'’/-]*"
    r"|dan|tentang|di|bagi|atas|untuk|pada|dalam|\([^()\n]{1,25}\))){0,14}?)"
    rf"(?=\s*:?\s*(?:{NUMBER_WORD}[\dIVXLCA-Z]|\d{{1,4}}\s*(?:/|\s[Tt]ahun\b|\s[Tt]hn?\b)|[Tt]ahun\s+\d{{4}}\s+[Nn]o|"
    r"\d[\d.]*/\S|[A-Z]{2,8}[-.]\d+/))"
)
_STATE = re.compile(r"\b(?:Negara\s+)?(?:Republik\s+Indonesia|R\.?I\.?|NRI)(?=\s|$)")
_CONSTITUTION = re.compile(
    r"\s*\)?(?:\s*\(UUD\))?(?:\s+(?:Negara|Republik\s+Indonesia|NRI|RI|NKRI))*(?:\s+(?:[Tt]ahun\s+)?)(?P<year>1945|45)\b"
)
_ALIAS = re.compile(r"\s+[A-Z]{3,6}\b(?![-/])")
_SELF_NUMBERED = re.compile(r"[A-Z]{2,6}[-.]\d[\w.]*(?:/[\w.\-]*\w)+")


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited regulation and its span, from the type words to the end of number and year."""

    start: int
    end: int
    regulation: Regulation


def read_citations(
    text: str, start: int, after: int, type_: str, *, stop: int, types_at: Sequence[int] = ()
) -> list[Citation]:
    """The regulations cited at ``start``, where the type words end at ``after``.

    ``stop`` is the end of the sentence; ``types_at`` the sorted starts of all type words of the text, which
    end a number and, unless it amends, a title. ``PP Nomor 44, 45, dan 46 Tahun 2015`` gives three
    citations with the same span. An empty list when no regulation is identified: ``UU ITE``, ``Perda ini``.
    """
    following = bisect_right(types_at, after - 1)
    next_type = types_at[following] if following < len(types_at) else None
    limit = min(stop, next_type or stop)
    floor = text.rfind("\n", 0, start) + 1
    before = articles_before(text, start, floor)
    if type_ == "UUD":
        return _constitution(text, start, after, stop, next_type, before)
    if number := _SELF_NUMBERED.match(text, start, stop):
        return _citations(text, start, read_group(text, start, number.end()), type_, "", stop, types_at, before)
    opened = _BRACKET.match(text, after, limit)
    position = opened.end() if opened else after
    between = _BETWEEN.match(text, position, limit)
    group = []
    words = ""
    if between:
        words = between["words"]
        needs_word = type_ in _NEEDS_NUMBER_WORD and "/" not in text[between.end() : between.end() + 12]
        group = read_group(text, _skip_colon(text, between.end()), limit, needs_word=needs_word)
    if not group:
        return _by_alias(text, start, after, type_, limit, before)
    return _citations(text, start, group, type_, words.strip(" ,"), stop, types_at, before)


def _skip_colon(text: str, position: int) -> int:
    while text[position : position + 1] in (" ", ":"):
        position += 1
    return position


def _constitution(
    text: str, start: int, after: int, stop: int, next_type: int | None, before: tuple[Article, ...]
) -> list[Citation]:
    match = _CONSTITUTION.match(text, after, stop)
    if match is None:
        return []
    articles, _ = articles_after(text, match.end(), stop, next_type)
    raw = text[start : match.end()]
    regulation = Regulation("UUD", None, 1945, "UUD 1945", raw, articles=before + articles)
    return [Citation(start, match.end(), regulation)]


def _by_alias(text: str, start: int, after: int, type_: str, limit: int, before: tuple[Article, ...]) -> list[Citation]:
    """``UU SJSN``: a short name that the register gives to one regulation only."""
    match = _ALIAS.match(text, after, limit)
    if match is None:
        return []
    entry = lookup_alias(f"{type_}{match[0]}")
    if entry is None:
        return []
    articles, _ = articles_after(text, match.end(), limit, None)
    regulation = Regulation(
        entry.type, entry.number, entry.year, entry.id, text[start : match.end()],
        articles=before + articles, flags=("number_from_register",),
    )  # fmt: skip
    return [Citation(start, match.end(), regulation)]


def _citations(
    text: str,
    start: int,
    group: list[Numbered],
    type_: str,
    words: str,
    stop: int,
    types_at: Sequence[int],
    before: tuple[Article, ...],
) -> list[Citation]:
    """The first group with the words between type and number, then further groups of the same type."""
    issuer, early_title = _words_between(text[start : group[0].start] if group else "", type_, words)
    found: list[Citation] = []
    span_start = start
    while group:
        end = group[-1].end
        next_type = min((t for t in types_at if t >= end), default=None)
        articles, position = articles_after(text, end, stop, next_type)
        known = lookup(type_, group[0].number, group[0].year) if len(group) == 1 else None
        title = read_title(text, position, stop, types_at, local=type_ in LEVELS, known=known.title if known else None)
        if title:
            position = title.end
            if not articles:
                articles, position = articles_after(text, position, stop, next_type)
        named = (title.text if title else early_title) if not group[0].listed else None
        found += [_citation(text, span_start, n, type_, named, before + articles, issuer) for n in group]
        group = read_next_group(text, position, min(stop, next_type or stop), needs_word=title is not None)
        if group:
            span_start, early_title, before = group[0].start, None, ()
    return found


def _citation(
    text: str,
    start: int,
    numbered: Numbered,
    type_: str,
    title: str | None,
    articles: tuple[Article, ...],
    issuer: str | None,
) -> Citation:
    number, year = numbered.number, numbered.year
    has_year = year is not None and not number.endswith(f"/{year}")
    return Citation(
        start,
        numbered.end,
        Regulation(
            type=type_,
            number=number,
            year=year,
            id=f"{type_} {number}/{year}" if has_year else f"{type_} {number}",
            raw=text[start : numbered.end],
            title=title,
            articles=articles if not numbered.listed else (),
            issuer=issuer,
            flags=numbered.flags,
        ),
    )


def _words_between(opening: str, type_: str, words: str) -> tuple[str | None, str | None]:
    """Issuer and title out of the words between type and number.

    ``Surat Edaran Bupati Nabire Nomor`` names its issuer, ``UU Desa Nomor`` its title; the place in
    ``Perbup Nabire Nomor`` is read by ``resolve_issuers``, as a region.
    """
    words = _STATE.sub("", words)
    words = re.sub(r"\s*\([^()]*\)", "", words)
    place, _, title = words.partition("tentang ")
    place, title = " ".join(place.split()), closed(title)
    if type_ in _NAMED_ISSUER:
        is_minister = "menteri" in opening.lower() and type_ not in ("SE", "SK", "SKB")
        return (f"Menteri {place}" if is_minister else place) if place else None, title or None
    if type_ in _NATIONAL and not title:
        return None, closed(place) or None
    return None, title or None
