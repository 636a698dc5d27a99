"""``cakupan show``: one stored document, its text with the numbers marked, and what was read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import card, wording
from extractor.cli.cells import short
from extractor.cli.marks import marked, number_marks
from extractor.cli.options import database_option, document_name, open_store

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Json = Mapping[str, Any]
NUMBERS = ("PERCENT", "COUNT", "MONEY")


@click.command("show")
@click.argument("document")
@click.option("--json", "as_json", is_flag=True, help="As JSON, as 'cakupan extract' prints it.")
@database_option
def command(document: str, as_json: bool, db: str | None) -> None:
    """Show one document: its text with the numbers marked, and all that was read from it.

    DOCUMENT is an id, the start of one, or the file or address it came from. Claimed numbers stand out
    (in plain text: in [[ ]]).
    """
    with open_store(db) as store:
        extraction = store.extraction(document_name(document))
        stored = store.document(extraction["document"]["id"])
        original = store.document(stored["near_copy_of"]) if stored["near_copy_of"] else None
    if as_json:
        import json

        click.echo(json.dumps(extraction, ensure_ascii=False))
        return
    from extractor.cli.console import stdout

    show(extraction, stdout(), copies=list(_copies(stored, original)))


def show(extraction: Json, console: Console, *, copies: Iterable[tuple[str, str]] = ()) -> None:
    """Print a document with its claims, regulations, officials, findings and unclaimed numbers.

    ``copies`` are titles and texts about its near-copies.
    """
    document = extraction["document"]
    console.print(card.heading(document))
    console.print(card.field_table([("document", document["id"]), *copies, *_dates(document)]))
    marks = number_marks(extraction["mentions"])
    colour = bool(console.color_system)
    text = marked(document["text"], 0, len(document["text"]), marks, colour=colour)
    console.print()
    console.print(text, soft_wrap=not console.is_terminal)
    for title, table in _sections(extraction):
        console.print(f"\n{title}", style="bold")
        console.print(table)


def _copies(stored: Json, original: Json | None) -> Iterator[tuple[str, str]]:
    """What the document is a near-identical copy of, or which copies of it are stored."""
    if original is not None:
        told = (original["publisher"], original["title"], wording.place(original["uri"]))
        yield "copy of", f"{short(original['id'])} ({', '.join(part for part in told if part)})"
    if stored["near_copies"]:
        yield "copies", " ".join(short(name) for name in stored["near_copies"])


def _dates(document: Json) -> Iterator[tuple[str, str]]:
    for name in ("published", "event"):
        dated = document[name]
        words = f" “{dated['text']}”" if dated["text"] else ""
        yield name, f"{wording.period(dated)} ({dated['basis']}){words}"
    if document["byline"]:
        yield "byline", document["byline"]


def _sections(extraction: Json) -> Iterator[tuple[str, RenderableType]]:
    claims, mentions = extraction["claims"], extraction["mentions"]
    if claims:
        yield f"Claims ({len(claims)})", card.field_table([(short(row["id"]), _claim(row)) for row in claims])
    for label, title, words in (
        ("REGULATION", "Regulations", _regulation),
        ("OFFICIAL", "Officials", _official),
    ):
        rows = list(dict.fromkeys(words(row) for row in mentions if row["label"] == label))
        if rows:
            yield f"{title} ({len(rows)})", card.field_table(rows)
    if extraction["findings"]:
        yield (
            f"Checks: {wording.verdict_counts(extraction['findings'])}",
            card.finding_table(extraction["findings"]),
        )
    unclaimed = list(not_claimed(mentions))
    if unclaimed:
        yield f"Numbers not claimed ({len(unclaimed)})", card.field_table(unclaimed)


def _claim(claim: Json) -> str:
    said = f" · {claim['speaker']['name']}" if claim["speaker"] else ""
    status = "" if claim["status"] == "pending" else f" · {claim['status']}"
    return f"{wording.one_line(claim)}{said}{status}"


def _regulation(mention: Json) -> tuple[str, str]:
    value = mention["value"]
    articles = ", ".join(f"pasal {place['article']}" for place in value["articles"])
    return value["id"], " · ".join(part for part in (value["title"], articles, value["issuer"]) if part)


def _official(mention: Json) -> tuple[str, str]:
    value = mention["value"]
    office = " ".join(part for part in (value["acting"], value["position"]) if part)
    degrees = ", ".join([*value["degrees_before"], *value["degrees_after"]])
    return value["name"], office + (f" ({degrees})" if degrees else "")


def not_claimed(mentions: Iterable[Json]) -> Iterator[tuple[str, str]]:
    """Every number that became no claim, with the reason."""
    for row in mentions:
        if row["label"] in NUMBERS and not row["claims"]:
            yield row["quote"], row["not_claimed"] or "no reason is recorded"
