"""Stage two: labelled spans with normalised values, found by the rules of ``patterns/rules/``.

Each label has one module with ``find(parsed, matches) -> list[Found]``: the matches are those of the
label's own rules, the module reads their values (with the readers ``numbers dates regions regulations
names``) and may widen or drop a span. Of labels that read digits the first in ``_NUMERIC_ORDER`` keeps a
digit: ``2021`` in ``Inpres 2/2021`` is neither a date nor a count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from extractor.language import Parsed
from extractor.mentions import (
    codes,
    dates,
    money,
    officials,
    organisations,
    quantities,
    regions,
    regulations,
)
from extractor.mentions import tables as table_cells
from extractor.model import Cue, Found, Table
from extractor.regions import gazetteer_phrases
from extractor.rules import RuleMatch, RuleSet, load_rules

Finder = Callable[[Parsed, Sequence[RuleMatch]], list[Found]]

_NUMERIC_ORDER = ("REGULATION", "DATE", "MONEY", "PERCENT", "COUNT")
_FINDERS: dict[str, Finder] = {
    "REGULATION": regulations.find,
    "MONEY": money.find,
    "OFFICIAL": officials.find,
    "REGION": regions.find,
    "ORGANISATION": organisations.find,
    "SEGMENT": codes.find_segments,
    "PROGRAMME": codes.find,
    "PLAN": codes.find,
}


@lru_cache(maxsize=1)
def rule_set() -> RuleSet:
    """The compiled rules of this installation, built once per process."""
    return RuleSet(load_rules(), gazetteer={"region.gazetteer": gazetteer_phrases()})


def find_mentions(
    parsed: Parsed, *, anchor: date | None = None, tables: Sequence[Table] = ()
) -> tuple[list[Found], list[Cue]]:
    """All mentions and cues of a text, in text order.

    ``anchor`` is a day near the document's date; it gives a year to dates printed without one. The number
    cells of ``tables`` are read by their headings, and by nothing else.
    """
    matches = rule_set().match(parsed)
    found = [row for label, find in _FINDERS.items() for row in find(parsed, matches.get(label, ()))]
    numbers = [*matches.get("PERCENT", ()), *matches.get("COUNT", ())]
    found += quantities.find_quantities(parsed, numbers, matches.get("CUE", ()), matches.get("SEGMENT", ()))
    found += dates.find(parsed, matches.get("DATE", ()), anchor=anchor)
    cues = [Cue(match.start, match.end, match.rule.value["cue"], match.rule.id) for match in matches.get("CUE", ())]
    celled = table_cells.find(parsed.text, tables) if tables else []
    return sorted(_one_reading_per_digit(found, celled), key=attrgetter("start", "end", "label")), cues


def _one_reading_per_digit(found: list[Found], celled: list[Found]) -> list[Found]:
    """Of readings of the same digits the first in order; what a table's heading says comes before all."""
    taken = {place for row in celled for place in range(row.start, row.end)}
    kept = celled + [row for row in found if row.label not in _NUMERIC_ORDER]
    for label in _NUMERIC_ORDER:
        rows = [row for row in found if row.label == label]
        kept += [row for row in rows if taken.isdisjoint(range(row.start, row.end))]
        taken.update(*(range(row.start, row.end) for row in rows))
    return kept
