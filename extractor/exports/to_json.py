"""JSON: one array of objects, a line each, decimals as strings so that no digit is lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from extractor.exports import Row, Sink, TextOf


def write(rows: Iterable[Row], file: Sink, text_of: TextOf) -> None:
    """An array of all columns of every row."""
    write_array(rows, file)
    file.write(b"\n")


def write_array(items: Iterable[Mapping[str, Any]], file: Sink) -> None:
    """A JSON array, each item written as it comes."""
    file.write(b"[")
    between = b"\n"
    for item in items:
        file.write(between + json.dumps(dict(item), ensure_ascii=False).encode())
        between = b",\n"
    file.write(b"\n]")
