"""What else a claim says: indicator, population, plan, data source, funding and flags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.claims.clusters import Cluster, Slot
from extractor.claims.context import Context
from extractor.claims.decisions import COVER, ENTITY_UNITS, Decision, is_of_people
from extractor.model import ClaimRegion, Code, Dated, Mention, Regulation

_BY_CUE = {
    "active": "active_workers",
    "inactive": "inactive_workers",
    "registered": "registered_workers",
    "covered": "covered_workers",
    "participant": "covered_workers",
    "coverage": "covered_workers",
    "uncovered": "uncovered_workers",
}
_BARE_BUDGET = re.compile(r"\bAPBD(?:-P)?\b")
_PAYERS = {
    "province": re.compile(r"\b(?:Pemprov|Gubernur|Pemerintah Provinsi)\b"),
    "kabupaten": re.compile(r"\b(?:Pemkab|Pemkot|Bupati|Wali ?[Kk]ota|Pemerintah (?:Kabupaten|Kota))\b"),
}
_BUDGET_OF = {"province": "APBD-prov", "kabupaten": "APBD-kab", "kota": "APBD-kab"}
_BUDGETS = ("APBN", "APBD-prov", "APBD-kab", "APBDes", "DBH-sawit", "DBHCHT", "CSR")
_ENTITY_NOUN = re.compile(
    r"\s+(?:dari\s+)?(?:\d[\d.]*\s+)?(?:desa|kelurahan|nagari|gampong|kampung|perusahaan|badan usaha)\b", re.I
)
_OF = re.compile(r"\s*(?:dari|terhadap)\s+(?:total|jumlah|seluruh|keseluruhan)?", re.IGNORECASE)
_DATA = re.compile(
    r"\b(?:[Bb]erdasarkan|[Mm]enurut|[Mm]engacu(?: pada)?|[Mm]erujuk(?: pada)?|[Dd]ari|[Ss]esuai)\s+[Dd]ata\s+"
)
_NAMES = re.compile(r"(?:(?:[A-Z][\w'’&-]*|\d[\w]*)(?:\s+(?=[A-Z])|\s+dan\s+(?=[A-Z])|\s*\([A-Z]+\)\s*)?)+")
_SURVEYS = re.compile(r"\b(?:Sakernas|BPS|Badan Pusat Statistik|Susenas)\b")


def unit(slot: Slot, cluster: Cluster, decision: Decision) -> str:
    """The unit of a number: its own, else (a bare number) that of its statement; a gap in percent is in points."""
    own = slot.quantity.unit
    if own is None or is_of_people(decision) or (slot.counts_participants and decision.unit in ENTITY_UNITS):
        return counted_unit(decision)
    return "percentage_point" if own == "percent" and decision.kind == "gap" else own


def kind(slot: Slot, decision: Decision) -> str:
    """The kind; of ``8 juta peserta, setara 19 persen dari peserta nasional`` only the percentage is a share."""
    return "achieved" if decision.kind == "share" and not slot.is_percent else decision.kind


def indicator(
    slot: Slot,
    cluster: Cluster,
    decision: Decision,
    context: Context,
    known: dict[int, str],
    going: str | None,
) -> str:
    """What the number measures, by its unit and the words of cover beside it.

    ``known`` maps the first slots of earlier counts to theirs; a part or a listed number has that of its whole.
    ``going`` is that of the statement before, while the topic goes on: after ``peserta aktif`` a plain
    ``peserta`` is still an active one.
    """
    if slot.is_percent:
        if decision.indicator in ("target_attainment", "membership_share"):
            return decision.indicator
        if decision.kind == "change" and decision.indicator:
            return _grown(cluster, decision, known) or going or decision.indicator
        if decision.rule == "kind.target.growth":
            return "covered_workers"
        if entity_percent(slot, cluster, context):
            return "entity_coverage"
        return "coverage_rate"
    if (decision.unit or slot.quantity.unit) not in ("workers", None):
        return "entity_coverage"
    if decision.indicator and decision.indicator not in (
        "target_attainment",
        "membership_share",
        "coverage_rate",
    ):
        return decision.indicator
    if decision.kind == "gap":
        return "covered_workers"
    near = next((cue for cue in cluster.near if cue.kind in _BY_CUE and cue.kind != "participant"), None)
    left = cluster.last(*_BY_CUE)
    strong = ("registered", "active", "inactive", "uncovered")
    aimed = decision.kind in ("target", "planned")  # those to be insured are counted, not those who stay out
    for cue in (near, left):
        if cue is not None and cue.kind in strong and not (aimed and cue.kind == "uncovered"):
            return _BY_CUE[cue.kind]
    if decision.source is not None and decision.source.decision.kind not in ("denominator", "target"):
        return known.get(decision.source.cluster.slots[0].index, "covered_workers")
    weak = all(
        cue.kind in ("participant", "level", "reached") for cue in (*cluster.left, *cluster.near) if cue.kind in _BY_CUE
    )
    if going in ("active_workers", "registered_workers") and weak:
        return going
    return "covered_workers"


def _grown(cluster: Cluster, decision: Decision, known: dict[int, str]) -> str | None:
    """What a change in percent is a change of: the members named beside it, or the count it is told with."""
    named = cluster.last("active", "inactive", "registered")
    if named is not None:
        return _BY_CUE[named.kind]
    source = decision.source
    if source is None or source.cluster.sentence.index != cluster.sentence.index or not source.cluster.has_count:
        return None
    return known.get(source.cluster.slots[0].index)


def population(slot: Slot, cluster: Cluster, decision: Decision, segment: Sequence[str], context: Context) -> str:
    """What a percentage is of; ``unknown`` where the text does not say."""
    if not slot.is_percent:
        return "unknown"
    if decision.population:
        return decision.population
    if segment:
        return "segment_total"
    words = context.text[cluster.sentence.start : cluster.sentence.end].lower()
    behind = context.text[slot.mention.end : cluster.right_end].lower()
    if "potensi" in words or "eligible" in words:
        return "eligible"
    if "angkatan kerja" in words:
        return "labour_force"
    if "bekerja" in words or (_OF.match(behind) and re.search(r"\b(?:pekerja|tenaga kerja)\b", behind)):
        return "working"
    return "unknown"


def plans(cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Plans and, for a target, the regulation that sets it; named in the clause before the number.

    A gap to a target has the plan of the target it names; a listed number that of the one before.
    """
    found = plans_in(context, cluster.left_start, cluster.start, regulations=decision.kind == "target")
    if not found and decision.kind == "target":
        found = plans_in(context, cluster.end, cluster.near_end, regulations=True)
    if found:
        return found
    if decision.source is not None and decision.rule in (
        "kind.coordinated",
        "kind.gap.word",
        "kind.target.become",
        "kind.part",
        "kind.total",
    ):
        return known.get(decision.source.cluster.slots[0].index, ())
    if decision.gap_to == "target":
        return plans_in(context, cluster.end, cluster.right_end, regulations=True)
    return ()


