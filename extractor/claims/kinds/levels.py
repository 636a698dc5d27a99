"""Levels: who is covered, of whom (the base), which part, and who is planned to be."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.apart import OF_THEM, REGISTERED_ELSEWHERE, level_behind, value_of
from extractor.claims.kinds.bases import ITS_NUMBER, STAFF_OF
from extractor.claims.kinds.missing import OF_MEMBERS, OUT_OF, TOTAL_IS
from extractor.claims.kinds.parts import (
    IS_FROM_AMONG,
    ITEMISES,
    grown,
    is_introduced,
    is_largest_group,
    part_of_target,
    parts_pointed_at,
)
from extractor.claims.kinds.shares import OF_POTENTIAL, OPENS_FROM, SHARE_OF
from extractor.claims.openings import tells_from
from extractor.model import Code

_FROM_TARGET = re.compile(
    r"\bdari\s+(?:total\s+)?target\s+(?:(?:awal|tahun ini|sebanyak|sebesar|sekitar)\s+)*$", re.IGNORECASE
)
_WANTED = re.compile(
    r"\b(?:ingin|hendak|berupaya|berusaha|mendorong)\s+(?:(?:terus|lebih|untuk)\s+)*(?:memperluas|meningkatkan|memperbanyak|"
    r"mempercepat|memaksimalkan|mengoptimalkan)\b"
    r"(?![^.;]*\b(?:sudah|telah|baru|hanya|saat ini|kini|mencapai|tercatat)\b)[^.;]*$"
)
_THAT = re.compile(
    r"[\"“]?(?:Angka|Jumlah|Capaian|Persentase)(?:\s+(?:pekerja|peserta|kepesertaan|tenaga kerja))?"
    r"\s+(?:itu|ini|tersebut)\b"
)
_COULD_JOIN = re.compile(
    r"\bberpotensi\s+(?:men)?jadi\s+peserta\b[^.;\d]*\bterdiri\s+(?:dari|atas)\b(?:[^.;]|\.(?=\d))*$"
)
_SIGNED = re.compile(
    r"\b(?:menandatangani|penandatanganan|menandatangan)\b[^.;]*\b(?:perjanjian|kerja ?sama|mou|pks|kesepakatan)\b"
    r"(?:(?!\b(?:menyerahkan|serahkan|penyerahan|membagikan)\b)[^.;])*\b(?:bagi|untuk|kepada)\s+(?:sebanyak\s+|sekitar\s+)?$"
)
_HOWEVER = re.compile(
    r"[\"“]?(?:Namun|Akan tetapi|Tetapi|Tapi|Sayangnya|Padahal|Sementara(?: itu)?|"
    r"Dari (?:jumlah|angka|total)(?: \w+)? (?:itu|tersebut|ini))\b[^.;]*\b(?:baru|hanya|yang sudah|yang telah)\b"
)
_POINTS_BACK = re.compile(
    r"[\"“]?\s*(?:[Dd]ari\s+(?:jumlah|total|angka)(?:\s+\w+)?\s+(?:itu|tersebut|ini)|"
    r"[Dd]ari\s+(?:jumlah|total)\s+(?:peserta|pekerja)\s+yang\s+(?:di|ter)(?:lindungi|daftar(?:kan)?|cover)|"
    r"[Dd]i\s?antaranya|[Dd]i antara (?:itu|mereka))\b"
)
_SPLITS = re.compile(
    r"\b(?:[Tt]erdiri|[Rr]inciannya|[Pp]erinciannya|terbagi)\b|"
    # "Tenaga keagamaan itu, di antaranya, guru TPQ 778 orang", "1.970 pekerja itu meliputi nelayan 510 orang"
    r"\b(?:itu|tersebut|ini)\s*,?\s*(?:meliputi|mencakup|di ?antaranya|yakni|yaitu)\b"
)
_ACTIVE_AND_NOT = re.compile(
    r"(?:\s+(?!baru\b)[a-z]+){0,3}?\s*[,(:]?\s*(?:yang\s+)?"
    r"(?:terdiri|terbagi|meliputi|dengan rincian|rinciannya|yakni|yaitu|di antaranya|,)\s*"
    r"(?:dari|atas|menjadi|sebanyak|ada|\s)*\d[\d.,]*(?:\s+[a-z]+){0,3}?\s+aktif\b"
    r"[^.;]{1,60}?\d[\d.,]*(?:\s+[a-z]+){0,3}?\s*(?:non-?\s?aktif|tidak aktif|tak aktif|tidak lagi aktif)\b"
)
_BY_SEX = re.compile(r"[\"“]?(?:[Ll]aki-laki|[Pp]ria|[Pp]erempuan|[Ww]anita)\b")
_IS_OF_A_GROUP = re.compile(  # "Dari angka itu, 62 persen atau 1,4 juta-nya merupakan pekerja formal"
    r"(?:\s*-?nya)?\s+(?:merupakan|adalah|ialah|berasal dari)\s+(?:\w+\s+){0,3}?"
    r"(?:formal|informal|penerima upah|bukan penerima upah|jasa konstruksi|migran)\b",
    re.IGNORECASE,
)
_OF_A_SEX = re.compile(  # "20.100 pekerja: laki-laki 13.000 dan perempuan 7.100"
    r"\b(?:laki-laki|perempuan|pria|wanita)\s+(?:(?:sebanyak|sejumlah|ada|berjumlah|mencapai)\s+)*$"
)
_MOSTLY = re.compile(r"\bdidominasi\b[^.;]*$")
_SUM = re.compile(
    r"[\"“]?\s*(?:[Jj]adi,?|[Ss]ehingga|[Dd]engan demikian,?)?\s*(?:[Tt]otal(?:nya)?|[Ss]ecara keseluruhan)\b"
)
_RELATIVE = re.compile(
    r"(?:\s+\w+){0,4}?\s*(?:\([^()]*\))?\s*,\s*(?:yang|tetapi|namun|tapi|di\s?mana|(?:dan\s+)?(?:baru|hanya))\b"
)
_ROUNDED = 20  # a sum may be told with a twentieth left out
_NEAR = 70  # characters between a word of cover and a bare number that it counts
_ASIDES = re.compile(  # brackets, and "hanya sepertiganya, 104 ribu"
    r"\([^()]*\)|\b(?:separuh|setengah|sepertiga|seperempat|seperlima|dua pertiga|tiga perempat)(?:nya)?"
    r"(?:\s+lebih)?,?\s+(?:(?:atau|yakni|yaitu|tepatnya)\s+)?"
)
_APART = re.compile(r"[,;:.\d]|\b(?:yang|untuk|dengan|dan|dari|senilai|membayar|iuran)\b")
_LINKED = re.compile(
    r"\s*(?:(?:hanya|baru|sekitar|sebesar|sebanyak|mencapai|capai|hampir|lebih dari|kurang lebih|sejumlah|yakni|yaitu|"
    r"angka|adalah|tercatat|ada|berjumlah|bpjs|BPJS|Ketenagakerjaan|ketenagakerjaan|BPJamsostek|Jamsostek|program|sebagai|"
    r"di angka|berada|telah|sudah|dengan|total|aktif|jumlahnya|itu|"
    r"tidak lebih dari|tak lebih dari|tak sampai|tidak sampai|TK|Naker|BPJSTK|:|,)\s*)*"
)


def part(case: Case) -> Answer:
    """Parts of a number given just before: ``Dari N yang terlindungi, A pekerja formal. Sisanya B ...``.

    ``terdiri atas`` splits whatever stood before it, a base too.
    """
    cluster, before = case.cluster, case.continues
    if before is not None and before.decision.kind == "change" and not cluster.has_percent:
        before = grown(case, before)
    if before is None or before.decision.kind not in ("achieved", "gap", "denominator", "planned", "target"):
        return None
    if before.decision.kind == "target":
        return part_of_target(case, before)
    now = before.decision.source if before.decision.rule == "kind.achieved.from" else None
    if now is not None and before.cluster.sentence.index < cluster.sentence.index:
        before = now  # "35 juta orang. Tahun lalu 30 juta. Dari jumlah itu ...": of those who are in now
    level = before.decision.source
    if before.decision.rule == "kind.staff" and level is not None and not cluster.has_percent:
        before, level = level, level.decision.source  # past the employers of the part before
    if (
        before.decision.kind == "denominator"
        and level is not None
        and ITEMISES.match(case.text, tells_from(case.text, cluster.sentence))
    ):
        before = level  # "176.300 orang dari 682.000 pekerja. Rinciannya ...": of those who are in
    if cluster.has_percent and before.decision.kind == "denominator":
        return None
    if before.decision.rule == "kind.achieved.from" or cluster.says("uncovered"):
        return None
    named = cluster.last("base")
    if named is not None and cluster.start - named.end <= 1:
        return None  # "201 persen dari potensi 2.150 orang"
    same = before.cluster.sentence.index == cluster.sentence.index
    counted = same and before.decision.kind == "achieved" and before.cluster.has_count and not cluster.has_percent
    if counted and _MOSTLY.search(case.left):
        return replace(before.decision, rule="kind.part", source=before)
    if _COULD_JOIN.search(case.low, cluster.sentence.start, cluster.start):
        return Decision("denominator", "kind.denominator", "eligible_workers")
    listed = not same and not cluster.has_percent and before.cluster.has_count and is_introduced(case, before)
    if same and cluster.has_count and not before.cluster.has_count:
        before = _part_past_rate(case, before)
    further = same and before.decision.is_part and case.coordinated()
    if further and before.decision.kind == "denominator" and cluster.says(*COVER):
        further = False  # "312 ribu pekerja formal, dengan kepesertaan 298 ribu"
    if listed or _SPLITS.search(case.left) or further:
        if before.cluster.has_count and not cluster.has_percent and _exceeds(case, before):
            return None
        if before.decision.is_part and before.decision.source is not None:
            return replace(before.decision, unit=None)  # a further part of the whole, not a part of the part before
        return replace(before.decision, rule="kind.part", source=before)
    told_from = tells_from(case.text, cluster.sentence)
    listed_of = parts_pointed_at(case, before)
    if listed_of is not None:
        return listed_of
    back = _POINTS_BACK.match(case.text, told_from) or OF_THEM.match(case.text, cluster.end)
    of_base = before.decision.kind == "denominator" and (same or back)
    among = of_base and IS_FROM_AMONG.match(case.low, cluster.end)
    if among and not cluster.says(*COVER, "uncovered", "target", "planned"):
        # "dari 12 juta potensi, 10 juta lebih berasal dari sektor informal"
        return replace(before.decision, rule="kind.part", unit=case.unit or before.unit, source=before)
    if before.decision.kind not in ("achieved", "gap") or SHARE_OF.match(case.text, cluster.end):
        return None
    rest = any(cue.kind == "rest" for cue in cluster.left)
    if rest and before.decision.kind == "achieved" and any(cue.kind == "target" for cue in cluster.near):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=before)
    its = cluster.slots[0].mention.quote.endswith("nya") and before.cluster.has_count  # "48 persennya": of them
    of_them = its or bool(OF_THEM.match(case.text, cluster.end))
    if of_them and cluster.has_percent:
        return Decision("share", "kind.share", "membership_share", population="participants", source=before)
    head = case.text[told_from : told_from + 60]
    pointed = bool(_POINTS_BACK.match(head) or _BY_SEX.match(head)) and before.decision.kind == "achieved"
    pointed = pointed or is_largest_group(case, before)
    after_from = same and before.cluster.has_count and bool(OPENS_FROM.match(head))
    if pointed and same:
        pointed = case.coordinated()
    pointed = pointed or (same and before.decision.kind == "achieved" and bool(_OF_A_SEX.search(case.low_left)))
    if not (rest or pointed or after_from or of_them) or (case.unit is None and not (pointed or rest or of_them)):
        return None
    if pointed and cluster.has_percent and before.cluster.has_count and _IS_OF_A_GROUP.match(case.text, cluster.end):
        return Decision("share", "kind.share", "membership_share", population="participants", source=before)
    unit = None if cluster.has_percent and cluster.has_count else case.unit or (before.unit if of_them else None)
    if unit == "percent" and not cluster.has_percent:
        unit = "workers"  # "57,9 persen, 10 juta di antaranya"
    if before.decision.kind == "gap" and of_them and not cluster.says(*COVER):
        return replace(before.decision, rule="kind.part", unit=unit, source=before)  # "10 ribu di antaranya nelayan"
    return Decision("achieved", "kind.part", before.decision.indicator, unit=unit, source=before)


def by_state(case: Case) -> Answer:
    """``jumlah tenaga kerja 61.200 orang, terdiri dari 48.100 aktif dan 13.100 nonaktif``: these are all members."""
    if case.cluster.has_percent or case.unit not in ("workers", "companies", None) or not case.topic:
        return None
    if case.cluster.says("uncovered", "target", "planned", "gap"):
        return None
    if not _ACTIVE_AND_NOT.match(case.low, case.cluster.end, case.cluster.sentence.end):
        return None
    return Decision("achieved", "kind.achieved.cover", unit=case.unit or "workers")


def _part_past_rate(case: Case, rate: Decided) -> Decided:
    """``Rinciannya formal A orang atau 48 persen dari angkatan kerja, dan informal B orang``: the part before it."""
    rows = case.decided[-2:]
    here = len(rows) > 1 and rows[0].cluster.sentence.index == case.cluster.sentence.index
    listed = here and rows[0].decision.is_part and rows[0].unit == case.unit
    group = case.context.of("SEGMENT", case.cluster.start, max(case.cluster.end, case.cluster.near_end))
    return rows[0] if listed and group else rate


def _exceeds(case: Case, before: Decided) -> bool:
    """Whether a number is larger than the whole it would be a part of."""
    whole = before.decision.source if before.decision.is_part else before
    if whole is None or not whole.cluster.has_count or whole.unit != (case.unit or whole.unit):
        return False
    return value_of(case.cluster) > value_of(whole.cluster)


def total(case: Case) -> Answer:
    """``Jadi totalnya N pekerja rentan``: the sum of the targets or plans listed just before."""
    before = case.continues
    if before is None or before.decision.kind not in ("target", "planned") or not case.cluster.has_count:
        return None
    if case.previous is not None or not _SUM.match(case.text, case.cluster.sentence.start):
        return None
    listed = [row for row in case.decided if row.cluster.sentence.index == before.cluster.sentence.index]
    values = [row.cluster.slots[0].quantity.value for row in listed if row.decision.kind == before.decision.kind]
    if abs(sum(values) - case.cluster.slots[0].quantity.value) * _ROUNDED > case.cluster.slots[0].quantity.value:
        return None  # "Total pekerja rentan kita 38.700 orang" adds nothing up
    return replace(before.decision, rule="kind.total", source=before)


def achieved(case: Case) -> Answer:
    """A word of cover in the number's own clause."""
    cluster = case.cluster
    if REGISTERED_ELSEWHERE.search(case.left):
        return None  # "yang terdaftar di Kementerian Hukum": known there, and not therefore a member
    counted = _of_following(case)
    if counted is not None:
        return Decision("achieved", "kind.achieved.cover", unit=counted if case.unit is None else None)
    if not cluster.says(*COVER):
        potential = cluster.has_percent and case.topic and OF_POTENTIAL.match(case.text, cluster.end)
        plain = potential and not cluster.says("uncovered", "target", "up", "down", "gap", *OTHER)
        return Decision("achieved", "kind.achieved.cover") if plain else None  # "46 persen dari potensi yang ada"
    paired = cluster.has_percent and cluster.has_count and any(cue.kind in COVER for cue in cluster.near)
    if case.unit is None and not (paired or _bound(case)):
        return None  # "31.800 atau 86 persen tenaga honorer ..., yang terdaftar": the noun stands behind both
    if _is_next_of_change(case):
        return None
    if case.unit == "villages" and cluster.says("planned"):
        return None  # "bakal diberikan kepada perangkat desa di 187 desa"
    if cluster.has_count and _SIGNED.search(case.low, cluster.sentence.start, cluster.start):
        return Refusal("an agreement is signed for them")
    if cluster.has_count and _WANTED.search(case.low_left):
        return Refusal("it is wished for, not reported")
    paid = cluster.says("funded") or any(cue.kind.startswith("funding:") for cue in (*cluster.left, *cluster.near))
    if paid and cluster.has_count and case.unit in ("workers", None):
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    return Decision("achieved", "kind.achieved.cover", source=_subject(case))


