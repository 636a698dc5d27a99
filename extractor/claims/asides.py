"""Sentences that tell nothing of their own: behind them what was told before still holds.

``41.500 pekerja terlindungi. Kegiatan itu berlangsung lancar. Dari jumlah itu ...``: a rule that looks at the sentence
before, or counts sentences and paragraphs, should not see the one in between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from extractor.claims.context import COVER_CUES
from extractor.frozen import replace
from extractor.language import Parsed, Sentence
from extractor.model import Cue, Mention

_EMPTY = frozenset({  # kinds of cues that are about nothing by themselves, or about who says it and where
    "event", "anaphora", "say", "say_tag", "say_pronoun", "say_passive", "say_clitic", "reporter_voice", "pronoun",
    "goes_on", "according", "become", "exists", "up", "down", "reached", "now", "level", "seen", "suppose", "base",
    "qualifier", "provisional",
})  # fmt: skip
_GENERAL = "coverage"  # nothing new behind a sentence that is about coverage
_USE = "manfaat"  # "memberi manfaat besar": neither; benefits that are paid have longer cues
_COVER = frozenset(COVER_CUES)
_PEOPLE = ("OFFICIAL", "ORGANISATION")
_WEEKDAY = re.compile(r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b")
_TELLS = re.compile(  # what counts, introduces a list, or turns to somebody else
    r"\d|\b(?:peserta|cakupan|bpjs|(?:pe)?rincian\w*|berikut|nasional|keseluruhan|total\w*|sisa\w*|"
    r"(?:jumlah|angka|target|capaian|realisasi|potensi|persen)\w*(?! (?:itu|ini|tersebut)\b)|"
    r"(?:daerah|wilayah|kabupaten|kota|provinsi|kecamatan|desa|cabang|negara|sektor|segmen|kelompok|profesi|bidang)"
    r" (?:lain(?:nya)?|tetangga|sekitar)|(?:begitu|demikian)(?: juga| pula|lah| halnya)|senada|serupa|lain|"
    r"(?:pekerja|tenaga kerja|karyawan|buruh|pegawai)nya|"  # what employers do
    r"(?:pelatihan|kursus|lomba|turnamen|bimbingan teknis|bimtek|magang|seminar|lokakarya)|"  # those in it are counted
    r"di(?:bayar|cair|salur|serah|terima)\w*)\b"
)
_ENDS = (".", "!", "?", '"', "”", "’", "'")


def telling(parsed: Parsed, mentions: Sequence[Mention], cues: tuple[Cue, ...]) -> tuple[Parsed, tuple[Cue, ...]]:
    """The text with only those of its sentences that tell something, and the cues that are left.

    Offsets stay what they are: the sentence at an offset within one left out is the one before it. Who said it, with
    the region named last, and the weekday tell nothing. A general word on coverage goes on with a sentence that is
    about coverage, and is new behind any other.
    """
    passing = _passing(parsed, mentions)
    told, region = set[int](), None
    for mention in mentions:
        index = parsed.sentence_at(mention.start).index
        moves = mention.label == "REGION" and mention.value != region
        if moves or not _lies_in(passing.get(index, ()), mention.start):
            told.add(index)
        region = mention.value if mention.label == "REGION" else region
    topics: dict[int, set[str]] = {}
    for cue in cues:
        if cue.kind not in _EMPTY:
            kind = _USE if parsed.low[cue.start : cue.end] == _USE else cue.kind
            topics.setdefault(parsed.sentence_at(cue.start).index, set()).add(kind)
    kept: list[Sentence] = []
    for row in parsed.sentences:
        before = topics.get(kept[-1].index, set()) if kept else set()
        topic = topics.get(row.index, set())
        new = topic if before.isdisjoint(_COVER) else topic - {_GENERAL, _USE}
        if row.index in told or new or not _is_empty(row, parsed, passing.get(row.index, ())):
            kept.append(row)
    if len(kept) == len(parsed.sentences):
        return parsed, cues
    paragraphs = {number: place for place, number in enumerate(dict.fromkeys(row.paragraph for row in kept))}
    sentences = tuple(replace(row, index=index, paragraph=paragraphs[row.paragraph]) for index, row in enumerate(kept))
    left = replace(parsed, sentences=sentences, sentence_starts=tuple(map(attrgetter("start"), sentences)))
    return left, tuple([row for row in cues if row.kind == _GENERAL or row.start < left.sentence_at(row.start).end])


def _passing(parsed: Parsed, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """By sentence: officials, organisations, and days printed with their weekday, on which it was said or held."""
    table: dict[int, list[Mention]] = {}
    for row in mentions:
        if row.label in _PEOPLE or (row.label == "DATE" and _WEEKDAY.match(row.quote)):
            table.setdefault(parsed.sentence_at(row.start).index, []).append(row)
    return table


def _lies_in(passing: Sequence[Mention], offset: int) -> bool:
    return any(row.start <= offset < row.end for row in passing)


def _is_empty(sentence: Sentence, parsed: Parsed, passing: Sequence[Mention]) -> bool:
    """Whether a sentence, no title, heading or line of a list, has no word that counts or turns to somebody else."""
    if sentence.index == 0 or not parsed.text.endswith(_ENDS, sentence.start, sentence.end):
        return False
    words = _TELLS.finditer(parsed.low, sentence.start, sentence.end)
    return all(_lies_in(passing, word.start()) for word in words)
