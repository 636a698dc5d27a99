"""Money set aside for so many people: planned, or done where the year is over."""

from __future__ import annotations

import re

from extractor.claims.decisions import Answer, Case, Decision
from extractor.model import Code, DateValue

_SETS_ASIDE = re.compile(
    r"\b(?:anggaran(?:nya)?|(?:meng)?alokasikan|anggarkan|menyediakan|disediakan|menyiapkan|disiapkan|menggelontorkan|mengucurkan|menyisihkan|"
    r"APB[DN]|dana|iuran(?:nya)?)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\s*(?:per tahun|setahun|setiap bulan|lebih)?"
    r"\s*(?:(?:pada|di|dari|dalam|melalui|lewat) APB[DN](?:[ -]P)?(?: Perubahan)?(?: (?:tahun )?\d{4})?)?"
    r"\s*(?:untuk|bagi|guna|buat)\s+"
    r"(?:(?:menanggung|melindungi|mendaftarkan|membayar(?:kan)? iuran|membiayai|meng-?cover)\s+)?"
    r"(?:(?:sekitar|sebanyak|lebih dari|total|iuran|para|perlindungan|bagi|untuk|program|kepesertaan|jaminan sosial|"
    r"BPJS|Ketenagakerjaan|BPJamsostek|Jamsostek)\s+)*"
)
_NOT_COVER = ("benefit", "aid", "event", "health", "unemployment")


def budgeted(case: Case) -> Answer:
    """``anggarannya Rp3 miliar untuk N tenaga kerja``: a budget of a year that is over has paid for them."""
    cluster = case.cluster
    money = case.context.of("MONEY", cluster.left_start, cluster.start)
    if not cluster.has_count or case.unit != "workers" or not money:
        return None
    if not _FOR.fullmatch(case.text, money[-1].end, cluster.start):
        return None
    start = cluster.sentence.start
    rentan = any(row.value == Code("RENTAN") for row in case.context.of("SEGMENT", cluster.start, cluster.near_end))
    if not (
        case.topic
        or (rentan and case.context.is_about_scheme)
        or case.context.has_cue("jamsostek", start, cluster.sentence.end)
    ):
        return None
    if not _SETS_ASIDE.search(case.text, start, money[-1].start):
        return None
    if any(cue.kind in _NOT_COVER for cue in case.context.cues_in(start, cluster.start)):
        return None
    rule, kind = "kind.planned.budget", "planned"
    day = case.context.event.period or case.context.published.period
    dates = [row.value for row in case.context.of("DATE", cluster.left_start, cluster.start)]
    ends = [value.end for value in dates if isinstance(value, DateValue) and value.end is not None]
    if ends and day is not None and ends[-1] < day.start:
        kind = "achieved"
    return Decision(kind, rule, "funded_workers")
