"""What a row of a table is about: a region, a segment, a period, the total of the others, or a measure.

A place name that several regions share is settled by the heading (``Kabupaten``), a section of the table
(``Kota``), its twin in the table (bare ``Blitar`` beside ``Kota Blitar``), a table that marks its kota, or the
province that the other rows lie in; otherwise its level stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractor import dates
from extractor.claims.context import Context
from extractor.claims.tables.readings import NOTHING, Reading, read
from extractor.frozen import dataclass, replace
from extractor.model import Cell, ClaimRegion, Period, Place
from extractor.regions import at_level, entry, level_of, parent, place_of, subdistrict
from extractor.tables import Layout, Row, phrase_list, plain, words

_MARK = re.compile(r"^(?:[-–•*]|\(?(?:\d{1,3}|[a-z])[.)])\s+|\s*[*¹²³]+\)?$", re.IGNORECASE)
_KOTA = re.compile(r"(?:\d{1,3}[.)]?\s+)?kota\s+\w", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^)]*\)$")
_AGENCY = re.compile(r"\b(?:BPJS|Jamsostek|BPJamsostek|Cabang|Kanwil|Kantor|KC|KCP|Kacab)\b", re.IGNORECASE)
_SMALL = ("kecamatan", "kapanewon", "kemantren", "desa")
_REGENCY = ("kabupaten", "kota")


@dataclass(frozen=True, slots=True)
class Stub:
    """What a row is about. ``reading`` are the words of labels that are neither place, segment nor period."""

    place: Place | None = None
    total: bool = False
    partial: bool = False
    segment: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    period: Period | None = None
    dated: str | None = None
    reading: Reading = NOTHING
    unknown: bool = False
    average: bool = False


def stubs(layout: Layout, context: Context) -> list[Stub]:
    """One stub per row of the layout."""
    rows = [_stub(row, layout, context) for row in layout.rows]
    return _settled(rows, layout, context)


def _stub(row: Row, layout: Layout, context: Context) -> Stub:
    """Its label cells together, and what the section above adds where they leave it out."""
    found = Stub()
    for column, cell in row.labels:
        found = _joined(found, _label(cell, column, row, layout, context))
    if row.section is not None:
        section = read(context, row.section.start, row.section.end)
        if not found.segment and not found.total:
            found = replace(found, segment=section.segment)
        if found.period is None:
            found = replace(found, period=section.period, dated=section.dated)
        if found.place is None and not found.total and len(section.places) == 1:
            found = replace(found, place=section.places[0])
    return found


def _joined(one: Stub, two: Stub) -> Stub:
    """Two label cells of a row: ``Jember | Formal``, ``2024 | Jember``."""
    return Stub(
        place=two.place or one.place,
        total=one.total or two.total,
        partial=one.partial or two.partial,
        segment=(*one.segment, *two.segment),
        funding=(*one.funding, *two.funding),
        period=two.period or one.period,
        dated=two.dated or one.dated,
        reading=one.reading if two.reading is NOTHING else two.reading,
        unknown=one.unknown or two.unknown,
        average=one.average or two.average,
    )


def _text(context: Context, cell: Cell) -> str:
    return context.text[cell.start : cell.end].strip()


def _heading(column: int, layout: Layout, context: Context) -> str:
    return " ".join(plain(_text(context, cell)).strip() for cell in layout.heading(column))


def levels_in(heading: str) -> tuple[str, ...]:
    """The levels a heading's words ask for."""
    return tuple(name for name in words()["levels"] if phrase_list("levels", name).search(f" {heading} "))


def _label(cell: Cell, column: int, row: Row, layout: Layout, context: Context) -> Stub:
    heading = _heading(column, layout, context)
    levels = levels_in(heading)
    if heading.startswith("kode"):
        return Stub()
    text = _MARK.sub("", _MARK.sub("", _text(context, cell))).strip()
    if not any(letter.isalnum() for letter in text):
        return Stub()
    summed = _total(text, context, cell)
    if summed is not None:
        return summed
    reading = read(context, cell.start, cell.end)
    value = dates.read(text)
    if value is not None and (reading.period or value.precision in ("month", "quarter", "semester")):
        return Stub(period=reading.period, dated=text)
    section = read(context, row.section.start, row.section.end).words.strip() if row.section else ""
    place = _place(text, levels or levels_in(section))
    if place is not None and not (reading.segment and reading.family):
        return Stub(place=place)
    if reading.segment and not reading.unknown:
        return Stub(segment=reading.segment, reading=reading, period=reading.period, dated=reading.dated)
    if reading.funding and not reading.measure:
        return Stub(funding=reading.funding, period=reading.period, dated=reading.dated)
    if heading in words()["structure"]["segments"] and reading.family is None and not reading.refusal:
        return Stub(segment=(f"OTHER:{text.lower()}",))
    measured = reading.family is not None or reading.base or reading.reached
    unknown = reading.unknown or not measured
    return Stub(reading=reading, unknown=unknown and not reading.refusal, period=reading.period, dated=reading.dated)


