"""Bases: the population that a level is counted out of, named as one or told beside the level it is of."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.apart import (
    OF_THEM,
    PEOPLE,
    is_in_next,
    is_potential,
    level_behind,
    missing_behind,
    pointed_at,
    value_of,
)
from extractor.claims.kinds.elsewhere import registered_as
from extractor.claims.kinds.labour import ELIGIBLE, FROM, OF_WHAT_OUGHT, SURVEYED, labour_market, of_labour
from extractor.claims.kinds.missing import OF_TARGET, OUT_OF, TO_BE_REACHED, WHOSE
from extractor.model import Cue

_FRACTION = re.compile(
    r"\b(?:separuh|setengah|(?:se|dua |tiga |empat )?per(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|"
    r"sebagian(?: besar| kecil)?|mayoritas)\s+"
    r"(?:lebih\s+)?dari\s+(?:(?:total|jumlah|sekitar|seluruh|keseluruhan)\s+)*$"
)
_TOTAL = re.compile(
    rf"\b(?:total|jumlah(?:nya)?)\b.*{PEOPLE}|{PEOPLE}.*\b(?:total|berjumlah|sebanyak|sejumlah)\b",
    re.IGNORECASE,
)
_DATA_HAS = re.compile(  # "berdasarkan data BPS, terdapat sekitar 130 ribu pekerja informal"
    r"\bdata\s[^;\d]*(?:\b(?:terdapat|ada|memiliki)|,\s+sebanyak)\s+"
    r"(?:(?:sekitar|sebanyak|lebih dari|kurang lebih|hampir|sedikitnya)\s+)*$"
)
_ARE_WORKERS = re.compile(r"(?:pekerja|tenaga kerja|angkatan kerja|buruh)$", re.IGNORECASE)
_WHO_WORK = re.compile(r"(?:\s+(?:di|se)[\s-][\w ]{2,30}?)?\s+(?:yang\s+)?bekerja\b")
_FROM_POTENTIAL = re.compile(
    r"\bdari\s+(?:total\s+)?potensi(?:nya)?\s+(?:(?:peserta|pekerja|sekitar|sebanyak|sebesar)\s+)*$"
)
_PEOPLE_BEFORE = re.compile(
    rf"\b{PEOPLE}\b[^.;,]{{0,60}}(?:,\s+(?:(?:lebih|kurang|kira-kira|sekitar|mencapai|yakni|yaitu|saat ini|kini|"
    r"ada|terdapat|tercatat|berjumlah|jumlahnya|totalnya|sebanyak|diperkirakan|hampir)\s+)+)?$",
    re.IGNORECASE,
)
ITS_NUMBER = re.compile(r"\b(?:jumlahnya|totalnya)\b")
_WHO_ARE_ACTIVE = re.compile(r"\s+(?:aktif|terdaftar|BPJS|BPJamsostek|Jamsostek)\b", re.IGNORECASE)
_PAY_OF_MEMBERS = re.compile(r"\baktif\b|\bmembayar\b|\brutin\b")
_WHO_ARE_REGISTERED = re.compile(  # "baru 27 juta yang aktif membayar dari total 47 juta yang terdaftar": all members
    r"\s+(?:yang\s+(?:sudah\s+|telah\s+)?)?(?:terdaftar|didaftarkan|tercatat sebagai peserta|menjadi peserta)\b"
)
_FROM_JUST = re.compile(r"\)?\s*(?:dari\s+)?(?:total\s+|jumlah\s+)?", re.IGNORECASE)
_OUTOF_THEM = re.compile(r"\bdari\s[^,;.]*$")
_OF_THEM_IS_TOLD = re.compile(
    r"\s*(?:di antaranya\s+|dari mereka\s+|adalah\s+|merupakan\s+)?"
    r"(?:berusia|berumur|tinggal|perempuan|laki-laki|wanita|pria|lulusan|berpendidikan|mengaku|menyatakan)\b",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r",|\b(?:dan|serta|sedangkan|sementara)\b")
_AND_IN = re.compile(r"\s*,?\s*(?:dan|dengan)\s+(?:yang\s+)?(?:sudah\s+|telah\s+)?ter\w+\s+(?:\w+\s+){0,2}")
STAFF_OF = re.compile(  # "27 persen perangkat desa dari 310 desa"
    r"(?:\s+\w+){0,4}?\s+dari\s+(?:(?:total|sekitar|seluruh|jumlah|sebanyak|sejumlah)\s+)*", re.IGNORECASE
)
_POTENTIAL = re.compile(r"(?<!dari )(?<!dari total )(?<!dari jumlah )potensi")
_POTENTIAL_MEMBERS = re.compile(
    r"\bpotensi\s+(?:peserta|kepesertaan|pekerja|tenaga kerja|coverage|cakupan|per?lindungan)\b"
    r"(?:\s+(?:yang\s+)?(?:(?:bisa|dapat|akan|harus|wajib)\s+)?"
    r"(?:ter(?:daftar|lindungi|cover)|dilindungi|didaftarkan|menjadi peserta)\b"
    r"(?!\s+(?:baru|hanya|sudah|telah)))?(?![^.;]*\b(?:ter(?:daftar|lindungi|cover)|sudah|telah|baru)\b)[^.;,\d]{0,80}$"
)
_GREAT_POTENTIAL = re.compile(  # "Potensi kepesertaan sangat besar, misalnya petani di Alor mencapai 9 ribu orang"
    r"\bpotensi(?:nya)?\b[^;\d]*\b(?:besar|banyak|tinggi|luas)\b[^;\d]*"
    r"\b(?:seperti|misal(?:nya)?|contoh(?:nya)?|di ?antaranya|antara lain|terutama|khususnya)\b"
    r"(?![^;\d]*\b(?:ter(?:daftar|lindungi|cover)|sudah|telah|baru|hanya|belum)\b)[^;\d]*$"
)
_ALL_OF = re.compile(r"\b(?:jumlah|total)\b(?! (?:peserta|penerima|kepesertaan)\b)")
_OF_WHOM_WORK = re.compile(
    r"\s*,?\s*(?:dan\s+)?yang\s+(?:sudah\s+)?bekerja\s+(?:(?:sebanyak|ada|mencapai|sekitar|berjumlah)\s+)*"
)
_WITH_COVERAGE = re.compile(  # "angkatan kerja PU sebanyak 2,7 juta dengan coverage 52 persen"
    r"\s*(?:orang\s+|pekerja\s+)?,?\s*dengan\s+(?:capaian\s+|tingkat\s+|jumlah\s+)?(?:coverage|cakupan|kepesertaan|peserta)\b[^.;,\d]*\d",
    re.IGNORECASE,
)
_CAN_BE_TAKEN_IN = re.compile(  # "5.300 buruh lepas yang masih bisa diikutkan": they are not in yet
    r"(?:\s+(?!yang\b)[a-z]+){0,4}?\s+yang\s+(?:masih\s+)?(?:bisa|dapat|layak|berpeluang|berpotensi|berkesempatan|memungkinkan)\s+"
    r"(?:untuk\s+)?(?:di(?:ikutkan|ikutsertakan|daftarkan|garap|jangkau|rangkul|rekrut|akuisisi|jaring|gaet)|digarap|"
    r"(?:men)?jadi\s+peserta|bergabung|ikut serta)\b"
)
_THERE_MAY_BE = re.compile(
    r"\b(?:ada|terdapat|diperkirakan|memperkirakan|punya|memiliki|potensi(?:nya)?)\s+"
    r"(?:(?:ada|terdapat|sekitar|sebanyak|sedikitnya|lebih dari|kurang lebih|hampir|mencapai)\s+)*$"
)
_COULD_BE = re.compile(r"\bberpotensi\s+(?:(?:sekitar|sebanyak|sebesar|hingga|mencapai|ada)\s+)*$")
_COULD_BE_MEMBERS = re.compile(  # "dari jumlah itu yang layak menjadi peserta sebanyak 87 ribu"
    r"\b(?:layak|wajib|berhak|berpotensi|bisa|dapat|harus|memenuhi (?:syarat|persyaratan|kriteria))\s+(?:untuk\s+)?"
    r"(?:(?:(?:men)?jadi|sebagai)\s+peserta|terdaftar|didaftarkan|terlindungi|dilindungi)\b[^.;,\d]*$"
)
_OF_THESE = re.compile(r"(?:persen|%)\s?-?nya\b")
_AIMED = re.compile(r"ditarget(?:kan)?|dibidik|diincar", re.IGNORECASE)
_LEVEL_FOLLOWS = re.compile(
    r"(?:\s+\w+){0,8}?\s*[,;]?\s*(?:dan|namun|tetapi|tapi|akan tetapi|sedangkan|sementara)?,?\s*"
    r"(?:(?:ternyata|rupanya|nyatanya|faktanya|memang|saat ini|sejauh ini|kini|sekarang),?\s+)*"
    r"(?:yang|yg|baru|hanya|tercover|terdaftar|terlindungi|di antaranya|sudah|telah)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:\s+\w+){0,4}?\s*,?\s*dengan\s+(?:(?:sekitar|sebanyak|hanya|baru)\s+)*")
_THERE_ARE = re.compile(
    r"\b(?:ada|terdapat|berjumlah|jumlahnya|totalnya)\s+(?:sekitar\s+|kurang lebih\s+|sebanyak\s+)?$"
)
_HAVING = re.compile(  # "Dengan 41.000 pekerja, Ngada baru melindungi 12.300 orang"
    r"dengan\s+(?:(?:jumlah|total|sekitar|sebanyak|lebih dari|hampir|adanya|pekerja|tenaga kerja)\s+)*"
)
_WHO_ARE_MEMBERS = re.compile(  # "Dari total 31 juta pekerja yang terlindungi, 64 persen formal": a level
    r"\s+yang\s+(?:sudah\s+|telah\s+)?(?:aktif|terlindungi|dilindungi|terdaftar|tercover|(?:men)?jadi peserta)\b"
    r"[^.;,\d]*,"
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
    member = "peserta" in case.noun
    if before.cluster.slots[-1].is_percent and member and before.decision.kind != "change":
        return None  # "19 persen dari 41 juta peserta": those are in, not to be won
    staff = before.cluster.slots[-1].is_percent and case.unit in ENTITY_UNITS
    if not (STAFF_OF if staff else OUT_OF).fullmatch(case.text, before.cluster.end, case.cluster.start):
        return None
    if case.text.startswith(",", before.cluster.end) and value_of(before.cluster) >= value_of(case.cluster):
        was = before.decision.kind == "achieved" and before.cluster.has_count and before.unit == case.unit
        # "kini 4.300 orang, dari 3.900 orang": what it was before
        return Decision("achieved", "kind.achieved.from", source=before) if was else None
    if before.decision.kind == "change" and before.cluster.has_percent:  # "turun dua persen dari 84.150 orang"
        return Decision("achieved", "kind.achieved.from", source=before)
    if member and not before.cluster.has_percent and _WHO_ARE_ACTIVE.match(case.text, case.cluster.end):
        return Decision("achieved", "kind.achieved.cover")  # "31.500 orang dari total 154.400 peserta aktif"
    if _are_members(case):
        return Decision("achieved", "kind.achieved.cover", "registered_workers", source=before)
    unit = case.unit or ("workers" if before.unit == "percent" else before.unit)
    if TO_BE_REACHED.match(case.text, case.cluster.end):
        return Decision("target", "kind.target.word", unit=unit, source=before)
    return Decision("denominator", "kind.denominator", "eligible_workers", unit=unit, source=before)


def base_before(case: Case) -> Answer:
    """``Bukan penerima upah ada N orang, yang tercover M``: those counted first are the base of those behind."""
    cluster, row = case.cluster, case.following
    if row is None or cluster.has_percent or not (case.unit in ("workers", *ENTITY_UNITS) or _bare_of_group(case)):
        return None
    if "realis" in case.low_left:
        return None  # "realisasi hingga Juni penerima upah 14.300 pekerja, sedangkan ..."
    if is_in_next(case, cluster, row) and not cluster.last(*COVER[1:], "funded", "planned", "target"):
        return Decision("denominator", "kind.denominator.before", "eligible_workers")
    if cluster.says(*COVER, "funded", "planned", "target"):
        return None
    if FROM.search(case.low_left):
        return None  # "Dari N pekerja, M terdaftar" is ``base``'s
    level = row.slots[0]
    if level.is_percent and OF_TARGET.match(case.text, row.end):
        return None
    counted = level.quantity.unit in (case.unit, None) and level.quantity.value < value_of(case.cluster)
    if not counted and not (level.is_percent and case.unit == "workers"):
        return None
    if case.unit is None and level.is_percent:
        return None
    in_next = any(cue.kind in COVER[1:] and cue.start - row.end <= 1 for cue in row.near)
    follows = _LEVEL_FOLLOWS.match(case.text, cluster.end, row.start) or (
        _WITH.fullmatch(case.text, cluster.end, row.start) and (in_next or OF_THEM.match(case.text, row.end))
    )
    follows = follows or OF_THEM.match(case.text, row.end) or _HAVING.fullmatch(case.low_left.lstrip('"“'))
    # "1.200 pengojek, namun 60 persennya belum terlindungi"
    of_these = level.is_percent and bool(_OF_THESE.search(case.low, level.mention.start, level.mention.end + 5))
    if not (follows or of_these):
        return None
    says = (*COVER[1:], "funded", "uncovered") if of_these else (*COVER[1:], "funded")
    covers = any(cue.kind in says for cue in (*row.left, *row.near))
    return Decision("denominator", "kind.denominator.before", "eligible_workers") if covers else None


def _bare_of_group(case: Case) -> bool:
    """``Pedagang kita ada 5.000, yang ikut baru 700``: a bare number behind the group it counts."""
    if case.unit is not None or not _THERE_ARE.search(case.low_left):
        return False
    return bool(case.context.of("SEGMENT", case.cluster.left_start, case.cluster.start))


def base(case: Case) -> Answer:
    """``dari D potensi pekerja``, ``total pekerja D``: the population, with no word of cover for it.

    ``N pekerja yang harusnya terlindungi`` is one too; ``melindungi N pekerja yang ada di ...`` is not.
    """
    cluster = case.cluster
    if cluster.has_percent or not _counts(case):
        return None
    if _are_members(case):
        return Decision("achieved", "kind.achieved.cover", "registered_workers", source=case.previous)
    row = case.following
    if row is not None and OUT_OF.fullmatch(case.text, cluster.end, row.start):
        return None  # "310 dari 4.900": the second is the base
    staff = row is not None and row.slots[0].quantity.unit not in ENTITY_UNITS
    if staff and row is not None and case.unit in ENTITY_UNITS and WHOSE.fullmatch(case.text, cluster.end, row.start):
        both = case.text[cluster.end : row.start].strip() in ("dan", "serta") and FROM.search(case.low_left)
        if not both:  # "dari 310 desa dan 4.100 perangkat, yang terdaftar ..." names two bases
            return None  # "1.900 perusahaan dengan jumlah tenaga kerja 117.000 orang": of the workers
    if row is not None and _OF_WHOM_WORK.fullmatch(case.text, cluster.end, row.start):
        return Refusal(DISTRACTORS["unemployment"])  # "angkatan kerja A, yang bekerja B": B is the base
    ought = next((cue for cue in cluster.near if cue.kind in ("target", *COVER, "uncovered")), None)
    aimed = OF_TARGET.match(case.text, cluster.end) or OF_WHAT_OUGHT.match(case.low, cluster.end)
    next_one_s = ought is not None and row is not None and not case.low.endswith("yang ", 0, ought.start)
    members = next_one_s and cluster.last(*COVER)  # "peserta 3,6 juta orang kami targetkan bisa mencapai 5 juta"
    if ought is not None and ought.kind == "target" and not (aimed or members or cluster.last("target")):
        if _AIMED.fullmatch(case.text, ought.start, ought.end):
            return Decision("target", "kind.target.word")  # "80.000 pekerja ditargetkan terlindungi"
        return Decision("denominator", "kind.denominator", "eligible_workers")
    if _out_of_listed(case):
        return Refusal("they are registered as something else than members")
    if labour_market(case) or _of_unclaimed(case) or of_labour(case):
        return Refusal(DISTRACTORS["unemployment"])
    potential = bool(_POTENTIAL.search(case.low, cluster.start, min(cluster.near_end, cluster.end + 20)))
    named = cluster.last("base")
    told = named is not None and not is_potential(case, named) and _WHO_ARE_MEMBERS.match(case.text, cluster.end)
    if named is not None and cluster.start - named.end <= 1 and not told:  # "dari potensi 2.150 peserta"
        potential = potential or "peserta" not in case.noun or is_potential(case, named)
    potential = potential or ("calon" in case.noun and bool(FROM.search(case.low_left)))
    potential = potential or bool(named is not None and _WITH_COVERAGE.match(case.text, cluster.end))
    potential = potential or bool(ELIGIBLE.match(case.text, cluster.end))
    potential = potential or bool(_CAN_BE_TAKEN_IN.match(case.low, cluster.end) and _THERE_MAY_BE.search(case.low_left))
    potential = potential or _and_then(case, named) or bool(_POTENTIAL_MEMBERS.search(case.low_left))
    says: tuple[str, ...] = (*COVER, "uncovered", "funded", "planned")
    if case.unit in ENTITY_UNITS and FROM.search(case.low_left):
        says = tuple(kind for kind in says if kind != "active")  # "Dari 512 koperasi aktif, 118 ...": they exist
    if not potential and any(cue.kind in says for cue in cluster.near):
        return None
    if not (potential or _named(case)):
        return None
    if potential or case.topic or _paragraph_covers(case) or level_behind(case) is not None or pointed_at(case):
        return Decision("denominator", "kind.denominator", "eligible_workers", source=_level_before(case))
    return Refusal("a population, but its paragraph does not speak of coverage")


def _are_members(case: Case) -> bool:
    """``baru 27 juta yang membayar rutin dari total 47 juta yang terdaftar``: those counted out of are in too."""
    before = case.previous
    if before is None or before.decision.kind != "achieved" or not before.cluster.has_count or case.unit != "workers":
        return False
    if not FROM.search(case.low_left) or not _WHO_ARE_REGISTERED.match(case.low, case.cluster.end):
        return False
    return bool(_PAY_OF_MEMBERS.search(case.low, before.cluster.left_start, case.cluster.start))


def _and_then(case: Case, named: Cue | None) -> bool:
    """``Potensi di Bali mencapai N orang dan terdaftar M``: the verb behind ``dan`` is the next number's."""
    if named is None or case.following is None or not case.text[named.start : named.end].lower().startswith("potensi"):
        return False
    if case.cluster.last("base", *COVER, "uncovered", "funded") is not named:
        return False
    return bool(_AND_IN.fullmatch(case.text, case.cluster.end, case.following.start))


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
    return before if _OUTOF_THEM.search(case.low_left) else None


