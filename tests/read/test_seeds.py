from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from extractor.read import read

SEEDS = os.environ.get("CAKUPAN_SEEDS")
pytestmark = pytest.mark.skipif(not SEEDS, reason="CAKUPAN_SEEDS names no folder with the seed documents")
ROWS = (Path(SEEDS) / "gold.jsonl").read_text(encoding="utf-8").splitlines() if SEEDS else []
GOLD = [json.loads(row) for row in ROWS]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"])
def test_seeds_name_their_publisher_and_their_date(gold: dict[str, str]) -> None:
    document = read((Path(SEEDS or "") / gold["file"]).read_bytes())
    assert document.publisher == gold["publisher"]
    dates = [item.period.start.isoformat() for item in document.date_candidates]
    assert dates == ([gold["published"]] if gold["published"] else [])
    assert "Baca juga" not in document.text
