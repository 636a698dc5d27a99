"""Claims as reviewed, written for other programs: one module for each format.

Every module ``to_<name>`` has ``write(rows, file, text_of)``: ``rows`` are those of the view ``reviewed_claims`` with
their list columns as lists, ordered by document; ``file`` takes bytes, in order, and need not be seekable;
``text_of`` gives the text of a document by its id. Rows are written as they come, so that any number of them
needs the same memory (XLSX keeps what it writes in a temporary file).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

Row = Mapping[str, Any]
TextOf = Callable[[str], str]


class Sink(Protocol):
    """What a format writes to: bytes, one after the other."""

    def write(self, data: bytes, /) -> Any:
        """Take some bytes."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what it is called on the web, how its files' names end, and whether people can read it raw."""

    media_type: str
    suffix: str
    binary: bool = False


FORMATS = {
    "csv": Format("text/csv; charset=utf-8; header=present", ".csv"),
    "json": Format("application/json", ".json"),
    "jsonl": Format("application/jsonl; charset=utf-8", ".jsonl"),
    "parquet": Format("application/vnd.apache.parquet", ".parquet", binary=True),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", binary=True),
    "jsonld": Format("application/ld+json", ".jsonld"),
    "webannotation": Format('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', ".anno.jsonld"),
}


def write(name: str, rows: Iterable[Row], file: Sink, text_of: TextOf) -> int:
    """Writes the rows in a format of ``FORMATS`` and returns how many they were.

    Raises Unfit for what the format cannot hold exactly.
    """
    count = 0

    def counted() -> Iterable[Row]:
        nonlocal count
        for count, row in enumerate(rows, start=1):  # noqa: B007  (counts while the format reads)
            yield row

    import_module(f"{__name__}.to_{name}").write(counted(), file, text_of)
    return count
