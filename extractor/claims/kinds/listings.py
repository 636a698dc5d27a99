"""Places that a list goes through: the bare numbers of one, its first and last, levels behind a threshold."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, ENTITY_UNITS, Answer, Case, Decision

_RANK = re.compile(
    r"\b(?:tertinggi|terendah|terbanyak|terbesar|terkecil|paling (?:banyak|sedikit|tinggi|rendah|besar|kecil|minim))\b"
)
_DECIDES = (*COVER, "uncovered", "target", "planned")
_AS_FOLLOWS = re.compile(r"\b(?:berikut|yakni|yaitu|rinciannya|perinciannya|antara lain)\s*:")
_SUCH_AS_THESE = re.compile(r"\s*,?\s*(?:di ?antaranya|antara lain|yakni|yaitu|seperti|meliputi)\s+")
_BARE_PLACE = re.compile(
    r"[:,;]\s*(?:dan\s+|serta\s+)?(?:(?:Pemprov|Pemkab|Pemkot|Pemda|Provinsi|Kabupaten|Kab\.?|Kota)\s+)?(?:[A-Z][\w.]*\s+){1,4}$"
)
_PEOPLE = re.compile(r"\b(?:pekerja|tenaga|peserta|buruh|karyawan|guru|orang)\b")


def enumerated(case: Case) -> Answer:
    """``yang terlindungi sebagai berikut: Pemkot X 5.550, Pemkab Y 2.650``: bare numbers of places after a colon."""
    cluster = case.cluster
    if case.unit is not None or cluster.has_percent or not case.context.of("REGION", cluster.left_start, cluster.start):
        return None
    colon = _AS_FOLLOWS.search(case.low, cluster.sentence.start, cluster.start)
    if colon is None or not _BARE_PLACE.search(case.text, max(colon.end() - 1, cluster.left_start), cluster.start):
        return None
    cues = [cue for cue in case.context.cues_in(cluster.sentence.start, colon.start()) if cue.kind in _DECIDES]
    if not cues or cues[-1].kind not in COVER or not _PEOPLE.search(case.low, cluster.sentence.start, colon.start()):
        return None
    return Decision("achieved", "kind.achieved.list", unit="workers")


def among_places(case: Case) -> Answer:
    """``daerah dengan coverage di bawah 50 persen di antaranya Kota X 49,2 persen``: levels of the places listed."""
    cluster = case.cluster
    before = case.context.before(cluster)
    if before is None or not (before.has_percent and cluster.has_percent) or case.previous is not None:
        return None
    opened = _SUCH_AS_THESE.match(case.text, before.end, cluster.start)
    if opened is None or not case.context.of("REGION", opened.end(), cluster.start):
        return None
    covers = any(cue.kind == "coverage" for cue in case.context.cues_in(cluster.sentence.start, before.start))
    return Decision("achieved", "kind.achieved.list") if covers else None


def ranked(case: Case) -> Answer:
    """``Yang paling sedikit Sulawesi Barat, hanya N orang``: the first or last of the places coverage is counted in."""
    cluster = case.cluster
    if case.previous is not None or not case.topic or case.unit not in ("percent", "workers", *ENTITY_UNITS):
        return None
    rank = _RANK.search(case.low, cluster.left_start, cluster.start)
    if rank is None or not case.context.of("REGION", cluster.left_start, cluster.start):
        return None
    before = case.continues
    if (
        before is not None
        and before.decision.kind == "change"
        and not before.cluster.has_percent
        and before.unit == case.unit
    ):
        return replace(
            before.decision, rule="kind.achieved.ranked", source=before
        )  # "Penambahan terbanyak dari Kota X"
    listed = (
        before is not None
        and before.decision.kind == "achieved"
        and before.cluster.has_count
        and before.unit == case.unit
    )
    return Decision("achieved", "kind.achieved.ranked", source=before if listed else None)
