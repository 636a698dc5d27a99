"""The region of a number whose own clause names none: its sentence, the ones before, the speaker, the document."""

from __future__ import annotations

import re

from extractor.claims.abroad import is_compared_abroad
from extractor.claims.before import carried_over, last_told, pointed_at
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.nation import (
    of_central_government,
    of_nation,
    only_a_nation,
)
from extractor.claims.places import (
    NATION,
    UNKNOWN,
    as_region,
    branch_area,
    joint,
    listed,
    one_of,
    rebased,
    settle,
    this_place,
    without_circles,
)
from extractor.claims.scenery import WORKPLACES, is_of_capital
from extractor.claims.sections import heading_above
from extractor.claims.small import headed_by
from extractor.claims.subjects import MANY, Subject, Subjects
from extractor.model import ClaimRegion, Official
from extractor.regions import NATIONAL, contains, place_of

_BEHIND = re.compile(  # "... di kawasan Sidoarjo", "... di Pasar Girian, Kota Bitung"
    rf"(?:\b(?:di|se|wilayah|kawasan|daerah|kabupaten|kota|provinsi)|^ (?:[a-z]+ ){{0,3}}?(?:(?:di|pada) )?"
    rf"(?:{'|'.join(WORKPLACES)})(?: [a-z\d]+){{0,3}},?)[\s-]*$",
    re.IGNORECASE,
)
_OF_AGENCY = re.compile(r"\b(?:BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Cabang|Kanwil|Wilayah|Kejaksaan|Polres)\b")
_BASED = re.compile(r"\bdari\s+(?:(?:total|sekitar|jumlah|seluruh|keseluruhan)\s+)*$", re.IGNORECASE)
_PROVINCIAL = re.compile(
    r"\b(?:Gubernur|Pemprov|[Pp]emerintah [Pp]rovinsi|[Pp]rovinsi(?= (?:sendiri |pun |juga |telah |sudah )?me\w+))\b"
    r"(?! [A-Z])"
)
_LOCAL = re.compile(
    r"\b(?:(Pemkab|[Pp]emerintah [Kk]abupaten|Bupati|Wabup)|Pemkot|[Pp]emerintah [Kk]ota|Wali ?[Kk]ota|Wawali)\b"
    r"(?! [A-Z])"
)
_NUMBERED_OFFICE = re.compile(  # named by a number, as the regional offices of PT Jamsostek were
    r"\b((?:Kanwil|Kantor Wilayah) (?:[IVX]+|\d{1,2})),? (?:PT |BPJS )*(?:Jamsostek|Ketenagakerjaan)\b|"
    r"\b(?:Jamsostek|Ketenagakerjaan) ((?:Kanwil|Kantor Wilayah) (?:[IVX]+|\d{1,2}))\b"
)
_THIS_AREA = re.compile(r"\bdi (?:daerah|kabupaten|kota) (?:ini|itu|tersebut)\b")
_FEW = 10_000  # people, more than are handed their cards in one place
_AREA_OF = 3  # places, listed together, that are an area


