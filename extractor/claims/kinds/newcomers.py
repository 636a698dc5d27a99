"""Those who are new to the scheme, or have left it: how many more or fewer there are than before."""

from __future__ import annotations

import re

from extractor.claims.decisions import Answer, Case, Decision
from extractor.claims.kinds.missing import OF_TARGET
from extractor.model import Cue

_NEW = re.compile(
    r"\b(?:peserta|kepesertaan|pekerja|anggota|tenaga kerja)"
    r"(?:\s+(?:tk|aktif|jamsostek|bpjs|jaminan|sosial|ketenagakerjaan))*\s+baru$"
)
NEW_ONES = re.compile(  # and not "12.000 pekerja baru terlindungi": so far, or only just
    r"\s*(?:(?:peserta|anggota|pekerja|tenaga kerja|perusahaan|badan usaha)\s+)?baru\b"
    r"(?!\s+(?:ter\w|di\w{3}|me(?!masuki|njelang)\w|ber\w|ke\w{3}|\d|sekitar|sebesar|sebanyak|sebagian|ikut|masuk|saja|separuh|setengah|mulai))"
)
NEW_BEFORE = re.compile(  # "jumlah peserta baru yang terdaftar ada sebanyak"
    r"\b(?:peserta|anggota)\s+baru\s+(?:(?:jamsostek|bpjamsostek|bpjs|ketenagakerjaan)\s+)*"
    r"(?:yang\s+\w+[^.;,\d]{0,50}\s+$|(?:yang\s+\w+\s+)?(?:di\s+\w+\s+)?(?:ada\s+)?"
    r"(?:sekitar|sebanyak|sejumlah|lebih dari|mencapai|berjumlah)\s+$)"
)
_NEW_MEMBERS_JOIN = re.compile(r"\s*baru\s+(?:yang\s+)?(?:bergabung|masuk|mendaftar|direkrut|diakuisisi)\b")
_NEW_SINCE = re.compile(  # "termasuk 6.300 pekerja yang baru bergabung di tahun ini"
    r"\s*yang\s+baru\s+(?:saja\s+)?(?:bergabung|masuk|mendaftar(?:kan diri)?|ikut)\b[^.;,\d]{0,50}?\b"
    r"(?:(?:tahun|bulan|semester|triwulan) (?:ini|berjalan|\d{4}|[a-z]+ \d{4})|tahun \d{4} ini)\b"
)
_SO_FAR = re.compile(  # "yang terdaftar sebagai peserta baru sekitar 4.100 orang": no more are in as yet
    r"\b(?:(?:sebagai|(?:men)?jadi)|"
    # "Sekarang peserta baru mencapai 730"
    r"(?:saat ini|kini|sekarang|sejauh ini|selama ini)\b"
    r"(?:(?!\b(?:tahun|bulan|ada|tambahan|penambahan|target)\b)[^.;\d])*)\s"
    r"(?:peserta|anggota)(?:nya)?(?:\s+(?:jamsostek|bpjamsostek|bpjs|ketenagakerjaan|aktif))*\s+baru\s+"
    r"(?:ada\s+)?(?:sekitar|lebih dari|mencapai)\s+$"
)
_AS_NEW_ONES = re.compile(  # "1.240 badan usaha bergabung menjadi peserta baru"
    r"[^.;,\d]{0,60}\b(?:menjadi|jadi|sebagai)\s+(?:peserta|anggota)\s+baru\b(?!\s+(?:ter|di)\w)"
)
_ADDS_OR_LOSES = re.compile(  # "Cabang Garut menambah 22.700 peserta", "kehilangan 8.300 peserta"
    r"(?P<who>[^.;,\d]{0,60})\b(?P<verb>menambah|kehilangan)\s+"
    r"(?:(?:sebanyak|sekitar|hampir|lebih dari|sedikitnya|setidaknya|sejumlah|kurang lebih|lagi)\s+)*$"
)
_NOT_YET_DONE = re.compile(
    r"\b(?:akan|bakal|ingin|hendak|untuk|guna|harus|perlu|wajib|mesti|bisa|dapat|siap|berencana|agar|supaya|diminta|meminta|"
    r"tidak|belum|mampu|segera|rencananya|nantinya|berkomitmen|berupaya|bertekad|rencana|optimis|optimistis)\b"
)
_LEAVE = r"(?:keluar|mundur|mengundurkan diri|berhenti|dikeluarkan|dicoret|dihapus)"
_OUT_OF_IT = (
    r"(?:(?:dari|sebagai|menjadi|jadi)\s+)?(?:keanggotaan|kepesertaan|peserta|program|bpjs|jamsostek|bpjamsostek)"
)
_WHO_LEFT = re.compile(  # "Peserta yang keluar 6.400 orang", "Ada yang keluar dari kepesertaan sebanyak 6.400 orang"
    r"\b(?:(?:peserta|pekerja|anggota|perusahaan)\b[^.;,\d]{0,50}?\s(?:yang\s+)?(?:(?:telah|sudah|memilih|memutuskan)\s+)*"
    rf"{_LEAVE}|(?:yang\s+)?(?:(?:telah|sudah|memilih|memutuskan)\s+)*{_LEAVE}\s+{_OUT_OF_IT})"
    r"(?:\s+(?:bpjs|jamsostek|bpjamsostek|ketenagakerjaan|(?:pada|di|selama|sepanjang)\s+(?:tahun\s+)?\w+))*\s+"
    r"(?:(?:sebanyak|ada|mencapai|sekitar|sejumlah|berjumlah|itu)\s+)*$"
)
_HAVE_LEFT = re.compile(  # "34.100 tenaga kerja yang keluar dari keanggotaan"
    rf"(?:\s+[a-z]+){{0,5}}?\s+(?:yang\s+)?(?:telah\s+|sudah\s+)?{_LEAVE}\s+(?:{_OUT_OF_IT}|karena|akibat|lantaran)\b"
)
_NEEDED = re.compile(r"\b(?:perlu|butuh|membutuhkan|dibutuhkan|diperlukan)\s+(?:sekitar\s+|sebanyak\s+)*$")


