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
    all_of_them,
    apart,
    apiece,
    attained,
    bases,
    budgets,
    changes,
    continuations,
    ellipses,
    elsewhere,
    fitting,
    introduced,
    labour,
    levels,
    listings,
    members,
    missing,
    newcomers,
    occasions,
    other_counts,
    ours,
    pairs,
    parts,
    payments,
    plans,
    purposes,
    questions,
    refusals,
    restatements,
    rests,
    retold_targets,
    said_behind,
    sentences,
    shares,
    staff,
    stories,
    suppositions,
    targets,
    verbs,
    wishes,
)
from extractor.claims.kinds.missing import OF_MEMBERS, OUT_OF

_EMPLOYERS = re.compile(
    r"\b(?:perusahaan|badan usaha|pemberi kerja)(?:nya)?(?:\s+(?:aktif|peserta|yang|sudah|telah|terdaftar|"
    r"menjadi|tercatat|"
    r"ketenagakerjaan\s+[a-z]+(?=\s+(?:sebanyak|mencapai|berjumlah|ada)\b)|sebanyak|mencapai|berjumlah|baru|ada|"
    r"adalah|ialah|binaan|tahun(?:\s+(?:ini|lalu))?|kini|saat ini|"
    r"(?:(?:ber)?skala\s+)?(?:usaha\s+)?(?:mikro|kecil|menengah|besar|swasta)|mendaftar|ikut|bergabung|pada|di|dalam|program|bpjs|ketenagakerjaan|"
    r"bpjamsostek|jamsostek|naik|turun|bertambah|berkurang|meningkat|menurun|\d{4}|"
    r"di\s+(?:wilayah\s+)?(?:(?:kabupaten|kota|provinsi)\s+[a-z]+(?:\s[a-z]+)?|[a-z]+)))*\s+$"
)
_STAFF = re.compile(
    r"\b(?:pekerja|tenaga kerja|karyawan|buruh|pegawai)nya\s+"
    r"(?:(?:ada|sebanyak|berjumlah|mencapai|sekitar|sejumlah|total|kini|pun)\s+)*$"
)
_DONE_BY = re.compile(
    r"\b(?:di\w{4,}|oleh)\s+$"
)  # "peserta yang didaftarkan perusahaan sebanyak": of those they registered
_NUMBER_OF_EMPLOYERS = re.compile(  # "jumlah perusahaan yang mendaftar sebagai peserta di Kota X sebanyak 1.310"
    r"\b(?:jumlah|total|banyaknya)\s+(?:perusahaan|badan usaha|pemberi kerja)(?:nya)?\b"
    r"(?:(?!\b(?:pekerja|tenaga kerja|karyawan|buruh|orang|dengan)\b)[^.;,\d])*\s"
    r"(?:sebanyak|mencapai|berjumlah|sejumlah|adalah|ada|(?:bertambah|naik|meningkat|turun|berkurang)(?: dari)?)\s+"
    r"(?:sekitar\s+)?$"
)
_ARE_WORKERS = re.compile(  # "sisanya 28 ribu merupakan peserta BPU": of employers no less than of workers
    r"\s*(?:merupakan|adalah|ialah)\s+"
    r"(?:tenaga kerja|pekerja|peserta (?:pu|bpu|sektor|segmen|dari|bukan|penerima|pekerja))\b"
)
_ARE_IN = (
    r"(?:(?:sudah|telah|belum|baru|masih)\s+)*(?:(?:ter|men)?daftar|ikut(?: serta)?|bergabung|masuk|aktif|"
    r"tercover|terlindungi|(?:men)?jadi peserta)"
    r"(?:\s+(?:di|ke|dalam|program|bpjs|ketenagakerjaan|jamsostek|bpjamsostek|kepesertaan))*\s+"
    r"(?:(?:ada|sebanyak|mencapai|berjumlah|baru|hanya|sekitar)\s+)*"
)
_VILLAGES = re.compile(  # "seluruh desa yang berjumlah 154 telah terdaftar"
    r"\b(?:seluruh|semua|jumlah|total)\s+(?:desa|kelurahan|kalurahan|kampung|nagari|gampong|pekon)(?:nya)?\s+(?:(?:yang|ada|sudah|telah|baru|terdaftar)\s+)*"
    r"(?:berjumlah|sebanyak|sejumlah|mencapai)\s+$|"
    # "Desa yang sudah mendaftarkan perangkatnya 104"
    r"(?:^|\bjumlah\s)(?:desa|kelurahan|kalurahan|kampung|nagari|gampong|pekon)(?=\s)[^.;,\d]*\byang\s+(?:sudah|telah|belum|baru)\s+"
    r"(?:\w+\s+)?(?:mendaftarkan|mengikutsertakan|mengikutkan|melindungi|menganggarkan)\b[^.;,\d]*$|"
    # "Desa yang sudah ikut 154", "desa yang perangkatnya sudah terdaftar sebanyak 154"
    r"(?:^|[\"“]|\b(?:jumlah|total|adapun|sedangkan|sementara)\s)(?:desa|kelurahan|kalurahan|kampung|nagari|gampong|pekon)\s+"
    rf"yang\s+(?:\w+nya\s+)?{_ARE_IN}$"
)
_PROJECTS = re.compile(rf"(?:^|[\"“]|\b(?:jumlah|total)\s)proyek(?:\s(?:jasa|konstruksi|fisik))*\s+yang\s+{_ARE_IN}$")
_WHO_DO_SO = re.compile(  # "Baru 154 yang mendaftarkan perangkatnya dari 208 desa"
    r"\s+yang\s+(?:(?:sudah|telah|baru)\s+)*(?:mendaftarkan|mengikutsertakan|mengikutkan|melindungi|menganggarkan|ikut|"
    r"mendaftar|terdaftar|bergabung)\b[^.;,\d]{0,50}\sdari\s+(?:(?:total|sekitar|seluruh|jumlah|sebanyak)\s+)*"
)

