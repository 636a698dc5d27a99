"""Parts of a number that other words than its own sentence's tell: the next sentence or line, or a base's."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, Answer, Case, Decided

ITEMISES = re.compile(
    r"[\"“]?\s*(?:[Dd]engan\s+|(?:[Jj]umlah|[Aa]ngka)(?: \w+)? (?:itu|ini|tersebut)\s+)?"
    r"(?:[Rr]incian(?:nya)?|[Pp]erincian(?:nya)?|[Tt]erdiri)\b"
)
_MADE_OF = re.compile(r"(?:[^.;\d]|\b20\d\d\b)*\b(?:terdiri\s+(?:dari|atas)|(?:pe)?rincian(?:nya)?|meliputi)\b[^.;\d]*")
_INTRODUCES = re.compile(r"\b(?:yaitu|yakni|berikut|ini|tersebar di|meliputi|(?:pe)?rincian(?:nya)?)\s*:$")
IS_FROM_AMONG = re.compile(
    r"\s*(?:lebih\s+)?(?:orang\s+|pekerja\s+)?"
    r"(?:di ?antaranya\b(?!\s+(?:telah|sudah|belum|baru))|"
    r"(?:berasal dari|berada di|ada di|bekerja di)\s+(?:sektor|segmen|kalangan|perusahaan)\b)"
)


def is_introduced(case: Case, before: Decided) -> bool:
    """``9.260 orang dari sembilan distrik, yaitu:`` and in the next line ``Distrik X (2.610 orang), Distrik Y ...``."""
    if case.previous is not None or case.unit != before.unit or case.cluster.says(*COVER, "uncovered", "target"):
        return False
    return bool(_INTRODUCES.search(case.low, before.cluster.end, before.cluster.sentence.end))


def part_of_target(case: Case, before: Decided) -> Answer:
    """``Target kita 51.000 orang. Jumlah itu terdiri dari PU 31.000 orang``: parts, in its sentence or the next."""
    if case.cluster.has_percent or not before.cluster.has_count:
        return None
    first = ITEMISES.match(case.text, case.cluster.sentence.start) and case.previous is None
    next_one = before.decision.rule == "kind.part" and case.previous is before and case.coordinated()
    same = case.previous is before and _MADE_OF.fullmatch(case.low, before.cluster.end, case.cluster.start)
    if not (first or same or next_one):
        return None
    cues = (
        case.cluster.near if same else (*case.cluster.left, *case.cluster.near)
    )  # "45 ribu peserta baru, terdiri dari"
    if any(cue.kind in (*COVER, "reached", "target") for cue in cues):
        return None
    return replace(before.decision, rule="kind.part", unit=None, source=before.decision.source if next_one else before)
