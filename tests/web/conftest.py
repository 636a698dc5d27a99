"""A served copy of a database made from the corpus, visitors without a browser, and a strict browser page.

``served`` is a running server on a copy of its own, ``shared`` one for all tests that change nothing.
``served.client()`` reads, ``served.reviewer()`` has logged in and sends the CSRF token. ``page`` (a
Playwright page) fails its test at the end when anything was written to the console as an error, a script
failed, or a request wanted to leave this machine; ``signed_in`` is the same page after the login.
Playwright's loop lives in the main thread while browser
tests run: nothing here may call ``asyncio.run`` there.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from extractor.model import Capture
from extractor.resources import data_folder
from extractor.store import Store
from extractor.web.serve import Options, bound_socket, build, server_of
from extractor.web.site import Site

REVIEWER = "Siti Rahayu"
REQUIRED = "CAKUPAN_BROWSER_TESTS"  # set to "required" where a missing browser is a failure
WAIT = 15_000  # milliseconds a browser test waits for what it expects


@pytest.fixture(scope="session")
def corpus_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documents, read and stored once; copy it, do not change it."""
    from extractor.checks import check_across
    from extractor.evaluate import load_gold
    from extractor.pipeline import extract

    path = tmp_path_factory.mktemp("corpus") / "corpus.db"
    with Store.open(path) as store:
        for gold in load_gold(data_folder("corpus")):
            if gold.held_back:
                continue
            source, uri = gold.path.read_bytes(), f"https://contoh.example/{gold.path.name}"
            extraction = extract(source, uri=uri)
            document = extraction.document
            moment = "2026-01-02T03:04:05Z"
            store.add(Capture(uri, moment, document.media_type, document.sha256, source), extraction)
        store.compare(check_across)
    return path


@pytest.fixture
def database(corpus_database: Path, tmp_path: Path) -> Path:
    """A copy of the corpus's database for one test."""
    return Path(shutil.copy(corpus_database, tmp_path / "cakupan.db"))


@dataclass
class Served:
    """A running server: its address, its database's file, and its visitors."""

    url: str
    database: Path
    site: Site
    stack: ExitStack = field(default_factory=ExitStack)

    def login_link(self, name: str = REVIEWER) -> str:
        return f"{self.url}/-/cakupan/login?token={self.site.new_token(name)}"

    def client(self, **headers: str) -> httpx.Client:
        """A visitor without a login; closed with the server."""
        return self.stack.enter_context(
            httpx.Client(
                base_url=self.url, headers=headers, timeout=20, follow_redirects=True, trust_env=False, verify=False
            )
        )

    def reviewer(self, name: str = REVIEWER) -> httpx.Client:
        """A visitor who has logged in; every request carries the CSRF token."""
        client = self.client()
        found = re.search(r'name="csrftoken" content="([^"]+)"', client.get(self.login_link(name)).text)
        assert found, "the page after the login holds no token"
        client.headers["x-csrftoken"] = found[1]
        return client

    def store(self) -> Store:
        """The same database, opened beside the server; closed with it."""
        return self.stack.enter_context(closing(Store.open(self.database, create=False)))


@contextmanager
def serving(options: Options) -> Iterator[Served]:
    """Serves in a thread of its own, and leaves neither a thread nor a connection behind."""
    datasette, site = build(options, "a secret of the tests")
    server = server_of(datasette)
    listener = bound_socket(options.host, options.port)
    port = listener.getsockname()[1]
    listener.listen()
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    served = Served(f"http://127.0.0.1:{port}", options.database, site)
    try:
        yield served
    finally:
        served.stack.close()
        server.should_exit = True
        thread.join(10)
        listener.close()
        for database in datasette.databases.values():
            database.close()
        datasette.executor.shutdown()
        assert not thread.is_alive(), "the server did not stop"


@pytest.fixture
def serve(database: Path) -> Iterator[Callable[..., Served]]:
    """Starts servers with options of their own: ``serve(read_only=True)``."""
    with ExitStack() as stack:
        usual = Options(database, port=0, reviewer=REVIEWER)
        yield lambda **options: stack.enter_context(serving(replace(usual, **options)))


@pytest.fixture
def served(serve: Callable[..., Served]) -> Served:
    return serve()


@pytest.fixture(scope="package")
def shared(corpus_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests that leave its database as it is; such a module makes it its ``served``."""
    path = Path(shutil.copy(corpus_database, tmp_path_factory.mktemp("shared") / "cakupan.db"))
    with serving(Options(path, port=0, reviewer=REVIEWER)) as served:
        yield served


# The browser


def chromium() -> str | None:
    """The system's Chromium."""
    told = os.environ.get("CAKUPAN_CHROMIUM")
    names = (told,) if told else ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    path = chromium()
    if path is None:
        message = "no Chromium here (Debian: apt install chromium); browser tests need one"
        if os.environ.get(REQUIRED) == "required":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watch:
    """What a page did that no page of ours may do.

    A test that provokes a refusal names a part of what the browser will say: ``watch.expected.add("status of 409")``.
    """

    wrong: list[str] = field(default_factory=list)
    expected: set[str] = field(default_factory=set)

    @property
    def unexpected(self) -> list[str]:
        return [wrong for wrong in self.wrong if not any(part in wrong for part in self.expected)]

    def console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"console: {message.text} ({message.location.get('url')})")

    def route(self, route: Any) -> None:
        """Lets a request through to this machine and nowhere else."""
        if httpx.URL(route.request.url).host in ("127.0.0.1", ""):
            route.continue_()
        else:
            self.wrong.append(f"left the machine: {route.request.url}")
            route.abort()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def new_page(browser: Any, served: Served, watch: Watch) -> Iterator[Callable[..., Any]]:
    """Opens pages, each in a context of its own: ``new_page(color_scheme="dark", locale="id-ID")``."""
    contexts = []

    def open_page(**options: Any) -> Any:
        context = browser.new_context(base_url=served.url, **{"locale": "en-GB", **options})
        contexts.append(context)
        context.set_default_timeout(WAIT)
        context.route("**/*", watch.route)
        page = context.new_page()
        page.on("console", watch.console)
        page.on("pageerror", lambda error: watch.wrong.append(f"script: {error}"))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not watch.unexpected, "\n".join(watch.unexpected)


@pytest.fixture
def page(new_page: Callable[..., Any]) -> Any:
    return new_page()


@pytest.fixture
def signed_in(page: Any, served: Served) -> Any:
    """The page, logged in as the reviewer; it stands on the overview."""
    page.goto(served.login_link())
    return page


@pytest.fixture
def accessible() -> Callable[..., None]:
    """Fails on every violation that axe calls serious or critical; ``only`` some of its rules where named.

    It takes a second for a hundred rows of a table: give it short ones.
    """
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def check(page: Any, only: Sequence[str] = ()) -> None:
        options = {"runOnly": list(only)} if only else None
        grave = [
            f"{rule['id']} ({rule['impact']}): {node['target']} {node.get('failureSummary', '')}"
            for rule in axe.run(page, options=options).response["violations"]
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]
        assert not grave, "\n".join([page.url, *grave])

    return check
