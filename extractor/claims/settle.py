"""What only all claims of a document together settle: shared periods, and what arithmetic decides.

Nothing is corrected: a field that the text left open (what a gap is to, what a change is in, whether a part's
percentage is a share) is filled where the printed numbers leave one answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from extractor.claims.context import Context
from extractor.frozen import replace
from extractor.model import Claim, Dated
from extractor.numbers import exponent

_BLOCK_REACH = 6  # paragraphs, as a list of items is one paragraph each
_EXACT = 4  # digits of a count that is no chance
_LEVELS = ("achieved", "denominator", "share")


def _redated(claim: Claim, source: Claim, rule: str) -> Claim:
    """The claim with the period of another, carried by ``rule``."""
    kept = [row for row in claim.rules if not row.startswith("asof.")]
    dated = Dated(source.as_of.period, "carried", source.as_of.text)
    return replace(claim, as_of=dated, rules=(*kept, rule))


def date_blocks(claims: list[Claim], blocks: Sequence[tuple[int, Dated]], context: Context) -> list[Claim]:
    """``Ini data sampai Agustus 2025`` dates what the same speaker gave before it without a period."""
    result = list(claims)
    for offset, dated in blocks:
        paragraph = context.parsed.sentence_at(offset).paragraph
        name: str | None = None
        for i in reversed([i for i, row in enumerate(result) if row.evidence.start < offset]):
            claim = result[i]
            if paragraph - context.parsed.sentence_at(claim.evidence.start).paragraph > _BLOCK_REACH:
                break
            if claim.speaker is not None:
                if name is not None and claim.speaker.name != name:
                    break
                name = claim.speaker.name
            undated = claim.as_of.basis in ("event", "publication", "unknown")
            if claim.kind in (*_LEVELS, "gap") and (undated or _narrows(dated, claim.as_of)):
                kept = [rule for rule in claim.rules if not rule.startswith("asof.")]
                result[i] = replace(claim, as_of=dated, rules=(*kept, "asof.block"))
    return result


def _narrows(one: Dated, other: Dated) -> bool:
    """``posisi 31 Desember 2024`` says more exactly what was called ``Desember 2024`` in another sentence."""
    if one.period is None or other.period is None or other.basis != "carried" or one.period == other.period:
        return False
    return other.period.start <= one.period.start and one.period.end <= other.period.end


def share_periods(claims: list[Claim], rules: Mapping[str, str]) -> list[Claim]:
    """Within a group what has no period of its own takes that of a level that states one."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.group].append(claim)
    result: list[Claim] = []
    for claim in claims:
        stated = [row for row in groups[claim.group] if row.kind == "achieved" and row.as_of.basis == "explicit"]
        own_words = claim.as_of.basis in ("explicit", "carried") or rules.get(claim.id) == "asof.now"
        if stated and not own_words and claim.kind in (*_LEVELS, "gap"):
            claim = _redated(claim, stated[0], "asof.group")
        result.append(claim)
    return result


def gaps_with_levels(claims: list[Claim]) -> list[Claim]:
    """A gap describes the same period as the level it completes: same region and segment, stated elsewhere."""
    result: list[Claim] = []
    for claim in claims:
        if claim.kind == "gap" and claim.as_of.basis not in ("explicit", "carried") and "asof.now" not in claim.rules:
            levels = [
                row for row in claims
                if row.kind == "achieved"
                and row.indicator == "coverage_rate"
                and "kind.achieved.from" not in row.rules  # the level before it rose
                and row.as_of.basis in ("explicit", "carried")
                and row.region.code == claim.region.code and set(row.segment) == set(claim.segment)
            ]  # fmt: skip
            if len({row.as_of.period for row in levels}) == 1:
                claim = _redated(claim, levels[0], "asof.gap_level")
        result.append(claim)
    return result


