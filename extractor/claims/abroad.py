"""Other countries as the places of members: migrant workers are counted where they work, and no code stands for it."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.model import ClaimRegion, Mention, Place

_MIGRANTS = re.compile(r"\b(?:pekerja migran|tenaga kerja indonesia|pmi|tki|tkw|buruh migran|pahlawan devisa)\b")
_THEN_ITS_NUMBER = re.compile(  # "Malaysia dengan 30 persen", "di Taiwan yang menjadi peserta baru 12.400 orang"
    r"(?: (?!(?:dan|serta|untuk|sementara|sedangkan|nasional|secara|semua|total\w*|seluruh\w*)\b)[A-Za-z-]+){0,8}"
    r"\s*[:(]?\s*"
)
_THERE = re.compile(r"(?: [A-Za-z-]+){0,7}? (?:di|ke|negara(?: tujuan)?)(?: negara)? ")
_IN_BRACKETS = re.compile(r" \((?:di )?")
_HELD_AGAINST = re.compile(
    r"\b(?:di ?atas|di ?bawah|melampaui|dibanding(?:kan)?|ketimbang|daripada|seperti|tertinggal|lebih \w+ dari|selain|"
    r"kecuali|di luar|kunjungan\w*|delegasi|kerja sama)\b[^.;\d]*$"
)


def country_of(cluster: Cluster, context: Context) -> ClaimRegion | None:
    """``peserta PMI di Taiwan 35 persen, disusul Malaysia dengan 30``: the country that a number of migrants is of.

    None where it is named for another reason: held against this one, visited, with no word on migrants near it.
    """
    row = _before(cluster, context) or _behind(cluster, context)
    if row is None or not isinstance(row.value, Place):
        return None
    index = cluster.sentence.index
    start = context.parsed.sentences[max(0, index - 1)].start
    if not _MIGRANTS.search(context.low, start, cluster.sentence.end):
        return None
    if _HELD_AGAINST.search(context.low, cluster.left_start, row.start):
        return None
    return ClaimRegion(None, row.value.name, row.value.level, "same_clause")


def _countries(start: int, end: int, context: Context) -> list[Mention]:
    """The countries named in a span, none where it names a region of Indonesia as well."""
    rows = context.of("REGION", start, end)
    abroad = [row for row in rows if isinstance(row.value, Place) and row.value.level == "country"]
    return abroad if len(abroad) == len(rows) else []


def _before(cluster: Cluster, context: Context) -> Mention | None:
    """The country right before a number; of two that share it none is."""
    before = context.before(cluster)
    start = max(cluster.left_start, before.end if before is not None else 0)
    rows = _countries(start, cluster.start, context)
    if len(rows) != 1 or not _THEN_ITS_NUMBER.fullmatch(context.text, rows[0].end, cluster.start):
        return None
    return rows[0]


def _behind(cluster: Cluster, context: Context) -> Mention | None:
    """The country behind a number that the words between bind to it; none of several that are listed."""
    rows = _countries(cluster.end, cluster.near_end, context)
    if len(rows) != 1:
        return None
    bound = (_THERE, _IN_BRACKETS)
    return rows[0] if any(form.fullmatch(context.text, cluster.end, rows[0].start) for form in bound) else None
