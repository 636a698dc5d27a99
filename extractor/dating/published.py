"""The publication date among the dates that a page gives for itself.

Trust falls in the order JSON-LD, OpenGraph, ``<time>``, byline, URL. But a candidate must survive the
text: an article comes out on the day of the event or shortly after it. Up to three days after is what the
press does and comes first; up to fourteen is accepted, for releases of slower offices. A page clock or a
crawl date lies further off. Where no event is dated there is nothing to survive; then only a ``<time>``
that lies far from the byline and the URL is turned down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from extractor.dates import PUBLISHED_WITHIN, days_after
from extractor.model import DateCandidate, Dated, Period

TRUST = ("jsonld", "opengraph", "time", "byline", "url", "page")
USUAL_DAYS = 3

Rejected = tuple[tuple[DateCandidate, str], ...]


def choose(candidates: Iterable[DateCandidate], event: Period | None) -> tuple[Dated, Rejected]:
    """The publication date and the candidates turned down, with reasons.

    ``page`` candidates (stamps in the text that no byline claims) count only on the days right after
    an event, and then as the byline they are.
    """
    ranked = sorted(candidates, key=lambda candidate: TRUST.index(candidate.basis))
    if event is None:
        return _by_trust(ranked)
    fit, unfit = [], []
    for candidate in ranked:
        reason = _misfit(candidate, event)
        if reason:
            unfit.append((candidate, reason))
        else:
            fit.append(candidate)
    if not fit:
        return Dated(None, "none"), tuple(unfit)
    usual = [candidate for candidate in fit if days_after(candidate.period, event) <= USUAL_DAYS]
    return _dated((usual or fit)[0]), tuple(unfit)


def _misfit(candidate: DateCandidate, event: Period) -> str | None:
    """Why a candidate cannot be the publication date of an article about this event."""
    days = days_after(candidate.period, event)
    if days < 0:
        return f"it lies {_count(-days)} before the event of {_iso(event.end)}"
    if days > PUBLISHED_WITHIN:
        return f"it lies {_count(days)} after the event of {_iso(event.end)}: a page clock or a later change"
    if candidate.basis == "page" and days > USUAL_DAYS:
        return f"nothing says that it is the article's, and it lies {_count(days)} after the event"
    return None


def _by_trust(ranked: Sequence[DateCandidate]) -> tuple[Dated, Rejected]:
    own = [candidate for candidate in ranked if candidate.basis in ("byline", "url")]
    rejected: list[tuple[DateCandidate, str]] = []
    for candidate in ranked:
        if candidate.basis == "page":
            rejected.append((candidate, "nothing says that it is the article's, and no event is dated"))
        elif candidate.basis == "time" and own and _far(candidate.period, own[0].period):
            reason = f"it lies far from the {own[0].basis} date {_iso(own[0].period.start)}: a page clock"
            rejected.append((candidate, reason))
    turned_down = {id(candidate) for candidate, _ in rejected}
    kept = [candidate for candidate in ranked if id(candidate) not in turned_down]
    return (_dated(kept[0]) if kept else Dated(None, "none")), tuple(rejected)


def _far(one: Period, other: Period) -> bool:
    return abs(days_after(one, other)) > PUBLISHED_WITHIN


def _dated(candidate: DateCandidate) -> Dated:
    basis = "byline" if candidate.basis == "page" else candidate.basis
    return Dated(candidate.period, basis, candidate.text)


def _count(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _iso(day: date) -> str:
    return day.isoformat()
