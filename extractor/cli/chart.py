"""A small scatter chart of characters: points over time, each with its value printed beside it.

Nothing is averaged or joined by lines: two values reported for one time are two points, side by side
when they fall on one cell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from extractor.charts.scales import nice_bounds

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True)
class Point:
    """A value at a day, the symbol it is drawn with, the label beside it and a rich style for both."""

    day: date
    value: float
    symbol: str
    label: str
    style: str = ""


class _Grid:
    """Cells of one character and one style each."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells = [[(" ", "")] * width for _ in range(height)]

    def free(self, row: int, column: int, length: int) -> bool:
        """Whether a run of cells is inside the grid and empty."""
        if not 0 <= row < self.height or column < 0 or column + length > self.width:
            return False
        return all(cell[0] in " ·" for cell in self._cells[row][column : column + length])

    def put(self, row: int, column: int, text: str, style: str = "") -> None:
        """Write ``text`` from a cell on."""
        for offset, character in enumerate(text):
            self._cells[row][column + offset] = (character, style)

    def row(self, row: int) -> Text:
        """A row as styled text."""
        from rich.text import Text

        return Text.assemble(*self._cells[row])


def draw(points: Sequence[Point], *, width: int, height: int = 12) -> list[Text]:
    """The chart as lines of text, at most ``width`` cells wide; nothing for no points."""
    if not points:
        return []
    bottom, top, step = nice_bounds(min(p.value for p in points), max(p.value for p in points), height // 2)
    names = {_row(tick, bottom, top, height): f"{tick:,.10g}" for tick in _ticks(bottom, top, step)}
    margin = max(len(name) for name in names.values()) + 2
    grid = _Grid(max(width - margin, 20), height)
    for row in names:
        grid.put(row, 0, "·" * grid.width, "dim")
    first, last = _time_bounds([point.day for point in points])
    room = max(len(point.label) for point in points) + 3
    for point in sorted(points, key=lambda p: (p.day, -p.value)):
        column = _column(point.day, first, last, grid.width - room)
        _place(grid, point, _row(point.value, bottom, top, height), column)
    return [
        *(_axis(names.get(row, ""), margin) + grid.row(row) for row in range(height)),
        *_time_axis(first, last, margin, grid.width, room),
    ]


def _ticks(bottom: float, top: float, step: float) -> list[float]:
    return [bottom + step * number for number in range(round((top - bottom) / step) + 1)]


def _row(value: float, bottom: float, top: float, height: int) -> int:
    return height - 1 - round((value - bottom) / (top - bottom) * (height - 1))


def _time_bounds(days: Sequence[date]) -> tuple[int, int]:
    """Ordinals of the first and the last day shown: whole years, so that the ticks are years."""
    return date(min(days).year, 1, 1).toordinal(), date(max(days).year, 12, 31).toordinal()


def _column(day: date, first: int, last: int, width: int) -> int:
    return round((day.toordinal() - first) / (last - first) * (width - 1))


def _place(grid: _Grid, point: Point, row: int, column: int) -> None:
    """The symbol in the first free cell from its own on, the label right, left, above or below it."""
    while column < grid.width - 1 and not grid.free(row, column, 1):
        column += 1
    grid.put(row, column, point.symbol, point.style)
    label = f" {point.label} "
    spots = [(row, column + 1), (row, column - len(label)), (row - 1, column), (row + 1, column)]
    for spot_row, spot_column in spots:
        if grid.free(spot_row, spot_column, len(label)):
            grid.put(spot_row, spot_column, label, point.style)
            return


def _axis(name: str, margin: int) -> Text:
    from rich.text import Text

    return Text(f"{name:>{margin - 2}} {'┤' if name else '│'}", "dim")


def _time_axis(first: int, last: int, margin: int, width: int, room: int) -> list[Text]:
    from rich.text import Text

    line, names = ["─"] * width, [" "] * (width + 4)
    start, end = date.fromordinal(first).year, date.fromordinal(last).year
    every = math.ceil((end - start + 1) * 7 / max(width - room, 7))
    for year in range(start, end + 1, every):
        column = _column(date(year, 1, 1), first, last, width - room)
        line[column] = "┬"
        names[column : column + 4] = str(year)
    blank = " " * (margin - 1)
    return [Text(f"{blank}└{''.join(line)}", "dim"), Text(f"{blank} {''.join(names).rstrip()}", "dim")]
