"""The printed JSON keeps the contract: its schema, its keys, its numbers."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from extractor import wire
from extractor.model import (
    Article,
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
    Page,
    Period,
    Place,
    Quantity,
    Regulation,
    Value,
)

SHA = "ab" * 32
TEXT = "Cakupan 31,9 persen."
DAY = Period(date(2025, 1, 6), date(2025, 1, 6), "day")

VALUES: list[tuple[str, Value, dict[str, Any]]] = [
    (
        "PERCENT",
        Quantity(Decimal("31.90"), "percent", qualifier=("only",)),
        {"value": "31.9", "value_max": None, "unit": "percent", "qualifier": ["only"]},
    ),
    (
        "COUNT",
        Quantity(Decimal("1.7E+6"), "workers", Decimal("1.80E+6")),
        {"value": "1700000", "value_max": "1800000", "unit": "workers", "qualifier": []},
    ),
    (
        "COUNT",
        Quantity(Decimal(234), None),
        {"value": "234", "value_max": None, "unit": None, "qualifier": []},
    ),
    ("MONEY", Money(Decimal("16800.00")), {"value": "16800", "currency": "IDR"}),
    (
        "REGULATION",
        Regulation("PP", "44", 2015, "PP 44/2015", "PP 44/2015", articles=(Article("25", "1", "a"),)),
        {
            "type": "PP",
            "number": "44",
            "year": 2015,
            "title": None,
            "articles": [{"article": "25", "paragraph": "1", "letter": "a"}],
            "issuer": None,
            "id": "PP 44/2015",
            "raw": "PP 44/2015",
            "flags": [],
        },
    ),
    (
        "OFFICIAL",
        Official("Tirta Lesmana", degrees_before=("Dr",), position="Sekda", acting="Pj"),
        {
            "name": "Tirta Lesmana",
            "degrees_before": ["Dr"],
            "degrees_after": [],
            "position": "Sekda",
            "acting": "Pj",
            "organisation": None,
            "region": None,
            "role": None,
        },
    ),
    ("DATE", DateValue(None, None, "day", weekday=3), {"start": None, "end": None, "precision": "day"}),
    (
        "REGION",
        Place(None, "Malang", "unknown", candidates=("35.07", "35.73")),
        {"code": None, "name": "Malang", "level": "unknown", "candidates": ["35.07", "35.73"], "members": []},
    ),
    ("SEGMENT", Code("OTHER:pekerja salon"), {"code": "OTHER:pekerja salon"}),
    ("PROGRAMME", Code("JKK"), {"code": "JKK"}),
    ("PLAN", Code("RPJMD"), {"code": "RPJMD"}),
    ("ORGANISATION", Name("Dinas Tenaga Kerja"), {"name": "Dinas Tenaga Kerja"}),
]


def claim(**changes: Any) -> Claim:
    fields: dict[str, Any] = {
        "id": "c1",
        "group": "g1",
        "document": SHA,
        "value": Decimal("31.9"),
        "unit": "percent",
        "kind": "achieved",
        "indicator": "coverage_rate",
        "region": ClaimRegion("33.07", "Kabupaten Wonosobo", "kabupaten", "same_sentence"),
        "as_of": Dated(DAY, "event"),
        "evidence": Evidence(8, 19, "31,9 persen", 0, 20),
    }
    return Claim(**{**fields, **changes})


def extraction(**changes: Any) -> Extraction:
    mentions = tuple(
        Mention(f"m{number}", 8, 19, "31,9 persen", label, value, "some.rule")
        for number, (label, value, _) in enumerate(VALUES)
    )
    fields: dict[str, Any] = {
        "document": Document(SHA, None, "text/plain", SHA, TEXT, pages=(Page(1, 0, 20),)),
        "published": Dated(DAY, "jsonld", "2025-01-06"),
        "event": Dated(None, "unknown"),
        "mentions": mentions,
        "claims": (
            claim(),
            claim(
                id="c2",
                value_max=Decimal(33),
                speaker=Official("Tirta Lesmana"),
                segment=("INFORMAL", "OTHER:pekerja salon"),
                programme=("JKM",),
                kind="change",
                direction="increase",
                change_basis="relative",
                as_of=Dated(None, "unknown"),
                confidence=0.7,
                confidence_reasons=("two regions are near",),
            ),
        ),
        "findings": (
            Finding("f1", "ratio", "agrees", ("c1",), "1 / 2 = 50 %", "50", "50"),
            Finding("f2", "gap", "unchecked", (SHA,), "no base", reason="no base is printed"),
        ),
    }
    return Extraction(**{**fields, **changes})


def errors(printed: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(wire.json_schema()).iter_errors(printed)]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(wire.json_schema())


def test_everything_printed_fits_the_schema() -> None:
    assert errors(json.loads(json.dumps(wire.to_json(extraction())))) == []


def test_an_empty_extraction_fits_the_schema() -> None:
    assert errors(wire.to_json(extraction(mentions=(), claims=(), findings=(), published=Dated(None, "none")))) == []


@pytest.mark.parametrize(
    ("label", "value", "printed"), VALUES, ids=[f"{row[0]}-{number}" for number, row in enumerate(VALUES)]
)
def test_value_of_each_label(label: str, value: Value, printed: dict[str, Any]) -> None:
    assert wire.value_to_json(value) == printed


def test_claim_has_the_keys_of_the_contract() -> None:
    assert " ".join(wire.claim_to_json(claim())) == (
        "id group document value value_max unit kind indicator population qualifier gap_to direction"
        " change_basis baseline segment programme region as_of plan data_source funding rank speaker"
        " attribution evidence flags confidence confidence_reasons rules status mentions"
    )


@pytest.mark.parametrize("number", [0, 1])
def test_a_claim_comes_back_from_its_json(number: int) -> None:
    claim = extraction().claims[number]
    assert wire.claim_from_json(json.loads(json.dumps(wire.claim_to_json(claim)))) == claim


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("9.04", "9.04"),
        ("607426", "607426"),
        ("2.6E+6", "2600000"),
        ("12.50", "12.5"),
        ("40.00", "40"),
        ("100", "100"),
        ("0.00", "0"),
        ("-0", "0"),
        ("-2.50", "-2.5"),
        ("1E-3", "0.001"),
    ],
)
def test_decimals_are_plain(value: str, text: str) -> None:
    assert wire.decimal_to_text(Decimal(value)) == text
    assert Decimal(text) == Decimal(value)


def _extra_key(printed: dict[str, Any]) -> None:
    printed["claims"][0]["note"] = "x"


def _missing_key(printed: dict[str, Any]) -> None:
    del printed["document"]["byline"]


def _unknown_unit(printed: dict[str, Any]) -> None:
    printed["claims"][0]["unit"] = "people"


def _number_not_text(printed: dict[str, Any]) -> None:
    printed["claims"][0]["value"] = 31.9


def _exponent(printed: dict[str, Any]) -> None:
    printed["claims"][0]["value"] = "1E+3"


def _trailing_zero(printed: dict[str, Any]) -> None:
    printed["claims"][0]["value"] = "31.90"


def _value_of_another_label(printed: dict[str, Any]) -> None:
    printed["mentions"][0]["label"] = "DATE"


def _bad_date(printed: dict[str, Any]) -> None:
    printed["document"]["published"]["start"] = "6/1/2025"


def _unknown_verdict(printed: dict[str, Any]) -> None:
    printed["findings"][0]["verdict"] = "perhaps"


@pytest.mark.parametrize(
    "damage",
    [
        _extra_key,
        _missing_key,
        _unknown_unit,
        _number_not_text,
        _exponent,
        _trailing_zero,
        _value_of_another_label,
        _bad_date,
        _unknown_verdict,
    ],
)
def test_the_schema_is_strict(damage: Callable[[dict[str, Any]], None]) -> None:
    printed = copy.deepcopy(wire.to_json(extraction()))
    damage(printed)
    assert errors(printed)
