"""A database of as many claims as you like, the same in every run, to see how the program feels when it is full.

    python benchmarks/many_claims.py many.db            100,000 claims, about a minute
    python benchmarks/many_claims.py many.db --claims 5000

The documents of the corpus are extracted and stored; their rows are then written over and over, as documents of
their own: digits of the claimed figures are drawn anew in text and claim, the regions are drawn from the register
(the same level), and the years shift. Everything a reader of the database meets is there: captures, texts with their
search index, mentions, claims, findings. Only comparisons across documents are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from extractor.model import Capture, Extraction
from extractor.pipeline import extract
from extractor.resources import data_folder, read_csv
from extractor.store import Store, queue
from extractor.store.database import transaction
from extractor.store.rows import reading

SEED = 20241109
CLAIMS = 100_000
TABLES = ("documents", "captures", "mentions", "claims", "findings")
EVERY = 200  # documents written at once

Row = dict[str, Any]


def main() -> None:
    """Makes the database that the arguments name."""
    parser = argparse.ArgumentParser(description="Makes a database of many claims.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    options = parser.parse_args()
    start = time.perf_counter()
    made = build(options.path, options.claims)
    print(f"{options.path}: {made} claims in {time.perf_counter() - start:.0f} s")


@dataclass(frozen=True, slots=True)
class Printed:
    """The rows that one document of the corpus has in the store."""

    tables: dict[str, list[Row]]
    figures: dict[str, list[int]]  # claim id -> places of the digits in the text that may be drawn anew


def build(path: Path, claims: int = CLAIMS, documents: int | None = None) -> int:
    """Fills a new database with at least ``claims`` claims, made from the corpus (from its first ``documents``).

    Returns how many there are.
    """
    random_source = random.Random(SEED)
    with Store.open(path) as store, tempfile.TemporaryDirectory() as folder:
        originals = corpus(Path(folder) / "corpus.db", store, documents)
        places = regions()
        made, pending = 0, []
        for number, printed in enumerate(cycle(originals), 1):
            pending.append(copied(printed, number, places, random_source))
            made += len(printed.tables["claims"])
            if len(pending) == EVERY or made >= claims:
                write(store, pending)
                pending = []
            if made >= claims:
                break
        with transaction(store.db, path):
            queue.enter_all(store.db)
            store.db.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
        store.db.execute("ANALYZE")
    return made


def corpus(path: Path, into: Store, most: int | None) -> list[Printed]:
    """The rows of the corpus' documents that hold claims; what they name is written into the new database."""
    with Store.open(path) as store:
        sources = [path for path in sorted(data_folder("corpus").iterdir()) if path.suffix in (".html", ".txt")]
        for source in sources[:most]:
            extraction = extract(source.read_bytes(), uri=source.name)
            store.add(capture(source, extraction), extraction)
        with transaction(into.db, into.path):
            for table in ("regulations", "officials"):
                insert(into, table, list(store.db.table(table).rows))
            insert(into, "regions", [*regions().values()])
            named = {row["code"] for row in into.db.table("regions").rows}
            insert(into, "regions", [row for row in store.db.table("regions").rows if row["code"] not in named])
        documents = [row["id"] for row in store.db.query("SELECT DISTINCT document_id AS id FROM claims ORDER BY id")]
        return [printed(store, document) for document in documents]


def capture(source: Path, extraction: Extraction) -> Capture:
    """The capture of a document of the corpus, at an invented address."""
    document = extraction.document
    address = f"https://example.test/{source.name}"
    return Capture(address, "2025-01-01T00:00:00Z", document.media_type, document.sha256, source.read_bytes())


def printed(store: Store, document: str) -> Printed:
    """All rows of a stored document."""
    tables = {
        table: list(store.db.query(f"SELECT * FROM {table} WHERE {key(table)} = ? ORDER BY rowid", [document]))
        for table in TABLES
    }
    text = tables["documents"][0]["text"]
    return Printed(tables, {row["id"]: drawable(row, text) for row in tables["claims"]})


def key(table: str) -> str:
    """The column that names a row's document."""
    return "id" if table == "documents" else "document_id"


def drawable(claim: Row, text: str) -> list[int]:
    """Where the digits of a claim's figure stand, all but the first; none where the value is not just those digits."""
    quote = claim["evidence_quote"]
    figure = re.match(r"\d+(?:[.,]\d+)*", quote)
    if claim["evidence_start"] is None or figure is None or claim["value_max"] is not None:
        return []
    digits = re.sub(r"\D", "", figure.group())
    if re.sub(r"\D", "", claim["value"]) != digits:
        return []
    places = [claim["evidence_start"] + at for at, character in enumerate(figure.group()) if character.isdigit()]
    return places[1:]


def regions() -> dict[str, Row]:
    """Rows of the table ``regions`` for the whole register."""
    return {
        row["code"]: {**row, "province_code": row["province_code"] or None}
        for row in read_csv("gazetteers", "regions.csv")
    }


