"""Pages speak the reader's language: what they chose, else what their browser asks for, else English."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.web.languages import language_of

from .conftest import Served


@pytest.fixture
def served(shared: Served) -> Served:
    """Nothing here writes to the database."""
    return shared


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [
        (None, None, "en"),
        (None, "id", "id"),
        (None, "id-ID,id;q=0.9,en;q=0.8", "id"),
        (None, "en-US,en;q=0.9,id;q=0.8", "en"),
        (None, "fr,de;q=0.9,id;q=0.5", "id"),
        (None, "fr", "en"),
        (None, "id;q=0,en;q=0.1", "en"),
        (None, "id;q=x, ;;, en", "en"),
        (None, "ID-id", "id"),
        ("id", "en", "id"),
        ("en", "id", "en"),
        ("fr", "id", "id"),
    ],
)
def test_which_language(cookie: str | None, accepted: str | None, language: str) -> None:
    assert language_of(cookie, accepted) == language


def test_a_page_follows_the_browser(served: Served) -> None:
    text = served.client(**{"accept-language": "id-ID,id;q=0.9"}).get("/-/cakupan/overview").text
    assert '<html lang="id">' in text
    assert "<h1>Ikhtisar</h1>" in text


def test_the_link_switches_and_stays_on_the_page(served: Served) -> None:
    client = served.client()
    answer = client.get("/-/cakupan/language?to=id&next=/-/cakupan/officials%3Ffind%3Dwiratmo")
    assert answer.url.path == "/-/cakupan/officials"
    assert answer.url.params["find"] == "wiratmo"
    assert '<html lang="id">' in answer.text
    assert "<h1>Ikhtisar</h1>" in client.get("/-/cakupan/overview").text


def test_an_unknown_language_is_not_taken(served: Served) -> None:
    client = served.client()
    assert '<html lang="en">' in client.get("/-/cakupan/language?to=%3Cscript%3E").text
    assert not client.cookies


def test_errors_are_in_the_language_of_the_page(served: Served) -> None:
    client = served.client(**{"accept-language": "id"})
    assert "Tidak ada dokumen yang mengutip UU 1/1900." in client.get("/-/cakupan/regulations/UU%201%2F1900").text
    assert client.post("/-/cakupan/api/invite", json={}).json()["language"] == "id"


def test_a_reader_switches_in_the_browser(new_page: Any) -> None:
    page = new_page(locale="id-ID")
    page.goto("/-/cakupan/regulations")
    assert page.get_by_role("heading", level=1).inner_text() == "Peraturan"
    page.get_by_role("link", name="English").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Regulations"
    page.get_by_role("link", name="Officials").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Officials"
