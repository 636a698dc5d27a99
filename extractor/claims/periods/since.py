"""Since when a change is: the start of its span, the day it is compared with, or as long before as the text says."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.periods.pointing import in_year
from extractor.claims.periods.stated import SINCE
from extractor.model import DateValue, Mention, Period

_COMPARED = re.compile(
    r"\b(?:di)?banding(?:kan)?(?: dengan)?\s+(?:(?:posisi|akhir|awal|bulan|tahun|periode|per|pada)\s+)*$"
)
_OTHER_CLAUSE = re.compile(r";|\b(?:sedangkan|sementara|namun|tetapi|tapi|adapun|padahal)\b")
_A_YEAR = re.compile(
    r"\b(?:year on year|year-on-year|yoy|secara tahunan)\b|"
    r"\b(?:(?:di)?banding(?:kan)?|daripada|dari)\s+(?:dengan\s+)?(?:pada\s+)?(?:periode|bulan|semester|triwulan|kuartal)"
    r"\s+(?:yang\s+)?sama\s+(?:pada\s+|di\s+)?tahun\s+(?:lalu|sebelumnya)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:dalam|selama|kurun)\s+(?:waktu\s+)?(?P<count>\d{1,2}|se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|"
    r"sembilan|sepuluh|sebelas|dua belas)\s?(?P<unit>bulan|tahun)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:periode|kurun waktu|waktu|rentang)\s+(?:yang\s+)?(?:sama|itu|tersebut)\b", re.IGNORECASE)
_NUMBERS = {
    word: count
    for count, words in enumerate(
        ("se satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
         "dua_belas"), 1
    )
    for word in words.split()
}  # fmt: skip


def since(context: Context, cluster: Cluster, as_of: Period | None, before: str | None) -> str | None:
    """The baseline of a change as an ISO 8601 interval, None where the text does not tell.

    ``as_of`` is the change's own period, ``before`` the baseline of the change told before it.
    """
    for row, value in _dates(context, cluster.left_start, cluster.near_end):
        if value.precision == "month" and _months(value.start) != _months(value.end):
            return _interval(_month_of(value.start))
        if SINCE.search(context.text, max(0, row.start - 90), row.start):
            return f"{value.start}/{value.end}"
    for row, value in _dates(context, cluster.near_end, cluster.sentence.end):
        compared = _COMPARED.search(context.low, max(cluster.end, row.start - 60), row.start)
        if compared and not _OTHER_CLAUSE.search(context.low, cluster.end, row.start):
            return f"{value.start}/{value.end}"
    if as_of is None:
        return None
    if _A_YEAR.search(context.text, cluster.left_start, cluster.right_end):
        return _interval(in_year(as_of, as_of.end.year - 1))
    long = _WITHIN.search(context.text, cluster.sentence.start, cluster.start)
    if long is not None:
        return _earlier(as_of, _number(long["count"]), long["unit"].lower())
    if before is not None and _SAME.search(context.text, cluster.sentence.start, cluster.start):
        return before
    return None


def _dates(context: Context, start: int, end: int) -> Iterator[tuple[Mention, DateValue]]:
    for row in context.of("DATE", start, end):
        if isinstance(row.value, DateValue) and row.value.start is not None and row.value.end is not None:
            yield row, row.value


def _months(day: date | None) -> tuple[int, int] | None:
    return (day.year, day.month) if day is not None else None


def _month_of(day: date | None) -> Period:
    assert day is not None
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month")


def _interval(period: Period) -> str:
    return f"{period.start}/{period.end}"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower().replace(" ", "_")]


def _earlier(as_of: Period, count: int, unit: str) -> str | None:
    """The period of the same kind so many months or years before: that of two months before January is November."""
    if unit == "tahun" and as_of.precision in ("month", "year"):
        return _interval(in_year(as_of, as_of.end.year - count))
    if unit == "bulan" and as_of.precision == "month":
        months = as_of.end.year * 12 + as_of.end.month - 1 - count
        return _interval(_month_of(date(months // 12, months % 12 + 1, 1)))
    return None
