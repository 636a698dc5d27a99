"""``cakupan reextract``: read the stored captures again, offline, after rules have changed."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import wording
from extractor.cli.add import compare
from extractor.cli.cells import short
from extractor.cli.failures import Tally, say_note
from extractor.cli.options import database_option, listing_options, open_store
from extractor.cli.output import Column, write_rows
from extractor.cli.reading import extract_or_say
from extractor.clock import utc_now

if TYPE_CHECKING:
    from extractor.store import Store

Row = Mapping[str, Any]
_COUNTS = ("gained", "lost", "changed", "differs")

COLUMNS = (
    Column("document", lambda row: short(row["document"]), wrap=False),
    *(Column(name, itemgetter(name), right=True, wrap=False) for name in _COUNTS),
    Column("where", lambda row: wording.place(row["uri"])),
)


@click.command("reextract")
@listing_options
@database_option
@click.pass_context
def command(ctx: click.Context, /, output_format: str | None, db: str | None) -> None:
    """Read the stored captures again with today's rules.

    Nothing is fetched, and no decision is overridden: where a reviewed claim now reads differently it is
    counted under "differs" and stays as decided. Lists the documents where something changed or differs.
    """
    tally = Tally()
    with open_store(db) as store:
        rows = _reextract_all(store, tally)
    write_rows([row for row in rows if any(row[name] for name in _COUNTS)], COLUMNS, output_format)
    changed = sum(bool(row["gained"] or row["lost"] or row["changed"]) for row in rows)
    differing = sum(row["differs"] for row in rows)
    say_note(
        f"{wording.count(tally.done, 'document')} read again, {changed} of them changed; "
        f"reviewed claims that now read differently: {differing}."
    )
    ctx.exit(tally.exit_code())


def _reextract_all(store: Store, tally: Tally) -> list[dict[str, Any]]:
    from extractor.cli.console import working

    rows = []
    with working("Reading again") as work:
        for capture in store.captures():
            where = capture.uri or short(capture.sha256)
            work.step(where)
            extraction = extract_or_say(capture.source, tally, where, media_type=capture.media_type, uri=capture.uri)
            if extraction is not None:
                replaced = store.replace(capture, extraction, at=utc_now())
                counts = {name: len(getattr(replaced, name)) for name in _COUNTS}
                rows.append({"document": replaced.document, "uri": capture.uri, **counts})
        compare(store, tally)
    return rows
