"""Other countries as the places of members: migrant workers are counted where they work, and no code stands for it."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.model import ClaimRegion, Mention, Place

_MIGRANTS = re.compile(r"\b(?:pekerja migran|tenaga kerja indonesia|pmi|tki|tkw|buruh migran|pahlawan devisa)\b")
_THEN_ITS_NUMBER = re.compile(  # "Malaysia dengan 30 persen", "di Taiwan yang menjadi peserta baru 12.400 orang"
    r",?(?: (?!(?:dan|serta|untuk|sementara|sedangkan|nasional|secara|semua|total\w*|seluruh\w*)\b)[A-Za-z-]+){0,8}"
    r"\s*[:(]?\s*"
)
_NEIGHBOURS = re.compile(
    r"\b(?:di ?atas|di ?bawah|dibanding(?:kan)?|ketimbang|daripada|tertinggal|lebih \w+ dari)\b[^.;\d]{0,40}"
    r"\bnegara(?:-negara)? (?:tetangga|lain|maju|berkembang|asean|di (?:asean|asia))\b"
)
_ITS_OWN = re.compile(
    r"(?: (?:yang|sudah|telah|mencapai|berada|di|angka|level|dengan|sebesar|sekitar|hampir|tercatat|saja))*\s*\(?"
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
    rows = _before(cluster, context) or _behind(cluster, context)
    row = rows[0] if len(rows) == 1 else None
    if row is None or not isinstance(row.value, Place) or not _tells_of_migrants(cluster, context):
        return None
    return ClaimRegion(None, row.value.name, row.value.level, "same_clause")


def is_of_others(cluster: Cluster, context: Context) -> bool:
    """``sedangkan Malaysia dan Singapura sudah 70 persen``: what other countries have reached is no coverage here."""
    rows = _before(cluster, context) or _behind(cluster, context)
    return bool(rows) and not _tells_of_migrants(cluster, context)


def is_compared_abroad(cluster: Cluster, context: Context) -> bool:
    """``Kita baru 36 persen, di bawah Malaysia``, ``dibanding negara tetangga``: a nation is held against them."""
    sentence = cluster.sentence
    if _tells_of_migrants(cluster, context):
        return False
    named = _countries(sentence.start, sentence.end, context)
    against = any(_HELD_AGAINST.search(context.low, sentence.start, row.start) for row in named)
    return against or _NEIGHBOURS.search(context.low, sentence.start, sentence.end) is not None


def _tells_of_migrants(cluster: Cluster, context: Context) -> bool:
    start = context.parsed.sentences[max(0, cluster.sentence.index - 1)].start
    return _MIGRANTS.search(context.low, start, cluster.sentence.end) is not None


def _countries(start: int, end: int, context: Context) -> list[Mention]:
    """The countries named in a span, none where it names a region of Indonesia as well."""
    rows = context.of("REGION", start, end)
    abroad = [row for row in rows if isinstance(row.value, Place) and row.value.level == "country"]
    return abroad if len(abroad) == len(rows) else []


def _before(cluster: Cluster, context: Context) -> list[Mention]:
    """The countries right before a number."""
    before = context.before(cluster)
    start = max(cluster.left_start, before.end if before is not None else 0)
    rows = _countries(start, cluster.start, context)
    if not rows:
        return []
    against = _HELD_AGAINST.search(context.low, start, rows[0].start)
    bound = _ITS_OWN if against else _THEN_ITS_NUMBER  # "di bawah Malaysia yang sudah 68 persen"
    return rows if bound.fullmatch(context.text, rows[-1].end, cluster.start) else []


def _behind(cluster: Cluster, context: Context) -> list[Mention]:
    """The countries behind a number, where the words between bind the first to it."""
    rows = _countries(cluster.end, cluster.near_end, context)
    forms = (_THERE, _IN_BRACKETS)
    return rows if rows and any(form.fullmatch(context.text, cluster.end, rows[0].start) for form in forms) else []
