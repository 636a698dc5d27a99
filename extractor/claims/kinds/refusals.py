"""Numbers that look like coverage and count something else: who came, who was paid, what is of each."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Refusal

_AND = re.compile(r"\s*(?:,|dan|serta)\s*")
_POPULATION = re.compile(r"\b(?:jumlah|total) penduduk(?:nya)?\b(?! (?:yang )?(?:bekerja|usia kerja))[^.;,]*$")
_POTENTIAL = re.compile(r"\bpotensi(?:nya| peserta| kepesertaan| di [^.;,]*)?\s+(?:\w+\s+){0,2}$")
_NOT_YET = re.compile(r"\bbelum\s+(?:sampai\s+|mencapai\s+)?$")
_ASKED = re.compile(
    r"\b(?:meminta|minta|mendorong|mengimbau|menghimbau|mengajak|mewajibkan|mendesak|mengharapkan)\s+(?:agar\s+|kepada\s+|sebanyak\s+)*$"
)
_OTHERS = re.compile(r"\s*(?:pekerja\s+|tenaga kerja\s+|peserta\s+)?(?:lainnya|yang lain|sisanya)\b")
_AS_OTHERS = re.compile(
    r"\b(?:ter|di|men)daftar(?:kan)?\s+sebagai\s+(?!peserta|anggota|pekerja|kepesertaan|tenaga|penerima|bukan|mandiri|segmen)"
)
_VALID = re.compile(
    r"[^.;,]{0,50}\b(?:sudah|telah|dinyatakan|belum|tidak)\s+"
    r"(?:valid|tervalidasi|diverifikasi|terverifikasi|lolos verifikasi)\b",
    re.IGNORECASE,
)
_ACCOUNTS = re.compile(r"\b(?:tervalidasi|divalidasi|memvalidasi|rekening)\b[^.;]*$")  # of those to be paid aid
_SYMBOLIC = re.compile(r"\bsimbolis\b[^.;]*\b(?:kepada|untuk|bagi)\s+(?:\w+\s+){0,2}$")
_ON_A_STAGE = 100
_AT_A_DESK = 5_000  # "melayani 140 peserta" are visitors, "melayani 1,5 juta peserta" members
_OF_AN_EMPLOYER = re.compile(
    r"\b(?:perusahaan|pemberi kerja|badan usaha|pelaku usaha)\s+(?:\w+\s+){0,2}?"
    r"(?:dengan|mempekerjakan|memiliki|mempunyai)\s+"
    r"(?:minimal|paling sedikit|sedikitnya|setidaknya|kurang dari|di bawah|lebih dari|di atas|maksimal)\s+$"
)
_PAYS_ONLY = re.compile(
    r"\s*(?:di\s?antaranya\s+)?(?:yang\s+)?(?:(?:baru|hanya|belum|telah|sudah|masih)\s+)*"
    r"(?:menunggak|melunasi|membayar satu|membayar \d)\b"
)
_AGENTS = re.compile(
    r"\b(?:jumlah\s+(?:agen|petugas|personel|relawan)(?:nya)?|perisai(?: itu| ini)?)\s+(?:\w+\s+){0,3}?"
    r"(?:menjadi|sebanyak|ada|mencapai|sekitar)\s+$"
)
_EACH_EMPLOYER = re.compile(
    r"\b(?:1|satu|tiap|setiap|masing-masing)\s+(?:\w+\s+){1,3}(?:rata-rata\s+)?"
    r"(?:mempekerjakan|memiliki|mempunyai|punya|diisi|terdiri dari|terdiri atas|beranggotakan)\s+"
    r"(?:(?:sebanyak|sekitar|rata-rata|antara|minimal)\s+)*$"
)
_OF_MEMBERS = re.compile(r"\b(?:keluarga|ahli waris|anak|istri|janda)(?:nya)?\s+(?:dari\s+|para\s+)?$")
_SEVERAL_PLACES = re.compile(
    r"(?:\b\d+ dari (?=\d)|(?<!dari )(?<!Dari )\b)(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"belasan|puluhan|beberapa|sejumlah)\s+"
    r"(?:daerah|kabupaten|kota|kabupaten/kota|provinsi|kecamatan|wilayah)\b[^.;,]*$",
    re.IGNORECASE,
)
_SUCH_PLACES = re.compile(  # "terutama di daerah yang coverage-nya di bawah 50 persen"
    r"\b(?:daerah|kabupaten/kota|wilayah)\s+(?:yang|dengan)\s[^.;,\d]*\b(?:coverage|cakupan|kepesertaan|capaian)[^.;,\d]*"
    r"\b(?:di ?bawah|di ?atas|kurang dari|lebih dari)\s+$"
)
_SO_MANY = re.compile(r"\b\d+\s+yang\b[^.;,]*$")  # "dari 514 kabupaten/kota, baru 87 yang ..."
_CUT_OFF = re.compile(r"(?<![\d.,])\d{1,3}\. $")
_TITLE = re.compile(
    r"\b(?:dinobatkan|diresmikan|dicanangkan|ditetapkan|dikukuhkan|menjadi|sebagai)\s[^.;,]{0,20}"
    r"\bdesa (?:sadar|peduli)\b"
)
_CLAIMED = re.compile(  # "1.020 peserta BPJS Ketenagakerjaan mengajukan klaim JHT"
    r"\s*(?:aktif\s+)?(?:(?:BPJS Ketenagakerjaan|Jamsostek|BPJamsostek)\s+)?(?:yang\s+)?(?:(?:sudah|telah|akan)\s+)?"
    r"(?:mengajukan|mencairkan|mengeklaim|mengklaim|mengambil|menerima)\s+(?:pencairan\s+|pembayaran\s+|pengajuan\s+)?"
    r"(?:klaim|santunan|manfaat|JHT|JKP|saldo)\b",
    re.IGNORECASE,
)
_HAS_PAID = re.compile(
    r"\s*(?:lainnya\s+)?(?:yang\s+)?(?:(?:sudah|telah|belum|tidak)\s+)?(?:membayar(?:kan)?|melunasi|menunggak)\s+(?:iuran|tunggakan)?",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"[^.;,\d]{0,20}\byang\s+(?:kita |kami |di|akan di)?(?:perlukan|butuhkan)\b", re.IGNORECASE)
_THREE = re.compile(r"\d{3}(?![\d.,])")
_CUT = re.compile(r"\d{1,3}\. \d{3}(?![\d.,])")
_FAR_FROM = re.compile(r"\bjauh\s+dari\s+(?:angka\s+)?$")
_HARMED = re.compile(
    r"\s*(?:di\s?antaranya\s+)?(?:yang\s+)?(?:telah\s+|sudah\s+)?"
    r"(?:meninggal|tewas|wafat|hilang|terluka|luka|cedera|cacat|celaka|mengalami kecelakaan)\b",
    re.IGNORECASE,
)
_BACK_AT_WORK = re.compile(
    r"\s*(?:di\s?antaranya\s+)?(?:yang\s+)?(?:telah\s+|sudah\s+)?"
    r"(?:kembali bekerja|bekerja kembali|mendapat pekerjaan)\b",
    re.IGNORECASE,
)
_LAID_OFF = re.compile(
    r"\b(?:memutus hubungan kerja|mem-?phk|merumahkan|memberhentikan|phk)\s+(?:terhadap\s+|kepada\s+)?"
    r"(?:sekitar\s+|sebanyak\s+|lebih dari\s+)*$"
)
_TO_SERVE = re.compile(r"\s*(?:untuk|guna)\s+melayani\b", re.IGNORECASE)
_OF_THINGS = re.compile(
    r"\s*(?:dari\s+)?(?:total\s+|nilai\s+|seluruh\s+)?(?:saldo|gaji|upah|tabungan|premi|simpanan|penghasilan|"
    r"ekonomi|perekonomian|PDR?B|kasus|kecelakaan|klaim|keluhan|pengaduan|transaksi|pembayaran|setoran|komisi|APB[DN]|anggaran|pagu|belanja|data)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\s*(?:yang\s+)?(?:antre|mengantre|antri|mengantri|hadir|datang|berdatangan|berkunjung|meramaikan|berlari|tertarik|"
    r"berminat|memadati|memenuhi lapangan|menyemut)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\s*(?:(?:yang\s+)?(?:mengikuti|ikut|memeriahkan|meramaikan)\s+)?(?:program\s+|kegiatan\s+|acara\s+)?"
    r"(?:vokasi|magang|pelatihan|jalan sehat|lomba|senam|seminar|webinar|kursus|turnamen|sosialisasi|bimtek|lokakarya|"
    r"gowes|fun run|maraton|marathon|lari|festival|karnaval|pawai|upacara|apel|donor darah)\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"\b(?:pelatihan|seminar|sosialisasi|bimtek|lokakarya|edukasi|senam|lomba|vokasi)\b(?:\s+\w+){0,3}\s+"
    r"(?:bagi|untuk|kepada|dengan)\s+(?:(?:sekitar|sebanyak|rata-rata|lebih dari)\s+)*$"
)
_SERVED = re.compile(r"\b(?:melayani|dilayani|menerima kunjungan)\s+(?:sebanyak\s+|sekitar\s+|rata-rata\s+)*$")
_RELIEF = re.compile(
    r"\b(?:diskon|keringanan|relaksasi|insentif|potongan|stimulus)\b[^.;]*\b(?:kepada|bagi|untuk)\s+(?:\w+\s+)?$"
)
_A_DAY = re.compile(r"[^.;,]{0,30}\b(?:(?:setiap|tiap|per)\s+hari|sehari|per harinya)\b", re.IGNORECASE)
_ON_AVERAGE = re.compile(r"\brata-rata\s+(?:sekitar\s+)?$")
_OF_ONE = re.compile(
    r"\b(?:tiap|setiap|masing-masing|seorang|satu)\s+(?:agen|petugas|desa|kelurahan|kecamatan|opd)\b[^.;,\d]*$"
)
_OF_AN_APP = re.compile(r"\s*(?:aktif\s+)?(?:JMO|Jamsostek Mobile|aplikasi|Lapak Asik)\b")
_ANSWERED = re.compile(
    r"\s*(?:dari\s+)?(?:responden|peserta|pekerja|masyarakat|warga|pengguna)\b[^.;,]{0,60}?"
    r"\b(?:(?:mengaku|menyatakan|merasa)\b(?![^.;]*\b(?:ter|ber|di|me)?(?:daftar|lindung|jadi|miliki|ikut))|puas|setuju)",
    re.IGNORECASE,
)
_WHO_THEY_ARE = re.compile(
    r"\s*(?:di antaranya\s+|dari mereka\s+|peserta\s+|pekerja\s+)?(?:adalah|merupakan|ialah)\s+"
    r"(?:perempuan|laki-laki|wanita|pria|lulusan|generasi|kaum muda|anak muda|milenial|berusia|warga)\b",
    re.IGNORECASE,
)
_MISSING_ARE = re.compile(  # "80 persen yang belum mendaftar merupakan usaha kecil"
    r"\s*(?:dari\s+)?(?:mereka\s+|pekerja\s+|perusahaan\s+)?yang\s+(?:belum|tidak)\s+(?:\w+\s+){1,4}"
    r"(?:merupakan|adalah|ialah|berasal dari)\b",
    re.IGNORECASE,
)
_OF_ONE_SEX = re.compile(
    r"\s*(?:peserta|pekerja|pelamar|anggota)\s+(?:perempuan|laki-laki|wanita|pria)\b", re.IGNORECASE
)
_WORTH = re.compile(r"\b(?:total|senilai|sebesar|nominal|nilai)\s+(?:\w+\s+)?$")
_TO = re.compile(
    r"\s*(?:(?:telah|sudah|juga|itu|yang)\s+)*(?:(?:di|ter)(?:bayar|salur|serah|beri)(?:kan)?\s+|cair\s+)?"
    r"(?:kepada|untuk|bagi)\s+(?:(?:sebanyak|sekitar|total|sejumlah|lebih dari)\s+)*"
)
_PAID_IN = re.compile(
    r"\b(?:iuran(?:nya)?|premi(?:nya)?|anggaran|mengalokasikan|dialokasikan|APB[DN])\b", re.IGNORECASE
)
_OF_FEW = re.compile(r"\b(?:\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s+dari\s+$")


_OF_THOSE = re.compile(r"(?:/\w+)?[^.;,\d]{0,30},?\s+(?:(?:baru|hanya|sebanyak|ada|sekitar|sudah|terdapat)\s+)*")


def administrative(case: Case) -> Answer:
    """Numbers of provinces, kabupaten and kota are no coverage."""
    if case.unit == "villages":
        rows = case.context.of("COUNT", case.cluster.sentence.start, case.cluster.start)
        units = getattr(rows[-1].value, "unit", None) if rows else None
        if units == "regions" and _AND.fullmatch(case.text, rows[-1].end, case.cluster.start):
            return Refusal("it counts administrative units")  # "terdiri dari 20 kecamatan dan 311 desa"
    before = case.context.slots[case.cluster.slots[0].index - 1] if case.cluster.slots[0].index else None
    of_units = case.unit is None and before is not None and before.quantity.unit == "regions"
    if of_units and before is not None and _OF_THOSE.fullmatch(case.text, before.mention.end, case.cluster.start):
        return Refusal("it counts administrative units")  # "Dari 514 kabupaten/kota, 311 telah menganggarkan"
    return Refusal("it counts administrative units") if case.unit == "regions" else None


def titled(case: Case) -> Answer:
    """``198 desa diresmikan menjadi Desa Sadar Jamsostek``: titles are no registrations, those needed no members."""
    if case.unit in ENTITY_UNITS and _HAS_PAID.match(case.text, case.cluster.end):
        return Refusal(DISTRACTORS["compliance"])
    if case.unit == "villages" and _TITLE.search(case.low, case.cluster.left_start, case.cluster.right_end):
        return Refusal("villages given a title")
    if case.cluster.has_count and _NEEDED.match(case.text, case.cluster.end):
        return Refusal("it counts those who are needed for some work")
    return None


def ratio(case: Case) -> Answer:
    """``3 dari 10 pekerja``: a ratio in small numbers, nobody counted ten workers."""
    counted = case.unit == "workers" and case.cluster.slots[0].quantity.value <= 100
    return Refusal("a ratio in small numbers") if counted and _OF_FEW.search(case.low_left) else None


def paid_out(case: Case) -> Answer:
    """``klaim Rp4 miliar kepada 362 peserta``, ``362 peserta JKK senilai Rp4 miliar``: paid, not covered."""
    cluster, sentences = case.cluster, case.context.parsed.sentences
    if not cluster.has_count:
        return None
    if (
        _received(case)
        or _TAKEN_BY.search(case.low, cluster.sentence.start, cluster.start)
        or _CLAIMED.match(case.text, case.cluster.end)
    ):
        return Refusal(DISTRACTORS["benefit"])
    money = case.context.of("MONEY", cluster.end, cluster.right_end)
    if not money or not _WORTH.search(case.text, cluster.end, money[0].start):
        return None
    start = sentences[max(0, cluster.sentence.index - 1)].start
    benefits = case.context.has_cue("benefit", start, cluster.sentence.end)
    return Refusal(DISTRACTORS["benefit"]) if benefits and not cluster.says("planned", "funded", "uncovered") else None


_TAKEN_BY = re.compile(  # "manfaat klaim mencapai Rp650 miliar, diterima oleh 52.300 pekerja"
    r"\b(?:manfaat|klaim|santunan|jht|jkp)\b[^;]*\b(?:diterima|dinikmati|diperoleh|dicairkan|diambil)\s+(?:oleh\s+)?"
    r"(?:sebanyak\s+|sekitar\s+)?$"
)


def _received(case: Case) -> bool:
    """Whether money of benefits named in the sentence went to those counted, and no contribution is spoken of."""
    start = case.cluster.sentence.start
    money = case.context.of("MONEY", start, case.cluster.start)
    if not money or not _TO.fullmatch(case.text, money[-1].end, case.cluster.start):
        return False
    benefits = [cue for cue in case.context.cues_in(start, money[-1].start) if cue.kind == "benefit"]
    return bool(benefits) and not _PAID_IN.search(case.text, benefits[0].start, case.cluster.start)


def registered_as(case: Case) -> Answer:
    """``150 pekerja terdaftar sebagai penggugat``, ``N orang sudah valid``: no members, or no more than their data."""
    if case.cluster.has_count and (_VALID.match(case.text, case.cluster.end) or _ACCOUNTS.search(case.low_left)):
        return Refusal("it counts those whose data were checked")
    if _AS_OTHERS.search(case.text, case.cluster.end, max(case.cluster.end, case.cluster.near_end)):
        return Refusal("they are registered as something else than members")
    return None


_ITS_PEOPLE = re.compile(  # "provinsi yang penduduknya lebih dari 2,4 juta jiwa"
    r"\b(?:ber)?penduduk(?:nya)?\s+(?:(?:lebih|kurang|dari|sekitar|sebanyak|mencapai|berjumlah|sejumlah|hampir|ada)\s+)*$"
)


def inhabitants(case: Case) -> Answer:
    """``penduduk kabupaten itu 3,6 juta jiwa``: all who live there, not those who work."""
    if (case.unit is None and _POPULATION.search(case.low_left)) or _ITS_PEOPLE.search(case.low_left):
        return Refusal("it counts inhabitants, not workers")
    if case.cluster.has_percent or case.unit != "workers":
        return None
    quote = case.cluster.slots[0].mention.quote.lower()
    if not quote.endswith(("jiwa", "penduduk", "warga")) or case.cluster.says(
        *COVER, "uncovered", "target", "funded", "planned"
    ):
        return None
    if case.context.of("SEGMENT", case.cluster.left_start, case.cluster.near_end) or _POTENTIAL.search(case.low_left):
        return None
    words = case.text[case.cluster.left_start : case.cluster.near_end].lower()
    if any(word in words for word in ("bekerja", "pekerja", "angkatan kerja", "tenaga kerja", "usia kerja")):
        return None
    return Refusal("it counts inhabitants, not workers")


_OF_THE_WORLD = re.compile(
    r"\b(?:penduduk|pekerja|warga|masyarakat|rata-rata|tingkat)\s+(?:\w+\s+)?(?:dunia|global|asia|asean|eropa)\b[^.;]*$|"
    r"\bdi\s+(?:seluruh\s+)?(?:dunia|negara lain|negara maju|negara-negara)\b[^.;]*$"
)


def abroad(case: Case) -> Answer:
    """``rata-rata penduduk dunia yang mendapat jaminan sosial 46 persen``: of the world, not of a region."""
    return Refusal("it is a figure of the world or another country") if _OF_THE_WORLD.search(case.low_left) else None


def others(case: Case) -> Answer:
    """``tugas menjaring 56 persen lainnya``: the rest of a level just given, not a level."""
    if case.cluster.has_count or not _OTHERS.match(case.text, case.cluster.end):
        return None
    return Refusal("the others, beside a percentage given before")


def not_all(case: Case) -> Answer:
    """``meski belum 100 persen mengikuti program``: says only that not all are in."""
    quantity = case.cluster.slots[0].quantity
    if case.unit == "percent" and quantity.value == 100 and "less_than" in quantity.qualifier:
        return Refusal("'not yet 100 percent' is no level")
    if case.unit == "percent" and _FAR_FROM.search(case.low_left):
        return Refusal("'far from' a percentage is no level")
    if case.unit == "percent" and quantity.value == 100 and _NOT_YET.search(case.low_left):
        return Refusal("'not yet 100 percent' is no level")
    return None


def broken(case: Case) -> Answer:
    """``41. 350 peserta``: a number whose digits a blank breaks is read neither as two nor mended."""
    if (
        _CUT_OFF.search(case.text, max(0, case.cluster.start - 8), case.cluster.start)
        and _THREE.match(case.text, case.cluster.start)
    ) or (_CUT.match(case.text, case.cluster.start)):
        return Refusal("its digits are broken by a blank")
    return None


def threshold(case: Case) -> Answer:
    """``Empat daerah melampaui 50 persen``: what several places are above or below is no level of any of them."""
    quantity = case.cluster.slots[0].quantity
    beyond = {"more_than", "less_than"} & set(quantity.qualifier)
    some = case.context.of("COUNT", case.cluster.sentence.start, case.cluster.start)
    among = any(getattr(row.value, "unit", None) == "regions" for row in some) and _SO_MANY.search(case.left)
    such = _SUCH_PLACES.search(case.low_left)
    if case.unit == "percent" and ((beyond and (among or _SEVERAL_PLACES.search(case.left))) or such):
        return Refusal("a threshold that several places are above or below")
    return None


def asked(case: Case) -> Answer:
    """``meminta 66 desa segera mendaftarkan perangkatnya``: asked to join, not in."""
    cluster = case.cluster
    if not cluster.has_count or not _ASKED.search(case.low_left) or not any(cue.kind in COVER for cue in cluster.near):
        return None
    return None if any(cue.kind == "reached" for cue in cluster.near) else Refusal("it counts those asked to join")


def symbolic(case: Case) -> Answer:
    """``menyerahkan kartu secara simbolis kepada 25 nelayan``: those on the stage, not those covered."""
    quantity = case.cluster.slots[0].quantity
    if case.unit == "workers" and quantity.value < _ON_A_STAGE and _SYMBOLIC.search(case.low_left):
        return Refusal("it counts those who were handed something symbolically")
    return None


_DUES = r"(?:pembayaran(?:nya)?|iuran(?:nya)?|tunggakan(?:nya)?)"
_PAYS_DUES = re.compile(  # "235 desa telah menyelesaikan pembayaran iuran", "29 desa yang pembayarannya belum tuntas"
    rf"\s*(?:lainnya\s+)?(?:yang\s+)?(?:{_DUES}\s+(?:belum|sudah|telah)|(?:(?:baru|belum|telah|sudah|masih)\s+)*"
    rf"(?:menyelesaikan|melunasi|merealisasikan|menunggak|membayar(?:kan)?)\s+{_DUES}|"
    r"(?:tidak|tak|belum|kurang)\s+(?:tertib|patuh|disiplin|rutin|lancar)|lalai|nakal)\b"
)
_DUES_PAID_BY = re.compile(  # "yang belum melunasi iuran pekerja rentan sebanyak 14 desa"
    rf"\b(?:belum|sudah|telah)\s+(?:menyelesaikan|melunasi|merealisasikan|membayar(?:kan)?)\s+{_DUES}\b[^.;,\d]*$"
)
_COUNTED_OUT_OF = re.compile(r"[^.;\d]{0,30}")
_TOURED = re.compile(  # "sosialisasi di 378 dari total 381 desa"
    r"\b(?:sosialisasi|edukasi|penyuluhan|kunjungan|bimtek|roadshow)\b[^.;,\d]{0,40}\b(?:di|ke|pada)\s+"
    r"(?:\d[\d.]*\s+dari\s+(?:total\s+)?)?$"
)


def dues(case: Case) -> Answer:
    """Villages and companies that have paid their contributions, or have not, and those they are counted out of."""
    cluster, row = case.cluster, case.following
    if case.unit is None and row is not None and _TOURED.search(case.low_left) and row.slots[0].quantity.unit:
        return Refusal(DISTRACTORS["event"])
    if case.unit not in ENTITY_UNITS:
        return None
    if _TOURED.search(case.low, cluster.sentence.start, cluster.start):
        return Refusal(DISTRACTORS["event"])
    if _PAYS_DUES.match(case.text, cluster.end) or _DUES_PAID_BY.search(case.low_left):
        return Refusal(DISTRACTORS["contribution"])
    of_them = row is not None and row.slots[0].quantity.unit == case.unit and _PAYS_DUES.match(case.text, row.end)
    if of_them and row is not None and _COUNTED_OUT_OF.fullmatch(case.text[cluster.end : row.start].lstrip(", ")):
        return Refusal(DISTRACTORS["contribution"])
    return None


def staff(case: Case) -> Answer:
    """``pemberi kerja dengan minimal 10 pekerja``, ``6.100 pegawai untuk melayani peserta``: a size, not members."""
    if case.unit != "workers":
        return None
    if _OF_AN_EMPLOYER.search(case.low_left) or _TO_SERVE.match(case.text, case.cluster.end):
        return Refusal("it counts the staff of an employer or office")
    if _PAYS_ONLY.match(case.text, case.cluster.end):
        return Refusal(DISTRACTORS["contribution"])
    if _AGENTS.search(case.low_left):
        return Refusal("it counts the agents or officers of somebody")
    if _EACH_EMPLOYER.search(case.low, case.cluster.sentence.start, case.cluster.start):
        return Refusal("it counts the staff of one employer")
    return None


def families(case: Case) -> Answer:
    """``keluarga dari 5.100 peserta``: whose families are spoken of, not a level."""
    if case.unit == "workers" and _OF_MEMBERS.search(case.low_left):
        return Refusal("it counts the families of members")
    return None


def of_things(case: Case) -> Answer:
    """``30 persen saldo JHT``, ``80 persen kecelakaan kerja peserta``: a part of money or of cases, not of people."""
    if case.cluster.has_count or not _OF_THINGS.match(case.text, case.cluster.end):
        return None
    return Refusal("a part of money or of cases")


def visitors(case: Case) -> Answer:
    """``300 peserta antre``, ``500 peserta jalan sehat``: those who came, whatever they are members of."""
    named = case.cluster.slots[-1].mention.quote.lower().endswith("peserta")  # "pekerja magang" are a group of workers
    came = _CAME.match(case.text, case.cluster.end) or (named and _EVENT.match(case.text, case.cluster.end))
    if case.unit == "workers" and _LAID_OFF.search(case.low_left):
        return Refusal(DISTRACTORS["unemployment"])
    if case.unit == "workers" and _BACK_AT_WORK.match(case.text, case.cluster.end):
        return Refusal(DISTRACTORS["unemployment"])
    if case.unit == "workers" and _HARMED.match(case.text, case.cluster.end):
        return Refusal("it counts those who died or were hurt")
    few = case.cluster.slots[0].quantity.value < _AT_A_DESK
    served = named and few and _SERVED.search(case.low_left)
    if case.unit == "workers" and (came or served or _TAUGHT.search(case.low_left)):
        return Refusal("it counts those who came or took part in an event")
    return None


def of_each(case: Case) -> Answer:
    """``masing-masing menjaring rata-rata 40 peserta``, ``1,3 juta peserta JMO``: of one agent, or of an app."""
    if not case.cluster.has_count or case.unit == "percent":
        return None
    if _ON_AVERAGE.search(case.low_left) or _OF_ONE.search(case.low_left) or _A_DAY.match(case.text, case.cluster.end):
        return Refusal("an average of each, or of a day")
    if _OF_AN_APP.match(case.text, case.cluster.end):
        return Refusal(DISTRACTORS["use"])
    relief = _RELIEF.search(case.low, case.cluster.sentence.start, case.cluster.start)
    return Refusal(DISTRACTORS["aid"]) if relief else None


def answers(case: Case) -> Answer:
    """``98 persen peserta mengaku puas``: what people said of themselves, other than that they are insured."""
    if case.cluster.has_percent and _ANSWERED.match(case.text, case.cluster.end):
        return Refusal("what people answered in a survey")
    sexes = _OF_ONE_SEX.match(case.text, case.cluster.end) and not any(
        cue.kind in ("covered", "registered", "uncovered", "active") for cue in case.cluster.near
    )
    if case.cluster.has_percent and _MISSING_ARE.match(case.text, case.cluster.end):
        return Refusal("what sort of people they are, not whether they are in")
    if case.cluster.has_percent and (sexes or _WHO_THEY_ARE.match(case.text, case.cluster.end)):
        return Refusal("what sort of people they are, not whether they are in")
    return None
