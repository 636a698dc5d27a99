"""Extractions built by hand: invented text, offsets found by searching it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.model import (
    Capture,
    Claim,
    ClaimRegion,
    Code,
    Dated,
    DateValue,
    Document,
    Evidence,
    Extraction,
    Finding,
    Mention,
    Official,
    Period,
    Place,
    Quantity,
    Regulation,
)
from extractor.store import Store

TEXT = (
    "Cakupan Jamsostek di Wonosobo naik\n"
    "Kepala Dinas Tenaga Kerja Wonosobo, Tirta Lesmana, SE, menyebut cakupan baru 31,9 persen. "
    "Dari 400.000 pekerja, 127.600 orang sudah terlindungi sesuai Perpres 109/2013.\n"
    "Segmen informal mencapai 12,5 persen."
)


def digest(*parts: Any) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


class Maker:
    """Makes captures and extractions of a text; every keyword replaces what stands by default."""

    def capture(
        self, text: str = TEXT, uri: str | None = "https://example.test/a", noise: str = "", **changes: Any
    ) -> Capture:
        source = (text + noise).encode()
        fields = {
            "uri": uri,
            "retrieved_at": "2025-03-01T08:00:00Z",
            "media_type": "text/plain",
            "sha256": hashlib.sha256(source).hexdigest(),
            "source": source,
        }
        return Capture(**{**fields, **changes})

    def claim(self, capture: Capture, text: str, quote: str, **changes: Any) -> Claim:
        start = text.index(quote)
        sentence_start = text.rfind("\n", 0, start) + 1
        sentence_end = text.find("\n", start) if "\n" in text[start:] else len(text)
        percent = "persen" in quote
        number = quote.split()[0].replace(".", "").replace(",", ".")
        fields: dict[str, Any] = {
            "id": digest(capture.sha256, quote)[:16],
            "group": digest(capture.sha256, "group")[:16],
            "document": capture.sha256,
            "value": Decimal(number),
            "unit": "percent" if percent else "workers",
            "kind": "achieved",
            "indicator": "coverage_rate" if percent else "covered_workers",
            "region": ClaimRegion("33.07", "Kabupaten Wonosobo", "kabupaten", "same_sentence"),
            "as_of": Dated(Period(date(2024, 12, 31), date(2024, 12, 31), "day"), "explicit", "31 Desember 2024"),
            "evidence": Evidence(start, start + len(quote), quote, sentence_start, sentence_end),
            "rules": ("percent.plain",),
        }
        return Claim(**{**fields, **changes})

    def mention(self, capture: Capture, text: str, quote: str, label: str, value: Any, **changes: Any) -> Mention:
        start = text.index(quote)
        fields: dict[str, Any] = {
            "id": digest(capture.sha256, quote, label)[:16],
            "start": start,
            "end": start + len(quote),
            "quote": quote,
            "label": label,
            "value": value,
            "rule": f"{label.lower()}.plain",
        }
        return Mention(**{**fields, **changes})

    def extraction(self, capture: Capture, text: str = TEXT, **changes: Any) -> Extraction:
        document = Document(
            id=capture.sha256,
            uri=capture.uri,
            media_type=capture.media_type,
            sha256=capture.sha256,
            text=text,
            title=text.split("\n")[0],
            publisher="Kabar Contoh",
            notes=("two hyphenated words joined",),
        )
        fields: dict[str, Any] = {
            "document": document,
            "published": Dated(Period(date(2025, 1, 6), date(2025, 1, 6), "day"), "jsonld", "2025-01-06"),
            "event": Dated(None, "unknown"),
        }
        for name in ("claims", "mentions", "findings"):
            fields[name] = changes[name] if name in changes else getattr(self, name)(capture, text)
        return Extraction(**{**fields, **changes})

    def claims(self, capture: Capture, text: str = TEXT) -> tuple[Claim, ...]:
        speaker = Official(name="Tirta Lesmana", degrees_after=("SE",), position="Kepala Dinas Tenaga Kerja")
        rows = [
            self.claim(capture, text, "31,9 persen", qualifier=("only",), speaker=speaker),
            self.claim(capture, text, "400.000 pekerja", kind="denominator", indicator="eligible_workers"),
            self.claim(capture, text, "127.600 orang", speaker=speaker),
        ]
        if "12,5 persen" in text:
            rows.append(self.claim(capture, text, "12,5 persen", segment=("INFORMAL",), group="other"))
        return tuple(rows)

    def mentions(self, capture: Capture, text: str = TEXT) -> tuple[Mention, ...]:
        official = Official(name="Tirta Lesmana", degrees_after=("SE",), position="Kepala Dinas Tenaga Kerja")
        perpres = Regulation(type="Perpres", number="109", year=2013, id="Perpres 109/2013", raw="Perpres 109/2013")
        return (
            self.mention(capture, text, "Wonosobo", "REGION", Place("33.07", "Kabupaten Wonosobo", "kabupaten")),
            self.mention(capture, text, "Tirta Lesmana, SE", "OFFICIAL", official),
            self.mention(capture, text, "31,9 persen", "PERCENT", Quantity(Decimal("31.90"), "percent")),
            self.mention(capture, text, "127.600 orang", "COUNT", Quantity(Decimal("1276E+2"), "workers")),
            self.mention(capture, text, "Perpres 109/2013", "REGULATION", perpres),
            self.mention(capture, text, "2013", "DATE", DateValue(None, None, "day"), not_claimed="a year"),
            self.mention(capture, text, "Segmen", "SEGMENT", Code("INFORMAL")),
        )

    def findings(self, capture: Capture, text: str = TEXT) -> tuple[Finding, ...]:
        first, base, count, *_ = self.claims(capture, text)
        return (
            Finding(
                "f1",
                "ratio",
                "agrees",
                (first.id, base.id, count.id),
                "127600 / 400000 = 31.9 %",
                "31.9",
                "31.9",
            ),
            Finding("f2", "weekday", "unchecked", (capture.sha256,), "no weekday", reason="none is printed"),
        )


@pytest.fixture
def make() -> Maker:
    return Maker()


@pytest.fixture(scope="session")
def maker() -> Maker:
    return Maker()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cakupan.db") as opened:
        yield opened


@pytest.fixture
def dump() -> Callable[[Store], str]:
    """Every row of a database, without the times its migrations were applied."""

    def of(store: Store) -> str:
        return "\n".join(line for line in store.db.conn.iterdump() if "_sqlite_migrations" not in line)

    return of
