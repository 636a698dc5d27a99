"""Changes from one level to another, and the levels they lead from and to."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, DISTRACTORS, OTHER, Answer, Case, Decision, Refusal
from extractor.claims.kinds.missing import THAT_NUMBER
from extractor.claims.kinds.newcomers import is_new
from extractor.claims.kinds.shares import OF_POTENTIAL
from extractor.claims.kinds.targets import OF_MONEY
from extractor.claims.kinds.verbs import own_verb
from extractor.model import Code, Cue

_RISEN_FROM = re.compile(
    r",?\s+(?:(?:hampir |lebih dari |sekitar )?(?:\w+ |\d+ ?)kali(?: lipat)?(?: lebih)?,?\s+)?"
    r"(?:yakni\s+|yaitu\s+|mulai\s+)?dari\s+(?:jumlah|total|sekitar|sebelumnya|angka|posisi|capaian|realisasi|kepesertaan|peserta|\s)*"
    r"(?:(?:di|pada|tahun|per|hingga|sampai|akhir|bulan|periode)\s+[^.;,]{0,25}\s+)?"
    r"(?:(?:yang|hanya|baru|tercatat|sebanyak|sebesar|mencapai|sekitar|berjumlah|ada)\s+)*"
)
_FROM_NOW = re.compile(  # "diharapkan menyentuh 53 persen pada akhir tahun, dari saat ini 45 persen"
    r"[^.;\d]{0,40}(?:\d{4})?,?\s*\(?(?:naik\s+)?dari\s+(?:(?:capaian|posisi|angka|cakupan|realisasi|kondisi|jumlah|"
    r"yang|total|baru|hanya|sekitar|sebanyak|sebesar|mencapai|tercatat|di|masih)\s+)*"
    r"(?:saat ini|sekarang|kini|sebelumnya|semula|eksisting|awal|hari ini)\s+"
    r"(?:(?:yang|baru|hanya|masih|sekitar|sebanyak|sebesar|mencapai|tercatat|di angka|berada di|angka|sudah|di)\s+)*"
)
_FROM_THEN = re.compile(
    r"(?:\s+(?:per|pada|hingga|di)\s[^.;,]{3,25}?)?,?\s+dari\s+(?:sebelumnya\s+|semula\s+|sekitar\s+)*"
)
_AFTER_THAT = re.compile(  # "meningkat menjadi 36 persen setelah sebelumnya 31 persen"
    r"(?:\s+(?:orang|pekerja|peserta))?(?:\s+(?:per|pada|di|tahun)\s[^.;,]{3,25}?)?,?\s+(?:setelah|sesudah|yang|padahal|sementara)\s+"
    r"(?:pada\s+)?(?:sebelumnya|semula|awalnya|mulanya|tahun lalu|tahun sebelumnya)\s+"
    r"(?:(?:hanya|baru|masih|berada|di|angka|sebesar|sebanyak|mencapai|sekitar|tercatat)\s+)*"
)
_RISEN_TO = re.compile(
    r"\s+(?:lagi\s+|kembali\s+)?(?:ke(?: angka| posisi)?|hingga|sampai|hingga mencapai|sampai mencapai|"
    r"mencapai total)\s+(?:sekitar|\s)*"
)
_NO_SUBJECT = re.compile(
    r"(?:.*[,.:;\"“]|.*\b(?:dan|atau|yang|sebab|karena|artinya|dengan)\b)?\s*(?:(?:ini|itu|jumlahnya|angkanya|capaiannya|jumlah|angka|"
    r"capaian|terjadi|telah|sudah|juga|kembali|terus|sempat|mengalami|ada|atau|lalu|masih|bahkan|secara|hanya|berhasil|mampu|"
    r"tahun|setahun|sebulan|bulan|dalam|kita|kami|selama|sepanjang|pada|di|se|program|hal|kenaikan|penurunan|meski|untuk|terdapat|"
    r"tenaga kerja|pekerja|perusahaan)\s*|[A-Z][\w'’.]*\s*|\d{4}\s*)*",
    re.DOTALL,
)
_DONE_BY = re.compile(r"\b(?:dilakukan|dilaksanakan|ditempuh|diupayakan|diwujudkan)\s+(?:dengan|melalui|lewat)\b")
_IS_SHOWN_BY = re.compile(  # "terus meningkat, ditandai dengan terlindunginya N pekerja"
    r"\b(?:ditandai|diindikasikan|dibuktikan|ditunjukkan|terbukti|terlihat|tecermin|tercermin|buktinya)\b"
)
_FIRST_WORD = re.compile(r"[\"“]?([A-Z][a-z]+)\b")
_FUNCTION = re.compile(
    r"(?:Ini|Itu|Jumlah\w*|Angka\w*|Capaian\w*|Kenaikan|Penurunan|Peningkatan|Pertumbuhan|Terjadi|Ada|Pada|Di|Tahun|Bulan|"
    r"Dalam|Kita|Kami|Sepanjang|Secara|Sejak|Selama|Dari|Artinya|Dengan|Dan|Atau|Namun|Meski|Bahkan|Lalu|Kini|Telah|Sudah|Masih|Mengalami|"
    r"Naik|Turun|Meningkat|Menurun|Bertambah|Berkurang|Tumbuh|Melonjak|Hal|Program|Realisasi\w*|Kepesertaan\w*|Peserta\w*|"
    r"Perusahaan|Pekerja|Anggota|Badan|Untuk|Terdapat|Hanya|Juga|Terus|Sempat|Hingga|Sampai|Per|Cakupan\w*|Tambahan)"
)
_NAMED = ("REGION", "ORGANISATION", "OFFICIAL", "DATE", "SEGMENT")
_ON_AVERAGE = re.compile(
    r"(?<!di bawah )(?<!di atas )(?<!dari )\brata-rata\s+(?:(?:mengalami|terjadi|ada)\s+)?$"
)  # "rata-rata penambahan peserta 4 persen"
_WITH_LEVEL = re.compile(
    r"\b(?:dengan|yang)\s+(?:(?:pada|tahun|bulan|kini|saat|ini|sekarang|per|\w+ 20\d\d)\s+)*"
    r"(?:sudah\s+|telah\s+)?(?:mencapai|menyentuh|menembus|tercatat|tembus)\s+"
    r"(?:(?:sekitar|sebanyak|angka|lebih dari)\s+)*$"
)
_BY_AN_AVERAGE = re.compile(
    r"\s+(?:secara\s+)?rata-rata\s+(?:(?:sekitar|sebesar|hampir|lebih dari)\s+)*"
)  # "naik rata-rata 5 persen"
_REMAINS = re.compile(r"\btinggal\s+$")  # "menyusut, tinggal N orang": what is left is a level
_POINTS = re.compile(r"\s*(?:itu|ini|tersebut)\b")
_ADDS_UP_TO_MEMBERS = re.compile(
    r"[^.;,\d]{0,40},?\s*sehingga\s+(?:total|jumlah|keseluruhan)\b[^.;,\d]*\b(?:aktif|peserta|terdaftar|terlindungi|tercover)\b"
)
_ACHIEVEMENT = re.compile(r"(?:capaian|pencapaian)", re.IGNORECASE)
_WILL_BE = re.compile(
    r"\b(?:akan|bakal)\s+(?:ada|terjadi|terus|kembali|diberi|mendapat|\s)*$|"
    r"\b(?:semestinya|seharusnya|mestinya|idealnya)\b[^.;,]{0,40}\b(?:ada|terjadi|terdapat)\s+$"
)
_MAY_COME = re.compile(r"\b(?:ada|terdapat|masih ada|memiliki)\s+(?:potensi|rencana|kemungkinan)\s+$")  # "penambahan N"
_MAY_GROW = re.compile(  # "diharapkan bertambah 600 ribu orang", "diproyeksikan tumbuh sekitar 9 persen"
    r"\b(?:diharapkan|berharap|mengharapkan|optimis(?:tis)?|yakin|diproyeksikan|memproyeksikan|diperkirakan|diprediksi|"
    r"diupayakan|berambisi|bertekad)\s+(?:(?:bisa|dapat|akan|mampu|terus|ada|terjadi)\s+)*$"
)
_MUST_GROW = re.compile(r"\b(?:harus|mesti|wajib|perlu)\s+(?:(?:bisa|terus|segera|kembali|dapat)\s+)*$")
_ASKS_FOR = re.compile(  # "mendorong peningkatan kepesertaan minimal 15 persen setiap tahun"
    r"\b(?:mendorong|didorong|mewajibkan|diwajibkan|mengharuskan|diharuskan|meminta|diminta|menuntut|dituntut|mengejar|"
    r"menginstruksikan|diinstruksikan|memerintahkan|menugaskan|ditugasi|mengupayakan|menghendaki|mensyaratkan|"
    r"mengamanatkan|perlu|harus|wajib|agar|supaya|butuh|membutuhkan)\s(?:(?!\b(?:sudah|telah|setelah|karena|yang)\b)[^.;,\d])*$"
)
_AT_LEAST = re.compile(
    r"\b(?:minimal|sedikitnya|setidaknya|sekurang-kurangnya|paling (?:sedikit|kecil|tidak|rendah))\s+$"
)
_FOR_THE_TARGET = re.compile(  # "harus naik 12 poin lagi untuk mencapai target"
    r"(?:\s+lagi)?\s+(?:untuk|agar|supaya|guna|demi)\s+(?:bisa\s+|dapat\s+)?(?:mencapai|memenuhi|mengejar|menggapai|menuju)\s+target\b"
)
_PROTECTION_FOR = re.compile(  # "akan ada tambahan perlindungan untuk N warga": they are to be insured
    r"\s+(?:per?lindungan|kepesertaan|jaminan|kuota)\b[^.;,\d]*\b(?:untuk|bagi|kepada)\s+(?:sebanyak\s+|sekitar\s+)?$"
)
_ITS_GROWTH = re.compile(r"\w+nya\b")  # "secara tahunan kenaikannya": of what was told before
_COUNTED = re.compile(
    r"\bjumlah\s+(?:kepesertaan|peserta|pekerja|tenaga kerja|ini|itu|tersebut)\b|"
    r"(?<!\bcakupan )\b(?:peserta|pekerja)(?:\s+(?!cakupan|coverage|kepesertaan)\w+){0,7}\s*$"
)
_NOUNS = ("pe", "ke", "lonjakan", "tambahan", "terjadi")
_ADDED = re.compile(
    r"\b(?:(?:pe|per)\w+an|kenaikan|tambahan|lonjakan)\s+(?:(?:sebanyak|sekitar|sebesar|jumlah|hingga|mencapai)\s+)*$"
)
_GREW_BY = re.compile(  # "penambahan peserta sepanjang 2031 tercatat 8.100 orang": no level of its own is told
    r"\s+(?:jumlah\s+)?(?:peserta|kepesertaan|pekerja|tenaga kerja|anggota)\b[^.;,]{0,60}?"
    r"\b(?:tercatat|mencapai|sudah mencapai|telah mencapai|berjumlah|terealisasi)\s+(?:sebanyak\s+|sekitar\s+)?"
)
_LEAVERS = re.compile(r"\b(?:jumlah|yang)\s[^.;,\d]{0,60}?\b(?:keluar|mundur|berhenti)\b[^.;,\d]*$")
_OF_LEAVERS = re.compile(  # "peningkatan 8 persen dari jumlah yang keluar"
    r"\s+(?:dari|pada|dalam)\s+(?:jumlah|total|angka)\s+[^.;,\d]{0,40}?\b(?:keluar|mundur|berhenti)\b"
)
_BETWEEN_COUNTS = re.compile(
    r"\s*,?\s*(?:yakni\s+|yaitu\s+)?(?:dari|menjadi)\s+(?:(?:semula|hanya|sekitar|sebanyak)\s+)*"
)
_SO_THAT_ARE_LEFT = re.compile(  # "turun 3.120 orang dibanding bulan lalu sehingga tinggal 71.450 orang"
    r"(?:\s+[^.;\d]*?)?,?\s*\b(?:sehingga|hingga|jadi|dan|maka)\s+"
    r"(?:(?:kini|sekarang|saat ini|total|totalnya|jumlahnya|jumlah|peserta|pekerja|pesertanya|hanya)\s+)*"
    r"(?:tinggal|tersisa|menyisakan|menjadi|jadi|berjumlah|sebanyak)\s+(?:(?:hanya|sekitar|sebanyak)\s+)*"
)
_WILL_RISE = re.compile(
    r"\b(?:akan|bakal|diyakini|diharapkan|diproyeksikan|diprediksi)\s+(?:(?:terus|bisa|dapat|kembali)\s+)*$"
)
_PROPOSED = re.compile(r"\byang (?:akan )?(?:diusulkan|dialokasikan|dianggarkan|diajukan|direncanakan|disiapkan)\b")


def risen_from(case: Case) -> Answer:
    """``meningkat dari 110.300 pekerja pada 2023``: the level before; ``bertambah hingga N``: the one after."""
    cluster, before = case.cluster, case.previous
    became = before is not None and before.decision.rule == "kind.achieved.become" and not cluster.has_percent
    if became and before is not None and _FROM_THEN.fullmatch(case.text, before.cluster.end, cluster.start):
        return Decision("achieved", "kind.achieved.from", source=before)  # "menjadi N per Juni dari M pada Juni 2023"
    risen = before is not None and before.decision.rule == "kind.achieved.become" and before.unit in (case.unit, None)
    if risen and before is not None and _AFTER_THAT.fullmatch(case.low, before.cluster.end, cluster.start):
        return Decision("achieved", "kind.achieved.from", source=before)
    changed = before is not None and before.decision.kind == "change" and before.cluster.has_percent
    counts = not cluster.has_percent and case.unit == "workers"
    changed = changed and before is not None and (counts or before.unit == "percentage_point")
    if changed and before is not None and _RISEN_FROM.fullmatch(case.text, before.cluster.end, cluster.start):
        # "naik 5,2 poin persen dari 33,2 persen", "kenaikan 21 persen dari angka 4.100 pekerja"
        return Decision("achieved", "kind.achieved.from", source=before)
    moved = before is not None and before.decision.kind == "change" and before.unit == case.unit == "workers"
    if moved and before is not None and _SO_THAT_ARE_LEFT.fullmatch(case.low, before.cluster.end, cluster.start):
        return Decision("achieved", "kind.achieved.become", source=before)
    aimed = before is not None and before.decision.kind == "target" and case.unit in (before.unit, None) and case.topic
    if aimed and before is not None and _FROM_NOW.fullmatch(case.low, before.cluster.end, cluster.start):
        return Decision("achieved", "kind.achieved.from", source=before)
    word = cluster.last("up", "down")
    if word is None or not case.topic or cluster.last("target"):
        return None
    if _points_at_unclaimed(case):
        return Refusal("it goes on with a number that is not claimed")
    between = case.text[word.end : cluster.start]
    if _RISEN_FROM.fullmatch(between):
        return Decision("achieved", "kind.achieved.from", source=case.previous)
    if _RISEN_TO.fullmatch(between):
        if cluster.has_percent and _WILL_RISE.search(case.low, cluster.left_start, word.start):
            return Decision("target", "kind.target.become")  # "akan terus meningkat hingga mencapai 50 persen"
        return Decision("achieved", "kind.achieved.become", source=case.previous)
    return None


def _points_at_unclaimed(case: Case) -> bool:
    """``31 persen memakai pupuk. Angka itu turun dari 44 persen``: the number pointed at is not claimed."""
    index, cluster = case.cluster.index, case.cluster
    before = case.context.clusters[index - 1] if index else None
    if before is None or not THAT_NUMBER.match(case.text, cluster.sentence.start):
        return False
    near = before.sentence.index == cluster.sentence.index - 1 and before.has_percent == cluster.has_percent
    return near and (not case.decided or case.decided[-1].cluster.index != before.index)


_IN_MONEY = re.compile(  # "Peningkatannya 61 persen dihitung dari nominal rupiah"
    r"[^.;\d]{0,60}\b(?:rupiah|nominal(?:nya)?|nilai(?:nya)?\s+(?:klaim|santunan|manfaat|pembayaran))\b"
)
_TREND = re.compile(  # "tren kenaikan peserta yang kini mencapai 71.300 orang": the level
    r"\b(?:tren|adanya)\s+(?:kenaikan|peningkatan|pertumbuhan|lonjakan)\s+(?:jumlah\s+)?(?:kepesertaan|peserta)\b[^.;\d]*"
    r"\b(?:dengan|yang|di ?mana|hingga|sehingga)\s+(?:(?:pada|per|di|hingga|sampai)\s+)?[^.;,\d]{2,25}?\s(?:20\d\d\s+)?"
    r"(?:(?:sudah|telah|kini)\s+)?(?:mencapai|menjadi|berjumlah|tercatat)\s+(?:sebanyak\s+)?$"
)


def change(case: Case) -> Answer:
    """``naik P persen``, ``peningkatan cakupan sebesar P``: a difference between two levels.

    After a noun of change (``peningkatan ... mencapai P``) the number is the change; after a verb with a word
    of level (``turun dibandingkan 2024 yang berada di angka P``) it is a level.
    """
    cluster = case.cluster
    word = cluster.last("up", "down")
    if word is None or _POINTS.match(case.text, word.end):
        return None
    if any(cue.kind == "planned" and cue.end <= word.start for cue in cluster.left):
        return None  # "tahun depan kami usulkan tambahan 18 ribu orang"
    if any(cue.kind == "planned" and 0 <= cue.start - word.end <= 1 for cue in cluster.left):
        return None  # "tambahan kuota 1.500 orang"
    if _PROPOSED.search(case.low, word.end, cluster.start):
        return None  # "penambahan peserta yang diusulkan sejumlah 2.000 orang"
    if cluster.has_count and _TREND.search(case.low, cluster.left_start, cluster.start):
        return None
    noun = case.text[word.start : word.end].lower().startswith(_NOUNS)
    later = [cue for cue in cluster.left if cue.start > word.start and not (noun and is_new(case, cue))]
    grew = noun and cluster.has_count and _GREW_BY.fullmatch(case.low, word.end, cluster.start)
    if not grew and any(
        cue.kind in ("reached", "become")
        or (cue.kind == "level" and not noun and not _grows_by(case, word, cue))
        or (
            cue.kind == "base" and not (noun and cue.start - word.end <= 1)
        )  # "penurunan jumlah pekerja": of the workers
        for cue in later
    ):
        return None
    if (
        cluster.has_percent
        and not cluster.has_count
        and (OF_MONEY.match(case.low, cluster.left_start, word.start) or _IN_MONEY.match(case.low, cluster.end))
    ):
        return Refusal("it measures money")
    if cluster.has_percent and (_OF_LEAVERS.match(case.low, cluster.end) or _LEAVERS.search(case.low_left)):
        return Refusal("a change of those who left")
    if noun and cluster.has_percent and not cluster.has_count and OF_POTENTIAL.match(case.text, cluster.end):
        return None  # "peningkatan peserta mencapai 52 persen dari total angkatan kerja": the level it rose to
    if noun and cluster.has_count and _WITH_LEVEL.search(case.low, word.end, cluster.start):
        return None  # "mencatat tren kenaikan kepesertaan dengan tahun ini mencapai 512 ribu peserta"
    average = (  # and no average to compare with
        _ON_AVERAGE.search(case.low, cluster.left_start, word.start)
        or _BY_AN_AVERAGE.fullmatch(case.low, word.end, cluster.start)
    )
    if (cluster.compared and not average) or _REMAINS.search(case.low, word.end, cluster.start):
        return None
    if _IS_SHOWN_BY.search(case.low, word.end, cluster.start) or (
        noun and _DONE_BY.search(case.low, word.end, cluster.start)
    ):
        return None  # "peningkatan cakupan dilakukan dengan bantuan kepada N pekerja"
    told = case.continues
    if (
        told is not None
        and told.decision.kind == "denominator"
        and THAT_NUMBER.match(case.text, cluster.sentence.start)
    ):
        return Refusal(DISTRACTORS["unemployment"])  # "Angkatan kerja 120 ribu. Angka itu naik 1,4 persen"
    whole = case.context.before(cluster)  # "penduduk bekerja 620 ribu orang, bertambah 14 ribu": of the labour force
    here = (row for row in case.decided[-4:] if row.cluster.sentence.index == cluster.sentence.index)
    of_cover = any(row.decision.kind != "denominator" for row in here)
    if whole is not None and whole.has_count and whole.says("base") and not of_cover and not cluster.says(*COVER):
        return Refusal(DISTRACTORS["unemployment"])
    if (
        whole is not None
        and whole.has_count
        and cluster.has_percent
        and not cluster.says(*COVER, "anaphora")
        and all(row.cluster.index != whole.index for row in case.decided[-4:])
        and own_verb(replace(case, cluster=whole)) is not None
    ):
        return Refusal("it goes on with a number that is not claimed")  # "menempatkan 6.100 PMI, turun 6 persen"
    if not case.topic or not _about_coverage(case, word.start):
        return Refusal("a change, but nothing says that it is one of coverage")
    if cluster.has_count and "calon" in case.noun:
        return Decision(
            "planned", "kind.planned.word", "funded_workers"
        )  # "tambahan itu antara lain 2.000 calon peserta"
    direction = "increase" if word.kind == "up" else "decrease"
    if cluster.has_count and noun and _MAY_COME.search(case.low, cluster.left_start, word.start):
        return Decision("planned", "kind.planned.word", "funded_workers")
    if cluster.has_count and _WILL_BE.search(case.low, cluster.left_start, word.start):
        if _PROTECTION_FOR.match(case.low, word.end, cluster.start):
            return Decision("planned", "kind.planned.word", "funded_workers")
        return Decision("target", "kind.target.will_add", "covered_workers", direction=direction)
    start = cluster.left_start
    asked = noun and _AT_LEAST.search(case.low_left) and _ASKS_FOR.search(case.low, start, word.start)
    if direction == "increase" and (asked or _MUST_GROW.search(case.low, start, word.start)):
        if _FOR_THE_TARGET.match(case.low, cluster.end):
            return Decision("gap", "kind.gap.word", gap_to="target")
        basis = "relative" if cluster.has_percent else "absolute"
        return Decision("target", "kind.target.growth", direction=direction, change_basis=basis)
    if _MAY_GROW.search(case.low, cluster.left_start, word.start):
        indicator, basis = ("covered_workers", "relative") if cluster.has_percent else (None, "absolute")
        return Decision("target", "kind.target.growth", indicator, direction=direction, change_basis=basis)
    basis, indicator = "unknown", None
    if not cluster.has_percent:
        basis = "absolute"
    elif case.unit == "percentage_point":
        basis = "percentage_point"
    elif _counted(case, word.start):
        basis, indicator = "relative", "covered_workers"
    before = case.previous
    level = before if before is not None and before.decision.kind in ("achieved", "planned") else None
    if level is None and case.unit is None and THAT_NUMBER.match(case.text, cluster.sentence.start):
        level = case.continues  # "2.270 perusahaan. Jumlah tersebut meningkat 219": of the same unit
    return Decision("change", "kind.change.word", indicator, direction=direction, change_basis=basis, source=level)


def _grows_by(case: Case, word: Cue, level: Cue) -> bool:
    """``tumbuh mencapai 69 persen``: to grow reaches no level; ``naik mencapai 45 persen`` may."""
    grows = case.text[word.start : word.end].lower() in ("tumbuh", "bertumbuh")
    return grows and case.cluster.has_percent and level.start - word.end <= 1


def difference(case: Case) -> Answer:
    """``menurun dari 34 juta ke 29 juta atau hampir 5 juta``: what the two levels before it differ by."""
    rows = case.decided[-2:]
    if len(rows) < 2 or rows[1] is not case.previous or case.cluster.has_percent or not case.cluster.linked:
        return None
    first, second = rows
    if first.cluster.sentence.index != second.cluster.sentence.index or first.decision.kind != "achieved":
        return None
    word = first.cluster.last("up", "down")
    if word is None or second.decision.rule not in ("kind.achieved.become", "kind.target.become"):
        return None
    one, two, here = (row.slots[0].quantity.value for row in (first.cluster, second.cluster, case.cluster))
    if abs(abs(one - two) - here) * 20 > here:
        return None
    direction = "increase" if word.kind == "up" else "decrease"
    return Decision("change", "kind.change.word", direction=direction, change_basis="absolute", source=second)


def _about_coverage(case: Case, word: int) -> bool:
    """Whether what rises or falls is coverage: named in its clause, pointed at, continued, or left out altogether.

    ``Harga turun, panen turun 60 persen`` has a subject of its own.
    """
    cluster = case.cluster
    if case.previous is not None or cluster.says(*COVER, "anaphora", "uncovered"):
        return True
    if cluster.left and cluster.left[0].kind == "level" and _ACHIEVEMENT.match(case.text, cluster.left[0].start):
        return True  # "Capaian triwulan I ini tumbuh 48 persen": of what the document is about
    if not cluster.has_percent and _ADDS_UP_TO_MEMBERS.match(case.low, cluster.end, cluster.right_end):
        return True  # "penambahan 8.140 sehingga total perusahaan yang terdaftar"
    members = case.context.of("SEGMENT", cluster.left_start, word if cluster.has_percent else cluster.near_end)
    if any(row.value in (Code("PU"), Code("BPU"), Code("JAKON")) for row in members):
        return True  # categories of its own members
    if case.continues is not None and _ITS_GROWTH.match(case.text, word):
        return True
    if case.unit == "workers" and _joins_a_level(case):
        return True  # "UCJ Alor 61,2 persen. Alor mencatat penambahan 9.120 tenaga kerja"
    if not cluster.has_percent and any(cue.kind == "jamsostek" and cue.end <= word for cue in cluster.left):
        return True  # "BPJS Ketenagakerjaan mencatat penambahan 2.500 badan usaha": what it counts are its members
    return bool(_NO_SUBJECT.fullmatch(case.text, cluster.left_start, word)) and not _names_a_subject(case, word)


def _joins_a_level(case: Case) -> bool:
    """Whether the sentence before told a level, and this one speaks of nothing but workers added or lost."""
    told = case.continues
    if (
        told is None
        or not _ADDED.search(case.low_left)
        or told.decision.kind not in ("achieved", "gap")
        or told.unit not in ("workers", "percent")
    ):
        return False
    return not any(cue.kind in OTHER for cue in case.sentence_cues)


def _names_a_subject(case: Case, word: int) -> bool:
    """``Remitansi naik 12 persen``: a noun that opens the sentence, and is no place, person, group or time."""
    opening = _FIRST_WORD.match(case.text, case.cluster.sentence.start, word)
    if opening is None or opening.start(1) < case.cluster.left_start or _FUNCTION.fullmatch(opening[1]):
        return False
    at = opening.start(1)
    known = (row for label in _NAMED for row in case.context.of(label, max(0, at - 40), opening.end()))
    return not any(row.start <= at < row.end for row in known)


def _counted(case: Case, word: int) -> bool:
    """Whether people were counted (``jumlah peserta naik P persen``): their growth is relative."""
    if case.previous is not None and not case.previous.cluster.has_percent:
        return True
    level = case.following
    counts = level is not None and level.slots[0].quantity.unit == "workers"
    if counts and level is not None and _BETWEEN_COUNTS.fullmatch(case.text, case.cluster.end, level.start):
        return True
    return bool(_COUNTED.search(case.low, case.cluster.left_start, word) or _COUNTED.search(case.near_text().lower()))
