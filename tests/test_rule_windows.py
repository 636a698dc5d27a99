"""Token patterns are matched in windows only: they find there what they find in the whole text."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.language import doc_of, parse
from extractor.mentions import rule_set
from extractor.read import read
from extractor.resources import data_folder
from extractor.rules import load_rules

CORPUS = sorted(data_folder("corpus").rglob("*.txt"))
EXAMPLES = [example.text for rule in load_rules() for example in rule.examples]
COUNTEREXAMPLES = [text for rule in load_rules() for text in rule.counterexamples]


def assert_windows_hold_all_matches(text: str) -> None:
    rules, parsed = rule_set(), parse(text)
    whole = {(rules._ranks_by_key[key], start, end) for key, start, end in rules._in_windows(doc_of(parsed.printed))}
    found = {
        (rank, first + start, first + end)
        for first, last in rules._windows(parsed)
        for rank, start, end in rules._match_window(rules._shapes(parsed, first, last))
    }
    assert found == whole


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_documents(path: Path) -> None:
    assert_windows_hold_all_matches(read(path.read_bytes()).text)


def test_examples() -> None:
    for text in (*EXAMPLES, *COUNTEREXAMPLES):
        assert_windows_hold_all_matches(text)


def test_no_pattern_asks_for_the_whole_text() -> None:
    assert len(rule_set()._anywhere) == 0  # half a millisecond an article: give it a word or number it needs