def date_by_arithmetic(claims: list[Claim]) -> list[Claim]:
    """What the printed numbers make another form of a dated statement is of its time.

    A level that is a dated count on its base (``121,8 ribu dari 212,6 ribu`` is ``57,3 persen``, to the printed
    decimals), and a number of those missing that is base less count, to the last digit.
    """
    bases: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "denominator" and claim.unit == "workers":
            bases[claim.group].append(claim)
    pairs = [(level, base) for level in claims if _is_dated_count(level) for base in bases[level.group]]
    result: list[Claim] = []
    for claim in claims:
        if claim.as_of.basis not in ("explicit", "carried") and "asof.now" not in claim.rules:
            same = [level for level, base in pairs if _alike(claim, level) and _says_the_same(claim, level, base)]
            if len({level.as_of.period for level in same}) == 1:
                claim = _redated(claim, same[0], "asof.arithmetic")
        result.append(claim)
    return result


def _is_dated_count(claim: Claim) -> bool:
    return claim.kind == "achieved" and claim.unit == "workers" and claim.as_of.basis in ("explicit", "carried")


def _alike(one: Claim, other: Claim) -> bool:
    return one.region.code == other.region.code and set(one.segment) == set(other.segment)


def _says_the_same(claim: Claim, level: Claim, base: Claim) -> bool:
    if claim.kind == "gap" and claim.unit == "workers":
        return len(str(claim.value)) >= _EXACT and claim.value == base.value - level.value
    if claim.kind != "achieved" or claim.unit != "percent" or exponent(claim.value) >= 0 or not base.value:
        return False
    return abs(level.value / base.value * 100 - claim.value) <= Decimal("0.5").scaleb(exponent(claim.value))


def settle_gaps(claims: list[Claim]) -> list[Claim]:
    """A gap to nothing named is settled by arithmetic: level + gap is 100, or a target of the same workers.

    Then it has the plan of that target; another unit of the same gap in its group follows it. So is a count of
    those not covered that is just what a counted level lacks to a counted target.
    """
    result: list[Claim] = []
    settled: dict[str, Claim] = {}
    for claim in claims:
        if claim.kind == "gap" and claim.gap_to == "unknown" and claim.unit == "percentage_point":
            claim = _settled_gap(claim, claims)
            if claim.gap_to != "unknown":
                settled[claim.group] = claim
        elif claim.kind == "gap" and claim.gap_to == "full" and claim.unit == "workers":
            claim = _counted_to_target(claim, claims)
        result.append(claim)
    return [
        replace(row, gap_to=settled[row.group].gap_to, plan=row.plan or settled[row.group].plan)
        if row.kind == "gap" and row.gap_to == "unknown" and row.group in settled
        else row
        for row in result
    ]


def _settled_gap(gap: Claim, claims: Sequence[Claim]) -> Claim:
    same = [
        row for row in claims
        if row.unit == "percent" and row.region.code == gap.region.code and set(row.segment) == set(gap.segment)
    ]  # fmt: skip
    levels = {row.value for row in same if row.kind == "achieved" and row.indicator == "coverage_rate"}
    if any(level + gap.value == 100 for level in levels):
        return replace(gap, gap_to="full")
    for target in (row for row in same if row.kind == "target"):
        if any(target.value - level == gap.value for level in levels):
            return replace(gap, gap_to="target", plan=gap.plan or target.plan)
    return gap


def _counted_to_target(gap: Claim, claims: Sequence[Claim]) -> Claim:
    """``Dari target 50.000 pekerja sudah 37.250, masih ada 12.750 yang belum``: the target, not everybody, is meant."""
    same = [row for row in claims if row.unit == "workers" and row.region.code == gap.region.code]
    levels = {row.value for row in same if row.kind == "achieved"}
    for target in same:
        if target.kind in ("target", "planned") and target.value - gap.value in levels:
            return replace(gap, gap_to="target", plan=gap.plan or target.plan)
    return gap


def attained_in_time(claims: list[Claim], context: Context) -> list[Claim]:
    """``95 persen dari target 52 ribu orang pada 2018``, read in 2019: what was attained of it was so in that year."""
    day = context.event.period or context.published.period
    result: list[Claim] = []
    for claim in claims:
        if day is not None and "kind.achieved.of_target" in claim.rules and claim.as_of.basis != "explicit":
            here = claim.evidence.sentence_start
            targets = [row for row in claims if row.kind == "target" and row.evidence.sentence_start == here]
            behind = [row for row in targets if row.evidence.start > claim.evidence.start]
            period = behind[0].as_of.period if behind else None
            if period is not None and period.end < day.start:
                claim = _redated(claim, behind[0], "asof.of_target")
        result.append(claim)
    return result


