"""Which region issued a local regulation."""

from __future__ import annotations

import pytest

from extractor.model import Found, Place, Regulation
from extractor.regulations import resolve_issuers

BALI, LAMPUNG = Place("51", "Bali", "province"), Place("18", "Lampung", "province")
SLEMAN, BANTUL = Place("34.04", "Sleman", "kabupaten"), Place("34.02", "Bantul", "kabupaten")
DEPOK = Place("32.76", "Depok", "kota")
KEDIRI = Place(None, "Kediri", "unknown", candidates=("35.06", "35.71"))


def region(start: int, place: Place) -> Found:
    return Found(start, start + 5, "REGION", place, "region.gazetteer")


def local(type_: str, start: int = 100, number: str = "4") -> Found:
    regulation = Regulation(type_, number, 2023, f"{type_} {number}/2023", "")
    return Found(start, start + 30, "REGULATION", regulation, "regulation.local")


def resolved(citation: Found, *regions: Found) -> tuple[str | None, tuple[str, ...]]:
    value = resolve_issuers([citation], regions)[0].value
    assert isinstance(value, Regulation)
    return value.issuer, value.flags


CONTEXT = ("issuer_from_context",)


@pytest.mark.parametrize(
    ("type_", "regions", "expected"),
    [
        # printed inside the citation, whatever stands nearer before it
        ("Pergub", [region(90, LAMPUNG), region(110, BALI)], ("51", ())),
        ("Perwali", [region(110, KEDIRI)], ("35.71", ())),
        ("Perbup", [region(110, KEDIRI)], ("35.06", ())),
        ("Perda", [region(110, SLEMAN)], ("34.04", ())),
        # the nearest before it of the right level: a nearer region of another level does not issue it
        ("Pergub", [region(10, BALI), region(90, SLEMAN)], ("51", CONTEXT)),
        ("Perbup", [region(10, SLEMAN), region(50, BANTUL), region(90, BALI)], ("34.02", CONTEXT)),
        ("Perwali", [region(10, DEPOK), region(90, SLEMAN)], ("32.76", CONTEXT)),
        # else the commonest after it, or the province of the only kabupaten
        ("Perbup", [region(200, BANTUL), region(300, SLEMAN), region(400, SLEMAN)], ("34.04", CONTEXT)),
        ("Pergub", [region(200, SLEMAN), region(300, BANTUL)], ("34", CONTEXT)),
        ("Pergub", [region(200, SLEMAN), region(300, DEPOK)], (None, ())),
        # a Perda says no level
        ("Perda", [region(10, BALI)], ("51", CONTEXT)),
        ("Perda", [region(10, BALI), region(50, SLEMAN)], (None, ())),
        ("Perbup", [region(110, BALI)], (None, ())),
        ("Pergub", [], (None, ())),
        # national ones have no issuer
        ("Perpres", [region(10, BALI)], (None, ())),
    ],
)
def test_issuer(type_: str, regions: list[Found], expected: tuple[str | None, tuple[str, ...]]) -> None:
    assert resolved(local(type_), *regions) == expected


def test_a_second_mention_takes_the_printed_issuer() -> None:
    rows = resolve_issuers([local("Pergub"), local("Pergub", 500)], [region(110, BALI), region(490, LAMPUNG)])
    assert [row.value.issuer for row in rows if isinstance(row.value, Regulation)] == ["51", "51"]


def test_other_mentions_pass_through() -> None:
    rows = [region(10, BALI), local("Pergub")]
    assert resolve_issuers(rows, [rows[0]])[0] == rows[0]
