"""What period a number describes (as-of), decided by rules that name themselves.

``asof.explicit``: a period bound in the number's own clause. ``asof.sentence``: the sentence's period.
``asof.block``: a sentence about the data states it for the block before. ``asof.carried``: the period of
the statement this one continues. ``asof.now``, ``asof.none``: the present or nothing is named; the event
date, else the publication date. For a target the deadline, and nothing else.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractor.claims.context import Cluster, Context
from extractor.claims.decisions import COVER, Decision
from extractor.claims.kinds.continuations import introduction
from extractor.language import Sentence
from extractor.model import Dated, DateValue, Mention, Official, Period

_SOURCE = re.compile(
    r"\b(?:sakernas|bps|badan pusat statistik|sensus|susenas|survei|dukcapil)\b[^.;\n]{0,25}$", re.IGNORECASE
)
_BEGAN = re.compile(r"\b(?:sejak|mulai|semenjak)\b[^,;.\n]{0,60}$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:dibanding(?:kan)?|daripada|dari|semula|sebelumnya|lahir|dibandingkan dengan)\s+(?:tahun\s+|bulan\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[^.;]{0,70}\b(?:pada|per|hingga|sampai(?: dengan)?|tahun(?: anggaran)?|bulan|posisi|"
    r"untuk|selama|sepanjang|akhir|awal|"
    r"di|dalam|semester|triwulan|periode|[Ss]akernas|survei)\s+$|\s*\(?\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:tahun|bulan) (?:ini|lalu|depan)", re.IGNORECASE)  # needs no preposition behind a number
_BESIDE = re.compile(
    r"\s*(?:(?!dan\b|serta\b|atau\b|sementara\b)[a-z]+\s+){0,2}(?:pada|per|di|hingga|sampai)\s+(?:akhir\s+|tahun\s+|bulan\s+|posisi\s+)*"
)
_TURN = re.compile(r"\b(?:dari|dan|atau|serta)\b")  # "35 persen dari target 2025 sebesar 52": the second number's words
_YEAR = re.compile(r"(?<![\d./-])(20\d\d)(?![\d/]|\s?[-–]\s?\d)")
_PLAN_GAP = re.compile(r"\)?\s+(?:tahun\s+)?", re.IGNORECASE)
_BLOCK = re.compile(r"\b(?:data|angka|jumlah|capaian|realisasi|posisi)\b(?:\s+(?:ini|itu|tersebut))?", re.IGNORECASE)
_AS_OF_WORD = re.compile(
    r"\b(?:per|hingga|sampai(?: dengan)?|posisi|pada|sampai akhir|hingga akhir|keadaan|periode)\s*"
    r"(?:bulan|tahun|tanggal)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A period with its basis, and the id of the rule that decided.

    ``bound``: it belongs to this statement alone and is never carried: the date of a labour survey dates a
    base, that of a comparison (``dibandingkan Desember 2022``) only what is compared.
    """

    dated: Dated
    rule: str
    bound: bool = False


def _dated(mention: Mention, basis: str) -> Dated | None:
    value = mention.value
    if not isinstance(value, DateValue) or value.start is None or value.end is None:
        return None
    return Dated(Period(value.start, value.end, value.precision), basis, mention.quote)


_NOTHING = AsOf(Dated(None, "unknown"), "asof.none")


class Block:
    """The period a speaker's report stays in: stated once, it holds until another speaker takes over."""

    def __init__(self) -> None:
        """No period yet."""
        self._as_of: AsOf | None = None
        self._speaker: Official | None = None
        self._seen = 0

    def announce(self, dates: Sequence[tuple[int, Dated]], offset: int) -> None:
        """Takes over the last period that a sentence without numbers stated for what follows it."""
        for start, dated in dates:
            if self._seen <= start < offset:
                self._as_of, self._speaker = AsOf(dated, "asof.block"), None
        self._seen = offset

    def note(self, decision: Decision, as_of: AsOf, speaker: Official | None) -> None:
        """Remembers the period of a level; a level at present (``saat ini``) ends the one before."""
        earlier = decision.rule in ("kind.achieved.from", "kind.achieved.compared")
        if decision.kind not in ("achieved", "gap", "denominator", "change") or as_of.bound or earlier:
            return
        if as_of.rule == "asof.now":
            self._as_of = None
        elif as_of.dated.basis in ("explicit", "carried") and as_of.dated.period is not None:
            self._as_of = as_of
            self._speaker = speaker or self._speaker

    def carried(self, speaker: Official | None) -> AsOf | None:
        """The remembered period, unless somebody else speaks now."""
        if self._as_of is None:
            return None
        if speaker is not None and self._speaker is not None and speaker.name != self._speaker.name:
            self._as_of = None
            return None
        self._speaker = self._speaker or speaker
        dated = self._as_of.dated
        return AsOf(Dated(dated.period, "carried", dated.text), "asof.carried")


