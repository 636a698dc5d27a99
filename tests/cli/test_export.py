"""``cakupan export``: formats, files, and what happens when one cannot be written."""

from __future__ import annotations

import json

import pytest

from extractor.exports import FORMATS


@pytest.fixture
def cakupan(run, database):
    return lambda *arguments: run("--db", database, *arguments)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_to_a_file_told_by_its_ending(cakupan, tmp_path, form):
    path = tmp_path / f"claims{FORMATS[form].suffix}"
    done = cakupan("export", "-o", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "3 claims" in done.stderr
    assert path.read_bytes() == cakupan("export", "--format", form).stdout_bytes or form == "xlsx"
    assert [entry.name for entry in tmp_path.iterdir() if entry.suffix == ".unfinished"] == []


def test_annotations_point_into_the_stored_text(cakupan, extraction):
    told = json.loads(cakupan("export", "--format", "webannotation", "--kind", "target").stdout)
    (annotation,) = told["first"]["items"]
    position = annotation["target"]["selector"][1]
    assert extraction.document.text[position["start"] : position["end"]] == "50 persen"


def test_a_file_whose_name_tells_no_format_needs_one(cakupan):
    done = cakupan("export", "-o", "claims.dat")
    assert done.exit_code == 2
    assert "give --format" in done.stderr


def test_a_failed_export_leaves_the_old_file_alone(cakupan, database, tmp_path):
    from extractor.store import Store

    path = tmp_path / "claims.parquet"
    path.write_bytes(b"of yesterday")
    with Store.open(database) as store:
        claim = store.claims()[0]["claim_id"]
        changes = {"value": "41.20000000000001"}
        store.decide(claim, "correct", reviewer="Ani", at="2024-06-01T00:00:00Z", changes=changes)
    done = cakupan("export", "-o", path)
    assert done.exit_code == 1
    assert f"claim {claim}" in done.stderr
    assert path.read_bytes() == b"of yesterday"
    assert not path.with_name("claims.parquet.unfinished").exists()


def test_an_unwritable_place_is_told_in_one_line(cakupan):
    done = cakupan("export", "-o", "nowhere/claims.csv")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "nowhere/claims.csv: there is no folder nowhere; make it first" in done.stderr
