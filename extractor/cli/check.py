"""``cakupan check``: what the checks found in the stored documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import card, wording
from extractor.cli.cells import short
from extractor.cli.failures import Tally, say_note
from extractor.cli.options import VERDICTS, database_option, document_name, listing_options, open_store
from extractor.cli.output import Column, write_rows

if TYPE_CHECKING:
    from rich.text import Text

Row = Mapping[str, Any]
_SHOWN = 3  # documents named in the table for a finding across documents; --json names all


def verdict_text(row: Row) -> Text:
    """The verdict with its mark, coloured."""
    from rich.text import Text

    mark, style = wording.VERDICTS[row["verdict"]]
    return Text(f"{mark} {row['verdict']}", style)


COLUMNS = (
    Column("verdict", verdict_text, wrap=False),
    Column("check", lambda row: row["check"], wrap=False),
    Column("what was found", card.finding_text),
    Column("about", lambda row: " ".join(short(name) for name in row["subjects"]), from_width=100),
    Column("document", lambda row: "\n".join(short(name) for name in row["documents"][:_SHOWN]), wrap=False),
)


@click.command("check")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Only findings with this verdict.")
@click.option("--strict", is_flag=True, help="Exit with 3 when a check disagrees.")
@listing_options
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    documents: tuple[str, ...],
    verdict: str | None,
    strict: bool,
    output_format: str | None,
    db: str | None,
) -> None:
    """List what the checks found, in all documents or in those named by id.

    A check agrees, agrees only by rounding, disagrees, or could not be made, and says why. It never
    changes a claim.
    """
    with open_store(db) as store:
        names: list[str | None] = [document_name(name) for name in documents] or [None]
        found = [row for name in names for row in store.findings(document=name, verdict=verdict)]
        waiting = store.status()["documents_to_compare"]
    rows = list({row["id"]: row for row in found}.values())  # one across documents may be about two of those named
    order = {name: number for number, name in enumerate(VERDICTS)}
    rows.sort(key=lambda row: order[row["verdict"]])
    write_rows(rows, COLUMNS, output_format)
    if not rows:
        say_note("No findings here.")
    if waiting:
        say_note(
            f"{wording.count(waiting, 'document')} not compared with the others yet; 'cakupan add' or reextract does."
        )
    tally = Tally(disagreeing=sum(row["verdict"] == "disagrees" for row in rows))
    ctx.exit(tally.exit_code(strict=strict))
