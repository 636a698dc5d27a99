"""``cakupan add``: read documents and store what they claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import wording
from extractor.cli.cells import short
from extractor.cli.failures import Tally, say_note
from extractor.cli.options import database_option, database_path, open_store
from extractor.cli.reading import Reading, quick_start, reading_options, shown
from extractor.errors import CakupanError

if TYPE_CHECKING:
    from extractor.feeding import Fed
    from extractor.inputs import Input
    from extractor.store import Store

Json = Mapping[str, Any]

_STATES = {
    "new": "new",
    "unchanged": "unchanged",
    "new_version": "new version of a known article",
    "known_text": "text already known from elsewhere",
}
_FIRST = 3


@click.command("add")
@reading_options
@click.option("--strict", is_flag=True, help="Exit with 3 when a check disagrees.")
@database_option
@click.pass_context
def command(ctx: click.Context, /, strict: bool, db: str | None, **options: Any) -> None:
    """Read documents and store what they claim; one line for each document.

    INPUT is a file, a folder, a quoted glob such as 'news/**/*.html', a URL, or - for standard input. What
    is already stored stays as it is: adding the same document again changes nothing.
    """
    reading, tally = Reading.of(**options, absolute=True), Tally()
    with open_store(db, create=True) as store:
        states = add_all(reading, store, tally)
    say_note(_summary(states, tally, str(database_path(db))))
    ctx.exit(tally.exit_code(strict=strict))


def add_all(reading: Reading, store: Store, tally: Tally) -> Counter[str]:
    """Read and store every input, a line for each; how many there were of each state."""
    from extractor.cli.console import working

    states: Counter[str] = Counter()
    with working("Reading") as work, quick_start() as started:
        for item in reading.items(tally):
            work.step(item.uri)
            fed = _add(reading, item, store, tally)
            started()
            if fed is not None:
                states[fed.added.status] += 1
                work.say(_line(fed, item.uri))
    compare(store, tally)
    return states


def compare(store: Store, tally: Tally) -> None:
    """Hold what is new against the other documents, and say what does not fit together."""
    from extractor import feeding

    differing = [row for row in feeding.compare(store) if row["verdict"] == "disagrees"]
    tally.disagreeing += len(differing)
    if differing:
        say_note(f"{wording.count(len(differing), 'figure')} reported differently elsewhere: see 'cakupan check'.")


def _add(reading: Reading, item: Input, store: Store, tally: Tally) -> Fed | None:
    """Store one input; None, said and counted, when it cannot be."""
    from extractor.feeding import feed

    try:
        fed = feed(
            store,
            item,
            uri=reading.origin(item),
            media_type=reading.media_type,
            reference_date=reading.reference_date,
        )
    except CakupanError as error:
        tally.fail(shown(item.uri), str(error))
        return None
    tally.done += 1
    tally.disagreeing += fed.disagreeing
    for note in fed.notes:
        say_note(f"{shown(item.uri)}: {note}")
    return fed


def _line(fed: Fed, where: str) -> str:
    """``1a2b3c4d  new  5 claims: 36.47 % achieved, …  |  3 agree, 1 disagree  |  where``."""
    parts = [_claims(fed.claims), wording.verdict_counts(fed.findings), wording.place(shown(where))]
    copied = f", copy of {short(fed.near_copy_of)}" if fed.near_copy_of else ""
    return f"{short(fed.added.document)}  {_STATES[fed.added.status]}{copied}  {'  |  '.join(parts)}"


def _claims(claims: Sequence[Json]) -> str:
    if not claims:
        return "no claims"
    first = ", ".join(f"{wording.value(claim)} {wording.kind(claim)}" for claim in claims[:_FIRST])
    more = ", …" if len(claims) > _FIRST else ""
    return f"{wording.count(len(claims), 'claim')}: {first}{more}"


def _summary(states: Mapping[str, int], tally: Tally, database: str) -> str:
    parts = [f"{count} {_STATES[state]}" for state, count in states.items()] or ["nothing added"]
    if tally.failed:
        parts.append(f"{tally.failed} failed")
    if tally.skipped:
        parts.append(f"{tally.skipped} of other kinds skipped")
    where = f" Stored in {database}." if states else ""
    return f"{', '.join(parts)}.{where}"
