"""HTML: finds the article of a page and what the page prints around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.errors import UnreadableInput
from extractor.model import DateCandidate
from extractor.read import credits, metadata, plain, publishers
from extractor.read.boilerplate import ends_sentence, is_part, words
from extractor.read.canonical import Block, Draft, clean
from extractor.read.html_blocks import Walker, text_of
from extractor.read.prune import Pruned, prune
from extractor.read.publishers import Profile
from extractor.read.stamps import distinct, is_authored, of_metadata, stamps

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# Never text, and a third of a page's bytes: gone before parsing, which costs by the element.
_NOT_TEXT = re.compile(
    r"<(script|style|noscript|iframe|svg|template|select|form)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.I | re.S
)
_ENOUGH = 120  # characters of running text that make an article
_STAMP_AREA = 40  # elements after the headline in which a page prints its stamp


def draft(html: str, *, uri: str | None = None, notes: tuple[str, ...] = ()) -> Draft:
    """The draft of a page. Raises UnreadableInput where no article is in it.

    The body is looked for with the publisher's profile, in the usual containers, in JSON-LD, and at last
    with trafilatura.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(_NOT_TEXT.sub(" ", html), "lxml")
    meta = metadata.read(soup, html)
    host = publishers.host_of(uri) or publishers.host_of(meta.uri)
    profile, body = _body(soup, html, host, meta)
    heading = _heading(soup, profile, meta)
    found, captions = _blocks(body, profile) if body is not None else ((), {})
    if not _is_article(found):
        profile, found, captions = None, _without_markup(html, meta), {}
    pruned = prune(found)
    site = meta.site or publishers.name_of(host) or credits.outlet(block.text for block in pruned.blocks)
    title = _title(heading, meta, soup, site)
    return Draft(
        blocks=_after_title(pruned, title),
        title=title,
        publisher=site or pruned.holder or host,
        byline=meta.author or _byline(soup, profile) or "; ".join(pruned.bylines) or None,
        candidates=distinct([*meta.candidates, *_printed(soup, profile, heading, body)]),
        captions=captions,
        notes=notes,
    )


def _select(soup: BeautifulSoup | Tag, selectors: Sequence[str]) -> Iterator[Tag]:
    for selector in selectors:
        tag = soup.select_one(selector)
        if tag is not None:
            yield tag


def _body(
    soup: BeautifulSoup, html: str, host: str | None, meta: metadata.Metadata
) -> tuple[Profile | None, Tag | None]:
    """The element that holds the article, by profile or by the usual names of such elements."""
    for profile in publishers.candidates(host, html, meta.published):
        if all(soup.select_one(marker) for marker in profile.markers):
            for tag in _select(soup, profile.body):
                if len(text_of(tag)) >= _ENOUGH:
                    return profile, tag
    return None, _container(soup)


def _container(soup: BeautifulSoup) -> Tag | None:
    """The surest container with enough text of its own; ``<article>``, ``<main>`` and ``<body>`` come last."""
    rank = {name: place for place, name in enumerate(words().containers)}
    ranked: list[tuple[int, int, Tag]] = []
    for place, tag in enumerate(soup.find_all(["div", "section", "article", "main", "td", "span"])):
        names = [*(tag.get("class") or ()), tag.get("id"), f"itemprop={tag.get('itemprop')}"]
        best = min((rank[str(name).lower()] for name in names if str(name).lower() in rank), default=None)
        if best is None and tag.name in ("article", "main"):
            best = len(rank) + (tag.name == "main")
        if best is not None:
            ranked.append((best, place, tag))
    for _, _, tag in sorted(ranked, key=lambda item: item[:2]):
        if _prose(tag) >= _ENOUGH:
            return tag
    return soup.body if soup.body is not None and _prose(soup.body) >= _ENOUGH else None


def _prose(tag: Tag) -> int:
    """Characters of text outside links: what tells an article from a list of headlines."""
    return len(text_of(tag)) - 2 * sum(len(text_of(link)) for link in tag.find_all("a"))


def _blocks(body: Tag, profile: Profile | None) -> tuple[tuple[Block, ...], dict[int, str]]:
    dropped = {id(tag) for selector in (profile.drop if profile else ()) for tag in body.select(selector)}
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
        raise UnreadableInput(
            "HTML without an article in it; save the article's own page, not a list or a login"
        )
    return blocks


