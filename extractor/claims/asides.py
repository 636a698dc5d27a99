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
_SCHEME = frozenset({"coverage", "jamsostek"})  # nothing new behind a sentence that is about coverage
_COVER = frozenset(COVER_CUES)
_PEOPLE = ("OFFICIAL", "ORGANISATION")
_TELLS = re.compile(  # what counts, introduces a list, or turns to somebody else
    r"\d|\b(?:peserta|cakupan|bpjs|(?:pe)?rincian\w*|berikut|nasional|keseluruhan|total\w*|sisa\w*|"
    r"(?:jumlah|angka|target|capaian|realisasi|potensi|persen)\w*(?! (?:itu|ini|tersebut)\b)|"
    r"(?:daerah|wilayah|kabupaten|kota|provinsi|kecamatan|desa|cabang|negara|sektor|segmen|kelompok|profesi|bidang)"
    r" (?:lain(?:nya)?|tetangga|sekitar)|(?:begitu|demikian)(?: juga| pula|lah| halnya)|senada|serupa|lain)\b"
)
_ENDS = (".", "!", "?", '"', "”", "’", "'")


def telling(parsed: Parsed, mentions: Sequence[Mention], cues: tuple[Cue, ...]) -> tuple[Parsed, tuple[Cue, ...]]:
    """The text with only those of its sentences that tell something, and the cues that are left.

    Offsets stay what they are: the sentence at an offset within one left out is the one before it. A general word
    on coverage goes on with a sentence that is about coverage, and is new behind any other.
    """
    told = {parsed.sentence_at(row.start).index for row in mentions if row.label not in _PEOPLE}
    topics: dict[int, set[str]] = {}
    for cue in cues:
        if cue.kind not in _EMPTY:
            topics.setdefault(parsed.sentence_at(cue.start).index, set()).add(cue.kind)
    kept: list[Sentence] = []
    for row in parsed.sentences:
        before = topics.get(kept[-1].index, set()) if kept else set()
        topic = topics.get(row.index, set())
        new = topic if before.isdisjoint(_COVER) else topic - _SCHEME
        if row.index in told or new or not _is_empty(row, parsed):
            kept.append(row)
    if len(kept) == len(parsed.sentences):
        return parsed, cues
    paragraphs = {number: place for place, number in enumerate(dict.fromkeys(row.paragraph for row in kept))}
    sentences = tuple(replace(row, index=index, paragraph=paragraphs[row.paragraph]) for index, row in enumerate(kept))
    left = replace(parsed, sentences=sentences, sentence_starts=tuple(map(attrgetter("start"), sentences)))
    return left, tuple([row for row in cues if row.kind in _SCHEME or row.start < left.sentence_at(row.start).end])


def _is_empty(sentence: Sentence, parsed: Parsed) -> bool:
    """Whether a sentence, no title, heading or line of a list, has no word that counts or turns to somebody else."""
    ended = parsed.text.endswith(_ENDS, sentence.start, sentence.end)
    return ended and sentence.index > 0 and not _TELLS.search(parsed.low, sentence.start, sentence.end)
