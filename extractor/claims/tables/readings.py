"""What the words of a heading, a row's label or the line above a table say, before they are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import lru_cache

from extractor import dates
from extractor.claims.context import Context
from extractor.frozen import dataclass, replace
from extractor.model import Code, DateValue, Mention, Period, Place
from extractor.tables import any_of, phrase_list, plain, words

MODIFIERS = ("attainment", "share", "uncovered", "target", "gap", "change", "planned")
BASES = ("potential", "labour_force", "working")
LEVELS = ("inactive", "active", "registered", "covered", "coverage", "participant")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|[.,]\d)")
_LETTERS = re.compile(r"[a-z]{2,}")
_ROMAN = re.compile(r"^(?:i{1,3}|iv|vi{0,3}|ix|x)$")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What some words say of the numbers they stand for.

    ``family`` is what they measure (``patterns/tables.toml``), ``measure`` the indicator they name. ``base``:
    they name a population; ``reached``: a level, of whatever the table is about; ``unknown``: they hold words
    that may make it something else; ``refusal``: they do, and this is the reason. ``topic``: they name the scheme.
    """

    family: str | None = None
    measure: str | None = None
    population: str | None = None
    base: bool = False
    reached: bool = False
    unknown: bool = False
    refusal: str | None = None
    segment: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    funding: tuple[str, ...] = ()
    period: Period | None = None
    dated: str | None = None
    topic: bool = False
    words: str = " "


NOTHING = Reading()


@lru_cache(maxsize=1)
def _families() -> tuple[tuple[str, re.Pattern[str], str | None, str | None], ...]:
    return tuple(
        (name, any_of(tuple(row["phrases"])), row.get("measure"), row.get("population"))
        for name, row in words()["family"].items()
    )


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    """All words of headings that are understood."""
    table = words()
    phrases = [phrase for row in table["family"].values() for phrase in row["phrases"]]
    phrases += [phrase for name in ("neutral", "base", "reached", "exempt") for phrase in table["reading"][name]]
    phrases += [phrase for row in table["unit"].values() for phrase in row]
    phrases += table["structure"]["label"] + table["structure"]["total"]
    return any_of(tuple(phrases))


@lru_cache(maxsize=1)
def _refusals() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((any_of(tuple(row["words"])), row["reason"]) for row in words()["refusal"])


def read(context: Context, start: int, end: int) -> Reading:
    """The reading of one cell or line."""
    text = context.text
    inside = [row for label in _LABELS for row in context.of(label, start, end)]
    segments = [row for row in inside if row.label == "SEGMENT"]
    own = plain(_without(text, start, end, segments))
    rest = _without(text, start, end, inside)
    cues = [(cue.start, cue.end) for cue in context.cues_in(start, end) if cue.kind == "jamsostek"]
    rest = plain(_blanked(rest, start, cues))
    period, dated = _period(context, start, end)
    return replace(
        _said(own, rest),
        segment=_codes(segments),
        programme=_codes(row for row in inside if row.label == "PROGRAMME"),
        places=tuple(row.value for row in inside if isinstance(row.value, Place) and row.value.level != "country"),
        funding=tuple(
            cue.kind.partition(":")[2] for cue in context.cues_in(start, end) if cue.kind.startswith("funding:")
        ),
        period=period,
        dated=dated,
        topic=bool(cues),
    )


_LABELS = ("SEGMENT", "REGION", "DATE", "PROGRAMME", "PLAN", "PERCENT", "COUNT")


def _codes(rows: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.value.code for row in rows if isinstance(row.value, Code)))


def _without(text: str, start: int, end: int, rows: Sequence[Mention]) -> str:
    return _blanked(text[start:end], start, [(row.start, row.end) for row in rows])


def _blanked(text: str, start: int, spans: Iterable[Span]) -> str:
    for left, right in spans:
        left, right = max(left - start, 0), min(right - start, len(text))
        text = text[:left] + " " * (right - left) + text[right:]
    return text


