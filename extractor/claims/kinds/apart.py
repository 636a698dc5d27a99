"""Bases told apart from their level: in the sentence before it, or behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decided, Decision
from extractor.claims.openings import tells_from
from extractor.model import Cue

PEOPLE = r"(?:pekerja|tenaga kerja|(?<!\w)naker(?!trans)|penduduk|angkatan kerja|buruh)"
THERE_ARE = re.compile(
    r"\b(?:ada|terdapat|memiliki|mempunyai|punya|estimasi|perkiraan|diperkirakan|ditaksir|taksiran|jumlah(?:nya)?|totalnya|sebanyak|berjumlah|"
    r"perangkatnya|mencatat|tercatat|mendata|terdata|pendataan)\b"
)
_AGAINST = (
    r"(?:Akan )?[Tt]etapi|Namun(?: (?:demikian|begitu))?|Tapi|Sayangnya|Hanya saja|Kenyataannya|Nyatanya|Faktanya|"
    r"Ironisnya|(?:Meski(?:pun)?|Walau(?:pun)?|Kendati) (?:demikian|begitu)"
)
_LEVEL_OPENS = re.compile(
    rf"[\"“]?(?:(?:{_AGAINST}|Sementara(?: itu)?|Sedangkan|Padahal),?\s+)?"
    r"(?:(?:(?:[Tt]ahun|[Bb]ulan) (?:ini|lalu)|[Kk]ini|[Ss]ekarang|[Ss](?:aat|ejauh|ampai|ampai saat) ini|"
    r"[Hh]ingga (?:kini|saat ini)),?\s+)?"
    r"(?:[Yy]ang|[Bb]aru|[Hh]anya|[Cc]uma|[Ss]ebanyak|[Ss]ejumlah|[Ss]ekitar|[Ss]ekira|[Kk]ira-kira|[Kk]urang lebih|"
    r"[Dd]ari (?:(?:jumlah|angka|total) (?:itu|tersebut|ini)|situ|sana|mereka)|[Dd]i antara mereka|"
    r"(?:[Ss]eparuh|[Ss]etengah|[Ss]epertiga|[Ss]eperempat|[Ss]eperlima|[Dd]ua pertiga|[Tt]iga perempat)nya)\b|"
    r"[\"“]?(?:(?:Sedangkan|Sementara(?: itu)?|Namun|Adapun),?\s+)?(?:(?:jumlah|total)\s+)?"
    r"(?:[Pp]eserta|[Kk]epesertaan|BPJS Ketenagakerjaan|BPJamsostek|Jamsostek)\b[^.;\d]{0,60}\b(?:baru|hanya)\s|"
    rf"[\"“]?(?:{_AGAINST}),?\s+(?:hingga|sampai|per|pada)\s[^.;]{{3,30}}\b(?:baru|hanya)\b"
)
_POINTS_BACK = re.compile(  # "Dari jumlah itu", "Dari 1.250 orang itu": at the number told last
    r"[\"“]?[Dd]ari\s+(?:(?:jumlah|angka|total|sejumlah)(?:\s+(?!itu|tersebut|ini)[a-z]+){0,3}|[\d.,]+(?:\s+[a-z]+){0,3}?)"
    r"\s+(?:itu|tersebut|ini)\b"
)
_ARE_WORKERS = re.compile(  # "86 ribu di antaranya adalah pekerja", "1,6 juta warga bekerja"
    r"(?:\s+\w+){0,3}?\s+(?:(?:adalah|merupakan|ialah|tergolong|berstatus(?: sebagai)?)\s+"
    rf"(?:(?:para\s+)?{PEOPLE}|angkatan kerja|penduduk (?:yang )?bekerja)|bekerja|"
    rf"(?:masuk|tergolong|termasuk)\s+(?:dalam\s+|ke\s+)*(?:kategori\s+|kelompok\s+|golongan\s+)?{PEOPLE})\b"
)
POINTED_AT = re.compile(
    r"[\"“]?(?:(?:namun|tetapi|tapi|sedangkan|sementara),?\s+)?"
    r"dari\s+(?:jumlah|angka|total)\b(?:\s+(?!itu|tersebut|ini)[a-z]+){0,3}\s+(?:itu|tersebut|ini)\b"
)
REGISTERED_ELSEWHERE = re.compile(
    r"\b(?:terdaftar|tercatat|terdata)\s+(?:di|pada)\s+(?:[Kk]ementerian|Kemen\w+|[Dd]inas|Disnaker\w*|BPS|Badan Pusat|"
    r"Dukcapil|OSS|DTKS)\b[^.;,]*$"
)
_OURS = re.compile(  # "Pekerja kita kan 500 ribuan. Yang ikut paling 130 ribuan"
    rf"\b{PEOPLE}(?:nya)?\s+(?:kita|kami|di sini)\s+"
    r"(?:(?:itu|kan|ini|ada|sekitar|kurang lebih|memang|mencapai)\s+)*$"
)
_WITH_MEMBERS = re.compile(r"[^.;\d]*,?\s+dengan\s+(?:kepesertaan|cakupan|coverage|jumlah peserta|peserta)\b")


_THOSE_OUT = re.compile(r"[\"“]?(?:(?:Namun|Tetapi|Sayangnya),?\s+)?[Yy]ang\s+(?:masih\s+)?(?:belum|tidak|tak)\b")
_SOME_OF_THEM = re.compile(  # "310 ribu pekerja, tetapi 168 ribu di antaranya"
    r"[^.;,\d]{0,40},?\s+(?:tetapi|tapi|namun|dan|dengan|sayangnya|sementara|sedangkan)?,?\s*"
    r"(?:(?:hanya|baru|sekitar|sebanyak|masih|ada|cuma)\s+)*"
)
_OUT_OF_THAT = re.compile(  # "terdapat 6.300 desa, dari angka tersebut sudah sebanyak 2.600"
    r"[^.;,\d]{0,60},?\s+(?:(?:tetapi|tapi|namun|dan|sayangnya|sementara|sedangkan)\s+)?"
    r"dari\s+(?:jumlah|angka|total)(?:\s+[a-z]+){0,2}?\s+(?:itu|tersebut|ini),?\s+"
    r"(?:(?:hanya|baru|sekitar|sebanyak|masih|ada|cuma|sudah|telah|yang|kurang lebih|sejumlah|terdapat|terdaftar|"
    r"terlindungi|tercover|menjadi peserta)\s+)*"
)
_AMONG_THEM = re.compile(r"\s+(?:orang\s+|pekerja\s+)?(?:di antaranya|dari mereka)\b")
OF_THEM = re.compile(
    r"\)?\s*(?:orang\s+|pekerja\s+|peserta\s+|persen\s+)?(?:di\s?antaranya|dari mereka)\b", re.IGNORECASE
)
_PLACE_WITH = re.compile(
    r"\b(?:kabupaten|kota|provinsi|daerah|wilayah|kawasan|pulau|kecamatan)(?:\s+(?:ini|itu))?\s+"
    r"(?:dengan|(?:yang\s+)?(?:memiliki|mempunyai|punya|dihuni))\s+"
    r"(?:(?:sekitar|lebih dari|total|jumlah|kurang lebih|hampir)\s+)*$"
)
_PEOPLE_FIRST = re.compile(rf"[\"“]?(?:(?:jumlah|total)\s+)?{PEOPLE}\b")
_NO_MORE = re.compile(r"[^.;:,\d]{5,80}\s")

_IN_NEXT = re.compile(  # "6.000 orang yang baru ikut 4.000"
    r"(?:\s+(?:orang|pekerja|kita|kami|di\s+\w+))*,?\s+(?:(?:tetapi|tapi|namun|dan|sedangkan|sementara)\s+)?yang\s+"
    r"(?:(?:baru|sudah|telah|hanya|saat ini|sekarang|kini|aktif)\s+)*"
    r"(?:(?:ter|men|di)?daftar(?:kan)?|ikut(?: serta)?|ter-?\s?cover|di-?\s?cover|ter-?lindungi|dilindungi|"
    r"masuk|bergabung|tergabung|(?:men)?jadi (?:peserta|anggota)|terjamin|terakomod\w+|punya|memiliki)"
    r"(?:\s+(?:program|kepesertaan|jaminan|sosial|kartu|di|ke|dalam|sebagai|peserta|bpjs|ketenagakerjaan|jamsostek|"
    r"bpjamsostek|bpjstk))*"
    r"(?:\s+(?:baru|hanya|sekitar|sebanyak|sejumlah|ada|itu|kurang lebih|mencapai|cuma))*\s+"
)

_AT_ONCE = 25  # characters from a percentage to the group it is of
_OUT_OF_ALL = re.compile(r"\bdari (?:(?:jumlah|total|seluruh|keseluruhan)\b[^.;]*|(?:sekitar |sebanyak )?)$")
_TO_THOSE_IN = re.compile(  # "di Kendari ini yang sudah", "baru"
    r"\s*,?\s*(?:[^.;\d]*?\b(?:yang|yg|baru|hanya|sudah|telah)\s+(?:(?:sudah|telah|baru|masih|kini|saat ini)\s+)*)?"
)
_SO_MANY_ARE_IN = re.compile(  # "sebagai peserta hingga Maret 2021 sebanyak"
    r"(?:\s+(?:bpjs|bpjstk|bpjamsostek|ketenagakerjaan|jamsostek|aktif))*\s+|"
    r"(?:[^.;\d]*?\b\d{4}\b)?[^.;\d]*?\s(?:sebanyak|sejumlah|sebesar|sekitar|hanya|baru|cuma|ada|mencapai|berjumlah|"
    r"adalah|ialah|(?:saat|sejauh|selama|sementara) ini|sekarang|kini)\s+"
    r"(?:(?:ada|sekitar|sebanyak|sebesar|hanya|baru|mencapai)\s+)*"
)

_ARE_AMONG = re.compile(r"\s*(?:orang\s+|di ?antaranya\s+)*(?:adalah|merupakan|ialah|berasal dari)\s")


def pointed_at(case: Case) -> bool:
    """``Jumlah tenaga honorer 990 orang. Dari jumlah itu yang sudah terdaftar ...``: coverage is told of them next."""
    sentences, index = case.context.parsed.sentences, case.cluster.sentence.index
    behind = sentences[index + 1] if index + 1 < len(sentences) else None
    if behind is None or not POINTED_AT.match(case.low, tells_from(case.text, behind)):
        return False
    end = behind.end
    if index + 2 < len(sentences) and sentences[index + 2].paragraph - behind.paragraph <= 1:
        opens = _LEVEL_OPENS.match(case.text, sentences[index + 2].start)
        end = sentences[index + 2].end if opens else end  # "Dari jumlah itu 18 ribu formal. Namun baru 49 persen ..."
    return any(cue.kind in (*COVER, "uncovered") for cue in case.context.cues_in(behind.start, end))


def missing_behind(case: Case) -> bool:
    """``Nelayan kapal besar jumlahnya 1.500 orang. Masih ada yang belum bergabung``: some of them are out."""
    sentences, index = case.context.parsed.sentences, case.cluster.sentence.index
    behind = sentences[index + 1] if index + 1 < len(sentences) else None
    if behind is None or not case.joined(behind) or case.context.in_sentence(behind):
        return False
    return case.context.has_cue("uncovered", behind.start, behind.end)


def counted_first(case: Case) -> Answer:
    """``Di Aceh ada 6.400 desa. Yang sudah terdaftar 2.657 desa``: the base, its level in the sentence behind it."""
    cluster = case.cluster
    if cluster.has_percent or case.unit not in ("workers", *ENTITY_UNITS, None) or not _alone(case):
        return None
    if cluster.says(*COVER, "uncovered", "target", "funded", "planned", "gap", "up", "down"):
        return None
    before = case.previous
    listed = before is not None and before.decision.kind == "achieved" and case.coordinated()
    if before is not None and listed and case.context.of("PROGRAMME", before.cluster.end, cluster.start):
        return None  # "terdaftar JKK 31 juta dan JKM 32 juta orang. Yang aktif di JHT 18 juta"
    workers = _ARE_WORKERS.match(case.low, cluster.end)
    if case.unit is None and not (workers or of_people(case)):
        return None
    before = case.previous
    if before is not None and before.decision.kind == "achieved" and case.coordinated() and not cluster.says("base"):
        return None  # "yang terdaftar JKK 21,43 juta dan JKM 21,45 juta orang. Sedangkan ...": the next of a list
    level = level_behind(case)
    unit = case.unit or "workers"
    if level is None or level.slots[0].quantity.unit not in (unit, "percent", None):
        return None
    told = workers or _is_all_said(case) or THERE_ARE.search(case.low_left) or _OURS.search(case.low_left)
    if not told and not _POINTS_BACK.match(case.text, level.sentence.start):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers", unit=unit)


def _is_all_said(case: Case) -> bool:
    """``Pekerja informal di Alor 88.400 orang.``: a group and its number, and not a word more."""
    start, cluster = case.cluster.sentence.start, case.cluster
    groups = case.context.of("SEGMENT", start, start + 8)
    if not groups and not _PEOPLE_FIRST.match(case.low, start):
        return False
    return bool(_NO_MORE.fullmatch(case.low, start, cluster.start)) and not case.text[
        cluster.end : cluster.sentence.end
    ].strip(' .,"”')


def of_people(case: Case) -> bool:
    """``jumlah angkatan kerja di Jember sekitar 800 ribu``: a bare number behind those it counts."""
    if _OURS.search(case.low_left):
        return True
    return any(cue.kind == "base" for cue in case.cluster.left) and not case.cluster.says("share", "level")


def who_work(case: Case) -> Answer:
    """``Dari 90 ribu penduduk, N adalah pekerja. Dari jumlah itu M terdaftar``: those who work are the base of M."""
    cluster, before = case.cluster, case.previous
    if cluster.has_percent or case.unit not in ("workers", None) or not _ARE_WORKERS.match(case.low, cluster.end):
        return None
    if cluster.says(*COVER, "uncovered", "target", "funded", "planned"):
        return None
    if before is not None and before.decision.kind != "denominator":
        return None
    row = case.following
    told = row is not None and smaller(row, case) and _WITH_MEMBERS.match(case.low, cluster.end, row.start)
    if not told and not pointed_at(case):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers")


def level_behind(case: Case) -> Cluster | None:
    """A smaller number of those who are in that opens the sentence behind: ``Namun, hingga Juni baru N``."""
    sentences, index = case.context.parsed.sentences, case.cluster.sentence.index
    if index + 1 >= len(sentences) or sentences[index + 1].paragraph > case.cluster.sentence.paragraph + 1:
        return None
    asked = _is_asked(case, index + 1)
    if asked:
        index += 1  # "2.150 sopir. Berapa yang ikut? Tak sampai 500"
    rows = case.context.in_sentence(sentences[index + 1])
    back = asked or _POINTS_BACK.match(case.text, sentences[index + 1].start)
    rows = [row for row in rows if not back or value_of(row) != value_of(case.cluster)]  # "Dari 1.250 itu, ada 1.100"
    level = next(iter(rows), None)
    if level is None or not (back or _LEVEL_OPENS.match(case.text, level.sentence.start, level.start)):
        return None
    out = _THOSE_OUT.match(case.text, level.sentence.start, level.start)  # "Yang tidak punya Jamsostek 168 ribu"
    kinds = (*COVER[1:], "uncovered") if back or out else COVER[1:]
    covers = asked or any(cue.kind in kinds for cue in (*level.left, *level.near))
    rate = level.slots[0].is_percent and case.unit == "workers" and not level.has_count
    return level if covers and (rate or smaller(level, case)) else None


def _is_asked(case: Case, index: int) -> bool:
    """Whether a sentence asks for those who are in, and its paragraph goes on."""
    sentences = case.context.parsed.sentences
    asked = sentences[index]
    if not case.text[asked.start : asked.end].rstrip('"” ').endswith("?") or case.context.in_sentence(asked):
        return False
    if index + 1 >= len(sentences) or sentences[index + 1].paragraph != asked.paragraph:
        return False
    return any(cue.kind in (*COVER[1:], "uncovered") for cue in case.context.cues_in(asked.start, asked.end))


def _alone(case: Case) -> bool:
    """Whether what else the sentence counts behind it is something else: ``9.250 orang pada 740 perusahaan``."""
    rows = [row for row in case.context.in_sentence(case.cluster.sentence) if row.start > case.cluster.start]
    return all(slot.quantity.unit not in (case.unit, None, "percent") for row in rows for slot in row.slots)


def place_with(case: Case) -> Answer:
    """``Di kabupaten dengan 310 ribu pekerja ini, peserta baru 104 ribu``: all there are, told with the place."""
    level = case.following
    if case.cluster.has_percent or case.unit != "workers" or level is None or not _PLACE_WITH.search(case.low_left):
        return None
    covers = any(cue.kind in COVER for cue in (*level.left, *level.near))
    if not covers or not (level.slots[0].is_percent or smaller(level, case)):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers")


def some_of_them(case: Case) -> Answer:
    """``Kota X punya 310 ribu pekerja, tetapi 168 ribu di antaranya tidak terlindungi``: all there are of them."""
    cluster, part = case.cluster, case.following
    if cluster.has_percent or case.unit not in ("workers", *ENTITY_UNITS) or part is None or not smaller(part, case):
        return None
    if cluster.says(*COVER, "uncovered", "target", "funded", "planned") or not THERE_ARE.search(case.low_left):
        return None
    among = _SOME_OF_THEM.fullmatch(case.low, cluster.end, part.start) and _AMONG_THEM.match(case.low, part.end)
    pointed = part.slots[0].quantity.unit in (case.unit, None) and _OUT_OF_THAT.fullmatch(
        case.low, cluster.end, part.start
    )
    if not among and not pointed:
        return None
    said = any(cue.kind in (*COVER[1:3], "uncovered") for cue in (*(part.left if pointed else ()), *part.near))
    return Decision("denominator", "kind.denominator.before", "eligible_workers") if said else None


def on_record(case: Case) -> Answer:
    """``500 ribu perusahaan menjadi peserta. Yang terdaftar di Kementerian Hukum 700 ribu``: all there are of them."""
    before, cluster = case.continues, case.cluster
    if (
        before is None
        or cluster.has_percent
        or before.decision.kind != "achieved"
        or not REGISTERED_ELSEWHERE.search(case.left)
    ):
        return None
    if before.cluster.slots[0].quantity.unit != case.unit or value_of(before.cluster) >= value_of(cluster):
        return None
    return Decision("denominator", "kind.denominator.before", "eligible_workers", source=before)


def smaller(level: Cluster, case: Case) -> bool:
    """Whether a count is smaller than the case's number."""
    return not level.slots[0].is_percent and value_of(level) < value_of(case.cluster)