def _of_unclaimed(case: Case) -> bool:
    """``1,1 juta orang (60 persen) bekerja di sektor informal dari total pekerja 1,8 juta``: the base of no claim."""
    before = case.context.before(case.cluster)
    if before is None or not before.has_percent or (case.previous and case.previous.cluster.index == before.index):
        return False
    return bool(_OUTOF_THEM.search(case.low, before.end, case.cluster.start))


def _out_of_listed(case: Case) -> bool:
    """``1.750 nelayan terdaftar dalam Kusuka dari total 2.300 nelayan``: the base of those in another list."""
    before = case.context.before(case.cluster)
    if before is None or (case.previous is not None and case.previous.cluster.index == before.index):
        return False
    if not OUT_OF.fullmatch(case.text, before.end, case.cluster.start):
        return False
    return isinstance(registered_as(replace(case, cluster=before)), Refusal)


def _described(case: Case) -> bool:
    """``Dari 24.500 petugas, 60 persen berusia di bawah 40 tahun``: of them something else is told than their cover."""
    row = case.following
    return row is not None and row.has_percent and bool(_OF_THEM_IS_TOLD.match(case.text, row.end))


def _counts(case: Case) -> bool:
    """A count with its noun, or a bare number after it: ``pekerja di sini sekitar 18 juta``."""
    if case.unit is not None:
        return case.unit in ("workers", *ENTITY_UNITS)
    if _FROM_POTENTIAL.search(case.low_left) or _COULD_BE_MEMBERS.search(case.low_left):
        return True
    start = case.cluster.left_start
    groups = case.context.of("SEGMENT", start, case.cluster.start)
    return bool(
        _PEOPLE_BEFORE.search(case.text, start, case.cluster.start) or (groups and _ALL_OF.search(case.low_left))
    )


