"""One claim as a person wants to see it: the sentence in its context, the fields, the checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractor.cli import wording
from extractor.cli.marks import CLAIMED, Mark, marked, mention_marks

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

Json = Mapping[str, Any]
CONTEXT = 160


def heading(document: Json) -> Text:
    """Title, publisher, publication date and where the document came from."""
    from rich.text import Text

    published = wording.period(document["published"])
    parts = [
        document["publisher"] or "publisher unknown",
        f"published {published}",
        wording.place(document["uri"]),
    ]
    title = document["title"] or document["text"].split("\n", 1)[0][:100]
    return Text.assemble((title, "bold"), "\n", (" · ".join(parts), "dim"))


def sentence(document: Json, claim: Json, mentions: Iterable[Json], *, colour: bool, context: int = CONTEXT) -> Text:
    """The claim's sentence, its number standing out, other mentions coloured, between dim neighbours.

    ``context`` is how many characters of the text before and after are shown.
    """
    from rich.text import Text

    text, evidence = document["text"], claim["evidence"]
    if text[evidence["start"] : evidence["end"]] != evidence["quote"]:  # kept for its decisions only
        return Text(f"{claim['sentence']} (as it stood when reviewed; no longer in the text)")
    start, end = evidence["sentence_start"], evidence["sentence_end"]
    number = Mark(evidence["start"], evidence["end"], CLAIMED, brackets=True)
    before = text[max(0, start - context) : start]
    if context and start > context:
        before = "…" + before.partition(" ")[2]
    after = text[end : end + context]
    if context and end + context < len(text):
        after = after.rpartition(" ")[0] + " …"
    middle = marked(text, start, end, [*mention_marks(mentions), number], colour=colour)
    return Text.assemble((before, "dim"), middle, (after, "dim"))


def fields(claim: Json) -> list[tuple[str, str]]:
    """The fields that say something, titled and in words, with what decided region and as-of."""
    place, dated = claim["region"], claim["as_of"]
    known = [
        ("number", wording.value(claim)),
        ("kind", _kind(claim)),
        ("region", f"{wording.region(claim)} [{place['code'] or place['level']}], {_words(place['basis'])}"),
        ("segment", wording.segment(claim)),
        ("as of", f"{wording.period(dated)}, {_words(dated['basis'])}{_printed(dated)}"),
        ("said by", f"{wording.official(claim['speaker'])} ({_words(claim['attribution'])})"),
    ]
    further = [
        ("change", " ".join(filter(None, (claim["change_basis"], _since(claim["baseline"]))))),
        ("programme", " ".join(claim["programme"])),
        ("plan", ", ".join(claim["plan"])),
        ("source", claim["data_source"]),
        ("funding", ", ".join(claim["funding"])),
        ("rank", claim["rank"]),
        ("flags", ", ".join(claim["flags"])),
        ("sure", _confidence(claim)),
        ("status", _status(claim)),
        ("today", _today(claim)),
    ]
    return known + [(title, shown) for title, shown in further if shown]


def _kind(claim: Json) -> str:
    of = {"unknown": "", "segment_total": " of the segment"}.get(
        claim["population"], f" of {_words(claim['population'])}"
    )
    return (
        f"{wording.kind(claim, members=False)}, {_words(claim['indicator'])}{of if claim['unit'] == 'percent' else ''}"
    )


def _status(claim: Json) -> str:
    decided = [claim["status"]] if claim["status"] != "pending" else []
    return ", ".join(decided + (["flagged"] if claim.get("flagged") else []))


def _today(claim: Json) -> str | None:
    """What the program reads today, where that is not what was reviewed."""
    if not claim.get("differs_from_reviewed"):
        return None
    if not claim["still_found"]:
        return "no longer found in the text; the decision stands"
    return f"read as {wording.one_line(claim['machine'])}; the decision stands"


def _words(code: str) -> str:
    return code.replace("_", " ")


def _printed(dated: Json) -> str:
    return f" “{dated['text']}”" if dated.get("text") else ""


def _since(baseline: str | None) -> str | None:
    return f"since {baseline}" if baseline else None


def _confidence(claim: Json) -> str | None:
    if claim["confidence"] >= 1:
        return None
    reasons = "; ".join(claim["confidence_reasons"])
    return f"{claim['confidence']:.0%}" + (f": {reasons}" if reasons else "")


def field_table(rows: Sequence[tuple[str, str]]) -> RenderableType:
    """Titles and texts in two columns; long texts wrap inside theirs."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for title, shown in rows:
        table.add_row(title, Text(shown))
    return table


def finding_table(findings: Sequence[Json]) -> RenderableType:
    """Findings, worst first: mark, check, the arithmetic in words and, where unchecked, the reason."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    order = ["disagrees", "unchecked", "rounding", "agrees"]
    for finding in sorted(findings, key=lambda row: order.index(row["verdict"])):
        mark, style = wording.VERDICTS[finding["verdict"]]
        table.add_row(Text(f"{mark} {finding['verdict']}", style), finding["check"], finding_text(finding))
    return table


def finding_text(finding: Json) -> str:
    """The message, with the reason when it is not already part of it."""
    reason = finding.get("reason")
    return finding["message"] if not reason or reason in finding["message"] else f"{finding['message']}: {reason}"
