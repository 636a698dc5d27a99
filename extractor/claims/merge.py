"""Joins what belongs together: repeats of one statement, and the group of a count, its percentage and base.

A statement printed twice is one claim with two mentions; a rounded headline is a further mention of the exact
figure in the body. What the whole then settles stands in ``settle``.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from extractor.claims.alike import (
    all_alike,
    is_exact_of,
    rounds_to,
    same_exact_figure,
    same_figure,
    same_statement,
    told_again,
)
from extractor.claims.clusters import Cluster
from extractor.claims.confidence import confidence
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.settle import (
    attained_growth,
    attained_in_time,
    date_baselines,
    date_blocks,
    date_by_arithmetic,
    gaps_with_levels,
    settle_bases,
    settle_changes,
    settle_gaps,
    settle_hundreds,
    settle_parts,
    settle_shares,
    settle_wholes,
    share_periods,
)
from extractor.frozen import dataclass, replace
from extractor.model import Claim, ClaimRegion, Dated, Mention

_GROUPING = ("kind.part", "kind.bracket", "kind.gap.word", "kind.gap.rest", "kind.restated", "kind.achieved.on_base")
_POINTS_BACK = re.compile(
    r"[\"“]?\s*(?:dari|berdasarkan)\s+(?:data|jumlah|total|angka)\s+(?:itu|tersebut|ini)\b", re.IGNORECASE
)
_BASES = ("same_clause", "same_sentence", "headline", "carried", "document")
_BELOW = 2  # paragraphs that a heading stands above
_MONEY = "it is an amount of money"
_AS_OF_TRUST = ("explicit", "carried", "event", "publication", "unknown")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has an id, with the cluster and decision it came from."""

    claim: Claim
    cluster: Cluster
    decision: Decision
    as_of_rule: str


class _Union:
    """Disjoint sets over draft positions."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _identify(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """Ids from the document, the sentence's words, the number as printed and its occurrence there."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    result: list[Draft] = []
    for draft in drafts:
        claim = draft.claim
        evidence = claim.evidence
        sentence = " ".join(context.text[evidence.sentence_start : evidence.sentence_end].lower().split())
        key = (sentence, evidence.quote)
        seen[key] += 1
        identity = _digest(context.document.id, sentence, evidence.quote, str(seen[key]))
        result.append(replace(draft, claim=replace(claim, id=identity, group=identity)))
    return result


def _rules(claim: Claim, dated_by: Claim, more: Sequence[str] = ()) -> tuple[str, ...]:
    """A claim's rules with the as-of rule of the claim its period was taken from, and ``more``."""
    kept = [rule for rule in claim.rules if not rule.startswith("asof.")]
    dating = [rule for rule in dated_by.rules if rule.startswith("asof.")]
    return tuple(dict.fromkeys((*kept, *dating, *more)))


def _fuller(first: Claim, repeat: Claim) -> tuple[str, ...]:
    """The groups of the mention that names more of them; a base named without any is one of all workers."""
    if not first.segment and first.kind == "denominator":
        return ()
    return repeat.segment if set(first.segment) < set(repeat.segment) else first.segment


def _merged(first: Claim, repeat: Claim) -> Claim:
    """One claim of two mentions: the first one's place, the better known of each field.

    A plan told of those whom a title or lead only names beside the scheme says what the number is.
    """
    if repeat.kind == "planned" and "kind.achieved.topic" in first.rules:
        first, repeat = repeat, first
    as_of = min(first.as_of, repeat.as_of, key=lambda d: _AS_OF_TRUST.index(d.basis))
    region = min(first.region, repeat.region, key=_place_rank)
    attained = first.indicator == "target_attainment" and repeat.indicator == "coverage_rate"
    return replace(
        first,
        indicator=repeat.indicator if attained else first.indicator,
        as_of=as_of,
        region=region,
        segment=_fuller(first, repeat),
        population=first.population if first.population != "unknown" else repeat.population,
        qualifier=tuple(dict.fromkeys((*first.qualifier, *repeat.qualifier))),
        plan=first.plan or repeat.plan,
        data_source=first.data_source or repeat.data_source,
        funding=first.funding or repeat.funding,
        speaker=first.speaker or repeat.speaker,
        attribution=first.attribution if first.speaker or not repeat.speaker else repeat.attribution,
        rules=_rules(first, repeat if as_of is repeat.as_of else first, repeat.rules[:1]),
        mentions=tuple(dict.fromkeys((*first.mentions, *repeat.mentions))),
    )


