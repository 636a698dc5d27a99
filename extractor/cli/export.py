"""``cakupan export``: the claims as reviewed, for other programs."""

from __future__ import annotations

import click

from extractor.cli import wording
from extractor.cli.failures import say_note
from extractor.cli.options import claim_filters, database_option, filters, open_store
from extractor.cli.output import write_rows

_FORMS = {"csv": "csv", "json": "json", "jsonl": "nl"}


@click.command("export")
@click.option("--format", "form", type=click.Choice(list(_FORMS)), default="csv", show_default=True, help="The form.")
@claim_filters
@database_option
def command(form: str, db: str | None, **given: str | None) -> None:
    """Write the claims, corrections applied, with their provenance: the view reviewed_claims.

    Pending and rejected claims are in it too, with their status; --status accepted leaves one kind.
    """
    with open_store(db) as store:
        rows = store.claims(**filters(**given))
    write_rows(rows, (), _FORMS[form])
    say_note(wording.count(len(rows), "claim"))