def plans_in(context: Context, start: int, end: int, *, regulations: bool) -> tuple[str, ...]:
    """Plans, and on request regulations, named in a stretch of text, in text order."""
    rows: list[tuple[int, str]] = []
    for mention in context.of("PLAN", start, end):
        if isinstance(mention.value, Code):
            rows.append((mention.start, mention.value.code))
    if regulations and not rows:  # a plan's legal basis is no second plan
        for mention in context.of("REGULATION", start, end):
            if isinstance(mention.value, Regulation):
                rows.append((mention.start, mention.value.id))
    names = list(dict.fromkeys(name for _, name in sorted(rows)))
    if len(names) > 1 and "UCJ" in names:
        names.remove("UCJ")  # "target UCJ dalam RPJMN": the indicator is no second plan
    return tuple(names)


def is_national(decision: Decision, plan: Sequence[str], region: ClaimRegion) -> bool:
    """A target of a plan of the nation, with no region named beside it, is the nation's."""
    return decision.kind == "target" and region.basis != "same_clause" and bool({"RPJPN", "RKP"} & set(plan))


def counted_unit(decision: Decision) -> str:
    """The unit of a bare number: that of the statement it continues, else workers."""
    source = decision.source
    told = decision.unit or (source.decision.unit if source is not None else None)
    if told and not told.startswith("percent"):
        return told
    slots = source.cluster.slots if source is not None else ()
    return next((slot.quantity.unit for slot in slots if not slot.is_percent and slot.quantity.unit), "workers")


