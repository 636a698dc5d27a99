"""Percentage, count and base."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.model import ClaimRegion, Dated

TEXT = "Dari 52.300 pekerja, baru 17.259 orang atau 33,0 persen yang terdaftar."
BASE = ("52.300 pekerja", {"kind": "denominator", "indicator": "eligible_workers"})
COUNT, RATE = ("17.259 orang", {}), ("33,0 persen", {})


def test_agrees_with_its_arithmetic_in_words(tell: Any) -> None:
    (finding,) = tell(TEXT, BASE, COUNT, RATE).findings("ratio")
    assert (finding.verdict, finding.message) == ("agrees", "17259 / 52300 = 33 %")
    assert finding.subjects == ("c2", "c1", "c0")
    assert (finding.expected, finding.found) == ("33", "33")


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("33,0", "33,1", "disagrees"),
        ("33,0", "30,3", "disagrees"),
        ("17.259", "17.529", "disagrees"),
        ("52.300", "52.500", "disagrees"),
        ("33,0", "32,9", "disagrees"),
        ("17.259", "17.300", "rounding"),  # 33.08, cut off to 33.0
    ],
)
def test_one_digit_turns_the_verdict(tell: Any, old: str, new: str, verdict: str) -> None:
    assert tell(TEXT, BASE, COUNT, RATE).reprinted(old, new).verdicts("ratio") == [verdict]


def test_a_rounded_count_agrees_only_by_rounding(tell: Any) -> None:
    story = tell(
        "Dari 2,1 juta pekerja, 660 ribu orang atau 31,2 persen terdaftar.",
        ("2,1 juta pekerja", {"kind": "denominator"}), ("660 ribu orang", {}), ("31,2 persen", {}),
    )  # fmt: skip
    (finding,) = story.findings("ratio")
    assert finding.verdict == "rounding"
    assert finding.message.startswith("660 ribu / 2.1 juta = 31.43 %, printed 31.2 %")
    assert story.reprinted("31,2", "35,2").verdicts("ratio") == ["disagrees"]


@pytest.mark.parametrize(("whole", "verdict"), [("52.300", "agrees"), ("25.300", "unchecked")])
def test_of_a_group_against_a_base_of_all(tell: Any, whole: str, verdict: str) -> None:
    """ "Of 52,300 workers, 17,259 formal ones or 33 %": the numbers may say so, and else it is of the formal ones."""
    group = {"segment": ("FORMAL",)}
    story = tell(TEXT, BASE, (COUNT[0], group), (RATE[0], group)).reprinted("52.300", whole)
    (finding,) = story.findings("ratio")
    assert (finding.verdict, len(finding.subjects)) == (verdict, 3)


def test_without_a_base_it_is_unchecked(tell: Any) -> None:
    (finding,) = tell("Baru 17.259 orang atau 33,0 persen.", COUNT, RATE).findings("ratio")
    assert (finding.verdict, finding.reason) == ("unchecked", "no base is printed")


def test_a_percentage_alone_is_no_matter_for_this_check(tell: Any) -> None:
    assert tell("Baru 33,0 persen.", RATE).findings("ratio") == []


def test_a_base_elsewhere_is_not_guessed(tell: Any) -> None:
    """The paragraph before prints a base that even fits, yet nothing says that it is this one's."""
    text = "Ada 52.300 pekerja di sana.\nLalu lain lagi.\nBaru 17.259 orang atau 33,0 persen."
    base = (BASE[0], {**BASE[1], "group": "other"})
    assert tell(text, base, COUNT, RATE).verdicts("ratio") == ["unchecked"]


def test_a_nearer_base_of_another_region_is_not_taken(tell: Any) -> None:
    text = "Dari 52.300 pekerja, tanpa 9.000 pekerja tetangga, 17.259 orang atau 33,0 persen."
    elsewhere = ClaimRegion("17", "Bengkulu", "province", "same_clause")
    other = ("9.000 pekerja", {"kind": "denominator", "region": elsewhere})
    assert tell(text, BASE, other, COUNT, RATE).verdicts("ratio") == ["agrees"]


def test_percent_of_a_target_takes_the_target(tell: Any) -> None:
    text = "Peserta 19.000 orang atau 95 persen dari target 20.000 orang."
    rate = ("95 persen", {"indicator": "target_attainment", "population": "target"})
    story = tell(text, ("19.000 orang", {}), rate, ("20.000 orang", {"kind": "target"}))
    assert story.verdicts("ratio") == ["agrees"]
    assert story.reprinted("95", "85").verdicts("ratio") == ["disagrees"]


