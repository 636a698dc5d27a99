"""What holds over the whole corpus: offsets, the baseline, documents without claims, and rules that fire."""

from __future__ import annotations

import random
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluate import (
    Gold,
    Report,
    baseline_path,
    compare,
    load_gold,
    read_baseline,
    score_document,
    totals,
)
from extractor.evaluate.documents import reference_date
from extractor.language import parse
from extractor.mentions import find_mentions, rule_set
from extractor.pipeline import extract
from extractor.resources import data_folder, patterns, read_toml
from extractor.rules import Rule, load_rules
from extractor.wire import to_json

CORPUS = data_folder("corpus")
DOCUMENTS = load_gold(CORPUS)
KNOWN = [one for one in DOCUMENTS if not one.held_back]  # of the held-back part no test names what is wrong
every_document = pytest.mark.parametrize("gold", [pytest.param(one, id=one.file) for one in DOCUMENTS])


@cache
def extraction(path: Path) -> dict[str, Any]:
    gold = next(one for one in DOCUMENTS if one.path == path)
    read = extract(
        path.read_bytes(),
        media_type=gold.row.get("media_type"),
        uri=gold.row.get("uri", gold.file),
        reference_date=reference_date(gold.row),
    )
    return to_json(read)


@lru_cache(maxsize=1)
def fired() -> frozenset[str]:
    """The ids of all rules that took part somewhere in the corpus."""
    ids: set[str] = set()
    for gold in KNOWN:
        read = extraction(gold.path)
        parsed = parse(read["document"]["text"])
        found, cues = find_mentions(parsed)
        ids.update(one.rule for one in (*found, *cues))
        ids.update(match.rule.id for matches in rule_set().match(parsed).values() for match in matches)
        ids.update(rule for claim in read["claims"] for rule in claim["rules"])
        ids.update(mention["rule"] for mention in read["mentions"])
    return frozenset(ids)


@every_document
def test_every_quote_is_the_text_at_its_offsets(gold: Gold) -> None:
    read = extraction(gold.path)
    text = read["document"]["text"]
    assert text
    for mention in read["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["quote"] != ""
    for claim in read["claims"]:
        evidence = claim["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"] != ""
        assert evidence["sentence_start"] <= evidence["start"] < evidence["end"] <= evidence["sentence_end"]


def other_digits(text: str, seed: int) -> str:
    """The text with other digits in the same places; the first digit of each number stays."""
    source = random.Random(seed)
    return re.sub(r"(?<=\d)\d", lambda _: str(source.randrange(10)), text)


@every_document
def test_other_digits_keep_ids_apart_and_quotes_true(gold: Gold) -> None:
    text = extraction(gold.path)["document"]["text"]
    for seed in range(3):
        read = to_json(extract(other_digits(text, seed).encode(), media_type="text/plain"))
        for part in ("mentions", "claims", "findings"):
            ids = [one["id"] for one in read[part]]
            assert len(set(ids)) == len(ids), f"seed {seed}: two {part} share an id"
        for one in [*read["mentions"], *(claim["evidence"] for claim in read["claims"])]:
            assert read["document"]["text"][one["start"] : one["end"]] == one["quote"] != ""


@every_document
def test_reading_twice_gives_the_same(gold: Gold) -> None:
    once = extraction(gold.path)
    extraction.cache_clear()
    assert extraction(gold.path) == once


@pytest.mark.parametrize("gold", [pytest.param(one, id=one.file) for one in KNOWN if one.row.get("claims") == []])
def test_a_document_without_claims_yields_none(gold: Gold) -> None:
    assert [claim["evidence"]["quote"] for claim in extraction(gold.path)["claims"]] == []


def test_nothing_that_was_right_is_lost() -> None:
    """When this fails on purpose, record the new state: ``cakupan eval corpus/ --record``."""
    report = Report(tuple(score_document(one, extraction(one.path)) for one in DOCUMENTS))
    baseline = read_baseline(baseline_path(CORPUS))
    comparison = compare(report, baseline)
    assert comparison.lost == ()
    assert comparison.newly_invented == ()
    if "held_back" not in baseline:
        return
    before, now = baseline["held_back"]["claims"], totals(report.parts()[1])["claims"]
    assert now["right"] >= before["right"], "held back: fewer claims are right"
    assert now["invented"] <= before["invented"], "held back: more claims are invented"


STABLE = [pytest.param(rule, id=rule.id) for rule in load_rules() if rule.status == "stable"]


@pytest.mark.parametrize("rule", STABLE)
def test_a_stable_rule_fires(rule: Rule) -> None:
    assert rule.id in fired(), "write a corpus document that shows what the rule is for, or drop the rule"


def test_every_rule_that_takes_part_is_explained() -> None:
    known = {rule.id for rule in load_rules()} | {row["id"] for row in claim_rules()}
    used: set[str] = set()
    for read in (extraction(gold.path) for gold in KNOWN):
        used.update(mention["rule"] for mention in read["mentions"])
        used.update(rule for claim in read["claims"] for rule in claim["rules"])
    assert sorted(used - known) == [], "give each a reason and examples in patterns/claims/"


def claim_rules() -> list[dict[str, Any]]:
    files = sorted(patterns("claims").glob("*.toml"))
    return [row for path in files for row in read_toml(path).get("rule", ())]


CLAIM_RULES = [rule["id"] for rule in claim_rules() if rule.get("status", "stable") == "stable"]


@pytest.mark.parametrize("rule", CLAIM_RULES)
def test_a_claim_rule_fires(rule: str) -> None:
    assert rule in fired(), "write a corpus document that shows what the rule is for, or drop the rule"
