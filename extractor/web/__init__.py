"""The face in the browser: a plugin of Datasette (entry point ``datasette``) and the server of ``cakupan serve``.

Datasette finds templates and static files beside the module its entry point names, which must be a package:
this one. It hands Datasette the hooks of ``plugin``.
"""

from __future__ import annotations

from extractor.web.plugin import (
    asgi_wrapper,
    extra_css_urls,
    get_metadata,
    menu_links,
    permission_allowed,
    register_routes,
    render_cell,
)

__all__ = [
    "asgi_wrapper",
    "extra_css_urls",
    "get_metadata",
    "menu_links",
    "permission_allowed",
    "register_routes",
    "render_cell",
]
