"""One claim as the review page shows it: looked up in one go, rendered to HTML, told to the script as facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from extractor import labels
from extractor.store import Store
from extractor.web import claim_card, queue_filters
from extractor.web.visit import Visit, base_context


@dataclass(frozen=True, slots=True)
class Card:
    """The claim with its context (see ``Store.context``), its neighbours in the queue, and how many are open there."""

    context: dict[str, Any]
    earlier: str | None
    later: str | None
    left: int

    def facts(self, visit: Visit, chosen: dict[str, Any]) -> dict[str, Any]:
        """What the script needs to know to decide on the claim and to go on."""
        claim = self.context["claim"]
        return {
            "claim": claim["id"],
            "document": claim["document"],
            "seen": claim["last_decision_id"],
            "cursor": self.context["cursor"],
            "left": self.left,
            "later": self.later,
            "earlier": self.earlier,
            "address": visit.url(f"review/{claim['id']}{queue_filters.to_address(chosen)}"),
            "title": claim_card.headline(visit.words, claim)["value"],
        }


def card_of(store: Store, claim: str, chosen: dict[str, Any]) -> Card:
    """Looks up a claim by the beginning of its id; raises UnknownItem.

    From a claim that the filter does not mean (it is decided, and open ones are wanted) the queue begins anew.
    """
    context = store.context(claim)
    cursor = context["cursor"] if store.queue_has(context["claim"]["id"], **chosen) else None
    return Card(
        {**context, "cursor": cursor},
        next(iter(store.queue_ids(limit=1, before=cursor, **chosen)), None) if cursor else None,
        next(iter(store.queue_ids(limit=1, after=cursor, **chosen)), None),
        store.queue_count(**chosen),
    )


async def rendered(visit: Visit, card: Card, chosen: dict[str, Any]) -> str:
    """The HTML of text and panel."""
    words, context = visit.words, card.context
    claim, document = context["claim"], context["document"]
    paragraphs = claim_card.paragraphs(document["text"], context["mentions"], claim)
    told = {
        "claim": claim,
        "head": claim_card.headline(words, claim),
        "document": document,
        "published": words.period(document["published"]),
        "paragraphs": paragraphs,
        "evident": any(run.evidence for paragraph in paragraphs for run in paragraph.runs),
        "legend": claim_card.legend(words),
        "fields": claim_card.shown_fields(words, claim),
        "flags": [labels.label(words, "flag", code) for code in claim["flags"]],
        "group": claim_card.group(words, context["claims"], claim),
        "siblings": claim_card.siblings(words, context["claims"], claim),
        "findings": claim_card.findings(words, context["findings"]),
        "elsewhere": claim_card.elsewhere(words, context["elsewhere"], claim),
        "history": claim_card.history(words, context["decisions"]),
        "left": card.left,
        "earlier": card.earlier,
        "later": card.later,
        "query": queue_filters.to_address(chosen),
        "filters": queue_filters.in_words(words, chosen),
    }
    return await fragment(visit, "cakupan_review_card.html", told)


async def fragment(visit: Visit, template: str, told: dict[str, Any]) -> str:
    """The HTML of a template that is part of a page."""
    context = {**base_context(visit.datasette, visit.request), "may_review": visit.may_review, **told}
    return str(_plain(visit.datasette).get_template(template).render(context))


_environments: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()


def _plain(datasette: Any) -> Any:
    """Datasette's templates compiled without its awaiting of every value: a card is made in a third of the time."""
    if datasette not in _environments:
        _environments[datasette] = datasette.jinja_env.overlay(enable_async=False)
    return _environments[datasette]
