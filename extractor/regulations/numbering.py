"""Numbers, years and articles of a citation, as the press prints them.

``Nomor 2 Tahun 2021``, ``No. 02/2021``, ``44, 45, dan 46 Tahun 2015``, ``IV Tahun 2019``; composite
numbers (``842.2/5193/SJ``, ``215/PMK.07/2021``, ``KEP-196/MEN/1999``) stay as printed, their year being the
last part when that is a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.model import Article

NUMBER_WORD = r"(?:[Nn]omo?e?r|NOMOR|[Nn]o|NO)\b\s*[.:]{0,2}\s*"
_PARTS = r"(?:/[\w.\-]+)"
_NUMBER = (
    rf"(?:[A-Z]{{2,8}}[-.]?\d[\w.]*{_PARTS}+|[A-Z]{{1,3}}(?:-[A-Z]+)?{_PARTS}{{2,}}"
    rf"|\d[\w.\-]*{_PARTS}*|[IVXLC]{{1,7}}\b)"
)
_YEAR_WORD = r"(?:[Tt]ahun|TAHUN|[Tt]hn|[Tt]h)\b\.?\s*"
_AND = r"(?:\s*,\s*(?:(?:dan|serta|maupun)\s+)?|\s+(?:dan|serta|maupun|&)\s+)"

_FIRST = re.compile(rf"\s*(?P<word>{NUMBER_WORD})?(?P<number>{_NUMBER})(?:\s*\([a-z ]+\))?")
_YEAR = re.compile(rf"\s*,?\s*{_YEAR_WORD}(?P<year>\d{{2,6}})\b")
_YEAR_FIRST = re.compile(rf"\s*{_YEAR_WORD}(?P<year>(?:19|20)\d\d)\s+{NUMBER_WORD}(?P<number>\d{{1,4}})\b")
_NEXT = re.compile(rf"{_AND}(?P<word>{NUMBER_WORD})?(?P<number>\d{{1,4}}[A-Z]?)(?![\w/.]*\d)\b")
_NUMBER_WORD = re.compile(NUMBER_WORD)
_SEPARATOR = re.compile(rf"(?:\s*\([^()\n]{{1,25}}\))?{_AND}")

_PLAIN = re.compile(r"0*(\d{1,4}[A-Z]?)")
_SLASHED = re.compile(r"0*(\d{1,4}[A-Z]?)/((?:19|20)\d\d)")
_TAIL_YEAR = re.compile(r"/((?:19|20)\d\d)$")
_ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_ONE_ARTICLE = (
    r"(?:[Pp]asal\s+)?(?P<article>\d+[A-Z]?)\b(?!\s*(?:/|[Tt]ahun))"
    r"(?:\s*,?\s*[Aa]yat\s+(?P<paragraphs>\(?\d+[a-z]?\)?(?:(?:,\s*dan\s+|,\s*|\s+dan\s+)(?:[Aa]yat\s+)?(?:\(\d+[a-z]?\)|\d+\b))*))?"
    r"(?:\s*,?\s*[Hh]uruf\s+\(?(?P<letter>[a-z])\b\)?)?"
)
_ARTICLE = re.compile(_ONE_ARTICLE)
_ARTICLES_AFTER = re.compile(r"\s*,?\s*(?:\(\s*)?(?:(?:pada|dalam|khususnya|terutama|di)\s+)?(?=[Pp]asal\s+\d)")
_MORE_ARTICLES = re.compile(rf"(?:{_AND}|\s+(?:jo|juncto)\.?\s+)(?=(?:[Pp]asal\s+)?\d)")
_OF = ("", "dari", "dalam", "pada")
_PARAGRAPH = re.compile(r"\d+[a-z]?")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Number and year of one regulation; ``start``/``end`` its span without the type words."""

    start: int
    end: int
    number: str
    year: int | None
    flags: tuple[str, ...] = ()
    listed: bool = False


def _roman(token: str) -> str | None:
    if not token or not _ROMAN.fullmatch(token):
        return None
    digits = [_ROMAN_VALUES[letter] for letter in token]
    signed = [-d if d < max(digits[i:]) else d for i, d in enumerate(digits)]
    return str(sum(signed))


def classify(token: str) -> tuple[str, int | None] | None:
    """Number and year of a printed number token; None when it is none.

    >>> classify("02"), classify("02/2021"), classify("215/PMK.07/2021"), classify("IV")
    (('2', None), ('2', 2021), ('215/PMK.07/2021', 2021), ('4', None))
    """
    token = token.rstrip(".-/")
    if plain := _PLAIN.fullmatch(token):
        return plain[1], None
    if slashed := _SLASHED.fullmatch(token):
        return slashed[1], int(slashed[2])
    if "/" in token:
        tail = _TAIL_YEAR.search(token)
        return token, int(tail[1]) if tail else None
    if roman := _roman(token):
        return roman, None
    return None


