"""The rows of a table against the total it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.checks.intervals import Interval, Printed, compare, plain
from extractor.checks.material import Material
from extractor.model import Cell, Claim, Finding, Table
from extractor.numbers import read_digits

_TOTAL = re.compile(r"(?:grand )?(?:total|jumlah)\b", re.IGNORECASE)
_RATE = re.compile(r"%|persen|\bucj\b|cakupan|rasio", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")


def check_tables(material: Material) -> list[Finding]:
    """One finding per column of counts that holds claims and has a total."""
    return [finding for table in material.document.tables for finding in _check_table(material, table)]


def _text(material: Material, cell: Cell) -> str:
    return material.document.text[cell.start : cell.end].strip()


def _check_table(material: Material, table: Table) -> list[Finding]:
    if len(table.rows) < 4:  # a header, two rows and their total at least
        return []
    header, body = table.rows[0], table.rows[1:]
    totals = [row for row in body if any(_TOTAL.match(_text(material, cell)) for cell in row[:2])]
    rows = [row for row in body if row not in totals]
    if len(totals) != 1:
        return []
    found = []
    for column in range(1, len(header)):
        name = _text(material, header[column])
        cells = [row[column] for row in (*rows, totals[0]) if len(row) == len(header)]
        if len(cells) == len(rows) + 1 and not _RATE.search(name):
            found += _check_column(material, name, cells)
    return found


def _check_column(material: Material, name: str, cells: Sequence[Cell]) -> list[Finding]:
    numbers = [_read(_text(material, cell)) for cell in cells]
    claims = [claim for claim in material.claims if any(_inside(claim, cell) for cell in cells)]
    read = [number for number in numbers if number is not None]
    if not claims or len(read) != len(numbers):
        return []
    *rows, total = read
    exact = sum((row.value for row in rows), Decimal(0))
    reach = Interval(Decimal(0), Decimal(0))
    for row in rows:
        reach += row.interval
    verdict = compare(exact, reach, total)
    message = f"the {len(rows)} rows of {name} add up to {plain(exact)}"
    message += f", the total printed is {total.words}" if exact != total.value else ", as printed"
    if verdict == "rounding":
        message += ": within the rounding of the rows"
    return [
        material.finding("parts", verdict, claims, message, expected=plain(exact), found=plain(total.value))
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
    decimals = -int(number.value.as_tuple().exponent) if "missing_scale_word" in number.flags else 0
    step = Decimal(1).scaleb(-decimals)
    half = step / 2 if decimals else Decimal(0)
    return Printed(
        number.value, Interval(number.value - half, number.value + half), step, plain(number.value)
    )
