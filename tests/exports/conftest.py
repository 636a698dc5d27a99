"""Invented rows of ``reviewed_claims``, some of them hard to hold."""

from __future__ import annotations

from typing import Any

import pytest

Row = dict[str, Any]
TEXT = "Cakupan Jamsostek Lampung\nKepala Dinas menyebut cakupan baru 36,47 persen dari 1.665.422 pekerja."
QUOTE = "36,47 persen"


def make_row(name: str = "a1", **changes: Any) -> Row:
    start = TEXT.index(QUOTE)
    row: Row = {
        "claim_id": name, "status": "pending", "flagged": 0, "value": "36.47", "value_number": 36.47,
        "value_max": None, "value_max_number": None, "unit": "percent", "kind": "achieved",
        "indicator": "coverage_rate", "population": "working", "qualifiers": ["only"],
        "segments": ["PU", "OTHER:kader; TP"], "programmes": [],
        "region_code": "18", "region_name": "Lampung", "region_level": "province",
        "region_basis": "document", "as_of_start": "2024-02-01", "as_of_end": "2024-02-29", "as_of_precision": "month",
        "as_of_basis": "explicit", "as_of_text": "Februari 2024", "gap_to": None, "direction": None,
        "change_basis": None, "baseline": None, "plans": ["RPJMD"], "data_source": "Sakernas",
        "funding_sources": [], "rank": None, "speaker_name": "Siti Rahmawati", "speaker_position": "Kepala Dinas",
        "attribution": "indirect", "flags": [], "evidence_quote": QUOTE, "sentence": TEXT.split("\n")[1],
        "evidence_start": start, "evidence_end": start + len(QUOTE), "sentence_start": 26, "sentence_end": len(TEXT),
        "confidence": 0.9, "rules": ["percent.number"], "group_id": name, "position": 0, "still_found": 1,
        "document_id": "d1", "title": "Cakupan Jamsostek Lampung", "publisher": "Kabar Lampung",
        "uri": "https://kabar.example/a", "published_start": "2024-03-01", "published_end": "2024-03-31",
        "published_precision": "month", "published_basis": "url", "event_start": None, "event_end": None,
        "recorded_at": "2024-04-01T02:03:04Z", "version": 1, "latest_version": 1, "near_copy_of": None,
        "findings": "ratio agrees", "differs_from_reviewed": 0, "last_decision_id": None, "last_reviewer": None,
        "last_decided_at": None,
    }  # fmt: skip
    return row | changes


DECIDED = {"last_decision_id": "dec", "last_reviewer": "Ani", "last_decided_at": "2024-05-01T00:00:00Z"}
ROWS = [
    make_row("a1"),
    make_row("a2", value="27750000", value_number=27750000.0, unit="workers", status="accepted", **DECIDED),
    make_row("a3", value="66", value_max="67.5", value_max_number=67.5, status="corrected", **DECIDED),
    make_row(
        "a4",
        value="0.1234567890123456",  # more digits than a double holds
        sentence='=HYPERLINK("https://x.example","klik") "kutip", koma;\ntitik\x0b',
        title="+62 <b>&amp;</b> 日本 👍",
        speaker_name=None,
        speaker_position=None,
        region_code=None,
        region_name=None,
        segments=[],
        as_of_start=None,
        as_of_end=None,
        as_of_precision=None,
        uri="/home/ani/berita.html",
        status="rejected",
        evidence_start=None,
        evidence_end=None,
        **DECIDED,
    ),
]


@pytest.fixture
def rows() -> list[Row]:
    return ROWS
