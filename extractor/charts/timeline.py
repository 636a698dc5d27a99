"""From rows of the store to what a timeline shows: points, the values that differ, the gap to a target.

Pure: the terminal's chart, the picture and the page in the browser all draw what is decided here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from extractor.charts.reports import rivals, with_copies
from extractor.model import Period

Row = Mapping[str, Any]
Series = tuple[str, tuple[str, ...], tuple[str, ...]]  # region, segments, programmes

AXES = ("as-of", "published")
EVERYBODY = "ALL"  # as a segment: numbers about all workers, those of no segment
_DRAWN = ("achieved", "target")
# Which measure is shown where none is asked for; any other one comes after these.
_PREFERRED = ("coverage_rate", "covered_workers", "active_workers", "registered_workers")
_BORROWED = ("event", "publication", "unknown")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader wants to see.

    ``indicator`` None is the most telling one reported, ``segment`` a code or ``ALL`` for numbers about all
    workers, ``outlet`` a publisher's name or part of it, ``by`` the axis (``as-of`` or ``published``);
    ``rejected`` shows rejected numbers too.
    """

    indicator: str | None = None
    segment: str | None = None
    outlet: str | None = None
    by: str = "as-of"
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One reported number on the timeline.

    ``when`` is its period on the chosen axis, None where none is known. ``review`` is ``pending reviewed
    rejected``; ``doubts`` holds ``disagrees`` (a check does), ``flagged`` and, where the text names no date,
    what it was borrowed from (``event publication``) or ``unknown``. ``differs_from`` are the claims that report
    another value of the same thing for the same period, ``copies`` how many near-copies repeat the number.
    """

    claim: str
    group: str
    document: str
    region_code: str
    region: str
    kind: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    indicator: str
    population: str
    qualifiers: tuple[str, ...]
    segments: tuple[str, ...]
    programmes: tuple[str, ...]
    plans: tuple[str, ...]
    when: Period | None
    as_of: Period | None
    published: Period | None
    review: str
    doubts: tuple[str, ...]
    speaker: str | None
    publisher: str | None
    title: str | None
    uri: str | None
    quote: str
    sentence: str
    differs_from: tuple[str, ...] = ()
    copies: int = 0

    @property
    def target(self) -> bool:
        """Whether it is aimed at, not reached."""
        return self.kind == "target"

    @property
    def at(self) -> date | None:
        """Where it stands: a level in the middle of its period, a target at the deadline."""
        if self.when is None:
            return None
        days = (self.when.end - self.when.start).days
        return self.when.end if self.target else self.when.start + timedelta(days // 2)

    @property
    def series(self) -> Series:
        """What is drawn in one colour: region, segments, programmes."""
        return self.region_code, self.segments, self.programmes

    @property
    def link(self) -> str | None:
        """The address of the article, where it is one that a reader can follow."""
        return self.uri if self.uri and self.uri.startswith(("https://", "http://")) else None

    @property
    def source(self) -> str:
        """Who said it and where, as far as known."""
        return ", ".join(part for part in (self.speaker, self.publisher) if part)


@dataclass(frozen=True, slots=True)
class Gap:
    """What a level lacks of the next target; ``reported`` are the claims that print that missing amount."""

    level: Point
    target: Point
    reported: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that a filter can take and how many numbers it would leave."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that a picture of one or several regions shows.

    ``points`` are placed on the axis, ``unplaced`` lack the date it needs. ``indicators``, ``segments`` and
    ``outlets`` are what the filters can be set to, over everything reported for the regions.
    """

    choice: Choice
    regions: tuple[tuple[str, str], ...]
    indicator: str | None
    unit: str | None
    points: tuple[Point, ...]
    unplaced: tuple[Point, ...]
    gaps: tuple[Gap, ...]
    indicators: tuple[Offer, ...]
    segments: tuple[Offer, ...]
    outlets: tuple[Offer, ...]

    @property
    def shown(self) -> tuple[Point, ...]:
        """Placed and unplaced points, the placed first."""
        return self.points + self.unplaced

    @property
    def listed(self) -> tuple[Point, ...]:
        """What the table beside the picture holds: all points, then the missing amounts that are in print."""
        return self.shown + tuple(dict.fromkeys(point for gap in self.gaps for point in gap.reported))

    @property
    def documents(self) -> int:
        """How many documents the numbers come from."""
        return len({point.document for point in self.shown})

    @property
    def silent(self) -> tuple[str, ...]:
        """Names of the regions for which there is no number."""
        told = {point.region_code for point in self.shown}
        return tuple(name for code, name in self.regions if code not in told)


def timeline(rows: Sequence[Row], regions: Sequence[tuple[str, str]], choice: Choice | None = None) -> Timeline:
    """The timeline of ``regions`` (code and name, in the order wanted) out of their rows.

    ``rows`` may hold rejected claims; without ``choice.rejected`` they are left out.
    """
    choice = choice or Choice()
    standing = [row for row in rows if choice.rejected or row["status"] != "rejected"]
    counted = with_copies(standing)
    drawable = [row for row, _ in counted if row["kind"] in _DRAWN]
    chosen = [row for row in drawable if fits(row, choice)]
    indicator, unit = _measure(chosen, choice.indicator)
    others = rivals([row for row, _ in counted if row["status"] != "rejected"])
    points = [
        replace(_point(row, choice.by), copies=copies, differs_from=others.get(row["claim_id"], ()))
        for row, copies in counted
        if row["kind"] in _DRAWN and fits(row, choice) and (row["indicator"], row["unit"]) == (indicator, unit)
    ]
    placed = sorted((point for point in points if point.when), key=_order)
    gaps = _gaps(placed, [row for row, _ in counted if row["kind"] == "gap"]) if choice.by == "as-of" else ()
    return Timeline(
        choice,
        tuple(regions),
        indicator,
        unit,
        tuple(placed),
        tuple(point for point in points if not point.when),
        tuple(gaps),
        _offers(row["indicator"] for row in drawable),
        _offers(name for row in drawable for name in row["segments"] or [EVERYBODY]),
        _offers(row["publisher"] for row in drawable if row["publisher"]),
    )


