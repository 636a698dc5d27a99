"""Which region issued a local regulation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractor.frozen import replace
from extractor.model import Found, Place, Regulation

# The level whose head or council issues the type; "any": a province, a kabupaten or a kota.
LEVELS = {
    "Pergub": "province", "Kepgub": "province", "Ingub": "province",
    "Perdasi": "province", "Perdasus": "province",
    "Perbup": "kabupaten", "Kepbup": "kabupaten", "Inbup": "kabupaten",
    "Perwali": "kota", "Kepwali": "kota", "Inwali": "kota",
    "Perda": "any", "Qanun": "any",
}  # fmt: skip
_FIRST_KOTA = 71  # Kemendagri codes: xx.01-xx.70 are kabupaten, xx.71 and up kota


def is_local(type_: str) -> bool:
    """Whether regulations of this type are issued by regions, each with numbers of its own."""
    return type_ in LEVELS


def level_of(code: str) -> str | None:
    """The level a Kemendagri code stands for; None below kabupaten/kota and for Indonesia."""
    parts = code.split(".")
    if not parts[0].isdigit() or len(parts) > 2:
        return None
    if len(parts) == 1:
        return "province"
    return "kota" if int(parts[1]) >= _FIRST_KOTA else "kabupaten"


def with_issuer(regulation: Regulation, code: str | None, *, printed: bool = True) -> Regulation:
    """The regulation with the code of its region; flagged when that is read from the context."""
    if code is None:
        return regulation
    flags = regulation.flags if printed else (*regulation.flags, "issuer_from_context")
    return replace(regulation, issuer=code, flags=flags)


def _fitting(place: Place, level: str) -> str | None:
    """The code of the place at this level: a homonym is decided by the type (``Perwali Kediri``)."""
    codes = [place.code] if place.code else list(place.candidates)
    fitting = [c for c in codes if level_of(c) == level or (level == "any" and level_of(c))]
    return fitting[0] if len(fitting) == 1 else None


def _from_context(row: Found, level: str, regions: Sequence[Found]) -> str | None:
    """The nearest region of the level before the citation, else the commonest of the document.

    A Perda says no level: it gets a region only when the document speaks of no other one.
    """
    coded = [(r.start, code) for r in regions if isinstance(r.value, Place) and (code := _fitting(r.value, level))]
    if level == "any":
        codes = {code for _, code in coded}
        return codes.pop() if len(codes) == 1 else None
    before = [code for start, code in coded if start < row.start]
    if before:
        return before[-1]
    if coded:
        return Counter(code for _, code in coded).most_common(1)[0][0]
    provinces = {
        code.split(".")[0]
        for r in regions
        if isinstance(r.value, Place) and (code := r.value.code) and level_of(code) in ("kabupaten", "kota")
    }
    return provinces.pop() if level == "province" and len(provinces) == 1 else None


def resolve_issuers(found: Sequence[Found], regions: Sequence[Found]) -> list[Found]:
    """All of ``found``, its local regulations with the code of the region that issued them.

    A region printed inside the citation decides (``Peraturan Bupati Gresik Nomor``, also for a later
    citation of the same type and number); else the context does, and a flag says so. Unknown stays None.
    """
    ordered = sorted(regions, key=lambda row: row.start)
    rows = [_resolve(row, ordered) if row.label == "REGULATION" else row for row in found]
    printed = {
        (row.value.id): row.value.issuer
        for row in rows
        if isinstance(row.value, Regulation) and row.value.issuer and "issuer_from_context" not in row.value.flags
    }
    return [_same_as_printed(row, printed) for row in rows] if printed else rows


def _resolve(row: Found, regions: Sequence[Found]) -> Found:
    regulation = row.value
    if not isinstance(regulation, Regulation) or regulation.issuer or regulation.type not in LEVELS:
        return row
    level = LEVELS[regulation.type]
    inside = [r for r in regions if row.start <= r.start and r.end <= row.end and isinstance(r.value, Place)]
    for region in inside:
        if isinstance(region.value, Place) and (code := _fitting(region.value, level)):
            return replace(row, value=with_issuer(regulation, code))
    if inside:
        return row
    return replace(row, value=with_issuer(regulation, _from_context(row, level, regions), printed=False))


def _same_as_printed(row: Found, printed: dict[str, str]) -> Found:
    regulation = row.value
    if not isinstance(regulation, Regulation) or regulation.type not in LEVELS or regulation.id not in printed:
        return row
    flags = tuple(flag for flag in regulation.flags if flag != "issuer_from_context")
    return replace(row, value=replace(regulation, issuer=printed[regulation.id], flags=flags))
