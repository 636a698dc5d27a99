"""Targets, what was reached of them, and changes from one level to another."""

from __future__ import annotations

import re

from extractor.claims.context import Cluster
from extractor.claims.decisions import COVER, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.missing import OF_TARGET
from extractor.model import Code, Cue

_TO = re.compile(
    r"\s*(?:(?:hanya|sekitar|sebesar|sebanyak|hampir|lebih dari|di atas|kurang lebih|sejumlah|di angka)\s*)*"
)
_UP_TO = re.compile(r"(?:\s+(?:pada|per|di)\s+[^.;,]{3,25}?)?\s+ke\s+(?:sekitar\s+|angka\s+)?")
_FROM = re.compile(
    r"\bdari\s+(?:total|jumlah|sekitar|sebanyak|seluruh|keseluruhan|sebelumnya|semula|awalnya|hanya|\s)*$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:dari\s+)?(?:sebelumnya|semula|awalnya)\s+(?:hanya\s+|sebanyak\s+|sekitar\s+)*$")
_RISEN_FROM = re.compile(
    r",?\s+(?:yakni\s+|yaitu\s+|mulai\s+)?dari\s+(?:jumlah|total|sekitar|sebelumnya|angka|posisi|\s)*"
    r"(?:(?:di|pada|tahun|per)\s+[^.;,]{0,20}\s+)?(?:(?:yang|hanya|baru|tercatat|sebanyak|sebesar|mencapai)\s+)*"
)
_FROM_THEN = re.compile(
    r"(?:\s+(?:per|pada|hingga|di)\s[^.;,]{3,25}?)?,?\s+dari\s+(?:sebelumnya\s+|semula\s+|sekitar\s+)*"
)
_RISEN_TO = re.compile(
    r"\s+(?:lagi\s+|kembali\s+)?(?:ke(?: angka| posisi)?|hingga|sampai|hingga mencapai|sampai mencapai|"
    r"mencapai total)\s+(?:sekitar|\s)*"
)
_NO_SUBJECT = re.compile(
    r"(?:.*[,.:;\"“]|.*\b(?:dan|atau|yang|sebab|karena|artinya|dengan)\b)?\s*(?:(?:ini|itu|jumlahnya|angkanya|capaiannya|jumlah|angka|"
    r"capaian|terjadi|telah|sudah|juga|kembali|terus|sempat|mengalami|ada|atau|lalu|masih|bahkan|secara|hanya|berhasil|mampu|"
    r"tahun|bulan|sepanjang|pada|di|se|program|hal|kenaikan|penurunan|meski)\s*|[A-Z][\w'’.]*\s*|\d{4}\s*)*",
    re.DOTALL,
)
_NEW = re.compile(
    r"\b(?:peserta|kepesertaan|pekerja|anggota|tenaga kerja)(?:\s+(?:tk|aktif|jamsostek|bpjs|ketenagakerjaan))*\s+baru$"
)
_OF_THAT = re.compile(  # "dari sasaran tersebut, 2.120 pekerja telah terdaftar": reached of it
    r"\bdari\s+(?:target|sasaran|kuota)\s+(?:itu|tersebut|ini),?\s+(?:(?:baru|sudah|telah|sebanyak|sekitar)\s+)*$"
)
_HAS_REACHED = re.compile(r"\b(?:telah|sudah)\s+menyasar$")
_BY_THEN = re.compile(
    r"\b(?:nanti(?:nya)?|mendatang|kelak|(?:tahun|bulan) depan|akhir tahun(?: ini)?|semestinya|seharusnya|mestinya|"
    r"idealnya|harusnya)\s+(?:sudah|telah)$"
)
_DONE_BY = re.compile(r"\b(?:dilakukan|dilaksanakan|ditempuh|diupayakan|diwujudkan)\s+(?:dengan|melalui|lewat)\b")
_NAMELY = re.compile(
    r"\s*(?:orang|pekerja|peserta)?\s*[,(]\s*(?:yakni|yaitu|atau)\s+(?:(?:sebesar|sebanyak|sekitar|sudah)\s+)*"
)
_ALL_MEMBERS = re.compile(r"\b(?:total|jumlah)\s+(?:peserta|kepesertaan)\b(?!.*\b(?:akan|bakal|nanti|kelak)\b)")
_SO_THAT_CAN = re.compile(  # "kami minta dukungan supaya kepesertaan bisa mencapai 1 juta orang"
    r"\b(?:agar|supaya)\b[^.;]*\b(?:bisa|dapat|mampu)\s+(?:mencapai|menembus|menyentuh|menjadi)\s+(?:sekitar\s+|angka\s+)*$"
)
_FIRST_WORD = re.compile(r"[\"“]?([A-Z][a-z]+)\b")
_FUNCTION = re.compile(
    r"(?:Ini|Itu|Jumlah\w*|Angka\w*|Capaian\w*|Kenaikan|Penurunan|Peningkatan|Pertumbuhan|Terjadi|Ada|Pada|Di|Tahun|Bulan|"
    r"Sepanjang|Secara|Sejak|Selama|Dari|Artinya|Dengan|Dan|Atau|Namun|Meski|Bahkan|Lalu|Kini|Telah|Sudah|Masih|Mengalami|"
    r"Naik|Turun|Meningkat|Menurun|Bertambah|Berkurang|Tumbuh|Melonjak|Hal|Program|Realisasi\w*|Kepesertaan\w*|Peserta\w*|"
    r"Perusahaan|Pekerja|Anggota|Badan|Hanya|Juga|Terus|Sempat|Hingga|Sampai|Per|Cakupan\w*|Tambahan)"
)
_NAMED = ("REGION", "ORGANISATION", "OFFICIAL", "DATE", "SEGMENT")
_NEAR_TARGET = 40  # characters from a percentage to the target it is of
_WITH_RESULT = re.compile(r"\bdengan (?:capaian|pencapaian|raihan)\s+(?:sebesar\s+|mencapai\s+)?$")
_PURPOSE = re.compile(
    r"\b(?:agar|supaya|(?:berkomitmen|komitmen|mendorong|mengupayakan|mengejar)\b[^.;]*\b(?:sampai|hingga))\b[^.;]*"
    r"\b(?:mencapai|menjadi|menyentuh|tembus|capai)\s+(?:sekitar\s+|minimal\s+)?$"
)
_IS_TARGET = re.compile(
    r"\)?\s*(?:\([^()]*\)\s*)?(?:\w+\s+){0,4}(?:di\s+(?:\w+\s+){1,3})?(?:menjadi|jadi|adalah|merupakan)\s+"
    r"(?:target|sasaran)\b|"
    r"\s*,\s*(?:itu|ini)\s+(?:adalah\s+|yang menjadi\s+|jadi\s+)?"
    r"(?:harapan|target|impian|keinginan|sasaran|cita-cita)\b|"
    r"\s+(?:itu\s+)?(?:bisa|dapat|mampu)\s+(?:dicapai|tercapai|terpenuhi|terwujud|kita capai|kami capai)\b",
    re.IGNORECASE,
)
_REALISED = re.compile(r"\b(?:terealisasi|realisasinya|terealisir|tercapai)\s+(?:\w+\s+){0,2}$")
_SO_FAR = re.compile(
    r"(?:\b(?:saat ini|kini|sekarang|hingga kini|sejauh ini|(?:sampai|hingga|per)\s+\w+(?:\s+\d{4})?)\s+"
    r"(?:baru|masih|hanya|sudah)|,\s+(?:baru|hanya|sudah|telah))\s+(?:sekitar\s+)?$"
)
_WILL_ADD = re.compile(
    r"\b(?:akan|bakal|siap)\s+(?:\w+\s+){0,2}(?:[^.;,\d]*\b(?:untuk|guna)\s+)?(?:menambah(?:kan)?|menjaring|merekrut|mengakuisisi|menggaet)\s+(?:\w+\s+){0,3}$"
)
_WILL = re.compile(r"\b(?:akan|bakal)\b(?! tetapi)[^.;,]{0,80}$")
_WISH = re.compile(
    r"\b(?:berharap|mengharapkan|diharapkan|harapannya|berupaya|mengupayakan|optimistis|optimis|bertekad|berambisi|nantinya|mudah-mudahan|semoga)\b[^.;\d]*\b(?:dapat|bisa|mampu|"
    r"mencapai|menjadi|hingga|tembus|sebanyak|sebesar|menyentuh|naik|meningkat(?:kan)?|menambah)\b[^.;\d]*$"
)
_REMAINS = re.compile(r"\btinggal\s+$")  # "menyusut, tinggal N orang": what is left is a level
_NEXT_YEAR = re.compile(r"\btahun depan\b")
_POINTS = re.compile(r"\s*(?:itu|ini|tersebut)\b")
_ACHIEVEMENT = re.compile(r"(?:capaian|pencapaian)", re.IGNORECASE)
_WILL_BE = re.compile(r"\b(?:akan|bakal)\s+(?:ada|terjadi|terus|kembali|diberi|mendapat|\s)*$")
_THAT_NUMBER = re.compile(r"[\"“]?(?:[Jj]umlah|[Aa]ngka)\s+(?:itu|ini|tersebut)\b")
_ITS_GROWTH = re.compile(r"\w+nya\b")  # "secara tahunan kenaikannya": of what was told before
_COUNTED = re.compile(
    r"\bjumlah\s+(?:kepesertaan|peserta|pekerja|tenaga kerja|ini|itu|tersebut)\b|"
    r"(?<!\bcakupan )\b(?:peserta|pekerja)(?:\s+(?!cakupan|coverage|kepesertaan)\w+){0,7}\s*$"
)
_NOUNS = ("pe", "ke", "lonjakan", "tambahan", "terjadi")


