"""Puts one statement's claims together: all that the rules decide for a cluster of numbers at once.

``Assembly`` walks the document in text order and remembers what was decided, so that later numbers can
continue earlier ones: their segment, region, period, plan and indicator.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from extractor.claims import details
from extractor.claims.clusters import Cluster, Slot
from extractor.claims.context import Context
from extractor.claims.decisions import ENTITY_UNITS, Case, Decided, Decision
from extractor.claims.kinds.continuations import introduction
from extractor.claims.merge import Draft
from extractor.claims.periods import AsOf, Periods, since
from extractor.claims.places import NATION
from extractor.claims.regions import decide_region
from extractor.claims.segments import decide_segment
from extractor.claims.subjects import Subjects
from extractor.frozen import dataclass, replace
from extractor.model import Claim, ClaimRegion, DateValue, Evidence, Official

Said = tuple[Official | None, str, str]
Speaker = Callable[[int], Said]
_BLOCK_KINDS = ("achieved", "denominator", "gap", "share", "change")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was decided for a cluster beside its kind; ``rules`` are the ids that decided it."""

    segment: tuple[str, ...]
    regions: tuple[ClaimRegion, ...]
    as_of: AsOf
    plan: tuple[str, ...]
    said: Said
    indicators: dict[int, str]
    rules: tuple[str, ...]


