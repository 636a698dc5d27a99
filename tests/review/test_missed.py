"""A claim made from a selection: its number, its neighbours' place and period, and the program's own id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor import wire
from extractor.errors import CakupanError, StoreError
from extractor.pipeline import extract
from extractor.resources import data_folder
from extractor.review import missed
from extractor.store.corrections import check_claim

TEXT = (
    "Cakupan Jamsostek di Kabupaten Bungo 😀 per Agustus 2025 mencapai 41,2 persen. "
    "Sebanyak 1.250 nelayan menunggu giliran. Kepala Dinas Tenaga Kerja Bungo Rahmat Fauzi hadir."
)


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    return wire.to_json(extract(TEXT.encode(), media_type="text/plain"))


def selected(printed: dict[str, Any], words: str, near: str | None = None) -> dict[str, Any]:
    start = printed["document"]["text"].index(words)
    return missed.draft(printed, start, start + len(words), near)


def test_the_number_comes_from_the_selection_the_rest_from_the_claim_beside_it(printed: dict[str, Any]) -> None:
    near = printed["claims"][0]
    claim = selected(printed, "1.250 nelayan", near["id"])
    assert (claim["value"], claim["unit"], claim["indicator"]) == ("1250", "workers", "covered_workers")
    assert claim["evidence"]["quote"] == "1.250 nelayan"
    assert (claim["region"]["code"], claim["as_of"]["start"]) == ("15.08", "2025-08-01")
    check_claim(claim)


def test_without_a_claim_beside_it_nothing_is_guessed(printed: dict[str, Any]) -> None:
    claim = missed.draft({**printed, "claims": []}, TEXT.index("1.250"), TEXT.index("1.250") + 5)
    assert (claim["region"]["code"], claim["as_of"]["basis"], claim["speaker"]) == (None, "unknown", None)
    check_claim(claim)


def test_typed_answers_complete_it(printed: dict[str, Any]) -> None:
    claim = selected(printed, "giliran")
    with pytest.raises(CakupanError, match="no number"):
        missed.completed(claim, {"kind": "planned"}, printed["mentions"])
    typed = {
        "value": "1250",
        "kind": "planned",
        "region": "Jambi",
        "segment": "NELAYAN",
        "as_of": "2024",
        "speaker": "1",
    }
    whole = missed.completed(claim, typed, printed["mentions"])
    assert (whole["value"], whole["kind"], whole["region"]["code"], whole["segment"]) == (
        "1250",
        "planned",
        "15",
        ["NELAYAN"],
    )
    assert (whole["as_of"]["precision"], whole["speaker"]["name"]) == ("year", "Rahmat Fauzi")
    check_claim(whole)


def test_no_words_are_no_claim(printed: dict[str, Any]) -> None:
    for start, end in ((5, 5), (9, 3), (-4, 2), (0, 99999), (len("Cakupan"), len("Cakupan "))):
        with pytest.raises(StoreError, match="no words of the text"):
            missed.draft(printed, start, end)


@pytest.mark.parametrize("path", sorted(data_folder("corpus").glob("*.txt"))[:4], ids=lambda path: path.stem)
def test_the_id_is_the_one_the_program_would_give(path: Path) -> None:
    extraction = extract(path.read_bytes())
    given: list[str] = []
    for claim in extraction.claims:
        evidence = wire.claim_to_json(claim)["evidence"]
        known = {
            missed.identity(extraction.document.id, extraction.document.text, evidence, given[:taken])
            for taken in (0, len(given))
        }
        assert claim.id in known
        given.append(claim.id)
