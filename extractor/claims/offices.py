"""The areas that offices serve, which have no code: a branch counts the members of several kabupaten."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.places import as_region, branch_area
from extractor.claims.subjects import Subject, Subjects
from extractor.model import ClaimRegion

_BRANCH = re.compile(r"\b(?:[Cc]abang|Kanwil|[Ww]ilayah|KCP|Kanca)\s+(?:\w+\s+)?$")
_COUNTS = re.compile(
    r"(?:, [A-Z][\w ]{2,30},)?[\s)]+(?:\([^()]*\)\s*)?(?:telah |sudah |juga |kini )*"
    r"(?:mencatat|mencatatkan|melindungi|memiliki|menargetkan|membukukan|mengelola|mengakuisisi)\b"
)
_AT_OFFICE = re.compile(
    r"\b(?:[Dd]i|[Pp]ada|[Uu]ntuk|oleh|dilindungi|terlindungi|kepesertaan|peserta|(?:di )?wilayah(?: kerja)?)\s+"
    r"(?:BPJS Ketenagakerjaan|BPJamsostek|BP Jamsostek|BPJAMSOSTEK|BPJS TK|[Kk]antor|[Cc]abang|Kanwil|\s)*$"
)
_AT_BRANCH = re.compile(
    r"[^.;,:]{0,60}?\b(?:di|pada|dari|oleh|peserta|ke)\s+"
    r"(?:(?:BPJS|Badan Penyelenggara Jaminan Sosial)\s+(?:\(BPJS\)\s+)?(?:Ketenagakerjaan|TK)\s+|"
    r"(?:BP\s?)?[Jj]amsostek\s+)?"
    r"(?:Kantor\s+)?Cabang\s+(?:Kota\s+)?"
)
WORK_AREA = re.compile(
    r"\bwilayah (?:kerja(?:nya| kami| kita| tersebut| itu)|setempat)\b|\b(?:kantor )?cabang (?:ini|itu|tersebut)\b"
)


def area_of_office(cluster: Cluster, context: Context, subjects: Subjects) -> ClaimRegion | None:
    """``Kantor Cabang X mencatat N peserta``, ``di Kanwil Y``: the area an office serves, which has no code.

    An office named after a province serves the province.
    """
    rows = [row for row in subjects.offices if cluster.left_start <= row.mention.start < cluster.start]
    if not rows or rows[-1].in_title:
        return None
    place, behind = rows[-1].place, context.text[rows[-1].mention.end : cluster.start]
    before = context.text[max(cluster.left_start, rows[-1].mention.start - 80) : rows[-1].mention.start]
    if not (_COUNTS.match(behind) or _AT_OFFICE.search(before)):
        return None
    if place.level in ("province", "office_area"):
        return as_region(place, "same_clause")
    if subjects.main is not None and subjects.main[1] == "headline" and subjects.main[0].place == place:
        return None  # the headline has said that the place itself is spoken of
    if not (_BRANCH.search(before) or _is_branch(rows[-1], context, subjects)):
        return None  # "BPJS Ketenagakerjaan Jepara": no more than the place is named
    return branch_area(place, "same_clause")


def served_area(cluster: Cluster, subjects: Subjects) -> ClaimRegion:
    """``di wilayah kerjanya``: the area that the office named last serves."""
    before = [row for row in subjects.offices if row.mention.start < cluster.start] or subjects.offices
    place = before[-1].place
    if place.level in ("province", "office_area", "national"):
        return as_region(place, "carried")
    return branch_area(place, "carried")


def branch_behind(cluster: Cluster, context: Context, subjects: Subjects) -> ClaimRegion | None:
    """``5.980 perusahaan pada 11 kabupaten di Kantor Cabang Banjarmasin``: the area of the branch they belong to."""
    lead = _AT_BRANCH.match(context.text, cluster.end, cluster.near_end)
    rows = [row for row in subjects.offices if lead is not None and row.mention.start == lead.end()]
    return branch_area(rows[0].place, "same_clause") if rows else None


def _is_branch(office: Subject, context: Context, subjects: Subjects) -> bool:
    """Whether the document calls the office a branch elsewhere: ``Kepala Kantor Cabang Kudus``."""
    return any(
        row.place == office.place and _BRANCH.search(context.text, max(0, row.mention.start - 20), row.mention.start)
        for row in subjects.offices
    )
