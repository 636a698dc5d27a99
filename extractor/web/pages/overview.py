"""The overview: where coverage stands in each region, as far as it is reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from datasette.utils.asgi import Response

from extractor import labels
from extractor.i18n import N_, Words
from extractor.store import Store
from extractor.web.standing import Standing, standings
from extractor.web.visit import Visit, page

Row = Mapping[str, Any]

NATIONAL = "ID"
LEVELS = {"province": N_("Provinces"), "kabupaten": N_("Kabupaten"), "kota": N_("Kota")}
_LAST = "~"  # behind every name and date


def _by_value(row: Row) -> tuple[Any, ...]:
    standing: Standing | None = row["standing"]
    if standing is None:
        return (2, 0)
    return (standing.levels[0]["unit"] != "percent", -standing.value)


def _by_distance(row: Row) -> tuple[Any, ...]:
    distance = row["standing"].distance if row["standing"] else None
    return (True, 0) if distance is None else (row["standing"].levels[0]["unit"] != "percent", -distance)


# What the table can be sorted by; ties by name.
SORTS: Mapping[str, Callable[[Row], Any]] = {
    "region": lambda row: row["code"],
    "level": _by_value,
    "target": _by_distance,
    "sources": lambda row: -row["sources"],
    "reported": lambda row: "".join(chr(ord(_LAST) - ord(sign)) for sign in row["last_published"] or ""),
    "open": lambda row: (-row["disagreeing"], -row["open"]),
}


async def show(visit: Visit) -> Response:
    """The page. ``sort`` one of ``SORTS``, ``level`` one of ``LEVELS``, ``find`` part of a name."""

    def read(store: Store) -> Any:
        return store.status(), store.regions(), standings(store.latest_levels())

    status, regions, standing = await visit.store(read)
    known = [{**row, "standing": standing.get(row["code"])} for row in regions if row["code"]]
    sort = visit.argument("sort") if visit.argument("sort") in SORTS else "region"
    level = visit.argument("level") if visit.argument("level") in LEVELS else None
    find = (visit.argument("find") or "").strip()
    chosen = [
        row for row in known if (level is None or row["level"] == level) and find.casefold() in row["name"].casefold()
    ]
    chosen.sort(key=lambda row: (row["code"] != NATIONAL, SORTS[str(sort)](row), row["name"]))
    context = {
        "status": status,
        "open": sum(row["open"] for row in regions),
        "rows": [_told(visit.words, row) for row in chosen],
        "all": len(known),
        "sort": sort,
        "level": level,
        "find": find,
        "levels": LEVELS,
        "homeless": next((row["claims"] for row in regions if row["code"] is None), 0),
    }
    return await visit.page("cakupan_overview.html", context)


def _told(words: Words, row: Row) -> dict[str, Any]:
    """A row in words."""
    standing: Standing | None = row["standing"]
    told = {**row, "last": words.date(row["last_published"]), "levels": [], "targets": []}
    if standing is None:
        return told
    first = standing.levels[0]
    about = [] if first["unit"] == "percent" else [labels.label(words, "indicator", first["indicator"])]
    about += [labels.segments(words, first["segments"])] if first["segments"] else []
    return told | {
        "levels": [_number(words, claim) for claim in standing.levels],
        "reviewed": standing.reviewed,
        "about": ", ".join(about),
        "as_of": labels.as_of(words, {"as_of": labels.dated(first, "as_of")}) if first["as_of_end"] else "",
        "newer": [_number(words, claim) for claim in standing.newer],
        "targets": [_target(words, claim, standing.value) for claim in standing.targets],
    }


def _number(words: Words, claim: Row) -> dict[str, str]:
    shown = labels.value(words, {**claim, "qualifier": claim["qualifiers"]}, hedged=True)
    return {"claim": claim["claim_id"], "value": shown}


def _target(words: Words, claim: Row, level: Decimal) -> dict[str, Any]:
    """A target with its plan, its deadline and what the level lacks of it."""
    distance = Decimal(claim["value"]) - level
    unit = "percentage_point" if claim["unit"] == "percent" else claim["unit"]
    return {
        **_number(words, claim),
        "plan": ", ".join(claim["plans"]),
        "deadline": words.period(labels.dated(claim, "as_of")),
        "reached": distance <= 0,
        "pending": claim["status"] == "pending",
        "distance": f"{words.number(str(abs(distance)))} {labels.label(words, 'unit', unit)}",
    }


ROUTES = [page(r"overview", show)]
