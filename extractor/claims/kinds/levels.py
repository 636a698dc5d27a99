"""Levels: who is covered, of whom (the base), which part, and who is planned to be."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.bases import REGISTERED_ELSEWHERE
from extractor.claims.kinds.missing import OF_TARGET, OUT_OF
from extractor.model import Code, Cue

_PEOPLE = r"(?:pekerja|tenaga kerja|penduduk|angkatan kerja|buruh)"
_FROM = re.compile(r"(?<!terdiri )\bdari\s+(?:total|jumlah|sekitar|sebanyak|seluruh|keseluruhan|\s)*$")
_FROM_TARGET = re.compile(
    r"\bdari\s+(?:total\s+)?target\s+(?:(?:awal|tahun ini|sebanyak|sebesar|sekitar)\s+)*$", re.IGNORECASE
)
_FRACTION = re.compile(
    r"\b(?:separuh|setengah|(?:se|dua |tiga |empat )?per(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|"
    r"sebagian(?: besar| kecil)?|mayoritas)\s+"
    r"(?:lebih\s+)?dari\s+(?:(?:total|jumlah|sekitar|seluruh|keseluruhan)\s+)*$"
)
_TOTAL = re.compile(
    rf"\b(?:total|jumlah(?:nya)?)\b.*{_PEOPLE}|{_PEOPLE}.*\b(?:total|berjumlah|sebanyak|sejumlah)\b",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(r"\b(?:realisasi|terealisasi)\b[^.;,\d]*$")
_ELSEWHERE = re.compile(r";|\b(?:sementara|sedangkan|namun|tetapi)\b")
_PAYS = re.compile(r"\b(?:iuran|anggaran|perlindungan|kuota)\b", re.IGNORECASE)
_SURVEYED = re.compile(rf"\b(?:BPS|Badan Pusat Statistik|Sakernas|Susenas)\b[^.;]*\b{_PEOPLE}\b", re.IGNORECASE)
_PEOPLE_BEFORE = re.compile(rf"\b{_PEOPLE}\b[^.;,]{{0,60}}$", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"[\"“]?\s*(?:[Dd]ari\s+(?:jumlah|total|angka)(?:\s+\w+)?\s+(?:itu|tersebut|ini)|"
    r"[Dd]i\s?antaranya|[Dd]i antara (?:itu|mereka))\b"
)
_OPENS_FROM = re.compile(r"[\"“]?\s*Dari\b")
_SPLITS = re.compile(r"\b(?:terdiri|[Rr]inciannya|[Pp]erinciannya|terbagi)\b")
_ITEMISES = re.compile(r"[\"“]?\s*(?:[Dd]engan\s+)?(?:[Rr]incian(?:nya)?|[Pp]erincian(?:nya)?|[Tt]erdiri)\b")
_BY_SEX = re.compile(r"[\"“]?(?:[Ll]aki-laki|[Pp]ria|[Pp]erempuan|[Ww]anita)\b")
_MOSTLY = re.compile(r"\bdidominasi\b[^.;]*$")
_ITS_NUMBER = re.compile(r"\b(?:jumlahnya|totalnya)\b")
_FROM_JUST = re.compile(r"\)?\s*(?:dari\s+)?(?:total\s+|jumlah\s+)?", re.IGNORECASE)
_OUT_OF_THEM = re.compile(r"\bdari\s[^,;.]*$")
_OF_THEM_IS_TOLD = re.compile(
    r"\s*(?:di antaranya\s+|dari mereka\s+|adalah\s+|merupakan\s+)?"
    r"(?:berusia|berumur|tinggal|perempuan|laki-laki|wanita|pria|lulusan|berpendidikan|mengaku|menyatakan)\b",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r",|\b(?:dan|serta|sedangkan|sementara)\b")
_LARGEST = re.compile(
    r"\b(?:peserta|kepesertaan)\s+(?:terbesar|terbanyak|paling banyak)\s+(?:berasal\s+|ada\s+|yakni\s+)?(?:dari|di)\b"
)
_AIMED = re.compile(r"ditarget(?:kan)?|dibidik|diincar", re.IGNORECASE)
_COMPOSED = re.compile(
    r"\s*(?:dari\s+)?(?:total\s+|seluruh\s+)?(?:perusahaan\s+)?(?:peserta|kepesertaan)(?:\s+aktif)?\s+"
    r"(?:adalah|merupakan|berasal|ialah)\b"
)
_SUM = re.compile(
    r"[\"“]?\s*(?:[Jj]adi,?|[Ss]ehingga|[Dd]engan demikian,?)?\s*(?:[Tt]otal(?:nya)?|[Ss]ecara keseluruhan)\b"
)
_LEVEL_FOLLOWS = re.compile(
    r"(?:\s+\w+){0,4}?\s*,?\s*(?:dan|namun|tetapi|tapi|akan tetapi|sedangkan|sementara)?\s*"
    r"(?:yang|baru|hanya|tercover|terdaftar|terlindungi|di antaranya|sudah|telah)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:\s+\w+){0,4}?\s*,?\s*dengan\s+(?:(?:sekitar|sebanyak|hanya|baru)\s+)*")
_RELATIVE = re.compile(r"(?:\s+\w+){0,4}?\s*(?:\([^()]*\))?\s*,\s*(?:yang|tetapi|namun|tapi)\b")
_SHARE_OF = re.compile(
    r"\s*(?:dari|terhadap)\s+(?:(?:total|jumlah|seluruh|keseluruhan)?\s*(?:peserta|kepesertaan)|(?:total|jumlah)\s+"
    r"nasional)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\s*(?:orang\s+|pekerja\s+|peserta\s+|persen\s+)?(?:di\s?antaranya|dari mereka)\b", re.IGNORECASE
)
_NEAR = 70  # characters between a word of cover and a bare number that it counts
_APART = re.compile(r"[,;:.\d]|\b(?:yang|untuk|dengan|dan|dari|senilai|membayar|iuran)\b")
_LINKED = re.compile(
    r"\s*(?:(?:hanya|baru|sekitar|sebesar|sebanyak|mencapai|capai|hampir|lebih dari|kurang lebih|sejumlah|yakni|yaitu|"
    r"adalah|tercatat|ada|berjumlah|bpjs|BPJS|Ketenagakerjaan|ketenagakerjaan|BPJamsostek|Jamsostek|program|sebagai|"
    r"di angka|berada|telah|sudah|dengan|total|aktif|jumlahnya|:|,)\s*)*"
)


def fraction(case: Case) -> Answer:
    """``separuh dari 900 ribu pekerja``: half of them is told of; the number is the base."""
    if case.cluster.has_percent or not case.topic or not _FRACTION.search(case.low_left):
        return None
    return Decision("denominator", "kind.denominator.fraction", "eligible_workers", unit=case.unit)


def out_of(case: Case) -> Answer:
    """``112 dari 129 desa telah ...``: what stands between ``dari`` and the verb is the base of the number before."""
    before = case.previous
    if before is None or case.cluster.has_percent or before.decision.kind == "denominator":
        return None
    if before.cluster.slots[-1].is_percent and "peserta" in case.cluster.slots[0].mention.quote.lower():
        return None  # "19 persen dari 41 juta peserta": those are in, not to be won
    if not OUT_OF.fullmatch(case.text, before.cluster.end, case.cluster.start):
        return None
    if before.decision.kind == "change" and before.cluster.has_percent:  # "turun dua persen dari 195.728 orang"
        return Decision("achieved", "kind.achieved.from", source=before)
    unit = case.unit or unit_of(before)
    if unit == "companies" and before.cluster.has_count and unit_of(before) == "workers":
        return replace(before.decision, rule="kind.coordinated", unit=None, source=before)  # the workers of N companies
    return Decision("denominator", "kind.denominator", "eligible_workers", unit=unit, source=before)


def bracketed(case: Case) -> Answer:
    """``1.394 ketua RT (1.102 di desa dan 292 di kelurahan)``: the parts of a count in the bracket behind it."""
    before = case.previous
    if before is None or case.cluster.has_percent or before.cluster.has_percent:
        return None
    opened = case.text.rfind("(", before.cluster.end, case.cluster.start)
    first = before.decision.rule != "kind.bracket" and opened >= 0 and _in_bracket(case)
    if not first and not (before.decision.rule == "kind.bracket" and opened < 0 and _in_bracket(case)):
        return None
    return replace(before.decision, rule="kind.bracket", unit=case.unit or unit_of(before), source=before)


def _in_bracket(case: Case) -> bool:
    head = case.text[case.cluster.sentence.start : case.cluster.start]
    return head.rfind("(") > head.rfind(")")


def unit_of(row: Decided) -> str | None:
    """The unit a statement was decided to have."""
    return row.decision.unit or row.cluster.slots[0].quantity.unit


def part(case: Case) -> Answer:
    """Parts of a number given just before: ``Dari N yang terlindungi, A pekerja formal. Sisanya B ...``.

    ``terdiri atas`` splits whatever stood before it, a base too.
    """
    cluster, before = case.cluster, case.continues
    if before is None or before.decision.kind not in ("achieved", "gap", "denominator", "planned"):
        return None
    level = before.decision.source
    if (
        before.decision.kind == "denominator"
        and level is not None
        and _ITEMISES.match(case.text, cluster.sentence.start)
    ):
        before = level  # "176.300 orang dari 682.000 pekerja. Rinciannya ...": of those who are in
    if cluster.has_percent and before.decision.kind == "denominator":
        return None
    if before.decision.rule == "kind.achieved.from" or cluster.says("uncovered"):
        return None
    named = cluster.last("base")
    if named is not None and cluster.start - named.end <= 1:
        return None  # "201 persen dari potensi 215.469 orang"
    same = before.cluster.sentence.index == cluster.sentence.index
    counted = same and before.decision.kind == "achieved" and before.cluster.has_count and not cluster.has_percent
    if counted and _MOSTLY.search(case.left):
        return replace(before.decision, rule="kind.part", source=before)
    if _SPLITS.search(case.left) or (same and before.decision.rule == "kind.part" and case.coordinated()):
        if before.decision.rule == "kind.part" and before.decision.source is not None:
            return replace(before.decision, unit=None)  # a further part of the whole, not a part of the part before
        return replace(before.decision, rule="kind.part", source=before)
    if before.decision.kind not in ("achieved", "gap") or _SHARE_OF.match(case.text, cluster.end):
        return None
    rest = any(cue.kind == "rest" for cue in cluster.left)
    its = cluster.slots[0].mention.quote.endswith("nya") and before.cluster.has_count  # "48 persennya": of them
    of_them = its or bool(_OF_THEM.match(case.text, cluster.end))
    if of_them and cluster.has_percent:
        return Decision("share", "kind.share", "membership_share", population="participants", source=before)
    opening = case.text[cluster.sentence.start : cluster.sentence.start + 60]
    pointed = bool(_POINTS_BACK.match(opening) or _BY_SEX.match(opening)) and before.decision.kind == "achieved"
    after_from = same and before.cluster.has_count and bool(_OPENS_FROM.match(opening))
    if pointed and same:
        pointed = case.coordinated()
    if not (rest or pointed or after_from or of_them) or (case.unit is None and not (pointed or rest or of_them)):
        return None
    unit = case.unit or (unit_of(before) if of_them else None)
    if unit == "percent" and not cluster.has_percent:
        unit = "workers"  # "57,9 persen, 10 juta di antaranya"
    return Decision("achieved", "kind.part", before.decision.indicator, unit=unit, source=before)


def base_before(case: Case) -> Answer:
    """``Bukan penerima upah ada N orang, yang tercover M``: those counted first are the base of those behind."""
    cluster, row = case.cluster, case.following
    if (
        row is None
        or cluster.has_percent
        or case.unit != "workers"
        or cluster.says(*COVER, "funded", "planned", "target")
    ):
        return None
    if _FROM.search(case.low_left):
        return None  # "Dari N pekerja, M terdaftar" is ``base``'s
    level = row.slots[0]
    if level.is_percent and OF_TARGET.match(case.text, row.end):
        return None
    counted = level.quantity.unit in ("workers", None) and level.quantity.value < _value(case)
    if not (level.is_percent or counted):
        return None
    follows = _LEVEL_FOLLOWS.match(case.text, cluster.end, row.start) or (
        _WITH.fullmatch(case.text, cluster.end, row.start) and _OF_THEM.match(case.text, row.end)
    )
    if not follows or not case.running_topic:
        return None
    covers = any(cue.kind in COVER[1:] for cue in (*row.left, *row.near))
    return Decision("denominator", "kind.denominator.before", "eligible_workers") if covers else None


def _value(case: Case) -> Decimal:
    quantity = case.cluster.slots[0].quantity
    return quantity.value_max or quantity.value


def total(case: Case) -> Answer:
    """``Jadi totalnya N pekerja rentan``: the sum of the targets or plans listed just before."""
    before = case.continues
    if before is None or before.decision.kind not in ("target", "planned") or not case.cluster.has_count:
        return None
    if case.previous is not None or not _SUM.match(case.text, case.cluster.sentence.start):
        return None
    return replace(before.decision, rule="kind.total", source=before)


def base(case: Case) -> Answer:
    """``dari D potensi pekerja``, ``total pekerja D``: the population, with no word of cover for it.

    ``N pekerja yang harusnya terlindungi`` is one too; ``melindungi N pekerja yang ada di ...`` is not.
    """
    cluster = case.cluster
    if cluster.has_percent or not _counts(case):
        return None
    if case.following is not None and OUT_OF.fullmatch(case.text, cluster.end, case.following.start):
        return None  # "2.852 dari 689.158": the second is the base
    ought = next((cue for cue in cluster.near if cue.kind in ("target", *COVER, "uncovered")), None)
    aimed = OF_TARGET.match(case.text, cluster.end)
    if ought is not None and ought.kind == "target" and not aimed and not cluster.last("target"):
        if _AIMED.fullmatch(case.text, ought.start, ought.end):
            return Decision("target", "kind.target.word")  # "80.000 pekerja ditargetkan terlindungi"
        return Decision("denominator", "kind.denominator", "eligible_workers")
    if _labour_market(case) or _of_unclaimed(case):
        return Refusal(DISTRACTORS["unemployment"])
    potential = "potensi" in case.text[cluster.start : min(cluster.near_end, cluster.end + 20)].lower()
    named = cluster.last("base")
    potential = potential or (named is not None and cluster.start - named.end <= 1)  # "dari potensi 215.469 peserta"
    if not potential and any(cue.kind in (*COVER, "uncovered", "funded", "planned") for cue in cluster.near):
        return None
    if not (potential or _named(case)):
        return None
    if potential or case.topic or _paragraph_covers(case):
        return Decision("denominator", "kind.denominator", "eligible_workers", source=_level_before(case))
    return Refusal("a population, but its paragraph does not speak of coverage")


def _of_the_one_before(case: Case, word: Cue) -> bool:
    """``48 persen dari total angkatan kerja, dan N orang``: the base of the percentage before, not of this number."""
    if case.previous is None or not _FROM_JUST.fullmatch(case.text, case.previous.cluster.end, word.start):
        return False
    return bool(_AND_THEN.search(case.text, word.end, case.cluster.start))


def _level_before(case: Case) -> Decided | None:
    """``N pekerja informal menjadi peserta dari populasi M orang``: the level the base is one of."""
    before = case.previous
    if before is None or before.decision.kind != "achieved" or not before.cluster.has_count:
        return None
    return before if _OUT_OF_THEM.search(case.low_left) else None


def _of_unclaimed(case: Case) -> bool:
    """``2,2 juta orang (74 persen) bekerja di sektor informal dari total pekerja 2,9 juta``: the base of no claim."""
    before = case.context.before(case.cluster)
    if before is None or not before.has_percent or (case.previous and case.previous.cluster.index == before.index):
        return False
    return bool(_OUT_OF_THEM.search(case.low, before.end, case.cluster.start))


def _described(case: Case) -> bool:
    """``Dari 24.500 petugas, 60 persen berusia di bawah 40 tahun``: of them something else is told than their cover."""
    row = case.following
    return row is not None and row.has_percent and bool(_OF_THEM_IS_TOLD.match(case.text, row.end))


def _labour_market(case: Case) -> bool:
    """``angkatan kerja N orang, yang bekerja M. Pengangguran ...``: the labour force told beside its unemployed."""
    sentences, index = case.context.parsed.sentences, case.cluster.sentence.index
    if case.sentence_covers or not case.cluster.says("base"):
        return False
    behind = sentences[min(index + 1, len(sentences) - 1)]
    return case.context.has_cue("unemployment", case.cluster.sentence.start, behind.end)


def _counts(case: Case) -> bool:
    """A count with its noun, or a bare number after it: ``pekerja di sini sekitar 18 juta``."""
    if case.unit is not None:
        return case.unit in ("workers", *ENTITY_UNITS)
    return bool(_PEOPLE_BEFORE.search(case.text, case.cluster.left_start, case.cluster.start))


def _named(case: Case) -> bool:
    """Whether the words before a count make it a population."""
    cluster, start = case.cluster, case.cluster.left_start
    last = cluster.last("base", *COVER, "uncovered", "funded")
    if cluster.last("base", "planned") is not cluster.last("base"):
        return False  # "jumlah pekerja yang akan dilindungi N orang"
    if last is not None and last.kind == "base" and not _of_the_one_before(case, last):
        return True
    insured = last is not None and last.kind in (*COVER, "funded")
    if not insured and any(cue.kind == "base" for cue in cluster.near):
        return True
    accompanied = case.following is not None or case.previous is not None
    if not insured and _SURVEYED.search(case.text, start, cluster.start):
        return (
            True  # "berdasarkan data BPS tenaga kerja formal sekitar 815 ribu": the survey counts workers, not members
        )
    if _of_members(case):
        return False
    counted = re.search(r"\bjumlah\b", case.left, re.IGNORECASE) and not cluster.says("funded")
    if counted and case.context.of("SEGMENT", start, cluster.start) and not cluster.says(*COVER):
        return True
    if accompanied and _FROM.search(case.low, start, cluster.start) and not _described(case):
        return True
    if cluster.says(*COVER, "uncovered", "funded"):
        return False
    plain = case.previous is None and case.following is not None
    if plain and _PEOPLE_BEFORE.search(case.text, start, cluster.start):
        return True
    return bool(_TOTAL.search(case.text, start, cluster.start))


def _of_members(case: Case) -> bool:
    """``Peserta aktif 35 juta. Pekerja formal mendominasi: jumlahnya 22 juta``: a group of those just counted."""
    before = case.continues
    if before is not None and before.decision.kind == "change" and before.decision.source is not None:
        before = before.decision.source  # "35 juta atau naik 14 persen. Pekerja formal ..."
    if before is None or before.decision.kind != "achieved" or not before.cluster.has_count:
        return False
    whole = next(slot.quantity for slot in before.cluster.slots if not slot.is_percent)
    named = _ITS_NUMBER.search(case.low_left) and case.context.of(
        "SEGMENT", case.cluster.left_start, case.cluster.start
    )
    return bool(named) and whole.unit in ("workers", None) and whole.value > _value(case)


def _paragraph_covers(case: Case) -> bool:
    rows = [row for row in case.context.parsed.sentences if row.paragraph == case.cluster.sentence.paragraph]
    return any(cue.kind in (*COVER, "jamsostek") for cue in case.context.cues_in(rows[0].start, rows[-1].end))


def planned(case: Case) -> Answer:
    """Workers to be insured: budgeted, announced, not yet done."""
    cluster = case.cluster
    if (cluster.has_percent and not cluster.has_count) or case.unit == "villages":
        return None
    said = [cue for cue in cluster.right if not _ELSEWHERE.search(case.low, cluster.end, cue.start)]
    if not any(cue.kind == "planned" for cue in (*cluster.left, *said)):
        return None
    if _CARRIED_OUT.search(case.low_left):
        return None  # "realisasi perlindungan lewat DBHCHT 11.250 orang dari kuota 12.000"
    paid = any(cue.kind.startswith("funding:") for cue in (*cluster.left, *cluster.near)) or _PAYS.search(
        case.left + case.near_text()
    )
    if paid or cluster.says(*COVER, "funded", "jamsostek") or case.topic:
        return Decision("planned", "kind.planned.word", "funded_workers")
    return None


def planned_near(case: Case) -> Answer:
    """``N pekerja akan didaftarkan`` right behind the number beats a word of target before it."""
    if case.cluster.has_percent and case.cluster.last("target"):
        return None  # "menargetkan cakupan 63 persen atau setara N pekerja yang akan dilindungi" is a target
    return planned(case) if any(cue.kind == "planned" for cue in case.cluster.near) else None


def share(case: Case) -> Answer:
    """``48 persen dari peserta aktif``, ``didominasi PU 67 persen``: a part of those who are in."""
    cluster = case.cluster
    if not cluster.has_percent:
        return None
    composed = cluster.last("share", "reached", "target")
    made_of = composed if composed is not None and composed.kind == "share" else None
    if made_of is not None and any(cue.kind == "benefit" and cue.end <= made_of.start for cue in cluster.left):
        return Refusal(DISTRACTORS["benefit"])  # "klaim JHT didominasi peserta ...": claims are composed, not members
    if (
        _SHARE_OF.match(case.text, cluster.end)
        or _COMPOSED.match(case.text, cluster.end)
        or _LARGEST.search(case.low_left)
        or (composed and composed.kind == "share" and case.topic)
    ):
        return Decision("share", "kind.share", "membership_share", population="participants")
    return None


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
    if not _OPENS_FROM.match(case.text, cluster.sentence.start) or not case.context.of(
        "SEGMENT", before.cluster.end, max(cluster.near_end, cluster.end)
    ):
        return None
    return Decision("share", "kind.share.covered", "membership_share", population="participants", source=before)


def achieved(case: Case) -> Answer:
    """A word of cover in the number's own clause."""
    cluster = case.cluster
    if REGISTERED_ELSEWHERE.search(case.left):
        return None  # "yang terdaftar di Kementerian Hukum": known there, and not therefore a member
    counted = _of_following(case)
    if counted is not None:
        return Decision("achieved", "kind.achieved.cover", unit=counted if case.unit is None else None)
    if not cluster.says(*COVER) and not _with_workers(case):
        return None
    if case.unit is None and not _bound(case):
        return None
    if case.unit == "villages" and cluster.says("planned"):
        return None  # "bakal diberikan kepada perangkat desa di 198 desa"
    paid = cluster.says("funded") or any(cue.kind.startswith("funding:") for cue in (*cluster.left, *cluster.near))
    if paid and cluster.has_count and case.unit in ("workers", None):
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    return Decision("achieved", "kind.achieved.cover", source=_subject(case))


