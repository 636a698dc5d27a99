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
    """What may follow the words so far, and the keys of the phrases that end with them.

    ``as_written`` has those of phrases that count in one spelling only, by its words.
    """

    after: dict[str, _Node] = field(default_factory=dict)
    keys: tuple[int, ...] = ()
    as_written: dict[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)


class PhraseTree:
    """Phrases as sequences of words, each with the key it was added under."""

    def __init__(self) -> None:
        """No phrases yet."""
        self._root = _Node()

    def add(self, key: int, words: Sequence[str], *, case: bool) -> None:
        """Adds a phrase, in any case or just as written; a key may have many, and a phrase many keys."""
        node, written = self._root, tuple(words)
        for word in words:
            node = node.after.setdefault(word.lower(), _Node())
        known = node.as_written.get(written, ()) if case else node.keys
        if key in known:
            return
        if case:
            node.as_written[written] = (*known, key)
        else:
            node.keys = (*known, key)

    def find(self, printed: Sequence[str], lowered: Sequence[str]) -> list[tuple[int, int, int]]:
        """Every phrase in the words, those in longer ones too: its key, its first word, the one behind its last.

        ``lowered`` are the words in lower case.
        """
        found: list[tuple[int, int, int]] = []
        begins, count = self._root.after, len(lowered)
        for start in compress(range(count), map(begins.__contains__, lowered)):
            node: _Node | None = begins[lowered[start]]
            end = start + 1
            while node is not None:
                for key in node.keys:
                    found.append((key, start, end))
                if node.as_written:
                    for key in node.as_written.get(tuple(printed[start:end]), ()):
                        found.append((key, start, end))
                node = node.after.get(lowered[end]) if end < count else None
                end += 1
        return found
