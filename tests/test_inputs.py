from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest

from extractor.inputs import Failure, Input, Skipped, expand

NOW = datetime(2025, 3, 4, 2, 0, tzinfo=timezone.utc)
Answer = Callable[[httpx.Request], httpx.Response]


def get(
    *inputs: str, stdin: bytes = b"", limit: int = 1000, answer: Answer | None = None
) -> Sequence[Input | Failure | Skipped]:
    client = httpx.Client(transport=httpx.MockTransport(answer), follow_redirects=True) if answer else None
    return list(expand(inputs, stdin=io.BytesIO(stdin), clock=lambda: NOW, limit=limit, client=client))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.html", "a.txt", "dalam/c.MD", "dalam/tanpa", "a.json", "b.py", ".git/d.txt", "README.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"%PDF-1.4" if name.endswith("tanpa") else name.encode())
    return tmp_path


def names(found: Sequence[Input | Failure | Skipped], kind: type, root: Path) -> list[str]:
    where = [item.uri if isinstance(item, Input) else item.where for item in found if isinstance(item, kind)]
    return [Path(name).relative_to(root).as_posix() for name in where]


def test_a_folder_gives_its_documents_and_counts_the_rest(folder: Path) -> None:
    found = get(str(folder))
    assert names(found, Input, folder) == ["a.txt", "b.html", "dalam/c.MD", "dalam/tanpa"]
    assert names(found, Skipped, folder) == ["README.md", "a.json", "b.py"]
    assert Input(str(folder / "a.txt"), b"a.txt", NOW) in found


def test_a_file_named_directly_is_given_whatever_its_kind(folder: Path) -> None:
    assert get(str(folder / "b.py")) == [Input(str(folder / "b.py"), b"b.py", NOW)]


def test_a_quoted_glob(folder: Path) -> None:
    assert names(get(str(folder / "**" / "*.html")), Input, folder) == ["b.html"]
    assert names(get(str(folder / "*")), Skipped, folder) == ["README.md", "a.json", "b.py"]
    (failure,) = get(str(folder / "*.docx"))
    assert failure == Failure(
        str(folder / "*.docx"), "no file matches this pattern; check it and quote it for the shell"
    )


def test_a_relative_glob(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [item.uri for item in get("dalam/*.MD") if isinstance(item, Input)] == ["dalam/c.MD"]


def test_a_file_with_brackets_in_its_name_is_no_glob(tmp_path: Path) -> None:
    file = tmp_path / "rilis [1].txt"
    file.write_bytes(b"x")
    assert get(str(file)) == [Input(str(file), b"x", NOW)]


def test_each_file_comes_once(folder: Path) -> None:
    assert len([item for item in get(str(folder), str(folder / "a.txt"), str(folder)) if isinstance(item, Input)]) == 4


def test_standard_input() -> None:
    assert get("-", stdin=b"isi") == [Input("-", b"isi", NOW)]


def test_what_fails_does_not_stop_the_others(folder: Path) -> None:
    missing = str(folder / "tidak-ada.html")
    found = get(missing, str(folder / "a.txt"))
    assert found == [
        Failure(missing, "no such file or folder; check the path"),
        Input(str(folder / "a.txt"), b"a.txt", NOW),
    ]


def test_an_empty_folder_fails(tmp_path: Path) -> None:
    (failure,) = get(str(tmp_path))
    assert isinstance(failure, Failure)
    assert failure.message.startswith("an empty folder; put documents")


def test_the_size_limit_holds_for_files_stdin_and_addresses(tmp_path: Path) -> None:
    file = tmp_path / "besar.txt"
    file.write_bytes(b"x" * 11)
    found = get(
        str(file),
        "-",
        "https://kabar.example/a",
        stdin=b"x" * 11,
        limit=10,
        answer=lambda _: httpx.Response(200, content=b"x" * 11, headers={"content-type": "text/html"}),
    )
    assert [item.message for item in found if isinstance(item, Failure)] == [
        "larger than 10 bytes; raise the size limit or give a smaller file"
    ] * 3
    assert isinstance(get(str(file), limit=11)[0], Input)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x")
    file.chmod(0)
    (failure,) = get(str(tmp_path))
    assert failure == Failure(str(file), "not readable for this user; change its permissions")


def test_an_address_gives_its_bytes_type_and_final_place() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/lama":
            return httpx.Response(301, headers={"location": "https://kabar.example/baru"})
        return httpx.Response(200, content=b"<p>", headers={"content-type": "text/html; charset=utf-8"})

    (found,) = get("https://kabar.example/lama", answer=answer)
    assert found == Input("https://kabar.example/baru", b"<p>", NOW, "text/html; charset=utf-8")


def raising(error: Exception) -> Answer:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error

    return answer


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda _: httpx.Response(404), "page not found (404); check the address"),
        (lambda _: httpx.Response(403), "access refused (403); open it in a browser and save the page"),
        (lambda _: httpx.Response(500), "the server answered 500 Internal Server Error; try again later"),
        (
            lambda _: httpx.Response(200, content=b"x", headers={"content-type": "image/jpeg"}),
            "not a document but image/jpeg; give the address of an article or a PDF",
        ),
        (
            raising(httpx.ReadTimeout("late")),
            "no answer in time; try again, or save the page and give the file",
        ),
        (
            raising(httpx.ConnectError("Name or service not known")),
            "cannot be fetched (Name or service not known); check the address and the network",
        ),
        (
            lambda _: httpx.Response(302, headers={"location": "https://kabar.example/a"}),
            "redirects in a circle; open it in a browser and save the page",
        ),
    ],
    ids=["404", "403", "500", "picture", "timeout", "no-host", "circle"],
)
def test_an_address_that_fails_says_what_to_do(answer: Answer, message: str) -> None:
    assert get("https://kabar.example/a", answer=answer) == [Failure("https://kabar.example/a", message)]


def test_a_server_that_gives_no_type_is_believed_to_send_a_document() -> None:
    (found,) = get("http://kabar.example/a", answer=lambda _: httpx.Response(200, content=b"x"))
    assert isinstance(found, Input)
    assert found.media_type is None


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/lama":
            self.send_response(302)
            self.send_header("Location", "/baru")
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(self.headers["User-Agent"].encode())

    def log_message(self, *_: object) -> None:
        """Keeps the test's output clean."""


def test_the_usual_client_follows_redirects_and_says_who_it_is() -> None:
    with HTTPServer(("127.0.0.1", 0), _Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}"
        (found,) = get(f"{root}/lama")
        server.shutdown()
    assert isinstance(found, Input)
    assert found.uri == f"{root}/baru"
    assert found.source.startswith(b"cakupan ")