def _is_next_of_change(case: Case) -> bool:
    """``penambahan PU 14 ribu peserta, konstruksi 27 ribu peserta``: only the counted noun speaks of members."""
    before, cluster = case.previous, case.cluster
    if before is None or before.decision.kind != "change" or before.cluster.has_percent or cluster.has_percent:
        return False
    end = case.following.start if case.following is not None else cluster.near_end
    said = [
        cue for cue in (*cluster.left, *cluster.near) if cue.kind in (*COVER, "reached", "level") and cue.start < end
    ]
    return case.coordinated() and all(cue.kind == "participant" and cue.start < cluster.end for cue in said)


def _subject(case: Case) -> Decided | None:
    """``PMI 4.000 pekerja, yang terdaftar baru N``: a level of the base or target its sentence named just before."""
    before = case.previous
    if before is None:
        return _base_told_before(case)
    where = _RELATIVE.match(case.text, before.cluster.end, case.cluster.start)
    if before.decision.rule == "kind.denominator" and not where:
        return None
    if before.decision.rule == "kind.achieved.from":
        return before
    if before.decision.kind not in ("denominator", "target"):
        return None
    if before.decision.kind == "target" and _FROM_TARGET.search(
        case.text, before.cluster.left_start, before.cluster.start
    ):
        return before  # "dari target 1.670 perusahaan saat ini 1.830 telah terdaftar"
    if before.decision.kind == "target" and not _RELATIVE.match(case.text, before.cluster.end, case.cluster.start):
        return None
    return before