def _total(text: str, context: Context, cell: Cell) -> Stub | None:
    """``Total``, ``Jumlah Kabupaten Sigi``: the sum of the rows; ``Jumlah peserta aktif`` is a measure."""
    label = plain(text)
    if phrase_list("structure", "average").search(label):
        return Stub(average=True)
    if not phrase_list("structure", "total").match(label, 1):
        return None
    reading = read(context, cell.start, cell.end)
    rest = phrase_list("structure", "total").sub(" ", label, count=1)
    partial = label.strip() in words()["structure"]["partial"]
    place = _place(re.sub(r"^\W*(?:grand\s+)?(?:total|jumlah)\s+", "", text, flags=re.IGNORECASE), ())
    if not rest.strip() or place is not None:
        return Stub(place=place, total=True, partial=partial)
    if reading.segment and reading.family is None:
        return Stub(segment=reading.segment, total=True, partial=partial)
    if reading.family or reading.unknown or reading.refusal:
        return None
    level = levels_in(rest.strip())
    return Stub(total=True, partial=partial) if level and not reading.base else None


def _place(text: str, levels: tuple[str, ...]) -> Place | None:
    """The place a label names; ``levels`` are those its heading asks for."""
    bare = _BRACKET.sub("", text).strip()
    if "office_area" in levels or (_AGENCY.search(bare) and levels):
        return Place(None, bare, "office_area")
    first, _, rest = bare.partition(" ")
    marker = level_of(first) if rest else None
    if marker in _SMALL:
        return subdistrict(first, rest)
    if marker and entry(bare) is None and (entry(rest) is not None or levels):
        return at_level(rest, marker) if entry(rest) is not None else Place(None, bare, marker)
    asked = [level for level in levels if level in ("province", *_REGENCY)]
    small = next((level for level in levels if level in _SMALL), None)
    if small and not asked:
        return subdistrict(small, bare)
    known = entry(bare)
    if known is None or known.kind == "country":
        return Place(None, bare, "unknown") if asked and bare[:1].isupper() else None
    fitting = [place for place in known.places if place.level in asked]
    if len(fitting) == 1 or len(set(asked)) == 1:
        return at_level(bare, fitting[0].level) if fitting else at_level(bare, None)
    if fitting:
        return Place(None, bare, "unknown", tuple(sorted(place.code for place in fitting if place.code)))
    return at_level(bare, None)


def _settled(rows: Sequence[Stub], layout: Layout, context: Context) -> list[Stub]:
    """Homonyms settled by the twin in the table or by the province of the others."""
    named = {row.place.code for row in rows if row.place is not None and row.place.code}
    provinces = Counter(parent(code) for code in named if "." in code)
    main = provinces.most_common(1)[0][0] if len(provinces) == 1 else None
    if main is None and not provinces:
        main = _province_above(layout, context)
    kota = any(_KOTA.match(_text(context, cell)) for row in layout.rows for _, cell in row.labels)
    return [replace(row, place=_one(row.place, named, main, kota)) if row.place else row for row in rows]


def _province_above(layout: Layout, context: Context) -> str | None:
    spans = [*layout.above, (0, context.document.title_end)]
    for start, end in spans:
        codes = {parent(row.value.code) for row in context.of("REGION", start, end)
                 if isinstance(row.value, Place) and row.value.code and row.value.code[:1].isdigit()}  # fmt: skip
        if len(codes) == 1:
            return codes.pop()
    return None


def _one(place: Place, named: set[str], province: str | None, kota: bool) -> Place:
    """``kota``: the table marks its kota, so that a bare name is that of the kabupaten."""
    if place.code or not place.candidates:
        return place
    left = [code for code in place.candidates if code not in named]
    if province is not None:
        left = [code for code in left if parent(code) == province] or left
    if kota and len(left) > 1:
        left = [code for code in left if place_of(code).level != "kota"]
    return place_of(left[0]) if len(left) == 1 else place


def region_of(place: Place, basis: str) -> ClaimRegion:
    """A row's place as the region of its claims."""
    return ClaimRegion(place.code, place.name, place.level, basis)


def provinces_of(rows: Iterable[Stub]) -> set[str]:
    """The codes of the rows that are regions of the register."""
    return {row.place.code for row in rows if row.place is not None and row.place.code and not row.total}
