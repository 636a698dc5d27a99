"""The documents the project was created from, and exactly what must come out of them.

They are not part of the project: the environment variable ``CAKUPAN_SEEDS`` names the folder that holds
them with their ``gold.jsonl``. Without it these tests are skipped.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluate import DocumentResult, Gold, load_gold, score_document
from extractor.evaluate.documents import Scored, claim_label
from extractor.pipeline import extract
from extractor.wire import to_json

FOLDER = os.environ.get("CAKUPAN_SEEDS")
pytestmark = pytest.mark.skipif(not FOLDER, reason="CAKUPAN_SEEDS does not name the folder of seed documents")
SEEDS = [pytest.param(gold, id=gold.path.stem) for gold in (load_gold(Path(FOLDER)) if FOLDER else ())]
every_seed = pytest.mark.parametrize("gold", SEEDS)


@cache
def extraction(path: Path) -> dict[str, Any]:
    return to_json(extract(path.read_bytes(), uri=path.name, media_type=None, reference_date=None))


def result(gold: Gold) -> DocumentResult:
    return score_document(gold, extraction(gold.path))


def problems(scored: Scored) -> dict[str, Any]:
    """What is missed or differs, by item."""
    return {pair.label: "missed" if pair.found is None else dict(pair.wrong) for pair in scored.pairs if not pair.right}


@every_seed
def test_claims(gold: Gold) -> None:
    assert problems(result(gold).claims) == {}


@every_seed
def test_nothing_else_is_claimed(gold: Gold) -> None:
    assert [claim_label(one) for one in result(gold).claims.invented] == []


@every_seed
def test_regulations(gold: Gold) -> None:
    assert problems(result(gold).regulations) == {}
    assert [one["id"] for one in result(gold).regulations.invented] == []


@every_seed
def test_officials(gold: Gold) -> None:
    assert problems(result(gold).officials) == {}
    assert [one["name"] for one in result(gold).officials.invented] == []


@every_seed
def test_dates_and_publisher(gold: Gold) -> None:
    assert problems(result(gold).document) == {}


@every_seed
def test_findings(gold: Gold) -> None:
    assert problems(result(gold).findings) == {}


def test_all_seeds_are_there() -> None:
    totals = [result(param.values[0]) for param in SEEDS]
    assert sum(len(one.claims.pairs) for one in totals) == 24
    assert sum(len(one.regulations.pairs) for one in totals) == 10
    assert sum(len(one.officials.pairs) for one in totals) == 13
