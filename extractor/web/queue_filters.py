"""The filters of the review queue in an address: read, written back, and told in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from extractor.errors import CakupanError, UnknownItem
from extractor.i18n import N_, Words
from extractor.labels import label
from extractor.store import ClaimFilter

NO_DAY = N_("{value} is no day of the calendar; write it as 2024-10-25.")
NO_SHARE = N_("{value} is no number between 0 and 1.")
AN_AREA = N_("{value} is an area of several regions; name one of them: {members}.")

TITLES: Mapping[str, str] = {
    "region": N_("region"),
    "segment": N_("group"),
    "kind": N_("kind"),
    "unit": N_("unit"),
    "status": N_("status"),
    "document": N_("document"),
    "finding": N_("finding"),
    "publisher": N_("outlet"),
    "as_of_from": N_("describes a time from"),
    "as_of_to": N_("describes a time until"),
    "published_from": N_("published from"),
    "published_to": N_("published until"),
    "confidence_from": N_("sureness at least"),
    "confidence_to": N_("sureness at most"),
    "search": N_("words"),
}


class BadFilter(CakupanError):
    """A filter in the address that means nothing."""


def from_address(words: Words, argument: Callable[[str], str | None]) -> dict[str, Any]:
    """The filters of an address, as ``ClaimFilter`` takes them; raises CakupanError with what to write instead."""
    return from_values(words, {name: argument(name) for name in TITLES})


def from_values(words: Words, told: Mapping[str, Any]) -> dict[str, Any]:
    """The same from a JSON object of names and values; names that are no filter are left out."""
    given = {name: str(told[name]).strip() for name in TITLES if told.get(name) not in (None, "")}
    chosen: dict[str, Any] = {}
    for name, value in given.items():
        chosen[name] = _READERS.get(name, _plain)(words, value)
    ClaimFilter(**chosen)  # a status that is none is refused here
    return chosen


def to_address(chosen: Mapping[str, Any]) -> str:
    """The query string of filters, with its question mark; empty for none."""
    return f"?{urlencode(chosen)}" if chosen else ""


def in_words(words: Words, chosen: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Titles and values of filters, for people."""
    return [(words.text(TITLES[name]), _value(words, name, value)) for name, value in chosen.items()]


def _plain(words: Words, value: str) -> str:
    return value


def _region(words: Words, value: str) -> str:
    from extractor.regions import find

    place = find(value)
    if place.code is None:
        members = ", ".join(place.members or place.candidates)
        raise UnknownItem(words.text(AN_AREA, value=value, members=members))
    return place.code


def _segment(words: Words, value: str) -> str:
    return value if value.startswith("OTHER:") else value.upper()


def _day(words: Words, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise BadFilter(words.text(NO_DAY, value=value)) from error


def _share(words: Words, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise BadFilter(words.text(NO_SHARE, value=value))
    return number


_READERS: Mapping[str, Callable[[Words, str], Any]] = {
    "region": _region,
    "segment": _segment,
    "as_of_from": _day,
    "as_of_to": _day,
    "published_from": _day,
    "published_to": _day,
    "confidence_from": _share,
    "confidence_to": _share,
}


def _value(words: Words, name: str, value: Any) -> str:
    if name == "region":
        from extractor.regions import name_of

        return name_of(value)
    if name in ("segment", "kind", "unit", "status"):
        return label(words, name, value)
    if name == "finding":
        return finding(words, value)
    if name.startswith("confidence"):
        return f"{words.number(f'{100 * value:g}')}%"
    return words.date(value) if name.endswith(("_from", "_to")) else str(value)


def finding(words: Words, value: str) -> str:
    """A verdict or a check by name."""
    told = label(words, "verdict", value)
    return told if told != value.replace("_", " ") else label(words, "check", value)