def _place_rank(region: ClaimRegion) -> int:
    """How well a place is known: named beside the number, in its sentence, carried, or only the document's."""
    if region.level == "unknown" or (region.basis == "document" and region.code == "ID"):
        return len(_BASES)  # the nation is what is left where no place is named
    return _BASES.index(region.basis)


def _join_headline(drafts: list[Draft], context: Context) -> list[Draft]:
    """A rounded figure of the headline is a further mention of the exact one in the body.

    So is one that the body gives just once, as another kind: a headline has no room to say what it counts.
    """
    title_end = context.document.title_end
    result = list(drafts)
    for draft in [row for row in drafts if row.claim.evidence.start < title_end]:
        exact = [
            i for i, row in enumerate(result)
            if row.claim.evidence.start >= title_end and rounds_to(draft.claim, row.claim)
            and (not row.claim.segment or not draft.claim.segment or row.claim.segment == draft.claim.segment)
        ]  # fmt: skip
        if not exact:
            members = any(slot.counts_participants for slot in draft.cluster.slots)
            here = [i for i, row in enumerate(result) if row.claim.evidence.start >= title_end]
            exact = [i for i in here if same_figure(draft.claim, result[i].claim, members=members)]
        if len(exact) > 1:
            alike = [i for i in exact if result[i].claim.segment == draft.claim.segment]
            exact = alike if len(alike) == 1 else exact
        if len(exact) == 1:
            body = result[exact[0]].claim
            joined = replace(
                body,
                mentions=(*draft.claim.mentions, *body.mentions),
                flags=(*body.flags, "headline_rounding") if draft.claim.value != body.value else body.flags,
            )
            result[exact[0]] = replace(result[exact[0]], claim=joined)
            result.remove(draft)
    return result


def _join_round(drafts: list[Draft], context: Context) -> list[Draft]:
    """A round figure (``mendekati 1 juta``) is a further mention of the one exact figure of the body.

    In the lead, which is told exactly behind it, it may be cut off too; elsewhere ``lebih`` must say so.
    """
    result = list(drafts)
    body = [row for row in drafts if row.claim.evidence.start >= context.document.title_end]
    opening = (row.paragraph for row in context.parsed.sentences if row.start >= context.document.title_end)
    first = min(opening, default=0)
    for draft in body:
        here, heading = draft.cluster.sentence.paragraph, _is_heading(draft.cluster, context)
        exact = [
            i for i, row in enumerate(result)
            if row is not draft and is_exact_of(
                row.claim, draft.claim, cut=here == first < row.cluster.sentence.paragraph,
                heading=heading and 0 < row.cluster.sentence.paragraph - here <= _BELOW,
            )
        ]  # fmt: skip
        if len(exact) == 1:
            full = result[exact[0]]
            joined = _merged(full.claim, draft.claim)
            told = sorted((draft.claim, full.claim), key=lambda claim: claim.evidence.start)
            mentions = (*told[0].mentions, *told[1].mentions)
            result[exact[0]] = replace(full, claim=replace(joined, mentions=mentions))
            result.remove(draft)
    return result


def _is_heading(cluster: Cluster, context: Context) -> bool:
    """Whether a number stands in a line without a mark at its end, above the paragraph that tells it."""
    start, end = cluster.sentence.start, cluster.sentence.end
    return context.text[end - 1].isalnum() and context.text[start - 1 : start] == context.text[end : end + 1] == "\n"


def _join_repeats(drafts: list[Draft], context: Context) -> tuple[list[Draft], dict[int, int]]:
    """Repeats joined; the body's mention stays when the first stands in the headline."""
    kept: list[Draft] = []
    place: dict[int, int] = {}  # first slot of a cluster -> position of the draft that stands for it
    title_end = context.document.title_end
    for draft in sorted(drafts, key=lambda d: (d.claim.evidence.start < title_end, d.claim.evidence.start)):
        headline = draft.claim.evidence.start < title_end
        alike = {row.claim.segment for row in drafts if row.claim.value == draft.claim.value}
        one = len(alike) < 3  # not "50 ribu orang ... 50 ribu formal dan 50 ribu informal"
        rows = (
            i for i, row in enumerate(kept)
            if same_statement(row.claim, draft.claim, headline=headline)
            or same_exact_figure(row.claim, draft.claim)
            or (one and told_again(row.claim, draft.claim))
        )  # fmt: skip
        match = next(rows, None)
        if match is None:
            kept.append(draft)
            match = len(kept) - 1
        else:
            kept[match] = replace(kept[match], claim=_merged(kept[match].claim, draft.claim))
        place[draft.claim.evidence.start] = match
    return kept, place


