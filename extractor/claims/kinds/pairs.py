"""Numbers that belong to one told right before them in their sentence: its list, its other unit, its part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, ENTITY_UNITS, Answer, Case, Decided, Decision
from extractor.claims.kinds.apart import OF_THEM
from extractor.claims.kinds.missing import OF_TARGET, OUT_OF
from extractor.model import DateValue, Mention
from extractor.numbers import exponent

_ATTAINED = re.compile(  # "menargetkan 72 persen, menyusul capaian tahun 2024 yang berada di angka 45 persen"
    r"\b(?:menyusul|setelah|melanjutkan|meneruskan|mengungguli)\s+(?:capaian|pencapaian|realisasi|raihan)(?:nya)?\b[^.;,]*$"
)
_LEVEL_OF_ITS_OWN = re.compile(  # "target 41 persen; capaian per Agustus 36 persen"
    r"\s*(?:\([^()]*\)\s*)?(?:[,;]|[,;]?\s*\b(?:dan|serta|sedangkan|sementara))\s+"
    r"(?:capaian|realisasi|pencapaian|raihan|posisi)(?:nya)?\b"
)
_STANDS_NOW = re.compile(  # "target akhir tahun 45 ribu peserta, posisi sekarang 31 ribu"
    r"[^.;,\d]{0,40}[,;]?\s+(?:dan\s+|sedangkan\s+|sementara\s+)?(?:posisi|kondisi|capaian|realisasi)(?:nya)?\s+"
    r"(?:(?:sekarang|saat ini|kini|hari ini|(?:per\s+)?(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]*|"
    r"sementara|terakhir|ini|baru|masih|sudah|di angka|mencapai|adalah)\s+)+"
)
_COORDINATED = re.compile(
    r"\s*(?:,|;|dan|serta|lalu|kemudian|disusul|diikuti|sementara|sedangkan|ditambah|hingga)", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[,;]|\b(?:dan|serta|lalu|kemudian|disusul|diikuti|sementara|sedangkan|ditambah|hingga)\b")
# "di bawah rata-rata Jawa Tengah 38,2 persen dan nasional 42,5 persen": a second one to compare with
_ALSO_COMPARED = re.compile(
    r"\s*,?\s*(?:dan|serta|maupun)\s+(?:(?:rata-rata|tingkat)\s+)?(?:nasional|[A-Z]\w+(?:\s[A-Z]\w+)*)\s+"
    r"(?:(?:yang|sebesar|baru|hanya)\s+)*|"
    r"\s*,?\s*(?:dan|serta)\s+(?:posisi\s+)?(?:per|pada)\s+[^.;,]{3,30}\s+yang\s+(?:(?:sebanyak|sebesar|mencapai|tercatat)\s+)*|"
    r"\s*,?\s*(?:dan|serta|maupun)\s+(?:(?:pada|per|di|akhir|tahun)\s+)*\d{4}\s+"
    r"(?:(?:yang|hanya|baru|sebanyak|sebesar|sejumlah|mencapai|tercatat)\s+)*"
)
_WITH_AS_MANY = re.compile(r"\s*,?\s*dengan\s+(?:(?:jumlah|total|sebanyak|sekitar|lebih dari)\s+)*")
_OR_AS_MANY = re.compile(
    r"[^.;,\d]{0,50}?\s*[,(]?\s*(?:atau|setara|yakni|yaitu)\s+(?:(?:dengan|sebanyak|sebesar|sekitar|sejumlah|hanya)\s+)*"
)
_AND_SO_MANY = re.compile(  # "menargetkan 30 persen pada 2026 dan 12 ribu pekerja didaftarkan"
    r"\s*(?:(?:pada|di|hingga|sampai)\s+(?:akhir\s+|tahun\s+)*\d{4}\s+)?(?:dan|serta)\s+(?:sebanyak\s+|sekitar\s+)?"
)
_WHO_ARE_IN = re.compile(
    r"[^.;,\d]{0,30},\s+(?:tetapi |namun |tapi |sedangkan )?yang\s+(?:\w+\s+)?"
    r"(?:terdaftar|terlindungi|tercover|mendaftar|ikut|bergabung|aktif)\b"
)
_FROM_SO_MANY = re.compile(r"\bdari\s+(?:(?:total|jumlah|sekitar|seluruh|sebanyak)\s+)*$")
_AND_AS_MANY = re.compile(r"\s+(?:dan|serta)\s+(?:(?:sebanyak|sekitar|sejumlah)\s+)*")
_DONE = re.compile(r"[^.;,]{0,40}\b(?:sudah|telah)\b")
_OR_ADD = re.compile(
    r"(?:\s+pada\s+(?:tahun\s+)?\d{4}\s*)?,?\s+atau\s+(?:menambah|penambahan|bertambah|tambahan)\s+(?:(?:sekitar|sebanyak|sebesar)\s+)*"
)
_NEXT_YEAR = re.compile(r"\b(?:tahun|bulan|semester|triwulan) (?:depan|mendatang)\b[^.;,\d]*$")
_NOT_YET = re.compile(r"\s*(?:\w+\s+){0,2}?(?:belum|tidak|tak)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|dan|serta|lalu|kemudian|hingga)\s[^.;]{0,60}$", re.IGNORECASE)
_AS_MANY = re.compile(r"\s+(?:[\w-]+\s+){1,5}(?:sebanyak|sejumlah|yaitu|yakni|atau|berjumlah)\s+(?:sekitar\s+)?")
_ALL = 100  # percent
_ALREADY = re.compile(r"[^.;,\d]{0,60}\s(?:sudah|telah|semuanya|seluruhnya)\s+(?:sudah\s+|telah\s+)?")
_AND_OF_THEM = re.compile(r"\s+(?:dan|serta),?\s+(?:(?:sekitar|sebanyak|sejumlah)\s+)?", re.IGNORECASE)
_THERE_ARE = re.compile(r"\b(?:sebanyak|sejumlah|berjumlah|mencapai|ada|tercatat)\s+(?:sekitar\s+)?$")
_WITH_THEIR_STAFF = re.compile(
    r"(?:\s+(?:di|se|yang\s+ada|di\s+wilayah)[\s-][^.;,\d]{2,40}?)?,?\s+(?:dan|serta|beserta|bersama|berikut)\s+"
    r"(?:(?:sekitar|sebanyak|total|seluruh)\s+)*"
)
_LIST_GAP = re.compile(
    r"\)?[^.;,\d]{0,40}(?:,|,?\s*\b(?:dan|serta|beserta|maupun|ditambah))\s*"
    r"(?:(?:sekitar|sebanyak|kurang lebih|hampir|lebih dari)\s+)?|"
    r"\),?\s+(?:dan|serta|maupun)\s+[^.;,()\d]{3,40}\("  # "formal (72 persen) dan informal (14 persen)"
)
_IN_ALL_NOW = re.compile(  # "bertambah 750 orang, sehingga total 1.750 orang"
    r"[^.;,\d]{0,30},?\s+(?:sehingga|jadi|hingga|dengan demikian)\s+(?:(?:saat ini|kini|sekarang)\s+)?"
    r"(?:total|jumlah|seluruh|keseluruhan)(?:nya)?\s+(?:(?:ada|menjadi|mencapai|sebanyak|kini|peserta|pekerja)\s+)*"
)
_STANDS_AT = re.compile(
    r"\b(?:posisi|capaian|angka|cakupan|coverage|totalnya|jumlahnya)(?:nya)?\s+(?:\w+\s+){0,2}"
    r"(?:mencapai|menjadi|berada|di angka|sebesar|sebanyak)\s+(?:\w+\s+)?$"
)
_RESPECTIVELY = re.compile(r"\bmasing\s?-\s?masing\s+(?:(?:sebanyak|sebesar|sekitar|mencapai|ada)\s+)*$")
_AND = re.compile(r"\s*(?:,|dan|serta)\s*")
_TURNS = re.compile(r"[,;]|\b(?:kini|sekarang|saat ini)\b")  # "62 persen pada 2029, kini baru 34"
_SO_MANY = re.compile(r"\s*(?:(?:sebanyak|sejumlah|ada|mencapai|sekitar|dengan|berjumlah)\s+)*")


def alternative(case: Case) -> Answer:
    """``41 persen atau 46 persen``: two readings of one statement."""
    before = case.previous
    if before is None or before.cluster.slots[-1].is_percent != case.cluster.slots[0].is_percent:
        return None
    if case.text[before.cluster.end : case.cluster.start].strip().lower() != "atau":
        return None
    return replace(before.decision, rule="kind.coordinated", source=before)


def added_by(case: Case) -> Answer:
    """``bisa meningkatkan cakupan hingga 40 persen atau menambah sekitar 50 ribu peserta``: the target in workers."""
    before = case.previous
    if before is None or before.decision.kind != "target" or not before.cluster.has_percent or case.cluster.has_percent:
        return None
    if not _OR_ADD.fullmatch(case.text, before.cluster.end, case.cluster.start):
        return None
    return replace(before.decision, rule="kind.coordinated", indicator="covered_workers", source=before)


def respectively(case: Case) -> Answer:
    """``masing-masing 88.750 dan 102.300 pekerja telah terdaftar``: the bare first number is what the second is.

    The word of cover may stand before both.
    """
    row, cluster = case.following, case.cluster
    if row is None or case.unit is not None or cluster.has_percent or not _RESPECTIVELY.search(case.low_left):
        return None
    if not _AND.fullmatch(case.text, cluster.end, row.start):
        return None
    unit = row.slots[0].quantity.unit
    said = (*COVER, "uncovered", "planned")
    covered = next((cue for cue in row.near if cue.kind in (*COVER[:5], "uncovered", "planned")), None)
    covered = covered or cluster.last(*said, "target", "base", "up", "down", "benefit", "health")
    if unit is None or covered is None or covered.kind not in COVER:
        return None
    return Decision("achieved", "kind.achieved.cover", unit=unit)


def coordinated(case: Case) -> Answer:
    """``formal A persen dan informal B persen``: the second number continues the first one's statement."""
    before, cluster = case.previous, case.cluster
    if before is None or (case.unit is None and before.cluster.slots[-1].is_percent):
        return None
    reached = (
        cluster.says("reached")
        or _ATTAINED.search(case.low, before.cluster.end, cluster.start)
        or _LEVEL_OF_ITS_OWN.match(case.low, before.cluster.end, cluster.start)
    )
    if before.decision.kind == "target" and reached and not _lies_ahead(case):
        return None
    ahead = _NEXT_YEAR.search(case.low, before.cluster.end, cluster.start)
    if ahead and before.decision.kind == "achieved" and not reached:  # "tahun ini 5.000 petani, tahun depan 6.000"
        return Decision("target" if cluster.has_percent else "planned", "kind.coordinated", source=before)
    if before.decision.kind == "target" and _NOT_YET.match(case.text, cluster.end):
        return None  # "dari total sasaran 4.600 orang, sebanyak 2.480 pekerja belum bisa dilanjutkan"
    parallel = bool(case.context.of("SEGMENT", before.cluster.end, cluster.start)) or _each_of_a_group(case, before)
    parallel = parallel or (_of_a_place(case, before.cluster) and _of_a_place(case, cluster))
    if parallel and before.decision.kind == "denominator" and _has_own_base(case):
        before = level_on(before, case.decided) or before  # "formal A dari N, sedangkan informal B dari M"
    if parallel and before.decision.kind == "target" and OF_TARGET.match(case.text, cluster.end):
        before = level_on(before, case.decided) or before  # "formal A dari target N, informal B dari target M"
    between = case.text[before.cluster.end : cluster.start]
    based = before.decision.kind == "denominator" and case.unit not in (before.unit, "percent", None)
    if (
        based
        and _FROM_SO_MANY.search(case.low, before.cluster.left_start, before.cluster.start)
        and _AND_AS_MANY.fullmatch(between)
    ):
        return replace(before.decision, rule="kind.coordinated", source=before)  # "dari 310 desa dan 4.100 perangkat"
    apart = before.cluster.compared and not cluster.compared and not _ALSO_COMPARED.fullmatch(between)
    if (before.decision.kind == "denominator" and not parallel) or apart:
        return None
    if before.decision.kind == "change" and _IN_ALL_NOW.fullmatch(case.low, before.cluster.end, cluster.start):
        return Decision("achieved", "kind.achieved.become", unit=case.unit or before.unit, source=before)
    same_unit = before.cluster.slots[-1].is_percent == cluster.slots[-1].is_percent
    if before.decision.kind == "change" and _STANDS_AT.search(between.lower()):
        # "naik 7 persen, dengan posisi saat ini mencapai 44 persen"
        return Decision("achieved", "kind.achieved.become", source=before)
    if cluster.linked or (same_unit and _COORDINATED.match(_after_noun(between))):
        return replace(before.decision, rule="kind.coordinated", source=before)
    return None


