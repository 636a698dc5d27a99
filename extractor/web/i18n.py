"""English and Indonesian: which language a page is in, its messages, its numbers and dates.

A message is its English text. ``locale/id.po`` holds the Indonesian ones and is read as it is, without a
compile step; a test demands an entry for every message of the templates, the Python code and the scripts.
In templates ``_("…")`` and ``_n("…", "…", count)``, in Python ``words.text("…")``, for texts in tables
``N_("…")`` (which only marks them), in scripts ``t("…")`` and ``tn("…", "…", count)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}
COOKIE = "cakupan_language"
_FOLDER = Path(__file__).parent
_IN_SCRIPT = re.compile(r'\btn?\(\s*"((?:[^"\\]|\\.)+)"(?:\s*,\s*"((?:[^"\\]|\\.)+)")?')


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "a message, not yet translated")
    """Marks a message that is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says in one language, ``en`` or ``id``."""

    language: str

    def text(self, message: str, /, **values: Any) -> str:
        """The message with its ``{places}`` filled."""
        found = _catalogue(self.language).get(message, message)
        return found.format(**values) if values else found

    def plural(self, one: str, many: str, count: int, /, **values: Any) -> str:
        """One of two messages by a count; ``{count}`` is filled with the count, grouped."""
        message = one if count == 1 else many
        found = _catalogue(self.language).get(one, message) if self.language != "en" else message
        return found.format(count=self.number(str(count)), **values)

    def number(self, value: str | int) -> str:
        """A plain decimal string with this language's separators, every digit kept: ``1.665.422`` ``36,47``."""
        whole, point, decimals = str(value).partition(".")
        if not whole.lstrip("-").isdigit():
            return str(value)
        grouped = f"{int(whole):,}".replace(",", get_group_symbol(self._locale()))
        return grouped + (get_decimal_symbol(self._locale()) + decimals if point else "")

    def date(self, iso: str | None) -> str:
        """A day (``2024-10-25``, also the start of a moment) as this language writes it; empty for none."""
        return format_date(date.fromisoformat(iso[:10]), "d MMM y", self._locale()) if iso else ""

    def period(self, dated: dict[str, Any]) -> str:
        """A period as precisely as it was stated: ``25 Oct 2024`` ``Feb 2024`` ``Q1 2024`` ``2024`` or a range."""
        start, end, precision = (dated.get(name) for name in ("start", "end", "precision"))
        if not start or not end:
            return self.text("unknown")
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        whole_month = first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28
        if precision == "month" and whole_month:
            return format_date(first, "MMM y", self._locale())
        if precision == "quarter":
            return self.text("Q{quarter} {year}", quarter=(first.month + 2) // 3, year=first.year)
        if precision == "semester":
            return self.text("semester {number}, {year}", number=1 if first.month < 7 else 2, year=first.year)
        if precision == "year" and first.year == last.year:
            return str(first.year)
        return self.date(start) if start == end else f"{self.date(start)} – {self.date(end)}"

    def _locale(self) -> Locale:
        return Locale(self.language)


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
        return float(quality or 1), name.strip()
    except ValueError:
        return 0.0, name.strip()


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> dict[str, str]:
    """Message to translation; of a plural the entry stands under its singular (Indonesian has one form)."""
    path = _FOLDER / "locale" / f"{language}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    entries = ((_first(message.id), _first(message.string)) for message in catalogue)
    return {message: told for message, told in entries if message and told}


def _first(forms: Any) -> str:
    """A message, or the first form of a plural."""
    return forms if isinstance(forms, str) else next(iter(forms or ()), "")


@lru_cache(maxsize=len(LANGUAGES))
def script_messages(language: str) -> dict[str, str]:
    """The translations of every message in our scripts, which a page hands to them as data."""
    known = _catalogue(language)
    found = {
        message.replace('\\"', '"')
        for script in sorted((_FOLDER / "static").rglob("*.js"))
        for message in _IN_SCRIPT.findall(script.read_text(encoding="utf-8"))
        for message in message
    }
    return {message: known[message] for message in sorted(found) if message in known}
