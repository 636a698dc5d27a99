"""Statements that point back at the one before: its period is theirs."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.periods.stated import AS_OF_WORD, SINCE, AsOf, Stated, as_dated
from extractor.frozen import replace
from extractor.model import Dated, Period

_SAME = re.compile(
    r"\b(?P<before>tahun (?:lalu|sebelumnya)\s+(?:\w+\s+)?)?(?:(?:akhir|awal|pertengahan)\s+)?"
    r"(?P<what>periode|kurun waktu|tahun|bulan|semester|triwulan|kuartal)\s+(?:yang sama|itu|tersebut)\b"
    r"(?P<after>\s*,?\s*(?:(?:pada|di|dengan) )?(?:tahun (?:lalu|sebelumnya)|(?:tahun )?(?P<year>20\d\d)))?"
)
_PRECISION = {"bulan": "month", "semester": "semester", "triwulan": "quarter", "kuartal": "quarter"}
_REACH = 4  # paragraphs
_YEAR_BEFORE = re.compile(
    r"(?<!sama )\b(tahun sebelumnya)\s+"
    r"(?:(?:yang|ialah|adalah|tercatat|sebanyak|sebesar|sekitar|mencapai|hanya|baru)\s+)*$"
)
_OPENS_YEAR_BEFORE = re.compile(r"[\"“]?(?:pada |di |sementara |sedangkan )?((?:se)?tahun sebelumnya)\b")
_OPENS = re.compile(r"[\"“]?\s*(?:Itu|Ini|Jumlahnya|Angkanya|Persentasenya)\b")
_AMONG = re.compile(r"\s*(?:\w+ ){0,3}(?:di antaranya|di antara mereka)\b", re.IGNORECASE)
_FROM = re.compile(r"\bdari\s+(?:hanya |baru |sekitar |sebanyak )?$")


def pointed_period(context: Context, cluster: Cluster, known: Mapping[int, AsOf], start: int) -> AsOf | None:
    """``dalam periode yang sama``, ``akhir tahun itu``: the period of the statement before, as far as the word fits it.

    ``pada periode yang sama tahun lalu`` is a year earlier. ``start`` is where the cluster's own words start.
    """
    earlier = _YEAR_BEFORE.search(context.low, start, cluster.start)
    if earlier is None and cluster.first_in_sentence:
        earlier = _OPENS_YEAR_BEFORE.match(context.low, cluster.sentence.start, cluster.start)
    if earlier is not None:
        return _year_before(context, cluster, known, context.text[slice(*earlier.span(1))])
    for begin, stop in ((start, cluster.start), (cluster.end, cluster.near_end)):
        found = _SAME.search(context.low, begin, stop)
        if found is not None and begin == cluster.end and SINCE.search(context.low, begin, found.start()):
            continue  # "14 persen dibandingkan periode yang sama tahun lalu": what it is held against
        if found is not None:
            return _stated_last(context, cluster, known, found)
    return None


def _year_before(context: Context, cluster: Cluster, known: Mapping[int, AsOf], words: str) -> AsOf | None:
    """``naik dari tahun sebelumnya N``: the year before that of the statement it is compared with."""
    before = [index for index in known if index < cluster.slots[0].index and not known[index].bound]
    period = known[max(before)].dated.period if before else None
    if period is None or cluster.sentence.paragraph - context.slots[max(before)].sentence.paragraph > 1:
        return None
    year = period.end.year - 1
    whole = Period(date(year, 1, 1), date(year, 12, 31), "year")
    return AsOf(Dated(whole, "explicit", words), "asof.same", bound=True)


def _stated_last(context: Context, cluster: Cluster, known: Mapping[int, AsOf], found: re.Match[str]) -> AsOf | None:
    what, words = found["what"], context.text[found.start() : found.end()].strip()
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
            return AsOf(Dated(in_year(period, year), "explicit", words), "asof.same", bound=True)
        if what == "tahun":
            period = Period(date(period.end.year, 1, 1), date(period.end.year, 12, 31), "year")
        return AsOf(replace(as_of.dated, period=period, basis="carried"), "asof.same")
    return None


def in_year(period: Period, year: int) -> Period:
    """The same stretch of another year."""
    start, end = period.start, period.end
    last = monthrange(year, end.month)[1]
    whole = end.day == monthrange(end.year, end.month)[1]
    return Period(
        date(year - (end.year - start.year), start.month, min(start.day, 28) if start.month == 2 else start.day),
        date(year, end.month, last if whole else min(end.day, last)),
        period.precision,
    )


def pointed_back(
    context: Context, stated: Stated, cluster: Cluster, decision: Decision, known: Mapping[int, AsOf]
) -> AsOf | None:
    """``Dari jumlah itu ...``, ``Itu sudah menaikkan ...``, ``N di antaranya``: the period of what is pointed at.

    A plan that is a part of a target (``Dari jumlah itu, Pemkab X menganggarkan N``) is due when the target is.
    """
    if not _points(context, cluster):
        return None
    between = _unclaimed(context, cluster, known)
    if between is not None:
        return _stated_beside(context, stated, between)
    usable = {
        index: as_of
        for index, as_of in known.items()
        if index < cluster.slots[0].index and (not as_of.bound or decision.kind == "planned")
    }
    if not usable:
        return None
    sentence = context.slots[max(usable)].sentence
    if cluster.sentence.paragraph - sentence.paragraph > 1:
        return None
    for row in reversed(context.in_sentence(sentence)):
        before = usable.get(row.slots[0].index)
        if before is None or _FROM.search(context.text, sentence.start, row.start):
            continue
        if before.dated.basis in ("explicit", "carried"):
            return before.carried()
    return None


def _unclaimed(context: Context, cluster: Cluster, known: Mapping[int, AsOf]) -> Cluster | None:
    """The number right before, in this or the last sentence, where it is no claim: it is what is pointed at."""
    before = context.clusters[cluster.index - 1] if cluster.index else None
    if before is None or before.slots[0].index in known:
        return None
    return before if cluster.sentence.index - before.sentence.index == 1 else None


def _stated_beside(context: Context, stated: Stated, cluster: Cluster) -> AsOf | None:
    """``"Sampai September 2025 sudah N orang"``: the period before a number of its own sentence."""
    for row in reversed(stated.within(cluster.left_start, cluster.start)):
        dated = as_dated(row, "carried") if AS_OF_WORD.search(context.text, cluster.left_start, row.start) else None
        if dated is not None:
            return AsOf(dated, "asof.carried")
    return None


def compared_before(context: Context, cluster: Cluster, known: Mapping[int, AsOf]) -> AsOf | None:
    """``naik 8,6 persen dibandingkan Desember 2021 ... Yang informal dari A menjadi B``: A is of that December.

    A report that compares two days goes on comparing them, in the sentence right behind.
    """
    index = cluster.sentence.index
    sentence = context.parsed.sentences[index - 1] if index else None
    if sentence is None or cluster.sentence.paragraph - sentence.paragraph > 1:
        return None
    rows = [row for row in context.in_sentence(sentence) if row.compared and row.slots[0].index in known]
    found = known[rows[-1].slots[0].index] if rows else None
    if found is None or found.dated.basis != "explicit" or found.dated.period is None:
        return None
    return AsOf(replace(found.dated, basis="carried"), "asof.compared", bound=True)


def _points(context: Context, cluster: Cluster) -> bool:
    if any(cue.kind == "anaphora" for cue in cluster.left):
        return True
    opens = cluster.first_in_sentence and _OPENS.match(context.text, cluster.sentence.start, cluster.start)
    return bool(opens or _AMONG.match(context.text, cluster.end, cluster.near_end))
