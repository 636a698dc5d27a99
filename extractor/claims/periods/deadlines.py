"""By when a target is to be reached: its own year, one its list or the sentence before states, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.periods.stated import NOTHING, AsOf, Stated, as_dated
from extractor.frozen import replace
from extractor.model import Dated, DateValue, Mention, Period

_YEAR = re.compile(r"(?<![\d./-])(20\d\d)(?![\d/]|\s?[-–]\s?\d)")
_TARGET_OF = re.compile(r"\btarget\s+(?:\w+\s+)?(20\d\d)\b(?![/-])", re.IGNORECASE)
_YEAR_END = re.compile(r"(?:akhir|penghujung) (?:tahun )?(?:20\d\d|ini|depan)", re.IGNORECASE)
_BARE_YEAR_END = re.compile(
    r"\b(?:hingga|sampai(?: dengan)?|pada|sebelum|di)\s+((?:akhir|penghujung|tutup)\s+tahun)\b"
    r"(?!\s+(?:ini|lalu|depan|itu|tersebut|yang|ajaran|20\d\d))",
    re.IGNORECASE,
)
_OF_TARGET = re.compile(r"\bdari (?:total |jumlah )?target(?:nya)?\b[^.;,\d]{0,40}$", re.IGNORECASE)
_AIMS = re.compile(r"\b(?:berharap|harapan|ingin|membidik|menyasar|mengincar|mengejar|akan)\b", re.IGNORECASE)
_DETAILS = re.compile(
    r"\b(?:me(?:me)?rinci(?:kan)?|(?:pe)?rincian(?:nya)?|terdiri|terbagi|dibagi|meliputi|mencakup)\b", re.IGNORECASE
)
_BESIDES = re.compile(
    r"[\"“]?\s*(?:Sementara|Sedangkan|Adapun|Kemudian|Selanjutnya|Lalu|Selain itu|Untuk"
    r"|(?:Begitu|Demikian) (?:juga|pula))\b"
)
_YEARLY = re.compile(
    r"\btarget(?:nya)?\s+(?:\w+\s+){0,2}(?:tahunan|setahun|tahun ini|tahun itu|tahun tersebut)\b", re.IGNORECASE
)
_LOOK_BACK = 2  # sentences to the target that is detailed or set beside another
_ITS_TARGET = re.compile(r"[\"“]?\s*Target(?:nya| itu| tersebut| ini)\b")


def _year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def as_deadline(mention: Mention, context: Context) -> Dated | None:
    """The period a date names as a deadline.

    ``akhir 2025`` is the year 2025: a yearly target is due at the end of its year, however that is put. A month
    without a year lies ahead of the day of the statement.
    """
    dated = as_dated(mention, "explicit")
    if dated is None or dated.period is None:
        return dated
    if _YEAR_END.fullmatch(mention.quote):
        return replace(dated, period=_year(dated.period.start.year))
    value, period = mention.value, dated.period
    event = context.event.period or context.published.period
    guessed = isinstance(value, DateValue) and "year_from_document" in value.flags and period.precision == "month"
    if guessed and event is not None and period.end < event.start:
        start, end = (day.replace(year=day.year + 1, day=min(day.day, 28)) for day in (period.start, period.end))
        ahead = Period(start, max(end, _month_end(end)), "month")
        return replace(dated, period=ahead)
    return dated


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def bare_year(context: Context, cluster: Cluster, start: int) -> AsOf | None:
    """``target UCJ 2025 sebesar P``: a year after the name of a plan or ``target``, not one of a range.

    ``start`` is where the cluster's own words start.
    """
    left = reversed(list(_YEAR.finditer(context.text, start, cluster.start)))
    right = _YEAR.finditer(context.text, cluster.end, min(cluster.near_end, cluster.end + 40))
    for year in (*left, *right):
        if any(row.start <= year.start() < row.end for row in context.of("REGULATION", start - 80, cluster.near_end)):
            continue
        return AsOf(Dated(_year(int(year[1])), "explicit", year[1]), "asof.bare_year")
    before = context.before(cluster)  # "1,4 juta orang itu belum mencapai target 2019 yang naik 20 persen"
    named = _TARGET_OF.search(context.text, before.end if before else cluster.sentence.start, cluster.start)
    return AsOf(Dated(_year(int(named[1])), "explicit", named[1]), "asof.bare_year") if named else None


def year_end(context: Context, cluster: Cluster, start: int) -> AsOf | None:
    """``hingga akhir tahun``: a target's year is that of the statement where none is printed."""
    day = context.event.period or context.published.period
    if day is None:
        return None
    for begin, stop in ((start, cluster.start), (cluster.end, cluster.near_end)):
        found = _BARE_YEAR_END.search(context.text, begin, stop)
        if found is not None:
            return AsOf(Dated(_year(day.start.year), "explicit", found[1]), "asof.year_end")
    return None


