"""JSON Lines: one object per line, all columns."""

from __future__ import annotations

import json
from collections.abc import Iterable

from extractor.exports import Row, Sink, TextOf


def write(rows: Iterable[Row], file: Sink, text_of: TextOf) -> None:
    """A line for each row."""
    for row in rows:
        file.write(json.dumps(dict(row), ensure_ascii=False).encode() + b"\n")
