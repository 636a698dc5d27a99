"""Round bounds and steps for the axes of the terminal's chart and of the picture."""

from __future__ import annotations

import math


def nice_bounds(low: float, high: float, lines: int) -> tuple[float, float, float]:
    """Round bounds around ``low..high`` and the step between at most ``lines`` grid lines."""
    span = max(high - low, abs(high) * 0.2, 1e-9)
    magnitude = 10.0 ** math.floor(math.log10(span / lines))
    step = next(factor * magnitude for factor in (1, 2, 5, 10, 20) if span / (factor * magnitude) <= lines - 1)
    bottom = math.floor(low / step) * step
    return bottom, max(math.ceil(high / step) * step, bottom + step), step