def attainment(case: Case) -> Answer:
    """``95 persen dari target 180 ribu``: a share of the target reached, not of the workers.

    ``35,7 persen dari target 52,2 persen`` is a level and a target instead: the target is a percentage too.
    """
    cluster = case.cluster
    if not (cluster.has_percent and OF_TARGET.match(case.text, cluster.end)) or cluster.last("gap"):
        return None
    if case.following is not None and case.following.slots[0].is_percent:
        return None
    if case.context.of("MONEY", cluster.end, min(cluster.right_end, cluster.end + _NEAR_TARGET)):
        return Refusal("it measures a target of money")
    return Decision("achieved", "kind.achieved.of_target", "target_attainment", population="target")


def _rises_from(before: Cluster | None, cluster: Cluster, text: str) -> bool:
    """Whether two numbers are the ends of ``dari A ke B``."""
    if before is None or not _UP_TO.fullmatch(text, before.end, cluster.start):
        return False
    return bool(_FROM.search(text, before.left_start, before.start))


def will_add(case: Case) -> Answer:
    """``akan menambah 5 juta peserta baru``: more of them one day, none of them yet."""
    cluster = case.cluster
    if not cluster.has_count or cluster.last("planned", "funded") or not case.topic:
        return None
    will = _WILL_ADD.search(case.low, cluster.left_start, cluster.start)
    reached = cluster.last("reached")
    if will is None or (reached is not None and reached.start < will.start()):
        return None
    return Decision("target", "kind.target.will_add", "covered_workers", direction="increase")


