"""Any course of reviewing, from the terminal and from the page, over restarts and a rule change.

What the decisions add up to is worked out by a model of its own, which keeps a list of events per claim; the
log of the store may only ever grow.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.cli.review.session import Session
from extractor.store import Conflict, Store
from extractor.web.serve import Options

from ..store.conftest import TEXT, Maker
from .conftest import Served, serving

AT = "2025-03-02T08:00:00Z"
KINDS = ("achieved", "target", "gap", "share")
PEOPLE = ("Ani", "Budi")
API = "/-/cakupan/api/review"


@dataclass
class Event:
    """One decision as the model keeps it."""

    who: str
    action: str
    number: int
    kind: str | None = None
    batch: int | None = None
    judged: str | None = None  # the kind that the machine read when it was decided
    held: str | None = None  # the kind that the claim had with the decision


@dataclass
class Model:
    """Events in force per claim, and what the machine reads today."""

    machine: dict[str, str]
    events: dict[str, list[Event]] = field(default_factory=dict)
    numbers: Any = field(default_factory=count)
    log: int = 0

    def standing(self, claim: str) -> tuple[str, int, str, int]:
        """Status, flag, kind and whether the decision stands against what is read today."""
        kind, status, flagged, corrected, last = self.machine[claim], "pending", 0, False, None
        for event in self.events.get(claim, []):
            if event.action == "flag":
                flagged = 1
                continue
            kind = event.kind or kind
            corrected = corrected or event.action == "correct"
            status = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}[event.action]
            status = "corrected" if corrected and status == "accepted" else status
            last = event
        differs = 0
        if last is not None:
            fine = {last.judged} if status == "rejected" else {last.judged, last.held}
            differs = int(self.machine[claim] not in fine)
        return status, flagged, kind, differs

    def open(self) -> list[str]:
        """The claims that are to be reviewed."""
        return [claim for claim in self.machine if self.standing(claim)[0] == "pending" or self.standing(claim)[3]]

    def decide(self, who: str, claim: str, action: str, kind: str | None = None, batch: int | None = None) -> None:
        """Adds a decision."""
        held = kind or self.standing(claim)[2]
        event = Event(who, action, next(self.numbers), kind, batch, self.machine[claim], held)
        self.events.setdefault(claim, []).append(event)
        self.log += 1

    def undo(self, who: str) -> str:
        """Takes back the latest of a reviewer: ``nothing``, ``conflict`` or ``undone``."""
        mine = [event for events in self.events.values() for event in events if event.who == who]
        if not mine:
            return "nothing"
        latest = max(mine, key=lambda event: event.number)
        meant = [
            event for event in mine if event is latest or (event.batch is not None and event.batch == latest.batch)
        ]
        free = [(claim, event) for claim, events in self.events.items() for event in meant if events[-1:] == [event]]
        for claim, event in free:
            self.events[claim].remove(event)
        self.log += len(free)
        return "undone" if free else "conflict"


decisions = st.tuples(
    st.just("decide"), st.sampled_from(("terminal", "page")), st.sampled_from(PEOPLE), st.integers(0, 3),
    st.sampled_from(("accept", "reject", "flag", "correct")), st.sampled_from(KINDS),
)  # fmt: skip
steps = st.one_of(
    decisions,
    decisions,
    st.tuples(st.just("undo"), st.sampled_from(("terminal", "page")), st.sampled_from(PEOPLE)),
    st.tuples(st.just("bulk"), st.sampled_from(PEOPLE), st.sampled_from(("accept", "reject"))),
    st.tuples(st.just("restart")),
    st.tuples(st.just("rules"), st.integers(0, 3), st.sampled_from(KINDS)),
    st.tuples(st.just("late"), st.integers(0, 3)),
)


class Terminal:
    """The terminal's face: a session looks at the claim and decides."""

    def __init__(self, store: Store, people: dict[str, str]) -> None:
        self.store, self.people = store, people

    def decide(self, who: str, claim: str, action: str, kind: str | None) -> None:
        session = Session(self.store, [claim], self.people[who], lambda: AT)
        session.look()
        session.decide(action, {"kind": kind} if kind else None)

    def undo(self, who: str) -> str:
        try:
            said = Session(self.store, [], self.people[who], lambda: AT).undo()
        except Conflict:
            return "conflict"
        return "nothing" if said == "nothing to undo" else "undone"


class Page:
    """The page's face: requests as its script sends them."""

    def __init__(self, served: Served, people: dict[str, str]) -> None:
        self.clients = {who: served.reviewer(name) for who, name in people.items()}

    def decide(self, who: str, claim: str, action: str, kind: str | None) -> None:
        client = self.clients[who]
        facts = client.get(f"{API}/claim/{claim}").json()["facts"]
        told = {**{name: facts[name] for name in ("claim", "seen", "cursor")}, "action": action}
        answer = client.post(f"{API}/decide", json={**told, "key": "k", "typed": kind or ""})
        assert answer.status_code == 200, answer.text

    def undo(self, who: str) -> str:
        answer = self.clients[who].post(f"{API}/undo", json={})
        if answer.status_code == 409:
            return "conflict"
        return "undone" if "html" in answer.json() else "nothing"

    def decide_all(self, who: str, action: str, document: str) -> int:
        client, chosen = self.clients[who], {"document": document}
        seen = client.get(f"{API}/counted", params=chosen).json()
        if seen["count"]:
            told = {**seen, "action": action, "filters": chosen}
            assert client.post(f"{API}/bulk", json=told).json()["count"] == seen["count"]
        return int(seen["count"])


