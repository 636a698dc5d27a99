"""The fields a reviewer may correct: what each may hold, and how a typed answer is read.

Choices are those of the JSON Schema of ``cakupan extract``, so that a correction can never be something
that the program itself could not have said. A typed answer that is none of them raises ``NotAllowed``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from extractor.errors import CakupanError
from extractor.i18n import N_
from extractor.labels import official

Json = Mapping[str, Any]


class NotAllowed(CakupanError):
    """A typed value that the field cannot hold."""


@dataclass(frozen=True)
class Field:
    """A correctable field: the key that chooses it, its name in the claim, its title, how it is read."""

    key: str
    name: str
    title: str
    form: str


FIELDS = (
    Field("v", "value", N_("number"), "decimal"),
    Field("m", "value_max", N_("upper end of a range"), "decimal"),
    Field("u", "unit", N_("unit"), "choice"),
    Field("k", "kind", N_("kind"), "choice"),
    Field("i", "indicator", N_("indicator"), "choice"),
    Field("p", "population", N_("percentage of"), "choice"),
    Field("h", "qualifier", N_("hedge"), "choices"),
    Field("g", "gap_to", N_("gap to"), "choice"),
    Field("d", "direction", N_("direction"), "choice"),
    Field("c", "change_basis", N_("change basis"), "choice"),
    Field("s", "segment", N_("segment"), "choices"),
    Field("o", "programme", N_("programme"), "choices"),
    Field("r", "region", N_("region"), "region"),
    Field("t", "as_of", N_("as of"), "period"),
    Field("l", "plan", N_("plan"), "words"),
    Field("w", "speaker", N_("said by"), "speaker"),
    Field("n", "attribution", N_("attribution"), "choice"),
    Field("y", "data_source", N_("source"), "text"),
    Field("f", "funding", N_("funding"), "words"),
    Field("b", "baseline", N_("change since"), "text"),
    Field("z", "rank", N_("rank"), "text"),
)
BY_KEY = {field.key: field for field in FIELDS}
BY_NAME = {field.name: field for field in FIELDS}

_NOTHING = ("-", "none")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_PART = re.compile(r"(\d{4}) ?([QS])([1-4])", re.IGNORECASE)
_RANGE = re.compile(r"(\d{4}-\d\d-\d\d) (?:to|-) (\d{4}-\d\d-\d\d)")


def choices(field: Field, officials: Sequence[Json]) -> list[str]:
    """What may be chosen by number, in words; empty for fields that are typed freely."""
    if field.form == "speaker":
        return [*(official(person) for person in officials), "none"]
    return ["none" if value is None else value for value in allowed(field.name)]


def officials_of(mentions: Iterable[Json]) -> list[Json]:
    """The officials named among mentions, each once."""
    people: list[Json] = []
    for mention in mentions:
        if mention["label"] == "OFFICIAL" and mention["value"] not in people:
            people.append(mention["value"])
    return people


def allowed(name: str) -> list[Any]:
    """The values of a field in the schema, following one reference; for a list those of its items."""
    from extractor.wire import json_schema

    schema = json_schema()
    spec = schema["$defs"]["claim"]["properties"][name]
    spec = spec.get("items", spec)
    if "$ref" in spec:
        spec = schema["$defs"][spec["$ref"].rpartition("/")[2]]
    options = spec.get("anyOf", [spec])
    return [value for option in options for value in option.get("enum", [])]


def hint(field: Field) -> str:
    """How to answer for this field, in a few words."""
    if field.name == "segment":
        return N_("numbers or values, separated by commas; OTHER:words for another; - for all workers")
    return {
        "decimal": N_("a number such as 36.47 or 607426"),
        "choice": N_("a number or a value from the list"),
        "choices": N_("numbers or values, separated by commas; - for none"),
        "region": N_("a name, an alias or a code, such as Jambi or 15.71; ID is all of Indonesia"),
        "period": N_("2024, 2024-02, 2024-02-15, 2024 Q1, 2024 S1, words as in the text; - for unknown"),
        "words": N_("codes or regulations, separated by commas; - for none"),
        "speaker": N_("a number from the list"),
        "text": N_("words; - for none"),
    }[field.form]


def read(field: Field, typed: str, claim: Json, officials: Sequence[Json]) -> Any:
    """The typed answer as the claim's JSON holds it; raises NotAllowed (or UnknownItem for a region)."""
    readers: dict[str, Callable[[], Any]] = {
        "decimal": lambda: _decimal(field, typed),
        "choice": lambda: _choice(typed, allowed(field.name)),
        "choices": lambda: [_choice(part, allowed(field.name)) for part in _parts(typed)],
        "region": lambda: _region(typed, claim),
        "period": lambda: _period(typed),
        "words": lambda: _parts(typed),
        "speaker": lambda: _speaker(typed, officials),
        "text": lambda: None if typed.strip().lower() in ("", *_NOTHING) else typed.strip(),
    }
    return readers[field.form]()


