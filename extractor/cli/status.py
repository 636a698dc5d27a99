"""``cakupan status``: what the database holds and what is left to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from extractor.cli.options import database_option, listing_options, open_store
from extractor.cli.output import Column, write_rows

COLUMNS = (
    Column("what", lambda row: row["what"], wrap=False),
    Column("value", lambda row: row["value"]),
)


@click.command("status")
@listing_options
@database_option
def command(output_format: str | None, db: str | None) -> None:
    """Say what the database holds: documents, claims pending and decided, open findings, size."""
    with open_store(db) as store:
        state = store.status()
    if output_format in ("json", "nl"):
        write_rows([state], COLUMNS, output_format)
        return
    write_rows([{"what": name, "value": value} for name, value in _flat(state)], COLUMNS, output_format)


def _flat(state: Mapping[str, Any], before: str = "") -> list[tuple[str, str]]:
    """Names and values, those of nested objects under joined names."""
    rows: list[tuple[str, str]] = []
    for name, value in state.items():
        if isinstance(value, Mapping):
            rows += _flat(value, f"{before}{name.replace('_', ' ')} ")
        else:
            rows.append((f"{before}{name.replace('_', ' ')}", "–" if value is None else str(value)))
    return rows
