"""Feeding from the page does what ``cakupan add`` does, and fetches for nobody from inside the network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from extractor.resources import data_folder

from .conftest import Served, Watch

ARTICLE = (
    "Cakupan Jamsostek di Lampung Baru 26,4 Persen\n"
    "Bandar Lampung (Kabar Rimba) - Cakupan kepesertaan BPJS Ketenagakerjaan di Provinsi Lampung baru "
    "mencapai 26,4 persen pada Maret 2024.\n"
    "Masih ada 1.200.000 pekerja di Lampung yang belum terlindungi program jaminan sosial ketenagakerjaan.\n"
)
FEED, ADDRESS = "/-/cakupan/api/feed", "/-/cakupan/api/feed/address"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """No database yet: the server makes one."""
    return tmp_path / "cakupan.db"


@pytest.fixture
def site() -> Iterator[str]:
    """A web site on this machine with the article under /berita."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/berita"
            self.send_response(200 if found else 404)
            self.send_header("content-type", "text/plain; charset=utf-8")
            self.end_headers()
            self.wfile.write(ARTICLE.encode() if found else b"")

        def log_message(self, *arguments: Any) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_file_is_read_and_stored(served: Served) -> None:
    answer = served.reviewer().post(f"{FEED}?name=lampung.txt", content=ARTICLE.encode())
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["state"] == "new"
    assert told["title"] == "Cakupan Jamsostek di Lampung Baru 26,4 Persen"
    assert told["count"] == 2
    assert [claim["value"] for claim in told["claims"]] == ["only 26.4%", "1,200,000 workers"]
    assert told["claims"][0]["about"] == "level reached · Lampung · all workers"
    store = served.store()
    assert {row["claim_id"] for row in store.claims()} == {claim["id"] for claim in told["claims"]}
    assert store.document(told["document"])["uri"].startswith("upload:lampung.txt#")


def test_feeding_is_what_add_does(served: Served, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from extractor.cli.app import cakupan

    source = data_folder("corpus") / "02-tabloid-jember.html"
    place = "https://contoh.example/jember"
    other = tmp_path / "by-add.db"
    done = CliRunner().invoke(cakupan, ["--db", str(other), "add", str(source), "--uri", place])
    assert done.exit_code == 0, done.output
    served.reviewer().post(f"{FEED}?name=jember.html&source={place}", content=source.read_bytes())
    from extractor.store import Store

    with Store.open(other, create=False) as store:
        (document,) = [row["id"] for row in store.documents()]
        assert served.store().extraction(document) == store.extraction(document)


def test_feeding_again_changes_nothing(served: Served) -> None:
    client = served.reviewer()
    first = client.post(f"{FEED}?name=a.txt", content=ARTICLE.encode()).json()
    again = client.post(f"{FEED}?name=a.txt", content=ARTICLE.encode()).json()
    assert again["state"] == "already stored, nothing changed"
    assert (again["document"], again["count"]) == (first["document"], first["count"])
    assert served.store().status()["tables"]["captures"] == 1


def test_two_files_of_one_name_are_two_documents(served: Served) -> None:
    client = served.reviewer()
    for words in (ARTICLE, ARTICLE.replace("26,4", "37,1").replace("Lampung", "Jambi")):
        assert client.post(f"{FEED}?name=page.txt", content=words.encode()).json()["state"] == "new"
    assert {row["version"] for row in served.store().documents()} == {1}


def test_pasted_text_with_its_address_is_a_version_of_the_article(served: Served) -> None:
    client, place = served.reviewer(), "https://contoh.example/lampung"
    client.post(f"{FEED}?source={place}", content=ARTICLE.encode())
    told = client.post(f"{FEED}?source={place}", content=ARTICLE.replace("26,4", "27,1").encode()).json()
    assert told["state"] == "new version of a known article"


def test_a_day_gives_the_year(served: Served) -> None:
    words = "Hal itu dikatakannya di Metro, Selasa (12/3).\n"
    told = served.reviewer().post(f"{FEED}?day=2019-03-14", content=words.encode()).json()
    dates = [row["value"]["start"] for row in served.store().mentions(told["document"]) if row["label"] == "DATE"]
    assert dates == ["2019-03-12"]


def test_figures_that_differ_elsewhere_are_told(served: Served) -> None:
    client = served.reviewer()
    client.post(f"{FEED}?name=a.txt", content=ARTICLE.encode())
    other = (
        "Jamsostek Lampung\nMetro (Suara Way) - Kepesertaan BPJS Ketenagakerjaan menjadi perhatian pemerintah daerah.\n"
        "Cakupan kepesertaan BPJS Ketenagakerjaan di Provinsi Lampung mencapai 31,9 persen pada Maret 2024.\n"
    )
    assert client.post(f"{FEED}?name=b.txt", content=other.encode()).json()["differing"] == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "There is nothing in it."),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        (b"%PDF-1.7 broken", ""),
        (bytes(range(256)) * 40, ""),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(served: Served, content: bytes, message: str) -> None:
    answer = served.reviewer().post(f"{FEED}?name=x.pdf", content=content)
    assert answer.status_code == 400
    assert message in answer.json()["error"]
    assert "\n" not in answer.json()["error"]
    assert served.store().status()["tables"]["documents"] == 0