def test_share_takes_the_whole_it_is_a_share_of(tell: Any) -> None:
    text = "Dari 40.000 peserta, 19.200 orang atau 48 persen pekerja formal."
    formal = {"segment": ("FORMAL",)}
    rate = ("48 persen", {**formal, "kind": "share", "population": "participants"})
    story = tell(text, ("40.000 peserta", {}), ("19.200 orang", formal), rate)
    assert story.verdicts("ratio") == ["agrees"]
    assert story.reprinted("48", "84").verdicts("ratio") == ["disagrees"]


def test_who_is_paid_for_is_not_who_is_covered(tell: Any) -> None:
    text = "Cakupan 33,0 persen. Ada 9.000 orang dibiayai daerah dari 52.300 pekerja."
    funded = ("9.000 orang", {"indicator": "funded_workers", "group": "other"})
    assert tell(text, RATE, funded, BASE).findings("ratio") == []


def test_villages_are_counted_like_people(tell: Any) -> None:
    text = "Sebanyak 84 desa dari 120 desa atau 70 persen sudah mendaftar."
    rate = ("70 persen", {"indicator": "entity_coverage"})
    story = tell(text, ("84 desa", {}), ("120 desa", {"kind": "denominator"}), rate)
    assert story.verdicts("ratio") == ["agrees"]


def test_a_count_without_its_scale_word_is_left_alone(tell: Any) -> None:
    flagged = (COUNT[0], {"flags": ("missing_scale_word",)})
    assert tell(TEXT, BASE, flagged, RATE).findings("ratio") == []


SEGMENTS = (
    "Dari total 100.000 pekerja, terlindungi 50.000 orang: 30.000 orang atau 75,0 persen formal, "
    "20.000 jiwa atau 33,33 persen informal."
)


def _segments(tell: Any) -> Any:
    formal, informal = {"segment": ("FORMAL",)}, {"segment": ("INFORMAL",)}
    return tell(
        SEGMENTS, ("100.000 pekerja", {"kind": "denominator"}), ("50.000 orang", {}),
        ("30.000 orang", formal), ("75,0 persen", formal),
        ("20.000 jiwa", informal), ("33,33 persen", informal),
    )  # fmt: skip


def test_bases_implied_by_the_segments_add_up(tell: Any) -> None:
    """30,000 at 75 % and 20,000 at 33.33 % imply 40,000 and 60,006 workers."""
    (finding,) = _segments(tell).findings("ratio")
    assert finding.verdict == "rounding"
    assert "40000 + 60006 = 100006" in finding.message


def test_bases_implied_by_the_segments_do_not_add_up(tell: Any) -> None:
    assert _segments(tell).reprinted("75,0", "57,0").verdicts("ratio") == ["disagrees"]
    assert _segments(tell).reprinted("33,33", "40,00").verdicts("ratio") == ["disagrees"]


APART = (
    "Baru 33,0 persen pekerja di sana terlindungi.\nLain.\nLain lagi.\n"
    "Menurut catatan, peserta tercatat 17.259 orang, sedangkan penduduk bekerja 52.300 jiwa."
)


def _apart(tell: Any, in_year: Any, **count: Any) -> Any:
    told = {"as_of": in_year(2023)}
    survey = {"kind": "denominator", "as_of": in_year(2022), "group": "other"}
    return tell(
        APART, ("33,0 persen", told), ("17.259 orang", {**told, "group": "other", **count}), ("52.300 jiwa", survey)
    )


def test_a_percentage_apart_from_the_only_count_and_base_of_its_subject(tell: Any, in_year: Any) -> None:
    (finding,) = _apart(tell, in_year).findings("ratio")
    assert (finding.verdict, finding.message) == ("agrees", "17259 / 52300 = 33 %")
    assert finding.subjects == ("c0", "c1", "c2")


@pytest.mark.parametrize(("old", "new"), [("33,0", "30,3"), ("17.259", "17.529"), ("52.300", "53.200")])
def test_apart_one_digit_turns_the_verdict_but_accuses_nobody(tell: Any, in_year: Any, old: str, new: str) -> None:
    (finding,) = _apart(tell, in_year).reprinted(old, new).findings("ratio")
    assert finding.verdict == "unchecked"
    assert finding.reason == "the text does not tie the count and the base to the percentage"


def test_count_and_base_of_the_next_sentence_can_disagree(tell: Any, in_year: Any) -> None:
    story = _apart(tell, in_year)
    beside = tell(APART.replace("\nLain.\nLain lagi.\n", " "), *story.numbers)
    assert beside.verdicts("ratio") == ["agrees"]
    assert beside.reprinted("33,0", "30,3").verdicts("ratio") == ["disagrees"]


