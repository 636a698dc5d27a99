"""What is told of all of them together: how many there are, that most are out, or that not all are in."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decision
from extractor.claims.kinds.apart import PEOPLE, of_people, value_of

_ITS_NUMBER = re.compile(r"\b(?:jumlahnya|totalnya)\s+(?:(?:ada|sekitar|mencapai|sebanyak|itu)\s+)*$")
_IN_ALL = re.compile(r"\s+(?:orang\s+)?(?:untuk\s+|secara\s+)?(?:ke)?seluruhan(?:nya)?\b")  # "untuk keseluruhan"
_WHEREAS = re.compile(
    r"padahal\b(?![^.;]*\b(?:masih|sempat|sebelumnya)\b)[^.;]*\b(?:ada|terdapat|jumlah(?:nya)?|total(?:nya)?|potensi(?:nya)?|populasi(?:nya)?|semestanya|diperkirakan|ditaksir)\b|"
    r"(?:sementara|sedangkan|adapun)\s+(?:jumlah|total)(?:nya|\s+(?:se|ke)\w+nya)\b|"
    rf"(?:sementara|sedangkan|adapun)\s+(?:jumlah |total )?{PEOPLE}(?:nya)?\s+(?:(?:di|se)\b[^.;,]*\s)?"
    rf"(?:mencapai|sebanyak|berjumlah|ada|sekitar)\b|"
    rf"(?:sementara|sedangkan) {PEOPLE} di (?:sana|sini|(?:daerah|wilayah|kabupaten|kota|provinsi) (?:itu|ini)) $|"
    rf"(?:sementara|sedangkan|adapun|padahal)\s+{PEOPLE}nya\s+$",
    re.IGNORECASE,
)
_FEW_ARE_IN = re.compile(
    r"[^.;\d]{0,80}?,?\s+"
    r"(?:(?:tapi|tetapi|namun|akan tetapi|sayangnya|hanya saja|meski(?:pun)?|walau(?:pun)?|dan|yang|di ?mana)[\s,]+)?"
    r"(?:(?:mereka|masih|hanya|baru|itu|yang|ternyata|kebanyakan)\s+)*"
    r"(?:banyak|sebagian(?:\s+(?:besar|kecil|di antaranya))?|mayoritas|kebanyakan|sedikit|segelintir|"
    r"(?:belum|tidak)\s+(?:semua|seluruh|banyak)(?:nya)?)\b"
)
_NOT_ALL_OF_THEM = re.compile(r"[^.;\d]{0,60}\b(?:belum|tidak|tak)\s+(?:semua|seluruh)(?:nya)?\b")


def not_all_in(case: Case) -> Answer:
    """``Dari 430 ribu pekerja, belum semuanya terdaftar``: how many there are, not how many are missing."""
    cluster = case.cluster
    if cluster.has_percent or case.unit not in ("workers", *ENTITY_UNITS) or not case.running_topic:
        return None
    said = _NOT_ALL_OF_THEM.match(case.low, cluster.end, cluster.right_end)
    if said is None or cluster.last(*COVER[1:], "uncovered", "planned", "target"):
        return None
    verb = case.context.cues_in(cluster.end, cluster.right_end)
    if not any(cue.kind in ("uncovered", *COVER[1:]) for cue in verb):
        return None
    return Decision("denominator", "kind.denominator", "eligible_workers")


def mostly_out(case: Case) -> Answer:
    """``Ada 4.300 pemulung, tetapi banyak yang belum terlindungi``: a base, and how few of them are in, in words."""
    cluster = case.cluster
    if cluster.has_percent or case.following is not None or not case.running_topic:
        return None
    if case.unit not in ("workers", *ENTITY_UNITS) and not (case.unit is None and of_people(case)):
        return None
    if cluster.says(*COVER, "uncovered", "target", "funded", "planned", "gap", "up", "down"):
        return None
    how_many = _FEW_ARE_IN.match(case.low, cluster.end, cluster.sentence.end)
    if how_many is None:
        return None
    said = case.context.cues_in(how_many.end(), cluster.sentence.end)
    verb = next((cue for cue in said if cue.kind in (*COVER, "uncovered", *OTHER)), None)
    if verb is None or verb.kind in OTHER or "," in case.text[how_many.end() : verb.start]:
        return None  # "4.300 orang, sebagian besar petani, yang belum terlindungi": so many are out
    return Decision("denominator", "kind.denominator.before", "eligible_workers", unit=case.unit or "workers")


def whereas(case: Case) -> Answer:
    """``baru 3.000 pengojek yang terdaftar, padahal ada 10.000``: there are so many more of them.

    So is ``jumlahnya N untuk keseluruhan``, whatever the word before it says of the part.
    """
    cluster = case.cluster
    opens = case.text.startswith(
        "Padahal", cluster.sentence.start + case.text.startswith(('"', "“"), cluster.sentence.start)
    )
    before = case.previous or (case.continues if opens else None)
    if before is None or cluster.has_percent or before.decision.kind not in ("achieved", "planned"):
        return None
    in_all = _ITS_NUMBER.search(case.low_left) and _IN_ALL.match(case.low, cluster.end)
    other = cluster.says(*COVER[1:4], "uncovered", "target", "planned")
    if not in_all and (other or not _WHEREAS.match(case.text, cluster.left_start, cluster.start)):
        return None
    less = value_of(before.cluster) < value_of(cluster) or not before.cluster.has_count
    if not less or (before.unit in ENTITY_UNITS and case.unit == "workers"):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers", source=before)
