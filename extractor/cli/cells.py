"""Cells that several tables share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from extractor.cli import records, wording

if TYPE_CHECKING:
    from rich.text import Text

Row = Mapping[str, Any]


def short(identifier: str) -> str:
    """The start of an id: enough to name it on the command line."""
    return identifier[:8]


def status_text(row: Row) -> Text:
    """What review decided, with a flag where one is raised; below it what the document is a near-copy of."""
    from rich.text import Text

    flag = " ⚑" if row.get("flagged") else ""
    copied = row.get("near_copy_of")
    return Text.assemble(
        (row["status"] + flag, wording.STATUSES[row["status"]]), (f"\ncopy of {short(copied)}" if copied else "", "dim")
    )


def checks_text(row: Row) -> Text:
    """The marks of the verdicts, coloured, the worst first."""
    from rich.text import Text

    marks = wording.verdict_marks(records.verdicts(row))
    styles = dict(wording.VERDICTS.values())
    return Text.assemble(*((mark, styles[mark]) for mark in marks))
