"""The benchmark reads the same texts every time, none twice; its timings are not tested."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SPEED = Path(__file__).resolve().parents[2] / "benchmarks" / "speed.py"


@pytest.fixture(scope="module")
def speed() -> ModuleType:
    spec = importlib.util.spec_from_file_location("speed", SPEED)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["speed"] = module
    spec.loader.exec_module(module)
    return module


def test_texts_are_the_same_every_time_and_all_different(speed: ModuleType) -> None:
    texts = list(speed.variations(60))
    assert texts == list(speed.variations(60))
    assert len(set(texts)) == 60


def test_texts_have_the_size_of_a_short_article(speed: ModuleType) -> None:
    assert all(2000 <= len(text) <= 2920 for text in speed.variations(20))


def test_every_stage_is_measured(speed: ModuleType) -> None:
    spent: dict[str, float] = {}
    with speed.stages_timed(spent):
        speed.process(list(speed.variations(2)), spent)
    assert set(spent) == {*(stage for stage, _, _ in speed.STAGES), "store", "across"}
    assert all(seconds > 0 for seconds in spent.values())