def _named(case: Case) -> bool:
    """Whether the words before a count make it a population."""
    cluster, start = case.cluster, case.cluster.left_start
    last = cluster.last("base", *COVER, "uncovered", "funded")
    if cluster.last("base", "planned") is not cluster.last("base"):
        return False  # "jumlah pekerja yang akan dilindungi N orang"
    if last is not None and last.kind == "base":
        return not _of_the_one_before(case, last)
    insured = last is not None and last.kind in (*COVER, "funded")
    if not insured and any(
        cue.kind == "base" and not case.low.startswith("dari", cue.start) for cue in cluster.near
    ):  # "236 ribu dari total pekerja": the total is another number
        return True
    accompanied = case.following is not None or case.previous is not None
    if not insured and SURVEYED.search(case.text, start, cluster.start):
        return (
            True  # "berdasarkan data BPS tenaga kerja formal sekitar 815 ribu": the survey counts workers, not members
        )
    workers = _ARE_WORKERS.search(case.noun) or _WHO_WORK.match(case.low, cluster.end)
    if not insured and workers and _DATA_HAS.search(case.low_left):
        return True
    if _of_members(case):
        return False
    its = ITS_NUMBER.search(case.low_left) and missing_behind(case)
    counted = (its or _ALL_OF.search(case.low_left)) and not cluster.says("funded")
    pointed = case.unit == "workers" and counted and not cluster.says(*COVER, "uncovered", "planned")
    if pointed and pointed_at(case):
        return True  # "jumlah penyadap karet 11 ribu orang. Dari jumlah itu, sebagian kecil menjadi peserta"
    if counted and case.context.of("SEGMENT", start, cluster.start) and not cluster.says(*COVER):
        return True
    if accompanied and FROM.search(case.low, start, cluster.start) and not _described(case):
        return True
    if cluster.says(*COVER, "uncovered", "funded"):
        return False
    plain = case.previous is None and case.following is not None
    if plain and _PEOPLE_BEFORE.search(case.text, start, cluster.start):
        return True
    return bool(_TOTAL.search(case.text, start, cluster.start)) and not _next_of_groups(case)


