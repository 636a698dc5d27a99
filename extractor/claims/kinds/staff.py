"""Employers and villages told beside the workers of theirs: what is said of the workers holds for both."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, ENTITY_UNITS, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.missing import WHOSE
from extractor.model import Code
from extractor.numbers import exponent

_WITH = re.compile(
    r"(?:[^.;,\d]{0,80}?\s+dengan\s+(?=total|jumlah)|"
    r"(?:[\s/(]+[\w/]+\)?){0,5}?\s*,?\s*(?:dengan|dan|serta|totalnya|jumlahnya)\s+)"
    r"(?:(?:total|jumlah|sebanyak|sekitar|sejumlah|tenaga kerja|tenaga kerjanya|pekerja|"
    r"peserta|pekerjanya|mencapai|adalah)\s+)*"
)
_THEIR_WORKERS = re.compile(
    r"\b(?:tenaga kerja(?:nya)?|pekerja(?:nya)?|karyawan(?:nya)?)\s+(?:sebanyak\s+|mencapai\s+)?$"
)
_THEIRS = re.compile(  # "2.100 perusahaan ikut, sedangkan jumlah tenaga kerjanya 81.300 orang"
    r"\b(?:jumlah|total)\s+(?:tenaga kerja|pekerja|karyawan|peserta)nya\s+"
    r"(?:(?:sebanyak|mencapai|sekitar|ada|adalah)\s+)*$"
)
_AT_THE = re.compile(
    r"[^.;:\d]{0,110}?,?\s*\b(?:tersebar |berasal |bekerja |bernaung |terhimpun )?(?:di|pada|dari|dalam)\s+"
    r"(?:(?:total|sekitar|sebanyak|sejumlah|lebih dari|kurang lebih)\s+)*|"
    r"[^.;:,\d]{0,20}?\s*dengan\s+(?:(?:jumlah|total)\s+(?:(?:perusahaan|badan usaha|pemberi kerja|desa)\s+)?)?"
    r"(?:(?:sebanyak|mencapai|sekitar|sejumlah|lebih dari)\s+)*"
)
_NUMBER_OF = re.compile(  # "37.000 pekerja dengan jumlah perusahaan sebanyak 1.650": a bare number counts the employers
    r"[^.;:\d]{0,60}?,?\s+(?:dengan|dari|di|pada)\s+(?:jumlah|total)\s+"
    r"(?P<what>perusahaan|badan usaha|pemberi kerja|desa)(?:nya)?\s+"
    r"(?:(?:yang|ada|sebanyak|mencapai|sekitar|sejumlah|berjumlah|adalah|sebesar|kurang lebih|lebih dari)\s+)*"
)
_SPREAD = re.compile(  # "58.000 pekerja konstruksi dalam 1.400 proyek ... sudah terdaftar"
    r"(?:\s+\w+){0,5}?\s+(?:yang\s+)?(?:(?:tersebar|bekerja|berasal|bertugas)\s+)?(?:di|dalam|pada|dari)\s+"
    r"(?:(?:total|sekitar|sebanyak)\s+)?"
)
_THEIR_EMPLOYERS = re.compile(
    r"[\"“]?(?:Sedangkan|Sementara(?: itu)?|Adapun|Dan|Untuk),?\s+(?:untuk\s+)?"
    r"(?:jumlah|total|banyaknya)\s+(?:perusahaan|badan usaha|pemberi kerja)(?:nya)?\s+"
    r"(?:(?:ada|sebanyak|mencapai|berjumlah|sejumlah|adalah|sudah|telah|baru|tercatat|sekitar|kini)\s+)*"
)
_NUMBER_OF_THEM = re.compile(  # "Jumlah perangkat desa itu, mencapai", "Total pekerjanya"
    r"[\"“]?(?:adapun\s+)?(?:jumlah|total)\s+"
    r"(?:perangkat|aparat|aparatur|pekerja|tenaga kerja|karyawan|peserta|anggota)"
    r"(?:(?: desa)?nya|(?:\s+\w+){0,2}?\s+(?:itu|tersebut)),?\s+"
    r"(?:(?:ada|sebanyak|mencapai|berjumlah|sejumlah|sekitar|adalah|totalnya)\s+)*"
)
_PAID_BY = re.compile(  # "Jamsostek pekerja formal dibayarkan oleh 2.140 perusahaan"
    r"\b(?:jamsostek|bpjamsostek|bpjs ketenagakerjaan|iuran(?:nya)?|premi(?:nya)?|kepesertaan(?:nya)?)\b[^.;\d]*"
    r"(?<!belum )(?<!tidak )\b(?:dibayar(?:kan)?|diiur|disetor(?:kan)?)\s+oleh\s+"
    r"(?:(?:sekitar|sebanyak|lebih dari|total|sejumlah)\s+)*$"
)
_AS_A_GIFT = re.compile(r"\b(?:csr|tjsl|tanggung jawab sosial|rentan|donatur|donasi|bantuan|sertakan|hibah)\b")
_ON_RECORD = re.compile(  # "Adapun total perusahaan aktif hingga Mei tercatat 4.210"
    r"[\"“]?(?:(?:sedangkan|sementara(?: itu)?|adapun|dan|untuk|kemudian),?\s+)*(?:jumlah|total)\s+"
    r"(?:pemberi kerja|badan usaha|perusahaan)(?:\s*(?:\(pk(?:/bu)?\)|/\s?badan usaha))?(?:\s+(?:peserta|aktif))?"
    r"(?:\s+(?:di|se)[\s-][a-z ]{3,40}?)?(?:\s+(?:per|hingga|sampai|pada)\s+[a-z]+(?:\s+[a-z]+)?(?:\s+20\d\d)?)?,?\s+"
    r"(?:(?:yang|saat ini|kini|sudah|telah)\s+)*tercatat\s+(?:(?:mencapai|sebanyak|ada|sekitar|sejumlah)\s+)*"
)
_HEADS = re.compile(r"\b(?:kepala (?:desa|dusun)|kades|keuchik|lurah|perbekel|direktur|pemilik)$", re.IGNORECASE)
_OF_THE_VILLAGE = (Code("APARAT_DESA"), Code("BPD"))
_SAID_OF = ("achieved", "gap", "target", "planned")
_COME_FROM = re.compile(  # "Tenaga kerja tersebut berasal dari 4.118 proyek"
    r"[\"“]?(?:(?:(?:para|seluruh|semua|jumlah|total|ke\w+)\s+)*(?:tenaga kerja|pekerja|peserta|buruh|karyawan|"
    r"jumlah|angka|orang|penerima)\s+(?:\w+\s+)?(?:itu|tersebut|ini)|mereka)\s+"
    r"(?:(?:semua|semuanya|seluruhnya|antara lain)\s+)?"
    r"(?:berasal dari|datang dari|bekerja (?:di|pada)|tersebar (?:di|pada)|bernaung di|tergabung dalam)\s+"
    r"(?:(?:sekitar|sebanyak|total|lebih dari|hampir|kurang lebih|sejumlah)\s+)*"
)


def accompanied(case: Case) -> Answer:
    """``154 desa dengan 2.180 tenaga kerja``: the workers of the villages or companies counted just before."""
    before = case.previous
    if before is None or before.decision.kind not in ("achieved", "target", "planned", "change"):
        return None
    if case.unit != "workers" and not (case.unit is None and _THEIR_WORKERS.search(case.low_left)):
        return None
    bare = None if case.cluster.says(*COVER) else before.decision.unit  # "pemberi kerja 2.310 dengan 38.200 pekerja"
    if (before.cluster.slots[-1].quantity.unit or bare) not in ENTITY_UNITS:
        return None
    if not (_WITH.fullmatch(case.text, before.cluster.end, case.cluster.start) or _THEIRS.search(case.low_left)):
        return None
    return replace(before.decision, rule="kind.coordinated", unit=None if case.unit else "workers", source=before)


def their_staff(case: Case) -> Answer:
    """``154 desa mendaftarkan perangkatnya. Jumlah perangkat desa itu 2.180 orang``: those they have registered."""
    before = case.continues
    if before is None or case.unit != "workers" or case.previous is not None or before.unit not in ENTITY_UNITS:
        return None
    if before.decision.kind not in _SAID_OF or case.cluster.says(*COVER[1:], "uncovered", "target", "planned"):
        return None
    if not _NUMBER_OF_THEM.fullmatch(case.low, case.cluster.sentence.start, case.cluster.start):
        return None
    return replace(before.decision, rule="kind.coordinated", unit=None, source=before)


def whose_workers(case: Case) -> Answer:
    """``84 desa dengan 1.120 perangkat belum menjadi peserta``: the verb behind the workers is their village's too."""
    row = case.following
    if case.unit not in ENTITY_UNITS or row is None or row.slots[0].quantity.unit not in ("workers", None):
        return None
    if row.slots[0].is_percent or not WHOSE.fullmatch(case.text, case.cluster.end, row.start):
        return None
    if case.previous is not None and case.text[case.cluster.end : row.start].strip() == "dan":
        return None  # "1.410 perangkat desa, 61 badan usaha dan 1.690 pekerja": a list
    aimed = case.cluster.last("target", "reached")
    if aimed is not None and aimed.kind == "target":
        return None  # "mematok 900 perusahaan dan 41.000 pekerja sudah bergabung": what is aimed at
    verb = next((cue.kind for cue in row.near if cue.kind in (*COVER, "uncovered", "target", "planned")), None)
    if verb == "uncovered":
        return Decision("gap", "kind.staff", "uncovered_workers", gap_to="full")
    if verb in ("target", "planned"):
        return Decision(verb, "kind.staff")
    return Decision("achieved", "kind.staff") if verb is not None else None


