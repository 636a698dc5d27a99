"""What Datasette asks us, answered elsewhere: hooks only."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from datasette import hookimpl

from extractor.web import metadata, security


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The routes of every page in ``pages/``."""
    from extractor.web import pages

    modules = (import_module(f"{pages.__name__}.{found.name}") for found in iter_modules(pages.__path__))
    return [route for module in modules for route in getattr(module, "ROUTES", ())]


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    """The Host allow-list around everything."""
    return lambda app: security.guarded(app, datasette)


@hookimpl
def permission_allowed(datasette: Any, actor: Any, action: str) -> bool | None:
    """Who has ``review``, and who may read a private site."""
    return security.allowed(datasette, actor, action)


@hookimpl
def get_metadata(datasette: Any, key: str | None, database: str | None, table: str | None) -> dict[str, Any]:
    """Descriptions, labels, units and facets of our tables."""
    return metadata.metadata(datasette, database, table)


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """Values with their units and links from our views, which have no foreign keys."""
    return metadata.cell(datasette, database, table, column, value, row)


@hookimpl
def extra_css_urls(datasette: Any, database: str | None, table: str | None) -> list[str]:
    """The look of our tables in Datasette's own pages."""
    return metadata.style_sheets(datasette, database, table)


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """The way from Datasette's own pages to ours."""
    return metadata.links(datasette)