def _heading(soup: BeautifulSoup, profile: Profile | None, meta: metadata.Metadata) -> Tag | None:
    """The element of the headline: the profile's, else the h1 that the metadata's title begins with, else an h1."""
    for tag in _select(soup, profile.title if profile else ()):
        if len(text_of(tag)) > 8:
            return tag
    headings = [tag for tag in soup.find_all("h1") if text_of(tag).count(" ") >= 2]
    for tag in headings:
        if any(title.casefold().startswith(text_of(tag).casefold()) for title in meta.titles):
            return tag
    return headings[0] if headings else None


def _title(heading: Tag | None, meta: metadata.Metadata, soup: BeautifulSoup, site: str | None) -> str | None:
    printed = text_of(heading) if heading is not None else ""
    if printed:
        return printed
    if meta.titles:
        return _without_site(meta.titles[0], site)
    return _without_site(text_of(soup.title), site) or None if soup.title is not None else None


def _without_site(title: str, site: str | None) -> str:
    """The title without the site's name behind a bar or dash (``Judul - Kabar Contoh``)."""
    match = re.fullmatch(r"(?P<title>.{12,}?)\s+(?:[|»•·–—-]+)\s+(?P<tail>[^|»•·–—]{2,60})", title)
    if not match:
        return title
    tail = match["tail"].casefold()
    known = (site or "").casefold()
    squeezed = re.sub(r"\W", "", tail)
    same = known and (tail in known or known in tail or squeezed in re.sub(r"\W", "", known))
    named = publishers.name_of(match["tail"]) or re.fullmatch(r"[\w-]+(?:\.[a-z]{2,4})+", tail)
    outlet = len(tail.split()) <= 4 and set(tail.split()) & words().outlet_words and "|" in title
    return match["title"] if same or named or outlet else title


def _after_title(pruned: Pruned, title: str | None) -> tuple[Block, ...]:
    """The blocks behind the headline, where the container holds both (breadcrumbs stand before it)."""
    blocks = pruned.blocks
    for index, block in enumerate(blocks[:8]):
        if title and block.text.casefold() == title.casefold():
            return blocks[index + 1 :]
    return blocks


def _byline(soup: BeautifulSoup, profile: Profile | None) -> str | None:
    selectors = (
        profile.byline if profile and profile.byline else ("[rel=author]", "[itemprop=author]", ".author")
    )
    for tag in _select(soup, selectors):
        text = text_of(tag)
        name = credits.credit(text) or credits.signed(text) or text
        stamp = next(stamps(name), None)
        name = (name[: stamp.start] if stamp else name).strip(" -–—|,/")
        if 3 <= len(name) <= 80:
            return name
    return None


def _printed(
    soup: BeautifulSoup, profile: Profile | None, heading: Tag | None, body: Tag | None
) -> Iterator[DateCandidate]:
    """The stamps that the page shows: the profile's, ``<time>`` elements, lines between headline and text.

    A date above the headline (the clock of the page's head) and dates after the article's beginning (other
    articles) are none. Without a byline's date, a bare date below the headline counts as ``time``.
    """
    bylines: list[DateCandidate] = []
    bare: list[DateCandidate] = []
    for tag in _select(soup, profile.date if profile else ()):
        stamp = of_metadata("byline", str(tag.get("datetime") or "") or text_of(tag))
        bylines += [stamp] if stamp else []
    bylines = bylines[:1]
    for line, when in _near_heading(heading, body):
        if when:
            yield from (stamp for stamp in [of_metadata("time", when)] if stamp)
        elif is_authored(line):
            bylines += [DateCandidate("byline", stamp.text, stamp.period) for stamp in stamps(line)]
        elif len(line) < 120:
            bare += [DateCandidate("time", stamp.text, stamp.period) for stamp in stamps(line)]
    yield from bylines or bare[:1]


def _near_heading(heading: Tag | None, body: Tag | None) -> Iterator[tuple[str, str | None]]:
    """Short elements between the headline and the article's text, with the ``datetime`` of a ``<time>``."""
    from bs4 import Tag as Element

    seen: set[str] = set()
    if heading is None:
        return
    inside = body is not None and any(parent is body for parent in heading.parents)
    for count, element in enumerate(heading.find_all_next(True)):
        if count > _STAMP_AREA or (element is body and not inside):
            break
        if not isinstance(element, Element) or (
            element.name in ("p", "h1", "h2", "ul", "li") and len(text_of(element)) > 200
        ):
            break
        if any(is_part(name) for name in element.get("class") or () if name not in ("date", "time")):
            continue
        line = text_of(element)
        if line and line not in seen and len(line) <= 220:
            seen.add(line)
            when = element.get("datetime") if element.name == "time" else None
            yield line, str(when) if when else (line if element.name == "time" else None)