def _each_of_a_group(case: Case, before: Decided) -> bool:
    """``1 juta pekerja informal dan 600 ribu pekerja formal``: two of a kind, each with its own group."""
    one, two = (
        case.context.of("SEGMENT", row.start, max(row.end, row.near_end)) for row in (before.cluster, case.cluster)
    )
    return bool(one and two) and one[0].value != two[0].value and one[0].start < case.cluster.start


def _of_a_place(case: Case, row: Cluster) -> bool:
    """``Kota X sebanyak 78.200 pekerja, Kota Y 34.500 pekerja``: a place right before the number."""
    places = [place for place in case.context.of("REGION", row.left_start, row.start) if place.end <= row.start]
    return bool(places) and _SO_MANY.fullmatch(case.low, places[-1].end, row.start) is not None


def _lies_ahead(case: Case) -> bool:
    """``menargetkan tahun depan 40 persen dan 2029 sudah 60 persen``: a time behind the document's own."""
    date = dated_ahead(case, case.cluster.start)
    return date is not None and not _TURNS.search(case.low, date.end, case.cluster.start)


def dated_ahead(case: Case, end: int) -> Mention | None:
    """The last date between the start of the clause and ``end``, where it lies behind the document's own."""
    day = case.context.event.period or case.context.published.period
    dates = case.context.of("DATE", case.cluster.left_start, end)
    value = dates[-1].value if dates else None
    if day is None or not isinstance(value, DateValue) or value.start is None or value.start <= day.end:
        return None
    return dates[-1]


