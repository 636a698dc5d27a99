"""A review session: where the reviewer stands in the queue and what each key decides. Knows no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.cli import wording

if TYPE_CHECKING:
    from extractor.store import Store

Json = Mapping[str, Any]
DONE = {"accept": "accepted", "reject": "rejected", "flag": "flagged", "correct": "corrected"}


@dataclass
class Session:
    """The claims to review, in order, and the decisions taken in this sitting.

    ``clock`` gives the time of a decision (ISO 8601, UTC). Decisions are only ever added to the store;
    undo adds one too.
    """

    store: Store
    queue: Sequence[str]
    reviewer: str
    clock: Callable[[], str]
    position: int = 0
    taken: Counter[str] = field(default_factory=Counter)
    _seen: str | None = None

    def __post_init__(self) -> None:
        self.queue = list(self.queue)

    @property
    def current(self) -> str | None:
        """The id of the claim to look at, None at the end."""
        return self.queue[self.position] if self.position < len(self.queue) else None

    def look(self) -> Json:
        """The current claim as it stands; a decision on it counts as taken in this knowledge."""
        claim = self.store.claim(self.queue[self.position])
        self._seen = claim["last_decision_id"]
        return claim

    def decide(self, action: str, changes: dict[str, Any] | None = None) -> str:
        """Record a decision on the current claim and say so; all but a correction move on to the next.

        Raises StoreError when somebody decided on it since ``look``.
        """
        claim_id = self.queue[self.position]
        self.store.decide(
            claim_id,
            action,
            reviewer=self.reviewer,
            at=self.clock(),
            changes=changes,
            seen=self._seen,
        )
        self.taken[DONE[action]] += 1
        if action != "correct":
            self.position += 1
        return f"{DONE[action]}: {wording.one_line(self.store.claim(claim_id))}"

    def skip(self) -> str:
        """Leave the current claim pending and go on."""
        self.position += 1
        return "skipped; it stays pending"

    def undo(self) -> str:
        """Take the reviewer's last decision back and return to its claim."""
        undone = self.store.undo(reviewer=self.reviewer, at=self.clock())
        if undone is None:
            return "nothing to undo"
        claim_id = undone.claim_id
        if claim_id in self.queue:
            self.position = list(self.queue).index(claim_id)
        else:
            self.queue = [*self.queue[: self.position], claim_id, *self.queue[self.position :]]
        self.taken["undone"] += 1
        return f"undone; the claim is {self.store.claim(claim_id)['status']} again"

    def summary(self) -> str:
        """What was done in this sitting and what is left."""
        done = ", ".join(f"{count} {word}" for word, count in self.taken.items()) or "nothing decided"
        left = len(self.queue) - self.position
        return f"{done}; {left} left" if left else f"{done}; nothing left to review"
