"""Gaps against level, target and base."""

from __future__ import annotations

from typing import Any

import pytest

TEXT = "Cakupan baru 31,4 persen, masih kurang 8,6 poin dari target 40,0 persen."
LEVEL = ("31,4 persen", {})
GAP = ("8,6 poin", {"kind": "gap", "gap_to": "target"})
TARGET = ("40,0 persen", {"kind": "target"})


def test_level_and_gap_make_the_target(tell: Any) -> None:
    (finding,) = tell(TEXT, LEVEL, GAP, TARGET).findings("gap")
    assert (finding.verdict, finding.message) == ("agrees", "31.4 + 8.6 = 40.0")
    assert finding.subjects == ("c1", "c0", "c2")


@pytest.mark.parametrize(("old", "new"), [("8,6", "8,9"), ("8,6", "6,8"), ("31,4", "31,8"), ("40,0", "42,0")])
def test_one_digit_turns_the_verdict(tell: Any, old: str, new: str) -> None:
    (finding,) = tell(TEXT, LEVEL, GAP, TARGET).reprinted(old, new).findings("gap")
    assert finding.verdict == "disagrees"
    assert "printed" in finding.message


def test_rounded_numbers_agree_only_by_rounding(tell: Any) -> None:
    story = tell(TEXT, LEVEL, GAP, TARGET).reprinted("8,6", "8,7")
    assert story.verdicts("gap") == ["rounding"]  # 40.04 - 31.36 = 8.68


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [([GAP, TARGET], "no level is printed"), ([LEVEL, GAP], "no target is printed")],
)
def test_unchecked_names_what_is_missing(tell: Any, numbers: list[Any], reason: str) -> None:
    (finding,) = tell(TEXT, *numbers).findings("gap")
    assert (finding.verdict, finding.reason) == ("unchecked", reason)


def test_a_level_of_another_segment_is_not_taken(tell: Any) -> None:
    """The nearest level is that of formal workers; the gap is that of informal ones."""
    formal, informal = {"segment": ("FORMAL",)}, {"segment": ("INFORMAL",)}
    text = "Formal 35,0 persen, kurang 8,6 poin dari target 40,0 persen; informal 31,4 persen."
    story = tell(
        text, ("35,0 persen", formal), (GAP[0], {**GAP[1], **informal}),
        (TARGET[0], {**TARGET[1], **informal}), (LEVEL[0], informal),
    )  # fmt: skip
    (finding,) = story.findings("gap")
    assert (finding.verdict, finding.subjects) == ("agrees", ("c1", "c3", "c2"))


def test_a_level_of_another_period_cannot_disagree(tell: Any, in_year: Any) -> None:
    text = "Kurang 8,6 poin dari target 40,0 persen pada 2024.\nPada 2021 cakupan 25,0 persen."
    level = ("25,0 persen", {"group": "other", "as_of": in_year(2021)})
    gap = (GAP[0], {**GAP[1], "as_of": in_year(2024)})
    (finding,) = tell(text, gap, TARGET, level).findings("gap")
    assert (finding.verdict, finding.reason) == ("unchecked", "level and gap describe different periods")


def test_gap_to_full_cover(tell: Any) -> None:
    text = "Cakupan 32,0 persen, masih ada gap 68,0 poin."
    story = tell(text, ("32,0 persen", {}), ("68,0 poin", {"kind": "gap", "gap_to": "full"}))
    assert [f.message for f in story.findings("gap")] == ["100 - 32.0 = 68"]
    assert story.verdicts("gap") == ["agrees"]
    assert story.reprinted("68,0", "86,0").verdicts("gap") == ["disagrees"]


def test_a_gap_to_nothing_named_is_tried_against_both(tell: Any) -> None:
    story = tell(TEXT, LEVEL, (GAP[0], {"kind": "gap", "gap_to": "unknown"}), TARGET)
    assert story.verdicts("gap") == ["agrees"]
    assert story.reprinted("8,6", "68,6").verdicts("gap") == ["agrees"]
    assert story.reprinted("8,6", "9,6").verdicts("gap") == ["disagrees"]


def test_a_gap_to_nothing_named_is_not_held_to_a_target_elsewhere(tell: Any) -> None:
    text = "Masih ada gap 9,6 poin, cakupan 31,4 persen.\nLain lagi.\nTarget 40,0 persen."
    gap = ("9,6 poin", {"kind": "gap", "gap_to": "unknown"})
    (finding,) = tell(text, gap, LEVEL, (TARGET[0], {**TARGET[1], "group": "other"})).findings("gap")
    assert (finding.verdict, finding.reason) == (
        "unchecked",
        "the text does not say what the gap is measured to",
    )


WORKERS = "Dari 52.300 pekerja, 17.259 orang terdaftar; masih ada 35.041 jiwa yang belum."
MISSING = ("35.041 jiwa", {"kind": "gap", "gap_to": "full", "indicator": "uncovered_workers"})
BASE, COVERED = ("52.300 pekerja", {"kind": "denominator"}), ("17.259 orang", {})


def test_base_less_covered(tell: Any) -> None:
    story = tell(WORKERS, BASE, COVERED, MISSING)
    assert [(f.verdict, f.message) for f in story.findings("gap")] == [("agrees", "52300 - 17259 = 35041")]
    assert story.reprinted("35.041", "35.401").verdicts("gap") == ["disagrees"]


def test_a_rounded_remainder_agrees_only_by_rounding(tell: Any) -> None:
    text = "Dari 1,4 juta pekerja, 660 ribu orang terdaftar; 690 ribu jiwa belum."
    story = tell(text, ("1,4 juta pekerja", BASE[1]), ("660 ribu orang", {}), ("690 ribu jiwa", MISSING[1]))
    assert story.verdicts("gap") == ["rounding"]