NO_WORD = "no word in its clause says that it measures coverage"

RULES: tuple[Callable[[Case], Answer], ...] = (
    refusals.administrative,
    stories.aside,
    elsewhere.registered_as,
    payments.paid_out,
    refusals.ratio,
    apiece.of_dues,
    refusals.inhabitants,
    stories.other_scheme,
    stories.other_story,
    refusals.abroad,
    rests.complement,
    refusals.others,
    refusals.not_all,
    refusals.broken,
    refusals.threshold,
    refusals.titled,
    refusals.asked,
    stories.of_aid,
    ellipses.said,
    stories.labour,
    occasions.symbolic,
    occasions.sent,
    payments.dues,
    other_counts.staff,
    other_counts.families,
    other_counts.of_things,
    elsewhere.moved,
    other_counts.visitors,
    other_counts.doings,
    apiece.of_each,
    other_counts.answers,
    suppositions.supposed,
    stories.candidates,
    stories.spent,
    budgets.reached,
    budgets.beneficiaries,
    retold_targets.raised,
    stories.distractor,
    bases.fraction,
    continuations.told_before,
    apart.out_of_all,
    all_of_them.not_all_in,
    staff.their_staff,
    staff.whose_workers,
    staff.spread,
    staff.at_employers,
    labour.reckoned_on,
    labour.could_join,
    missing.uncovered,
    rests.rest_not,
    rests.rest_of_all,
    rests.remainder,
    missing.pointed,
    missing.gap,
    wishes.ought,
    plans.all_of_a_place,
    plans.planned_near,
    plans.meant,
    budgets.budgeted,
    budgets.receivers,
    budgets.cards,
    attained.attainment,
    attained.of_counted,
    retold_targets.of_the_target,
    targets.named,
    targets.then_realised,
    retold_targets.counted,
    purposes.purpose,
    wishes.wished,
    wishes.wanted,
    targets.will_add,
    changes.difference,
    targets.become,
    attained.realised,
    targets.growth,
    targets.target,
    targets.of_plan,
    changes.risen_from,
    pairs.added_by,
    changes.change,
    newcomers.newcomers,
    ellipses.before_that,
    ellipses.set_against,
    restatements.converted,
    bases.out_of,
    parts.bracketed,
    pairs.behind_base,
    pairs.with_count,
    pairs.counted_share,
    pairs.next_share,
    shares.share_of_covered,
    labour.labour_parts,
    members.where_now,
    levels.part,
    levels.by_state,
    introduced.announced,
    bases.base_before,
    apart.of_those_before,
    all_of_them.whereas,
    apart.place_with,
    apart.some_of_them,
    bases.potential,
    apart.on_record,
    levels.total,
    levels.member_segment,
    staff.accompanied,
    continuations.besides,
    staff.employers_too,
    staff.come_from,
    continuations.next_sentence,
    bases.base,
    apart.counted_first,
    all_of_them.mostly_out,
    said_behind.most_are_out,
    apart.who_work,
    plans.planned,
    shares.share,
    ours.of_ours,
    pairs.alternative,
    pairs.respectively,
    pairs.second_unit,
    pairs.next_target,
    levels.achieved,
    staff.paying,
    suppositions.in_fact,
    levels.compared,
    budgets.funded,
    pairs.coordinated,
    listings.ranked,
    pairs.shared_predicate,
    said_behind.all_of_them,
    verbs.says_else,
    continuations.item,
    listings.itemised,
    listings.enumerated,
    listings.among_places,
    questions.answered,
    continuations.earlier,
    continuations.those_in,
    restatements.restated,
    continuations.carried,
    members.counted,
    members.named_again,
    continuations.going_on,
    sentences.of_sentence,
    sentences.spoken_of,
    sentences.after_topic,
)


