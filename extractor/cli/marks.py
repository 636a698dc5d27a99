"""Text with spans marked: colour on a terminal, ``[[ ]]`` around the claimed number where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.text import Text

CLAIMED = "bold reverse"
LABEL_STYLES = {
    "PERCENT": "bold yellow",
    "COUNT": "bold yellow",
    "MONEY": "magenta",
    "REGION": "green",
    "DATE": "cyan",
    "SEGMENT": "blue",
    "PROGRAMME": "blue",
    "PLAN": "blue",
    "REGULATION": "magenta",
    "OFFICIAL": "red",
    "ORGANISATION": "dim",
}


@dataclass(frozen=True)
class Mark:
    """A span of the document's text and how to show it; ``brackets`` are put around it without colour."""

    start: int
    end: int
    style: str
    brackets: bool = False


def mention_marks(mentions: Iterable[Mapping[str, Any]]) -> list[Mark]:
    """Every mention in the colour of its label."""
    return [Mark(row["start"], row["end"], LABEL_STYLES.get(row["label"], "bold")) for row in mentions]


def number_marks(mentions: Iterable[Mapping[str, Any]]) -> list[Mark]:
    """The numbers: claimed ones stand out and are bracketed, the others are coloured only."""
    return [
        Mark(
            row["start"],
            row["end"],
            CLAIMED if row["claims"] else LABEL_STYLES[row["label"]],
            bool(row["claims"]),
        )
        for row in mentions
        if row["label"] in ("PERCENT", "COUNT", "MONEY")
    ]


def marked(text: str, start: int, end: int, marks: Iterable[Mark], *, colour: bool) -> Text:
    """``text[start:end]`` with its marks; where marks overlap the later one is on top."""
    from rich.text import Text

    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    if colour:
        shown = Text(text[start:end])
        for mark in inside:
            shown.stylize(mark.style, mark.start - start, mark.end - start)
        return shown
    bracketed = {(mark.start, mark.end) for mark in inside if mark.brackets}
    pieces, at = [], start
    for left, right in sorted(bracketed):
        if left >= at:
            pieces += [text[at:left], "[[", text[left:right], "]]"]
            at = right
    return Text("".join([*pieces, text[at:end]]))
