"""An Excel workbook: one sheet, typed cells, and no text that Excel could take for a formula.

Excel calculates in double precision. A decimal of up to 15 digits keeps all of them there and is written as a
number; a longer one is written as text, so that none is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from extractor.errors import Unfit
from extractor.exports import Row, Sink, TextOf
from extractor.exports.columns import COLUMNS
from extractor.exports.to_csv import cell

_MOST_ROWS, _MOST_CHARACTERS = 1_048_576, 32_767  # of a sheet and of a cell, set by Excel
_DIGITS = 15
_FORMATS = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm:ss"}
_WIDTHS = {"sentence": 80, "title": 50, "uri": 40, "findings": 40, "evidence_quote": 24, "region_name": 24}
# what XML 1.0, and so a workbook, cannot hold
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(rows: Iterable[Row], file: Sink, text_of: TextOf) -> None:
    """A header that stays in sight, with filters, then a line for each row."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("claims")
    sheet.freeze_panes = "B2"
    for number, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 14)

    def typed(value: Any, kind: str) -> Any:
        if kind not in _FORMATS and not (isinstance(value, str) and value.startswith("=")):
            return value
        made = WriteOnlyCell(sheet, value=value)
        if kind in _FORMATS:
            made.number_format = _FORMATS[kind]
        else:
            made.data_type = "s"  # a formula otherwise
        return made

    head = [WriteOnlyCell(sheet, value=name) for name in COLUMNS]
    for title in head:
        title.font = Font(bold=True)
    sheet.append(head)
    try:
        count = _fill(sheet, rows, typed)
    except BaseException:
        sheet.close()  # what was begun is ended, or openpyxl complains long after the reason was told
        raise
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count}"
    book.save(file)


def _fill(sheet: Any, rows: Iterable[Row], typed: Callable[[Any, str], Any]) -> int:
    """The lines of the sheet after the header; returns how many lines there are in all."""
    count = 1
    for row in rows:
        count += 1
        if count > _MOST_ROWS:
            raise Unfit(f"a sheet holds {_MOST_ROWS - 1:,} claims at most; filter them, or export parquet or csv")
        sheet.append([typed(_value(row, name, kind), kind) for name, kind in COLUMNS.items()])
    return count


def _value(row: Row, name: str, kind: str) -> Any:
    value = row[name]
    if value is None:
        return None
    if kind == "decimal":
        number = Decimal(value)
        return number if len(number.as_tuple().digits) <= _DIGITS else value
    if kind == "flag":
        return bool(value)
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "moment":
        return datetime.fromisoformat(value.removesuffix("Z"))
    if kind in ("real", "integer"):
        return value
    text = _FORBIDDEN.sub("\ufffd", cell(value))
    if len(text) > _MOST_CHARACTERS:
        raise Unfit(f"claim {row['claim_id']}: a cell holds {_MOST_CHARACTERS:,} characters, its {name} has more")
    return text
