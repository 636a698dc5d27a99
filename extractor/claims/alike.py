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
_HUNDREDS, _SIZEABLE, _ODD_DIGITS = (
    100,
    1000,
    3,
)  # counts of one place that are smaller and rounder may be alike by chance
_RATES = frozenset(("coverage_rate", "target_attainment"))  # what a place reached, told with the target and without
_CROPS = {"SAWIT", "TEMBAKAU"}
_MEMBER_GROUPS = {"BPU": "INFORMAL", "PU": "FORMAL"}  # what the press calls them in the next sentence
_NAMED, _SOON = ("same_clause", "same_sentence"), 400  # characters
_COUNTED = ("workers", "companies", "villages")
# What one number of people is told as. Those missing may be as many as those covered or aimed at by chance, and what
# is reached as much as the target.
_OFTEN_ONE = (
    {"achieved", "planned"},
    {"achieved", "change"},
    {"achieved", "denominator"},
    {"denominator", "target"},
    {"planned", "target"},
)
_ONE_IF_EXACT = ({"achieved", "target"}, {"change", "target"})


def same_statement(one: Claim, other: Claim, *, headline: bool) -> bool:
    """Equal in value, unit and kind, and nowhere contradicting: a repeat.

    A headline (``other``) may leave out the segment; elsewhere only an exact count may leave it out.
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
    if set(one.segment) != set(other.segment) and (
        (one.segment and other.segment) or not (headline or _distinctive(one))
    ):
        return False
    loose = headline and _distinctive(one)
    if not loose and one.region.code != other.region.code and "unknown" not in (one.region.level, other.region.level):
        return False
    if _periods_differ(one, other):
        return False
    rates = one.kind == "achieved" and {one.indicator, other.indicator} <= _RATES
    return one.indicator == other.indicator or rates or one.unit == "workers" or one.kind == "change"


def all_alike(one: Claim, other: Claim) -> bool:
    """Whether two sentences say the same number of the same kind of the same group at the same place and time."""
    if one.value != other.value or one.evidence.sentence_start == other.evidence.sentence_start:
        return False
    if (one.value_max, one.unit, one.kind, one.indicator) != (other.value_max, other.unit, other.kind, other.indicator):
        return False
    if _is_cell(one) or _is_cell(other) or one.programme != other.programme or _periods_differ(one, other):
        return False
    place = one.region.code, one.region.name, one.region.level
    return place == (other.region.code, other.region.name, other.region.level) and one.segment == other.segment


def same_exact_figure(one: Claim, other: Claim) -> bool:
    """Whether two statements print a figure so exact that it is one figure, wherever it is said to be.

    Not where both name a place of their own, a period, or groups that do not go together.
    """
    if (one.value, one.value_max, one.unit) != (other.value, other.value_max, other.unit) or not _exact(one):
        return False
    if _is_cell(one) or _is_cell(other) or not _nested(one.segment, other.segment):
        return False
    if one.kind != other.kind:
        return False
    if _periods_differ(one, other):
        return False
    own = one.region.basis == other.region.basis == "same_clause"
    return not own or one.region.code == other.region.code


def told_again(one: Claim, other: Claim) -> bool:
    """Whether a count is told again in another sentence that names fewer groups, or calls it something else.

    ``melindungi 7.300 pekerja rentan``, further down ``perlindungan yang dianggarkan bagi 7.300 pekerja``: the same
    people.
    """
    if (one.value, one.value_max, one.unit) != (other.value, other.value_max, other.unit):
        return False
    if _rate_again(one, other):
        return True
    if one.unit not in _COUNTED or one.evidence.sentence_start == other.evidence.sentence_start:
        return False
    if _is_cell(one) or _is_cell(other) or not _nested(one.segment, other.segment) or _periods_differ(one, other):
        return False
    if one.region.code != other.region.code and "document" not in (one.region.basis, other.region.basis):
        return False
    kinds = {one.kind, other.kind}
    if len(kinds) == 1 or kinds in _OFTEN_ONE:
        again = one.value >= _HUNDREDS and "approx" in one.qualifier + other.qualifier  # "mencapai 730", then "730-an"
        return again or one.value >= _SIZEABLE or _digits(one) >= _ODD_DIGITS
    return kinds in _ONE_IF_EXACT and _exact(one)


def _rate_again(one: Claim, other: Claim) -> bool:
    """``Kepesertaan di Bali 37 persen.`` and soon ``Secara keseluruhan masih 37 persen``, which names no place."""
    if one.unit != "percent" or one.kind != other.kind or one.indicator != other.indicator or _is_cell(other):
        return False
    if one.region.basis not in _NAMED or other.region.basis in _NAMED or one.segment != other.segment:
        return False
    apart = other.evidence.sentence_start - one.evidence.sentence_end
    return 0 <= apart <= _SOON and not _is_cell(one) and not _periods_differ(one, other)


def _periods_differ(one: Claim, other: Claim) -> bool:
    """Whether both state a period and neither holds the other: ``hingga Agustus 2021`` says more of ``pada 2021``."""
    first, second = one.as_of.period, other.as_of.period
    if first is None or second is None:
        return False
    stated = {one.as_of.basis, other.as_of.basis}
    if not (stated == {"explicit"} or (one.kind in ("target", "planned") and stated <= {"explicit", "carried"})):
        return False
    within = first.start <= second.start and second.end <= first.end
    return not (within or (second.start <= first.start and first.end <= second.end))


def _exact(claim: Claim) -> bool:
    """A count of four significant digits or more, a percentage with two decimals."""
    if claim.unit == "percent":
        return exponent(claim.value) <= -2
    return _digits(claim) >= _EXACT_DIGITS


def _digits(claim: Claim) -> int:
    """How many digits a number has without the zeros at its end."""
    return len(str(claim.value).replace(".", "").rstrip("0"))


def _nested(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the one names all groups of the other: ``10.500 rentan``, ``10.500 nelayan dan pekerja rentan``.

    Farmers may be those of the crop that the other names.
    """
    first, second = ({_MEMBER_GROUPS.get(code, code) for code in codes} for codes in (one, other))
    for general, special in ((first, second), (second, first)):
        if "PETANI" in general and special & _CROPS:
            general.remove("PETANI")
            general |= special & _CROPS
    return first <= second or second <= first


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
    if headline.unit != exact.unit or headline.value == exact.value:
        return False
    if headline.kind != exact.kind and {headline.kind, exact.kind} not in _OFTEN_ONE:
        return False
    if exact.value_max is not None and headline.value == exact.value_max:
        return True  # "20-30 persen" in the body, "30 Persen" above it
    step = Decimal(1).scaleb(max(exponent(headline.value), 0))
    if headline.unit == "workers":
        digits = len(str(headline.value.to_integral_value()).rstrip("0"))
        least = 1 if _TENS.search(headline.evidence.quote) else 2
        step = Decimal(10) ** max(len(str(headline.value.to_integral_value())) - max(digits, least), 0)
    return abs(headline.value - exact.value) < step


