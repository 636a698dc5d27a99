"""SEGMENT, PROGRAMME and PLAN: word lists whose rule says the code (``patterns/rules/``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.language import Parsed
from extractor.model import Code, Found
from extractor.rules import RuleMatch, phrase_key

_IN_BRACKETS = re.compile(r" \(([A-Z]{2,8})\)")
_RENTAN = Code("RENTAN")
_ADDRESS = re.compile(r"\.[a-z]{2,}")  # "JURNALIS.co.id" is an outlet

_AND_RENTAN = re.compile(  # "pekerja informal dan rentan", but not "... dan rentan terhadap risiko"
    r"(?:\s+(?:(?:dan|serta|maupun|atau|ataupun)\s+)?|\s*/\s*)(rentan)\b(?!\s+(?:terhadap|akan|ter\w+|me\w+|miskin|sakit)\b)"
)
_ASKING = re.compile(  # "Ditemui sejumlah jurnalis, ...": who asks is no group of workers spoken of
    r"\b(?:[Dd]itemui|[Dd]itanya|[Dd]iwawancarai|[Mm]enjawab|di hadapan)\s+"
    r"(?:(?:sejumlah|para|awak|beberapa|rekan)\s+)*$"
)


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """One mention per match, with the code of its rule or, where the rule has several, of its phrase.

    An abbreviation that the text puts in brackets behind a segment is one too: ``pekerja sosial keagamaan (PSK)``.
    """
    found = [
        Found(match.start, match.end, match.rule.label, Code(_code(parsed, match)), match.rule.id)
        for match in matches
        if not _ADDRESS.match(parsed.text, match.end)
        and not _ASKING.search(parsed.text, max(0, match.start - 40), match.start)
    ]
    return [*found, *_also_rentan(parsed, found), *_abbreviated(parsed.text, found)]


def _also_rentan(parsed: Parsed, found: Sequence[Found]) -> list[Found]:
    """The bare ``rentan`` that a conjunction joins to a segment: ``pekerja informal dan rentan``."""
    if "rentan" not in parsed.low:
        return []
    rows = ((row, _AND_RENTAN.match(parsed.low, row.end)) for row in found if row.label == "SEGMENT")
    return [Found(*match.span(1), row.label, _RENTAN, "segment.rentan") for row, match in rows if match]


def _abbreviated(text: str, found: Sequence[Found]) -> list[Found]:
    """The later places of abbreviations that were introduced behind a segment."""
    more: list[Found] = []
    taken = {place for row in found for place in range(row.start, row.end)}
    for row in found:
        short = _IN_BRACKETS.match(text, row.end) if row.label == "SEGMENT" else None
        if short is None:
            continue
        for match in re.compile(rf"\b{short[1]}\b").finditer(text, short.end()):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                more.append(Found(*match.span(), row.label, row.value, row.rule))
    return more


def _code(parsed: Parsed, match: RuleMatch) -> str:
    codes = match.rule.codes
    return codes[phrase_key(parsed.text[match.start : match.end])] if codes else str(match.rule.value["code"])