def _subject(case: Case) -> Decided | None:
    """``PMI 4.000 pekerja, yang terdaftar baru N``: a level of the base or target its sentence named just before."""
    before = case.previous
    if before is None or before.decision.rule == "kind.denominator":
        return None
    if before.decision.rule == "kind.achieved.from":
        return before
    if before.decision.kind not in ("denominator", "target"):
        return None
    if before.decision.kind == "target" and _FROM_TARGET.search(
        case.text, before.cluster.left_start, before.cluster.start
    ):
        return before  # "dari target 16.714 perusahaan saat ini 18.319 telah terdaftar"
    if before.decision.kind == "target" and not _RELATIVE.match(case.text, before.cluster.end, case.cluster.start):
        return None
    return before


def _of_following(case: Case) -> str | None:
    """``112 dari 129 desa telah ...``: the verb behind the base is the number's own, as is the base's unit."""
    row = case.following
    if row is None or not OUT_OF.fullmatch(case.text, case.cluster.end, row.start):
        return None
    counted = row.slots[0].mention.quote.lower()
    if "peserta" in counted and "potensi" not in counted:
        return None
    potential = "potensi" in counted or case.text[row.start : row.near_end].lower().split(maxsplit=2)[1:2] == [
        "potensi"
    ]
    covered = potential or any(cue.kind in COVER for cue in row.near) or (case.unit is None and case.topic)
    return (case.unit or row.slots[0].quantity.unit) if covered else None


