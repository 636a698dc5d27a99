"""Stage three: claims out of mentions. One number with one meaning each, or a reason why there is none.

``build_claims`` decides for every number its kind (``kinds``), segment (``segments``), region
(``subjects``), period (``periods``) and speaker (``speakers``), assembles the claim (``assembly``), and
joins repeats and groups (``merge``, ``settle``). None of them sees sentences that tell nothing (``asides``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from extractor.claims import asides, merge, tables, unused
from extractor.claims.assembly import Assembly, Speaker
from extractor.claims.context import Context
from extractor.claims.decisions import Refusal
from extractor.claims.kinds import decide
from extractor.frozen import replace
from extractor.language import Parsed
from extractor.model import Claim, Code, Cue, Dated, Document, Mention, Regulation
from extractor.rules import named_lists

_NUMBERS = ("PERCENT", "COUNT")
_TOLD = re.compile(
    r"\b(?:kepada|di depan|di hadapan|bersama|dengan|pada|ke|pertanyaan|ditanya|dicecar|dikonfirmasi|menjawab)\s+"
    r"(?:para\s+|sejumlah\s+|awak\s+)?$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\bBPJS (?:Ketenagakerjaan|TK|Naker)\b|\b(?:BP ?)?Jamsostek\b|\bBPJS-?TK\b|"
    r"\b(?:asuransi|jaminan(?: sosial)?) (?:ketenagakerjaan|tenaga kerja)\b",
    re.IGNORECASE,
)
_NOBODY = (  # "sama sekali belum ada yang terdaftar"
    r"(?:ada|satu pun|seorang pun)\s+(?:(?:satu|seorang) pun\s+)?(?:yang\s+)?(?:sudah\s+)?"
)
_PAYS = ("benefit", "aid", "event", "health", "unemployment")
_HOLDS_NAME = ("covered", "registered", "uncovered", "coverage", "participant", "active", "funded", "planned")
_COULD_JOIN = re.compile(  # "orang yang dapat ditarik menjadi peserta": those who could be in
    r"\byang\s+(?:masih\s+)?(?:dapat|bisa|mungkin|berpeluang|layak|pantas)\s+di\w{4,}\s+(?:untuk\s+)?(?:(?:men)?jadi\s+)?$",
    re.IGNORECASE,
)
_OF_ONE = 12  # "penerima manfaat [program] JHT"
_LIST_WORD = 30  # "diikuti" this close before a region or segment continues a list


def build_claims(
    document: Document,
    parsed: Parsed,
    mentions: Sequence[Mention],
    cues: Sequence[Cue],
    *,
    event: Dated,
    published: Dated,
    speaker_at: Speaker,
) -> tuple[list[Claim], list[Mention]]:
    """The claims of a document, and its mentions with ``claims`` and ``not_claimed`` filled in.

    ``speaker_at`` answers for an offset who said it: speaker or None, attribution, rule id.
    """
    cues = _with_names(cues, parsed.text)
    prose, cells = tables.split(document, mentions)
    titles = _titles(mentions, parsed.text)
    counted, relevant = _counted(prose, cues, titles, parsed.text), _relevant(mentions, cues, parsed, titles)
    if not any(cue.kind == "jamsostek" for cue in cues):
        reason = "the document does not speak of BPJS Ketenagakerjaan"
        return [], merge.with_claims(mentions, [], {row.id: reason for row in mentions if row.label in _NUMBERS})
    told, telling = asides.telling(parsed, mentions, relevant)
    context = Context(document, told, counted, telling, event, published)
    assembly, drafts, refused = Assembly(context, speaker_at), list[merge.Draft](), dict[str, str]()
    for cluster in context.clusters:
        case = assembly.case(cluster)
        answer = decide(case)
        if isinstance(answer, Refusal):
            refused.update({slot.mention.id: answer.reason for slot in cluster.slots})
        else:
            drafts += assembly.claims(case, answer)
    if cells:
        celled, reasons = tables.build(context, cells, assembly.periods, assembly.subjects)
        drafts, refused = drafts + celled, refused | reasons
    alone = unused.without_level(drafts, context)
    refused |= {row.claim.mentions[0]: unused.NO_LEVEL for row in alone}
    drafts = [row for row in drafts if row not in alone]
    if not drafts:
        return [], merge.with_claims(mentions, [], refused)
    blocks = [row for row in assembly.periods.dates_back() if not tables.holds(document, row[0])]
    claims = merge.finish(drafts, context, blocks)
    return claims, merge.with_claims(mentions, claims, refused)


def _with_names(cues: Sequence[Cue], text: str) -> list[Cue]:
    """The cues, and the scheme's name where a longer cue holds it: ``ikut BPJS Ketenagakerjaan`` speaks of it too."""
    named: list[Cue] = []
    for cue in cues:
        name = _NAME.search(text, cue.start, cue.end) if cue.kind in _HOLDS_NAME else None
        if name is not None:
            named.append(Cue(name.start(), name.end(), "jamsostek", cue.rule))
    return sorted((*cues, *named), key=attrgetter("start", "end"))