def become(case: Case) -> Answer:
    """``naik dari A menjadi B``, ``dari A ke B``: both are levels; B is a target where the sentence sets one."""
    cluster = case.cluster
    last = cluster.last("become", "up", "down")
    becomes = last is not None and last.kind == "become" and _TO.fullmatch(case.text, last.end, cluster.start)
    if becomes or _rises_from(case.context.before(cluster), cluster, case.text):
        before = case.previous or case.continues
        told = before is not case.previous and _ALL_MEMBERS.search(case.low_left)  # a subject of its own
        if before and before.decision.kind == "target" and not told:
            return Decision("target", "kind.target.become", before.decision.indicator, source=before)
        if case.previous and case.previous.decision.kind == "planned":
            return Decision("planned", "kind.target.become", case.previous.decision.indicator, source=case.previous)
        targets = [cue for cue in case.context.cues_in(cluster.sentence.start, cluster.start) if cue.kind == "target"]
        if targets and not cluster.last("reached"):
            return Decision("target", "kind.target.become", source=case.previous)
        if case.topic and _WILL.search(case.low, cluster.left_start, cluster.start) and not cluster.last("reached"):
            kind = "planned" if cluster.has_count else "target"
            return Decision(kind, "kind.target.become", "funded_workers" if kind == "planned" else None, source=before)
        if case.topic and not _IS_TARGET.match(case.text, cluster.end):
            return Decision("achieved", "kind.achieved.become", source=case.previous)
    if case.following is None or not case.topic:
        return None
    first = case.context.of("DATE", cluster.left_start, cluster.start) and cluster.says("reached", "level")
    if first and case.following.last("become") and not cluster.says("up", "down", "become", "target", "planned"):
        return Decision(
            "achieved", "kind.achieved.from"
        )  # "Tahun 2023 baru 2.500 orang, tahun 2024 naik menjadi 6.000"
    risen = case.following.last("become") or _rises_from(cluster, case.following, case.text)
    started = risen and _FROM.search(case.text, cluster.left_start, cluster.start)
    aim = cluster.last("target")
    if started and aim is not None and case.text[aim.start : aim.end].lower() in ("target", "sasaran"):
        return Decision(
            "target", "kind.target.word"
        )  # "target dinaikkan dari 40 persen menjadi 55 persen": both are targets
    if started or (_EARLIER.search(case.low, cluster.left_start, cluster.start) and not cluster.last("target")):
        changed = case.previous is not None and case.previous.decision.kind == "change"
        return Decision("achieved", "kind.achieved.from", source=case.previous if changed else None)
    return None


