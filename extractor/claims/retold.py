"""Whom a number counts that tells a figure or a word again: those it counted before, or those of the whole story."""

from __future__ import annotations

import re
from collections import Counter

from extractor.claims.carried import ANY_PERSON, GENERIC, WHOLE, segment_codes
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision

_OF_ALL_THERE = re.compile(
    r"\b(?:pekerja|tenaga kerja|angkatan kerja|buruh|karyawan|penduduk|warga|masyarakat|(?<!kartu )peserta(?!nya)|"
    r"kepesertaan|cakupan|coverage|perusahaan|badan usaha|total(?!nya)|seluruh|semua|persen|orang asli)\b|%"
)
_A_PERSON = re.compile(r"(?:orang|jiwa|penerima|kartu)\b")
_STORY = 3  # mentions of a group that make a story one about it
_SIZEABLE = 1000  # workers; smaller counts may be alike by chance
_EXACT_DIGITS = 3
_SAME_NOUN = 3  # sentences back in which the same word counts the same people
_MANY_TRADES = ("anggota", "ketua", "warga", "masyarakat", "petugas", "pelaku", "kepala", "tenaga", "non", "bukan")


def of_growth(
    cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """``36 ribu pekerja keagamaan. Lalu jumlah peserta naik menjadi 56 ribu``: what grows was told just before."""
    if decision.rule not in ("kind.achieved.become", "kind.change.word") or cluster.has_percent:
        return ()
    sentence = cluster.sentence
    before = [row for row in context.slots if row.index in known and row.mention.start < cluster.start]
    if not before or sentence.index - before[-1].sentence.index > 1 or before[-1].is_percent:
        return ()
    here = cluster.slots[0].quantity.value
    near = before[-1].quantity.value < here * 3 and here < before[-1].quantity.value * 3
    whole = WHOLE.search(context.low, cluster.left_start, cluster.near_end)
    return known[before[-1].index] if near and not whole else ()


def of_same_figure(
    cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """``4.620 pekerja sawit ... Dari total sasaran 4.620 orang``: a figure told again counts the same workers.

    A round figure is told again by chance, but for that of the headline, and what others are counted out of.
    """
    own = cluster.slots[-1].quantity
    if cluster.has_percent or own.unit not in ("workers", None) or own.value < _SIZEABLE:
        return ()
    loose = len(str(own.value).rstrip("0")) < _EXACT_DIGITS and decision.kind not in ("denominator", "target")
    end = context.document.title_end if loose else cluster.start
    rows = (
        row for row in context.slots[: cluster.slots[0].index] if row.index in known and row.quantity.value == own.value
    )
    workers = (row for row in rows if row.quantity.unit == "workers" and row.mention.start < end)
    return next((known[row.index] for row in workers if known[row.index]), ())


def of_same_noun(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """``7.000 pengemudi ojek daring. Di Kota X sudah 11.000 pengemudi``: who is counted by the same word."""
    if cluster.has_percent:
        return ()
    noun = cluster.slots[-1].noun
    if not noun or ANY_PERSON.fullmatch(noun) or GENERIC.fullmatch(noun) or noun in _MANY_TRADES:
        return ()
    before = (row for row in reversed(context.slots[: cluster.slots[0].index]) if row.index in known)
    index = cluster.sentence.index
    last = next((row for row in before if row.noun == noun), None)
    return known[last.index] if last is not None and index - last.sentence.index <= _SAME_NOUN else ()


def of_story(cluster: Cluster, context: Context) -> tuple[str, ...]:
    """``Dari Sigi 470 orang``, ``1.350 kartu dibagikan``: the group that nearly all of a story is about.

    Only where the sentence so far speaks of people no closer: ``tenaga kerja``, ``peserta di Kota X`` are all of them.
    """
    if cluster.has_percent or not _A_PERSON.match(cluster.slots[-1].noun):
        return ()
    if _OF_ALL_THERE.search(context.low, cluster.sentence.start, cluster.near_end):
        return ()
    title = segment_codes(context.of("SEGMENT", 0, context.document.title_end))
    rows = Counter(segment_codes([row]) for row in context.of("SEGMENT"))
    group, times = rows.most_common(1)[0] if rows else ((), 0)
    alone = times >= _STORY and times * 4 >= sum(rows.values()) * 3
    return group if alone and title in ((), group) else ()
