"""An extraction as rows of the database; every span is held against the text before it becomes a row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extractor import wire
from extractor.copies import signature
from extractor.errors import StoreError
from extractor.model import Capture, Claim, Extraction, Finding, Mention, Official, Place, Regulation, Value

Row = dict[str, Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))

# What a number is read to mean. A reviewer may correct these; the rest (place, rules, confidence) is how
# the machine came to it.
MEANING = (
    "value", "value_max", "unit", "kind", "indicator", "population", "qualifier", "gap_to", "direction",
    "change_basis", "baseline", "segment", "programme", "region", "as_of", "plan", "data_source", "funding",
    "rank", "speaker", "attribution", "flags",
)  # fmt: skip


MENTION_COLUMNS = (
    "document_id", "id", "position", "label", "quote", "text_start", "text_end", "value", "region_code",
    "regulation_id", "official_id", "rule", "claim_ids", "not_claimed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one document but those of its history (captures, versions, runs, decisions).

    Those of mentions, by far the most, are tuples in the order of ``MENTION_COLUMNS``.
    """

    document: Row
    mentions: list[tuple[Any, ...]]
    claims: list[Row]
    findings: list[Row]
    regions: dict[str, Row]
    regulations: dict[str, Row]
    officials: dict[str, Row]
    signature: bytes = b""


def to_text(value: Any) -> str:
    """Compact JSON; the same value always gives the same text."""
    return _ENCODER.encode(value)


@lru_cache(maxsize=4096)
def list_text(words: tuple[str, ...]) -> str:
    """The JSON of a list of words that returns: mostly empty, or the rules and segments of other claims."""
    return _ENCODER.encode(words)


def short_hash(*parts: Any) -> str:
    """The first 16 hexadecimal digits of the sha256 of the parts."""
    return hashlib.sha256(to_text(parts).encode()).hexdigest()[:16]


def reading(claim: Mapping[str, Any]) -> str:
    """A hash of what a claim (as JSON) says; order within lists and the words of the date do not count."""
    meaning = {key: claim[key] for key in MEANING}
    for key, value in meaning.items():
        if isinstance(value, list):
            meaning[key] = sorted(value)
    return short_hash({**meaning, "as_of": [claim["as_of"][key] for key in ("start", "end", "precision")]})


def capture_row(capture: Capture, document_id: str, compressed: bytes) -> Row:
    """One retrieval; the same bytes from the same place are the same capture."""
    return {
        "id": short_hash(capture.uri, capture.sha256),
        "document_id": document_id,
        "uri": capture.uri,
        "retrieved_at": moment(capture.retrieved_at),
        "media_type": capture.media_type,
        "sha256": capture.sha256,
        "byte_count": len(capture.source),
        "content_zlib": compressed,
    }


def moment(at: str) -> str:
    """A moment as ``2025-01-31T08:00:00Z``; raises StoreError for what is none or has no time zone."""
    from datetime import datetime, timezone

    try:
        read = datetime.fromisoformat(at.replace("Z", "+00:00"))
    except ValueError as error:
        raise StoreError(f"{at!r}: not a moment in ISO 8601; pass one such as 2025-01-31T08:00:00Z") from error
    if read.tzinfo is None:
        raise StoreError(f"{at!r}: a moment without a time zone; pass one such as 2025-01-31T08:00:00Z")
    return read.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def rows_of(extraction: Extraction) -> Rows:
    """The rows of an extraction; raises StoreError where a span does not hold the words it claims to."""
    document, text = extraction.document, extraction.document.text
    where = document.uri or document.id[:12]
    rows = Rows(_document_row(extraction), [], [], [], {}, {}, {}, signature(text))
    for position, mention in enumerate(extraction.mentions):
        _check_span(text, where, "mention", mention.id, mention.start, mention.end, mention.quote)
        rows.mentions.append(_mention_row(mention, document.id, position, rows))
    for position, claim in enumerate(extraction.claims):
        evidence = claim.evidence
        _check_span(text, where, "claim", claim.id, evidence.start, evidence.end, evidence.quote)
        rows.claims.append(_claim_row(claim, document.id, position, text, rows))
    findings = {finding.id: finding for finding in extraction.findings}  # the same finding is stored once
    for position, finding in enumerate(findings.values()):
        rows.findings.append(_finding_row(finding, document.id, position))
    return rows


def rows_of_added(claim: Claim, where: str, text: str, position: int) -> Rows:
    """The rows of a claim that a reviewer made; ``where`` names its document in an error."""
    evidence = claim.evidence
    _check_span(text, where, "claim", claim.id, evidence.start, evidence.end, evidence.quote)
    rows = Rows({}, [], [], [], {}, {}, {})
    rows.claims.append({**_claim_row(claim, claim.document, position, text, rows), "still_found": 0})
    return rows


def _check_span(text: str, where: str, what: str, name: str, start: int, end: int, quote: str) -> None:
    held = text[start:end] if 0 <= start < end else ""
    if held != quote or not quote:
        raise StoreError(
            f"{where}: {what} {name} says {quote!r} stands at {start}-{end}, where the text has {held!r}; "
            "nothing was stored, please report this document"
        )


def _document_row(extraction: Extraction) -> Row:
    document = extraction.document
    as_json = wire.document_to_json(document, extraction.published, extraction.event)
    dates = {
        f"{name}_{key}": as_json[name][key]
        for name in ("published", "event")
        for key in ("start", "end", "precision", "basis", "text")
    }
    return {
        "id": document.id,
        "uri": document.uri,
        "media_type": document.media_type,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        **dates,
        "text": document.text,
        "text_sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        "pages": to_text(as_json["pages"]),
        "reading_notes": list_text(document.notes),
    }


