"""A number that could be claimed, and the statement it is in, with the words around it.

A *slot* is a number that could be claimed (PERCENT or COUNT). Its left window runs from the number before
it, or the clause's start, up to it; its right window up to the next number. A *cluster* is one statement
in two units: ``212.408 pekerja atau 33,1 persen``; its windows lie around all of it.
"""

from __future__ import annotations

import re
from functools import cached_property

from extractor.frozen import dataclass
from extractor.language import Sentence
from extractor.model import Cue, Mention, Quantity

_NUMBER = re.compile(r"[\d.,%]+|\b(?:ribu|juta|persen|lebih)\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """A number that could be claimed, with its sentence and the slot's place in it (from 0)."""

    index: int
    mention: Mention
    quantity: Quantity
    sentence: Sentence

    @property
    def is_percent(self) -> bool:
        """Whether the number is a percentage."""
        return self.mention.label == "PERCENT"

    @property
    def noun(self) -> str:
        """What the number counts, as printed in lower case: ``pengemudi`` of ``7.000 pengemudi``."""
        return _NUMBER.sub("", self.mention.quote.lower()).strip()

    @property
    def counts_participants(self) -> bool:
        """Whether the noun is ``peserta`` alone, which employers and projects are as well as workers."""
        return self.quantity.unit == "workers" and self.mention.quote.lower().endswith("peserta")


@dataclass(frozen=True)
class Cluster:
    """One statement in one or two units, with its windows and the cues in them.

    It runs from the ``start`` of its first number to the ``end`` of its last. ``left`` covers ``[left_start,
    start)``, ``right`` ``[end, right_end)``, ``near`` the part of the right window before the first comma or
    conjunction. ``linked`` says that the text joins it to the cluster before it (``atau``, a bracket) though it
    brings a word of its own, ``compared`` that it only serves to compare another (``dibandingkan Desember 2022 yang
    ...``). Cues within the counted noun (``2.000 peserta``) count as near.
    """

    index: int
    slots: tuple[Slot, ...]
    start: int
    end: int
    sentence: Sentence
    left_start: int
    right_end: int
    near_end: int
    left: tuple[Cue, ...]
    near: tuple[Cue, ...]
    right: tuple[Cue, ...]
    linked: bool
    compared: bool
    first_in_sentence: bool

    @cached_property
    def has_percent(self) -> bool:
        """Whether one of its numbers is a percentage."""
        return any(slot.is_percent for slot in self.slots)

    @cached_property
    def has_count(self) -> bool:
        """Whether one of its numbers is a count."""
        return any(not slot.is_percent for slot in self.slots)

    @cached_property
    def _kinds_left(self) -> frozenset[str]:
        return frozenset([cue.kind for cue in self.left])

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return self._kinds_left.union([cue.kind for cue in self.near])

    def last(self, *kinds: str) -> Cue | None:
        """The last cue of these kinds in the left window."""
        if self._kinds_left.isdisjoint(kinds):  # nine times in ten; asked by every other rule
            return None
        return next(cue for cue in reversed(self.left) if cue.kind in kinds)

    def says(self, *kinds: str) -> bool:
        """Whether a cue of these kinds stands in the left window or near on the right."""
        return not self._kinds.isdisjoint(kinds)