def copied(printed: Printed, number: int, places: dict[str, Row], random_source: random.Random) -> dict[str, list[Row]]:
    """The rows of one more document: ids, figures, regions and years of its own."""
    original = printed.tables["documents"][0]
    text = list(original["text"])
    for positions in printed.figures.values():
        for position in positions:
            text[position] = str(random_source.randrange(10))
    redrawn = "".join(text)
    document_id = hashlib.sha256(f"{original['id']} {number}".encode()).hexdigest()
    shift = random_source.randrange(-3, 1)
    moved = relocation(printed.tables["claims"], places, random_source)

    def name(identifier: str) -> str:
        return hashlib.sha256(f"{identifier} {number}".encode()).hexdigest()[:16]

    names = {row["id"]: name(row["id"]) for row in printed.tables["claims"]}
    claims = [
        claim_row(row, redrawn, names, document_id, moved, shift, bool(printed.figures[row["id"]]))
        for row in printed.tables["claims"]
    ]
    return {
        "documents": [document_row(original, redrawn, document_id, number, shift)],
        "captures": [
            {**row, "id": name(row["id"]), "document_id": document_id, "uri": f"{row['uri']}?{number}",
             "sha256": document_id}
            for row in printed.tables["captures"]
        ],
        "claims": claims,
        "mentions": [
            {**row, "document_id": document_id, "quote": redrawn[row["text_start"] : row["text_end"]],
             "claim_ids": renamed(row["claim_ids"], names)}
            for row in printed.tables["mentions"]
        ],
        "findings": [
            {**row, "document_id": document_id, "subject_ids": renamed(row["subject_ids"], names)}
            for row in printed.tables["findings"]
        ],
    }  # fmt: skip


def relocation(claims: list[Row], places: dict[str, Row], random_source: random.Random) -> dict[str, Row]:
    """For every region of a document another one of its level."""
    moved = {}
    for code in dict.fromkeys(row["region_code"] for row in claims):
        if code in places:
            same = [other for other in places.values() if other["level"] == places[code]["level"]]
            moved[code] = random_source.choice(same)
    return moved


def renamed(ids: str, names: dict[str, str]) -> str:
    """A JSON list of ids, those of claims in their new form."""
    return json.dumps([names.get(identifier, identifier) for identifier in json.loads(ids)])


def shifted(day: str | None, years: int) -> str | None:
    """A day some years later or earlier; the 29th of February becomes the 28th."""
    if day is None:
        return None
    rest = "-02-28" if day[4:] == "-02-29" else day[4:]
    return f"{int(day[:4]) + years:04d}{rest}"


def document_row(row: Row, text: str, document_id: str, number: int, shift: int) -> Row:
    """The document under its new id."""
    days = {name: shifted(row[name], shift) for name in row if re.fullmatch(r"(published|event)_(start|end)", name)}
    own = {
        "id": document_id, "article_id": document_id, "uri": f"https://example.test/{number}", "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "near_copy_of": None, "version": 1,
        "supersedes": None, "publisher": row["publisher"] or f"Kabar {number % 40}",
    }  # fmt: skip
    return {**row, **days, **own}


def claim_row(
    row: Row, text: str, names: dict[str, str], document_id: str, moved: dict[str, Row], shift: int, drawn: bool
) -> Row:
    """The claim with its figure as the text prints it now, its new place and its period."""
    quote = text[row["evidence_start"] : row["evidence_end"]]
    region = moved.get(row["region_code"])
    group = hashlib.sha256(f"{document_id} {row['group_id']}".encode()).hexdigest()[:16]
    own: Row = {
        "id": names[row["id"]], "document_id": document_id, "group_id": group,
        "value": with_digits(row["value"], quote) if drawn else row["value"],
        "evidence_quote": quote, "sentence": text[row["sentence_start"] : row["sentence_end"]],
        "as_of_start": shifted(row["as_of_start"], shift), "as_of_end": shifted(row["as_of_end"], shift),
    }  # fmt: skip
    if region is not None:
        own |= {"region_code": region["code"], "region_name": region["name"], "region_level": region["level"]}
    own["value_number"] = float(own["value"])
    printed = json.loads(row["claim_json"])
    printed |= {"id": own["id"], "document": document_id, "group": group, "value": own["value"]}
    printed["evidence"]["quote"] = quote
    printed["as_of"] |= {"start": own["as_of_start"], "end": own["as_of_end"]}
    if region is not None:
        printed["region"] |= {"code": region["code"], "name": region["name"], "level": region["level"]}
    own["reading"] = reading(printed)
    return {**row, **own, "claim_json": json.dumps(printed, ensure_ascii=False)}


def with_digits(value: str, quote: str) -> str:
    """A plain decimal with the digits that the quote prints."""
    digits: Iterator[str] = iter(re.sub(r"\D", "", quote))
    return "".join(next(digits) if character.isdigit() else character for character in value)


def write(store: Store, documents: list[dict[str, list[Row]]]) -> None:
    """Writes documents in one transaction."""
    with transaction(store.db, store.path):
        for table in TABLES:
            insert(store, table, [row for document in documents for row in document[table]])


def insert(store: Store, table: str, rows: list[Row]) -> None:
    """All rows of one table at once."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        sql = f"INSERT OR IGNORE INTO {table} ({', '.join(rows[0])}) VALUES ({marks})"
        store.db.conn.executemany(sql, [tuple(row.values()) for row in rows])


if __name__ == "__main__":
    main()
