"""Stage three: claims out of mentions. One number with one meaning each, or a reason why there is none.

``build_claims`` decides for every number its kind (``kinds``), segment (``segments``), region
(``subjects``), period (``periods``) and speaker (``speakers``), then joins repeats and groups (``merge``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extractor.claims import details, merge
from extractor.claims.context import Cluster, Context, Slot
from extractor.claims.decisions import Case, Decided, Decision, Refusal
from extractor.claims.kinds import decide
from extractor.claims.kinds.continuations import introduction
from extractor.claims.periods import AsOf, Block, Periods
from extractor.claims.segments import decide_segment
from extractor.claims.subjects import NATION, Subjects, decide_region
from extractor.language import Parsed
from extractor.model import Claim, ClaimRegion, Cue, Dated, Document, Evidence, Mention, Official, Regulation

Speaker = Callable[[int], tuple[Official | None, str, str]]


@dataclass
class _State:
    """What is known of the clusters decided so far, by the index of their first slot."""

    decided: list[Decided] = field(default_factory=list)
    going: str | None = None
    segments: dict[int, tuple[str, ...]] = field(default_factory=dict)
    regions: dict[int, ClaimRegion] = field(default_factory=dict)
    as_of: dict[int, AsOf] = field(default_factory=dict)
    plans: dict[int, tuple[str, ...]] = field(default_factory=dict)
    indicators: dict[int, str] = field(default_factory=dict)
    block: Block = field(default_factory=Block)


def build_claims(
    document: Document,
    parsed: Parsed,
    mentions: Sequence[Mention],
    cues: Sequence[Cue],
    *,
    event: Dated,
    published: Dated,
    speaker_at: Speaker,
) -> tuple[list[Claim], list[Mention]]:
    """The claims of a document, and its mentions with ``claims`` and ``not_claimed`` filled in.

    ``speaker_at`` answers for an offset who said it: speaker or None, attribution, rule id.
    """
    context = Context(document, parsed, tuple(mentions), _relevant(mentions, cues, parsed.text), event, published)
    refused: dict[str, str] = {}
    if not any(cue.kind == "jamsostek" for cue in cues):
        reason = "the document does not speak of BPJS Ketenagakerjaan"
        return [], merge.with_claims(mentions, [], {slot.mention.id: reason for slot in context.slots})
    subjects, periods, state = Subjects(context), Periods(context), _State()
    drafts: list[merge.Draft] = []
    for cluster in context.clusters:
        case = Case(cluster, context, state.decided)
        answer = decide(case)
        state.going = state.going if case.goes_on else None
        if isinstance(answer, Refusal):
            refused.update({slot.mention.id: answer.reason for slot in cluster.slots})
            continue
        drafts += _claims_of(cluster, answer, context, subjects, periods, state, speaker_at)
    claims = merge.finish(drafts, context, periods.block_dates())
    return claims, merge.with_claims(mentions, claims, refused)


def _relevant(mentions: Sequence[Mention], cues: Sequence[Cue], text: str) -> tuple[Cue, ...]:
    """The cues without those of the titles of regulations, and without ``diikuti`` before a region (a list)."""
    titles: list[tuple[int, int]] = []
    for row in mentions:
        if isinstance(row.value, Regulation) and row.value.title:
            start = text.find(row.value.title, row.end, row.end + len(row.value.title) + 60)
            if start >= 0:
                titles.append((start, start + len(row.value.title)))
    regions = [row.start for row in mentions if row.label == "REGION"]

    def kept(cue: Cue) -> bool:
        if cue.kind == "event" and any(0 <= start - cue.end <= 30 for start in regions):
            return False
        return not any(start <= cue.start < end for start, end in titles)

    return tuple(cue for cue in cues if kept(cue))


def _claims_of(
    cluster: Cluster,
    decision: Decision,
    context: Context,
    subjects: Subjects,
    periods: Periods,
    state: _State,
    speaker_at: Speaker,
) -> list[merge.Draft]:
    """The claims of one cluster: one per number, with all that the rules decide for it together."""
    first = cluster.slots[0].index
    segment, segment_rule = decide_segment(cluster, decision, context, state.segments)
    if decision.rule == "kind.achieved.list":
        intro = introduction(cluster, context)
        said = speaker_at(cluster.start)
        if intro is not None and said[0] is None:
            said = speaker_at(intro[1] - 1)
            speaker_at = lambda offset: said  # noqa: E731 - the items are said by whom the introduction names
    speaker = speaker_at(cluster.start)[0]
    regions, region_rule = decide_region(cluster, decision, context, subjects, state.regions, speaker)
    as_of = periods.decide(cluster, decision, state.as_of)
    if as_of.rule == "asof.none":
        as_of = periods.before(cluster) or as_of
    if as_of.rule == "asof.none" and decision.kind in ("achieved", "denominator", "gap", "share", "change"):
        as_of = state.block.carried(speaker) or as_of
    state.block.note(decision, as_of, speaker)
    plan = details.plans(cluster, decision, context, state.plans)
    if details.is_national(decision, plan, regions[0]):
        regions, region_rule = (NATION,), "region.national_plan"
    state.segments[first], state.as_of[first], state.plans[first] = segment, as_of, plan
    measured = {slot.index: details.indicator(slot, cluster, decision, state.indicators, state.going) for slot in cluster.slots}
    state.indicators[first] = next((v for v in measured.values() if v.endswith("_workers")), "covered_workers")
    if cluster.has_count and decision.kind == "achieved":
        state.going = state.indicators[first]
    for slot in cluster.slots:
        state.regions[slot.index] = regions[-1]
    state.decided.append(Decided(cluster, decision))
    rules = [rule for rule in (decision.rule, segment_rule, region_rule, as_of.rule) if rule]
    return [
        merge.Draft(
            _claim(
                slot, cluster, decision, measured[slot.index], segment, region, as_of.dated, plan, rules, context, speaker_at
            ),
            cluster,
            decision,
            as_of.rule,
        )
        for region in regions
        for slot in cluster.slots
    ]


def _claim(
    slot: Slot,
    cluster: Cluster,
    decision: Decision,
    measured: str,
    segment: tuple[str, ...],
    region: ClaimRegion,
    as_of: Dated,
    plan: tuple[str, ...],
    rules: list[str],
    context: Context,
    speaker_at: Speaker,
) -> Claim:
    mention, quantity = slot.mention, slot.quantity
    speaker, attribution, speaker_rule = speaker_at(mention.start)
    unit = quantity.unit or details.counted_unit(decision)
    if decision.rule == "kind.gap.word" and unit == "percent":
        unit = "percentage_point"
    kind = decision.kind
    if kind == "share" and not slot.is_percent:
        kind = "achieved"  # "8 juta peserta, setara 19 persen dari peserta nasional": only the percentage is a share
    if measured == "coverage_rate" and details.entity_percent(slot, cluster, context):
        measured = "entity_coverage"
    flags = details.flags(slot, cluster, decision, region, as_of, context.published)
    took_part = (mention.rule, *rules, speaker_rule)
    confidence, reasons = details.confidence(took_part, flags, as_of)
    return Claim(
        id="",
        group="",
        document=context.document.id,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=unit,
        kind=kind,
        indicator=measured,
        population=details.population(slot, cluster, decision, segment, context),
        qualifier=details.qualifiers(slot, cluster),
        gap_to=decision.gap_to,
        direction=decision.direction,
        change_basis=decision.change_basis,
        segment=segment,
        programme=details.programmes(cluster, context),
        region=region,
        as_of=as_of,
        plan=plan,
        data_source=details.data_source(cluster, context),
        funding=details.funding(cluster, context) if not slot.is_percent else (),
        speaker=speaker,
        attribution=attribution,
        evidence=Evidence(mention.start, mention.end, mention.quote, slot.sentence.start, slot.sentence.end),
        flags=flags,
        confidence=confidence,
        confidence_reasons=reasons,
        rules=took_part,
        mentions=(mention.id,),
    )



