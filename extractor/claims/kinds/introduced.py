"""Where coverage was named without a number: what the sentence before announces, the numbers behind it tell."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, OTHER, Answer, Case, Decision
from extractor.claims.kinds.apart import value_of

OF_THE_WHOLE = re.compile(  # "Rata-rata provinsi berada di level P", behind those of its places
    r"\b(?:rata-rata|rerata|(?:di )?tingkat|secara|level|skala)\s+(?:provinsi|kabupaten|kota|nasional|daerah)\b|"
    r"\b(?:provinsi|kabupaten|kota)(?:nya)? (?:sendiri|rata-rata)\b"
)
# "merinci jumlah pekerja yang sudah terdaftar.", "Berikut data peserta aktif.": a count that is told next
_ANNOUNCES = re.compile(
    r"\b(?:jumlah|data|rincian|perincian|daftar|komposisi|sebaran|angka|merinci|merincikan|memerinci|menguraikan)\b"
    r"(?:(?!\b(?:target|sasaran|potensi|kuota|rencana|iuran|klaim)\b)[^.;:\d])*[.:]?\s*$"
)
_TO_COME = re.compile(r"\b(?:akan|bakal|agar|supaya|harus|wajib|perlu|mesti|ingin|segera|diusulkan|rencananya)\b")
_ANNOUNCED = {  # by the last word of content in the sentence that announces
    "covered": Decision("achieved", "kind.achieved.list", unit="workers"),
    "participant": Decision("achieved", "kind.achieved.list", unit="workers"),
    "registered": Decision("achieved", "kind.achieved.list", "registered_workers", unit="workers"),
    "active": Decision("achieved", "kind.achieved.list", "active_workers", unit="workers"),
    "uncovered": Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full", unit="workers"),
    "planned": Decision("planned", "kind.planned.list", "funded_workers", unit="workers"),
}
_MAY_BE_ALL = re.compile(r"\b(?:terdapat|ada|memiliki|punya)\s+(?:(?:sekitar|sebanyak)\s+)*$")  # "ada N petani"
_TELLS_ELSE = frozenset((*COVER, "uncovered", "target", "planned", "funded", "gap", "up", "down", "base", *OTHER))
_LEADS_TO_NUMBER = re.compile(
    r"\)?\s*:?\s*(?:(?:sebanyak|sejumlah|berjumlah|ada|sekitar|mencapai|tercatat|yakni|yaitu)\s+)*"
)
_IN_ALL = re.compile(r"\b(?:jumlah|total|jumlahnya|totalnya)\s+(?:(?:seluruhnya|keseluruhan|sebanyak|mencapai)\s+)*$")
_SOON = 2  # sentences behind the first of the lead
_OTHER_TALK = frozenset((*OTHER, "target", "planned", "up", "down", "share", "base"))


def introduced(case: Case) -> bool:
    """Whether the sentence before, in the same paragraph or the headline, named coverage without a number.

    The headline's holds for the lead: ``UCJ Dua Kota Timpang`` / ``Dua kota menempuh jalan berbeda. Kota X 33 persen``.
    """
    index = case.cluster.sentence.index
    before = case.context.parsed.sentences[index - 1] if index else None
    if before is None or not case.running_topic:
        return False
    if not case.joined(before) and before.end > case.context.document.title_end:
        return False
    if case.context.has_cue("coverage", before.start, before.end):
        return True
    end, lead = case.context.document.title_end, case.context.parsed.sentences
    first = next((row.index for row in lead if row.start >= end), 0)
    between = case.context.cues_in(end, case.cluster.start)
    return (
        index - first <= _SOON
        and case.context.has_cue("coverage", 0, end)
        and not any(cue.kind in _OTHER_TALK for cue in between)
    )


def announced(case: Case) -> Answer:
    """``Ia merinci pekerja yang sudah terdaftar. Guru honorer 2.140 orang, perangkat desa 3.350 orang``.

    Each number stands right behind the group it counts, or names it, or is the sum of those before it; the sentence
    says nothing else. A further sentence of the same form goes on with the list.
    """
    cluster, index = case.cluster, case.cluster.sentence.index
    if cluster.has_percent or case.unit not in ("workers", None) or not index or not case.running_topic:
        return None
    if any(cue.kind in _TELLS_ELSE for cue in case.sentence_cues) or not _lists(case):
        return None
    before = case.context.parsed.sentences[index - 1]
    told = case.decided[-1] if case.decided else None
    if told is not None and index - told.cluster.sentence.index <= 1:
        for decision in _ANNOUNCED.values():
            if told.decision == decision:
                return decision
    if case.context.in_sentence(before) or cluster.sentence.paragraph - before.paragraph > 1:
        return None
    cues = [cue for cue in case.context.cues_in(before.start, before.end) if cue.kind in _TELLS_ELSE]
    if not cues or any(cue.kind not in (*COVER, "base", cues[-1].kind) for cue in cues):
        return None
    words = case.low[before.start : before.end]
    if not _ANNOUNCES.search(words) or (cues[-1].kind != "planned" and _TO_COME.search(words)):
        return None
    return _ANNOUNCED.get(cues[-1].kind)


def _lists(case: Case) -> bool:
    """Whether the number is an item of a list of groups, or what its items add up to."""
    rows = case.context.in_sentence(case.cluster.sentence)
    items = [row for row in rows if _counts_group(case, row)]
    if case.cluster in items:
        return True
    earlier = [row for row in items if row.index < case.cluster.index]
    total = sum(value_of(row) for row in earlier)
    return len(earlier) > 1 and value_of(case.cluster) == total and bool(_IN_ALL.search(case.low_left))


def _counts_group(case: Case, row: Cluster) -> bool:
    """Whether a count stands right behind the group it counts (``guru honorer 2.140 orang``), or is of it."""
    own = case.context.of("SEGMENT", row.start, row.end + 2) and not _MAY_BE_ALL.search(
        case.low, row.left_start, row.start
    )
    before = [mention for mention in case.context.of("SEGMENT", row.left_start, row.start) if mention.end <= row.start]
    return bool(own) or bool(before and _LEADS_TO_NUMBER.fullmatch(case.low, before[-1].end, row.start))
