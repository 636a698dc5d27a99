"""Stage five: does it add up? Each check answers for one subject and gives findings, never corrections.

A verdict is ``agrees``, ``rounding`` (agrees only by rounding), ``disagrees`` or ``unchecked`` with the
reason. A check compares only what the text ties together and invents no base, level or target.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.checks import bounds, change, citation, dates, gap, parts, ratio, repeat
from extractor.checks.across import check_across
from extractor.checks.ids import finding_id
from extractor.checks.material import Material
from extractor.language import Parsed
from extractor.model import Claim, Dating, Document, Finding, Mention

__all__ = ["check_across", "finding_id", "run_checks"]


def run_checks(
    document: Document,
    parsed: Parsed,
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    dating: Dating,
) -> list[Finding]:
    """All findings about a document, in the order of the checks."""
    material = Material(document, parsed, mentions, claims)
    return [
        *ratio.check(material),
        *gap.check(material),
        *parts.check(material),
        *change.check(material),
        *repeat.check(material),
        *bounds.check_over_100(material),
        *bounds.check_as_of(material, dating.published, dating.event),
        *citation.check(material),
        *dates.weekday(document, mentions),
        *dates.byline_weekday(document, dating),
        *dates.date_form(document, mentions),
        *dates.published(document, dating),
    ]
