"""A timeline as marks on a plane: what ``picture`` hands to Vega-Lite, in pixels and colours.

Colour tells the series (segment, or region where several are compared), shape what review said, fill how sure
a number is. The names of the series stand at their last points where there is room, else in the legend.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from extractor import labels
from extractor.charts import layout, telling
from extractor.charts.timeline import Point, Series, Timeline
from extractor.i18n import Words

Mark = dict[str, Any]

# Told apart by colour-blind readers and at least 3:1 against white, beginning with the one of all workers.
COLOURS = ("#0b5394", "#c2410c", "#0f766e", "#9d2f7f", "#7a5c00", "#5b4bb7", "#3f6212", "#57534e")
INK, MUTED, GRID, PAPER = "#1f2328", "#5c636b", "#dfe3e8", "#ffffff"
# The same colours for dark pages, whose style sheet puts them in place of the light ones.
DARK = {
    "#0b5394": "#8ab8f0",
    "#c2410c": "#f59e6b",
    "#0f766e": "#5ec9bd",
    "#9d2f7f": "#e48fcb",
    "#7a5c00": "#d9b44a",
    "#5b4bb7": "#b3a8f5",
    "#3f6212": "#a3c76d",
    "#57534e": "#b8b2aa",
    INK: "#e6e8ea",
    MUTED: "#a3abb3",
    GRID: "#353b42",
    PAPER: "#16191d",
}
SHAPES = {"pending": "circle", "reviewed": "square", "rejected": "M-1,-1L1,1M1,-1L-1,1"}
_STUB = 24  # the least length of a target's line
_MARKED = 4  # a bar shorter than this is hidden by its mark
_LABELLED = 150  # points for which a place for a label is looked for: beyond, there is none
_LINE = 18  # pixels between lines of the legend
_NAMED = 2  # segments named in a label; of more the first
_BELOW = 26  # the first line of the caption below the plot


@dataclass(slots=True)
class Drawing:
    """The marks of a picture, layer by layer."""

    width: float
    height: float
    title: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    grid: list[Mark] = field(default_factory=list)
    gaps: list[Mark] = field(default_factory=list)
    bars: list[Mark] = field(default_factory=list)
    links: list[Mark] = field(default_factory=list)
    targets: list[Mark] = field(default_factory=list)
    points: list[Mark] = field(default_factory=list)
    texts: list[Mark] = field(default_factory=list)


def draw(shown: Timeline, words: Words, *, width: float = 780, height: float = 360, alone: bool = True) -> Drawing:
    """The marks of a timeline with at least one point; the plot is ``width`` by ``height`` pixels.

    A picture that does not stand ``alone`` leaves title and caption to the page around it.
    """
    frame = layout.frame(shown, width, height)
    colours = _colours(shown)
    drawing = Drawing(width, height)
    if alone:
        drawing.title = layout.wrapped(telling.title(words, shown), width, 17)
        drawing.subtitle = layout.wrapped(telling.subtitle(words, shown), width, 12)
    _axes(drawing, frame, shown, words)
    places = layout.dodged(shown.points, frame)
    for point in shown.points:
        _mark(drawing, point, frame, places[point.claim], colours[point.series], words)
    _bind(drawing, shown.points)
    lines = [layout.line_box(*(mark[end] for end in ("x", "y", "x2", "y2"))) for mark in drawing.bars + drawing.targets]
    room = layout.Labels(frame, [*(layout.mark_box(mark["x"], mark["y"]) for mark in drawing.points), *lines])
    unnamed = _label(room, drawing, shown, frame, places, colours, words)
    _gaps(room, drawing, shown, frame, colours, words)
    _legend(drawing, shown, unnamed, colours, words)
    if alone:
        _caption(drawing, shown, words)
    return drawing


def _colours(shown: Timeline) -> dict[Series, str]:
    """A colour for every series: the one about all workers first, then by how much is reported.

    Where regions are compared and each has one series, colours follow the order in which they were named.
    """
    order = {code: number for number, (code, _) in enumerate(shown.regions)}
    groups = layout.by_series(shown.points)
    many = sorted(
        groups,
        key=lambda series: (
            len({key[0] for key in groups}) < 2 and series[1:] != ((), ()),
            order.get(series[0], 0),
        ),
    )
    return {series: COLOURS[number % len(COLOURS)] for number, series in enumerate(many)}


def _text(x: float, y: float, text: str, align: str = "left", colour: str = MUTED, **more: Any) -> Mark:
    return {"x": x, "y": y, "text": text, "align": align, "colour": colour, **more}


def _axes(drawing: Drawing, frame: layout.Frame, shown: Timeline, words: Words) -> None:
    for value in frame.ticks():
        y = frame.y(value)
        drawing.grid.append({"x": 0, "y": y, "x2": frame.width, "y2": y, "colour": GRID})
        name = telling.amount(words, Decimal(f"{value:.10g}"), shown.unit)
        drawing.texts.append(_text(-8, y, name, "right"))
    for day in frame.dates():
        x = frame.x(day)
        drawing.grid.append({"x": x, "y": frame.height, "x2": x, "y2": frame.height + 5, "colour": MUTED})
        name = telling.month(words, day) if frame.monthly else str(day.year)
        drawing.texts.append(_text(x, frame.height + 15, name, "left" if x < 10 else "center"))


def _mark(drawing: Drawing, point: Point, frame: layout.Frame, x: float, colour: str, words: Words) -> None:
    y = frame.y(float(point.value))
    start, end = _line(point, frame, x)
    if point.target:
        drawing.targets.append({"x": start, "y": y, "x2": end, "y2": y, "colour": colour})
    elif point.value_max is not None:
        drawing.links.append({"x": x, "y": y, "x2": x, "y2": frame.y(float(point.value_max)), "colour": colour})
    if not point.target and end - start > _MARKED:
        drawing.bars.append({"x": start, "y": y, "x2": end, "y2": y, "colour": colour})
        drawing.bars += [{"x": at, "y": y - 3, "x2": at, "y2": y + 3, "colour": colour} for at in (start, end)]
    drawing.points.append(
        {
            "x": x,
            "y": y,
            "shape": SHAPES[point.review],
            "colour": colour,
            "fill": "transparent" if point.review == "rejected" else PAPER if point.doubts else colour,
            "size": 40 if point.target else 72,
            "claim": point.claim,
            "told": telling.describe(words, point),
        }
    )


def _line(point: Point, frame: layout.Frame, x: float) -> tuple[float, float]:
    """Where a point's line begins and ends: its period, or the way to its deadline."""
    assert point.when is not None  # only placed points are drawn
    start, end = frame.x(layout.begin(point)), frame.x(point.when.end)
    if point.target and (point.as_of is None or end - start < _STUB):  # no deadline, or one too near to be seen
        return x - _STUB, x
    if not point.target and not start <= x <= end and point.at:  # moved aside by others, its bar goes along
        aside = x - frame.x(point.at)
        return start + aside, end + aside
    return start, end


