"""Who will be covered or is meant to be: plans, and what is wished for. A plan is no level."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, Answer, Case, Decision, Refusal
from extractor.claims.kinds.missing import OF_TARGET
from extractor.model import Cue

_CARRIED_OUT = re.compile(r"\b(?:realisasi|terealisasi)\b[^.;,\d]*$")
# "ada 410 orang, kami berharap makin banyak yang akan dilindungi": others than those counted
_ELSEWHERE = re.compile(r";|\b(?:sementara|sedangkan|namun|tetapi)\b|\b(?:se)?makin\s+(?:banyak|luas|bertambah)\b")
_NO_LONGER = re.compile(r"\b(?:tidak|tak)\s+(?:lagi\s+|jadi\s+|sempat\s+)?$|\bbatal\s+$")
_MEANS_TO = re.compile(
    r"\b(?:sanggup|siap|bersedia|berkomitmen|komitmen|hendak|ingin|berniat|bermaksud|(?:ber)?koordinasi[^.;,\d]*\buntuk|"
    r"(?:perjanjian|kesepakatan|kerja ?sama|mou|pks)\b[^.;,\d]*\buntuk|"
    r"(?:(?:meng|di)ajukan|(?:meng|di)?usulkan|pengajuan|usulan)\b[^.;,\d]*\b(?:untuk|guna|agar)|"
    r"(?:dana|anggaran)(?:\s+yang\s+\w+)?(?: itu| ini| tersebut)?,?(?: juga)? untuk|"
    r"(?:punya|mempunyai|memiliki)\s+(?:\w+\s+){1,3}?untuk|"  # "punya kemampuan untuk melindungi"
    r"cukup (?:untuk|buat))\s+(?:untuk\s+)?"
    r"(?:meng-?cover|menambah|melindungi|mendaftarkan|mengikutsertakan|mengikutkan|menanggung|membiayai|"
    r"member(?:i|ikan)\s+(?:per?lindungan|jaminan|kepesertaan))\b[^.;,\d]*$"
)
_SO_THAT = re.compile(  # "berkoordinasi agar 720 anggota BPD jadi peserta"
    r"\b(?:koordinasi|berkoordinasi|berupaya|mengupayakan|mengusahakan)\b[^.;\d]*\b(?:agar|supaya)\s+(?:sebanyak\s+|sekitar\s+)*$"
)
_WILL_BE_GIVEN = re.compile(
    r"\b(?:akan|bakal)\s+(?:segera\s+|juga\s+)?di\w+\s+(?:per?lindungan|jaminan|kepesertaan)\b[^.;\d]*\b(?:untuk|bagi|kepada)\s+"
    r"(?:sebanyak\s+|sekitar\s+)?$"
)
_WILL_HELP = (
    re.compile(  # "akan membantu 3.500 pekerja menjadi peserta", "segera laksanakan perluasan kepesertaan bagi N"
        r"\b(?:akan|bakal|segera)\s+(?:\w+\s+)?"
        r"(?:(?:membantu|memfasilitasi|menggandeng|mengajak|mendorong)|"
        r"(?:me)?(?:laksanakan|lakukan|luncurkan|gulirkan|jalankan|realisasikan|wujudkan)\s+(?:\w+\s+){0,2}?"
        r"(?:perluasan|perlindungan|kepesertaan|jaminan|pendaftaran)\b[^.;\d]*\b(?:bagi|untuk|kepada|terhadap))\s+"
        r"(?:(?:sebanyak|sekitar|sejumlah|lebih dari)\s+)*$"
    )
)
_IN_ORDER_TO = re.compile(  # "kerja sama guna memberikan perlindungan sosial kepada 3,3 juta pekerja"
    r"\b(?:guna|demi|agar bisa|agar dapat)\s+(?:memberi(?:kan)?|memperluas|mewujudkan)\s+"
    r"(?:per?lindungan|jaminan|kepesertaan)\b[^.;,\d]*\b(?:kepada|bagi|untuk)\s+"
    r"(?:(?:sekitar|sebanyak|lebih dari)\s+)*$"
)
_TOGETHER = re.compile(  # "menggandeng BPJS Ketenagakerjaan untuk melindungi 7.000 petani": what the agreement is for
    r"\b(?:(?:meng)?gandeng|(?:be)?kerja ?sama|(?:ber)?kolaborasi|(?:ber)?sinergi|bermitra|menjajaki|menjalin|"
    r"(?:ber)?sepakat|kesepakatan)\b[^.;\d]*\b(?:untuk|guna|demi|agar|dalam rangka)\s+(?:segera\s+|bisa\s+|dapat\s+)?"
    r"(?:memberi(?:kan)?|memperluas|mewujudkan|melindungi|mendaftarkan|mengikutsertakan|mengikutkan|menanggung|"
    r"membiayai|meng-?cover|menjamin|mengakomodasi|mengakomodir)\b[^.;,\d]*$"
)
_NO_MONEY = re.compile(  # "belum punya anggaran untuk mendaftarkan semua perangkat desa yang jumlahnya 1.310 orang"
    r"\b(?:belum|tidak|tak)\s+(?:lagi\s+)?(?:punya|memiliki|mempunyai|ada|tersedia|mampu|sanggup|cukup)\s+"
    r"(?:anggaran|dana|uang|untuk|me\w+)\b[^.;\d]*$"
)
_ALL_OF_THEM = re.compile(r"\b(?:semua|seluruh|jumlahnya|totalnya|berjumlah)\b")
_WANTS = re.compile(  # "ingin 3.000 pekerja rentan ditanggung iurannya"
    r"\b(?:ingin|menginginkan|hendak|berharap|mengharapkan|meminta|minta|mendorong|mengupayakan)\s+(?:(?:agar|supaya|ada|sebanyak|sekitar)\s+)*$"
)
_IN_HAND = re.compile(  # "sedang memproses pendaftaran 7.000 petani": not done yet
    r"\s*\b(?:(?:sedang|tengah|masih)\s+(?:dalam\s+(?:tahap|proses)\s+)?(?:memproses|proses|mendata|pendataan|menyiapkan|"
    r"mengupayakan|mengusahakan|menyusun|menggodok|merancang|mengurus|memverifikasi|verifikasi|"
    r"di(?:verifikasi|validasi|data|proses|siapkan|upayakan|usahakan|godok|susun|usulkan))|"
    r"(?:masih\s+)?(?:menunggu|menanti)\s+(?:pembayaran|pendaftaran|pencairan|realisasi|penetapan|pengesahan|persetujuan))\b"
)
_INSURING = re.compile(  # what a payer does, and what is done for those it pays for
    r"\b(?:(?:me|di)?(?:lindungi|daftarkan|tanggung|biayai|danai|bayar(?:kan)?|cover|jamin|ikutsertakan|ikutkan|subsidi)|"
    r"men(?:daftarkan|anggung|jamin|danai|yubsidi)|mem(?:biayai|bayar(?:kan)?|beri(?:kan)?|perluas|perpanjang|fasilitasi)|"
    r"meng(?:cover|ikutsertakan|ikutkan|akomodasi|akomodir)|me(?:lanjutkan|neruskan|nyalurkan)|"
    r"(?:memperoleh|mendapat(?:kan)?|menerima)\s+(?:per?lindungan|jaminan|bantuan|kepesertaan|subsidi)|pendaftaran|"
    r"iuran|(?:mulai\s+)?berlaku)\b"
)
_AHEAD = re.compile(  # a time that has not come
    r"\b(?:(?:tahun|bulan|pekan|minggu|semester|triwulan)(?:\s+\w+)?\s+(?:depan|mendatang)|dalam waktu dekat|nantinya|"
    r"kelak|20\d\d\s+(?:nanti|mendatang)|(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"november|desember)\s+(?:depan|mendatang|nanti))\b"
)
_BEGINS = re.compile(  # "segera berjalan", "akan dimulai", "mulai berlaku bulan depan"
    r"[^.;\d]{0,80}?\b(?:(?:akan|bakal|segera|hendak|siap)\s+(?:segera\s+|mulai\s+|efektif\s+)?(?:dimulai|berlaku|"
    r"berjalan|di(?:realisasi|wujud|jalan|gulir|laksana|luncur|terap|laku)kan|terealisasi|terwujud|bergulir)|"
    r"mulai\s+(?:\w+\s+){1,2}(?:depan|mendatang)|"
    r"yang\s+(?:digagas|dirancang|direncanakan|disiapkan))\b"
)
_NO_MORE_OF_IT = re.compile(
    r"\b(?:hingga|sampai|selama|dan|serta|sedangkan|sementara|ditarget\w*|menarget\w*|target)\b"
)
_DONE = ("reached", "now", "target", "uncovered", "gap", "base", "up", "down", "become")
_TO_ITS_NUMBER = re.compile(
    r"(?:\s+(?:dari|melalui|lewat|pada|oleh|dengan)\s+[^.;,\d]{0,40}?(?:\d{4})?)?"
    r"\s+(?:(?:lagi|menjadi|jadi|hingga|untuk|bagi|kepada|sebanyak|sejumlah|sekitar|sebesar)\s+)*"
)
_PUTS_FORWARD = re.compile(r"\b(?:mengajukan|ajukan)\s+(?:(?:sebanyak|sekitar|sejumlah|data|nama)\s+)*$")
_TO_BE_INSURED = re.compile(r"[^.;,\d]{0,60}\b(?:untuk|agar|supaya|ke|sebagai|menjadi)\b")
_ENOUGH_FOR = re.compile(  # "anggaran yang tersedia hanya untuk N pekerja rentan"
    r"\b(?:dana|anggaran|apbd)\b[^.;,\d]{0,40}\b(?:hanya|cukup|tersedia|ada)\s+(?:untuk|bagi|buat)\s+(?:sekitar\s+|sebanyak\s+)?$"
)
_CANDIDATES = re.compile(  # "data calon peserta sudah difinalkan, di Sikka sebanyak 2.700 jiwa"
    r"\bcalon\s+(?:peserta|penerima|anggota)\b[^.;\d]*\b(?:sebanyak|sejumlah|berjumlah|mencapai|ada|yakni|yaitu)\s+$"
)
_CANDIDATES_NEAR = re.compile(  # "N nelayan masuk daftar calon penerima bantuan iuran"
    r"[^.;,\d]{0,60}\b(?:calon|bakal)\s+(?:peserta|anggota|"
    r"penerima\s+(?:bantuan\s+iuran|iuran|per?lindungan|kepesertaan|bpjs|jamsostek))\b"
)
_HANDED_IN = re.compile(  # "Data 4.500 pekerja sudah diserahkan ke BPJS Ketenagakerjaan untuk didaftarkan"
    r"[^.;,\d]{0,60}?\bdi(?:serahkan|kirim|kirimkan|sampaikan|setor|setorkan|ajukan|usulkan|data|verifikasi|validasi)\b"
    r"[^.;,\d]{0,60}?\b(?:untuk|agar|guna|supaya)\s+(?:(?:segera|dapat|bisa)\s+)*"
    r"(?:di(?:daftarkan|lindungi|ikutkan|ikutsertakan|cover)|(?:men)?jadi peserta|terdaftar|terlindungi)\b"
)
_OTHER_GOODS = re.compile(  # "kuota pelatihan", "menyiapkan bantuan modal": what is given is another thing
    r"(?:\s+\w+){0,2}?\s+(?:pelatihan|vokasi|magang|kursus|bimtek|sosialisasi|beasiswa|lowongan|mudik|modal|sembako|rumah|bibit|pupuk|alat|"
    r"paket|kendaraan|seragam|insentif|honor|honorarium|gaji|upah|hibah|haji|umrah|makan)\b"
)
_PARCELS = re.compile(r"\s+(?:sembako|bantuan|lebaran|makanan|beras|obat|alat|perlengkapan|hadiah|bingkisan)\b")
_SOCIAL_SECURITY = re.compile(
    r"\b(?:iuran|premi|per?lindungan|kepesertaan|jaminan|dilindungi|didaftarkan|mendaftarkan)\b"
)
_ALL_OF_THEM_ARE = re.compile(  # "Kuota 3.000 pekerja itu seluruhnya sudah terdaftar": the plan has been carried out
    r"[^.;\d]{0,80}\b(?:seluruhnya|semuanya|semua|seluruh kuota|kuota itu)\s+(?:kini\s+|saat ini\s+)?(?:sudah|telah)\s+"
    r"(?:resmi\s+)?(?:ter\w+|di\w+kan|dilindungi|dicover|dibayar|menjadi peserta|jadi peserta|masuk)\b"
)
# "akan kita lindungi": cover by itself
_TO_COVER = re.compile(r"lindungi|daftar|cover|cakup|ikutkan|ikutsertakan|jaminan|per?lindungan")
_SO_MANY_OF_THEM = re.compile(r"[^.;,\d]{0,30},\s+(?:(?:sebanyak|sekitar|baru|sudah|telah)\s+)*")
_APART = re.compile(r",\s|;|\b(?:dan|serta)\s")
_NEXT_CLAUSE = re.compile(r",|\b(?:dan|serta|sehingga|lalu|kemudian)\b")
_AND_NOW = re.compile(  # those who are in already, in a clause of its own
    r",\s+(?:\w+\s+){0,2}?(?:saat ini|kini|sekarang|baru|sudah|telah|hingga kini|sejauh ini)\b[^.;\d]*$"
)
_HAVE_BEEN = re.compile(r"(?:\s+\w+){0,3}?\s+(?:di\s?antaranya\s+)?(?:sudah|telah)\b")
_ALL_WORKERS = re.compile(
    r"\b(?:seluruh|semua)\s+(?:para\s+)?(?:pekerja|tenaga kerja|angkatan kerja|buruh)\b"
    r"(?:(?!\b(?:sudah|telah|baru)\b)[^.;\d])*?\b(?:jumlahnya|totalnya|berjumlah|sebanyak)\s+"
    r"(?:(?:mencapai|sekitar|sebanyak|ada|kurang lebih|lebih dari|hampir)\s+)*$"
)
_AIMS = re.compile(
    r"\b(?:berkomitmen|komitmen|ingin|hendak|akan|bakal|bertekad|berupaya|berusaha|berharap|bertarget|menargetkan|mendorong|"
    r"mengupayakan|meminta|agar|supaya|untuk)\b(?:(?!\b(?:sudah|telah|berhasil)\b)[^.;\d])*$"
)
_HERE = re.compile(  # of a place, or of nobody in particular: "seluruh pekerja, yang jumlahnya"
    r"\b(?:di|se)\s?-?(?:wilayah|daerah|kabupaten|kota|provinsi)\b|"
    r"^\w+\s+(?:para\s+)?(?:pekerja|tenaga kerja|buruh),?\s+yang\b"
)
_PAYS = re.compile(r"\b(?:iuran|premi|anggaran|per?lindungan|jaminan|bpjs|jamsostek|kuota)\b", re.IGNORECASE)


def planned(case: Case) -> Answer:
    """Workers to be insured: budgeted, announced, not yet done."""
    cluster = case.cluster
    if (cluster.has_percent and not cluster.has_count) or case.unit == "villages" or _is_of_benefits(case):
        return None
    said = [
        cue
        for cue in cluster.right
        if not _ELSEWHERE.search(case.low, cluster.end, cue.start)
        and not _is_of_next(case, cue)
        and not _NO_LONGER.search(case.low, cluster.end, cue.start)
        and not _follows_cover(case, cue)
    ]
    words = [cue for cue in (*cluster.left, *said) if cue.kind == "planned"]
    if not words:
        return None
    if OF_TARGET.match(case.text, cluster.end) and not cluster.last("planned"):
        return None  # "4.500 dari kuota 6.000": what was reached of it
    before = case.previous
    left = cluster.last("planned")
    done = left is not None and _SO_MANY_OF_THEM.fullmatch(case.low, left.end, cluster.start)
    if done and before is not None and before.decision.kind == "planned" and _HAVE_BEEN.match(case.low, cluster.end):
        return None  # "dari 21.000 buruh yang dianggarkan, 19.800 sudah terdaftar"
    if left is not None and _AND_NOW.search(case.low, left.end, cluster.start) and _insured(case, left):
        return None  # "akan mendaftarkan nelayan, saat ini baru 500 orang yang terdaftar"
    if left is None and any(cue.kind in ("aid", "benefit", "use", "health") for cue in cluster.near):
        return Refusal("it counts those who are to get something else")
    if _ALL_OF_THEM_ARE.match(case.low, cluster.end):
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    word = cluster.last("planned")
    goods = _OTHER_GOODS.match(case.low, word.end, cluster.start) if word is not None else None
    if case.unit == "projects" and _PARCELS.match(case.low, cluster.end):
        return Refusal("it counts those who are to get something else")
    if goods and word is not None and not _SOCIAL_SECURITY.search(case.low, word.end, cluster.start):
        return Refusal("it counts those who are to get something else")
    if _CARRIED_OUT.search(case.low_left):
        return None  # "realisasi perlindungan lewat DBHCHT 11.250 orang dari kuota 12.000"
    paid = any(cue.kind.startswith("funding:") for cue in (*cluster.left, *cluster.near)) or _PAYS.search(
        case.left + case.near_text()
    )
    verb = any(_TO_COVER.search(case.low, cue.start, cue.end) for cue in words)
    verb = verb or (case.running_topic and any(case.low.endswith("bergabung", 0, cue.end) for cue in words))
    before = case.continues  # "realisasinya 24 ribu orang. Tahun depan kami usulkan tambahan 18 ribu orang"
    told = before is not None and case.joined(before.cluster.sentence)
    if paid or verb or (told and case.unit == "workers") or cluster.says(*COVER, "funded", "jamsostek") or case.topic:
        return Decision("planned", "kind.planned.word", "funded_workers")
    return None


def _follows_cover(case: Case, word: Cue) -> bool:
    """``3.000 petani terlindungi, dan segera menerima kartu``: their own verb is told before what is to come."""
    verb = next((cue for cue in case.cluster.right if cue.kind in COVER[1:4]), None)
    if verb is None or verb.end > word.start:
        done = case.cluster.last("reached", "planned")  # "telah melindungi 5.000 pekerja dan berencana melanjutkannya"
        own = case.cluster.last(*COVER[1:4], "funded")
        if done is None or done.kind != "reached" or own is None or own.start < done.end:
            return False
        verb = own
    return bool(_NEXT_CLAUSE.search(case.low, max(verb.end, case.cluster.end), word.start))


def _insured(case: Case, word: Cue) -> bool:
    """Whether a verb of being in stands behind a word of plan, beside the number."""
    cluster = case.cluster
    between = case.context.cues_in(word.end, cluster.start)
    return any(cue.kind in COVER[1:4] for cue in (*between, *cluster.near))


def _is_of_benefits(case: Case) -> bool:
    """``santunan beserta beasiswa dengan total 160 juta``: a bare number behind benefits is money."""
    if case.unit is not None:
        return False
    said = [cue.kind for cue in case.context.cues_in(case.cluster.sentence.start, case.cluster.start)]
    return next((kind for kind in reversed(said) if kind in (*COVER, "planned", "benefit")), "") == "benefit"


def _is_of_next(case: Case, cue: Cue) -> bool:
    """``peserta 134.100, perlindungan rentan yang dianggarkan 16.200``: a word behind a comma, its number behind it."""
    row = case.following
    if row is None or row.start < cue.end or not _APART.search(case.low, case.cluster.end, cue.start):
        return False
    return _TO_ITS_NUMBER.fullmatch(case.low, cue.end, row.start) is not None


def planned_near(case: Case) -> Answer:
    """``N pekerja akan didaftarkan`` right behind the number beats a word of target before it."""
    word = case.cluster.last("target", "reached", *COVER, "funded", "planned")
    if word is not None and case.low.startswith(("menarget", "ditarget"), word.start) and case.topic:
        return None  # "Ditargetkan tahun ini 21 ribu pekerja rentan akan dilindungi"
    if case.cluster.has_percent and case.cluster.last("target"):
        return None  # "menargetkan cakupan 63 persen atau setara N pekerja yang akan dilindungi" is a target
    return planned(case) if any(cue.kind == "planned" for cue in case.cluster.near) else None


def all_of_a_place(case: Case) -> Answer:
    """``ingin mengikutsertakan seluruh tenaga kerja di Alor, yang jumlahnya N``: nobody insures them all at once."""
    if case.unit != "workers" or case.cluster.has_percent or not case.topic:
        return None
    whole = _ALL_WORKERS.search(case.low, case.cluster.sentence.start, case.cluster.start)
    if whole is None or not _AIMS.search(case.low, case.cluster.sentence.start, whole.start()):
        return None
    place = case.context.of("REGION", whole.start(), case.cluster.start) or _HERE.search(whole[0])
    if not place or case.context.of("SEGMENT", whole.start(), case.cluster.near_end):
        return None
    return Decision("denominator", "kind.denominator", "eligible_workers")


def meant(case: Case) -> Answer:
    """``perusahaan sanggup mendaftarkan N pengajar``: who is willing to insure them has not yet done so."""
    if case.unit != "workers" or not case.topic or case.cluster.last("target", "planned"):
        return None
    if _NO_MONEY.search(case.low, case.cluster.sentence.start, case.cluster.start):
        if _ALL_OF_THEM.search(case.low_left):
            return Decision("denominator", "kind.denominator", "eligible_workers")
        return Refusal("there is no money for them")
    verb = next((cue.kind for cue in case.cluster.near if cue.kind in (*COVER, "reached")), None)
    wanted = verb in COVER and _SO_THAT.search(case.low, case.cluster.sentence.start, case.cluster.start)
    means = (
        wanted
        or _IN_ORDER_TO.search(case.low_left)
        or _MEANS_TO.search(case.low_left)
        or _WILL_BE_GIVEN.search(case.low_left)
        or (_WILL_HELP.search(case.low_left) and (verb in COVER or case.sentence_covers))
        or _ENOUGH_FOR.search(case.low_left)
        or (_PUTS_FORWARD.search(case.low_left) and _TO_BE_INSURED.match(case.low, case.cluster.end))
    )
    handed = _HANDED_IN.match(case.low, case.cluster.end, case.cluster.right_end)
    candidates = _CANDIDATES.search(case.low_left) or _CANDIDATES_NEAR.match(case.low, case.cluster.end)
    chosen = candidates and not case.cluster.says("gap", "uncovered")
    paid = any(cue.kind == "funded" for cue in case.cluster.near) and _WANTS.search(case.low_left)
    if means or handed or chosen or paid or _is_in_hand(case) or _is_ahead(case):
        return Decision("planned", "kind.planned.meant", "funded_workers")
    return None


def _is_in_hand(case: Case) -> bool:
    """``sedang mendata 7.000 petani``, ``bekerja sama untuk melindungi 7.000 petani``: begun, and not yet done."""
    cluster = case.cluster
    listed = case.previous is not None and case.previous.decision.kind == "achieved" and case.coordinated()
    if listed and _IN_HAND.match(case.low, cluster.end, cluster.near_end):
        return True  # "3.200 petani sudah didaftarkan, dan 1.800 nelayan sedang diproses"
    stop = max(cluster.end, cluster.near_end)
    in_hand = _IN_HAND.search(case.low, cluster.left_start, stop)
    said = [cue for cue in (*cluster.left, *cluster.near) if cue.kind in ("reached", "now", "uncovered", "gap", "base")]
    if any(in_hand is None or not in_hand.start() <= cue.start < in_hand.end() for cue in said):
        return False  # "masih menunggu pengesahan": nothing is reached
    if _TOGETHER.search(case.low, cluster.sentence.start, cluster.start):
        return True
    return in_hand is not None and _INSURING.search(case.low, cluster.left_start, stop) is not None


def _is_ahead(case: Case) -> bool:
    """``tahun depan menanggung iuran 7.000 pekerja``: the time, or a verb behind the number, says it is to come."""
    cluster = case.cluster
    if cluster.says(*_DONE):
        return False
    stop = max(cluster.end, cluster.near_end)
    if _BEGINS.match(case.low, cluster.end, stop):
        return True
    return lies_ahead(case) and bool(_INSURING.search(case.low, cluster.left_start, stop))


def lies_ahead(case: Case) -> bool:
    """Whether a time that has not come is told beside the number: ``tahun depan``, ``dalam waktu dekat``."""
    cluster = case.cluster
    if _AHEAD.search(case.low, cluster.left_start, cluster.start):
        return True
    behind = _AHEAD.search(case.low, cluster.end, max(cluster.end, cluster.near_end))
    return behind is not None and not _NO_MORE_OF_IT.search(case.low, cluster.end, behind.start())
