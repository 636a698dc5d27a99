from __future__ import annotations

from datetime import date

import pytest

from extractor.cli.chart import Point, draw, nice_bounds


def lines(points, width=70):
    return [row.plain for row in draw(points, width=width)]


@pytest.mark.parametrize(
    ("low", "high", "bounds"),
    [(16.9, 80.4, (0, 100, 20)), (34, 36.5, (34, 38, 2)), (0, 0, None), (607426, 651652, None)],
)
def test_bounds_are_round_and_hold_the_values(low, high, bounds):
    bottom, top, step = nice_bounds(low, high, 6)
    assert bottom <= low <= high <= top
    assert bounds is None or (bottom, top, step) == pytest.approx(bounds)


def test_nothing_to_draw():
    assert draw([], width=80) == []


def test_higher_is_further_up_and_later_further_right():
    shown = lines([Point(date(2022, 3, 1), 20, "●", "20"), Point(date(2024, 3, 1), 60, "▲", "60")])
    low = next((row, line.index("●")) for row, line in enumerate(shown) if "●" in line)
    high = next((row, line.index("▲")) for row, line in enumerate(shown) if "▲" in line)
    assert high[0] < low[0]
    assert high[1] > low[1]


def test_values_of_one_moment_are_all_drawn_side_by_side():
    day = date(2024, 6, 30)
    shown = lines([Point(day, 36.47, "●", "36.47"), Point(day, 36.4, "●", "36.4"), Point(day, 90, "●", "90")])
    assert sum(line.count("●") for line in shown) == 3
    assert any("●●" in line for line in shown)
    assert all(any(label in line for line in shown) for label in ("36.47", "36.4 ", "90"))


@pytest.mark.parametrize("width", [40, 80, 110])
def test_no_line_is_wider_than_asked(width):
    points = [Point(date(2015 + n, 12, 31), 10.0 * n, "●", f"{10 * n}.25") for n in range(10)]
    assert all(len(line) <= width for line in lines(points, width))


def test_every_year_is_named_where_there_is_room():
    shown = lines([Point(date(2022, 1, 1), 1, "●", "1"), Point(date(2024, 12, 31), 2, "●", "2")])
    assert all(year in shown[-1] for year in ("2022", "2023", "2024"))
