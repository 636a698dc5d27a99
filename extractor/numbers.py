"""Reads numbers the way the Indonesian press writes them: ``1.710.891``, ``38,09``, ``2,8 juta``, ``tujuh``.

Indonesian writes a dot between thousands and a decimal comma; the press slips both ways. A slip that one
reading explains is read and flagged (``ambiguous_decimal`` for ``34.55 persen``, ``swapped_thousands`` for
``51,495 orang``, ``torn_digits`` for ``51. 495 orang``); what no reading explains is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.frozen import dataclass

SCALES: dict[str, Decimal] = {
    "ribu": Decimal(10) ** 3,
    "ribuan": Decimal(10) ** 3,
    "rb": Decimal(10) ** 3,
    "juta": Decimal(10) ** 6,
    "jutaan": Decimal(10) ** 6,
    "jt": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "miliaran": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
    "triliunan": Decimal(10) ** 12,
}
_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9,
}  # fmt: skip
_TEENS = {"sepuluh": 10, "sebelas": 11}
_HUNDREDS = {"seratus": 100}
_WHOLE = {
    "seribu": Decimal(1000), "seribuan": Decimal(1000), "sejuta": Decimal(10) ** 6, "sejutaan": Decimal(10) ** 6,
    "semiliar": Decimal(10) ** 9,
}  # fmt: skip

_GROUPED_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+$")
_GROUPED_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+$")
_FULL = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d{1,4})$")
_SINGLE = re.compile(r"(\d+)([.,])(\d+)$")


@dataclass(frozen=True, slots=True)
class Number:
    """A value and what had to be assumed to read it (``flags``, claim flags of the contract)."""

    value: Decimal
    flags: tuple[str, ...] = ()


def exponent(value: Decimal) -> int:
    """The power of ten of the last printed digit: -2 for ``38.09``, 0 for ``870``."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def read_digits(text: str, *, whole: bool) -> Number | None:
    """The number written in digits, or None where no reading fits.

    ``whole`` says that things are counted one by one (``51.495 orang``): three digits after a single
    separator are then thousands. Without it (percentages, or before ``juta``) they are decimals.
    """
    if text.isdigit():
        return Number(Decimal(text))
    if " " in text:
        number = read_digits(text.replace(" ", ""), whole=whole)
        return number and Number(number.value, (*number.flags, "torn_digits"))
    full = _FULL.match(text)
    if full and whole and len(full[2]) == 3:  # "2.982,642 orang": nobody counts thousandths of workers
        return Number(Decimal(full[1].replace(".", "") + full[2]), ("swapped_thousands",))
    if full:
        return Number(Decimal(full[1].replace(".", "") + "." + full[2]))
    if _GROUPED_DOT.match(text) and (whole or text.count(".") > 1):
        return Number(Decimal(text.replace(".", "")))
    if _GROUPED_COMMA.match(text) and (whole or text.count(",") > 1):
        return Number(Decimal(text.replace(",", "")), ("swapped_thousands",))
    single = _SINGLE.match(text)
    if not single:
        return None
    value = Decimal(f"{single[1]}.{single[3]}")
    flags: tuple[str, ...] = ("ambiguous_decimal",) if single[2] == "." else ()
    return Number(value, (*flags, "missing_scale_word") if whole else flags)


def _below_thousand(words: Sequence[str]) -> int | None:
    """``dua ratus lima belas`` as 215; None where the words are not in the order of a number."""
    total, pending, ceiling = 0, None, 1000
    for word in words:
        if word in _UNITS and pending is None:
            pending = _UNITS[word]
            continue
        value = {**_TEENS, **_HUNDREDS}.get(word)
        if pending is not None:
            value = {"belas": pending + 10, "puluh": pending * 10, "ratus": pending * 100}.get(word)
        if value is None or value >= ceiling:
            return None
        total, pending = total + value, None
        ceiling = 100 if value >= 100 else 10 if value >= 20 else 1
    if pending is not None:
        if pending >= ceiling:
            return None
        total += pending
    return total if words else None


def _whole(words: Sequence[str]) -> Decimal | None:
    if "nol" in words:  # nought stands alone
        return Decimal(0) if len(words) == 1 else None
    total, rest, ceiling = Decimal(0), list(words), Decimal(10) ** 15
    while rest:
        cut = next((i for i, word in enumerate(rest) if word in SCALES or word in _WHOLE), None)
        if cut is None:
            tail = _below_thousand(rest)
            return None if tail is None or tail >= ceiling else total + tail
        scale = SCALES.get(rest[cut]) or _WHOLE[rest[cut]]
        head = 1 if rest[cut] in _WHOLE and cut == 0 else _below_thousand(rest[:cut])
        if head is None or (rest[cut] in _WHOLE and cut) or scale >= ceiling:
            return None
        total, ceiling, rest = total + head * scale, scale, rest[cut + 1 :]
    return total


def read_words(words: Sequence[str]) -> Decimal | None:
    """A number in words, lower case: ``tiga puluh dua koma lima``, ``setengah juta``; None if it is none."""
    if not words:
        return None
    if words[0] == "setengah":
        scale = SCALES.get(words[1]) if len(words) == 2 else None
        return scale / 2 if scale else None
    if "koma" in words:
        cut = words.index("koma")
        head, digits = _whole(words[:cut]) if cut else None, [_UNITS.get(word) for word in words[cut + 1 :]]
        if head is None or not digits or None in digits:
            return None
        return Decimal(f"{head}." + "".join(str(digit) for digit in digits))
    return _whole(words)