def spread(case: Case) -> Answer:
    """``3.297 ketua RT yang tersebar di 109 desa sudah tercover``: the verb behind the villages is the workers'."""
    row = case.following
    if case.unit != "workers" or case.cluster.has_percent or row is None or case.cluster.says(*COVER, "uncovered"):
        return None
    if row.slots[0].quantity.unit not in ENTITY_UNITS or not _SPREAD.fullmatch(case.text, case.cluster.end, row.start):
        return None
    verb = next((cue.kind for cue in (*row.near, *row.right) if cue.kind in (*COVER, "uncovered", "planned")), None)
    if verb == "uncovered":
        return Decision("gap", "kind.staff", "uncovered_workers", gap_to="full")
    return Decision("achieved", "kind.staff") if verb in ("covered", "registered", "active") else None


def at_employers(case: Case) -> Answer:
    """``1.905 orang dari 171 desa``, ``31.200 pekerja yang tersebar di 4.120 perusahaan``: theirs, and no base.

    A base counts what its part counts: workers are no part of companies. Heads of villages are one in each.
    """
    before, unit = case.previous, case.unit
    if before is None or before.decision.kind not in _SAID_OF:
        return None
    number_of = _NUMBER_OF.fullmatch(case.low, before.cluster.end, case.cluster.start) if unit is None else None
    if number_of is not None:
        unit = "villages" if number_of["what"] == "desa" else "companies"
    if unit not in ENTITY_UNITS:
        return None
    counts = [slot for slot in before.cluster.slots if not slot.is_percent]
    if not counts or counts[-1].quantity.unit not in ("workers", None) or before.unit in ENTITY_UNITS:
        return None
    if _HEADS.search(counts[-1].mention.quote):
        return None
    if number_of is None and not _AT_THE.fullmatch(case.text, before.cluster.end, case.cluster.start):
        return None
    if _is_base(case, before):
        return None
    if unit == "villages" and _live_there(case, before):
        return Refusal("where those counted live or work, not who registered them")
    said = {cue.kind for cue in case.cluster.near}
    if before.decision.kind != "gap" and "uncovered" in said:
        return None
    return replace(before.decision, rule="kind.staff", unit=None if case.unit else unit, source=before)


