"""``cakupan why``: how one claim came about, from the printed characters to every field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import card
from extractor.cli.options import database_option, open_store
from extractor.cli.show import not_claimed

if TYPE_CHECKING:
    from rich.console import Console

Json = Mapping[str, Any]
_NEIGHBOURHOOD = 400


@click.command("why")
@click.argument("claim")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@database_option
def command(claim: str, as_json: bool, db: str | None) -> None:
    """Explain one claim.

    CLAIM is an id or the start of one. Shows the sentence with every mention marked, the rules that fired
    and the reason for each, what decided region, segment, kind and as-of date, the checks with their
    arithmetic, the decisions of reviewers, and why the numbers beside it were not claimed.
    """
    with open_store(db) as store:
        row = store.claim(claim)
        extraction = store.extraction(row["document"])
        decisions = store.decisions(row["id"])
    if as_json:
        import json

        click.echo(json.dumps(explanation(row, extraction, decisions), ensure_ascii=False))
        return
    from extractor.cli.console import stdout

    explain(explanation(row, extraction, decisions), extraction, stdout())


def explanation(claim: Json, extraction: Json, decisions: Sequence[Json]) -> dict[str, Any]:
    """All that speaks to a claim, as data."""
    from extractor.cli.rules import reasons

    text, evidence = extraction["document"]["text"], claim["evidence"]
    start, end = evidence["sentence_start"], evidence["sentence_end"]
    in_sentence = [row for row in extraction["mentions"] if start <= row["start"] < end]
    nearby = [row for row in extraction["mentions"] if start - _NEIGHBOURHOOD <= row["start"] < end + _NEIGHBOURHOOD]
    known = reasons()
    fired = dict.fromkeys([*claim["rules"], *(row["rule"] for row in in_sentence)])
    return {
        "claim": claim,
        "sentence": text[start:end],
        "mentions": in_sentence,
        "rules": [{"id": rule, "reason": known.get(rule)} for rule in fired],
        "findings": [row for row in extraction["findings"] if claim["id"] in row["subjects"]],
        "decisions": list(decisions),
        "not_claimed": [{"quote": quote, "reason": reason} for quote, reason in not_claimed(nearby)],
    }


def explain(found: Json, extraction: Json, console: Console) -> None:
    """Print an explanation."""
    from rich.padding import Padding

    document, claim = extraction["document"], found["claim"]
    console.print(card.heading(document))
    colour = bool(console.color_system)
    console.print(Padding(card.sentence(document, claim, found["mentions"], colour=colour), (1, 2)))
    console.print(card.field_table(card.fields(claim)))
    for title, rows in _sections(found):
        console.print(f"\n{title}", style="bold")
        console.print(card.field_table(rows))
    if found["findings"]:
        console.print("\nChecks", style="bold")
        console.print(card.finding_table(found["findings"]))


def _sections(found: Json) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield (
        "In this sentence",
        [(row["label"], f"{row['quote']}  ({row['rule']})") for row in found["mentions"]],
    )
    yield (
        "Rules",
        [(row["id"], row["reason"] or "no reason is on file for this rule") for row in found["rules"]],
    )
    if found["not_claimed"]:
        yield (
            "Numbers nearby that are no claims",
            [(row["quote"], row["reason"]) for row in found["not_claimed"]],
        )
    if found["decisions"]:
        yield "Decisions", [(row["at"], f"{row['reviewer']}: {row['action']}") for row in found["decisions"]]
