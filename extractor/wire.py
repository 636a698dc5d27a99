"""The contract's JSON: what ``cakupan extract`` prints and what the store keeps.

One shape, version 1, described by ``extractor/schema/extract-1.json``. Every key is always present;
unknown is ``null``, none is ``[]``. Decimals are plain strings (``"9.04"``), dates ISO 8601, offsets
Unicode code points into ``document.text``, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from extractor.model import (
    Claim,
    ClaimRegion,
    Code,
    Dated,
    DateValue,
    Document,
    Evidence,
    Extraction,
    Finding,
    Mention,
    Money,
    Name,
    Official,
    Period,
    Place,
    Quantity,
    Regulation,
    Value,
)

SCHEMA_VERSION = 1


def decimal_to_text(value: Decimal) -> str:
    """A decimal without exponent and without zeros that carry no value: ``9.04``, ``607426``, ``0``."""
    if not value:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def to_json(extraction: Extraction) -> dict[str, Any]:
    """The JSON object of one document, as ``cakupan extract`` prints it."""
    return {
        "schema": SCHEMA_VERSION,
        "document": document_to_json(extraction.document, extraction.published, extraction.event),
        "mentions": [mention_to_json(mention) for mention in extraction.mentions],
        "claims": [claim_to_json(claim) for claim in extraction.claims],
        "findings": [finding_to_json(finding) for finding in extraction.findings],
    }


def document_to_json(document: Document, published: Dated, event: Dated) -> dict[str, Any]:
    """A document with its two dates and where they came from."""
    return {
        "id": document.id,
        "uri": document.uri,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "text": document.text,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "published": dated_to_json(published),
        "event": dated_to_json(event),
        "pages": [{"page": page.page, "start": page.start, "end": page.end} for page in document.pages],
    }


def dated_to_json(dated: Dated) -> dict[str, Any]:
    """A period with its basis; the period's three keys are null where no date is known."""
    return {**_period(dated.period), "basis": dated.basis, "text": dated.text}


def mention_to_json(mention: Mention) -> dict[str, Any]:
    """A labelled span; the shape of ``value`` depends on the label."""
    return {
        "id": mention.id,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "label": mention.label,
        "value": value_to_json(mention.value),
        "rule": mention.rule,
        "claims": list(mention.claims),
        "not_claimed": mention.not_claimed,
    }


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """A claim with all its fields; ``confidence_reasons`` say in words what lowered the confidence."""
    region, evidence = claim.region, claim.evidence
    return {
        "id": claim.id,
        "group": claim.group,
        "document": claim.document,
        "value": decimal_to_text(claim.value),
        "value_max": _decimal(claim.value_max),
        "unit": claim.unit,
        "kind": claim.kind,
        "indicator": claim.indicator,
        "population": claim.population,
        "qualifier": list(claim.qualifier),
        "gap_to": claim.gap_to,
        "direction": claim.direction,
        "change_basis": claim.change_basis,
        "baseline": claim.baseline,
        "segment": list(claim.segment),
        "programme": list(claim.programme),
        "region": {"code": region.code, "name": region.name, "level": region.level, "basis": region.basis},
        "as_of": dated_to_json(claim.as_of),
        "plan": list(claim.plan),
        "data_source": claim.data_source,
        "funding": list(claim.funding),
        "rank": claim.rank,
        "speaker": None if claim.speaker is None else official_to_json(claim.speaker),
        "attribution": claim.attribution,
        "evidence": {
            "start": evidence.start,
            "end": evidence.end,
            "quote": evidence.quote,
            "sentence_start": evidence.sentence_start,
            "sentence_end": evidence.sentence_end,
        },
        "flags": list(claim.flags),
        "confidence": claim.confidence,
        "confidence_reasons": list(claim.confidence_reasons),
        "rules": list(claim.rules),
        "status": claim.status,
        "mentions": list(claim.mentions),
    }


def claim_from_json(printed: Mapping[str, Any]) -> Claim:
    """The claim that ``claim_to_json`` printed so; ``printed`` must fit the schema."""
    as_of, most, speaker = printed["as_of"], printed["value_max"], printed["speaker"]
    period = None
    if as_of["start"] is not None:
        start, end = date.fromisoformat(as_of["start"]), date.fromisoformat(as_of["end"])
        period = Period(start, end, as_of["precision"])
    fields = _tuples(printed) | {
        "value": Decimal(printed["value"]),
        "value_max": None if most is None else Decimal(most),
        "region": ClaimRegion(**printed["region"]),
        "as_of": Dated(period, as_of["basis"], as_of["text"]),
        "evidence": Evidence(**printed["evidence"]),
        "speaker": None if speaker is None else Official(**_tuples(speaker)),
    }
    return Claim(**fields)


def _tuples(printed: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in printed.items()}


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """The result of one check, its arithmetic in words in ``message``."""
    return {
        "id": finding.id,
        "check": finding.check,
        "verdict": finding.verdict,
        "subjects": list(finding.subjects),
        "expected": finding.expected,
        "found": finding.found,
        "message": finding.message,
        "reason": finding.reason,
    }


def official_to_json(official: Official) -> dict[str, Any]:
    """A named office holder."""
    return {
        "name": official.name,
        "degrees_before": list(official.degrees_before),
        "degrees_after": list(official.degrees_after),
        "position": official.position,
        "acting": official.acting,
        "organisation": official.organisation,
        "region": official.region,
        "role": official.role,
    }


def regulation_to_json(regulation: Regulation) -> dict[str, Any]:
    """A citation as printed, with the places inside it."""
    return {
        "type": regulation.type,
        "number": regulation.number,
        "year": regulation.year,
        "title": regulation.title,
        "articles": [
            {"article": place.article, "paragraph": place.paragraph, "letter": place.letter}
            for place in regulation.articles
        ],
        "issuer": regulation.issuer,
        "id": regulation.id,
        "raw": regulation.raw,
        "flags": list(regulation.flags),
    }


def value_to_json(value: Value) -> dict[str, Any]:
    """The normalised value of a mention, always an object."""
    match value:
        case Quantity():
            return {
                "value": decimal_to_text(value.value),
                "value_max": _decimal(value.value_max),
                "unit": value.unit,
                "qualifier": list(value.qualifier),
            }
        case Money():
            return {"value": decimal_to_text(value.value), "currency": value.currency}
        case Regulation():
            return regulation_to_json(value)
        case Official():
            return official_to_json(value)
        case DateValue():
            return {"start": _day(value.start), "end": _day(value.end), "precision": value.precision}
        case Place():
            return {
                "code": value.code,
                "name": value.name,
                "level": value.level,
                "candidates": list(value.candidates),
                "members": list(value.members),
            }
        case Code():
            return {"code": value.code}
        case Name():
            return {"name": value.name}


@lru_cache(maxsize=1)
def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``to_json`` returns."""
    path = Path(__file__).parent / "schema" / f"extract-{SCHEMA_VERSION}.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _period(period: Period | None) -> dict[str, Any]:
    if period is None:
        return {"start": None, "end": None, "precision": None}
    return {"start": _day(period.start), "end": _day(period.end), "precision": period.precision}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else decimal_to_text(value)
