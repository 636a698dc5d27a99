"""Lines that are nothing but the name of a place: headings of what stands below them.

``Kabupaten A`` / ``Peserta aktif: 21.850 orang`` / ``Kabupaten B`` / ``Peserta aktif: 30.110 orang``.
"""

from __future__ import annotations

import re

from extractor.claims.context import Context
from extractor.claims.places import as_region
from extractor.model import ClaimRegion, Mention, Place

_BEFORE = re.compile(r"\s*(?:[-–•*]\s*|(?:\d{1,2}|[A-Za-z])[.)]\s*)?")
_BEHIND = re.compile(r"\s*:?\s*")


def heading_above(offset: int, context: Context) -> ClaimRegion | None:
    """The place whose name is the last heading above a character; None where the text below names another place.

    One such line alone may be a place line or a tag: headings come in twos at least.
    """
    rows = list(context.of("REGION", context.document.title_end, len(context.text)))
    above = [row for row in rows if row.end < context.text.rfind("\n", 0, offset) + 1]
    if not above or not _is_heading(above[-1], context):
        return None
    place = above[-1].value
    if not isinstance(place, Place) or place.level in ("country", "unknown"):
        return None
    others = any(row.value != place and _is_heading(row, context) for row in rows)
    return as_region(place, "carried") if others else None


def _is_heading(mention: Mention, context: Context) -> bool:
    text = context.text
    start, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    before = _BEFORE.fullmatch(text, start, mention.start)
    return before is not None and _BEHIND.fullmatch(text, mention.end, max(end, mention.end)) is not None
