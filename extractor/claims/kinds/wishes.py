"""What ought to be and what is wished for, where a word of cover stands beside the number: no level yet."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, Answer, Case, Decision, Refusal
from extractor.model import Cue

_WISHES = re.compile(  # "Kami optimistis 70 persen pekerja menjadi peserta pada 2031"
    r"\b(?:berharap|mengharapkan|diharapkan|harapan(?:nya)?|mimpi(?:nya)?|impian(?:nya)?|optimis(?:tis)?|yakin|bertekad|bertekat|berambisi|berupaya|"
    r"berusaha|mengupayakan|diupayakan|mengusahakan|ingin|menginginkan|berkeinginan|bercita-cita|mudah-mudahan|semoga|"
    r"menghendaki|menginstruksikan|meminta)\b(?P<what>[^.;\d]{0,60})$"
)
_IN_TIME = re.compile(
    r"\b(?:(?:tahun|bulan|semester|triwulan)\s+(?:depan|mendatang)|nanti(?:nya)?|kelak|ke depan(?:nya)?|"
    r"akhir tahun(?: ini)?)\b"
)
_TELLS = re.compile(  # "berharap program yang kini melindungi 4.100 nelayan", "menginginkan agar dari 900 pekerja"
    r"\b(?:yang|dari|sebab|karena|lantaran|dengan|setelah|kepada|bagi|terhadap|sudah|telah|baru|masih|belum|dan)\b"
)
_IS_WISHED = re.compile(  # "2.000 pedagang diharapkan ikut program"
    r"\b(?:diharapkan|diupayakan|diusahakan|diproyeksikan|diharap)\s+(?:(?:bisa|dapat|mampu|mau|segera|sudah|juga|akan)\s+)*$"
)
_TO_REACH = re.compile(  # "diharapkan mampu menjangkau 25.000 pekerja"
    r"\b(?:diharapkan|diharap|diupayakan|diusahakan|diproyeksikan|diyakini)\s+(?:(?:bisa|dapat|mampu|akan|juga|terus)\s+)*"
    r"(?:menjangkau|menyasar|merangkul|mencakup|menyentuh|menjaring|meliputi)\s+"
    r"(?:(?:sekitar|sebanyak|sedikitnya|minimal|hingga|sampai|lebih dari|setidaknya)\s+)*$"
)
_DIRECTLY = re.compile(r"\s+(?:(?:sekitar|sebanyak|sedikitnya|minimal|hingga|sampai|lebih dari|setidaknya)\s+)*")
_MUST_BE = re.compile(  # "harus sudah terlindungi 100 persen", "meminta seluruh perangkat desa didaftarkan 100 persen"
    r"(?<!yang )\b(?:(?:harus|mesti|wajib)(?:\s+(?:sudah|telah|bisa|dapat|segera|tetap))?|"
    r"(?:seharusnya|semestinya|harusnya|idealnya|meminta|minta|diminta|mewajibkan|diwajibkan)\b[^.;,\d]{0,80}?)(?<!\byang)\s+$"
)
_MUST_INSURE = re.compile(  # "setiap kepala lingkungan wajib mendaftarkan minimal 25 pekerja"
    r"(?<!yang )(?<!tidak )(?<!tak )\b(?:harus|wajib|mesti|diwajibkan|ditugasi|ditugaskan|diminta|diinstruksikan|"
    r"dituntut)\s+(?:untuk\s+)?(?:\w+\s+)?"
    r"(?:(?:menjadi|jadi)\s+(?:pelopor|teladan|contoh|penggerak|motor)\s+(?:dalam|untuk)\s+)?"
    r"(?:mendaftarkan|melindungi|mengikutsertakan|mengikutkan|meng-?cover|menjaring|mengakuisisi|menanggung|"
    r"(?:memberi(?:kan)?|menjamin)\s+(?:per?lindungan|jaminan|kepesertaan)\b[^.;,\d]{0,40}?\b(?:kepada|bagi|untuk))\s+"
    r"(?:(?:minimal|sedikitnya|setidaknya|paling sedikit|paling tidak|sekurang-kurangnya|sebanyak|sekitar)\s+)*$"
)
_MORE_TO_INSURE = re.compile(  # "perlu mendaftarkan 69.500 pekerja lagi"
    r"(?<!yang )(?<!tidak )(?<!tak )\b(?:harus|wajib|mesti|perlu|butuh|tinggal)\s+(?:untuk\s+)?"
    r"(?:mendaftarkan|melindungi|mengikutsertakan|mengikutkan|meng-?cover|menjaring|mengakuisisi|merangkul|menggaet)\s+"
    r"(?:(?:sekitar|sebanyak|sedikitnya|minimal|setidaknya)\s+)*$"
)
_OUGHT = re.compile(
    r"\b(?P<who>yang\s+)?(?:masih\s+)?(?:harus|mesti|wajib)\s+(?:(?:sudah|telah|bisa|dapat|segera|tetap|kita|kami)\s+)?$"
)
_WHO_OUGHT = re.compile(
    r"\byang\s+(?:(?:se)?harus(?:nya)?|semestinya|mestinya|mesti|wajib|berhak)\s+(?:(?:sudah|telah|untuk|bisa|dapat)\s+)*$"
)
_WANTS = re.compile(  # "ingin cakupan di sini sampai 70 persen"
    r"\b(?:ingin|hendak|berkeinginan|mendambakan|optimis(?:tis)?|yakin|meyakini|berharap|mengharapkan|berambisi|bertekad|"
    r"bermimpi|percaya)\s+(?:(?:agar|supaya|melihat|membawa|bahwa|jika|kalau)\s+)?(?:tingkat\s+|angka\s+|jumlah\s+)?"
    r"(?:cakupan|coverage|kepesertaan|capaian|per?lindungan|peserta)(?:nya)?\b"
    r"(?:(?!\b(?:yang|saat ini|kini|baru|masih|sudah|telah|dari)\b)[^.;,\d])*?\s"
    r"(?:mencapai|menjadi|menyentuh|tembus|menembus|sampai|hingga|di angka|di atas|melewati|melampaui|minimal)\s+"
    r"(?:(?:di|angka|atas|sekitar|minimal|setidaknya|level)\s+)*$"
)
_LEVEL_MUST_BE = re.compile(  # "cakupannya sudah harus 70 persen"
    r"\b(?:cakupan|coverage|kepesertaan|capaian|per?lindungan|angka)(?:nya)?\s(?:(?!\b(?:yang|dari|baru|masih)\b)[^.;,\d])*?"
    r"(?:sudah\s+)?(?:harus|mesti|wajib)\s+"
    r"(?:(?:bisa|sudah|telah|minimal|paling sedikit|setidaknya|di|angka|berada|atas)\s+)*$"
)
_MUST_ALREADY = re.compile(  # "2045 kita harus sudah 100 persen"
    r"\b(?:harus|mesti|wajib)\s+(?:(?:sudah|telah|bisa|dapat)\s+)+(?:(?:mencapai|menyentuh|di|angka|tembus|sampai)\s+)*$"
)
_STILL = re.compile(r"\b(?:masih|tersisa|sisa|sisanya|tinggal)\b[^.;,\d]*$")
_NEW_CLAUSE = re.compile(
    r"[.;:,\d]|\b(?:karena|sebab|lantaran|padahal|sementara|sedangkan|dari|yang|namun|tetapi|tapi)\b"
)
_SAYS_HOW_FAR = ("reached", "level", "now", "gap", "up", "down")
_STATES = ("covered", "registered", "active")


def ought(case: Case) -> Answer:
    """``P persen pekerja harus terlindungi``: the verb of cover says what ought to be, not what is."""
    must = case.cluster.has_count and case.unit == "workers" and case.topic
    if must and _MORE_TO_INSURE.search(case.low_left) and case.low.startswith(" lagi", case.cluster.end):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="unknown", source=case.continues)
    if must and _MUST_INSURE.search(case.low_left):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if _must_be(case):
        return Decision("target", "kind.target.purpose", source=case.previous)
    cluster = case.cluster
    if cluster.has_count and case.topic and _who_must_be(case):
        return Decision("denominator", "kind.denominator", "eligible_workers")
    verb = next((cue for cue in cluster.near if cue.kind in (*COVER[1:], "base")), None)
    duty = _duty(case, verb) if verb is not None else None
    if duty is None or _NEW_CLAUSE.search(case.low, cluster.end, duty.start()):
        return None
    if duty["who"] and _STILL.search(case.low_left):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)
    if duty["who"] and cluster.has_count:
        return Decision("denominator", "kind.denominator", "eligible_workers")
    if duty["who"] or not (cluster.has_percent or case.unit == "workers"):
        return Refusal("it is what ought to be, not what is")
    return Decision("target", "kind.target.purpose", source=case.previous)


def _duty(case: Case, verb: Cue) -> re.Match[str] | None:
    """The ``(yang) harus`` before a verb of cover; of a base (``wajib didaftarkan``) it is the cue's own first word."""
    space = case.low.find(" ", verb.start, verb.end) if verb.kind == "base" else -1
    return _OUGHT.search(case.low, case.cluster.end, space + 1 if space > 0 else verb.start)


