"""Which language a page is in, and the messages of our scripts in it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from babel import negotiate_locale

from extractor.i18n import LANGUAGES, catalogue

COOKIE = "cakupan_language"
_STATIC = Path(__file__).parent / "static"
_IN_SCRIPT = re.compile(r'\btn?\(\s*"((?:[^"\\]|\\.)+)"(?:\s*,\s*"((?:[^"\\]|\\.)+)")?')


def language_of(cookie: str | None, accepted: str | None) -> str:
    """The language of a page: what the reader chose, else the first of the browser's that we have, else English."""
    if cookie in LANGUAGES:
        return str(cookie)
    weighted = [_weight(part) for part in (accepted or "").split(",") if part.strip()]
    preferred = [name for quality, name in sorted(weighted, key=lambda pair: -pair[0]) if quality > 0]
    return negotiate_locale(preferred, list(LANGUAGES), sep="-") or "en"


def _weight(part: str) -> tuple[float, str]:
    """``id;q=0.8`` as 0.8 and ``id``; a weight that is no number counts nothing."""
    name, _, quality = part.partition(";q=")
    try:
        return float(quality or 1), name.strip().lower()
    except ValueError:
        return 0.0, name


@lru_cache(maxsize=1)
def messages_in_scripts() -> frozenset[str]:
    """Every message in our scripts: the arguments of ``t`` and ``tn`` that are plain texts."""
    return frozenset(
        message.replace('\\"', '"')
        for script in sorted(_STATIC.rglob("*.js"))
        for pair in _IN_SCRIPT.findall(script.read_text(encoding="utf-8"))
        for message in pair
        if message
    )


@lru_cache(maxsize=len(LANGUAGES))
def script_messages(language: str) -> dict[str, str]:
    """Their translations, which a page hands to its scripts as data."""
    known = catalogue(language)
    return {message: known[message] for message in sorted(messages_in_scripts()) if message in known}
