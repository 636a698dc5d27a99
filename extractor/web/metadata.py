"""What Datasette's own pages show of our tables."""

from __future__ import annotations

from typing import Any

from extractor.web.site import our_database


def metadata(datasette: Any, database: str | None, table: str | None) -> dict[str, Any]:
    """Metadata for our databases, new on every call as Datasette writes into it."""
    return {}


def cell(datasette: Any, database: str, table: str | None, column: str, value: Any, row: Any) -> Any:
    """How a cell is shown; None for as it is."""
    return None


def links(datasette: Any) -> list[dict[str, str]]:
    """Links for the menu of Datasette's pages, where it serves a database of ours."""
    if our_database(datasette) is None:
        return []
    return [{"href": datasette.urls.path("/-/cakupan/overview"), "label": "cakupan: overview and review"}]
