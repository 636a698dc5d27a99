"""Parts and their whole, in sentences and in tables."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.checks.material import Material
from extractor.checks.tables import check_tables
from extractor.language import parse
from extractor.model import Cell, ClaimRegion, Document, Table

FORMAL, INFORMAL = {"segment": ("FORMAL",)}, {"segment": ("INFORMAL",)}
TEXT = "Dari 57.400 peserta, 41.200 orang formal. Sisanya 16.200 jiwa informal."
NUMBERS = (("57.400 peserta", {}), ("41.200 orang", FORMAL), ("16.200 jiwa", INFORMAL))


def test_segments_make_the_whole(tell: Any) -> None:
    (finding,) = tell(TEXT, *NUMBERS).findings("parts")
    assert (finding.verdict, finding.message) == ("agrees", "41200 + 16200 = 57400")
    assert finding.subjects == ("c0", "c1", "c2")


@pytest.mark.parametrize(("old", "new"), [("41.200", "42.100"), ("16.200", "16.500"), ("57.400", "54.700")])
def test_one_digit_turns_the_verdict(tell: Any, old: str, new: str) -> None:
    (finding,) = tell(TEXT, *NUMBERS).reprinted(old, new).findings("parts")
    assert finding.verdict == "disagrees"
    assert "printed" in finding.message


def test_segments_in_other_sentences_and_groups(tell: Any) -> None:
    text = "Ada 57.400 peserta.\nFormal 41.200 orang.\nInformal 16.200 jiwa."
    numbers = [(quote, {**fields, "group": quote}) for quote, fields in NUMBERS]
    story = tell(text, *numbers)
    assert story.verdicts("parts") == ["agrees"]
    assert story.reprinted("16.200", "16.500").verdicts("parts") == ["disagrees"]


def test_rounded_parts_agree_only_by_rounding(tell: Any) -> None:
    text = "Dari 39,05 juta peserta, 26,20 juta orang formal dan 12,84 juta jiwa informal."
    story = tell(text, ("39,05 juta peserta", {}), ("26,20 juta orang", FORMAL), ("12,84 juta jiwa", INFORMAL))
    (finding,) = story.findings("parts")
    assert finding.verdict == "rounding"
    assert finding.message.startswith("26.20 juta + 12.84 juta = 39.04 juta, printed 39.05 juta")


def test_enumerated_parts_of_any_segment(tell: Any) -> None:
    text = "Peserta 3.800 pekerja, terdiri dari 3.000 orang pekebun dan 800 jiwa nelayan."
    numbers = [
        ("3.800 pekerja", {}),
        ("3.000 orang", {"segment": ("SAWIT",)}),
        ("800 jiwa", {"segment": ("NELAYAN",)}),
    ]
    assert tell(text, *numbers).verdicts("parts") == ["agrees"]
    assert tell(text, *numbers).reprinted("800 jiwa", "700 jiwa").verdicts("parts") == ["disagrees"]


def test_parts_named_as_some_of_many_do_not_disagree(tell: Any) -> None:
    text = "Peserta 3.800 pekerja, di antaranya 3.000 orang pekebun dan 700 jiwa nelayan."
    numbers = [
        ("3.800 pekerja", {}),
        ("3.000 orang", {"segment": ("SAWIT",)}),
        ("700 jiwa", {"segment": ("NELAYAN",)}),
    ]
    assert tell(text, *numbers).findings("parts") == []


def test_wage_earners_and_others_may_lack_a_third(tell: Any) -> None:
    text = "Dari 57.400 peserta, 41.200 orang PU dan 15.000 jiwa BPU."
    story = tell(
        text,
        ("57.400 peserta", {}),
        ("41.200 orang", {"segment": ("PU",)}),
        ("15.000 jiwa", {"segment": ("BPU",)}),
    )
    (finding,) = story.findings("parts")
    assert finding.verdict == "unchecked"
    assert finding.reason == "construction and migrant workers may be counted apart"


def test_a_rest_without_its_number_cannot_be_checked(tell: Any) -> None:
    text = "Peserta 3.800 pekerja, terdiri atas 2.000 orang pekebun, 700 jiwa nelayan, dan sisanya pedagang."
    story = tell(
        text,
        ("3.800 pekerja", {}),
        ("2.000 orang", {"segment": ("SAWIT",)}),
        ("700 jiwa", {"segment": ("NELAYAN",)}),
    )
    (finding,) = story.findings("parts")
    assert finding.verdict == "unchecked"
    assert finding.reason == "the text names a rest without its number"


def test_parts_of_other_periods_are_no_parts(tell: Any, in_year: Any) -> None:
    text = "Ada 57.400 peserta.\nFormal 41.200 orang.\nInformal 16.500 jiwa."
    numbers = [
        ("57.400 peserta", {"group": "1", "as_of": in_year(2024)}),
        ("41.200 orang", {**FORMAL, "group": "2", "as_of": in_year(2023)}),
        ("16.500 jiwa", {**INFORMAL, "group": "3", "as_of": in_year(2023)}),
    ]
    assert tell(text, *numbers).findings("parts") == []


ROWS = (
    ("No", "Wilayah", "Pekerja", "Cakupan (%)"),
    ("1", "Metro", "21.300", "40,1"),
    ("2", "Way Kanan", "48.200", "30,0"),
    ("", "Total", "69.500", "33,1"),
)


def _table(tell: Any, rows: tuple[tuple[str, ...], ...], *claimed: Any, before: str = "") -> list[Any]:
    """What is found in a table behind a text; claims are printed numbers, or these with their fields."""
    text = before + "\n".join(" | ".join(row) for row in rows)
    cells, position = [], len(before)
    for row in rows:
        line = []
        for word in row:
            line.append(Cell(position, position + len(word)))
            position += len(word) + 3
        cells.append(tuple(line))
        position -= 2
    table = Table(len(before), len(text), tuple(cells))
    assert all(
        text[c.start : c.end] == w
        for line, row in zip(cells, rows, strict=True)
        for c, w in zip(line, row, strict=True)
    )
    claims = tell(text, *((c, {}) if isinstance(c, str) else c for c in claimed)).claims()
    return check_tables(Material(Document("d", None, "text/html", "d", text, tables=(table,)), parse(text), (), claims))


def test_rows_make_the_total(tell: Any) -> None:
    (finding,) = _table(tell, ROWS, "21.300")
    assert (finding.verdict, finding.message) == (
        "agrees",
        "the 2 rows of Pekerja: 21300 + 48200 = 69500, as printed",
    )
    assert finding.subjects == ("c0",)


@pytest.mark.parametrize(("row", "new"), [(1, "23.100"), (3, "65.900")])
def test_one_digit_of_a_table_turns_the_verdict(tell: Any, row: int, new: str) -> None:
    rows = [list(line) for line in ROWS]
    rows[row][2] = new
    (finding,) = _table(tell, tuple(map(tuple, rows)), "48.200")
    assert finding.verdict == "disagrees"


def test_rows_in_millions_agree_only_by_rounding(tell: Any) -> None:
    rows = (("Wilayah", "Juta orang"), ("Metro", "2,13"), ("Way Kanan", "4,82"), ("Jumlah", "6,96"))
    (finding,) = _table(tell, rows, "2,13")
    assert finding.verdict == "rounding"


@pytest.mark.parametrize("missing", ["no total", "no claim", "rates"])
def test_tables_that_say_nothing_to_check(tell: Any, missing: str) -> None:
    rows = tuple(row for row in ROWS if missing != "no total" or row[1] != "Total")
    claimed = {"no total": "21.300", "no claim": "1", "rates": "40,1"}[missing]
    assert _table(tell, rows, claimed) == []


PLACES = (
    ("Wilayah", "Peserta"),
    ("Metro", "21.344"), ("Way Kanan", "48.217"), ("Mesuji", "30.105"),
)  # fmt: skip
SAID = "Jumlah peserta sekitar 99,7 ribu orang.\n"


def _places(tell: Any, whole: dict[str, Any], said: str = SAID, places: Any = PLACES) -> list[Any]:
    cells = [
        (row[1], {"region": ClaimRegion(code, row[0], "kabupaten", "same_clause")})
        for code, row in zip(("18.72", "18.08", "18.11"), places[1:], strict=True)
    ]
    quote = " ".join(said.split()[3:6]).rstrip(".\n")
    return _table(tell, places, (quote, {"qualifier": ("approx",), **whole}), *cells, before=said)


def test_a_rounded_whole_in_the_text_of_a_table_without_a_total(tell: Any) -> None:
    (finding,) = _places(tell, {})
    assert (finding.verdict, finding.message) == (
        "agrees",
        "the 3 rows of Peserta: 21344 + 48217 + 30105 = 99666, printed as about 99.7 ribu",
    )
    assert finding.subjects == ("c0", "c1", "c2", "c3")


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (SAID.replace("99,7", "97,9"), PLACES),
        (SAID.replace("99,7", "99,8"), PLACES),
        (SAID, (*PLACES[:2], ("Way Kanan", "48.712"), PLACES[3])),
    ],
)
def test_one_digit_and_the_text_no_longer_gives_the_sum(tell: Any, said: str, rows: Any) -> None:
    """The text does not say that its number is the table's sum: it may be another number."""
    assert _places(tell, {}, said, rows) == []


