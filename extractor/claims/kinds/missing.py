"""Gaps: those who are missing, from full cover or from a target."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, ENTITY_UNITS, Answer, Case, Decided, Decision, Refusal
from extractor.model import Cue

OF_TARGET = re.compile(
    r"\s*(?:dari|terhadap|menuju|untuk mencapai|ke)\s+(?:total\s+)?(?:target|sasaran|kuota)\b", re.IGNORECASE
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
    r"(?:(?<!dari )"
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
_THOSE_NOT_YET = re.compile(
    r"\byang\s+(?:masih\s+)?belum(?:\s+(?:itu|ini))?,?\s+"
    r"(?:(?:masih|ada|sebanyak|sekitar|tinggal|hanya|sejumlah|mencapai|kurang lebih|berjumlah|terdapat)\s+)*$"
)
_THE_OTHERS = re.compile(r"\s*(?:orang\s+|pekerja\s+)?(?:lainnya|lagi|sisanya)\b")
_EXCEPT = re.compile(  # "Semua desa sudah ikut, kecuali 12 desa"
    r"\b(?:semua|seluruh|seluruhnya|semuanya)\b[^.;]*\bkecuali\s+(?:(?:hanya|tinggal|sekitar|sebanyak)\s+)*$"
)
_ARE_IN = re.compile(r"\s*(?:orang|pekerja|lainnya)?\s*(?:yang\s+|lainnya\s+)*(?:sudah|telah)\s*(?:[.,;:!?\n\"”]|$)")
_HOMEWORK = re.compile(  # "masih punya pekerjaan rumah melindungi 28.700 pekerja"
    r"\bmasih\s+(?:punya|ada|memiliki|menyisakan)\s+(?:pekerjaan rumah|pr)\s+(?:(?:besar|berat|untuk|yakni|yaitu)\s+)*"
    r"(?:(?:melindungi|mendaftarkan|merangkul|menggarap|mengakuisisi|mengcover|menjangkau)\s+)?(?:(?:sekitar|"
    r"sebanyak)\s+)*$"
)
_EFFORT = re.compile(  # "akan terus berusaha meng-cover 2.000 guru sisanya": the others are still to be won
    r"\b(?:akan|bakal|ingin|hendak|berusaha|berupaya|mengupayakan|mengejar|mendorong|bisa|dapat|segera|"
    r"tinggal|harus|perlu|"
    r"untuk|agar|supaya)\b[^.;\d]*\b(?:me\w*lindungi|meng-?\s?cover|mendaftarkan|menjangkau|merangkul|mengakomodasi|"
    r"mengakomodir|mengikutsertakan|menuntaskan|menyelesaikan|mengakuisisi|menggarap)\s+(?P<rest>sisanya,?\s+|"
    r"selebihnya,?\s+|sisa\s+)?"
    r"(?:(?:yakni|yaitu|sekitar|sebanyak|sejumlah|sebesar|hampir|kurang lebih)\s+)*$"
)
_THE_REST_OF_THEM = re.compile(r"[^.;,\d]{0,40}?\s*\b(?:sisanya|selebihnya|yang (?:masih )?(?:tersisa|belum))\b")
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
_ALL = 100  # percent
_AT_ONCE = 3  # characters from a percentage to the group it is of
_RECENT = 4  # statements back to the level that the rest is the rest of
_SAID_OF_THEM = (*COVER[1:], "target", "planned", "funded")
_REMAINS = re.compile(r"\b(?:tersisa|menyisakan|sisanya|sisa)\s+(?:(?:sebesar|sekitar|hanya|tinggal|lagi)\s+)*$")
_NEEDS = re.compile(  # "KPU membutuhkan 5.100 petugas": "masih", "lagi" and "tambahan" say that some are there
    r"\w*(?:butuh|perlu)\w*\s+(?!.{0,24}\b(?:tambahan|lagi)\b)"
)
THAT_NUMBER = re.compile(r"[\"“]?(?:[Jj]umlah|[Aa]ngka)\s+(?:itu|tersebut|ini)\b")
_NOT_YET = re.compile(
    r"\s*(?:yang\s+|lagi\s+|lainnya\s+|di antaranya\s+|dari mereka\s+)*(?:memang\s+|"
    r"masih\s+)?belum(?:\s+\w+nya)?\s*(?:[.,;:!?\n\"”]|$|(?:dan|sedangkan|sementara)\b)",
    re.IGNORECASE,
)
_SETS_OUT = re.compile(
    r"menargetkan|(?:di)?targetkan|mentargetkan|ditarget|menyasar|membidik|mengincar|dibidik|diincar", re.IGNORECASE
)
_TO_WIN = re.compile(  # "target menjangkau N pekerja yang belum dilindungi"
    r"(?:nya)?\s+(?:(?:untuk|dapat|bisa|akan|adalah|kami|kita)\s+)*(?:me(?:njangkau|lindungi|ndaftarkan|"
    r"ng-?cover|rangkul|nyasar|"
    r"njaring|ngakuisisi|ngikutsertakan|nyentuh|nggandeng)|per?lindungan|pendaftaran)\b[^.;,\d]*$"
)
_MUST_STILL_BE_WON = re.compile(  # "Artinya 18.000 pekerja masih harus dirangkul"
    r"\s*(?:pekerja|tenaga kerja|orang)?\s*(?:yang\s+)?masih\s+(?:harus|perlu|mesti)\s+(?:segera\s+|terus\s+)?"
    r"di(?:rangkul|lindungi|daftarkan|akuisisi|jangkau|sasar|cakup|garap|kejar|upayakan|tuntaskan|ikutsertakan|dorong)\b"
)
_LEFT_TO_WIN = re.compile(  # "masih ada 70 persen lagi yang harus kami rangkul"
    r"\s*(?:pekerja\s+|tenaga kerja\s+|peserta\s+)?lagi\s+(?:pekerja\s+)?yang\s+(?:masih\s+)?"
    r"(?:harus|perlu|mesti|belum|akan|bakal|"
    r"(?:kami|kita|terus|sedang)\s+(?:\w+\s+)?(?:upayakan|usahakan|kejar|dorong|sasar|lindungi|rangkul|daftarkan))\b",
    re.IGNORECASE,
)
_WHO_ARE_NOT = re.compile(  # "yang terlindungi 612 ribu, sementara yang belum sekitar 180 ribu"
    r"\byang\s+(?:masih\s+)?belum\s+(?:(?:ada|sekitar|sebanyak|mencapai|masih|sejumlah|berjumlah|tercatat|"
    r"hanya|tinggal)\s+)*$"
)
_STILL_THERE = re.compile(  # "baru 4 proyek, jadi masih ada PR 37 proyek lagi"
    r"\bmasih\s+(?:ada|tersisa|terdapat|punya)\s+(?:pr\s+|pekerjaan rumah\s+|tugas\s+)?(?:sekitar\s+|sebanyak\s+)*$"
)
_OF_THE_REST = re.compile(
    r"\b(?:masih|sisa(?:nya)?|selebihnya|tersisa|menyisakan|kekurangan(?:nya)?|tinggal),?\s+"
    r"(?:(?:ada|terdapat|tersisa|sisa|sekitar|sebanyak|sebesar|ruang|kekurangan|celah|pr|punya|memiliki|"
    r"kurang|hampir|lagi|itu|"
    r"pekerjaan|rumah|kita|kami|yang|yakni|yaitu),?\s+)*$"
)
_OF_THE_REST_BEHIND = re.compile(
    r"\s*,?\s*(?:pekerja\s+)?(?:yang\s+)?(?:lagi|sisanya|lainnya|masih|belum|ini\s+pr|harus|"
    r"(?:(?:itu|ini|tersebut|lain)\s+)?(?:(?:akan|bisa|dapat|segera|juga)\s+)*menyusul)\b"
)
_MORE = re.compile(r"\s+lagi\b")
_BY = re.compile(r"\s+(?:(?:sekitar|sebesar|hanya|hingga)\s+)*")
_BELOW_TARGET = re.compile(r"\s+(?:di bawah|lebih rendah (?:dari|daripada))\s+(?:target|sasaran)\b")
_AND_SO_MUCH = re.compile(  # "31 persen cakupan, delapan persen di bawah target 39 persen"
    r"[^.;,\d]{0,60},\s+(?:(?:atau|masih|yakni|yaitu|artinya|sekitar|hampir|berarti)\s+)*"
)
_LESS_THAN = re.compile(r"\s+dari\s+(?:sekitar\s+|angka\s+)?")
_NEARLY = re.compile(
    r"\b(?:mencapai|sebanyak|sebesar|sekitar|berjumlah)\s+kurang\s+$"
)  # "hanya mencapai kurang 170 ribu"
_STILL_OUT = re.compile(
    r"\s*,?\s*(?:yang\s+|lagi\s+|\w+nya\s+)?(?:memang\s+|masih\s+)?(?:belum|menunggu|antre|mengantre|"
    r"(?:dalam\s+|ber)?proses)\b|"
    r"\s*(?:(?:yang|lagi|ini|itu|akan|kita|kami|terus|segera|nanti)\s+)*(?:kejar|dikejar|menyusul|dituntaskan)\b|"
    r"[^.;,\d]{0,40}\b(?:harus|perlu|mesti)\s+(?:di(?:sasar|cakup|lindungi|akuisisi|daftarkan|rangkul)|terlindungi)\b",
    re.IGNORECASE,
)


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


def rest_not(case: Case) -> Answer:
    """``Yang tersisa 321 desa belum``, ``dan 2.460 orang belum.``: a bare ``belum``, its verb just said."""
    to_win = (_LEFT_TO_WIN, _MUST_STILL_BE_WON)
    if case.topic and any(pattern.match(case.text, case.cluster.end) for pattern in to_win):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)
    told = case.continues is not None and case.continues.decision.kind == "achieved"
    if told and _WHO_ARE_NOT.search(case.low_left) and not any(cue.kind in COVER for cue in case.cluster.near):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)
    still = _STILL_THERE.search(case.low_left) and _MORE.match(case.low, case.cluster.end)
    if still and case.continues is not None and case.continues.decision.kind == "achieved":
        indicator = "entity_coverage" if case.unit in ENTITY_UNITS else "uncovered_workers"
        return Decision("gap", "kind.gap.rest", indicator, gap_to="full", source=case.continues)
    excepted = case.topic and _EXCEPT.search(case.low, case.cluster.sentence.start, case.cluster.start)
    if excepted or (case.topic and (_THOSE_NOT_YET.search(case.low_left) or _HOMEWORK.search(case.low_left))):
        indicator = "entity_coverage" if case.unit in ENTITY_UNITS else "uncovered_workers"
        return Decision("gap", "kind.gap.rest", indicator, gap_to="full", source=case.continues)
    effort = _EFFORT.search(case.low_left) if case.cluster.has_count else None
    if effort and (effort["rest"] or _THE_REST_OF_THEM.match(case.low, case.cluster.end)):
        indicator = "entity_coverage" if case.unit in ENTITY_UNITS else "uncovered_workers"
        return Decision("gap", "kind.gap.rest", indicator, gap_to="full", source=case.continues)
    rest = any(cue.kind == "rest" for cue in case.cluster.left)
    if case.cluster.has_count and case.topic and _NOT_YET.match(case.text, case.cluster.end):
        source = case.continues or (case.goes_on if case.unit is None else None)  # a bare number counts what they did
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=source)
    if not rest or not _STILL_OUT.match(case.text, case.cluster.end) or case.continues is None:
        return None
    return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)


def complement(case: Case) -> Answer:
    """``Baru 30 persen terlindungi. Masih ada 70 persen lagi``: what a level told just before lacks to the whole.

    A group of workers or a place beside it makes it a part of those who are in, or a level of its own.
    """
    cluster, before = case.cluster, case.continues
    if before is None or before.decision.kind != "achieved" or not cluster.has_percent or len(cluster.slots) > 1:
        return None
    if not _adds_up_to_all(case, before) or cluster.last("target", "share"):
        return None
    if any(cue.kind in COVER for cue in cluster.right):
        return None  # "sisanya, 32 persen, merupakan peserta nonaktif": the others of the members
    left = case.low[before.cluster.end : cluster.start]
    own = before.cluster.end + max(left.rfind(mark) + 1 for mark in ",;.")
    end = max(cluster.end, cluster.near_end)
    if case.context.of("SEGMENT", own, end) or case.context.of("REGION", own, end):
        return None
    if not (_OF_THE_REST.search(left) or _OF_THE_REST_BEHIND.match(case.low, cluster.end)):
        return None
    return Decision("gap", "kind.gap.rest", gap_to="full", source=before)


def _adds_up_to_all(case: Case, level: Decided) -> bool:
    """Whether the percentage is what the level lacks to 100, which it may only give as a count of its base."""
    here, told = case.cluster.slots[0].quantity.value, level.cluster.slots[-1].quantity
    if told.value_max is not None:
        return False
    if level.cluster.slots[-1].is_percent:
        return told.unit == "percent" and told.value + here == _ALL
    row = next((row for row in reversed(case.decided[-_RECENT:]) if row.decision.kind == "denominator"), None)
    if row is None or row.cluster.sentence.index != level.cluster.sentence.index or row.unit != "workers":
        return False
    base = row.cluster.slots[-1].quantity.value
    return bool(base) and abs(_ALL - told.value / base * _ALL - here) <= 1  # as roughly as the press reckons


def rest_of_all(case: Case) -> Answer:
    """``Cakupan 53,7 persen. Sisanya 46,3 persen atau 61.000 pekerja``: what adds up to all of them is not in."""
    cluster = case.cluster
    rest = next((cue for cue in reversed(cluster.left) if cue.kind == "rest"), None)
    if rest is None:
        return None
    said = (*(cue for cue in cluster.left if cue.start > rest.start), *cluster.near)
    if any(cue.kind in _SAID_OF_THEM for cue in said):
        return None
    if case.context.of("SEGMENT", cluster.end, cluster.end + _AT_ONCE):
        return None  # "60 persen pekerja formal, sisanya 40 persen pekerja informal": another part
    if any(cue.kind in COVER for cue in cluster.right):
        return None  # "sisanya, 32 persen, merupakan peserta nonaktif": the others of the members
    if not cluster.has_percent:
        return _rest_of_count(case)
    here = next(slot.quantity.value for slot in cluster.slots if slot.is_percent)
    for row in reversed(case.decided[-_RECENT:]):
        if row.decision.kind == "achieved" and row.decision.indicator is None and not row.decision.is_part:
            rates = [slot.quantity.value for slot in row.cluster.slots if slot.is_percent]
            if rates and rates[0] + here == _ALL:
                return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=row)
    return None


def _rest_of_count(case: Case) -> Answer:
    """``menyasar 100 ribu orang. Sudah 87.400 terdaftar, sisanya 12.600 orang diverifikasi``: what the target lacks."""
    rows = case.decided[-_RECENT:]
    level = rows[-1] if rows else None
    if level is None or level.decision.kind != "achieved" or level.decision.is_part or case.continues is not level:
        return None
    total = level.cluster.slots[0].quantity.value + case.cluster.slots[0].quantity.value
    whole = next((row for row in rows if row.cluster.slots[0].quantity.value == total), None)
    if whole is None or whole.decision.kind not in ("target", "denominator"):
        return None
    gap_to = "target" if whole.decision.kind == "target" else "full"
    return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to=gap_to, source=level)


def remainder(case: Case) -> Answer:
    """``target 44,2 persen, realisasi 41,27 persen sehingga tersisa 2,93 persen``: what is missing, never a level."""
    if not case.cluster.has_percent or case.cluster.has_count or not _REMAINS.search(case.low_left):
        return None
    if case.context.of("SEGMENT", case.cluster.end, max(case.cluster.end, case.cluster.near_end)):
        return None  # "60 persen pekerja formal, sisanya 40 persen pekerja informal": another part
    here = case.cluster.sentence.index
    rows = [row for row in case.decided if row.cluster.sentence.index == here and row.unit == "percent"]
    if not rows:
        return None
    to_target = any(row.decision.kind == "target" for row in rows)
    return Decision("gap", "kind.gap.rest", gap_to="target" if to_target else "unknown", source=rows[0])


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
    lags = word is not None and case.low.startswith("tertinggal", word.start)
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