def same_figure(headline: Claim, body: Claim, *, members: bool) -> bool:
    """Whether a headline gives the very figure of a body's statement, whatever its few words call it.

    ``members``: it counts ``peserta``, who may be employers as well.
    """
    alike = headline.unit == body.unit or (members and body.unit == "companies")
    return alike and headline.value in (body.value, body.value_max) and headline.value_max is None


def is_exact_of(exact: Claim, rounded: Claim, *, cut: bool, heading: bool) -> bool:
    """Whether a count says exactly what a count with a scale word (``919 ribu``) says in round numbers.

    ``cut``: whether the round number may be the exact one cut off, though no ``lebih`` says that it is more; one of
    three digits (``176 ribu`` of 176.650) is alike by no chance. ``heading``: it names no place of its own.
    """
    if cut and is_exact_rate_of(exact, rounded):
        return True
    if exact.unit != "workers" or not _SCALED.search(rounded.evidence.quote) or _SCALED.search(exact.evidence.quote):
        return False
    if not (cut or "more_than" in rounded.qualifier or _nearest(rounded, exact) or _digits(rounded) >= _ODD_DIGITS):
        return False
    names = {row.speaker.name for row in (exact, rounded) if row.speaker is not None}
    if len(names) > 1 and not cut:
        return False  # what another speaker says in round numbers is a statement of its own
    same = exact.region.code == rounded.region.code and exact.region.name == rounded.region.name
    return (
        (same or (heading and rounded.region.basis != "same_clause"))
        and not _periods_differ(exact, rounded)
        and _nested(exact.segment, rounded.segment)
        and (rounds_to(rounded, exact) or _is_and_some(rounded, exact))
    )


def is_exact_rate_of(exact: Claim, rounded: Claim) -> bool:
    """``43 persen`` in a lead, of a level that is told as 43,17 percent further down."""
    if not exact.unit == rounded.unit == "percent" or exact.kind != rounded.kind or rounded.value_max is not None:
        return False
    if exponent(rounded.value) < 0 or exponent(exact.value) >= 0 or not {exact.indicator, rounded.indicator} <= _RATES:
        return False
    same = exact.region.code == rounded.region.code and _nested(exact.segment, rounded.segment)
    near = abs(rounded.value - exact.value) * 2 <= 1
    return near and same and not _periods_differ(exact, rounded)


def _is_and_some(rounded: Claim, exact: Claim) -> bool:
    """``6 ribu lebih`` of 6.584: as many whole thousands, and some."""
    if "more_than" not in rounded.qualifier or rounded.kind != exact.kind or rounded.value_max is not None:
        return False
    digits = str(rounded.value.to_integral_value())
    last = Decimal(10) ** (len(digits) - len(digits.rstrip("0") or "0"))
    return rounded.value < exact.value < rounded.value + last


def _nearest(rounded: Claim, exact: Claim) -> bool:
    """Whether a number is another one rounded to its last printed digit."""
    digits = str(rounded.value.to_integral_value())
    return abs(rounded.value - exact.value) * 2 <= Decimal(10) ** (len(digits) - len(digits.rstrip("0") or "0"))
