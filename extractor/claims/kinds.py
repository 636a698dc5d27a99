"""What a number means: level, target, gap, change, base, share or plan, or no coverage claim at all.

The rules stand in ``RULES``, in the order they are asked; the first that has an answer decides and its id
goes into the claim. Each has its reason, examples and a counterexample in ``patterns/claims/kinds.toml``.
A number that no rule licenses is not claimed, and the reason is kept with its mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractor.claims.context import Cluster, Context

COVER = ("coverage", "covered", "registered", "active", "inactive", "participant")
_DISTRACTORS = {
    "benefit": "it counts benefits or claims paid",
    "contribution": "it measures contributions or wages",
    "unemployment": "it is a labour market figure",
    "investment": "it measures managed funds or returns",
    "compliance": "it measures the compliance of employers",
    "economy": "it is a poverty, price or satisfaction figure",
    "event": "it counts those who attended an event",
}
_OTHER = (*_DISTRACTORS, "health")
_REACH = 3
_CONTENT = (*COVER, "uncovered", "base", "target", "gap", "funded", "planned", *_DISTRACTORS)
_ENTITY_UNITS = ("villages", "companies", "projects")
_OF_TARGET = re.compile(r"\s*(?:dari|terhadap)\s+(?:total\s+)?(?:target|sasaran)\b", re.IGNORECASE)
_DARI = re.compile(
    r"\bdari\s+(?:total|jumlah|sekitar|sebanyak|seluruh|keseluruhan|sebelumnya|semula|awalnya|hanya|\s)*$", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:dari\s+)?(?:sebelumnya|semula|awalnya)\s+(?:hanya\s+|sebanyak\s+|sekitar\s+)*$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"[\"“]?\s*[Dd]ari\s+(?:jumlah|total|angka)(?:\s+\w+)?\s+(?:itu|tersebut|ini)\b")
_SUM = re.compile(r"[\"“]?\s*(?:[Jj]adi,?|[Ss]ehingga|[Dd]engan demikian,?)?\s*(?:[Tt]otal|[Ss]ecara keseluruhan)\b")
_NEXT = re.compile(r"(?:[Dd]iikuti|[Dd]isusul|[Mm]enyusul|[Kk]emudian|[Ss]elanjutnya|[Ll]alu|[Bb]erikutnya|[Ss]usul)\b")
_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_LINKED = re.compile(
    r"\s*(?:(?:hanya|baru|sekitar|sebesar|sebanyak|mencapai|capai|hampir|lebih dari|kurang lebih|sejumlah|yakni|yaitu|adalah|"
    r"tercatat|ada|berjumlah|di angka|berada|telah|sudah|dengan|total|aktif|jumlahnya|:|,)\s*)*"
)
_PEOPLE = r"(?:pekerja|tenaga kerja|penduduk|angkatan kerja|buruh)"
_TOTAL = re.compile(rf"\b(?:total|jumlah(?:nya)?)\b.*{_PEOPLE}|{_PEOPLE}.*\b(?:total|berjumlah|sebanyak|sejumlah)\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:(?:hanya|sekitar|sebesar|sebanyak|hampir|lebih dari|di atas|kurang lebih|sejumlah|di angka)\s*)*")
_COORDINATED = re.compile(r"\s*(?:,|;|dan|serta|lalu|kemudian|disusul|diikuti|sementara|sedangkan)", re.IGNORECASE)
_SHARE_OF = re.compile(r"\s*(?:dari|terhadap)\s+(?:total|jumlah|seluruh|keseluruhan)?\s*(?:peserta|kepesertaan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a cluster's numbers mean. ``source`` is the decided cluster whose subject this one continues."""

    kind: str
    rule: str
    indicator: str | None = None
    gap_to: str | None = None
    direction: str | None = None
    change_basis: str | None = None
    population: str | None = None
    source: Decided | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a number is not claimed, in words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A cluster with its decision."""

    cluster: Cluster
    decision: Decision


Answer = Decision | Refusal | None
Rule = Callable[[Cluster, Context, Sequence[Decided]], Answer]


def _previous(cluster: Cluster, decided: Sequence[Decided]) -> Decided | None:
    """The decided cluster before this one in the same sentence."""
    if decided and decided[-1].cluster.sentence.index == cluster.sentence.index:
        return decided[-1]
    return None


def _continues(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Decided | None:
    """The last statement of this sentence or the one before; one that only serves to compare is passed over."""
    last = next((row for row in reversed(decided) if not row.cluster.compared), None)
    if last is None:
        return None
    gap = cluster.sentence.index - last.cluster.sentence.index
    if 0 <= gap <= 1 and cluster.sentence.paragraph - last.cluster.sentence.paragraph <= 1:
        return last
    return None


def _other_scheme(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """The scheme named last before the number, its own clause first, is health insurance."""
    topics = [cue for cue in (*cluster.left, *cluster.near) if cue.kind in ("jamsostek", "health")]
    if not topics:
        topics = [cue for cue in context.cues_in(0, cluster.start) if cue.kind in ("jamsostek", "health")][-1:]
    if topics and all(cue.kind == "health" for cue in topics):
        return Refusal("the scheme named last before it is health insurance")
    return None


def _distractor(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """The last word of content before the number, or the one right after it, speaks of something else."""
    last = cluster.last(*_CONTENT)
    near = next((cue for cue in cluster.near if cue.kind in _CONTENT), None)
    compliance = cluster.last("compliance") or next((c for c in cluster.near if c.kind == "compliance"), None)
    if compliance:
        return Refusal(_DISTRACTORS["compliance"])
    for cue in (last, near):
        if cue is not None and cue.kind == "event" and context.of("REGION", cue.end, cluster.start):
            continue  # "diikuti Maluku dengan N orang" is a list, not an audience
        if cue is None or cue.kind not in _DISTRACTORS:
            continue
        if cue is near and last is not None and last.kind not in _DISTRACTORS and cue.kind != "benefit":
            continue
        if cue.kind == "contribution" and not cluster.has_percent:
            continue
        if cue is near and cue.kind == "economy":
            continue
        return Refusal(_DISTRACTORS[cue.kind])
    return None


def _administrative(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """Numbers of provinces, kabupaten and kota are no coverage."""
    if cluster.slots[0].quantity.unit == "regions":
        return Refusal("it counts administrative units")
    return None


def _uncovered(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``N pekerja yang belum terlindungi``: those who are missing from full cover."""
    if cluster.last("planned", "funded"):
        return None  # "mengalokasikan iuran bagi N pekerja yang belum terlindungi": they are going to be
    after = next((cue for cue in cluster.near if cue.kind in ("uncovered", *COVER[:5])), None)
    before = cluster.last(*COVER, "uncovered", "base")
    if (after and after.kind == "uncovered") or (after is None and before and before.kind == "uncovered"):
        if _DARI.search(context.text, cluster.left_start, cluster.start) and not cluster.first_in_sentence:
            return None
        return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full")
    return None


