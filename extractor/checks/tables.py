"""The rows of a table against the total that it prints, or that the text around it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.checks.intervals import Interval, Printed, compare, hedged, plain, read_printed
from extractor.checks.material import Material, readable
from extractor.model import Cell, Claim, Finding
from extractor.numbers import read_digits
from extractor.tables import Layout, Row, layouts

_TOTAL = re.compile(r"(?:grand )?(?:total|jumlah)\b", re.IGNORECASE)
_RATE = re.compile(r"%|persen|\bucj\b|cakupan|rasio", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")
_WRITTEN_OUT = 8  # rows whose sum a message writes out


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of counts without its total: the numbers read, the claims made of them, rows left empty."""

    name: str
    numbers: tuple[Printed, ...]
    claims: tuple[Claim, ...]
    empty: int

    @property
    def exact(self) -> Decimal:
        """The sum of the numbers as printed."""
        return sum((number.value for number in self.numbers), Decimal(0))

    @property
    def reach(self) -> Interval:
        """What the sum can be, given how the numbers are rounded."""
        reach = Interval(Decimal(0), Decimal(0))
        for number in self.numbers:
            reach += number.interval
        return reach

    @property
    def words(self) -> str:
        """The sum in words, written out when it is short."""
        start = f"the {len(self.numbers)} rows of {self.name}"
        if len(self.numbers) > _WRITTEN_OUT:
            return f"{start} add up to {plain(self.exact)}"
        return f"{start}: {' + '.join(number.words for number in self.numbers)} = {plain(self.exact)}"


def check_tables(material: Material) -> list[Finding]:
    """One finding per column of counts that holds claims and has its total in the table or in the text."""
    document = material.document
    tables = layouts(document.text, document.tables) if document.tables else []
    return [finding for layout in tables for finding in _check_table(material, layout)]


def _text(material: Material, cell: Cell) -> str:
    return material.document.text[cell.start : cell.end].strip()


def _is_total(material: Material, row: Row) -> bool:
    return any(_TOTAL.match(_text(material, cell)) for _, cell in row.labels)


def _check_table(material: Material, layout: Layout) -> list[Finding]:
    totals = [row for row in layout.rows if _is_total(material, row)]
    rows = [row for row in layout.rows if row not in totals]
    if len(totals) > 1 or len(rows) < 2:
        return []
    found = []
    for number in sorted({number for row in rows for number, _ in row.numbers}):
        column = _column(material, layout, number, rows)
        if column is not None and totals:
            found += _check_total(material, column, dict(totals[0].numbers).get(number))
        elif column is not None:
            found += _check_whole(material, column)
    return found


def _column(material: Material, layout: Layout, number: int, rows: Sequence[Row]) -> _Column | None:
    """A column of counts; None for rates and for one with a cell that cannot be read."""
    name = " ".join(_text(material, cell) for cell in layout.heading(number))
    if not name or _RATE.search(name):
        return None
    cells = [cell for row in rows if (cell := dict(row.numbers).get(number)) is not None]
    numbers = [_read(_text(material, cell)) for cell in cells]
    read = tuple(number for number in numbers if number is not None)
    if len(read) != len(cells) or len(read) < 2:
        return None
    return _Column(name, read, _claims_in(material, cells), len(rows) - len(read))


def _claims_in(material: Material, cells: Sequence[Cell]) -> tuple[Claim, ...]:
    return tuple(
        c for c in material.claims if any(cell.start <= at < cell.end for at in material.starts(c) for cell in cells)
    )


def _check_total(material: Material, column: _Column, total: Cell | None) -> list[Finding]:
    """The rows against the total that the table prints."""
    goal = _read(_text(material, total)) if total is not None else None
    claims = dict.fromkeys((*column.claims, *_claims_in(material, [total] if total is not None else [])))
    if goal is None or not claims:
        return []
    verdict, reason = compare(column.exact, column.reach, goal), None
    message = column.words + (f", the total printed is {goal.words}" if column.exact != goal.value else ", as printed")
    if verdict == "rounding":
        message += ": within the rounding of the rows"
    if verdict == "disagrees" and column.empty:
        verdict, reason = "unchecked", f"{column.empty} of the rows have no number"
    expected, found = plain(column.exact), plain(goal.value)
    return [material.finding("parts", verdict, claims, message, expected=expected, found=found, reason=reason)]


def _check_whole(material: Material, column: _Column) -> list[Finding]:
    """The rows of a table without a total against the sum that the text gives of them, mostly rounded.

    The text seldom says that its number is the sum of the table, so that one that differs contradicts nothing.
    """
    found = []
    for whole in _wholes(material, column.claims):
        goal = read_printed(whole, qualifier=())
        verdict = compare(column.exact, column.reach, goal)
        if goal.step * 10 > goal.value or verdict == "disagrees":
            continue
        message = f"{column.words}, printed {hedged(whole, goal.words)}"
        if verdict == "rounding":
            message += ": within the rounding of the printed numbers"
        claims = (whole, *column.claims)
        expected, value = plain(column.exact), plain(whole.value)
        found.append(material.finding("parts", verdict, claims, message, expected=expected, found=value))
    return found


def _wholes(material: Material, parts: Sequence[Claim]) -> list[Claim]:
    """Counts outside the column that can be of all its rows: of the place around them, or of all segments."""
    places = [part.region.code for part in parts]
    people = [frozenset(part.segment) for part in parts]
    if not parts or len({(part.unit, part.kind) for part in parts}) > 1:
        return []

    def around(claim: Claim) -> bool:
        if len(set(places)) == len(places):
            inside = claim.region.code is None or all(_lies_in(place, claim.region.code) for place in places)
            return inside and set(people) == {frozenset(claim.segment)}
        return len(set(people)) == len(people) and not claim.segment and set(places) == {claim.region.code}

    return [
        claim
        for claim in material.claims
        if claim not in parts and (claim.unit, claim.kind) == (parts[0].unit, parts[0].kind)
        and readable(claim) and around(claim)
    ]  # fmt: skip


def _lies_in(place: str | None, wider: str) -> bool:
    """``32.09`` lies in ``32`` and in Indonesia."""
    return place is not None and place != wider and (wider == "ID" or place.startswith(f"{wider}."))


def _read(text: str) -> Printed | None:
    """A cell that holds one count; None for words, rates and empty cells."""
    if not _NUMBER.fullmatch(text):
        return None
    number = read_digits(text, whole=True)
    if number is None:
        return None
    decimals = max(0, -int(number.value.as_tuple().exponent))
    step = Decimal(1).scaleb(-decimals)
    half = step / 2 if decimals else Decimal(0)
    return Printed(number.value, Interval(number.value - half, number.value + half), step, plain(number.value))
