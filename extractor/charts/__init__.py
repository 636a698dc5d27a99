"""Timelines: what was reported about a region over time, and pictures of it.

``timeline`` turns rows of the store into points, pure and without a picture; ``once`` and ``differing`` say what
several reports of one thing add up to. ``picture`` draws (Altair, as SVG or PNG) and ``page`` makes a page of it
that needs no network; both are imported only when they are used.
"""

from __future__ import annotations

from extractor.charts.reports import differing, once, rivals
from extractor.charts.timeline import AXES, EVERYBODY, Choice, Gap, Offer, Point, Timeline, fits, timeline

__all__ = [
    "AXES",
    "EVERYBODY",
    "Choice",
    "Gap",
    "Offer",
    "Point",
    "Timeline",
    "differing",
    "fits",
    "once",
    "rivals",
    "timeline",
]
