"""Every claim rule keeps its word: what decides region, segment, kind, as-of and speaker names itself.

``patterns/claims/*.toml`` holds the rules' examples: a text, the claim that must be made of it, and for
counterexamples the nearer candidate (``wrong``) that must not be taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from extractor.evaluate.fields import CLAIM_FIELDS, agrees
from extractor.pipeline import extract
from extractor.resources import patterns, read_toml
from extractor.wire import decimal_to_text, to_json

Row = Mapping[str, Any]


def claim_rules() -> list[Row]:
    """All claim rules; every rule has an id, a reason and examples."""
    files = sorted(patterns("claims").glob("*.toml"))
    return [rule for path in files for rule in read_toml(path).get("rule", ())]


def claims_of(example: Row) -> list[dict[str, Any]]:
    """The claims made of the example's text that have the example's number."""
    extraction = extract(example["text"].encode(), media_type="text/plain", uri=None, reference_date=None)
    claims: list[dict[str, Any]] = to_json(extraction)["claims"]
    value = example["claim"]["value"]
    assert value in {claim["value"] for claim in claims}, [claim["value"] for claim in claims]
    return [claim for claim in claims if claim["value"] == value]


def differences(expected: Row, claim: Row) -> dict[str, Any]:
    """The fields of the example in which a claim differs, with what was found."""
    found = {name: CLAIM_FIELDS[name](claim) for name in expected}
    return {name: found[name] for name in expected if not agrees(name, _known(expected[name]), found[name])}


def _known(value: Any) -> Any:
    """TOML has no null: ``"unknown"`` in an example stands for it."""
    return None if value == "unknown" else value


def check(rule: Row, example: Row) -> None:
    claims = claims_of(example)
    wrong = [differences(example["claim"], claim) for claim in claims]
    assert {} in wrong, wrong
    chosen = claims[wrong.index({})]
    assert rule["id"] in chosen["rules"], chosen["rules"]
    if "wrong" in example:
        taken = [str(CLAIM_FIELDS[name](chosen)) for name in example["claim"] if name != "value"]
        assert example["wrong"] not in taken
        assert example["wrong"] in example["text"], "the nearer wrong candidate must stand in the text"


def _examples(part: str) -> list[Any]:
    return list(_each_example(part))


def _each_example(part: str) -> Iterator[Any]:
    marks = [pytest.mark.xfail(reason="known miss", strict=True)] if part == "known_misses" else []
    for rule in claim_rules():
        for number, example in enumerate(rule.get(part, ()), start=1):
            yield pytest.param(rule, example, id=f"{rule['id']}-{number}", marks=marks)


@pytest.mark.parametrize(("rule", "example"), _examples("examples"))
def test_example(rule: Row, example: Row) -> None:
    check(rule, example)


@pytest.mark.parametrize(("rule", "example"), _examples("counterexamples"))
def test_counterexample(rule: Row, example: Row) -> None:
    check(rule, example)


@pytest.mark.parametrize(("rule", "example"), _examples("known_misses"))
def test_known_miss(rule: Row, example: Row) -> None:
    check(rule, example)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule["id"]) for rule in claim_rules()])
def test_a_claim_rule_is_proven(rule: Row) -> None:
    assert set(rule) <= {"id", "reason", "examples", "counterexamples", "known_misses", "status"}
    assert rule["reason"]
    assert len(rule["examples"]) >= 1
    counterexamples = rule.get("counterexamples", ())
    assert all("wrong" in example for example in counterexamples)
    # What a number is about, when, and who said it: never decided by mere nearness.
    assert counterexamples or rule["id"].split(".")[0] not in ("region", "asof", "speaker")


def test_values_are_written_as_the_program_prints_them() -> None:
    from decimal import Decimal

    for rule in claim_rules():
        for part in ("examples", "counterexamples", "known_misses"):
            for example in rule.get(part, ()):
                value = example["claim"]["value"]
                assert value == decimal_to_text(Decimal(value)), f"{rule['id']}: {value}"
