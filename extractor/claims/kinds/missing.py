"""Gaps: those who are missing, from full cover or from a target."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, Answer, Case, Decision, Refusal
from extractor.model import Cue

OF_TARGET = re.compile(
    r"\s*(?:dari|terhadap|menuju|untuk mencapai|ke)\s+(?:total\s+)?(?:target|sasaran)\b", re.IGNORECASE
)
_FOR_TARGET = re.compile(r"\b(?:memenuhi|mencapai|mengejar|menuju|capai)\s+(?:\w+\s+){0,2}target\b", re.IGNORECASE)
_STILL_OUT = re.compile(r"\s*(?:yang\s+|lagi\s+|\w+nya\s+)?(?:memang\s+|masih\s+)?belum\b", re.IGNORECASE)


def uncovered(case: Case) -> Answer:
    """``N pekerja yang belum terlindungi``: those missing from full cover.

    Not where a budget is for them (``mengalokasikan iuran bagi N pekerja yang belum terlindungi``).
    """
    cluster = case.cluster
    if cluster.last("planned", "funded"):
        return None
    after = next((cue for cue in cluster.near if cue.kind in ("uncovered", *COVER[:5])), None)
    before = cluster.last(*COVER, "uncovered", "base")
    if (after and after.kind == "uncovered") or (after is None and before and before.kind == "uncovered"):
        to_target = _FOR_TARGET.search(case.text, cluster.end, cluster.right_end)
        return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="target" if to_target else "full")
    return None


def rest_not(case: Case) -> Answer:
    """``Yang tersisa 321 desa belum``: the rest of what was counted before, with a bare ``belum``."""
    rest = any(cue.kind == "rest" for cue in case.cluster.left)
    if not rest or not _STILL_OUT.match(case.text, case.cluster.end) or case.continues is None:
        return None
    return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)


def _kept(case: Case, gap: Cue) -> bool:
    """``gap terhadap target sebesar``: a target word right after the gap word still belongs to the gap."""
    later = [cue for cue in case.cluster.left if cue.kind in ("target", "become", "reached") and cue.start > gap.start]
    return bool(later) and later[-1].kind == "target" and later[-1].start - gap.end <= 12


def gap(case: Case) -> Answer:
    """``gap P dari target T``, ``kekurangan N untuk mencapai target``: the missing part is named."""
    cluster = case.cluster
    word = cluster.last("gap")
    if word is None or (cluster.last("gap", "target", "become", "reached") is not word and not _kept(case, word)):
        return None
    before = case.previous
    if cluster.linked and before and before.decision.kind in ("gap", "target"):
        gap_to = before.decision.gap_to or "target"
        return Decision("gap", "kind.gap.word", gap_to=gap_to, source=before)
    if not (cluster.says(*COVER, "jamsostek", "target") or case.topic):
        return Refusal("nothing in its clause says that coverage is missing")
    before = case.continues
    if before is not None and before.decision.kind == "target" and before.cluster.has_percent and cluster.has_percent:
        return Decision("gap", "kind.gap.word", gap_to="target", source=before)
    behind = OF_TARGET.match(case.text, cluster.end) or _FOR_TARGET.search(case.text, cluster.end, cluster.right_end)
    to_target = behind is not None or cluster.says("target")
    return Decision("gap", "kind.gap.word", gap_to="target" if to_target else "unknown")
