"""How the press writes coverage figures, form by form: each is read right or listed as a known miss.

``catalogue.toml`` names the forms, each with an invented text and all that must come out of it. A row with ``miss``
says why it is not read; it must fail, so that the day it is read the list is shortened.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor import pipeline
from extractor.model import Claim, Extraction, Official, Regulation
from extractor.resources import read_toml
from extractor.wire import claim_to_json

ROWS = read_toml(Path(__file__).parent / "catalogue.toml")["row"]
LISTS = ("segment", "plan", "qualifier", "flags", "programme", "funding")


def told(claim: Claim, key: str) -> str:
    """A field of a claim as a row writes it."""
    as_json = claim_to_json(claim)
    if key == "region":
        return str(as_json["region"]["code"] or "unknown")
    if key in ("region_name", "region_level"):
        return str(as_json["region"][key.removeprefix("region_")])
    if key == "as_of":
        start, end = as_json["as_of"]["start"], as_json["as_of"]["end"]
        return "unknown" if start is None else start if start == end else f"{start}..{end}"
    if key == "speaker":
        return "none" if claim.speaker is None else claim.speaker.name
    if key in LISTS:
        return ",".join(sorted(as_json[key])) or "none"
    return str(as_json[key])


def holds(claim: Claim, expected: str) -> bool:
    """Whether a claim is what a row says: ``value unit kind``, then ``key=value`` for what else must be so."""
    value, unit, kind, *more = (part.replace("_", " ") if "=" in part else part for part in expected.split())
    if (told(claim, "value"), claim.unit, claim.kind) != (value, unit, kind):
        return False
    return all(
        told(claim, key.replace(" ", "_")) in (wanted, wanted.replace(" ", "_"))
        for key, wanted in (part.split("=", 1) for part in more)
    )


def missing(claims: list[Claim], expected: list[str]) -> list[str]:
    """The expected claims that no claim of its own holds."""
    left, lacking = list(claims), []
    for row in expected:
        found = next((claim for claim in left if holds(claim, row)), None)
        if found is None:
            lacking.append(row)
        else:
            left.remove(found)
    return lacking


def shown(extraction: Extraction) -> list[str]:
    keys = ("indicator", "region", "segment", "as_of", "qualifier", "gap_to", "direction", "change_basis", "flags")
    return [
        " ".join([told(one, "value"), one.unit, one.kind, *(f"{key}={told(one, key)}" for key in keys)])
        for one in extraction.claims
    ]


def values(extraction: Extraction, label: str) -> list[Any]:
    return [row.value for row in extraction.mentions if row.label == label]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row, id=row["id"], marks=[pytest.mark.xfail(reason=row["miss"], strict=True)] if "miss" in row else []
        )
        for row in ROWS
    ],
)
def test_form(row: dict[str, Any]) -> None:
    extraction = pipeline.extract(row["text"].encode(), media_type="text/plain")
    if "claims" in row:
        assert missing(list(extraction.claims), row["claims"]) == [], shown(extraction)
        assert len(extraction.claims) == len(row["claims"]), shown(extraction)
    regulations = [value.id for value in values(extraction, "REGULATION") if isinstance(value, Regulation)]
    assert [one for one in row.get("regulations", ()) if one not in regulations] == [], regulations
    officials = [value for value in values(extraction, "OFFICIAL") if isinstance(value, Official)]
    people = [f"{one.name} | {one.acting} | {one.position}" for one in officials]
    assert [one for one in row.get("officials", ()) if one not in people] == [], people


def test_every_form_is_there_once() -> None:
    """Every form of every numbered part has a row; copies of one release (G8) are a matter of several documents."""
    names = [row["id"] for row in ROWS]
    assert len(names) == len(set(names))
    numbered = {"A": 20, "C": 12, "D": 6, "E": 10, "F": 13, "G": 10, "S": 11, "T": 4, "P": 5, "R": 6, "M": 11}
    lacking = [
        f"{part}{number}"
        for part, count in numbered.items()
        for number in range(1, count + 1)
        if (part, number) != ("G", 8)
        and not any(name == f"{part}{number}" or name.startswith(f"{part}{number}-") for name in names)
    ]
    assert lacking == []
