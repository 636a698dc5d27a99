"""W3C Web Annotation: the evidence of every claim marked in its article, the claim as the body.

The target is found by its words (``TextQuoteSelector``, with the words around it) and, in the text as cakupan
read it (its name is in ``state``), by its position in code points (``TextPositionSelector``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.exports import Row, Sink, TextOf
from extractor.exports.to_json import write_array
from extractor.exports.to_jsonld import claim, source, summary

Node = dict[str, Any]

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"schema": "https://schema.org/", "xsd": "http://www.w3.org/2001/XMLSchema#"},
]
_AROUND = 32  # characters of context on each side


def write(rows: Iterable[Row], file: Sink, text_of: TextOf) -> None:
    """One collection with one page of annotations."""
    head = {"id": "urn:cakupan:annotations", "type": "AnnotationCollection", "label": "Coverage claims"}
    opening = json.dumps({"@context": CONTEXT, **head}).removesuffix("}")
    file.write(opening.encode() + b',\n"first": {"id": "urn:cakupan:annotations:1", "type": "AnnotationPage", ')
    file.write(b'"partOf": "urn:cakupan:annotations", "startIndex": 0, "items": ')
    total = 0

    def annotations() -> Iterator[Node]:
        nonlocal total
        document, text = None, ""
        for row in rows:
            if row["document_id"] != document:
                document, text = row["document_id"], text_of(row["document_id"])
            total += 1
            yield _annotation(row, text)

    write_array(annotations(), file)
    file.write(f'}},\n"total": {total}}}\n'.encode())


def _annotation(row: Row, text: str) -> Node:
    node: Node = {
        "id": f"urn:cakupan:annotation:{row['claim_id']}",
        "type": "Annotation",
        "motivation": "describing",
        "created": row["recorded_at"],
        "generator": {"type": "Software", "name": "cakupan"},
        "body": [
            {"type": "TextualBody", "value": summary(row), "format": "text/plain", "language": "en"},
            _schema(_without_article(claim(row))),
        ],
        "target": {
            "source": source(row),
            "selector": _selectors(row, text),
            "state": {"type": "TimeState", "cached": f"urn:cakupan:document:{row['document_id']}"},
        },
    }
    if row["status"] != "pending":
        node |= {"creator": {"type": "Person", "name": row["last_reviewer"]}, "modified": row["last_decided_at"]}
    return node


def _selectors(row: Row, text: str) -> list[Node]:
    start, end = row["evidence_start"], row["evidence_end"]
    if start is None or text[start:end] != row["evidence_quote"]:  # its place in the text was lost
        return [{"type": "TextQuoteSelector", "exact": row["evidence_quote"]}]
    quote = {
        "type": "TextQuoteSelector",
        "exact": row["evidence_quote"],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _without_article(node: Node) -> Node:
    """The article is the target already."""
    return {name: value for name, value in node.items() if name != "appearance"}


def _schema(value: Any) -> Any:
    """A schema.org node in terms that do not clash with those of annotations."""
    if isinstance(value, list):
        return [_schema(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "@value" in value:
        return value
    renamed = {"@id": "id", "@type": "type"}
    return {
        renamed.get(name, f"schema:{name}"): f"schema:{item}" if name == "@type" else _schema(item)
        for name, item in value.items()
    }
