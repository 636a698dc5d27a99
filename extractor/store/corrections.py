"""Holds a reviewer's changes against the contract's JSON Schema: a corrected claim is still a claim.

New evidence is a span of the document's text; its quote and its sentence are read from there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from extractor.errors import StoreError
from extractor.language import split_sentences
from extractor.store.rows import MEANING
from extractor.wire import json_schema

Json = Mapping[str, Any]

CORRECTABLE = (*MEANING, "evidence")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": Mapping,
    "array": (list, tuple),
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def corrected(claim: Json, changes: Json) -> tuple[dict[str, Any], dict[str, Any]]:
    """The changed fields before and after; only those that really change.

    ``changes`` maps fields of the contract to new values; of ``region`` and ``as_of`` the parts that change
    are enough. Raises StoreError for a field that is not a reviewer's to change, for a value the field
    cannot hold, and where nothing changes.
    """
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for field, value in changes.items():
        if field not in CORRECTABLE:
            raise StoreError(f"{field}: not a field a review can correct; choose from {', '.join(CORRECTABLE)}")
        held = claim[field]
        if isinstance(held, Mapping) and isinstance(value, Mapping):
            value = {**held, **value}
        wrong = problem(value, json_schema()["$defs"]["claim"]["properties"][field])
        if not wrong and field == "as_of":
            wrong = _problem_of_period(value)
        if wrong:
            raise StoreError(f"{field}: {wrong}")
        if value != held:
            before[field], after[field] = held, value
    if not after:
        raise StoreError("nothing changes: every value given is the one the claim has; accept it instead")
    return before, after


def evidence_at(text: str, start: int, end: int) -> dict[str, Any]:
    """The evidence, in the contract's shape, that a span of a text makes; raises StoreError for no span of it.

    Blanks at either end are left out. ``sentence_start`` and ``sentence_end`` are those of the sentence, or of
    the sentences, that the span lies in.
    """
    held = text[start:end] if 0 <= start < end <= len(text) else ""
    quote = held.strip()
    if not quote:
        raise StoreError(f"{start}-{end}: no words of the text stand there; select the number with its unit")
    start += len(held) - len(held.lstrip())
    end = start + len(quote)
    touched = [one for one in split_sentences(text) if one.start < end and start < one.end]
    return {
        "start": start,
        "end": end,
        "quote": quote,
        "sentence_start": min([start, *(one.start for one in touched)]),
        "sentence_end": max([end, *(one.end for one in touched)]),
    }


def with_evidence(claim: dict[str, Any], machine: Json, text: str) -> dict[str, Any]:
    """The claim; with the machine's own evidence where the text no longer reads as a reviewer marked it."""
    evidence = claim["evidence"]
    if text[evidence["start"] : evidence["end"]] == evidence["quote"]:
        return claim
    return {**claim, "evidence": machine["evidence"]}


def check_claim(claim: Json) -> None:
    """Raises StoreError where a claim, as JSON, is not what the contract says a claim is."""
    wrong = problem(claim, json_schema()["$defs"]["claim"]) or _problem_of_period(claim["as_of"])
    if wrong:
        raise StoreError(f"this is not a claim: {wrong}")


def problem(value: Any, schema: Json) -> str | None:
    """What is wrong with a value, None if nothing; the part of JSON Schema that our schema of claims uses."""
    if "$ref" in schema:
        return problem(value, json_schema()["$defs"][schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        problems = [problem(value, option) for option in schema["anyOf"]]
        return None if None in problems else problems[0]
    if "enum" in schema and value not in schema["enum"]:
        return f"{value!r} is none of {', '.join(map(str, schema['enum']))}"
    if "type" in schema:
        names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        if not any(isinstance(value, _TYPES[name]) for name in names):
            return f"{value!r} is not of type {' or '.join(names)}"
    if isinstance(value, str):
        return _problem_of_text(value, schema)
    if isinstance(value, (int, float)):
        return _problem_of_number(value, schema)
    if isinstance(value, Mapping):
        return _problem_of_object(value, schema)
    if isinstance(value, (list, tuple)):
        return next((wrong for item in value if (wrong := problem(item, schema["items"]))), None)
    return None


def _problem_of_period(period: Json) -> str | None:
    start, end, precision = (period[key] for key in ("start", "end", "precision"))
    if len({value is None for value in (start, end, precision)}) > 1:
        return "start, end and precision go together; give all three or none"
    return f"it ends ({end}) before it starts ({start})" if start is not None and end < start else None


def _problem_of_text(value: str, schema: Json) -> str | None:
    if not re.search(schema.get("pattern", ""), value):
        return f"{value!r} does not have the form {schema['pattern']}"
    if len(value) < schema.get("minLength", 0):
        return "is empty"
    if schema.get("format") == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            return f"{value!r} is no day of the calendar"
    return None


def _problem_of_number(value: float, schema: Json) -> str | None:
    if schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return None
    return f"{value!r} is out of range"


def _problem_of_object(value: Json, schema: Json) -> str | None:
    properties = schema["properties"]
    for key in schema["required"]:
        if key not in value:
            return f"lacks {key!r}"
    for key, item in value.items():
        if key not in properties:
            return f"has no part {key!r}; its parts are {', '.join(properties)}"
        if wrong := problem(item, properties[key]):
            return f"{key}: {wrong}"
    return None
