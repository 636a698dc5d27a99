"""HTML: finds the article of a page and reads its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.errors import UnreadableInput
from extractor.read import credits, html_head, metadata, plain, publishers
from extractor.read.boilerplate import ends_sentence, words
from extractor.read.canonical import Block, Draft, clean
from extractor.read.html_blocks import Walker, text_of
from extractor.read.html_head import Page
from extractor.read.prune import prune
from extractor.read.publishers import Profile
from extractor.read.stamps import distinct

if TYPE_CHECKING:
    from bs4 import Tag

# Never text, and a third of a page's bytes: gone before parsing, which costs by the element.
_NOT_TEXT = re.compile(
    r"<(script|style|noscript|iframe|svg|template|select|form)\b[^>]*>.*?</\1\s*>|<!--.*?-->|<\?xml.*?\?>",
    re.I | re.S,
)
_NO_ARTICLE = "HTML without an article in it; save the article's own page, not a list or a login"
_ENOUGH = 120  # characters of running text that make an article


def draft(html: str, *, uri: str | None = None, notes: tuple[str, ...] = ()) -> Draft:
    """The draft of a page. Raises UnreadableInput where no article is in it.

    The body is looked for with the publisher's profile, in the usual containers, in JSON-LD, and at last
    with trafilatura.
    """
    from bs4 import BeautifulSoup
    from bs4.element import Tag as Element

    source = _NOT_TEXT.sub(" ", html)
    if "<" not in source:
        raise UnreadableInput(_NO_ARTICLE)
    soup = BeautifulSoup(source, "lxml")
    elements = [tag for tag in soup.descendants if isinstance(tag, Element)]
    page = Page(soup, source, elements, metadata.read(elements, html))
    host = publishers.host_of(uri) or publishers.host_of(page.meta.uri)
    profile, body = _body(page, host)
    headline = html_head.heading(page, profile)
    found, captions = _blocks(page, body, profile) if body is not None else ((), {})
    if not _is_article(found):
        found, captions = _without_markup(html, page.meta), {}
    pruned = prune(found)
    site = page.meta.site or publishers.name_of(host) or html_head.site_of(page, headline)
    site = site or credits.outlet(block.text for block in pruned.blocks)
    title = html_head.title_of(page, headline, site)
    return Draft(
        blocks=_after_title(pruned.blocks, title),
        title=title,
        publisher=site or pruned.holder or host,
        byline=page.meta.author or html_head.byline(page, profile) or "; ".join(pruned.bylines) or None,
        candidates=distinct([*page.meta.candidates, *html_head.printed_dates(page, profile, headline, body)]),
        captions=captions,
        notes=notes,
    )


def _body(page: Page, host: str | None) -> tuple[Profile | None, Tag | None]:
    """The element that holds the article, by profile or by the usual names of such elements."""
    for profile in publishers.candidates(host, page.source, page.meta.published):
        if all(next(page.select([marker]), None) is not None for marker in profile.markers):
            for tag in page.select(profile.body):
                if len(text_of(tag)) >= _ENOUGH:
                    return profile, tag
    return None, _container(page)


def _container(page: Page) -> Tag | None:
    """The surest container with enough text of its own; ``article``, ``main`` and ``body`` come last."""
    rank = {name: place for place, name in enumerate(words().containers)}
    ranked: list[tuple[int, int, Tag]] = []
    for place, tag in enumerate(page.named("div", "section", "article", "main", "td", "span")):
        names = [*(tag.get("class") or ()), tag.get("id"), f"itemprop={tag.get('itemprop')}"]
        best = min((rank[str(name).lower()] for name in names if str(name).lower() in rank), default=None)
        if best is None and tag.name in ("article", "main"):
            best = len(rank) + (tag.name == "main")
        if best is not None:
            ranked.append((best, place, tag))
    for _, _, tag in sorted(ranked, key=lambda item: item[:2]):
        if _prose(tag) >= _ENOUGH:
            return tag
    body = page.soup.body
    return body if body is not None and _prose(body) >= _ENOUGH else None


def _prose(tag: Tag) -> int:
    """Characters of text outside links: what tells an article from a list of headlines."""
    return len(text_of(tag)) - 2 * sum(len(text_of(link)) for link in tag.find_all("a"))


def _blocks(page: Page, body: Tag, profile: Profile | None) -> tuple[tuple[Block, ...], dict[int, str]]:
    drop = [name for name in (profile.drop if profile else ()) if publishers.may_match(name, page.source)]
    dropped = {id(tag) for tag in body.select(", ".join(drop))} if drop else set()
    walker = Walker(dropped, len(text_of(body)))
    walker.walk(body)
    return tuple(walker.blocks), walker.captions


def _is_article(blocks: Sequence[Block]) -> bool:
    """Enough running text, a whole sentence or a table among it."""
    total = sum(len(block.text) for block in blocks)
    return total >= _ENOUGH and any(
        block.table is not None or (len(block.text) > 60 and ends_sentence(block.text)) for block in blocks
    )


def _without_markup(html: str, meta: metadata.Metadata) -> tuple[Block, ...]:
    """The article as JSON-LD carries it, else as trafilatura sees it."""
    if meta.body:
        lines = plain.lines_of(re.sub(r"<[^>]+>", "\n", meta.body))
        blocks = tuple(Block(line) for line in lines)
        if _is_article(blocks):
            return blocks
    import trafilatura

    text = trafilatura.extract(html, include_comments=False, include_tables=True, favor_precision=True) or ""
    blocks = tuple(plain.with_tables([clean(line) for line in text.splitlines() if clean(line)]))
    if not _is_article(blocks):
        raise UnreadableInput(_NO_ARTICLE)
    return blocks


def _after_title(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """The blocks behind the headline, where the container holds both (breadcrumbs stand before it)."""
    for index, block in enumerate(blocks[:8]):
        if title and block.text.casefold() == title.casefold():
            return blocks[index + 1 :]
    return blocks
