"""Which lines and page parts are furniture; the words are in ``patterns/boilerplate.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractor.resources import patterns, read_toml

_FIRST_LETTERS = re.compile(r"[\W_]*([^\W_]{3})")
_SHORT = 60  # characters
_KEYWORDS = re.compile(r"id [^.!?]+")  # no sentence begins so: the word is a language's code
_HUMPS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled word lists."""

    related: re.Pattern[str]
    related_inside: re.Pattern[str]
    notices: re.Pattern[str]
    openings: frozenset[str]
    counters: re.Pattern[str]
    bylines: re.Pattern[str]
    captions: tuple[str, ...]
    furniture: frozenset[str]
    parts: frozenset[str]
    part_pairs: frozenset[tuple[str, ...]]
    containers: tuple[str, ...]
    outlet_words: frozenset[str]
    offices: tuple[str, ...]


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " +") for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def words() -> Words:
    """The word lists, read once."""
    table = read_toml(patterns("boilerplate.toml"))
    related, counted, roles = (_any_of(table[name]) for name in ("related", "counters", "bylines"))
    return Words(
        related=re.compile(rf"[\W_]*(?:{related})\b\s*(?P<mark>[:：\-–—|»>]*)\s*(?P<rest>.*)", re.I),
        related_inside=re.compile(rf"(?<=[.!?\"”)]) *[(\[]?(?:{_any_of(table['related'][:3])})\s*[:：].*$", re.I),
        notices=re.compile(rf"[\W_]*(?:{_any_of(table['notices'])})", re.I),
        openings=frozenset(_first_letters(phrase) for name in ("related", "notices") for phrase in table[name]),
        counters=re.compile(rf"(?:{counted})\s*:?\s*[\d.,/\s]+(?:kali|x)?|[\d.,]+\s*(?:{counted})", re.I),
        bylines=re.compile(
            rf"\b(?P<role>{roles})\s*:\s*(?P<name>[^\s:].*?)(?=[\W_]*(?:\b(?:{roles})\s*:|copyright|©|$))",
            re.I,
        ),
        captions=tuple(table["captions"]),
        furniture=frozenset(table["furniture"]),
        parts=frozenset(table["parts"]),
        part_pairs=frozenset(tuple(pair.split()) for pair in table["part_pairs"]),
        containers=tuple(table["containers"]),
        outlet_words=frozenset(table["outlet_words"]),
        offices=tuple(table["offices"]),
    )


def _first_letters(line: str) -> str:
    match = _FIRST_LETTERS.match(line)
    return match[1].lower() if match else ""


def opens_furniture(line: str) -> bool:
    """Whether a line begins with letters that a pointer to another article or a notice begins with; few do."""
    return _first_letters(line) in words().openings


def is_related(line: str) -> bool:
    """A pointer to another article: ``Baca juga: ...``; a whole sentence that only begins so is none."""
    match = words().related.match(line) if len(line) < 300 else None
    if match is None:
        return False
    return bool(match["mark"]) or not match["rest"] or not ends_sentence(line)


def is_bare_related(line: str) -> bool:
    """``Baca juga:`` alone; the headline it points to is the next line."""
    match = words().related.match(line)
    return match is not None and not match["rest"]


def is_headline(line: str) -> bool:
    """A line that reads as a headline: short, several words, no full stop, begins like a name or quote."""
    if not 12 <= len(line) <= 160 or line.endswith((".", ",", ";", ":")) or line.count(" ") < 2:
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] in "\"“‘'"


def is_notice(line: str) -> bool:
    """A line said by the site: what to do, what is forbidden, a tag list."""
    return words().notices.match(line) is not None


def is_keywords(line: str) -> bool:
    """The line of keywords that pages of the ANTARA network print under the headline: ``id jamsostek, nelayan``."""
    return _KEYWORDS.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """A short line that is a share button, a link or a counter."""
    listed = words()
    if len(line) >= _SHORT:
        return False
    return line.lower().strip(" :|»«[]()") in listed.furniture or bool(listed.counters.fullmatch(line))


def is_caption(line: str) -> bool:
    """A picture's caption in copied text, known by its credit at the end."""
    return len(line) < 250 and line.lower().rstrip(" .)]").endswith(words().captions)


def without_related(line: str) -> str:
    """The line without a ``Baca juga: ...`` stuck to the end of its last sentence."""
    if "uga" not in line and "UGA" not in line and "ula" not in line:
        return line
    cut = words().related_inside.search(line)
    return line[: cut.start()].rstrip() if cut and not ends_sentence(line) else line


def ends_sentence(line: str) -> bool:
    """Whether the line closes with a sentence's end mark."""
    return line.rstrip("\"”’')]").endswith((".", "!", "?", "…"))


@lru_cache(maxsize=4096)
def is_part(name: str) -> bool:
    """Whether a class or id names a part of the page that is furniture (``post-share``, ``bacaJuga``)."""
    listed = words()
    if name.lower() in listed.parts:
        return True
    if name.startswith("elementor"):  # every part of such a page is called a widget, the article too
        name = name.replace("widget", "")
    pieces = tuple(piece.lower() for piece in _HUMPS.findall(name))
    if not listed.parts.isdisjoint(pieces):
        return True
    return any(pair in listed.part_pairs for pair in pairwise(pieces))
