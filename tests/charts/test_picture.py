"""The picture: what stands on it, that nothing covers anything, and that a point leads to its evidence."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from lxml import etree

from extractor.charts import Choice, drawing, layout, page, picture, timeline
from extractor.i18n import Words

SVG = "{http://www.w3.org/2000/svg}"
LAMPUNG = [("18", "Lampung")]
EN, ID = Words("en"), Words("id")


def texts(drawn):
    return [mark["text"] for mark in drawn.texts]


def marks(drawn):
    return {mark["claim"]: mark for mark in drawn.points if mark["claim"]}


@pytest.fixture
def rows(row):
    return [
        row("36.4", "2023", status="accepted"),
        row("41", "2023", publisher="Warta Muara"),
        row("44.25", "2024-08", as_of_basis="event", segments=["INFORMAL"]),
        row("52.7", "2025", kind="target", plans=["RKPD"]),
        row("47", "2024-08", status="rejected"),
    ]


def test_shape_tells_review_and_fill_tells_doubt(rows):
    found = marks(drawing.draw(timeline(rows, LAMPUNG, Choice(rejected=True)), EN))
    shapes = [found[row["claim_id"]]["shape"] for row in rows]
    assert shapes[:3] == ["square", "circle", "circle"]
    assert shapes[4].startswith("M-1")
    fills = [found[row["claim_id"]]["fill"] for row in rows]
    assert fills[2] == drawing.PAPER != fills[0]


def test_the_legend_names_only_what_occurs(rows):
    told = texts(drawing.draw(timeline(rows, LAMPUNG, Choice(rejected=True)), EN))
    assert {"not reviewed yet", "reviewed", "rejected", "hollow: doubtful", "target", "differing values"} <= set(told)
    plain = texts(drawing.draw(timeline(rows[:1], LAMPUNG), EN))
    assert "reviewed" in plain
    assert not {"rejected", "target", "hollow: doubtful", "differing values"} & set(plain)


def test_values_and_words_follow_the_language(rows):
    shown = timeline(rows, LAMPUNG)
    assert "informal workers 44.25%" in texts(drawing.draw(shown, EN))
    assert "pekerja informal 44,25%" in texts(drawing.draw(shown, ID))
    assert drawing.draw(shown, ID).title == ["Cakupan pekerja terlindungi: Lampung"]


def test_a_target_carries_its_plan_and_a_dashed_line_to_its_deadline(row):
    shown = timeline([row("40", "2024"), row("50", "2026", kind="target", plans=["RPJMD"])], LAMPUNG)
    drawn = drawing.draw(shown, EN)
    frame = layout.frame(shown, drawn.width, drawn.height)
    line = drawn.targets[0]
    assert line["x2"] == frame.x(date(2026, 12, 31))
    assert line["x"] == frame.x(date(2024, 9, 10)), "from the day it was told"
    assert "RPJMD 2026: 50%" in texts(drawn)
    assert len(drawn.gaps) == 2, "the gap and its sign in the legend"


def test_a_far_deadline_does_not_squeeze_the_levels(row):
    shown = timeline([row("40", "2024"), row("99.5", "2045", kind="target", plans=["RPJPN"])], LAMPUNG)
    drawn = drawing.draw(shown, EN)
    assert layout.frame(shown, 780, 360).last == date(2030, 12, 31)
    assert "RPJPN 2045: 99.5% →" in texts(drawn)
    assert any("Targets beyond 2030" in text for text in texts(drawn))


def test_a_period_is_a_bar_and_a_day_is_none(row):
    def bars(*as_of):
        shown = timeline([row(str(40 + n), day) for n, day in enumerate(as_of)], LAMPUNG)
        return [mark for mark in drawing.draw(shown, EN).bars if mark["y"] == mark["y2"] and mark["y"] > 0]

    assert len(bars("2024", "2024-08")) == 2
    assert bars("2024-08-17", "2024-09-17") == []


def test_equal_reports_and_differing_ones_stand_side_by_side(row):
    shown = timeline([row("36.4"), row("36.4", publisher="Warta Muara"), row("41", publisher="Radar")], LAMPUNG)
    drawn = drawing.draw(shown, EN)
    places = sorted(mark["x"] for mark in marks(drawn).values())
    assert all(later - earlier > 10 for earlier, later in itertools.pairwise(places))
    bound = [mark for mark in drawn.links if mark["y"] > 0]
    assert [{mark["y"], mark["y2"]} for mark in bound] == [{mark["y"] for mark in marks(drawn).values()}]


def crowd(row):
    days = [f"{year}-{month:02}-{day:02}" for year in (2022, 2023, 2024) for month in range(1, 13) for day in (3, 17)]
    groups = [[], ["INFORMAL"], ["FORMAL"]]
    return [row(str(30 + n % 23 + n / 8), day, segments=groups[n % 3]) for n, day in enumerate(days)]


def test_marks_moved_aside_keep_their_bar(row):
    shown = timeline([row(str(30 + n), "2024-08", "2026-08-01") for n in range(6)] + [row("40", "2014")], LAMPUNG)
    drawn = drawing.draw(shown, EN)
    bars = [mark for mark in drawn.bars if mark["y"] == mark["y2"] and mark["y"] > 0]
    for mark in marks(drawn).values():
        assert any(bar["x"] - 1 <= mark["x"] <= bar["x2"] + 1 for bar in bars if bar["y"] == mark["y"])


def test_a_thousand_points_are_each_a_link(row):
    many = [row(str(20 + n % 60), f"{2000 + n % 25}", publisher=f"Warta {n}") for n in range(1_000)]
    shown = timeline(many, LAMPUNG)
    text = picture.svg(shown, EN, lambda claim: claim)
    assert text.count("<a ") == 1_000
    assert len(text) < 2_000_000


@pytest.mark.parametrize("width", [300, 780])
def test_no_label_covers_another_or_a_mark(row, width):
    shown = timeline(crowd(row), LAMPUNG)
    drawn = drawing.draw(shown, EN, width=width)
    values = [mark for mark in drawn.texts if 0 <= mark["y"] < drawn.height and mark["x"] >= 0]
    boxes = [layout.Label(mark["text"], mark["x"], mark["y"], mark["align"]).box for mark in values]
    assert len(boxes) > 5
    assert not [pair for pair in itertools.combinations(boxes, 2) if pair[0].meets(pair[1])]
    points = [layout.mark_box(mark["x"], mark["y"]) for mark in marks(drawn).values()]
    assert not [1 for box in boxes for point in points if box.meets(point)]
    assert all(0 <= mark["x"] <= width and 0 <= mark["y"] <= drawn.height for mark in marks(drawn).values())


def test_colours_tell_segments_of_one_region_and_regions_compared(row):
    one = timeline([row("40"), row("20", segments=["INFORMAL"])], LAMPUNG)
    assert len({mark["colour"] for mark in marks(drawing.draw(one, EN)).values()}) == 2
    jambi = row("44", region_code="15", region_name="Jambi")
    both = drawing.draw(timeline([row("40"), jambi], [("15", "Jambi"), *LAMPUNG]), EN)
    assert marks(both)[jambi["claim_id"]]["colour"] == drawing.COLOURS[0]
    assert {"Jambi 44%", "Lampung 40%"} <= set(texts(both))


def test_the_caption_says_how_many_sources_and_when(rows):
    told = " ".join(texts(drawing.draw(timeline(rows, LAMPUNG), EN)))
    assert "4 numbers from 4 documents of 2 outlets, published 10 Sept 2024." in told.replace("Sep 2024", "Sept 2024")


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [*drawing.COLOURS, drawing.INK, drawing.MUTED])
def test_every_colour_can_be_read_as_text_on_light_and_on_dark(colour):
    def contrast(one, other):
        low, high = sorted((luminance(one), luminance(other)))
        return (high + 0.05) / (low + 0.05)

    assert contrast(colour, drawing.PAPER) >= 4.5
    assert contrast(drawing.DARK[colour], drawing.DARK[drawing.PAPER]) >= 4.5


@pytest.fixture(scope="module")
def svg():
    from .conftest import make_row

    rows = [make_row("36.4", "2023"), make_row("<b>", "2024") | {"value": "41", "speaker_name": "A & <b>B</b>"}]
    text = picture.svg(timeline(rows, LAMPUNG), EN, lambda claim: f"review/{claim}?from=x&y=1")
    return rows, text, etree.fromstring(text)


def test_every_point_is_a_named_link_to_where_the_caller_says(svg):
    rows, _, root = svg
    anchors = list(root.iter(f"{SVG}a"))
    assert {anchor.get("href") for anchor in anchors} == {f"review/{row['claim_id']}?from=x&y=1" for row in rows}
    named = anchors[0].get("aria-label")
    assert named == anchors[0].findtext(f"{SVG}title")
    assert "36.4%" in named
    assert "Siti Rahmawati, Kabar Lampung" in named
    assert any("A & <b>B</b>" in anchor.get("aria-label") for anchor in anchors)


def test_a_gap_in_print_is_a_link_too_and_a_row(row):
    level, target = row("41.1", document_id="d"), row("55.4", "2026", kind="target", document_id="d")
    printed = row("14.3", kind="gap", unit="percentage_point", gap_to="target", document_id="d")
    shown = timeline([level, target, printed], LAMPUNG)
    anchors = {node.get("data-claim"): node for node in etree.fromstring(picture.svg(shown, EN, str)).iter(f"{SVG}a")}
    said = anchors[printed["claim_id"]]
    assert said.findtext(f"{SVG}text") == "reported gap 14.3 percentage points"
    assert "14.3 percentage points" in said.get("aria-label")
    assert [point.claim for point in shown.listed] == [level["claim_id"], target["claim_id"], printed["claim_id"]]


def test_the_svg_fits_a_strict_policy_and_leaves_the_machine_for_nothing(svg):
    _, text, root = svg
    assert "vega" not in text
    assert "claim.invalid" not in text
    assert not [node for node in root.iter() if node.tag in (f"{SVG}script", f"{SVG}style", f"{SVG}image")]
    assert not [node for node in root.iter() if any(name == "style" or name.startswith("on") for name in node.attrib)]


def test_the_same_rows_give_the_same_picture(rows):
    first, second = (picture.svg(timeline(rows, LAMPUNG), EN, picture.nowhere) for _ in range(2))
    assert first == second
    assert f"{SVG}a" not in {node.tag for node in etree.fromstring(first).iter()}


def test_the_png_is_twice_as_large_as_the_svg(rows):
    shown = timeline(rows, LAMPUNG)
    root = etree.fromstring(picture.svg(shown, EN, picture.nowhere))
    made = picture.png(shown, EN)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(made[16:20], "big") == pytest.approx(2 * float(root.get("width")), abs=2)


def test_the_page_holds_every_number_with_its_source_and_nothing_from_elsewhere(rows):
    rows[0]["sentence"] = "Cakupan <script>alert(1)</script> 36,4 persen."
    text = page.html(timeline(rows, LAMPUNG), ID)
    root = etree.HTML(text)
    assert root.get("lang") == "id"
    assert len(root.findall(".//tbody/tr")) == 4
    assert not root.findall(".//script")
    assert "&lt;script&gt;alert(1)" in text
    sources = {node.get("href") for node in root.findall(".//td/a")}
    assert sources == {row["uri"] for row in rows if row["status"] != "rejected"}
    inside = {node.get("href") for node in root.findall(".//svg//a")}
    assert inside == {f"#{node.get('id')}" for node in root.findall(".//tbody/tr")}
    loaded = [node for node in root.iter() if node.get("src") or node.tag in ("link", "img", "iframe")]
    assert loaded == []


def test_a_source_that_is_no_address_is_no_link(row):
    text = page.html(timeline([row("40", uri="javascript:alert(1)"), row("41", uri="/home/x/a.txt")], LAMPUNG), EN)
    assert "javascript" not in text
    assert "/home/x" not in text


def test_the_caption_counts_no_outlets_where_one_is_unnamed(row):
    told = " ".join(texts(drawing.draw(timeline([row("40"), row("41", publisher=None)], LAMPUNG), EN)))
    assert "2 numbers from 2 documents" in told
    assert "outlet" not in told