class Programs:
    """The terminal's store and the page's server on one database."""

    def __init__(self, path: Path) -> None:
        self.path, self.restarts = path, 0
        self.terminal, self.server = ExitStack(), ExitStack()
        self.restart()

    def restart(self) -> None:
        """Both begin anew; the server, which opens the database for every request, every fifth time."""
        self.terminal.close()
        self.store = self.terminal.enter_context(closing(Store.open(self.path)))
        if self.restarts % 5 == 0:
            self.server.close()
            self.served = self.server.enter_context(serving(Options(self.path, port=0, reviewer="Ani")))
        self.restarts += 1

    def close(self) -> None:
        """Ends both."""
        self.terminal.close()
        self.server.close()


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programs]:
    with closing(Programs(tmp_path_factory.mktemp("course") / "cakupan.db")) as opened:
        yield opened


class Run:
    """The store and the model side by side."""

    def __init__(self, programs: Programs, make: Any) -> None:
        self.programs, number = programs, next(_numbers)
        self.people = {who: f"{who} {number}" for who in PEOPLE}  # an undo is about a person's own decisions
        self.begin()
        text = f"{TEXT}\nNomor {next(_numbers)}."
        self.capture = make.capture(text=text, uri=None)
        self.extraction = make.extraction(self.capture, text)
        self.store.add(self.capture, self.extraction)
        self.filters = {"document": self.capture.sha256}
        rows = self.store.claims(**self.filters)
        self.names = [row["claim_id"] for row in rows]
        self.model = Model({row["claim_id"]: row["kind"] for row in rows})
        self.before = self.log()

    def begin(self) -> None:
        """Opens both faces."""
        self.store = self.programs.store
        self.page = Page(self.programs.served, self.people)
        self.faces = {"terminal": Terminal(self.store, self.people), "page": self.page}

    def log(self) -> list[tuple[Any, ...]]:
        """Every decision of the database, as stored."""
        return self.store.db.conn.execute("SELECT * FROM decisions ORDER BY sequence").fetchall()

    def decide(self, face: str, who: str, which: int, action: str, kind: str) -> None:
        """One decision by either face."""
        claim = self.names[which]
        if action == "correct" and self.model.standing(claim)[2] == kind:
            return
        changed = kind if action == "correct" else None
        self.faces[face].decide(who, claim, action, changed)
        self.model.decide(who, claim, action, changed)

    def undo(self, face: str, who: str) -> None:
        """An undo by either face does what the model says."""
        assert self.faces[face].undo(who) == self.model.undo(who)

    def bulk(self, who: str, action: str) -> None:
        """A bulk decision on what the document's filter means."""
        meant = self.model.open()
        assert self.page.decide_all(who, action, self.capture.sha256) == len(meant)
        batch = next(_numbers)
        for claim in meant:
            self.model.decide(who, claim, action, batch=batch)

    def rules(self, which: int, kind: str) -> None:
        """New rules read one claim otherwise."""
        claims = tuple(
            dataclasses.replace(claim, kind=kind) if claim.id == self.names[which] else claim
            for claim in self.extraction.claims
        )
        self.extraction = dataclasses.replace(self.extraction, claims=claims)
        self.store.replace(self.capture, self.extraction, at=AT)
        self.model.machine[self.names[which]] = kind

    def late(self, which: int) -> None:
        """A decision made in ignorance of a newer one is refused and leaves nothing."""
        claim = self.names[which]
        chain = self.store.decisions(claim)
        if chain:
            old = chain[-2]["id"] if len(chain) > 1 else None
            try:
                self.store.decide(claim, "accept", reviewer="Budi", at=AT, seen=old)
            except Conflict:
                return
            raise AssertionError("a decision that saw less than there is was taken")

    def restart(self) -> None:
        """The programs end and start again."""
        self.programs.restart()
        self.begin()

    def check(self) -> None:
        """The log only grew, by as much as the model says, and every list tells what the model tells."""
        now = self.log()
        assert now[: len(self.before)] == self.before
        rows = {row["claim_id"]: row for row in self.store.claims(**self.filters)}
        for claim in self.names:
            row = rows[claim]
            told = (row["status"], row["flagged"], row["kind"], row["differs_from_reviewed"])
            assert told == self.model.standing(claim)
        assert sorted(self.store.queue_ids(**self.filters)) == sorted(self.model.open())
        assert len(now) - len(self.before) == self.model.log
        self.before, self.model.log = now, 0


_numbers = count()


@given(st.lists(steps, min_size=4, max_size=12))
@settings(max_examples=25, deadline=None)
def test_any_course_of_reviewing_keeps_the_log_and_the_right_claims(
    programs: Programs, course: list[tuple[Any, ...]]
) -> None:
    run = Run(programs, Maker())
    for name, *arguments in course:
        getattr(run, name)(*arguments)
        run.check()