def _link(drafts: Sequence[Draft], kept: Sequence[Draft], place: Mapping[int, int], context: Context) -> _Union:
    """Groups: the numbers of a cluster, of a base with the level after it, of a statement and its parts."""
    union = _Union(len(kept))
    by_slot = {slot.index: draft for draft in drafts for slot in draft.cluster.slots}
    ordered = sorted({id(d.cluster): d.cluster for d in drafts}.values(), key=lambda cluster: cluster.start)
    decision_of = {id(d.cluster): d.decision for d in drafts}

    def spot(cluster: Cluster) -> int:
        return place[cluster.slots[0].mention.start]

    for draft in drafts:
        for slot in draft.cluster.slots:
            if slot.mention.start in place:
                union.join(spot(draft.cluster), place[slot.mention.start])
    for before, cluster in itertools.pairwise(ordered):
        one, two = decision_of[id(before)], decision_of[id(cluster)]
        if _belongs(before, one, cluster, two, context):
            union.join(spot(before), spot(cluster))
        source = two.source
        if source is not None and two.rule in _GROUPING:
            origin = by_slot.get(source.cluster.slots[0].index)
            if origin is not None:
                union.join(spot(origin.cluster), spot(cluster))
    return union


def _belongs(before: Cluster, one: Decision, cluster: Cluster, two: Decision, context: Context) -> bool:
    """Whether two neighbouring statements are a base and its level, or a gap and its target."""
    if "kind.table" in (one.rule[:10], two.rule[:10]):
        return False
    same = before.sentence.index == cluster.sentence.index
    kinds = {one.kind, two.kind}
    if same and "denominator" in kinds and len(kinds) == 2 and "target" not in kinds:
        return True
    if same and one.kind == "gap" and two.kind in ("target", "gap"):
        return two.kind == "gap" or one.gap_to == "target"
    if one.kind == "denominator" and cluster.sentence.index == before.sentence.index + 1:
        return bool(_POINTS_BACK.match(context.text, cluster.sentence.start, cluster.start))
    return False


def finish(drafts: Sequence[Draft], context: Context, blocks: Sequence[tuple[int, Dated]]) -> list[Claim]:
    """Claims with ids and groups, repeats joined, in text order. ``blocks`` date what stands before them."""
    identified = _identify(drafts, context)
    kept, place = _join_repeats(identified, context)
    union = _link(identified, kept, place, context)
    leaders = [kept[union.find(i)].claim.id for i in range(len(kept))]
    grouped = [
        row if row.claim.group == leader else replace(row, claim=replace(row.claim, group=leader))
        for row, leader in zip(kept, leaders, strict=True)
    ]
    rules = {row.claim.id: row.as_of_rule for row in grouped}
    claims = [row.claim for row in _join_round(_join_headline(grouped, context), context)]
    steps: tuple[Callable[[list[Claim]], list[Claim]], ...] = (
        lambda rows: date_blocks(rows, blocks, context),
        lambda rows: share_periods(rows, rules),
        gaps_with_levels,
        lambda rows: attained_in_time(rows, context),
        date_by_arithmetic,
        date_baselines,
        settle_gaps,
        settle_changes,
        attained_growth,
        settle_bases,
        settle_hundreds,
        settle_parts,
        settle_shares,
        lambda rows: settle_wholes(rows, context),
    )
    for step in steps:
        claims = step(claims)
    return [_scored(claim) for claim in _join_equal(sorted(claims, key=lambda claim: claim.evidence.start))]


def _join_equal(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for those of two sentences that nothing tells apart once the whole has settled place and group."""
    kept: list[Claim] = []
    for claim in claims:
        at = next((i for i, row in enumerate(kept) if all_alike(row, claim)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = _merged(kept[at], claim)
    return kept


def _scored(claim: Claim) -> Claim:
    """The claim with its confidence: what the whole document settled is no longer in doubt."""
    score, reasons = confidence(claim.rules, claim.flags, claim.as_of)
    return replace(claim, confidence=score, confidence_reasons=reasons)


def with_claims(mentions: Iterable[Mention], claims: Sequence[Claim], refused: Mapping[str, str]) -> list[Mention]:
    """The mentions with the claims they take part in, or the reason why a number is not claimed."""
    mentions = list(mentions)
    refused = {m.id: _MONEY for m in mentions if m.label == "MONEY"} | dict(refused)
    uses: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for mention in claim.mentions:
            uses[mention].append(claim.id)
    return [
        replace(mention, claims=tuple(uses.get(mention.id, ())), not_claimed=refused.get(mention.id))
        if mention.id in uses or mention.id in refused
        else mention
        for mention in mentions
    ]