@pytest.mark.parametrize(
    "count",
    [
        {"segment": ("BPU",)},
        {"indicator": "funded_workers"},
        {"region": ClaimRegion("17", "Bengkulu", "province", "same_clause")},
        {"as_of": Dated(None, "unknown")},
    ],
)
def test_a_count_of_another_subject_is_not_taken(tell: Any, in_year: Any, count: dict[str, Any]) -> None:
    assert _apart(tell, in_year, **count).findings("ratio") == []


def test_two_counts_or_two_percentages_are_one_too_many(tell: Any, in_year: Any) -> None:
    told = {"as_of": in_year(2023), "group": "third"}
    story = _apart(tell, in_year)
    counts = tell(f"{APART}\nKantor mencatat 18.100 orang.", *story.numbers, ("18.100 orang", told))
    assert counts.findings("ratio") == []
    rates = tell(f"{APART}\nDulu disebut 41,0 persen.", *story.numbers, ("41,0 persen", told))
    assert rates.findings("ratio") == []


def test_a_base_of_an_earlier_paragraph(tell: Any, in_year: Any) -> None:
    text = "Ada 52.300 pekerja di sana.\nLalu lain lagi.\nBaru 17.259 orang atau 33,0 persen."
    told = {"as_of": in_year(2023)}
    story = tell(text, (BASE[0], {**BASE[1], "group": "other"}), (COUNT[0], told), (RATE[0], told))
    assert story.verdicts("ratio") == ["agrees"]
    assert story.reprinted("17.259", "17.529").verdicts("ratio") == ["unchecked"]


def test_a_share_with_part_and_whole_in_other_sentences(tell: Any, in_year: Any) -> None:
    text = "Peserta aktif 39,05 juta orang. Formal 26,20 juta jiwa.\nJadi 67 persen formal."
    told, formal = {"as_of": in_year(2023)}, {"as_of": in_year(2023), "segment": ("FORMAL",)}
    share = {**formal, "kind": "share", "population": "participants", "group": "3"}
    story = tell(
        text, ("39,05 juta orang", {**told, "group": "1"}), ("26,20 juta jiwa", {**formal, "group": "2"}),
        ("67 persen", share),
    )  # fmt: skip
    assert [(f.verdict, f.message) for f in story.findings("ratio")] == [("agrees", "26.20 juta / 39.05 juta = 67 %")]
    assert story.reprinted("67", "76").verdicts("ratio") == ["unchecked"]
    assert story.reprinted("26,20", "20,26").verdicts("ratio") == ["unchecked"]


@pytest.mark.parametrize(
    ("printed", "qualifier", "verdict", "words"),
    [
        ("33", "approx", "agrees", "33 %, printed as about 33 %"),
        ("34", "approx", "disagrees", "33 %, printed as about 34 %"),
        ("35", "almost", "agrees", "33 %, printed as almost 35 %"),
        ("32", "almost", "disagrees", "33 %, printed as almost 32 %"),
        ("40", "almost", "disagrees", "33 %, printed as almost 40 %"),
        ("30", "more_than", "agrees", "33 %, printed as more than 30 %"),
        ("30", "at_least", "agrees", "33 %, printed as at least 30 %"),
        ("34", "more_than", "disagrees", "33 %, printed as more than 34 %"),
        ("40", "less_than", "agrees", "33 %, printed as less than 40 %"),
        ("30", "up_to", "disagrees", "33 %, printed as up to 30 %"),
        ("33", "only", "agrees", "33 %"),
    ],
)
def test_hedges_are_taken_at_their_word(tell: Any, printed: str, qualifier: str, verdict: str, words: str) -> None:
    text = TEXT.replace("33,0", printed)
    story = tell(text, BASE, COUNT, (f"{printed} persen", {"qualifier": (qualifier,)}))
    (finding,) = story.findings("ratio")
    assert (finding.verdict, finding.message.partition(" = ")[2]) == (verdict, words)


@pytest.mark.parametrize(("programme", "verdicts"), [((), ["disagrees"]), (("JHT",), [])])
def test_a_percentage_without_a_programme_is_held_against_a_count_with_one(
    tell: Any, programme: tuple[str, ...], verdicts: list[str]
) -> None:
    of_two = {"programme": ("JKK", "JKM")}
    text = "Dari 52.300 pekerja, 17.259 orang ikut JKK dan JKM. Jadi baru 29 persen."
    story = tell(text, (BASE[0], BASE[1] | of_two), ("17.259 orang", of_two), ("29 persen", {"programme": programme}))
    assert story.verdicts("ratio") == verdicts