def is_new(case: Case, cue: Cue) -> bool:
    """``target peserta baru sebanyak N``: 'baru' behind those counted says new, unless the number follows at once."""
    return bool(_NEW.search(case.low, case.cluster.left_start, cue.end)) and case.cluster.start - cue.end > 1


def newcomers(case: Case) -> Answer:
    """``47.300 peserta baru``: how many more there are than before, and not how many there are."""
    cluster = case.cluster
    if cluster.has_percent or case.unit not in ("workers", "companies", None):
        return None
    if case.topic and (_HAVE_LEFT.match(case.low, cluster.end) or _WHO_LEFT.search(case.low_left)):
        return Decision("change", "kind.change.new", direction="decrease", change_basis="absolute")
    moved = _ADDS_OR_LOSES.search(case.low_left) if case.topic and case.unit == "workers" else None
    ahead = moved is not None and _NOT_YET_DONE.search(moved["who"])
    if moved is not None and not ahead and not cluster.says("target", "planned", "gap", "uncovered"):
        direction = "decrease" if moved["verb"] == "kehilangan" else "increase"
        return Decision("change", "kind.change.new", direction=direction, change_basis="absolute")
    new = next(
        (row for form in (NEW_ONES, _AS_NEW_ONES, _NEW_SINCE) if (row := form.match(case.low, cluster.end))), None
    )
    members = cluster.slots[-1].mention.quote.lower().endswith(("peserta", "anggota"))
    if members and new is None:
        new = _NEW_MEMBERS_JOIN.match(case.low, cluster.end)  # "1.200 peserta baru bergabung"
    if not (new or (NEW_BEFORE.search(case.low_left) and not _SO_FAR.search(case.low_left))):
        return None
    if not case.topic or cluster.says("planned", "uncovered", "base", "gap"):
        return None
    if _NEEDED.search(case.low_left):  # "Perlu 8.200 peserta baru"
        return Decision("target", "kind.target.word", "covered_workers", direction="increase")
    if cluster.last("target") or (cluster.says("target") and not OF_TARGET.match(case.text, cluster.end)):
        return None  # of a target they are what was reached: "mendapat peserta baru 61.500 orang dari target 64.000"
    return Decision("change", "kind.change.new", direction="increase", change_basis="absolute")
