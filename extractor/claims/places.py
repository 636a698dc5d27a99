"""Places as the regions of claims: of a list the one it stands for, of ``provinsi ini`` the one meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from extractor.claims.clusters import Cluster
from extractor.claims.scenery import SMALL
from extractor.claims.subjects import Subject, Subjects
from extractor.model import ClaimRegion, Place
from extractor.regions import NATIONAL, contains, entry, parent, place_of

_LIST = re.compile(
    r"[-–]|\s*(?:,|dan|serta|maupun|/|&|,?\s*(?:sampai|hingga)|,\s*(?:dan|serta))\s*(?:di\s+)?", re.IGNORECASE
)
_BY_WAY_OF = re.compile(r"\s*,\s*[A-Z]\w+\s*,\s*")  # "Sumenep, Madura, Jawa Timur"
_APPOSITION = re.compile(r"\s*[(),/]*\s*(?:di\s+|provinsi\s+)?", re.IGNORECASE)
_AREA = re.compile(
    r"\b(?:wilayah|wilayah kerja|[Cc]abang|area)\s+([A-Z]\w+(?: [A-Z]\w+)?),?\s+"
    r"(?:yang )?(?:meliputi|mencakup)\s+(?:di )?$"
)
RANKED_IN = re.compile(  # "Batam tertinggi di Kepri": only the circle in which it ranks
    r"\b(?:tertinggi|terendah|terbanyak|terbesar|terkecil|terbaik|teratas|terbawah|tersedikit|"
    r"paling (?:tinggi|rendah|banyak|besar|kecil|sedikit|baik|buncit|bawah|atas)|nomor (?:satu|dua|tiga)|"
    r"(?:dua|tiga|empat|lima|sepuluh|\d{1,2}) besar|"
    r"(?:urutan|peringkat|posisi|ranking|rangking)\s+[\w-]+(?:\s+\w+){0,6}?)\s+"
    r"(?:di|se|tingkat)[\s-]+(?:\w+\s+)?$",
    re.IGNORECASE,
)
COMPARED_WITH = re.compile(
    r"\b(?:di ?atas|di ?bawah|melampaui|melebihi|mengungguli|menyalip|mengalahkan|menyamai|unggul (?:dari|atas)|"
    r"(?:kalah|tertinggal|berbeda) (?:dari|dengan)|dibanding(?:kan)?|ketimbang|daripada|"
    r"lebih (?!dari|kurang)\w+ (?:dari|dibanding(?:kan)?))\s+(?:(?:Provinsi|Kabupaten|Kota|rata-rata|capaian)\s+)*$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:Kabupaten|Kota)(?: Administrasi)? ")
UNKNOWN = ClaimRegion(None, None, "unknown", "document")
NATION = ClaimRegion("ID", NATIONAL.name, NATIONAL.level, "document")


def as_region(place: Place, basis: str) -> ClaimRegion:
    """A place as the region of a claim."""
    return ClaimRegion(place.code, place.name, place.level, basis)


def branch_area(place: Place, basis: str) -> ClaimRegion:
    """The area that the branch named after a place serves: more than the place, and without a code."""
    return ClaimRegion(None, f"Cabang {_TITLE.sub('', place.name or '')}", "office_area", basis)


def joint(chain: list[Subject], basis: str, text: str) -> ClaimRegion:
    """Several regions that share one number: an area without a code, by its own name or as listed.

    ``wilayah kerja Cabang Madura, meliputi A, B dan C``.
    """
    area = _AREA.search(text, max(0, chain[0].mention.start - 80), chain[0].mention.start)
    if area is not None:
        return ClaimRegion(None, area[1], "office_area", basis)
    names = list(dict.fromkeys(row.place.name for row in chain))
    levels = {row.place.level for row in chain}
    level = levels.pop() if len(levels) == 1 and levels <= set(SMALL) else "office_area"
    return ClaimRegion(None, " dan ".join(names), level, basis)


def settle(rows: list[Subject], text: str) -> list[Subject]:
    """The last subject or, where it stands in a list or an apposition, its company: smallest first."""
    chain = [rows[-1]]
    for row in reversed(rows[:-1]):
        between = text[row.mention.end : chain[0].mention.start]
        nested = _BY_WAY_OF.fullmatch(between) and contains(chain[0].place, row.place)
        if not (
            nested
            or _LIST.fullmatch(between)
            or _APPOSITION.fullmatch(between)
            or between.strip() in ("(", ",", ", Provinsi")
        ):
            break
        chain.insert(0, row)
    return _without_short_names(chain, text)


def _without_short_names(chain: list[Subject], text: str) -> list[Subject]:
    """``Kabupaten Maluku Barat Daya (MBD)``: short in brackets the place before is meant, be it misprinted."""
    return chain[:1] + [
        row
        for before, row in pairwise(chain)
        if not (
            row.mention.quote.isupper()
            and row.place.level == before.place.level
            and text[before.mention.end : row.mention.start] == " ("
            and text.startswith(")", row.mention.end)
        )
    ]


def one_of(chain: list[Subject]) -> Place | None:
    """The one place a chain stands for: the smallest of nested ones; None for a true list."""
    places = [row.place for row in chain]
    smallest = places[0]
    for place in places[1:]:
        if place.code == smallest.code and (place.code or place.name == smallest.name or place.level not in SMALL):
            continue
        if _inside(place, smallest):
            smallest = place
        elif not _inside(smallest, place):
            return None
    return smallest


def _inside(part: Place, whole: Place) -> bool:
    """Whether a place, or each of the places a shared name can mean, lies in another."""
    if (part.level in SMALL and whole.level not in SMALL) or (part.level, whole.level) == ("desa", "kecamatan"):
        return True
    if whole.level == "office_area" and not whole.code and not whole.members:
        return part.level in ("kabupaten", "kota")  # "di Karesidenan Surakarta, Sukoharjo memimpin"
    if part.code is None and part.candidates:
        return all(contains(whole, code) for code in part.candidates)
    return contains(whole, part)


def without_circles(rows: list[Subject], start: int, text: str, homes: Iterable[str | None]) -> list[Subject]:
    """``Batam tertinggi di Kepri``: the circle in which a place ranks is left out; ``terbanyak di X`` is the place.

    Who ranks there is named beside it, or was told of before (``homes``, codes): ``Kota ini terbaik di Jawa Tengah``.
    """
    known = [code for code in homes if code]

    def is_circle(row: Subject) -> bool:
        if not RANKED_IN.search(text, start, row.mention.start):
            return False
        if any(code != row.place.code and contains(row.place, code) for code in known):
            return True
        return any(other is not row and one_of([other, row]) == other.place != row.place for other in rows)

    return [row for row in rows if not is_circle(row)]


def listed(rows: list[Subject], text: str) -> list[Subject]:
    """The first region and those listed or set beside it."""
    chain = rows[:1]
    for row in rows[1:]:
        between = text[chain[-1].mention.end : row.mention.start]
        if not (_LIST.fullmatch(between) or _APPOSITION.fullmatch(between) or between.strip(" ()") == ""):
            break
        chain.append(row)
    return _without_short_names(chain, text)


def this_place(word: str, cluster: Cluster, subjects: Subjects) -> ClaimRegion:
    """``Provinsi ini``, ``di kabupaten itu``: the one of that level named last, else the document's own."""
    level = {"provinsi": "province"}.get(word, word)
    rows = [row for row in subjects.between(0, cluster.start) if row.place.level == level]
    if rows:
        return as_region(rows[-1].place, "carried")
    main = subjects.main[0].place if subjects.main else subjects.worksite
    if main is not None and main.level == level:
        return as_region(main, "document")
    visited = [
        row.place
        for row in (*subjects.scenes, *subjects.stages)
        if row.place.level == level and row.mention.start < cluster.start
    ]
    if visited and main is None:  # "Menteri X berkunjung ke Kota Bitung. Di kota itu baru 2.100 pekerja"
        return as_region(visited[-1], "carried")
    province = parent(main.code) if main is not None and main.code and level == "province" else None
    return as_region(place_of(province), "document") if province else UNKNOWN


def its_other_half(word: str, cluster: Cluster, subjects: Subjects) -> Place | None:
    """``Kota Bima 33 persen, kabupatennya 24``, ``Secara kabupaten P``: that of the level meant which shares the name.

    Else the document's own, or the last one named, of that level.
    """
    rows = [row.place for row in subjects.between(0, cluster.start)]
    own = [subjects.main[0].place] if subjects.main is not None else []
    for place in (*own, *reversed(rows)):
        if place.level == word:
            return place
        known = entry(_TITLE.sub("", place.name)) if place.level in ("kabupaten", "kota") else None
        for other in known.places if known is not None else ():
            if other.level == word:
                return other
    return None


def rebased(region: ClaimRegion, cluster: Cluster, source: Cluster) -> ClaimRegion:
    """The region of the statement a cluster continues, with where it was found: in this sentence or before it."""
    basis = "same_sentence" if source.sentence.index == cluster.sentence.index else "carried"
    return ClaimRegion(region.code, region.name, region.level, basis)
