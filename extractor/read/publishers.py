"""Publisher profiles: one page layout each, as data in ``patterns/publishers/*.toml``.

A profile without selectors only names the outlets of its domains.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from extractor.errors import RuleError
from extractor.resources import patterns, read_toml

_KEYS: dict[str, type] = {
    "name": str,  # what people call the family of sites
    "publisher": str,  # the outlet, where all sites of the profile are one
    "domains": list,  # host names, subdomains included
    "aliases": list,  # names in datelines that mean the publisher
    "hosts": list,  # {pattern, publisher}: names of the network's sites, from their host names
    "markers": list,  # CSS selectors that all match on a page of this layout
    "title": list,
    "body": list,
    "byline": list,
    "date": list,  # the article's own printed stamp, surest selector first
    "drop": list,  # what inside the body is not the article
    "date_form": str,  # an example of the printed stamp
    "valid_until": datetime.date,  # pages published later have another layout
    "source": str,  # where the selectors were learnt
}
_REQUIRED = ("name", "source")
_NAME = re.compile(r"[.#]([\w-]+)|\[[\w-]+[*^$~|]?=[\"']?([\w-]+)|^([a-z][\w-]*)")


@dataclass(frozen=True, slots=True)
class Profile:
    """One layout family. Selectors are CSS, tried in order."""

    name: str
    publisher: str | None
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    hosts: tuple[tuple[re.Pattern[str], str], ...]
    markers: tuple[str, ...]
    title: tuple[str, ...]
    body: tuple[str, ...]
    byline: tuple[str, ...]
    date: tuple[str, ...]
    drop: tuple[str, ...]
    date_form: str | None
    valid_until: datetime.date | None
    file: str


def _profile(table: Mapping[str, Any], path: Path) -> Profile:
    for key, value in table.items():
        if key not in _KEYS:
            raise RuleError(f"{path.name}: unknown key {key!r}; known are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise RuleError(f"{path.name}: {key} is no {_KEYS[key].__name__}; mend it")
    missing = [key for key in _REQUIRED if not table.get(key)]
    if missing or not (table.get("domains") or table.get("markers")):
        raise RuleError(f"{path.name}: needs {missing[0] if missing else 'domains or markers'}; add it")
    if table.get("markers") and not table.get("body"):
        raise RuleError(f"{path.name}: has markers of a layout but no body; say where the article stands")
    listed = {
        key: tuple(table.get(key, ()))
        for key in ("domains", "aliases", "markers", "title", "body", "byline", "date", "drop")
    }
    return Profile(
        name=table["name"],
        publisher=table.get("publisher"),
        hosts=tuple((re.compile(host["pattern"], re.I), host["publisher"]) for host in table.get("hosts", ())),
        date_form=table.get("date_form"),
        valid_until=table.get("valid_until"),
        file=path.name,
        **listed,
    )


@lru_cache(maxsize=1)
def profiles() -> tuple[Profile, ...]:
    """All profiles in the order of the files' names; raises RuleError for a file that breaks the schema."""
    return tuple(_profile(read_toml(path), path) for path in sorted(patterns("publishers").glob("*.toml")))


def host_of(uri: str | None) -> str | None:
    """The host of an address without ``www.``, None for paths."""
    match = re.match(r"https?://(?:[^/@]*@)?([^/:?#]+)", uri or "", re.I)
    return match.group(1).lower().removeprefix("www.") if match else None


def _has_domain(profile: Profile, host: str) -> bool:
    return any(host == domain or host.endswith("." + domain) for domain in profile.domains)


def may_match(selector: str, html: str) -> bool:
    """Whether every name in a selector occurs in the page at all: far cheaper than selecting."""
    return all((a or b or c) in html for a, b, c in _NAME.findall(selector))


def candidates(host: str | None, html: str, published: datetime.date | None) -> Iterator[Profile]:
    """The profiles that could fit a page, those of its domain first. Markers still have to be selected."""
    fitting = [
        profile
        for profile in profiles()
        if not (published and profile.valid_until and published > profile.valid_until)
        and any(may_match(selector, html) for selector in profile.body)
    ]
    own = [profile for profile in fitting if host and _has_domain(profile, host)]
    yield from own
    for profile in fitting:
        if profile not in own and profile.markers and all(may_match(marker, html) for marker in profile.markers):
            yield profile


def name_of(name: str | None) -> str | None:
    """The outlet behind a host name (``bali.tribunnews.com``) or a dateline's name (``KBRN``), if known."""
    if not name:
        return None
    host = name.lower().removeprefix("www.")
    for profile in profiles():
        for pattern, publisher in profile.hosts:
            match = pattern.fullmatch(host)
            if match:
                return publisher.format(**{key: _spaced(value) for key, value in match.groupdict().items()})
        if host in map(str.lower, profile.aliases) or host in profile.domains:
            return profile.publisher or name
    return None


def _spaced(part: str) -> str:
    return " ".join(word.capitalize() for word in part.split("-") if word)
