"""Changes between two levels."""

from __future__ import annotations

from typing import Any

TEXT = "Cakupan naik dari 25,7 persen menjadi 38,0 persen, tumbuh 12,3 poin."
CHANGE = {"kind": "change", "direction": "increase"}


def _story(tell: Any, in_year: Any, **fields: Any) -> Any:
    return tell(
        TEXT, ("25,7 persen", {"as_of": in_year(2022)}), ("38,0 persen", {"as_of": in_year(2023)}),
        ("12,3 poin", {**CHANGE, "change_basis": "percentage_point", **fields}),
    )  # fmt: skip


def test_points_between_two_levels(tell: Any, in_year: Any) -> None:
    (finding,) = _story(tell, in_year).findings("change")
    assert (finding.verdict, finding.message) == ("agrees", "38.0 - 25.7 = 12.3 points")
    assert finding.subjects == ("c2", "c0", "c1")


def test_one_digit_turns_the_verdict(tell: Any, in_year: Any) -> None:
    for old, new in (("12,3", "13,2"), ("25,7", "27,5"), ("38,0", "30,8")):
        assert _story(tell, in_year).reprinted(old, new).verdicts("change") == ["disagrees"]


def test_rounded_levels_agree_only_by_rounding(tell: Any, in_year: Any) -> None:
    assert _story(tell, in_year).reprinted("12,3", "12,4").verdicts("change") == ["rounding"]


def test_relative_growth_of_a_count(tell: Any, in_year: Any) -> None:
    text = "Peserta naik 10,3 persen dari 50.000 orang menjadi 55.150 jiwa."
    story = tell(
        text, ("10,3 persen", {**CHANGE, "change_basis": "relative", "indicator": "covered_workers"}),
        ("50.000 orang", {"as_of": in_year(2022)}), ("55.150 jiwa", {"as_of": in_year(2023)}),
    )  # fmt: skip
    assert [f.message for f in story.findings("change")] == ["55150 / 50000 - 1 = 10.3 %"]
    assert story.reprinted("10,3", "13,0").verdicts("change") == ["disagrees"]


def test_decrease_in_percent(tell: Any, in_year: Any) -> None:
    text = "Peserta turun 20 persen dari 50.000 orang menjadi 40.000 jiwa."
    fields = {
        "kind": "change",
        "direction": "decrease",
        "change_basis": "unknown",
        "indicator": "covered_workers",
    }
    story = tell(text, ("20 persen", fields), ("50.000 orang", {}), ("40.000 jiwa", {}))
    assert [(f.verdict, f.message) for f in story.findings("change")] == [("agrees", "1 - 40000 / 50000 = 20 %")]


def test_amount_and_percent_and_the_level_reached(tell: Any) -> None:
    text = "Peserta berkurang 4,1 juta orang atau 12,2 persen menjadi 30 juta jiwa."
    down = {"kind": "change", "direction": "decrease"}
    story = tell(
        text,
        ("4,1 juta orang", down),
        ("12,2 persen", {**down, "change_basis": "relative"}),
        ("30 juta jiwa", {}),
    )
    rates = [f for f in story.findings("change") if f.subjects[0] == "c1"]
    assert [(f.verdict, f.message.partition(",")[0]) for f in rates] == [
        ("rounding", "4.1 juta / (30 juta + 4.1 juta) = 12.02 %")
    ]
    turned = [f for f in story.reprinted("12,2", "21,2").findings("change") if f.subjects[0] == "c1"]
    assert [f.verdict for f in turned] == ["disagrees"]


def test_people_between_two_counts(tell: Any) -> None:
    text = "Dari 18.250 orang menjadi 22.000 jiwa, bertambah 3.750 pekerja."
    change = ("3.750 pekerja", {**CHANGE, "change_basis": "absolute"})
    story = tell(text, ("18.250 orang", {}), ("22.000 jiwa", {}), change)
    assert story.verdicts("change") == ["agrees"]
    assert story.reprinted("3.750", "3.570").verdicts("change") == ["disagrees"]


def test_the_result_is_shown_in_the_printed_scale(tell: Any) -> None:
    text = "Turun dari 42,66 juta orang menjadi 39,05 juta jiwa, berkurang 3,61 juta pekerja."
    change = ("3,61 juta pekerja", {"kind": "change", "direction": "decrease", "change_basis": "absolute"})
    story = tell(text, ("42,66 juta orang", {}), ("39,05 juta jiwa", {}), change)
    assert [f.message for f in story.findings("change")] == ["42.66 juta - 39.05 juta = 3.61 juta"]


def test_without_the_level_before_it_is_unchecked(tell: Any) -> None:
    (finding,) = tell("Cakupan naik 2,58 persen.", ("2,58 persen", CHANGE)).findings("change")
    assert (finding.verdict, finding.reason) == ("unchecked", "the level before is not printed")


def test_many_levels_cannot_disagree(tell: Any, in_year: Any) -> None:
    text = TEXT.replace("menjadi", "lalu 31,0 persen menjadi")
    numbers = [*_story(tell, in_year).numbers, ("31,0 persen", {"as_of": in_year(2021)})]
    story = tell(text, *numbers).reprinted("12,3", "11,3")
    (finding,) = story.findings("change")
    assert (finding.verdict, finding.reason) == (
        "unchecked",
        "the text does not say between which levels it lies",
    )


def test_levels_of_the_next_paragraph_cannot_disagree(tell: Any) -> None:
    text = "Bertambah 3.570 pekerja.\nPada awal tahun ada 18.250 orang. Kini 22.000 jiwa."
    numbers = [("3.570 pekerja", CHANGE), ("18.250 orang", {"group": "1"}), ("22.000 jiwa", {"group": "2"})]
    assert tell(text, *numbers).verdicts("change") == ["unchecked"]
    assert tell(text, *numbers).reprinted("3.570", "3.750").verdicts("change") == ["agrees"]


PLANNED = "Baru 18.250 orang didaftarkan.\nLain.\nTahun depan 22.000 jiwa dianggarkan, bertambah 3.750 pekerja."


def _planned(tell: Any, **level: Any) -> Any:
    fishers = {"segment": ("NELAYAN",)}
    return tell(
        PLANNED,
        ("18.250 orang", {**fishers, "group": "other", **level}),
        ("22.000 jiwa", {**fishers, "kind": "planned"}),
        ("3.750 pekerja", {**CHANGE, "change_basis": "absolute"}),
    )


def test_what_is_planned_with_the_only_level_of_the_same_people(tell: Any) -> None:
    (finding,) = _planned(tell).findings("change")
    assert (finding.verdict, finding.message) == ("agrees", "22000 - 18250 = 3750")
    assert finding.subjects == ("c2", "c0", "c1")
    for old, new in (("3.750", "3.570"), ("18.250", "18.520"), ("22.000", "20.200")):
        assert _planned(tell).reprinted(old, new).verdicts("change") == ["unchecked"]


def test_what_is_planned_beside_its_level_can_disagree(tell: Any) -> None:
    beside = tell(PLANNED.replace("\nLain.\n", " "), *_planned(tell).numbers)
    assert beside.verdicts("change") == ["agrees"]
    assert beside.reprinted("3.750", "3.570").verdicts("change") == ["disagrees"]


def test_the_level_of_other_people_is_not_what_the_plan_adds_to(tell: Any) -> None:
    assert _planned(tell, segment=("PETANI",)).verdicts("change") == ["unchecked"]
