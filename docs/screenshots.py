"""Takes the README's pictures of the pages: a database made from the corpus, served, seen in Chromium.

    python docs/screenshots.py            writes docs/overview.png, docs/review.png, docs/timeline.png

Needs what the browser tests need: ``pip install -e ".[test]"`` and a Chromium (Debian: ``apt install chromium``).
Documents, decisions, moments and window are the same in every run; only the machine's fonts can differ.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.checks import check_across
from extractor.evaluate import load_gold
from extractor.model import Capture
from extractor.pipeline import extract
from extractor.resources import data_folder
from extractor.store import Store
from extractor.web.serve import Options, bound_socket, build, server_of

FOLDER = Path(__file__).resolve().parent
MOMENT = "2026-01-05T03:00:00Z"
REVIEWER = "Siti Rahayu"
REGION = "62.02"
# region and value of the rates that were accepted; the others wait for review
ACCEPTED = {(REGION, value) for value in ("42.05", "41.1", "55.4")} | {
    ("ID", "43.15"), ("ID", "52.15"), ("13", "33"), ("17", "33.4"), ("17", "38"), ("75", "46.56"),
}  # fmt: skip
WIDTH = 1120
HEIGHTS = {"overview": 760, "review": 760, "timeline": 900}


def main() -> int:
    """Writes the three pictures; 1 where there is no Chromium."""
    chromium = os.environ.get("CAKUPAN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium here (Debian: apt install chromium)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cakupan.db"
        claim = fill(path)
        with served(path) as (url, token):
            take(chromium, url, token, claim)
    return 0


def fill(path: Path) -> str:
    """The corpus, read and in part reviewed; returns a claim that waits for review and is worth a look."""
    with Store.open(path) as store:
        for gold in load_gold(data_folder("corpus")):
            if gold.held_back:
                continue
            source = gold.path.read_bytes()
            extraction = extract(source, uri=f"https://contoh.example/{gold.path.name}")
            document = extraction.document
            store.add(Capture(document.uri, MOMENT, document.media_type, document.sha256, source), extraction)
        store.compare(check_across)
        rates = [row for row in store.claims(unit="percent") if row["indicator"] == "coverage_rate"]
        for row in rates:
            if (row["region_code"], row["value"]) in ACCEPTED:
                store.decide(row["claim_id"], "accept", reviewer=REVIEWER, at=MOMENT)
        return next(str(row["claim_id"]) for row in rates if _waits(row))


def _waits(row: Mapping[str, Any]) -> bool:
    return bool(row["region_code"] == REGION and row["segments"] == ["INFORMAL"])


@contextmanager
def served(path: Path) -> Iterator[tuple[str, str]]:
    """The address and a login token while the database is served."""
    datasette, site = build(Options(path, port=0, reviewer=REVIEWER), "a secret for pictures")
    server = server_of(datasette)
    listener = bound_socket("127.0.0.1", 0)
    port = listener.getsockname()[1]
    listener.listen()
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}/-/cakupan", site.new_token(REVIEWER)
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def take(chromium: str, url: str, token: str, claim: str) -> None:
    """The pictures, after a login."""
    from playwright.sync_api import sync_playwright

    pages = {"overview": "overview?sort=sources", "review": f"review/{claim}", "timeline": f"timeline/{REGION}"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu"])
        context = browser.new_context(locale="en-GB", reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{url}/login?token={token}")
        for name, place in pages.items():
            page.set_viewport_size({"width": WIDTH, "height": HEIGHTS[name]})
            page.goto(f"{url}/{place}")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