def _plausible(year: str) -> tuple[int | None, tuple[str, ...]]:
    if len(year) == 4 and year[:2] in ("19", "20"):
        return int(year), ()
    return None, ("year_unreadable",)


def read_group(text: str, start: int, limit: int, *, needs_word: bool = False) -> list[Numbered]:
    """The regulations numbered at ``start``: one, or several that share a printed year.

    Without the word "Nomor" a bare number is only read when a year or a composite number follows
    (``PP 44``, ``SE 45`` say too little). An empty list when there is no number.
    """
    if early := _YEAR_FIRST.match(text, start, limit):
        return [Numbered(start, early.end(), str(int(early["number"])), int(early["year"]))]
    first = _FIRST.match(text, start, limit)
    read = classify(first["number"]) if first else None
    if first is None or read is None or (needs_word and not first["word"]):
        return []
    if not first["word"] and _DATE.fullmatch(first["number"].rstrip(".")):
        return []
    begin = start + len(first[0]) - len(first[0].lstrip())
    number, year = read
    end = first.end() - (len(first["number"]) - len(first["number"].rstrip(".-/")) if first[0][-1] in ".-/" else 0)
    if year is not None:
        return [Numbered(begin, end, number, year)]
    numbers, stop = [number], end
    if "/" not in number:
        numbers, stop = _listed(text, end, limit, number)
    printed = _YEAR.match(text, stop, limit)
    if printed:
        year, flags = _plausible(printed["year"])
        return [Numbered(begin, printed.end(), n, year, flags, len(numbers) > 1) for n in numbers]
    if "/" in number:
        return [Numbered(begin, end, number, None)]
    return [Numbered(begin, end, number, None, ("year_not_printed",))] if first["word"] else []


def _listed(text: str, position: int, limit: int, number: str) -> tuple[list[str], int]:
    """``44, 45, dan 46 Tahun 2015``: all numbers when a year closes the list, else the first alone."""
    numbers, stop = [number], position
    while more := _NEXT.match(text, stop, limit):
        numbers.append(str(int(more["number"])) if more["number"].isdigit() else more["number"])
        stop = more.end()
        if _YEAR.match(text, stop, limit):
            return numbers, stop
    return [number], position


def read_next_group(text: str, position: int, limit: int, *, needs_word: bool) -> list[Numbered]:
    """A further group of the same type: ``... dan Nomor 24 Tahun 2011``, ``..., 45/2015``."""
    separator = _SEPARATOR.match(text, position, limit)
    if separator is None:
        return []
    position = separator.end()
    named = _NUMBER_WORD.match(text, position, limit)
    if not named and (needs_word or not text[position : position + 1].isdigit()):
        return []
    group = read_group(text, position, limit)
    return group if group and group[0].year is not None else []


def _articles(text: str, position: int, limit: int) -> list[tuple[tuple[Article, ...], int, int]]:
    """Article groups from ``position`` on, each with its span."""
    groups = []
    while match := _ARTICLE.match(text, position, limit):
        paragraphs = _PARAGRAPH.findall(match["paragraphs"] or "") or [None]
        groups.append(
            (
                tuple(Article(match["article"], p, match["letter"]) for p in paragraphs),
                match.start(),
                match.end(),
            )
        )
        more = _MORE_ARTICLES.match(text, match.end(), limit)
        if more is None:
            break
        position = more.end()
    return groups


def articles_after(text: str, position: int, limit: int, next_type: int | None) -> tuple[tuple[Article, ...], int]:
    """``Pasal 66 ayat (1) huruf a`` after a citation, with its end.

    ``next_type`` is where the words of the next type begin, if any do: the last articles belong
    to it when it comes right behind them (``... dan Pasal 5 PP``).
    """
    opening = _ARTICLES_AFTER.match(text, position, limit)
    if opening is None:
        return (), position
    groups = _articles(text, opening.end(), limit)
    if groups and next_type is not None and text[groups[-1][2] : next_type].strip() in _OF:
        groups.pop()
    if not groups:
        return (), position
    return tuple(article for group, _, _ in groups for article in group), groups[-1][2]


def articles_before(text: str, start: int, floor: int) -> tuple[Article, ...]:
    """``Pasal 14 ayat (1) UU ...``: the articles that end right before the type words."""
    window = text[max(floor, start - 100) : start]
    for found in re.finditer(r"[Pp]asal\s+(?=\d)", window):
        groups = _articles(window, found.end(), len(window))
        if groups and window[groups[-1][2] :].strip() in _OF:
            return tuple(article for group, _, _ in groups for article in group)
    return ()
