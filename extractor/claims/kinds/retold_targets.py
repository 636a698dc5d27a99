"""A target told once more: in people behind its percentage, or as what it was raised to."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import Answer, Case, Decision

_COMES_TO = re.compile(
    r"(?:[^.;,\d]|\b20\d\d\b){0,140}?,?\s+(?:maka\s+|itu\s+)?(?:diperkirakan|diproyeksikan|ditaksir|setara|berarti)\s+"
    r"(?:(?:mencapai|sekitar|sebanyak|sejumlah|dengan|lebih dari|kurang lebih|sebesar)\s+)*"
)
_IF_REACHED = re.compile(  # "Jika target 44 persen tercapai, berarti 39 ribu pekerja terlindungi"
    r"[\"“]?(?:jika|bila|kalau|apabila|andai|seandainya|begitu|ketika|saat)\b[^.;]{0,60}?"
    r"\b(?:tercapai|terpenuhi|terealisasi|dicapai|terwujud)\b"
)
_RAISED = re.compile(  # "angka itu ditingkatkan menjadi 16 ribu penerima manfaat"
    r"\b(?:angka|jumlah|target|sasaran|kuota)(?:\s+(?:itu|tersebut|ini)|nya)\s+(?:(?:lalu|kemudian|akhirnya|kami|kita|lagi)\s+)*"
    r"(?:ditingkatkan|dinaikkan|ditambah|direvisi|diubah|digenjot|dikerek|diperbesar|dipangkas|diturunkan|dikurangi)"
    r"\s+(?:lagi\s+)?(?:menjadi|jadi)\s+(?:(?:sekitar|sebanyak|total)\s+)*$"
)
_OF_THE_TARGET = re.compile(  # "baru 36,5 persen dari target 2025 tercapai UCJ 51,9 persen"
    r"\s*,?\s*dari\s+(?:target|sasaran)\b[^.;,\d]*(?:\b20\d\d\b[^.;,\d]*)?"
)


def of_the_target(case: Case) -> Answer:
    """``baru 36 persen dari target 2025 tercapai 52 persen``: the higher of two percentages is the target itself."""
    row, cluster = case.context.before(case.cluster), case.cluster
    if row is None or not (row.has_percent and cluster.has_percent) or not case.topic:
        return None
    if cluster.slots[0].quantity.value <= row.slots[-1].quantity.value:
        return None
    if not _OF_THE_TARGET.fullmatch(case.low, row.end, cluster.start):
        return None
    return Decision("target", "kind.target.word", source=case.previous)


def counted(case: Case) -> Answer:
    """``target cakupan 100 persen pekerja diperkirakan mencapai 90.100 orang``: the same target in people."""
    before, cluster = case.previous, case.cluster
    if before is None or before.decision.kind != "target" or not before.cluster.slots[-1].is_percent:
        return None
    if not cluster.has_count or cluster.has_percent or case.unit not in ("workers", None):
        return None
    if cluster.says("now", "uncovered", "gap", "up", "down"):
        return None
    if cluster.says("reached") and not _IF_REACHED.match(case.low, cluster.sentence.start):
        return None
    if not _COMES_TO.fullmatch(case.low, before.cluster.end, cluster.start):
        return None
    return replace(before.decision, rule="kind.coordinated", unit="workers", source=before)


def raised(case: Case) -> Answer:
    """``Awalnya target kami 11 ribu orang. Lalu angka itu ditingkatkan menjadi N``: the target of today."""
    before, cluster = case.continues, case.cluster
    if before is None or before.decision.kind not in ("target", "planned") or case.unit not in (before.unit, None):
        return None
    if not _RAISED.search(case.low_left) or before.cluster.has_percent != cluster.has_percent:
        return None
    return Decision(before.decision.kind, "kind.target.become", before.decision.indicator, source=before)
