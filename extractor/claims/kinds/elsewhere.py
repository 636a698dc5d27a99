"""Those who are registered, insured or reached, but somewhere else and by something else than the scheme."""

from __future__ import annotations

import re

from extractor.claims.decisions import DISTRACTORS, Answer, Case, Decision, Refusal

_AS_OTHERS = re.compile(
    r"\b(?:ter|di|men)daftar(?:kan)?\s+sebagai\s+(?!pe-?\s?serta|anggota|pekerja|kepesertaan|tenaga|penerima|bukan|mandiri|segmen)"
)
_LISTS = (
    r"(?:ter|di|men)(?:daftar|data|catat)(?:kan)?\s+(?:di|dalam|pada|ke|menggunakan|memakai|dengan|lewat|melalui)\s+"
    r"(?:sistem\s+|aplikasi\s+|program\s+|kartu\s+)?"
    r"(?:dtks|dtsen|kusuka|dapodik|simpeg|simpatika|emis|siks|dpt|dukcapil|acara|daftar pemilih|kartu tani|prakerja"
    r"|database bkn)\b"
)
_OURS = r"\b(?:jamsostek|ketenagakerjaan|bpjs\w*|bpjamsostek)\b"
_HOLD_A_CARD = (  # of a ministry, which makes nobody a member
    r"(?:(?:ter|di|men)(?:daftar|data|catat)(?:kan)?|(?:me)?miliki|mempunyai|punya|memegang|menerima)\s+"
    r"(?:(?:menggunakan|memakai|dengan|lewat|melalui|program)\s+)*"
    r"(?:kartu\s+(?:(?:identitas|anggota)\s+)?(?:\(?kusuka|nelayan|tani|petani|pelaku usaha)|kusuka)\b"
)
_CARD_BEHIND = re.compile(
    rf"(?!.*{_OURS})[^.;,\d]*\b{_HOLD_A_CARD}"
)  # "baru 2.310 nelayan yang memiliki kartu nelayan"
_CARD_BEFORE = re.compile(rf"\b{_HOLD_A_CARD}(?:(?!{_OURS})[^.;,\d])*$")  # "yang terdaftar Kusuka sebanyak 2.310 orang"
_ALL_OF_A_TRADE = re.compile(r"\b(?:jumlah|total)\s+(?:nelayan|petani|pekebun|pembudi\s?daya|pelaku usaha)\b[^.;,\d]*$")
_IN_A_LIST = re.compile(rf"[^.;,\d]*\b{_LISTS}")  # "1.750 nelayan terdaftar dalam Kusuka"
_IN_A_LIST_BEFORE = re.compile(rf"\b{_LISTS}[^.;,\d]*$")
_SPEAKS_FOR = re.compile(  # "menetapkan 1.430 kepala dusun sebagai duta Jamsostek"
    r"[^.;,\d]{0,80}\bsebagai\s+(?:duta|agen|pelopor|ikon|penggerak|perpanjangan tangan)\b"
)
_VALID = re.compile(
    r"[^.;,\n]{0,50}\b(?:sudah|telah|dinyatakan|belum|tidak)\s+"
    r"(?:valid|tervalidasi|diverifikasi|terverifikasi|lolos verifikasi)\b",
    re.IGNORECASE,
)
_DATA_IN = re.compile(  # "Data yang sudah masuk baru 3.200 orang"
    r"\bdata\s+(?:\w+\s+)?(?:yang\s+)?(?:(?:sudah|telah|baru)\s+)*(?:masuk|terkumpul|terinput|dikirim(?:kan)?|diterima|dihimpun)\s+"
    r"(?:(?:baru|sudah|hanya|ada|sebanyak|mencapai|sekitar|adalah)\s+)*$"
)
_REPORTED = re.compile(  # "menerima laporan 12 pekerja yang tidak didaftarkan"
    r"\b(?:laporan|aduan|pengaduan|keluhan)\s+(?:dari\s+|ada\s+|sekitar\s+|sebanyak\s+)*$"
)
_ACCOUNTS = re.compile(r"\b(?:tervalidasi|divalidasi|memvalidasi|rekening)\b[^.;]*$")  # of those to be paid aid
_ARE = (
    r"(?:(?:ter|di|men|me|ber)?(?:daftar|lindung|jangkau|sentuh|cover|gabung|ikut|jamin|catat|layani|tampung)"
    r"(?:kan|i|nya)?|diikutsertakan|diikutkan|mengikuti|masuk|dimasukkan)"
)
_THINGS = (
    r"(?:asuransi\s+(?:kebakaran|kecelakaan(?! kerja)|jiwa|usaha|swasta|pertanian|tani|ternak|kendaraan|perjalanan|"
    r"mikro|kredit|kesehatan|barang|kapal|nelayan|parametrik|syariah)|"
    r"bursa\s+(?:kerja|tenaga kerja)|job\s?fair|lowongan|seleksi|cpns|casn|haji|umrah|beasiswa|kuliah|pelatihan|kursus|"
    r"magang|lomba|turnamen|kejuaraan|festival|bazar|pameran|mudik|vaksin\w*|imunisasi|(?:kartu )?prakerja|"
    r"(?:serikat|federasi|konfederasi|partai|koperasi|paguyuban|asosiasi|organisasi|komunitas|ormas)\b|"
    r"(?:pembiayaan|perbankan|bank|kredit|pinjaman|permodalan|modal|kur|internet|listrik|sinyal|air bersih|"
    r"penyuluhan|pendampingan|irigasi|pupuk|teknologi|literasi)\b)"
)
_BY_OTHERS = re.compile(  # "1.300 pedagang dilindungi asuransi kebakaran", "tercatat sebagai anggota serikat"
    rf"(?!.*\b(?:jamsostek|ketenagakerjaan|bpjs\w*|bpjamsostek)\b)[^.;,\d]*?\b{_ARE}\s+"
    r"(?:(?:ke|di|dalam|untuk|pada|oleh|sebagai|dengan|diri|program|anggota|dari|menjadi|"
    r"layanan|akses|peserta|bantuan|\d+)\s+)*"
    rf"{_THINGS}"
)

