"""Every rule of ``patterns/rules/`` keeps its word: each example, counterexample and known miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions, rule_set
from extractor.rules import Example, Rule, load_rules
from extractor.wire import decimal_to_text

# Labels of mentions; other labels than these and CUE only help a finder, so there the match itself is tested.
MENTIONS = {"PERCENT", "COUNT", "REGULATION", "OFFICIAL", "DATE", "REGION"}
MENTIONS |= {"SEGMENT", "PROGRAMME", "PLAN", "ORGANISATION", "MONEY"}


def fired(rule: Rule, text: str) -> list[tuple[str, Any]]:
    """The words a rule found in a text, with the value read from them (None for cues and helper rules)."""
    parsed = parse(text)
    if rule.label in MENTIONS or rule.label == "CUE":
        found, cues = find_mentions(parsed)
        spans = [(one.start, one.end, one.value) for one in found if one.rule == rule.id]
        spans += [(one.start, one.end, None) for one in cues if one.rule == rule.id]
    else:
        matches = rule_set().match(parsed).get(rule.label, ())
        spans = [(one.start, one.end, None) for one in matches if one.rule.id == rule.id]
    return [(text[start:end], value) for start, end, value in spans]


def plain(value: Any) -> Any:
    """A value as TOML would write it."""
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if isinstance(value, Decimal):
        return decimal_to_text(value)
    return value.isoformat() if isinstance(value, date) else value


def holds(expected: Any, found: Any) -> bool:
    """Whether every field that the example states is there; fields it leaves out are not compared."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(holds(part, found.get(name)) for name, part in expected.items())
    if isinstance(expected, list):
        return isinstance(found, list) and len(expected) == len(found) and all(map(holds, expected, found))
    return bool(plain(expected) == found)


def check(rule: Rule, example: Example) -> None:
    found = fired(rule, example.text)
    values = [value for words, value in found if words == example.match]
    assert values, f"{rule.id} found {[words for words, _ in found]}, not {example.match!r}"
    if example.value is not None:
        expected = dict(example.value)
        assert any(holds(expected, plain(value)) for value in values), [plain(value) for value in values]


def _examples(part: str) -> list[Any]:
    return list(_each_example(part))


def _each_example(part: str) -> Iterator[Any]:
    for rule in load_rules():
        for number, example in enumerate(getattr(rule, part), start=1):
            marks = [pytest.mark.xfail(reason="known miss", strict=True)] if part == "known_misses" else []
            yield pytest.param(rule, example, id=f"{rule.id}-{number}", marks=marks)


@pytest.mark.parametrize(("rule", "example"), _examples("examples"))
def test_example(rule: Rule, example: Example) -> None:
    check(rule, example)


@pytest.mark.parametrize(("rule", "text"), _examples("counterexamples"))
def test_counterexample(rule: Rule, text: str) -> None:
    assert fired(rule, text) == []


@pytest.mark.parametrize(("rule", "example"), _examples("known_misses"))
def test_known_miss(rule: Rule, example: Example) -> None:
    check(rule, example)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in load_rules()])
def test_a_stable_rule_is_proven(rule: Rule) -> None:
    assert rule.status in ("stable", "trial")
    assert rule.status == "trial" or (len(rule.examples) >= 2 and len(rule.counterexamples) >= 1)
