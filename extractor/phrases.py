"""Finds thousands of phrases in one walk over the words of a text.

spaCy's ``PhraseMatcher`` does the same, but only over a ``Doc`` of the whole text: to make one costs more than the
walk, and every new figure would stay in the vocabulary for good.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress


@dataclass(slots=True)
class _Node:
    """What may follow the words so far, and the keys of the phrases that end with them."""

    after: dict[str, _Node] = field(default_factory=dict)
    keys: tuple[int, ...] = ()


class PhraseTree:
    """Phrases as sequences of words, each with the key it was added under."""

    def __init__(self) -> None:
        """No phrases yet."""
        self._root = _Node()

    def add(self, key: int, words: Sequence[str]) -> None:
        """Adds a phrase; a key may have many, and a phrase many keys."""
        node = self._root
        for word in words:
            node = node.after.setdefault(word, _Node())
        if key not in node.keys:
            node.keys = (*node.keys, key)

    def find(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Every phrase in the words, those in longer ones too: its key, its first word, the one behind its last."""
        found: list[tuple[int, int, int]] = []
        begins, count = self._root.after, len(words)
        for start in compress(range(count), map(begins.__contains__, words)):
            node: _Node | None = begins[words[start]]
            end = start + 1
            while node is not None:
                for key in node.keys:
                    found.append((key, start, end))
                node = node.after.get(words[end]) if end < count else None
                end += 1
        return found
