"""Quotations: what stands between marks, whichever marks the typist used."""

from __future__ import annotations

import pytest

from extractor.claims.quotations import find_quotations

SPEECH = "Cakupan di sini baru 30 persen"
QUOTED = [
    (f'"{SPEECH}," ujarnya.', [f'"{SPEECH},"']),
    (f"“{SPEECH},” ujarnya.", [f"“{SPEECH},”"]),
    (f"”{SPEECH},” ujarnya.", [f"”{SPEECH},”"]),  # a closing mark typed for an opening one
    (f"” {SPEECH},” ujarnya.", [f"” {SPEECH},”"]),
    (f'Ia berkata: "{SPEECH}."', [f'"{SPEECH}."']),
    (f'"{SPEECH}," ujarnya. "{SPEECH} saja."', [f'"{SPEECH},"', f'"{SPEECH} saja."']),
    (f'"{SPEECH} "UCJ" katanya," ujarnya.', [f'"{SPEECH} "UCJ"']),  # an inner mark closes: known and harmless
    ('Program "UCJ" naik.', []),  # a term, not a statement
    (f"{SPEECH}.", []),
    (f'"{SPEECH}.\n"{SPEECH} juga," ujarnya.', [f'"{SPEECH}.', f'"{SPEECH} juga,"']),
    (f"“{SPEECH}.\n{SPEECH} juga,” ujarnya.", [f"“{SPEECH}.", f"{SPEECH} juga,”"]),
    (f"{SPEECH} juga,” ujarnya.", []),  # never opened
]


@pytest.mark.parametrize(("text", "expected"), QUOTED, ids=[row[0] for row in QUOTED])
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[row.start : row.end] for row in find_quotations(text)] == expected


def test_a_speech_over_paragraphs_is_left_open() -> None:
    first, second = find_quotations(f'"{SPEECH}.\n"{SPEECH} juga," ujarnya.')
    assert (first.open, second.open) == (True, False)
