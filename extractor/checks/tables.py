"""The rows of a table against the total it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.checks.intervals import Interval, Printed, compare, plain
from extractor.checks.material import Material
from extractor.model import Cell, Claim, Finding
from extractor.numbers import read_digits
from extractor.tables import Layout, Row, layouts

_TOTAL = re.compile(r"(?:grand )?(?:total|jumlah)\b", re.IGNORECASE)
_RATE = re.compile(r"%|persen|\bucj\b|cakupan|rasio", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")


def check_tables(material: Material) -> list[Finding]:
    """One finding per column of counts that holds claims and has a total."""
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
    if len(totals) != 1 or len(rows) < 2:
        return []
    found = []
    for column, total in totals[0].numbers:
        name = " ".join(_text(material, cell) for cell in layout.heading(column))
        cells = [dict(row.numbers).get(column) for row in rows]
        if name and not _RATE.search(name):
            found += _check_column(material, name, cells, total)
    return found


def _check_column(material: Material, name: str, cells: Sequence[Cell | None], total: Cell) -> list[Finding]:
    printed = [cell for cell in cells if cell is not None]
    numbers = [number for cell in printed if (number := _read(_text(material, cell)))]
    goal = _read(_text(material, total))
    claims = [claim for claim in material.claims if any(_inside(claim, cell) for cell in (*printed, total))]
    if not claims or goal is None or len(numbers) != len(printed) or len(numbers) < 2:
        return []
    exact = sum((number.value for number in numbers), Decimal(0))
    reach = Interval(Decimal(0), Decimal(0))
    for number in numbers:
        reach += number.interval
    verdict, reason = compare(exact, reach, goal), None
    message = f"the {len(numbers)} rows of {name} add up to {plain(exact)}"
    message += f", the total printed is {goal.words}" if exact != goal.value else ", as printed"
    if verdict == "rounding":
        message += ": within the rounding of the rows"
    if verdict == "disagrees" and len(printed) < len(cells):
        verdict, reason = "unchecked", f"{len(cells) - len(printed)} of the rows have no number"
    return [
        material.finding(
            "parts", verdict, claims, message, expected=plain(exact), found=plain(goal.value), reason=reason
        )
    ]


def _inside(claim: Claim, cell: Cell) -> bool:
    return cell.start <= claim.evidence.start and claim.evidence.end <= cell.end


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