def member_segment(case: Case) -> Answer:
    """``penerima upah totalnya 116.945 orang``: wage earners, own-account and construction workers are its own members.

    These are categories of the scheme's participants (Perpres 109/2013), not of the labour force.
    """
    if case.cluster.has_percent or case.unit not in ("workers", None) or not case.running_topic:
        return None
    sentence = case.cluster.sentence
    rows = case.context.of("SEGMENT", case.cluster.left_start, case.cluster.start)
    if not rows and sentence.index and _ITS_NUMBER.search(case.low_left):
        earlier = case.context.parsed.sentences[sentence.index - 1]
        if earlier.paragraph == sentence.paragraph:  # "... ialah pekerja BPU. Tahun 2017 jumlahnya 16.500 orang"
            rows = case.context.of("SEGMENT", earlier.start, earlier.end)
    if not rows or rows[-1].value not in (Code("PU"), Code("BPU"), Code("JAKON"), Code("PMI")):
        return None
    insured = case.goes_on is not None or any(cue.kind in COVER[1:] for cue in case.sentence_cues)
    if rows[-1].value == Code("PMI") and not insured:
        return None  # migrants are a category of members too, but many of them are none
    if case.cluster.says("base", "target", "uncovered", "gap", *COVER):
        return None
    before = case.previous
    kinds = ("change", "planned") if case.cluster.says("reached") else ("change", "planned", "target")
    if before is not None and before.decision.kind in kinds and case.coordinated():
        # "penambahan PU 113 ribu orang, kemudian BPU 58 ribu orang": of the same kind
        return replace(before.decision, rule="kind.coordinated", source=before)
    return Decision("achieved", "kind.achieved.segment", source=case.previous)


