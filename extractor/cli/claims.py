"""``cakupan claims``: the stored claims, decisions applied, one row each."""

from __future__ import annotations

import click

from extractor.cli import records, wording
from extractor.cli.cells import checks_text, short, status_text
from extractor.cli.failures import say_note
from extractor.cli.options import claim_filters, database_option, filters, listing_options, open_store
from extractor.cli.output import Column, write_rows

COLUMNS = (
    Column("claim", lambda row: short(row["claim_id"]), wrap=False),
    Column("value", lambda row: wording.value(records.claim(row)), right=True, wrap=False),
    Column("kind", lambda row: wording.kind(records.claim(row))),
    Column("region", lambda row: wording.short_region(records.claim(row))),
    Column("segment", lambda row: wording.segment(records.claim(row))),
    Column("as of", lambda row: wording.as_of(records.claim(row)), min_width=10),
    Column("said by", lambda row: row["speaker_name"] or "–", from_width=110),
    Column("publisher", lambda row: row["publisher"] or "–", from_width=130),
    Column("document", lambda row: short(row["document_id"]), from_width=120, wrap=False),
    Column("published", lambda row: wording.period(records.dated(row, "published")), from_width=150),
    Column("checks", checks_text, wrap=False),
    Column("status", status_text, from_width=1, wrap=False),
)


@click.command("claims")
@claim_filters
@listing_options
@database_option
def command(output_format: str | None, db: str | None, **given: str | None) -> None:
    """List the stored claims, with the decisions of reviewers applied.

    The marks under "checks": ✓ agrees, ≈ agrees only by rounding, ✗ disagrees, ? could not be checked.
    'cakupan why CLAIM' explains one of them.
    """
    with open_store(db) as store:
        rows = store.claims(**filters(store, **given))
    write_rows(rows, COLUMNS, output_format)
    if not rows and any(given.values()):
        say_note("No claims match. 'cakupan status' shows what is stored; 'cakupan claims' lists all of it.")
    elif not rows:
        say_note("No claims here. 'cakupan add FILE...' reads documents; 'cakupan status' shows what is stored.")
