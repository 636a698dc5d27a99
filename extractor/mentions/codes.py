"""SEGMENT, PROGRAMME and PLAN: word lists whose rule says the code (``patterns/rules/``)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.language import Parsed
from extractor.model import Code, Found
from extractor.rules import RuleMatch


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """One mention per match, with the code of its rule."""
    return [
        Found(match.start, match.end, match.rule.label, Code(match.rule.value["code"]), match.rule.id)
        for match in matches
    ]
