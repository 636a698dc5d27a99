"""``cakupan demo``: the documents that ship with the program, read, stored and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import check, claims, timeline, wording
from extractor.cli.add import add_all
from extractor.cli.failures import Tally
from extractor.cli.options import database_option, database_path, open_store
from extractor.cli.output import write_rows
from extractor.cli.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.store import Store

DEMO_DATABASE = Path("output") / "demo.db"
_SHOWN = 2
_MAX_BYTES = 20_000_000


@click.command("demo")
@database_option
@click.pass_context
def command(ctx: click.Context, /, db: str | None) -> None:
    """Read the documents that ship with the program and show what they claim.

    They go into output/demo.db (or --db), so that you can try every other command on them.
    """
    from extractor.cli.console import stdout
    from extractor.evaluate import load_gold
    from extractor.resources import data_folder

    chosen = db or ctx.find_root().obj
    path = str(database_path(chosen)) if chosen else str(DEMO_DATABASE)
    console, tally = stdout(), Tally()
    with open_store(path, create=True) as store:
        console.print("Reading the sample documents\n", style="bold")
        documents = [str(gold.path) for gold in load_gold(data_folder("corpus")) if not gold.held_back]
        add_all(Reading(documents, None, None, None, _MAX_BYTES, absolute=True), store, tally)
        _show(store, console)
    _next_steps(path, console)
    ctx.exit(tally.exit_code())


def _show(store: Store, console: Console) -> None:
    rows = store.claims()
    some = [row for row in rows if row["position"] < _SHOWN]
    claimed = wording.count(len(rows), "claim")
    console.print(f"\n{claimed}; the first {_SHOWN} of each document (all: cakupan claims)\n", style="bold")
    write_rows(some, claims.COLUMNS, "table")
    findings = [row for row in store.findings() if row["verdict"] in ("disagrees", "rounding")]
    console.print("\nFigures that do not add up, or only by rounding (cakupan check)\n", style="bold")
    write_rows(findings, check.COLUMNS, "table")
    if not rows:
        return
    code, name = _most_reported(rows)
    console.print(f"\nWhat was reported for {name} (cakupan timeline {code})\n", style="bold")
    reported = store.timeline(code)
    write_rows(reported, timeline.COLUMNS, "table")
    timeline.show_chart(reported, console)


def _most_reported(rows: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """Code and name of the region that most documents report on, then most claims."""
    known = [row for row in rows if row["region_code"]]
    claimed = Counter(row["region_code"] for row in known)
    documents = Counter(code for code, _ in {(row["region_code"], row["document_id"]) for row in known})
    chosen = max(known, key=lambda row: (documents[row["region_code"]], claimed[row["region_code"]]))
    return chosen["region_code"], chosen["region_name"]


def _next_steps(path: str, console: Console) -> None:
    steps = (
        (f"cakupan --db {path} serve", "review and look around in the browser"),
        (f"cakupan --db {path} review", "the same in the terminal: accept, reject or correct, one key each"),
        (f"cakupan --db {path} claims --finding disagrees", "claims whose figures do not add up"),
        (f"cakupan --db {path} why CLAIM", "where a claim comes from, down to the characters"),
        ("cakupan add FILE...", "your own saved pages and PDFs, into output/cakupan.db"),
    )
    console.print("\nWhat to type next\n", style="bold")
    width = max(len(typed) for typed, _ in steps)
    for typed, does in steps:
        console.print(f"  {typed:<{width}}  {does}", soft_wrap=True)
