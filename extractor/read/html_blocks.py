"""Walks the element that holds an article: paragraphs, list items, tables; leaves furniture out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.read.boilerplate import ends_sentence, is_part
from extractor.read.canonical import Block, clean, row

if TYPE_CHECKING:
    from bs4 import Tag

_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SKIP = frozenset(
    [
        "script",
        "style",
        "noscript",
        "iframe",
        "svg",
        "template",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "figcaption",
        "video",
        "audio",
        "canvas",
        "object",
        "embed",
        "img",
        "picture",
        "ins",
    ]
)
_ITEM_MARK = re.compile(r"^(?:[-–—•*▪●○·►»✓]|\(?\d{1,2}[.)](?!\d)|\(?[a-z][.)])\s")
_LARGE = 0.5  # a part of the article this large is no furniture, whatever its class says
_LINKED = 0.6  # of a cell's text: so much of it in links makes it a menu


def text_of(tag: Tag) -> str:
    """The text of an element on one line."""
    return clean(tag.get_text(" "))


class Walker:
    """Collects the blocks of one article. ``dropped`` holds the ids of elements a profile leaves out."""

    def __init__(self, dropped: set[int], total: int) -> None:
        """``total``: characters of the whole container."""
        self.blocks: list[Block] = []
        self.captions: dict[int, str] = {}
        self._dropped = dropped
        self._total = total
        self._inline: list[str] = []

    def walk(self, tag: Tag) -> None:
        """Adds the blocks of an element's content."""
        self._children(tag)
        self._flush()

    def _children(self, tag: Tag) -> None:
        from bs4.element import NavigableString, PreformattedString
        from bs4.element import Tag as Element

        for child in tag.children:
            if isinstance(child, Element):
                self._element(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._inline.append(str(child).replace("\n", " "))

    def _element(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self._inline.append("\n")
        elif name in _SKIP or self._is_furniture(tag) or (name == "td" and self._is_menu(tag)):
            return
        elif name == "table":
            self._flush()
            self._table(tag)
        elif name == "li":
            self._flush()
            self._item(tag)
        elif name in _BLOCK:
            self._flush()
            self._children(tag)
            self._flush()
        else:
            self._children(tag)

    def _is_furniture(self, tag: Tag) -> bool:
        if id(tag) in self._dropped or tag.has_attr("hidden"):
            return True
        if tag.name == "figure" and tag.find("table") is not None:
            return False
        if tag.name == "figure":
            return True
        attributes = tag.attrs
        names = [*(attributes.get("class") or ()), attributes.get("id") or ""]
        style = str(attributes.get("style") or "")
        if not any(is_part(str(name)) for name in names if name) and "display:none" not in style.replace(" ", ""):
            return False
        return len(text_of(tag)) <= _LARGE * self._total

    def _is_menu(self, tag: Tag) -> bool:
        """Whether a cell of a table used for layout holds mostly links: other articles, or the site's sections."""
        words = len(text_of(tag))
        linked = sum(len(text_of(link)) for link in tag.find_all("a"))
        return 0 < words <= _LARGE * self._total and linked > _LINKED * words

    def _flush(self) -> None:
        """Ends the paragraph in progress; line breaks in it part it where they do in print."""
        text, self._inline = "".join(self._inline), []
        lines: list[str] = []
        gap = True
        for piece in text.split("\n"):
            line = clean(piece)
            if not line:
                gap = True
                continue
            if gap or _ITEM_MARK.match(line) or ends_sentence(lines[-1]) or lines[-1].endswith(":"):
                lines.append(line)
            else:
                lines[-1] = f"{lines[-1]} {line}"
            gap = False
        self.blocks += [Block(line) for line in lines]

    def _item(self, tag: Tag) -> None:
        """A list item: its own text gets a dash, unless it carries a mark already."""
        first = len(self.blocks)
        self._children(tag)
        self._flush()
        if len(self.blocks) > first and self.blocks[first].table is None:
            text = self.blocks[first].text
            self.blocks[first] = Block(text if _ITEM_MARK.match(text) else f"- {text}")

    def _table(self, tag: Tag) -> None:
        rows = [line for line in tag.find_all("tr") if line.find_parent("table") is tag]
        grid = [line.find_all(["td", "th"], recursive=False) for line in rows]
        if len(rows) < 2 or sum(len(cells) >= 2 for cells in grid) < 2 or tag.find("table") is not None:
            self._children(tag)  # a table used for layout
            self._flush()
            return
        number = max((block.table for block in self.blocks if block.table is not None), default=-1) + 1
        caption = self._caption(tag)
        if caption:
            self.captions[number] = caption
            if not self.blocks or self.blocks[-1].text != caption:
                self.blocks.append(Block(caption))
        self.blocks += [row(cells, number) for cells in _spread(grid)]
        source = self._figcaption(tag)
        if source and source != caption:
            self.blocks.append(Block(source))

    def _caption(self, tag: Tag) -> str | None:
        """The caption element, the one of the figure around, or a line "Tabel ..." right above."""
        inner = tag.find("caption")
        if inner is not None and text_of(inner):
            return text_of(inner)
        outer = self._figcaption(tag)
        if outer and not outer.lower().startswith(("sumber", "source")):
            return outer
        above = self.blocks[-1].text if self.blocks and self.blocks[-1].table is None else ""
        return above if re.match(r"(?:Tabel|TABEL|Table)\b", above) and len(above) < 200 else None

    @staticmethod
    def _figcaption(tag: Tag) -> str | None:
        figure = tag.find_parent("figure")
        element = figure.find("figcaption") if figure is not None else None
        return text_of(element) or None if element is not None else None


def _spread(grid: Sequence[Sequence[Tag]]) -> list[list[str | tuple[int, int]]]:
    """The cells of a table in a regular grid; a place that a cell spans into refers to that cell."""
    spread: list[list[str | tuple[int, int]]] = []
    pending: dict[tuple[int, int], tuple[int, int]] = {}
    for number, tags in enumerate(grid):
        cells: list[str | tuple[int, int]] = []
        queue = list(tags)
        while queue or (number, len(cells)) in pending:
            place = (number, len(cells))
            if place in pending:
                cells.append(pending.pop(place))
                continue
            tag = queue.pop(0)
            cells.append(text_of(tag))
            wide, deep = _span(tag, "colspan"), min(_span(tag, "rowspan"), len(grid) - number)
            for down in range(deep):
                for right in range(wide):
                    if down or right:
                        pending[number + down, place[1] + right] = place
        spread.append(cells)
    return spread


def _span(tag: Tag, name: str) -> int:
    value = str(tag.get(name) or "1")
    return max(1, min(int(value), 50)) if value.isdigit() else 1