def wider(
    cluster: Cluster,
    decision: Decision,
    context: Context,
    subjects: Subjects,
    known: dict[int, ClaimRegion],
    speaker: Official | None,
) -> tuple[ClaimRegion, str]:
    """The rest of the sentence, the claims and sentences before, the speaker's region, the headline, the document.

    A regent speaks of the own kabupaten unless the paragraph names another region.
    """
    sentence = cluster.sentence
    main = subjects.main[0].place.code if subjects.main is not None else None
    same = without_circles(subjects.between(sentence.start, cluster.start), sentence.start, context.text, (main,))
    if same:
        place = one_of(settle(same, context.text))
        if place is not None and place.level != "national":
            return as_region(place, "same_sentence"), "region.same_sentence"
    several = _several(same, context)
    if several is not None:
        return several, "region.joint"
    behind = [row for row in subjects.between(cluster.end, cluster.right_end) if row.place.level != "national"]
    if behind and cluster.right_end == sentence.end and one_of(behind) is not None and not same:
        lead = context.text[cluster.end : behind[0].mention.start]
        if _BEHIND.search(lead) and '"' not in lead:
            place = one_of(behind)
            if place is not None:
                return as_region(place, "same_sentence"), "region.same_sentence"
    paid = _paid_by(cluster, subjects)
    if paid is not None and not same:
        return paid, "region.budget"
    headed = heading_above(cluster.start, context) if not same else None
    if headed is not None:
        return headed, "region.carried"
    before = context.before(cluster)
    based = before is not None and _BASED.search(context.text, before.left_start, before.start)
    between = subjects.between(before.start, cluster.start) if before is not None else []
    if before is not None and based and all(row.place.level == "national" for row in between):
        region = known.get(before.slots[0].index)
        if region is not None and region.code == NATION.code:  # "dari 86 juta pekerja baru 9,8 juta"
            return rebased(region, cluster, before), "region.continued"
    if only_a_nation(cluster, decision):
        return NATION, "region.magnitude"
    if of_central_government(cluster, decision, context):
        return NATION, "region.central_government"
    if _PROVINCIAL.search(context.text, cluster.left_start, cluster.start):
        province = this_place("provinsi", cluster, subjects)
        if province.code is not None:
            return province, "region.provincial_office"
    this = _this_area(cluster, context, subjects)
    if this is not None:
        return this, "region.this_place"
    told = pointed_at(cluster, context, known)
    if told is not None:
        return told, "region.carried"
    carried = carried_over(cluster, context, subjects, known, speaker)
    governed = _governed(cluster, context, subjects, carried)
    if governed is not None:
        return governed, "region.local_office"
    own = place_of(speaker.region) if speaker is not None and speaker.region else None
    if own is not None and speaker is not None and _OF_AGENCY.search(speaker.position or ""):
        own = None  # a branch of the agency serves more than the place it is named after
    if (
        own is not None and own.level in ("kabupaten", "kota") and (carried is None or carried.code != own.code)
    ) and not subjects.between(_paragraph_start(cluster, context), cluster.start):
        return as_region(own, "document"), "region.speaker"
    own_small = headed_by(speaker)
    if own_small is not None and not subjects.between(_paragraph_start(cluster, context), cluster.start):
        return own_small, "region.speaker"
    if carried is not None:
        return carried, "region.carried"
    handed = _handed_over(cluster, subjects)
    if handed is not None:
        return handed, "region.carried"
    if context.has_cue("agency.national", sentence.start, sentence.end) and cluster.sentence.paragraph <= 2:
        return as_region(NATIONAL, "document"), "region.national_agency"
    visited = _only_visited(cluster, subjects, known)
    if visited and subjects.nation.is_counted:
        return NATION, "region.nationwide"
    if subjects.main is None or visited:
        nation = subjects.nation.speaks_alone if speaker is None else of_nation(speaker)
        if nation:
            return NATION, "region.national_speaker"
    if subjects.main is None and (subjects.nationwide or _of_the_nation(cluster, subjects)):
        return NATION, "region.nationwide"
    if subjects.main is None and not subjects.offices and is_compared_abroad(cluster, context):
        return NATION, "region.nationwide"
    if _of_all_provinces(cluster, subjects, known):
        return NATION, "region.nationwide"
    told = last_told(cluster, context, subjects, known)
    if told is not None:
        return told, "region.carried"
    basis = subjects.main[1] if subjects.main is not None else "document"
    if subjects.branch is not None:
        return branch_area(subjects.branch, basis), "region.most_named"
    if subjects.main is not None:
        row = subjects.main[0]
        return as_region(row.place, basis), "region.headline" if basis == "headline" else "region.most_named"
    if subjects.worksite is not None:
        return as_region(subjects.worksite, "document"), "region.most_named"
    numbered = _NUMBERED_OFFICE.search(context.text)
    if numbered is not None:
        return ClaimRegion(None, numbered[1] or numbered[2], "office_area", "document"), "region.most_named"
    return UNKNOWN, "region.unknown"


def _this_area(cluster: Cluster, context: Context, subjects: Subjects) -> ClaimRegion | None:
    """``Kepesertaan di daerah ini rendah. Totalnya baru 163 ribu``: the place that gave the branch its name."""
    if subjects.branch is None or subjects.main is None or subjects.main[0].place != subjects.branch:
        return None
    start = context.parsed.sentences[max(0, cluster.sentence.index - 1)].start
    pointed = _THIS_AREA.search(context.low, start, cluster.start)
    return as_region(subjects.branch, "document") if pointed else None