_HAS_MEMBERS = re.compile(  # "Koperasi X, yang kini memiliki 450 anggota aktif": its own
    r"\b(?:koperasi|serikat|paguyuban|asosiasi|organisasi|himpunan|ikatan|perkumpulan|federasi|komunitas)\b"
    r"[^.;\d]{0,80}\b(?:memiliki|punya|mempunyai|beranggotakan|menaungi|menghimpun)\s+"
    r"(?:(?:sekitar|sebanyak|lebih dari|hampir)\s+)*$"
)
_MEMBERS = re.compile(r"\banggota$")
_BACK_AT_WORK = re.compile(
    r"\s*(?:di\s?antaranya\s+)?(?:yang\s+)?(?:telah\s+|sudah\s+)?"
    r"(?:kembali bekerja|bekerja kembali|mendapat pekerjaan)\b",
    re.IGNORECASE,
)
_SENT_ABROAD = re.compile(  # "telah memberangkatkan calon pekerja migran sebanyak N orang"
    r"\b(?:memberangkatkan|diberangkatkan|pemberangkatan|keberangkatan|menempatkan|ditempatkan|penempatan|mengirim(?:kan)?)\b"
    r"(?:(?!\b(?:peserta|terdaftar|terlindungi|dilindungi|melindungi|kepesertaan|yang)\b)[^.;,\d])*"
    r"(?:,\s+(?:dengan\s+jumlah|yaitu|yakni)\s+(?:\w+\s+){0,2})?$"
)
_LAID_OFF = re.compile(
    r"\b(?:memutus hubungan kerja|mem-?phk|merumahkan|memberhentikan|phk)\s+(?:terhadap\s+|kepada\s+)?"
    r"(?:sekitar\s+|sebanyak\s+|lebih dari\s+)*$"
)


def moved(case: Case) -> Answer:
    """``memberangkatkan 2.310 pekerja migran``, ``merumahkan 140 buruh``: who went to work, or away from it."""
    if case.unit != "workers":
        return None
    away = _LAID_OFF.search(case.low_left) or _SENT_ABROAD.search(case.low_left)
    back = _BACK_AT_WORK.match(case.text, case.cluster.end)
    return Refusal(DISTRACTORS["unemployment"]) if away or back else None


def registered_as(case: Case) -> Answer:
    """``150 pekerja terdaftar sebagai penggugat``, ``N orang sudah valid``: no members, or no more than their data."""
    if case.cluster.has_count and _DATA_IN.search(case.low_left):
        return Refusal("it counts those whose data were checked")
    if case.unit == "workers" and _REPORTED.search(case.low_left):
        return Refusal("it counts those who complained")
    if case.cluster.has_count and (_VALID.match(case.text, case.cluster.end) or _ACCOUNTS.search(case.low_left)):
        return Refusal("it counts those whose data were checked")
    end = max(case.cluster.end, case.cluster.near_end)
    if _SPEAKS_FOR.match(case.low, case.cluster.end, end):
        return Refusal("it counts those who speak for the scheme")
    start = case.cluster.sentence.start
    its_own = _MEMBERS.search(case.noun) and _HAS_MEMBERS.search(case.low, start, case.cluster.start)
    if its_own and not any(cue.kind in ("covered", "registered", "participant") for cue in case.cluster.right):
        return Refusal("members of an organisation")
    if _BY_OTHERS.match(case.low, case.cluster.end, end):
        return Refusal("they are registered or insured elsewhere")
    if case.cluster.has_count and (
        _CARD_BEHIND.match(case.low, case.cluster.end, end) or _CARD_BEFORE.search(case.low_left)
    ):
        if _ALL_OF_A_TRADE.search(case.low_left) and case.topic:
            return Decision("denominator", "kind.denominator", "eligible_workers")  # all there are, by the list of them
        return Refusal("they are registered as something else than members")
    listed = _IN_A_LIST.match(case.low, case.cluster.end, end) or _IN_A_LIST_BEFORE.search(case.low_left)
    if listed or _AS_OTHERS.search(case.text, case.cluster.end, end):
        return Refusal("they are registered as something else than members")
    return None
