"""Claims from tables: one per number cell whose heading, row and caption say what it means.

``read`` gives what a heading or label says (``readings``), what a row is about (``stubs``) and what a number
means (``meanings``); this module adds region, period and group. Count, percentage and base of one row (of one
column, where the rows are the measures) share a group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache, partial

from extractor.claims import details, merge
from extractor.claims.clusters import Cluster, Slot
from extractor.claims.context import Context
from extractor.claims.decisions import Decision, Refusal
from extractor.claims.periods import AsOf, Periods
from extractor.claims.subjects import Subjects
from extractor.claims.tables import placing, timing
from extractor.claims.tables.meanings import ENTITIES, Meanings, Number
from extractor.claims.tables.readings import Reading, read
from extractor.claims.tables.stubs import Stub, region_of, stubs
from extractor.frozen import replace
from extractor.model import Claim, ClaimRegion, Document, Evidence, Mention, Quantity
from extractor.tables import Layout, layouts

RULES = ("table.percent", "table.count", "table.money")
_NUMBERS = ("PERCENT", "COUNT", "MONEY")
_WORDS_OF_PROSE = 6
_EVERYBODY = (frozenset({"FORMAL", "INFORMAL"}), frozenset({"PU", "BPU"}))


def split(document: Document, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions without the numbers of tables, and those; a cell that holds a sentence stays prose."""
    if not document.tables:
        return list(mentions), []
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    short = sorted({(c.start, c.end) for c in cells if document.text.count(" ", c.start, c.end) < _WORDS_OF_PROSE})
    celled = {
        row.id
        for row in mentions
        if row.label in _NUMBERS
        and (row.rule in RULES or any(start <= row.start and row.end <= end for start, end in short))
    }
    return [row for row in mentions if row.id not in celled], [row for row in mentions if row.id in celled]


def holds(document: Document, offset: int) -> bool:
    """Whether a place of the text stands in a table."""
    return any(table.start <= offset < table.end for table in document.tables)


def build(
    context: Context, numbers: Sequence[Mention], periods: Periods, subjects: Subjects
) -> tuple[list[merge.Draft], dict[str, str]]:
    """The claims of all tables before they have ids, and the reasons of the numbers that make none.

    ``context`` holds the document without the tables' ``numbers``.
    """
    refused = {row.id: "a number of a table's heading or words" for row in numbers if row.rule not in RULES}
    refused |= {row.id: "it is an amount of money" for row in numbers if row.label == "MONEY"}
    drafts: list[merge.Draft] = []
    first = len(context.slots)
    for layout in layouts(context.text, context.document.tables):
        table = _Table(layout, context, numbers, subjects, periods, first + len(numbers) * len(drafts))
        made, reasons = table.claims()
        drafts += made
        refused |= reasons
    return drafts, refused


