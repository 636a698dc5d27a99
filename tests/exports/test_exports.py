"""Every format gives back what was put in, keeps every digit, and is what its own readers expect."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, timezone
from decimal import Decimal

import jsonschema
import pytest

from extractor import exports
from extractor.errors import Unfit
from extractor.exports.columns import COLUMNS
from extractor.exports.to_jsonld import CONTEXT

from .conftest import QUOTE, TEXT, make_row

SCHEMA_ORG = "https://schema.org/"


def written(form, rows):
    file = io.BytesIO()
    assert exports.write(form, rows, file, lambda document: TEXT) == len(rows)
    return file.getvalue()


def test_the_columns_are_those_of_the_view(tmp_path):
    from extractor.store import Store

    with Store.open(tmp_path / "new.db") as store:
        names = [row[1] for row in store.db.conn.execute("PRAGMA table_info(reviewed_claims)")]
    assert list(COLUMNS) == names


@pytest.mark.parametrize("form", exports.FORMATS)
def test_no_claims_make_a_file_of_its_kind(form):
    assert bool(written(form, [])) == (form != "jsonl")


def test_csv_keeps_every_digit_and_every_character(rows):
    back = list(csv.DictReader(io.StringIO(written("csv", rows).decode(), newline="")))
    assert [row["value"] for row in back] == [row["value"] for row in rows]
    assert back[3]["sentence"] == rows[3]["sentence"]
    assert back[0]["qualifiers"] == "only"
    assert json.loads(back[0]["segments"]) == rows[0]["segments"], "an item holds the separator"
    assert (back[0]["value_max"], back[0]["flagged"]) == ("", "0")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_gives_the_rows_back(form, rows):
    text = written(form, rows).decode()
    assert (json.loads(text) if form == "json" else [json.loads(line) for line in text.split("\n")[:-1]]) == rows


def test_parquet_gives_the_rows_back_with_types(rows):
    from pyarrow import parquet

    table = parquet.read_table(io.BytesIO(written("parquet", rows[:3])))
    assert str(table.schema.field("value").type) == "decimal128(38, 12)"
    assert str(table.schema.field("recorded_at").type) == "timestamp[s, tz=UTC]" or "tz=UTC" in str(
        table.schema.field("recorded_at").type
    )
    for row, back in zip(rows, table.to_pylist(), strict=False):
        assert back["value"] == Decimal(row["value"])
        assert back["as_of_start"] == date.fromisoformat(row["as_of_start"])
        assert back["recorded_at"] == datetime(2024, 4, 1, 2, 3, 4, tzinfo=timezone.utc)
        assert back["latest_version"] is True
        same = [name for name, kind in COLUMNS.items() if kind in ("text", "list", "real", "integer")]
        assert {name: back[name] for name in same} == {name: row[name] for name in same}


@pytest.mark.parametrize("value", ["0.1234567890123", "1" + "0" * 26, "1E-13"])
def test_parquet_refuses_what_it_cannot_hold_rather_than_round_it(value):
    with pytest.raises(Unfit, match=r"claim a9.*export it as json or csv"):
        written("parquet", [make_row("a9", value=value)])


def test_parquet_is_written_to_what_cannot_seek(rows):
    class Pipe:
        def __init__(self):
            self.taken = b""

        def write(self, data):
            self.taken += data

    pipe = Pipe()
    exports.write("parquet", rows[:3], pipe, lambda document: TEXT)
    assert pipe.taken == written("parquet", rows[:3])


def test_xlsx_gives_the_rows_back_with_types_and_without_formulas(rows):
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(written("xlsx", rows)))["claims"]
    names = [cell.value for cell in sheet[1]]
    assert names == list(COLUMNS)
    assert {cell.data_type for line in sheet.iter_rows(min_row=2) for cell in line} <= set("snbd") | {"inlineStr"}
    for row, line in zip(rows, sheet.iter_rows(min_row=2, values_only=True), strict=True):
        back = dict(zip(names, line, strict=True))
        assert Decimal(str(back["value"])) == Decimal(row["value"])
        assert back["latest_version"] is True
        assert back["recorded_at"] == datetime(2024, 4, 1, 2, 3, 4)
        assert back["as_of_start"] == (datetime.fromisoformat(row["as_of_start"]) if row["as_of_start"] else None)
        assert back["title"] == row["title"]
    assert back["sentence"] == rows[3]["sentence"].replace("\x0b", "\ufffd")
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")


@pytest.mark.parametrize("text", ["=1+1", "=", "=cmd|' /C calc'!A0"])
def test_no_text_becomes_a_formula_in_excel(text):
    from openpyxl import load_workbook

    row = make_row("a1", speaker_name=text, title=text, evidence_quote=text)
    sheet = load_workbook(io.BytesIO(written("xlsx", [row])))["claims"]
    held = {sheet.cell(1, cell.column).value: cell for cell in sheet[2]}
    for name in ("speaker_name", "title", "evidence_quote"):
        assert (held[name].data_type, held[name].value) == ("s", text)


def test_xlsx_refuses_a_text_that_a_cell_cannot_hold():
    with pytest.raises(Unfit, match=r"claim a9.*32,767"):
        written("xlsx", [make_row("a9", sentence="x" * 40_000)])


# JSON-LD, read without any network: the context is in the file


@pytest.fixture
def expanded(rows):
    from pyld import jsonld

    def refuse(url, options):
        raise AssertionError(f"a context was wanted from {url}")

    document = json.loads(written("jsonld", rows))
    assert document["@context"] == CONTEXT
    return jsonld.expand(document, {"documentLoader": refuse})


def of_type(nodes, name):
    return [node for node in nodes if f"{SCHEMA_ORG}{name}" in node.get("@type", [])]


def term(node, name):
    return node.get(f"{SCHEMA_ORG}{name}", [])


def test_every_number_is_a_claim_of_schema_org(rows, expanded):
    claims = of_type(expanded, "Claim")
    assert [node["@id"] for node in claims] == [f"urn:cakupan:claim:{row['claim_id']}" for row in rows]
    (quantity,) = term(claims[0], "about")
    assert term(quantity, "value") == [{"@type": "http://www.w3.org/2001/XMLSchema#decimal", "@value": "36.47"}]
    assert term(quantity, "unitCode") == [{"@value": "P1"}]
    ranged = term(claims[2], "about")[0]
    assert [term(ranged, name)[0]["@value"] for name in ("minValue", "maxValue")] == ["66", "67.5"]
    assert term(term(claims[3], "about")[0], "value")[0]["@value"] == "0.1234567890123456"


def test_a_claim_names_its_article_and_who_said_it(expanded):
    claim, *_, local = of_type(expanded, "Claim")
    (article,) = term(claim, "appearance")
    assert article["@id"] == "https://kabar.example/a"
    assert term(article, "url") == [{"@id": "https://kabar.example/a"}]
    assert term(article, "datePublished") == [{"@value": "2024-03"}], "no more exact than it is known"
    assert term(term(article, "publisher")[0], "name") == [{"@value": "Kabar Lampung"}]
    assert term(term(claim, "author")[0], "name") == [{"@value": "Siti Rahmawati"}]
    assert term(claim, "temporalCoverage") == [{"@value": "2024-02-01/2024-02-29"}]
    assert term(local, "appearance")[0]["@id"] == "urn:cakupan:document:d1"
    assert "/home/ani" not in json.dumps(expanded)


def test_only_decided_claims_are_reviewed(expanded):
    reviews = of_type(expanded, "ClaimReview")
    judged = {term(node, "itemReviewed")[0]["@id"][-2:]: term(node, "reviewRating")[0] for node in reviews}
    told = {name: term(rating, "alternateName")[0]["@value"] for name, rating in judged.items()}
    assert told == {"a2": "accepted", "a3": "corrected", "a4": "rejected"}


def test_what_was_decided_and_undone_is_not_reviewed():
    text = written("jsonld", [make_row("a1", **{"last_decision_id": "undo", "last_reviewer": "Ani"})])
    assert "ClaimReview" not in text.decode()


def test_the_properties_are_ones_that_schema_org_has(expanded):
    known = {
        "Claim": {"identifier", "name", "text", "hasPart", "creativeWorkStatus", "about", "appearance", "author",
                  "spatialCoverage", "temporalCoverage"},
        "ClaimReview": {"itemReviewed", "claimReviewed", "reviewAspect", "reviewRating", "author", "datePublished"},
        "QuantitativeValue": {"value", "minValue", "maxValue", "unitText", "unitCode", "additionalProperty"},
        "PropertyValue": {"propertyID", "value"},
        "Article": {"url", "headline", "publisher", "datePublished"},
        "Quotation": {"text"},
        "Person": {"name", "jobTitle"},
        "Organization": {"name"},
        "AdministrativeArea": {"name", "identifier"},
        "Rating": {"alternateName"},
    }  # fmt: skip

    def check(node):
        if "@type" not in node or "@value" in node:
            return
        (kind,) = (name.removeprefix(SCHEMA_ORG) for name in node["@type"])
        used = {name.removeprefix(SCHEMA_ORG) for name in node if not name.startswith("@")}
        assert used <= known[kind], kind
        for values in (value for name, value in node.items() if not name.startswith("@")):
            for value in values:
                check(value)

    for node in expanded:
        check(node)


# Web Annotation: the model's MUSTs, as a JSON Schema of our own

IRI = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:"}
SELECTOR = {
    "oneOf": [
        {
            "type": "object",
            "required": ["type", "exact"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "additionalProperties": False,
        },
        {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "additionalProperties": False,
        },
    ]
}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing"]},
        "created": MOMENT,
        "modified": MOMENT,
        "creator": {"type": "object", "required": ["type", "name"]},
        "generator": {"type": "object", "required": ["type", "name"]},
        "body": {
            "type": "array",
            "prefixItems": [
                {"type": "object", "required": ["type", "value"], "properties": {"type": {"const": "TextualBody"}}},
                {"type": "object", "required": ["id", "type"], "properties": {"id": IRI}},
            ],
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {"source": IRI, "selector": {"type": "array", "minItems": 1, "items": SELECTOR}},
        },
    },
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "partOf", "items"],
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": ANNOTATION}},
        },
    },
}


def test_annotations_keep_the_rules_of_the_model(rows):
    told = json.loads(written("webannotation", rows))
    jsonschema.Draft202012Validator(COLLECTION).validate(told)
    assert told["total"] == len(told["first"]["items"]) == len(rows)


def test_an_annotation_leads_back_to_its_words(rows):
    first, *_, lost = json.loads(written("webannotation", rows))["first"]["items"]
    quote, position = first["target"]["selector"]
    assert first["target"]["source"] == "https://kabar.example/a"
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == QUOTE
    assert lost["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": QUOTE}]


def test_an_annotation_carries_the_claim_in_terms_of_schema_org(rows):
    from pyld import jsonld

    annotation_terms = {  # the few terms of the W3C's context that matter here, written from its vocabulary
        "id": "@id",
        "type": "@type",
        "body": "http://www.w3.org/ns/oa#hasBody",
        "items": "https://www.w3.org/ns/activitystreams#items",
        "first": "https://www.w3.org/ns/activitystreams#first",
    }

    def local(url, options):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": annotation_terms}}

    told = json.loads(written("webannotation", rows[:1]))
    (collection,) = jsonld.expand(told, {"documentLoader": local})
    page = collection[annotation_terms["first"]][0]
    claim = page[annotation_terms["items"]][0][annotation_terms["body"]][1]
    assert claim["@type"] == [f"{SCHEMA_ORG}Claim"]
    assert term(term(claim, "about")[0], "value")[0] == {
        "@type": "http://www.w3.org/2001/XMLSchema#decimal",
        "@value": "36.47",
    }


@pytest.mark.parametrize(
    ("form", "count"),
    [("csv", 20), ("json", 20), ("jsonl", 20), ("jsonld", 20), ("webannotation", 20), ("parquet", 5_002)],
)
def test_rows_are_written_as_they_come(form, count):
    file = io.BytesIO()
    sizes = []

    def many():
        for number in range(count):
            sizes.append(file.tell())
            yield make_row(f"a{number}")

    exports.write(form, many(), file, lambda document: TEXT)
    assert sizes[0] < sizes[-1] < file.tell()
