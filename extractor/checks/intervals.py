"""What a printed number can stand for: ``38,09 persen`` is anything from 38.085 to 38.095.

A count printed in full (``651.652``) is exact; one printed with a scale word (``2,6 juta``) or after a
hedge (``sekitar 6.500``) is not. All arithmetic of the checks runs on these intervals, so that "agrees
only by rounding" can be told from "disagrees".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache

from extractor.frozen import dataclass
from extractor.model import Claim
from extractor.numbers import SCALES

_DIGITS = re.compile(r"\d[\d.,]*")
_HEDGES = frozenset({"approx", "almost", "more_than", "less_than", "at_least", "up_to"})
_RATES = ("percent", "percentage_point")
_HEDGE_WORDS = {
    "approx": "about", "almost": "almost", "more_than": "more than", "less_than": "less than",
    "at_least": "at least", "up_to": "up to",
}  # fmt: skip
_ALMOST = Decimal("0.1")  # "almost 50" is said of 45 and more
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        """Product; both are amounts, never negative."""
        return Interval(self.low * other.low, self.high * other.high)

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient of amounts; without an upper end where ``other`` may be zero (about one per cent)."""
        high = self.high / other.low if other.low > 0 else Decimal("Infinity")
        return Interval(self.low / other.high, high)

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Printed:
    """A claim's number as printed: its value, the interval it covers and the words for a message.

    ``step`` is the size of the last printed digit: 0.01 in ``38,09``, 100000 in ``2,6 juta``.
    """

    value: Decimal
    interval: Interval
    step: Decimal
    words: str
    scale: Decimal = Decimal(1)


def plain(value: Decimal) -> str:
    """Digits with a decimal point, no exponent and no needless zeros.

    >>> plain(Decimal("1.50E+3")), plain(Decimal("9.040"))
    ('1500', '9.04')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """``value`` to the nearest multiple of ``step``, halves up as taught in school."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def cut_off(value: Decimal, step: Decimal) -> Decimal:
    """``value`` with the digits below ``step`` dropped, as some newsrooms do."""
    return (value / step).quantize(Decimal(1), ROUND_FLOOR) * step


def _scale(quote: str, after: int) -> tuple[str, Decimal]:
    for word in re.findall(r"[a-z]+", quote[after:].lower()):
        if word in SCALES:
            return word, SCALES[word]
    return "", Decimal(1)


def _decimals(digits: str, value: Decimal, scale: Decimal) -> int | None:
    """How many of the printed digits stand behind the decimal mark, whichever mark was used."""
    whole = Decimal(digits)
    for count in range(_MOST_DECIMALS + 1):
        if whole.scaleb(-count) * scale == value:
            return count
    return None


def exactly(value: Decimal) -> Interval:
    """A number without any rounding."""
    return Interval(value, value)


def read_printed(
    claim: Claim,
    *,
    quote: str | None = None,
    value: Decimal | None = None,
    qualifier: Sequence[str] | None = None,
) -> Printed:
    """The claim's number with the precision it was printed in; the options read another mention of it."""
    is_hedged = not _HEDGES.isdisjoint(claim.qualifier if qualifier is None else qualifier)
    quote = claim.evidence.quote if quote is None else quote
    return _printed(quote, claim.value if value is None else value, claim.value_max, claim.unit in _RATES, is_hedged)


@lru_cache(maxsize=1024)
def _printed(quote: str, value: Decimal, most: Decimal | None, is_rate: bool, is_hedged: bool) -> Printed:
    """Numbers written in words cover half of their scale on either side. Most are read by several checks."""
    token = _DIGITS.search(quote)
    name, scale = _scale(quote, token.end() if token else 0)
    decimals = _decimals(re.sub(r"\D", "", token[0]), value, scale) if token else None
    step = scale.scaleb(-(decimals or 0))
    exact = not is_rate and not name
    half = Decimal(0) if exact else step / 2
    if is_hedged:
        half = max(half * 2, _round_digits(value) / 2 if exact else half)
    high = value if most is None else max(most, value)
    words = f"{value / scale:.{decimals or 0}f} {name}".strip() if decimals is not None else plain(value)
    return Printed(value, Interval(value - half, high + half), step, words, scale)


def in_scale(value: Decimal, printed: Printed) -> str:
    """A result in the scale word of a printed number: ``3.61 juta`` beside ``3,6 juta``."""
    return " ".join([plain(value / printed.scale), *printed.words.split()[1:]])


def _round_digits(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: 10 in 6540, 1000 in 212000."""
    digits = plain(value)
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if "." not in digits and value else Decimal(1)


def compare(exact: Decimal, reachable: Interval, printed: Printed) -> str:
    """The verdict on a printed number: ``exact`` is computed from the values as printed, ``reachable`` from
    the intervals they cover.

    ``agrees`` when the exact result rounds to what is printed, ``rounding`` when it was cut off or only
    the rounding of the other numbers explains it, else ``disagrees``.
    """
    if rounded(exact, printed.step) == printed.value:
        return "agrees"
    if cut_off(exact, printed.step) == printed.value or reachable.overlaps(printed.interval):
        return "rounding"
    return "disagrees"


def hedged(claim: Claim, words: str) -> str:
    """The printed number with what it is hedged by, for a message: ``about 48 %``, ``almost 50 %``."""
    found = [_HEDGE_WORDS[qualifier] for qualifier in claim.qualifier if qualifier in _HEDGE_WORDS]
    return f"as {' '.join(found)} {words}" if found else words


def compare_hedged(claim: Claim, exact: Decimal, reachable: Interval) -> str:
    """The verdict on a percentage whose hedge is taken at its word.

    ``about 48`` is what rounds to 48 and no more; ``more than 40`` agrees with all that is more, ``almost 50``
    with what is at most a tenth below.
    """
    printed = read_printed(claim, qualifier=())
    verdict, said = compare(exact, reachable, printed), set(claim.qualifier)
    above = said & {"more_than", "at_least"} and exact >= printed.value
    below = said & {"less_than", "up_to"} and exact <= printed.value
    near = "almost" in said and (1 - _ALMOST) * printed.value <= exact <= printed.value
    return "agrees" if above or below or near else verdict
