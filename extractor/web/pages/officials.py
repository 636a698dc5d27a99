"""The officials that documents name: their offices as printed, what each said and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from datasette.utils.asgi import Response

from extractor import labels
from extractor.errors import UnknownItem
from extractor.i18n import N_, Words
from extractor.store import Store
from extractor.web.visit import Visit, page

Row = Mapping[str, Any]

SHOWN = 300  # in the list; more are found by their words
NO_OFFICIAL = N_("No document names {name}.")


async def listing(visit: Visit) -> Response:
    """Everybody named, who said most first; ``find`` a part of name or office."""

    def read(store: Store) -> Any:
        return store.offices(), store.claims_by_speaker()

    offices, claims = await visit.store(read)
    people = [_person(name, list(told), claims) for name, told in groupby(offices, key=lambda row: str(row["name"]))]
    known = {person["name"] for person in people}
    people += [_person(name, [], claims) for name in claims if name not in known]
    find = (visit.argument("find") or "").strip()
    fits = [
        person for person in people if find.casefold() in f"{person['name']} {' '.join(person['offices'])}".casefold()
    ]
    fits.sort(key=lambda person: (-person["claims"], person["name"]))
    context = {
        "rows": [{**person, "last": visit.words.date(person["last_published"])} for person in fits[:SHOWN]],
        "more": len(fits) - SHOWN,
        "all": len(people),
        "find": find,
    }
    return await visit.page("cakupan_officials.html", context)


def _person(name: str, offices: Sequence[Row], claims: Mapping[str, int]) -> dict[str, Any]:
    return {
        "name": name,
        "offices": _offices(offices),
        "claims": claims.get(name, 0),
        "last_published": max((row["last_published"] or "" for row in offices), default="") or None,
    }


def _offices(rows: Sequence[Row]) -> list[str]:
    """Offices as printed, with the acting word, each once."""
    told = (" ".join(word for word in (row["acting"], row["position"]) if word) for row in rows)
    return list(dict.fromkeys(office for office in told if office))


async def one(visit: Visit) -> Response:
    """One name: the offices it is printed with, and every claim of that speaker by document."""
    name = visit.part("name")

    def read(store: Store) -> Any:
        return store.offices(name), store.statements(name)

    offices, said = await visit.store(read)
    if not offices and not said:
        raise UnknownItem(visit.words.text(NO_OFFICIAL, name=name))
    documents = [_document(visit.words, list(told)) for _, told in groupby(said, key=lambda row: row["document_id"])]
    context = {"name": name, "offices": _offices(offices), "documents": documents, "claims": len(said)}
    return await visit.page("cakupan_official.html", context)


def _document(words: Words, rows: Sequence[Row]) -> dict[str, Any]:
    first = rows[0]
    return {
        **first,
        "event": words.date(first["event_start"]),
        "published": words.period(labels.dated(first, "published")) if first["published_start"] else "",
        "sentences": [_sentence(words, list(told)) for _, told in groupby(rows, key=lambda row: str(row["sentence"]))],
    }


def _sentence(words: Words, rows: Sequence[Row]) -> dict[str, Any]:
    """A sentence with the claims it makes."""
    attributed = labels.label(words, "attribution", rows[0]["attribution"])
    return {"text": rows[0]["sentence"], "attributed": attributed, "claims": [_claim(words, row) for row in rows]}


def _claim(words: Words, row: Row) -> dict[str, Any]:
    claim = labels.flat(row)
    return {
        **row,
        "told": labels.value(words, claim),
        "what": labels.kind(words, claim),
        "measure": labels.label(words, "indicator", row["indicator"]),
        "where": labels.region(words, claim),
        "group": labels.segments(words, row["segments"]),
        "as_of": labels.as_of(words, claim),
        "review": labels.label(words, "status", row["status"]),
        "disagrees": " disagrees" in (row["findings"] or ""),
    }


ROUTES = [page(r"officials", listing), page(r"officials/(?P<name>[^/]+)", one)]