def deadline(context: Context, stated: Stated, cluster: Cluster, decision: Decision, known: Mapping[int, AsOf]) -> AsOf:
    """The deadline of a target without one of its own words, as far as the text around it states one."""
    source = decision.source
    carries = ("kind.coordinated", "kind.next_sentence", "kind.part", "kind.total", "kind.bracket", "kind.staff")
    if source is None or source.decision.kind != "target":
        pass
    elif decision.rule in carries or source.decision.rule == "kind.target.growth":
        inherited = known.get(source.cluster.slots[0].index)
        if inherited is not None and inherited.dated.period is not None:
            return inherited.continued(here=source.cluster.sentence.index == cluster.sentence.index)
    found = (
        _announced(context, stated, cluster, known)
        or _measured(context, cluster, known)
        or _detailed(context, cluster, known)
        or _beside(context, cluster, known)
    )
    return found or AsOf(Dated(None, "unknown"), "asof.no_deadline")


def _announced(context: Context, stated: Stated, cluster: Cluster, known: Mapping[int, AsOf]) -> AsOf | None:
    """``Untuk 2020 sasaran direvisi. Target kini N``: the year of the sentence on targets right before.

    ``"Targetnya N"`` points back over the end of a paragraph too.
    """
    index, here = cluster.sentence.index, cluster.sentence
    before = context.parsed.sentences[index - 1] if index else None
    if before is None:
        return None
    points = bool(_ITS_TARGET.match(context.text, here.start)) and here.paragraph - before.paragraph <= 1
    rows = context.in_sentence(before)
    if rows:
        stated_there = known.get(rows[-1].slots[0].index, NOTHING)
        return stated_there.carried() if points and stated_there.bound and stated_there.dated.period else None
    if not (points or context.parsed.joined(before, here)):
        return None
    aims = points and _AIMS.search(context.text, before.start, before.end)
    if not aims and not context.has_cue("target", before.start, before.end):
        return None
    dates = stated.within(before.start, before.end)
    dated = as_deadline(dates[0], context) if len(dates) == 1 else None
    return AsOf(dated, "asof.explicit").carried() if dated is not None else None


def _measured(context: Context, cluster: Cluster, known: Mapping[int, AsOf]) -> AsOf | None:
    """What a whole year's result is measured against is the target of that year; so is the next one of a list.

    ``Pada 2024 baru 31 persen dari target 40 persen``; ``95 persen dari target 52 ribu orang pada 2018. Sementara BPU
    38 persen dari target 12.500 orang``.
    """
    if not _OF_TARGET.search(context.text, cluster.left_start, cluster.start):
        return None
    before = context.before(cluster)
    level = known.get(before.slots[0].index, NOTHING) if before is not None else NOTHING
    period = level.dated.period
    if period is not None and level.dated.basis == "explicit":
        if period.precision == "year":
            return level.carried()
        if before is not None and _YEARLY.search(context.text, before.end, cluster.start):
            return AsOf(replace(level.dated, period=_year(period.end.year)), "asof.explicit").carried()
    return _in_parallel(context, cluster, known)


def _in_parallel(context: Context, cluster: Cluster, known: Mapping[int, AsOf]) -> AsOf | None:
    index = cluster.sentence.index
    last = context.parsed.sentences[index - 1] if index else None
    if last is None or not context.parsed.joined(last, cluster.sentence):
        return None
    for row in reversed(context.in_sentence(last)):
        if _OF_TARGET.search(context.text, row.left_start, row.start):
            found = known.get(row.slots[0].index, NOTHING)
            return found.carried() if found.dated.period is not None else None
    return None


def _detailed(context: Context, cluster: Cluster, known: Mapping[int, AsOf]) -> AsOf | None:
    """``mengincar 1,2 juta orang pada 2017. Ia merinci, ada N pekerja formal yang dibidik``: due with the whole."""
    here = cluster.sentence
    if not _DETAILS.search(context.text, here.start, cluster.start):
        return None
    return _target_before(context, here.index, known)


def _beside(context: Context, cluster: Cluster, known: Mapping[int, AsOf]) -> AsOf | None:
    """``target 40.000 orang untuk 2021. Sementara BPU melebihi target 21.000``: a target set beside one of a year."""
    index = cluster.sentence.index
    sentences = context.parsed.sentences
    if not _BESIDES.match(context.text, sentences[index].start):
        index -= 1  # "Sementara untuk jasa konstruksi tidak jauh beda. Ditargetkan N"
        if (
            index < 0
            or context.in_sentence(sentences[index])
            or not _BESIDES.match(context.text, sentences[index].start)
        ):
            return None
    return _target_before(context, index, known)


def _target_before(context: Context, index: int, known: Mapping[int, AsOf]) -> AsOf | None:
    """The deadline of the last target in the sentences before, at most a paragraph away."""
    here = context.parsed.sentences[index]
    for sentence in reversed(context.parsed.sentences[max(0, index - _LOOK_BACK) : index]):
        if here.paragraph - sentence.paragraph > 1:
            return None
        for row in reversed(context.in_sentence(sentence)):
            found = known.get(row.slots[0].index, NOTHING)
            if found.bound and found.dated.period is not None and found.dated.period.precision == "year":
                return found.carried()
    return None
