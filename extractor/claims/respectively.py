"""Lists in step: as many numbers as places or groups before them, the n-th number of the n-th."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.places import listed, settle
from extractor.claims.subjects import Subject, Subjects
from extractor.model import Code, Mention
from extractor.regions import contains

JOINS = re.compile(
    r"\)?(?:\s+di\s+(?:lingkup|lingkungan|jajaran|instansi)\s+[A-Za-z ]{3,40}?)?\s*"
    r"(?:,|(?:,\s*)?(?:dan|serta|maupun|atau|ataupun|alias|beserta)(?:\s+juga)?"
    r"(?:\s+(?:pekerja|tenaga kerja|peserta))?|dan/atau|/|hingga|&|\(|"
    r"(?:,\s*)?(?:atau\s+)?yang\s+(?:(?:juga|kini|sering|biasa|kerap|lebih|lazim|dulu|akrab)\s+)*(?:di)?(?:sebut|kenal|istilahkan)"
    r"(?:\s+(?:juga|pula|sebagai|dengan|istilah|sebutan|segmen))*)?\s*"
    r"(?:(?:para|anggota|pengurus|ketua|kelompok|dari|di|sektor|disektor|bidang|dibidang|kalangan|unsur|pada)\s+)*",
    re.IGNORECASE,
)
_INCLUDING = re.compile(r",?\s+termasuk\s+(?:(?:juga|pula|di dalamnya|di ?antaranya|para)\s+)*", re.IGNORECASE)
_KINDS = {Code(code) for code in ("FORMAL", "INFORMAL", "PU", "BPU", "RENTAN", "MISKIN_EKSTREM", "UMKM")}
_NEXT = re.compile(r"\s*(?:,\s*(?:dan|serta)?|dan|serta)\s*")
_WITH_NUMBERS = re.compile(
    r"(?:\s*,)?[^.,;:\d\"“”()]{0,80}(?:,\s+(?:yakni|yaitu|masing-masing)\b[^.,;:\d]{0,30})?:?\s*"
)
_NUMBER = re.compile(r"[\d.,]+|\b(?:ribu|juta)\b")
_OF_THEM = re.compile(r"[^.;,\d]{0,20}\b(?:di ?antaranya|lainnya|lagi)\b")
_EACH = re.compile(r"\b(?:masing\s?-\s?masing|berturut\s?-\s?turut)\b")


def _run(cluster: Cluster, context: Context) -> tuple[list[Cluster], int]:
    """The numbers listed with nothing between them, and which of them this one is."""
    run = [cluster]
    while (row := context.before(run[0])) is not None and _NEXT.fullmatch(context.text, row.end, run[0].start):
        run.insert(0, row)
    position = len(run) - 1
    while (row := context.after(run[-1])) is not None and _NEXT.fullmatch(context.text, run[-1].end, row.start):
        run.append(row)
    nouns = {noun for row in run if (noun := _NUMBER.sub("", row.slots[0].mention.quote.lower()).strip())}
    if len(nouns) > 1 or _OF_THEM.match(context.low, run[-1].end):
        return [cluster], 0  # "A dan B mendaftarkan 2.000 petani dan 300 nelayan": of both together
    return run, position


def places_in_order(cluster: Cluster, context: Context, subjects: Subjects) -> list[Subject]:
    """``ialah A, B dan C dengan 18 persen, 6 persen dan 19 persen``: as many numbers as places, no word between."""
    run, position = _run(cluster, context)
    rows = subjects.between(run[0].left_start, run[0].start) if len(run) > 1 else []
    chains = [listed(rows[at:], context.text) for at in range(len(rows))]
    chain = next((row for row in chains if row[-1] is rows[-1] and len(row) == len(run)), [])
    if not chain or not _WITH_NUMBERS.fullmatch(context.text, chain[-1].mention.end, run[0].start):
        return []
    return [chain[position]]


def places_of_each(cluster: Cluster, context: Context, subjects: Subjects) -> list[Subject]:
    """``Kota X dan Kabupaten Y masing-masing A persen dan B persen``: the n-th number is the n-th region's.

    A single number behind ``masing-masing`` is every region's.
    """
    start = cluster.sentence.start
    word = next(iter(_EACH.finditer(context.low, start, cluster.start)), None)
    if word is None:
        return []
    run: list[Cluster] = []
    for row in context.in_sentence(cluster.sentence):
        if row.start > word.end():
            if subjects.between(run[-1].end if run else word.end(), row.start):
                break  # a number with a region of its own ends the run
            run.append(row)
    if word.start() - start <= 1 and cluster.sentence.index:  # "... Tanjabtim dan Tebo rendah. Masing-masing A dan B"
        start = context.parsed.sentences[cluster.sentence.index - 1].start
    rows = [row for row in subjects.between(start, word.start()) if row.place.level != "national"]
    listed = settle(rows, context.text) if rows else []
    if len(listed) > len(run) > 1:
        listed = [row for row in listed if not _holds_others(row, listed)]
    position = next((i for i, row in enumerate(run) if row.start == cluster.start), None)
    if position is None or len(listed) < 2 or position >= len(listed):
        return []
    return listed if len(run) == 1 else [listed[position]]


def _holds_others(row: Subject, rows: list[Subject]) -> bool:
    """``wilayah Sumbagut (Aceh dan Sumatera Utara) masing-masing``: the area only says where they lie."""
    return any(other.place != row.place and contains(row.place, other.place) for other in rows)


def group_chain(context: Context, first: Mention, end: int) -> list[Mention]:
    """A segment and those listed after it: ``pekerja rentan, nelayan dan petani``."""
    chain = [first]
    for mention in context.of("SEGMENT", first.end, end):
        if not joins(chain[-1], mention, context):
            break
        chain.append(mention)
    return chain


def joins(one: Mention, two: Mention, context: Context) -> bool:
    """Whether two segments are named together: ``petani dan nelayan``, ``pegawai non-ASN, termasuk ketua RT``.

    What a kind of work includes is only an example of it: ``pekerja informal, termasuk petani``.
    """
    if JOINS.fullmatch(context.text, one.end, two.start):
        return True
    return one.value not in _KINDS and _INCLUDING.fullmatch(context.text, one.end, two.start) is not None


def groups_in_order(cluster: Cluster, context: Context) -> list[Mention]:
    """``petani dan nelayan masing-masing 210 orang dan 95 orang``: the n-th number counts the n-th group.

    Places or dates listed in between may be what the numbers follow.
    """
    run, position = _run(cluster, context)
    if len(run) < 2:
        return []
    end = run[0].start
    rows = [row for row in context.of("SEGMENT", run[0].left_start, end) if row.end <= end]
    chains = [group_chain(context, row, end) for row in rows[-len(run) :]]
    groups = chains[0] if chains and len(chains[0]) == len(run) else []
    if not groups or not _WITH_NUMBERS.fullmatch(context.text, groups[-1].end, end):
        return []
    if any(len(context.of(label, groups[-1].end, end)) > 1 for label in ("REGION", "DATE")):
        return []
    return [groups[position]]