def _titles(mentions: Sequence[Mention], text: str) -> list[tuple[int, int]]:
    """The spans of titles of regulations printed behind them."""
    titles: list[tuple[int, int]] = []
    for row in mentions:
        if isinstance(row.value, Regulation) and row.value.title:
            start = text.find(row.value.title, row.end, row.end + len(row.value.title) + 60)
            if start >= 0:
                titles.append((start, start + len(row.value.title)))
    return titles


def _counted(
    mentions: Sequence[Mention], cues: Sequence[Cue], titles: Sequence[tuple[int, int]], text: str
) -> tuple[Mention, ...]:
    """The mentions without segments that only name a budget (``DBH perkebunan sawit``) or stand in a title.

    ``PPU`` is a kabupaten where it was read as one.
    """
    places = {(row.start, row.end) for row in mentions if row.label == "REGION"}
    budgets = [(cue.start, cue.end) for cue in cues if cue.kind.startswith("funding:")]
    spans = [*titles, *budgets]
    return tuple(
        row
        for row in mentions
        if row.label != "SEGMENT"
        or not (
            (row.start, row.end) in places
            or any(start <= row.start and row.end <= end for start, end in spans)
            or _is_audience(row, text)
        )
    )


def _is_audience(segment: Mention, text: str) -> bool:
    """``katanya kepada wartawan``: those who were told, not those who are insured."""
    told = isinstance(segment.value, Code) and segment.value.code == "JURNALIS"
    return told and bool(_TOLD.search(text, max(0, segment.start - 24), segment.start))


def _relevant(
    mentions: Sequence[Mention], cues: Sequence[Cue], parsed: Parsed, titles: Sequence[tuple[int, int]]
) -> tuple[Cue, ...]:
    """The cues without ``diikuti`` in a list of places or segments, and without those in titles of regulations.

    A regulation on the scheme names it all the same.
    """
    text, listed = parsed.text, [row.start for row in mentions if row.label in ("REGION", "SEGMENT")]
    groups = [(row.start, row.end) for row in mentions if row.label == "SEGMENT"]
    rates = [row.start for row in mentions if row.label == "PERCENT"]
    insured = _insured_receivers(cues, parsed, [row.start for row in mentions if row.label == "PROGRAMME"])

    def kept(cue: Cue) -> bool:
        attended = text.startswith("dihadiri", cue.start)  # by whom, and never the next of a list
        if cue.kind == "event" and not attended and any(0 <= start - cue.end <= _LIST_WORD for start in listed):
            return False
        if cue.kind == "economy" and any(start < cue.end and cue.start < end for start, end in groups):
            sentence = parsed.sentence_at(cue.start)  # "penghapusan kemiskinan ekstrem" names whom it is for, no rate
            return any(sentence.start <= start < sentence.end for start in rates)
        return not titles or cue.kind == "jamsostek" or not any(start <= cue.start < end for start, end in titles)

    return tuple(
        [replace(cue, kind="participant") if cue in insured else _negated(cue, text) for cue in cues if kept(cue)]
    )


def _insured_receivers(cues: Sequence[Cue], parsed: Parsed, programmes: Sequence[int]) -> frozenset[Cue]:
    """``penerima manfaat`` right after cover was spoken of, where nothing says that anybody was paid: members.

    ``Iuran 3.100 nelayan ditanggung Pemkab. Penerima manfaat naik menjadi 3.900 orang``; those of one programme
    (``penerima manfaat JHT``) were paid.
    """
    found: set[Cue] = set()
    for cue in cues:
        if cue.kind != "benefit" or parsed.low[cue.start : cue.end] != "penerima manfaat":
            continue
        here = parsed.sentence_at(cue.start)
        before = parsed.sentences[here.index - 1] if here.index else here
        near = [row.kind for row in cues if before.start <= row.start < here.end and row is not cue]
        told = any(kind in ("covered", "registered", "coverage", "funded") for kind in near)
        paid = any(kind in _PAYS for kind in near) or any(0 < at - cue.end <= _OF_ONE for at in programmes)
        if told and not paid:
            found.add(cue)
    return frozenset(found)


def _negated(cue: Cue, text: str) -> Cue:
    """A negated verb of cover (``belum juga terdaftar``) counts those who are missing, one to come those planned.

    One that is only possible (``yang bisa ditarik menjadi peserta``) counts those who could be in. The rules
    ``cue.uncovered`` and ``cue.planned`` read the commonest of these as one span, in the same words.
    """
    if cue.kind not in ("covered", "registered", "active"):
        return cue
    if _COULD_JOIN.search(text, max(0, cue.start - 40), cue.start):
        return replace(cue, kind="base")
    if cue.kind == "active":
        return cue
    start = max(0, cue.start - 28)
    if _turned("not", "adverb", _NOBODY).search(text, start, cue.start):
        return replace(cue, kind="uncovered")
    return replace(cue, kind="planned") if _turned("will", "soon").search(text, start, cue.start) else cue


@lru_cache(maxsize=2)
def _turned(word: str, between: str, or_else: str = "") -> re.Pattern[str]:
    """A word of the one list of ``patterns/lists.toml`` and at most two of the other, right before a verb.

    ``or_else``: a pattern of what may stand between them instead.
    """
    words, adverbs = ("|".join(named_lists()[name]) for name in (word, between))
    return re.compile(rf"\b(?:{words})\s+(?:(?:(?:{adverbs})\s+){{0,2}}|{or_else})$", re.IGNORECASE)
