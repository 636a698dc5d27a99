"""DATE: triggers of ``patterns/rules/dates.toml`` widened to whole expressions and read.

A mention holds the weekday beside it and the bracket between them: ``Jumat (06/09/2024)`` is one mention,
``(25/10/2023)`` without a weekday the digits alone. Plan periods (``RPJMD 2021-2026``) and clock times are
no dates; the year of a regulation goes to the regulation, which keeps its digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from extractor.dates import DAY_PARTS, FORMS, WEEKDAYS, read
from extractor.language import Parsed
from extractor.model import DateValue, Found
from extractor.rules import RuleMatch, named_lists

# The families in the order in which they may claim a piece of text.
_ORDER = ("named", "numeric", "part", "edge", "relative", "year", "weekday")
_REACH_BACK = 6  # tokens: "1 Januari sampai dengan 31 Agustus 2023", seen from "Agustus"
_REACH_AHEAD = 48  # characters
_NO_WEEKDAY_AFTER = frozenset({"setiap", "tiap", "saban", "-", "–"})
_NO_WEEKDAY_BEFORE = frozenset({"-", "–", "hingga", "sampai"})
_TWO_WORDS = re.compile(r"(?:(?P<head>\S+)[ \u00a0])?(?P<word>\w+)[ \u00a0]$")
_SEVERAL = frozenset({"beberapa", "sekian", "belasan", "puluhan", "ratusan"})
_NUMBERED = frozenset(
    ("tahap", "gelombang", "termin", "semester", "triwulan", "kuartal", "kwartal", "caturwulan", "periode", "angkatan")
)
_WEEK = frozenset({"lalu", "ini", "depan", "pertama", "kedua", "ketiga", "keempat", "terakhir"})  # "Minggu ini"


def find(parsed: Parsed, matches: Sequence[RuleMatch], *, anchor: date | None = None) -> list[Found]:
    """The dates and periods of a text; ``anchor`` is a day near the document's date."""
    found: list[Found] = []
    for match in sorted(matches, key=lambda m: (_ORDER.index(m.rule.value["form"]), m.start)):
        if any(row.start < match.end and match.start < row.end for row in found):
            continue
        span = _widen(parsed, match)
        if span is None or any(row.start < span[1] and span[0] < row.end for row in found):
            continue
        value = read(parsed.text[slice(*span)], anchor=anchor)
        if value is not None and _holds(parsed, match, span, value):
            found.append(Found(*span, "DATE", value, match.rule.id))
    return sorted(found, key=lambda row: row.start)


def _widen(parsed: Parsed, match: RuleMatch) -> tuple[int, int] | None:
    """The span of the longest expression of the match's family that holds it, with its weekday."""
    text = parsed.text
    form = FORMS[match.rule.value["form"]]
    line_end = text.find("\n", match.end)
    limit = min(match.end + _REACH_AHEAD, line_end if line_end >= 0 else len(text))
    for token in range(max(0, match.token_start - _REACH_BACK), match.token_start + 1):
        whole = form.match(text, parsed.starts[token], limit)
        if whole and whole.end() >= match.end:
            return _with_weekday(parsed, token, whole.start(), whole.end())
    return None


def _with_weekday(parsed: Parsed, token: int, start: int, end: int) -> tuple[int, int]:
    """The span with the weekday before it and the bracket that then opens between them."""
    opened = False
    for before in range(token - 1, max(-1, token - 6), -1):
        printed = parsed.printed[before]
        word = printed.lower()
        if word in WEEKDAYS and (opened or printed[0].isupper()):
            closed = opened and parsed.text[end : end + 1] == ")"
            return parsed.starts[before], end + closed
        if word not in (",", "(") and word not in DAY_PARTS:
            break
        opened = opened or word == "("
    return start, end


def _word_before(parsed: Parsed, offset: int) -> str:
    line = parsed.text[max(0, offset - 24) : offset].rpartition("\n")[2].split()
    return line[-1].strip('.,("“').lower() if line else ""


def _word_after(parsed: Parsed, offset: int) -> str:
    line = parsed.text[offset : offset + 24].partition("\n")[0].split()
    return line[0].lower() if line else ""


@lru_cache(maxsize=8)
def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in named_lists()[name])


