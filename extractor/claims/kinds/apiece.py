"""Numbers told of one of many (per village, of each employer), and percentages of money: neither says who is in."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Refusal
from extractor.model import Code

_DUES_BEHIND = re.compile(r"\s*(?:dari\s+|untuk\s+)?(?:total\s+|besaran\s+|nilai\s+)?(?:iuran|premi)(?:nya)?\b")
_DUES_BEFORE = re.compile(
    r"\b(?:iuran|premi)(?:nya)?(?:\s+(?:peserta|bpjs|ketenagakerjaan|jamsostek|jkk|jkm|jht|program|dan))*\s+"
    r"(?:(?:hingga|sampai|sebesar|turun|naik|menjadi|tinggal|hanya|cukup|dipotong|diturunkan|didiskon)\s+)+$"
)
_OF_MONEY = re.compile(  # "ditanggung dari dana bagi hasil sebesar 15 persen"
    r"\b(?:dana(?:\s+(?:bagi hasil|desa|alokasi umum))?|dbh(?:cht)?|apb[dn](?:es|desa)?|anggaran|pagu|"
    r"alokasi|add|belanja|pendapatan)(?:nya)?(?:\s+(?:sawit|cukai|tembakau|desa|daerah|tersebut|itu|ini))*\s+"
    r"(?:(?:sebesar|sebanyak|minimal|maksimal|maksimum|paling sedikit|paling banyak|hingga|sekitar)\s+)+$"
)
_OF_A_GROUP = re.compile(  # "kelompok beranggotakan 8-15 orang"
    r"\b(?:beranggotakan|berisi(?:kan)?|(?:jumlah\s+)?anggotanya|anggota kelompoknya)\s+"
    r"(?:(?:sekitar|antara|sebanyak|mencapai|rata-rata|minimal|maksimal|hanya|ada)\s+)*$"
)
_GROUP = 100  # people
_DISCOUNT = re.compile(  # "peserta mandiri mendapat diskon sebesar 50 persen"
    r"\b(?:diskon|potongan|keringanan|relaksasi|subsidi|insentif)(?:nya)?\s+"
    r"(?:(?:iuran|premi|sebesar|hingga|sampai|mencapai|sebanyak|senilai|sekitar)\s+)*$"
)
_RELIEF = re.compile(
    r"\b(?:diskon|keringanan|relaksasi|insentif|potongan|stimulus)\b[^.;]*\b(?:kepada|bagi|untuk)\s+(?:\w+\s+)?$"
)
_CHANGE_OF_DUES = re.compile(  # "relaksasi iuran peserta hingga 50 persen": nobody's cover
    r"\b(?:diskon|keringanan|relaksasi|potongan|pemotongan|pemangkasan|penurunan|kenaikan|penyesuaian|memangkas|memotong|"
    r"menurunkan|menaikkan|subsidi)\s+(?:(?:tarif|besaran|pembayaran|biaya)\s+)?(?:iuran|premi)\b"
    r"(?:(?!\b(?:cakupan|kepesertaan|terdaftar|terlindungi|tercover|jumlah)\b)[^.;\d])*$"
)
_ONE_FOR_ONE = re.compile(  # "misalnya 1 aparat menanggung 1 pekerja rentan"
    r"\b(?:misal|misalnya|misalkan|menanggung|membayari|melindungi|mendaftarkan|mengajak|mendorong|tiap|setiap|program|gerakan)\s+"
    r"(?:minimal\s+|satu\s+)?$"
)
_A_DAY = re.compile(r"[^.;,]{0,30}\b(?:(?:setiap|tiap|per)\s+hari(?:nya)?|sehari(?:nya)?)\b", re.IGNORECASE)
_FOR_EACH = re.compile(  # "14 orang rata-rata per desa", "5 orang di setiap kelurahan"
    r"\s*(?:rata-rata\s+)?(?:per|(?:di\s+|dari\s+|untuk\s+)?(?:tiap|setiap|tiap-tiap))\s+(?:\d+\s+)?"
    r"(?:desa|kelurahan|kampung|nagari|gampong|kecamatan|distrik|perusahaan|opd|agen|kelompok|r[tw]|dusun|pekon)\b"
)
_EACH_OF_THEM = re.compile(r"[^.;\d]{0,60}\bmasing-masing\s+(?:\w+\s+){0,2}")
# "Program Satu Desa 80 Pekerja Rentan", "1 RW 100 pekerja": what is set for each
_ONE_VILLAGE = re.compile(r"\b(?:satu|1)\s+(?:desa|kelurahan|kampung|nagari|gampong|pekon|r[tw]|dusun|opd)\s*[,:]?\s+$")
_IN_ONE_VILLAGE = re.compile(
    r"\s*(?:di|untuk|dalam|pada)\s+(?:satu|1)\s+(?:desa|kelurahan|kampung|nagari|gampong|pekon|r[tw]|dusun)\b"
)
_ON_AVERAGE = re.compile(r"\brata-rata\s+(?:sekitar\s+)?$")
_OF_ONE = re.compile(
    r"\b(?:tiap|setiap|masing-masing|seorang|satu)\s+(?:agen|petugas|desa|kelurahan|kecamatan|opd)\b[^.;,\d]*$|"
    r"\b(?:tiap-?tiap|tiap|setiap|masing-masing|satu)\s+(?:unit|badan|pelaku|tempat|pemberi|perusahaan|pengusaha|"
    r"usaha|umkm|umk|ukm|koperasi|toko|pabrik|proyek)\b[^.;,\d]*\b(?:punya|memiliki|mempunyai|mempekerjakan|dengan|ada)\b[^.;,\d]*$|"
    r"\b(?:agen|petugas|kader)\b[^.;]*\bmasing-masing\s+\w+\s+(?:sekitar\s+|minimal\s+)?$"
)
_WHO_INSURE = re.compile(  # "dari 9.310 ASN yang ada, baru menanggung 640 pekerja rentan"
    r"(?:\s+orang)?(?:\s+(?:asn|pns|pegawai|aparatur|karyawan)\b|(?<=asn)|(?<=pns)|(?<=pegawai))[^.;,\d]*,\s+"
    r"(?:(?:baru|sudah|telah|hanya|bisa|mampu|berhasil)\s+)*(?:melindungi|menanggung|mendaftarkan|membantu)\s+"
    r"(?:(?:sebanyak|sekitar)\s+)*"
)
_OF_AN_APP = re.compile(r"\s*(?:aktif\s+)?(?:JMO|Jamsostek Mobile|aplikasi|Lapak Asik)\b")


def of_each(case: Case) -> Answer:
    """``masing-masing menjaring rata-rata 40 peserta``, ``1,3 juta peserta JMO``: of one agent, or of an app."""
    if not case.cluster.has_count or case.unit == "percent":
        relief = case.cluster.has_percent and _CHANGE_OF_DUES.search(
            case.low, case.cluster.sentence.start, case.cluster.start
        )
        return Refusal(DISTRACTORS["contribution"]) if relief else None
    if case.unit == "workers" and case.cluster.slots[0].quantity.value == 1 and _ONE_FOR_ONE.search(case.low_left):
        return Refusal("an average of each, or of a day")
    few = case.unit == "workers" and case.cluster.slots[0].quantity.value < _GROUP
    told = case.cluster.slots[0].quantity.value_max is None and case.cluster.says(*COVER[1:3])
    if few and not told and _OF_A_GROUP.search(case.low_left):
        return Refusal("an average of each, or of a day")
    if _are_to_pay(case):
        return Refusal("it counts those who are to pay for others")
    each = _ON_AVERAGE.search(case.low_left) or _OF_ONE.search(case.low_left) or _is_set_for_each(case)
    if each or _A_DAY.match(case.text, case.cluster.end):
        return Refusal("an average of each, or of a day")
    if _OF_AN_APP.match(case.text, case.cluster.end):
        return Refusal(DISTRACTORS["use"])
    relief = _RELIEF.search(case.low, case.cluster.sentence.start, case.cluster.start)
    return Refusal(DISTRACTORS["aid"]) if relief else None


def _is_set_for_each(case: Case) -> bool:
    """``120 pekerja rentan di setiap desa``, ``Program Satu Desa 80 Pekerja``: behind the group that it counts.

    What is aimed at in each is a target all the same.
    """
    if case.cluster.says("target"):
        return _FOR_EACH.match(case.low, case.cluster.end) is not None
    groups = case.context.of("SEGMENT", case.cluster.start, case.cluster.end + 2)
    end = max([case.cluster.end, *(row.end for row in groups)])
    if _FOR_EACH.match(case.low, end) or _IN_ONE_VILLAGE.match(case.low, end):
        return True
    row = case.context.before(case.cluster)  # "51 desa masing-masing mendaftarkan 100 pekerja"
    of_many = row is not None and case.following is None and row.slots[-1].quantity.unit in ENTITY_UNITS
    if of_many and row is not None and _EACH_OF_THEM.fullmatch(case.low, row.end, case.cluster.start):
        return True
    return _ONE_VILLAGE.search(case.low, case.cluster.sentence.start, case.cluster.start) is not None


def _are_to_pay(case: Case) -> bool:
    """``Dari 9.310 ASN, baru menanggung 640 pekerja rentan``: each of them was to take one, and they are no base."""
    row = case.following
    if row is None or case.unit not in ("workers", None):
        return False
    if not _WHO_INSURE.fullmatch(case.low, case.cluster.end, row.start):
        return False
    return any(group.value == Code("RENTAN") for group in case.context.of("SEGMENT", row.start, row.near_end))


def of_dues(case: Case) -> Answer:
    """``menanggung 100 persen iuran``, ``keringanan iuran peserta hingga 50 persen``: a share of money."""
    if not case.cluster.has_percent or case.cluster.has_count:
        return None
    behind = _DUES_BEHIND.match(case.low, case.cluster.end, case.cluster.sentence.end)
    dues = _DUES_BEFORE.search(case.low_left) or _DISCOUNT.search(case.low_left)
    before = dues or _OF_MONEY.search(case.low_left)
    return Refusal(DISTRACTORS["contribution"]) if behind or before else None
