"""Figures of the labour market beside coverage: who works and where, which is the base of no level."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, DISTRACTORS, Answer, Case, Decision, Refusal
from extractor.claims.kinds.apart import PEOPLE
from extractor.claims.kinds.stories import WORK_IN

FROM = re.compile(
    r"(?:(?<!terdiri )(?<!lebih )(?<!kurang )\bdari|\bdi antara|\bberbanding|"
    r"(?<!lindungan )(?<!proteksi )(?<!jaminan sosial )(?<!ketenagakerjaan )\bterhadap)\s+"
    r"(?:total|jumlah|sekitar|sekira|kurang lebih|lebih kurang|hampir|sebanyak|seluruh|keseluruhan|"
    r"sedikitnya|setidaknya|paling sedikit|kira-kira|\s)*$"
)
ELIGIBLE = re.compile(
    r"\)?\s*(?:yang\s+)?(?:memenuhi (?:syarat|persyaratan|kriteria)|eligible|\(eligible)", re.IGNORECASE
)
SURVEYED = re.compile(rf"\b(?:BPS|Badan Pusat Statistik|Sakernas|Susenas)\b[^.;]*\b{PEOPLE}\b", re.IGNORECASE)
_COULD_JOIN = re.compile(
    r"(?:\s+(?!yang\b|dan\b|atau\b)[a-z]+(?:-[a-z]+)?){0,6}?\s+(?:berpotensi|berpeluang|layak|"
    r"memenuhi (?:syarat|persyaratan|kriteria)|berhak)\s+(?:untuk\s+|besar\s+)*"
    r"(?:ikut(?! serta dalam)|(?:(?:men)?jadi|sebagai) (?:peserta|anggota)|didaftarkan|bergabung|"
    r"terlindungi|dilindungi)\b"
)
OF_WHAT_OUGHT = re.compile(  # "baru 15.900 orang dari yang seharusnya 71.200 pekerja"
    r"\s+dari\s+(?:(?:total|jumlah)\s+)?(?:yang\s+)?(?:seharusnya|semestinya|mestinya|harusnya)\b"
)
_RECKONED_ON = re.compile(  # "berdasarkan data jumlah pekerja di Jambi sebanyak 1,7 juta pekerja aktif"
    r"\b(?:berdasarkan|menurut data|mengacu (?:pada|ke)|merujuk (?:pada|ke)|bersumber dari|dari data|"
    r"dihitung (?:dari|berdasarkan))\s+(?:data\s+)?(?:jumlah|total|banyaknya)\s+"
    r"(?:pekerja|tenaga kerja|angkatan kerja|penduduk bekerja)\b"
    r"(?:(?!\b(?:yang|terdaftar|terlindungi|tercover|peserta)\b)[^.;,\d])*$"
)
_MADE_OF = re.compile(r"\bterdiri\s+(?:dari|atas)\b")


def of_labour(case: Case) -> bool:
    """``Dari 24 juta pekerja, 55 persen bekerja di sektor informal``: where they work is told, and not who is in."""
    row = case.following
    if row is None or not row.has_percent or any(cue.kind in (*COVER, "uncovered") for cue in case.sentence_cues):
        return False
    if ELIGIBLE.match(case.text, case.cluster.end) or "potensi" in case.low[case.cluster.start - 30 : row.start]:
        return False
    return bool(FROM.search(case.low_left) and WORK_IN.match(case.text, row.end))


def reckoned_on(case: Case) -> Answer:
    """``Data itu berdasarkan jumlah pekerja sebanyak N pekerja aktif``: what the level was reckoned on."""
    if case.cluster.has_percent or case.unit not in ("workers", None) or not case.topic or "peserta" in case.noun:
        return None
    if case.cluster.says("uncovered", "target", "planned") or not _RECKONED_ON.search(case.low_left):
        return None
    return Decision("denominator", "kind.denominator", "eligible_workers", source=case.continues)


def could_join(case: Case) -> Answer:
    """``2.100 pedagang di Alor berpotensi ikut Jamsostek``: they could be in, and are not yet."""
    if case.cluster.has_percent or case.unit != "workers" or not case.topic:
        return None
    if (
        "peserta" in case.noun
        or case.cluster.says("uncovered", "target", "planned")
        or not _COULD_JOIN.match(case.low, case.cluster.end)
    ):
        return None
    return Decision("denominator", "kind.denominator", "eligible_workers")


def labour_market(case: Case) -> bool:
    """``angkatan kerja N orang, yang bekerja M. Pengangguran ...``: the labour force told beside its unemployed."""
    sentences, index = case.context.parsed.sentences, case.cluster.sentence.index
    if case.sentence_covers or not case.cluster.says("base"):
        return False
    far = 2 if SURVEYED.search(case.text, case.cluster.sentence.start, case.cluster.end) else 1
    behind = sentences[min(index + far, len(sentences) - 1)]
    return case.context.has_cue("unemployment", case.cluster.sentence.start, behind.end)


def labour_parts(case: Case) -> Answer:
    """``Angkatan kerja 1,9 juta, yang bekerja 1,8 juta, terdiri atas 0,7 juta formal``: none is claimed."""
    if case.previous is not None or case.cluster.first_in_sentence:
        return None
    whole = case.context.in_sentence(case.cluster.sentence)[0]
    if not _MADE_OF.search(case.low, whole.end, case.cluster.start) or not labour_market(replace(case, cluster=whole)):
        return None
    return Refusal(DISTRACTORS["unemployment"])
