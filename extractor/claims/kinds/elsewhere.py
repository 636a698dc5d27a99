"""Those who are registered, insured or reached, but somewhere else and by something else than the scheme."""

from __future__ import annotations

import re

from extractor.claims.decisions import Answer, Case, Refusal

_AS_OTHERS = re.compile(
    r"\b(?:ter|di|men)daftar(?:kan)?\s+sebagai\s+(?!pe-?\s?serta|anggota|pekerja|kepesertaan|tenaga|penerima|bukan|mandiri|segmen)"
)
_LISTS = (
    r"(?:ter|di|men)(?:daftar|data|catat)(?:kan)?\s+(?:di|dalam|pada|ke)\s+(?:sistem\s+|aplikasi\s+|program\s+)?"
    r"(?:dtks|dtsen|kusuka|dapodik|simpeg|simpatika|emis|siks|dpt|dukcapil|acara|daftar pemilih|kartu tani|prakerja"
    r"|database bkn)\b"
)
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


def registered_as(case: Case) -> Answer:
    """``150 pekerja terdaftar sebagai penggugat``, ``N orang sudah valid``: no members, or no more than their data."""
    if case.cluster.has_count and (_VALID.match(case.text, case.cluster.end) or _ACCOUNTS.search(case.low_left)):
        return Refusal("it counts those whose data were checked")
    end = max(case.cluster.end, case.cluster.near_end)
    if _SPEAKS_FOR.match(case.low, case.cluster.end, end):
        return Refusal("it counts those who speak for the scheme")
    if _BY_OTHERS.match(case.low, case.cluster.end, end):
        return Refusal("they are registered or insured elsewhere")
    listed = _IN_A_LIST.match(case.low, case.cluster.end, end) or _IN_A_LIST_BEFORE.search(case.low_left)
    if listed or _AS_OTHERS.search(case.text, case.cluster.end, end):
        return Refusal("they are registered as something else than members")
    return None