@lru_cache(maxsize=2048)
def _said(own: str, rest: str) -> Reading:
    """Families, measure and refusal of ``own``, unknown words of ``rest`` (plain texts)."""
    family = measure = population = None
    exempted = phrase_list("reading", "exempt").sub(" ", own)
    for name, pattern, indicator, of in _families():
        if pattern.search(exempted if name == "share" else own):
            family = family or name
            measure = measure or indicator
            population = population or of
    sure = family in words()["reading"]["sure"] or bool(phrase_list("reading", "sure_phrases").search(own))
    left = _known().sub(" ", rest)
    unknown = [word for word in _LETTERS.findall(left) if not _ROMAN.match(word)]
    return Reading(
        family=family,
        measure=measure,
        population=population,
        base=bool(phrase_list("reading", "base").search(own)),
        reached=bool(phrase_list("reading", "reached").search(own)),
        unknown=bool(unknown) and not sure,
        refusal=next((reason for pattern, reason in _refusals() if pattern.search(exempted)), None),
        words=own,
    )


def _period(context: Context, start: int, end: int) -> tuple[Period | None, str | None]:
    """The last period named, whole cells first; a year alone counts too."""
    text = context.text[start:end].strip()
    value = dates.read(text) if len(text) < 40 else None
    if value is not None and value.start and value.end:
        return Period(value.start, value.end, value.precision), text
    for row in reversed(context.of("DATE", start, end)):
        if isinstance(row.value, DateValue) and row.value.start and row.value.end and row.value.weekday is None:
            return Period(row.value.start, row.value.end, row.value.precision), row.quote
    years = _YEAR.findall(text) if len(text) < 60 else []
    year = dates.read(years[-1]) if years else None
    if year is not None and year.start and year.end:
        return Period(year.start, year.end, "year"), years[-1]
    return None, None


def of_path(cells: Sequence[Reading]) -> Reading:
    """A heading of several cells, top down: what the lowest says holds, the cells above complete it."""
    if len(cells) < 2:
        return cells[0] if cells else NOTHING
    up = list(reversed(cells))
    modifier = next((row for row in up if row.family in MODIFIERS), None)
    family = modifier or next((row for row in up if row.family), None)
    dated = next((row for row in up if row.period), NOTHING)
    return Reading(
        family=family.family if family else None,
        measure=next((row.measure for row in up if row.measure), None),
        population=next((row.population for row in up if row.population), None),
        base=up[0].base,
        reached=any(row.reached for row in up),
        unknown=any(row.unknown for row in up),
        refusal=next((row.refusal for row in up if row.refusal), None),
        segment=tuple(dict.fromkeys(code for row in cells for code in row.segment)),
        programme=tuple(dict.fromkeys(code for row in cells for code in row.programme)),
        places=next((row.places for row in up if row.places), ()),
        funding=tuple(dict.fromkeys(code for row in cells for code in row.funding)),
        period=_joined(up) or dated.period,
        dated=dated.dated,
        words=" ".join(row.words for row in up),
    )


def _joined(up: Sequence[Reading]) -> Period | None:
    """``2024`` above ``Triwulan I``: the first quarter of 2024."""
    year = next((row.dated for row in up if row.period and row.period.precision == "year" and row.dated), None)
    if year is None or up[0].period:
        return None
    value = dates.read(f"{up[0].words.strip()} {year[-4:]}")
    return Period(value.start, value.end, value.precision) if value and value.start and value.end else None


@dataclass(frozen=True, slots=True)
class Above:
    """The lines that introduce a table, nearest first, with their spans."""

    lines: tuple[tuple[Span, Reading], ...] = field(default=())

    def speaking(self) -> Reading:
        """The nearest line that says what the table measures, or that it measures something else.

        ``Target dan capaian Jamsostek``: what is reached of the scheme is coverage.
        """
        for _, row in self.lines:
            if row.measure or row.refusal:
                return row
            if row.topic and (row.reached or row.family == "target"):
                return replace(row, family="coverage", measure="covered_workers")
        return NOTHING
