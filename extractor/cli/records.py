"""From the store's flat rows (columns of ``reviewed_claims``) to the JSON shape that ``wording`` speaks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]

# list columns are plural in the database, where a column is a list of codes
_LISTS = {"qualifier": "qualifiers", "segment": "segments", "programme": "programmes", "plan": "plans"}
_PLAIN = (
    "value", "value_max", "unit", "kind", "indicator", "population", "gap_to", "direction", "status",
)  # fmt: skip


def claim(row: Row) -> dict[str, Any]:
    """The fields of a claim that are shown in lists."""
    return {
        "id": row["claim_id"],
        **{name: row[name] for name in _PLAIN},
        **{name: values(row[column]) for name, column in _LISTS.items()},
        "region": {part: row.get(f"region_{part}") for part in ("code", "name", "level", "basis")},
        "as_of": dated(row, "as_of"),
        "published": dated(row, "published"),
        "speaker": {"name": row["speaker_name"]} if row["speaker_name"] else None,
    }


def dated(row: Row, name: str) -> dict[str, Any]:
    """A date and its provenance out of ``<name>_start`` and its neighbours."""
    return {part: row.get(f"{name}_{part}") for part in ("start", "end", "precision", "basis", "text")}


def values(column: Any) -> list[Any]:
    """A list column, stored as JSON."""
    return list(json.loads(column)) if isinstance(column, str) else list(column or ())


def verdicts(row: Row) -> list[dict[str, str]]:
    """The findings of a row, as far as its ``findings`` column tells: check and verdict of each."""
    pairs = (part.rsplit(" ", 1) for part in (row["findings"] or "").split(", ") if part)
    return [{"check": check, "verdict": verdict} for check, verdict in pairs]
