"""Claims as files from the page: every format whole, only what was asked for, and errors as errors."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from extractor.exports import FORMATS

from .conftest import Served

EXPORT = "/-/cakupan/export"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_a_download_the_same_as_from_the_command_line(served: Served, form: str) -> None:
    from extractor import exports

    answer = served.client().get(f"{EXPORT}/{form}?region=62.02")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FORMATS[form].media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="cakupan-62.02{FORMATS[form].suffix}"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    file = io.BytesIO()
    with served.store() as store:
        exports.write(form, store.claims(region="62.02"), file, store.text)
    assert answer.content == file.getvalue() or form == "xlsx"
    assert int(answer.headers["content-length"]) == len(answer.content)


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 13), ("&kind=target", 1), ("&segment=INFORMAL", 2), ("&status=accepted", 0), ("&publisher=nobody", 0)],
)
def test_only_what_fits_is_in_the_file(served: Served, query: str, count: int) -> None:
    answer = served.client().get(f"{EXPORT}/jsonl?region=Kotim{query}")
    assert len(answer.text.splitlines()) == count


def test_all_claims_one_by_one_are_those_at_once(served: Served) -> None:
    with served.store() as store:
        assert list(store.each_claim()) == store.claims()
        for chosen in ({"finding": "disagrees"}, {"search": "persen"}, {"kind": "target", "unit": "percent"}):
            assert list(store.each_claim(**chosen)) == store.claims(**chosen) != []


def test_the_regions_offered_are_those_that_claims_are_about(served: Served) -> None:
    with served.store() as store:
        names = store.region_names()
        assert set(names) == {row["code"] for row in store.regions() if row["code"]}
    assert next(iter(names.items())) == ("ID", "Indonesia")
    assert list(names.values())[1:] == sorted(list(names.values())[1:])


def test_reading_needs_no_login_and_decisions_are_in_the_file(served: Served) -> None:
    with served.store() as store:
        claim = store.claims(region="62.02", kind="target")[0]["claim_id"]
        store.decide(claim, "accept", reviewer="Ani", at="2026-01-03T00:00:00Z")
    told = json.loads(served.client().get(f"{EXPORT}/jsonld?status=accepted").text)
    assert [node["@type"] for node in told["@graph"]] == ["Claim", "ClaimReview"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/docx", 404, "There is no format docx; there are csv, json"),
        ("/csv?region=Atlantis", 404, "Atlantis"),
        ("/csv?status=lost", 400, "lost"),
        ("?status=lost", 400, "lost"),
    ],
)
def test_what_cannot_be_is_told(served: Served, path: str, status: int, said: str) -> None:
    answer = served.client().get(EXPORT + path)
    assert answer.status_code == status
    assert said in answer.text


def test_what_a_format_cannot_hold_is_an_error_and_no_half_file(served: Served) -> None:
    with served.store() as store:
        claim = store.claims(region="62.02", kind="target")[0]["claim_id"]
        changes = {"value": "55.40000000000001"}
        store.decide(claim, "correct", reviewer="Ani", at="2026-01-03T00:00:00Z", changes=changes)
    client = served.client()
    answer = client.get(f"{EXPORT}/parquet?region=62.02")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert claim in answer.text
    rows = list(csv.DictReader(io.StringIO(client.get(f"{EXPORT}/csv?region=62.02").text)))
    assert "55.40000000000001" in {row["value"] for row in rows}


def test_the_queue_leads_to_files_of_the_same_filters(served: Served) -> None:
    client = served.client()
    answer = client.get("/-/cakupan/review?kind=target&publisher=Kabar+Borneo")
    place = re.search(r'href="(/-/cakupan/export[^"]*)"', answer.text.split('class="filters"')[1])
    assert place, answer.text
    told = client.get(unescape(place[1])).text
    assert "And only: outlet Kabar Borneo" in told
    files = re.findall(r'href="(/-/cakupan/export/jsonl[^"]*)"', told)
    rows = [json.loads(line) for line in client.get(unescape(files[0])).text.splitlines()]
    assert {(row["kind"], row["publisher"]) for row in rows} == {("target", "Kabar Borneo")}


def test_private_sites_give_no_files_to_strangers(serve: Callable[..., Served]) -> None:
    private = serve(private=True)
    assert private.client().get(f"{EXPORT}/csv").status_code == 403
    assert private.reviewer().get(f"{EXPORT}/csv").status_code == 200


def test_a_file_is_chosen_and_downloaded_in_a_browser(
    page: Any, accessible: Callable[[Any], None], served: Served
) -> None:
    page.goto("/-/cakupan/timeline/62.02")
    page.get_by_role("link", name="more formats").click()
    page.wait_for_url("**/export?region=62.02")
    assert page.get_by_label("Region").input_value() == "62.02"
    page.get_by_label("Kind").select_option("target")
    page.get_by_role("button", name="Choose").click()
    page.wait_for_url("**kind=target**")
    accessible(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "cakupan-62.02.csv"
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"), newline="")))
    assert [row["value"] for row in rows] == ["55.4"]
