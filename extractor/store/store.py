"""The store as its users see it: opens, adds, reads back, records decisions."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from extractor.model import Capture, Extraction
from extractor.store import compare, decisions, findings, ingest, listings, queries, queue, reviewing
from extractor.store.corrections import check_claim, with_evidence
from extractor.store.database import explained, open_database, transaction
from extractor.store.filters import ClaimFilter
from extractor.store.ingest import Added, Replaced
from extractor.store.reviewing import Counted, Undone
from extractor.store.rows import Row

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store:
    """One open database. A context manager; every method raises StoreError with what to do next."""

    def __init__(self, db: Database, path: Path) -> None:
        self.db = db
        self.path = path

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Store:
        """Opens the database at ``path``, sets it up when new, brings it up to date when old.

        Raises StoreError when it is missing and ``create`` is false, is not ours, is newer than this
        program, or cannot be opened.
        """
        return cls(open_database(path, create=create), path)

    def close(self) -> None:
        """Closes the database; twice does no harm."""
        self.db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Documents in

    def known(self, uri: str | None, sha256: str) -> str | None:
        """The document that these bytes from this place already belong to, so that nothing need be read."""
        with explained(self.path):
            return ingest.known(self.db, uri, sha256)

    def add(self, capture: Capture, extraction: Extraction) -> Added:
        """Stores a capture and what was read from it, in one transaction.

        The same bytes from the same place change nothing. Other bytes with a stored text add their capture
        to that document. Other text from a known place is a new version of the article.
        """
        capture_row, rows = ingest.prepare(capture, extraction)
        with transaction(self.db, self.path):
            return ingest.write_new(self.db, capture_row, rows)

    def replace(self, capture: Capture, extraction: Extraction, *, at: str | None = None) -> Replaced:
        """Replaces what the machine read of a stored capture, in one transaction; decisions stay.

        ``at`` (ISO 8601, UTC) is recorded with the run. Where nothing is read differently nothing changes.
        """
        with explained(self.path):
            document_id = ingest.stored_document(self.db, capture)
        capture_row, rows = ingest.prepare(capture, extraction)
        with transaction(self.db, self.path):
            return ingest.write_again(self.db, document_id, capture_row, rows, at)

    def compare(self, check: compare.Check) -> list[Row]:
        """Makes the findings across documents anew where documents, or decisions on them, are new.

        ``check`` gets all that is reported about one region, indicator, kind and period; of near-copies every
        one. Returns the findings made, in the contract's shape with their ``documents``.
        """
        with transaction(self.db, self.path):
            return [findings.comparison_json(row) for row in compare.refresh(self.db, check)]

    def captures(self, *, every: bool = False) -> Iterator[Capture]:
        """The bytes each document was first read from, in the order recorded; ``every`` capture if asked."""
        first = "" if every else "WHERE rowid IN (SELECT min(rowid) FROM captures GROUP BY document_id)"
        with explained(self.path):
            found = self.db.conn.execute(f"SELECT id FROM captures {first} ORDER BY rowid")
            ids = [row[0] for row in found]
        for identifier in ids:
            with explained(self.path):
                row = next(iter(self.db.query("SELECT * FROM captures WHERE id = ?", [identifier])))
            yield Capture(
                uri=row["uri"],
                retrieved_at=row["retrieved_at"],
                media_type=row["media_type"],
                sha256=row["sha256"],
                source=zlib.decompress(row["content_zlib"]),
                document=row["document_id"],
            )

    # Documents out

    def documents(
        self, *, uri: str | None = None, publisher: str | None = None, search: str | None = None
    ) -> list[Row]:
        """Documents with their counts, without text; ``search`` looks for words in the text."""
        with explained(self.path):
            return queries.documents(self.db, uri=uri, publisher=publisher, search=search)

    def document(self, prefix: str) -> Row:
        """One document with its text, by its uri or the beginning of its id; raises UnknownItem."""
        with explained(self.path):
            return queries.document(self.db, queries.document_id(self.db, prefix))

    def text(self, document: str) -> str:
        """The text of one document by its whole id; raises UnknownItem."""
        with explained(self.path):
            return queries.text(self.db, document)

    def near_copy_of(self, document: str) -> str | None:
        """The id of the document that this one (by its id) is a near-identical copy of, None for an original."""
        with explained(self.path):
            found = self.db.conn.execute("SELECT near_copy_of FROM documents WHERE id = ?", [document]).fetchone()
        return None if found is None else found[0]

    def extraction(self, document: str) -> dict[str, Any]:
        """The JSON of ``cakupan extract`` for one document, with the decisions on its claims applied."""
        with explained(self.path):
            row = queries.document(self.db, queries.document_id(self.db, document))
            found = self.db.query(queries.CLAIMS_OF_A_DOCUMENT, [row["id"]])
            claims = [self._reviewed(claim["id"], json.loads(claim["claim_json"])) for claim in list(found)]
            said = findings.read(self.db, row["id"], None, None)
            return queries.extraction_json(row, queries.mentions(self.db, row["id"]), claims, said)

    def mentions(self, document: str) -> list[Row]:
        """The mentions of one document in the contract's shape, in text order."""
        with explained(self.path):
            return queries.mentions(self.db, queries.document_id(self.db, document))

    def findings(self, document: str | None = None, claim: str | None = None, verdict: str | None = None) -> list[Row]:
        """Findings in the contract's shape, their ``document`` and, with those across documents, ``documents``.

        Among them ``differs_from_reviewed``: a decision stands against what the program reads today.
        """
        with explained(self.path):
            of_document = None if document is None else queries.document_id(self.db, document)
            of_claim = None if claim is None else queries.claim_id(self.db, claim)
            return findings.read(self.db, of_document, of_claim, verdict)

    # Claims and decisions

    def claims(
        self,
        *,
        region: str | None = None,
        place: str | None = None,
        segment: str | None = None,
        kind: str | None = None,
        unit: str | None = None,
        status: str | None = None,
        document: str | None = None,
        finding: str | None = None,
        search: str | None = None,
    ) -> list[Row]:
        """Rows of the view ``reviewed_claims`` (decisions applied, list columns as lists).

        Filters: ``region`` (code), ``place`` (a name without a code), ``segment``, ``kind``, ``unit``, ``status``,
        ``document`` (uri or beginning of its id), ``finding`` (a verdict, a check, or ``differs_from_reviewed``),
        ``search`` (words in the quote or its sentence). Order: documents as recorded, then position in the text.
        """
        with explained(self.path):
            return queries.claims(
                self.db,
                region=region,
                place=place,
                segment=segment,
                kind=kind,
                unit=unit,
                status=status,
                document=document,
                finding=finding,
                search=search,
            )

    def each_claim(self, **filters: Any) -> Iterator[Row]:
        """The rows of ``claims`` one after another, for more of them than should be in memory at once.

        Filters of ``ClaimFilter``; without a status, claims of every status.
        """
        with explained(self.path):
            yield from queue.each(self.db, ClaimFilter(**filters))

    def queue(
        self, *, limit: int | None = None, after: str | None = None, before: str | None = None, **filters: Any
    ) -> list[Row]:
        """Claims to review, as rows of ``reviewed_claims`` with their ``cursor``; filters of ``ClaimFilter``.

        Without a ``status`` those that are open: pending ones and reviewed ones that now differ. Worst findings
        first (disagrees, unchecked, rounding, agrees), flagged claims after the others, then as recorded.
        ``after`` or ``before`` a cursor; ``limit`` says how many.
        """
        with explained(self.path):
            named = queue.ids(self.db, ClaimFilter(**filters), limit=limit, after=after, before=before)
            return queue.rows(self.db, named)

    def queue_ids(
        self, *, limit: int | None = None, after: str | None = None, before: str | None = None, **filters: Any
    ) -> list[str]:
        """The ids of ``queue``, without looking at the claims."""
        with explained(self.path):
            named = queue.ids(self.db, ClaimFilter(**filters), limit=limit, after=after, before=before)
            return [name for name, _ in named]

    def queue_has(self, claim_id: str, **filters: Any) -> bool:
        """Whether ``queue`` has this claim (its whole id)."""
        with explained(self.path):
            return queue.has(self.db, claim_id, ClaimFilter(**filters))

    def queue_count(self, **filters: Any) -> int:
        """How many claims ``queue`` has."""
        with explained(self.path):
            return queue.count(self.db, ClaimFilter(**filters))

    def queue_choices(self, column: str) -> list[tuple[str, int]]:
        """What a filter may be set to (``region_code segments kind publisher``), and how many open claims fit."""
        with explained(self.path):
            return queue.choices(self.db, column)

    def counted(self, **filters: Any) -> Counted:
        """The claims that ``decide_all`` with these filters would decide on: show the count, pass it back."""
        with explained(self.path):
            return reviewing.counted(self.db, ClaimFilter(**filters))

    def claim(self, prefix: str) -> dict[str, Any]:
        """One claim in the contract's shape with decisions applied; raises UnknownItem for none or several.

        Beside the contract's fields: ``flagged``, ``still_found``, ``differs_from_reviewed``, ``sentence``,
        ``last_decision_id`` (what to pass as ``seen``) and ``machine``, the claim as extracted.
        """
        with explained(self.path):
            identifier = queries.claim_id(self.db, prefix)
            machine = json.loads(self._claim_row(identifier)["claim_json"])
            row = next(iter(self.db.query("SELECT * FROM reviewed_claims WHERE claim_id = ?", [identifier])))
            claim = self._reviewed(identifier, machine)
        beside = ("flagged", "still_found", findings.DIFFERS, "sentence", "last_decision_id")
        return {**claim, **{name: row[name] for name in beside}, "machine": machine}

    def context(self, prefix: str) -> dict[str, Any]:
        """All that a reviewer of one claim looks at; raises UnknownItem for none or several.

        ``claim`` (see ``claim``), ``document``, ``mentions`` and ``claims`` of its text, the ``findings`` about
        it, ``decisions`` on it, ``elsewhere`` (rows of ``reviewed_claims`` of other documents for the same
        region, indicator, kind, segment and period) and its ``cursor`` in the queue, None when no list has it.
        """
        claim = self.claim(prefix)
        printed = self.extraction(claim["document"])
        with explained(self.path):
            return {
                "claim": claim,
                "document": printed["document"],
                "mentions": printed["mentions"],
                "claims": printed["claims"],
                "findings": [row for row in printed["findings"] if claim["id"] in row["subjects"]],
                "decisions": decisions.of_claim(self.db, claim["id"]),
                "elsewhere": queries.elsewhere(self.db, claim),
                "cursor": queue.cursor_of(self.db, claim["id"]),
            }

    def decide(
        self,
        claim_id: str,
        action: str,
        *,
        reviewer: str,
        at: str,
        changes: Mapping[str, Any] | None = None,
        reason: str | None = None,
        batch: str | None = None,
        seen: str | None = decisions.UNCHECKED,
    ) -> Row:
        """Records a decision (``accept reject correct flag``) on a claim and returns its row.

        ``at`` is ISO 8601 in UTC. ``changes`` maps fields of the contract to corrected values. ``seen`` is
        the id of the last decision the reviewer saw on the claim, None if there was none; Conflict is
        raised when there is a newer one. Left out, nothing is compared.
        """
        with transaction(self.db, self.path):
            return reviewing.decide(
                self.db,
                queries.claim_id(self.db, claim_id),
                action,
                reviewer=reviewer,
                at=at,
                changes=changes,
                reason=reason,
                batch=batch,
                seen=seen,
            )

    def decide_all(
        self, action: str, *, seen: Counted, reviewer: str, at: str, reason: str | None = None, **filters: Any
    ) -> list[Row]:
        """Accepts or rejects all claims that the filters mean, in one transaction, and returns the decisions.

        They share a ``batch``, and one undo takes all of them back. ``seen`` is what ``counted`` told with
        these filters; Conflict is raised when it is different now, StoreError when no filter is given.
        """
        with transaction(self.db, self.path):
            chosen = ClaimFilter(**filters)
            return reviewing.decide_all(self.db, chosen, action, seen=seen, reviewer=reviewer, at=at, reason=reason)

    def add_claim(
        self,
        claim: Mapping[str, Any],
        *,
        reviewer: str,
        at: str,
        reason: str | None = None,
        batch: str | None = None,
    ) -> Row:
        """Records a claim the program missed, accepted by its reviewer, and returns the decision's row.

        ``claim`` has the contract's shape; its evidence must stand in the stored text. Undone, it is gone
        from every list but the decisions.
        """
        check_claim(claim)
        with transaction(self.db, self.path):
            return reviewing.add_claim(self.db, claim, reviewer=reviewer, at=at, reason=reason, batch=batch)

    def undo(self, *, reviewer: str, at: str, claim_id: str | None = None) -> Undone | None:
        """Takes back the latest decision in force on a claim, or else the reviewer's own latest with its batch.

        Returns None when there is nothing to take back. Raises Conflict when someone else decided on the
        reviewer's claim since; of a batch such claims are left, and told, as long as one is free.
        """
        with transaction(self.db, self.path):
            of_claim = None if claim_id is None else queries.claim_id(self.db, claim_id)
            return reviewing.undo(self.db, reviewer=reviewer, at=at, claim_id=of_claim)

    def decisions(self, claim_id: str | None = None) -> list[Row]:
        """The decisions on one claim, or all, oldest first."""
        with explained(self.path):
            if claim_id is not None:
                return decisions.of_claim(self.db, queries.claim_id(self.db, claim_id))
            return list(self.db.query("SELECT * FROM decisions ORDER BY sequence"))

    def timeline(
        self, region_code: str, *, segment: str | None = None, kind: str | None = None, rejected: bool = False
    ) -> list[Row]:
        """Rows of the view ``coverage_timeline`` for one region, in the order of what they describe.

        ``rejected`` adds the rejected claims, which the view leaves out.
        """
        with explained(self.path):
            return queries.timeline(self.db, region_code, segment, kind, rejected)

    def regions(self) -> list[Row]:
        """Every region claims are about, with how many sources and what is open; see ``listings.regions``."""
        with explained(self.path):
            return listings.regions(self.db)

    def places(self) -> list[str]:
        """The names of places without a code that claims are about: kecamatan, desa, areas of offices."""
        with explained(self.path):
            return queries.places(self.db)

    def region_names(self) -> dict[str, str]:
        """Code and name of every region claims are about, Indonesia first, then by name."""
        with explained(self.path):
            return listings.region_names(self.db)

    def latest_levels(self) -> list[Row]:
        """For every region its latest levels, reviewed and pending, and all its targets."""
        with explained(self.path):
            return listings.latest_levels(self.db)

    def regulations(self) -> list[Row]:
        """Every regulation cited, with how many sources cite it."""
        with explained(self.path):
            return listings.regulations(self.db)

    def citations(self, regulation: str) -> list[Row]:
        """Where and how one regulation, by its id, is cited, with what the check said of it."""
        with explained(self.path):
            return listings.citations(self.db, regulation)

    def doubted_citations(self) -> list[Row]:
        """Citations that disagree with the register or could not be checked."""
        with explained(self.path):
            return listings.doubted_citations(self.db)

    def offices(self, name: str | None = None) -> list[Row]:
        """Everybody named with an office, or one name: a row for each office as printed."""
        with explained(self.path):
            return listings.offices(self.db, name)

    def claims_by_speaker(self) -> dict[str, int]:
        """How many standing claims each speaker made."""
        with explained(self.path):
            return listings.claims_by_speaker(self.db)

    def statements(self, name: str) -> list[Row]:
        """The standing claims of a speaker, the latest first."""
        with explained(self.path):
            return listings.statements(self.db, name)

    def status(self) -> dict[str, Any]:
        """Rows per table, claims by status, findings by verdict, open differences, size, last run."""
        with explained(self.path):
            return {"path": str(self.path), "bytes": self.path.stat().st_size, **queries.status(self.db)}

    def _claim_row(self, claim_id: str) -> Row:
        sql = "SELECT claim_json, still_found, document_id FROM claims WHERE id = ?"
        return next(iter(self.db.query(sql, [claim_id])))

    def _reviewed(self, claim_id: str, machine: dict[str, Any]) -> dict[str, Any]:
        claim = decisions.applied(machine, decisions.fold(decisions.of_claim(self.db, claim_id)))
        if claim["evidence"] == machine["evidence"]:
            return claim
        sql = "SELECT text FROM documents WHERE id = ?"
        return with_evidence(claim, machine, self.db.conn.execute(sql, [claim["document"]]).fetchone()[0])
