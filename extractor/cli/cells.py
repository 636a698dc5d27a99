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
    """What review decided, with a flag where one is raised; coloured."""
    from rich.text import Text

    return Text(row["status"] + (" ⚑" if row.get("flagged") else ""), wording.STATUSES[row["status"]])


def checks_text(row: Row) -> Text:
    """The marks of the verdicts, coloured, the worst first."""
    from rich.text import Text

    marks = wording.verdict_marks(records.verdicts(row))
    styles = dict(wording.VERDICTS.values())
    return Text.assemble(*((mark, styles[mark]) for mark in marks))
