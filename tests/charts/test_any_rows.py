"""Whatever is stored can be drawn: nothing raises, and every mark is on the picture."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.charts import AXES, Choice, drawing, telling, timeline
from extractor.i18n import Words

from .conftest import make_row

DAYS = st.dates().map(str)
PERIODS = st.one_of(
    st.none(),
    DAYS,
    st.integers(1, 9999).map("{:04}".format),
    st.dates().map(lambda day: str(day)[:7]),
    st.sampled_from(["2023", "2024", "2024-08", "2024-08-17"]),
)
VALUES = st.one_of(
    st.decimals(-10, 10**9, places=2).map(str), st.sampled_from(["0", "36.4", "100", "1E+30", "0.0000001"])
)
ROWS = st.builds(
    make_row,
    VALUES,
    PERIODS,
    PERIODS,
    kind=st.sampled_from(["achieved", "achieved", "target", "gap"]),
    status=st.sampled_from(["pending", "accepted", "corrected", "rejected"]),
    value_max=st.one_of(st.none(), VALUES),
    segments=st.lists(st.sampled_from(["INFORMAL", "PU", "OTHER:kuli; <b>"]), max_size=4, unique=True),
    region_name=st.one_of(st.none(), st.text(max_size=30)),
    publisher=st.one_of(st.none(), st.text(max_size=60)),
    gap_to=st.sampled_from([None, "target"]),
    document_id=st.sampled_from(["a", "b"]),
)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(ROWS, max_size=12), by=st.sampled_from(AXES), width=st.sampled_from([262, 780]))
def test_any_rows_can_be_drawn(rows, by, width):
    shown = timeline(rows, [("18", "Lampung")], Choice(by=by, rejected=True))
    for language in ("en", "id"):
        words = Words(language)
        assert all(telling.describe(words, point) for point in shown.listed)
        if shown.points:
            drawn = drawing.draw(shown, words, width=width)
            for mark in (*drawn.points, *drawn.bars, *drawn.targets, *drawn.gaps):
                assert math.isfinite(mark["x"])
                assert math.isfinite(mark["y"])
            for mark in drawn.points:
                assert -1 <= mark["x"] <= width + 1
                assert mark["y"] <= drawn.height + 1