def realised(case: Case) -> Answer:
    """``ditargetkan N pekerja, baru terealisasi M orang``; ``terealisasi M dari target N``: what was reached of it."""
    cluster, before = case.cluster, case.previous
    if cluster.has_percent or case.unit not in ("workers", None):
        return None
    aimed = before is not None and before.decision.kind == "target" and before.cluster.has_count
    if aimed and before is not None and _is_restated(case, before):
        return Decision("achieved", "kind.achieved.realised", source=before)
    if not (_REALISED.search(case.low_left) or (aimed and _SO_FAR.search(case.low_left))):
        return None
    if before is not None and before.decision.kind == "target":
        return Decision("achieved", "kind.achieved.realised", source=before)
    if OF_TARGET.match(case.text, cluster.end) and case.topic:
        return Decision("achieved", "kind.achieved.realised")
    return None


def _is_restated(case: Case, target: Decided) -> bool:
    """``95 persen dari target 180 ribu, yakni 171 ribu``: what the percentage attained of the target."""
    rate = case.decided[-2] if len(case.decided) > 1 and case.decided[-1] is target else None
    if rate is None or rate.decision.rule != "kind.achieved.of_target" or not rate.cluster.has_percent:
        return False
    if not _NAMELY.fullmatch(case.text, target.cluster.end, case.cluster.start):
        return False
    return case.cluster.slots[0].quantity.value < target.cluster.slots[0].quantity.value


def growth(case: Case) -> Answer:
    """``ditargetkan tumbuh 20 persen``, ``menargetkan penambahan N pekerja``: a target of growth."""
    cluster = case.cluster
    target, up = cluster.last("target"), cluster.last("up", "become", "reached")
    if target is None or up is None or up.kind != "up" or up.start < target.start or not case.topic:
        return None
    between = case.text[up.end : cluster.start]
    if _FROM.search(between):
        return None  # "menargetkan naik dari 57 persen menjadi 65 persen": the first is the level today
    if cluster.has_percent and ("bertahap" in between or ":" in between):
        return Decision(
            "target", "kind.target.word", source=case.previous
        )  # "target naik bertahap: 70 persen pada 2027"
    if cluster.has_percent and any(cue.kind == "coverage" and cue.start > up.start for cue in cluster.left):
        return Decision("target", "kind.target.word", source=case.previous)  # "peningkatan cakupan sebesar 32 persen"
    basis = "relative" if cluster.has_percent else "absolute"
    indicator = "covered_workers" if cluster.has_percent else None
    return Decision("target", "kind.target.growth", indicator, direction="increase", change_basis=basis)


