"""A clause with a verb of its own: it says something else of those it counts, and goes on with no list of cover."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, OTHER, Answer, Case, Refusal

_HEDGES = (
    r"(?:(?:sekitar|sebanyak|sejumlah|lebih|kurang|dari|hampir|sedikitnya|setidaknya|total|oleh|hingga|sampai|tak|"
    r"tidak|minimal|kira-kira|lagi|pula|juga|hanya|baru)\s+)*"
)
_ME = r"me(?!reka\b|rah\b|nurut\b|nteri|nit\b|mang\b|mber|nara|ntor)(?:m|n|ng|ny|l|r)[a-z]{3,}"
_DI = (  # a verb, and no noun, nor the preposition written together with its word ("dibawah", "dikisaran")
    r"di(?!ri\b|nas\b|mana\b|strik|visi|rektur|gital|ploma|alog|mensi|bawah|atas|kisar|angka|posisi|luar|dalam|tengah|"
    r"seluruh|setiap|antara|sini|situ|sana|wilayah|sektor)[a-z]{3,}"
)
_BEFORE = re.compile(rf"\b({_ME}|{_DI}),?\s+{_HEDGES}$")
_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:yang\s+)?"
    r"(?:(?:sudah|telah|akan|juga|turut|masih|kini|belum|tidak|tak|ikut|langsung|kemudian|selama ini|hidupnya|upahnya|"
    r"hanya|terus|berhasil)\s+)*"
    rf"({_ME}|{_DI}|ber[a-z]{{4,}}|hadir|datang|turun ke jalan|antre|mogok|lulus|lolos|pulang|pergi|naik|tewas)|"
    rf"(?!yang\b)[a-z]+\s+(?:(?:sudah|telah|juga|turut|ikut)\s+)?({_ME}))\b"  # "petani kakao memadati balai"
)
# Verbs that say no more than how many there are, where they stand in a list, or that they are in.
_COUNTS = re.compile(
    r"bekerja|berada|berasal|berbentuk|berdagang|berdomisili|bergabung|bergerak|berikut|berjualan|"
    r"berjumlah|berkarya|berkisar|berlokasi|bermukim|bernama|bernaung|berpartisipasi|berpenghasilan|"
    r"berprofesi|bersama|berstatus|bertempat|bertugas|berupa|berusaha|diampu|diasuh|dibagikan|diberikan|"
    r"dibina|dicatatkan|diduduki|dikelola|dikenal|dimiliki|dinamakan|dinaungi|diperkirakan|"
    r"dipimpin|disebut|disumbangkan|disusul|ditambahi|ditempati|melampaui|melaporkan|melebihi|melibatkan|"
    r"melingkupi|meliputi|melonjak|memaparkan|membantu|membawahi|membina|membukukan|memenuhi|"
    r"memerinci|memiliki|memperkirakan|memperlihatkan|mempunyai|menaksir|menambah|menanggung|"
    r"menargetkan|menaungi|mencakup|mencapai|mencatat|mencatatkan|mendata|mendekati|"
    r"menduduki|menembus|menempati|mengajukan|mengantongi|memegang|mengelola|menggaet|"
    r"menghasilkan|menghimpun|menghitung|mengikuti|mengklaim|mengontribusikan|mengungkap|mengungkapkan|"
    r"meningkat|menjadi|menjangkau|menjaring|menorehkan|menunjukkan|menurun|menyampaikan|"
    r"menyebut|menyebutkan|menyentuh|menyisakan|menyumbang|menyumbangkan|menyusul|meraih|merangkul|"
    r"merinci|merupakan|tergabung|terlibat"
)
_SAID = (*COVER, "uncovered", "funded", "planned", "target", "base")
_SAYS = frozenset((*COVER, "uncovered", "funded", "planned", "target", "up", "down", "level", "reached", "gap", "base"))
_NOUN = 30  # characters that the noun behind a number may have


def says_else(case: Case) -> Answer:
    """A number without a word of cover in its clause, whose own verb says something else of those it counts."""
    if case.cluster.says(*_SAID):
        return None
    other = own_verb(case) is not None or goes_on_with_other(case) or comes_to_event(case)
    return Refusal("the verb of its clause says something else") if other else None


def goes_on_with_other(case: Case) -> bool:
    """``12.100 orang berangkat ke Malaysia, 1.740 ke Taiwan``: the next of a list that is not claimed."""
    told = {row.cluster.index for row in case.decided[-8:]}
    earlier = (row for row in case.context.in_sentence(case.cluster.sentence) if row.index < case.cluster.index)
    return any(row.index not in told and own_verb(replace(case, cluster=row)) for row in earlier)


def comes_to_event(case: Case) -> bool:
    """``340 kader dari 12 kelurahan di Kota X hadir``: the first word of content behind the number, in its sentence."""
    behind = case.context.cues_in(case.cluster.end, case.cluster.sentence.end)
    said = next((cue.kind for cue in behind if cue.kind in (*COVER, "uncovered", *OTHER)), None)
    return said == "event"


def own_verb(case: Case) -> str | None:
    """The verb of the number's clause, where it is none of counting or cover: ``menyerap 4.200 petani``.

    So is the one right behind those who are counted: ``4.200 petani memadati balai``, ``N persen yang menyewa lahan``.
    """
    cluster, low = case.cluster, case.low
    before = _BEFORE.search(case.low_left)
    if before is not None and _is_other(case, before[1], cluster.left_start + before.start(1)):
        return before[1]
    groups = case.context.of("SEGMENT", cluster.start, cluster.end + _NOUN)
    end = max([cluster.end, *(row.end for row in groups if not low[cluster.end : row.start].strip("/ "))])
    behind = _BEHIND.match(low, end, cluster.right_end)
    verb = 1 if behind is not None and behind[1] else 2
    return behind[verb] if behind is not None and _is_other(case, behind[verb], behind.start(verb)) else None


def _is_other(case: Case, verb: str, start: int) -> bool:
    said = case.context.cues_in(start, start + len(verb))
    return not _COUNTS.fullmatch(verb) and not any(cue.kind in _SAYS for cue in said)
