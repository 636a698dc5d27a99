"""Names of persons as the Indonesian press prints them: degrees, honorifics, initials, particles.

``Dr. Ir. H. A. Rahman bin Saleh, S.E., M.Si`` is degrees before (``Dr``, ``Ir``, ``H``), a name
(``A. Rahman bin Saleh``) and degrees after (``S.E``, ``M.Si``). The lists are ``patterns/degrees.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from extractor.frozen import dataclass
from extractor.resources import patterns, read_csv, read_toml

MAX_WORDS = 5

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:['’`-]{_LETTER}+)*")
_DOTTED_DEGREE = r"(?:A|B|D|S|M|Sp|Ph|LL)\.[A-Z][A-Za-z]{0,5}(?:\.[A-Z][A-Za-z]{0,5}){0,3}"
_SPACED_DEGREE = r"[SM]\. [A-Z][A-Za-z]{0,5}(?:\. ?[A-Z][A-Za-z]{0,5})?(?=[.,]|$)"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name where it stands: ``start``/``end`` with its degrees, ``name`` without; no final dots."""

    start: int
    end: int
    name: str
    degrees_before: tuple[str, ...] = ()
    degrees_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Grammar:
    before: re.Pattern[str]
    courtesy: re.Pattern[str]
    after: re.Pattern[str]
    after_comma: re.Pattern[str]
    capitals_after_comma: re.Pattern[str]
    adat: re.Pattern[str]
    after_words: frozenset[str]
    particles: frozenset[str]
    shortened: frozenset[str]
    never: frozenset[str]
    no_initials: frozenset[str]


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    table = read_toml(patterns("degrees.toml"))
    before, after = _alternatives(table["before"]), _alternatives(table["after"])
    services, honorary = _alternatives(table["services"]), _alternatives(table["honorary"])
    return _Grammar(
        before=re.compile(
            rf"((?:{before})(?:\.? \((?:{honorary})\)| \(?(?:{services})\)?)?)(?:\. ?|(?<=\)) ?| (?=[A-Z(d]))"
        ),
        courtesy=re.compile(rf"(?:{_alternatives(table['courtesy'])})\.? (?=[A-Z])"),
        # Dotted forms first: "M.A.P" is no "M.A".
        after=re.compile(rf" ({_DOTTED_DEGREE}(?!\w)|(?:{after})(?![\w'’]))\.?"),
        after_comma=re.compile(rf"[., ]*, ?({_DOTTED_DEGREE}(?!\w)|(?:{after})(?![\w'’])|{_SPACED_DEGREE})\.?"),
        capitals_after_comma=re.compile(r"[., ]*, ?([A-Z]{2,6})(?=\.?(?:,|$| [a-z(]))\.?"),
        adat=re.compile(rf",? ?\(?(?:{_alternatives(table['adat'])})\.?(?: [A-Z][a-z]+){{1,3}}\)?"),
        after_words=frozenset(table["after"]),
        particles=frozenset(table["particles"]),
        shortened=frozenset(table["shortened"]),
        never=frozenset(table["never"]) | courtesy_words() | _areas(),
        no_initials=frozenset(table["no_initials"]) | frozenset(table["after"]),
    )


def _areas() -> frozenset[str]:
    """The areas of offices that have a coined name of one word, which stands behind the office (``Banuspa``)."""
    rows = (
        row for row in read_csv("gazetteers", "areas.csv") if "office" in row["note"] and "island" not in row["note"]
    )
    return frozenset(row["name"] for row in rows if " " not in row["name"] and "-" not in row["name"])


@lru_cache(maxsize=1)
def courtesy_words() -> frozenset[str]:
    """Words of address before a name (``Bapak``, ``Ibu``), as printed."""
    return frozenset(read_toml(patterns("degrees.toml"))["courtesy"])


def read_name(
    text: str, start: int, end: int | None = None, *, stop: Container[str] = (), all_caps: bool = False
) -> PersonName | None:
    """The person's name that begins at ``start``, with the degrees around it; None where none begins.

    ``stop`` holds lower-case words that no name holds (offices, titles); ``all_caps`` accepts names printed
    in capitals throughout, as in headlines. Reads no further than ``end``.
    """
    end = len(text) if end is None else end
    cursor, before = _degrees_before(text, start, end)
    words_end = _name_end(text, cursor, end, stop, all_caps)
    if words_end is None:
        return None
    name = text[cursor:words_end]
    after_end, after = _degrees_after(text, words_end, end)
    return PersonName(start, after_end, name, before, after)


