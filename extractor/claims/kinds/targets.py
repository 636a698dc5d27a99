"""Targets, what was reached of them, and changes from one level to another."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, DISTRACTORS, Answer, Case, Decision, Refusal
from extractor.claims.kinds.missing import OF_TARGET, TO_BE_REACHED
from extractor.claims.kinds.newcomers import is_new
from extractor.claims.kinds.purposes import NEXT_YEAR, in_a_year_to_come
from extractor.model import Code, Cue

_TO = re.compile(
    r"\s*(?:(?:hanya|sekitar|sebesar|sebanyak|hampir|lebih dari|di atas|kurang lebih|sejumlah|di angka)\s*)*"
)
_UP_TO = re.compile(r"(?:\s+(?:pada|per|di)\s+[^.;,]{3,25}?)?\s+ke\s+(?:sekitar\s+|angka\s+)?")
_FROM = re.compile(
    r"\bdari\s+(?:(?:posisi\s+)?(?:bulan\s+|tahun\s+)?(?:[a-z]+\s+)?20\d\d\s+(?:yang\s+)?(?=[a-z]))?"
    r"(?:total|jumlah|sekitar|sebanyak|sebesar|seluruh|keseluruhan|sebelumnya|semula|awalnya|hanya|\s)*$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:dari\s+)?(?:sebelumnya|semula|awalnya)\s+(?:hanya\s+|sebanyak\s+|sekitar\s+)*$")
_ALREADY_IN = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:sudah|telah)\s+(?:resmi\s+)?(?:ter(?:daftar|lindungi|cover)|menjadi peserta|didaftarkan)\b"
)
_NAMES = re.compile(r"(?:menetapkan|tetapkan)$")
_NAMED_AS = re.compile(  # "menetapkan N pekerja rentan sebagai penerima bantuan iuran": they have been named
    r"[^.;,\d]{0,60}?\bsebagai\s+(?:penerima (?:bantuan|manfaat|program|per?lindungan|bpjs)|peserta\b)", re.IGNORECASE
)
_TO_BE_IN = re.compile(  # "menetapkan N marbut untuk dilindungi": they are to be
    r"[^.;,\d]{0,40}?\b(?:untuk|agar|supaya)\s+(?:segera\s+)?(?:di(?:lindungi|daftarkan|ikutkan|ikutsertakan|cover|jamin)|terlindungi)\b"
)
_OF_THAT = re.compile(  # "dari sasaran tersebut, 2.120 pekerja telah terdaftar": reached of it
    r"\bdari\s+(?:target|sasaran|kuota)\s+(?:itu|tersebut|ini),?\s+(?:(?:baru|sudah|telah|sebanyak|sekitar)\s+)*$"
)
_OUGHT_TO_BE_IN = re.compile(  # "pekerja yang seharusnya dilindungi sebanyak N": all who could be
    r"(?:seharusnya|harusnya|semestinya)\s+(?:\w+\s+)?(?:di\w{4,}|ter\w{3,}|menjadi peserta|ikut)\b"
    r"[^.;,\d]*(?:,[^.;,\d]{3,40},[^.;,\d]*)?$"
)
_TO_BE = re.compile(r"\s*(?:(?:untuk|agar|dapat|bisa|harus|akan|mampu|supaya)\s+)*")  # "ditargetkan untuk tercapai"
_SO_FAR = re.compile(r"(?:baru|hanya|masih|kini|saat ini|hingga|sampai)\b")  # "yang ditargetkan baru mencapai 121 ribu"
_HAS_REACHED = re.compile(r"\b(?:telah|sudah)\s+menyasar$")
_BY_THEN = re.compile(
    r"\b(?:nanti(?:nya)?|mendatang|kelak|(?:tahun|bulan) depan|akhir tahun(?: ini)?|semestinya|seharusnya|mestinya|"
    r"idealnya|harusnya)\s+(?:sudah|telah)$"
)
_ALL_MEMBERS = re.compile(r"\b(?:total|jumlah)\s+(?:peserta|kepesertaan)\b(?!.*\b(?:akan|bakal|nanti|kelak)\b)")
_WITH_RESULT = re.compile(r"\bdengan (?:capaian|pencapaian|raihan)\s+(?:sebesar\s+|mencapai\s+)?$")
_IS_TARGET = re.compile(
    r"\)?\s*(?:\([^()]*\)\s*)?(?:\w+\s+){0,4}(?:di\s+(?:\w+\s+){1,3})?(?:menjadi|jadi|adalah|merupakan)\s+"
    r"(?:target|sasaran)\b|"
    r"\s*,\s*(?:itu|ini)\s+(?:adalah\s+|yang menjadi\s+|jadi\s+)?"
    r"(?:harapan|target|impian|keinginan|sasaran|cita-cita)\b|"
    r"\s+(?:itu\s+)?(?:bisa|dapat|mampu)\s+(?:dicapai|tercapai|terpenuhi|terwujud|kita capai|kami capai)\b",
    re.IGNORECASE,
)
_TO_BE_GOT = re.compile(  # "angka 61 persen itulah yang hendak dicapai"
    r"[^.;,\d]{0,50}?\byang\s+(?:terus\s+)?(?:hendak|ingin|mau|akan|harus|wajib|mesti|perlu|sedang)\s+"
    r"(?:kami\s+|kita\s+)?(?:di)?(?:capai|kejar|tuju|raih|penuhi|wujudkan)\b"
)
_ROOM = re.compile(r"\b(?:ruang|peluang|potensi|lagi|pr|pekerjaan rumah)\s+(?:(?:sekitar|sebesar|hingga)\s+)*$")
_LIFTED_TO = re.compile(r"\s+(?:lagi\s+)?(?:hingga|sampai|ke)\s+(?:(?:mencapai|angka|sekitar|sebanyak)\s+)*")
_WILL_ADD = re.compile(
    r"\b(?:akan|bakal|siap|segera)\s+(?:\w+\s+){0,2}(?:[^.;,\d]*\b(?:untuk|guna)\s+)?(?:menambah(?:kan)?|menjaring|merekrut|mengakuisisi|menggaet)\s+(?:\w+\s+){0,3}$"
)
_WILL = re.compile(r"\b(?:akan|bakal|berkomitmen|bertekad|berupaya|ingin|hendak)\b(?! tetapi)[^.;,]{0,80}$")
_UP_TO_LEVEL = re.compile(
    r"(?:\s+\w+)?\s+(?:hingga|sampai|mencapai|hingga mencapai|sampai ke)\s+(?:angka\s+|sekitar\s+)*"
)
_THAN_MEMBERS = re.compile(
    r"\s+(?:di)?banding(?:kan)?\s+(?:dengan\s+)?(?:jumlah|total|peserta|kepesertaan|realisasi|capaian)\b"
)
_CAN = re.compile(r"(?<!ini )(?<!sekarang )\b(?:bisa|dapat|mampu)\s+$")
_SURPASSED = re.compile(  # "melampaui target: 33.400 orang dari 32.000 yang dipatok"
    r"\b(?:melampaui|melewati|melebihi|di atas|menembus)\s+target(?:nya)?\b[^.;,\d]{0,30}(?::|\(|,?\s+dengan)\s*"
    r"(?:(?:jumlah|total|capaian|realisasi|sebanyak|sekitar|peserta)\s+)*$"
)
_THAN_A_LEVEL = re.compile(
    r"\b(?:di)?banding(?:kan)?\s+(?:dengan\s+)?(?:cakupan|coverage|capaian|kepesertaan|rata-rata)\b"
)
_THAT_ARE_LEFT = re.compile(
    r"(?:\s+lagi)?\s+yang\s+(?:masih\s+)?tersisa\b"
)  # "mencapai target 8.900 peserta yang tersisa"
_FROM_WHOM = re.compile(r"\s+dari\s+(?:(?:sekitar|total|seluruh)\s+)*")  # "menargetkan Rp3 triliun dari 146 perusahaan"
OF_MONEY = re.compile(  # "Anggaran perlindungan pekerja rentan naik 40 persen", "porsi DBH sawit dipatok 5 persen"
    r"\W*(?:(?:realisasi|total|besaran|jumlah|nilai|minimal|sebagian|sementara|sedangkan|adapun)\s+)*"
    r"(?:porsi|alokasi|anggaran|pagu|belanja|dana|dbh|dbhcht|add|nominal|penerimaan|pendapatan)(?:nya)?\b"
)
_APPOINTS = re.compile(r"\b(?:menetapkan|ditetapkan|menentukan)\s+(?:sebanyak\s+|sejumlah\s+)?$")
_OFFICERS = re.compile(r"\b(?:anggota|petugas|pengawas|pejabat|ketua|panitia|komisioner|saksi)$")
_AND_REALISED = re.compile(
    r"\s*(?:,|;|dan|tetapi|tapi|namun|sedangkan|dengan|\s)*(?:baru\s+|hanya\s+|sudah\s+|telah\s+)?"
    r"(?:terealisasi|tercapai|terpenuhi|realisasi(?:nya)?)\s+(?:(?:sebanyak|sekitar|baru|hanya|mencapai)\s+)*"
)
_BUDGETS = re.compile(r"\w*(?:anggarkan|alokasikan|sisihkan|sediakan|menyediakan|menyiapkan)\b")
_REACHED_IT = re.compile(  # "telah mencapai target 36 persen cakupan": it is the level
    r"\b(?:telah|sudah|berhasil|mampu|sukses)\s+(?:mencapai|memenuhi|meraih|merealisasikan|menyentuh)\s+$"
)
_AT_THE_TARGET = re.compile(r"(?:\s+(?:nasional|cakupan|kepesertaan|ucj|sebesar|angka|di angka))*\s+")


def _rises_from(before: Cluster | None, cluster: Cluster, text: str) -> bool:
    """Whether two numbers are the ends of ``dari A ke B``."""
    if before is None or not _UP_TO.fullmatch(text, before.end, cluster.start):
        return False
    return bool(_FROM.search(text, before.left_start, before.start))


def will_add(case: Case) -> Answer:
    """``akan menambah 5 juta peserta baru``: more of them one day, none of them yet."""
    cluster = case.cluster
    paid = cluster.last("planned", "funded")
    if not cluster.has_count or not case.topic:
        return None
    will = _WILL_ADD.search(case.low, cluster.left_start, cluster.start)
    reached = cluster.last("reached")
    if will is None or (reached is not None and reached.start < will.start()):
        return None
    if paid is not None:  # "melalui APBD akan menambah 3.000 pekerja": a budget is to pay for them
        ahead = paid.end <= will.start()
        return Decision("planned", "kind.planned.word", "funded_workers") if ahead else None
    return Decision("target", "kind.target.will_add", "covered_workers", direction="increase")


def become(case: Case) -> Answer:
    """``naik dari A menjadi B``, ``dari A ke B``: both are levels; B is a target where the sentence sets one."""
    cluster = case.cluster
    last = cluster.last("become", "up", "down")
    becomes = last is not None and last.kind == "become" and _TO.fullmatch(case.text, last.end, cluster.start)
    if becomes or _rises_from(case.context.before(cluster), cluster, case.text):
        before = case.previous or case.continues
        told = before is not case.previous and _ALL_MEMBERS.search(case.low_left)  # a subject of its own
        if before and TO_BE_REACHED.match(case.text, before.cluster.end) and cluster.last("reached"):
            return None  # "dari 412 ribu yang ditargetkan, kini menjadi 448 ribu": of the target
        if before and before.decision.kind == "target" and not told:
            return Decision("target", "kind.target.become", before.decision.indicator, source=before)
        if case.previous and case.previous.decision.kind == "gap" and last is not None:
            return replace(
                case.previous.decision, unit=None, source=case.previous
            )  # "yang belum turun dari A menjadi B"
        if case.previous and case.previous.decision.kind == "planned":
            return Decision("planned", "kind.target.become", case.previous.decision.indicator, source=case.previous)
        targets = [cue for cue in case.context.cues_in(cluster.sentence.start, cluster.start) if cue.kind == "target"]
        if targets and not cluster.last("reached"):
            return Decision("target", "kind.target.become", source=case.previous)
        row = case.previous.cluster if case.previous is not None else cluster  # "ingin menaikkan dari A ke B"
        will = _WILL.search(case.low, cluster.left_start, cluster.start) or (
            (
                _rises_from(row, cluster, case.text)
                or (case.previous and case.previous.decision.rule == "kind.achieved.from")
            )
            and _WILL.search(case.low, row.left_start, row.start)
        )
        if case.topic and will and not cluster.last("reached"):
            kind = "planned" if cluster.has_count else "target"
            return Decision(kind, "kind.target.become", "funded_workers" if kind == "planned" else None, source=before)
        behind = NEXT_YEAR.search(case.low, cluster.end, cluster.near_end) and not cluster.last("reached")
        if case.topic and (behind or (before and NEXT_YEAR.search(case.low, cluster.sentence.start, cluster.start))):
            indicator = "funded_workers" if cluster.has_count else None
            kind = "planned" if cluster.has_count else "target"
            return Decision(kind, "kind.target.become", indicator, source=before)  # "tahun depan total menjadi N"
        hoped = last is not None and becomes and _CAN.search(case.low, cluster.left_start, last.start)
        if case.topic and cluster.has_percent and (hoped or in_a_year_to_come(case)) and not cluster.last("reached"):
            return Decision("target", "kind.target.become", source=before)  # "dari 44 persen bisa menjadi 47 persen"
        if case.topic and not _IS_TARGET.match(case.text, cluster.end):
            return Decision("achieved", "kind.achieved.become", source=case.previous)
    aim = cluster.last("target") if last is not None and last.kind == "up" else None
    if aim is not None and last is not None and aim.end <= last.start and cluster.has_count:
        whom = case.topic or case.context.of("SEGMENT", cluster.start, max(cluster.end, cluster.near_end))
        if whom and _LIFTED_TO.fullmatch(case.low, last.end, cluster.start):
            return Decision("target", "kind.target.become", source=case.previous)
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
    if started and cluster.last("planned") and cluster.has_count:
        return Decision("planned", "kind.planned.word", "funded_workers")  # "kuota naik dari 3.000 menjadi 8.000"
    if started or (_EARLIER.search(case.low, cluster.left_start, cluster.start) and not cluster.last("target")):
        changed = case.previous is not None and case.previous.decision.kind == "change"
        return Decision("achieved", "kind.achieved.from", source=case.previous if changed else None)
    return None


def then_realised(case: Case) -> Answer:
    """``formal ditargetkan A, terealisasi B, informal C dan terealisasi D``: C is a target, as A was."""
    before, row = case.previous, case.following
    if before is None or row is None or case.cluster.has_percent or row.slots[0].is_percent:
        return None
    first = before.decision.source if before.decision.rule == "kind.achieved.realised" else None
    if first is None or first.decision.kind != "target" or case.cluster.last("reached", *COVER[:5]):
        return None
    if not _AND_REALISED.fullmatch(case.low, case.cluster.end, row.start):
        return None
    return replace(first.decision, rule="kind.coordinated", unit=case.unit or first.unit, source=first)


def named(case: Case) -> Answer:
    """``dari 412 ribu tenaga kerja yang ditargetkan``: what is said of a number right behind it is what it is."""
    if case.cluster.has_percent or not case.topic or not TO_BE_REACHED.match(case.text, case.cluster.end):
        return None
    return Decision("target", "kind.target.word", source=case.previous)


def growth(case: Case) -> Answer:
    """``ditargetkan tumbuh 20 persen``, ``menargetkan penambahan N pekerja``: a target of growth."""
    cluster = case.cluster
    target = next((cue for cue in cluster.left if cue.kind == "target"), None)
    said = [cue for cue in cluster.left if cue.kind in ("up", "become", "reached") and not is_new(case, cue)]
    up = said[-1] if said else None
    if target is None or up is None or up.kind != "up" or up.start < target.start or not case.topic:
        return None
    between = case.text[up.end : cluster.start]
    if cluster.has_percent and OF_MONEY.match(case.low, cluster.left_start, target.start) and not cluster.last(*COVER):
        return Refusal("it measures a target of money")
    if OF_TARGET.match(case.text, cluster.end):
        return None  # "yang ditargetkan, dengan penambahan N orang dari target M": N is what has been added
    if _FROM.search(between):
        return None  # "menargetkan naik dari 57 persen menjadi 65 persen": the first is the level today
    if cluster.has_percent and ("bertahap" in between or ":" in between):
        return Decision(
            "target", "kind.target.word", source=case.previous
        )  # "target naik bertahap: 70 persen pada 2027"
    if cluster.has_percent and any(cue.kind == "coverage" and cue.start > up.start for cue in cluster.left):
        return Decision("target", "kind.target.word", source=case.previous)  # "peningkatan cakupan sebesar 32 persen"
    if cluster.has_percent and _UP_TO_LEVEL.fullmatch(case.low, up.end, cluster.start):
        return Decision("target", "kind.target.word", source=case.previous)  # "dipatok naik hingga 57 persen"
    indicator = "covered_workers" if cluster.has_percent else None
    if cluster.has_percent and _THAN_MEMBERS.match(
        case.low, cluster.end
    ):  # "Target itu meningkat 38 persen dibanding ..."
        return Decision(
            "change", "kind.change.word", indicator, direction="increase", change_basis="relative", source=case.previous
        )
    basis = "relative" if cluster.has_percent else "absolute"
    return Decision("target", "kind.target.growth", indicator, direction="increase", change_basis=basis)


def target(case: Case) -> Answer:
    """A word of target before the number, with no word of a level reached, a gap or a change after it."""
    cluster = case.cluster
    aimed_at = (
        cluster.has_percent
        and _TO_BE_GOT.match(case.low, cluster.end)
        and not cluster.says("reached", "gap", "rest", "uncovered")
        and not _ROOM.search(case.low_left)
    )
    if (aimed_at or _IS_TARGET.match(case.text, cluster.end)) and (case.topic or cluster.says("jamsostek")):
        return Decision("target", "kind.target.word", source=case.previous)
    word = cluster.last("target")
    if word is not None and _HAS_REACHED.search(case.low, max(cluster.left_start, word.start - 12), word.end):
        return None  # "telah menyasar N pekerja": has reached them
    if word is not None and _NAMED_AS.match(case.text, cluster.end) and _NAMES.search(case.low, word.start, word.end):
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    if word is not None and _TO_BE_IN.match(case.text, cluster.end) and _NAMES.search(case.low, word.start, word.end):
        return Decision("planned", "kind.planned.word", "funded_workers")
    if word is not None and _is_reached(case, word):
        return Decision("achieved", "kind.achieved.cover")
    money = case.context.of("MONEY", word.end, cluster.start) if word is not None and cluster.has_count else ()
    if money and _FROM_WHOM.fullmatch(case.text, money[-1].end, cluster.start):
        return Refusal("it measures a target of money")
    if word is not None and cluster.has_count and _OUGHT_TO_BE_IN.match(case.low, word.start, cluster.start):
        return Decision("denominator", "kind.denominator", "eligible_workers")
    if word is None or _OF_THAT.search(case.low, cluster.left_start, cluster.start):
        return None
    officers = cluster.has_count and _OFFICERS.search(cluster.slots[0].mention.quote.lower())
    appoints = officers and _APPOINTS.search(case.low, cluster.left_start, cluster.start)
    if appoints and not cluster.says(*COVER, "jamsostek", "funded", "planned"):
        return Refusal("it counts those who are appointed")  # "KPU menetapkan 1.120 anggota PPS"
    before = case.context.before(cluster)
    if before is not None and OF_TARGET.match(case.text, before.end) and case.low.startswith(")", word.end):
        return None  # "14.200 PU (88 persen dari target), 9.800 BPU (112 persen)": of the number before
    if cluster.compared and _THAN_A_LEVEL.search(case.low, word.end, cluster.start):
        return None  # "menuju universal coverage, lebih tinggi dibandingkan cakupan nasional yang berada di angka P"
    if cluster.has_count and case.low.startswith(" potensi", word.end):
        return Decision(
            "denominator", "kind.denominator", "eligible_workers"
        )  # "target potensi UCJ sebanyak N pekerja"
    if cluster.has_count and _THAT_ARE_LEFT.match(case.low, cluster.end):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="target", source=case.previous)
    if cluster.has_count and _SURPASSED.search(case.low, cluster.left_start, cluster.start):
        return None
    pointed = case.low.startswith((" itu", " tersebut", " ini"), word.end)
    if pointed and cluster.has_count and _ALREADY_IN.match(case.text, cluster.end):
        return None  # "menurut sasaran itu, 2.100 pekerja sudah resmi terdaftar"
    if cluster.has_percent and OF_MONEY.match(case.low, cluster.left_start, word.start) and not cluster.last(*COVER):
        return Refusal("it measures a target of money")  # "porsi DBH sawit dipatok 5 persen"
    if cluster.has_percent and _is_of_economy(case):
        return Refusal(DISTRACTORS["economy"])
    later = [cue for cue in cluster.left if cue.start > word.start]
    if cluster.has_count and any(cue.kind == "planned" and _BUDGETS.match(case.low, cue.start) for cue in later):
        return Decision("planned", "kind.planned.word", "funded_workers")  # "menargetkan menganggarkan bagi N pekerja"
    asked = later and later[0].kind == "reached" and not _SO_FAR.match(case.low, later[0].start)
    if asked and _TO_BE.fullmatch(case.low, word.end, later[0].start):
        later = later[1:]  # "diminta sudah di atas 50 persen" is still asked for
    later = [cue for cue in later if not is_new(case, cue) and not _BY_THEN.search(case.low, word.end, cue.end)]
    if later and _WITH_RESULT.search(case.low, word.end, cluster.start):
        return None  # "melebihi target nasional, yaitu Kota X dengan capaian 96 persen"
    if any(cue.kind in ("reached", "gap", "up", "down") for cue in later):
        return None
    planned = bool(case.context.of("PLAN", cluster.left_start, cluster.start))
    paid = case.context.of("SEGMENT", cluster.start, cluster.near_end) and any(
        cue.kind == "funded" for cue in case.sentence_cues
    )  # "dari target 12 ribu pekerja rentan, sudah N yang kami bayarkan iurannya"
    attained = case.previous is not None and case.previous.decision.rule == "kind.achieved.of_target"
    behind = case.following is not None and case.following.says(*COVER[1:4])  # "dari target N, baru M yang terlindungi"
    titled = (
        cluster.has_percent
        and case.running_topic
        and case.context.has_cue("coverage", 0, case.context.document.title_end)
    )  # a story whose headline is about cover
    topic = (
        case.topic or _told_of_cover(case) or (planned and case.running_topic) or paid or attained or behind or titled
    )
    if not (cluster.says(*COVER, "jamsostek", "base") or topic):
        return Refusal("a target, but nothing says that it is one of coverage")
    return Decision("target", "kind.target.word", source=case.previous)


def _is_reached(case: Case, word: Cue) -> bool:
    """``telah mencapai target 36 persen cakupan``: the target is the level that was reached."""
    if not (case.cluster.has_percent and case.topic):
        return False
    at = _AT_THE_TARGET.fullmatch(case.low, word.end, case.cluster.start)
    return bool(at and _REACHED_IT.search(case.low, case.cluster.left_start, word.start))


def _told_of_cover(case: Case) -> bool:
    """Whether the last two sentences spoke of coverage: ``UCJ jadi prioritas. ... Target tahun ini P persen``."""
    if not case.cluster.has_percent or not case.running_topic or not case.context.is_about_scheme:
        return False
    first = case.context.parsed.sentences[max(0, case.cluster.sentence.index - 2)]
    return case.context.has_cue("coverage", first.start, case.cluster.start)


def _is_of_economy(case: Case) -> bool:
    """``angka kemiskinan 2 persen, targetnya di bawah 1 persen``: no word of cover stands behind that of poverty."""
    before = case.context.cues_in(case.cluster.sentence.start, case.cluster.start)
    said = [cue.kind for cue in before if cue.kind in (*COVER, "economy")]
    return bool(said) and said[-1] == "economy"


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
