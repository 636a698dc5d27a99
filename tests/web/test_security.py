"""Safe by default: who may read, who may write, and what an article may not do to its reader."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import CakupanError
from extractor.model import Capture, Official
from extractor.pipeline import extract
from extractor.store import Store
from extractor.web.plugin import register_routes
from extractor.web.security import ROOT, clean_name, local_path
from extractor.web.serve import Options, ServerError, bound_socket, kept_secret

from .conftest import REVIEWER, Served
from .pages import PAGES, Strict

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'&amp;"
ARTICLE = (
    f"Cakupan Jamsostek di Lampung 26,4 Persen {HOSTILE}\n"
    "Bandar Lampung - Cakupan kepesertaan BPJS Ketenagakerjaan di Provinsi Lampung baru mencapai 26,4 persen "
    f"{HOSTILE} pada Maret 2024, kata Kepala Dinas Tenaga Kerja Lampung Rahmat Wicaksono.\n"
    f"Kewajiban itu diatur dalam Inpres Nomor 2 Tahun 2021 {HOSTILE}.\n"
)


@pytest.fixture
def served(shared: Served) -> Served:
    """Nothing here writes to the database."""
    return shared


def url(place: str) -> str:
    return f"{ROOT}{place}"


def pages() -> list[str]:
    """The patterns of every route of ours that answers with HTML."""
    routes = [pattern.removeprefix(f"^{ROOT}").removesuffix("$") for pattern, _ in register_routes()]
    return [pattern for pattern in routes if not pattern.startswith(("api/", "export/", "language"))]


# The Host header


@pytest.mark.parametrize("path", ["/", "/cakupan", "/cakupan/claims.json", url("overview"), url("login?token=x")])
def test_a_foreign_host_gets_nothing(served: Served, path: str) -> None:
    answer = served.client(host="rebound.example").get(path)
    assert answer.status_code == 421
    assert "--allow-host" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8001", "LOCALHOST", "[::1]:80"])
def test_names_of_this_machine_are_answered(served: Served, host: str) -> None:
    assert served.client(host=host).get(url("overview")).status_code == 200


@pytest.mark.parametrize("host", ["", "localhost@rebound.example", "localhost.rebound.example", "192.168.1.2", "[::1"])
def test_what_only_looks_like_this_machine_is_not(served: Served, host: str) -> None:
    assert served.client(host=host).get(url("overview")).status_code in (400, 421)


def test_a_further_host_can_be_allowed(serve: Callable[..., Served]) -> None:
    served = serve(hosts=("Cakupan.Example",))
    assert served.client(host="cakupan.example").get(url("overview")).status_code == 200


def test_on_the_network_addresses_are_answered_and_names_are_not(serve: Callable[..., Served]) -> None:
    served = serve(host="0.0.0.0")
    assert served.client(host="192.168.1.2:8001").get(url("overview")).status_code == 200
    assert served.client(host="rebound.example").get(url("overview")).status_code == 421


# Logging in


def test_a_login_link_works_once(served: Served) -> None:
    link = served.login_link()
    first, second = served.client(), served.client()
    assert REVIEWER in first.get(link).text
    again = second.get(link)
    assert again.status_code == 403
    assert "was used already" in again.text
    assert REVIEWER not in second.get(url("overview")).text


def test_looking_at_a_link_does_not_use_it_up(served: Served) -> None:
    link = served.login_link()
    served.client().head(link)
    assert REVIEWER in served.client().get(link).text


@pytest.mark.parametrize("token", ["", "x", "☃", "../", "a" * 5000])
def test_a_wrong_token_logs_nobody_in(served: Served, token: str) -> None:
    client = served.client()
    client.get(url("login"), params={"token": token})
    assert "ds_actor" not in client.cookies


def test_the_cookie_is_kept_from_scripts_and_other_sites(served: Served) -> None:
    client = served.client()
    client.follow_redirects = False
    cookie = client.get(served.login_link()).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_a_forged_cookie_is_nobody(served: Served) -> None:
    client = served.reviewer()
    value = client.cookies["ds_actor"]
    client.cookies.set("ds_actor", value[:-2] + ("AA" if value[-2:] != "AA" else "BB"), domain="127.0.0.1", path="/")
    assert client.post(url("api/name"), json={"name": "Budi"}).status_code == 403


def test_a_login_survives_a_restart(serve: Callable[..., Served]) -> None:
    cookies = serve().reviewer().cookies
    again = serve().client()
    again.cookies.update(cookies)
    assert REVIEWER in again.get(url("overview")).text


def test_a_login_holds_for_its_database_only(serve: Callable[..., Served], tmp_path: Path) -> None:
    cookies = serve().reviewer().cookies
    other = serve(database=tmp_path / "other.db").client()
    other.cookies.update(cookies)
    assert "Reading only" in other.get(url("overview")).text
    assert other.post(url("api/invite"), json={"name": "Budi"}).status_code == 403


def test_logging_out_ends_it(served: Served) -> None:
    client = served.reviewer()
    assert client.post(url("api/logout"), json={}).status_code == 200
    assert "Reading only" in client.get(url("overview")).text


def test_a_reviewer_called_root_is_not_datasettes_root(served: Served) -> None:
    client = served.reviewer("root")
    assert client.get("/-/permissions").status_code == 403
    assert client.get("/-/actor.json").json()["actor"]["id"] == "reviewer"


def test_a_reviewer_takes_another_name(served: Served) -> None:
    client = served.reviewer()
    assert client.post(url("api/name"), json={"name": "  Budi\n\x07 Santoso  "}).status_code == 200
    assert ">Budi Santoso<" in client.get(url("overview")).text
    assert client.post(url("api/name"), json={"name": " \n "}).status_code == 400


def test_an_invited_reviewer_has_a_login_of_their_own(served: Served) -> None:
    path = served.reviewer().post(url("api/invite"), json={"name": "Budi"}).json()["path"]
    assert ">Budi<" in served.client().get(path).text


def test_names_are_one_line() -> None:
    assert clean_name("Siti\u202e\n Rahayu\x00") == "Siti Rahayu"
    assert len(clean_name("a" * 500)) == 80


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("/-/cakupan/review?region=15", "/-/cakupan/review?region=15"),
        (None, "/-/cakupan/overview"),
        ("https://rebound.example/-/cakupan/", "/-/cakupan/overview"),
        ("//rebound.example/-/cakupan/", "/-/cakupan/overview"),
        ("/-/logout", "/-/cakupan/overview"),
        ("/-/cakupan/../logout", "/-/cakupan/overview"),
        ("/-/cakupan/\\rebound", "/-/cakupan/overview"),
        ("/-/cakupan/x\r\nset-cookie: a=b", "/-/cakupan/overview"),
        ("/-/cakupan/login?token=x", "/-/cakupan/overview"),
    ],
)
def test_nobody_is_sent_elsewhere(told: str | None, place: str) -> None:
    assert local_path(told) == place


# Writing

WRITES = ("api/name", "api/invite", "api/logout", "api/feed", "api/feed/address")


@pytest.mark.parametrize("place", WRITES)
def test_writing_needs_a_login(served: Served, place: str) -> None:
    client = served.client()
    answer = client.post(url(place), json={"name": "Budi"})
    assert answer.status_code == 403
    assert "login link" in answer.json()["error"]


@pytest.mark.parametrize("place", WRITES)
@pytest.mark.parametrize("token", [None, "", "forged"])
def test_writing_needs_the_csrf_token(served: Served, place: str, token: str | None) -> None:
    client = served.reviewer()
    del client.headers["x-csrftoken"]
    headers = {} if token is None else {"x-csrftoken": token}
    assert client.post(url(place), json={"name": "Budi"}, headers=headers).status_code == 403


def test_a_bearer_token_does_not_replace_the_csrf_token(served: Served) -> None:
    client = served.reviewer()
    del client.headers["x-csrftoken"]
    answer = client.post(url("api/invite"), json={"name": "Budi"}, headers={"authorization": "Bearer x"})
    assert answer.status_code == 403
    assert "too old" in answer.json()["error"]


def test_another_site_cannot_write_even_with_the_token(served: Served) -> None:
    answer = served.reviewer().post(url("api/invite"), json={"name": "Budi"}, headers={"origin": "http://127.0.0.1:1"})
    assert answer.status_code == 403


@pytest.mark.parametrize("place", WRITES)
def test_addresses_that_change_something_answer_post_only(served: Served, place: str) -> None:
    assert served.reviewer().get(url(place)).status_code == 405


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"x"', b"\xff"])
def test_what_is_no_json_object_is_refused(served: Served, body: bytes) -> None:
    answer = served.reviewer().post(url("api/name"), content=body)
    assert answer.status_code == 400
    assert answer.json() == {"error": "The request holds no JSON object.", "language": "en"}


def test_a_body_that_is_too_large_is_refused(served: Served) -> None:
    answer = served.reviewer().post(url("api/name"), content=b" " * 1_000_001)
    assert answer.status_code == 413
    assert "1 MB" in answer.json()["error"]


def test_read_only_means_nobody_writes(serve: Callable[..., Served]) -> None:
    served = serve(read_only=True)
    client = served.client()
    answer = client.get(url(f"login?token={served.site.new_token('Budi')}"))
    assert answer.status_code == 403
    assert "reading only" in answer.text
    assert "ds_actor" not in client.cookies
    assert client.get(url("overview")).status_code == 200


def test_a_login_from_before_does_not_write_where_all_is_read_only(serve: Callable[..., Served]) -> None:
    cookies = serve().reviewer().cookies
    client = serve(read_only=True).client()
    client.cookies.update(cookies)
    assert client.post(url("api/invite"), json={"name": "Budi"}).status_code == 403


def test_private_means_reading_needs_a_login_too(serve: Callable[..., Served]) -> None:
    served = serve(private=True)
    stranger, reviewer = served.client(), served.reviewer()
    for path in (
        url("overview"),
        url("timeline/ID"),
        url("export/csv"),
        url("api/review/next"),
        "/cakupan",
        "/cakupan/claims.json",
        "/cakupan.json?sql=select+1",
        "/-/databases.json",
    ):
        assert stranger.get(path).status_code == 403, path
        assert reviewer.get(path).status_code == 200, path
    assert "Reading needs a login" in stranger.get(url("overview")).text
    assert stranger.get(url("login")).status_code == 200


# What our pages hold


def test_every_page_is_held_to_these_rules() -> None:
    assert set(pages()) == set(PAGES)


@pytest.mark.parametrize("place", [*PAGES.values(), "regulations/none", "nowhere"])
def test_nothing_is_inline_and_nothing_is_foreign(served: Served, place: str) -> None:
    place = place.replace("{claim}", served.store().claims()[0]["claim_id"])
    for client in (served.client(), served.reviewer()):
        answer = client.get(url(place))
        if place == "nowhere":
            assert answer.status_code == 404
            return
        assert answer.status_code == (404 if place.endswith("none") else 200)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert Strict(answer.text).wrong == []


def test_json_has_the_same_headers(served: Served) -> None:
    answer = served.client().post(url("api/name"), json={})
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.fixture
def poisoned(serve: Callable[..., Served], tmp_path: Path) -> Served:
    """Served: a document whose every text is hostile."""
    path = tmp_path / "poisoned.db"
    source = ARTICLE.encode()
    read = extract(source, media_type="text/plain", uri="javascript:alert(1)//<script>")
    document = replace(read.document, title=HOSTILE, publisher=HOSTILE, byline=HOSTILE)
    official = Official(HOSTILE, position=HOSTILE, organisation=HOSTILE)
    claims = tuple(
        replace(claim, speaker=official, region=replace(claim.region, name=HOSTILE), plan=(HOSTILE,))
        for claim in read.claims
    )
    assert claims, "the article must yield a claim"
    mentions = tuple(
        replace(mention, value=official) if mention.label == "OFFICIAL" else mention for mention in read.mentions
    )
    extraction = replace(read, document=document, claims=claims, mentions=mentions)
    with Store.open(path) as store:
        store.add(Capture(document.uri, "2026-01-02T03:04:05Z", "text/plain", document.sha256, source), extraction)
    return serve(database=path)


def hostile_places(served: Served) -> list[str]:
    claim = served.store().claims()[0]["claim_id"]
    name = "".join(f"%{byte:02X}" for byte in HOSTILE.encode())
    told = {**PAGES, "officials/(?P<name>[^/]+)": f"officials/{name}"}
    return [
        *(place.replace("{claim}", claim) for place in told.values()),
        f"regulations/{name}",
        f"officials?find={name}",
    ]


def test_article_text_is_always_escaped(poisoned: Served) -> None:
    client, shown = poisoned.reviewer(), 0
    for place in hostile_places(poisoned):
        text = client.get(url(place)).text
        assert Strict(text).wrong == [], place
        assert "onerror=alert(1)>" not in text.replace("&gt;", ""), place
        shown += "&lt;script&gt;" in text
    assert shown >= 4, "the hostile texts must be seen somewhere, or nothing is proved"


def test_hostile_text_does_nothing_in_a_browser(new_page: Callable[..., Any], poisoned: Served, watch: Any) -> None:
    watch.expected.add("status of 404")
    page = new_page()
    page.on("dialog", lambda dialog: watch.wrong.append(f"dialog: {dialog.message}"))
    page.goto(poisoned.login_link())
    for place in hostile_places(poisoned):
        page.goto(poisoned.url + url(place))


# The server itself


def test_the_secret_is_the_users_own_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "cakupan"
    secret = kept_secret(folder)
    assert len(secret) == 64
    assert kept_secret(folder) == secret
    assert [path.name for path in folder.iterdir()] == ["serve-secret"]
    if os.name == "posix":
        assert stat.S_IMODE((folder / "serve-secret").stat().st_mode) == 0o600


def test_without_a_place_for_the_secret_there_is_one_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(kept_secret(tmp_path / "file" / "cakupan")) == 64
    (tmp_path / "serve-secret").write_text("short")
    assert len(kept_secret(tmp_path)) == 64


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    listener = bound_socket("127.0.0.1", 0)
    listener.listen()
    port = listener.getsockname()[1]
    with pytest.raises(ServerError, match="choose another --port"):
        bound_socket("127.0.0.1", port)
    listener.close()


def test_only_this_machine_is_served_unless_told_otherwise(tmp_path: Path) -> None:
    assert Options(tmp_path / "x.db").host == "127.0.0.1"


def test_server_errors_are_told_like_all_others() -> None:
    assert issubclass(ServerError, CakupanError)


def test_json_never_ends_the_script_it_stands_in(served: Served) -> None:
    text = served.client(**{"accept-language": "id"}).get(url("overview")).text
    block = re.search(r'id="cakupan-messages">(.*?)</script>', text, re.S)
    assert block
    assert "<" not in block[1]
    assert json.loads(block[1])
