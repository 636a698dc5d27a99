"""Whether a document is about BPJS Ketenagakerjaan, or only mentions it in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.language import Sentence
from extractor.model import Code, Cue, Official, Quantity

if TYPE_CHECKING:
    from extractor.claims.context import Context

_OF_COVER = ("coverage", "covered", "registered", "active", "uncovered", "funded", "planned")
_ABOUT = 3  # sentences
_AGENCY = re.compile(r"\b(?:BPJS Ketenagakerjaan|BPJSTK|BPJS TK|BPJS Naker|BPJamsostek|Jamsostek)\b", re.IGNORECASE)
_RENTAN = Code("RENTAN")
_LEVELS = ("cakupan", "kepesertaan", "coverage", "ucj", "universal coverage")
_LEAD = 2  # sentences: named once, the scheme must be named in the lead
_SOON = 3  # sentences behind the first of the lead
_JOINS = ("covered", "registered", "uncovered", "planned", "coverage")
_OPENING = 3  # paragraphs behind the first


def is_about_scheme(context: Context) -> bool:
    """Whether the document is about BPJS Ketenagakerjaan, and does not only mention it in passing.

    The headline names it, or a sentence of the opening together with a word of cover, or three sentences do.
    """
    headline = (0, context.document.title_end)
    if context.has_cue("jamsostek", *headline) or len(context.scheme_sentences) >= _ABOUT:
        return True
    if context.has_cue("coverage", *headline) and "BPJS" in context.text[: headline[1]]:
        return not context.has_cue("health", *headline)
    if context.scheme_sentences and any(row.value == _RENTAN for row in context.of("SEGMENT", *headline)):
        return True  # vulnerable workers are a term of the scheme
    kinds = [cue.kind for cue in context.cues]
    if kinds.count("aid") > kinds.count("jamsostek"):
        return False  # a story about wage subsidies names the scheme as the list of those who get them
    alone = not any(kind in ("health", "aid", "insurance") for kind in kinds)
    spoken = sum(kind in ("coverage", "covered", "uncovered", "registered") for kind in kinds)
    titled = any(context.low.startswith(_LEVELS, cue.start) for cue in context.cues_in(*headline))
    if titled and alone and min(context.scheme_sentences, default=_LEAD + 1) <= _LEAD:
        return True  # "Klaim Naik, Kepesertaan Masih Rendah" above a lead that names the scheme
    if alone and len(context.scheme_sentences) > 1 and spoken >= _ABOUT:
        return True  # named twice, and cover is what the story goes on about
    if _quotes_the_agency(context) and sum(kind in _OF_COVER for kind in kinds) > 1:
        return True
    first = context.parsed.sentences[0].paragraph
    lead = next((row.index for row in context.parsed.sentences if row.start >= context.document.title_end), 0)
    named = context.scheme_sentences
    often = len(named) > 1 or sum(kind in ("coverage", "covered", "uncovered") for kind in kinds) >= _ABOUT
    opening = [context.parsed.sentences[index] for index in sorted(named)]
    if alone and any(_tells_of_cover(context, row, row.index - lead, kinds) for row in opening):
        return True
    return any(
        row.paragraph - first <= _OPENING
        and (often or row.index - lead < _LEAD)
        and (
            any(_speaks_of_cover(context, cue) for cue in context.cues_in(_start_with_lead_in(context, row), row.end))
            or (alone and spoken >= _ABOUT and _counts_workers(context, row))  # "target 2.100 pekerja masuk Jamsostek"
        )
        for row in opening
    )


def _tells_of_cover(context: Context, sentence: Sentence, place: int, kinds: Sequence[str]) -> bool:
    """Whether a sentence of the lead, ``place`` sentences behind its start, makes the scheme the story's topic.

    It says itself that workers are in it or will be, or it stands first and the story goes on to say so.
    """
    own = [cue.kind for cue in context.cues_in(sentence.start, sentence.end)]
    if place < _LEAD:  # "mahasiswa aktif" are in no scheme, and a tournament is for its cup
        return "event" not in own and any(kind in (*_JOINS, "funded") for kind in kinds)
    return place <= _SOON and any(kind in _JOINS for kind in own)


def _counts_workers(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence counts workers."""
    values = (row.value for row in context.of("COUNT", sentence.start, sentence.end))
    return any(isinstance(value, Quantity) and value.unit == "workers" for value in values)


def _start_with_lead_in(context: Context, sentence: Sentence) -> int:
    """Where a sentence starts, or the one it goes on with: ``Banyak yang belum mendaftar. BPJS ...``."""
    before = context.parsed.sentences[sentence.index - 1] if sentence.index else sentence
    others = any(cue.kind in ("health", "aid") for cue in context.cues_in(before.start, before.end))
    return sentence.start if others or before.paragraph != sentence.paragraph else before.start


def _quotes_the_agency(context: Context) -> bool:
    """Whether somebody with an office of BPJS Ketenagakerjaan is named."""
    officials = (row.value for row in context.of("OFFICIAL"))
    return any(isinstance(value, Official) and _AGENCY.search(value.position or "") for value in officials)


def _speaks_of_cover(context: Context, cue: Cue) -> bool:
    """Whether a word of cover stands beside the scheme's name; ``diimbau ikut BPJS TK`` only names it."""
    names = (row for row in context.cues_in(cue.start, cue.end) if row.kind == "jamsostek")
    return cue.kind in _OF_COVER and (cue.kind != "covered" or not any(row.end == cue.end for row in names))
