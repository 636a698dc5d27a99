"""Numbers that answer a question: ``Berapa yang sudah punya kartu Jamsostek? Baru 3.900 orang.``"""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, OTHER, Answer, Case, Decision

_ASKS = re.compile(r"\?[\"”]?\s*$")
_REST = re.compile(r"[^?]*\b(?:kenapa|mengapa|bagaimana|siapa|kapan|(?:di|ke|dari) ?mana|apa(?:kah)?)\b", re.IGNORECASE)
_ANSWERS = re.compile(  # how many, and no more: who answers may stand before a colon
    r"[\"“]?(?:[^.;:\d\"“”]{0,60}\b(?:men)?jawab\w*\s*[:,]\s*[\"“]?)?"
    r"(?:(?:ya|oh|wah|jawabannya|ternyata|tahukah anda)\b,?\s*)?"
    r"(?:(?:baru|hanya|cuma|sudah|sekitar|kira-kira|kurang lebih|lebih dari|kurang dari|tidak sampai|tak sampai|hampir|"
    r"nyaris|tidak lebih dari|tak lebih dari|tidak kurang dari|tak kurang dari|ada|sebanyak|jumlahnya|angkanya|"
    r"mencapai|persisnya|tepatnya|masih|tinggal)\b\s*)*",
    re.IGNORECASE,
)
_KINDS = frozenset((*COVER, "uncovered", "target", "planned", "base", *OTHER))


def answered(case: Case) -> Answer:
    """The level, or the gap, that the question right before asks for: by its last word of cover."""
    cluster, index = case.cluster, case.cluster.sentence.index
    before = case.context.parsed.sentences[index - 1] if index else None
    if before is None or case.previous is not None or not _ASKS.search(case.text, before.start, before.end):
        return None
    if cluster.sentence.paragraph - before.paragraph > 1 or before.end <= case.context.document.title_end:
        return None
    if _REST.match(case.text, before.start, before.end) or case.unit not in ("workers", "percent", None):
        return None
    if not _ANSWERS.fullmatch(case.text, cluster.sentence.start, cluster.start):
        return None
    cues = [cue.kind for cue in case.context.cues_in(before.start, before.end) if cue.kind in _KINDS]
    if not cues or cues[-1] not in (*COVER, "uncovered") or any(kind in OTHER for kind in cues):
        return None
    if cues[-1] == "uncovered":
        return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full", unit=case.unit or "workers")
    return Decision("achieved", "kind.achieved.carried", unit=case.unit or "workers")