def split_name(text: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Degrees before, name and degrees after of one printed name.

    >>> split_name("Dr. Drs. Nama Orang, M.Ec.Dev")
    (('Dr', 'Drs'), 'Nama Orang', ('M.Ec.Dev',))

    Text that is no name by this grammar is given back as the name, with no degrees.
    """
    text = text.strip()
    found = read_name(text, 0, all_caps=text == text.upper())
    if found is None:
        return (), text, ()
    return found.degrees_before, found.name, found.degrees_after


def _degrees_before(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    grammar, cursor = _grammar(), start
    degrees: list[str] = []
    while True:
        match = grammar.courtesy.match(text, cursor, end)
        if match is None:
            match = grammar.before.match(text, cursor, end)
            if match is None:
                return cursor, tuple(degrees)
            degrees.append(match.group(1).replace(". (", " ("))
        cursor = match.end()


def _degrees_after(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Degrees after a name. Unknown capitals count as one only behind a known degree (``S.T., CRMX,``)."""
    grammar, cursor, stop = _grammar(), start, start
    degrees: list[str] = []
    while True:
        match = grammar.after_comma.match(text, cursor, end) or grammar.after.match(text, cursor, end)
        if match is None and degrees:
            match = grammar.capitals_after_comma.match(text, cursor, end)
        if match is None:
            title = grammar.adat.match(text, cursor, end) if degrees else None
            return title.end() if title else stop, tuple(degrees)
        degrees += _apart(match.group(1).replace(". ", "."))
        cursor, stop = match.end(), match.end(1)


def _apart(degree: str) -> list[str]:
    """``S.E.M.Si`` is two degrees without the comma between them; ``M.A.P`` is one."""
    known = _grammar().after_words
    if degree not in known:
        for dot in (at for at, letter in enumerate(degree) if letter == "."):
            if degree[:dot] in known and degree[dot + 1 :] in known and "." in degree[dot + 1 :]:
                return [degree[:dot], degree[dot + 1 :]]
    return [degree]


def _name_end(text: str, start: int, end: int, stop: Container[str], all_caps: bool) -> int | None:
    """Where the words of a name that begins at ``start`` end; None for no name or too long a one."""
    grammar, cursor, last, words = _grammar(), start, None, 0
    while (match := _WORD.match(text, cursor, end)) is not None:
        word, after = match.group(), match.end()
        dotted = text[after : after + 1] == "."
        if word in grammar.particles and words and text[after : after + 1] == " ":
            cursor = after + 1
            continue
        if not word[0].isupper() or word in grammar.never or word.lower() in stop:
            break
        initial = len(word) == 1 or word in grammar.shortened
        if not initial and word.isupper() and not _capitals_allowed(word, words, all_caps, text, after):
            break
        if words and word in grammar.after_words and not dotted and word.isupper():
            break
        if words and dotted and grammar.after.match(text, cursor - 1, end):
            break
        words += 1
        if dotted and initial:
            last = after + 1
            cursor = last + (text[last : last + 1] == " ")
            continue
        last = after
        if text[after : after + 1] != " ":
            break
        cursor = after + 1
    if last is None or not 1 <= words <= MAX_WORDS or _only_initials(text[start:last]):
        return None
    return last


def _capitals_allowed(word: str, words: int, all_caps: bool, text: str, after: int) -> bool:
    """Capitals are a name in a text of capitals, or two initials run together before one (``AM Hanafi``)."""
    if all_caps:
        return True
    following = text[after : after + 3]
    if words and len(word) == 2 and word not in _grammar().no_initials:
        return following[:1] == " " and following[1:2].isupper() and following[2:3].islower()  # "Yosef GL Kabelen"
    return words == 0 and len(word) == 2 and following[:1] in (" ", ".") and following[1:].strip()[:1].isupper()


def _only_initials(name: str) -> bool:
    return all(len(part) == 1 for part in re.split(r"[. ]+", name) if part)
