"""``cakupan add``: read documents and store what they claim."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from extractor.cli import wording
from extractor.cli.cells import short
from extractor.cli.failures import Tally, say_note
from extractor.cli.options import database_option, database_path, open_store
from extractor.cli.reading import Reading, quick_start, reading_options, shown
from extractor.clock import utc
from extractor.errors import StoreError

if TYPE_CHECKING:
    from extractor.inputs import Input
    from extractor.model import Capture, Extraction
    from extractor.store import Added, Store

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
            stored = _add(reading, item, store, tally)
            started()
            if stored is not None:
                added, found = stored
                states[added.status] += 1
                work.say(_line(added, found, item.uri, copy_of=store.near_copy_of(added.document)))
    compare(store, tally)
    return states


def compare(store: Store, tally: Tally) -> None:
    """Hold what is new against the other documents, and say what does not fit together."""
    from extractor.checks import check_across

    found = store.compare(check_across)
    differing = [row for row in found if row["verdict"] == "disagrees"]
    tally.disagreeing += len(differing)
    if differing:
        say_note(f"{wording.count(len(differing), 'figure')} reported differently elsewhere: see 'cakupan check'.")


def _add(reading: Reading, item: Input, store: Store, tally: Tally) -> tuple[Added, Json] | None:
    """Store one input, read only when these bytes from this place are new; None when it cannot be read.

    With what was stored come its claims and findings, in the contract's shape.
    """
    from extractor.store import Added
    from extractor.wire import claim_to_json, finding_to_json

    known = store.known(reading.origin(item), hashlib.sha256(item.source).hexdigest())
    if known is not None:
        tally.done += 1
        tally.disagreeing += len(store.findings(document=known, verdict="disagrees"))
        return Added("unchanged", known), store.extraction(known)
    extraction = reading.extract(item, tally)
    if extraction is None:
        return None
    found = {
        "claims": [claim_to_json(claim) for claim in extraction.claims],
        "findings": [finding_to_json(finding) for finding in extraction.findings],
    }
    try:
        return store.add(_capture(item, extraction), extraction), found
    except StoreError as error:
        tally.fail(shown(item.uri), str(error))
        return None


def _capture(item: Input, extraction: Extraction) -> Capture:
    from extractor.model import Capture

    return Capture(
        uri=extraction.document.uri,
        retrieved_at=utc(item.retrieved_at),
        media_type=extraction.document.media_type,
        sha256=hashlib.sha256(item.source).hexdigest(),
        source=item.source,
    )


def _line(added: Added, found: Json, where: str, *, copy_of: str | None = None) -> str:
    """``1a2b3c4d  new  5 claims: 36.47 % achieved, …  |  3 agree, 1 disagree  |  where``."""
    parts = [_claims(found["claims"]), wording.verdict_counts(found["findings"]), wording.place(shown(where))]
    copied = f", copy of {short(copy_of)}" if copy_of else ""
    return f"{short(added.document)}  {_STATES[added.status]}{copied}  {'  |  '.join(parts)}"


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
    return f"{', '.join(parts)}. Stored in {database}."
