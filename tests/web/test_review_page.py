"""Reviewing in a browser: by keyboard, with corrections, undo, bulk, missed claims and two people at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.model import Capture
from extractor.pipeline import extract
from extractor.store import Store

from .conftest import REVIEWER, Served

EMOJI = (
    "Kabar 😀 gembira dari Bungo 👷🏽‍♀️\n"
    "Cakupan Jamsostek 😀 di Kabupaten Bungo per Agustus 2025 mencapai 41,2 persen. Sebanyak 1.250 nelayan menunggu."
)


@pytest.fixture
def emoji(database: Path) -> str:
    """A document with characters beyond the first 65,536, in the served database."""
    source = EMOJI.encode()
    extraction = extract(source, media_type="text/plain")
    digest = hashlib.sha256(source).hexdigest()
    with Store.open(database) as store:
        store.add(Capture("emoji.txt", "2026-01-02T03:04:05Z", "text/plain", digest, source), extraction)
        return str(store.queue(document=digest)[0]["claim_id"])


def claim_in(page: Any) -> str:
    """The claim the address names."""
    return str(page.url.partition("/review/")[2].partition("?")[0])


def press(page: Any, key: str) -> None:
    """Presses a key and waits for another claim, or the end of the queue."""
    before = page.url
    page.keyboard.press(key)
    page.wait_for_function("before => location.href !== before || document.querySelector('.done')", arg=before)
    page.wait_for_function("() => !document.querySelector('#card.busy')")


def said(page: Any, words: str) -> None:
    page.locator("#status", has_text=words).wait_for()


def evidence_of(page: Any) -> str:
    """The marked evidence."""
    return "".join(page.locator("#text mark.evidence").all_inner_texts())


def select(page: Any, words: str) -> None:
    """Selects words of the text, as a person does with a mouse."""
    page.evaluate(
        """words => {
          const paragraph = [...document.querySelectorAll("#text p")].find(one => one.textContent.includes(words));
          const begin = paragraph.textContent.indexOf(words), end = begin + words.length;
          const range = document.createRange(), texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          let at = 0;
          for (let node = texts.nextNode(); node; at += node.data.length, node = texts.nextNode()) {
            const within = place => at <= place && place <= at + node.data.length;
            if (within(begin) && begin < at + node.data.length) range.setStart(node, begin - at);
            if (within(end)) { range.setEnd(node, end - at); break; }
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )
    page.locator("#selection").wait_for()


def test_twenty_claims_are_cleared_by_keyboard_alone(signed_in: Any, served: Served) -> None:
    store = served.store()
    wanted = store.queue_ids(limit=20)
    signed_in.goto("/-/cakupan/review")
    signed_in.keyboard.press("Enter")
    signed_in.wait_for_url("**/review/*")
    loads = []
    signed_in.on("load", lambda: loads.append(signed_in.url))
    keys = "aaxaaafaaxaaaaaxaaaa"
    for claim, key in zip(wanted, keys, strict=True):
        assert claim_in(signed_in) == claim
        assert signed_in.locator("mark.evidence").first.is_visible()
        press(signed_in, key)
    assert loads == []
    log = [(row["claim_id"], row["action"], row["reviewer"]) for row in store.decisions()]
    done = {"a": "accept", "x": "reject", "f": "flag"}
    assert log == [(claim, done[key], REVIEWER) for claim, key in zip(wanted, keys, strict=True)]


def test_skipping_leaves_a_claim_and_going_back_finds_it(signed_in: Any, served: Served) -> None:
    first, second, third = served.store().queue_ids(limit=3)
    signed_in.goto(f"/-/cakupan/review/{first}")
    press(signed_in, "j")
    press(signed_in, "Space")
    assert claim_in(signed_in) == third
    press(signed_in, "k")
    assert claim_in(signed_in) == second
    signed_in.go_back()
    signed_in.wait_for_function("claim => localStorage.getItem('cakupan.place') === claim", arg=third)
    assert served.store().decisions() == []
    signed_in.goto("/-/cakupan/review")
    assert signed_in.locator("#resume").get_attribute("href").endswith(third)


def test_a_field_is_corrected_in_place_with_a_note(signed_in: Any, served: Served, watch: Any) -> None:
    store = served.store()
    claim = store.queue(limit=1, kind="achieved")[0]["claim_id"]
    signed_in.goto(f"/-/cakupan/review/{claim}")
    signed_in.keyboard.press("n")
    signed_in.keyboard.type("lihat tabel")
    signed_in.keyboard.press("Escape")
    signed_in.keyboard.press("e")
    signed_in.keyboard.press("k")
    signed_in.locator(".editor select").select_option("target")
    signed_in.keyboard.press("Enter")
    said(signed_in, "corrected")
    assert claim_in(signed_in) == claim
    assert signed_in.locator(".state[data-status=corrected]").is_visible()
    signed_in.locator("[data-edit=r]").click()
    region = signed_in.locator(".editor input")
    region.fill("Atlantis")
    region.press("Enter")
    signed_in.locator(".editor .problem", has_text="Atlantis").wait_for()
    region.fill("Kota Metro")
    region.press("Enter")
    signed_in.locator(".field[data-field=r]", has_text="Kota Metro").wait_for()
    forgive(watch, 404)
    now = store.claim(claim)
    assert (now["kind"], now["region"]["code"], now["status"]) == ("target", "18.72", "corrected")
    assert [row["reason"] for row in store.decisions(claim)] == ["lihat tabel", None]
    following = store.queue_ids(kind="achieved")[0]
    press(signed_in, "Space")
    assert claim_in(signed_in) == following


def test_an_undo_works_after_a_reload(signed_in: Any, served: Served) -> None:
    store = served.store()
    first, second = store.queue_ids(limit=2)
    signed_in.goto(f"/-/cakupan/review/{first}")
    press(signed_in, "a")
    signed_in.reload()
    assert claim_in(signed_in) == second
    press(signed_in, "u")
    assert claim_in(signed_in) == first
    said(signed_in, "1 decision undone")
    assert store.claim(first)["status"] == "pending"
    signed_in.keyboard.press("u")
    said(signed_in, "nothing of yours to undo")


def test_all_claims_of_a_filter_are_decided_and_undone_at_once(signed_in: Any, served: Served) -> None:
    store = served.store()
    count = store.queue_count(kind="denominator")
    assert count > 1
    signed_in.goto("/-/cakupan/review")
    assert signed_in.locator("[data-bulk]").count() == 0
    signed_in.locator("[name=kind]").select_option("denominator")
    signed_in.get_by_role("button", name="Filter", exact=True).click()
    signed_in.wait_for_url("**/review?kind=denominator")
    signed_in.get_by_role("button", name=f"Reject all {count}").click()
    signed_in.locator("#bulk-title", has_text=f"Reject all {count} claims?").wait_for()
    signed_in.locator("#bulk button.main").click()
    said(signed_in, f"{count} claims decided at once")
    assert store.queue_count(kind="denominator") == 0
    signed_in.get_by_role("button", name="Undo").click()
    said(signed_in, f"{count} decisions undone at once")
    assert store.queue_count(kind="denominator") == count


def test_a_bulk_decision_that_came_too_late_is_refused(signed_in: Any, served: Served, watch: Any) -> None:
    store = served.store()
    signed_in.goto("/-/cakupan/review?kind=denominator")
    signed_in.locator("[data-bulk=accept]").click()
    signed_in.locator("#bulk[open]").wait_for()
    taken = store.queue_ids(limit=1, kind="denominator")[0]
    store.decide(taken, "reject", reviewer="Budi", at="2026-02-01T08:00:00Z")
    signed_in.locator("#bulk button.main").click()
    signed_in.locator("#bulk .problem", has_text="Look again").wait_for()
    assert [row["reviewer"] for row in store.decisions()] == ["Budi"]
    forgive(watch, 409)


def forgive(watch: Any, status: int) -> None:
    """Chromium writes every refused request to the console; here the refusal is what is tested."""
    provoked = [line for line in watch.wrong if f"status of {status}" in line]
    assert provoked
    watch.wrong[:] = [line for line in watch.wrong if line not in provoked]


def test_evidence_is_set_by_selecting_it_past_an_emoji(signed_in: Any, served: Served, emoji: str) -> None:
    signed_in.goto(f"/-/cakupan/review/{emoji}")
    assert evidence_of(signed_in) == "41,2 persen"
    select(signed_in, "1.250 nelayan")
    signed_in.keyboard.press("v")
    said(signed_in, "corrected")
    assert evidence_of(signed_in) == "1.250 nelayan"
    evidence = served.store().claim(emoji)["evidence"]
    text = served.store().extraction(served.store().claim(emoji)["document"])["document"]["text"]
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"] == "1.250 nelayan"


def test_a_claimed_number_is_opened_by_a_click_and_selected_by_dragging(signed_in: Any, served: Served) -> None:
    claim = served.store().queue_ids(limit=1)[0]
    signed_in.goto(f"/-/cakupan/review/{claim}")
    number = signed_in.locator("#text [data-claim]").first
    number.scroll_into_view_if_needed()
    other, words, box = number.get_attribute("data-claim"), number.inner_text(), number.bounding_box()
    middle = box["y"] + box["height"] / 2
    signed_in.mouse.move(box["x"] + 1, middle)
    signed_in.mouse.down()
    signed_in.mouse.move(box["x"] + box["width"] - 1, middle, steps=5)
    signed_in.mouse.up()
    signed_in.locator("#selection").wait_for()
    assert signed_in.evaluate("getSelection().toString()") in words
    assert claim_in(signed_in) == claim
    signed_in.keyboard.press("Escape")
    signed_in.evaluate("getSelection().removeAllRanges()")
    number.click()
    signed_in.wait_for_url(f"**/{other}")


def test_a_missed_claim_is_added_from_a_selection(signed_in: Any, served: Served, watch: Any, emoji: str) -> None:
    signed_in.goto(f"/-/cakupan/review/{emoji}")
    store = served.store()
    document = store.claim(emoji)["document"]
    known = {row["claim_id"] for row in store.claims(document=document)}
    select(signed_in, "menunggu")
    signed_in.keyboard.press("m")
    form = signed_in.locator("#missed form")
    form.locator("button.main").click()
    form.locator(".problem", has_text="type it").wait_for()
    forgive(watch, 400)
    form.locator("[name=value]").fill("1250")
    form.locator("[name=kind]").select_option("planned")
    form.locator("[name=segment][value=NELAYAN]").check()
    form.locator("[name=reason]").fill("tidak terbaca")
    form.locator("button.main").click()
    said(signed_in, "The claim is added")
    assert evidence_of(signed_in) == "menunggu"
    (added,) = [row for row in store.claims(document=document) if row["claim_id"] not in known]
    assert added["claim_id"] == claim_in(signed_in)
    told = {
        name: added[name] for name in ("value", "unit", "kind", "segments", "region_code", "status", "evidence_quote")
    }
    assert told == {
        "value": "1250",
        "unit": "workers",
        "kind": "planned",
        "segments": ["NELAYAN"],
        "region_code": "15.08",
        "status": "accepted",
        "evidence_quote": "menunggu",
    }
    signed_in.keyboard.press("u")
    said(signed_in, "1 decision undone")
    assert added["claim_id"] not in [row["claim_id"] for row in store.claims(document=document)]


def test_two_reviewers_never_overwrite_each_other_silently(
    signed_in: Any, new_page: Callable[..., Any], served: Served, watch: Any
) -> None:
    store = served.store()
    first, second = store.queue_ids(limit=2)
    other = new_page()
    other.goto(served.login_link("Budi Hartono"))
    for page in (signed_in, other):
        page.goto(f"/-/cakupan/review/{first}")
    press(other, "x")
    signed_in.keyboard.press("a")
    box = signed_in.locator(".conflict")
    box.wait_for()
    assert "Budi Hartono has rejected this claim" in box.inner_text()
    assert store.claim(first)["status"] == "rejected"
    signed_in.keyboard.press("Enter")
    signed_in.locator(".history", has_text="Budi Hartono").wait_for()
    assert signed_in.locator(".state[data-status=rejected]").is_visible()
    press(signed_in, "a")
    assert claim_in(signed_in) == second
    assert [(row["reviewer"], row["action"]) for row in store.decisions(first)] == [
        ("Budi Hartono", "reject"),
        (REVIEWER, "accept"),
    ]
    other.keyboard.press("u")
    other.locator(".conflict", has_text=f"{REVIEWER} has accepted the claim after you").wait_for()
    forgive(watch, 409)


def test_the_end_of_the_queue_says_what_is_left(signed_in: Any, served: Served) -> None:
    store = served.store()
    queues = (store.queue_ids(document=row["id"]) for row in store.documents())
    names = min((names for names in queues if len(names) > 1), key=len)
    document = store.claim(names[0])["document"]
    signed_in.goto(f"/-/cakupan/review/{names[0]}?document={document}")
    press(signed_in, "j")
    for _ in names[1:]:
        press(signed_in, "a")
    assert "1 claim you skipped is left" in signed_in.locator(".done").inner_text()
    signed_in.get_by_role("link", name="Begin again").click()
    signed_in.wait_for_load_state()
    assert claim_in(signed_in) == names[0]
    press(signed_in, "x")
    assert "Nothing is left to review here" in signed_in.locator(".done").inner_text()


def test_the_pages_are_accessible(signed_in: Any, accessible: Callable[[Any], None]) -> None:
    signed_in.goto("/-/cakupan/review?finding=disagrees")
    accessible(signed_in)
    signed_in.locator("#start").click()
    signed_in.wait_for_load_state()
    signed_in.keyboard.press("e")
    signed_in.keyboard.press("s")
    signed_in.locator(".editor").wait_for()
    accessible(signed_in)


def test_a_reader_sees_the_claim_and_can_decide_nothing(page: Any, served: Served) -> None:
    claim = served.store().queue_ids(limit=1)[0]
    page.goto(f"/-/cakupan/review/{claim}")
    assert page.locator("mark.evidence").first.is_visible()
    assert page.locator("[data-do=accept], .value").count() == 0
    page.keyboard.press("a")
    press(page, "j")
    assert served.store().decisions() == []


def test_without_a_script_the_queue_is_read_by_links(new_page: Callable[..., Any], served: Served) -> None:
    first, second = served.store().queue_ids(limit=2, kind="achieved")
    page = new_page(java_script_enabled=False)
    page.goto("/-/cakupan/review?kind=achieved")
    page.locator("#start").click()
    assert claim_in(page) == first
    page.locator("a[rel=next]").click()
    assert claim_in(page) == second
    assert page.url.endswith("?kind=achieved")
    assert re.search(r"\d", page.locator("#claim").inner_text())
