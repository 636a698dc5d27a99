"""Parts of a number that other words than its own sentence's tell: the next sentence or line, or a base's."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decided
from extractor.claims.kinds.apart import value_of
from extractor.claims.openings import tells_from

ITEMISES = re.compile(
    r"[\"“]?\s*(?:[Dd]engan\s+|(?:[Jj]umlah|[Aa]ngka)(?: \w+)? (?:itu|ini|tersebut)\s+)?"
    r"(?:[Rr]incian(?:nya)?|[Pp]erincian(?:nya)?|[Tt]erdiri)\b"
)
_MADE_OF = re.compile(r"(?:[^.;\d]|\b20\d\d\b)*\b(?:terdiri\s+(?:dari|atas)|(?:pe)?rincian(?:nya)?|meliputi)\b[^.;\d]*")
_INTRODUCES = re.compile(r"\b(?:yaitu|yakni|berikut|ini|tersebar di|meliputi|(?:pe)?rincian(?:nya)?)\s*:$")
_OUT_OF_IT = re.compile(  # "Dari jumlah itu", "Dari 42.300 pekerja ini"
    r"[\"“]?\s*(?:(?:namun|sementara(?: itu)?|sedangkan|adapun),?\s+)?"
    r"dari\s+(?:jumlah|total|angka|[\d.,]+)(?:\s+(?!itu|tersebut|ini)[a-z]+){0,3}\s+(?:itu|tersebut|ini)\b"
)
IS_FROM_AMONG = re.compile(
    r"\s*(?:lebih\s+)?(?:orang\s+|pekerja\s+|tenaga kerja\s+|lainnya\s+)*"
    r"(?:di ?antaranya\b(?!\s+(?:telah|sudah|belum|baru))|"
    r"(?:berasal dari|berada di|ada di|bekerja di|merupakan|adalah|ialah|tergolong|termasuk|masuk(?: dalam)? kategori|"
    r"berstatus(?: sebagai)?)\s+(?:para\s+|kelompok\s+)?(?:sektor|segmen|kalangan|perusahaan|pekerja|tenaga kerja)\b)"
)
_MOST_ARE = re.compile(  # "Yang terbanyak nelayan, 5.000 orang": of those just counted
    r"[\"“]?(?:(?:yang|jumlah|kelompok|peserta|porsi|penerima)\s+)?(?:terbanyak|terbesar|paling\s+banyak|paling\s+besar)\s"
    r"(?![^.;]*\b(?:belum|target\w*|tidak)\b)[^.;\d]*$"
)


def is_introduced(case: Case, before: Decided) -> bool:
    """``9.260 orang dari sembilan distrik, yaitu:`` and in the next line ``Distrik X (2.610 orang), Distrik Y ...``."""
    if case.previous is not None or case.unit != before.unit or case.cluster.says(*COVER, "uncovered", "target"):
        return False
    return bool(_INTRODUCES.search(case.low, before.cluster.end, before.cluster.sentence.end))


def parts_pointed_at(case: Case, before: Decided) -> Answer:
    """``Masih 42 ribu yang belum. Dari jumlah itu, 31 ribu pekerja informal``: a part of those missing, planned or all.

    Without a word of cover in its sentence a group or a place only says who they are.
    """
    cluster, context = case.cluster, case.context
    if cluster.has_percent or not _OUT_OF_IT.match(case.low, tells_from(case.text, cluster.sentence), cluster.start):
        return None
    if not before.cluster.has_count and before.decision.kind == "achieved":
        before = _more_than_level(case, before) or before
    if before.decision.kind not in ("gap", "planned", "denominator") or not before.cluster.has_count:
        return None
    if any(cue.kind in (*COVER, *OTHER, "uncovered", "target", "planned") for cue in case.sentence_cues):
        return None
    if case.unit not in (None, before.unit) or value_of(cluster) > value_of(before.cluster):
        return None
    named = context.of("SEGMENT", cluster.start, max(cluster.end, cluster.near_end))
    if not named and not context.of("REGION", cluster.left_start, cluster.start):
        return None
    return replace(before.decision, rule="kind.part", unit=before.unit, source=before)


def _more_than_level(case: Case, level: Decided) -> Decided | None:
    """``Dari 42 ribu orang baru 30 persen. Dari jumlah itu, 18 ribu formal``: the base, as the level is no 13 ribu."""
    rows = [row for row in case.decided if row.cluster.sentence.index == level.cluster.sentence.index]
    base = next((row for row in rows if row.decision.kind == "denominator" and row.cluster.has_count), None)
    if base is None:
        return None
    covered = value_of(base.cluster) * level.cluster.slots[0].quantity.value / 100
    return base if value_of(case.cluster) > covered else None


def grown(case: Case, growth: Decided) -> Decided | None:
    """``Ada 41.600 orang, naik 10 persen. Dari jumlah itu, ...``: of those 41.600, as a rate counts nobody."""
    if growth.cluster.has_count or not _OUT_OF_IT.match(case.low, tells_from(case.text, case.cluster.sentence)):
        return None
    rows = [row for row in case.decided if row.cluster.index < growth.cluster.index and row.cluster.has_count]
    level = rows[-1] if rows else None
    near = level is not None and growth.cluster.sentence.index - level.cluster.sentence.index <= 1
    return level if near else None


def part_of_target(case: Case, before: Decided) -> Answer:
    """``Target kita 51.000 orang. Jumlah itu terdiri dari PU 31.000 orang``: parts, in its sentence or the next."""
    if case.cluster.has_percent or not before.cluster.has_count:
        return None
    first = ITEMISES.match(case.text, tells_from(case.text, case.cluster.sentence)) and case.previous is None
    next_one = before.decision.rule == "kind.part" and case.previous is before and case.coordinated()
    same = case.previous is before and _MADE_OF.fullmatch(case.low, before.cluster.end, case.cluster.start)
    if not (first or same or next_one):
        return None
    cues = (
        case.cluster.near if same else (*case.cluster.left, *case.cluster.near)
    )  # "45 ribu peserta baru, terdiri dari"
    if any(cue.kind in (*COVER, "reached", "target") for cue in cues):
        return None
    return replace(before.decision, rule="kind.part", unit=None, source=before.decision.source if next_one else before)


def is_largest_group(case: Case, before: Decided) -> bool:
    """``Terbanyak nelayan, 5.000 orang``: a group of those counted in the sentence before, and no place."""
    start, end = case.cluster.sentence.start, case.cluster.start
    if before.decision.kind != "achieved" or not (case.cluster.has_count and before.cluster.has_count):
        return False
    if (
        case.previous is not None
        or not _MOST_ARE.fullmatch(case.low, start, end)
        or case.context.of("REGION", start, end)
    ):
        return False
    return case.unit == before.unit and bool(case.context.of("SEGMENT", start, end))


def bracketed(case: Case) -> Answer:
    """``1.394 ketua RT (1.102 di desa dan 292 di kelurahan)``: the parts of a count in the bracket behind it."""
    before = case.previous
    if before is None or case.cluster.has_percent or before.cluster.has_percent:
        return None
    opened = case.text.rfind("(", before.cluster.end, case.cluster.start)
    first = before.decision.rule != "kind.bracket" and opened >= 0 and _in_bracket(case)
    if not first and not (before.decision.rule == "kind.bracket" and opened < 0 and _in_bracket(case)):
        return None
    whole = before.decision.source if before.decision.rule == "kind.bracket" else before
    while whole is not None and whole.decision.rule == "kind.bracket":
        whole = whole.decision.source
    unit = whole.unit if whole is not None and _add_up_to(case, whole) else case.unit or before.unit
    return replace(before.decision, rule="kind.bracket", unit=unit, source=before)


def _add_up_to(case: Case, whole: Decided) -> bool:
    """``9.430 ketua RT (8.220 desa, 1.210 kelurahan)``: two hundred villages would not make nine thousand people."""
    if case.unit not in ENTITY_UNITS or whole.unit in ENTITY_UNITS:
        return False
    end = case.text.find(")", case.cluster.start)
    rows = [row for row in case.context.in_sentence(case.cluster.sentence) if whole.cluster.end < row.start < end]
    return len(rows) > 1 and sum(value_of(row) for row in rows) == value_of(whole.cluster)


def _in_bracket(case: Case) -> bool:
    head = case.text[case.cluster.sentence.start : case.cluster.start]
    return head.rfind("(") > head.rfind(")")