def test_workers_short_of_a_target(tell: Any) -> None:
    text = "Dari target 20.000 pekerja baru 15.500 orang, kurang 4.500 jiwa."
    gap = ("4.500 jiwa", {"kind": "gap", "gap_to": "target"})
    story = tell(text, ("20.000 pekerja", {"kind": "target"}), ("15.500 orang", {}), gap)
    assert story.verdicts("gap") == ["agrees"]
    assert story.reprinted("4.500", "5.400").verdicts("gap") == ["disagrees"]


def test_of_several_targets_the_next_one_due_is_meant_unless_the_digits_say_otherwise(tell: Any, in_year: Any) -> None:
    text = "Cakupan 36,9 persen, target 42,5 persen, lalu 99,5 persen. Kurang 5,6 poin."
    numbers = [
        ("36,9 persen", {}),
        ("42,5 persen", {"kind": "target", "as_of": in_year(2025)}),
        ("99,5 persen", {"kind": "target", "as_of": in_year(2045)}),
        ("5,6 poin", {"kind": "gap", "gap_to": "target", "unit": "percentage_point"}),
    ]
    story = tell(text, *numbers)
    assert [(f.verdict, f.message) for f in story.findings("gap")] == [("agrees", "36.9 + 5.6 = 42.5")]
    (wrong,) = story.reprinted("5,6", "6,5").findings("gap")
    assert (wrong.verdict, wrong.expected) == ("disagrees", "5.6")
    assert story.reprinted("5,6", "62,6").verdicts("gap") == ["agrees"]


def test_the_rest_of_a_quota(tell: Any) -> None:
    text = "Dari kuota 12.000 pekerja sudah 8.200 orang, sisanya 3.800 jiwa."
    gap = ("3.800 jiwa", {"kind": "gap", "gap_to": "target"})
    story = tell(text, ("12.000 pekerja", {"kind": "planned"}), ("8.200 orang", {}), gap)
    assert story.verdicts("gap") == ["agrees"]
    assert story.reprinted("3.800", "8.300").verdicts("gap") == ["disagrees"]


def test_workers_and_points_over_a_printed_base(tell: Any) -> None:
    text = "Dari 50.000 pekerja masih kurang 8,6 poin dari target atau 4.300 jiwa."
    gap = ("4.300 jiwa", {"kind": "gap", "gap_to": "target"})
    story = tell(text, ("50.000 pekerja", {"kind": "denominator"}), GAP, gap)
    workers = [f for f in story.findings("gap") if f.subjects[0] == "c2"]
    assert [(f.verdict, f.message) for f in workers] == [("agrees", "8.6 % x 50000 = 4300")]


def test_a_number_of_workers_alone_is_unchecked(tell: Any) -> None:
    (finding,) = tell("Masih kurang 4.500 jiwa.", ("4.500 jiwa", MISSING[1])).findings("gap")
    assert (finding.verdict, finding.reason) == ("unchecked", "the base behind 4500 is not printed")


def test_a_base_paragraphs_away_cannot_disagree(tell: Any) -> None:
    text = "Dari 52.300 pekerja, 17.259 orang terdaftar.\nLain.\nMasih 4.500 jiwa belum."
    gap = ("4.500 jiwa", {**MISSING[1], "group": "other"})
    (finding,) = tell(text, BASE, COVERED, gap).findings("gap")
    assert (finding.verdict, finding.reason) == ("unchecked", "the text does not tie the base to it")


def test_villages_that_are_left(tell: Any) -> None:
    text = "Sebanyak 68 desa dari 83 desa sudah mendaftar. Masih ada 15 desa lagi yang belum."
    story = tell(
        text,
        ("68 desa", {"indicator": "entity_coverage"}),
        ("83 desa", {"kind": "denominator", "indicator": "entity_coverage"}),
        ("15 desa", {"kind": "gap", "gap_to": "full", "indicator": "entity_coverage", "group": "other"}),
    )
    assert [(f.verdict, f.message) for f in story.findings("gap")] == [("agrees", "83 - 68 = 15")]
    for old, new in (("15 desa", "16 desa"), ("68 desa", "66 desa"), ("83 desa", "88 desa")):
        assert story.reprinted(old, new).verdicts("gap") == ["disagrees"]


def test_a_gap_to_nothing_named_with_a_level_elsewhere_is_tried_against_all_of_them(tell: Any) -> None:
    text = "Cakupan 26,6 persen.\nLain.\nDaerah itu masih menyisakan gap 73,4 poin."
    gap = ("73,4 poin", {"kind": "gap", "gap_to": "unknown", "group": "other"})
    story = tell(text, ("26,6 persen", {}), gap)
    assert [(f.verdict, f.message) for f in story.findings("gap")] == [("agrees", "100 - 26.6 = 73.4")]
    (finding,) = story.reprinted("73,4", "74,3").findings("gap")
    assert (finding.verdict, finding.reason) == ("unchecked", "the text does not say what the gap is measured to")


def test_a_base_alone_says_that_the_level_is_missing(tell: Any) -> None:
    text = "Sebanyak 66 desa dari 176 desa belum mendaftar."
    story = tell(
        text,
        ("66 desa", {"kind": "gap", "gap_to": "full", "indicator": "entity_coverage"}),
        ("176 desa", {"kind": "denominator", "indicator": "entity_coverage"}),
    )
    (finding,) = story.findings("gap")
    assert (finding.verdict, finding.reason) == ("unchecked", "how many are in beside 66 is not printed")
