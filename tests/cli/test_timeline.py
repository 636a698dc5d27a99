"""``cakupan timeline`` as pictures, compared and filtered."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def cakupan(run, database):
    return lambda *arguments: run("--db", database, *arguments)


def test_pictures_are_written_and_told_on_stderr(cakupan, tmp_path):
    done = cakupan("timeline", "Bungo", "--html", "a.html", "--svg", "a.svg", "--png", "a.png", "--language", "id")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "a.svg: Cakupan pekerja terlindungi: Kabupaten Bungo. 2 angka dari 1 dokumen" in done.stderr
    assert '<html lang="id">' in (tmp_path / "a.html").read_text()
    assert (tmp_path / "a.svg").read_text().startswith("<svg")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_can_go_to_standard_output(cakupan):
    done = cakupan("timeline", "Bungo", "--svg", "-")
    assert done.stdout.startswith("<svg")
    assert done.stdout.endswith("</svg>")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["Lampung"], 1, "Lampung: nothing to draw, no level or target is reported"),
        (["Bungo", "--segment", "informal"], 1, "nothing to draw that fits; there is indicator coverage_rate"),
        (["Atlantis"], 1, "Atlantis"),
        (["Bungo", "Lampung"], 2, "add --compare"),
    ],
)
def test_what_cannot_be_drawn_is_explained(cakupan, tmp_path, arguments, code, said):
    done = cakupan("timeline", *arguments, "--png", "a.png")
    assert done.exit_code == code
    assert said in done.stderr
    assert not (tmp_path / "a.png").exists()


def test_regions_are_compared_in_a_picture_and_in_the_table(cakupan):
    done = cakupan("timeline", "--compare", "Lampung", "Bungo", "--svg", "-")
    assert "Share of workers covered: Lampung, Kabupaten Bungo" in done.stdout
    assert "Nothing reported: Lampung." in done.stdout
    rows = json.loads(cakupan("timeline", "--compare", "Lampung", "Bungo", "Bungo", "--json").stdout)
    assert [row["value"] for row in rows] == ["50", "41.2", "80000"]


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (["--indicator", "coverage_rate"], ["50", "41.2"]),
        (["--outlet", "kabar"], ["50", "41.2", "80000"]),
        (["--outlet", "tempo"], []),
        (["--segment", "all"], ["50", "41.2", "80000"]),
    ],
)
def test_filters_hold_for_the_data_too(cakupan, arguments, values):
    rows = json.loads(cakupan("timeline", "Bungo", *arguments, "--json").stdout)
    assert [row["value"] for row in rows] == values


def test_rejected_numbers_are_listed_only_when_asked_for(cakupan, database):
    from extractor.store import Store

    claim = json.loads(cakupan("claims", "--kind", "target", "--json").stdout)[0]["claim_id"]
    with Store.open(database) as store:
        store.decide(claim, "reject", reviewer="Ani", at="2024-06-01T00:00:00Z")
    assert len(json.loads(cakupan("timeline", "Bungo", "--json").stdout)) == 2
    assert len(json.loads(cakupan("timeline", "Bungo", "--rejected", "--json").stdout)) == 3


def test_where_only_dates_are_missing_the_other_axis_is_named(cakupan, database):
    from contextlib import closing
    from sqlite3 import connect

    with closing(connect(database)) as undated, undated:
        undated.execute("UPDATE documents SET published_start = NULL, published_end = NULL")
    done = cakupan("timeline", "Bungo", "--by", "published", "--png", "a.png")
    assert done.exit_code == 1
    assert "no number has the date that --by published needs; try the other axis" in done.stderr
