"""Numbers that the arithmetic of the text explains: parts of a total, the base of a rate, what a base lacks.

A fit of printed figures (``relations``) says what belongs together; whether it is covered, missing or only counted
is said by the words of one of them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.clusters import Cluster, Slot
from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.missing import FROM_ALL

_OTHERS = re.compile(r"\b(?:sisanya|selebihnya|lainnya)\b")
_AND_WITH = re.compile(r"\b(?:dengan|dan|sedangkan|sementara)\b|,")
_ARE_IN = re.compile(r"(?:\s+(?:orang|pekerja|tenaga kerja|lainnya|yang))*\s+(?:sudah|telah)\b")
_CHANGING = ("target", "planned", "up", "down")
_MEMBERS = (*COVER, "target", "planned", "funded", "uncovered", "gap", "up", "down")
_COVERED = (*COVER[1:4], "funded", "target")
_IS_LEFT = re.compile(r"\b(?:menyisakan|tersisa|sisanya|selebihnya|tinggal|masih ada)\b")
_GAP_TO = {"denominator": "full", "target": "target"}
_AIMS = ("target", "planned")
_HAVE_PARTS = ("achieved", "planned", "target", "gap", "change", "denominator")
_OWN_WORD = ("uncovered", "active", "inactive", "target", "planned", "funded", "gap", "up", "down")


def decide(case: Case, answer: Answer) -> Decision | None:
    """What the arithmetic says where the words (``answer``) say something else or nothing; None where they agree.

    Parts and rests of what is claimed already are beyond doubt. A base or a count that only fits has to give way to
    a word that refuses it.
    """
    if not case.context.relations:
        return None
    counted = answer is None or (isinstance(answer, Decision) and answer.kind == "achieved")
    fitted = (
        part_of_sum(case) or (part_of_base(case) if counted else None) or rest_of_base(case) or base_of_told_rate(case)
    )
    if fitted is None and not (isinstance(answer, Refusal) and answer.reason != DISTRACTORS["unemployment"]):
        fitted = base_of_rate(case) or (of_fit(case) if answer is None else None)
    if fitted is None or not isinstance(answer, Decision):
        return fitted
    aimed = fitted.rule == "kind.part.sum" and fitted.kind in _AIMS
    return None if aimed or answer.kind == fitted.kind else fitted


def part_of_sum(case: Case) -> Decision | None:
    """``6.300 terdaftar: 2.400 dari dinas, 3.900 guru``: exactly what makes up a number is what the number is."""
    slot = _lone(case)
    fit = case.context.relations.sum_with(slot) if slot else None
    total = _told(case, fit.total) if fit else None
    if fit is None or total is None or total.decision.kind not in _HAVE_PARTS or case.cluster.says(*_OWN_WORD):
        return None
    others = [case.context.cluster_of(part) for part in fit.parts if part != slot]
    if total.decision.kind in _AIMS and any(row.says(*COVER, "uncovered", "gap") for row in others):
        return None  # "Target 31.400. Yang masuk 12.200, kekurangannya 19.200": no parts of the target
    if total.decision.kind == "denominator" and any(row.says(*_MEMBERS, "rest") for row in (case.cluster, *others)):
        return None  # "Dari 31.400 pekerja 12.200 terdaftar. Sisanya 19.200": level and gap
    unit = total.unit if case.unit is None else None
    listed = (
        case.previous
        if case.coordinated() and not _OTHERS.search(case.low, case.cluster.left_start, case.cluster.near_end)
        else None
    )
    source = listed if listed is not None and listed.cluster.slots[0] in fit.parts else total
    return replace(total.decision, rule="kind.part.sum", unit=unit, source=source)


def part_of_base(case: Case) -> Decision | None:
    """``PU 51.400, BPU 23.800, konstruksi 1.500, dengan total pekerja 76.700``: parts of the base told behind them."""
    slot = _lone(case)
    fit = case.context.relations.sum_with(slot) if slot else None
    if slot is None or fit is None or slot not in fit.parts or case.cluster.says("registered", "covered", *_OWN_WORD):
        return None
    total = case.context.cluster_of(fit.total)
    if total.sentence.index != case.cluster.sentence.index or total.start < case.cluster.end:
        return None
    base = total.last("base", *COVER[1:])
    if base is None or base.kind != "base":
        return None
    return Decision("denominator", "kind.denominator.rate", "eligible_workers", unit=case.unit or "workers")


def rest_of_base(case: Case) -> Decision | None:
    """``Dari 263.500 pekerja, 262.100 sudah masuk. Selebihnya 1.400``: what base less level leaves is the gap."""
    slot = _lone(case)
    fit = case.context.relations.sum_with(slot) if slot else None
    if slot is None or fit is None or len(fit.parts) != 2 or _has_own_word(case):
        return None
    whole = _told(case, fit.total)
    level = _told(case, next(part for part in fit.parts if part != slot))
    to = _GAP_TO.get(whole.decision.kind) if whole is not None else None
    if to is None or level is None:
        return None
    if level.decision.kind == "gap" and to == "full" and _ARE_IN.match(case.low, case.cluster.end):
        return Decision("achieved", "kind.achieved.sum", unit=level.unit if case.unit is None else None, source=whole)
    if level.decision.kind != "achieved":
        return None
    indicator = "entity_coverage" if level.unit in ENTITY_UNITS else "uncovered_workers"
    unit = level.unit if case.unit is None else None
    return Decision("gap", "kind.gap.sum", indicator, gap_to=to, unit=unit, source=level)


def _has_own_word(case: Case) -> bool:
    """Whether a word of cover is said of the number itself, and not before it is called what is left."""
    word = case.cluster.last(*_COVERED)
    if word is not None and _IS_LEFT.search(case.low, word.end, case.cluster.start):
        word = None  # "baru 6.000 yang terdaftar, menyisakan 40.000 lainnya"
    return word is not None or any(cue.kind in _COVERED for cue in case.cluster.near)


def base_of_told_rate(case: Case) -> Decision | None:
    """The same of a level that was claimed before: whatever else is spoken of in between, it is its base."""
    slot = _lone(case)
    fit = case.context.relations.ratio_of(slot) if slot else None
    level = _told(case, fit.part) if fit is not None and fit.whole == slot else None
    return base_of_rate(case) if level is not None and level.decision.kind == "achieved" else None


def base_of_rate(case: Case) -> Decision | None:
    """``Total pekerja 109.400 dengan yang terdaftar 70.000 atau 63,99 persen``: what the rate was reckoned on."""
    slot = _lone(case)
    fit = case.context.relations.ratio_of(slot) if slot else None
    if slot is None or fit is None or fit.whole != slot or _counts_members(case):
        return None
    if case.context.cluster_of(fit.rate).says(*_CHANGING):
        return None  # the percentage is of something else
    if _cover_of(case, fit.part) is None and _cover_of(case, fit.rate) is None:
        return None
    told = _told(case, fit.part) or _told(case, fit.rate)
    unit = case.unit or fit.part.quantity.unit or "workers"
    return Decision("denominator", "kind.denominator.rate", "eligible_workers", unit=unit, source=told)


def _counts_members(case: Case) -> bool:
    """Whether a word before the number or right behind it makes it one of members, of a plan or a gap.

    Behind ``dengan`` and ``dan`` the word is the next number's: ``109 ribu pekerja dengan kepesertaan aktif 70 ribu``.
    """
    cluster = case.cluster
    kinds: tuple[str, ...] = _MEMBERS
    if FROM_ALL.search(case.low_left):
        kinds = ("target", "planned")  # "formal dari 711.700 terdaftar 417.300": the verb is the next number's
    elif cluster.last(*_MEMBERS):
        return True
    near = next((cue for cue in cluster.near if cue.kind in kinds), None)
    return near is not None and not _AND_WITH.search(case.low, cluster.end, near.start)


def of_fit(case: Case) -> Decision | None:
    """``Baru 12,6 persen terlindungi. Itu 86.600 dari 687.000``: count and rate that fit say the same of a base."""
    slot = case.cluster.slots[0]
    fit = case.context.relations.ratio_of(slot)
    if fit is None or slot == fit.whole or len(case.cluster.slots) > 1:
        return None
    other = fit.rate if slot == fit.part else fit.part
    before = _told(case, other)
    if before is not None:
        if before.decision.kind not in ("achieved", "gap"):
            return None
        return replace(before.decision, rule="kind.restated", indicator=None, unit=None, source=before)
    kind = _cover_of(case, other)
    if kind is None:
        return None
    if kind == "uncovered":
        return Decision("gap", "kind.gap.rate", gap_to="full")
    return Decision("achieved", "kind.achieved.rate")


def _lone(case: Case) -> Slot | None:
    """The count of a cluster that has nothing else."""
    slots = case.cluster.slots
    return slots[0] if len(slots) == 1 and not slots[0].is_percent else None


def _told(case: Case, slot: Slot) -> Decided | None:
    """What was decided of a number before this one."""
    return next((row for row in reversed(case.decided) if slot in row.cluster.slots), None)


def _cover_of(case: Case, slot: Slot) -> str | None:
    """The word of cover that stands with a number, before or right behind it; None for a number that has none."""
    cluster: Cluster = case.context.cluster_of(slot)
    if cluster.says(*_CHANGING):
        return None
    word = cluster.last(*COVER, "uncovered")
    near = next((cue for cue in cluster.near if cue.kind in (*COVER, "uncovered")), None)
    found = word or near
    return found.kind if found is not None else None
