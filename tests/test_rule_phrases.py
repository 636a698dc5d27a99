"""Phrases of rule files: braces stand for every choice of the words in them."""

from __future__ import annotations

import pytest

from extractor.errors import RuleError
from extractor.rules import expand_phrase


@pytest.mark.parametrize(
    ("phrase", "expanded"),
    [
        ("pekerja rentan", ["pekerja rentan"]),
        ("{aparat,staf} {desa,nagari}", ["aparat desa", "aparat nagari", "staf desa", "staf nagari"]),
        ("{,ketua }RT", ["RT", "ketua RT"]),
        ("pedagang{, pasar}", ["pedagang", "pedagang pasar"]),
        ("usaha mikro, kecil", ["usaha mikro, kecil"]),
    ],
)
def test_braces_stand_for_every_choice(phrase: str, expanded: list[str]) -> None:
    assert expand_phrase(phrase, "x.toml") == expanded


@pytest.mark.parametrize("phrase", ["{aparat desa", "aparat} desa", "{{aparat,staf} desa"])
def test_a_brace_without_its_other_half_is_refused(phrase: str) -> None:
    with pytest.raises(RuleError, match=r"x\.toml: a brace of .* lacks its other half"):
        expand_phrase(phrase, "x.toml")