def _bind(drawing: Drawing, points: Sequence[Point]) -> None:
    """Thin lines between levels that give different values for one thing and period, from each to the next."""
    marks = {mark["claim"]: mark for mark in drawing.points}
    bound = set[str]()
    for point in points:
        if point.claim in bound or not point.differs_from:
            continue
        others = {point.claim, *point.differs_from}
        told = [marks[each.claim] for each in points if each.claim in others or others & set(each.differs_from)]
        told.sort(key=lambda mark: (mark["x"], mark["y"]))
        bound |= {str(mark["claim"]) for mark in told}
        for one, two in pairwise(told):
            if one["y"] != two["y"]:
                ends = {"x": one["x"], "y": one["y"], "x2": two["x"], "y2": two["y"]}
                drawing.links.append({**ends, "colour": MUTED})


def _label(
    room: layout.Labels,
    drawing: Drawing,
    shown: Timeline,
    frame: layout.Frame,
    places: dict[str, float],
    colours: dict[Series, str],
    words: Words,
) -> set[Series]:
    """Values beside the points, the last of each series with its name; returns the series left unnamed."""
    named = set(layout.endings(shown.points)) if len(colours) > 1 else set[str]()
    unnamed, told = set[Series](), set[tuple[str, float]]()
    wanting = sorted(shown.points, key=lambda point: (point.claim not in named, not point.target))
    for point in wanting[:_LABELLED]:
        y, plain = frame.y(float(point.value)), telling.value(words, point)
        text = f"{_name(point, shown, words)} {plain}" if point.claim in named else plain
        if point.target:
            text, plain = (_target(point, frame, wanted, words) for wanted in (text, plain))
            if (text, y) in told:  # another source names the same target
                continue
            told.add((text, y))
        spots = [
            spot
            for wanted in dict.fromkeys((text, plain))
            for spot in _spots(point, frame, wanted, places[point.claim], y)
        ]
        label = room.place(spots)
        if label is not None:
            drawing.texts.append(_text(label.x, label.y, label.text, label.align, colours[point.series]))
        if point.claim in named and (label is None or label.text != text):
            unnamed.add(point.series)
    return unnamed