@pytest.mark.parametrize(
    "whole",
    [
        {"region": ClaimRegion("17", "Bengkulu", "province", "same_clause")},
        {"kind": "denominator"},
        {"segment": ("BPU",)},
        {"unit": "villages"},
    ],
)
def test_a_number_about_something_else_is_no_sum(tell: Any, whole: dict[str, Any]) -> None:
    assert _places(tell, whole) == []


def test_a_whole_in_three_digits_tells_its_exact_parts(tell: Any) -> None:
    text = "Peserta sekitar 1,03 juta orang, 624.318 pekerja tetap dan 403.447 jiwa lepas."
    whole = ("1,03 juta orang", {"qualifier": ("approx",)})
    story = tell(text, whole, ("624.318 pekerja", {}), ("403.447 jiwa", {}))
    assert [(f.verdict, f.message) for f in story.findings("parts")] == [
        ("agrees", "624318 + 403447 = 1027765, printed as about 1.03 juta")
    ]
    assert story.reprinted("1,03", "1,30").findings("parts") == []
    listed = tell(text.replace("orang, ", "orang, terdiri atas "), *story.numbers)
    assert listed.verdicts("parts") == ["agrees"]
    assert listed.reprinted("1,03", "1,30").verdicts("parts") == ["disagrees"]


def test_two_digits_are_met_by_chance(tell: Any) -> None:
    text = "Peserta 1,0 juta orang, 624.318 pekerja tetap dan 403.447 jiwa lepas."
    story = tell(text, ("1,0 juta orang", {}), ("624.318 pekerja", {}), ("403.447 jiwa", {}))
    assert story.findings("parts") == []