class _Table:
    """One table on its way to claims."""

    def __init__(
        self,
        layout: Layout,
        context: Context,
        mentions: Sequence[Mention],
        subjects: Subjects,
        periods: Periods,
        first: int,
    ) -> None:
        layout = replace(layout, above=_introduction(layout, context))
        self._layout, self._context, self._first = layout, context, first
        self._rows = stubs(layout, context)
        self._reader = lru_cache(maxsize=512)(partial(read, context))
        self._numbers = list(_numbers(layout, mentions))
        self._meanings = Meanings(layout, self._reader, self._rows, self._numbers)
        self._whole = placing.Whole(layout, context, subjects, self._rows)
        self._timing = timing.Timing(layout, context, periods, self._reader)
        self._source = placing.source(layout, context)

    def claims(self) -> tuple[list[merge.Draft], dict[str, str]]:
        """Drafts of the numbers that are claimed and the reasons of the others."""
        refused: dict[str, str] = {}
        decided: list[tuple[Number, Decision]] = []
        other_scheme = placing.other_scheme(self._layout, self._context)
        for number in self._numbers:
            answer = Refusal(other_scheme) if other_scheme else self._meanings.decide(number)
            if isinstance(answer, Refusal):
                refused[number.mention.id] = answer.reason
            else:
                decided.append((number, answer))
        return self._drafts(decided), refused

    def _drafts(self, decided: Sequence[tuple[Number, Decision]]) -> list[merge.Draft]:
        groups: dict[tuple[object, ...], list[tuple[Number, Decision]]] = defaultdict(list)
        keys = self._keys(decided)
        for (number, decision), key in zip(decided, keys, strict=True):
            groups[key].append((number, decision))
        drafts: list[merge.Draft] = []
        for rows in groups.values():
            slots = [self._slot(number) for number, _ in rows]
            cluster = _cluster(slots, len(self._context.clusters) + slots[0].index)
            bases = {decision.population for _, decision in rows if decision.kind == "denominator"} - {None}
            for (number, decision), slot in zip(rows, slots, strict=True):
                if (
                    number.is_percent
                    and decision.kind == "achieved"
                    and decision.population is None
                    and len(bases) == 1
                ):
                    decision = replace(decision, population=next(iter(bases)))
                drafts.append(self._draft(number, decision, slot, cluster))
        return drafts

    def _slot(self, number: Number) -> Slot:
        sentence = self._context.parsed.sentence_at(number.mention.start)
        return Slot(self._first + number.index, number.mention, number.quantity, sentence)

    def _keys(self, decided: Sequence[tuple[Number, Decision]]) -> list[tuple[object, ...]]:
        """What shares a group: a row, or a column where the rows name the measures; one period each."""
        upright = any(self._rows[number.row].reading.family for number, _ in decided)
        seen: dict[tuple[object, ...], set[object]] = defaultdict(set)
        for number, decision in decided:
            head = self._meanings.headings[number.column]
            what = (
                number.row,
                decision.kind,
                decision.indicator,
                number.is_percent,
                head.segment,
                head.places,
            )
            seen[what].add(head.period)
        by_period = any(len(periods) > 1 for periods in seen.values())
        keys: list[tuple[object, ...]] = []
        for number, _ in decided:
            head, row = self._meanings.headings[number.column], self._rows[number.row]
            subject = (number.column, row.place, row.segment, row.period) if upright else (number.row, head.places)
            keys.append((*subject, head.period if by_period else None))
        return keys

    def _draft(self, number: Number, decision: Decision, slot: Slot, cluster: Cluster) -> merge.Draft:
        head, row = self._meanings.headings[number.column], self._rows[number.row]
        segment = tuple(dict.fromkeys((*head.segment, *(row.segment or self._summed(row))))) or self._framed
        region, region_rule = self._region(head, row)
        as_of = self._timing.decide(decision, head, row)
        claim = self._claim(number, decision, slot, cluster, segment, region, region_rule, as_of)
        return merge.Draft(claim, cluster, decision, as_of.rule)

    @cached_property
    def _framed(self) -> tuple[str, ...]:
        """The segment that the caption names for the whole table, where no heading or row names one."""
        readings = [*self._meanings.headings.values(), *(row.reading for row in self._rows)]
        if any(reading.segment for reading in readings) or any(row.segment for row in self._rows):
            return ()
        found = next((line.segment for _, line in self._meanings.above.lines if line.segment), ())
        return () if any(whole <= set(found) for whole in _EVERYBODY) else found

    def _summed(self, row: Stub) -> tuple[str, ...]:
        """The segments a totals row adds up, unless together they are all workers."""
        if not row.total:
            return ()
        found = tuple(dict.fromkeys(code for other in self._rows if not other.total for code in other.segment))
        return () if any(whole <= set(found) for whole in _EVERYBODY) else found

    def _region(self, head: Reading, row: Stub) -> tuple[ClaimRegion, str]:
        if row.place is not None:
            return region_of(row.place, "same_clause"), "region.table.row"
        if len(head.places) == 1:
            return region_of(head.places[0], "same_clause"), "region.table.column"
        return self._whole.region

    def _claim(
        self,
        number: Number,
        decision: Decision,
        slot: Slot,
        cluster: Cluster,
        segment: tuple[str, ...],
        region: ClaimRegion,
        region_rule: str,
        as_of: AsOf,
    ) -> Claim:
        context, mention, quantity = self._context, number.mention, number.quantity
        head, row = self._meanings.headings[number.column], self._rows[number.row]
        unit = quantity.unit or "workers"
        if decision.rule == "kind.table.gap" and unit == "percent":
            unit = "percentage_point"
        flags = details.flags(slot, cluster, decision, region, as_of.dated, context.published)
        said = "speaker.table_source" if self._source else "speaker.none"
        segment_rule = ("segment.table",) if segment else ()
        rules = (mention.rule, decision.rule, *segment_rule, region_rule, as_of.rule, said)
        return Claim(
            id="",
            group="",
            document=context.document.id,
            value=abs(quantity.value) if decision.kind == "change" else quantity.value,
            unit=unit,
            kind=decision.kind,
            indicator=_indicator(number, decision, paid=bool(head.funding or row.funding)),
            population=_population(number, decision, segment),
            gap_to=decision.gap_to,
            direction=decision.direction,
            change_basis=decision.change_basis,
            segment=segment,
            programme=tuple(dict.fromkeys((*head.programme, *row.reading.programme))),
            region=region,
            as_of=as_of.dated,
            plan=self._plans(number, decision),
            data_source=self._source,
            funding=tuple(dict.fromkeys((*head.funding, *row.funding))) if not number.is_percent else (),
            attribution="document" if self._source else "none",
            evidence=Evidence(mention.start, mention.end, mention.quote, slot.sentence.start, slot.sentence.end),
            flags=flags,
            rules=rules,
            mentions=(mention.id,),
        )

    def _plans(self, number: Number, decision: Decision) -> tuple[str, ...]:
        """Plans named in the heading; for a target also in the lines above."""
        spans = [(cell.start, cell.end) for cell in self._layout.heading(number.column)]
        spans += [(cell.start, cell.end) for _, cell in self._layout.rows[number.row].labels]
        if decision.kind == "target":
            spans += list(self._layout.above)
        for start, end in spans:
            found = details.plans_in(self._context, start, end, regulations=decision.kind == "target")
            if found:
                return found
        return ()