def target(case: Case) -> Answer:
    """A word of target before the number, with no word of a level reached, a gap or a change after it."""
    cluster = case.cluster
    if _IS_TARGET.match(case.text, cluster.end) and (case.topic or cluster.says("jamsostek")):
        return Decision("target", "kind.target.word", source=case.previous)
    word = cluster.last("target")
    if word is not None and _HAS_REACHED.search(case.low, max(cluster.left_start, word.start - 12), word.end):
        return None  # "telah menyasar N pekerja": has reached them
    if word is None or _OF_THAT.search(case.low, cluster.left_start, cluster.start):
        return None
    later = [cue for cue in cluster.left if cue.start > word.start]
    if later and later[0].kind == "reached" and later[0].start - word.end <= 1:
        later = later[1:]  # "diminta sudah di atas 50 persen" is still asked for
    later = [cue for cue in later if not _is_new(case, cue) and not _BY_THEN.search(case.low, word.end, cue.end)]
    if later and _WITH_RESULT.search(case.low, word.end, cluster.start):
        return None  # "melebihi target nasional, yaitu Talaud dengan capaian 98 persen"
    if any(cue.kind in ("reached", "gap", "up", "down") for cue in later):
        return None
    planned = bool(case.context.of("PLAN", cluster.left_start, cluster.start))
    paid = case.context.of("SEGMENT", cluster.start, cluster.near_end) and any(
        cue.kind == "funded" for cue in case.sentence_cues
    )  # "dari target 12 ribu pekerja rentan, sudah N yang kami bayarkan iurannya"
    attained = case.previous is not None and case.previous.decision.rule == "kind.achieved.of_target"
    behind = case.following is not None and case.following.says(*COVER[1:4])  # "dari target N, baru M yang terlindungi"
    topic = case.topic or (planned and case.running_topic) or paid or attained or behind
    if not (cluster.says(*COVER, "jamsostek", "base") or topic):
        return Refusal("a target, but nothing says that it is one of coverage")
    return Decision("target", "kind.target.word", source=case.previous)


def _is_new(case: Case, cue: Cue) -> bool:
    """``target peserta baru sebanyak N``: 'baru' behind those counted says new, unless the number follows at once."""
    return bool(_NEW.search(case.low, case.cluster.left_start, cue.end)) and case.cluster.start - cue.end > 1


def purpose(case: Case) -> Answer:
    """``berupaya agar cakupan bisa mencapai P persen``: what is striven for, or next year's, is no level yet."""
    if not case.topic:
        return None
    if _WISH.search(case.low_left) and not case.cluster.says("reached", "now", "uncovered", "gap"):
        return Decision("target", "kind.target.purpose", source=case.previous)
    asked = _SO_THAT_CAN.search(case.low, case.cluster.sentence.start, case.cluster.start)
    if case.cluster.has_count and case.unit == "workers" and asked:
        return Decision("target", "kind.target.purpose", source=case.previous)
    if case.cluster.says(*COVER) and not case.cluster.says("planned", "funded") and case.cluster.has_count:
        verb = next((cue.start for cue in case.cluster.near if cue.kind in COVER), case.cluster.end)
        ahead = _NEXT_YEAR.search(case.low, case.cluster.left_start, verb)  # behind the verb it begins something else
        return Decision("target", "kind.target.purpose", source=case.previous) if ahead else None
    if not case.cluster.has_percent or not _PURPOSE.search(case.low, case.cluster.sentence.start, case.cluster.start):
        return None
    return Decision("target", "kind.target.purpose", source=case.previous)


