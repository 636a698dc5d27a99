"""The review pages: the queue with its filters, and one claim with its text. Both can be read without a script."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from extractor import labels
from extractor.i18n import Words
from extractor.store import MOST_AT_ONCE, ClaimFilter, Store
from extractor.web import claim_card, queue_filters
from extractor.web.card import Card, card_of, rendered
from extractor.web.visit import Visit, page

PAGE = 50  # claims on a page of the queue


async def queue(visit: Visit) -> Response:
    """The claims behind a filter, worst first."""
    words = visit.words
    chosen = queue_filters.from_address(words, visit.argument)
    after, before = visit.argument("after"), visit.argument("before")

    def look(store: Store) -> dict[str, Any]:
        rows = store.queue(limit=PAGE, after=after, before=before, **chosen)
        edges = (rows[0]["cursor"], rows[-1]["cursor"]) if rows else (None, None)
        return {
            "count": store.queue_count(**chosen),
            "rows": [_row(words, row) for row in rows],
            "earlier": edges[0] if edges[0] and store.queue_ids(limit=1, before=edges[0], **chosen) else None,
            "later": edges[1] if edges[1] and store.queue_ids(limit=1, after=edges[1], **chosen) else None,
        }

    found = await visit.store(look)
    return await visit.page(
        "cakupan_review.html",
        {
            **found,
            "chosen": chosen,
            "bulk": ClaimFilter(**chosen).explicit and 0 < found["count"] <= MOST_AT_ONCE,
            "told": queue_filters.in_words(words, chosen),
            "query": queue_filters.to_address(chosen),
            "options": _options(words),
        },
    )


async def claim(visit: Visit) -> Response:
    """One claim."""
    chosen = queue_filters.from_address(visit.words, visit.argument)
    name = visit.part("claim")
    card: Card = await visit.store(lambda store: card_of(store, name, chosen))
    return await visit.page(
        "cakupan_review_claim.html",
        {
            "card": await rendered(visit, card, chosen),
            "title": claim_card.headline(visit.words, card.context["claim"])["value"],
            "facts": card.facts(visit, chosen),
            "query": queue_filters.to_address(chosen),
        },
    )


def _row(words: Words, row: dict[str, Any]) -> dict[str, Any]:
    """A claim in the list of the queue."""
    flat = labels.flat(row)
    verdicts = {part.rpartition(" ")[2] for part in (row["findings"] or "").split(", ") if part}
    verdicts |= {"disagrees"} if row["differs_from_reviewed"] else set()
    return {
        "id": row["claim_id"],
        "value": labels.value(words, flat),
        "kind": labels.kind(words, flat),
        "segment": labels.segments(words, flat["segment"]),
        "region": labels.region(words, flat),
        "as_of": words.period(flat["as_of"]),
        "publisher": row["publisher"] or row["title"] or row["uri"] or row["document_id"][:8],
        "published": words.period(labels.dated(row, "published")),
        "verdicts": [
            (verdict, claim_card.SIGNS[verdict], labels.label(words, "verdict", verdict))
            for verdict in claim_card.ORDER
            if verdict in verdicts
        ],
        "flagged": row["flagged"],
        "status": labels.label(words, "status", row["status"]),
        "code": row["status"],
        "quote": row["evidence_quote"],
    }


def _options(words: Words) -> dict[str, list[tuple[str, str]]]:
    """What the filters of fixed values may be set to, with their names."""
    fixed = {"kind": labels.CODES["kind"], "segment": labels.CODES["segment"], "status": labels.CODES["status"]}
    named = {name: [(code, labels.label(words, name, code)) for code in codes] for name, codes in fixed.items()}
    findings = ("disagrees", "unchecked", "rounding", "agrees", "differs_from_reviewed")
    checks = ("ratio", "gap", "parts", "change", "conflict", "recycled", "over_100", "as_of")
    named["finding"] = [(code, queue_filters.finding(words, code)) for code in (*findings, *checks)]
    return named


ROUTES = [page(r"review", queue), page(r"review/(?P<claim>[^/]+)", claim)]
