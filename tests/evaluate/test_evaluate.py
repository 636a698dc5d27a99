"""Measuring is tested on hand-made output, without an extractor."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import GoldError, UnreadableInput
from extractor.evaluate import (
    Report,
    Tally,
    compare,
    evaluate,
    is_held_back,
    load_gold,
    read_baseline,
    record,
    render,
    score_document,
)
from extractor.evaluate.assignment import best_pairs
from extractor.evaluate.documents import significant
from extractor.evaluate.fields import agrees
from extractor.evaluate.gold import Gold


def claim(value: str, **fields: Any) -> dict[str, Any]:
    """A claim as ``cakupan extract`` prints it, with only what measuring reads."""
    row = {
        "value": value,
        "unit": "percent",
        "kind": "achieved",
        "indicator": "coverage_rate",
        "region": {"code": "18", "name": "Lampung", "level": "province", "basis": "same_clause"},
        "segment": [],
        "as_of": {"start": None, "end": None},
        "speaker": None,
        "evidence": {"quote": f"{value} persen"},
        "rules": ["percent.word", "region.same_clause"],
        "mentions": [],
    }
    return row | fields


def output(*claims: dict[str, Any], mentions: Any = (), findings: Any = (), **document: Any) -> dict[str, Any]:
    return {
        "document": document,
        "mentions": list(mentions),
        "claims": list(claims),
        "findings": list(findings),
    }


def score(row: dict[str, Any], extraction: dict[str, Any]) -> Report:
    return Report((score_document(Gold("a.txt", Path("a.txt"), row), extraction),))


GOLD = {"value": "41.5", "unit": "percent", "kind": "achieved", "region": "18", "segment": []}


@pytest.mark.parametrize(
    ("field", "expected", "found", "same"),
    [
        ("value", "41.50", "41.5", True),
        ("value", "41.5", "4.15", False),
        ("value_max", None, None, True),
        ("value_max", None, "50", False),
        ("region", ["18", "ID"], "ID", True),
        ("region", ["18", None], None, True),
        ("region", "18", None, False),
        ("segment", ["RENTAN", "SAWIT"], ["SAWIT", "RENTAN"], True),
        ("segment", [], ["SAWIT"], False),
        ("plan", ["RPJMN"], [], False),
        ("baseline", ["2022-12-01", "2022-12-31"], "2022-12-01/2022-12-31", True),
        ("baseline", ["2022-12-01", "2022-12-31"], "2022-12-01/2022-12-30", False),
        ("baseline", ["2022-12-31", "2022-12-31"], "2022-12-31", True),
        ("baseline", ["2022-12-01", "2022-12-31"], None, False),
        ("baseline", None, None, True),
        ("flags", ["provisional"], ["ambiguous_decimal", "provisional"], True),
        ("flags", ["provisional"], [], False),
        ("as_of", ["2024-01-01", "2024-06-30"], ["2024-01-01", "2024-06-30"], True),
        ("baseline", ["2022-12-01", "2022-12-31"], "2022-12-01/2022-12-31", True),
        ("as_of", None, ["2024-01-01", "2024-06-30"], False),
        ("event", "2024-09-06", {"start": "2024-09-06", "end": "2024-09-06"}, True),
        ("title", "Jaminan “Sosial”  Kerja", "Jaminan Sosial kerja", True),
        ("number", "2", 2, True),
        ("quote", "41,5 persen", "baru 41,5 persen", True),
        ("quote", "41,5 persen", "41,6 persen", False),
        ("articles", [{"pasal": "14"}], [{"article": "14", "paragraph": None, "letter": None}], True),
        ("articles", [{"pasal": "14"}], [], False),
    ],
)
def test_fields_agree(field: str, expected: Any, found: Any, same: bool) -> None:
    assert agrees(field, expected, found) is same


def test_a_field_that_gold_leaves_out_is_not_scored() -> None:
    report = score({"claims": [GOLD]}, output(claim("41.50", indicator="active_workers")))
    assert report.documents[0].claims.pairs[0].right
    assert "indicator" not in report.fields()


def test_a_wrong_field_is_both_missed_and_invented() -> None:
    report = score({"claims": [GOLD]}, output(claim("41.5", segment=["PU"])))
    assert report.fields()["segment"] == Tally(right=0, missed=1, invented=1)
    assert report.fields()["region"] == Tally(right=1)
    assert report.keys()["value, unit, kind"] == Tally(right=1)
    assert report.keys()["+ region, segment"] == Tally(right=0, missed=1, invented=1)


def test_missed_and_invented_claims_count_in_every_field() -> None:
    report = score({"claims": [GOLD]}, output(claim("12")))
    assert report.fields()["region"] == Tally(missed=1, invented=1)
    assert report.documents[0].claims.pairs[0].found is None


def test_equal_numbers_are_paired_by_what_else_agrees() -> None:
    formal = GOLD | {"segment": ["FORMAL"]}
    informal = GOLD | {"segment": ["INFORMAL"]}
    report = score(
        {"claims": [formal, informal]},
        output(claim("41.5", segment=["INFORMAL"]), claim("41.5", segment=["FORMAL"])),
    )
    assert report.fields()["segment"] == Tally(right=2)


def test_a_number_of_another_unit_and_kind_is_not_a_pair() -> None:
    report = score({"claims": [GOLD]}, output(claim("41.5", unit="villages", kind="target")))
    assert report.keys()["value, unit, kind"] == Tally(missed=1, invented=1)


def test_a_percentage_point_read_as_percent_is_a_pair_with_a_wrong_unit() -> None:
    report = score({"claims": [GOLD]}, output(claim("41.5", unit="percentage_point")))
    assert list(report.documents[0].claims.pairs[0].wrong) == ["unit"]
    assert report.keys()["value, unit, kind"] == Tally(missed=1, invented=1)


def test_a_document_without_claims_tells_false_ones() -> None:
    report = score({"claims": []}, output(claim("98")))
    assert report.false_claims() == {"a.txt": 1}
    assert "0 of 1 documents without a claim stayed without one" in render(report)


def test_gold_without_claims_does_not_judge_claims() -> None:
    report = score({"publisher": "Suara Metro"}, output(claim("98"), publisher="Suara Metro"))
    assert report.false_claims() == {}
    assert report.others()["document publisher"] == Tally(right=1)


def regulation(number: str, title: str | None, rule: str = "regulation.long") -> dict[str, Any]:
    value = {
        "type": "PP",
        "number": number,
        "year": 2015,
        "title": title,
        "articles": [],
        "id": f"PP {number}/2015",
    }
    return {"id": number, "label": "REGULATION", "rule": rule, "value": value}


def test_several_mentions_of_a_regulation_are_one_with_its_title() -> None:
    row = {"regulations": [{"type": "PP", "number": "44", "year": 2015, "title": "Jaminan Kematian"}]}
    mentions = [regulation("44", None), regulation("44", "Jaminan Kematian"), regulation("45", None)]
    report = score(row, output(mentions=mentions))
    assert report.others()["regulation"] == Tally(right=1, invented=1)
    assert report.documents[0].regulations.pairs[0].right


@pytest.mark.parametrize(
    ("gold", "message", "found"),
    [
        ({"check": "ratio", "verdict": "agrees", "arithmetic": "212408 / 640900 = 33.1 %"},
         "212,408 / 640,900 = 33.14 %", True),
        ({"check": "ratio", "verdict": "agrees", "arithmetic": "212408 / 640900 = 33.1 %"},
         "212,408 / 640,901 = 33.14 %", False),
        ({"check": "ratio", "verdict": "disagrees"}, "212,408 / 640,900 = 33.14 %", False),
        ({"check": "weekday", "date": "2025-03-03"}, "2025-03-03 is a Monday", False),
        ({"check": "ratio"}, "anything", True),
    ],
)  # fmt: skip
def test_findings_are_looked_up_by_check_verdict_and_arithmetic(
    gold: dict[str, Any], message: str, found: bool
) -> None:
    finding = {"check": "ratio", "verdict": "agrees", "subjects": [], "message": message}
    report = score({"findings": [gold]}, output(findings=[finding]))
    assert (report.others()["finding"].right == 1) is found


def test_the_date_of_a_finding_may_stand_in_its_mention() -> None:
    mention = {"id": "m1", "label": "DATE", "rule": "date.day", "value": {"start": "2025-03-03"}}
    finding = {"check": "weekday", "verdict": "agrees", "subjects": ["m1"], "message": "Senin, as printed"}
    row = {"findings": [{"check": "weekday", "verdict": "agrees", "date": "2025-03-03"}]}
    report = score(row, output(mentions=[mention], findings=[finding]))
    assert report.others()["finding"] == Tally(right=1)


def test_operands_are_compared_by_their_significant_digits() -> None:
    assert significant("26.20 + 4.56 = 30.76") == significant("26,200,000 and 4560000 make 30760000")
    assert significant("26.20") != significant("26.21")


def test_rules_are_credited_and_blamed() -> None:
    report = score({"claims": [GOLD]}, output(claim("41.5", region={"code": "31"}), claim("7", rules=["percent.word"])))
    rules = {one.rule: one for one in report.rules()}
    assert (rules["percent.word"].right, rules["percent.word"].wrong) == (0, 2)
    assert rules["region.same_clause"].wrong_fields == {"region": 1}


def test_ratios() -> None:
    assert Tally(right=3, missed=1, invented=2).precision == 0.6
    assert Tally(right=3, missed=1).recall == 0.75
    assert Tally(right=1, missed=1, invented=1).f1 == 0.5
    assert Tally().f1 is None


@given(st.lists(st.lists(st.sampled_from([None, 1.0, 2.0, 5.0]), min_size=4, max_size=4), min_size=0, max_size=4))
def test_pairs_are_the_best_of_all_possible(rows: list[list[float | None]]) -> None:
    pairs = best_pairs(rows, range(4), lambda row, column: row[column])
    assert len(set(pairs.values())) == len(pairs)
    best = max(
        sum(rows[index][column] or 0 for index, column in enumerate(order[: len(rows)]))
        for order in permutations(range(4))
    )
    assert sum(rows[row][column] or 0 for row, column in pairs.items()) == best
    assert all(rows[row][column] is not None for row, column in pairs.items())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("Lampung 41,5 persen", encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(json.dumps({"claims": [GOLD]}), encoding="utf-8")
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "two.html").write_text("<p>Inflasi 3 persen</p>", encoding="utf-8")
    (tmp_path / "none" / "gold.jsonl").write_text('{"file": "two.html", "claims": []}\n', encoding="utf-8")
    return tmp_path


def reader(*claims: dict[str, Any]) -> Any:
    def extract(source: bytes, **options: Any) -> dict[str, Any]:
        return output(*(claims if b"Lampung" in source else ()))

    return extract


def test_both_layouts_of_gold_are_read(folder: Path) -> None:
    assert [one.file for one in load_gold(folder)] == ["none/two.html", "one.txt"]
    assert "2 documents, 1 claims in gold, 1 right in every field" in render(evaluate(folder, reader(claim("41.5"))))


def test_a_document_that_cannot_be_read_is_all_missed(folder: Path) -> None:
    def extract(source: bytes, **options: Any) -> dict[str, Any]:
        raise UnreadableInput("the file is empty")

    report = evaluate(folder, extract)
    assert report.keys()["value, unit, kind"] == Tally(missed=1)
    assert "could not be read: the file is empty" in render(report)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"claims": [', "not JSON"),
        ("[]", "one object is expected"),
        ('{"claim": []}', "unknown key 'claim'"),
        ('{"claims": [{"value": "1", "unit": "percent"}]}', "claims 1: lacks 'kind'"),
        ('{"claims": [{"value": "4,1", "unit": "percent", "kind": "target"}]}', "is no decimal"),
        ('{"file": "gone.txt"}', "gone.txt is missing"),
    ],
)
def test_bad_gold_is_refused_with_its_place(folder: Path, text: str, message: str) -> None:
    (folder / "one.gold.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=message) as raised:
        load_gold(folder)
    assert str(raised.value).startswith("one.gold.json")


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no NAME\.gold\.json"):
        load_gold(tmp_path)
    with pytest.raises(GoldError, match="no such folder"):
        load_gold(tmp_path / "nowhere")


def test_the_baseline_tells_what_a_change_gains_and_loses(folder: Path) -> None:
    path = folder / "baseline.json"
    before = evaluate(folder, reader(claim("41.5"), claim("7")))
    record(before, path)
    assert not compare(before, read_baseline(path)).worse
    after = evaluate(folder, reader(claim("41.5", segment=["PU"]), claim("8")))
    comparison = compare(after, read_baseline(path))
    assert comparison.worse
    assert comparison.lost == ("one.txt: claims: 41.5 percent achieved 18",)
    assert comparison.newly_invented == ("one.txt: claims: 8 percent achieved 18 (8 persen)",)
    assert comparison.no_longer_invented == ("one.txt: claims: 7 percent achieved 18 (7 persen)",)
    assert compare(before, _state_of(after, folder)).gained == comparison.lost
    assert "lost: one.txt" in render(after, comparison)


def _state_of(report: Report, folder: Path) -> dict[str, Any]:
    record(report, folder / "other.json")
    return read_baseline(folder / "other.json")


@pytest.mark.parametrize("text", [None, "{", "{}"])
def test_a_missing_or_broken_baseline_is_refused(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "baseline.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="--record"):
        read_baseline(path)


def test_the_report_is_plain_json(folder: Path) -> None:
    report = evaluate(folder, reader(claim("41.5", segment=["PU"])))
    document = json.loads(json.dumps(report.to_json()))["documents"][1]
    assert document["claims"][0]["wrong"] == {"segment": {"expected": [], "found": ["PU"]}}


def apart(row: dict[str, Any], extraction: dict[str, Any]) -> Report:
    """One document everybody works with that is right, and a held-back one."""
    known = score({"claims": [GOLD]}, output(claim("41.5")))
    held = score_document(Gold("held-back/b.txt", Path("b.txt"), row), extraction)
    return Report((*known.documents, held))


def test_the_held_back_part_is_reported_by_itself() -> None:
    report = apart({"claims": [GOLD]}, output(claim("77.7", rules=["percent.odd"])))
    known, held = report.parts()
    assert [one.file for one in known.documents] == ["a.txt"]
    assert [one.file for one in held.documents] == ["held-back/b.txt"]
    shown = render(report)
    top, _, bottom = shown.partition("held back")
    assert "1 documents, 1 claims in gold, 1 right in every field" in top
    assert "1 documents, 1 claims in gold, 0 right in every field" in bottom
    for sign in ("77.7", "percent.odd", "b.txt"):
        assert sign not in shown
        assert sign in render(report, held_back=True).partition("held back")[2]


def test_json_holds_the_totals_of_the_held_back_part() -> None:
    report = apart({"claims": [GOLD]}, output(claim("77.7", rules=["percent.odd"])))
    told = report.to_json()
    assert told["keys"]["value, unit, kind"]["f1"] == 1.0
    assert told["held_back"]["keys"]["value, unit, kind"]["f1"] == 0.0
    assert told["held_back"]["documents"] == 1
    assert "77.7" not in json.dumps(told)
    assert "77.7" in json.dumps(report.to_json(held_back=True)["held_back"])


def test_a_baseline_gives_nothing_of_the_held_back_part_away(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    record(apart({"claims": [GOLD]}, output(claim("77.7"))), path)
    state = read_baseline(path)
    assert state["held_back"]["claims"] == {"right": 0, "wrong": 1, "invented": 1}
    assert "b.txt" not in path.read_text(encoding="utf-8")
    better = apart({"claims": [GOLD]}, output(claim("41.5")))
    comparison = compare(better, state)
    assert comparison.held_back == ("claims: right 0 -> 1", "claims: wrong 1 -> 0", "claims: invented 1 -> 0")
    assert (comparison.gained, comparison.lost, comparison.newly_invented) == ((), (), ())
    assert "claims: right 0 -> 1" in render(better, comparison).partition("held back")[2]
    assert not comparison.worse


def test_without_a_held_back_part_nothing_is_said_of_it(tmp_path: Path) -> None:
    report = score({"claims": [GOLD]}, output(claim("41.5")))
    assert "held back" not in render(report)
    record(report, tmp_path / "baseline.json")
    assert "held_back" not in read_baseline(tmp_path / "baseline.json")


@pytest.mark.parametrize(
    ("file", "expected"),
    [("held-back/a.txt", True), ("x/held-back/none/a.txt", True), ("held-back.txt", False), ("none/a.txt", False)],
)
def test_which_files_are_held_back(file: str, expected: bool) -> None:
    assert is_held_back(file) is expected