def _next_of_groups(case: Case) -> bool:
    """``formal yang terlindungi 4.100 orang, sedangkan pekerja informal sebanyak 1.200``: the other group's level."""
    before = case.previous
    if before is None or before.decision.kind != "achieved" or before.unit != case.unit or not case.coordinated():
        return False
    if _ALL_OF.search(case.low_left) or case.cluster.says("base", "uncovered", "target", "planned"):
        return False
    one = case.context.of("SEGMENT", before.cluster.left_start, max(before.cluster.near_end, before.cluster.end))
    two = case.context.of("SEGMENT", before.cluster.end, case.cluster.start)
    return bool(one and two) and one[0].value != two[-1].value


def _of_members(case: Case) -> bool:
    """``Peserta aktif 35 juta. Pekerja formal mendominasi: jumlahnya 22 juta``: a group of those just counted."""
    before = case.continues
    if before is not None and before.decision.kind == "change" and before.decision.source is not None:
        before = before.decision.source  # "35 juta atau naik 14 persen. Pekerja formal ..."
    if before is None or before.decision.kind != "achieved" or not before.cluster.has_count:
        return False
    whole = next(slot.quantity for slot in before.cluster.slots if not slot.is_percent)
    named = ITS_NUMBER.search(case.low_left) and case.context.of("SEGMENT", case.cluster.left_start, case.cluster.start)
    return bool(named) and whole.unit in ("workers", None) and whole.value > value_of(case.cluster)


def _paragraph_covers(case: Case) -> bool:
    rows = [row for row in case.context.parsed.sentences if case.joined(row)]
    words = case.context.cues_in(rows[0].start, rows[-1].end)
    return any(cue.kind in (*COVER, "uncovered", "jamsostek") for cue in words)


def potential(case: Case) -> Answer:
    """``segmen penerima upah berpotensi 35.000 pekerja``: so many could be members."""
    if case.cluster.has_percent or case.unit not in ("workers", None) or not case.running_topic:
        return None
    so_many = _COULD_BE.search(case.low_left) or (
        "potensi" in case.low[case.cluster.sentence.start : case.cluster.start]
        and _GREAT_POTENTIAL.search(case.low, case.cluster.sentence.start, case.cluster.start)
    )
    return Decision("denominator", "kind.denominator", "eligible_workers") if so_many else None
