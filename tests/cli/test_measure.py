"""``cakupan eval``: a record is written where it is asked for, and compared with where there is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli.measure import command

TEXT = "Cakupan kepesertaan Jamsostek di Provinsi Lampung baru mencapai 41,5 persen."
CLAIM = {"value": "41.5", "unit": "percent", "kind": "achieved", "region": "18"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(json.dumps({"claims": [CLAIM]}), encoding="utf-8")
    return tmp_path


def test_a_new_record_is_written_and_then_compared_with(corpus: Path) -> None:
    path = corpus / "before.json"
    first = CliRunner().invoke(command, [str(corpus), "--baseline", str(path), "--record"])
    assert first.exit_code == 0, first.output
    assert json.loads(path.read_text(encoding="utf-8"))["right"] == ["one.txt: claims: 41.5 percent achieved 18"]
    (corpus / "one.txt").write_text(TEXT.replace("41,5", "42,5"), encoding="utf-8")
    second = CliRunner().invoke(command, [str(corpus), "--baseline", str(path)])
    assert "lost: one.txt: claims: 41.5 percent achieved 18" in second.output
    assert "newly invented: one.txt: claims: 42.5 percent achieved 18 (42,5 persen)" in second.output


def test_the_report_as_json(corpus: Path) -> None:
    result = CliRunner().invoke(command, [str(corpus), "--json"])
    assert json.loads(result.stdout)["keys"]["value, unit, kind"]["f1"] == 1.0


def test_errors_of_the_held_back_part_are_shown_when_asked_for(corpus: Path) -> None:
    (corpus / "held-back").mkdir()
    (corpus / "held-back" / "two.txt").write_text(TEXT.replace("41,5", "52,3"), encoding="utf-8")
    (corpus / "held-back" / "two.gold.json").write_text(json.dumps({"claims": []}), encoding="utf-8")
    quiet = CliRunner().invoke(command, [str(corpus)]).output
    assert "0 of 1 documents without a claim stayed without one" in quiet
    assert "52.3" not in quiet
    assert "held-back/two.txt" in CliRunner().invoke(command, [str(corpus), "--held-back"]).output