def _base_told_before(case: Case) -> Decided | None:
    """``Pekerja konstruksi di Bali 154.000 orang. Namun, baru 42.000 yang terdaftar``: of the base told just before."""
    before = case.continues
    if (
        before is not None
        and before.decision.kind == "achieved"
        and _THAT.match(case.text, case.cluster.sentence.start)
    ):
        return before
    if before is None or before.decision.kind != "denominator" or not case.cluster.has_count:
        return None
    if before.cluster.slots[0].quantity.value <= case.cluster.slots[0].quantity.value or before.unit != "workers":
        return None
    return before if _HOWEVER.match(case.text, case.cluster.sentence.start, case.cluster.start) else None


def _of_following(case: Case) -> str | None:
    """``112 dari 129 desa telah ...``: the verb behind the base is the number's own, as is the base's unit."""
    row = case.following
    staff = case.unit in ("percent", "workers") and row is not None and row.slots[0].quantity.unit in ENTITY_UNITS
    if row is None or not (STAFF_OF if staff else OUT_OF).fullmatch(case.text, case.cluster.end, row.start):
        return None
    more = case.cluster.slots[-1].quantity.value > row.slots[0].quantity.value
    if case.unit is None and (more or OF_MEMBERS.search(case.low_left)):
        return None
    counted = row.slots[0].mention.quote.lower()
    if "peserta" in counted and "potensi" not in counted:
        return None
    potential = "potensi" in counted or case.text[row.start : row.near_end].lower().split(maxsplit=2)[1:2] == [
        "potensi"
    ]
    covered = potential or any(cue.kind in COVER for cue in row.near) or (case.unit is None and case.topic)
    if not covered:
        return None
    unit = case.unit or row.slots[0].quantity.unit
    people = any(cue.kind in ("covered", "registered") for cue in row.near)  # "9.400 dari 54.100 yang terdaftar"
    return unit or ("workers" if people and case.topic else None)


