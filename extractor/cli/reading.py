"""From the inputs named on the command line to extractions, one by one; what fails is said and counted."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from extractor.cli.clock import utc_now
from extractor.cli.failures import Tally, say_note
from extractor.errors import CakupanError

if TYPE_CHECKING:
    from extractor.inputs import Input
    from extractor.model import Extraction

Command = TypeVar("Command", bound=Callable[..., Any])
_MEGABYTE = 1_000_000


def reading_options(command: Command) -> Command:
    """``INPUT...`` and how to read them: passes ``inputs reference_date uri media_type max_size``."""
    options = [
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
        click.option(
            "--reference-date",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="DATE",
            help="When it was read or published, for dates without a year.",
        ),
        click.option("--uri", metavar="URI", help="Where the document comes from; for one input."),
        click.option("--media-type", metavar="TYPE", help="Such as text/html; else told from the bytes."),
        click.option(
            "--max-size", type=float, default=20, show_default=True, metavar="MB", help="Larger inputs fail."
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True)
class Reading:
    """How the inputs of one command are to be read."""

    inputs: Sequence[str]
    reference_date: date | None
    uri: str | None
    media_type: str | None
    max_bytes: int

    @classmethod
    def of(
        cls,
        inputs: Sequence[str],
        reference_date: datetime | None,
        uri: str | None,
        media_type: str | None,
        max_size: float,
    ) -> Reading:
        """From the command's options; raises UsageError where they do not fit together."""
        if uri and len(inputs) > 1:
            raise click.UsageError("--uri names the origin of one document; give one INPUT with it")
        day = reference_date.date() if reference_date else None
        return cls(inputs, day, uri, media_type, int(max_size * _MEGABYTE))

    def items(self, tally: Tally) -> Iterator[Input]:
        """Every input that could be fetched; the others are said and counted in ``tally``."""
        from extractor.inputs import Failure, Skipped, expand

        for item in expand(self.inputs, stdin=sys.stdin.buffer, now=utc_now, max_bytes=self.max_bytes):
            if isinstance(item, Failure):
                tally.fail(item.where, item.message)
            elif isinstance(item, Skipped):
                tally.skipped += 1
            else:
                yield item

    def extract(self, item: Input, tally: Tally) -> Extraction | None:
        """What the input holds; None, said and counted, when it cannot be read."""
        where = self.where(item)
        try:
            extraction = extract(
                item.source,
                media_type=self.media_type or item.media_type,
                uri=where,
                reference_date=self.reference_date,
            )
        except CakupanError as error:
            tally.fail(where, str(error))
            return None
        tally.done += 1
        tally.disagreeing += sum(finding.verdict == "disagrees" for finding in extraction.findings)
        for note in extraction.document.notes:
            say_note(f"{where}: {note}")
        return extraction

    def where(self, item: Input) -> str:
        """Where an input comes from: as told by the user, else as found."""
        return self.uri or item.uri


def extract(
    source: bytes, *, media_type: str | None, uri: str | None, reference_date: date | None = None
) -> Extraction:
    """The pipeline's ``extract``, imported when first called."""
    from extractor.pipeline import extract as run

    return run(source, media_type=media_type, uri=uri, reference_date=reference_date)


@contextmanager
def quick_start() -> Iterator[Callable[[], None]]:
    """No garbage collection until ``started`` is called, after the first document.

    Loading the language library creates a million objects that all stay; collecting among them takes a
    fifth of the time of a cold start. They are set aside for good once the first document is read.
    """
    gc.disable()

    def started() -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    try:
        yield started
    finally:
        gc.enable()