class Periods:
    """The dates of a document that can be as-of periods."""

    def __init__(self, context: Context) -> None:
        """Leaves out the event's and the publication's own stamps, and dates that open a comparison."""
        self._context = context
        taken = {context.event.text, context.published.text}
        self._dates = [row for row in context.of("DATE") if self._usable(row, taken)]

    def _usable(self, mention: Mention, taken: set[str | None]) -> bool:
        value = mention.value
        if not isinstance(value, DateValue) or value.start is None or mention.quote in taken:
            return False
        head = self._context.text[max(0, mention.start - 80) : mention.start]
        if value.precision == "day" and (value.weekday is not None or "relative" in value.flags):
            return False  # a weekday or "hari ini" belongs to an event or a stamp, not to a statistic
        return not (_SINCE.search(head) or _BEGAN.search(head))

    def _in(self, start: int, end: int) -> list[Mention]:
        return [row for row in self._dates if start <= row.start < end]

    def _is_source(self, mention: Mention) -> bool:
        """``Sakernas Februari 2024``: the date of the labour survey, which dates the base only."""
        sentence = self._context.parsed.sentence_at(mention.start)
        return bool(_SOURCE.search(self._context.text[sentence.start : mention.start]))

    def _of_plan(self, mention: Mention) -> bool:
        """``Rakortek 2025``, ``RKPD Tahun 2025``: the year of a plan dates its targets, not a level."""
        start = mention.start - 25
        return any(
            _PLAN_GAP.fullmatch(self._context.text, row.end, mention.start)
            for row in self._context.of("PLAN", start, mention.start)
        )

    def _pick(self, rows: Iterable[Mention], decision: Decision) -> Mention | None:
        usable = [row for row in rows if decision.kind == "denominator" or not self._is_source(row)]
        if decision.kind not in ("target", "planned"):
            usable = [row for row in usable if not self._of_plan(row)]
        return usable[-1] if usable else None

    def decide(self, cluster: Cluster, decision: Decision, known: dict[int, AsOf]) -> AsOf:
        """The as-of period of a cluster; ``known`` maps first slots of clusters before to theirs."""
        own = self._own(cluster, decision)
        if own is not None:
            return replace(own, bound=True) if decision.kind == "target" else own
        if decision.kind in ("target", "planned"):
            year = self._bare_year(cluster)
            if year is not None:
                return year
        if decision.rule == "kind.achieved.from":
            return AsOf(Dated(None, "unknown"), "asof.earlier", bound=True)
        if decision.rule == "kind.achieved.list":
            return self._introduced(cluster, decision)
        if decision.kind == "target":
            return self._deadline(cluster, decision, known)
        now = self._now(cluster)
        if not now:
            sentence = self._sentence(cluster, decision, known)
            if sentence is not None:
                return sentence
            pointed = self._pointed_back(cluster, known)
            if pointed is not None:
                return pointed
        return self.fallback("asof.now" if now else "asof.none")

    def _introduced(self, cluster: Cluster, decision: Decision) -> AsOf:
        """The period of the sentence above a list holds for its items."""
        span = introduction(cluster, self._context)
        row = self._pick(self._in(*span), decision) if span else None
        dated = _dated(row, "carried") if row is not None else None
        return AsOf(dated, "asof.carried") if dated is not None else self.fallback("asof.none")

    def _pointed_back(self, cluster: Cluster, known: dict[int, AsOf]) -> AsOf | None:
        """``Dengan hal itu ...``, ``Dari jumlah itu ...``: the period of the statement pointed at."""
        if not any(cue.kind == "anaphora" for cue in cluster.left):
            return None
        earlier = [index for index in known if index < cluster.slots[0].index and not known[index].bound]
        slot = self._context.slots[max(earlier)] if earlier else None
        if slot is None or cluster.sentence.paragraph - slot.sentence.paragraph > 1:
            return None
        before = known[slot.index]
        if before.dated.basis not in ("explicit", "carried"):
            return None
        return AsOf(Dated(before.dated.period, "carried", before.dated.text), "asof.carried")

    def _own(self, cluster: Cluster, decision: Decision) -> AsOf | None:
        """A period in the clause before the number, or bound right behind it."""
        if decision.kind == "change":
            span = self._span(cluster)
            if span is not None:
                return span
        behind = self._pick(self._in(cluster.end, cluster.near_end), decision)
        if behind is not None and (
            _AFTER.fullmatch(self._context.text, cluster.end, behind.start) or _RELATIVE.fullmatch(behind.quote)
        ):
            dated = _dated(behind, "explicit")
            own = self._in(self._own_start(cluster), cluster.start)
            beside = _BESIDE.fullmatch(self._context.text, cluster.end, behind.start)
            if dated is not None and (decision.kind in ("target", "planned") or beside or not own):
                return AsOf(dated, "asof.explicit", cluster.compared or self._is_source(behind))
        rows = self._in(self._own_start(cluster), cluster.start)
        if cluster.compared:
            rows = list(self._context.of("DATE", cluster.left_start, cluster.start)) or rows
        left = self._pick(rows, decision)
        dated = _dated(left, "explicit") if left is not None else None
        if left is None or dated is None:
            return None
        return AsOf(dated, "asof.explicit", cluster.compared or self._is_source(left))

    def baseline(self, cluster: Cluster) -> str | None:
        """Since when a change is: the start of its span, or the period it is compared with, as an ISO 8601 interval."""
        for row in self._context.of("DATE", cluster.left_start, cluster.near_end):
            value = row.value
            if not isinstance(value, DateValue) or value.start is None or value.end is None:
                continue
            head = self._context.text[max(0, row.start - 40) : row.start]
            if value.precision == "month" and (value.start.year, value.start.month) != (
                value.end.year,
                value.end.month,
            ):
                first = value.start
                return f"{first}/{first.replace(day=monthrange(first.year, first.month)[1])}"
            if _SINCE.search(head):
                return f"{value.start}/{value.end}"
        return None

    def _bare_year(self, cluster: Cluster) -> AsOf | None:
        """``target UCJ 2025 sebesar P``: a year after the name of a plan or ``target``, not one of a range."""
        start = self._own_start(cluster)
        left = reversed(list(_YEAR.finditer(self._context.text, start, cluster.start)))
        right = _YEAR.finditer(self._context.text, cluster.end, min(cluster.near_end, cluster.end + 40))
        for year in (*left, *right):
            if any(
                row.start <= year.start() < row.end
                for row in self._context.of("REGULATION", start - 80, cluster.near_end)
            ):
                continue
            number = int(year[1])
            return AsOf(
                Dated(Period(date(number, 1, 1), date(number, 12, 31), "year"), "explicit", year[1]),
                "asof.bare_year",
            )
        return None

    def _span(self, cluster: Cluster) -> AsOf | None:
        """``bertambah N dari Desember 2020 hingga Oktober 2021``: a change is as of the end of its span."""
        for row in self._context.of("DATE", cluster.left_start, cluster.near_end):
            value = row.value
            if not isinstance(value, DateValue) or value.start is None or value.end is None:
                continue
            if value.precision == "month" and (value.start.year, value.start.month) != (
                value.end.year,
                value.end.month,
            ):
                return AsOf(
                    Dated(Period(value.end.replace(day=1), value.end, "month"), "explicit", row.quote),
                    "asof.span",
                )
        return None

    def _own_start(self, cluster: Cluster) -> int:
        """Where the cluster's own words start: what stands right behind the number before belongs to that one."""
        before = self._context.before(cluster)
        if before is None:
            return cluster.left_start
        turn = _TURN.search(self._context.text, before.end, before.near_end)
        if turn is not None:
            return max(cluster.left_start, turn.start())
        return max(cluster.left_start, min(before.near_end, cluster.start))

    def _deadline(self, cluster: Cluster, decision: Decision, known: dict[int, AsOf]) -> AsOf:
        """A target joined to another by its list inherits the deadline; otherwise it is unknown."""
        source = decision.source
        carries = ("kind.coordinated", "kind.part", "kind.total")
        if source is not None and source.decision.kind == "target" and decision.rule in carries:
            inherited = known.get(source.cluster.slots[0].index)
            if inherited is not None and inherited.dated.period is not None:
                return AsOf(Dated(inherited.dated.period, "carried", inherited.dated.text), "asof.carried")
        announced = self._announced(cluster)
        return announced or AsOf(Dated(None, "unknown"), "asof.no_deadline")

    def _announced(self, cluster: Cluster) -> AsOf | None:
        """``Untuk 2020 sasaran direvisi. Target kini N``: the year of the sentence on targets right before."""
        index = cluster.sentence.index
        before = self._context.parsed.sentences[index - 1] if index else None
        if before is None or before.paragraph != cluster.sentence.paragraph or not cluster.first_in_sentence:
            return None
        if self._context.in_sentence(before) or not self._context.has_cue("target", before.start, before.end):
            return None
        rows = self._in(before.start, before.end)
        dated = _dated(rows[0], "carried") if len(rows) == 1 else None
        return AsOf(dated, "asof.carried") if dated is not None else None

    def _now(self, cluster: Cluster) -> bool:
        cues = self._context.cues_in(cluster.left_start, cluster.near_end)
        return any(cue.kind == "now" for cue in cues)

    def _sentence(self, cluster: Cluster, decision: Decision, known: dict[int, AsOf]) -> AsOf | None:
        """The period that opens the sentence, or that of the statement this one continues."""
        source = decision.source
        if source is not None:
            before = known.get(source.cluster.slots[0].index)
            if before is not None and source.decision.kind not in ("target", "denominator"):
                rule = before.rule if before.rule in ("asof.now", "asof.none") else "asof.carried"
                basis = "carried" if before.dated.basis == "explicit" else before.dated.basis
                return AsOf(Dated(before.dated.period, basis, before.dated.text), rule)
        clusters = self._context.in_sentence(cluster.sentence)
        before = self._earlier(clusters, cluster, decision, known)
        if before is not None:
            return before
        if known.get(clusters[0].slots[0].index, _NOTHING).bound:
            return None
        opening = self._pick(self._in(cluster.sentence.start, clusters[0].start), decision)
        first = known.get(clusters[0].slots[0].index)
        if opening is not None and first is not None and first.dated.basis == "explicit":
            dated = _dated(opening, "explicit")
            return AsOf(dated, "asof.sentence") if dated is not None else None
        return None

    def _earlier(
        self, clusters: list[Cluster], cluster: Cluster, decision: Decision, known: dict[int, AsOf]
    ) -> AsOf | None:
        """The period of the plan right before in the same sentence: ``Pemkab X N orang, sementara Pemkot Y M``."""
        rows = [row for row in clusters if row.start < cluster.start and row.slots[0].index in known]
        if not rows or decision.kind != "planned":
            return None
        before = known[rows[-1].slots[0].index]
        if before.bound or before.dated.basis not in ("explicit", "carried"):
            return None
        return AsOf(Dated(before.dated.period, "carried", before.dated.text), "asof.carried")

    def block_dates(self) -> list[tuple[int, Dated]]:
        """``Ini data sampai Agustus 2025``: sentences without numbers that date the block before them."""
        numbered = {slot.sentence.index for slot in self._context.slots}
        rows: list[tuple[int, Dated]] = []
        for row in self._dates:
            sentence = self._context.parsed.sentence_at(row.start)
            head = self._context.text[sentence.start : row.start]
            if sentence.index in numbered or not _AS_OF_WORD.search(head) or not self._on_data(sentence, head):
                continue
            dated = _dated(row, "carried")
            if dated is not None:
                rows.append((sentence.start, dated))
        return rows

    def _on_data(self, sentence: Sentence, head: str) -> bool:
        """Whether a sentence without numbers speaks of the data or of coverage."""
        cues = self._context.cues_in(sentence.start, sentence.end)
        return bool(_BLOCK.search(head)) or any(cue.kind in COVER for cue in cues)

    def before(self, cluster: Cluster) -> AsOf | None:
        """A period stated with an as-of word in an earlier sentence of the paragraph, with no number in between."""
        numbered = {slot.sentence.index for slot in self._context.slots}
        for sentence in reversed(self._context.parsed.sentences[: cluster.sentence.index]):
            if sentence.paragraph != cluster.sentence.paragraph or sentence.index in numbered:
                return None
            for row in reversed(self._in(sentence.start, sentence.end)):
                if _AS_OF_WORD.search(self._context.text[sentence.start : row.start]) and not self._is_source(row):
                    dated = _dated(row, "carried")
                    return AsOf(dated, "asof.carried") if dated is not None else None
        return None

    def is_ahead(self, as_of: AsOf) -> bool:
        """Whether a carried period lies after the document: a target's year that a level cannot have."""
        known = self._context.event.period or self._context.published.period
        period = as_of.dated.period
        return as_of.dated.basis == "carried" and bool(known and period and period.start > known.end)

    def fallback(self, rule: str) -> AsOf:
        """The event date, else the publication date, else nothing."""
        context = self._context
        if context.event.period is not None:
            return AsOf(Dated(context.event.period, "event", context.event.text), rule)
        if context.published.period is not None:
            return AsOf(Dated(context.published.period, "publication", context.published.text), rule)
        return AsOf(Dated(None, "unknown"), rule)
