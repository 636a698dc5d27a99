"""A claim that the program missed, made from the words a reviewer selected in the text.

What the selection says by itself (the number, its unit) is taken from the mention there; what it shares with the
claim beside it (region, group, period, speaker) from that claim. The reviewer corrects the rest before it is added.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from extractor.errors import CakupanError
from extractor.i18n import N_
from extractor.review import fields
from extractor.store.corrections import evidence_at

Json = Mapping[str, Any]

# what a reviewer is asked about a missed claim, in this order; the rest can be corrected afterwards
ASKED = ("value", "unit", "kind", "indicator", "region", "segment", "as_of", "speaker")
NO_NUMBER = N_("The selection holds no number that was read; type it.")

_INDICATORS = {"percent": "coverage_rate", "percentage_point": "coverage_rate", "workers": "covered_workers"}
_SHARED = ("region", "as_of", "segment", "programme", "speaker", "attribution", "data_source")
_UNKNOWN: Json = {
    "region": {"code": None, "name": None, "level": "unknown", "basis": "document"},
    "as_of": {"start": None, "end": None, "precision": None, "basis": "unknown", "text": None},
    "segment": [],
    "programme": [],
    "speaker": None,
    "attribution": "none",
    "data_source": None,
}


class NotComplete(CakupanError):
    """A missed claim that lacks what no claim can be without."""


def draft(printed: Json, start: int, end: int, near: str | None = None) -> dict[str, Any]:
    """The claim that the words from ``start`` to ``end`` of a document may make, in the contract's shape.

    ``printed`` is the JSON of ``cakupan extract`` for the document, ``near`` the id of the claim that was looked
    at. ``value`` is empty where no number was read in the selection. Raises StoreError for no words.
    """
    text = printed["document"]["text"]
    evidence = evidence_at(text, start, end)
    inside = [row for row in printed["mentions"] if evidence["start"] < row["end"] and row["start"] < evidence["end"]]
    number: Json = next((row["value"] for row in inside if row["label"] in ("PERCENT", "COUNT")), {})
    unit = number.get("unit") or "workers"
    beside = _beside(printed["claims"], evidence, near)
    name = identity(printed["document"]["id"], text, evidence, {row["id"] for row in printed["claims"]})
    return {
        "id": name,
        "group": name,
        "document": printed["document"]["id"],
        "value": number.get("value") or "",
        "value_max": number.get("value_max"),
        "unit": unit,
        "kind": "achieved",
        "indicator": _INDICATORS.get(unit, "entity_coverage"),
        "population": "unknown",
        "qualifier": number.get("qualifier") or [],
        "gap_to": None,
        "direction": None,
        "change_basis": None,
        "baseline": None,
        "plan": [],
        "funding": [],
        "rank": None,
        **{field: beside[field] for field in _SHARED},
        "evidence": evidence,
        "flags": [],
        "confidence": 1,
        "confidence_reasons": [],
        "rules": [],
        "status": "pending",
        "mentions": [row["id"] for row in inside],
    }


def completed(claim: Json, typed: Mapping[str, str], mentions: Sequence[Json]) -> dict[str, Any]:
    """The drafted claim with the answers that were typed for its fields (names of fields to answers).

    Raises NotAllowed for what a field cannot hold, NotComplete where there is no number.
    """
    officials = fields.officials_of(mentions)
    answers = {
        name: fields.read(fields.BY_NAME[name], answer, claim, officials)
        for name, answer in typed.items()
        if name in fields.BY_NAME and (answer.strip() or name == "segment")
    }
    whole = {**claim, **answers}
    if not whole["value"]:
        raise NotComplete(NO_NUMBER)
    return whole


def identity(document: str, text: str, evidence: Json, taken: Collection[str]) -> str:
    """The id the program would give to a claim with this evidence, so that both become one should it find it."""
    sentence = " ".join(text[evidence["sentence_start"] : evidence["sentence_end"]].lower().split())
    occurrence, name = 0, ""
    while not name or name in taken:
        occurrence += 1
        key = "\x1f".join((document, sentence, evidence["quote"], str(occurrence)))
        name = hashlib.sha256(key.encode()).hexdigest()[:16]
    return name


def _beside(claims: Sequence[Json], evidence: Json, near: str | None) -> Json:
    """The claim to take region, group and period from: of the same sentence, else the one looked at."""
    same = [row for row in claims if row["evidence"]["sentence_start"] == evidence["sentence_start"]]
    looked_at = [row for row in claims if row["id"] == near]
    return next(iter((*same, *looked_at)), _UNKNOWN)
