"""Whether two claims of a document say the same: a repeat, an exact figure printed twice, a figure and its rounding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.model import Claim
from extractor.numbers import exponent

_TENS = re.compile(r"\b(?:puluhan|ratusan|ribuan|jutaan)\b", re.IGNORECASE)  # "300 ribuan": three hundred and some
_SCALED = re.compile(r"\b(?:ribu|juta)(?:an)?\b", re.IGNORECASE)
_EXACT_DIGITS = 4
_SIZEABLE = 1000  # workers; smaller counts of one place may be alike by chance


def same_statement(one: Claim, other: Claim, *, headline: bool, near: bool) -> bool:
    """Equal in value, unit and kind, and nowhere contradicting: a repeat.

    A headline (``other``) may leave out the segment, and a sentence ``near`` it may name fewer groups; elsewhere
    only an exact count may leave them out.
    """
    if one.value != other.value or one.unit != other.unit or one.kind != other.kind:
        return False
    if one.value_max != other.value_max:
        return False
    if _is_cell(one) and _is_cell(other):
        return _same_cell(one, other)
    cell_and_text = _is_cell(one) != _is_cell(other)
    if one.region.code is None is other.region.code and cell_and_text and one.region.name != other.region.name:
        return False
    narrower = near and one.unit == "workers" and one.value >= _SIZEABLE and _nested(one.segment, other.segment)
    if (
        set(one.segment) != set(other.segment)
        and not narrower
        and ((one.segment and other.segment) or not (headline or _distinctive(one)))
    ):
        return False
    loose = headline and _distinctive(one)
    if not loose and one.region.code != other.region.code and "unknown" not in (one.region.level, other.region.level):
        return False
    if one.kind in ("target", "planned") or one.as_of.basis == other.as_of.basis == "explicit":
        periods = {d.period for d in (one.as_of, other.as_of) if d.period}
        if len(periods) > 1:
            return False
    return one.indicator == other.indicator or one.unit == "workers" or one.kind == "change"


def same_exact_figure(one: Claim, other: Claim) -> bool:
    """Whether two statements print a figure so exact that it is one figure, though words call it different things.

    Not where both name a place of their own, a period, or groups that do not go together.
    """
    if (one.value, one.value_max, one.unit) != (other.value, other.value_max, other.unit) or not _exact(one):
        return False
    if _is_cell(one) or _is_cell(other) or not _nested(one.segment, other.segment):
        return False
    if one.kind != other.kind:
        return False
    if one.as_of.basis == other.as_of.basis == "explicit" and one.as_of.period != other.as_of.period:
        return False
    own = one.region.basis == other.region.basis == "same_clause"
    return not own or one.region.code == other.region.code


def _exact(claim: Claim) -> bool:
    """A count of four significant digits or more, a percentage with two decimals."""
    if claim.unit == "percent":
        return exponent(claim.value) <= -2
    return len(str(claim.value).replace(".", "").rstrip("0")) >= _EXACT_DIGITS


def _nested(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the one names all groups of the other: ``10.500 rentan``, ``10.500 nelayan dan pekerja rentan``."""
    return set(one) <= set(other) or set(other) <= set(one)


def _is_cell(claim: Claim) -> bool:
    return claim.rules[:1] in (("table.percent",), ("table.count",))


def _same_cell(one: Claim, other: Claim) -> bool:
    """Cells of tables say the same only when all that their headings and labels say is the same."""
    return (one.indicator, one.segment, one.region, one.as_of.period, one.programme) == (
        other.indicator,
        other.segment,
        other.region,
        other.as_of.period,
        other.programme,
    )


def _distinctive(claim: Claim) -> bool:
    """Whether a number is so exact that meeting it twice is no chance; a percentage is met twice by chance."""
    return claim.unit != "percent" and _exact(claim)


def rounds_to(headline: Claim, exact: Claim) -> bool:
    """Whether a headline's figure is a body's exact one rounded or cut to its printed digits."""
    if headline.unit != exact.unit or headline.kind != exact.kind or headline.value == exact.value:
        return False
    if exact.value_max is not None and headline.value == exact.value_max:
        return True  # "20-30 persen" in the body, "30 Persen" above it
    step = Decimal(1).scaleb(max(exponent(headline.value), 0))
    if headline.unit == "workers":
        digits = len(str(headline.value.to_integral_value()).rstrip("0"))
        least = 1 if _TENS.search(headline.evidence.quote) else 2
        step = Decimal(10) ** max(len(str(headline.value.to_integral_value())) - max(digits, least), 0)
    return abs(headline.value - exact.value) < step


def same_figure(headline: Claim, body: Claim) -> bool:
    """Whether a headline gives the very figure of a body's statement, whatever its few words call it."""
    return headline.unit == body.unit and headline.value in (body.value, body.value_max) and headline.value_max is None


def is_exact_of(exact: Claim, rounded: Claim) -> bool:
    """Whether a count says exactly what a count with a scale word (``919 ribu``) says in round numbers."""
    if exact.unit != "workers" or not _SCALED.search(rounded.evidence.quote) or _SCALED.search(exact.evidence.quote):
        return False
    dated = exact.as_of.basis == rounded.as_of.basis == "explicit" and exact.as_of.period != rounded.as_of.period
    same = exact.region.code == rounded.region.code and exact.region.name == rounded.region.name
    return not dated and same and _nested(exact.segment, rounded.segment) and rounds_to(rounded, exact)
