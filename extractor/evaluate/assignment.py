"""The best one-to-one pairing of two lists, by total score.

The Hungarian method with potentials (H. W. Kuhn 1955, J. Munkres 1957), cubic in the longer list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")

Score = Callable[[Left, Right], "float | None"]


def best_pairs(left: Sequence[Left], right: Sequence[Right], score: Score[Left, Right]) -> dict[int, int]:
    """Index in ``left`` to index in ``right`` for the pairing with the highest total score.

    ``score`` gives a positive number, or None for two that may not be paired. Among equal totals the
    earlier items are paired, so that the result does not depend on chance.
    """
    size = max(len(left), len(right))
    if not left or not right:
        return {}
    cost = [[0.0] * size for _ in range(size)]
    for row, one in enumerate(left):
        for column, other in enumerate(right):
            cost[row][column] = -(score(one, other) or 0.0)
    return {
        row: column
        for row, column in enumerate(_cheapest(cost))
        if row < len(left) and column < len(right) and cost[row][column] < 0
    }


def _cheapest(cost: list[list[float]]) -> list[int]:
    """The column of each row in a cheapest assignment of a square matrix."""
    size = len(cost)
    row_potential = [0.0] * (size + 1)
    column_potential = [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # the row (from 1) that holds each column (from 1); column 0 is the free slot
    for row in range(1, size + 1):
        row_of[0] = row
        _augment(cost, row_potential, column_potential, row_of)
    assigned = [0] * size
    for column in range(1, size + 1):
        assigned[row_of[column] - 1] = column - 1
    return assigned


def _augment(cost: list[list[float]], rows: list[float], columns: list[float], row_of: list[int]) -> None:
    """Finds a place for the row in slot 0 along the cheapest path and shifts the others along it."""
    size = len(cost)
    reach = [float("inf")] * (size + 1)
    came_from = [0] * (size + 1)
    seen = [False] * (size + 1)
    here = 0
    while row_of[here]:
        seen[here] = True
        row = row_of[here]
        for column in range(1, size + 1):
            reduced = cost[row - 1][column - 1] - rows[row] - columns[column]
            if not seen[column] and reduced < reach[column]:
                reach[column], came_from[column] = reduced, here
        there = min((c for c in range(1, size + 1) if not seen[c]), key=lambda c: reach[c])
        step = reach[there]
        for column in range(size + 1):
            if seen[column]:
                rows[row_of[column]] += step
                columns[column] -= step
            else:
                reach[column] -= step
        here = there
    while here:
        row_of[here] = row_of[came_from[here]]
        here = came_from[here]