def data_source(cluster: Cluster, context: Context) -> str | None:
    """The data the sentence names (``berdasarkan data X``), or a labour survey named before the number."""
    start = cluster.sentence.start
    match = _DATA.search(context.text, start, cluster.start)
    if match:
        stop = next((row.start for row in context.of("DATE", match.end(), cluster.start)), cluster.start)
        name = _NAMES.match(context.text, match.end(), stop)
        if name:
            return name.group().strip(" ,")
    survey = _SURVEYS.search(context.text, start, cluster.start)
    return survey.group() if survey else None


def funding(cluster: Cluster, context: Context, region: ClaimRegion) -> tuple[str, ...]:
    """Budgets that pay: named in the number's sentence, or in the next one if that only says who pays.

    A bare ``APBD`` is that of who is said to pay, else of the ``region`` of the claim.
    """
    here = cluster.sentence
    cues = context.cues_in(here.start, here.end)
    if not any(cue.kind in ("funded", "planned", *COVER[1:3]) for cue in cues):
        return ()
    codes = {cue.kind.partition(":")[2] for cue in cues if cue.kind.startswith("funding:")}
    following = context.parsed.sentences[here.index + 1 : here.index + 2]
    if not codes and following and context.parsed.joined(here, following[0]):
        span = (following[0].start, following[0].end)
        if not context.of("PERCENT", *span) and not context.of("COUNT", *span) and context.has_cue("funded", *span):
            codes = {cue.kind.partition(":")[2] for cue in context.cues_in(*span) if cue.kind.startswith("funding:")}
    if not codes & {"APBD-prov", "APBD-kab"} and _BARE_BUDGET.search(context.text, here.start, here.end):
        codes.add(_whose_budget(context.text[here.start : here.end], region))
    return tuple(code for code in _BUDGETS if code in codes)


def _whose_budget(words: str, region: ClaimRegion) -> str:
    levels = {level for level, pattern in _PAYERS.items() if pattern.search(words)} or {region.level}
    return _BUDGET_OF.get(next(iter(levels)), "") if len(levels) == 1 else ""


def qualifiers(slot: Slot, cluster: Cluster) -> tuple[str, ...]:
    """The number's own hedges; ``baru`` before a count and its percentage qualifies both."""
    own = slot.quantity.qualifier
    first = cluster.slots[0].quantity.qualifier
    if slot is not cluster.slots[0] and "only" in first and "only" not in own:
        return ("only", *own)
    return own


def programmes(cluster: Cluster, context: Context) -> tuple[str, ...]:
    """Programmes the number is limited to: ``peserta JHT``; a list of all programmes limits nothing."""
    rows = context.of("PROGRAMME", cluster.left_start, cluster.near_end)
    codes = tuple(dict.fromkeys(row.value.code for row in rows if isinstance(row.value, Code)))
    return codes if len(codes) < 4 else ()


def flags(
    slot: Slot, cluster: Cluster, decision: Decision, region: ClaimRegion, as_of: Dated, published: Dated
) -> tuple[str, ...]:
    """What a reader should know before trusting the number."""
    found = list(slot.quantity.flags)
    if slot.is_percent and decision.kind in ("achieved", "share") and slot.quantity.value > Decimal(100):
        found.append("over_100_percent")
    if any(cue.kind == "provisional" for cue in cluster.left):
        found.append("provisional")
    if region.code is None and region.level == "unknown" and region.name:
        found.append("region_level_unknown")
    if (
        decision.kind != "target"
        and decision.kind != "planned"
        and as_of.period
        and published.period
        and as_of.period.start > published.period.end
    ):
        found.append("as_of_after_publication")
    return tuple(dict.fromkeys(found))


def entity_percent(slot: Slot, cluster: Cluster, context: Context) -> bool:
    """Whether a percentage is one of villages, companies or projects named before it in its sentence."""
    if not slot.is_percent:
        return False
    if _ENTITY_NOUN.match(context.text, slot.mention.end):
        return True
    rows: list[Mention] = [
        row
        for row in context.of("COUNT", cluster.sentence.start, cluster.sentence.end)
        if row.start != slot.mention.start
    ]
    units = [unit for row in rows if (unit := getattr(row.value, "unit", None))]
    return (
        bool(units)
        and all(unit in ("villages", "companies", "projects") for unit in units)
        and not cluster.last(*COVER[:1])
    )
