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

from extractor.cli.failures import Tally, say_note
from extractor.cli.options import document_name
from extractor.clock import now
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
        click.option("--max-size", type=float, default=20, show_default=True, metavar="MB", help="Larger inputs fail."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True)
class Reading:
    """How the inputs of one command are to be read.

    ``absolute`` gives files their full path as uri, so that two files of one name in two folders are two
    documents to a database; otherwise a file is called what the user called it.
    """

    inputs: Sequence[str]
    reference_date: date | None
    uri: str | None
    media_type: str | None
    max_bytes: int
    absolute: bool = False

    @classmethod
    def of(
        cls,
        inputs: Sequence[str],
        reference_date: datetime | None,
        uri: str | None,
        media_type: str | None,
        max_size: float,
        *,
        absolute: bool = False,
    ) -> Reading:
        """From the command's options; raises UsageError where they do not fit together."""
        if uri and len(inputs) > 1:
            raise click.UsageError("--uri names the origin of one document; give one INPUT with it")
        day = reference_date.date() if reference_date else None
        return cls(inputs, day, uri, media_type, int(max_size * _MEGABYTE), absolute)

    def items(self, tally: Tally) -> Iterator[Input]:
        """Every input that could be fetched; the others are said and counted in ``tally``."""
        from extractor.inputs import Failure, Skipped, expand

        for item in expand(self.inputs, stdin=sys.stdin.buffer, clock=now, limit=self.max_bytes):
            if isinstance(item, Failure):
                tally.fail(shown(item.where), item.message)
            elif isinstance(item, Skipped):
                tally.skipped += 1
            else:
                yield item

    def extract(self, item: Input, tally: Tally) -> Extraction | None:
        """What the input holds; None, said and counted, when it cannot be read."""
        extraction = extract_or_say(
            item.source,
            tally,
            shown(item.uri),
            media_type=self.media_type or item.media_type,
            uri=self.origin(item),
            reference_date=self.reference_date,
        )
        if extraction is not None:
            tally.disagreeing += sum(finding.verdict == "disagrees" for finding in extraction.findings)
            for note in extraction.document.notes:
                say_note(f"{shown(item.uri)}: {note}")
        return extraction

    def origin(self, item: Input) -> str | None:
        """The uri of an input: as told by the user, else as found; None for standard input."""
        if self.uri or item.uri == "-":
            return self.uri
        return document_name(item.uri) if self.absolute else item.uri


def shown(uri: str) -> str:
    """What an input is called in messages."""
    return "standard input" if uri == "-" else uri


def extract_or_say(source: bytes, tally: Tally, where: str, **how: Any) -> Extraction | None:
    """What is read; None, said and counted in ``tally``, when the document cannot be read."""
    from extractor.feeding import read

    try:
        extraction = read(source, **how)
    except CakupanError as error:
        tally.fail(where, str(error))
        return None
    tally.done += 1
    return extraction


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
