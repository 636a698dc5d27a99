"""What the review page's script asks and sends: JSON with a claim's HTML and the facts that go with it.

Every decision goes through ``Store.decide``, ``decide_all``, ``undo`` and ``add_claim``, as the terminal's do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from extractor import labels
from extractor.clock import utc_now
from extractor.i18n import N_
from extractor.review import fields, missed
from extractor.store import Conflict, Counted, Store
from extractor.web import queue_filters
from extractor.web.card import Card, card_of, fragment, rendered
from extractor.web.comparing import compare_soon
from extractor.web.controls import as_typed, control
from extractor.web.visit import Refused, Visit, action, data

Json = Mapping[str, Any]
Result = TypeVar("Result")

LATER = N_("{who} has {did} this claim ({day}, {time} UTC) since you opened it. Nothing of yours was stored.")
ELSEWHERE = N_("{who} has {did} the claim after you ({day}, {time} UTC), so that your decision was not undone.")
CHANGED = N_("The filter means {now} claims now, and you saw {seen}, or decisions on them are newer. Look again.")
INCOMPLETE = N_("The request lacks {name}.")
NOTHING = N_("There is nothing of yours to undo.")
STORED = {"accept": N_("accepted"), "reject": N_("rejected"), "flag": N_("flagged"), "correct": N_("corrected")}


async def claim(visit: Visit) -> Any:
    """One claim."""
    chosen = queue_filters.from_address(visit.words, visit.argument)
    card = await visit.store(lambda store: card_of(store, visit.part("claim"), chosen))
    return await _told(visit, card, chosen)


async def following(visit: Visit) -> Any:
    """The claim behind a place in the queue, or the end of it."""
    chosen = queue_filters.from_address(visit.words, visit.argument)
    after = visit.argument("after")
    return await _told(visit, await visit.store(lambda store: _next(store, after, chosen)), chosen)


async def decide(visit: Visit) -> Any:
    """Decides on a claim. A correction shows it again, everything else the next one."""
    told = await visit.json()
    chosen = queue_filters.from_values(visit.words, _object(visit, told, "filters"))
    name, what = _needed(visit, told, "claim"), _needed(visit, told, "action")
    seen = told.get("seen")

    def work(store: Store) -> Card | int:
        changes = _changes(store, name, told) if what == "correct" else None
        store.decide(
            name, what, reviewer=visit.reviewer, at=utc_now(), changes=changes, reason=_reason(told), seen=seen
        )
        return card_of(store, name, chosen) if what == "correct" else _next(store, told.get("cursor"), chosen)

    card = await _unless_newer(visit, work, LATER)
    compare_soon(visit)
    return {**await _told(visit, card, chosen), "message": visit.words.text(STORED[what])}


async def undo(visit: Visit) -> Any:
    """Takes back the reviewer's last decision and shows its claim."""
    told = await visit.json()
    chosen = queue_filters.from_values(visit.words, _object(visit, told, "filters"))

    def work(store: Store) -> tuple[Card, int, int] | None:
        undone = store.undo(reviewer=visit.reviewer, at=utc_now())
        if undone is None:
            return None
        return card_of(store, undone.claim_id, chosen), len(undone.rows), len(undone.left)

    found = await _unless_newer(visit, work, ELSEWHERE)
    if found is None:
        return {"message": visit.words.text(NOTHING)}
    card, count, left = found
    compare_soon(visit)
    message = visit.words.plural("{count} decision undone", "{count} decisions undone at once", count)
    if left:
        more = visit.words.plural(
            "{count} left, somebody decided on it since", "{count} left, somebody decided on them since", left
        )
        message = f"{message}; {more}"
    return {**await _told(visit, card, chosen), "message": message}


async def counted(visit: Visit) -> Any:
    """How many claims a bulk decision would be about, with the stamp to send back."""
    chosen = queue_filters.from_address(visit.words, visit.argument)
    found = await visit.store(lambda store: store.counted(**chosen))
    return {"count": found.count, "stamp": found.stamp}


async def bulk(visit: Visit) -> Any:
    """Accepts or rejects all claims of a filter as one batch."""
    told = await visit.json()
    chosen = queue_filters.from_values(visit.words, _object(visit, told, "filters"))
    what, stamp = _needed(visit, told, "action"), _needed(visit, told, "stamp")
    count = told.get("count")
    if not isinstance(count, int):
        raise Refused(400, visit.words.text(INCOMPLETE, name="count"))

    def work(store: Store) -> int:
        seen = Counted(count, stamp)
        made = store.decide_all(what, seen=seen, reviewer=visit.reviewer, at=utc_now(), reason=_reason(told), **chosen)
        return len(made)

    try:
        made = await visit.store(work)
    except Conflict as error:
        now = await visit.store(lambda store: store.queue_count(**chosen))
        raise Refused(409, visit.words.text(CHANGED, now=now, seen=count)) from error
    compare_soon(visit)
    message = visit.words.plural("{count} claim decided", "{count} claims decided at once", made)
    return {"count": made, "message": message}


async def field(visit: Visit) -> Any:
    """The control to edit one field of a claim with."""
    found = fields.BY_KEY.get(visit.part("key"))
    if found is None:
        raise Refused(404, visit.words.text(INCOMPLETE, name="key"))

    def look(store: Store) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        told = store.claim(visit.part("claim"))
        return told, store.mentions(told["document"])

    told, mentions = await visit.store(look)
    return {
        "html": await fragment(visit, "cakupan_review_field.html", {"one": control(visit.words, found, told, mentions)})
    }