def member_segment(case: Case) -> Answer:
    """``penerima upah totalnya 116.945 orang``: wage earners, own-account and construction workers are its own members.

    These are categories of the scheme's participants (Perpres 109/2013), not of the labour force.
    """
    if case.cluster.has_percent or case.unit not in ("workers", None) or not case.running_topic:
        return None
    sentence = case.cluster.sentence
    rows = case.context.of("SEGMENT", case.cluster.left_start, case.cluster.start)
    if not rows and sentence.index and ITS_NUMBER.search(case.low_left):
        earlier = case.context.parsed.sentences[sentence.index - 1]
        if case.joined(earlier):  # "... ialah pekerja BPU. Tahun 2017 jumlahnya 6.500 orang"
            rows = case.context.of("SEGMENT", earlier.start, earlier.end)
    if not rows or rows[-1].value not in (Code("PU"), Code("BPU"), Code("JAKON"), Code("PMI")):
        return None
    insured = case.goes_on is not None or any(cue.kind in COVER[1:] for cue in case.sentence_cues)
    if rows[-1].value == Code("PMI") and not insured:
        return None  # migrants are a category of members too, but many of them are none
    if case.cluster.says("base", "target", "uncovered", "gap", *COVER):
        return None
    if case.previous is None and case.cluster.has_count and _is_base_of_next(case):
        return Decision("denominator", "kind.denominator.before", "eligible_workers")
    before = case.previous
    kinds = ("change", "planned") if case.cluster.says("reached") else ("change", "planned", "target")
    if before is not None and before.decision.kind in kinds and case.coordinated():
        # "penambahan PU 113 ribu orang, kemudian BPU 58 ribu orang": of the same kind
        return replace(before.decision, rule="kind.coordinated", source=before)
    return Decision("achieved", "kind.achieved.segment", source=case.previous)


