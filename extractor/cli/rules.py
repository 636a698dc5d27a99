"""``cakupan rules``: what the program looks for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from extractor.cli import wording
from extractor.cli.failures import say_note
from extractor.cli.options import listing_options
from extractor.cli.output import Column, write_rows

COLUMNS = (
    Column("rule", lambda row: row["id"], wrap=False),
    Column("label", lambda row: row["label"], wrap=False),
    Column("status", lambda row: row["status"], wrap=False, from_width=100),
    Column("examples", lambda row: len(row["examples"]) + len(row["counterexamples"]), right=True, wrap=False),
    Column("reason", lambda row: row["reason"]),
)


@click.command("rules")
@click.argument("rule", required=False)
@listing_options
def command(rule: str | None, output_format: str | None) -> None:
    """List the extraction rules, or show one with its examples.

    RULE is an id, or the start of several: 'cakupan rules region'.
    """
    rows = list(all_rules())
    if rule:
        rows = [row for row in rows if row["id"] == rule] or [row for row in rows if row["id"].startswith(rule)]
        if not rows:
            from extractor.errors import UnknownItem

            raise UnknownItem(f"{rule}: no rule has this id; 'cakupan rules' lists them")
    if len(rows) == 1 and output_format in (None, "table"):
        _show(rows[0])
        return
    write_rows(rows, COLUMNS, output_format)
    say_note(wording.count(len(rows), "rule"))


def all_rules() -> Iterator[dict[str, Any]]:
    """Rules that find mentions, then rules that decide what a claim says, as rows."""
    from extractor.resources import patterns, read_toml
    from extractor.rules import load_rules

    for rule in load_rules():
        yield {
            "id": rule.id,
            "label": rule.label,
            "status": rule.status,
            "reason": rule.reason,
            "examples": [{"text": example.text, "match": example.match} for example in rule.examples],
            "counterexamples": [{"text": text} for text in rule.counterexamples],
            "known_misses": [{"text": example.text, "match": example.match} for example in rule.known_misses],
            "file": f"rules/{rule.file}",
        }
    for path in sorted(patterns("claims").glob("*.toml")):
        for row in read_toml(path).get("rule", ()):
            yield _claim_rule(row, path.name)


def _claim_rule(row: Mapping[str, Any], file: str) -> dict[str, Any]:
    return {
        "id": row["id"],
        "label": "CLAIM",
        "status": row.get("status", "stable"),
        "reason": row["reason"],
        "examples": list(row.get("examples", ())),
        "counterexamples": list(row.get("counterexamples", ())),
        "known_misses": list(row.get("known_misses", ())),
        "file": f"claims/{file}",
    }


def reasons() -> dict[str, str]:
    """The reason of every rule, by its id."""
    return {row["id"]: row["reason"] for row in all_rules()}


def _show(row: Mapping[str, Any]) -> None:
    from extractor.cli.card import field_table
    from extractor.cli.console import stdout

    console = stdout()
    console.print(row["id"], style="bold")
    console.print(field_table([(name, row[name]) for name in ("label", "status", "reason", "file")]))
    for title in ("examples", "counterexamples", "known_misses"):
        if row[title]:
            console.print(f"\n{title.replace('_', ' ')}", style="bold")
            console.print(field_table([("·", _example(example)) for example in row[title]]))


def _example(example: Mapping[str, Any]) -> str:
    wanted = example.get("match") or example.get("claim")
    if not wanted:
        return str(example["text"])
    shown = wanted if isinstance(wanted, str) else ", ".join(f"{key} {value}" for key, value in wanted.items())
    wrong = f", not {example['wrong']}" if example.get("wrong") else ""
    return f"{example['text']}  →  {shown}{wrong}"