def _has_own_base(case: Case) -> bool:
    row = case.following
    return row is not None and OUT_OF.fullmatch(case.text, case.cluster.end, row.start) is not None


def _after_noun(between: str) -> str:
    """What follows the words that still belong to the first number (its region or segment)."""
    match = _SEPARATOR.search(between)
    return between[match.start() :] if match else ""


def next_target(case: Case) -> Answer:
    """``menargetkan 1.500 nelayan dan 900 petani terlindungi``: a target joined to the one before, none reached yet."""
    before, cluster = case.previous, case.cluster
    if before is None or before.decision.kind != "target" or cluster.says("reached", "level"):
        return None
    if OF_THEM.match(case.text, cluster.end) and any(cue.kind in COVER[1:3] for cue in cluster.near):
        # "membidik 21.000 petani, 4.000 di antaranya terdaftar"
        return Decision("achieved", "kind.achieved.realised", unit=case.unit or before.unit, source=before)
    apart = before.cluster.slots[-1].is_percent != cluster.slots[-1].is_percent
    if not apart and _STANDS_NOW.fullmatch(case.low, before.cluster.end, cluster.start):
        return Decision("achieved", "kind.achieved.cover", unit=case.unit or before.unit, source=before)
    if (apart and not _AND_SO_MANY.fullmatch(case.text, before.cluster.end, cluster.start)) or OF_TARGET.match(
        case.text, cluster.end
    ):
        return None
    if apart and _DONE.match(case.text, cluster.end):
        return None  # "menargetkan 30 persen, dan 12 ribu pekerja sudah didaftarkan"
    if _WHO_ARE_IN.match(case.low, before.cluster.end, cluster.start):
        return None  # "diberi target 650 badan usaha, yang terdaftar 735 badan usaha"
    if not _JOINED.match(_after_noun(case.text[before.cluster.end : cluster.start])):
        return None
    return replace(before.decision, rule="kind.coordinated", source=before)


