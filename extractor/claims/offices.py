"""The areas that offices serve, which have no code: a branch counts the members of several kabupaten."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.places import as_region, branch_area
from extractor.claims.subjects import Subjects
from extractor.model import ClaimRegion

_BRANCH = re.compile(r"\b(?:[Cc]abang|Kanwil|[Ww]ilayah|KCP|Kanca)\s+(?:\w+\s+)?$")
_COUNTS = re.compile(
    r"(?: [A-Z]\w+){0,2}(?:, [A-Z][\w ]{2,30},)?[\s)]+(?:\([^()]*\)\s*)?"
    r"(?:(?:sepanjang|selama|hingga|sampai|pada|per)(?: \w+){1,4} )?"
    r"(?:telah |sudah |juga |kini |sendiri |berhasil |mampu )*"
    r"(?:mencatat|mencatatkan|melindungi|memiliki|menargetkan|membukukan|mengelola|mengakuisisi|mematok|membidik|"
    r"mengejar|menjaring|merangkul|melayani|menghimpun|mendaftarkan|meng-?cover)\b"
)
_ITS_NUMBER = re.compile(  # "kantor cabang Palopo sebanyak 21 ribu"
    r"[\s:(]+(?:(?:berjumlah|sebanyak|sejumlah|sebesar|mencapai|dengan|ada|terdapat|tercatat|baru|sudah|telah|hanya|sekitar|"
    r"(?:ber)?realisasi(?:nya)?|terealisasi|jumlahnya)\s+)*\W?"
)
_AGENCY = (  # in lower case
    r"(?:bpjs(?:[\s-]?(?:tk|ketenagakerjaan|naker))?|bp\s?jamsostek|jamsostek|"
    r"badan penyelenggara jaminan sosial (?:\(bpjs\) )?ketenagakerjaan)"
)
_AT_OFFICE = re.compile(
    r"\b(?:di|pada|untuk|oleh|dilindungi|terlindungi|kepesertaan|peserta|(?:di )?wilayah(?: kerja)?)\s+"
    rf"(?:(?:{_AGENCY}|kantor|cabang|kanwil)\s+)*$"
)
_AT_BRANCH = re.compile(
    r"[^.;,:]{0,60}?\b(?:di|pada|dari|oleh|peserta|ke|untuk|wilayah(?: kerja)?)\s+"
    rf"(?:{_AGENCY}\s+)?(?:kantor\s+)?cabang\s+(?:kota\s+)?"
)
_BRANCH_OF_TOWN = re.compile(
    r"\b(?:BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Kantor)\b[\w ()-]{0,40}\bCabang ([A-Z][a-z]+)\b"
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
    if not (_COUNTS.match(behind) or _ITS_NUMBER.fullmatch(behind) or _AT_OFFICE.search(before.lower())):
        return None
    if place.level in ("province", "office_area"):
        return as_region(place, "same_clause")
    if subjects.main is not None and subjects.main[1] == "headline" and subjects.main[0].place == place:
        return None  # the headline has said that the place itself is spoken of
    if not (_BRANCH.search(before) or subjects.is_branch(rows[-1])):
        return None  # "BPJS Ketenagakerjaan Jepara": no more than the place is named
    return branch_area(place, "same_clause")


def served_area(cluster: Cluster, subjects: Subjects) -> ClaimRegion:
    """``di wilayah kerjanya``: the area the office named last serves; of one that nobody calls a branch, its place."""
    before = [row for row in subjects.offices if row.mention.start < cluster.start] or subjects.offices
    place = before[-1].place
    if place.level in ("province", "office_area", "national") or not subjects.is_branch(before[-1]):
        return as_region(place, "carried")
    return branch_area(place, "carried")


def of_a_town(context: Context) -> ClaimRegion | None:
    """``Kepala Cabang Meulaboh``: a branch named after a town that no register holds serves an area all the same."""
    town = _BRANCH_OF_TOWN.search(context.text)
    return ClaimRegion(None, f"Cabang {town[1]}", "office_area", "carried") if town is not None else None


def branch_behind(cluster: Cluster, context: Context, subjects: Subjects) -> ClaimRegion | None:
    """``5.980 perusahaan pada 11 kabupaten di Kantor Cabang Banjarmasin``: the area of the branch they belong to."""
    lead = _AT_BRANCH.match(context.low, cluster.end, cluster.near_end)
    rows = [row for row in subjects.offices if lead is not None and row.mention.start == lead.end()]
    return branch_area(rows[0].place, "same_clause") if rows else None
