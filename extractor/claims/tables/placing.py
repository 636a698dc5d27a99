"""The region a table as a whole is about, the data it names as its source, and whose scheme it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from extractor.claims.context import Context
from extractor.claims.places import NATION, UNKNOWN, as_region
from extractor.claims.subjects import Subjects
from extractor.claims.tables.stubs import Stub, provinces_of
from extractor.model import ClaimRegion, Place
from extractor.regions import contains, parent, place_of, register
from extractor.tables import Layout

_SOURCE = re.compile(r"\b(?:sumber|source)\s*(?:data)?\s*:?\s*(?P<name>[^,;:()\n|]{2,60})", re.IGNORECASE)
_NAME_END = re.compile(r"\s+(?:per|tahun|posisi|diolah|data|hingga|s\.?d\.?|\d.*)\b.*$|[.\s]+$", re.IGNORECASE)
_HEALTH_REASON = "the table speaks of health insurance"
_MOST_MEMBERS = 0.8  # of a province's kabupaten and kota, for their table to be one of the province
_PROVINCES = 30  # rows that make a table of provinces one of the nation


def source(layout: Layout, context: Context) -> str | None:
    """The data a note below or a line above names: ``Sumber: BPJS Ketenagakerjaan``."""
    for span in (layout.below, *layout.above):
        match = _SOURCE.search(context.text, *span) if span else None
        if match:
            return _NAME_END.sub("", match["name"]).strip() or None
    return None


def other_scheme(layout: Layout, context: Context) -> str | None:
    """The scheme named nearest to the table, heading and caption first, is health insurance alone."""
    header = layout.rows[0].start if layout.rows else layout.table.end
    spans = [(layout.table.start, header), *layout.above]
    for start, end in (*spans, (0, layout.table.start)):
        topics = [cue.kind for cue in context.cues_in(start, end) if cue.kind in ("jamsostek", "health")]
        if topics and (start, end) in spans:
            return None if "jamsostek" in topics else _HEALTH_REASON
        if topics:
            return None if topics[-1] == "jamsostek" else _HEALTH_REASON
    return None


class Whole:
    """The region that a totals row, or a row that names none, is about."""

    def __init__(self, layout: Layout, context: Context, subjects: Subjects, rows: Sequence[Stub]) -> None:
        """``rows`` are the stubs of the table."""
        self._layout, self._context, self._subjects = layout, context, subjects
        self._codes = provinces_of(rows)

    @cached_property
    def region(self) -> tuple[ClaimRegion, str]:
        """The region and the rule: the caption's, the document's where it holds all rows, or what they make up."""
        for start, end in self._layout.above:
            place = self._named(start, end)
            if place is None or not self._holds(place):
                continue
            if end <= self._context.document.title_end:
                return as_region(place, "headline"), "region.headline"
            return as_region(place, "carried"), "region.table.above"
        main = self._subjects.main
        if main is not None and self._holds(main[0].place):
            return as_region(main[0].place, main[1]), "region.headline" if main[
                1
            ] == "headline" else "region.most_named"
        return self._made_up()

    def _named(self, start: int, end: int) -> Place | None:
        """The one region a line names, the smallest of nested ones."""
        places = [row.place for row in self._subjects.between(start, end)]
        if not places:
            return None
        smallest = places[0]
        for place in places[1:]:
            if contains(smallest, place):
                smallest = place
            elif not contains(place, smallest):
                return None
        return smallest

    def _holds(self, place: Place) -> bool:
        """Whether the rows that are regions of the register lie in a place, and are more than it alone."""
        if place.code is None and not place.members:
            return not self._codes
        return all(contains(place, place_of(code)) for code in self._codes) and self._codes != {place.code}

    def _made_up(self) -> tuple[ClaimRegion, str]:
        """A province whose kabupaten and kota are all there, the nation of its provinces, or nothing."""
        provinces = {parent(code) for code in self._codes}
        if len(provinces) == 1:
            code = next(iter(provinces))
            members = [row for row in register().values() if row.province == code and row.code != code]
            if code and len(self._codes - {code}) >= _MOST_MEMBERS * len(members):
                return as_region(place_of(code), "document"), "region.table.rows"
        if sum("." not in code for code in self._codes) >= _PROVINCES:
            return NATION, "region.table.rows"
        return UNKNOWN, "region.unknown"