def second_unit(case: Case) -> Answer:
    """``112 dari 129 desa ... (86,8 persen)``: a percentage in brackets behind a base is the level on it."""
    before, cluster = case.previous, case.cluster
    if before is None or before.decision.kind != "denominator" or not cluster.has_percent or cluster.has_count:
        return None
    if not cluster.linked and not _is_quotient(case, before):
        return None
    return Decision("achieved", "kind.achieved.on_base", source=before)


def behind_base(case: Case) -> Answer:
    """``32 persen dari 1,6 juta pekerja atau sebanyak 328 ribu orang``: the number of those the percentage is."""
    base = case.previous
    if (
        base is None
        or base.decision.kind != "denominator"
        or case.cluster.has_percent
        or case.unit not in ("workers", None)
    ):
        return None
    level = level_on(base, case.decided)
    if level is None or not level.cluster.has_percent or level.cluster.has_count:
        return None
    if case.cluster.slots[0].quantity.value >= base.cluster.slots[0].quantity.value:
        return None
    if not _OR_AS_MANY.fullmatch(case.text, base.cluster.end, case.cluster.start):
        return None
    return replace(level.decision, rule="kind.coordinated", indicator=None, unit=case.unit or "workers", source=level)


def with_count(case: Case) -> Answer:
    """``kepesertaan sudah 82 persen dengan 31.200 pekerja``: the number of those the percentage is."""
    before = case.previous
    if (
        before is None
        or before.decision.kind != "achieved"
        or not before.cluster.has_percent
        or before.cluster.has_count
    ):
        return None
    if case.unit != "workers" or case.cluster.has_percent:
        return None
    if not _WITH_AS_MANY.fullmatch(case.text, before.cluster.end, case.cluster.start):
        return None
    return replace(before.decision, rule="kind.coordinated", indicator=None, unit=None, source=before)


