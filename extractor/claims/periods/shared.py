"""Periods that one sentence states once for several of its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.periods.deadlines import as_deadline
from extractor.claims.periods.stated import AsOf, Stated, as_dated
from extractor.model import Cue, Dated, Mention, Period

_EACH = re.compile(r"\b(?:masing\s?-\s?masing|berturut\s?-\s?turut)\b")
_YEARS = re.compile(r"\b20\d\d(?:, 20\d\d)*,? dan 20\d\d\b")
_YEAR = re.compile(r"20\d\d")
_LONGEST_JOINT = 90  # characters between two numbers of one list
_OTHER_STATEMENT = re.compile(
    r"\b(?:(?:di|men)?target\w*|menuju|naik|turun|dibanding\w*|daripada|ketimbang|rata-rata|sebelumnya|semula|sisanya|sementara|"
    r"sedangkan|namun|tetapi|tapi|padahal|adapun|lalu|kemudian|tahap|gelombang|setelah|sejak|karena|sebab|lantaran|sehingga|jika|bila|"
    r"menjadi(?! peserta))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"[^.;]{0,60}\bmenjadi\s+(?:hanya |baru |sekitar |sebanyak )*$", re.IGNORECASE)
_FROM_LEVEL = re.compile(r"[^.;,\d]{0,40}\bdari\s+(?:hanya |baru |sekitar |semula |sebelumnya )*$", re.IGNORECASE)
_STATES = ("target", "planned", "reached", "covered", "registered", "uncovered", "funded", "benefit", "gap", "change")
_BEHIND = re.compile(
    r"[^.;,]{0,150}\b(?:pada|per|hingga|sampai(?: dengan)?|posisi|selama|sepanjang)\s+(?:akhir |awal |tahun |bulan )?$",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r",| (?:dan|serta|lalu) ")
# "5.000 pekerja di X, berdasarkan data Y per September 2025, sudah terlindungi"
_BY_SOURCE = re.compile(
    r"[^.;\"“”\d]{0,90}\b(?:berdasarkan|menurut|sesuai|merujuk|mengacu)\s(?:pada\s)?(?:data|laporan|catatan|rekapitulasi)\b"
    r"[^.;,\d]{0,60}\s(?:per|hingga|sampai(?: dengan)?|posisi|sampai akhir|hingga akhir)\s(?=\S)",
    re.IGNORECASE,
)


def distributed(context: Context, cluster: Cluster) -> AsOf | None:
    """``pada 2025, 2026, dan 2027 masing-masing A, B, dan C``: each number has the year in its place."""
    sentence = cluster.sentence
    each = next(iter(_EACH.finditer(context.low, sentence.start, cluster.start)), None)
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
    row, risen_from = cluster, False
    while (following := context.after(row)) is not None:
        between = context.text[row.end : following.start]
        changed = decision.kind == "change" and _CHANGED.fullmatch(between)
        if following.compared or not (changed or _joins(context, between, row.end, following.start)):
            break
        row, risen_from = following, decision.kind == "change" and bool(_FROM_LEVEL.fullmatch(between))
    return None if risen_from else row  # "naik 5,2 poin dari 33,1 persen pada 2023": the earlier level's time


def _joins(context: Context, between: str, start: int, end: int) -> bool:
    """Whether two numbers stand in one list: nothing between them says something else, or is dated itself."""
    if len(between) > _LONGEST_JOINT or _OTHER_STATEMENT.search(between) or context.of("DATE", start, end):
        return False
    return not any(cue.kind in _STATES for cue in context.cues_in(start, end))


def _behind(context: Context, stated: Stated, last: Cluster, decision: Decision, *, direct: bool) -> Mention | None:
    by_source = _BY_SOURCE.match(context.text, last.end, last.right_end)
    if by_source is not None:
        row = stated.pick(stated.within(by_source.end(), by_source.end() + 1), decision)
        if row is not None:
            return row
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
    """Where the clause of a verb ends: at a comma, or where ``dan`` goes on with another."""
    found = _NEXT_CLAUSE.search(context.text, start, end)
    return found.start() if found else end
