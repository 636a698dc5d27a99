"""ORGANISATION: agencies, ministries, offices, councils and regional governments, named as printed.

A rule (``patterns/rules/organisations.toml``) says the first words and how the name goes on: by a place or
branch (``extend = "place"``), by words of offices and a place (``"scope"``), or not at all (``"none"``); with
``alone = false`` the first words name nothing by themselves (``Dinas``, ``Kementerian``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.language import Parsed
from extractor.mentions.office_words import pieces, place_width
from extractor.mentions.scopes import read_scope
from extractor.model import Found, Name
from extractor.rules import RuleMatch, load_rules

_BRACKETS = re.compile(r" ?\([^()\n]*\)")
_BRANCH_WORDS = frozenset(
    {"cabang", "kantor", "kanwil", "wilayah", "kcp", "provinsi", "kabupaten", "kota", "kab", "prov"}
)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Lower-case first words of all organisations: behind "dan" or a comma they begin another one."""
    rules = (rule for rule in load_rules() if rule.label == "ORGANISATION")
    return frozenset(phrase.split()[0].lower() for rule in rules for phrase in rule.phrases)


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """One mention per organisation named, each with its name without bracketed abbreviations."""
    text, found, done = parsed.text, [], 0
    for match in matches:
        if match.start < done or not text[match.start].isupper():
            continue
        end = _end(text, match)
        if end is None:
            continue
        done = end
        name = text[match.start : end]
        name = _BRACKETS.sub("", name) if "(" in name else name
        found.append(Found(match.start, end, "ORGANISATION", Name(name), match.rule.id))
    return found


def _end(text: str, match: RuleMatch) -> int | None:
    """Where the organisation's name ends; None when the first words alone name none."""
    extend, alone = match.rule.value["extend"], match.rule.value["alone"]
    if extend == "none" or (extend == "place" and not _place_follows(text, match.end)):
        return match.end if alone else None
    scope = read_scope(text, match.end, titles=_first_words(), joined=extend == "scope")
    return scope.end if alone or scope.end > match.end else None


def _place_follows(text: str, offset: int) -> bool:
    """Whether a place, a branch or a bracket before one stands next."""
    row = [piece for piece in pieces(text, offset, offset + 60) if piece.text[0] != "("]
    return bool(row) and (bool(place_width(row, 0)) or (row[0].text[0].isupper() and row[0].low in _BRANCH_WORDS))
