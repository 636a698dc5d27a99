"""The dates of a document that can be as-of periods, and what a period is once it is decided."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.frozen import dataclass
from extractor.model import Dated, DateValue, Mention, Period

_SOURCE = re.compile(r"\b(?:sakernas|bps|badan pusat statistik|sensus|susenas|survei|dukcapil)\b[^.;\n]{0,25}$")
_BEGAN = re.compile(r"\b(?:sejak|mulai|semenjak)\b[^,;.\n]{0,60}$")
_EFFECTIVE = re.compile(r"\bterhitung\s+(?:sejak |mulai )?(?:tanggal )?$")
_STILL = re.compile(r"(?:tahun|bulan) ini", re.IGNORECASE)  # what starts in it is so in it
_LAUNCHED = re.compile(
    r"\b(?:diluncurkan|dimulai|diresmikan|dicanangkan|digulirkan|dibentuk|didirikan|berdiri|terbit|diterbitkan|berlaku|"
    r"ditandatangani|disahkan|diundangkan)\b[^,;.\d]{0,30}$"
)
_WHEN = re.compile(r"\b(?:ketika|saat|waktu|tatkala|sewaktu)\b[^,;.]*$")
_SINCE_THEN = re.compile(r"[^.;\n\d]{0,40}\bsejak (?:itu|saat itu|tahun itu|bulan itu)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:per|hingga|sampai(?: dengan)?)\s+(?:hari\s+)?$")
_STRETCH = re.compile(r"[a-z]\s?(?:[-–—]|hingga|sampai(?: dengan)?|s\.?d\.?|s/d)\s?[a-z\d]", re.IGNORECASE)
SINCE = re.compile(
    r"\b(?:(?:dari|semula|sebelumnya|lahir)\s+(?:tahun\s+|bulan\s+)?"
    # "dibandingkan dengan jumlah peserta pada Desember 2022"
    r"|(?:di(?:per)?banding(?:kan)?|daripada|ketimbang)\s+(?:dengan\s+)?(?:(?:jumlah|total|angka|data|capaian|posisi|"
    r"kondisi|realisasi|kepesertaan|peserta|pekerja|aktif|periode|yang|sama)\s+){0,4}"
    r"(?:(?:pada|di|per|hingga|sampai|akhir|tahun|bulan|periode|posisi)\s+){0,3})$",
    re.IGNORECASE,
)
_PLAN_GAP = re.compile(r"\)?\s+(?:tahun\s+)?", re.IGNORECASE)
AS_OF_WORD = re.compile(
    r"\b(?:per|hingga|sampai(?: dengan)?|posisi|pada|sampai akhir|hingga akhir|keadaan|periode)\s*"
    r"(?:bulan|tahun|tanggal)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A period with its basis, and the id of the rule that decided.

    ``bound``: it belongs to this statement alone and is never carried: the date of a labour survey dates a
    base, that of a comparison (``dibandingkan Desember 2022``) only what is compared.
    """

    dated: Dated
    rule: str
    bound: bool = False

    def carried(self) -> AsOf:
        """The same period, taken over by another statement."""
        return AsOf(Dated(self.dated.period, "carried", self.dated.text), "asof.carried")

    def continued(self, *, here: bool) -> AsOf:
        """The same, taken over by a statement of the sentence that states it (``here``), or of a later one."""
        basis = self.dated.basis if here else "carried"
        return AsOf(Dated(self.dated.period, basis, self.dated.text), "asof.carried")


NOTHING = AsOf(Dated(None, "unknown"), "asof.none")


def as_dated(mention: Mention, basis: str) -> Dated | None:
    """The period a date mention names, None where it is not known."""
    value = mention.value
    if not isinstance(value, DateValue) or value.start is None or value.end is None:
        return None
    return Dated(Period(value.start, value.end, value.precision), basis, mention.quote)


class Stated:
    """The dates of a document that can be as-of periods.

    Left out are the event's and the publication's own stamps, and dates that open a comparison.
    """

    def __init__(self, context: Context) -> None:
        """Reads all DATE mentions of the context."""
        self._context = context
        taken = {context.event.text, context.published.text}
        self.dates = [row for row in context.of("DATE") if self._usable(row, taken)]

    def _usable(self, mention: Mention, taken: set[str | None]) -> bool:
        value = mention.value
        if not isinstance(value, DateValue) or value.start is None:
            return False
        head = self._context.low[max(0, mention.start - 80) : mention.start]
        if _EFFECTIVE.search(head):
            return True  # "terhitung Selasa (...)" is no stamp: from that day on it is so
        if mention.quote in taken:
            return False
        if value.precision == "day" and value.weekday is not None and _UP_TO.search(head):
            return True  # "hingga Kamis (4/9/2025) tercatat ..." is no day of an event
        if value.precision == "day" and (value.weekday is not None or "relative" in value.flags):
            return False  # a weekday or "hari ini" belongs to an event or a stamp, not to a statistic
        if _LAUNCHED.search(head) and not _WHEN.search(head):
            return False  # "program yang diluncurkan pada 2022" has a birthday, its members have not
        if _SINCE_THEN.match(self._context.text, mention.end):
            return False
        if _STRETCH.search(mention.quote):
            return True  # "dari Januari hingga September 2025" compares nothing
        return not (SINCE.search(head) or (_BEGAN.search(head) and not _STILL.fullmatch(mention.quote)))

    def within(self, start: int, end: int) -> list[Mention]:
        """Those that start in ``[start, end)``, in text order."""
        return [row for row in self.dates if start <= row.start < end]

    def is_source(self, mention: Mention) -> bool:
        """``Sakernas Februari 2024``: the date of the labour survey, which dates the base only."""
        sentence = self._context.parsed.sentence_at(mention.start)
        return bool(_SOURCE.search(self._context.low[sentence.start : mention.start]))

    def _of_plan(self, mention: Mention) -> bool:
        """``Rakortek 2025``, ``RKPD Tahun 2025``: the year of a plan dates its targets, not a level."""
        start = mention.start - 25
        return any(
            _PLAN_GAP.fullmatch(self._context.text, row.end, mention.start)
            for row in self._context.of("PLAN", start, mention.start)
        )

    def pick(self, rows: Iterable[Mention], decision: Decision) -> Mention | None:
        """The last of them that can date such a statement."""
        usable = [row for row in rows if decision.kind == "denominator" or not self.is_source(row)]
        if decision.kind not in ("target", "planned"):
            usable = [row for row in usable if not self._of_plan(row)]
        return usable[-1] if usable else None
