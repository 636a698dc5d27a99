"""The words beside dates, by what they tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from extractor.resources import patterns, read_toml


@lru_cache(maxsize=1)
def listed() -> Mapping[str, frozenset[str]]:
    """The lists of ``patterns/dating.toml``."""
    return {name: frozenset(words) for name, words in read_toml(patterns("dating.toml")).items()}
