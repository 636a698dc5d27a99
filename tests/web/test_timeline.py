"""The timeline's page: what it says without a script, and a point that leads to its evidence by mouse and keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import etree

from extractor.charts.drawing import COLOURS, DARK, GRID, INK, MUTED, PAPER

from .conftest import Served

KOTIM = "/-/cakupan/timeline/62.02"


def opened(answer: httpx.Response) -> Any:
    assert answer.status_code == 200, answer.text[:500]
    return etree.HTML(answer.text)


def values(root: Any) -> list[str]:
    return [node.text for node in root.findall(".//tbody//th/a")]


def test_every_point_and_every_row_links_to_the_evidence(served: Served) -> None:
    root = opened(served.client().get(KOTIM))
    rows = {node.get("href") for node in root.findall(".//tbody//th/a")}
    assert len(rows) == 6, "five points and the gap in print"
    for size, unsaid in (("wide", 0), ("narrow", 1)):  # the gap's words find no room in the narrow one
        points = [node.get("href") for node in root.findall(f".//div[@class='{size}']/svg//a")]
        assert set(points) <= rows
        assert len(rows - set(points)) == unsaid
        assert all(re.fullmatch(r"/-/cakupan/review/[0-9a-f]{16}", place) for place in points)


def test_the_page_keeps_the_strict_policy(served: Served) -> None:
    answer = served.client().get(KOTIM)
    assert "unsafe" not in answer.headers["content-security-policy"]
    root = opened(answer)
    assert not root.xpath("//svg//script | //svg//style | //@style | //@*[starts-with(name(), 'on')]")
    assert "vega" not in answer.text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["42.05%", "only 41.1%", "66.89%", "21.6%", "55.4%", "14.3 percentage points"]),
        ("?segment=INFORMAL", ["21.6%"]),
        ("?segment=ALL", ["42.05%", "only 41.1%", "55.4%", "14.3 percentage points"]),
        ("?outlet=Kabar+Borneo&segment=FORMAL", ["66.89%"]),
        ("?indicator=covered_workers&segment=FORMAL", ["61,744 workers"]),
        ("?by=published&segment=FORMAL", ["66.89%"]),
    ],
)
def test_filters_choose_the_numbers(served: Served, query: str, expected: list[str]) -> None:
    assert values(opened(served.client().get(KOTIM + query))) == expected


def test_the_form_leads_to_the_region_it_names_and_keeps_the_filters(served: Served) -> None:
    answer = served.client().get("/-/cakupan/timeline?region=Gorontalo&by=published&segment=&compare=62.02")
    assert str(answer.url.path) == "/-/cakupan/timeline/75"
    assert dict(answer.url.params) == {"by": "published", "compare": "62.02"}
    root = opened(answer)
    assert root.findtext(".//h1") == "Share of workers covered: Gorontalo, Kabupaten Kotawaringin Timur"
    chosen = {node.get("value") for node in root.findall(".//form//option[@selected]")}
    assert {"75", "62.02", "coverage_rate", "ALL", "published"} <= chosen


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("timeline/Kotim", 200, "Kabupaten Kotawaringin Timur"),
        ("timeline/62.99", 404, "62.99"),
        ("timeline/Atlantis", 404, "Atlantis"),
        ("timeline/Sumbagut", 404, "is an area of several regions"),
        ("timeline/31", 200, "No level and no target is reported for this region."),
        ("timeline/62.02?outlet=nobody", 200, "No number fits."),
        ("timeline/62.02?segment=%3Cscript%3E", 200, "No number fits."),
    ],
)
def test_what_is_not_there_is_told(served: Served, path: str, status: int, said: str) -> None:
    answer = served.client().get(f"/-/cakupan/{path}")
    assert answer.status_code == status
    assert said in answer.text
    assert "<script>" not in answer.text.split("</header>")[1].split('<p id="status"')[0]


def test_rejected_numbers_are_shown_on_request_and_reviewed_ones_told_apart(served: Served) -> None:
    with served.store() as store:
        first, second, *_ = store.timeline("62.02", segment="FORMAL")
        store.decide(first["claim_id"], "accept", reviewer="Ani", at="2026-01-03T00:00:00Z")
        rate = next(row for row in (first, second) if row["unit"] == "percent")
        store.decide(rate["claim_id"], "reject", reviewer="Ani", at="2026-01-03T00:00:00Z")
    client = served.client()
    assert values(opened(client.get(f"{KOTIM}?segment=FORMAL&indicator=coverage_rate"))) == []
    root = opened(client.get(f"{KOTIM}?segment=FORMAL&indicator=coverage_rate&rejected=1"))
    assert values(root) == ["66.89%"]
    assert root.find(".//td//span[@class='is-rejected']").text == "rejected"
    reviewed = opened(client.get(f"{KOTIM}?segment=FORMAL&indicator=covered_workers"))
    assert reviewed.find(".//td//span[@class='is-reviewed']").text == "reviewed"


def test_it_speaks_indonesian(served: Served) -> None:
    root = opened(served.client(**{"accept-language": "id"}).get(KOTIM))
    assert root.findtext(".//h1") == "Cakupan pekerja terlindungi: Kabupaten Kotawaringin Timur"
    assert values(root)[0] == "42,05%"
    texts = "".join(root.find(".//div[@class='wide']/svg").itertext())
    assert "pekerja formal 66,89%" in texts
    assert "Agu" in texts or "Sep 2025" in texts


def test_the_style_sheet_knows_every_colour_of_the_picture() -> None:
    import extractor.web

    sheet = (Path(extractor.web.__file__).parent / "static" / "timeline.css").read_text(encoding="utf-8")
    for colour in (*COLOURS, INK, MUTED, GRID, PAPER):
        assert f'[fill="{colour}"]' in sheet
        assert f'[stroke="{colour}"]' in sheet
    for colour in COLOURS:
        assert f"fill: {DARK[colour]}" in sheet


# In a browser


def test_a_point_opens_its_evidence(page: Any) -> None:
    page.goto(KOTIM)
    point = page.locator(".wide svg a[aria-label^='66.89%']")
    claim = point.get_attribute("data-claim")
    point.locator("path").click()
    page.wait_for_url(f"**/review/{claim}")
    assert "66,89 persen" in page.locator("main").inner_text()


def test_points_are_reached_and_opened_by_keyboard_and_shown_to_have_the_focus(page: Any) -> None:
    page.goto(KOTIM)
    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Tab")
    focused = page.locator(".wide svg a:focus-visible")
    assert focused.get_attribute("aria-label").startswith("42.05%"), "the earliest first"
    assert focused.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    claim = focused.get_attribute("data-claim")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/review/{claim}")


def test_filters_work_without_a_mouse_and_in_indonesian(page: Any) -> None:
    page.goto(KOTIM)
    page.get_by_role("link", name="Bahasa Indonesia").click()
    page.wait_for_selector("html[lang=id]")
    page.locator("select[name=segment]").select_option("INFORMAL")
    page.locator("form button").press("Enter")
    page.wait_for_url("**segment=INFORMAL**")
    assert page.locator("tbody th").all_inner_texts() == ["21,6%"]
    assert page.locator("select[name=segment]").input_value() == "INFORMAL"


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 360, "height": 740}}])
def test_it_is_accessible_and_fits(
    new_page: Callable[..., Any], accessible: Callable[[Any], None], look: dict[str, Any]
) -> None:
    page = new_page(**look)
    page.goto(f"{KOTIM}?compare=ID")
    accessible(page)
    assert page.locator(".timeline svg:visible").count() == 1
    wide = "viewport" not in look
    assert page.locator(".wide svg").is_visible() == wide
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}}])
def test_the_page_for_a_report_is_accessible_and_asks_for_nothing(
    new_page: Callable[..., Any],
    accessible: Callable[[Any], None],
    served: Served,
    tmp_path: Path,
    look: dict[str, Any],
) -> None:
    from extractor.charts import page as report
    from extractor.charts import timeline
    from extractor.i18n import Words

    with served.store() as store:
        shown = timeline(store.timeline("62.02"), [("62.02", "Kabupaten Kotawaringin Timur")])
    path = tmp_path / "report.html"
    path.write_text(report.html(shown, Words("id")), encoding="utf-8")
    asked: list[str] = []
    page = new_page(**look)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.locator("svg a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#claim-*")
    assert page.locator("tr:target th").inner_text() == "42,05%"
    accessible(page)
    assert set(asked) == {path.as_uri()}