async def selection(visit: Visit) -> Any:
    """The form for a missed claim, filled with what the selected words and their neighbours say."""
    draft, printed = await visit.store(lambda store: _draft(store, visit.argument))
    text, evidence = printed["document"]["text"], draft["evidence"]
    held = {**draft, "machine": draft}
    return {
        "html": await fragment(
            visit,
            "cakupan_review_missed.html",
            {
                "before": text[evidence["sentence_start"] : evidence["start"]],
                "quote": evidence["quote"],
                "after": text[evidence["end"] : evidence["sentence_end"]],
                "number": bool(draft["value"]),
                "no_number": visit.words.text(missed.NO_NUMBER),
                "controls": [
                    control(visit.words, fields.BY_NAME[name], held, printed["mentions"]) for name in missed.ASKED
                ],
            },
        )
    }


async def add(visit: Visit) -> Any:
    """Adds a missed claim and shows it."""
    told = await visit.json()
    chosen = queue_filters.from_values(visit.words, _object(visit, told, "filters"))
    answers = {name: str(value) for name, value in _object(visit, told, "fields").items()}

    def work(store: Store) -> Card:
        draft, printed = _draft(store, lambda name: told.get(name))
        told_anew = {name: answer for name, answer in answers.items() if _is_new(name, answer, draft, printed)}
        whole = missed.completed(draft, told_anew, printed["mentions"])
        store.add_claim(whole, reviewer=visit.reviewer, at=utc_now(), reason=_reason(told))
        return card_of(store, whole["id"], chosen)

    card = await visit.store(work)
    compare_soon(visit)
    return {
        **await _told(visit, card, chosen),
        "message": visit.words.text(N_("The claim is added, as accepted by you.")),
    }


async def suggestions(visit: Visit) -> Any:
    """What the filters of open values may be set to, with how many open claims each fits."""
    from extractor.regions import register

    def look(store: Store) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
        return store.queue_choices("region_code"), store.queue_choices("publisher")

    places, publishers = await visit.store(look)
    names = {code: region.name for code, region in register().items()} | {"ID": "Indonesia"}
    return {
        "regions": [[names[code], count] for code, count in places if code in names],
        "publishers": [list(pair) for pair in publishers],
    }


async def _told(visit: Visit, card: Card | int, chosen: dict[str, Any]) -> dict[str, Any]:
    """A claim with its facts, or the end of the queue with how many are left."""
    if isinstance(card, Card):
        return {"html": await rendered(visit, card, chosen), "facts": card.facts(visit, chosen)}
    first = await visit.store(lambda store: next(iter(store.queue_ids(limit=1, **chosen)), None))
    query = queue_filters.to_address(chosen)
    html = await fragment(visit, "cakupan_review_done.html", {"left": card, "first": first, "query": query})
    return {"html": html, "facts": None, "left": card}


def _next(store: Store, cursor: Any, chosen: dict[str, Any]) -> Card | int:
    """The claim behind a cursor; at the end of the queue the number of those still open before it."""
    found = store.queue_ids(limit=1, after=None if cursor is None else str(cursor), **chosen)
    return card_of(store, found[0], chosen) if found else store.queue_count(**chosen)


def _changes(store: Store, claim_id: str, told: Json) -> dict[str, Any]:
    """The correction that was sent: new evidence, or a field by its key with what was typed for it."""
    if "evidence" in told:
        return {"evidence": told["evidence"]}
    found = fields.BY_KEY.get(str(told.get("key")))
    if found is None:
        raise fields.NotAllowed(f"{told.get('key')!r} is the key of no field")
    claim = store.claim(claim_id)
    officials = fields.officials_of(store.mentions(claim["document"]))
    return {found.name: fields.read(found, str(told.get("typed", "")), claim, officials)}


def _draft(store: Store, argument: Callable[[str], Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    printed = store.extraction(str(argument("document")))
    try:
        start, end = int(argument("start")), int(argument("end"))
    except (TypeError, ValueError):
        start, end = 0, 0
    near = argument("near")
    return missed.draft(printed, start, end, str(near) if near else None), printed


def _is_new(name: str, answer: str, draft: Json, printed: Json) -> bool:
    """Whether an answer is other than what its control began with: that is kept with what decided it."""
    found = fields.BY_NAME.get(name)
    return found is not None and answer != as_typed(found, draft, printed["mentions"])


async def _unless_newer(visit: Visit, work: Callable[[Store], Result], message: str) -> Result:
    """What ``work`` returns; a conflict is told with what the other reviewer did."""
    try:
        return await visit.store(work)
    except Conflict as error:
        if (last := error.decision) is None:
            raise
        did = labels.label(visit.words, "action", last["action"])
        day, time = visit.words.date(last["at"]), last["at"][11:16]
        told = visit.words.text(message, who=last["reviewer"], did=did, day=day, time=time)
        raise Refused(409, told) from error


def _needed(visit: Visit, told: Json, name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not value:
        raise Refused(400, visit.words.text(INCOMPLETE, name=name))
    return value


def _object(visit: Visit, told: Json, name: str) -> Json:
    value = told.get(name) or {}
    if not isinstance(value, dict):
        raise Refused(400, visit.words.text(INCOMPLETE, name=name))
    return value


def _reason(told: Json) -> str | None:
    return str(told.get("reason") or "").strip()[:500] or None


ROUTES = [
    data(r"api/review/claim/(?P<claim>[^/]+)", claim),
    data(r"api/review/next", following),
    data(r"api/review/counted", counted),
    data(r"api/review/field/(?P<claim>[^/]+)/(?P<key>\w)", field),
    data(r"api/review/selection", selection),
    data(r"api/review/suggestions", suggestions),
    action(r"api/review/decide", decide),
    action(r"api/review/undo", undo),
    action(r"api/review/bulk", bulk),
    action(r"api/review/add", add),
]
