"""The as-of period of each statement, from its own words outward."""

from __future__ import annotations

import re
from functools import cached_property

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.kinds.continuations import introduction, is_item
from extractor.claims.periods.blocks import Block, block_dates, dates_back, stated_before
from extractor.claims.periods.deadlines import as_deadline, bare_year, deadline, year_end
from extractor.claims.periods.pointing import compared_before, pointed_back, pointed_period
from extractor.claims.periods.shared import distributed, trailing
from extractor.claims.periods.stated import NOTHING, AsOf, Stated, as_dated
from extractor.frozen import replace
from extractor.model import Dated, DateValue, Mention, Period

_MEASURED_FROM = re.compile(r"\bdari\s+(?:posisi\s+|akhir\s+|bulan\s+|tahun\s+|periode\s+|data\s+)*$", re.IGNORECASE)
_BY = re.compile(r"\b(?:pada|hingga|sampai(?: dengan)?|sebelum)\s+(?:akhir\s+)?(?:tahun\s+)?$", re.IGNORECASE)
_AFTER = re.compile(
    r"[^.;]{0,120}\b(?:pada|per|hingga|sampai(?: dengan)?|tahun(?: anggaran)?|bulan|posisi|"
    r"untuk|selama|sepanjang|akhir|awal|terhitung(?: sejak| mulai)?(?: tanggal)?|"
    r"di|dalam|semester|triwulan|periode|[Ss]akernas|survei)\s+$|\s*\(?\s*$|"
    r"[^.;,]{0,40}\b(?:data|sensus|survei)\s[^.;,]{0,50}\s$",
    re.IGNORECASE,
)
# what needs no preposition behind a number
_RELATIVE = re.compile(r"(?:tahun|bulan) (?:ini|lalu|depan)|(?:tahun anggaran|t\.?a\.?) 20\d\d", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*(?:(?!dan\b|serta\b|atau\b|sementara\b)[a-z]+\s+){0,2}(?:pada|per|di|hingga|sampai)\s+(?:akhir\s+|tahun\s+|bulan\s+|posisi\s+)*"
)
_FROM_NOW = re.compile(r"\b(?:dari|daripada|ketimbang|dibanding(?:kan)?)\s+(?:yang |jumlah |angka |kondisi )?$")
_BESIDES = re.compile(r"(?:Sementara|Sedangkan|Adapun|Begitu (?:juga|pula))\b")
_BRACKET = re.compile(r"[^.;,()\n\d]{0,60}\(([^()\n]{3,40})\)")
_ONLY_AS_OF = re.compile(
    r"(?:(?:data|posisi|kondisi|keadaan|per|hingga|sampai(?: dengan)?|pada|tahun|bulan|tanggal|akhir|awal)\s+)*",
    re.IGNORECASE,
)
_AGO = (
    r"(?:(?:\d{1,2}|beberapa|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?:\s(?:belas|puluh))?"
    r"\s(?:tahun|bulan)|setahun|sebulan)\s(?:yang\s)?(?:lalu|silam)\b"
)
_AGO_BEFORE = re.compile(  # "empat tahun lalu baru": a time of its own, unless a later one follows
    r"(?:^\W*|[-–—,:]\s|\b(?:padahal|sedangkan|sementara|dan|namun|tetapi|tapi)\s)"
    rf"(?:(?:pada|sekitar|sekira|kira-kira)\s)?{_AGO}"
    r"(?:(?!\b(?:kini|sekarang|ini|mulai|dimulai|diluncurkan|dibentuk|didirikan|berdiri|terbit)\b)[^.;])*$",
    re.IGNORECASE,
)
_AGO_BEHIND = re.compile(rf"\s(?:pada\s|sekitar\s)?{_AGO}", re.IGNORECASE)
_COMMA_AS_OF = re.compile(r"\s*,\s+(?:data |posisi |kondisi )?(?:per|hingga|sampai(?: dengan)?|posisi)\s+(?:akhir\s+)?")
_RISEN_FROM = re.compile(r"\bdari\s+(?:\w+\s+){0,4}$")
_THEN_ROSE = re.compile(
    r"(?:\s+(?:orang|pekerja|peserta))?\s*,?\s*(?:(?:dan|lalu|kemudian|selanjutnya|terus|sudah|telah|berhasil|mampu|mengalami)\s+)*"
    r"(?:naik|kenaikan|meningkat|peningkatan|melonjak|tumbuh|bertambah|turun|menurun|penurunan|merosot)\b"
)
_FROM = re.compile(r"\bdari\s+(?:bulan |tahun |akhir |awal |posisi )*$", re.IGNORECASE)
_AMOUNTS = re.compile(
    r"\s*(?:yang\s+)?(?:(?:sebesar|sebanyak|sejumlah|yakni|yaitu|di angka|mencapai|tercatat|baru|hanya|sekitar"
    r"|berjumlah)\s+)*"
)
_OPENS = re.compile(
    r"\b(?:pada|di|dalam|selama|sepanjang|per|hingga|sampai)\s+(?:akhir |awal |tahun |bulan )*$", re.IGNORECASE
)
_STOPS = re.compile(r"\s*[.;,\"”)\n]|\s*$")
_TURN = re.compile(r"\b(?:dari|dan|atau|serta)\b")  # "35 persen dari target 2025 sebesar 52": the second number's words


