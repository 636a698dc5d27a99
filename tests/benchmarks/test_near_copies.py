"""The benchmark of near-copies: its edits do what they say, and the threshold in use holds on what it measures."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from extractor.copies import ALIKE

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "near_copies.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("near_copies", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["near_copies"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts(bench: ModuleType) -> list[str]:
    return list(bench.texts(bench.data_folder("corpus")))[:8]


def test_every_edit_changes_the_text_and_draws_the_same_every_time(bench: ModuleType, texts: list[str]) -> None:
    for sort, (_, edit) in bench.EDITS.items():
        made = [edit(texts[0], texts[1], random.Random(3)) for _ in range(2)]
        assert made[0] == made[1] != texts[0], sort


def test_copies_are_linked_and_nothing_else(bench: ModuleType, texts: list[str]) -> None:
    pairs = list(bench.all_pairs(texts))
    linked = [pair for pair in pairs if pair.candidate and pair.same_figures and pair.likeness >= ALIKE]
    assert [pair.sort for pair in linked if not pair.copy] == []
    assert len(linked) >= 0.95 * sum(pair.copy for pair in pairs)


def test_held_back_documents_are_not_read(bench: ModuleType, tmp_path: Path) -> None:
    text = " ".join(f"kata{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(90))
    for folder in ("", "held-back"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "a.txt").write_text(text, encoding="utf-8")
    assert len(list(bench.texts(tmp_path))) == 1
