"""Shares: which part of those who are in a group is, and what percentages of members are of."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.claims.decisions import COVER, DISTRACTORS, Answer, Case, Decision, Refusal
from extractor.claims.kinds.apart import value_of
from extractor.numbers import exponent

_BEFORE = 6  # statements back in which count and base may stand

OF_POTENTIAL = re.compile(
    r"\)?\s*dari\s+(?:(?:total|jumlah|seluruh)\s+)?(?:potensi|populasi|semesta|angkatan kerja)\b", re.IGNORECASE
)
_OF_THAT_ARE = re.compile(r"\s*dari\s+(?:jumlah|angka|total)\s+(?:itu|tersebut|ini)\s+(?:ialah|adalah|merupakan)\b")
_ALL = 100  # percent
OPENS_FROM = re.compile(r"[\"“]?\s*Dari\b")
_LARGEST = re.compile(
    r"\b(?:peserta|kepesertaan)\s+(?:terbesar|terbanyak|paling banyak)\s+(?:berasal\s+|ada\s+|yakni\s+)?(?:dari|di)\b"
)
_COMPOSED = re.compile(
    r"\s*(?:dari\s+)?(?:total\s+|seluruh\s+)?(?:perusahaan\s+)?(?:peserta|kepesertaan)(?:\s+aktif)?\s+"
    r"(?:(?!yang\b)[^.;,\d\s]+\s+){0,7}?"
    r"(?:adalah|merupakan|berasal|ialah|didominasi|(?:berada|ada|tersebar|bekerja) di)\b"
)
_GIVES = re.compile(  # "Kontribusi Alor terhadap peserta Jamsostek NTT hanya 4 persen"
    r"\b(?:kontribusi|andil|sumbangan|sumbangsih)(?:nya)?\b[^.;\d]*\b(?:terhadap|bagi|pada|untuk|dari|dalam)\b[^.;\d]*"
    r"\b(?:peserta|kepesertaan)\b[^.;\d]*$"
)
_MOST_OF = re.compile(r"\b(?:mayoritas|sebagian besar|kebanyakan)\s+(?:peserta|kepesertaan)\b[^.;\d]*$")
_THEY_ARE = re.compile(r"\s*,?\s*(?:adalah|merupakan|ialah|berasal dari)\b")
SHARE_OF = re.compile(
    r"\s*(?:dari|terhadap)\s+(?:(?:total|jumlah|seluruh|keseluruhan)?\s*(?:peserta|kepesertaan)|(?:total|jumlah)\s+"
    r"nasional|(?:tk|tenaga kerja|pekerja)\s+aktif)\b",
    re.IGNORECASE,
)


def share(case: Case) -> Answer:
    """``48 persen dari peserta aktif``, ``didominasi PU 67 persen``: a part of those who are in."""
    cluster = case.cluster
    if not cluster.has_percent:
        return None
    if OF_POTENTIAL.match(case.text, cluster.end):
        return None  # "dari total peserta itu, PU 17.400 orang atau 56 persen dari potensi 31.100"
    composed = cluster.last("share", "reached", "target")
    if composed is not None and case.low.startswith(("hanya", "baru"), composed.start):
        composed = cluster.last("share", "target")  # "porsi pekerja informal hanya 12 persen": a hedge, no other level
        if composed is not None and case.low.startswith(("di antaranya", "diantaranya"), composed.start):
            composed = None  # "3 proyek di antaranya sudah, atau baru 5 persen"
    among = composed is not None and case.low.startswith(("di antaranya", "diantaranya"), composed.start)
    if among and composed is not None and case.context.of("REGION", composed.end, cluster.start):
        composed = None  # "di bawah 50 persen di antaranya Kabupaten X 49,2 persen": places, no parts
    start = cluster.left_start
    if composed is not None and case.context.of("REGION", start, cluster.start):
        groups = case.context.of("SEGMENT", start, max(cluster.near_end, cluster.end))
        composed = composed if groups else None  # "Provinsi X dengan komposisi 41,3 persen": a place's level
    made_of = composed if composed is not None and composed.kind == "share" else None
    if made_of is not None and any(cue.kind == "benefit" and cue.end <= made_of.start for cue in cluster.left):
        return Refusal(DISTRACTORS["benefit"])  # "klaim JHT didominasi peserta ...": claims are composed, not members
    if (
        SHARE_OF.match(case.text, cluster.end)
        or _OF_THAT_ARE.match(case.text, cluster.end)
        or _COMPOSED.match(case.low, cluster.end)
        or _LARGEST.search(case.low_left)
        or _GIVES.search(case.low_left)
        or (_MOST_OF.search(case.low_left) and _THEY_ARE.match(case.text, cluster.end))
        or (composed and composed.kind == "share" and case.topic and _is_made_of_members(case))
    ):
        return Decision("share", "kind.share", "membership_share", population="participants")
    return None


def _is_made_of_members(case: Case) -> bool:
    """A group of workers is named beside the part, or the whole was told; of a levy's parts neither is."""
    groups = case.context.of("SEGMENT", case.cluster.left_start, max(case.cluster.near_end, case.cluster.end))
    return bool(groups) or case.continues is not None


def _makes_up_all(case: Case) -> bool:
    """Whether the percentages of the sentence add up to the whole, as roughly as the press reckons."""
    slots = [slot for row in case.context.in_sentence(case.cluster.sentence) for slot in row.slots]
    total = sum((slot.quantity.value for slot in slots if slot.is_percent), Decimal(0))
    return abs(total - _ALL) <= 1


def share_of_covered(case: Case) -> Answer:
    """``Dari N pekerja yang terlindungi, 59 persen segmen PU``: a percentage of those who are in, by segment."""
    before, cluster = case.previous, case.cluster
    if before is None or not cluster.has_percent or cluster.has_count:
        return None
    if any(cue.kind in (*COVER, "uncovered") for cue in cluster.near):
        return None
    opened = before.decision.kind == "achieved" and before.cluster.has_count
    if not opened and before.decision.rule != "kind.share.covered":
        return None
    if _is_rate_of_base(case):
        return None
    if not OPENS_FROM.match(case.text, cluster.sentence.start) or not case.context.of(
        "SEGMENT", before.cluster.end, max(cluster.near_end, cluster.end)
    ):
        return None
    own = cluster.last(*COVER[1:3])
    if own is not None and "," in case.text[before.cluster.end : own.start] and not _makes_up_all(case):
        return None  # "Dari 90 ribu peserta ... yang terlindungi di sektor formal baru 22 persen": a level of its own
    return Decision("share", "kind.share.covered", "membership_share", population="participants", source=before)


def _is_rate_of_base(case: Case) -> bool:
    """``Dari N pekerja formal, M terdaftar. Artinya formal baru 21,4 persen``: what count and base before it give."""
    percent = case.cluster.slots[0].quantity
    rows = [row for row in case.decided[-_BEFORE:] if row.cluster.has_count and row.unit == "workers"]
    wholes = [value_of(row.cluster) for row in rows if row.decision.kind == "denominator"]
    counts = [value_of(row.cluster) for row in rows if row.decision.kind == "achieved"]
    step = Decimal(1).scaleb(exponent(percent.value))
    return any(
        count < whole and abs(count / whole * 100 - percent.value) < step for whole in wholes for count in counts
    )