def counted_share(case: Case) -> Answer:
    """``64 persen pekerja formal sebanyak 12,4 juta``: the number of those who are that part."""
    before, cluster = case.previous, case.cluster
    if before is None or before.decision.kind != "share" or cluster.has_percent or case.unit not in ("workers", None):
        return None
    if not before.cluster.has_percent or before.cluster.has_count:
        return None
    if not _AS_MANY.fullmatch(case.text, before.cluster.end, cluster.start):
        return None
    return Decision("achieved", "kind.part", unit=case.unit or "workers", source=before)


def next_share(case: Case) -> Answer:
    """``64 persen formal sebanyak N, 17 persen informal sebanyak M``: the next part of the same composition."""
    rows = case.decided[-2:]
    if len(rows) < 2 or case.previous is not rows[1] or not case.cluster.has_percent or case.cluster.has_count:
        return None
    share, counted = rows
    if share.decision.kind != "share" or counted.decision.source is not share or not case.coordinated():
        return None
    return replace(share.decision, rule="kind.coordinated", source=share)


def _is_quotient(case: Case, base: Decided) -> bool:
    """``6.950 peserta dari 7.980 pekerja, mencakup 87 persen``: the percentage that count and base before it give."""
    level = level_on(base, case.decided)
    if level is None or level.cluster.has_percent or case.cluster.says("target", "uncovered", "gap", "up", "down"):
        return False
    percent = case.cluster.slots[0].quantity
    count, whole = (row.cluster.slots[0].quantity.value for row in (level, base))
    if not whole or percent.unit != "percent" or percent.value_max is not None:
        return False
    return abs(count / whole * 100 - percent.value) <= Decimal(1).scaleb(exponent(percent.value))


