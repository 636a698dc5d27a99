"""What the sentence behind a number says of all those it counted."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decision
from extractor.claims.openings import tells_from

_ALL_OF_THEM = re.compile(  # "Mereka semua sudah didaftarkan", "Seluruh kader itu kini dilindungi"
    r"[\"“]?(?:(?:dan|kini|saat ini|sekarang|alhamdulillah|syukurlah|nah),?\s+)*"
    r"(?:mereka(?:\s+(?:semua|semuanya|seluruhnya|ini|itu))?|(?:ke)?semuanya|(?:ke)?seluruhnya|"
    r"(?:para|seluruh|semua)\s+(?:[a-z]+\s+){1,3}?(?:itu|tersebut|ini|tadi))\s+"
    r"(?P<how>(?:(?:sudah|telah|kini|juga|akan|bakal|segera|masih|belum|pun|saat ini|sekarang|nantinya|dipastikan|"
    r"otomatis|resmi)\s+)*)$"
)
_CONTENT = (*COVER, "uncovered", "target", "planned", "funded", "gap", "up", "down", "base", *OTHER)
_NOT_YET = re.compile(r"\b(?:akan|bakal|segera|nantinya)\b")


def all_of_them(case: Case) -> Answer:
    """``Ada 3.200 kader di Kota X. Mereka semua sudah didaftarkan``: how many they are, and then that they are in."""
    cluster, sentences = case.cluster, case.context.parsed.sentences
    here = cluster.sentence
    if cluster.has_percent or case.unit not in ("workers", *ENTITY_UNITS) or here.index + 1 >= len(sentences):
        return None
    behind = sentences[here.index + 1]
    if behind.paragraph - here.paragraph > 1 or any(cue.kind in _CONTENT for cue in case.sentence_cues):
        return None
    if case.context.in_sentence(here)[-1] is not cluster:
        return None  # "3.200 kader dari 41 desa": which of them is left open
    verb = next((cue for cue in case.context.cues_in(behind.start, behind.end) if cue.kind in _CONTENT), None)
    if verb is None or verb.kind not in ("covered", "registered", "participant", "funded", "uncovered", "planned"):
        return None
    said = _ALL_OF_THEM.match(case.low[: verb.start], tells_from(case.text, behind))
    if said is None:
        return None
    if verb.kind == "uncovered":
        return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full")
    if verb.kind == "planned" or _NOT_YET.search(said["how"]):
        return Decision("planned", "kind.planned.word", "funded_workers")
    return Decision("achieved", "kind.achieved.shared", "covered_workers")
