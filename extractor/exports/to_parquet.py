"""Parquet with typed columns: decimals as ``decimal128(38, 12)``, exact, and as double beside it.

Twelve places after the point are more than any figure in the press has; a claim that has more is refused by
name rather than rounded. Rows are written in groups of 5,000.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from extractor.errors import Unfit
from extractor.exports import Row, Sink, TextOf
from extractor.exports.columns import COLUMNS

if TYPE_CHECKING:
    import pyarrow

_GROUP = 5_000
_DIGITS, _PLACES = 38, 12


def write(rows: Iterable[Row], file: Sink, text_of: TextOf) -> None:
    """All columns of every row; the file's metadata say what the columns are."""
    import pyarrow
    from pyarrow import parquet

    schema = _schema()
    remaining = iter(rows)
    with parquet.ParquetWriter(pyarrow.PythonFile(_Counting(file), mode="w"), schema, compression="zstd") as writer:
        for group in _groups(remaining):
            columns = [[_value(row, name, kind) for row in group] for name, kind in COLUMNS.items()]
            arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


class _Counting:
    """A file that knows its position and leaves the one below open, as Parquet's footer needs and pipes lack."""

    closed = False

    def __init__(self, file: Sink) -> None:
        self._file = file
        self._written = 0

    def write(self, data: Any) -> int:
        self._file.write(bytes(data))
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def flush(self) -> None:
        """Nothing is held back here."""

    def close(self) -> None:
        self.closed = True


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, _GROUP)):
        yield group


def _schema() -> pyarrow.Schema:
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "decimal": pyarrow.decimal128(_DIGITS, _PLACES),
        "real": pyarrow.float64(),
        "flag": pyarrow.bool_(),
        "integer": pyarrow.int64(),
        "list": pyarrow.list_(pyarrow.string()),
        "date": pyarrow.date32(),
        "moment": pyarrow.timestamp("s", tz="UTC"),
    }
    return pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def _value(row: Row, name: str, kind: str) -> Any:
    value = row[name]
    if value is None:
        return None
    if kind == "decimal":
        return _exact(Decimal(value), row)
    if kind == "flag":
        return bool(value)
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "moment":
        return datetime.fromisoformat(value.replace("Z", "+00:00"))
    return value


def _exact(value: Decimal, row: Row) -> Decimal:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > _PLACES or value.adjusted() >= _DIGITS - _PLACES:
        raise Unfit(
            f"claim {row['claim_id']}: Parquet holds {_PLACES} digits after the point and {_DIGITS - _PLACES} before "
            f"it, {value} has more; correct the claim or export it as json or csv"
        )
    return value
