"""Numbers of other people and things beside the scheme: who was paid, who pays, who came, who was asked."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, DISTRACTORS, Answer, Case, Refusal

_WHOSE = re.compile(
    r"\s*(?:peserta\s+|pekerja\s+)?(?:aktif\s+)?"
    r"(?:(?:program\s+)?(?:bpjs ketenagakerjaan|bpjstk|bp ?jamsostek|jamsostek)\s*)?"
    r"(?:\b(?:di|asal|dari|se|wilayah)[\s-]+)?"
)
_DOES = re.compile(  # what members do that is no news of their membership
    r"\s*,?\s*(?:yang\s+)?(?:(?:sudah|telah|akan|juga|turut|tercatat|masih|kini|belum)\s+)*"
    r"(?:(?:memperbarui|memutakhirkan|memperbaharui|mengkinikan|melengkapi)\s+(?:data|nomor|nik|alamat|profil)|mengunduh|mengakses|"
    r"(?:memakai|menggunakan|memanfaatkan)\s+(?:aplikasi|jmo|layanan|fasilitas|kartu)|menjalani\s+(?:perawatan|pengobatan|operasi)|"
    r"dirawat|divaksin\w*|(?:mengikuti|menerima|mendapat|menjalani)\s+vaksin\w*|terdampak|ter-?phk|(?:di|ter)\s?-\s?phk|kena\s+phk|terkena\s+phk|dirumahkan|"
    r"(?:mendapat|mendapatkan|menerima|menikmati|memperoleh)\s+(?:diskon|potongan|sembako|paket|beasiswa|hadiah|voucher|bsu|"
    r"(?:bantuan|subsidi)(?!\s+(?:per?lindungan|iuran|premi|pembayaran|jaminan|kepesertaan|bpjs)))|"
    r"(?:mengambil|mencicil|menempati)\s+rumah|membeli|memborong|menebus|berbelanja|mengantre|menghadiri)\b"
)
_TAKES_ON = re.compile(  # "46 perusahaan yang bersedia menampung pekerja": what they do for workers of others
    r"\s*(?:[a-z]+\s+){0,3}?(?:yang\s+)?(?:(?:telah|sudah|menyatakan|mengaku)\s+)*"
    r"(?:bersedia|siap|sanggup|mau|berkomitmen)\s+(?:untuk\s+)?(?:kembali\s+)?"
    r"(?:menampung|menerima|mempekerjakan|merekrut|menyerap|membuka lowongan)\b"
)
_ALL = 100  # percent, and workers of a small employer
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
_A_YEAR = re.compile(  # "Rp16.800 sebulan atau 200 ribu per tahun": money, and nobody's number
    r"\s*(?:(?:per|setiap|tiap)\s+(?:tahun|bulan|orang|kepala|pekerja|peserta)|"
    r"(?:setahun|sebulan)(?!\s+(?:sebelumnya|lalu|yang lalu|silam))|pertahun|perbulan|rupiah)\b"
)
_DUES_A_MONTH = re.compile(  # "biaya yang dibayar tiap bulannya sebesar 17 ribu": money without its "Rp"
    r"\b(?:biaya|iuran|premi|tarif|ongkos|membayar|dibayar)\w*\s[^.;,\d]{0,40}?"
    r"(?:\b(?:per|tiap|setiap)\s*(?:bulan|tahun|hari)(?:nya)?|\b(?:sebulan|setahun|sehari)(?:nya)?)\s+"
    r"(?:(?:sebesar|hanya|cukup|sekitar|cuma|senilai|adalah)\s+)*$"
)
_AGENTS = re.compile(
    r"\b(?:jumlah\s+(?:agen|petugas|personel|relawan)(?:nya)?|perisai(?: itu| ini)?)\s+(?:\w+\s+){0,3}?"
    r"(?:dari\s+\d+\s+(?:orang\s+)?)?(?:menjadi|sebanyak|ada|mencapai|sekitar)\s+$"
)
_EACH_EMPLOYER = re.compile(
    r"\b(?:1|satu|tiap|setiap|masing-masing)\s+(?:\w+\s+){1,3}(?:rata-rata\s+)?"
    r"(?:mempekerjakan|memiliki|mempunyai|punya|diisi|terdiri dari|terdiri atas|beranggotakan)\s+"
    r"(?:(?:sebanyak|sekitar|rata-rata|antara|minimal)\s+)*$"
)
_EMPLOYS = re.compile(  # "usaha kecil yang hanya mempekerjakan karyawan antara 12 hingga 18 orang"
    r"\b(?:mempekerjakan|memperkerjakan)\s+(?:(?:karyawan|pekerja|pegawai|buruh|tenaga kerja|antara|sekitar|hanya|"
    r"sebanyak|rata-rata|paling banyak|maksimal|minimal|tidak lebih dari|kurang dari|lebih dari|di bawah|di atas)\s+)*$"
)
_HAVE_DONE = re.compile(
    r"(?:\s+\w+)?\s+(?:telah|sudah)\b"
)  # "yang mempekerjakan 84 karyawan telah mendaftarkan mereka"
_OF_MEMBERS = re.compile(r"\b(?:keluarga|ahli waris|anak|istri|janda)(?:nya)?\s+(?:dari\s+|para\s+)?$")
CLAIMED = re.compile(  # "1.020 peserta BPJS Ketenagakerjaan mengajukan klaim JHT"
    r"\s*(?:aktif\s+)?(?:(?:BPJS Ketenagakerjaan|Jamsostek|BPJamsostek)\s+)?(?:yang\s+)?(?:(?:sudah|telah|akan)\s+)?"
    r"(?:mengajukan|mencairkan|mengeklaim|mengklaim|mengambil|menerima)\s+(?:pencairan\s+|pembayaran\s+|pengajuan\s+)?"
    r"(?:klaim|santunan|manfaat(?! (?:dari )?(?:program )?(?:per?lindungan|kepesertaan|jaminan per?lindungan))|"
    r"JHT|JKP|saldo)\b",
    re.IGNORECASE,
)
_MAKES_USE = re.compile(  # "1.200 peserta memanfaatkan KPR", "N peserta akan menerima bantuan Rp3 juta"
    r"\s*(?:aktif\s+)?(?:(?:bpjs ketenagakerjaan|jamsostek|bpjamsostek)\s+)?(?:[^.;,\d]{0,30}\s)?"
    r"(?:(?:memanfaatkan|menggunakan|mengakses|menikmati|mengunduh|memakai|mengambil)\s+(?:\w+\s+){0,3}?"
    r"(?:kpr|mlt|rumah|perumahan|pinjaman|kredit|pembiayaan|fasilitas|layanan|aplikasi|jmo|diskon|voucher|kupon)\b|"
    r"(?:menerima|mendapat(?:kan)?|memperoleh)\s+(?:bsu|subsidi (?:upah|gaji)|thr|sembako|"
    r"bantuan\s+(?:rp|uang|tunai|subsidi|langsung|sembako|pangan|modal|pupuk|senilai)))"
)
_PACKAGES = re.compile(r"\bpaket$")
_OF_BUILDING = re.compile(
    r"\b(?:proyek|konstruksi|jakon|kontraktor|pekerjaan|pembangunan|tender|lelang|kontrak|fisik|apb[dn]|jasa)\b"
)
_OWN_STAFF = re.compile(  # "kami punya 46 karyawan", "kantor cabang kami memiliki 46 pegawai"
    r"\b(?:kami|kita|kantor(?:\s+\w+){0,3})\s+(?:punya|memiliki|mempunyai|didukung|diperkuat)\s+(?:(?:sekitar|sebanyak|oleh)\s+)*$"
)
_EMPLOYEES = re.compile(r"\b(?:karyawan|pegawai|staf)$")
_HARMED = re.compile(
    r"\s*(?:di\s?antaranya\s+)?(?:yang\s+)?(?:telah\s+|sudah\s+)?"
    r"(?:meninggal|tewas|wafat|hilang|terluka|luka|cedera|cacat|celaka)\b|"
    r"(?:[^.;,\d]{0,60}?\byang\s+(?:telah\s+|sudah\s+)?(?:(?:tercatat|dilaporkan|dinyatakan)\s+)?|\s*)"
    r"(?:(?:meninggal|tewas|wafat|gugur)\s+(?:dunia|ini|itu|tersebut|akibat|karena)|"
    r"mengalami (?:kecelakaan|risiko|musibah|insiden))\b|"
    # "71 nelayan yang menjadi peserta Jamsostek meninggal"
    r"[^.;,\d]{0,30}?\byang\s+(?:sudah\s+|telah\s+)?(?:(?:men)?jadi|terdaftar|tercatat|merupakan)\s+(?:sebagai\s+)?peserta\b"
    r"[^.;,\d]{0,60}?\s(?:meninggal|tewas|wafat)\b",
    re.IGNORECASE,
)
_WHO_DIED = re.compile(r"\byang (?:telah |sudah )?(?:meninggal(?: dunia)?|tewas|wafat|gugur)(?: \w+){0,2} $")
_HOUSES_FOR = re.compile(
    r"\b(?:perumahan|rumah|hunian|rusun|kpr)\b[^.;,\d]{0,30}\b(?:bagi|untuk)\s+(?:sebanyak\s+|sekitar\s+)?$"
)
_AT_A_FAIR = re.compile(  # "1.200 UMKM yang ikut pameran"
    r"[^.;,\d]{0,30}?\b(?:ikut|mengikuti|meramaikan|hadir di|menghadiri|tampil di)\s+(?:dalam\s+)?"
    r"(?:kegiatan\s+|acara\s+)?(?:pameran|bazar|bazaar|expo|festival|karnaval|pelatihan|sosialisasi|bimtek|seminar|"
    r"jalan sehat|lomba|senam|apel|upacara)\b"
)
_TO_SERVE = re.compile(r"\s*(?:untuk|guna)\s+melayani\b", re.IGNORECASE)
_OF_THINGS = re.compile(
    r"\s*(?:dari\s+)?(?:total\s+|nilai\s+|seluruh\s+)?(?:saldo|gaji|upah|tabungan|premi|iuran(?:nya)?|simpanan|penghasilan|"
    r"ekonomi|perekonomian|PDR?B|kasus|kecelakaan|klaim|keluhan|pengaduan|transaksi|pembayaran|setoran|komisi|kebutuhan|formasi|lowongan|kapasitas|DBH\w*|kendaraan|truk|kapal|lahan|sawah|rumah|bangunan|siswa|murid|balita|wisatawan|pengunjung|pelanggan|lulusan|alumni|pasien|korban|produk|APB[DN]|anggaran|pagu|belanja|data)\b",
    re.IGNORECASE,
)
_WORK_DONE = re.compile(  # "Progres pendataan sudah 80 persen", "Program ini baru berjalan 60 persen"
    r"\b(?:progres(?:nya)?|pendataan(?:nya)?|verifikasi|validasi|pemutakhiran|pencetakan|pengerjaan|persiapan|berjalan)\b"
    r"[^.;,\d]*$"
)
_OF_LAND = re.compile(r"\b(?:hektare?|ha)\b[^.;]*$")  # "membiayai lahan 20.300 hektare dengan 10.900 pekebun"
_PAID_BY = re.compile(  # "60 persen dibiayai APBD dan 40 persen dipotong dari siltap": parts of the dues
    r"\s*,?\s*(?:iuran(?:nya)?\s+)?(?:yang\s+)?(?:(?:di|ter)(?:tanggung|biayai|bayar(?:kan)?|subsidi|ambil(?:kan)?|potong(?:kan)?|bebankan|cover)|"
    r"berasal|bersumber|dari)\s+(?:(?:oleh|dari|lewat|melalui|kepada|pada|dana|anggaran)\s+)*"
    r"(?:apb\w*|pem\w+|perusahaan|pemberi kerja|desa|(?P<own>siltap|gaji|upah|penghasilan|honor\w*|insentif|tunjangan|"
    r"pekerja|peserta|perangkat|karyawan|guru|kader|mereka|masing-masing|yang bersangkutan|pribadi|sendiri))\b"
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
    r"\b(?:pelatihan|seminar|sosialisasi|bimtek|lokakarya|edukasi|penyuluhan|pembekalan|bimbingan|senam|lomba|turnamen|"
    r"vokasi)\b(?:\s+\w+){0,3}\s+"
    r"(?:bagi|untuk|kepada|dengan|menyasar|melibatkan|menghadirkan|mengundang|"
    r"di(?:ikuti|hadiri)(?:\s+oleh)?)\s+(?:(?:sekitar|sebanyak|rata-rata|lebih dari)\s+)*$|"
    r"\bdi (?:hadapan|depan)\s+(?:(?:sekitar|sebanyak|lebih dari)\s+)*$"  # whom a speech is made to
)
_SERVED = re.compile(r"\b(?:me)?(?:layani|dilayani|menerima kunjungan)\s+(?:sebanyak\s+|sekitar\s+|rata-rata\s+)*$")
_ANSWERED = re.compile(
    r"\s*(?:dari\s+)?(?:responden|peserta|pekerja|masyarakat|warga|pengguna)\b[^.;,]{0,60}?"
    r"\b(?:(?:mengaku|menyatakan|merasa)\b(?![^.;]*\b(?:ter|ber|di|me)?(?:daftar|lindung|jadi|miliki|ikut))|puas|setuju)",
    re.IGNORECASE,
)
_SURVEYED = re.compile(  # "Survei terhadap 600 buruh"
    r"\b(?:survei|studi|riset|penelitian|kajian|wawancara|jajak pendapat)\b[^.;\d]{0,40}\b"
    r"(?:terhadap|kepada|dengan|melibatkan|atas|menyasar)\s+(?:(?:sekitar|sebanyak|lebih dari)\s+)*$"
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
_AT_EVENT = re.compile(
    r"[\"“]?(?:(?:sedangkan|sementara(?: itu)?|adapun|jumlah|total),?\s+)*"
    r"peserta(?:nya)?\s+(?:(?:sebanyak|berjumlah|sekitar|ada)\s+)*"
)
_HELD = re.compile(
    r"\b(?:kegiatan|acara|sosialisasi|rapat|lokakarya|workshop|pelatihan|seminar|forum|pertemuan|gathering|bimtek)\b[^.;]*"
    r"\b(?:digelar|dilaksanakan|diselenggarakan|diadakan|berlangsung|dibuka)\b|"
    r"\b(?:menggelar|menyelenggarakan|melaksanakan|mengadakan|membuka|menyelesaikan|menuntaskan|mengakhiri)\b[^.;]*"
    r"\b(?:kegiatan|acara|sosialisasi|rapat|lokakarya|workshop|pelatihan|seminar|forum|pertemuan|gathering|bimtek|lomba|"
    r"kejuaraan|turnamen|kursus|ujian|uji kompetensi|magang)\b"
)


def staff(case: Case) -> Answer:
    """``pemberi kerja dengan minimal 10 pekerja``, ``6.100 pegawai untuk melayani peserta``: a size, not members."""
    if case.unit is None and (
        _PAYS_ONLY.match(case.text, case.cluster.end)
        or _A_YEAR.match(case.low, case.cluster.end)
        or _DUES_A_MONTH.search(case.low_left)
    ):
        return Refusal(DISTRACTORS["contribution"])
    if case.unit != "workers":
        return None
    if _OWN_STAFF.search(case.low_left) and _EMPLOYEES.search(case.cluster.slots[0].mention.quote.lower()):
        return Refusal("it counts the staff of an employer or office")
    if _OF_AN_EMPLOYER.search(case.low_left) or _TO_SERVE.match(case.text, case.cluster.end):
        return Refusal("it counts the staff of an employer or office")
    if _PAYS_ONLY.match(case.text, case.cluster.end):
        return Refusal(DISTRACTORS["contribution"])
    if _AGENTS.search(case.low, case.cluster.sentence.start, case.cluster.start):
        return Refusal("it counts the agents or officers of somebody")
    few = case.cluster.slots[0].quantity.value < _ALL  # more than that may be all of a company that is in
    if _EACH_EMPLOYER.search(case.low, case.cluster.sentence.start, case.cluster.start) or (
        few and _EMPLOYS.search(case.low_left) and not _HAVE_DONE.match(case.low, case.cluster.end)
    ):
        return Refusal("it counts the staff of one employer")
    return None


def says_of_them(case: Case, predicate: re.Pattern[str]) -> bool:
    """Whether something is said of those counted: right behind them, or behind the scheme's name and their place.

    ``2.140 peserta BPJS Ketenagakerjaan di Kabupaten Sragen mencairkan JHT``.
    """
    text, end = case.low, case.cluster.end
    if predicate.match(text, end):
        return True
    whose = _WHOSE.match(text, end)
    behind = whose.end() if whose is not None else end
    offices = case.context.of("ORGANISATION", end, behind)
    behind = max(behind, offices[-1].end) if offices else behind  # "peserta BPJS Ketenagakerjaan Ruteng mencairkan JHT"
    places = case.context.of("REGION", behind, behind + 1)
    behind = places[0].end if places else behind
    return behind > end and predicate.match(text, behind) is not None


def doings(case: Case) -> Answer:
    """``2.140 peserta sudah memperbarui data``, ``21 persen peserta memakai aplikasi``: what members do or get."""
    if case.unit == "companies" and _TAKES_ON.match(case.low, case.cluster.end):
        return Refusal("it counts what employers offer, not who is a member")
    if case.unit not in ("workers", "percent"):
        return None
    if says_of_them(case, _DOES) or (case.cluster.has_percent and says_of_them(case, CLAIMED)):
        return Refusal("it counts what members do or get, not who is a member")
    return None


def families(case: Case) -> Answer:
    """``keluarga dari 5.100 peserta``: whose families are spoken of, not a level."""
    if case.unit == "workers" and _OF_MEMBERS.search(case.low_left):
        return Refusal("it counts the families of members")
    return None


def of_things(case: Case) -> Answer:
    """``30 persen saldo JHT``, ``80 persen kecelakaan kerja peserta``: a part of money or of cases, not of people.

    ``1.000 paket`` are no projects where nothing is built.
    """
    sentence = case.cluster.sentence
    packages = case.unit == "projects" and _PACKAGES.search(case.cluster.slots[0].mention.quote.lower())
    if packages and not _OF_BUILDING.search(case.low, sentence.start, sentence.end):
        before = case.context.parsed.sentences[max(0, sentence.index - 1)]
        return None if _OF_BUILDING.search(case.low, before.start, before.end) else Refusal("packages, and no projects")
    land = case.unit == "workers" and _OF_LAND.search(case.low, sentence.start, case.cluster.start)
    if land and not case.context.names_scheme(sentence) and not case.cluster.says(*COVER, "uncovered", "target"):
        return Refusal("it counts those who work a piece of land")
    if _is_of_dues(case):
        return Refusal(DISTRACTORS["contribution"])
    done = not case.cluster.has_count and _WORK_DONE.search(case.low_left)
    if done and not case.cluster.says("coverage", "covered", "registered", "active", "uncovered", "target"):
        return Refusal("how far some work is done")
    if case.cluster.has_count or not _OF_THINGS.match(case.text, case.cluster.end):
        return None
    return Refusal("a part of money or of cases")


def _is_of_dues(case: Case) -> bool:
    """``60 persen dibiayai APBD dan 40 persen dari gaji pekerja``: who pays which part of the contributions."""
    cluster = case.cluster
    here = _PAID_BY.match(case.low, cluster.end) if cluster.has_percent and not cluster.has_count else None
    if here is None or cluster.says("covered", "registered"):
        return False  # "seratus persen dari mereka sudah didaftarkan"
    rows = [row for row in case.context.in_sentence(cluster.sentence) if row.has_percent and not row.has_count]
    paid = [(row, found) for row in rows if (found := _PAID_BY.match(case.low, row.end))]
    whole = sum(slot.quantity.value for row, _ in paid for slot in row.slots)
    return whole == _ALL and any(found["own"] for _, found in paid)


def visitors(case: Case) -> Answer:
    """``300 peserta antre``, ``500 peserta jalan sehat``: those who came, whatever they are members of.

    So do those who use a service or get aid.
    """
    if case.unit == "workers" and _MAKES_USE.match(case.low, case.cluster.end):
        return Refusal(DISTRACTORS["use"])
    named = case.cluster.slots[-1].mention.quote.lower().endswith("peserta")  # "pekerja magang" are a group of workers
    if case.unit == "workers" and (_HOUSES_FOR.search(case.low_left) or _AT_A_FAIR.match(case.low, case.cluster.end)):
        return Refusal(DISTRACTORS["use"])
    came = says_of_them(case, _CAME) or (named and says_of_them(case, _EVENT))
    if case.unit == "workers" and (says_of_them(case, _HARMED) or _WHO_DIED.search(case.low_left)):
        return Refusal("it counts those who died or were hurt")
    few = case.cluster.slots[0].quantity.value < _AT_A_DESK
    if case.unit == "workers" and few and _AT_EVENT.fullmatch(case.low_left) and _event_before(case):
        return Refusal("it counts those who came or took part in an event")
    served = named and few and _SERVED.search(case.low_left)
    if case.unit == "workers" and (came or served or _TAUGHT.search(case.low_left)):
        return Refusal("it counts those who came or took part in an event")
    return None


def _event_before(case: Case) -> bool:
    """``Sosialisasi digelar di hotel. Adapun peserta sebanyak 118 orang``: of what the sentence before tells of."""
    index = case.cluster.sentence.index
    before = case.context.parsed.sentences[index - 1] if index else None
    return before is not None and _HELD.search(case.low, before.start, before.end) is not None


def answers(case: Case) -> Answer:
    """``98 persen peserta mengaku puas``: what people said of themselves, other than that they are insured."""
    if case.cluster.has_count and _SURVEYED.search(case.low_left):
        return Refusal("what people answered in a survey")
    if case.cluster.has_percent and _ANSWERED.match(case.text, case.cluster.end):
        return Refusal("what people answered in a survey")
    sexes = _OF_ONE_SEX.match(case.text, case.cluster.end) and not any(
        cue.kind in ("covered", "registered", "uncovered", "active") for cue in case.cluster.near
    )
    if case.cluster.has_percent and _MISSING_ARE.match(case.text, case.cluster.end):
        return Refusal("what sort of people they are, not whether they are in")
    if case.cluster.has_percent and (sexes or says_of_them(case, _WHO_THEY_ARE)):
        return Refusal("what sort of people they are, not whether they are in")
    return None
