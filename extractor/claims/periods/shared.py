"""Periods that one sentence states once for several of its numbers, or points back to."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from extractor.claims.context import Cluster, Context
from extractor.claims.decisions import Decision
from extractor.claims.periods.deadlines import as_deadline
from extractor.claims.periods.stated import AsOf, Stated, as_dated
from extractor.model import Cue, Dated, Mention, Period

_EACH = re.compile(r"\bmasing-masing\b", re.IGNORECASE)
_YEARS = re.compile(r"\b20\d\d(?:, 20\d\d)*,? dan 20\d\d\b")
_YEAR = re.compile(r"20\d\d")
_LONGEST_JOINT = 90  # characters between two numbers of one list
_OTHER_STATEMENT = re.compile(
    r"\b(?:target\w*|menuju|naik|turun|dibanding\w*|daripada|ketimbang|rata-rata|sebelumnya|semula|sisanya|sementara|"
    r"sedangkan|namun|tetapi|tapi|padahal|adapun|lalu|kemudian|tahap|gelombang|setelah|sejak|karena|sehingga|jika|bila|"
    r"menjadi(?! peserta))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"[^.;,\d]{0,60}\bmenjadi\s+(?:hanya |baru |sekitar |sebanyak )*$", re.IGNORECASE)
_STATES = ("target", "planned", "reached", "covered", "registered", "uncovered", "funded", "benefit", "gap", "change")
_BEHIND = re.compile(
    r"[^.;,]{0,60}\b(?:pada|per|hingga|sampai(?: dengan)?|posisi|selama|sepanjang)\s+(?:akhir |awal |tahun |bulan )?$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?P<before>tahun (?:lalu|sebelumnya)\s+(?:\w+\s+)?)?(?:(?:akhir|awal|pertengahan)\s+)?"
    r"(?P<what>periode|kurun waktu|tahun|bulan|semester|triwulan|kuartal)\s+(?:yang sama|itu|tersebut)\b"
    r"(?P<after>\s*,?\s*(?:(?:pada|di|dengan) )?(?:tahun (?:lalu|sebelumnya)|(?:tahun )?(?P<year>20\d\d)))?",
    re.IGNORECASE,
)
_PRECISION = {"bulan": "month", "semester": "semester", "triwulan": "quarter", "kuartal": "quarter"}
_REACH = 4  # paragraphs


def distributed(context: Context, cluster: Cluster) -> AsOf | None:
    """``pada 2025, 2026, dan 2027 masing-masing A, B, dan C``: each number has the year in its place."""
    sentence = cluster.sentence
    each = next(iter(_EACH.finditer(context.text, sentence.start, cluster.start)), None)
    if each is None:
        return None
    rows = [row for row in context.in_sentence(sentence) if row.start >= each.end()]
    lists = list(_YEARS.finditer(context.text, sentence.start, sentence.end))
    if len(lists) != 1 or cluster not in rows:
        return None
    years = _YEAR.findall(lists[0].group())
    if len(years) != len(rows):
        return AsOf(Dated(None, "unknown"), "asof.each", bound=True)
    number = int(years[rows.index(cluster)])
    period = Period(date(number, 1, 1), date(number, 12, 31), "year")
    return AsOf(Dated(period, "explicit", str(number)), "asof.each", bound=True)


def trailing(context: Context, stated: Stated, cluster: Cluster, decision: Decision) -> AsOf | None:
    """``A di X dan B di Y hingga Mei 2025``: the period behind the last number of a list holds for all of it.

    So does the one behind the verb that follows an insertion (``5.000 pekerja di X, Provinsi Y, terdaftar hingga
    Mei 2025``).
    """
    last = _end_of_list(context, cluster, decision)
    if last is None:
        return None
    mention = _behind(context, stated, last, decision, direct=last is not cluster)
    if mention is None or stated.is_source(mention):
        return None
    target = decision.kind in ("target", "planned")
    dated = as_deadline(mention, context) if target else as_dated(mention, "explicit")
    return AsOf(dated, "asof.trailing", bound=decision.kind == "target") if dated is not None else None


def _end_of_list(context: Context, cluster: Cluster, decision: Decision) -> Cluster | None:
    row = cluster
    while (following := context.after(row)) is not None:
        between = context.text[row.end : following.start]
        changed = decision.kind == "change" and _CHANGED.fullmatch(between)
        if following.compared or not (changed or _joins(context, between, row.end, following.start)):
            break
        row = following
    return row


def _joins(context: Context, between: str, start: int, end: int) -> bool:
    """Whether two numbers stand in one list: nothing between them says something else, or is dated itself."""
    if len(between) > _LONGEST_JOINT or _OTHER_STATEMENT.search(between) or context.of("DATE", start, end):
        return False
    return not any(cue.kind in _STATES for cue in context.cues_in(start, end))


def _behind(context: Context, stated: Stated, last: Cluster, decision: Decision, *, direct: bool) -> Mention | None:
    spans = [(last.end, last.near_end)] if direct else []
    spans += [(cue.end, _clause_end(context, cue.end, last.right_end)) for cue in _beyond(last)]
    for start, end in spans:
        row = stated.pick(stated.within(start, end)[:1], decision)
        if row is not None and _BEHIND.fullmatch(context.text, start, row.start):
            between = context.text[last.end : row.start]
            if not _OTHER_STATEMENT.search(between) or decision.kind == "target":
                return row
    return None


def _beyond(cluster: Cluster) -> Iterator[Cue]:
    return (cue for cue in cluster.near if cue.start >= cluster.near_end)


def _clause_end(context: Context, start: int, end: int) -> int:
    comma = context.text.find(",", start, end)
    return comma if comma >= 0 else end


def pointed_period(context: Context, cluster: Cluster, known: Mapping[int, AsOf], start: int) -> AsOf | None:
    """``dalam periode yang sama``, ``akhir tahun itu``: the period of the statement before, as far as the word fits it.

    ``pada periode yang sama tahun lalu`` is a year earlier. ``start`` is where the cluster's own words start.
    """
    for begin, stop in ((start, cluster.start), (cluster.end, cluster.near_end)):
        found = _SAME.search(context.text, begin, stop)
        if found is not None:
            return _stated_last(context, cluster, known, found)
    return None


def _stated_last(context: Context, cluster: Cluster, known: Mapping[int, AsOf], found: re.Match[str]) -> AsOf | None:
    what = found["what"].lower()
    for index in sorted((index for index in known if index < cluster.slots[0].index), reverse=True):
        as_of, paragraph = known[index], context.slots[index].sentence.paragraph
        if cluster.sentence.paragraph - paragraph > _REACH:
            return None
        period = as_of.dated.period
        if as_of.bound or period is None or as_of.dated.basis not in ("explicit", "carried"):
            continue
        if what in _PRECISION and period.precision != _PRECISION[what]:
            return None
        if found["before"] or found["after"]:
            year = int(found["year"]) if found["year"] else period.end.year - 1
            return AsOf(Dated(_in_year(period, year), "explicit", found.group().strip()), "asof.same", bound=True)
        if what == "tahun":
            period = Period(date(period.end.year, 1, 1), date(period.end.year, 12, 31), "year")
        return AsOf(replace(as_of.dated, period=period, basis="carried"), "asof.same")
    return None


def _in_year(period: Period, year: int) -> Period:
    """The same stretch of another year."""
    start, end = period.start, period.end
    last = monthrange(year, end.month)[1]
    whole = end.day == monthrange(end.year, end.month)[1]
    return Period(
        date(year - (end.year - start.year), start.month, min(start.day, 28) if start.month == 2 else start.day),
        date(year, end.month, last if whole else min(end.day, last)),
        period.precision,
    )