def _must_be(case: Case) -> bool:
    """``perangkat desa harus terlindungi 100 persen``, the number behind the verb."""
    cluster = case.cluster
    verb = cluster.last(*COVER) if cluster.has_percent else None
    if verb is None or verb.kind == "coverage" or not _MUST_BE.search(case.low, cluster.left_start, verb.start):
        return False
    later = any(cue.kind in _SAYS_HOW_FAR for cue in cluster.left if cue.start >= verb.end)
    return not later and not _NEW_CLAUSE.search(case.low, verb.end, cluster.start)


def _who_must_be(case: Case) -> bool:
    """``pekerja yang wajib ikut BPJS Ketenagakerjaan 2,9 juta``: how many there are to be insured."""
    verb = case.cluster.last(*COVER[1:])
    if verb is None or any(cue.kind in _SAYS_HOW_FAR for cue in case.cluster.left if cue.start >= verb.end):
        return False
    return bool(_WHO_OUGHT.search(case.low, case.cluster.left_start, verb.start))


def wanted(case: Case) -> Answer:
    """``ingin cakupan sampai P persen``, ``cakupannya harus sudah P persen``: the level itself is wished for."""
    cluster = case.cluster
    if not case.topic or not (cluster.has_percent or case.unit == "workers") or cluster.says("uncovered", "gap"):
        return None
    if cluster.has_count and _TO_REACH.search(case.low_left):
        return Decision("target", "kind.target.purpose", source=case.previous)
    must = cluster.has_percent and (_LEVEL_MUST_BE.search(case.low_left) or _MUST_ALREADY.search(case.low_left))
    if must or _WANTS.search(case.low_left):
        return Decision("target", "kind.target.purpose", source=case.previous)
    return None


