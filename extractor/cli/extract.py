"""``cakupan extract``: documents in, JSON out; no database."""

from __future__ import annotations

import json
from typing import Any

import click

from extractor.cli.failures import Tally, say_note
from extractor.cli.reading import Reading, quick_start, reading_options


@click.command("extract")
@reading_options
@click.option("--strict", is_flag=True, help="Exit with 3 when a check disagrees.")
@click.pass_context
def command(ctx: click.Context, /, strict: bool, **options: Any) -> None:
    """Print what documents claim as JSON, one object per document and line.

    INPUT is a file, a folder, a quoted glob such as 'news/**/*.html', a URL, or - for standard input. HTML,
    PDF, text and Markdown are told apart by their bytes. Nothing is stored.
    """
    from extractor.wire import to_json

    reading, tally = Reading.of(**options), Tally()
    with quick_start() as started:
        for item in reading.items(tally):
            extraction = reading.extract(item, tally)
            started()
            if extraction is not None:
                click.echo(json.dumps(to_json(extraction), ensure_ascii=False))
    if tally.skipped:
        say_note(f"{tally.skipped} files of other kinds skipped")
    ctx.exit(tally.exit_code(strict=strict))