def _gap(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``gap P dari target T``, ``kekurangan N untuk mencapai target``: the missing part is named."""
    gap = cluster.last("gap")
    if gap is None or cluster.last("gap", "target", "become", "reached") is not gap and not _kept(cluster, gap):
        return None
    to_target = bool(_OF_TARGET.match(context.text, cluster.end)) or any(
        cue.kind == "target" for cue in (*cluster.near, *cluster.left)
    )
    before = _previous(cluster, decided)
    if cluster.linked and before and before.decision.kind in ("gap", "target"):
        gap_to = before.decision.gap_to or "target"
        return Decision("gap", "kind.gap.word", gap_to=gap_to, source=before)
    if not cluster.says(*COVER, "jamsostek", "target") and not _topic(cluster, context, decided):
        return Refusal("nothing in its clause says that coverage is missing")
    return Decision("gap", "kind.gap.word", gap_to="target" if to_target else "unknown")


def _kept(cluster: Cluster, gap: object) -> bool:
    """``gap terhadap target sebesar``: a target word right after the gap word still belongs to the gap."""
    later = [cue for cue in cluster.left if cue.kind in ("target", "become", "reached")]
    return bool(later) and later[-1].kind == "target" and later[-1].start - getattr(gap, "end", 0) <= 12


def _attainment(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``95 persen dari target 180 ribu``: a share of the target reached, not of the workers.

    ``35,7 persen dari target 52,2 persen`` is a level and a target instead: the target is a percentage too.
    """
    if not (cluster.has_percent and _OF_TARGET.match(context.text, cluster.end)):
        return None
    following = next((other for other in context.clusters if other.start > cluster.start), None)
    if following and following.sentence.index == cluster.sentence.index and following.slots[0].is_percent:
        return None
    return Decision("achieved", "kind.achieved.of_target", "target_attainment", population="target")


def _target(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """A word of target before the number, with no word of a level reached after it."""
    target = cluster.last("target")
    if target is None:
        return None
    if any(cue.kind in ("reached", "gap", "up", "down") and cue.start > target.start for cue in cluster.left):
        later = next(cue for cue in reversed(cluster.left) if cue.start > target.start)
        if later.kind not in ("up", "become") or not cluster.last("target").start < later.start:  # type: ignore[union-attr]
            return None
    if any(cue.kind == "planned" for cue in cluster.near):
        return None  # "dari target itu, N pekerja akan dibiayai": a plan within the target
    if not cluster.says(*COVER, "jamsostek", "base") and not _topic(cluster, context, decided):
        return Refusal("a target, but nothing says that it is one of coverage")
    up = cluster.last("up", "become")
    direction = "increase" if up and up.kind == "up" and cluster.has_count else None
    return Decision("target", "kind.target.word", direction=direction, source=_previous(cluster, decided))


def _goes_on(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Decided | None:
    """The last statement on coverage, while nothing else has been spoken of since.

    The press names coverage once and then goes through places and segments: it holds for three sentences
    and two paragraphs, and ends at the first word that speaks of benefits, money, jobs or another scheme.
    """
    last = next((row for row in reversed(decided) if not row.cluster.compared), None)
    if last is None or cluster.sentence.index - last.cluster.sentence.index > _REACH:
        return None
    if cluster.sentence.paragraph - last.cluster.sentence.paragraph > 2:
        return None
    between = context.cues_in(last.cluster.end, cluster.start)
    return None if any(cue.kind in _OTHER for cue in between) else last


def _topic(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> bool:
    """Whether the sentence, the one before it in its paragraph, or the statements before speak of coverage."""
    if _sentence_covers(cluster, context):
        return True
    index = cluster.sentence.index
    before = context.parsed.sentences[index - 1] if index else None
    if before is not None and before.paragraph == cluster.sentence.paragraph:
        if any(cue.kind in (*COVER, "uncovered") for cue in context.cues_in(before.start, before.end)):
            return True
    return _goes_on(cluster, context, decided) is not None


def _sentence_covers(cluster: Cluster, context: Context) -> bool:
    cues = context.cues_in(cluster.sentence.start, cluster.sentence.end)
    return any(cue.kind in (*COVER, "jamsostek") for cue in cues)


def _became(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``naik dari A menjadi B``: both are levels; B is a target where the sentence sets one."""
    last = cluster.last("become", "up", "down")
    before = _previous(cluster, decided)
    if last is not None and last.kind == "become" and _TO.fullmatch(context.text, last.end, cluster.start):
        earlier = before or _continues(cluster, context, decided)
        if earlier and earlier.decision.kind == "target":
            return Decision("target", "kind.target.become", earlier.decision.indicator, source=earlier)
        targets = [c for c in context.cues_in(cluster.sentence.start, cluster.start) if c.kind == "target"]
        if targets and not cluster.last("reached"):
            return Decision("target", "kind.target.become", source=before)
        if before or _sentence_covers(cluster, context) or _continues(cluster, context, decided):
            return Decision("achieved", "kind.achieved.become", source=before)
    following = next((other for other in context.clusters if other.start > cluster.start), None)
    if following is None or following.sentence.index != cluster.sentence.index or not _topic(cluster, context, decided):
        return None
    started = _DARI.search(context.text, cluster.left_start, cluster.start) and following.last("become")
    if started or _EARLIER.search(context.text, cluster.left_start, cluster.start):
        return Decision("achieved", "kind.achieved.from")
    return None


def _change(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``naik P persen``, ``peningkatan cakupan sebesar P``: a difference between two levels."""
    word = cluster.last("up", "down")
    if word is None:
        return None
    noun = context.text[word.start : word.end].lower().startswith(("pe", "ke", "lonjakan", "tambahan", "terjadi"))
    later = [cue for cue in cluster.left if cue.start > word.start]
    if any(cue.kind in ("reached", "become", "base") or (cue.kind == "level" and not noun) for cue in later):
        return None
    if not _topic(cluster, context, decided):
        return Refusal("a change, but nothing says that it is one of coverage")
    direction = "increase" if word.kind == "up" else "decrease"
    basis = "unknown" if cluster.slots[0].quantity.unit == "percent" else None
    if cluster.slots[0].quantity.unit == "percentage_point":
        basis = "percentage_point"
    if not cluster.has_percent:
        basis = "absolute"
    elif _counted(cluster, context, word.start):
        return Decision("change", "kind.change.word", "covered_workers", direction=direction, change_basis="relative")
    return Decision("change", "kind.change.word", direction=direction, change_basis=basis)


_COUNTED = re.compile(
    r"\bjumlah\s+(?:kepesertaan|peserta|pekerja|tenaga kerja)\b|\b(?:peserta|pekerja)(?:\s+\w+){0,4}\s*$|"
    r"\bjumlah (?:ini|itu|tersebut)\b",
    re.IGNORECASE,
)


def _counted(cluster: Cluster, context: Context, word: int) -> bool:
    """Whether people were counted (``jumlah peserta naik P persen``): their growth is relative."""
    if _COUNTED.search(context.text, cluster.left_start, word):
        return True
    return bool(_COUNTED.search(context.text, cluster.end, min(cluster.near_end, cluster.end + 40)))


def _base(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``dari D potensi pekerja``, ``total pekerja D``: the population, with no word of cover for it."""
    if cluster.has_percent or not _is_count(cluster, context):
        return None
    ought = next((cue for cue in cluster.near if cue.kind in ("target", *COVER, "uncovered")), None)
    if ought is not None and ought.kind == "target" and not cluster.last("target"):
        return Decision("denominator", "kind.denominator", "eligible_workers")  # "N pekerja yang harusnya terlindungi"
    covered = any(cue.kind in (*COVER, "uncovered", "funded", "planned") for cue in cluster.near)
    last = cluster.last("base", *COVER, "reached", "uncovered")
    potential = "potensi" in context.text[cluster.start : min(cluster.near_end, cluster.end + 20)].lower()
    dari = _DARI.search(context.text, cluster.left_start, cluster.start)
    total = _TOTAL.search(context.text, cluster.left_start, cluster.start)
    insured = last is not None and last.kind in COVER  # "melindungi N pekerja yang ada di ..." are not a base
    named = potential or bool(last and last.kind == "base")
    named = named or (not insured and any(cue.kind == "base" for cue in cluster.near))
    if covered and not potential:
        return None
    followed = any(
        other.sentence.index == cluster.sentence.index and other.start > cluster.start for other in context.clusters
    ) or _previous(cluster, decided)
    plain = _PEOPLE_BEFORE.search(context.text, cluster.left_start, cluster.start) and not cluster.says(*COVER, "uncovered")
    if named or (dari and followed) or (plain and followed and cluster.first_in_sentence) or (total and not cluster.last(*COVER)):
        if not (potential or _topic(cluster, context, decided)):
            return _near_topic(cluster, context, Decision("denominator", "kind.denominator", "eligible_workers"))
        return Decision("denominator", "kind.denominator", "eligible_workers")
    return None


_PEOPLE_BEFORE = re.compile(rf"\b{_PEOPLE}\b[^.;,]{{0,60}}$", re.IGNORECASE)


def _is_count(cluster: Cluster, context: Context) -> bool:
    """A count with its noun, or a bare number after it: ``pekerja di sini sekitar 18 juta``."""
    if cluster.slots[0].quantity.unit is not None:
        return cluster.slots[0].quantity.unit in ("workers", *_ENTITY_UNITS)
    return bool(_PEOPLE_BEFORE.search(context.text, cluster.left_start, cluster.start))


def _total(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``Jadi totalnya N pekerja rentan``: the sum of the targets or plans listed just before."""
    before = _continues(cluster, context, decided)
    if before is None or before.decision.kind not in ("target", "planned") or not cluster.has_count:
        return None
    if before.cluster.sentence.index == cluster.sentence.index or not cluster.first_in_sentence:
        return None
    if _SUM.match(context.text, cluster.sentence.start, cluster.start):
        return replace(before.decision, rule="kind.total", source=before)
    return None


def _near_topic(cluster: Cluster, context: Context, decision: Decision) -> Answer:
    """A base counts when its paragraph speaks of cover."""
    paragraph = [s for s in context.parsed.sentences if s.paragraph == cluster.sentence.paragraph]
    cues = context.cues_in(paragraph[0].start, paragraph[-1].end)
    if any(cue.kind in (*COVER, "jamsostek") for cue in cues):
        return decision
    return Refusal("a population, but its paragraph does not speak of coverage")


def _planned(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """Workers to be insured: budgeted, announced, not yet done."""
    if cluster.has_percent and not cluster.has_count:
        return None
    planned = [cue for cue in (*cluster.left, *cluster.right) if cue.kind == "planned"]
    paid = any(cue.kind.startswith("funding:") for cue in (*cluster.left, *cluster.near))
    if planned and (paid or cluster.says(*COVER, "funded") or _topic(cluster, context, decided)):
        return Decision("planned", "kind.planned.word", "funded_workers")
    return None


def _planned_near(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``N pekerja akan didaftarkan`` right behind the number beats a word of target before it."""
    if any(cue.kind == "planned" for cue in cluster.near):
        return _planned(cluster, context, decided)
    return None


def _share(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``48 persen dari peserta aktif``: a part of those who are in."""
    if cluster.has_percent and _SHARE_OF.match(context.text, cluster.end):
        return Decision("share", "kind.share.of_participants", "membership_share", population="participants")
    return None


def _part(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """Parts of a count given just before: ``Dari N yang terlindungi, A pekerja formal. Sisanya B ...``."""
    before = _continues(cluster, context, decided)
    if before is None or before.decision.kind not in ("achieved", "gap"):
        return None
    rest = any(cue.kind == "rest" for cue in cluster.left)
    opening = cluster.sentence.start
    same = before.cluster.sentence.index == cluster.sentence.index
    pointed = bool(_POINTS_BACK.match(context.text, opening)) and before.decision.kind == "achieved"
    after_dari = same and before.decision.rule != "kind.achieved.from" and bool(re.match(r"[\"“]?\s*Dari\b", context.text[opening : opening + 8]))
    listed = "terdiri" in context.text[cluster.left_start : cluster.start].lower()
    if pointed and same:
        pointed = bool(_COORDINATED.match(_after_noun(context.text[before.cluster.end : cluster.start])))
    if not (rest or listed or pointed or (after_dari and before.cluster.has_count)):
        return None
    if cluster.slots[0].quantity.unit is None and not (pointed or rest):
        return None
    if cluster.says("uncovered"):
        return None
    return Decision("achieved", "kind.achieved.part", before.decision.indicator, source=before)


def _alternative(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``41 persen atau 46 persen``: two readings of one statement."""
    before = _previous(cluster, decided)
    if before is None or before.cluster.slots[-1].is_percent != cluster.slots[0].is_percent:
        return None
    if context.text[before.cluster.end : cluster.start].strip().lower() != "atau":
        return None
    return replace(before.decision, rule="kind.coordinated", source=before)


def _achieved(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """A word of cover in the number's own clause."""
    if not cluster.says(*COVER) and not _with_workers(cluster, context):
        return None
    if cluster.slots[0].quantity.unit is None and not _bound(cluster, context):
        return None
    if cluster.says("funded") and cluster.has_count:
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    return Decision("achieved", "kind.achieved.cover")


def _with_workers(cluster: Cluster, context: Context) -> bool:
    """``5.825 perusahaan dengan 90.112 pekerja yang terdaftar``: what is said of the workers holds for both."""
    if cluster.slots[0].quantity.unit not in _ENTITY_UNITS:
        return False
    following = next((other for other in context.clusters if other.start > cluster.start), None)
    if following is None or following.sentence.index != cluster.sentence.index:
        return False
    between = context.text[cluster.end : following.start].strip().lower()
    return between in ("dengan", "dan", "dengan total", "yang mempekerjakan") and following.says(*COVER)


def _bound(cluster: Cluster, context: Context) -> bool:
    """Whether a bare number stands right beside its word of cover: ``peserta mencapai 5,98 juta``."""
    if cluster.near and cluster.near[0].kind in COVER and cluster.near[0].start - cluster.end < 25:
        return True
    last = cluster.last(*COVER)
    return last is not None and bool(_LINKED.fullmatch(context.text, last.end, cluster.start))


def _funded(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """Workers whose contributions a budget pays are covered by it."""
    if cluster.has_count and cluster.slots[0].quantity.unit == "workers" and cluster.says("funded"):
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    return None


def _coordinated(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``formal A persen dan informal B persen``: the second number continues the first one's statement."""
    before = _previous(cluster, decided)
    if before is None or (cluster.slots[0].quantity.unit is None and before.cluster.slots[-1].is_percent):
        return None
    same_unit = before.cluster.slots[-1].is_percent == cluster.slots[-1].is_percent
    between = context.text[before.cluster.end : cluster.start]
    if cluster.linked or (same_unit and _COORDINATED.match(_after_noun(between))):
        decision = before.decision
        if decision.kind == "denominator":
            return None
        return replace(decision, rule="kind.coordinated", source=before)
    return None


def _after_noun(between: str) -> str:
    """What follows the words that still belong to the first number (its region or segment)."""
    match = re.search(r"[,;]|\b(?:dan|serta|lalu|kemudian|disusul|diikuti|sementara|sedangkan)\b", between)
    return between[match.start() :] if match else ""


def _next_sentence(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``Disusul Kota X dengan N peserta``: a sentence that goes on with the list of the one before."""
    before = _continues(cluster, context, decided)
    if before is None or not _NEXT.match(context.text, cluster.sentence.start):
        return None
    if not context.of("REGION", cluster.sentence.start, cluster.sentence.end):
        return None
    if before.cluster.slots[-1].is_percent != cluster.slots[-1].is_percent:
        return None
    return replace(before.decision, rule="kind.next_sentence", source=before)


def _item(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``- Kota X: N orang`` below an introduction that names what is listed."""
    start = context.text.rfind("\n", 0, cluster.start) + 1
    if not _ITEM.match(context.text, start):
        return None
    intro = introduction(cluster, context)
    if intro is None:
        return None
    cues = [cue for cue in context.cues_in(*intro) if cue.kind in (*COVER, "uncovered", "target", *_OTHER)]
    if (not cues or cues[-1].kind not in COVER) and (cues or not _goes_on(cluster, context, decided)):
        return None
    indicator = {"active": "active_workers", "registered": "registered_workers"}.get(cues[-1].kind) if cues else None
    return Decision("achieved", "kind.achieved.list", None if cluster.has_percent else indicator)


def introduction(cluster: Cluster, context: Context) -> tuple[int, int] | None:
    """The span of the last sentence above a list that the cluster is an item of."""
    for sentence in reversed(context.parsed.sentences[: cluster.sentence.index]):
        line = context.text.rfind("\n", 0, sentence.start) + 1
        if not _ITEM.match(context.text, line):
            return sentence.start, sentence.end
    return None


_RESTATES = re.compile(
    r"[\"“]?\s*(?:[Aa]tau|[Ii]tu(?: artinya)?|[Aa]ngka itu|[Jj]umlah itu|[Ss]etara|[Aa]rtinya)\s+(?:baru |hanya )?"
    r"(?:sekitar|setara(?: dengan)?|sama dengan|kira-kira|kurang lebih|sebanyak|hampir|baru|\s)*"
)


def _restated(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``Cakupan 42 persen. Atau sekitar 2,6 juta pekerja.``: the other unit in a sentence of its own."""
    before = _continues(cluster, context, decided)
    if before is None or before.cluster.sentence.index == cluster.sentence.index:
        return None
    if before.cluster.slots[-1].is_percent == cluster.slots[0].is_percent:
        return None
    if not _RESTATES.fullmatch(context.text, cluster.sentence.start, cluster.start):
        return None
    if before.decision.kind == "denominator":
        return None
    return replace(before.decision, rule="kind.restated", source=before)


def _going_on(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """``Kota X 61,3 persen, diikuti Kabupaten Y 44,1 persen``: places and segments after coverage was named."""
    if not cluster.slots[0].is_percent and not (len(cluster.slots) > 1 and cluster.has_percent):
        return None
    before = _goes_on(cluster, context, decided)
    if before is None or before.decision.kind in ("change", "share", "planned"):
        return None
    bound = context.of("REGION", cluster.left_start, cluster.start) or context.of(
        "SEGMENT", cluster.left_start, cluster.start
    )
    if not bound and not any(cue.kind in ("level", "reached") for cue in cluster.left):
        return None
    return Decision("achieved", "kind.achieved.topic")


def _carried(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Answer:
    """The sentence before speaks of coverage and this one goes on: ``Capaiannya baru P persen``."""
    if not cluster.says("level", "reached", "anaphora") or cluster.slots[0].quantity.unit is None:
        return None
    index = cluster.sentence.index
    if index == 0 or context.parsed.sentences[index - 1].paragraph < cluster.sentence.paragraph - 1:
        return None
    before = context.parsed.sentences[index - 1]
    speaks = any(cue.kind == "coverage" for cue in context.cues_in(before.start, before.end))
    own = any(cue.kind in ("coverage", "covered") for cue in context.cues_in(cluster.sentence.start, cluster.sentence.end))
    if cluster.has_percent and (own or speaks or _continues(cluster, context, decided)):
        return Decision("achieved", "kind.achieved.carried")
    return None


RULES: tuple[Rule, ...] = (
    _administrative,
    _other_scheme,
    _distractor,
    _uncovered,
    _gap,
    _planned_near,
    _attainment,
    _became,
    _target,
    _change,
    _part,
    _total,
    _base,
    _planned,
    _share,
    _alternative,
    _achieved,
    _funded,
    _coordinated,
    _next_sentence,
    _item,
    _restated,
    _carried,
    _going_on,
)


def decide(cluster: Cluster, context: Context, decided: Sequence[Decided]) -> Decision | Refusal:
    """The first rule's answer; a refusal where no rule licenses a claim."""
    for rule in RULES:
        answer = rule(cluster, context, decided)
        if answer is not None:
            return answer
    return Refusal("no word in its clause says that it measures coverage")