def date_baselines(claims: list[Claim]) -> list[Claim]:
    """A change whose sentence states an earlier level too, of the same place and group, is measured from that one."""
    result: list[Claim] = []
    for claim in claims:
        period = claim.as_of.period
        if claim.kind == "change" and claim.baseline is None and period is not None:
            here = claim.evidence.sentence_start
            earlier = [
                row.as_of.period for row in claims
                if row.kind == "achieved" and row.evidence.sentence_start == here and _alike(row, claim)
                and row.as_of.period is not None and row.as_of.period.end < period.start
            ]  # fmt: skip
            if len(set(earlier)) == 1:
                claim = replace(claim, baseline=f"{earlier[0].start}/{earlier[0].end}")
        result.append(claim)
    return result


def settle_changes(claims: list[Claim]) -> list[Claim]:
    """A change printed in percent is one in points when two printed levels differ by just it."""
    levels = [
        row for row in claims if row.kind == "achieved" and row.unit == "percent" and row.indicator == "coverage_rate"
    ]
    result: list[Claim] = []
    for claim in claims:
        exact = exponent(claim.value) < 0  # a whole number can meet the difference of two levels by chance
        if claim.kind == "change" and claim.unit == "percent" and (claim.change_basis == "unknown" or exact):
            same = [
                row.value for row in levels if row.region.code == claim.region.code and row.segment == claim.segment
            ]
            if any(abs(one - other) == claim.value for one in same for other in same):
                indicator = "coverage_rate" if claim.change_basis == "relative" else claim.indicator
                claim = replace(claim, unit="percentage_point", change_basis="percentage_point", indicator=indicator)
        result.append(claim)
    return result


def attained_growth(claims: list[Claim]) -> list[Claim]:
    """``Dari target 2.400 perusahaan kini 2.673, tumbuh 111,38 persen``: the part of the target that was reached.

    Only of percentages so exact that they are met by no chance.
    """
    aims = [row for row in claims if row.kind in ("target", "planned")]
    members = [row for row in claims if row.kind in ("achieved", "change") and row.unit != "percent"]
    result: list[Claim] = []
    for claim in claims:
        if claim.kind == "change" and claim.unit == "percent" and exponent(claim.value) < -1:
            fits = (_is_part(row, aim, claim) for row in members for aim in aims if row.unit == aim.unit)
            if any(fits):
                claim = replace(
                    claim,
                    kind="achieved",
                    indicator="target_attainment",
                    population="target",
                    direction=None,
                    change_basis=None,
                )
        result.append(claim)
    return result


def settle_bases(claims: list[Claim]) -> list[Claim]:
    """``43 juta pekerja terlindungi ... pekerja informal mencapai 57 juta``: more than are covered at all is a base.

    Only of counts that no word of cover stands beside. Those who ``perlu dilindungi`` are a base where level and gap
    of the same place make up just their number.
    """
    levels = [row for row in claims if row.kind == "achieved" and row.unit == "workers" and not row.segment]
    result: list[Claim] = []
    for claim in claims:
        if claim.kind == "achieved" and claim.unit == "workers" and "kind.achieved.topic" in claim.rules:
            wholes = [row.value for row in levels if row.id != claim.id and row.region.code == claim.region.code]
            if claim.segment and wholes and claim.value > max(wholes):
                claim = replace(claim, kind="denominator", indicator="eligible_workers")
        elif claim.kind == "gap" and claim.unit == "workers":
            gaps = [row.value for row in claims if row.kind == "gap" and row.id != claim.id and _alike(row, claim)]
            if any(level.value + gap == claim.value for level in levels if _alike(level, claim) for gap in gaps):
                claim = replace(claim, kind="denominator", indicator="eligible_workers", gap_to=None)
        result.append(claim)
    return result


def settle_hundreds(claims: list[Claim]) -> list[Claim]:
    """``peserta di kota 35 persen, di desa 65 persen``: levels of one sentence that make up 100 are shares.

    So are those of different groups: coverage within each of them does not add up.
    """
    levels: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "achieved" and claim.unit == "percent" and claim.indicator == "coverage_rate":
            levels[claim.evidence.sentence_start].append(claim)
    whole = {
        row.id for rows in levels.values() for row in rows
        if len(rows) > 1 and sum(other.value for other in rows) == 100 and _of_one_whole(rows)
    }  # fmt: skip
    return [
        replace(row, kind="share", indicator="membership_share", population="participants") if row.id in whole else row
        for row in claims
    ]


