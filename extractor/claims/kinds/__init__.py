"""What a number means: level, target, gap, change, base, share or plan, or no coverage claim at all.

The rules stand in ``RULES``, in the order they are asked; the first that has an answer decides and its id
goes into the claim. Each has its reason, examples and a counterexample in ``patterns/claims/kinds.toml``.
A number that no rule licenses is not claimed, and the reason is kept with its mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.claims.decisions import ENTITY_UNITS, Answer, Case, Decision, Refusal
from extractor.claims.kinds import (
    apart,
    attained,
    bases,
    budgets,
    changes,
    continuations,
    fitting,
    levels,
    listings,
    missing,
    other_counts,
    pairs,
    plans,
    refusals,
    sentences,
    staff,
    stories,
    targets,
)
from extractor.claims.kinds.missing import OF_MEMBERS, OUT_OF

_EMPLOYERS = re.compile(
    r"\b(?:perusahaan|badan usaha|pemberi kerja)(?:\s+(?:aktif|peserta|yang|sudah|telah|terdaftar|menjadi|tercatat|"
    r"sebanyak|mencapai|berjumlah|baru|ada|adalah|ialah|binaan|tahun|pada|di|dalam|program|bpjs|ketenagakerjaan|"
    r"bpjamsostek|jamsostek|\d{4}))*\s+$"
)
_VILLAGES = re.compile(  # "seluruh desa yang berjumlah 161 telah terdaftar"
    r"\b(?:seluruh|semua|jumlah|total)\s+(?:desa|kelurahan|kalurahan|kampung|nagari|gampong|pekon)(?:nya)?\s+(?:(?:yang|ada|sudah|telah|baru|terdaftar)\s+)*"
    r"(?:berjumlah|sebanyak|sejumlah|mencapai)\s+$"
)

NO_WORD = "no word in its clause says that it measures coverage"

RULES: tuple[Callable[[Case], Answer], ...] = (
    refusals.administrative,
    stories.aside,
    refusals.registered_as,
    other_counts.paid_out,
    refusals.ratio,
    refusals.inhabitants,
    stories.other_scheme,
    stories.other_story,
    refusals.abroad,
    refusals.others,
    refusals.not_all,
    refusals.broken,
    refusals.threshold,
    refusals.titled,
    refusals.asked,
    stories.of_aid,
    stories.labour,
    refusals.symbolic,
    other_counts.dues,
    other_counts.staff,
    other_counts.families,
    other_counts.of_things,
    other_counts.visitors,
    refusals.of_each,
    other_counts.answers,
    stories.supposed,
    stories.candidates,
    stories.spent,
    stories.distractor,
    bases.fraction,
    continuations.told_before,
    staff.whose_workers,
    staff.spread,
    staff.at_employers,
    missing.uncovered,
    missing.rest_not,
    missing.remainder,
    missing.pointed,
    missing.gap,
    targets.ought,
    plans.planned_near,
    plans.meant,
    budgets.budgeted,
    budgets.receivers,
    budgets.cards,
    attained.attainment,
    targets.named,
    targets.purpose,
    targets.will_add,
    changes.difference,
    targets.become,
    attained.realised,
    targets.growth,
    targets.target,
    targets.of_plan,
    changes.risen_from,
    changes.change,
    changes.newcomers,
    bases.out_of,
    levels.bracketed,
    pairs.behind_base,
    pairs.with_count,
    pairs.counted_share,
    pairs.next_share,
    levels.share_of_covered,
    levels.part,
    bases.base_before,
    bases.out_of_all,
    apart.whereas,
    bases.potential,
    apart.on_record,
    levels.total,
    levels.member_segment,
    staff.accompanied,
    continuations.besides,
    continuations.next_sentence,
    bases.base,
    apart.counted_first,
    plans.planned,
    levels.share,
    pairs.alternative,
    pairs.added_by,
    pairs.respectively,
    pairs.second_unit,
    pairs.next_target,
    levels.achieved,
    levels.compared,
    budgets.reached,
    budgets.funded,
    pairs.coordinated,
    listings.ranked,
    pairs.shared_predicate,
    continuations.item,
    listings.enumerated,
    listings.among_places,
    continuations.earlier,
    continuations.restated,
    continuations.carried,
    continuations.going_on,
    sentences.of_sentence,
)


def _with_unit(answer: Decision | Refusal, case: Case) -> Decision | Refusal:
    """``pemberi kerja aktif tercatat 735 ribu``: a bare number counts the employers named right before it."""
    if isinstance(answer, Refusal) or answer.unit is not None or case.unit is not None:
        return answer
    if _EMPLOYERS.search(case.low_left):
        return replace(answer, unit="companies")
    if _VILLAGES.search(case.low_left):
        return replace(answer, unit="villages")
    if OF_MEMBERS.search(case.low_left):
        return replace(answer, unit="workers")  # "total peserta 104.818 dari 4.869 perusahaan"
    whole = case.following
    if whole is not None and OUT_OF.fullmatch(case.text, case.cluster.end, whole.start):
        unit = whole.slots[0].quantity.unit
        return replace(answer, unit=unit) if unit in ENTITY_UNITS else answer  # "354 dari 533 perusahaan"
    base = case.previous
    if base is not None and base.decision.kind == "denominator" and answer.kind in ("achieved", "gap"):
        unit = base.decision.unit or base.cluster.slots[0].quantity.unit
        return replace(answer, unit=unit) if unit in ENTITY_UNITS else answer
    return answer


def decide(case: Case) -> Decision | Refusal:
    """The first rule's answer; a refusal where no rule licenses a claim.

    Where the arithmetic of the text says otherwise, what fits has the last word.
    """
    answer = next((found for rule in RULES if (found := rule(case)) is not None), None)
    fitted = fitting.decide(case, answer)
    if fitted is not None:
        return _with_unit(fitted, case)
    return _with_unit(answer, case) if answer is not None else Refusal(NO_WORD)