def value_of(cluster: Cluster) -> Decimal:
    """The first count of a cluster, its upper end where it is a range."""
    quantity = next((slot.quantity for slot in cluster.slots if not slot.is_percent), cluster.slots[0].quantity)
    return quantity.value_max or quantity.value


def is_in_next(case: Case, whole: Cluster, row: Cluster) -> bool:
    """``6.000 guru yang baru ikut 4.000``: the verb leads on to the next number, which is the smaller one."""
    if not case.topic or row.slots[0].is_percent or not _IN_NEXT.fullmatch(case.low, whole.end, row.start):
        return False
    return row.slots[0].quantity.unit in (case.unit, None) and value_of(row) < value_of(whole)


def of_those_before(case: Case) -> Answer:
    """``6.000 guru yang baru ikut 4.000``: those who are in of those just counted."""
    before = case.previous
    if before is None or before.decision.kind != "denominator" or case.cluster.has_percent:
        return None
    if not is_in_next(case, before.cluster, case.cluster) and not _is_part_of_all(case, before):
        return None
    return Decision("achieved", "kind.achieved.cover", unit=case.unit or before.unit, source=before)


def _is_part_of_all(case: Case, whole: Decided) -> bool:
    """``Dari 9.000 petani yang terlindungi itu, terdapat 4.300 asal Sikka``: the verb of the base is theirs."""
    if case.cluster.says("uncovered", "target", "planned", "gap") or value_of(case.cluster) >= value_of(whole.cluster):
        return False
    said = case.context.cues_in(whole.cluster.end, case.cluster.start)
    if not any(cue.kind in COVER[1:3] for cue in said) or any(cue.kind == "uncovered" for cue in said):
        return False
    return (
        whole.cluster is case.context.before(case.cluster)
        and out_of_all(replace(case, cluster=whole.cluster)) is not None
    )


