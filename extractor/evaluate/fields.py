"""What a field of gold is compared with in the output, and when the two agree.

A field that gold leaves out is not compared. ``null`` in gold means that the text leaves it unknown.
Under ``region``, ``speaker`` and ``publisher`` a list names acceptable alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

Json = Mapping[str, Any]
Fields = Mapping[str, Callable[[Json], Any]]

_ALTERNATIVES = frozenset({"region", "speaker", "publisher"})
_SETS = frozenset({"segment", "programme", "plan", "qualifier", "funding", "degrees_before", "degrees_after"})
_NUMBERS = frozenset({"value", "value_max"})
_AT_LEAST = frozenset({"flags"})
_PERIODS = frozenset({"as_of", "baseline", "published", "event"})
_CONTAINED = frozenset({"quote"})
_WORDS = frozenset(
    [
        "title",
        "position",
        "name",
        "region_name",
        "data_source",
        "publisher",
        "byline",
        "quote",
        "organisation",
        "rank",
    ]
)
_ARTICLE_KEYS = {"pasal": "article", "ayat": "paragraph", "huruf": "letter"}


def period(value: Any) -> list[str] | None:
    """``[start, end]`` of a period given as an object, a pair, a day or ``start/end``; None when unknown."""
    if isinstance(value, Mapping):
        value = value.get("start") and [value["start"], value["end"]]
    if isinstance(value, str):
        start, _, end = value.partition("/")
        return [start, end or start]
    return list(value) if value else None


def _inner(*path: str) -> Callable[[Json], Any]:
    def read(item: Json) -> Any:
        value: Any = item
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    return read


CLAIM_FIELDS: Fields = {
    **{
        name: _inner(name)
        for name in (
            "value", "value_max", "unit", "kind", "indicator", "population", "segment", "programme", "plan",
            "qualifier", "gap_to", "direction", "change_basis", "baseline", "data_source", "funding", "rank",
            "attribution", "flags",
        )
    },
    "region": _inner("region", "code"),
    "region_name": _inner("region", "name"),
    "region_level": _inner("region", "level"),
    "region_basis": _inner("region", "basis"),
    "as_of": lambda claim: period(claim.get("as_of")),
    "as_of_basis": _inner("as_of", "basis"),
    "as_of_precision": _inner("as_of", "precision"),
    "speaker": _inner("speaker", "name"),
    "quote": _inner("evidence", "quote"),
    "mentions": lambda claim: len(claim.get("mentions") or ()),
}  # fmt: skip
REGULATION_FIELDS: Fields = {
    name: _inner(name) for name in ("type", "number", "year", "title", "articles", "issuer", "flags")
}
OFFICIAL_FIELDS: Fields = {
    name: _inner(name)
    for name in (
        "name", "position", "acting", "degrees_before", "degrees_after", "organisation", "region", "role",
    )
}  # fmt: skip
DOCUMENT_FIELDS: Fields = {
    "title": _inner("title"),
    "publisher": _inner("publisher"),
    "byline": _inner("byline"),
    "published": lambda document: period(document.get("published")),
    "published_basis": _inner("published", "basis"),
    "event": lambda document: period(document.get("event")),
}

CORE = ("value", "unit", "kind")
"""What makes two claims the same number with the same meaning."""

KEYS: dict[str, tuple[str, ...]] = {
    "value, unit, kind": CORE,
    "+ region, segment": (*CORE, "region", "segment"),
    "+ as_of": (*CORE, "region", "segment", "as_of"),
    "+ speaker": (*CORE, "region", "segment", "as_of", "speaker"),
}
"""Combined keys: a claim counts as right when all of these fields agree."""


def agrees(field: str, expected: Any, found: Any) -> bool:
    """Whether what the program found is what gold expects for a field.

    Lists are sets; of ``flags`` at least the expected ones must be there; one of two ``quote``s holds the
    other, so that gold may print a number with more or fewer of the words around it.
    """
    if field in _ALTERNATIVES and isinstance(expected, list):
        return any(agrees(field, one, found) for one in expected)
    wanted, got = _normal(field, expected), _normal(field, found)
    if field in _AT_LEAST:
        return bool(wanted <= got)
    if field in _CONTAINED and wanted and got:
        return wanted in got or got in wanted
    return bool(wanted == got)


def compared(gold: Json, found: Json, fields: Fields) -> dict[str, tuple[Any, Any]]:
    """The fields of ``gold`` on which ``found`` differs: what was expected, what was found."""
    return {
        name: (gold[name], read(found))
        for name, read in fields.items()
        if name in gold and not agrees(name, gold[name], read(found))
    }


def words(text: str) -> str:
    """A text without differences of case, spacing and quotation marks."""
    return " ".join(re.sub(r"[\"“”'‘’]", "", text).lower().split())


def _normal(field: str, value: Any) -> Any:
    if field in _SETS or field in _AT_LEAST:
        return frozenset(value or ())
    if field == "articles":
        return [_article(one) for one in value or ()]
    if value is None:
        return None
    if field in _NUMBERS:
        return Decimal(str(value))
    if field in _PERIODS:
        return period(value)
    if field == "number":
        return str(value)
    return words(value) if field in _WORDS and isinstance(value, str) else value


def _article(item: Json) -> dict[str, str]:
    """A place in a regulation with its known parts only; gold may call them by their Indonesian names."""
    return {_ARTICLE_KEYS.get(name, name): str(part) for name, part in item.items() if part is not None}
