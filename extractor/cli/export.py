"""``cakupan export``: the claims as reviewed, for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from extractor import exports
from extractor.cli import wording
from extractor.cli.failures import say_note
from extractor.cli.options import claim_filters, database_option, filters, open_store
from extractor.errors import CakupanError


@click.command("export")
@click.option("--format", "form", type=click.Choice(list(exports.FORMATS)), help="The form; else what FILE ends with.")
@click.option("-o", "--output", metavar="FILE", help="Write there, whole or not at all; else to standard output.")
@claim_filters
@database_option
def command(form: str | None, output: str | None, db: str | None, **given: str | None) -> None:
    """Write the claims, corrections applied, with their provenance: the view reviewed_claims.

    Pending and rejected claims are in it too, with their status; --status accepted leaves one kind. Without
    --format and FILE it is CSV. jsonld is schema.org Claim, webannotation the W3C's marks on the evidence.
    """
    form = form or _form_of(output)
    if exports.FORMATS[form].binary and output is None and sys.stdout.isatty():
        raise click.UsageError(f"{form} is not for reading in a terminal: name a file with -o")
    with open_store(db) as store:
        rows = store.each_claim(**filters(store, **given))
        with _opened(output) as file:
            count = exports.write(form, rows, file, store.text)
    say_note(wording.count(count, "claim"))


def _form_of(output: str | None) -> str:
    """The format that a file's name tells, CSV for none."""
    if output is None:
        return "csv"
    fitting = [name for name, form in exports.FORMATS.items() if output.lower().endswith(form.suffix)]
    if not fitting:
        endings = " ".join(form.suffix for form in exports.FORMATS.values())
        raise click.UsageError(f"{output}: its name does not tell the format ({endings}); give --format")
    return fitting[-1]


@contextmanager
def _opened(output: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes its place beside the others only when all went well."""
    if output is None:
        yield sys.stdout.buffer
        return
    path = Path(output)
    if not path.parent.is_dir():
        raise CakupanError(f"{output}: there is no folder {path.parent}; make it first")
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