def wished(case: Case) -> Answer:
    """``bertekad 50 persen pekerja terlindungi``: the verb of cover behind the number says what is wished for."""
    cluster = case.cluster
    if not case.topic or not (cluster.has_percent or case.unit == "workers"):
        return None
    if cluster.says("now", "uncovered", "gap", "planned", "funded", "aid", "benefit", "base"):
        return None
    by_then = not cluster.last("reached") and _IN_TIME.search(case.low, cluster.sentence.start, cluster.near_end)
    if cluster.says("reached") and not by_then:
        return None  # and not "berharap tahun depan 60 persen pekerja sudah terlindungi"
    hoped = cluster.last(*_STATES) if cluster.has_count else None  # "diharapkan mampu melindungi 25.000 pekerja"
    if hoped is not None and _DIRECTLY.fullmatch(case.low, hoped.end, cluster.start):
        wish = _IS_WISHED.search(case.low, cluster.left_start, hoped.start)
        return Decision("target", "kind.target.purpose", source=case.previous) if wish else None
    verb = next((cue for cue in cluster.near if cue.kind in _STATES), None)
    if verb is None or case.low.rfind(" yang ", cluster.start, verb.start) >= 0:
        return None  # "berharap 4.100 nelayan yang terdaftar": they are in already
    if _IS_WISHED.search(case.low, cluster.end, verb.start) and not cluster.slots[-1].counts_participants:
        return Decision("target", "kind.target.purpose", source=case.previous)
    wish = _WISHES.search(case.low, cluster.sentence.start, cluster.start)
    if wish is None or _TELLS.search(wish["what"]):
        return None
    return Decision("target", "kind.target.purpose", source=case.previous)
