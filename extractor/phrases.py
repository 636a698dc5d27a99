"""Finds thousands of phrases in one walk over the words of a text.

spaCy's ``PhraseMatcher`` does the same, but only over a ``Doc`` of the whole text: to make one costs more than the
walk, and every new figure would stay in the vocabulary for good.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


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

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Every phrase in the words, those in longer ones too: its key, its first word, the one behind its last."""
        begins, count = self._root.after, len(words)
        for start in [place for place, word in enumerate(words) if word in begins]:
            node, end = begins[words[start]], start + 1
            while True:
                for key in node.keys:
                    yield key, start, end
                if end == count or words[end] not in node.after:
                    break
                node, end = node.after[words[end]], end + 1
