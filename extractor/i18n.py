"""English and Indonesian: messages, numbers, dates and periods.

A message is its English text. ``locale/id.po`` holds the Indonesian ones and is read as it is, without a
compile step; a test demands an entry for every message in the templates, the Python code and the scripts.
In Python ``words.text("…")`` and ``words.plural("…", "…", count)``, for texts in tables ``N_("…")`` (which only
marks them), in templates ``_("…")`` and ``_n("…", "…", count)``, in scripts ``t("…")`` and ``tn("…", "…", count)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "a message, not yet translated")
    """Marks a message that is translated where it is shown."""
    return message


_QUARTERS = (N_("Q1 {year}"), N_("Q2 {year}"), N_("Q3 {year}"), N_("Q4 {year}"))
_HALVES = (N_("H1 {year}"), N_("H2 {year}"))


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says in one language, ``en`` or ``id``."""

    language: str

    def text(self, message: str, /, **values: Any) -> str:
        """The message with its ``{places}`` filled."""
        found = catalogue(self.language).get(message, message)
        return found.format(**values) if values else found

    def plural(self, one: str, many: str, count: int, /, **values: Any) -> str:
        """One of two messages by a count; ``{count}`` is filled with the count, grouped."""
        return self.text(one if count == 1 else many, count=self.number(count), **values)

    def number(self, value: str | int) -> str:
        """A plain decimal string with this language's separators, every digit kept: ``1.665.422`` ``36,47``."""
        whole, point, decimals = str(value).partition(".")
        digits = whole.removeprefix("-")
        if not digits.isdigit():
            return str(value)
        grouped = f"{int(digits):,}".replace(",", get_group_symbol(self._locale()))
        return whole[: -len(digits)] + grouped + (get_decimal_symbol(self._locale()) + decimals if point else "")

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
            return self.text(_QUARTERS[(first.month - 1) // 3], year=first.year)
        if precision == "semester":
            return self.text(_HALVES[first.month > 6], year=first.year)
        if precision == "year" and first.year == last.year:
            return str(first.year)
        return self.date(start) if start == end else f"{self.date(start)} – {self.date(end)}"

    def _locale(self) -> Locale:
        return Locale(self.language)


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[str, str]:
    """Message to translation, as far as the language has one; English needs none."""
    path = Path(__file__).parent / "locale" / f"{language}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}
