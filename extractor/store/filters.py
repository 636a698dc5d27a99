"""Which claims are meant: the filters of a listing or a queue, and their conditions on ``review_queue``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from extractor.errors import StoreError
from extractor.store import queries
from extractor.store.findings import DIFFERS, VERDICTS
from extractor.store.rows import to_text

if TYPE_CHECKING:
    from sqlite_utils import Database

STATUSES = ("pending", "accepted", "rejected", "corrected", "flagged")  # the last beside any of the others
OPEN = 9  # urgency from which on there is nothing to decide
IS_OPEN = f"urgency < {OPEN}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimFilter:
    """Every filter given must hold, of the claim as reviewed; days are ISO 8601, both ends included.

    ``region`` (code), ``segment``, ``kind``, ``unit``, ``publisher`` are equal; ``document`` is a uri or the
    beginning of an id; ``finding`` a verdict, a check, or ``differs_from_reviewed``; ``search`` words in the
    quote or its sentence. A period fits when it shares a day with the range. ``status``: without one, the
    claims that are open: pending, or read otherwise than reviewed. ``place`` is a name without a code, such as a
    kecamatan's, in any case.
    """

    region: str | None = None
    place: str | None = None
    segment: str | None = None
    kind: str | None = None
    unit: str | None = None
    status: str | None = None
    document: str | None = None
    finding: str | None = None
    publisher: str | None = None
    as_of_from: str | None = None
    as_of_to: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    confidence_from: float | None = None
    confidence_to: float | None = None
    search: str | None = None

    def __post_init__(self) -> None:
        if self.status is not None and self.status not in STATUSES:
            raise StoreError(f"{self.status}: not a status; choose from {', '.join(STATUSES)}")

    def given(self) -> dict[str, str | float]:
        """The filters that are set, by name, in a fixed order."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in pairs if value is not None}

    @property
    def explicit(self) -> bool:
        """Whether anything but the status narrows it down."""
        return bool(self.given().keys() - {"status"})


# how each filter reads a row of review_queue; the name of the filter is that of the parameter
_CONDITIONS = {
    "region": "region_code = :region",
    "place": f"claim_number IN (SELECT rowid FROM claims WHERE {queries.OF_PLACE})",
    "segment": "instr(segments, :segment)",
    "kind": "kind = :kind",
    "unit": "unit = :unit",
    "status": queries.OF_STATUS,
    "document": "claim_number IN (SELECT rowid FROM claims WHERE document_id = :document)",
    "publisher": "publisher = :publisher",
    "as_of_from": "as_of_end >= :as_of_from",
    "as_of_to": "as_of_start <= :as_of_to",
    "published_from": "published_end >= :published_from",
    "published_to": "published_start <= :published_to",
    "confidence_from": "confidence >= :confidence_from",
    "confidence_to": "confidence <= :confidence_to",
    "search": "claim_number IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :search)",
}


def where(db: Database, chosen: ClaimFilter, *, every: bool = False) -> tuple[str, dict[str, Any]]:
    """The condition on ``review_queue`` and its parameters; without a status open claims, or ``every`` one."""
    values: dict[str, Any] = dict(chosen.given())
    parts = [] if every or "status" in values else [IS_OPEN]
    parts += [_CONDITIONS[name] for name in values if name != "finding"]
    if "document" in values:
        values["document"] = queries.document_id(db, values["document"])
    if "segment" in values:
        values["segment"] = to_text(values["segment"])
    if "search" in values:
        values["search"] = db.quote_fts(values["search"])
    if "finding" in values:
        condition, values["finding"] = _finding(values["finding"])
        parts.append(condition)
    return " AND ".join(parts) or "1", values


def _finding(finding: str) -> tuple[str, str]:
    """``findings`` holds ``check verdict, check verdict, …``, and an open difference disagrees too."""
    if finding == DIFFERS:
        return "differs_from_reviewed AND :finding IS NOT NULL", finding
    if finding in VERDICTS:
        stored = "instr(findings || ',', :finding)"
        found = f"({stored} OR differs_from_reviewed)" if finding == "disagrees" else stored
        return found, f" {finding},"
    return "instr(', ' || findings, :finding)", f", {finding} "


def names() -> Iterator[str]:
    """The names of all filters."""
    return (field.name for field in fields(ClaimFilter))