def _is_base_of_next(case: Case) -> bool:
    """``Di segmen BPU tercatat 93.500 pekerja. Dari jumlah itu, 14.700 terdaftar``: all there are of them."""
    level = level_behind(case)
    return level is not None and bool(_POINTS_BACK.match(case.text, level.sentence.start))


def _bound(case: Case) -> bool:
    """Whether a bare number stands right beside its word of cover: ``peserta mencapai 5,98 juta``."""
    cluster = case.cluster
    near = next((cue for cue in cluster.near if cue.kind in COVER), None)
    if near is not None and (near.start - cluster.end < 40 or (cluster.has_count and cluster.has_percent)):
        return True  # its percentage has the noun: "28.600 atau 84,2 persen tenaga non-ASN di ... terdaftar"
    last = cluster.last(*COVER, "level")
    if last is None or TOTAL_IS.search(case.left):
        return last is not None
    between = _without_dates(case, last.end)
    plain = len(between) < _NEAR and not _APART.search(between)
    return bool(_LINKED.fullmatch(between)) or (plain and last.kind in COVER and case.topic)


def _without_dates(case: Case, start: int) -> str:
    """The words from ``start`` up to the number, without dates and brackets, which tear nothing apart."""
    text, end = case.text, case.cluster.start
    for date in reversed(case.context.of("DATE", start, end)):
        text = text[: date.start] + " " * (min(date.end, end) - date.start) + text[date.end :]
    between = _ASIDES.sub(" ", text[start:end])
    return " ".join(between.split()) + " "


def compared(case: Case) -> Answer:
    """``dibandingkan Desember 2022 yang sebanyak N``: the level or change before it is compared with a level."""
    back = case.following is not None or _THAT.match(case.text, case.cluster.sentence.start)
    before = case.previous or (case.continues if back else None)
    if not case.cluster.compared or before is None or (case.unit is None and not _of_the_size(case)):
        return None
    if before.decision.kind not in ("achieved", "change"):
        return None
    if before.decision.is_part and before.decision.source is not None and case.previous is None:
        before = before.decision.source  # "402.000, terbagi atas A dan B. Dibandingkan tahun lalu N": the whole
    return Decision("achieved", "kind.achieved.compared", source=before)


def _of_the_size(case: Case) -> bool:
    """A bare number of the size of a count of workers told just before: ``dibanding tahun lalu 212.100``."""
    here = case.cluster.slots[0].quantity.value
    rows = [row for row in case.decided[-3:] if row.unit == "workers" and row.cluster.has_count]
    counts = [slot.quantity.value for row in rows for slot in row.cluster.slots if not slot.is_percent]
    return any(value < here * 3 and here < value * 3 for value in counts)
