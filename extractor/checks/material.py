"""What the checks look at, and which claims of a document belong together.

Claims belong together when the extraction put them into one group, when they stand in one sentence, or
when they speak of the same subject at the same time. Only then may a check say *disagrees*: a base is
taken because the text names it, never because it would fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.checks.ids import finding
from extractor.language import Parsed
from extractor.model import Claim, Document, Finding, Mention

COUNTS = frozenset({"workers", "villages", "companies", "projects", "regions"})


@dataclass(frozen=True)
class Material:
    """A document with its mentions and claims, and what the checks ask of them."""

    document: Document
    parsed: Parsed
    mentions: Sequence[Mention]
    claims: Sequence[Claim]

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        return {mention.id: (mention.start, mention.end) for mention in self.mentions}

    @cached_property
    def _sentences(self) -> dict[str, frozenset[int]]:
        """The sentences of a claim: of its evidence and of every mention of it."""
        found = {}
        for claim in self.claims:
            starts = [claim.evidence.start, *(self._spans[m][0] for m in claim.mentions if m in self._spans)]
            found[claim.id] = frozenset(self.parsed.sentence_at(start).index for start in starts)
        return found

    def finding(
        self,
        check: str,
        verdict: str,
        claims: Iterable[Claim],
        message: str,
        *,
        expected: str | None = None,
        found: str | None = None,
        reason: str | None = None,
    ) -> Finding:
        """A finding about claims of this document."""
        ids = [claim.id for claim in claims]
        return finding(self.document.id, check, verdict, ids, message, expected=expected, found=found, reason=reason)

    def together(self, one: Claim, other: Claim) -> bool:
        """Whether the text ties two claims: one group or one sentence."""
        return one.group == other.group or bool(self._sentences[one.id] & self._sentences[other.id])

    def follows(self, one: Claim, other: Claim) -> bool:
        """Whether they stand in one paragraph, in the same sentence or in neighbouring ones."""
        sentences = self.parsed.sentences
        return any(
            abs(a - b) <= 1 and sentences[a].paragraph == sentences[b].paragraph
            for a in self._sentences[one.id]
            for b in self._sentences[other.id]
        )

    def nearby(self, one: Claim, other: Claim) -> bool:
        """Whether they stand in one paragraph or in neighbouring ones."""
        sentences = self.parsed.sentences
        return any(
            abs(sentences[a].paragraph - sentences[b].paragraph) <= 1
            for a in self._sentences[one.id]
            for b in self._sentences[other.id]
        )

    def distance(self, one: Claim, other: Claim) -> int:
        """Characters between the nearest mentions of two claims."""
        return min(abs(a - b) for a in self.starts(one) for b in self.starts(other))

    def starts(self, claim: Claim) -> list[int]:
        """Where its number stands: the evidence and every mention."""
        return [claim.evidence.start, *(self._spans[m][0] for m in claim.mentions if m in self._spans)]

    def tied(self, claim: Claim, wanted: Callable[[Claim], bool]) -> Claim | None:
        """The wanted claim of the same group, else of the same sentence, nearest first."""
        rows = [other for other in self.claims if other.id != claim.id and wanted(other)]
        for test in (lambda other: other.group == claim.group, lambda other: self.together(claim, other)):
            found = [other for other in rows if test(other)]
            if found:
                return min(found, key=lambda other: self.distance(claim, other))
        return None

    def only(self, claim: Claim, wanted: Callable[[Claim], bool]) -> Claim | None:
        """The wanted claim when the document has no other one of this kind with another value."""
        rows = [other for other in self.claims if other.id != claim.id and wanted(other)]
        return rows[0] if rows and len({row.value for row in rows}) == 1 else None


def same_place(one: Claim, other: Claim) -> bool:
    """Whether both speak of one region (an unknown region is none)."""
    return one.region.code is not None and one.region.code == other.region.code


def may_be_same_place(one: Claim, other: Claim) -> bool:
    """Whether nothing says that they speak of two regions."""
    return one.region.code is None or other.region.code is None or same_place(one, other)


def same_people(one: Claim, other: Claim) -> bool:
    """Whether both speak of the same segment and programmes; one that names no programme may speak of any."""
    programmes = not one.programme or not other.programme or set(one.programme) == set(other.programme)
    return programmes and set(one.segment) == set(other.segment)


def same_subject(one: Claim, other: Claim) -> bool:
    """Whether both speak of the same people of the same region."""
    nowhere = one.region.code is None and other.region.code is None and one.region.name == other.region.name
    return same_people(one, other) and (nowhere or same_place(one, other))


def same_time(one: Claim, other: Claim) -> bool:
    """Whether both describe one period; two unknown ones count as one."""
    return one.as_of.period == other.as_of.period


def readable(claim: Claim) -> bool:
    """Whether the printed number can be computed with at all."""
    return "missing_scale_word" not in claim.flags


def named(claim: Claim) -> str:
    """A claim in a message: its number as printed, what it is, whose and where."""
    people = " ".join(claim.segment)
    words = (repr(claim.evidence.quote), claim.kind, people, claim.region.name and f"in {claim.region.name}")
    return " ".join(word for word in words if word)