def _paid_by(cluster: Cluster, subjects: Subjects) -> ClaimRegion | None:
    """``iuran 3.100 pekerja dibayar APBD Kabupaten X``: a budget pays for its own, a province's for its kabupaten."""
    start, end = cluster.sentence.start, cluster.sentence.end
    rows = [row for row in subjects.budgets if start <= row.mention.start < end]
    if not rows or any(row.place != rows[0].place for row in rows):
        return None
    place, main = rows[0].place, subjects.main[0].place if subjects.main is not None else None
    within = main is not None and main.code not in (None, place.code) and contains(place, main)
    return None if within or place.code is None else as_region(place, "same_sentence")


def _governed(
    cluster: Cluster, context: Context, subjects: Subjects, carried: ClaimRegion | None
) -> ClaimRegion | None:
    """``Provinsi Jawa Tengah 40 persen. Pemkab menargetkan 50 persen``: the kabupaten that the document is about."""
    office = _LOCAL.search(context.text, cluster.left_start, cluster.start)
    main = subjects.main[0].place if subjects.main is not None else None
    level = "kabupaten" if office is not None and office[1] else "kota"
    if office is None or main is None or main.level != level or (carried is not None and carried.level == level):
        return None
    return as_region(main, "document")


def _of_all_provinces(cluster: Cluster, subjects: Subjects, known: dict[int, ClaimRegion]) -> bool:
    """Behind the nation's number and those of many provinces, the headline's own is but one of the list."""
    if not subjects.nationwide or (subjects.main is not None and subjects.main[0].place.level in ("kabupaten", "kota")):
        return False
    codes = [row.code for index, row in known.items() if index < cluster.slots[0].index]
    main = subjects.main[0].place.code if subjects.main is not None else None
    provinces = {code for code in codes if code and code != NATION.code and "." not in code}
    return len(provinces) >= MANY and NATION.code in codes and (main is None or codes.count(main) < 2)


def _several(rows: list[Subject], context: Context) -> ClaimRegion | None:
    """``peserta yang tersebar di Kabupaten A, B, C dan Kota D sebanyak N, terdiri atas ...``: all of them together."""
    chains = [listed(rows[at:], context.text) for at in range(len(rows))]
    chain = max(chains, key=len, default=[])
    alike = len({row.place.code for row in chain}) >= _AREA_OF and one_of(chain) is None
    return joint(chain, "same_sentence", context.text) if alike else None


def _only_visited(cluster: Cluster, subjects: Subjects, known: dict[int, ClaimRegion]) -> bool:
    """``3,2 juta peserta, kata Direktur X di Kota Y``: a place that has fewer, no headline's, and nobody's number."""
    if subjects.main is None or subjects.main[1] == "headline":
        return False
    place = subjects.main[0].place
    if place.level not in ("kabupaten", "kota") or any(row.code == place.code for row in known.values()):
        return False
    counts = (slot.quantity.value for slot in cluster.slots if slot.quantity.unit == "workers")
    return any(value >= 1_000_000 for value in counts)


def _handed_over(cluster: Cluster, subjects: Subjects) -> ClaimRegion | None:
    """``Menteri X membagikan kartu di Kota Y. Sebanyak 1.200 nelayan terdaftar``: few are of the place visited."""
    before = [row for row in subjects.stages if row.mention.start < cluster.start and not is_of_capital(row.place)]
    few = not cluster.has_percent and all(slot.quantity.value < _FEW for slot in cluster.slots)
    return as_region(before[-1].place, "carried") if before and few else None


def _of_the_nation(cluster: Cluster, subjects: Subjects) -> bool:
    """A document that names no region at all and a national agency or its head, or counts as many as the nation has."""
    if subjects.rows or subjects.offices:
        return False
    return subjects.nation.is_named or subjects.nation.is_meant(cluster)


def _paragraph_start(cluster: Cluster, context: Context) -> int:
    return context.text.rfind("\n", 0, cluster.start) + 1
