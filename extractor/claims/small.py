"""Places that no gazetteer holds: the kecamatan or desa of a list, a part of a kabupaten.

What is counted there is not the kabupaten's, which the text names before.
"""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.model import ClaimRegion, Official, Place
from extractor.regions import entry, subdistrict

_BY_UNIT = re.compile(
    r"\b(?:per|tiap|setiap|masing-masing|beberapa|sejumlah|\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"sebelas|belas|puluh)\s+(kecamatan|distrik|desa|kelurahan|kampung|nagari|gampong)\b|"
    r"\b(kecamatan|desa)nya\b"
)
_FIRST_OF_LIST = re.compile(  # "di Kecamatan Tebas 4.300 orang, Jawai (2.100)": what bears no word is another
    r"\b(kecamatan|distrik|desa|kelurahan|kampung|nagari|gampong) [a-z'’ -]{3,30}?\s"
    r"(?:sebanyak |sejumlah |mencapai |ada )?\(?\d"
)
_SMALL_UNIT = r"(kecamatan|distrik|kapanewon|desa|kelurahan|kalurahan|kampung|nagari|gampong|pekon|dusun)"
_THIS_SMALL = re.compile(
    rf"\b(?:di|pada|dari|warga|masyarakat|penduduk)\s+{_SMALL_UNIT}(?:nya)? (?:ini|itu|tersebut)\b"
)
_NAME = re.compile(
    r"(?:[,:;]\s|\b(?:dan|serta|di|dari|disusul|lalu|kemudian|yaitu|yakni|antara lain|di antaranya|meliputi|"
    r"mencakup)\s)"
    r"\s*([A-Z][a-z]{2,}(?:[ -][A-Z][a-z]{2,}){0,2})"
    r"(?:\s+(?:dengan|berjumlah|sebanyak|sebesar|sejumlah|mencapai|baru|hanya|ada|tercatat|terdapat))*\s*[:(]?\s*$"
)
_PART = re.compile(
    r"\b(?:di|se|wilayah|kawasan)[\s-]([A-Z][a-z]+ (?:Barat|Timur|Utara|Selatan|Tengah|Tenggara))\b(?! [A-Z])"
)
_KNOWN = ("REGION", "ORGANISATION", "OFFICIAL", "SEGMENT", "DATE", "PROGRAMME", "PLAN", "REGULATION")
_HEAD_OF = re.compile(  # the titles of those who head a kecamatan or a village, and its name
    r"(?:(?:Kepala )?(Desa|Kelurahan|Kampung|Distrik|Kecamatan)|(Camat|Lurah|Kades)|Wali (Nagari)|"
    r"(?:Keuchik|Geuchik) (?:Gampong )?) ?"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})$"
)
_LEVELS = {"kecamatan": "kecamatan", "distrik": "kecamatan", "kapanewon": "kecamatan"}


def small_place(cluster: Cluster, context: Context) -> ClaimRegion | None:
    """The place without a code that a number's own words name; None where they name none.

    ``per kecamatan: Pemangkat 5.100 orang dan Tebas 4.300``, ``sedangkan di Klaten Utara 45 persen``.
    """
    before = context.before(cluster)
    start = max(cluster.left_start, before.end if before is not None else 0)
    part = _PART.search(context.text, start, cluster.start)
    if part is not None and not _is_known(part.start(1), part.end(1), context):
        return ClaimRegion(None, part[1], _level_of_part(part[1]), "same_clause")
    name = _NAME.search(context.text[start : cluster.start])
    if name is None:
        return None
    if _is_known(start + name.start(1), start + name.end(1), context):
        listed = None if name[0].startswith("di") else _FIRST_OF_LIST.search(context.low, cluster.sentence.start, start)
        if listed is None or not _is_bare_place(start + name.start(1), name[1], context):
            return None
    level = _listed_by(cluster, context)
    return None if level is None else ClaimRegion(None, f"{level.capitalize()} {name[1]}", level, "same_clause")


def _level_of_part(name: str) -> str:
    """``Bali Timur`` holds several kabupaten, as the areas of offices do; what ``Klaten Utara`` is stays open."""
    known = entry(name.rpartition(" ")[0])
    province = known is not None and any(place.level == "province" for place in known.places)
    return "office_area" if province else "unknown"


def _is_known(start: int, end: int, context: Context) -> bool:
    rows = (row for label in _KNOWN for row in context.of(label, max(0, start - 80), end))
    cues = context.cues_in(start, end)  # "setiap desa, Peserta 5.100"
    return bool(cues) or any(row.start < end and start < row.end for row in rows)


def _is_bare_place(start: int, name: str, context: Context) -> bool:
    """A place printed without ``Kabupaten`` or ``Kota``: in a list of kecamatan it is the one of that name."""
    return any(row.start == start and row.quote == name for row in context.of("REGION", start, start + 1))


def this_small_place(cluster: Cluster, context: Context) -> ClaimRegion | None:
    """``Di desa itu 80 persen``, ``48 perangkat di gampong tersebut``: the village named last, if any."""
    here = _THIS_SMALL.search(context.low, cluster.left_start, cluster.start) or _THIS_SMALL.search(
        context.low, cluster.end, cluster.near_end
    )
    if here is None:
        return None
    level = _LEVELS.get(here[1], "desa")
    named = (row.value for row in reversed(context.of("REGION", 0, here.start())))
    place = next((row for row in named if isinstance(row, Place) and row.level == level), None)
    return ClaimRegion(None, place.name if place is not None else None, level, "carried")


def headed_by(speaker: Official | None) -> ClaimRegion | None:
    """``Baru 312 petani, kata Camat X``: a head of a kecamatan or village who names no place speaks of the own one."""
    head = _HEAD_OF.match(speaker.position or "") if speaker is not None else None
    if head is None:
        return None
    place = subdistrict(head[1] or head[2] or head[3] or "Gampong", head[4])
    return ClaimRegion(None, place.name, place.level, "document")


def _listed_by(cluster: Cluster, context: Context) -> str | None:
    """The level of what a list goes through, said in the sentence or the one before."""
    index = cluster.sentence.index
    start = context.parsed.sentences[index - 1].start if index else 0
    words = list(_BY_UNIT.finditer(context.low, start, cluster.start))
    if not words:
        words = list(_FIRST_OF_LIST.finditer(context.low, cluster.sentence.start, cluster.start))
    return _LEVELS.get(words[-1][1] or words[-1][2], "desa") if words else None
