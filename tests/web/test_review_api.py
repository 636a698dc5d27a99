"""What the review page's script is told and refused, without a browser."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.web import comparing

from .conftest import REVIEWER, Served

API = "/-/cakupan/api/review"


def facts(client: Any, claim: str, **filters: str) -> dict[str, Any]:
    return dict(client.get(f"{API}/claim/{claim}", params=filters).json()["facts"])


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("decide", {"claim": "x", "action": "accept"}),
        ("undo", {}),
        ("bulk", {"action": "accept", "count": 1, "stamp": "x", "filters": {"kind": "target"}}),
        ("add", {"document": "x", "start": 0, "end": 3}),
    ],
)
def test_nothing_is_written_without_a_login_or_its_token(served: Served, place: str, told: dict[str, Any]) -> None:
    assert served.client().post(f"{API}/{place}", json=told).status_code == 403
    reviewer = served.reviewer()
    del reviewer.headers["x-csrftoken"]
    assert reviewer.post(f"{API}/{place}", json=told).status_code == 403
    assert served.store().decisions() == []


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("region=Atlantis", 404, "Atlantis"),
        ("as_of_from=2024-02-30", 400, "2024-02-30 is no day of the calendar"),
        ("confidence_to=7", 400, "7 is no number between 0 and 1"),
        ("status=done", 400, "done: not a status"),
        ("region=Sumbagut", 404, "Sumbagut is an area of several regions"),
        ("after=x", 400, "not a place in the queue"),
    ],
)
def test_a_filter_that_means_nothing_is_explained(served: Served, query: str, status: int, said: str) -> None:
    answer = served.client().get(f"/-/cakupan/review?{query}")
    assert (answer.status_code, said in answer.text) == (status, True)


def test_filters_in_the_address_are_those_of_the_queue(served: Served) -> None:
    client, store = served.client(), served.store()
    page = client.get("/-/cakupan/review", params={"region": "Lampung", "kind": "achieved"}).text
    for claim in store.queue_ids(region="18", kind="achieved"):
        assert f"/review/{claim}?region=18&amp;kind=achieved" in page
    first = store.queue_ids(limit=1, kind="target")[0]
    assert facts(client, first, kind="target")["later"] in store.queue_ids(kind="target")
    assert facts(client, first, kind="target")["left"] == store.queue_count(kind="target")


def test_a_decision_answers_with_the_next_claim(served: Served) -> None:
    client, store = served.reviewer(), served.store()
    first, second = store.queue_ids(limit=2)
    now = facts(client, first)
    told = {**{name: now[name] for name in ("claim", "seen", "cursor")}, "action": "accept", "reason": " baik "}
    answer = client.post(f"{API}/decide", json=told).json()
    assert answer["facts"]["claim"] == second
    assert (answer["message"], 'mark class="evidence' in answer["html"]) == ("accepted", True)
    (row,) = store.decisions()
    assert (row["claim_id"], row["reviewer"], row["reason"]) == (first, REVIEWER, "baik")
    late = client.post(f"{API}/decide", json=told)
    assert late.status_code == 409
    assert f"{REVIEWER} has accepted this claim" in late.json()["error"]
    assert len(store.decisions()) == 1


@pytest.mark.parametrize(
    ("told", "status", "said"),
    [
        ({}, 400, "lacks claim"),
        ({"claim": "zz", "action": "accept"}, 404, "no claim begins with this"),
        ({"action": "delete"}, 400, "not a decision"),
        ({"action": "correct", "key": "k", "typed": "goal"}, 400, "is not one of achieved, target"),
        ({"action": "correct", "key": "?", "typed": "goal"}, 400, "the key of no field"),
        ({"action": "correct", "evidence": {"start": 5, "end": 1}}, 400, "no words of the text"),
        ({"action": "correct", "evidence": {"start": "1"}}, 400, "needs the start and end"),
        ({"action": "accept", "filters": {"as_of_to": "soon"}}, 400, "soon is no day"),
        ({"action": "accept", "filters": [1]}, 400, "filters"),
    ],
)
def test_what_cannot_be_decided_is_explained(served: Served, told: dict[str, Any], status: int, said: str) -> None:
    client, claim = served.reviewer(), served.store().queue_ids(limit=1)[0]
    whole = {"claim": claim, "seen": None, **told} if told else told
    answer = client.post(f"{API}/decide", json=whole)
    assert (answer.status_code, said in answer.json()["error"]) == (status, True)
    assert served.store().decisions() == []


def test_the_text_of_an_article_is_always_escaped(served: Served) -> None:
    from extractor.model import Capture
    from extractor.pipeline import extract

    text = "Cakupan <img src=x onerror=alert(1)> di Jambi\nCakupan Jamsostek di Kota Jambi 41 persen, kata <script>."
    extraction = extract(text.encode(), media_type="text/plain", uri="javascript:alert(1)")
    document = extraction.document
    at = "2026-01-02T03:04:05Z"
    served.store().add(Capture(document.uri, at, "text/plain", document.sha256, text.encode()), extraction)
    claim = served.store().queue_ids(document=document.id)[0]
    page = served.client().get(f"/-/cakupan/review/{claim}").text
    assert "<img" not in page and "<script>" not in page and "&lt;img src=x" in page
    assert 'href="javascript' not in page


def test_the_control_of_a_field_offers_what_it_may_hold(served: Served) -> None:
    claim = served.store().queue(limit=1)[0]["claim_id"]
    html = served.client().get(f"{API}/field/{claim}/k").json()["html"]
    for kind in ("achieved", "target", "gap", "change", "denominator", "share", "planned"):
        assert f'value="{kind}"' in html
    assert served.client().get(f"{API}/field/{claim}/q").status_code == 404


def test_documents_are_compared_again_once_reviewing_pauses(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "PAUSE", 0.0)
    client, store = served.reviewer(), served.store()
    now = facts(client, store.queue_ids(limit=1)[0])
    client.post(f"{API}/decide", json={"claim": now["claim"], "seen": None, "action": "reject"})
    for _ in range(200):
        if store.status()["documents_to_compare"] == 0:
            break
        client.get("/-/cakupan/login")
    assert store.status()["documents_to_compare"] == 0
