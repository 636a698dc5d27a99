"""The period of a table's numbers: of the row, the heading, the caption, the note below, the sentence above."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor import dates
from extractor.claims.context import Context
from extractor.claims.decisions import COVER, Decision
from extractor.claims.periods import AsOf, Periods
from extractor.claims.tables.readings import Reading
from extractor.claims.tables.stubs import Stub
from extractor.model import Dated, Period
from extractor.tables import Layout

_SURVEY = re.compile(r"\b(?:sakernas|bps|badan pusat statistik|sensus|susenas|survei|dukcapil)\b[^.;\n]{0,25}$", re.I)
_LONGEST_CAPTION = 160
_NEAR = 900  # characters, about two paragraphs


class Timing:
    """Decides as-of periods for one table."""

    def __init__(
        self, layout: Layout, context: Context, periods: Periods, reader: Callable[[int, int], Reading]
    ) -> None:
        """``reader`` reads a span of the text."""
        self._context, self._periods = context, periods
        self._start = layout.table.start
        self._block_dates = periods.block_dates()
        lines = [*([layout.below] if layout.below else []), *layout.above]
        self._lines = [(span, reader(*span)) for span in lines]

    def decide(self, decision: Decision, head: Reading, row: Stub) -> AsOf:
        """The period of a number; for a target its deadline, which only a year beside it can be."""
        own = self._own(head, row)
        if own is not None:
            return own
        target = decision.kind in ("target", "planned")
        for (start, end), line in self._lines:
            period, words = line.period, line.dated
            if period is None or words is None or self._is_stamp(words):
                continue
            if target and not self._is_deadline(line):
                continue
            if not target and self._is_aimed_at(start, end, words):
                continue  # "targetnya 5.000 orang tahun ini": no period of the levels below
            if decision.kind != "denominator" and self._of_survey(start, end, words):
                continue
            caption = not self._is_sentence(start, end)
            basis = "explicit" if caption else "carried"
            return AsOf(Dated(period, basis, words), "asof.table.caption" if caption else "asof.table.above")
        if decision.kind == "target":
            return AsOf(Dated(None, "unknown"), "asof.no_deadline")
        block = self._block() if decision.kind != "planned" else None
        if block is not None:
            return block
        return self._periods.fallback("asof.none")

    def _block(self) -> AsOf | None:
        """``Data tersebut merupakan posisi 31 Desember 2024``: stated in the paragraphs right above the table.

        So is the period of the report that the table goes on with.
        """
        near = [dated for offset, dated in self._block_dates if 0 < self._start - offset <= _NEAR]
        if near:
            return AsOf(near[-1], "asof.block")
        return self._periods.block.stated_within(self._start - _NEAR, self._start)

    def _own(self, head: Reading, row: Stub) -> AsOf | None:
        """The period of the row's label or the heading; a month of the one in a year of the other."""
        both = self._joined(head, row)
        if both is not None:
            return AsOf(both, "asof.table.row")
        if row.period is not None:
            return AsOf(Dated(row.period, "explicit", row.dated), "asof.table.row")
        if head.period is not None:
            return AsOf(Dated(head.period, "explicit", head.dated), "asof.table.heading")
        return None

    def _joined(self, head: Reading, row: Stub) -> Dated | None:
        """``Januari`` in the column of 2024, or in a table whose caption names the year."""
        pairs = [(row.dated, head), *((row.dated, line) for _, line in self._lines)]
        pairs.append((head.words.strip() if not head.period else None, Reading(period=row.period, dated=row.dated)))
        for words, other in pairs:
            if not words or not other.period or not other.dated:
                continue
            bare = dates.read(words)
            if bare is None or bare.start or bare.precision not in ("month", "quarter", "semester"):
                continue
            value = dates.read(f"{words} {other.period.start.year}")
            if value is not None and value.start and value.end:
                return Dated(Period(value.start, value.end, value.precision), "explicit", words)
        return None

    def _of_survey(self, start: int, end: int, words: str) -> bool:
        """``Sakernas Februari 2024``: the date of a labour survey, which dates the population only."""
        place = self._context.text.rfind(words, start, end)
        return place >= 0 and bool(_SURVEY.search(self._context.text[start:place]))

    def _is_sentence(self, start: int, end: int) -> bool:
        text = self._context.text[start:end]
        return len(text) > _LONGEST_CAPTION or text[-1:] in ".:"

    def _is_aimed_at(self, start: int, end: int, words: str) -> bool:
        """Whether the last word of a level or a target before the date of a sentence is one of a target."""
        place = self._context.text.rfind(words, start, end)
        cues = [cue.kind for cue in self._context.cues_in(start, place) if cue.kind in ("target", *COVER)]
        return self._is_sentence(start, end) and bool(cues) and cues[-1] == "target"

    def _is_deadline(self, line: Reading) -> bool:
        """A line that speaks of a target and names a year."""
        return line.family == "target" and line.period is not None and line.period.precision == "year"

    def _is_stamp(self, words: str | None) -> bool:
        """The date of the event or of the publication, which dates no statistic by itself."""
        return words in (self._context.event.text, self._context.published.text)