def _live_there(case: Case, before: Decided) -> bool:
    """``3.297 ketua RT yang tersebar di 109 desa``: others than a village's own staff or council."""
    groups = case.context.of("SEGMENT", before.cluster.start, case.cluster.start)
    return bool(groups) and not any(row.value in _OF_THE_VILLAGE for row in groups)


def employers_too(case: Case) -> Answer:
    """``Peserta di Jambi 410 ribu pekerja. Sedangkan jumlah perusahaan 9.320``: the employers of those told of."""
    before = case.continues
    if before is None or case.unit not in ("companies", None) or case.cluster.says(*COVER, "uncovered", "target"):
        return None
    if before.decision.kind != "achieved" or before.unit != "workers" or before.decision.is_part:
        return None
    if case.previous is not None or not _THEIR_EMPLOYERS.fullmatch(
        case.text, case.cluster.sentence.start, case.cluster.start
    ):
        return None
    return replace(before.decision, rule="kind.staff", unit="companies", source=before)


def come_from(case: Case) -> Answer:
    """``91.200 pekerja konstruksi terlindungi. Mereka berasal dari N proyek``: where those just told of work."""
    before = case.continues
    if before is None or case.unit not in ("companies", "projects") or case.previous is not None:
        return None
    if before.decision.kind == "denominator":  # "91.200 orang dari potensi 97.000. Mereka berasal dari ..."
        told = [row for row in case.decided[-3:] if row.cluster.sentence.index == before.cluster.sentence.index]
        before = next((row for row in told if row.decision.kind in _SAID_OF and row.unit == "workers"), before)
    if before.decision.kind not in _SAID_OF or before.unit != "workers" or case.cluster.says("uncovered", "target"):
        return None
    if not _COME_FROM.fullmatch(case.low, case.cluster.sentence.start, case.cluster.start):
        return None
    return replace(before.decision, rule="kind.staff", unit=None, source=before)


