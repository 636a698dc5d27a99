"""A review session: where the reviewer stands in the queue and what each key decides. Knows no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.cli import wording

if TYPE_CHECKING:
    from extractor.store import Counted, Store

Json = Mapping[str, Any]
DONE = {"accept": "accepted", "reject": "rejected", "flag": "flagged", "correct": "corrected"}


@dataclass
class Session:
    """The claims to review, in order, and the decisions taken in this sitting.

    ``clock`` gives the time of a decision (ISO 8601, UTC), ``filters`` what the queue was chosen by.
    Decisions are only ever added to the store; undo adds one too.
    """

    store: Store
    queue: Sequence[str]
    reviewer: str
    clock: Callable[[], str]
    filters: Mapping[str, Any] = field(default_factory=dict)
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

    def count(self) -> Counted:
        """The claims that a decision on all of the filter's would be about."""
        return self.store.counted(**self.filters)

    def decide_all(self, action: str, seen: Counted) -> str:
        """Decide on all of them, as counted; the queue begins anew with what is left."""
        made = self.store.decide_all(action, seen=seen, reviewer=self.reviewer, at=self.clock(), **self.filters)
        self.taken[DONE[action]] += len(made)
        self.queue, self.position = self.store.queue_ids(**self.filters), 0
        return f"{DONE[action]} all {len(made)}; u undoes them together"

    def undo(self) -> str:
        """Take the reviewer's last decision back, with all its batch, and return to its claim."""
        undone = self.store.undo(reviewer=self.reviewer, at=self.clock())
        if undone is None:
            return "nothing to undo"
        claim_id = undone.claim_id
        back = [row["claim_id"] for row in undone.rows if row["claim_id"] not in set(self.queue)]
        self.queue = [*self.queue[: self.position], *back, *self.queue[self.position :]]
        self.position = list(self.queue).index(claim_id)
        self.taken["undone"] += len(undone.rows)
        if undone.left:
            return f"undone: {len(undone.rows)}; {len(undone.left)} left, somebody has decided on them since"
        if len(undone.rows) > 1:
            return f"undone: all {len(undone.rows)} of the last decision"
        return f"undone; the claim is {self.store.claim(claim_id)['status']} again"

    def summary(self) -> str:
        """What was done in this sitting and what is left."""
        done = ", ".join(f"{count} {word}" for word, count in self.taken.items()) or "nothing decided"
        left = len(self.queue) - self.position
        return f"{done}; {left} left" if left else f"{done}; nothing left to review"
