"""What was decided of a cluster of numbers, and what its rules may look at (``Case``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.frozen import dataclass
from extractor.language import Sentence
from extractor.model import Cue

COVER = ("coverage", "covered", "registered", "active", "inactive", "participant")
DISTRACTORS = {
    "benefit": "it counts benefits or claims paid",
    "contribution": "it measures contributions or wages",
    "unemployment": "it is a labour market figure",
    "investment": "it measures managed funds or returns",
    "compliance": "it measures the compliance of employers",
    "economy": "it is a poverty, price or satisfaction figure",
    "event": "it counts those who attended an event",
    "aid": "it counts aid paid out",
    "use": "it counts users of a service, or trainees",
}
OTHER = (*DISTRACTORS, "health")
_OF_SCHEME = frozenset((*COVER, "jamsostek"))
_OF_COVER = frozenset((*COVER, "uncovered"))
_OF_CONTENT = frozenset((*COVER, "uncovered", "funded", "planned", "base", *OTHER))
ENTITY_UNITS = ("villages", "companies", "projects")
_REACH = 5  # sentences that a topic once named goes on for
_FORWARD = re.compile(r"[,;]|\b(?:dan|serta|lalu|kemudian|disusul|diikuti|menyusul|sementara|sedangkan|hingga)\b")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a cluster's numbers mean. ``source`` is the decided cluster whose subject this one continues."""

    kind: str
    rule: str
    indicator: str | None = None
    gap_to: str | None = None
    direction: str | None = None
    change_basis: str | None = None
    population: str | None = None
    unit: str | None = None
    source: Decided | None = None

    @property
    def is_part(self) -> bool:
        """Whether the number is a part of one told before."""
        return self.rule in ("kind.part", "kind.part.sum")

    @property
    def is_listed(self) -> bool:
        """Whether the number is an item of a list that a sentence of its own introduces."""
        return self.rule in ("kind.achieved.list", "kind.planned.list")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a number is not claimed, in words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A cluster with its decision."""

    cluster: Cluster
    decision: Decision

    @property
    def unit(self) -> str | None:
        """The unit it was decided to have, else that of its first number."""
        return self.decision.unit or self.cluster.slots[0].quantity.unit


Answer = Decision | Refusal | None


@dataclass(frozen=True)
class Case:
    """A cluster to be decided, with its document and what was decided before it."""

    cluster: Cluster
    context: Context
    decided: Sequence[Decided]

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.context.text

    @property
    def low(self) -> str:
        """The text in lower case, for patterns that ask for words in any case."""
        return self.context.low

    @property
    def left(self) -> str:
        """The words of the left window."""
        return self.text[self.cluster.left_start : self.cluster.start]

    @property
    def low_left(self) -> str:
        """The same in lower case."""
        return self.context.low[self.cluster.left_start : self.cluster.start]

    @property
    def unit(self) -> str | None:
        """The unit of the first number; None for a bare one."""
        return self.cluster.slots[0].quantity.unit

    @property
    def noun(self) -> str:
        """The first number with what it counts, in lower case: ``5.000 peserta``, ``5.000 orang peserta``."""
        slot = self.cluster.slots[0].mention
        return self.low[slot.start : slot.end if len(self.cluster.slots) > 1 else self.cluster.end]

    @cached_property
    def last(self) -> Decided | None:
        """The last statement before; a level that only serves to compare is passed over."""
        rows = reversed(self.decided)
        return next((row for row in rows if not row.cluster.compared or row.decision.kind == "denominator"), None)

    @cached_property
    def previous(self) -> Decided | None:
        """The statement right before this one in the same sentence."""
        if self.decided and self.decided[-1].cluster.sentence.index == self.cluster.sentence.index:
            return self.decided[-1]
        return None

    @cached_property
    def continues(self) -> Decided | None:
        """The last statement, if it stands in this sentence or the one before."""
        if self.last is None:
            return None
        one, two = self.last.cluster.sentence, self.cluster.sentence
        return self.last if two.index - one.index <= 1 and two.paragraph - one.paragraph <= 1 else None

    @cached_property
    def goes_on(self) -> Decided | None:
        """The last statement, while nothing but coverage has been spoken of since.

        The press names coverage once and then goes through places and segments: it holds for five sentences
        and ends at the first word that speaks of benefits, money, jobs or another scheme.
        """
        last, here = self.last, self.cluster.sentence
        if last is None or self.context.prose_between(last.cluster.sentence.index, here.index) > _REACH:
            return None
        between = self.context.cues_in(last.cluster.end, self.cluster.start)
        return None if any(cue.kind in OTHER for cue in between) else last

    @cached_property
    def following(self) -> Cluster | None:
        """The next cluster of the same sentence."""
        return self.context.after(self.cluster)

    @cached_property
    def sentence_cues(self) -> tuple[Cue, ...]:
        """All cues of the sentence."""
        return self.context.cues_in(self.cluster.sentence.start, self.cluster.sentence.end)

    @cached_property
    def sentence_covers(self) -> bool:
        """Whether the sentence speaks of coverage or names the scheme."""
        return any(cue.kind in _OF_SCHEME for cue in self.sentence_cues)

    def joined(self, other: Sentence) -> bool:
        """Whether the number's sentence and another stand in one paragraph, as far as the text has any."""
        return self.context.parsed.joined(other, self.cluster.sentence)

    @cached_property
    def topic(self) -> bool:
        """Whether the sentence, the one before in its paragraph, or the statements before speak of coverage."""
        if not self.running_topic:
            return False
        index = self.cluster.sentence.index
        before = self.context.parsed.sentences[index - 1] if index else None
        if self.sentence_covers:
            return True
        if before is not None and self.joined(before):
            cues = self.context.cues_in(before.start, before.end)
            if any(cue.kind in _OF_COVER for cue in cues):
                return True
        return self.goes_on is not None

    @cached_property
    def running_topic(self) -> bool:
        """Whether the last word of content, in its clause and before it anywhere, is one of coverage."""
        cues = self.context.cues_in(0, max(self.cluster.near_end, self.cluster.end))
        last = next((cue for cue in reversed(cues) if cue.kind in _OF_CONTENT), None)
        return self.sentence_covers if last is None else last.kind not in OTHER

    def coordinated(self) -> bool:
        """Whether a comma or ``dan`` joins this cluster to the one before it in the sentence."""
        if self.previous is None:
            return False
        return bool(_FORWARD.search(self.text, self.previous.cluster.end, self.cluster.start))

    def near_text(self, length: int = 40) -> str:
        """The words right behind the cluster, up to the end of its near window."""
        return self.text[self.cluster.end : min(self.cluster.near_end, self.cluster.end + length)]


def units_of(cluster: Cluster, decision: Decision) -> set[str | None]:
    """What a cluster counts; of ``9.430 ketua RT (8.220 desa, 1.210 kelurahan)`` all are the people before it."""
    if is_of_people(decision):
        return {"workers"}
    return {decision.unit, *(slot.quantity.unit for slot in cluster.slots)}


def is_of_people(decision: Decision) -> bool:
    """Whether a bracket names villages and means the people told before it."""
    return decision.rule == "kind.bracket" and decision.unit == "workers"
