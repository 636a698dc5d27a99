"""The timeline of a region: the picture with a link at every point, filters, and the numbers as a table.

The picture is SVG made here (``extractor.charts``), drawn twice: once for wide and once for narrow windows, of
which the style sheet shows one. It holds no script and no style, so that the strict policy of our pages holds.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Response

from extractor.charts import AXES, Choice, Offer, Timeline, picture, telling, timeline
from extractor.charts.drawing import caption
from extractor.errors import UnknownItem
from extractor.labels import label
from extractor.regions import find, name_of
from extractor.store import Store
from extractor.web.queue_filters import AN_AREA
from extractor.web.visit import Visit, page

SIZES = {"wide": (780.0, 360.0), "narrow": (262.0, 320.0)}
_CROWD = 400  # points beyond which a narrow picture shows nothing but costs as much
_FILTERS = ("compare", "indicator", "segment", "outlet", "by", "rejected")


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a filter: its value, what it is called, and whether it is the chosen one."""

    value: str
    name: str
    chosen: bool


async def chooser(visit: Visit) -> Response:
    """To the timeline of the region that the form names, the other filters kept."""
    code = _code(visit, visit.argument("region") or "ID")
    kept = {name: value for name in _FILTERS if (value := visit.argument(name))}
    return Response.redirect(visit.url(f"timeline/{code}") + (f"?{urlencode(kept)}" if kept else ""))


async def show(visit: Visit) -> Response:
    """The page; ``compare`` another region, the other arguments as in ``cakupan timeline``."""
    code = _code(visit, visit.part("code"))
    other = visit.argument("compare")
    codes = list(dict.fromkeys([code, _code(visit, other)] if other else [code]))
    choice = _choice(visit, compared=len(codes) > 1)

    def read(store: Store) -> Any:
        rows = [row for each in codes for row in store.timeline(each, rejected=choice.rejected)]
        return timeline(rows, [(each, name_of(each)) for each in codes], choice), store.region_names()

    shown, regions = await visit.store(read)
    pictures = await asyncio.to_thread(_pictures, visit, shown) if shown.points else {}
    context = {
        "code": code,
        "name": name_of(code),
        "shown": shown,
        "pictures": pictures,
        "caption": caption(shown, visit.words) if shown.points else "",
        "subtitle": telling.subtitle(visit.words, shown) if shown.unit else "",
        "telling": telling,
        "label": label,
        "axes": AXES,
        "filters": _filters(visit, shown, regions),
        "anything": bool(shown.indicators),
    }
    return await visit.page("cakupan_timeline.html", context)


def _code(visit: Visit, name: str) -> str:
    """The code of a region named by code, name or alias; raises UnknownItem."""
    place = find(name)
    if place.code is None:
        raise UnknownItem(visit.words.text(AN_AREA, value=name, members=", ".join(place.members or place.candidates)))
    return place.code


def _choice(visit: Visit, *, compared: bool) -> Choice:
    """What the arguments ask for; two regions are compared by what is said of all workers unless told otherwise."""
    segment = visit.argument("segment") or ("ALL" if compared else None)
    by = visit.argument("by")
    return Choice(
        indicator=visit.argument("indicator"),
        segment=segment,
        outlet=visit.argument("outlet"),
        by=by if by in AXES else AXES[0],
        rejected=bool(visit.argument("rejected")),
    )


def _pictures(visit: Visit, shown: Timeline) -> dict[str, str]:
    def link(claim: str) -> str:
        return visit.url(f"review/{claim}")

    return {
        name: picture.svg(shown, visit.words, link, width=width, height=height, alone=False)
        for name, (width, height) in SIZES.items()
        if name == "wide" or len(shown.points) <= _CROWD
    }


def _filters(visit: Visit, shown: Timeline, regions: dict[str, str]) -> dict[str, list[Option]]:
    """What the selects offer: what is reported for the regions shown, and what was asked for."""
    words, choice = visit.words, shown.choice
    codes = [code for code, _ in shown.regions]
    ordered = list((regions | dict(shown.regions)).items())
    return {
        "region": [Option(code, name, code == codes[0]) for code, name in ordered],
        "compare": [Option(code, name, code in codes[1:]) for code, name in ordered if code != codes[0]],
        "indicator": _offered(shown.indicators, shown.indicator, lambda code: label(words, "indicator", code)),
        "segment": _offered(shown.segments, choice.segment, lambda code: telling.segment(words, code)),
        "outlet": _offered(shown.outlets, choice.outlet, str),
    }


def _offered(offers: tuple[Offer, ...], chosen: str | None, name: Any) -> list[Option]:
    codes = [offer.name for offer in offers]
    if chosen and chosen not in codes:
        codes.append(chosen)
    return [Option(code, name(code), code == chosen) for code in codes]


ROUTES = [page(r"timeline", chooser), page(r"timeline/(?P<code>[^/]+)", show)]
