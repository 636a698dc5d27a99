"""Claims and findings in the words of people. Works on the JSON shape of ``cakupan extract``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

_UNITS = {"percent": "%", "percentage_point": "points"}
_QUALIFIERS = {
    "approx": "about",
    "only": "only",
    "more_than": "more than",
    "less_than": "less than",
    "almost": "almost",
    "at_least": "at least",
    "up_to": "up to",
}
_LONG = 50
_KINDS = {"denominator": "base"}
# Which members a level or target counts, where it is not simply those covered.
_OF_WHOM = {"active_workers": "active", "inactive_workers": "inactive"}
# Mark and colour of a verdict; the mark alone must do where there is no colour.
VERDICTS = {
    "agrees": ("✓", "green"),
    "rounding": ("≈", "cyan"),
    "disagrees": ("✗", "bold red"),
    "unchecked": ("?", "yellow"),
}
STATUSES = {"pending": "dim", "accepted": "green", "rejected": "red", "corrected": "cyan"}


def number(value: str) -> str:
    """A plain decimal string with thousands separated: ``1665422`` to ``1,665,422``."""
    whole, point, decimals = value.partition(".")
    return f"{int(whole):,}{point}{decimals}" if whole.lstrip("-").isdigit() else value


def value(claim: Json, *, qualified: bool = True) -> str:
    """The number with its unit and hedge: ``about 36.47 %``, ``6,540 workers``, ``32-33 %``."""
    printed = number(claim["value"])
    if claim.get("value_max"):
        printed += f"–{number(claim['value_max'])}"
    hedges = [_QUALIFIERS.get(word, word) for word in claim.get("qualifier") or ()] if qualified else []
    unit: str = claim["unit"]
    return " ".join([*hedges, printed, _UNITS.get(unit, unit)])


def kind(claim: Json, *, members: bool = True) -> str:
    """What the number says: ``achieved``, ``achieved (inactive)``, ``gap to target``, ``change up``, ``base`` ..."""
    code: str = claim["kind"]
    word = _KINDS.get(code, code)
    if claim["kind"] == "gap" and claim.get("gap_to") in ("target", "full"):
        return f"{word} to {claim['gap_to']}"
    if claim.get("direction"):
        return f"{word} {'up' if claim['direction'] == 'increase' else 'down'}"
    of_whom = _OF_WHOM.get(claim.get("indicator") or "") if members else None
    return f"{word} ({of_whom})" if of_whom else word


def segment(claim: Json) -> str:
    """The segments' codes, or ``all``."""
    return " ".join(code.removeprefix("OTHER:") for code in claim["segment"]) or "all"


def region(claim: Json) -> str:
    """The region's name, or ``unknown``; a homonym whose level is unknown says so."""
    place = claim["region"]
    name: str = place["name"] or "unknown"
    unsettled = place["name"] and place["code"] is None and place["level"] == "unknown"
    return f"{name} (kabupaten or kota?)" if unsettled else name


def short_region(claim: Json) -> str:
    """The same with ``Kabupaten`` as the usual ``Kab.``, for tables."""
    return region(claim).replace("Kabupaten ", "Kab. ", 1)


def period(dated: Json) -> str:
    """A period as precisely as it was stated: ``2024-10-25 2024-02 2024 Q1 2024 S1 2024`` or a range."""
    start: str | None = dated.get("start")
    end: str | None = dated.get("end")
    if not start or not end:
        return "unknown"
    year, month = start[:4], int(start[5:7])
    stretch = start if start == end else f"{start} to {end}"
    if dated["precision"] == "month" and not (start[:7] == end[:7] and start[8:] == "01" and end[8:] >= "28"):
        return stretch  # the last days of a month, the first half of a year
    return {
        "day": start,
        "month": start[:7],
        "quarter": f"{year} Q{(month + 2) // 3}",
        "semester": f"{year} S{1 if month < 7 else 2}",
        "year": year,
    }.get(dated.get("precision") or "", stretch)


def as_of(claim: Json) -> str:
    """The as-of period; in brackets the date it was borrowed from when the text names none."""
    dated = claim["as_of"]
    borrowed = {"event": " (event)", "publication": " (published)"}.get(dated["basis"], "")
    return period(dated) + borrowed


def official(person: Json | None) -> str:
    """A speaker in full: ``Plt Kepala Dinas X, Dr Nama, M.Si``."""
    if not person:
        return "nobody named"
    name = " ".join([*person.get("degrees_before", ()), person["name"]])
    full = ", ".join([name, *person.get("degrees_after", ())])
    office = " ".join(word for word in (person.get("acting"), person.get("position")) if word)
    return f"{full}, {office}" if office else full


def speaker(claim: Json) -> str:
    """The speaker's name alone, or a dash."""
    return claim["speaker"]["name"] if claim.get("speaker") else "–"


def one_line(claim: Json) -> str:
    """A claim in one line: number, kind, region, segment, as-of."""
    parts = [value(claim), kind(claim), region(claim)]
    if claim["segment"]:
        parts.append(segment(claim))
    parts.append(f"as of {period(claim['as_of'])}")
    return " · ".join(parts)


def count(number: int, noun: str) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def place(uri: str | None) -> str:
    """Where a document comes from; of a long path the last two parts."""
    if uri is None or "://" in uri or len(uri) <= _LONG:
        return uri or "standard input"
    return "…/" + "/".join(uri.replace("\\", "/").split("/")[-2:])


def verdict_marks(findings: Sequence[Json]) -> str:
    """One mark for every verdict there is, worst first: ``✗?``."""
    found = {finding["verdict"] for finding in findings}
    order = ("disagrees", "unchecked", "rounding", "agrees")
    return "".join(VERDICTS[verdict][0] for verdict in order if verdict in found)


def verdict_counts(findings: Sequence[Json]) -> str:
    """How many of each verdict: ``3 agree, 1 disagrees``; ``no checks`` for none."""
    words = {
        "agrees": "agree",
        "rounding": "agree by rounding",
        "disagrees": "disagree",
        "unchecked": "unchecked",
    }
    counts = {verdict: sum(row["verdict"] == verdict for row in findings) for verdict in words}
    return ", ".join(f"{count} {words[verdict]}" for verdict, count in counts.items() if count) or "no checks"
