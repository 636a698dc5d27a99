"""Every rule id the claim code can give has its reason and examples in patterns/claims, and nothing else has."""

from __future__ import annotations

import re
from pathlib import Path

import extractor.claims
from extractor.claims.confidence import _DOUBTS
from extractor.resources import patterns, read_toml
from extractor.rules import load_rules

_ID = re.compile(r"[\"'`]((?:kind|segment|region|asof|speaker)(?:\.[a-z_]+)+)[\"'`]")


def explained() -> list[str]:
    return [row["id"] for path in sorted(patterns("claims").glob("*.toml")) for row in read_toml(path)["rule"]]


def in_code() -> set[str]:
    """The ids written in the claim code.

    The rules of tables put theirs together from parts; ``test_corpus`` holds what fires to its reason.
    """
    folder = Path(extractor.claims.__file__).parent
    found = {rule for path in folder.rglob("*.py") for rule in _ID.findall(path.read_text(encoding="utf-8"))}
    return {rule for rule in found if not _of_table(rule)}


def _of_table(rule: str) -> bool:
    return "table" in rule.split(".")


def test_every_rule_of_the_code_is_explained() -> None:
    assert sorted(in_code() - set(explained())) == []


def test_nothing_is_explained_that_the_code_does_not_do() -> None:
    assert sorted({rule for rule in explained() if not _of_table(rule)} - in_code()) == []


def test_an_id_names_one_rule() -> None:
    ids = [*explained(), *(rule.id for rule in load_rules())]
    assert sorted(rule for rule in ids if ids.count(rule) > 1) == []


def test_every_doubt_is_about_a_rule() -> None:
    assert sorted(set(_DOUBTS) - set(explained())) == []