class Periods:
    """The dates of a document that can be as-of periods."""

    def __init__(self, context: Context) -> None:
        """Reads the dates of the context."""
        self._context = context
        self._stated = Stated(context)
        self.block = Block()

    def decide(self, cluster: Cluster, decision: Decision, known: dict[int, AsOf]) -> AsOf:
        """The as-of period of a cluster; ``known`` maps first slots of clusters before to theirs."""
        each = distributed(self._context, cluster)
        if each is not None:
            return each
        if decision.rule == "kind.achieved.from":
            started = self._started(cluster)
            if started is not None:
                return started
        start = cluster.left_start if cluster.compared else self._own_start(cluster)
        pointed = pointed_period(self._context, cluster, known, start)
        own = pointed if pointed is not None and pointed.bound else self._own(cluster, decision) or pointed
        if own is not None:
            return replace(own, bound=own.bound or decision.kind == "target")
        if decision.kind in ("target", "planned"):
            start = self._own_start(cluster)
            year = bare_year(self._context, cluster, start) or year_end(self._context, cluster, start)
            if year is None and decision.rule == "kind.target.become":
                year = self._to_rise(cluster, decision)
            if year is not None:
                return year
        if decision.rule == "kind.achieved.from":
            compared = compared_before(self._context, cluster, known)
            return compared or AsOf(Dated(None, "unknown"), "asof.earlier", bound=True)
        behind = trailing(self._context, self._stated, cluster, decision)
        if behind is not None:
            return behind
        if decision.kind not in ("target", "planned") and self._is_unplaced(cluster):
            return AsOf(Dated(None, "unknown"), "asof.unplaced", bound=True)
        if decision.is_listed:
            return self._introduced(cluster, decision)
        if decision.kind != "target" and is_item(self._context, cluster.start):
            introduced = self._introduced(cluster, decision)
            if introduced.rule == "asof.carried":
                return introduced
        if decision.kind == "target":
            return deadline(self._context, self._stated, cluster, decision, known)
        now = self._now(cluster)
        if not now and self._has_risen_since(cluster, decision, known):
            return AsOf(Dated(None, "unknown"), "asof.unplaced", bound=True)
        if not now:
            sentence = self._sentence(cluster, decision, known)
            if sentence is not None:
                return sentence
            pointed = pointed_back(self._context, self._stated, cluster, decision, known)
            if pointed is not None:
                return pointed
        return self.fallback("asof.now" if now else "asof.none")

    def _started(self, cluster: Cluster) -> AsOf | None:
        """``dari Januari 2023 sebesar N menjadi M``: the earlier level has the month it is told from.

        Where the rise is a target (``pada 2025 ditargetkan naik dari N menjadi M``), the year is M's, and N is of
        the day.
        """
        rows = self._context.of("DATE", self._own_start(cluster), cluster.start)
        if rows and _FROM.search(self._context.text[: rows[-1].start][-30:]):
            dated = as_dated(rows[-1], "explicit")
            if dated is not None and _AMOUNTS.fullmatch(self._context.text, rows[-1].end, cluster.start):
                return AsOf(dated, "asof.explicit", bound=True)
        aims = any(cue.kind == "target" for cue in cluster.left)
        if aims and not self._stated.within(cluster.end, cluster.near_end):
            return self.fallback("asof.none")
        return None

    def _to_rise(self, cluster: Cluster, decision: Decision) -> AsOf | None:
        """``pada 2025 ditargetkan naik dari N menjadi M``: the year before the level is M's deadline."""
        before = self._context.before(cluster)
        if before is None:
            return None
        row = self._stated.pick(self._stated.within(cluster.sentence.start, before.start), decision)
        dated = as_deadline(row, self._context) if row is not None else None
        return AsOf(dated, "asof.explicit", bound=True) if dated is not None else None

    def _introduced(self, cluster: Cluster, decision: Decision) -> AsOf:
        """The period of the sentence above a list holds for its items."""
        span = introduction(cluster, self._context)
        row = self._stated.pick(self._stated.within(*span), decision) if span else None
        dated = as_dated(row, "carried") if row is not None else None
        return AsOf(dated, "asof.carried") if dated is not None else self.fallback("asof.none")

    def _own(self, cluster: Cluster, decision: Decision) -> AsOf | None:
        """A period in the clause before the number, or bound right behind it."""
        if decision.kind == "change":
            span = self._span(cluster)
            if span is not None:
                return span
        behind = self._stated.pick(self._stated.within(cluster.end, cluster.near_end), decision)
        if (
            behind is not None
            and decision.kind == "change"
            and _MEASURED_FROM.search(self._context.text, cluster.end, behind.start)
        ):
            behind = None  # "bertambah N dari posisi Desember 2023": what it is measured from
        ahead = decision.kind in ("target", "planned")
        if behind is not None and not ahead and self._context.has_cue("target", cluster.end, behind.start):
            behind = None  # "tercatat 34 persen dan ditargetkan naik sepanjang 2026"
        if behind is not None and (
            _AFTER.fullmatch(self._context.text, cluster.end, behind.start)
            or _RELATIVE.fullmatch(behind.quote)
            or (decision.kind == "target" and _BY.search(self._context.text, cluster.end, behind.start))
        ):
            dated = self._as_of(behind, decision)
            own = self._before(cluster)
            beside = _BESIDE.fullmatch(self._context.text, cluster.end, behind.start)
            if dated is not None and (decision.kind in ("target", "planned") or beside or not own):
                return AsOf(dated, "asof.explicit", cluster.compared or self._stated.is_source(behind))
        appended = self._appended(cluster, decision)
        if appended is not None:
            return appended
        bracketed = self._in_bracket(cluster, decision)
        if bracketed is not None:
            return bracketed
        left = self._stated.pick(self._before(cluster), decision)
        dated = self._as_of(left, decision) if left is not None else None
        if left is None or dated is None:
            return None
        if decision.rule == "kind.achieved.become" and any(
            cue.kind == "now" for cue in self._context.cues_in(left.end, cluster.start)
        ):
            return None  # "naik 8 persen dari 2024 ke 2025, dengan posisi saat ini 45 persen"
        return AsOf(dated, "asof.explicit", cluster.compared or self._stated.is_source(left))

    def _before(self, cluster: Cluster) -> list[Mention]:
        """The dates before the number that can be its own; what is only compared has the date that it opens with."""
        compared = list(self._context.of("DATE", cluster.left_start, cluster.start)) if cluster.compared else []
        return compared or self._stated.within(self._own_start(cluster), cluster.start)

    def _appended(self, cluster: Cluster, decision: Decision) -> AsOf | None:
        """``baru 40 persen, per Desember 2024.``: set off by a comma, and nothing behind it."""
        comma = _COMMA_AS_OF.match(self._context.text, cluster.end, cluster.right_end)
        rows = self._stated.within(comma.end(), comma.end() + 1) if comma is not None else []
        if not rows or not _STOPS.match(self._context.text, rows[0].end):
            return None
        dated = self._as_of(rows[0], decision)
        return AsOf(dated, "asof.explicit", self._stated.is_source(rows[0])) if dated is not None else None

    def _in_bracket(self, cluster: Cluster, decision: Decision) -> AsOf | None:
        """``31,9 persen pekerja (per September 2025)``: a bracket behind the number that holds just a period."""
        bracket = _BRACKET.match(self._context.text, cluster.end, cluster.right_end)
        if bracket is None:
            return None
        rows = self._stated.within(bracket.start(1), bracket.end(1))
        if len(rows) != 1 or not _ONLY_AS_OF.fullmatch(self._context.text, bracket.start(1), rows[0].start):
            return None
        dated = self._as_of(rows[0], decision) if rows[0].end == bracket.end(1) else None
        return AsOf(dated, "asof.explicit", self._stated.is_source(rows[0])) if dated is not None else None

    def _as_of(self, mention: Mention, decision: Decision) -> Dated | None:
        """The period a date in a statement's own words names: for a target, as a deadline."""
        if decision.kind in ("target", "planned"):
            return as_deadline(mention, self._context)
        return as_dated(mention, "explicit")

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

    def _is_unplaced(self, cluster: Cluster) -> bool:
        """``tahun ini`` in a document without a date, ``empat tahun lalu``: a time of its own, and not known which."""
        start = self._own_start(cluster)
        text = self._context.text
        if _AGO_BEFORE.search(text[start : cluster.start]) or _AGO_BEHIND.match(text, cluster.end, cluster.right_end):
            return True
        rows = self._context.of("DATE", start, cluster.start)
        values = [row.value for row in rows if isinstance(row.value, DateValue)]
        return bool(values) and values[-1].start is None and "relative" in values[-1].flags

    def _own_start(self, cluster: Cluster) -> int:
        """Where the cluster's own words start: what stands right behind the number before belongs to that one."""
        before = self._context.before(cluster)
        if before is None:
            return cluster.left_start
        turn = _TURN.search(self._context.text, before.end, before.near_end)
        if turn is not None:
            return max(cluster.left_start, turn.start())
        return max(cluster.left_start, min(before.near_end, cluster.start))

    def _now(self, cluster: Cluster) -> bool:
        """The present is named, other than as what a change is measured from (``bertambah N dari yang sekarang``)."""
        cues = self._context.cues_in(cluster.left_start, cluster.near_end)
        return any(
            cue.kind == "now"
            and not (cue.start >= cluster.end and _FROM_NOW.search(self._context.text, cluster.end, cue.start))
            for cue in cues
        )

    def _has_risen_since(self, cluster: Cluster, decision: Decision, known: dict[int, AsOf]) -> bool:
        """``Pada 2022 tercatat 45,8 persen, lalu naik menjadi 55,3``: the second is not of the first one's year."""
        if decision.rule != "kind.achieved.become":
            return False
        rows = [row for row in self._context.in_sentence(cluster.sentence) if row.start < cluster.start]
        before = known.get(rows[-1].slots[0].index, NOTHING) if rows else NOTHING
        if before.dated.basis != "explicit" or not _THEN_ROSE.match(self._context.text, rows[-1].end, cluster.start):
            return False
        return _RISEN_FROM.search(self._context.text, rows[-1].left_start, rows[-1].start) is None

    def _sentence(self, cluster: Cluster, decision: Decision, known: dict[int, AsOf]) -> AsOf | None:
        """The period that opens the sentence, or that of the statement this one continues."""
        source = decision.source
        if source is not None:
            before = known.get(source.cluster.slots[0].index)
            other = source.decision.kind in ("target", "denominator") or source.decision.rule == "kind.achieved.from"
            if before is not None and not other and not (before.bound and source.cluster.compared):
                rule = before.rule if before.rule in ("asof.now", "asof.none") else "asof.carried"
                here = source.cluster.sentence.index == cluster.sentence.index and decision.rule != "kind.part"
                basis = "carried" if before.dated.basis == "explicit" and not here else before.dated.basis
                return AsOf(Dated(before.dated.period, basis, before.dated.text), rule)
        clusters = self._context.in_sentence(cluster.sentence)
        before = self._earlier(clusters, cluster, decision, known)
        if before is not None:
            return before
        if known.get(clusters[0].slots[0].index, NOTHING).bound:
            return None
        opening = self._stated.pick(self._stated.within(cluster.sentence.start, clusters[0].start), decision)
        first = known.get(clusters[0].slots[0].index)
        if first is None and clusters[0] is not cluster and opening is not None:
            # "pada 2015 terdapat N orang, dari jumlah itu M terdaftar": the first number is none of cover
            opens = _OPENS.search(self._context.text, cluster.sentence.start, opening.start) is not None
        else:
            opens = first is not None and first.dated.basis == "explicit"
        if opening is not None and opens:
            dated = as_dated(opening, "explicit")
            return AsOf(dated, "asof.sentence") if dated is not None else None
        return None

    def _earlier(
        self, clusters: list[Cluster], cluster: Cluster, decision: Decision, known: dict[int, AsOf]
    ) -> AsOf | None:
        """The period of the plan right before: ``Pemkab X menyiapkan N orang, sementara Pemkot Y M``."""
        if decision.kind != "planned":
            return None
        rows = [row for row in clusters if row.start < cluster.start and row.slots[0].index in known]
        if not rows and _BESIDES.match(self._context.text, cluster.sentence.start):
            rows = self._planned_before(cluster, known)
        if not rows:
            return None
        before = known[rows[-1].slots[0].index]
        if before.bound or before.dated.basis not in ("explicit", "carried"):
            return None
        return before.continued(here=rows[-1].sentence.index == cluster.sentence.index)

    def _planned_before(self, cluster: Cluster, known: dict[int, AsOf]) -> list[Cluster]:
        """The last plan of the sentence before, in the same paragraph: ``Sementara pemerintah desa M orang``."""
        index = cluster.sentence.index
        sentence = self._context.parsed.sentences[index - 1] if index else None
        if sentence is None or not self._context.parsed.joined(sentence, cluster.sentence):
            return []
        rows = [row for row in self._context.in_sentence(sentence) if row.slots[0].index in known]
        return rows[-1:] if rows and rows[-1].says("planned") else []

    def is_ahead(self, as_of: AsOf, decision: Decision) -> bool:
        """Whether a carried period lies after the document: a target's year that a level cannot have.

        What is planned can, and so can the change it is from now on (``disiapkan untuk N, bertambah M``).
        """
        source = decision.source.decision.kind if decision.source is not None else None
        if "planned" in (decision.kind, source) or decision.kind == "target":
            return False
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

    def block_dates(self) -> list[tuple[int, Dated]]:
        """Sentences without numbers that date a block: where they start, and the period."""
        return self._blocks

    @cached_property
    def _blocks(self) -> list[tuple[int, Dated]]:
        return block_dates(self._context, self._stated)

    def dates_back(self) -> list[tuple[int, Dated]]:
        """Those of them that date the block before them."""
        return dates_back(self._context, self._blocks)

    def before(self, cluster: Cluster) -> AsOf | None:
        """A period stated in an earlier sentence of the paragraph, with no number in between."""
        return stated_before(self._context, self._stated, cluster)
