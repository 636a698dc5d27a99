"""The place of a text that names none as its subject: where the hospital, the market or the port it tells of stands.

``RSUD X mendaftarkan 311 tenaga kontrak``: the name is part of an institution's and says where its people work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claims.context import Context
from extractor.model import Mention, Place
from extractor.regions import contains

_INSTITUTIONS = re.compile(  # of one kabupaten or kota, or of one province; no venue where anybody may meet
    r"\b(?:rsud|rumah sakit(?: (?:umum|daerah|jiwa|ibu dan anak))*|pelabuhan(?: perikanan)?|terminal|pangkalan|"
    r"pasar(?: (?:induk|tradisional|ikan|rakyat))?|puskesmas|perumda|pdam|baznas|koni|dprd|"
    r"kantor (?:bupati|gubernur|wali ?kota|dprd)|kejari|kejaksaan negeri|dinas(?: [a-z]+){1,4}|disnaker(?:trans)?)\b"
    r"(?: (?:di|kabupaten|kota|provinsi)\b)*\s+$"
)
_REACH = 60  # characters


def place_of_work(context: Context, places: Sequence[Mention]) -> Place | None:
    """The one place, smallest of nested ones, in which all institutions of the text stand; None where they differ.

    ``places`` are the names that are no subjects of their own.
    """
    found: list[Place] = []
    for mention in places:
        place = mention.value
        if not isinstance(place, Place) or not place.code or place.level == "national":
            continue
        if _INSTITUTIONS.search(context.low, max(0, mention.start - _REACH), mention.start):
            found.append(place)
    if not found:
        return None
    smallest = max(found, key=lambda place: len(place.code or ""))
    return smallest if all(contains(place, smallest) for place in found) else None
