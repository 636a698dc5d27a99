"""What a page prints around its article: headline, site, byline and stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model import DateCandidate
from extractor.read import credits, publishers
from extractor.read.boilerplate import is_part, words
from extractor.read.html_blocks import text_of
from extractor.read.metadata import Metadata
from extractor.read.publishers import Profile
from extractor.read.stamps import is_authored, of_metadata, stamps

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_STAMP_AREA = 40  # elements after the headline in which a page prints its stamp
_AUTHORS = ("[rel=author]", "[itemprop=author]", ".author")
_SITE = (".site-title", "#site-title", ".site-name")
_SEPARATOR = r"[|»•·–—-]+"
_WITH_SITE = re.compile(rf"(?P<title>.{{12,}}?)\s+{_SEPARATOR}\s+(?P<tail>[^|»•·–—]{{2,60}})")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page with its source, all its elements in order, and its self-description."""

    soup: BeautifulSoup
    source: str
    elements: Sequence[Tag]
    meta: Metadata

    def select(self, selectors: Sequence[str]) -> Iterator[Tag]:
        """The first element of each selector, in order; one whose names the source lacks costs nothing."""
        for selector in selectors:
            if publishers.may_match(selector, self.source):
                tag = self.soup.select_one(selector)
                if tag is not None:
                    yield tag

    def named(self, *names: str) -> list[Tag]:
        """All elements of these names, in order."""
        return [tag for tag in self.elements if tag.name in names]

    @property
    def title(self) -> str:
        """The content of ``<title>``."""
        return text_of(self.soup.title) if self.soup.title is not None else ""


def heading(page: Page, profile: Profile | None) -> Tag | None:
    """The element of the headline: the profile's, the one that the page's title repeats, or an h1."""
    for tag in page.select(profile.title if profile else ()):
        if len(text_of(tag)) > 8:
            return tag
    printed = [(tag, text_of(tag).casefold()) for tag in page.named("h1", "h2", "h3")]
    printed = [(tag, text) for tag, text in printed if text.count(" ") >= 2]
    for title in map(str.casefold, (*page.meta.titles, page.title)):
        for tag, text in printed:
            behind_site = title.endswith(text) and tag.name == "h1" and len(text) > 0.5 * len(title)
            if title.startswith(text) or behind_site:
                return tag
    return next((tag for tag, _ in printed if tag.name == "h1"), None)


def title_of(page: Page, headline: Tag | None, site: str | None) -> str | None:
    """The article's title as printed, else as the metadata has it, without the site's name."""
    if headline is not None:
        return text_of(headline) or None
    return _without_site(next(iter(page.meta.titles), page.title), site) or None


def _without_site(title: str, site: str | None) -> str:
    """The title without the site's name behind a bar or dash (``Judul - Kabar Contoh``)."""
    match = _WITH_SITE.fullmatch(title)
    if not match:
        return title
    tail, known = match["tail"].casefold(), (site or "").casefold()
    squeezed = re.sub(r"\W", "", tail)
    same = known and (tail in known or known in tail or squeezed in re.sub(r"\W", "", known))
    named = publishers.name_of(match["tail"]) or re.fullmatch(r"[\w-]+(?:\.[a-z]{2,4})+", tail)
    outlet = "|" in title and len(tail.split()) <= 4 and words().outlet_words.intersection(tail.split())
    return match["title"] if same or named or outlet else title


def site_of(page: Page, headline: Tag | None) -> str | None:
    """The site's name as the page prints it: beside the headline in its ``<title>``, or in its head."""
    title, printed = page.title, text_of(headline) if headline is not None else ""
    if printed and printed != title:
        parts = (title.removeprefix(printed), -1), (title.removesuffix(printed), 0)
        for rest, place in parts:
            name = re.split(rf"\s+{_SEPARATOR}\s+", rest.strip(" |»•·–—-"))[place]
            if rest != title and 3 <= len(name) <= 60:
                return name
    return next((text_of(tag) for tag in page.select(_SITE) if text_of(tag)), None)


def byline(page: Page, profile: Profile | None) -> str | None:
    """Who wrote the article, as printed, without the stamp beside it."""
    for tag in page.select(profile.byline if profile and profile.byline else _AUTHORS):
        text = text_of(tag)
        name = credits.roles(text) or credits.credit(text) or credits.signed(text) or text
        stamp = next(stamps(name), None)
        name = (name[: stamp.start] if stamp else name).strip(" -–—|,/")
        if 3 <= len(name) <= 80:
            return name
    return None


def printed_dates(
    page: Page, profile: Profile | None, headline: Tag | None, body: Tag | None
) -> Iterator[DateCandidate]:
    """The stamps that the page shows: the profile's, ``<time>`` elements, lines between headline and text.

    A date above the headline (the clock of the page's head) and dates after the article's beginning (other
    articles) are none. A bare date below the headline stands for the byline's where there is none.
    """
    bylines: list[DateCandidate] = []
    bare: list[DateCandidate] = []
    for tag in page.select(profile.date if profile else ()):
        timed = of_metadata("time", str(tag.get("datetime") or ""))
        shown = [DateCandidate("byline", stamp.text, stamp.period) for stamp in stamps(text_of(tag))]
        bylines += [timed] if timed else shown
    bylines = bylines[:1]
    for line, moment in _below(headline, body):
        timed = of_metadata("time", moment) if moment else None
        if timed:
            yield timed
        elif is_authored(line):
            bylines += [DateCandidate("byline", stamp.text, stamp.period) for stamp in stamps(line)]
        elif len(line) < 120:
            bare += [DateCandidate("byline", stamp.text, stamp.period) for stamp in stamps(line)]
    yield from bylines or bare[:1]


def _below(headline: Tag | None, body: Tag | None) -> Iterator[tuple[str, str | None]]:
    """Short elements between the headline and the text, and what the ``<time>`` ones among them say."""
    if headline is None:
        return
    seen: set[str] = set()
    inside = body is not None and any(parent is body for parent in headline.parents)
    for count, element in enumerate(headline.find_all_next(True)):
        line = text_of(element)
        at_text = element.name in ("p", "h1", "h2", "ul", "li") and len(line) > 200
        if count > _STAMP_AREA or at_text or (element is body and not inside):
            return
        names = [str(name) for name in element.get("class") or ()]
        if any(map(is_part, names)) or {"updated", "modified"}.intersection(names):
            continue
        if line and line not in seen and len(line) <= 220:
            seen.add(line)
            yield line, str(element.get("datetime") or line) if element.name == "time" else None