def _spots(point: Point, frame: layout.Frame, text: str, x: float, y: float) -> list[layout.Label]:
    start, end = _line(point, frame, x)
    if point.target:
        return layout.along(text, start, x, y)
    return layout.around(text, x, y, (start, end) if end - start > _MARKED else None)


def _name(point: Point, shown: Timeline, words: Words) -> str:
    """What tells the series from the others: its region, its segment, or both."""
    regions = len({point.region_code for point in shown.points}) > 1
    groups = len({point.series[1:] for point in shown.points}) > 1
    parts = ([point.region] if regions else []) + ([telling.short_group(words, point, _NAMED)] if groups else [])
    return ", ".join(parts)


def _target(point: Point, frame: layout.Frame, shown: str, words: Words) -> str:
    """``RPJMD 2029: 50%``, with an arrow where the deadline lies beyond the picture."""
    plan = " ".join(point.plans) or words.text("target")
    if point.as_of is None:
        return f"{plan} ({words.text('no deadline')}): {shown}"
    when = point.as_of
    year = str(when.end.year) if when.precision == "year" else telling.period(words, when)
    return f"{plan} {year}: {shown}{' →' if point.when == when and when.end > frame.last else ''}"


def _gaps(
    room: layout.Labels,
    drawing: Drawing,
    shown: Timeline,
    frame: layout.Frame,
    colours: dict[Series, str],
    words: Words,
) -> None:
    marks = {mark["claim"]: mark for mark in drawing.points}
    for gap in shown.gaps:
        level, target = marks[gap.level.claim], marks[gap.target.claim]
        left, right = sorted((level["x"], target["x"]))
        colour = colours[gap.level.series]
        drawing.gaps.append({"x": left, "y": target["y"], "x2": right, "y2": level["y"], "colour": colour})
        for reported in gap.reported[:1]:
            missing = telling.value(words, reported)
            if reported.unit != gap.level.unit:
                missing += f" {labels.label(words, 'unit', reported.unit)}"
            text = words.text("reported gap {value}", value=missing)
            middle = (level["y"] + target["y"]) / 2
            spots = [layout.Label(text, (left + right) / 2, middle + shift, "center") for shift in (0, 14, -14)]
            label = room.place(spots)
            if label is not None:
                link = {"claim": reported.claim, "told": telling.describe(words, reported)}
                drawing.texts.append(_text(label.x, label.y, label.text, label.align, colour, **link))


