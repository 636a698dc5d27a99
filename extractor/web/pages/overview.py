"""The overview: where coverage stands in each region, as far as it is reported."""

from __future__ import annotations

from datasette.utils.asgi import Response

from extractor.web.visit import Visit, page


async def show(visit: Visit) -> Response:
    """The page."""
    return await visit.page("cakupan_overview.html", {"status": await visit.store(lambda store: store.status())})


ROUTES = [page(r"overview", show)]
