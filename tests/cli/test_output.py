"""The five forms of a listing, on rows with everything that a row can hold."""

from __future__ import annotations

import csv
import io
import json

import pytest

from extractor.cli.marks import Mark, marked
from extractor.cli.output import Column, _fitting, write_rows

ROWS = [
    {
        "id": "a",
        "name": "Kota, “Metro”",
        "codes": ["JKK", "JKM"],
        "part": {"x": 1},
        "none": None,
        "yes": True,
    },
    {"id": "b", "name": "baris\tdua", "codes": [], "part": {}, "none": None, "yes": False},
]
COLUMNS = (Column("id", lambda row: row["id"]), Column("name", lambda row: row["name"], from_width=200))


@pytest.mark.parametrize("form", ["json", "nl"])
def test_json_keeps_every_field(capsys, form):
    write_rows(ROWS, COLUMNS, form)
    printed = capsys.readouterr().out
    found = json.loads(printed) if form == "json" else [json.loads(line) for line in printed.splitlines()]
    assert found == ROWS


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_separated_forms_read_back(capsys, form, delimiter):
    write_rows(ROWS, COLUMNS, form)
    found = list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter=delimiter))
    assert [row["name"] for row in found] == [row["name"] for row in ROWS]
    assert found[0] == {
        "id": "a", "name": "Kota, “Metro”", "codes": "JKK;JKM", "part": '{"x": 1}', "none": "", "yes": "true",
    }  # fmt: skip


def test_one_and_zero_are_numbers_in_separated_forms(capsys):
    write_rows([{"id": 1, "confidence": 1.0, "position": 0, "acting": False}], COLUMNS, "csv")
    assert capsys.readouterr().out.splitlines()[1] == "1,1.0,0,false"


def test_a_piped_table_cuts_nothing(capsys):
    write_rows([{"id": "x" * 300, "name": "Metro"}], COLUMNS, None)
    printed = capsys.readouterr().out
    assert "x" * 300 in printed
    assert "Metro" in printed


@pytest.mark.parametrize("form", ["csv", "tsv", "nl", None])
def test_no_rows_print_nothing(capsys, form):
    write_rows([], COLUMNS, form)
    assert capsys.readouterr().out == ""


def test_no_rows_are_an_empty_json_list(capsys):
    write_rows([], COLUMNS, "json")
    assert json.loads(capsys.readouterr().out) == []


def test_marks_are_brackets_without_colour_and_styles_with():
    marks = [
        Mark(3, 7, "bold"),
        Mark(8, 10, "bold reverse", brackets=True),
        Mark(90, 99, "bold", brackets=True),
    ]
    assert marked("di Bali 41 persen", 0, 17, marks, colour=False).plain == "di Bali [[41]] persen"
    styled = marked("di Bali 41 persen", 0, 17, marks, colour=True)
    assert styled.plain == "di Bali 41 persen"
    assert [(one.start, one.end) for one in styled.spans] == [(3, 7), (8, 10)]


SPARE = (
    Column("claim", lambda row: "8f46fca0", wrap=False),
    Column("region", lambda row: "Kabupaten Sukamara"),
    Column("status", lambda row: "pending", from_width=1, wrap=False),
    Column("where", lambda row: "/a/path/" + "x" * 40, from_width=2),
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (100, {"claim": 8, "region": 18, "status": 7, "where": 48}),  # all of it fits on a line
        (60, {"claim": 8, "region": 15, "status": 7, "where": 24}),  # words are whole, but for a path
        (50, {"claim": 8, "region": 18, "status": 7}),  # what may be left out is, the least wanted first
        (19, {"claim": 8, "region": 9}),
        (15, {}),  # too narrow for whole words
    ],
)
def test_a_narrow_terminal_leaves_columns_out_before_it_breaks_words(width, expected):
    fitting = _fitting([{}], SPARE, width)
    assert {column.title: size for column, size in fitting.items()} == expected
