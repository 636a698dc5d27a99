"""Pictures of a timeline: SVG with a link at every point, or PNG. Drawn by Vega-Lite, without a network.

Vega-Lite writes relative links as links to a site of its own, so points carry a mark instead that is replaced
by the caller's link in the finished SVG.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from extractor.charts import telling
from extractor.charts.drawing import INK, MUTED, PAPER, Drawing, Mark, draw
from extractor.charts.timeline import Timeline
from extractor.i18n import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

Link = Callable[[str], str | None]

_PLACEHOLDER = "https://claim.invalid/"
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_LINK = {"href": "href:N", "description": "told:N"}
_FONT = "Arial, Helvetica, sans-serif"


def nowhere(claim: str) -> None:
    """The link of points that lead nowhere, for a picture that stands alone."""


def svg(
    shown: Timeline, words: Words, link: Link, *, width: float = 780, height: float = 360, alone: bool = True
) -> str:
    """The timeline as SVG; ``link`` gives where a claim's point leads.

    One that does not stand ``alone`` is transparent and without title and caption, for a page that has them.

    Only presentation attributes, no style and no script, so that it can stand in a page with a strict content
    security policy, whose style sheet can recolour it.
    """
    import vl_convert

    drawing = draw(shown, words, width=width, height=height, alone=alone)
    text = vl_convert.vegalite_to_svg(specification(drawing), config={"background": PAPER if alone else None})
    return _finished(text, telling.title(words, shown), link)


def png(shown: Timeline, words: Words, *, width: float = 780, height: float = 360, scale: float = 2) -> bytes:
    """The timeline as PNG, ``scale`` times as many pixels as its size says."""
    import vl_convert

    drawing = draw(shown, words, width=width, height=height)
    found: bytes = vl_convert.vegalite_to_png(specification(drawing), scale=scale, config={"background": PAPER})
    return found


def specification(drawing: Drawing) -> dict[str, Any]:
    """The drawing in Vega-Lite. Marks are put in as named data at the end: Altair would check each of them."""
    import altair

    shade = min(0.12, 0.4 / max(len(drawing.gaps), 1))  # many on top of each other hide nothing
    plain = [mark for mark in drawing.texts if "claim" not in mark]
    marks = {
        "gaps": [{**mark, "opacity": 1 if mark.get("solid") else shade} for mark in drawing.gaps],
        "grid": drawing.grid,
        "links": drawing.links,
        "bars": drawing.bars,
        "targets": drawing.targets,
        "signs": [mark for mark in drawing.points if not mark["claim"]],
        "numbers": [_linked(mark) for mark in drawing.points if mark["claim"]],
        **{align: [mark for mark in plain if mark["align"] == align] for align in ("left", "center", "right")},
        "said": [_linked(mark) for mark in drawing.texts if "claim" in mark],
    }
    layers: dict[str, Callable[..., Any]] = {
        "gaps": _areas,
        "grid": partial(_lines, strokeWidth=1),
        "links": partial(_lines, strokeWidth=1),
        "bars": partial(_lines, strokeWidth=1.2, opacity=0.75),
        "targets": partial(_lines, strokeWidth=1.6, strokeDash=[5, 4]),
        "signs": partial(_symbols, linked=False),
        "numbers": partial(_symbols, linked=True),
        **{align: partial(_texts, align=align) for align in ("left", "center", "right")},
        "said": partial(_texts, align="center", linked=True),
    }
    chart = altair.layer(*(made(altair, altair.NamedData(name)) for name, made in layers.items() if marks[name]))
    chart = chart.properties(width=drawing.width, height=drawing.height, padding=14 if drawing.title else 2)
    if drawing.title:
        chart = chart.properties(title=_head(altair, drawing))
    found: dict[str, Any] = chart.configure_view(stroke=None).to_dict()
    return found | {"datasets": {name: told for name, told in marks.items() if told}}


def _linked(mark: Mark) -> Mark:
    return {**mark, "href": f"{_PLACEHOLDER}{mark['claim']}"}


def _head(altair: Any, drawing: Drawing) -> Any:
    return altair.TitleParams(
        drawing.title,
        subtitle=drawing.subtitle,
        anchor="start",
        frame="group",
        offset=12,
        fontSize=17,
        fontWeight=600,
        color=INK,
        subtitleColor=MUTED,
        subtitleFontSize=12,
        subtitlePadding=5,
        font=_FONT,
        subtitleFont=_FONT,
    )


def _places(altair: Any, *names: str) -> dict[str, Any]:
    """Channels whose fields are pixels already."""
    kinds = {"x": altair.X, "y": altair.Y}
    ends = {"x2": altair.X2, "y2": altair.Y2}
    placed = {name: kinds[name](f"{name}:Q", scale=None, axis=None) for name in names if name in kinds}
    return placed | {name: ends[name](name) for name in names if name in ends}


def _lines(altair: Any, data: Any, **look: Any) -> Any:
    colour = altair.Stroke("colour:N", scale=None, legend=None)
    places = _places(altair, "x", "y", "x2", "y2")
    return altair.Chart(data).mark_rule(aria=False, **look).encode(**places, stroke=colour)


def _areas(altair: Any, data: Any) -> Any:
    return (
        altair.Chart(data)
        .mark_rect(aria=False)
        .encode(
            **_places(altair, "x", "y", "x2", "y2"),
            fill=altair.Fill("colour:N", scale=None, legend=None),
            opacity=altair.Opacity("opacity:Q", scale=None, legend=None),
        )
    )


def _symbols(altair: Any, data: Any, linked: bool) -> Any:
    """Marks of numbers, which are links, or of the legend, which are none."""
    channels = _LINK if linked else {}
    return (
        altair.Chart(data)
        .mark_point(strokeWidth=1.8, opacity=1, aria=linked)
        .encode(
            **_places(altair, "x", "y"),
            shape=altair.Shape("shape:N", scale=None, legend=None),
            fill=altair.Fill("fill:N", scale=None, legend=None),
            stroke=altair.Stroke("colour:N", scale=None, legend=None),
            size=altair.Size("size:Q", scale=None, legend=None),
            **channels,
        )
    )


def _texts(altair: Any, data: Any, align: str, linked: bool = False) -> Any:
    return (
        altair.Chart(data)
        .mark_text(align=align, baseline="middle", fontSize=11, font=_FONT, aria=linked)
        .encode(
            **_places(altair, "x", "y"),
            text="text:N",
            fill=altair.Fill("colour:N", scale=None, legend=None),
            **(_LINK if linked else {}),
        )
    )


def _finished(text: str, name: str, link: Link) -> str:
    """The SVG with the caller's links, each with its own name, and nothing else that speaks."""
    from lxml import etree

    root = etree.fromstring(text.encode())
    root.set("role", "group")
    root.set("aria-label", name)
    for element in root.iter():
        if element is not root:
            for attribute in ("role", "aria-roledescription"):
                element.attrib.pop(attribute, None)
    for anchor in list(root.iter(f"{_SVG}a")):
        _connect(anchor, link)
    for element in root.iter():
        if "data-claim" not in element.attrib and element is not root:
            element.attrib.pop("aria-label", None)
    return str(etree.tostring(root, encoding="unicode"))


def _connect(anchor: _Element, link: Link) -> None:
    from lxml import etree

    claim = (anchor.attrib.pop(f"{_XLINK}href", "") or "").removeprefix(_PLACEHOLDER)
    mark = anchor[0]
    told = mark.attrib.pop("aria-label", "")
    place = link(claim)
    if place is None:
        anchor.tag = f"{_SVG}g"
        anchor.set("role", "img")
    else:
        anchor.set("href", place)
    anchor.set("aria-label", told)
    anchor.set("data-claim", claim)
    etree.SubElement(anchor, f"{_SVG}title").text = told
    mark.set("aria-hidden", "true")
