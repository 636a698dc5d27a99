"""The one group a story is about, for numbers of people whose own sentence says nothing of whom they are.

``Buruh gendong belum punya jaminan. Bertahun-tahun mereka bekerja di pasar. Tahun ini 318 orang terdaftar.``
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.claims.carried import counts_anybody, in_other_sector, segment_codes
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context

_OF_OTHERS = re.compile(  # who is named, or that all are meant, in the sentence or between it and the group
    r"\b(?:pekerja|tenaga kerja|angkatan kerja|buruh|karyawan|pegawai|penduduk|warga|masyarakat|perusahaan|"
    r"badan usaha|(?<!kartu )(?:peserta|kepesertaan)|cakupan|coverage|ucj|total|seluruh|semua|"
    r"keseluruhan|secara umum|secara nasional|lain(?:nya)?|selain|di luar|kecuali)\b"
)
_LEAD = 3  # sentences of the body in which a story names whom it is about
_NEAR = 3  # paragraphs


def of_topic(cluster: Cluster, context: Context, known: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The group, where the text so far names no other and has counted nobody else."""
    if not cluster.has_count or not counts_anybody(cluster) or in_other_sector(cluster, context):
        return ()
    rows = context.of("SEGMENT", 0, cluster.start)
    if not rows or len({row.value for row in rows}) != 1 or context.of("SEGMENT", cluster.start, cluster.sentence.end):
        return ()
    group = segment_codes(rows)
    sentences = context.parsed.sentences
    lead = next((row.index for row in sentences if row.start >= context.document.title_end), 0)
    if context.parsed.sentence_at(rows[0].start).index >= lead + _LEAD:
        return ()
    if any(
        known[row.index] != group for row in context.slots if row.index in known and row.mention.end <= cluster.start
    ):
        return ()
    last = rows[-1]
    in_headline = rows[0].start < context.document.title_end
    if not in_headline and context.of("REGION", cluster.left_start, cluster.start):
        return ()  # a new place is a new subject
    if cluster.sentence.paragraph - context.parsed.sentence_at(last.start).paragraph > _NEAR:
        return ()
    before = sentences[max(0, cluster.sentence.index - 1)]
    own = max(last.end, cluster.sentence.start)
    said = ((max(last.end, before.start), before.end), (own, cluster.near_end))  # not what stands between them
    return () if any(_OF_OTHERS.search(context.low, start, end) for start, end in said) else group
