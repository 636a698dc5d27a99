"""Texts that break off, as search results and quotations do: whatever stands at the end, they are read."""

from __future__ import annotations

import re

import pytest

from extractor.pipeline import extract
from extractor.read import read
from extractor.resources import data_folder

TEXTS = sorted(data_folder("corpus").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_cut_behind_every_comma(path) -> None:
    text = read(path.read_bytes(), media_type=None, uri=None).text
    for cut in [match.end() for match in re.finditer(r"[,)(] ?", text)]:
        found = extract(text[max(0, cut - 600) : cut].encode(), media_type="text/plain")
        assert all(found.document.text[row.start : row.end] == row.quote for row in found.mentions)


def test_an_office_at_the_very_end() -> None:
    text = "Bupati Sigi melalui Asisten Pemerintahan dan Kesejahteraan Rakyat (Kesra) Sekretariat Daerah (Setda) Sigi, "
    assert extract(text.encode(), media_type="text/plain").mentions
