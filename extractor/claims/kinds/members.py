"""Numbers that leave out whom they count, behind a sentence on members: ``Peserta terus naik. Kini sudah N orang``."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, OTHER, Answer, Case, Decision

_ONLY_WHEN = re.compile(  # "Saat ini sudah mencapai 34 ribu orang": when and how many, but not who
    r"[\"“]?(?:(?:saat ini|kini|sekarang|"
    r"(?:setelah|hingga|sampai|per|pada|di|sepanjang|selama|tahun|bulan|posisi|akhir|awal)\s[^,.;]{2,60}?),?\s+)?"
    r"(?:(?:sudah|telah|baru|hanya|masih|ada|mencapai|tercatat|sebanyak|sejumlah|sekitar|di angka|berada di angka|"
    r"menjadi|menembus|tembus|hampir|lebih dari|kurang lebih|terdapat|total(?:nya)?)\s+)+"
)
_NUMBER_OF = re.compile(r"\b(?:jumlah|kepesertaan|angka|total|catatan|data)\b")
_TO_COME = re.compile(
    r"\b(?:akan|bakal|agar|supaya|harus|wajib|perlu|mesti|dapat|bisa|ingin|segera|untuk|belum|tidak|jika|bila|bahwa)\b"
)
_AND_SO_MANY = re.compile(
    r"\s*(?:(?:kita|kami|di sini|itu|tersebut|saja|ada|sebanyak|sejumlah|berjumlah|jumlahnya|sekitar|mencapai|:)\s*)*"
)
_IN_BY_NOW = re.compile(r"\b(?:kini|telah|sudah|resmi|semua(?:nya)?|seluruh(?:nya)?|akhirnya|mulai)\b")
_OTHERWISE = ("base", "uncovered", "target", "planned", "gap", "up", "down")
_AGAIN = 2  # sentences back in which the group was said to be in
_DONE = re.compile(r"\b(?:juga|telah|sudah)\s+$")

_WHERE_NOW = re.compile(  # "target kepesertaan, di mana tahun lalu sudah 31 ribu orang"
    r"\b(?:kepesertaan|peserta|cakupan|coverage)(?:nya)?\b[^.;,\d]{0,60},?\s(?:di ?mana|yang mana)\s"
    r"(?:(?!\b(?:target\w*|\w+target\w*|akan|belum|untuk|agar|bagi)\b)(?:[^.;\d]|20\d\d))*?"
    r"\b(?:sudah|telah|baru|masih|mencapai|tercatat|hanya)\s+(?:(?:ada|sekitar|sebanyak|mencapai|sebesar|di|angka)\s+)*$"
)


def where_now(case: Case) -> Answer:
    """``target kepesertaan, di mana tahun lalu sudah 31 ribu orang``: how many are in, told of an aim."""
    if case.unit not in ("workers", "percent", None) or not case.topic:
        return None
    if case.cluster.says("uncovered", "planned", "gap", "up", "down", *OTHER):
        return None
    if not _WHERE_NOW.search(case.low, case.cluster.sentence.start, case.cluster.start):
        return None
    unit = case.unit or "workers"
    return Decision("achieved", "kind.achieved.carried", unit=unit if unit != "percent" else None)


def counted(case: Case) -> Answer:
    """``Peserta di Bali terus naik. Saat ini sudah mencapai 34 ribu orang``: members, as counted before.

    It must speak of how many they are: behind ``Peserta mendapat pelatihan`` a number is one of those trained.
    """
    cluster = case.cluster
    if case.previous is not None or cluster.has_percent or case.unit not in ("workers", None):
        return None
    sentence = cluster.sentence
    if not sentence.index or not _ONLY_WHEN.fullmatch(case.low, sentence.start, cluster.start):
        return None
    before = case.context.parsed.sentences[sentence.index - 1]
    kinds = {cue.kind for cue in case.context.cues_in(before.start, before.end)}
    counts = kinds & {"up", "down", "active"} or _NUMBER_OF.search(case.low, before.start, before.end)
    return Decision("achieved", "kind.achieved.carried") if counts and members_named(case, paragraphs=1) else None


def named_again(case: Case) -> Answer:
    """``Kader posyandu kini dilindungi Jamsostek. Kader posyandu 1.285 orang``: of those said to be in."""
    cluster, sentences = case.cluster, case.context.parsed.sentences
    if cluster.has_percent or case.unit not in ("workers", None) or cluster.says(*COVER, *_OTHERWISE, *OTHER):
        return None
    groups = case.context.of("SEGMENT", cluster.left_start, cluster.start)
    if not groups or not _AND_SO_MANY.fullmatch(case.low, groups[-1].end, cluster.start):
        return None
    for before in reversed(sentences[max(0, cluster.sentence.index - _AGAIN) : cluster.sentence.index]):
        if cluster.sentence.paragraph - before.paragraph > 1:
            break
        cues = [cue for cue in case.context.cues_in(before.start, before.end) if cue.kind in (*COVER, *OTHER)]
        told = {row.value for row in case.context.of("SEGMENT", before.start, before.end)}
        if groups[-1].value not in told or not cues or cues[-1].kind not in ("covered", "registered"):
            continue
        if not _TO_COME.search(case.low, before.start, cues[-1].start) and _IN_BY_NOW.search(
            case.low, before.start, cues[-1].end
        ):
            return Decision("achieved", "kind.achieved.carried", unit="workers")
    return None


def members_named(case: Case, paragraphs: int = 0) -> bool:
    """``Pertumbuhan peserta aktif terlihat. Saat itu jumlahnya N``: members, named last in the sentence before.

    It stands in the same paragraph, or so many ``paragraphs`` before.
    """
    index = case.cluster.sentence.index
    before = case.context.parsed.sentences[index - 1] if index else None
    if before is None or not (case.joined(before) or case.cluster.sentence.paragraph - before.paragraph <= paragraphs):
        return False
    if case.cluster.says("base", "uncovered"):
        return False
    cues = [cue for cue in case.context.cues_in(before.start, before.end) if cue.kind in (*COVER, "base", *OTHER)]
    group = case.context.of("SEGMENT", before.start, before.end)  # of whom it must speak where they only are registered
    if cues and (
        cues[-1].kind == "covered" or (cues[-1].kind == "registered" and group)
    ):  # "Pemkot juga melindungi pekerja informal lain. Jumlahnya mencapai N"
        # "Petugas KPPS dilindungi. Jumlahnya N", "Mereka resmi menjadi peserta"
        state = case.low.startswith(
            ("ter", "didaftarkan", "dilindungi", "menjadi peserta", "jadi peserta"), cues[-1].start
        )
        done = bool(_DONE.search(case.low, before.start, cues[-1].start))
        return (done or (state and not _TO_COME.search(case.low, before.start, cues[-1].start))) and case.topic
    return bool(cues) and cues[-1].kind in ("active", "participant")
