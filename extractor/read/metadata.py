"""What a page says about itself in JSON-LD, OpenGraph and other ``<meta>`` elements."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from extractor.model import DateCandidate
from extractor.read.canonical import clean
from extractor.read.stamps import of_metadata

if TYPE_CHECKING:
    from bs4 import Tag

_JSONLD = re.compile(r"<script[^>]*type\s*=\s*[\"']?application/ld\+json[\"']?[^>]*>(.*?)</script\s*>", re.I | re.S)
_ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog", re.I)
_PAGE = {"WebPage", "ItemPage"}
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "publish-date", "pubdate",
    "dtk:publishdate", "content_publisheddate", "date.created", "dc.date", "dc.date.issued", 
    "dcterms.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHOR_NAMES = ("author", "article:author", "content_author", "dtk:author", "dc.creator", "parsely-author")
_NO_NAME = re.compile(r"https?://|^@|^\d+$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The self-description of a page; every field may be missing."""

    titles: tuple[str, ...] = ()
    site: str | None = None
    author: str | None = None
    body: str | None = None
    uri: str | None = None
    candidates: tuple[DateCandidate, ...] = ()

    @property
    def published(self) -> date | None:
        """The first metadata date, to choose between versions of a layout."""
        return self.candidates[0].period.start if self.candidates else None


def read(elements: Iterable[Tag], html: str) -> Metadata:
    """The metadata of a page, given its elements and its source with the scripts still in it."""
    meta = _meta(elements)
    nodes = list(_nodes(html))
    articles = [node for node in nodes if any(_ARTICLE.search(name) for name in _types(node))]
    pages = [node for node in nodes if _PAGE.intersection(_types(node))]
    found = [_candidate("jsonld", node.get("datePublished")) for node in (articles or pages)[:3]]
    found += [_candidate("opengraph", meta.get(name)) for name in _DATE_NAMES]
    headline = next((_text(node.get("headline")) for node in articles if node.get("headline")), None)
    publisher = next((_name(node.get("publisher"), nodes) for node in articles + pages if node.get("publisher")), None)
    authors = next((_names(node.get("author"), nodes) for node in articles if node.get("author")), ())
    body = next((node["articleBody"] for node in articles if isinstance(node.get("articleBody"), str)), None)
    titles = (meta.get("og:title"), headline, meta.get("twitter:title"))
    return Metadata(
        titles=tuple(clean(title) for title in titles if title and clean(title)),
        site=publisher or _site(meta),
        author=", ".join(authors) or next((meta[name] for name in _AUTHOR_NAMES if _is_name(meta.get(name))), None),
        body=entities.unescape(body) if body else None,
        uri=meta.get("og:url") or meta.get("canonical"),
        candidates=tuple(candidate for candidate in found if candidate),
    )


def _site(meta: Mapping[str, str]) -> str | None:
    return next((meta[key] for key in ("og:site_name", "application-name", "dc.publisher") if meta.get(key)), None)


def _meta(elements: Iterable[Tag]) -> dict[str, str]:
    """All ``<meta>`` contents by lower-case property, name or itemprop; the first of a name stays."""
    found: dict[str, str] = {}
    for tag in elements:
        if tag.name == "link" and "canonical" in (tag.get("rel") or ()) and tag.get("href"):
            found.setdefault("canonical", str(tag["href"]))
        if tag.name != "meta":
            continue
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = clean(str(tag.get("content") or ""))
        if key and content:
            found.setdefault(str(key).lower(), content)
    return found


def _nodes(html: str) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects of a page; what is not JSON is passed over, a page may hold several blocks."""
    for source in _JSONLD.findall(html):
        text = re.sub(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$", "", source).strip()
        try:
            data = json.loads(text, strict=False)
        except ValueError:
            continue
        yield from _walk(data)


def _walk(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _walk(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(data.get(key))


def _types(node: Mapping[str, Any]) -> list[str]:
    types = node.get("@type")
    return [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]


def _candidate(basis: str, value: Any) -> DateCandidate | None:
    return of_metadata(basis, value) if isinstance(value, str) and value.strip() else None


def _text(value: Any) -> str | None:
    return clean(entities.unescape(value)) if isinstance(value, str) else None


def _is_name(value: str | None) -> bool:
    return bool(value) and not _NO_NAME.search(value or "")


def _name(value: Any, nodes: list[dict[str, Any]]) -> str | None:
    return next(iter(_names(value, nodes)), None)


def _names(value: Any, nodes: list[dict[str, Any]]) -> tuple[str, ...]:
    """The names of a person or organisation, of several, or of one that stands elsewhere (``@id``)."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for item in value for name in _names(item, nodes)))
    if isinstance(value, dict):
        if "name" not in value and "@id" in value:
            value = next((node for node in nodes if node.get("@id") == value["@id"] and "name" in node), {})
        return _names(value.get("name"), nodes)
    name = _text(value)
    return (name,) if name and _is_name(name) else ()
