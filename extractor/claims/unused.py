"""Bases that nothing is counted out of: a population told beside coverage, and no claim about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claims.context import Context
from extractor.claims.decisions import COVER
from extractor.claims.kinds.apart import POINTED_AT
from extractor.claims.kinds.missing import FROM_ALL
from extractor.claims.merge import Draft
from extractor.language import Sentence

NO_LEVEL = "a number of workers, but nothing near it is counted out of them"
_COUNTED = ("workers", "companies")
_REACH = 3  # sentences
_OUT_OF = ("achieved", "gap", "share", "target", "planned")
_FOLLOWS = ("kind.coordinated", "kind.next_sentence", "kind.part", "kind.part.sum")
_NAMED_FOR_IT = re.compile(  # workers named as those whom the scheme could or must insure
    r"\b(?:potensi(?:al|nya)?|berpotensi|wajib|seharusnya|semestinya|harus(?:nya)?|eligible|memenuhi syarat|calon|"
    r"layak|berhak|semesta|belum|terlindungi|dilindungi|ter-?cover|"
    r"(?:bisa|dapat) di(?:ikutkan|ikutsertakan|daftarkan|garap|jangkau|rangkul|rekrut|akuisisi))\b"
)
_LABOUR_FORCE = re.compile(r"\bangkatan kerja\b|\bpenduduk (?:yang )?bekerja\b")
_OWN_DATA = re.compile(  # what the scheme itself has on record is whom it could insure
    r"\bdata\s+(?:(?:dari|milik|pada|di)\s+)?(?:bpjs ketenagakerjaan|bp ?jamsostek|jamsostek|bpjstk)\b"
)


def without_level(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The bases of a document that stand alone: no level, gap, share or target of them near.

    Those that ``dari`` or a fraction sets beside another number have one, and those named as potential need none;
    a number that goes on with a base is one as long as that is.
    """
    levels = [row for row in drafts if row.claim.kind in _OUT_OF]
    alone: list[Draft] = []
    bases = [row for row in drafts if row.claim.kind == "denominator"]
    for before, row in zip((None, *bases), bases, strict=False):
        goes_on = before is not None and _follows(row, before)
        plain = before in alone if goes_on else _is_plain(row, context)
        rated = _is_labour_force(row, context) and any(_is_rate_of(level, row) for level in levels)
        if plain and not rated and not any(_is_of(level, row) for level in levels):
            alone.append(row)
    return alone


def _follows(row: Draft, before: Draft) -> bool:
    return row.decision.rule in _FOLLOWS or row.cluster.sentence.index == before.cluster.sentence.index


def _is_plain(row: Draft, context: Context) -> bool:
    """A base that only a word such as ``jumlah pekerja`` makes one."""
    decision, cluster = row.decision, row.cluster
    if row.claim.kind != "denominator" or row.claim.unit not in _COUNTED or decision.source is not None:
        return False
    if decision.rule not in ("kind.denominator", "kind.denominator.before"):
        return False
    if FROM_ALL.search(context.low, cluster.left_start, cluster.start) or _goes_on_to_cover(row, context):
        return False
    if _OWN_DATA.search(context.low, cluster.sentence.start, cluster.start):
        return False
    behind = cluster.sentence.end
    if any(POINTED_AT.match(context.low, start) for start in (behind, behind + 1)):
        return False
    return not _NAMED_FOR_IT.search(context.low, cluster.left_start, cluster.sentence.end)


def _goes_on_to_cover(row: Draft, context: Context) -> bool:
    """``Pekerja formal 180 ribu orang. Semuanya akan kami daftarkan``: the sentence behind or before says it."""
    sentences, here = context.parsed.sentences, row.cluster.sentence
    behind = sentences[here.index + 1] if here.index + 1 < len(sentences) else None
    if behind is not None and context.parsed.joined(behind, here):
        words = context.cues_in(behind.start, behind.end)
        if any(cue.kind in (*COVER, "uncovered", "planned") for cue in words):
            return True
    before = sentences[here.index - 1] if here.index else None
    return before is not None and context.parsed.joined(before, here) and _is_aim(before, context)


def _is_aim(sentence: Sentence, context: Context) -> bool:
    """``Target kami semua nelayan menjadi peserta. Jumlah nelayan di sini 3.800``: so many there are to be won."""
    kinds = {cue.kind for cue in context.cues_in(sentence.start, sentence.end)}
    return "target" in kinds and not kinds.isdisjoint(COVER[1:]) and not context.in_sentence(sentence)


def _is_labour_force(base: Draft, context: Context) -> bool:
    """``mencatat sebanyak 109.200 angkatan kerja``: all who work in a place, whom its coverage is reckoned on."""
    cluster = base.cluster
    return _LABOUR_FORCE.search(context.low, cluster.left_start, max(cluster.end, cluster.near_end)) is not None


def _is_rate_of(level: Draft, base: Draft) -> bool:
    """Whether a level is the coverage of a place as a whole: a percentage without a group, of the base's region."""
    claim, whole = level.claim, base.claim
    if claim.unit != "percent" or claim.segment or whole.segment or claim.kind not in ("achieved", "target"):
        return False
    one, two = claim.region, whole.region
    return claim.indicator == "coverage_rate" and one is not None and two is not None and one.code == two.code


def _is_of(level: Draft, base: Draft) -> bool:
    one, two = level.cluster.sentence, base.cluster.sentence
    if abs(one.index - two.index) > _REACH or abs(one.paragraph - two.paragraph) > 1:
        return False
    if level.claim.unit in ("percent", "percentage_point"):
        return base.claim.unit == "workers"
    return level.claim.unit == base.claim.unit and level.claim.value < base.claim.value
