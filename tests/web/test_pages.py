"""Overview, regulations, officials: what they tell of the corpus, and that everybody can read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from .conftest import Served
from .pages import PAGES

BASE = "/-/cakupan/"
# pages whose own tests look at them in every way
ELSEWHERE = ("review", "review/(?P<claim>[^/]+)", "timeline", "timeline/(?P<code>[^/]+)", "export")


@pytest.fixture
def told(shared: Served) -> Callable[[str], str]:
    """The words of a page, without its markup."""
    client = shared.client()

    def words(place: str) -> str:
        main = re.search(r"<main.*?</main>", client.get(BASE + place).text, re.S)
        assert main, place
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())

    return words


def test_the_overview_begins_with_indonesia(told: Callable[[str], str]) -> None:
    words = told("overview")
    first = words.index("To review", words.index("Last reported"))
    assert words[first:].startswith("To review Indonesia 43.15% not reviewed yet Aug 2025")


def test_the_overview_tells_the_distance_to_the_target_and_its_plan(shared: Served) -> None:
    text = shared.client().get(f"{BASE}overview?find=Kotawaringin+Timur").text
    row = " ".join(unescape(re.sub(r"<[^>]+>", " ", text[text.index("<tbody") : text.index("</tbody")])).split())
    assert "Kabupaten Kotawaringin Timur" in row
    assert "percentage points below" in row or "reached:" in row


def test_the_overview_can_be_searched_and_narrowed(told: Callable[[str], str]) -> None:
    assert "Kabupaten Jember" in told("overview?find=jember")
    assert "Kota Banda Aceh" not in told("overview?find=jember")
    assert "No region fits." in told("overview?find=atlantis")
    provinces = told("overview?level=province")
    assert "Jawa Timur" in provinces
    assert "Kabupaten Jember" not in provinces


def regions(client: Any, query: str) -> list[str]:
    text = client.get(f"{BASE}overview?{query}").text
    return re.findall(r'role="rowheader"><a href="/-/cakupan/timeline/([^"]+)"', text)


def test_the_overview_is_sorted_without_a_script(shared: Served) -> None:
    client = shared.client()
    by_region, by_level = regions(client, ""), regions(client, "sort=level")
    assert by_region == ["ID", *sorted(code for code in by_region if code != "ID")]
    assert by_level[0] == "ID"
    assert sorted(by_level) == sorted(by_region)
    assert by_level != by_region
    counts = {row["code"]: row["sources"] for row in shared.store().regions()}
    by_sources = [counts[code] for code in regions(client, "sort=sources")[1:]]
    assert by_sources == sorted(by_sources, reverse=True)
    assert 'aria-sort="descending"' in client.get(f"{BASE}overview?sort=level").text
    assert regions(client, "sort=%3Cscript%3E") == by_region


def test_a_decision_shows_on_the_overview(served: Served) -> None:
    store = served.store()
    row = next(row for row in store.latest_levels() if row["region_code"] == "11" and row["kind"] == "achieved")
    before = served.client().get(f"{BASE}overview?find=Aceh").text
    assert f'<span class="pending"><a href="/-/cakupan/review/{row["claim_id"]}">' in before
    store.decide(row["claim_id"], "accept", reviewer="Siti", at="2026-01-03T00:00:00Z")
    after = served.client().get(f"{BASE}overview?find=Aceh").text
    assert f'<span class="reviewed"><a href="/-/cakupan/review/{row["claim_id"]}">' in after


def test_an_empty_database_invites_to_feed(serve: Callable[..., Served], tmp_path: Any) -> None:
    served = serve(database=tmp_path / "new.db")
    text = served.reviewer().get(f"{BASE}overview").text
    assert "Nothing has been read yet." in text
    assert f'href="{BASE}feed"' in text
    for place in ("regulations", "officials"):
        assert "yet." in served.client().get(BASE + place).text


def test_misprints_of_regulations_are_listed_first(told: Callable[[str], str]) -> None:
    words = told("regulations")
    misprint = "does not fit Inpres Nomor 2 Tahun 2023 Inpres 2/2023 is cited with the title of Inpres 2/2021"
    assert misprint in words
    assert words.index(misprint) < words.index("could not be checked")
    assert "Inpres 2/2021 Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan" in words


def test_a_regulation_tells_who_cites_it_and_how(told: Callable[[str], str]) -> None:
    words = told("regulations/Inpres%202%2F2021")
    assert "Cited in 11 documents:" in words
    assert "Instruksi Presiden Nomor 2 Tahun 2021" in words
    assert "Inpres No. 2 Tahun 2021" in words
    assert "Kabar Borneo, 18 Sep 2025" in words
    assert "Inpres 2/2023 is cited with the title" in told("regulations/Inpres%202%2F2023")


def test_regulations_are_found_by_number_and_title(told: Callable[[str], str]) -> None:
    assert "UU 24/2011 Badan Penyelenggara Jaminan Sosial" in told("regulations?find=penyelenggara")
    assert "No regulation fits." in told("regulations?find=atlantis")


def test_an_official_is_told_with_office_words_and_claims(shared: Served, told: Callable[[str], str]) -> None:
    words = told("officials/Wiratmo%20Hadisaputro")
    assert "Kepala BPJS Ketenagakerjaan Cabang Jember" in words
    assert "Kabar Tapal Kuda, 27 Aug 2025, said on 26 Aug 2025" in words
    assert "only 33.08% share of workers covered, level reached · Kabupaten Jember · all workers" in words
    assert "Per 31 Juli 2025, dari 1.248.700 pekerja" in words
    text = shared.client().get(f"{BASE}officials/Wiratmo%20Hadisaputro").text
    for claim in shared.store().statements("Wiratmo Hadisaputro"):
        assert f'href="/-/cakupan/review/{claim["claim_id"]}"' in text


def test_officials_are_found_by_name_and_office(told: Callable[[str], str]) -> None:
    assert "Wiratmo Hadisaputro" in told("officials?find=cabang+jember")
    assert "Nobody fits." in told("officials?find=atlantis")


@pytest.mark.parametrize("place", ["officials/Nobody", "regulations/None", "regulations/%3Cscript%3E"])
def test_what_is_not_there_is_not_found(shared: Served, place: str) -> None:
    assert shared.client().get(BASE + place).status_code == 404


def test_who_is_logged_in_stays_so_where_a_page_goes_wrong(shared: Served) -> None:
    assert "Reading only" in shared.client().get(f"{BASE}officials/Nobody").text
    told = shared.reviewer("Dewi").get(f"{BASE}officials/Nobody")
    assert told.status_code == 404
    assert "Reading only" not in told.text
    assert "Dewi" in told.text


# In a browser


@pytest.fixture
def served(request: pytest.FixtureRequest) -> Served:
    """The shared server, but a copy of its own for the test that decides."""
    writes = request.node.name == "test_a_decision_shows_on_the_overview"
    found: Served = request.getfixturevalue("serve")() if writes else request.getfixturevalue("shared")
    return found


OURS = [place.replace("level=province", "find=kotawaringin") for name, place in PAGES.items() if name not in ELSEWHERE]
AGAIN = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")


@pytest.mark.parametrize("place", OURS)
def test_everybody_can_read_every_page(signed_in: Any, accessible: Callable[..., None], place: str) -> None:
    """Light and dark, narrow and wide; after the first look only what colours and width can change."""
    signed_in.goto(BASE + place)
    for scheme, width, rules in (
        ("dark", 360, ()),
        ("light", 360, AGAIN),
        ("dark", 1280, AGAIN),
        ("light", 1280, AGAIN),
    ):
        signed_in.emulate_media(color_scheme=scheme)
        signed_in.set_viewport_size({"width": width, "height": 800})
        assert signed_in.evaluate("document.documentElement.scrollWidth") <= width
        accessible(signed_in, rules)


def test_the_way_to_the_content_and_back_by_keyboard(page: Any) -> None:
    page.goto(f"{BASE}overview")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    focused = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert focused == "solid"


def test_a_reviewer_changes_the_name_and_invites_another(signed_in: Any, served: Served) -> None:
    signed_in.get_by_role("link", name="Siti Rahayu").click()
    signed_in.get_by_label("Your name").fill("Siti R.")
    signed_in.get_by_role("button", name="Save the name").click()
    signed_in.get_by_role("link", name="Siti R.").wait_for()
    signed_in.get_by_label("Their name").fill("Budi")
    signed_in.get_by_role("button", name="Make a login link").click()
    signed_in.get_by_text("ready to be copied").wait_for()
    link = signed_in.get_by_label("Login link").input_value()
    assert ">Budi<" in served.client().get(link).text
    signed_in.get_by_role("button", name="Log out in this browser").click()
    signed_in.get_by_role("link", name="Reading only").wait_for()
