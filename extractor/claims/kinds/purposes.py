"""What is striven for, wished for or due one day: a target, where no word of target says so."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, Answer, Case, Decision
from extractor.claims.kinds.newcomers import NEW_ONES
from extractor.claims.kinds.plans import lies_ahead

_PURPOSE = re.compile(
    r"\b(?:agar|supaya|(?:berkomitmen|komitmen|mendorong|mengupayakan|mengejar)\b[^.;]*\b(?:sampai|hingga))\b[^.;]*"
    r"\b(?:mencapai|menjadi|menyentuh|tembus|capai)\s+(?:sekitar\s+|minimal\s+)?$"
)
_SO_THAT = re.compile(  # "berencana agar 80 persen pekerja telah mendaftar": the conjunction opens the clause
    r"(?:agar|supaya)\s+(?:(?:minimal|sekitar|setidaknya|sedikitnya|paling tidak|semua|seluruh|sebanyak|ada)\s+)*"
)
_PLANNED = re.compile(r"\W*(?:rencananya|direncanakan|nantinya|kelak)\b[^.;,\d]*$")
_STRIVES_FOR = re.compile(  # "Pemkot upayakan cakupan 100 persen", "dalam mencapai cakupan 100 persen, dibutuhkan ..."
    r"(?:\b(?:(?:meng)?usahakan|(?:meng)?upayakan|mengejar|kejar|memburu|menuju|berusaha\s+\w+)|"
    r"\b(?:untuk|dalam|guna|demi)\s+(?:bisa\s+|dapat\s+)?"
    r"(?:mencapai|memenuhi|mewujudkan|menuntaskan|meraih|mengejar|menuju))\s+"
    r"(?:\w+\s+){0,6}(?:\([^()]*\)\s*)?$"
)
_WILL_REACH = re.compile(  # "tahun 2040 nanti mencapai 88 persen", "minimal harus sampai 70 persen"
    r"\b(?:nanti(?:nya)?\s+(?:(?:bisa|dapat|akan)\s+)?|(?:harus|mesti|wajib)\s+(?:bisa\s+|sudah\s+)?(?:minimal\s+)?)"
    r"(?:mencapai|menjadi|menyentuh|tembus|sampai|hingga|di atas)\s+(?:sekitar\s+|angka\s+|minimal\s+)*$"
)
WISH = re.compile(
    r"\b(?:berharap|mengharapkan|diharapkan|harapannya|berupaya|mengupayakan|optimistis|optimis|yakin|berusaha|bertekad|berambisi|diproyeksikan|memproyeksikan|diprediksi|diestimasikan|nantinya|mudah-mudahan|semoga)\b(?:[^.;\d]|\b20\d\d\b)*\b(?:dapat|bisa|mampu|"
    r"mencapai|menjadi|hingga|tembus|sebanyak|sebesar|menyentuh|naik|meningkat(?:kan)?|menambah|melebihi|melampaui|"
    r"ter(?:cover|lindungi|daftar|cakup)|dilindungi|didaftarkan)\b(?:[^.;\d]|\b20\d\d\b)*$"
)
_IDEALLY = re.compile(  # "idealnya 50 persen pekerja sudah terlindungi"
    r"\b(?:idealnya|seharusnya|semestinya|mestinya|harusnya)\s+(?:(?:minimal|sekitar|setidaknya|sebanyak|ada)\s+)*$"
)
_CAN_REACH = re.compile(
    r"(?:\b(?:bisa|dapat|mampu|akan)\s+|\b(?:diperkirakan|diprediksi|diproyeksikan)\b[^.;\d]*)"
    r"(?:mencapai|menembus|menyentuh|menjadi|tembus)\s+(?:sekitar\s+|angka\s+|hingga\s+)*$"
)
_BY_THE_END = re.compile(
    r"\b(?:(?:sampai|hingga|pada|di)\s+(?:akhir\s+(?:tahun|bulan|20\d\d)|penghujung)|(?:tahun|bulan)\s+depan|"
    r"mendatang|ke depan|nantinya|kelak)\b"
)
_HOPES_FOR = re.compile(r"\b(?:berharap|mengharapkan)\s+(?:(?:ada|sebanyak|sekitar|sedikitnya|setidaknya)\s+)*$")
_WHO_ARE_IN = re.compile(
    r"[^.;,\d]{0,60}\byang\s+(?:sudah|telah|kini|saat ini|sekarang)\b"
)  # "berharap 4.100 nelayan yang telah"
_SO_THAT_CAN = re.compile(  # "kami minta dukungan supaya kepesertaan bisa mencapai 1 juta orang"
    r"\b(?:agar|supaya)\b[^.;]*\b(?:bisa|dapat|mampu)\s+"
    r"(?:(?:(?:\w+\s+)?(?:mencapai|hingga|sampai))|menembus|menyentuh|menjadi|tembus)\s+(?:sekitar\s+|angka\s+)*$"
)
_THEREBY = re.compile(
    r"\bsehingga\b[^.;]*\b(?:dapat|bisa|akan)\s+(?:mendekati|mencapai|menyentuh|menjadi|tembus)\s+(?:angka\s+)?$"
)
_THEREBY_INSURES = re.compile(  # "ditargetkan semua desa ikut, sehingga dapat melindungi N pekerja"
    r"(?:sehingga|agar|supaya|guna|demi)\b[^.;\d]*\b(?:dapat|bisa|mampu|akan)\s+(?:melindungi|meng-?cover|menjangkau|mengikutsertakan|"
    r"mendaftarkan|menjaring)\s+(?:(?:sebanyak|sekitar|hingga|minimal|sedikitnya|lebih dari|total)\s+)*$"
)
_ORDERED = re.compile(  # "menugaskan setiap kepala desa mendaftarkan minimal 40 pekerja"
    r"\b(?:diwajibkan|wajib|ditugaskan|ditugasi|diperintahkan|diinstruksikan|menginstruksikan|memerintahkan|mewajibkan|"
    r"menugaskan|mengharuskan|meminta|minta|diminta|mendesak|didesak|mengimbau|menghimbau|diimbau|menyerukan|menyarankan|"
    r"menganjurkan)\b(?:(?!\b(?:sudah|telah|berhasil|yang)\b)[^.;,\d])*\b(?:mendaftarkan|melindungi|mengikutsertakan|"
    r"mengikutkan|merekrut|menjaring|menggaet|mengajak|mengakuisisi|mengcover|menanggung)\s+"
    r"(?:(?:minimal|paling sedikit|sedikitnya|setidaknya|sekurang-kurangnya|sebanyak|sekitar)\s+)*$"
)
_DUTY = re.compile(  # "diwajibkan Permendagri Nomor 5 Tahun 2024 untuk meningkatkan cakupan minimal 20 persen"
    r"\b(?:diwajibkan|wajib|dituntut|ditugaskan|ditugasi|diminta|diinstruksikan|meminta|menginstruksikan|memerintahkan|"
    r"mewajibkan|menugaskan|harus|mesti)\b[^.;]*\b(?:meningkatkan|menaikkan|mencapai|memenuhi)\b"
    r"(?:(?!\b(?:karena|sebab|mengingat|lantaran|yang|dari|padahal|sementara)\b)[^.;\d])*$"
)
_WANTED_TO_REACH = re.compile(  # "mendorong cakupan menembus 70 persen"
    r"\b(?:ingin|menginginkan|hendak|menghendaki|mendorong|berkomitmen|bertekad|berupaya|mengupayakan|mengusahakan|siap|"
    r"berusaha|meminta|diminta|mengajak|mengimbau|agar|supaya)\b(?:(?!\b(?:yang|karena|sebab|dari|dengan|setelah)\b)[^.;\d])*"
    r"\b(?:mencapai|menembus|menyentuh|menjadi|tembus|melampaui|hingga|sampai|di atas)\s+"
    r"(?:(?:angka|sekitar|minimal|di atas|lebih dari|cakupan|coverage|kepesertaan|ucj)\s+)*$"
)
_IN_YEAR = re.compile(r"\bpada\s+(?:tahun\s+)?(20\d\d)\b")
_OF_YEAR = re.compile(  # "tahun 2029 sebanyak 99 persen pekerja terlindungi"
    r"\b(?:pada|tahun|di)\s+(20\d\d)\s+(?:nanti\s+|mendatang\s+)?(?:(?:sebanyak|sebesar|mencapai|menjadi|sekitar|sejumlah)\s+)*$"
)
NEXT_YEAR = re.compile(r"\b(?:(?:tahun|bulan) depan|dalam waktu dekat)\b")


def purpose(case: Case) -> Answer:
    """``berupaya agar cakupan bisa mencapai P persen``: what is striven for, or next year's, is no level yet."""
    if not case.topic and case.previous is None:
        return None
    duty = case.cluster.has_percent and _DUTY.search(case.low, case.cluster.sentence.start, case.cluster.start)
    ordered = case.cluster.has_count and case.topic and _ORDERED.search(case.low_left)
    if (duty or ordered) and not case.cluster.last("reached", "now", "uncovered", "gap"):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if _SO_THAT.fullmatch(case.low, case.cluster.left_start, case.cluster.start) and case.cluster.says(*COVER):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if _PLANNED.match(case.low, case.cluster.left_start, case.cluster.start) and case.cluster.says(*COVER):
        kind, indicator = ("target", None) if case.cluster.has_percent else ("planned", "funded_workers")
        return Decision(kind, "kind.target.purpose", indicator, source=case.previous)
    strives = case.cluster.has_percent and not case.cluster.last("reached", "now") and case.cluster.says(*COVER)
    ahead = case.cluster.has_percent and not case.cluster.says("uncovered", "gap") and _WILL_REACH.search(case.low_left)
    if ahead or (strives and _STRIVES_FOR.search(case.low_left)):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if WISH.search(case.low_left) and not (_says_reached(case) or case.cluster.says("now", "uncovered", "gap")):
        return Decision("target", "kind.target.purpose", source=case.previous)
    wanted = case.cluster.has_percent and not case.cluster.says("reached", "now", "uncovered", "gap")
    if wanted and _WANTED_TO_REACH.search(case.low, case.cluster.left_start, case.cluster.start):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if strives and _IDEALLY.search(case.low_left):
        return Decision("target", "kind.target.purpose", source=case.previous)
    rate = case.cluster.has_percent and not case.cluster.has_count and case.cluster.says(*COVER)
    rate = rate and not case.cluster.says("reached", "now", "uncovered", "gap", "up", "down", "target")
    if rate and lies_ahead(case):
        return Decision("target", "kind.target.purpose", source=case.previous)  # "tahun depan cakupannya 60 persen"
    if case.cluster.says(*COVER) and not case.cluster.says("planned", "funded") and in_a_year_to_come(case):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if _CAN_REACH.search(case.low_left) and _BY_THE_END.search(
        case.low, case.cluster.left_start, case.cluster.right_end
    ):
        return Decision("target", "kind.target.purpose", source=case.previous)
    hoped = case.cluster.has_count and case.unit == "workers" and _HOPES_FOR.search(case.low_left)
    if hoped and not _WHO_ARE_IN.match(case.low, case.cluster.end):
        return Decision("target", "kind.target.purpose", source=case.previous)
    asked = _SO_THAT_CAN.search(case.low, case.cluster.sentence.start, case.cluster.start)
    if case.cluster.has_count and case.unit == "workers" and asked:
        return Decision("target", "kind.target.purpose", source=case.previous)
    if case.unit == "workers" and _THEREBY_INSURES.match(case.low_left) and _is_set_to(case):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if case.cluster.says(*COVER) and not case.cluster.says("planned", "funded") and case.cluster.has_count:
        verb = next((cue.start for cue in case.cluster.near if cue.kind in COVER), case.cluster.end)
        ahead = NEXT_YEAR.search(case.low, case.cluster.left_start, verb)  # behind the verb it begins something else
        return Decision("target", "kind.target.purpose", source=case.previous) if ahead else None
    if _is_set_to(case) and _THEREBY.search(case.low_left):
        return Decision("target", "kind.target.purpose", source=case.previous)
    if not case.cluster.has_percent or not _PURPOSE.search(case.low, case.cluster.sentence.start, case.cluster.start):
        return None
    return Decision("target", "kind.target.purpose", source=case.previous)


def _is_set_to(case: Case) -> bool:
    """Whether the sentence has set a target before the number's clause."""
    return case.context.has_cue("target", case.cluster.sentence.start, case.cluster.left_start)


def in_a_year_to_come(case: Case) -> bool:
    """Whether a number is told of a year that has not begun."""
    cluster, today = case.cluster, case.context.published.period
    year = _IN_YEAR.search(case.low, cluster.end, cluster.near_end) or _OF_YEAR.search(case.low_left)
    return year is not None and today is not None and int(year[1]) > today.start.year


def _says_reached(case: Case) -> bool:
    """Whether a word says that it is reached; ``12.000 peserta baru`` says that they are new."""
    new = NEW_ONES.match(case.low, case.cluster.end)
    cues = (*case.cluster.left, *case.cluster.near)
    return any(cue.kind == "reached" and not (new and case.cluster.end <= cue.start < new.end()) for cue in cues)