def _is_base(case: Case, before: Decided) -> bool:
    """``33,9 persen atau 21 peserta dari 62 proyek``: the percentage says that the participants are projects."""
    count, rate, whole = (_first(cluster, percent) for cluster, percent in (
        (before.cluster, False), (before.cluster, True), (case.cluster, False)))  # fmt: skip
    if count is None or rate is None or not whole:
        return False
    return abs(count / whole * 100 - rate) <= Decimal(1).scaleb(exponent(rate))


def _first(cluster: Cluster, percent: bool) -> Decimal | None:
    return next((slot.quantity.value for slot in cluster.slots if slot.is_percent == percent), None)


def paying(case: Case) -> Answer:
    """``Jamsostek pekerja formal dibayarkan oleh 2.140 perusahaan``: employers that pay are in, and so are those noted.

    ``Adapun total perusahaan aktif hingga Mei tercatat 4.210``.
    """
    if case.unit not in ("companies", None) or case.cluster.has_percent or not case.topic:
        return None
    if case.cluster.says("uncovered", "target", "planned", "benefit", "compliance"):
        return None
    start, end = case.cluster.sentence.start, case.cluster.sentence.end
    if (
        case.unit is not None
        and _PAID_BY.search(case.low, start, case.cluster.start)
        and not _AS_A_GIFT.search(case.low, start, end)
    ):
        return Decision("achieved", "kind.achieved.cover")
    alone = case.following is None and case.previous is None
    if alone and _ON_RECORD.fullmatch(case.low, start, case.cluster.start):
        return Decision("achieved", "kind.achieved.cover", unit="companies")
    return None