def shared_predicate(case: Case) -> Answer:
    """``640 guru, 85 jurnalis dan 1.200 pekerja ... sudah didaftarkan``: one verb at the end serves the whole list."""
    if case.unit not in ("workers", "percent", *ENTITY_UNITS):
        return None
    row: Cluster = case.cluster
    for other in case.context.in_sentence(row.sentence):
        if other.start <= row.start:
            continue
        between = case.text[row.end : other.start]
        if _is_all(other, between):  # "328 desa di Bone sudah 100 persen mendaftarkan perangkatnya"
            return Decision("achieved", "kind.achieved.shared", "covered_workers")
        whose = case.unit == "companies" and _WITH_THEIR_STAFF.fullmatch(case.low, row.end, other.start)
        if whose and other.slots[0].quantity.unit == "workers" and any(cue.kind in COVER[1:3] for cue in other.near):
            return Decision("achieved", "kind.achieved.shared")  # "140 perusahaan beserta 4.310 karyawannya terdaftar"
        if case.unit in ENTITY_UNITS and other.slots[0].quantity.unit != case.unit:
            return None
        if not _LIST_GAP.fullmatch(between) or other.slots[0].is_percent != row.slots[0].is_percent:
            return None
        if case.unit == "percent" and not case.context.of("SEGMENT", row.end, other.start):
            return None  # "81 persen guru dan 64 persen petani sudah dilindungi": each of a group
        row = other
        verb = next((cue for cue in row.near if cue.kind in (*COVER[:4], "funded", "planned", "uncovered")), None)
        if "di antara" in case.text[row.end : row.near_end].lower():
            return None  # "410.500 pekerja, dan 130.900 orang di antaranya ...": the first is their base
        if verb is not None and verb.kind in COVER[:4] and _counts_them_all(case, row, between):
            return Decision("denominator", "kind.denominator.before", "eligible_workers")
        if verb is not None and verb.kind == "uncovered":
            return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full")
        if verb is not None and verb.kind == "planned":
            return None if case.unit == "percent" else Decision("planned", "kind.achieved.shared", "funded_workers")
        if verb is not None:
            if case.unit == "percent":
                return Decision("achieved", "kind.achieved.shared")
            measured = {"registered": "registered_workers", "funded": "funded_workers"}
            return Decision("achieved", "kind.achieved.shared", measured.get(verb.kind, "covered_workers"))
    return None


def _counts_them_all(case: Case, row: Cluster, between: str) -> bool:
    """``nelayan sebanyak 900 orang dan 700 orang sudah terdaftar``: of the same people, and nothing else is counted."""
    if not _AND_OF_THEM.fullmatch(between) or not _THERE_ARE.search(case.low_left) or case.cluster.says(*COVER):
        return False
    one, two = case.cluster.slots[0], row.slots[0]
    plain = all(slot.mention.quote.lower().endswith(("orang", "jiwa")) for slot in (one, two))
    named = case.context.of("SEGMENT", case.cluster.left_start, case.cluster.start)
    return plain and bool(named) and two.quantity.value < one.quantity.value


def _is_all(row: Cluster, between: str) -> bool:
    """``... sudah 100 persen mendaftarkan``: all of those counted before are in."""
    whole = row.slots[0].is_percent and row.slots[0].quantity.value == _ALL
    return whole and bool(_ALREADY.fullmatch(between)) and any(cue.kind in COVER[1:4] for cue in row.near)


def level_on(base: Decided, decided: Sequence[Decided]) -> Decided | None:
    """``15.700 dari 54.100 pekerja``: the level counted against a base, right before it in its sentence."""
    before = decided[-2] if len(decided) > 1 and decided[-1] is base else None
    if before is None or before.decision.kind != "achieved":
        return None
    return before if before.cluster.sentence.index == base.cluster.sentence.index else None
