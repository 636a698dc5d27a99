"""Populations counted first, their level behind: in the next clause, the next sentence, or before ``padahal``."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.claims.context import Cluster
from extractor.claims.decisions import COVER, ENTITY_UNITS, Answer, Case, Decision

_THERE_ARE = re.compile(
    r"\b(?:ada|terdapat|memiliki|mempunyai|punya|jumlah(?:nya)?|totalnya|sebanyak|berjumlah|perangkatnya)\b"
)
_LEVEL_OPENS = re.compile(
    r"[\"“]?(?:(?:Namun|Tetapi|Tapi|Sementara(?: itu)?|Sedangkan|Padahal|Sayangnya),?\s+)?"
    r"(?:[Yy]ang|[Bb]aru|[Hh]anya|[Dd]ari (?:jumlah|angka|total) (?:itu|tersebut|ini))\b"
)
_OUT_OF_ALL = re.compile(r"\b[Dd]ari (?:(?:jumlah|total|seluruh|keseluruhan)\b[^.;]*|(?:sekitar |sebanyak )?)$")
_WHO_ARE_IN = re.compile(
    r"[^.;\d]*?\byang\s+(?:sudah|telah|baru|terdaftar|terlindungi|tercover|ikut|menjadi peserta)\b[^.;\d]*"
    r"\b(?:sebanyak|sejumlah|hanya|baru|ada|mencapai|berjumlah)\s+"
)
REGISTERED_ELSEWHERE = re.compile(
    r"\b(?:terdaftar|tercatat|terdata)\s+(?:di|pada)\s+(?:[Kk]ementerian|Kemen\w+|[Dd]inas|Disnaker\w*|BPS|Badan Pusat|"
    r"Dukcapil|OSS|DTKS)\b[^.;,]*$"
)
_WHEREAS = re.compile(
    r"padahal\b(?![^.;]*\b(?:masih|sempat|sebelumnya)\b)[^.;]*\b(?:ada|terdapat|jumlah|total|potensi|diperkirakan)\b",
    re.IGNORECASE,
)


def counted_first(case: Case) -> Answer:
    """``Di Aceh ada 6.400 desa. Yang sudah terdaftar 2.657 desa``: the base, its level in the sentence behind it."""
    cluster = case.cluster
    if cluster.has_percent or case.unit not in ("workers", *ENTITY_UNITS) or not _alone(case):
        return None
    if cluster.says(*COVER, "uncovered", "target", "funded", "planned", "gap", "up", "down"):
        return None
    sentences, index = case.context.parsed.sentences, cluster.sentence.index
    if index + 1 >= len(sentences) or sentences[index + 1].paragraph != cluster.sentence.paragraph:
        return None
    behind = case.context.in_sentence(sentences[index + 1])
    if (
        not behind
        or not _THERE_ARE.search(case.low_left)
        or not _LEVEL_OPENS.match(case.text, behind[0].sentence.start)
    ):
        return None
    level = behind[0]
    covers = any(cue.kind in COVER[1:] for cue in (*level.left, *level.near))
    if not covers or level.slots[0].quantity.unit not in (case.unit, None) or not _smaller(level, case):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers")


def _alone(case: Case) -> bool:
    """Whether what else the sentence counts behind it is something else: ``19.255 orang pada 1.580 perusahaan``."""
    rows = [row for row in case.context.in_sentence(case.cluster.sentence) if row.start > case.cluster.start]
    return all(slot.quantity.unit not in (case.unit, None, "percent") for row in rows for slot in row.slots)


def on_record(case: Case) -> Answer:
    """``500 ribu perusahaan menjadi peserta. Yang terdaftar di Kementerian Hukum 700 ribu``: all there are of them."""
    before, cluster = case.continues, case.cluster
    if (
        before is None
        or cluster.has_percent
        or before.decision.kind != "achieved"
        or not REGISTERED_ELSEWHERE.search(case.left)
    ):
        return None
    if before.cluster.slots[0].quantity.unit != case.unit or _value(before.cluster) >= _value(cluster):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers", source=before)


def out_of_all(case: Case) -> Answer:
    """``Dari jumlah pekerja sebanyak N orang yang sudah masuk sebanyak M``: the verb belongs to the second."""
    row = case.following
    if row is None or case.cluster.has_percent or case.unit != "workers" or not _smaller(row, case):
        return None
    if not _OUT_OF_ALL.search(case.left) or not _WHO_ARE_IN.fullmatch(case.text, case.cluster.end, row.start):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers")


def whereas(case: Case) -> Answer:
    """``baru 3.000 pengojek yang terdaftar, padahal ada 10.000``: there are so many more of them."""
    before, cluster = case.previous, case.cluster
    if before is None or cluster.has_percent or before.decision.kind != "achieved" or not before.cluster.has_count:
        return None
    if not _WHEREAS.match(case.text, cluster.left_start, cluster.start) or cluster.says(
        *COVER[1:4], "uncovered", "target", "planned"
    ):
        return None
    if _value(before.cluster) >= _value(cluster):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers", source=before)


def _smaller(level: Cluster, case: Case) -> bool:
    return not level.slots[0].is_percent and _value(level) < _value(case.cluster)


def _value(cluster: Cluster) -> Decimal:
    """The first count of a cluster, its upper end where it is a range."""
    quantity = next((slot.quantity for slot in cluster.slots if not slot.is_percent), cluster.slots[0].quantity)
    return quantity.value_max or quantity.value
