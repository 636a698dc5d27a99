"""Periods that hold for more than their own sentence: a speaker's report, a sentence about the data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import COVER, Decision
from extractor.claims.periods.stated import AS_OF_WORD, AsOf, Stated, as_dated
from extractor.language import Sentence
from extractor.model import Dated, Official

_BLOCK = re.compile(
    r"\b(?:rincian|rekapitulasi|data|angka|jumlah|capaian|realisasi|posisi)\b(?:\s+(?:ini|itu|tersebut))?",
    re.IGNORECASE,
)
_OF_ITS_DAY = re.compile(
    r"(?:(?:akhir|awal|pertengahan|penghujung) )?(?:tahun|bulan) (?:ini|lalu|depan|kemarin)", re.IGNORECASE
)
_STARTS = re.compile(r"\bmulai\s+$", re.IGNORECASE)
_THROUGH = re.compile(r"\b(?:selama|sepanjang)\s+(?:tahun\s+)?$", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:akan|hendak|ingin|harus|mesti|menuju|mengejar|rencananya|diharapkan)\b", re.IGNORECASE)
_THAT_IS = re.compile(
    r"^[\"“]?\s*(?:(?:Itu|Ini) (?:adalah |merupakan )?(?:data|angka|posisi|kondisi)|"
    r"(?:Data|Angka|Jumlah) (?:ini|itu|tersebut) (?:terhitung|tertanggal|keadaan))\s+(?:bulan |tahun |tanggal )?$"
)
_APART = re.compile(
    r"\b(?:karena|sebab|lantaran|mengingat|setelah|sejak)\b[^.;]*\bpada\s*(?:bulan|tahun|tanggal)?\s*$", re.IGNORECASE
)
_DETAILS = re.compile(r"\b(?:per)?rincian(?:nya)?\b", re.IGNORECASE)


class Block:
    """The period a speaker's report stays in: stated once, it holds until another speaker takes over."""

    def __init__(self) -> None:
        """No period yet."""
        self._as_of: AsOf | None = None
        self._speaker: Official | None = None
        self._place: str | None = None  # the code of the region it was stated for
        self._seen = 0
        self._history: list[tuple[int, AsOf]] = []

    def announce(self, dates: Sequence[tuple[int, Dated]], offset: int) -> None:
        """Takes over the last period that a sentence without numbers stated for what follows it."""
        for start, dated in dates:
            if self._seen <= start < offset:
                self._as_of, self._speaker, self._place = AsOf(dated, "asof.block"), None, None
        self._seen = offset

    def note(self, decision: Decision, as_of: AsOf, speaker: Official | None, place: str | None) -> None:
        """Remembers the period of a level; a level at present (``saat ini``) or another speaker ends the one before."""
        if speaker is not None and self._speaker is not None and speaker.name != self._speaker.name:
            self._as_of, self._speaker = None, speaker
        earlier = decision.rule in ("kind.achieved.from", "kind.achieved.compared")
        if decision.kind not in ("achieved", "share", "gap", "denominator", "change") or as_of.bound or earlier:
            return
        if as_of.rule == "asof.now":
            self._as_of = None
        elif as_of.dated.text and _OF_ITS_DAY.fullmatch(as_of.dated.text):
            return  # "tahun ini" places one statement from the day it is made, and leaves the report where it was
        elif as_of.dated.basis in ("explicit", "carried") and as_of.dated.period is not None:
            self._as_of = as_of
            self._speaker, self._place = speaker or self._speaker, place
            self._history.append((self._seen, as_of))

    def stated_within(self, start: int, end: int) -> AsOf | None:
        """The last period a statement in ``[start, end)`` gave to what follows it."""
        rows = [as_of for offset, as_of in self._history if start <= offset < end]
        return rows[-1].carried() if rows else None

    def carried(self, speaker: Official | None, place: str | None, *, other: bool) -> AsOf | None:
        """The remembered period, unless somebody else speaks now.

        Nor does it hold where an organisation or a person without an office (``other``) tells of another ``place``.
        """
        if self._as_of is None:
            return None
        if other and place is not None and self._place not in (None, place):
            self._as_of = None
            return None
        if speaker is not None and self._speaker is not None and speaker.name != self._speaker.name:
            self._as_of = None
            return None
        self._speaker = self._speaker or speaker
        return self._as_of.carried()


def block_dates(context: Context, stated: Stated) -> list[tuple[int, Dated]]:
    """``Ini data sampai Agustus 2025``: sentences without numbers that date the block before them."""
    numbered = {slot.sentence.index for slot in context.slots}
    rows: list[tuple[int, Dated]] = []
    for row in stated.dates:
        sentence = context.parsed.sentence_at(row.start)
        head = context.text[sentence.start : row.start]
        stated_so = AS_OF_WORD.search(head) or _THAT_IS.search(head)
        if sentence.index in numbered or not stated_so or not _on_data(context, sentence, head):
            continue
        if any(table.caption == context.text[sentence.start : sentence.end] for table in context.document.tables):
            continue  # dates the table below it
        start, end = sentence.start, row.start
        if _APART.search(head):
            continue  # "jumlah itu belum banyak, sebab mandatnya diterima pada 1 Agustus 2017" dates the mandate
        if _TO_COME.search(context.text, start, end) or context.has_cue("target", start, end):
            continue  # "hendak dicapai pada 2026" is a goal, and dates no data
        dated = as_dated(row, "carried")
        if dated is not None:
            rows.append((sentence.start, dated))
    return rows


def dates_back(context: Context, blocks: Sequence[tuple[int, Dated]]) -> list[tuple[int, Dated]]:
    """Those of ``block_dates`` that date what stands before.

    The introduction of a list does not, unless it details what was said.
    """

    def looks_back(offset: int) -> bool:
        sentence = context.parsed.sentence_at(offset)
        words = context.text[sentence.start : sentence.end]
        return not words.rstrip().endswith(":") or bool(_DETAILS.search(words))

    return [row for row in blocks if looks_back(row[0])]


def _on_data(context: Context, sentence: Sentence, head: str) -> bool:
    """Whether a sentence without numbers speaks of the data or of coverage."""
    cues = context.cues_in(sentence.start, sentence.end)
    return bool(_BLOCK.search(head)) or any(cue.kind in COVER for cue in cues)


def stated_before(context: Context, stated: Stated, cluster: Cluster) -> AsOf | None:
    """A period stated with an as-of word in an earlier sentence of the paragraph, with no number in between."""
    numbered = {slot.sentence.index for slot in context.slots}
    for sentence in reversed(context.parsed.sentences[: cluster.sentence.index]):
        if sentence.paragraph != cluster.sentence.paragraph or sentence.index in numbered:
            return None
        for row in reversed(stated.within(sentence.start, sentence.end)):
            head = context.text[sentence.start : row.start]
            # "Ia memaparkan capaian sepanjang 2025. N orang ..."; what was paid out through a year dates no level
            whole = row.quote.lower().startswith("tahun") and not context.text[row.end : sentence.end].strip(' ."”')
            through = (whole or _THROUGH.search(head)) and _on_data(context, sentence, head)
            if (AS_OF_WORD.search(head) or _STARTS.search(head) or through) and not stated.is_source(row):
                dated = as_dated(row, "carried")
                return AsOf(dated, "asof.carried") if dated is not None else None
    return None