def _legend(drawing: Drawing, shown: Timeline, unnamed: set[Series], colours: dict[Series, str], words: Words) -> None:
    """What occurs in the picture and needs a word, in lines above the plot."""
    entries: list[tuple[str, str, str]] = []
    if unnamed:  # one place for all names, rather than half here and half there
        first = {point.series: point for point in reversed(shown.points)}
        entries += [("swatch", _name(first[series], shown, words), colour) for series, colour in colours.items()]
    reviews = {point.review for point in shown.points}
    entries += [(name, words.text(telling.REVIEWS[name]), MUTED) for name in SHAPES if name in reviews]
    if any(point.doubts for point in shown.points):
        entries.append(("doubtful", words.text("hollow: doubtful"), MUTED))
    if any(not point.target for point in shown.points) and drawing.bars:
        entries.append(("bar", words.text("time it may stand for"), MUTED))
    if drawing.targets:
        entries.append(("target", words.text("target"), MUTED))
    if drawing.gaps:
        entries.append(("gap", words.text("missing to the next target"), MUTED))
    if any(point.differs_from for point in shown.points):
        entries.append(("differing", words.text("differing values"), MUTED))
    rows: list[list[tuple[float, tuple[str, str, str]]]] = [[]]
    x = 0.0
    for entry in entries:
        wide = 24 + layout.text_width(entry[1]) + 12
        if x and x + wide > drawing.width + 12:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += wide
    top = -16.0 - _LINE * len(rows)
    for number, row in enumerate(rows):
        for x, entry in row:
            _key(drawing, x, top + _LINE * number, entry)


def _key(drawing: Drawing, x: float, y: float, entry: tuple[str, str, str]) -> None:
    """One entry of the legend: its sign and its text."""
    sign, text, colour = entry
    drawing.texts.append(_text(x + 24, y, text, colour=colour if sign == "swatch" else MUTED))
    line = {"x": x + 1, "y": y, "x2": x + 19, "y2": y, "colour": colour}
    if sign == "swatch":
        drawing.gaps.append({"x": x + 4, "y": y - 5, "x2": x + 16, "y2": y + 5, "colour": colour, "solid": True})
    elif sign == "gap":
        drawing.gaps.append({"x": x + 1, "y": y - 5, "x2": x + 19, "y2": y + 5, "colour": colour})
    elif sign == "bar":
        drawing.bars.append(line)
        drawing.bars += [{**line, "x": at, "x2": at, "y": y - 3, "y2": y + 3} for at in (x + 1, x + 19)]
    elif sign == "target":
        drawing.targets.append(line)
    elif sign == "differing":
        drawing.links.append({**line, "x": x + 5, "y": y + 5, "x2": x + 15, "y2": y - 5})
        for at, up in ((x + 5, y + 5), (x + 15, y - 5)):
            drawing.points.append(_sign(at, up, "circle", colour, colour) | {"size": 22})
    else:
        shape = SHAPES.get(sign, "circle")
        fill = PAPER if sign == "doubtful" else "transparent" if sign == "rejected" else colour
        drawing.points.append(_sign(x + 10, y, shape, colour, fill))


def _sign(x: float, y: float, shape: str, colour: str, fill: str) -> Mark:
    return {"x": x, "y": y, "shape": shape, "colour": colour, "fill": fill, "size": 72, "claim": None, "told": ""}


def _caption(drawing: Drawing, shown: Timeline, words: Words) -> None:
    for number, line in enumerate(layout.wrapped(caption(shown, words), drawing.width)):
        drawing.texts.append(_text(0, drawing.height + 15 + _BELOW + 15 * number, line))


def caption(shown: Timeline, words: Words) -> str:
    """How many numbers, from where and when, and what of them is not or not wholly in the picture."""
    text = telling.caption(words, shown)
    last = layout.frame(shown, 1, 1).last
    if any(point.target and point.when and point.when.end > last for point in shown.points):
        text += " " + words.text("Targets beyond {year} are drawn to the edge.", year=last.year)
    return text