class Assembly:
    """The claims of one document, in the making. Dictionaries are keyed by the index of a cluster's first slot."""

    def __init__(self, context: Context, speaker_at: Speaker) -> None:
        """Nothing is decided yet."""
        self._context = context
        self._speaker_at = speaker_at
        self._going: str | None = None
        self._funding: dict[int, tuple[str, ...]] = {}
        self._baseline: str | None = None  # of the last change that has one
        self._decided: list[Decided] = []
        self._segments: dict[int, tuple[str, ...]] = {}
        self._regions: dict[int, ClaimRegion] = {}
        self._as_of: dict[int, AsOf] = {}
        self._plans: dict[int, tuple[str, ...]] = {}
        self._indicators: dict[int, str] = {}

    # Where nothing is claimed nobody asks for these two.

    @cached_property
    def periods(self) -> Periods:
        """The dates of the document that can be as-of periods."""
        return Periods(self._context)

    @cached_property
    def subjects(self) -> Subjects:
        """The regions of the document that can be subjects."""
        return Subjects(self._context)

    def case(self, cluster: Cluster) -> Case:
        """The cluster with what was decided before it."""
        case = Case(cluster, self._context, self._decided)
        if case.goes_on is None:
            self._going = None
        return case

    def claims(self, case: Case, decision: Decision) -> list[Draft]:
        """The claims of a decided cluster: one per number and region."""
        reading = self._read(case.cluster, decision)
        decision = self._carried_out(decision, reading.as_of)
        self._remember(case.cluster, decision, reading)
        return [
            Draft(
                self._claim(slot, case.cluster, decision, reading, region),
                case.cluster,
                decision,
                reading.as_of.rule,
            )
            for region in reading.regions
            for slot in case.cluster.slots
        ]

    def _read(self, cluster: Cluster, decision: Decision) -> Reading:
        context = self._context
        said = self._said(cluster, decision)
        segment, segment_rule = decide_segment(cluster, decision, context, self._segments)
        regions, region_rule = decide_region(cluster, decision, context, self.subjects, self._regions, said[0])
        as_of = self._dated(cluster, decision, said, regions[0].code)
        plan = details.plans(cluster, decision, context, self._plans)
        if details.is_national(decision, plan, regions[0]):
            regions, region_rule = (NATION,), "region.national_plan"
        indicators = {
            slot.index: details.indicator(slot, cluster, decision, context, self._indicators, self._going)
            for slot in cluster.slots
        }
        rules = tuple(rule for rule in (decision.rule, segment_rule, region_rule, as_of.rule, said[2]) if rule)
        return Reading(segment, regions, as_of, plan, said, indicators, rules)

    def _said(self, cluster: Cluster, decision: Decision) -> Said:
        """Who said it; the items of a list are said by whom its introduction names."""
        said = self._speaker_at(cluster.start)
        intro = introduction(cluster, self._context) if decision.is_listed else None
        return self._speaker_at(intro[1] - 1) if intro is not None and said[0] is None else said

    def _dated(self, cluster: Cluster, decision: Decision, said: Said, place: str | None) -> AsOf:
        periods, block = self.periods, self.periods.block
        speaker = said[0]
        block.announce(periods.block_dates(), cluster.start)
        as_of = periods.decide(cluster, decision, self._as_of)
        if as_of.rule == "asof.none":
            as_of = periods.before(cluster) or as_of
        if as_of.rule == "asof.none" and decision.kind in _BLOCK_KINDS:
            as_of = block.carried(speaker, place, other=said[2] == "speaker.other_person") or as_of
        if periods.is_ahead(as_of, decision):
            as_of = periods.fallback("asof.none")
        block.note(decision, as_of, speaker, place)
        return as_of

    @cached_property
    def _today(self) -> date | None:
        """The day of the event, else of publication, else the first full date of the text: it was written later."""
        day = self._context.event.period or self._context.published.period
        if day is not None:
            return day.start
        rows = (row.value for row in self._context.of("DATE"))
        full = [value.start for value in rows if isinstance(value, DateValue) and value.precision == "day"]
        return min((start for start in full if start is not None), default=None)

    def _carried_out(self, decision: Decision, as_of: AsOf) -> Decision:
        """What was planned for a year that is over (``pada 2024 dianggarkan bagi N pekerja``) has been paid for."""
        period = as_of.dated.period
        if decision.kind != "planned" or period is None or as_of.dated.basis != "explicit":
            return decision
        over = self._today is not None and period.end < self._today
        return replace(decision, kind="achieved") if over else decision

    def _paid_by(self, slot: Slot, cluster: Cluster, decision: Decision, region: ClaimRegion) -> tuple[str, ...]:
        """The budgets that pay for the workers counted; a part or a continued number has those of its whole."""
        if slot.is_percent or (decision.unit or slot.quantity.unit) in ENTITY_UNITS:
            return ()
        source = decision.source if decision.kind not in ("denominator", "target") else None
        whole = self._funding.get(source.cluster.slots[0].index, ()) if source is not None else ()
        found = details.funding(cluster, self._context, region) or whole
        self._funding[cluster.slots[0].index] = found
        return found

    def _since(self, cluster: Cluster, as_of: AsOf) -> str | None:
        found = since(self._context, cluster, as_of.dated.period, self._baseline)
        self._baseline = found or self._baseline
        return found

    def _remember(self, cluster: Cluster, decision: Decision, reading: Reading) -> None:
        first = cluster.slots[0].index
        self._segments[first], self._as_of[first], self._plans[first] = (
            reading.segment,
            reading.as_of,
            reading.plan,
        )
        counted = (row for row in reading.indicators.values() if row.endswith("_workers"))
        self._indicators[first] = next(counted, "covered_workers")
        counts = cluster.has_count and decision.kind in ("achieved", "change")
        if counts and self._indicators[first] != "inactive_workers":
            self._going = self._indicators[first]
        for slot in cluster.slots:
            self._regions[slot.index] = reading.regions[-1]
        self._decided.append(Decided(cluster, decision))

    def _claim(self, slot: Slot, cluster: Cluster, decision: Decision, reading: Reading, region: ClaimRegion) -> Claim:
        context, mention, as_of = self._context, slot.mention, reading.as_of.dated
        flags = details.flags(slot, cluster, decision, region, as_of, context.published)
        rules = (mention.rule, *reading.rules)
        return Claim(
            id="",
            group="",
            document=context.document.id,
            value=slot.quantity.value,
            value_max=slot.quantity.value_max,
            unit=details.unit(slot, cluster, decision),
            kind=details.kind(slot, decision),
            indicator=reading.indicators[slot.index],
            population=details.population(slot, cluster, decision, reading.segment, context),
            qualifier=details.qualifiers(slot, cluster),
            gap_to=decision.gap_to,
            direction=decision.direction,
            change_basis=decision.change_basis,
            baseline=self._since(cluster, reading.as_of) if decision.kind == "change" else None,
            segment=reading.segment,
            programme=details.programmes(cluster, context),
            region=region,
            as_of=as_of,
            plan=reading.plan,
            data_source=details.data_source(cluster, context),
            funding=self._paid_by(slot, cluster, decision, region),
            speaker=reading.said[0],
            attribution=reading.said[1],
            evidence=Evidence(mention.start, mention.end, mention.quote, slot.sentence.start, slot.sentence.end),
            flags=flags,
            rules=rules,
            mentions=(mention.id,),
        )
