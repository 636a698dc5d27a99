"""Feeding from the page: an address, pasted text or a file, through the same door as ``cakupan add``."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import PurePath
from typing import Any

from datasette.utils.asgi import Response

from extractor import clock, feeding, labels
from extractor.errors import UnreadableInput
from extractor.i18n import N_, Words
from extractor.inputs import SIZE_LIMIT, Failure, Input, expand
from extractor.store import Store
from extractor.web.visit import Refused, Visit, action, page

NO_ADDRESS = N_("Give an address that begins with http:// or https://.")
NO_DAY = N_("{day} is no day; write it as 2024-12-31.")
NOTHING = N_("There is nothing in it.")
STATES = {
    "new": N_("new"),
    "unchanged": N_("already stored, nothing changed"),
    "new_version": N_("new version of a known article"),
    "known_text": N_("text already known from elsewhere"),
}
_FIRST = 5  # claims told of a document
_ADDRESSES = ("http://", "https://")

# One document is read at a time: the language library is not made for several threads.
_reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="cakupan-feed")


async def show(visit: Visit) -> Response:
    """The page."""
    return await visit.page("cakupan_feed.html", {"limit": SIZE_LIMIT, "megabytes": f"{SIZE_LIMIT / 1_000_000:g}"})


async def fetch(visit: Visit) -> dict[str, Any]:
    """Fetches and stores ``{"address"}``, with the same fetcher and limits as the command line.

    Addresses of this machine and of private networks are refused unless the server was told otherwise.
    """
    told = await visit.json()
    address = str(told.get("address") or "").strip()
    if not address.lower().startswith(_ADDRESSES):
        raise Refused(400, visit.words.text(NO_ADDRESS))
    public_only = not visit.site.private_addresses

    def get() -> Any:
        return list(expand([address], stdin=io.BytesIO(), clock=clock.now, public_only=public_only))

    (item,) = await asyncio.to_thread(get)
    if isinstance(item, Failure):
        raise UnreadableInput(f"{address}: {item.message}")
    return await _fed(visit, item, item.uri, told.get("day"))


async def take(visit: Visit) -> dict[str, Any]:
    """Stores the body of the request: a file called ``?name=``, or pasted text without a name.

    ``source`` is the address it is from, ``day`` when it was read or published. A file without an address is
    called by its name and its bytes, so that two files of one name are two documents.
    """
    source = visit.argument("source")
    if source and not source.lower().startswith(_ADDRESSES):
        raise Refused(400, visit.words.text(NO_ADDRESS))
    content = await visit.body(SIZE_LIMIT)
    if not content.strip():
        raise Refused(400, visit.words.text(NOTHING))
    name = PurePath((visit.argument("name") or "").replace("\\", "/")).name
    uri = source or (f"upload:{name}#{hashlib.sha256(content).hexdigest()[:8]}" if name else None)
    return await _fed(visit, Input(name or "-", content, clock.now()), uri, visit.argument("day"))


async def _fed(visit: Visit, item: Input, uri: str | None, day: Any) -> dict[str, Any]:
    reference_date = _day(visit.words, day)

    def work() -> dict[str, Any]:
        with Store.open(visit.path, create=False) as store:
            fed = feeding.feed(store, item, uri=uri, reference_date=reference_date)
            differing = sum(row["verdict"] == "disagrees" for row in feeding.compare(store))
            return {**_told(visit.words, fed, store.document(fed.added.document)), "differing": differing}

    told = await asyncio.get_running_loop().run_in_executor(_reader, work)
    return {**told, "url": f"{visit.datasette.urls.database(visit.name)}/documents/{told['document']}"}


def _day(words: Words, told: Any) -> date | None:
    if not told:
        return None
    try:
        return date.fromisoformat(str(told))
    except ValueError as error:
        raise Refused(400, words.text(NO_DAY, day=told)) from error


def _told(words: Words, fed: feeding.Fed, document: Mapping[str, Any]) -> dict[str, Any]:
    """What was found, in words."""
    verdicts = {name: sum(row["verdict"] == name for row in fed.findings) for name in labels.CODES["verdict"]}
    return {
        "document": fed.added.document,
        "state": words.text(STATES[fed.added.status]),
        "title": document["title"],
        "publisher": document["publisher"],
        "published": words.period(labels.dated(document, "published")) if document["published_start"] else None,
        "near_copy_of": fed.near_copy_of,
        "notes": list(fed.notes),
        "count": len(fed.claims),
        "claims": [_claim(words, claim) for claim in fed.claims[:_FIRST]],
        "checks": [
            {"verdict": name, "label": labels.label(words, "verdict", name), "count": count}
            for name, count in verdicts.items()
            if count
        ],
    }


def _claim(words: Words, claim: Mapping[str, Any]) -> dict[str, str]:
    parts = [labels.kind(words, claim), labels.region(words, claim), labels.segments(words, claim["segment"])]
    return {"id": claim["id"], "value": labels.value(words, claim), "about": " · ".join(parts)}


ROUTES = [page(r"feed", show), action(r"api/feed", take), action(r"api/feed/address", fetch)]
