"""Gaps: those who are missing, from full cover or from a target."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, Answer, Case, Decision, Refusal
from extractor.claims.kinds.said_behind import others_are_out
from extractor.model import Cue

OF_TARGET = re.compile(
    r"\s*(?:dari|terhadap|menuju|untuk mencapai|ke)\s+(?:(?:total\s+)?(?:target|kuota)|sasaran)\b", re.IGNORECASE
)
_LEFT = re.compile(r"\b(?:lagi|belum|untuk|saja|menuju|kekurangan)\b", re.IGNORECASE)
_FOR_TARGET = re.compile(r"\b(?:memenuhi|mencapai|mengejar|menuju|capai)\s+(?:\w+\s+){0,2}target\b")
_SO_MANY = (
    r"(?:(?:ada|adanya|sekitar|sekira|kurang lebih|lebih kurang|kira-kira|lebih dari|hampir|sedikitnya|setidaknya|"
    r"paling sedikit|diperkirakan|sebanyak|sejumlah)\s+)*"
)
OUT_OF = re.compile(
    # the rest of the noun: "800 pelaku [UMKM di sini] dari ..."
    r"\)?(?:\s+(?!(?:ter|ber|me|di)[a-z]|(?:yang|naik|turun|dari|bagian|tambahan|lebih|lagi|atau)\b)[\w()/-]+){0,3}?,?"
    r"\s+(?:dari(?:\s?antara)?|di\s?antara)\s+(?:(?:total|seluruh|keseluruhan|semua|jumlah|potensi|potensi peserta|"
    rf"potensi pekerja|populasi|semesta|estimasi|perkiraan|"
    rf"(?:(?<=total )|(?<=jumlah ))(?:pekerja|tenaga kerja))\s+)*{_SO_MANY}"
    # what they are out of may be named first: "dari total nelayan yang mencapai 9.000 orang"
    r"(?:(?<!dari )(?!(?:itu|ini|tersebut)\b)"
    r"(?:(?!peserta|kepesertaan|anggota|target|sasaran|kuota|realisasi|capaian|cakupan|yang|ter)[a-z/-]+\s+){1,5}"
    r"(?:yang\s+(?:mencapai|berjumlah|sebanyak|sejumlah|ada|tercatat)|sebanyak|sejumlah|sekitar|berjumlah|mencapai)"
    rf"\s+{_SO_MANY})?",
    re.IGNORECASE,
)
TO_BE_REACHED = re.compile(
    r"\)?\s+(?:baru\s+)?yang\s+(?:(?:kami|kita|pihaknya)\s+)?"
    r"(?:(?:di)?target(?:kan)?|(?:di)?bidik|(?:di)?patok|dipasang|dibebankan|dicanangkan|diincar|disasar|"
    r"menjadi target|menjadi sasaran|"
    r"(?:telah |sudah )?(?:ditetapkan|ditentukan)(?!\s+(?:sebagai|menjadi|untuk|selaku|penerima)))\b"
)
OF_MEMBERS = re.compile(  # "total peserta 104.818 dari 4.869 perusahaan": no part of the companies
    r"\b(?:total|jumlah)\s+(?:peserta|kepesertaan|pekerja|tenaga kerja|karyawan)(?:nya)?\s+"
    r"(?:(?:aktif|sebanyak|sebesar|mencapai|ada|adalah|sekitar)\s+)*$"
)
TOTAL_IS = re.compile(  # "total kepesertaan yang iurannya dibayarkan pemerintah daerah pada 2023 sebanyak"
    r"\b(?:total|jumlah)\s+(?:peserta|kepesertaan)\b[^.;\d]*(?:\b\d{4}\b[^.;\d]*)?\b(?:sebanyak|berjumlah)\s+"
    rf"{_SO_MANY}$",
    re.IGNORECASE,
)
WHOSE = re.compile(
    r"(?:\s+atau\s+(?:badan|tempat|pemberi)\s+\w+)?\s+(?:dengan|dan|yang mempekerjakan|yang memiliki|mempekerjakan)\s+"
    r"(?:(?:total|jumlah|sebanyak|sekitar|sejumlah|lebih dari|tenaga kerja|pekerja|karyawan|peserta|mencapai)\s+)*"
)
_OF_UNREAD = re.compile(r"(?:\d|belas|puluh|ratus|ribu)\s+dari\s+(?:total\s+|sekitar\s+|seluruh\s+|jumlah\s+)*$")
_NEXT_OF_LIST = re.compile(  # "2.000 dibiayai APBD, dan 10.400 belum terlindungi": the budget pays for others
    r"(?:,|\b(?:dan|serta|sedangkan|sementara|sisanya)\b)\s*(?:(?:sisanya|sebanyak|sekitar|masih|ada|dan|"
    r"sedangkan)\s+)*$"
)
_THERE_ARE = re.compile(  # "Dana APBD terbatas, maka masih ada 2.000 pekerja yang belum": a clause of its own
    r"\b(?:ada|terdapat|tersisa|menyisakan|tinggal)\s+"
    r"(?:(?:sekitar|sekira|sebanyak|sejumlah|hampir|kurang lebih|lebih dari)\s+)*$"
)
_THE_OTHERS = re.compile(r"\s*(?:orang\s+|pekerja\s+)?(?:lainnya|lagi|sisanya)\b")
_ARE_IN = re.compile(r"\s*(?:orang|pekerja|lainnya)?\s*(?:yang\s+|lainnya\s+)*(?:sudah|telah)\s*(?:[.,;:!?\n\"”]|$)")
_TURNS_TO_A_TARGET = re.compile(
    r",\s[^.;\d]*\b(?:menargetkan|mentargetkan|ditargetkan|targetnya|membidik|mengincar)\b[^.;\d]*$"
)
_HEDGES = re.compile(r"masih|hanya|baru")
_REASON = re.compile(r"[^.;,\d]{0,60}\b(?:karena|sebab|lantaran|akibat)\s+(?:masih\s+|memang\s+)?")
_NOT_ONE_OF = re.compile(
    r"\b(?:belum|tidak|tak)\s+(?:ada\s+)?(?:satu|seorang|sebuah)(?:\s*pun|\s+\w+\s+pun)?\s+dari\s+(?:total\s+|"
    r"sekitar\s+|seluruh\s+)*$"
)
_SOME_ARE_NOT = re.compile(  # "Dari 176 desa yang ada masih ada yang belum mendaftar": of 176
    r"(?:[^.;]|\.(?=\d)){0,60}\b(?:(?:ada|banyak|terdapat|sebagian(?: besar| kecil)?)\s+(?:di antaranya\s+)?"
    r"(?:yang\s+)?(?:masih\s+)?belum|belum ada (?:satu pun )?yang)\b"
)
FROM_ALL = re.compile(r"\bdari\s+(?:(?:total|sekitar|seluruh|jumlah|sebanyak)\s+)*$")
_NEEDS = re.compile(  # "KPU membutuhkan 5.100 petugas": "masih", "lagi" and "tambahan" say that some are there
    r"\w*(?:butuh|perlu)\w*\s+(?!.{0,24}\b(?:tambahan|lagi)\b)"
)
THAT_NUMBER = re.compile(r"[\"“]?(?:[Jj]umlah|[Aa]ngka)\s+(?:itu|tersebut|ini)\b")
_SETS_OUT = re.compile(
    r"menarget(?:kan)?|(?:di)?targetkan|mentargetkan|ditarget|menyasar|membidik|mengincar|dibidik|diincar",
    re.IGNORECASE,
)
_TO_WIN = re.compile(  # "target menjangkau N pekerja yang belum dilindungi"
    r"(?:nya)?\s+(?:(?:untuk|dapat|bisa|akan|adalah|kami|kita)\s+)*(?:me(?:njangkau|lindungi|ndaftarkan|"
    r"ng-?cover|rangkul|nyasar|"
    r"njaring|ngakuisisi|ngikutsertakan|nyentuh|nggandeng)|per?lindungan|pendaftaran)\b[^.;,\d]*$"
)
_BY = re.compile(r"\s+(?:(?:sekitar|sebesar|hanya|hingga)\s+)*")
_BELOW_TARGET = re.compile(r"\s+(?:di bawah|lebih rendah (?:dari|daripada))\s+(?:target|sasaran)\b")
_AND_SO_MUCH = re.compile(  # "31 persen cakupan, delapan persen di bawah target 39 persen"
    r"[^.;,\d]{0,60},\s+(?:(?:atau|masih|yakni|yaitu|artinya|sekitar|hampir|berarti)\s+)*"
)
_LESS_THAN = re.compile(r"\s+dari\s+(?:sekitar\s+|angka\s+)?")
_NEARLY = re.compile(
    r"\b(?:mencapai|sebanyak|sebesar|sekitar|berjumlah)\s+kurang\s+$"
)  # "hanya mencapai kurang 170 ribu"


def uncovered(case: Case) -> Answer:
    """``N pekerja yang belum terlindungi``: those missing from full cover.

    Not where a budget is for them (``mengalokasikan iuran bagi N pekerja yang belum terlindungi``).
    """
    cluster = case.cluster
    paid = cluster.last("planned", "funded")
    apart = (_NEXT_OF_LIST, _THERE_ARE)
    if paid is not None and not any(pattern.search(case.low, paid.end, cluster.start) for pattern in apart):
        return None
    if _aimed_at(case):
        return None
    whole = case.following
    if whole is not None and OUT_OF.fullmatch(case.text, cluster.end, whole.start):
        verb = next((cue for cue in whole.near if cue.kind in ("uncovered", *COVER[:5])), None)
        own = cluster.last(*COVER[1:3])
        if own is not None and cluster.start - own.end <= 1:
            return None  # "telah terdaftar 760 orang dari 2.140 yang belum"
        if verb is not None and verb.kind == "uncovered":  # "60 dari 208 desa belum": the verb is the 60's
            return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full", unit=_unit(case, whole))
    dated = any(row.end >= cluster.start - 25 for row in case.context.of("DATE", cluster.left_start, cluster.start))
    if cluster.has_count and _NOT_ONE_OF.search(case.low_left):
        return Decision("denominator", "kind.denominator", "eligible_workers")
    if cluster.has_count and not dated and _OF_UNREAD.search(case.low_left):
        return Decision("denominator", "kind.denominator", "eligible_workers")  # "60 dari 208 desa belum": of 208
    if cluster.has_count and FROM_ALL.search(case.low_left) and _SOME_ARE_NOT.match(case.low, cluster.end):
        return Decision("denominator", "kind.denominator", "eligible_workers")
    part = case.previous
    if part is not None and cluster.has_count and OUT_OF.fullmatch(case.text, part.cluster.end, cluster.start):
        return None  # the base of the number before
    if part is not None and part.decision.kind == "gap" and cluster.has_count and FROM_ALL.search(case.low_left):
        return None  # "1,1 juta pekerja yang belum terlindungi dari 1,6 juta angkatan kerja"
    if (
        part is not None
        and part.decision.kind == "gap"
        and cluster.has_percent
        and _ARE_IN.match(case.low, cluster.end)
    ):
        return Decision("achieved", "kind.achieved.cover", source=part)  # "17 persen belum, artinya 83 persen sudah"
    after = next((cue for cue in cluster.near if cue.kind in ("uncovered", *COVER[:5])), None)
    before = cluster.last(*COVER, "uncovered", "base")
    if after is not None and after.kind == "uncovered" and others_are_out(case, after):
        return None
    if after is None and before is None:
        after = _behind_reason(case)
    if after is None and before is not None and _TURNS_TO_A_TARGET.search(case.low, before.end, cluster.start):
        return None  # "Melihat banyak yang belum terlindungi, pihaknya menargetkan penambahan N peserta"
    if (after and after.kind == "uncovered") or (after is None and before and before.kind == "uncovered"):
        to_target = _FOR_TARGET.search(case.low, cluster.end, cluster.right_end)
        told = part is not None and (part.decision.kind == "denominator" or _THE_OTHERS.match(case.low, cluster.end))
        base = part if told else None
        gap_to = "target" if to_target else "full"
        return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to=gap_to, source=base)
    return None


def _behind_reason(case: Case) -> Cue | None:
    """``68 persen pekerja masih rentan karena belum terlindungi``: the reason says that they are missing."""
    reason = _REASON.match(case.low, case.cluster.end, case.cluster.right_end)
    if reason is None:
        return None
    return next((cue for cue in case.cluster.right if cue.kind == "uncovered" and cue.start == reason.end()), None)


def _aimed_at(case: Case) -> bool:
    """``menargetkan perlindungan bagi N pekerja yang belum terdaftar``: who sets out to insure them has a target."""
    word = case.cluster.last("target", "reached", "level", "gap", "base", "planned")
    if word is None or word.kind != "target" or not case.cluster.has_count:
        return False
    if _TO_WIN.match(case.low, word.end, case.cluster.start):
        return True
    return (
        bool(_SETS_OUT.fullmatch(case.text, word.start, word.end))
        and case.cluster.last("coverage", "covered") is not None
    )


def pointed(case: Case) -> Answer:
    """``675 ribu pekerja belum terdaftar. Jumlah itu sekitar 56 persen dari total``: the same people, as a part."""
    before = case.continues
    if before is None or before.decision.kind != "gap" or not case.cluster.has_percent or case.previous is not None:
        return None
    if not before.cluster.has_count or not THAT_NUMBER.match(case.text, case.cluster.sentence.start):
        return None
    return Decision("gap", "kind.gap.pointed", "uncovered_workers", gap_to=before.decision.gap_to, source=before)


def _unit(case: Case, whole: Cluster) -> str | None:
    return whole.slots[0].quantity.unit if case.unit is None else None


def _kept(case: Case, gap: Cue) -> bool:
    """``gap terhadap target sebesar``: a target word right after the gap word still belongs to the gap."""
    later = [cue for cue in case.cluster.left if cue.kind in ("target", "become", "reached") and cue.start > gap.start]
    if not later:
        return False
    hedged = later[-1].kind == "reached" and _HEDGES.fullmatch(case.low, later[-1].start, later[-1].end)
    return bool(hedged or later[-1].kind == "target") and later[-1].start - gap.end <= 12


def gap(case: Case) -> Answer:
    """``gap P dari target T``, ``kekurangan N untuk mencapai target``: the missing part is named."""
    cluster, level = case.cluster, case.previous
    if (
        level is not None
        and level.decision.kind == "achieved"
        and _BELOW_TARGET.match(case.low, cluster.end)
        and _AND_SO_MUCH.fullmatch(case.low, level.cluster.end, cluster.start)
    ):
        return Decision("gap", "kind.gap.word", gap_to="target", source=level)
    word = cluster.last("gap")
    if (
        word is not None
        and case.text[word.start : word.end].lower() == "tinggal"
        and not _LEFT.search(case.text[cluster.start : cluster.end] + case.near_text(60))
    ):
        return None  # "peserta aktif tinggal 27 juta orang": that many are still in
    lags = word is not None and case.low.startswith(("tertinggal", "terpaut", "berjarak"), word.start)
    if word is not None and lags and not _BY.fullmatch(case.low, word.end, cluster.start):
        return None  # "tertinggal jauh dari segmen lain yang mencapai 81 ribu"
    if word is not None and _LESS_THAN.fullmatch(case.text, word.end, cluster.start):
        return None  # "masih kurang dari 20 persen" is a level
    if word is not None and _NEARLY.search(case.low_left):
        return None
    if word is None or (cluster.last("gap", "target", "become", "reached") is not word and not _kept(case, word)):
        return None
    if cluster.has_count and _NEEDS.match(case.low, word.start) and not cluster.says(*COVER, "target", "jamsostek"):
        return Refusal("it counts those who are needed for some work")
    before = case.previous
    if cluster.linked and before and before.decision.kind in ("gap", "target"):
        gap_to = before.decision.gap_to or "target"
        return Decision("gap", "kind.gap.word", gap_to=gap_to, source=before)
    if not (cluster.says(*COVER, "jamsostek", "target") or case.topic):
        return Refusal("nothing in its clause says that coverage is missing")
    before = case.continues
    if before is not None and before.decision.kind == "target" and before.cluster.has_percent and cluster.has_percent:
        return Decision("gap", "kind.gap.word", gap_to="target", source=before)
    behind = OF_TARGET.match(case.text, cluster.end) or _FOR_TARGET.search(case.low, cluster.end, cluster.right_end)
    to_target = (
        behind is not None or cluster.says("target") or case.low.startswith("sisa ", word.start)
    )  # "sisa target"
    return Decision("gap", "kind.gap.word", gap_to="target" if to_target else "unknown")
