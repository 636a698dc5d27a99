"""What Datasette's own pages show of our tables: ``metadata.toml``, values with units, links from our views."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from extractor.i18n import Words
from extractor.labels import CODES
from extractor.resources import read_toml
from extractor.web.site import columns_of, is_ours, our_database

_OF_CLAIMS = ("claims", "reviewed_claims", "coverage_timeline")
_VIEWS = ("reviewed_claims", "coverage_timeline")


def metadata(datasette: Any, database: str | None, table: str | None) -> dict[str, Any]:
    """Metadata of our databases; made anew on every call, as Datasette writes into what it is given."""
    names = [name for name in datasette.databases if database in (None, name) and is_ours(datasette, name)]
    told: dict[str, Any] = {
        "databases": {name: {**_titles(), "tables": _tables(datasette, name, table)} for name in names}
    }
    return {**told, **_titles()} if _serves_only_ours(datasette, names) else told


def _tables(datasette: Any, database: str, table: str | None) -> dict[str, dict[str, Any]]:
    """What the file says of one table, or all, with descriptions of the columns it has."""
    shared, described = _file()["columns"], _file()["tables"]
    known = columns_of(datasette, database)
    told = {}
    for name in described if table is None else [table]:
        about = described.get(name, {})
        own = {**shared, **about.get("columns", {})} if about and not about.get("hidden") else {}
        told[name] = {**about, "columns": {column: own[column] for column in known.get(name, ()) if column in own}}
    return told


def _serves_only_ours(datasette: Any, names: list[str]) -> bool:
    """Whether a title for all of Datasette is ours to give."""
    return bool(names) and not [name for name in datasette.databases if name != "_internal" and name not in names]


def _titles() -> dict[str, str]:
    return {name: _file()[name] for name in ("title", "description")}


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    return read_toml(Path(__file__).with_name("metadata.toml"))


def cell(datasette: Any, database: str, table: str | None, column: str, value: Any, row: Any) -> Any:
    """How a cell is shown, None for as it is: numbers with their unit, links out of our views."""
    if value is None or table not in _OF_CLAIMS or not is_ours(datasette, database):
        return None
    if column in ("value", "value_max") and "unit" in row.keys():  # noqa: SIM118  (a sqlite3.Row)
        unit = "%" if row["unit"] == "percent" else CODES["unit"].get(row["unit"], row["unit"])
        return f"{Words('en').number(value)} {unit}"
    place = _place(datasette, database, column, value) if table in _VIEWS else None
    return None if place is None else Markup('<a href="{}">{}</a>').format(place, value)


def _place(datasette: Any, database: str, column: str, value: Any) -> str | None:
    """Where an id in a view leads; a view has no foreign keys that Datasette could follow."""
    if column == "claim_id":
        return str(datasette.urls.path(f"/-/cakupan/review/{value}"))
    if column == "region_code":
        return str(datasette.urls.path(f"/-/cakupan/timeline/{value}"))
    if column in ("document_id", "near_copy_of"):
        return str(datasette.urls.row(database, "documents", value))
    return None


def style_sheets(datasette: Any, database: str | None, table: str | None) -> list[str]:
    """A style sheet for the tables that we describe: what their many columns mean must not bury the rows."""
    ours = table is not None and is_ours(datasette, database)
    return [datasette.urls.path("/-/static-plugins/cakupan/data.css")] if ours else []


def links(datasette: Any) -> list[dict[str, str]]:
    """Links for the menu of Datasette's pages, where it serves a database of ours."""
    if our_database(datasette) is None:
        return []
    return [{"href": datasette.urls.path("/-/cakupan/overview"), "label": "cakupan: overview and review"}]
