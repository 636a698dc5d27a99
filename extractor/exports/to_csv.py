"""CSV (RFC 4180, UTF-8): all columns, lists joined by ``;``, unknown as nothing, numbers with every digit."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from extractor.exports import Row, Sink, TextOf
from extractor.exports.columns import COLUMNS


def write(rows: Iterable[Row], file: Sink, text_of: TextOf) -> None:
    """A header, then a line for each row."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([cell(row[name]) for name in COLUMNS])
        file.write(line.getvalue().encode())
        line.seek(0)
        line.truncate()
    file.write(line.getvalue().encode())


def cell(value: Any) -> Any:
    """A value as one cell; a list that holds a ``;`` itself is written as JSON."""
    if value is None:
        return ""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if any(";" in item for item in value) else ";".join(value)
    return value