def is_potential(case: Case, named: Cue) -> bool:
    """Whether a word of base names those who could be members: ``dari total 9,9 juta peserta`` names those who are."""
    return any(word in case.low[named.start : named.end] for word in ("potensi", "populasi", "angkatan", "semesta"))


def out_of_all(case: Case) -> Answer:
    """``Dari jumlah pekerja sebanyak N orang yang sudah masuk sebanyak M``: the verb belongs to the second.

    So it does in ``dari N desa yang belum terdaftar masih M desa`` and ``dari N nelayan yang ikut baru P persen``.
    """
    row, cluster = case.following, case.cluster
    if row is None or cluster.has_percent or case.unit not in ("workers", *ENTITY_UNITS):
        return None
    rate = row.slots[0].is_percent and case.unit == "workers"
    if not rate and not (smaller(row, case) and row.slots[0].quantity.unit in (case.unit, None)):
        return None
    if cluster.says("target", "planned"):
        return None
    named = cluster.last("base")
    potential = named is not None and is_potential(case, named)  # "dengan semesta pekerja N yang sudah terdaftar M"
    if not potential and ("peserta" in case.noun or not _OUT_OF_ALL.search(case.low_left)):
        return None  # "dari 9.000 peserta yang aktif 7.000": all of them are in
    says = (*COVER[1:], "uncovered", "planned", "target", *OTHER)
    verb = next((cue for cue in case.context.cues_in(cluster.end, row.start) if cue.kind in says), None)
    if verb is None or verb.kind not in (*COVER[1:], "uncovered"):
        return None
    if not _TO_THOSE_IN.fullmatch(case.low, cluster.end, verb.start):
        return None
    if not _SO_MANY_ARE_IN.fullmatch(case.low, verb.end, row.start):
        return None
    if rate and case.context.of("SEGMENT", row.end, row.end + _AT_ONCE):
        return None  # "dari 64 ribu orang yang telah ikut sebanyak 71 persen di segmen formal": so are those
    among = _ARE_AMONG.match(case.low, row.end)  # "dari 12 ribu petani yang dilindungi, 3.110 adalah petani di sini"
    if (rate or among or verb.kind == "uncovered") and "," in case.text[verb.end : row.start]:
        return None  # "dari 3 juta pekerja yang terlindungi, 64 persen formal": those are in
    return Decision("denominator", "kind.denominator.before", "eligible_workers")