def test_what_is_too_large_is_refused(served: Served) -> None:
    answer = served.reviewer().post(f"{FEED}?name=x.txt", content=b"a" * 20_000_001)
    assert answer.status_code == 413
    assert answer.json()["error"] == "Too much at once: more than 20 MB."


@pytest.mark.parametrize("query", ["day=12/3", "source=file:///etc/passwd", "source=javascript:alert(1)"])
def test_odd_answers_about_the_source_are_refused(served: Served, query: str) -> None:
    assert served.reviewer().post(f"{FEED}?{query}", content=ARTICLE.encode()).status_code == 400


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "ftp://contoh.example/", "-", "/etc/passwd", "*.html"])
def test_only_web_addresses_are_fetched(served: Served, address: str) -> None:
    answer = served.reviewer().post(ADDRESS, json={"address": address})
    assert answer.status_code == 400
    assert "http://" in answer.json()["error"]


def test_the_page_fetches_nothing_from_this_machine(served: Served, site: str) -> None:
    answer = served.reviewer().post(ADDRESS, json={"address": f"{site}/berita"})
    assert answer.status_code == 400
    assert "not on the open internet" in answer.json()["error"]
    assert served.store().status()["tables"]["documents"] == 0


def test_the_page_fetches_from_this_network_where_the_server_was_told_so(
    serve: Callable[..., Served], site: str
) -> None:
    served = serve(private_addresses=True)
    told = served.reviewer().post(ADDRESS, json={"address": f"{site}/berita"}).json()
    assert told["count"] == 2
    assert served.store().document(told["document"])["uri"] == f"{site}/berita"
    missing = served.reviewer().post(ADDRESS, json={"address": f"{site}/tidak-ada"})
    assert missing.status_code == 400
    assert "page not found (404)" in missing.json()["error"]


def test_a_fault_of_the_program_is_told_with_its_place(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("extractor.pipeline.extract", faulty)
    answer = served.reviewer().post(f"{FEED}?name=a.txt", content=ARTICLE.encode())
    assert answer.status_code == 400
    assert "ZeroDivisionError: by zero, test_feed.py line" in answer.json()["error"]


# In a browser


def test_files_are_fed_one_after_the_other(signed_in: Any, served: Served, watch: Watch, tmp_path: Path) -> None:
    watch.expected.add("status of 400")
    good, bad = tmp_path / "lampung.txt", tmp_path / "kosong.txt"
    good.write_text(ARTICLE, encoding="utf-8")
    bad.write_text(" ", encoding="utf-8")
    signed_in.goto("/-/cakupan/feed")
    signed_in.get_by_label("Files").set_input_files([good, bad])
    lines = signed_in.locator("#results > li")
    lines.filter(has_text="2 claims").wait_for()
    lines.filter(has_text="There is nothing in it.").wait_for()
    assert lines.count() == 2
    claim = lines.filter(has_text="2 claims").get_by_role("link", name="only 26.4%")
    assert claim.get_attribute("href") == f"/-/cakupan/review/{served.store().claims()[0]['claim_id']}"


def test_text_is_fed_by_keyboard(signed_in: Any) -> None:
    signed_in.goto("/-/cakupan/feed")
    signed_in.get_by_label("Text", exact=True).fill(ARTICLE)
    signed_in.keyboard.press("Tab")
    signed_in.keyboard.press("Enter")
    signed_in.locator("#results").get_by_text("2 claims").wait_for()
    assert signed_in.get_by_label("Text", exact=True).input_value() == ""


def test_a_file_is_dropped_anywhere(signed_in: Any) -> None:
    signed_in.goto("/-/cakupan/feed")
    script = "(text) => { const d = new DataTransfer(); d.items.add(new File([text], 'lampung.txt')); return d; }"
    dropped = signed_in.evaluate_handle(script, ARTICLE)
    signed_in.dispatch_event("h1", "drop", {"dataTransfer": dropped})
    signed_in.locator("#results").get_by_text("2 claims").wait_for()


def test_in_indonesian_the_answer_is_indonesian(new_page: Callable[..., Any], served: Served) -> None:
    page = new_page(locale="id-ID")
    page.goto(served.login_link())
    page.goto("/-/cakupan/feed")
    page.get_by_label("Teks", exact=True).fill(ARTICLE)
    page.get_by_role("button", name="Baca teks").click()
    page.locator("#results").get_by_text("baru 26,4%").wait_for()


def test_readers_see_no_controls(page: Any) -> None:
    page.goto("/-/cakupan/feed")
    assert page.locator("main form").count() == 0
    assert "Open the login link" in page.inner_text("main")
