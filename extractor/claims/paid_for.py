"""The group a payment is for: whom the money or the programme told of just before insures."""

from __future__ import annotations

import re

from extractor.claims.carried import counts_anybody, in_other_sector, segment_codes
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision

_EVERYBODY_PAID = re.compile(r"\b(?:seluruh|semua|keseluruhan|ucj|angkatan kerja|penduduk|formal)\b")
_PAID = ("kind.achieved.funded", "kind.planned.word", "kind.planned.meant", "kind.planned.budget")


def of_payment(cluster: Cluster, decision: Decision, context: Context) -> tuple[str, ...]:
    """``2.900 pekerja dibiayai Pemkab``: a budget pays for the one group that the story is about, never for everybody.

    That group is the one its headline names, or its first sentence where the headline names none.
    """
    if decision.rule not in _PAID or cluster.has_percent:
        return ()
    sentence = cluster.sentence
    if not counts_anybody(cluster):
        return ()
    if _EVERYBODY_PAID.search(context.low, cluster.left_start, cluster.near_end):
        return ()
    if in_other_sector(cluster, context):
        return ()
    end = context.document.title_end
    first = next((row for row in context.parsed.sentences if row.start >= end), sentence)
    rows = context.of("SEGMENT", 0, end) or context.of("SEGMENT", first.start, first.end)
    rows = [*rows, *context.of("SEGMENT", sentence.start, sentence.end)]  # "1.200 orang di Kota X dan 250 nelayan"
    return segment_codes(rows) if len({row.value for row in rows}) == 1 else ()
