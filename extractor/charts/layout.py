"""Where everything on the picture stands, in pixels: Vega-Lite cannot keep labels from covering each other.

A label that fits nowhere is left out; its number is still a point, and stands in the table beside the picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from extractor.charts.scales import nice_bounds
from extractor.charts.timeline import Point, Series, Timeline

FONT_SIZE = 11
_HORIZON = 6  # years after the last level beyond which a target is drawn to the edge only
_MONTHLY = 26  # months up to which the ticks are months
_DODGE = 13.0  # pixels between marks that would cover each other
_LOOK_BACK = 60  # clusters
_SPREAD = 78.0  # pixels that the marks of one place take at most
_MARK = 5.0  # half the width of a mark
_NARROW, _WIDE = frozenset("iljtfI.,:;'|!()[] "), frozenset("mwMW%@–→")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, ``left < right`` and ``top < bottom``."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they share any space."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot: its size in pixels and the days and values at its edges."""

    width: float
    height: float
    first: date
    last: date
    bottom: float
    top: float
    step: float

    def x(self, day: date) -> float:
        """Pixels from the left; days outside stand at the edge."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return min(max(share, 0.0), 1.0) * self.width

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return self.height * (1 - (value - self.bottom) / (self.top - self.bottom))

    def ticks(self) -> list[float]:
        """The values of the grid lines."""
        count = round((self.top - self.bottom) / self.step)
        return [self.bottom + self.step * number for number in range(count + 1)]

    @property
    def months(self) -> int:
        """From the first month to the last."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month

    @property
    def monthly(self) -> bool:
        """Whether the ticks are months: where the picture shows about two years or less."""
        return self.months <= _MONTHLY

    def dates(self) -> list[date]:
        """Days of the ticks, as many as have room for their names."""
        if not self.monthly:
            every = next((n for n in (1, 2, 5, 10, 20) if self.months / 12 <= n * self.width / 52), 50)
            return [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1) if year % every == 0]
        every = next((n for n in (1, 2, 3, 6) if self.months <= n * self.width / 62), 12)
        start = self.first.year * 12 + self.first.month - 1
        return [date(at // 12, at % 12 + 1, 1) for at in range(start, start + self.months + 1) if at % every == 0]


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place; ``align`` is ``left right center`` of it."""

    text: str
    x: float
    y: float
    align: str

    @property
    def box(self) -> Box:
        """The space it takes, by estimate."""
        width = text_width(self.text)
        left = {"left": self.x, "right": self.x - width, "center": self.x - width / 2}[self.align]
        return Box(left, self.y - FONT_SIZE * 0.62, left + width, self.y + FONT_SIZE * 0.62)


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """The width of a text in a common sans-serif, rather too wide than too narrow."""
    ems = sum(0.32 if char in _NARROW else 0.9 if char in _WIDE else 0.6 for char in text)
    return ems * size


def wrapped(text: str, width: float, size: float = FONT_SIZE) -> list[str]:
    """The text in lines of at most ``width`` pixels, broken between words."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def frame(shown: Timeline, width: float, height: float) -> Frame:
    """The plot that holds all points; a deadline far in the future does not squeeze the rest."""
    levels = [point.when for point in shown.points if point.when and not point.target]
    begins = [begin(point) for point in shown.points]
    ends = [point.when.end for point in shown.points if point.when]
    last = max(ends)
    if levels:
        latest = max(when.end for when in levels)
        last = max(latest, min(last, date(min(latest.year + _HORIZON, date.max.year), 12, 31)))
    first = min(begins)
    if (last - first).days > _MONTHLY * 30:
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    else:
        first, last = _moved(first, -10).replace(day=1), _moved(_moved(last, 41).replace(day=1), -1)
    values = [
        float(number) for point in shown.points for number in (point.value, point.value_max) if number is not None
    ]
    bottom, top, step = _bounds(min(values), max(values), max(int(height / 55), 4), percent=shown.unit == "percent")
    return Frame(width, height, first, last, bottom, top, step)


def _bounds(low: float, high: float, lines: int, *, percent: bool) -> tuple[float, float, float]:
    """Round bounds with air around the values; from zero unless that would leave more than half of it empty."""
    air = max((high - low) * 0.15, abs(high) * 0.08, 1e-9)
    most = min(high + air, 100.0) if percent and high <= 100 else high + air
    bottom, top, step = nice_bounds(0.0 if 0 <= low < high * 0.6 else low - air, most, lines)
    return max(bottom, 0.0) if low >= 0 else bottom, top, step


def begin(point: Point) -> date:
    """Where a point's line begins: a level's period, a target on the day it was told or its period."""
    assert point.when is not None  # only placed points are drawn
    start = point.when.start
    told = point.published.start if point.published else start
    return min(start, told) if point.target else start


def _moved(day: date, days: int) -> date:
    """Some days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def dodged(points: Sequence[Point], within: Frame) -> dict[str, float]:
    """The x of every mark by its claim: marks that would cover each other, and values that differ for one
    period, stand side by side around their date."""
    clusters: list[list[Point]] = []
    where: dict[str, list[Point]] = {}
    for point in points:  # in the order of their dates, so that only the last clusters can be near
        near = next((where[name] for name in point.differs_from if name in where), None)
        near = near or next((c for c in clusters[-_LOOK_BACK:] if _touch(point, c[0], within)), None)
        if near is None:
            near = []
            clusters.append(near)
        near.append(point)
        where[point.claim] = near
    places = {}
    for cluster in clusters:
        step = min(_DODGE, _SPREAD / len(cluster))
        first = within.x(min(_at(point) for point in cluster)) - (len(cluster) - 1) / 2 * step
        first = max(min(first, within.width - (len(cluster) - 1) * step), 0.0)
        for number, point in enumerate(cluster):
            places[point.claim] = first + number * step
    return places


def _at(point: Point) -> date:
    assert point.at is not None
    return point.at


def _touch(one: Point, other: Point, within: Frame) -> bool:
    apart = abs(within.x(_at(one)) - within.x(_at(other)))
    return apart < _DODGE - 1 and abs(within.y(float(one.value)) - within.y(float(other.value))) < 2 * _MARK + 1


class Labels:
    """Places labels one after the other, each in the first spot that is free."""

    def __init__(self, within: Frame, taken: Iterable[Box]) -> None:
        self._edge = Box(-4, -16, within.width + 4, within.height - 1)
        self._taken = list(taken)
        self.placed: list[Label] = []

    def place(self, candidates: Iterable[Label]) -> Label | None:
        """The first candidate inside the plot that covers nothing, or None."""
        for label in candidates:
            box = label.box
            inside = box.left >= self._edge.left and box.right <= self._edge.right
            if inside and box.top >= self._edge.top and box.bottom <= self._edge.bottom and not self._covers(box):
                self._taken.append(box)
                self.placed.append(label)
                return label
        return None

    def _covers(self, box: Box) -> bool:
        return any(box.meets(other) for other in self._taken)


def mark_box(x: float, y: float) -> Box:
    """The space of a mark."""
    return Box(x - _MARK - 1, y - _MARK - 1, x + _MARK + 1, y + _MARK + 1)


def line_box(x: float, y: float, x2: float, y2: float) -> Box:
    """The space of an upright or level line."""
    return Box(min(x, x2) - 1, min(y, y2) - 1, max(x, x2) + 1, max(y, y2) + 1)


def around(text: str, x: float, y: float, bar: tuple[float, float] | None = None) -> list[Label]:
    """Where a label may stand beside a mark, or beside its ``bar`` from left to right; best first."""
    left, right = bar or (x, x)
    left, right = min(left, x - _MARK) - 4, max(right, x + _MARK) + 4
    line = _MARK + FONT_SIZE * 0.75
    beside = [Label(text, right, y, "left"), Label(text, left, y, "right")]
    over = [Label(text, x, y - line, "center"), Label(text, x, y + line, "center")]
    return [
        *(over + beside if bar else beside + over),
        Label(text, x - _MARK, y - line, "left"),
        Label(text, x + _MARK, y - line, "right"),
        Label(text, x - _MARK, y + line, "left"),
        Label(text, x + _MARK, y + line, "right"),
    ]


def along(text: str, left: float, right: float, y: float) -> list[Label]:
    """Where the label of a target may stand: above its line, at the deadline first."""
    above, below = y - FONT_SIZE * 0.8, y + FONT_SIZE * 0.85
    return [
        Label(text, right - _MARK - 3, above, "right"),
        Label(text, left, above, "left"),
        Label(text, right - _MARK - 3, below, "right"),
        Label(text, left, below, "left"),
        Label(text, right + _MARK + 4, y, "left"),
        Label(text, right + _MARK + 4, above, "left"),
        Label(text, right + _MARK + 4, below, "left"),
        Label(text, left - 4, y, "right"),
    ]


def endings(points: Sequence[Point]) -> set[str]:
    """The claim of the last level of every series, which carries the series' name; a target where no level is."""
    last: dict[Series, Point] = {}
    for point in points:
        known = last.get(point.series)
        if known is None or (known.target, point.target) == (True, False) or known.target == point.target:
            last[point.series] = point
    return {point.claim for point in last.values()}


def by_series(points: Sequence[Point]) -> dict[Series, list[Point]]:
    """The points of every series, series in the order of how much is reported."""
    found: dict[Series, list[Point]] = defaultdict(list)
    for point in points:
        found[point.series].append(point)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))