def _introduction(layout: Layout, context: Context) -> tuple[tuple[int, int], ...]:
    """The lines above a table; of a paragraph only its last two sentences, the last one first."""
    spans: list[tuple[int, int]] = []
    for start, end in layout.above:
        last = context.parsed.sentence_at(end - 1)
        spans.append((max(start, last.start), end))
        if last.start > start:
            spans.append((max(start, context.parsed.sentence_at(last.start - 2).start), last.start - 1))
    return tuple(spans)


def _numbers(layout: Layout, mentions: Sequence[Mention]) -> list[Number]:
    by_start = sorted((row for row in mentions if row.rule in RULES), key=lambda row: row.start)
    inside = [row for row in by_start if layout.table.start <= row.start < layout.table.end]
    found: list[Number] = []
    for position, line in enumerate(layout.rows):
        here = [row for row in inside if line.start <= row.start < line.end]
        for column, cell in line.numbers:
            for mention in here:
                if cell.start <= mention.start < cell.end and isinstance(mention.value, Quantity):
                    found.append(Number(len(found), mention, mention.value, position, column))
    return found


def _cluster(slots: Sequence[Slot], index: int) -> Cluster:
    """The numbers of a group as one statement without words around it."""
    ordered = tuple(sorted(slots, key=lambda slot: slot.mention.start))
    start, end = ordered[0].mention.start, ordered[-1].mention.end
    return Cluster(
        index=index,
        slots=ordered,
        start=start,
        end=end,
        sentence=ordered[0].sentence,
        left_start=start,
        right_end=end,
        near_end=end,
        left=(),
        near=(),
        right=(),
        linked=False,
        compared=False,
        first_in_sentence=True,
    )


def _indicator(number: Number, decision: Decision, *, paid: bool) -> str:
    """``paid``: a budget named in the heading or the row pays for those counted."""
    if decision.indicator in ("target_attainment", "membership_share"):
        return decision.indicator
    if number.quantity.unit in ENTITIES:
        return "entity_coverage"
    if number.is_percent:
        counted = decision.kind == "change" and decision.change_basis == "relative"
        return decision.indicator or "covered_workers" if counted else "coverage_rate"
    if paid and decision.kind == "achieved":
        return "funded_workers"
    return decision.indicator or "covered_workers"


def _population(number: Number, decision: Decision, segment: tuple[str, ...]) -> str:
    if not number.is_percent:
        return "unknown"
    if decision.population in ("target", "participants"):
        return decision.population
    return "segment_total" if segment else decision.population or "unknown"
