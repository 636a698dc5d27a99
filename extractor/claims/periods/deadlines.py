"""By when a target is to be reached: its own year, one its list or the sentence before states, or nothing."""

from __future__ import annotations

import re
from datetime import date

from extractor.claims.context import Cluster, Context
from extractor.claims.decisions import Decision
from extractor.claims.periods.stated import AsOf, Stated, as_dated
from extractor.model import Dated, Period

_YEAR = re.compile(r"(?<![\d./-])(20\d\d)(?![\d/]|\s?[-–]\s?\d)")


def bare_year(context: Context, cluster: Cluster, start: int) -> AsOf | None:
    """``target UCJ 2025 sebesar P``: a year after the name of a plan or ``target``, not one of a range.

    ``start`` is where the cluster's own words start.
    """
    left = reversed(list(_YEAR.finditer(context.text, start, cluster.start)))
    right = _YEAR.finditer(context.text, cluster.end, min(cluster.near_end, cluster.end + 40))
    for year in (*left, *right):
        if any(row.start <= year.start() < row.end for row in context.of("REGULATION", start - 80, cluster.near_end)):
            continue
        number = int(year[1])
        return AsOf(
            Dated(Period(date(number, 1, 1), date(number, 12, 31), "year"), "explicit", year[1]),
            "asof.bare_year",
        )
    return None


def deadline(context: Context, stated: Stated, cluster: Cluster, decision: Decision, known: dict[int, AsOf]) -> AsOf:
    """A target joined to another by its list inherits the deadline; otherwise it is unknown."""
    source = decision.source
    carries = ("kind.coordinated", "kind.part", "kind.total")
    if source is not None and source.decision.kind == "target" and decision.rule in carries:
        inherited = known.get(source.cluster.slots[0].index)
        if inherited is not None and inherited.dated.period is not None:
            return inherited.carried()
    return _announced(context, stated, cluster) or AsOf(Dated(None, "unknown"), "asof.no_deadline")


def _announced(context: Context, stated: Stated, cluster: Cluster) -> AsOf | None:
    """``Untuk 2020 sasaran direvisi. Target kini N``: the year of the sentence on targets right before."""
    index = cluster.sentence.index
    before = context.parsed.sentences[index - 1] if index else None
    if before is None or before.paragraph != cluster.sentence.paragraph or not cluster.first_in_sentence:
        return None
    if context.in_sentence(before) or not context.has_cue("target", before.start, before.end):
        return None
    rows = stated.within(before.start, before.end)
    dated = as_dated(rows[0], "carried") if len(rows) == 1 else None
    return AsOf(dated, "asof.carried") if dated is not None else None
