"""An invented document, extracted by hand, and a database that holds it: independent of every rule."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.model import (
    Capture,
    Claim,
    ClaimRegion,
    Dated,
    Document,
    Evidence,
    Extraction,
    Finding,
    Mention,
    Money,
    Official,
    Period,
    Quantity,
    Regulation,
)

TITLE = "Jamsostek di Bungo Belum Mencapai Target"
RATE = "Kepala Dinas Tenaga Kerja Bungo Rahmat Fauzi menyebut cakupan baru 41,2 persen dari 80.000 pekerja."
TARGET = "Padahal target RKPD 2024 sebesar 50 persen, sesuai Inpres Nomor 2 Tahun 2021."
MONEY = "Santunan yang dibayarkan mencapai Rp2 miliar."
TEXT = "\n".join((TITLE, f"{RATE} {TARGET}", MONEY))
YEAR = Dated(Period(date(2024, 1, 1), date(2024, 12, 31), "year"), "explicit", "2024")
DAY = Dated(Period(date(2024, 5, 6), date(2024, 5, 6), "day"), "event", "Senin (6/5/2024)")
SPEAKER = Official("Rahmat Fauzi", position="Kepala Dinas Tenaga Kerja Bungo")


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def evidence(words: str, sentence: str) -> Evidence:
    return Evidence(*span(words), words, *span(sentence))


def claim(document: str, name: str, value: str, unit: str, kind: str, found: Evidence, **fields: Any) -> Claim:
    region = fields.pop("region", ClaimRegion("15.08", "Kabupaten Bungo", "kabupaten", "same_sentence"))
    return Claim(
        id=name,
        group=fields.pop("group", name),
        document=document,
        value=Decimal(value),
        unit=unit,
        kind=kind,
        indicator=fields.pop("indicator", "coverage_rate"),
        region=region,
        as_of=fields.pop("as_of", DAY),
        evidence=found,
        rules=("percent.plain",),
        **fields,
    )


def build_extraction(uri: str = "bungo.txt", source: bytes = TEXT.encode()) -> Extraction:
    digest = hashlib.sha256(source).hexdigest()
    document = Document(digest, uri, "text/plain", digest, TEXT, TITLE, len(TITLE), "Kabar Bungo")
    rate, base, target = (hashlib.sha256(f"{digest}{n}".encode()).hexdigest()[:16] for n in range(3))
    claims = (
        claim(
            digest, rate, "41.2", "percent", "achieved", evidence("41,2 persen", RATE),
            qualifier=("only",), speaker=SPEAKER, attribution="indirect", group=rate, population="working",
        ),
        claim(
            digest, base, "80000", "workers", "denominator", evidence("80.000 pekerja", RATE),
            indicator="eligible_workers", speaker=SPEAKER, attribution="indirect", group=rate,
        ),
        claim(
            digest, target, "50", "percent", "target", evidence("50 persen", TARGET),
            as_of=YEAR, plan=("RKPD",),
        ),
    )  # fmt: skip
    regulation = Regulation("Inpres", "2", 2021, "Inpres 2/2021", "Inpres Nomor 2 Tahun 2021")
    mentions = (
        mention("m1", "Kepala Dinas Tenaga Kerja Bungo Rahmat Fauzi", "OFFICIAL", SPEAKER),
        mention("m2", "41,2 persen", "PERCENT", Quantity(Decimal("41.2"), "percent"), rate),
        mention("m3", "80.000 pekerja", "COUNT", Quantity(Decimal("80000"), "workers"), base),
        mention("m4", "50 persen", "PERCENT", Quantity(Decimal("50"), "percent"), target),
        mention("m5", "Inpres Nomor 2 Tahun 2021", "REGULATION", regulation),
        mention("m6", "Rp2 miliar", "MONEY", Money(Decimal("2000000000")), why_not="money is no coverage"),
    )
    findings = (
        Finding("f1", "ratio", "unchecked", (rate,), "no count is printed", reason="no count is printed"),
        Finding("f2", "gap", "disagrees", (target,), "41.2 + 9.8 = 51, not 50", "50", "51"),
        Finding("f3", "citation", "agrees", ("m5",), "Inpres 2/2021 is in the register"),
    )
    return Extraction(document, YEAR, DAY, mentions, claims, findings)


def mention(
    name: str, words: str, label: str, value: Any, claim_id: str | None = None, why_not: str | None = None
) -> Mention:
    claims = (claim_id,) if claim_id else ()
    return Mention(name, *span(words), words, label, value, f"{label.lower()}.plain", claims, why_not)


def capture_of(extraction: Extraction, source: bytes = TEXT.encode()) -> Capture:
    document = extraction.document
    return Capture(document.uri, "2024-05-07T01:00:00Z", document.media_type, document.sha256, source)


@pytest.fixture
def extraction() -> Extraction:
    return build_extraction()


@pytest.fixture
def database(tmp_path: Path, extraction: Extraction) -> Path:
    """A database that holds the invented document, nothing decided yet."""
    from extractor.store import Store

    path = tmp_path / "bungo.db"
    with Store.open(path) as store:
        store.add(capture_of(extraction), extraction)
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs ``cakupan`` with arguments in an empty folder; ``input`` is its standard input."""
    from extractor.cli.app import cakupan

    monkeypatch.chdir(tmp_path)
    for name in ("CAKUPAN_DB", "CAKUPAN_REVIEWER"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*arguments: str | Path, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cakupan, [str(argument) for argument in arguments], input=input)

    return invoke


def dump(path: Path) -> list[str]:
    """All that a database holds, as SQL."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def dumped() -> Callable[[Path], list[str]]:
    return dump