def _parts(typed: str) -> list[str]:
    if typed.strip().lower() in _NOTHING:
        return []
    return [part.strip() for part in typed.split(",") if part.strip()]


def _choice(typed: str, values: Sequence[Any]) -> Any:
    word = typed.strip()
    if word.isdigit() and 1 <= int(word) <= len(values):
        return values[int(word) - 1]
    if word.lower() in _NOTHING and None in values:
        return None
    if word.upper().startswith("OTHER:") and "RENTAN" in values:
        return f"OTHER:{word[6:].strip()}"
    named = [value for value in values if value is not None and value.lower() == word.lower()]
    begun = named or [v for v in values if v is not None and v.lower().startswith(word.lower())]
    if len(begun) != 1:
        shown = ", ".join("none" if value is None else value for value in values)
        raise NotAllowed(f"{word!r} is not one of {shown}")
    return begun[0]


def _decimal(field: Field, typed: str) -> str | None:
    word = typed.strip()
    if field.name == "value_max" and word.lower() in _NOTHING:
        return None
    if not re.fullmatch(r"\d+(\.\d+)?", word):
        raise NotAllowed(f"{word!r} is not a plain number; write 36.47 or 607426, without thousands marks")
    return word


def _region(typed: str, claim: Json) -> dict[str, Any]:
    from extractor.regions import find

    place = find(typed.strip())
    if place.code is None and place.candidates:
        raise NotAllowed(f"{typed.strip()}: more than one region has this name ({', '.join(place.candidates)})")
    return {"code": place.code, "name": place.name, "level": place.level, "basis": claim["region"]["basis"]}


def _speaker(typed: str, officials: Sequence[Json]) -> Json | None:
    word = typed.strip()
    if word.lower() in _NOTHING or word == str(len(officials) + 1):
        return None
    if word.isdigit() and 1 <= int(word) <= len(officials):
        return officials[int(word) - 1]
    raise NotAllowed(f"{word!r} is not in the list; type the number of an official or none")


def _period(typed: str) -> dict[str, Any]:
    word = typed.strip()
    if word.lower() in (*_NOTHING, "unknown"):
        return {"start": None, "end": None, "precision": None, "basis": "unknown", "text": None}
    try:
        start, end, precision = _stretch(word)
    except ValueError as error:
        raise NotAllowed(f"{word!r} is not a date or period; write {hint(BY_KEY['t'])}") from error
    return {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "precision": precision,
        "basis": "explicit",
        "text": word,
    }


def _stretch(word: str) -> tuple[date, date, str]:
    """First day, last day and precision; raises ValueError where the words do not decide."""
    if match := _RANGE.fullmatch(word):
        return date.fromisoformat(match[1]), date.fromisoformat(match[2]), "range"
    if match := _PART.fullmatch(word):
        length, precision = (3, "quarter") if match[2].upper() == "Q" else (6, "semester")
        first = (int(match[3]) - 1) * length + 1
        return date(int(match[1]), first, 1), _month_end(int(match[1]), first + length - 1), precision
    if match := _ISO.fullmatch(word):
        year, month, day = (int(part) if part else None for part in match.groups())
        return _calendar(year or 0, month, day)
    from extractor.dates import read as read_date

    found = read_date(word)
    if found is None or found.start is None or found.end is None:
        raise ValueError(word)
    return found.start, found.end, found.precision


def _calendar(year: int, month: int | None, day: int | None) -> tuple[date, date, str]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if day is None:
        return date(year, month, 1), _month_end(year, month), "month"
    return date(year, month, day), date(year, month, day), "day"


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