def _mention_row(mention: Mention, document_id: str, position: int, rows: Rows) -> tuple[Any, ...]:
    value = mention.value
    region = regulation = official = None
    if isinstance(value, Place) and value.code:
        region = _region(value.code, value.name, value.level, rows)
    elif isinstance(value, Regulation):
        regulation = _regulation(value, rows)
    elif isinstance(value, Official):
        official = _official(value, rows)
    return (
        document_id,
        mention.id,
        position,
        mention.label,
        mention.quote,
        mention.start,
        mention.end,
        _value_text(value),
        region,
        regulation,
        official,
        mention.rule,
        list_text(mention.claims),
        mention.not_claimed,
    )


def _finding_row(finding: Finding, document_id: str, position: int) -> Row:
    return {
        "document_id": document_id,
        "id": finding.id,
        "position": position,
        "check_name": finding.check,
        "verdict": finding.verdict,
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "reason": finding.reason,
        "subject_ids": to_text(finding.subjects),
    }


@lru_cache(maxsize=4096)
def _value_text(value: Value) -> str:
    """The JSON of a value; the same places, segments and programmes return in every document."""
    return to_text(wire.value_to_json(value))


def _claim_row(claim: Claim, document_id: str, position: int, text: str, rows: Rows) -> Row:
    if claim.document != document_id:
        raise StoreError(f"claim {claim.id} belongs to document {claim.document[:12]}, not to {document_id[:12]}")
    region, evidence, speaker, as_json = (
        claim.region,
        claim.evidence,
        claim.speaker,
        wire.claim_to_json(claim),
    )
    as_json["status"] = "pending"  # what a machine says is never reviewed
    return {
        "id": claim.id,
        "document_id": document_id,
        "position": position,
        "group_id": claim.group,
        "value": as_json["value"],
        "value_number": float(claim.value),
        "value_max": as_json["value_max"],
        "value_max_number": None if claim.value_max is None else float(claim.value_max),
        "unit": claim.unit,
        "kind": claim.kind,
        "indicator": claim.indicator,
        "population": claim.population,
        "qualifiers": list_text(claim.qualifier),
        "segments": list_text(claim.segment),
        "programmes": list_text(claim.programme),
        "region_code": _region(region.code, region.name, region.level, rows) if region.code else None,
        "region_name": region.name,
        "region_level": region.level,
        "region_basis": region.basis,
        **{f"as_of_{key}": value for key, value in as_json["as_of"].items()},
        "gap_to": claim.gap_to,
        "direction": claim.direction,
        "change_basis": claim.change_basis,
        "baseline": claim.baseline,
        "plans": list_text(claim.plan),
        "data_source": claim.data_source,
        "funding_sources": list_text(claim.funding),
        "rank": claim.rank,
        "speaker_id": None if speaker is None else _official(speaker, rows),
        "speaker_name": None if speaker is None else speaker.name,
        "speaker_position": None if speaker is None else speaker.position,
        "attribution": claim.attribution,
        "evidence_quote": evidence.quote,
        "sentence": text[evidence.sentence_start : evidence.sentence_end],
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
        "sentence_start": evidence.sentence_start,
        "sentence_end": evidence.sentence_end,
        "flags": list_text(claim.flags),
        "confidence": claim.confidence,
        "confidence_reasons": list_text(claim.confidence_reasons),
        "rules": list_text(claim.rules),
        "mention_ids": to_text(claim.mentions),
        "reading": reading(as_json),
        "still_found": 1,
        "claim_json": to_text(as_json),
    }


def _region(code: str, name: str | None, level: str, rows: Rows) -> str:
    if code not in rows.regions:
        province = code.split(".")[0] if "." in code else None
        rows.regions[code] = {"code": code, "name": name or code, "level": level, "province_code": province}
    return code


def _regulation(regulation: Regulation, rows: Rows) -> str:
    """Two provinces may both have a ``Pergub 4/2023``: the issuer is part of the key where there is one."""
    key = f"{regulation.id} · {regulation.issuer}" if regulation.issuer else regulation.id
    rows.regulations[key] = {
        "id": key,
        "citation": regulation.id,
        "type": regulation.type,
        "number": regulation.number,
        "year": regulation.year,
        "issuer": regulation.issuer,
    }
    return key


def _official(official: Official, rows: Rows) -> str:
    row = _official_row(official)
    rows.officials[row["id"]] = row
    return str(row["id"])


@lru_cache(maxsize=1024)
def _official_row(official: Official) -> Row:
    """The row of an official, whom a document names many times."""
    value = wire.official_to_json(official)
    return {
        "id": short_hash(value),
        **value,
        "degrees_before": list_text(official.degrees_before),
        "degrees_after": list_text(official.degrees_after),
    }


def insert_sql(table: str, columns: Iterable[str]) -> str:
    """An INSERT with named parameters, for one row."""
    names = list(columns)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)})"


@lru_cache(maxsize=32)
def insert_many_sql(table: str, columns: tuple[str, ...], *, ignore: bool = False) -> str:
    """An INSERT of values in the order of ``columns``, for ``executemany``: names are looked up for every row."""
    verb = "INSERT OR IGNORE" if ignore else "INSERT"
    return f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def update_sql(table: str, key: str, columns: Iterable[str]) -> str:
    """An UPDATE with named parameters of the row that has the same key."""
    changes = ", ".join(f"{name} = :{name}" for name in columns if name != key)
    return f"UPDATE {table} SET {changes} WHERE {key} = :{key}"
