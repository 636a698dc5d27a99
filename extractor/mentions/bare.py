"""Bare numbers: what a number without a noun or a sign is, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from decimal import Decimal
from functools import lru_cache

from extractor.language import Parsed
from extractor.numbers import read_digits
from extractor.rules import RuleMatch, named_lists

_RISES = frozenset({"menjadi", "ke"})  # between two levels of which only the second has the unit
_AND = frozenset({"dan", "serta"})
_NO_PERCENT = frozenset({"antara", "pasal", "ayat", "nomor", "no", "tanggal", "tahun", "kelas", "tahap", "ke"})
_ALL = 100
_WHOLE = frozenset({"total", "seluruh", "sekitar", "jumlah"})
_VERBAL = ("me", "ber", "ter", "di")  # prefixes of verbs
_SO_FEW = frozenset({"baru", "hanya", "cuma", "tinggal", "masih", "sudah", "ada", "sebanyak", "sekitar"})
_OUT_OF = frozenset({"dari", "antara"})
_SENTENCE_ENDS = frozenset({".", ";", "!", "?"})
_IN_SENTENCE = 25  # words between those counted and the part of them
_DECIMAL = re.compile(r"\d{1,2},\d{1,2}")
_FAR_CHARACTERS = 100
_LISTED_PERCENT = re.compile(r"\d ?(?:persen|%)[^\n]*$")  # "Kota X 51,7 persen, Kota Y (48,2)"
_CALLED = re.compile(
    r"\b(?:persentase|prosentase)(?:nya)?\b[^.;:,()\d]*(?:,\s(?:baru|hanya|yakni|yaitu|sudah|sekitar|mencapai)\s)?$"
)


@lru_cache(maxsize=1)
def _left_out() -> frozenset[str]:
    return frozenset(named_lists()["after_bare"])


def is_year(words: Sequence[str]) -> bool:
    """Whether a number looks like a year."""
    return len(words) == 1 and len(words[0]) == 4 and words[0].isdigit() and words[0][:2] in ("19", "20")


def counts_something(parsed: Parsed, token: int) -> bool:
    """Whether a number without a counted noun we know has another one: ``1.250 bingkisan``, ``320 sekolah``."""
    if token >= len(parsed.printed) or not parsed.printed[token].isalpha():
        return False
    word = parsed.lowered[token]
    return word not in _left_out() and not word.startswith(_VERBAL)


def is_stray(parsed: Parsed, match: RuleMatch, words: Sequence[str], value: Decimal) -> bool:
    """Whether a number without a noun is too small to count workers, a year, or counts something else."""
    return value < 100 or is_year(words) or counts_something(parsed, match.token_end)


def is_out_of(parsed: Parsed, token: int, counting: Container[int]) -> bool:
    """Whether a number is counted out of another with a noun: the ``81`` of ``81 dari (total) 87 kalurahan``."""
    if token + 2 > len(parsed.printed) or parsed.lowered[token] != "dari":
        return False
    after = token + 2 if parsed.lowered[token + 1] in _WHOLE else token + 1
    return after in counting


def is_part_of(parsed: Parsed, match: RuleMatch, counted: Container[int]) -> bool:
    """Whether a small bare number is of those counted before it: ``dari 140 desa di Bima, baru 66 yang mendaftar``."""
    begin, end = match.token_start, match.token_end
    if end - begin > 1 or not parsed.printed[begin].isdigit() or parsed.lowered[end : end + 1] != ["yang"]:
        return False
    if not begin or parsed.lowered[begin - 1] not in _SO_FEW:
        return False
    for token in range(begin - 2, max(0, begin - _IN_SENTENCE), -1):
        if parsed.printed[token] in _SENTENCE_ENDS:
            return False
        if token in counted:
            return any(word in _OUT_OF for word in parsed.lowered[max(0, token - 3) : token])
    return False


def shares_unit(parsed: Parsed, match: RuleMatch, percents: Container[int]) -> bool:
    """Whether a bare number has the unit of the percentage behind it.

    What it rises from (``16,1`` in ``dari (sekitar) 16,1 menjadi 20 persen``), or the first of two of a list
    (``masing-masing 38 dan 35 persen``).
    """
    begin, end = match.token_start, match.token_end
    if end - begin > 1:
        return False  # with a scale word: "dari 1,2 juta menjadi 40 persen"
    if end + 1 < len(parsed.printed) and parsed.lowered[end] in _AND and end + 1 in percents:
        number = read_digits(parsed.printed[begin], whole=False)
        return number is not None and number.value < _ALL and not (begin and parsed.lowered[begin - 1] in _NO_PERCENT)
    if end + 1 >= len(parsed.printed) or parsed.lowered[end] not in _RISES or end + 1 not in percents:
        return False
    return "dari" in (word.lower() for word in parsed.printed[max(0, begin - 2) : begin])


def is_in_list(parsed: Parsed, match: RuleMatch, percents: Container[int]) -> bool:
    """Whether a bare number of a list has the unit of its neighbours: ``Tomohon 38 persen, Manado 61, dan Bitung 44``.

    A place stands before it, a percentage before that, and the next item is a place with a percentage.
    """
    begin, end = match.token_start, match.token_end
    if end - begin > 1 or begin < 2 or not parsed.printed[begin - 1][0].isupper():
        return False
    back = begin - 1
    while back > begin - 5 and back > 0 and parsed.printed[back - 1][0].isupper():
        back -= 1
    if parsed.lowered[back - 1] not in (",", "dan") or parsed.lowered[back - 2] not in named_lists()["percent"]:
        return False
    ahead = end
    while ahead < len(parsed.printed) and parsed.lowered[ahead] in (",", "dan", "serta"):
        ahead += 1
    first = ahead
    while ahead < min(first + 4, len(parsed.printed)) and parsed.printed[ahead][0].isupper():
        ahead += 1
    return first > end and ahead > first and ahead in percents


def is_called_percentage(parsed: Parsed, match: RuleMatch) -> bool:
    """Whether ``persentase`` stands before a bare number with decimals: ``persentasenya 21,8``, ``sebesar 56,9``."""
    begin, end = match.token_start, match.token_end
    if end - begin > 1 or not _DECIMAL.fullmatch(parsed.printed[begin]) or counts_something(parsed, end):
        return False
    before, behind = parsed.printed[begin - 1 : begin], parsed.printed[end : end + 1]
    if begin > 1 and before == ["("] and behind == [")"] and parsed.printed[begin - 2][0].isupper():
        return bool(_LISTED_PERCENT.search(parsed.low, max(0, parsed.starts[begin] - 200), parsed.starts[begin]))
    return bool(_CALLED.search(parsed.low, max(0, parsed.starts[begin] - _FAR_CHARACTERS), parsed.starts[begin]))
