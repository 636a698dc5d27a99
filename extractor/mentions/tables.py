"""PERCENT, COUNT and MONEY of table cells, where the unit stands in the heading and not beside the number.

``table.percent``, ``table.count`` and ``table.money`` say so. The unit of a cell is its own (``45,2%``), else
its heading's, lowest header cell first, else its row's label, else that of the caption or sentence above the
table (``dalam ribuan orang`` gives the scale too). Cells in a column that numbers the rows are no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.model import Found, Money, Quantity, Table
from extractor.numbers import SCALES, Number, read_digits
from extractor.tables import Layout, Row, any_of, layouts, phrase_list, plain, value_of, words

RULES = ("table.percent", "table.count", "table.money")
_ONE_DOT = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})$")
_BLANKS = re.compile(r"(?<=\d) (?=\d{3})")
_IN_PERCENT = re.compile(r" (?:dalam (?:persen|%)|persentase) | (?:%|persen) $")
_NOUNS = ("workers", "villages", "companies", "projects")


@dataclass(frozen=True, slots=True)
class _Unit:
    """How the numbers of a cell are to be read.

    ``kind`` is ``percent count money``; ``rate`` where the words fit a percentage or a count (``Cakupan``), and
    ``bare`` where they say nothing (``Gap``): then the numbers and the other columns decide.
    """

    kind: str
    noun: str | None = None
    scale: Decimal = Decimal(1)


def find(text: str, tables: Sequence[Table]) -> list[Found]:
    """The numbers of all number cells of all tables, in text order."""
    found = [row for layout in layouts(text, tables) for row in _of_table(text, layout)]
    return sorted(found, key=lambda row: row.start)


def _of_table(text: str, layout: Layout) -> list[Found]:
    columns = {column for row in layout.rows for column, _ in row.numbers}
    units = {column: _units(text, layout, column) for column in sorted(columns)}
    known = {unit.kind for rows in units.values() for _, _, unit in rows if unit.kind != "bare"}
    found: list[Found] = []
    for rows in units.values():
        printed = [match for start, end, _ in rows if (match := value_of(text[start:end]))]
        dotted = any(_ONE_DOT.match(match["digits"].strip("+-–− ")) for match in printed)
        rates = all(_may_be_rate(match["digits"]) for match in printed)
        for start, end, unit in rows:
            as_rate = rates and (
                unit.kind == "rate" or (unit.kind == "bare" and known <= {"percent", "rate"} and known)
            )
            if unit.kind in ("rate", "bare"):
                unit = _Unit("percent") if as_rate else _Unit("count", unit.noun, unit.scale)
            found += _read(text, start, end, unit, dotted=dotted)
    return found


def _units(text: str, layout: Layout, column: int) -> list[tuple[int, int, _Unit]]:
    """The cells of a column with the unit that the words around say."""
    return [
        (cell.start, cell.end, _unit(text, layout, column, row))
        for row in layout.rows
        for c, cell in row.numbers
        if c == column
    ]


def _may_be_rate(digits: str) -> bool:
    """Whether a bare number can be a percentage: below a few hundred, no groups of thousands."""
    number = read_digits(digits.strip("+-–− "), whole=False)
    grouped = re.search(r"[.,]\d{3}$", digits)
    return number is not None and number.value <= 250 and not grouped


def _heads(text: str, layout: Layout, column: int) -> list[str]:
    """The header words above a column, nearest first."""
    return [plain(text[cell.start : cell.end]) for cell in reversed(layout.heading(column))]


def _unit(text: str, layout: Layout, column: int, row: Row) -> _Unit:
    heads = _heads(text, layout, column)
    labels = [plain(text[cell.start : cell.end]) for _, cell in row.labels]
    labels = [label for label in labels if label.strip() not in words()["structure"]["total"]]
    above = [plain(text[start:end]) for start, end in layout.above]
    own = heads + labels
    if any(phrase_list("unit", "percent").search(heading) for heading in own):
        return _Unit("percent")
    if any(_is_money(heading) for heading in own):
        return _Unit("money", scale=_scale(own + above))
    noun = _noun(heads) or _noun(labels, villages=False)
    scale = _scale(own + above)
    for heading in own:
        counted = phrase_list("unit", "count").search(heading)
        if phrase_list("unit", "rate").search(heading) and not counted:
            return _Unit("rate", noun, scale)
        if counted or _noun([heading], villages=heading in heads):
            return _Unit("count", noun or _noun(above), scale)
    if any(_IN_PERCENT.search(line) for line in above[:2]):
        return _Unit("rate", noun, scale)
    noun = noun or _noun(above)
    return _Unit("bare" if scale == 1 else "count", noun, scale)


def _is_money(heading: str) -> bool:
    exempt = any_of(tuple(words()["reading"]["exempt"])).sub(" ", heading)
    return bool(phrase_list("unit", "money").search(exempt)) and not phrase_list("unit", "workers").search(heading)


def _noun(headings: Sequence[str], *, villages: bool = True) -> str | None:
    """What is counted: workers first, for ``perangkat desa`` and ``pekerja perusahaan`` are people.

    In a row's label ``Desa Sukamaju`` is a place, ``Jumlah desa`` is not.
    """
    for heading in headings:
        for noun in _NOUNS:
            if noun == "villages" and not villages and not phrase_list("unit", "count").search(heading):
                continue
            if phrase_list("unit", noun).search(heading):
                return noun
    return None


def _scale(headings: Sequence[str]) -> Decimal:
    """``(ribu orang)``, ``dalam jutaan``: the scale of a whole column; ``1 juta peserta`` is a number."""
    for heading in headings:
        for name, value in (("thousand", 1000), ("million", 10**6)):
            match = phrase_list("unit", name).search(heading)
            if match and not heading[: match.start()].rstrip()[-1:].isdigit():
                return Decimal(value)
    return Decimal(1)


def _read(text: str, start: int, end: int, unit: _Unit, *, dotted: bool) -> list[Found]:
    """The one number of a cell, or the two of ``1.204 (40,1%)``."""
    match = value_of(text[start:end])
    if match is None:
        return []
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    own = (match["unit"] or "").strip().lower()
    if own in ("%", "persen"):
        unit = _Unit("percent")
    elif match["money"]:
        unit = _Unit("money", scale=unit.scale)
    elif unit.kind == "percent" and (own or match["tail"]):
        unit = _Unit("count")
    if own and unit.kind == "count":
        unit = _Unit("count", _noun([plain(own)]) or unit.noun, unit.scale)
    tail = (match["tail"] or "").strip().lower()
    if tail:
        unit = _Unit(unit.kind, unit.noun, SCALES[tail])
    begin = start + lead + (match.start("money") if match["money"] else match.start("digits"))
    close = start + lead + max(match.end("digits"), match.end("tail"), match.end("unit"))
    number = _number(match["digits"], unit, dotted=dotted)
    found = [] if number is None else [_found(begin, close, number, unit)]
    if match["rate"] and (rate := read_digits(match["rate"].rstrip("% persn").strip(), whole=False)):
        place = start + lead + match.start("rate"), start + lead + match.end("rate")
        found.append(_found(*place, rate, _Unit("percent")))
    return found


def _number(digits: str, unit: _Unit, *, dotted: bool) -> Number | None:
    """The value; a column that shows decimals behind a dot has no dots between thousands."""
    negative = digits.strip()[:1] in "-–−"
    bare = _BLANKS.sub("", digits.strip("+-–− ")).rstrip(".,")
    whole = unit.kind != "percent" and (unit.scale == 1 or not dotted)
    number = read_digits(bare, whole=whole)
    if number is None:
        return None
    flags = tuple(flag for flag in number.flags if unit.scale == 1 or flag != "missing_scale_word")
    value = number.value * (unit.scale if unit.kind != "percent" else 1)
    if value == value.to_integral_value() and unit.kind != "percent":
        value = value.to_integral_value()
    return Number(-value if negative else value, flags)


def _found(start: int, end: int, number: Number, unit: _Unit) -> Found:
    if unit.kind == "money":
        return Found(start, end, "MONEY", Money(number.value), "table.money")
    if unit.kind == "percent":
        return Found(start, end, "PERCENT", Quantity(number.value, "percent", flags=number.flags), "table.percent")
    return Found(start, end, "COUNT", Quantity(number.value, unit.noun, flags=number.flags), "table.count")
