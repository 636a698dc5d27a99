"""SEGMENT, PROGRAMME and PLAN: word lists whose rule says the code (``patterns/rules/``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.language import Parsed
from extractor.model import Code, Found
from extractor.rules import RuleMatch, phrase_key

_ADDRESS = re.compile(r"\.[a-z]{2,}")  # "JURNALIS.co.id" is an outlet


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """One mention per match, with the code of its rule or, where the rule has several, of its phrase."""
    return [
        Found(match.start, match.end, match.rule.label, Code(_code(parsed, match)), match.rule.id)
        for match in matches
        if not _ADDRESS.match(parsed.text, match.end)
    ]


def _code(parsed: Parsed, match: RuleMatch) -> str:
    codes = match.rule.codes
    return codes[phrase_key(parsed.text[match.start : match.end])] if codes else str(match.rule.value["code"])