def period(row: Row, name: str) -> Period | None:
    """The period in the columns ``<name>_start``, ``<name>_end`` and ``<name>_precision``."""
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    if not start or not end:
        return None
    return Period(date.fromisoformat(start), date.fromisoformat(end), row[f"{name}_precision"] or "range")


def _order(point: Point) -> tuple[Any, ...]:
    return point.at, point.target, point.series, point.value, point.claim


def fits(row: Row, choice: Choice) -> bool:
    """Whether a row is about the segment, outlet and indicator chosen."""
    outlet = (row["publisher"] or "").casefold()
    return (
        (choice.segment is None or choice.segment in (row["segments"] or [EVERYBODY]))
        and (choice.outlet is None or choice.outlet.casefold() in outlet)
        and (choice.indicator is None or choice.indicator == row["indicator"])
    )


def _measure(rows: Iterable[Row], indicator: str | None) -> tuple[str | None, str | None]:
    """The indicator and unit to draw: those asked for, else the most telling, else the most reported.

    Numbers of two units never share an axis. A measure with levels comes before one with targets alone.
    """
    counted = Counter((row["indicator"], row["unit"]) for row in rows)
    if not counted:
        return indicator, None
    reached = {(row["indicator"], row["unit"]) for row in rows if row["kind"] == "achieved"}
    known = {name: rank for rank, name in enumerate(_PREFERRED)}
    return min(
        counted,
        key=lambda measure: (
            measure not in reached,
            known.get(measure[0], len(known)),
            -counted[measure],
            measure,
        ),
    )


def _point(row: Row, by: str) -> Point:
    as_of, published = period(row, "as_of"), period(row, "published")
    target = row["kind"] == "target"
    doubts = []
    if any(part.endswith(" disagrees") for part in (row["findings"] or "").split(", ")):
        doubts.append("disagrees")
    if row["flagged"]:
        doubts.append("flagged")
    if as_of is None or row["as_of_basis"] in _BORROWED:
        doubts.append("unknown" if as_of is None else row["as_of_basis"])
    # a target without a deadline is never one of the day it was printed on
    when = published if by == "published" or (as_of is None and not target) else as_of
    return Point(
        claim=row["claim_id"],
        group=row["group_id"],
        document=row["document_id"],
        region_code=row["region_code"],
        region=row["region_name"] or row["region_code"],
        kind=row["kind"],
        value=Decimal(row["value"]),
        value_max=Decimal(row["value_max"]) if row["value_max"] else None,
        unit=row["unit"],
        indicator=row["indicator"],
        population=row["population"],
        qualifiers=tuple(row["qualifiers"]),
        segments=tuple(row["segments"]),
        programmes=tuple(row["programmes"]),
        plans=tuple(row["plans"]),
        when=when,
        as_of=as_of,
        published=published,
        review={"pending": "pending", "rejected": "rejected"}.get(row["status"], "reviewed"),
        doubts=tuple(doubts),
        speaker=row["speaker_name"],
        publisher=row["publisher"],
        title=row["title"],
        uri=row["uri"],
        quote=row["evidence_quote"],
        sentence=row["sentence"],
    )


def _gaps(points: Sequence[Point], reported: Sequence[Row]) -> list[Gap]:
    """From every latest level of a series to its next target above; nothing rejected counts."""
    levels, targets = defaultdict[Series, list[Point]](list), defaultdict[Series, list[Point]](list)
    for point in points:
        if point.review != "rejected":
            (targets if point.target else levels)[point.series].append(point)
    found = []
    for series, reached in levels.items():
        last = max(point.when.end for point in reached if point.when)
        ahead = [point for point in targets[series] if point.when and point.when.end >= last]
        if not ahead:
            continue
        deadline = min(point.when.end for point in ahead if point.when)
        latest = [point for point in reached if point.when and point.when.end == last]
        found += [
            Gap(level, target, tuple(_point(row, "as-of") for row in reported if _prints(row, level, target)))
            for level in latest
            for target in ahead
            if target.when and target.when.end == deadline and level.value < target.value
        ]
    return found


def _prints(row: Row, level: Point, target: Point) -> bool:
    """Whether a claim of a gap is about this level and this target: the same document, series and unit."""
    return (
        row["gap_to"] == "target"
        and row["status"] != "rejected"
        and row["document_id"] == level.document
        and (row["region_code"], tuple(row["segments"]), tuple(row["programmes"])) == level.series
        and row["unit"] == ("percentage_point" if level.unit == "percent" else level.unit)
        and (row["group_id"] in (level.group, target.group) or Decimal(row["value"]) == target.value - level.value)
    )


def _offers(names: Iterable[str]) -> tuple[Offer, ...]:
    return tuple(Offer(name, count) for name, count in sorted(Counter(names).items(), key=lambda it: (-it[1], it[0])))
