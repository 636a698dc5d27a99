"""The order of the stages: bytes, document, mentions, dates, claims, checks. Nothing else knows it.

``extract`` is a pure function of its arguments and of the files under ``patterns/``: no clock, no network,
no state, so it runs the same in a test, in a worker process and on a cluster.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from extractor import checks, claims, dating, mentions, read
from extractor.claims.speakers import attribute
from extractor.frozen import replace
from extractor.language import parse
from extractor.mentions.officials import with_regions
from extractor.model import Claim, Document, Extraction, Finding, Found, Mention
from extractor.regulations import resolve_issuers


def extract(
    source: bytes,
    *,
    media_type: str | None = None,
    uri: str | None = None,
    reference_date: date | None = None,
) -> Extraction:
    """All that one document says: its text, dates, mentions, claims and the findings of the checks.

    ``media_type`` overrules what the bytes look like; ``reference_date`` is a day near the document's own,
    used only to give a year to dates printed without one. Raises UnreadableInput when the bytes hold no text.
    """
    return extract_document(read.read(source, media_type=media_type, uri=uri), reference_date=reference_date)


def extract_document(document: Document, *, reference_date: date | None = None) -> Extraction:
    """The same from a document already read."""
    parsed = parse(document.text)
    anchor = dating.anchor(document, parsed, reference_date)
    found, cues = mentions.find_mentions(parsed, anchor=anchor, tables=document.tables)
    found = _with_context(found)
    dated = dating.date_document(
        document, parsed, [row for row in found if row.label == "DATE"], reference_date=reference_date
    )
    officials = [row for row in found if row.label == "OFFICIAL"]
    organisations = [row for row in found if row.label == "ORGANISATION"]
    speaker_at = attribute(parsed, officials, cues, organisations)
    numbered = _identified(document, found)
    made, numbered = claims.build_claims(
        document, parsed, numbered, cues, event=dated.event, published=dated.published, speaker_at=speaker_at
    )
    findings = checks.run_checks(document, parsed, numbered, made, dated)
    return Extraction(
        document=document,
        published=dated.published,
        event=dated.event,
        mentions=tuple(numbered),
        claims=tuple(_flagged(made, findings)),
        findings=tuple(findings),
    )


def _with_context(found: Sequence[Found]) -> list[Found]:
    """Issuers of regional regulations and regions of officials, which only the whole document tells."""
    regions = [row for row in found if row.label == "REGION"]
    return with_regions(resolve_issuers(found, regions), regions)


def _identified(document: Document, found: Sequence[Found]) -> list[Mention]:
    """Mentions with ids: hashes of document, label, place and rule."""
    rows: list[Mention] = []
    for row in found:
        quote = document.text[row.start : row.end]
        value = getattr(row.value, "id", "")
        key = f"{document.id}\x1f{row.label}\x1f{row.start}\x1f{row.end}\x1f{value}"
        identity = "m" + hashlib.sha256(key.encode()).hexdigest()[:15]
        rows.append(Mention(identity, row.start, row.end, quote, row.label, row.value, row.rule))
    return rows


def _flagged(made: Sequence[Claim], findings: Sequence[Finding]) -> list[Claim]:
    """Claims whose arithmetic disagrees carry the flag, so that a reader of the claim alone sees it."""
    doubtful = {
        subject
        for finding in findings
        if finding.verdict == "disagrees" and finding.check in ("ratio", "gap", "parts", "change")
        for subject in finding.subjects
    }
    return [
        replace(claim, flags=(*claim.flags, "inconsistent_arithmetic")) if claim.id in doubtful else claim
        for claim in made
    ]