def _of_one_whole(rows: Sequence[Claim]) -> bool:
    groups = {tuple(sorted(row.segment)) for row in rows}
    each = len(groups) == len(rows) and all(groups)
    return len({row.region.code for row in rows}) == 1 and (each or len(groups) == 1)


def settle_shares(claims: list[Claim]) -> list[Claim]:
    """``212.640 orang atau 35,82 persen``: a share where the count is just that part of another count of members.

    Not where a base in the document gives the percentage too. Of a target or a plan it is what was attained of it.
    """
    aims = [row for row in claims if row.kind in ("target", "planned") and row.unit == "workers"]
    members = [row for row in claims if row.kind == "achieved" and row.unit in ("workers", "companies")]
    bases = [row for row in claims if row.kind == "denominator"]
    result: list[Claim] = []
    for claim in claims:
        if claim.kind == "achieved" and claim.unit == "percent" and claim.indicator == "coverage_rate":
            here = claim.evidence.sentence_start
            counts = [row for row in members if row.group == claim.group and row.evidence.sentence_start == here]
            wholes = [row for row in members if counts and row.unit == counts[0].unit and row.value > counts[0].value]
            if any(_is_part(counts[0], row, claim) for row in wholes) and not any(
                _is_part(counts[0], row, claim) for row in bases
            ):
                claim = replace(claim, kind="share", indicator="membership_share", population="participants")
            elif (
                counts
                and _attains(counts[0], claim, aims)
                and not any(_is_part(counts[0], row, claim) for row in bases)
            ):
                claim = replace(claim, indicator="target_attainment", population="target")
        result.append(claim)
    return result


def _attains(count: Claim, percent: Claim, aims: Sequence[Claim]) -> bool:
    return any(row.region.code == count.region.code and _is_part(count, row, percent) for row in aims)


def _is_part(part: Claim, whole: Claim, percent: Claim) -> bool:
    if not whole.value:
        return False
    allowed = max(Decimal("0.5").scaleb(exponent(percent.value)), percent.value / 2000)  # counts are rounded too
    return abs(part.value / whole.value * 100 - percent.value) <= allowed


def settle_parts(claims: list[Claim]) -> list[Claim]:
    """A part's percentage is a share where part / whole gives it, else coverage within the segment."""
    by_group: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_group[claim.group].append(claim)
    result: list[Claim] = []
    for claim in claims:
        if claim.unit == "percent" and "kind.part" in claim.rules:
            rows = [row for row in by_group[claim.group] if row.unit == "workers" and row.kind == "achieved"]
            sentence = claim.evidence.sentence_start
            part = [row for row in rows if row.segment == claim.segment and row.evidence.sentence_start == sentence
                    and "kind.part" in row.rules]  # fmt: skip
            whole = [row for row in rows if not row.segment and "kind.part" not in row.rules]
            nearest = min(part, key=lambda row: abs(row.evidence.start - claim.evidence.start), default=None)
            if nearest is not None and whole and whole[0].value:
                share = nearest.value / whole[0].value * 100
                if abs(share - claim.value) <= Decimal("0.5").scaleb(exponent(claim.value)):
                    claim = replace(claim, kind="share", indicator="membership_share", population="participants")
        result.append(claim)
    return result


def settle_wholes(claims: list[Claim], context: Context) -> list[Claim]:
    """``Penerimanya 2.041 orang: imam 511, guru ngaji 1.530``: a whole whose parts are all of one group is of it."""
    at = {claim.evidence.start: claim for claim in claims}
    groups: dict[str, tuple[str, ...]] = {}
    for fit in context.relations.sums:
        whole = at.get(fit.total.mention.start)
        parts = [at.get(part.mention.start) for part in fit.parts]
        named = {(row.kind, row.segment) if row is not None else None for row in parts}
        if whole is not None and not whole.segment and len(named) == 1:
            one = named.pop()
            if one is not None and one[0] == whole.kind:
                groups[whole.id] = one[1]
    return [replace(row, segment=groups[row.id]) if groups.get(row.id) else row for row in claims]
