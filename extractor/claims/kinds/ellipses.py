"""Numbers whose verb is left out: ``51 persen belum dan 49 persen sudah``."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, OTHER, Answer, Case, Decision

_SAID = re.compile(
    r"(?:\s+(?:orang|pekerja|di antaranya|lagi|lainnya|yang|memang|masih))*\s+(?P<said>belum|sudah)"
    r"(?=\s*(?:[.,;!?\"”\n]|$)|\s+(?:dan|sedangkan|sementara|sisanya)\b)"
)
_FROM_BEFORE = re.compile(
    r"[^.;,\d]{0,30},?\s+(?:(?:naik|meningkat|melonjak|tumbuh|bertambah)\s+)?dari\s+(?:yang\s+)?"
    r"(?:semula|sebelumnya|awalnya|tadinya|(?:tahun|bulan|periode) (?:lalu|sebelumnya))\s+"
    r"(?:(?:hanya|cuma|baru|sekitar|sebesar|sebanyak|yang|masih|di|angka)\s+)*"
)
_BETTER = re.compile(
    r"[^.;\d]{0,30},\s[^.;\d]*\b(?:lebih|masih|jauh|sudah|unggul|tertinggal|kalah|menang)\b[^.;\d]*"
    r"\b(?:dengan|di|pada|yakni|yaitu|sebesar|mencapai|berada)\s+(?:(?:angka|posisi|level|capaian|sekitar)\s+)*"
)
_OF_CONTENT = (*COVER[1:], "target", "planned", "gap", "up", "down", *OTHER)


def said(case: Case) -> Answer:
    """``51 persen belum dan 49 persen sudah``: of the cover spoken of, the verb of which is not said again."""
    cluster = case.cluster
    before = case.previous
    unit = case.unit or (before.unit if before is not None and before.decision.kind == "denominator" else None)
    if unit not in ("percent", "workers") or cluster.says(*_OF_CONTENT) or not case.topic:
        return None
    found = _SAID.match(case.low, cluster.end, cluster.sentence.end)
    if found is None or (cluster.has_count and found["said"] == "belum"):
        return None  # "12.000 belum": the count has a rule of its own
    if found["said"] == "sudah":
        return Decision("achieved", "kind.achieved.carried", unit=unit if case.unit is None else None, source=before)
    points = "percentage_point" if cluster.has_percent and not cluster.has_count else None
    return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full", unit=points)


def before_that(case: Case) -> Answer:
    """``melonjak ke 46 persen dari semula 31 persen``: the level that it was before."""
    before, cluster = case.previous, case.cluster
    if before is None or before.decision.kind != "achieved" or (case.unit or before.unit) != before.unit:
        return None
    if not _FROM_BEFORE.fullmatch(case.low, before.cluster.end, cluster.start):
        return None
    return Decision("achieved", "kind.achieved.from", unit=case.unit or before.unit, source=before)


def set_against(case: Case) -> Answer:
    """``Dibandingkan Kota X yang 39 persen, Kota Y lebih baik dengan 46 persen``: the level that is compared."""
    before, cluster = case.previous, case.cluster
    if before is None or not before.cluster.compared or before.decision.kind != "achieved" or cluster.has_count:
        return None
    if not (before.cluster.has_percent and _BETTER.fullmatch(case.low, before.cluster.end, cluster.start)):
        return None
    placed = case.context.of("REGION", before.cluster.end, cluster.start)
    return Decision("achieved", "kind.achieved.topic") if placed else None