def _with_workers(case: Case) -> bool:
    """``5.825 perusahaan dengan 90.112 pekerja yang terdaftar``: what is said of the workers holds for both."""
    if case.unit not in ENTITY_UNITS or case.following is None:
        return False
    between = case.text[case.cluster.end : case.following.start].strip().lower()
    return between in ("dengan", "dan", "dengan total", "yang mempekerjakan") and case.following.says(*COVER)


def _bound(case: Case) -> bool:
    """Whether a bare number stands right beside its word of cover: ``peserta mencapai 5,98 juta``."""
    cluster = case.cluster
    near = next((cue for cue in cluster.near if cue.kind in COVER), None)
    if near is not None and near.start - cluster.end < 40:
        return True
    last = cluster.last(*COVER, "level")
    if last is None:
        return False
    between = _without_dates(case, last.end)
    plain = len(between) < _NEAR and not _APART.search(between)
    return bool(_LINKED.fullmatch(between)) or (plain and last.kind in COVER and case.topic)


def _without_dates(case: Case, start: int) -> str:
    """The words from ``start`` up to the number, without dates and brackets, which tear nothing apart."""
    text, end = case.text, case.cluster.start
    for date in reversed(case.context.of("DATE", start, end)):
        text = text[: date.start] + " " * (min(date.end, end) - date.start) + text[date.end :]
    between = re.sub(r"\([^()]*\)", " ", text[start:end])
    return " ".join(between.split()) + " "


def compared(case: Case) -> Answer:
    """``dibandingkan Desember 2022 yang sebanyak N``: the level or change before it is compared with a level."""
    before = case.previous or (case.continues if case.following is not None else None)
    if not case.cluster.compared or before is None or case.unit is None:
        return None
    if before.decision.kind not in ("achieved", "change"):
        return None
    return Decision("achieved", "kind.achieved.compared", source=before)


def funded(case: Case) -> Answer:
    """Workers whose contributions a budget pays are covered by it."""
    if case.cluster.has_count and case.unit == "workers" and case.cluster.says("funded"):
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    return None
