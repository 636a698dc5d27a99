"""Questions that the press answers itself: ``Berapa yang terdaftar? Tak sampai 500``."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, OTHER, Answer, Case, Decided, Decision
from extractor.model import Cue

_HEDGES = (
    r"(?:(?:tak|tidak|belum)\s+(?:sampai|lebih dari|kurang dari)|(?:kurang|lebih)\s+(?:dari|lebih|kurang)|"
    r"di (?:bawah|atas)|"
    r"masih|hanya|baru|cuma|sudah|telah|ada|tinggal|sekitar|sekira|kira-kira|hampir|nyaris|sebanyak|sejumlah|"
    r"sebesar|mencapai|"
    r"ternyata|paling|kini|sekarang|"
    r"jauh (?:di (?:bawah|atas)(?:nya)?|lebih (?:rendah|tinggi|kecil|besar|sedikit|banyak))|lebih (?:rendah|"
    r"tinggi|kecil|parah)|jumlahnya|totalnya|angkanya|persisnya|tepatnya|itu|ya|sedikitnya|setidaknya|minimal)"
)
# What may stand between the question and the number of the answer: hedges, and who answers.
_ANSWERS = re.compile(
    r"[\"“”]?\s*[\"“]?(?:(?:ternyata|jawabannya|faktanya|nyatanya|menurut|kata|berdasarkan)\b[^.;:?\d]{0,90}?[,:]?\s+)?"
    rf"[\"“]?(?:{_HEDGES}[\s,]+)*|"
    r"[^.;:?\d]{3,110}?\b(?:menyebut(?:kan)?|membeberkan|mengungkap(?:kan)?|menjawab|mengatakan|menjelaskan|"
    r"memaparkan|merinci|"
    rf"mencatat)(?:\s*[:,])?\s+(?:angka(?:nya)?\s+)?(?:{_HEDGES}\s+)*",
)
_ASKS = re.compile(r"(?:^|[.!?\n,:\"“”])\s*[\"“]?(?P<asked>[^.!?\n\"“”]{3,160})\?$")
_HOW_MANY = re.compile(r"\b(?:se)?berapa\b")
_OF = {
    "companies": re.compile(r"\b(?:perusahaan|badan usaha|pemberi kerja)\b"),
    "villages": re.compile(r"\b(?:desa|kelurahan|kalurahan|kampung|nagari|gampong|pekon)\b"),
    "projects": re.compile(r"\bproyek\b"),
}
_MONEY = re.compile(r"\b(?:iuran|biaya|anggaran|dana|santunan|rupiah|harga|lama|umur|usia)\b")
_NOT_YET = re.compile(
    r"\s*(?:lalu |lantas |terus )?(?:berapa )?(?:[\w-]+ ){0,2}?yang (?:masih )?belum\s*(?:itu|ini)?\s*(?:berapa)?\s*"
)
_REALISATION = re.compile(r"\b(?:realisasi|capaian|hasil|pencapaian)(?:nya)?\b")
_BEHIND_QUESTION = 2  # sentences from a base to the answer
_NEXT = 5  # words that name the next group: "Lalu pekerja informal?"
_SHORT = 12  # words of a question without "berapa": "Yang belum?", "Realisasinya?"


def answered(case: Case) -> Answer:
    """``Yang belum? Tinggal 41 orang``: the number that opens the answer is of those asked about."""
    cluster = case.cluster
    if case.context.before(cluster) is not None and "?" not in case.text[cluster.left_start : cluster.start]:
        return None
    asked = _question(case)
    if asked is None or not case.running_topic:
        return None
    start, end = asked
    words = case.low[start:end]
    cues = [cue for cue in case.context.cues_in(start, end) if cue.kind in (*COVER, "uncovered", "reached", *OTHER)]
    if any(cue.kind in OTHER for cue in cues) or _MONEY.search(words):
        return None
    if not _HOW_MANY.search(words) and len(words.split()) > _SHORT:
        return None
    return _of_question(case, cues, start, end)


def _of_question(case: Case, cues: list[Cue], start: int, end: int) -> Answer:
    words = case.low[start:end]
    last = next((cue for cue in reversed(cues) if cue.kind != "reached"), None)
    unit = case.unit or next((unit for unit, nouns in _OF.items() if nouns.search(words)), "workers")
    if last is not None and last.kind == "uncovered":
        return Decision("gap", "kind.gap.topic", "uncovered_workers", gap_to="full", unit=unit)
    if last is not None:
        return Decision("achieved", "kind.achieved.carried", unit=unit, source=_asked_of(case))
    before = case.goes_on
    if before is None:
        return None
    if _NOT_YET.fullmatch(words):  # "Yang belum?", of those told before
        return Decision("gap", "kind.gap.topic", "uncovered_workers", gap_to="full", unit=unit)
    if _of_next(case, before, start, end):
        return Decision("achieved", "kind.achieved.carried", unit=unit)
    if before.decision.kind == "target" and _realised(before, case, words):
        return Decision("achieved", "kind.achieved.realised", unit=unit, source=before)
    return None


def _asked_of(case: Case) -> Decided | None:
    """``Sopir di sini 2.150 orang. Berapa yang ikut?``: the base that stands right before the question."""
    before = case.goes_on
    if before is None or before.decision.kind != "denominator":
        return None
    near = case.cluster.sentence.index - before.cluster.sentence.index <= _BEHIND_QUESTION
    return before if near and before.cluster.sentence.paragraph == case.cluster.sentence.paragraph else None


def _of_next(case: Case, before: Decided, start: int, end: int) -> bool:
    """``Formal 72 persen. Sektor informal? 14 persen``: the next group or place, and nothing else is asked for."""
    if before.decision.kind != "achieved" or before.cluster.has_percent != case.cluster.has_percent:
        return False
    rows = (*case.context.of("SEGMENT", start, end), *case.context.of("REGION", start, end))
    return bool(rows) and len(case.low[start:end].split()) <= _NEXT


def _realised(before: Decided, case: Case, words: str) -> bool:
    """``Ditargetkan 10.000 orang. Realisasinya? 8.200``: in the target's own unit."""
    return bool(_REALISATION.search(words)) and before.cluster.has_percent == case.cluster.has_percent


def _question(case: Case) -> tuple[int, int] | None:
    """The span of the question right before the number's answer, in its paragraph."""
    cluster = case.cluster
    start = case.text.rfind("\n", 0, cluster.start) + 1
    end = case.text.rfind("?", start, cluster.start) + 1
    if not end or not _ANSWERS.fullmatch(case.low, end, cluster.start):
        return None
    found = _ASKS.search(case.text[start:end])
    return (start + found.start("asked"), end - 1) if found else None
