"""schema.org in JSON-LD: a ``Claim`` for every number, a ``ClaimReview`` for those that were decided.

The context is in the file, so that no reader needs the network. Numbers are ``QuantitativeValue`` with exact
decimals (``xsd:decimal``). A ``ClaimReview`` says whether the number was read rightly from the article; it does
not say whether the article is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.exports import Row, Sink, TextOf
from extractor.exports.to_json import write_array

Node = dict[str, Any]

CONTEXT = {
    "@vocab": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "url": {"@type": "@id"},
}
_UNIT_CODES = {"percent": "P1"}  # UN/CEFACT Recommendation 20
_DETAILS = (
    "kind", "indicator", "population", "gap_to", "direction", "change_basis", "baseline", "data_source", "rank",
)  # fmt: skip
_LISTS = {
    "qualifiers": "qualifier",
    "segments": "segment",
    "programmes": "programme",
    "plans": "plan",
    "funding_sources": "funding",
    "flags": "flag",
}


def write(rows: Iterable[Row], file: Sink, text_of: TextOf) -> None:
    """One document: the context, then the graph."""
    file.write(b'{"@context": ' + json.dumps(CONTEXT).encode() + b',\n"@graph": ')
    write_array(_nodes(rows), file)
    file.write(b"}\n")


def _nodes(rows: Iterable[Row]) -> Iterator[Node]:
    for row in rows:
        yield claim(row)
        if row["status"] != "pending" and row["last_decision_id"]:
            yield _review(row)


def claim(row: Row) -> Node:
    """A claim: what was said, by whom, about where and when, and the article it appears in."""
    node: Node = {
        "@id": f"urn:cakupan:claim:{row['claim_id']}",
        "@type": "Claim",
        "identifier": row["claim_id"],
        "name": summary(row),
        "text": row["sentence"],
        "hasPart": {"@type": "Quotation", "text": row["evidence_quote"]},
        "creativeWorkStatus": row["status"],
        "about": quantity(row),
        "appearance": _article(row),
    }
    if row["region_name"]:
        node["spatialCoverage"] = _with({"@type": "AdministrativeArea", "name": row["region_name"]}, row, "region_code")
    if row["as_of_start"]:
        node["temporalCoverage"] = f"{row['as_of_start']}/{row['as_of_end']}"
    if row["speaker_name"]:
        node["author"] = {"@type": "Person", "name": row["speaker_name"]}
        if row["speaker_position"]:
            node["author"]["jobTitle"] = row["speaker_position"]
    return node


def summary(row: Row) -> str:
    """The claim in one line: ``36.47 percent, coverage_rate achieved, Kalimantan Barat, 2024-02-01/2024-02-29``."""
    number = row["value"] if row["value_max"] is None else f"{row['value']}–{row['value_max']}"
    parts = [f"{number} {row['unit']}", f"{row['indicator']} {row['kind']}", " ".join(row["segments"])]
    parts.append(row["region_name"] or "")
    if row["as_of_start"]:
        parts.append(f"{row['as_of_start']}/{row['as_of_end']}")
    return ", ".join(part for part in parts if part)


def quantity(row: Row) -> Node:
    """The number, exact, with what it measures as properties."""
    node: Node = {"@type": "QuantitativeValue", "unitText": row["unit"]}
    if row["unit"] in _UNIT_CODES:
        node["unitCode"] = _UNIT_CODES[row["unit"]]
    if row["value_max"] is None:
        node["value"] = _decimal(row["value"])
    else:
        node |= {"minValue": _decimal(row["value"]), "maxValue": _decimal(row["value_max"])}
    details = [(name, row[name]) for name in _DETAILS if row[name] is not None]
    details += [(name, item) for column, name in _LISTS.items() for item in row[column]]
    node["additionalProperty"] = [
        {"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in details
    ]
    return node


def source(row: Row) -> str:
    """The article's address, or a name for its document where it has none on the web."""
    uri = row["uri"] or ""
    return uri if uri.startswith(("https://", "http://")) else f"urn:cakupan:document:{row['document_id']}"


def _article(row: Row) -> Node:
    place = source(row)
    node: Node = {"@id": place, "@type": "Article"}
    if place == row["uri"]:
        node["url"] = place
    if row["title"]:
        node["headline"] = row["title"]
    if row["publisher"]:
        node["publisher"] = {"@type": "Organization", "name": row["publisher"]}
    if row["published_start"]:
        node["datePublished"] = _as_stated(row["published_start"], row["published_precision"])
    return node


def _review(row: Row) -> Node:
    return {
        "@id": f"urn:cakupan:decision:{row['last_decision_id']}",
        "@type": "ClaimReview",
        "itemReviewed": {"@id": f"urn:cakupan:claim:{row['claim_id']}"},
        "claimReviewed": summary(row),
        "reviewAspect": "whether the number is read rightly from the article",
        "reviewRating": {"@type": "Rating", "alternateName": row["status"]},
        "author": {"@type": "Person", "name": row["last_reviewer"]},
        "datePublished": row["last_decided_at"],
    }


def _as_stated(day: str, precision: str | None) -> str:
    """A date as exact as it is known: ``2024-08-17``, ``2024-08``, ``2024``."""
    return {"year": day[:4], "month": day[:7]}.get(precision or "", day)


def _decimal(text: str) -> Node:
    return {"@type": "xsd:decimal", "@value": text}


def _with(node: Node, row: Row, column: str) -> Node:
    return node | {"identifier": row[column]} if row[column] else node
