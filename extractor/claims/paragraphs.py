"""What a line's first words say about the one before it: the row of a list, the next place or segment."""

from __future__ import annotations

import re

from extractor.regions import entry

LEVEL = re.compile(r"^(?:Kota|Kabupaten|Kab\.|Provinsi|Prov\.) ")
_ROW = re.compile(r"(?:[-–—•*▪●○✓]|\d{1,2}[.)]|[a-z][.)]) ")
_SHORT_ROW = 120  # characters of a row without a mark before it
_LINKS = "(?:untuk|bagi|pada|dari|di)"
_NEXT_SEGMENT = re.compile(rf",? (?:{_LINKS} )?(?:segmen|sektor|kelompok|pekerja|peserta|kepesertaan)\b")
_NEXT_PLACE = re.compile(rf",? (?:{_LINKS} )?((?:[A-Z][\w'’.-]* ){{0,3}}[A-Z][\w'’-]*)")


def is_row(line: str) -> bool:
    """Whether a line below the introduction of a list is one of its rows: marked, or short and no sentence."""
    return bool(_ROW.match(line)) or (len(line) <= _SHORT_ROW and not line.endswith((".", '"', "”")))


def goes_on_with_list(text: str, start: int, end: int) -> bool:
    """Whether ``Sementara itu`` at ``text[start:end]`` goes on with the next place or segment.

    "Sementara itu, untuk segmen informal ..." is the same report; "Sementara itu, Kepala X ..." is not.
    """
    if not text[start:end].lower().startswith("sementara"):
        return False
    if _NEXT_SEGMENT.match(text, end):
        return True
    name = _NEXT_PLACE.match(text, end)
    words = LEVEL.sub("", name.group(1)).split(" ") if name else []
    return any(entry(" ".join(words[:length])) is not None for length in range(len(words), 0, -1))
