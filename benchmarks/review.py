"""How quickly the review page answers on a full database, through the real HTTP interface.

    python benchmarks/review.py              100,000 claims, made first (about two minutes in all)
    python benchmarks/review.py --quick      5,000 claims
    python benchmarks/review.py --db many.db     a copy of a database made before (benchmarks/many_claims.py)
    python benchmarks/review.py --browser    then a hundred more by keyboard in Chromium (Debian: apt install chromium)

A reviewer looks at the queue, opens the first claim, and decides on a hundred claims as the page's script does:
accept, reject, flag, correct a field, undo; now and then a filter is set, a claim is opened as a page, all claims
of a document are decided and undone at once. Times are by the clock on the wall, client and server in one
process; each kind of request is told by its median and its worst, and the processor time of both at the median, which
a busy machine does not change. In the browser the time runs from the key to the next claim on the page. Exit code 1
when a median is above 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import httpx
from many_claims import CLAIMS, build

from extractor.web.serve import Options, bound_socket, server_of
from extractor.web.serve import build as build_site

REVIEWS = 100
LIMIT = 100.0  # milliseconds at the median
QUICK = 5_000
ACTIONS = ("accept", "accept", "accept", "reject", "accept", "flag", "correct", "accept", "undo", "accept")
KEYS = "aaxaaafaaxaaaaaxaaaa"
FILTERS = ("kind=target", "region=Jambi", "finding=disagrees", "segment=INFORMAL", "search=nelayan")


def main() -> None:
    """Prints the medians."""
    parser = argparse.ArgumentParser(description="Measures the review page.")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} claims")
    parser.add_argument("--db", type=Path, help="a database made before; it is copied")
    parser.add_argument("--browser", action="store_true", help="and by keyboard in Chromium")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.db"
        if options.db:
            shutil.copy(options.db, path)
        else:
            build(path, QUICK if options.quick else CLAIMS)
        with serving(path) as (address, link):
            times = measured(address, link)
        if options.browser:
            with serving(path) as (address, link):
                times["key to next claim, browser"] = by_keyboard(address, link)
    slow = report(times)
    sys.exit(1 if slow else 0)


@contextmanager
def serving(path: Path) -> Iterator[tuple[str, str]]:
    """A server on the database: its address and a link to log in with."""
    options = Options(path, port=0, reviewer="Benchmark")
    datasette, site = build_site(options, "a secret of the benchmark")
    server = server_of(datasette)
    listener = bound_socket(options.host, options.port)
    port = listener.getsockname()[1]
    listener.listen()
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}/-/cakupan/", f"login?token={site.new_token('Benchmark')}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


class Reviewer:
    """A client that notes how long each kind of request took."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.times: dict[str, list[tuple[float, float]]] = {}

    def get(self, kind: str, place: str) -> httpx.Response:
        """A page or JSON."""
        return self._timed(kind, lambda: self.client.get(place))

    def post(self, kind: str, place: str, told: dict[str, Any]) -> dict[str, Any]:
        """A change."""
        answer: dict[str, Any] = self._timed(kind, lambda: self.client.post(place, json=told)).json()
        return answer

    def _timed(self, kind: str, request: Any) -> httpx.Response:
        start, busy = time.perf_counter(), time.process_time()
        answer: httpx.Response = request()
        taken = (1000 * (time.perf_counter() - start), 1000 * (time.process_time() - busy))
        self.times.setdefault(kind, []).append(taken)
        answer.raise_for_status()
        return answer


def measured(address: str, link: str) -> dict[str, list[tuple[float, float]]]:
    """Reviews a hundred claims; the times of each kind of request in milliseconds."""
    with httpx.Client(base_url=address, timeout=60, follow_redirects=True, trust_env=False) as client:
        token = re.search(r'name="csrftoken" content="([^"]+)"', client.get(link).text)
        assert token, "the page after the login holds no token"
        client.headers["x-csrftoken"] = token[1]
        client.get("review")  # templates are compiled once per server
        reviewer = Reviewer(client)
        for _ in range(5):
            page = reviewer.get("page of the queue", "review").text
        first = re.search(r'href="[^"]*review/([0-9a-f]{16})', page)
        assert first, "the queue is empty"
        facts = reviewer.get("next claim", f"api/review/claim/{first[1]}").json()["facts"]
        filters = cycle(FILTERS)
        for number, action in zip(range(REVIEWS), cycle(ACTIONS), strict=False):
            facts = decide(reviewer, facts, action)
            if number % 5 == 0:
                reviewer.get("page of a claim", f"review/{facts['claim']}")
                reviewer.get("page of a filtered queue", f"review?{next(filters)}")
                facts = reviewer.get("next claim", f"api/review/next?after={facts['cursor']}").json()["facts"]
                reviewer.get("control of a field", f"api/review/field/{facts['claim']}/r")
            if number % 20 == 10:
                facts = bulk(reviewer, facts["document"])
    return reviewer.times


def by_keyboard(address: str, link: str) -> list[tuple[float, float]]:
    """Accepts, rejects and flags a hundred claims by keys alone; from each key to the next claim, in milliseconds."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CAKUPAN_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.exit("no Chromium here; install it (Debian: apt install chromium) or leave out --browser")
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu"])
        page = browser.new_page()
        page.goto(address + link)
        page.goto(f"{address}review")
        page.keyboard.press("Enter")
        page.wait_for_url("**/review/*")
        page.locator("mark.evidence").first.wait_for()
        for _, key in zip(range(REVIEWS), cycle(KEYS), strict=False):
            before, start, busy = page.url, time.perf_counter(), time.process_time()
            page.keyboard.press(key)
            page.wait_for_function(_NEXT, arg=before)
            times.append((1000 * (time.perf_counter() - start), 1000 * (time.process_time() - busy)))
        browser.close()
    return times


_NEXT = "before => location.href !== before && !document.querySelector('#card.busy')"


def decide(reviewer: Reviewer, facts: dict[str, Any], action: str) -> dict[str, Any]:
    """One decision as the page's script sends it; the facts of the claim shown next."""
    if action == "undo":
        told = reviewer.post("undo", "api/review/undo", {"filters": {}})
        return dict(told["facts"])
    told = {**{name: facts[name] for name in ("claim", "seen", "cursor")}, "action": action, "filters": {}}
    if action == "correct":
        shown = reviewer.post("correct", "api/review/decide", {**told, "key": "z", "typed": "peringkat dua"})
        return {**shown["facts"], "cursor": facts["cursor"]}
    return dict(reviewer.post("decide and next claim", "api/review/decide", told)["facts"])


def bulk(reviewer: Reviewer, document: str) -> dict[str, Any]:
    """All open claims of a document at once, and back; the facts of the claim shown then."""
    seen = reviewer.get("count for all at once", f"api/review/counted?document={document}").json()
    told = {**seen, "action": "accept", "filters": {"document": document}}
    reviewer.post("decide a document at once", "api/review/bulk", told)
    return dict(reviewer.post("undo a document at once", "api/review/undo", {})["facts"])


def report(times: dict[str, list[tuple[float, float]]]) -> list[str]:
    """Prints a line for each kind of request; returns those above the limit."""
    slow = []
    print(f"{'':28}{'median':>10}{'worst':>10}{'processor':>12}{'requests':>10}")
    for kind, taken in times.items():
        wall, busy = zip(*taken, strict=True)
        median = statistics.median(wall)
        print(f"{kind:28}{median:7.1f} ms{max(wall):7.1f} ms{statistics.median(busy):9.1f} ms{len(taken):10}")
        slow += [kind] if median > LIMIT else []
    return slow


if __name__ == "__main__":
    main()
