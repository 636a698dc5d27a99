"""What is told of this scheme right behind the same of another: ``JKN 98 persen, sedangkan Jamsostek baru 37``."""

from __future__ import annotations

import re

from extractor.claims.decisions import OTHER, Answer, Case, Decision

_SAME_OF_OURS = 90  # characters from what is told of another scheme to the same of this one
_IN_SHORT = re.compile(  # "jaminan kesehatan 91 persen, tapi ketenagakerjaan masih 36 persen"
    r"(?:\s+[a-z]+){0,4}?,?\s(?:sedangkan|sementara(?: itu)?|namun|tetapi|tapi|adapun|dan)\s+(?:untuk\s+|yang\s+)?"
    r"(?:jaminan\s+(?:sosial\s+)?|bpjs\s+)?ketenagakerjaan(?:nya)?\s+"
    r"(?:(?:baru|masih|hanya|sudah|telah|sekitar|mencapai|di|angka|kisaran|sebesar|malah|justru|"
    r"lebih|rendah|yakni|yaitu|kurang|dari)\s+)*"
)


def of_ours(case: Case) -> Answer:
    """``Cakupan JKN 98,6 persen, sedangkan Jamsostek baru 37 persen``: what was said of another scheme, of this one."""
    cluster, context = case.cluster, case.context
    if "health" not in context.kinds or cluster.says("uncovered", "target", "planned", "up", "down", "gap"):
        return None
    before = context.clusters[cluster.index - 1] if cluster.index else None
    if before is None or before.has_percent != cluster.has_percent or cluster.start - before.end > _SAME_OF_OURS:
        return None
    if not case.joined(before.sentence) or (case.last and case.last.cluster is before):
        return None
    between = context.cues_in(before.end, cluster.start)
    named = any(cue.kind == "jamsostek" for cue in between) or is_named_in_short(case)
    if not named or any(cue.kind in OTHER for cue in between):
        return None
    if not context.has_cue("health", before.sentence.start, before.end) or case.unit not in (
        "percent",
        "workers",
        None,
    ):
        return None
    return Decision("achieved", "kind.achieved.cover")


def is_named_in_short(case: Case) -> bool:
    """``BPJS Kesehatan 91 persen, tapi ketenagakerjaan masih 36 persen``: this scheme's, named in one word."""
    index = case.cluster.index
    before = case.context.clusters[index - 1] if index else None
    if before is None or not (before.has_percent and case.cluster.has_percent):
        return False
    return bool(_IN_SHORT.fullmatch(case.low, before.end, case.cluster.start))
