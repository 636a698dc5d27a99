"""Types are phrases with a code in the rule file."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.rules import _rule, load_rules, phrase_key


def test_spellings_of_one_type_share_a_code() -> None:
    codes = next(rule.codes for rule in load_rules() if rule.id == "regulation.statute")
    assert {codes[phrase_key(words)] for words in ("UU", "Undang-Undang", "undang - undang", "UNDANG UNDANG")} == {"UU"}


def test_a_phrase_with_two_codes_is_refused() -> None:
    table = {"id": "x", "label": "X", "reason": "r", "phrases": {"A": ["Aturan Satu"], "B": ["aturan-satu"]}}
    with pytest.raises(RuleError, match=r"rule x: 'aturan-satu' has the codes A and B"):
        _rule(table, None, Path("x.toml"))
