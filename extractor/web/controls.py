"""What a field may be set to, for its control on the page: the values offered, the one held, suggestions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor import labels
from extractor.i18n import N_, Words
from extractor.review.fields import Field, allowed, hint, officials_of

Json = Mapping[str, Any]

_ASKED_BY_TYPING = ("decimal", "region", "period", "words", "text")
_OTHER = "OTHER:"


@dataclass(frozen=True, slots=True)
class Control:
    """A field with its title, values and words to choose from, those it holds, and what may be typed."""

    field: Field
    title: str
    hint: str
    options: tuple[tuple[str, str], ...]
    held: tuple[str, ...]
    suggested: tuple[str, ...]
    other: str = ""


def control(words: Words, field: Field, claim: Json, mentions: Sequence[Json]) -> Control:
    """The control for a field of a claim; ``mentions`` are those of its document."""
    held = claim[field.name]
    codes = [str(code) for code in held] if isinstance(held, list) else [_typed(field, held, mentions)]
    return Control(
        field,
        words.text(field.title),
        words.text(hint(field)) if field.form in _ASKED_BY_TYPING else "",
        tuple(_options(words, field, mentions)),
        tuple(code for code in codes if code),
        tuple(dict.fromkeys(_suggested(field, mentions))),
        next((code.removeprefix(_OTHER) for code in codes if code.startswith(_OTHER)), ""),
    )


def as_typed(field: Field, claim: Json, mentions: Sequence[Json]) -> str:
    """What the control of a field sends when nobody touches it."""
    held = claim[field.name]
    return ", ".join(held) if isinstance(held, list) else _typed(field, held, mentions)


def _options(words: Words, field: Field, mentions: Sequence[Json]) -> list[tuple[str, str]]:
    if field.form == "speaker":
        people = [(str(number), labels.official(one)) for number, one in enumerate(officials_of(mentions), 1)]
        return [*people, ("none", words.text(N_("nobody named")))]
    if field.form not in ("choice", "choices"):
        return []
    return [("none" if code is None else code, labels.label(words, field.name, code)) for code in allowed(field.name)]


def _typed(field: Field, held: Any, mentions: Sequence[Json]) -> str:
    """What a reader of the field would have typed for the value it holds."""
    if field.form == "speaker":
        people = officials_of(mentions)
        return str(people.index(held) + 1) if held in people else "none"
    if held is None:
        return "none" if field.form == "choice" else ""
    if field.form == "region":
        return str(held["code"] or held["name"] or "")
    if field.form == "period":
        return _period(held)
    return str(held)


def _period(dated: Json) -> str:
    start, end = dated["start"], dated["end"]
    if start is None:
        return ""
    year, month = start[:4], int(start[5:7])
    short = {
        "day": start if start == end else None,
        "month": start[:7] if start[8:] == "01" and start[:7] == end[:7] and end[8:] >= "28" else None,
        "quarter": f"{year} Q{(month + 2) // 3}",
        "semester": f"{year} S{1 if month < 7 else 2}",
        "year": year if end[:4] == year else None,
    }.get(dated["precision"])
    return short or f"{start} to {end}"


def _suggested(field: Field, mentions: Sequence[Json]) -> list[str]:
    """What the document itself names: its regions, dates and plans."""
    label = {"region": "REGION", "as_of": "DATE", "plan": "PLAN"}.get(field.name)
    values = [row["value"] for row in mentions if row["label"] == label]
    if field.name == "region":
        return [value["name"] for value in values if value["code"]]
    if field.name == "as_of":
        return [_period(value) for value in values if value["start"]]
    return [value["code"] for value in values]
