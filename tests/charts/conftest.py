"""Invented rows of ``coverage_timeline``."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Callable
from typing import Any

import pytest

Row = dict[str, Any]


def period(text: str | None) -> tuple[str | None, str | None, str | None]:
    """``2024``, ``2024-08`` or ``2024-08-17`` as start, end and precision."""
    if text is None:
        return None, None, None
    if len(text) == 4:
        return f"{text}-01-01", f"{text}-12-31", "year"
    if len(text) == 7:
        last = calendar.monthrange(int(text[:4]), int(text[5:]))[1]
        return f"{text}-01", f"{text}-{last}", "month"
    return text, text, "day"


def make_row(value: str, as_of: str | None = "2024-08", published: str | None = "2024-09-10", **changes: Any) -> Row:
    """A level of Lampung unless told otherwise; its id depends on all that is told."""
    name = hashlib.sha256(repr((value, as_of, published, sorted(changes.items()))).encode()).hexdigest()[:16]
    row: Row = {
        "claim_id": name,
        "document_id": f"doc-{name}",
        "group_id": name,
        "position": 0,
        "region_code": "18",
        "region_name": "Lampung",
        "region_level": "province",
        "as_of_basis": "explicit" if as_of else "unknown",
        "as_of_text": as_of,
        "published_basis": "time" if published else "none",
        "recorded_at": "2024-09-11T00:00:00Z",
        "value": value,
        "value_max": None,
        "unit": "percent",
        "kind": "achieved",
        "indicator": "coverage_rate",
        "population": "unknown",
        "qualifiers": [],
        "segments": [],
        "programmes": [],
        "gap_to": None,
        "plans": [],
        "speaker_name": "Siti Rahmawati",
        "publisher": "Kabar Lampung",
        "title": "Cakupan Jamsostek Lampung",
        "uri": f"https://kabar.example/{name}",
        "status": "pending",
        "flagged": 0,
        "findings": None,
        "flags": [],
        "evidence_quote": f"{value.replace('.', ',')} persen",
        "sentence": f"Cakupan mencapai {value.replace('.', ',')} persen.",
        "near_copy_of": None,
    }
    for axis, text in (("as_of", as_of), ("published", published)):
        row |= dict(zip((f"{axis}_start", f"{axis}_end", f"{axis}_precision"), period(text), strict=True))
    return row | changes


@pytest.fixture
def row() -> Callable[..., Row]:
    return make_row