def _with_unit(answer: Decision | Refusal, case: Case) -> Decision | Refusal:
    """``pemberi kerja aktif tercatat 735 ribu``: a bare number counts the employers named right before it.

    So does a number of ``peserta``, who are employers or projects as well as workers.
    """
    if isinstance(answer, Refusal):
        return answer
    if case.unit is None and _STAFF.search(case.low_left):
        return replace(answer, unit="workers")  # "140 perusahaan, pekerjanya 4.310"
    plain = any(slot.counts_participants for slot in case.cluster.slots)
    if plain and answer.unit in ENTITY_UNITS:
        answer = replace(answer, unit=None)  # what it continues is no word of its own
    if answer.unit is not None:
        return answer
    if all(slot.quantity.unit for slot in case.cluster.slots) and not plain:
        return answer
    if not plain and _ARE_WORKERS.match(case.low, case.cluster.end):
        return replace(answer, unit="workers")
    employers = _EMPLOYERS.search(case.low_left)
    done_by = employers and _DONE_BY.search(case.low_left, 0, employers.start())
    if (employers and not done_by) or _NUMBER_OF_EMPLOYERS.search(case.low_left):
        return replace(answer, unit="companies")
    if _VILLAGES.search(case.low_left):
        return replace(answer, unit="villages")
    if _PROJECTS.search(case.low_left):
        return replace(answer, unit="projects")
    changed = answer.source if answer.rule == "kind.achieved.become" else None
    if changed is not None and changed is case.previous and changed.unit in ENTITY_UNITS:
        return replace(answer, unit=changed.unit)  # "Perusahaan peserta berkurang 320 menjadi 6.100"
    whole = case.following
    part_of = whole is not None and (
        OUT_OF.fullmatch(case.text, case.cluster.end, whole.start)
        or (case.unit is None and _WHO_DO_SO.fullmatch(case.low, case.cluster.end, whole.start))
    )
    if whole is not None and part_of and whole.slots[0].quantity.unit in ENTITY_UNITS:
        fewer = case.cluster.slots[-1].quantity.value <= whole.slots[0].quantity.value
        if fewer and not OF_MEMBERS.search(case.low_left):  # "total peserta 104.818 dari 4.869 perusahaan"
            return replace(answer, unit=whole.slots[0].quantity.unit)  # "310 dari 480 perusahaan"
    if plain or OF_MEMBERS.search(case.low_left):
        return answer if plain else replace(answer, unit="workers")
    if part_of:
        return answer
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
