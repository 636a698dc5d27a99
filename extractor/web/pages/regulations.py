"""The regulations that documents cite: which, by whom, in what words, and what does not fit the register."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from datasette.utils.asgi import Response

from extractor.errors import UnknownItem
from extractor.i18n import N_, Words
from extractor.labels import dated
from extractor.regions import register
from extractor.regulations import lookup
from extractor.store import Store
from extractor.web.visit import Visit, page

Row = Mapping[str, Any]

SHOWN = 300  # in the list; more are found by their words
NO_REGULATION = N_("No document cites {regulation}.")


async def listing(visit: Visit) -> Response:
    """All of them, the most cited first; ``find`` a part of citation or title."""

    def read(store: Store) -> Any:
        return store.regulations(), store.doubted_citations()

    cited, doubted = await visit.store(read)
    find = (visit.argument("find") or "").strip()
    rows = [{**row, "title": _title(row), "of": _issuer(row)} for row in cited]
    fits = [row for row in rows if find.casefold() in f"{row['citation']} {row['title'] or ''} {row['of']}".casefold()]
    fits.sort(key=lambda row: (-row["sources"], row["citation"]))
    context = {
        "rows": [{**row, "last": visit.words.date(row["last_published"])} for row in fits[:SHOWN]],
        "more": len(fits) - SHOWN,
        "all": len(rows),
        "find": find,
        "doubted": [] if find else [{**row, "published": visit.words.date(row["published_start"])} for row in doubted],
    }
    return await visit.page("cakupan_regulations.html", context)


async def one(visit: Visit) -> Response:
    """One regulation: every document that cites it, with the words around each citation."""
    name = visit.part("id")
    rows = await visit.store(lambda store: store.citations(name))
    if not rows:
        raise UnknownItem(visit.words.text(NO_REGULATION, regulation=name))
    first = json.loads(rows[0]["value"])
    context = {
        "citation": first["id"],
        "title": _title(first),
        "of": _issuer(first),
        "documents": [
            _document(visit.words, list(told)) for _, told in groupby(rows, key=lambda row: row["document_id"])
        ],
    }
    return await visit.page("cakupan_regulation.html", context)


def _document(words: Words, rows: Sequence[Row]) -> dict[str, Any]:
    """A document with its citations; of a finding about several of them one."""
    findings = {row["message"]: row for row in rows if row["verdict"] not in (None, "agrees")}
    return {
        **rows[0],
        "published": words.period(dated(rows[0], "published")) if rows[0]["published_start"] else "",
        "citations": [{**row, **_around(row), "articles": _articles(row)} for row in rows],
        "findings": list(findings.values()),
    }


def _around(row: Row) -> dict[str, str]:
    """The words before and after a citation in its own paragraph, cut at a word."""
    before, after = row["before"].rpartition("\n")[2], row["after"].partition("\n")[0]
    if before == row["before"]:
        before = "… " + before.partition(" ")[2]
    if after == row["after"]:
        after = after.rpartition(" ")[0] + " …"
    return {"before": before, "after": after}


def _articles(row: Row) -> str:
    """The articles named with a citation: ``66 (1) a``."""
    told = json.loads(row["value"])["articles"]
    return ", ".join(
        " ".join(
            part
            for part in (one["article"], f"({one['paragraph']})" if one["paragraph"] else "", one["letter"])
            if part
        )
        for one in told
    )


def _title(row: Row) -> str | None:
    """The registered title; None for a regulation the register does not hold."""
    entry = lookup(row["type"], row["number"], row["year"], row["issuer"])
    return entry.title if entry else None


def _issuer(row: Row) -> str:
    """The region or body that issued it, by name; empty where that goes without saying."""
    issuer = row["issuer"] or ""
    known = register().get(issuer)
    return known.name if known else issuer


ROUTES = [page(r"regulations", listing), page(r"regulations/(?P<id>[^/]+)", one)]
