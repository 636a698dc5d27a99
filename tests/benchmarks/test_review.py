"""The benchmark of reviewing: its database is sound and the same in every run, and all of its requests are answered."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from extractor.store import Store

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"
CLAIMS = 700


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    loaded = {}
    for name in ("many_claims", "review"):
        spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
        assert spec and spec.loader
        loaded[name] = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(loaded[name])
    yield loaded
    for name in loaded:
        del sys.modules[name]


@pytest.fixture(scope="module")
def many(scripts: dict[str, ModuleType], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.db"
    assert scripts["many_claims"].build(path, CLAIMS, documents=4) >= CLAIMS
    return path


def test_every_claim_stands_in_its_text(many: Path) -> None:
    with Store.open(many) as store:
        rows = store.queue()
        assert len(rows) == store.queue_count() >= CLAIMS
        assert len({row["value"] for row in rows}) > 200
        assert len({row["region_code"] for row in rows}) > 20
        texts: dict[str, str] = {}
        for row in rows:
            name = row["document_id"]
            text = texts.setdefault(name, "") or store.document(name)["text"]
            texts[name] = text
            assert text[row["evidence_start"] : row["evidence_end"]] == row["evidence_quote"]
        assert not any(row["differs_from_reviewed"] for row in rows)


def test_two_runs_make_the_same(scripts: dict[str, ModuleType], many: Path, tmp_path: Path) -> None:
    scripts["many_claims"].build(tmp_path / "again.db", CLAIMS, documents=4)
    with Store.open(many) as first, Store.open(tmp_path / "again.db") as second:
        assert first.queue_ids() == second.queue_ids()
        assert [row["value"] for row in first.queue()] == [row["value"] for row in second.queue()]


def test_a_hundred_claims_are_reviewed(
    scripts: dict[str, ModuleType], many: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    review = scripts["review"]
    monkeypatch.setattr(review, "REVIEWS", 30)
    with review.serving(many) as (address, link):
        times = review.measured(address, link)
    review.report(times)
    printed = capsys.readouterr().out
    assert {"decide and next claim", "undo", "correct", "decide a document at once"} <= times.keys()
    assert all(f"{kind:26}" in printed for kind in times)
    with Store.open(many) as store:
        assert len({row["claim_id"] for row in store.decisions()}) > 20
