"""What the sentence behind a number says of all those it counted."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decision
from extractor.claims.kinds.apart import THERE_ARE
from extractor.claims.openings import tells_from
from extractor.model import Cue

_ALL_OF_THEM = re.compile(  # "Mereka semua sudah didaftarkan", "Seluruh kader itu kini dilindungi"
    r"[\"“]?(?:(?:dan|kini|saat ini|sekarang|alhamdulillah|syukurlah|nah),?\s+)*"
    r"(?:mereka(?:\s+(?:semua|semuanya|seluruhnya|ini|itu))?|(?:ke)?semuanya|(?:ke)?seluruhnya|"
    r"(?:para|seluruh|semua)\s+(?:[a-z]+\s+){1,3}?(?:itu|tersebut|ini|tadi))\s+"
    r"(?P<how>(?:(?:sudah|telah|kini|juga|akan|bakal|segera|masih|belum|pun|saat ini|sekarang|nantinya|dipastikan|"
    r"otomatis|resmi)\s+)*)$"
)
_FEW_OF_THEM = re.compile(
    r"[\"“]?(?:(?:namun|tetapi|tapi|sayangnya|dan|sementara|sedangkan|dari (?:jumlah|angka) (?:itu|tersebut)),?\s+)*"
    r"(?:(?:hanya|baru)\s+(?:sebagian(?:\s+kecil)?|sedikit|segelintir|beberapa)|sebagian(?:\s+besar|\s+kecil)?|mayoritas|"
    r"kebanyakan|banyak|(?:belum|tidak)\s+(?:semua|seluruh)(?:nya)?)\b"
    r"(?:\s+(?:dari|di\s?antara)?\s*(?:mereka|nya|para|itu|tersebut|di antaranya))*"
)
_SOME_OTHERS = re.compile(  # "peserta 24.300 orang, dan masih ada yang belum terdaftar": those are others
    r"(?:[^.;\d]|\.(?=\d))*?\b(?:dan|namun|tetapi|tapi|sehingga|artinya|jadi|berarti|sementara|sedangkan|meski(?:pun)?|"
    r"walau(?:pun)?|padahal)\b[^.;\d]*?"
    r"(?<!belum )(?<!tidak )(?<!tak )\b(?:ada|banyak|terdapat|tidak sedikit)\s+"
    r"(?:(?!yang\b)[a-z]+\s+){0,4}?yang\s+(?:masih\s+)?"
)
_CONTENT = (*COVER, "uncovered", "target", "planned", "funded", "gap", "up", "down", "base", *OTHER)
_NOT_YET = re.compile(r"\b(?:akan|bakal|segera|nantinya)\b")


def others_are_out(case: Case, missing: Cue) -> bool:
    """``cakupan 78 persen, dan masih ada yang belum terlindungi``: those who are out are not the ones counted."""
    return _SOME_OTHERS.fullmatch(case.low, case.cluster.end, missing.start) is not None


def most_are_out(case: Case) -> Answer:
    """``Ada 41.000 petani di Kota X. Sebagian besar belum terlindungi``: a base, and then how few of them are in."""
    cluster, sentences = case.cluster, case.context.parsed.sentences
    here = cluster.sentence
    if cluster.has_percent or case.unit not in ("workers", *ENTITY_UNITS) or here.index + 1 >= len(sentences):
        return None
    behind = sentences[here.index + 1]
    if behind.paragraph - here.paragraph > 1 or case.context.in_sentence(behind) or not THERE_ARE.search(case.low_left):
        return None
    if case.context.in_sentence(here)[-1] is not cluster or cluster.says(*_CONTENT):
        return None
    few = _FEW_OF_THEM.match(case.low, tells_from(case.text, behind))
    if few is None:
        return None
    verb = next((cue for cue in case.context.cues_in(few.end(), behind.end) if cue.kind in _CONTENT), None)
    if verb is None or verb.kind not in ("uncovered", *COVER[1:3]):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers")


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
