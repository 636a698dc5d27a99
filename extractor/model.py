"""The vocabulary: frozen, flat data classes. They import no logic and hold no behaviour.

Offsets are Unicode code points into ``Document.text``, end exclusive. Numbers are ``Decimal``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Any

from extractor.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, with the precision it was stated in.

    ``precision`` is ``day month quarter semester year`` or, for other stretches, ``range``.
    """

    start: date
    end: date
    precision: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A period with where it came from (``basis``) and the words it was read from (``text``)."""

    period: Period | None
    basis: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """Something on a page that could be its publication date.

    ``basis`` is ``jsonld opengraph time byline url``; ``text`` the words or the attribute as found;
    ``start``/``end`` its span where it stands in the canonical text.
    """

    basis: str
    text: str
    period: Period
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF: its number from 1 and its span in the text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its span in the canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows stand in the canonical text, one row a line, cells joined by `` | ``."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The canonical text of a capture: NFC, one paragraph (or table row) per line, single spaces.

    ``id`` is the sha256 of the bytes. Where a title is known it is the first line of ``text`` and
    ``title_end`` its length (0: no title line). ``notes`` are repairs made while reading, in words.
    """

    id: str
    uri: str | None
    media_type: str
    sha256: str
    text: str
    title: str | None = None
    title_end: int = 0
    publisher: str | None = None
    byline: str | None = None
    date_candidates: tuple[DateCandidate, ...] = ()
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """Value of PERCENT and COUNT: ``value_max`` is set for ranges; ``qualifier`` as in the contract.

    ``unit`` is None for a bare number (``baru 212.408 yang terdaftar``).
    """

    value: Decimal
    unit: str | None
    value_max: Decimal | None = None
    qualifier: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """Value of MONEY, in units of ``currency`` (ISO 4217)."""

    value: Decimal
    currency: str = "IDR"


@dataclass(frozen=True, slots=True)
class Article:
    """A place inside a regulation: ``Pasal 66 ayat (1) huruf a``."""

    article: str
    paragraph: str | None = None
    letter: str | None = None


@dataclass(frozen=True, slots=True)
class Regulation:
    """A citation as printed: ``02`` is read as ``2``, composite numbers stay; ``issuer`` a region code or name."""

    type: str
    number: str | None
    year: int | None
    id: str
    raw: str
    title: str | None = None
    articles: tuple[Article, ...] = ()
    issuer: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Official:
    """A named office holder; degrees without their final dot; ``acting`` is ``Plt Plh Pj Pjs Pgs`` or None."""

    name: str
    degrees_before: tuple[str, ...] = ()
    degrees_after: tuple[str, ...] = ()
    position: str | None = None
    acting: str | None = None
    organisation: str | None = None
    region: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Value of REGION: a homonym has ``code`` None and ``candidates``; an office area has ``members``."""

    code: str | None
    name: str
    level: str
    candidates: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateValue:
    """Value of DATE; ``start``/``end`` are None where the text does not decide (a weekday alone).

    ``weekday`` is the printed one, Monday 0; ``flags`` say what was done to read it, such as
    ``repaired`` (``21/22023``) or ``year_from_document`` (``(12/9)``).
    """

    start: date | None
    end: date | None
    precision: str
    weekday: int | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """Value of SEGMENT, PROGRAMME and PLAN."""

    code: str


@dataclass(frozen=True, slots=True)
class Name:
    """Value of ORGANISATION."""

    name: str


Value = Quantity | Money | Regulation | Official | DateValue | Place | Code | Name


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled span with a normalised value and the id of the rule that found it."""

    id: str
    start: int
    end: int
    quote: str
    label: str
    value: Value
    rule: str
    claims: tuple[str, ...] = ()
    not_claimed: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a finder of one label hands over: a mention before it has an id."""

    start: int
    end: int
    label: str
    value: Value
    rule: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says something about the numbers around it (``kind``: target, gap, covered, ...)."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClaimRegion:
    """What a claim is about: Kemendagri code or ``ID``; ``basis`` says what decided."""

    code: str | None
    name: str | None
    level: str
    basis: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The number as printed with its unit, and its sentence."""

    start: int
    end: int
    quote: str
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One number with one meaning; the fields are the contract of ``cakupan extract``."""

    id: str
    group: str
    document: str
    value: Decimal
    unit: str
    kind: str
    indicator: str
    region: ClaimRegion
    as_of: Dated
    evidence: Evidence
    value_max: Decimal | None = None
    population: str = "unknown"
    qualifier: tuple[str, ...] = ()
    gap_to: str | None = None
    direction: str | None = None
    change_basis: str | None = None
    baseline: str | None = None
    segment: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()
    data_source: str | None = None
    funding: tuple[str, ...] = ()
    rank: str | None = None
    speaker: Official | None = None
    attribution: str = "none"
    flags: tuple[str, ...] = ()
    confidence: float = 1.0
    confidence_reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    status: str = "pending"
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of a check; ``verdict`` is ``agrees rounding disagrees unchecked`` (then with ``reason``)."""

    id: str
    check: str
    verdict: str
    subjects: tuple[str, ...]
    message: str
    expected: str | None = None
    found: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A claim as one document reports it, decisions applied, for the checks across documents.

    ``source`` is what the near-copies of one release and the versions of one article have in common; ``name``
    says who reported it; ``published`` is the first day the document may have appeared; ``newer`` says that the
    document also gives the figure for a later period.
    """

    claim: Claim
    source: str
    name: str
    published: date | None = None
    newer: bool = False


@dataclass(frozen=True, slots=True)
class Capture:
    """One retrieval of bytes (``source``), kept so that it can be read again.

    ``retrieved_at`` is ISO 8601 in UTC. ``document`` is the id of the stored document it belongs to; None
    before it is stored.
    """

    uri: str | None
    retrieved_at: str
    media_type: str
    sha256: str
    source: bytes
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates of a document: of the event or statement, of its publication, and the candidates turned down.

    ``rejected`` are dates a page gives for itself, each with the reason in words.
    """

    event: Dated
    published: Dated
    rejected: tuple[tuple[DateCandidate, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document. ``event`` and ``published`` are dates with their provenance."""

    document: Document
    published: Dated
    event: Dated
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