def of_plan(case: Case) -> Answer:
    """``Adapun RKP 2026 memasang 34,99 persen``: a percentage that a plan holds, with no level reached in between."""
    cluster = case.cluster
    plans = list(case.context.of("PLAN", cluster.left_start, cluster.start))
    named = [row for row in plans if row.value not in (Code("UCJ"), Code("SDGs"))]
    if not named or not cluster.has_percent or not case.running_topic:
        return None
    if any(cue.start > named[-1].end and cue.kind in ("reached", "level", *COVER) for cue in cluster.left):
        return None
    return Decision("target", "kind.target.plan", source=case.previous)


def risen_from(case: Case) -> Answer:
    """``meningkat dari 110.300 pekerja pada 2023``: the level before; ``bertambah hingga N``: the one after."""
    cluster, before = case.cluster, case.previous
    became = before is not None and before.decision.rule == "kind.achieved.become" and not cluster.has_percent
    if became and before is not None and _FROM_THEN.fullmatch(case.text, before.cluster.end, cluster.start):
        return Decision("achieved", "kind.achieved.from", source=before)  # "menjadi N per Juni dari M pada Juni 2023"
    word = cluster.last("up", "down")
    if word is None or not case.topic or cluster.last("target"):
        return None
    between = case.text[word.end : cluster.start]
    if _RISEN_FROM.fullmatch(between):
        return Decision("achieved", "kind.achieved.from", source=case.previous)
    if _RISEN_TO.fullmatch(between):
        return Decision("achieved", "kind.achieved.become", source=case.previous)
    return None


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
    noun = case.text[word.start : word.end].lower().startswith(_NOUNS)
    later = [cue for cue in cluster.left if cue.start > word.start and not (noun and _is_new(case, cue))]
    if any(
        cue.kind in ("reached", "become")
        or (cue.kind == "level" and not noun and not _grows_by(case, word, cue))
        or (
            cue.kind == "base" and not (noun and cue.start - word.end <= 1)
        )  # "penurunan jumlah pekerja": of the workers
        for cue in later
    ):
        return None
    if cluster.compared or _REMAINS.search(case.low, word.end, cluster.start):
        return None
    if noun and _DONE_BY.search(case.low, word.end, cluster.start):
        return None  # "peningkatan cakupan dilakukan dengan bantuan kepada N pekerja"
    if not case.topic or not _about_coverage(case, word.start):
        return Refusal("a change, but nothing says that it is one of coverage")
    if cluster.has_count and "calon" in cluster.slots[0].mention.quote.lower():
        return Decision(
            "planned", "kind.planned.word", "funded_workers"
        )  # "tambahan itu antara lain 2.000 calon peserta"
    direction = "increase" if word.kind == "up" else "decrease"
    if cluster.has_count and _WILL_BE.search(case.low, cluster.left_start, word.start):
        return Decision("target", "kind.target.will_add", "covered_workers", direction=direction)
    basis, indicator = "unknown", None
    if not cluster.has_percent:
        basis = "absolute"
    elif case.unit == "percentage_point":
        basis = "percentage_point"
    elif _counted(case, word.start):
        basis, indicator = "relative", "covered_workers"
    before = case.previous
    level = before if before is not None and before.decision.kind in ("achieved", "planned") else None
    if level is None and case.unit is None and _THAT_NUMBER.match(case.text, cluster.sentence.start):
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
    members = case.context.of("SEGMENT", cluster.left_start, word)
    if any(row.value in (Code("PU"), Code("BPU"), Code("JAKON")) for row in members):
        return True  # categories of its own members
    if case.continues is not None and _ITS_GROWTH.match(case.text, word):
        return True
    if not cluster.has_percent and any(cue.kind == "jamsostek" and cue.end <= word for cue in cluster.left):
        return True  # "BPJS Ketenagakerjaan mencatat penambahan 2.500 badan usaha": what it counts are its members
    return bool(_NO_SUBJECT.fullmatch(case.text, cluster.left_start, word)) and not _names_a_subject(case, word)


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
    return bool(_COUNTED.search(case.low, case.cluster.left_start, word) or _COUNTED.search(case.near_text().lower()))
