"""``cakupan eval``: how much of the gold the extraction finds, and how much of what it finds is gold."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click


@click.command("eval")
@click.argument("corpus", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="All figures and differences as one JSON object.")
@click.option("--baseline", type=click.Path(dir_okay=False, path_type=Path), help="Compare with this record.")
@click.option("--record", "recording", is_flag=True, help="Write the record (CORPUS/baseline.json or --baseline).")
@click.option("--held-back", is_flag=True, help="Show the errors of the held-back part too.")
@click.pass_context
def command(
    ctx: click.Context, /, corpus: Path, as_json: bool, baseline: Path | None, recording: bool, held_back: bool
) -> None:
    """Measure precision, recall and F1 against the gold annotations in the folder CORPUS.

    Per field, per rule, and every difference with its document and quote. A baseline.json in the folder is
    compared with, to show what a change gained and lost.

    Documents below a folder called held-back are the part that nobody looks at while writing rules: its
    figures stand by themselves, its errors are shown with --held-back, and a record holds its totals alone.
    """
    from extractor.cli.failures import Tally, say_note
    from extractor.evaluate import baseline_path, compare, evaluate, read_baseline, record, render

    report = evaluate(corpus, extract_json)
    path = baseline or baseline_path(corpus)
    wanted = path.exists() or (baseline is not None and not recording)
    compared = compare(report, read_baseline(path)) if wanted else None
    if recording:
        record(report, path)
        say_note(f"recorded in {path}")
    if as_json:
        click.echo(json.dumps(report.to_json(held_back=held_back), ensure_ascii=False))
    else:
        click.echo(render(report, compared, held_back=held_back).rstrip())
    failed = sum(one.error is not None for one in report.documents)
    ctx.exit(Tally(failed=failed).exit_code())


def extract_json(
    source: bytes, *, media_type: str | None, uri: str | None, reference_date: date | None
) -> dict[str, Any]:
    """One document's extraction in the contract's JSON."""
    from extractor.pipeline import extract
    from extractor.wire import to_json

    return to_json(extract(source, media_type=media_type, uri=uri, reference_date=reference_date))