def _holds(parsed: Parsed, match: RuleMatch, span: tuple[int, int], value: DateValue) -> bool:
    """Whether the words around an expression let it be a date."""
    form = match.rule.value["form"]
    if form == "named":
        return _is_named(parsed, match, span, value)
    if form == "numeric":
        framed = value.weekday is not None or parsed.text[span[0] - 1 : span[0]] == "("
        return framed or (value.start is not None and not value.flags and span[1] - span[0] >= 8)
    if form == "year":
        return _is_year(parsed, span)
    if form == "weekday":
        return _is_weekday(parsed, span)
    return form != "relative" or not _is_counted(parsed, span[0])


def _is_named(parsed: Parsed, match: RuleMatch, span: tuple[int, int], value: DateValue) -> bool:
    words = parsed.text[slice(*span)]
    if match.rule.id == "date.stamp":
        return value.precision == "day" and not value.flags
    if any(letter.isdigit() for letter in words) or " " in words or "-" in words:
        return True
    return _word_before(parsed, span[0]) in _words("time_word") or _is_next_month(parsed, span)


def _is_next_month(parsed: Parsed, span: tuple[int, int]) -> bool:
    """``Pada Januari 410 orang, Februari 507 dan Maret menjadi 620``: a month goes on with a list of months."""
    start, end = span
    if not (_GOES_ON.search(parsed.low, max(0, start - 8), start) and _ITS_NUMBER.match(parsed.low, end)):
        return False
    earlier = parsed.low[max(0, start - _LIST_REACH) : start].rpartition("\n")[2]
    return any(month in earlier for month in named_lists()["month"])


def _is_weekday(parsed: Parsed, span: tuple[int, int]) -> bool:
    """A day of one week: no opening hours, no habit; ``Minggu ini`` is a week."""
    text, (start, end) = parsed.text, span
    if _word_before(parsed, start) in _NO_WEEKDAY_AFTER or text[start - 1 : start] in _NO_WEEKDAY_AFTER:
        return False
    after = _word_after(parsed, end)
    if text[end : end + 1] in _NO_WEEKDAY_BEFORE or after in _NO_WEEKDAY_BEFORE:
        return False
    return not (text[start:end].lower() == "minggu" and after.rstrip(".,") in _WEEK)


def _is_counted(parsed: Parsed, start: int) -> bool:
    """``4 tahun lalu``, ``beberapa bulan lalu`` are counted back from now; ``tahap 2 tahun lalu`` is last year's."""
    match = _TWO_WORDS.search(parsed.text, max(0, start - 40), start)
    if match is None or (match["head"] or "").lower() in _NUMBERED:
        return False
    word = match["word"].lower()
    return word in _SEVERAL or word in _words("number_word") or (word.isdecimal() and len(word) <= 2)


def _is_year(parsed: Parsed, span: tuple[int, int]) -> bool:
    """Four digits: a year after a word of time, no year after an amount's word or before a counted noun."""
    text = parsed.text
    if text[span[0] : span[0] + 1].isalpha():
        return not _NUMBERED_BY.search(parsed.low, max(0, span[0] - 24), span[0])
    before = _word_before(parsed, span[0])
    if before in _words("amount_word") or text[span[0] - 1 : span[0]] in ("/", "-", "–", "."):
        return False
    if "©" in _line_before(text, span[0]) or text[span[1] : span[1] + 1] in ("/", "-", "–", "%"):
        return False
    if _NUMBERED_BY.search(parsed.low, max(0, span[0] - 24), span[0]):
        return False
    after = _word_after(parsed, span[1]).strip('.,;:)"”')
    if after in _words("scale", "percent"):
        return False
    listed = _YEAR_BEFORE.search(text, max(0, span[0] - 16), span[0])  # "pada 2022, 2023 dan 2024 peserta ..."
    return before in _words("year_word") or listed is not None or after not in _words(*_COUNTED)


_NUMBERED_BY = re.compile(
    r"\b(?:nomor|nomer|no\.?)\s?\d{1,3}(?:/[\w.]+)?\s(?:tahun\s)?$"
)  # "Impres Nomor 2 tahun 2021"
_GOES_ON = re.compile(r"(?:,|\b(?:dan|serta|lalu|kemudian|sedangkan|sementara)) $")
_ITS_NUMBER = re.compile(r" (?:(?:menjadi|sebanyak|sebesar|mencapai|naik|turun|baru|sekitar|ada|tercatat) ){0,2}\d")
_LIST_REACH = 90  # characters back to the month before in a list
_YEAR_BEFORE = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?:,| dan|, dan| serta| hingga| sampai| maupun) $")
_COUNTED = ("people", "entity_village", "entity_company")


def _line_before(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 : offset]
