"""What ``cakupan add`` and the page for feeding do with one document: read it, store it, hold it against others."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from extractor.clock import utc
from extractor.errors import CakupanError, UnreadableInput

if TYPE_CHECKING:
    from extractor.inputs import Input
    from extractor.model import Capture, Extraction
    from extractor.store import Added, Store

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fed:
    """A stored document: how it stands in the database, its claims and findings in the contract's shape.

    ``notes`` tell in words what was repaired while reading; ``near_copy_of`` is the id of its original.
    """

    added: Added
    claims: tuple[Json, ...]
    findings: tuple[Json, ...]
    notes: tuple[str, ...] = ()
    near_copy_of: str | None = None

    @property
    def disagreeing(self) -> int:
        """How many checks disagree."""
        return sum(finding["verdict"] == "disagrees" for finding in self.findings)


def feed(
    store: Store, item: Input, *, uri: str | None, media_type: str | None = None, reference_date: date | None = None
) -> Fed:
    """Stores one document, which is read only when these bytes from this place are new.

    ``uri`` is what the document is called. Raises UnreadableInput when it cannot be read, StoreError when it
    cannot be stored.
    """
    from extractor.store import Added
    from extractor.wire import claim_to_json, finding_to_json

    known = store.known(uri, hashlib.sha256(item.source).hexdigest())
    if known is not None:
        stored = store.extraction(known)
        found = tuple(stored["claims"]), tuple(stored["findings"])
        return Fed(Added("unchanged", known), *found, near_copy_of=store.near_copy_of(known))
    extraction = read(item.source, media_type=media_type or item.media_type, uri=uri, reference_date=reference_date)
    added = store.add(_capture(item, extraction), extraction)
    return Fed(
        added,
        tuple(claim_to_json(claim) for claim in extraction.claims),
        tuple(finding_to_json(finding) for finding in extraction.findings),
        extraction.document.notes,
        store.near_copy_of(added.document),
    )


def read(source: bytes, *, media_type: str | None, uri: str | None, reference_date: date | None = None) -> Extraction:
    """What the pipeline extracts.

    A fault of the program on one document must not cost the others: it is an UnreadableInput too, with the
    place in the code.
    """
    from extractor import pipeline

    try:
        return pipeline.extract(source, media_type=media_type, uri=uri, reference_date=reference_date)
    except CakupanError:
        raise
    except Exception as error:
        place = _place(error)
        raise UnreadableInput(f"fault in the program ({place}); please report it with this document") from error


def compare(store: Store) -> list[Json]:
    """Holds what is new against the other documents and returns the findings made."""
    from extractor.checks import check_across

    return list(store.compare(check_across))


def _capture(item: Input, extraction: Extraction) -> Capture:
    from extractor.model import Capture

    return Capture(
        uri=extraction.document.uri,
        retrieved_at=utc(item.retrieved_at),
        media_type=extraction.document.media_type,
        sha256=hashlib.sha256(item.source).hexdigest(),
        source=item.source,
    )


def _place(error: Exception) -> str:
    """The error and the line that raised it."""
    frame = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error}, {Path(frame.filename).name} line {frame.lineno}"
