"""Which region a number is about: the subject of its statement, never merely the nearest name."""

from __future__ import annotations

import re

from extractor.claims.abroad import country_of
from extractor.claims.behind import AFTER, is_next_one_s, places_behind, places_of_base
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.offices import WORK_AREA, area_of_office, branch_behind, of_a_town, served_area
from extractor.claims.places import (
    COMPARED_WITH,
    NATION,
    UNKNOWN,
    as_region,
    branch_area,
    its_other_half,
    joint,
    listed,
    one_of,
    rebased,
    settle,
    this_place,
    without_circles,
)
from extractor.claims.respectively import places_in_order, places_of_each
from extractor.claims.scenery import SMALL
from extractor.claims.small import small_place, this_small_place
from extractor.claims.subjects import Subject, Subjects
from extractor.claims.wider import wider
from extractor.model import ClaimRegion, Official
from extractor.regions import place_of

_THESE = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|kedua|ketiga|keempat|kelima|beberapa)\s+"
    r"(?:daerah|wilayah|kabupaten|kota|provinsi|(kecamatan|kapanewon|distrik))\b(\s+(?:itu|tersebut|ini)\b)?",
    re.IGNORECASE,
)
_THIS_PLACE = re.compile(r"(?<!/)\b(provinsi|kabupaten|kota) (?:ini|itu|tersebut)\b", re.IGNORECASE)
_AS_A_WHOLE = re.compile(  # "Secara kabupaten, angkanya P", "Kota Bima P, kabupatennya Q", "yang kabupaten baru P"
    r"\b(?:secara|(?:di )?(?:tingkat|level)|yang(?: berstatus)?)\s+(kabupaten|kota)\b"
    r"(?! (?:ini|itu|tersebut|lain))(?!/)|\b(kabupaten|kota)nya\b"
)
_IN_THIS_PLACE = re.compile(  # "dari 250 perusahaan yang beroperasi di kabupaten ini"
    r"[^.;,\d]{0,40}\bdi (provinsi|kabupaten|kota) (?:ini|itu|tersebut)\b", re.IGNORECASE
)
_PROVINCE_MEAN = re.compile(
    r"\b(?:rata-rata|rerata|tingkat|level|skala|secara|target)\s+(?:tingkat\s+)?provinsi\b(?!(?-i: [A-Z]))|"
    r"(?<!\d )(?<!seluruh )(?<!semua )(?<!tiap )(?<!per )\bprovinsi\s+"  # "Sedangkan provinsi sudah 36 persen"
    r"(?:(?:sendiri|sudah|telah|baru|masih|hanya|berada|di angka|mencapai|tercatat|rata-rata|rerata)\s+)+$",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"\b(?:[Ss]elain|[Dd]i luar|[Kk]ecuali|(?<=, )bukan|[Tt]idak seperti|[Bb]erbeda (?:dengan|dari)|[Ss]eperti halnya|"
    r"[Mm]en(?:iru|contoh|yaingi|yusul)|[Mm]engikuti(?: jejak)?|[Ss]etelah)\s+(?:(?:di|untuk|dari)\s+)?$"
)  # "Selain A, B juga ...", "Meniru A, B ..."
_NATIONWIDE = re.compile(
    r"[^.;,\d\"“”]{0,40}\b"
    r"(?:secara nasional|(?:di|dari|se) ?(?:3[3478]|seluruh|semua) provinsi|"
    r"(?<!tersebar )(?:di|dari) (?:seluruh|seantero|segenap) (?:penjuru |wilayah |pelosok )?"
    r"(?:Indonesia|Tanah Air|Nusantara|negeri))\b(?! di)(?-i:(?! [A-Z]))",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(r"\b[A-Z][a-z]{2,}")
_CONTRIBUTES = re.compile(
    r"\b(?:penyumbang|kontributor|menyumbang(?:kan)?|berkontribusi|kontribusi(?:nya)?|sumbangan)\b[^.;]*$"
)
_TOTAL = re.compile(r"\b(?:dengan\s+)?total(?:nya)?\s+(?:sebanyak\s+|mencapai\s+|sekitar\s+)*$")
_SUMMED = re.compile(r"\b(?:total(?:nya)?|(?:ke)?seluruh(?:an)?(?:nya)?|di(?:total|jumlah|gabung)(?:kan)?)\b")
_ITS_AREA = re.compile(r"\bdi wilayahnya\b")
_HIS_PLACE = re.compile(r"\b(?:di )?(?:daerah|wilayah|provinsi|kabupaten|kota)nya\b(?! (?:yang|sendiri-sendiri))")
_ELSEWHERE = re.compile(
    r"\b(?:banyak|beberapa|sejumlah|sebagian(?: besar)?)\s+"
    r"(?:kabupaten/kota|kabupaten dan kota|kabupaten|kota|daerah|provinsi|"
    r"(?:pemerintah (?:daerah|kabupaten|kota|provinsi)|pem(?:da|kab|kot|prov))(?-i:(?! [A-Z])))\b|"
    r"\bdi\s+(?:kabupaten/kota|kabupaten dan kota|kabupaten|kota|daerah|provinsi|wilayah)(?:-daerah)?\s+lain(?:nya)?\b",
    re.IGNORECASE,
)
_OTHERS_IN = re.compile(  # "rendah dibandingkan kabupaten lain di Provinsi X, yakni P": not the circle's number
    r"\b(?:daerah|wilayah|kabupaten|kota|provinsi)(?:-daerah)?\s+(?:yang\s+)?lain(?:nya)?\s+"
    r"(?:yang ada\s+)?(?:di|se)[\s-]+(?:seluruh\s+)?$",
    re.IGNORECASE,
)
_OF_THE_OTHERS = re.compile(r"\s*(?:yang|rata-rata|sudah|telah)\b")
_NAMELY_THE_FIRST = re.compile(r",?\s+(?:yakni|yaitu|dengan)\b")
_TOGETHER = re.compile(r"\b(?:gabungan|bersama|total|keseluruhan|kedua|ketiga|dua wilayah)\b", re.IGNORECASE)
_BY_ITS_NAME = re.compile(r"\s*\(([A-Z][a-z]{4,})\)")  # "Sigi, Donggala, Poso dan Parigi (Sidopari)": one area
_THAT_AREA = re.compile(r"\b(?:wilayah|kawasan|daerah)(?: kerja)? (?:itu|tersebut|ini)\b", re.IGNORECASE)
_ANOTHER_EXTREME = re.compile(
    r"\b(?:dan|serta|sedangkan|sementara)\s+[A-Z][a-z]+\s+(?:(?:yang|menjadi)\s+)?"
    r"(?:ter(?:endah|tinggi|kecil|besar)|paling \w+)\b"
)
_OURS = re.compile(r"\b(?:kita|kami|di sini|disini|di daerah (?:kita|kami|ini))\s+(?:\w+\s+){0,4}$")
_HEADS_OF_PLACES = (
    "gubernur", "wakil_gubernur", "bupati", "wakil_bupati", "wali_kota", "wakil_wali_kota", "sekda",
)  # fmt: skip
_SERVES = re.compile(  # "Cabang X yang membawahi Kota X, Kabupaten X dan Kabupaten Y baru 33 persen": its area
    r"\b(?:membawahi|membawahkan|meliputi|mencakup|mewilayahi|menaungi|wilayah kerja|mulai dari|terdiri (?:dari|atas))"
    r"\b[^.;\d]{0,30}$"
)


def decide_region(
    cluster: Cluster,
    decision: Decision,
    context: Context,
    subjects: Subjects,
    known: dict[int, ClaimRegion],
    speaker: Official | None,
) -> tuple[tuple[ClaimRegion, ...], str]:
    """The region of a cluster and the id of the rule that decided; several where each has the same number."""
    abroad = country_of(cluster, context)
    if abroad is not None:
        return (abroad,), "region.abroad"
    ordered = places_in_order(cluster, context, subjects)
    if ordered:
        return (as_region(ordered[0].place, "same_sentence"),), "region.respectively"
    after = places_behind(cluster, subjects, context)
    if after and is_next_one_s(after[-1], cluster, context, subjects):
        after = []
    if after and not _CONTRIBUTES.search(context.low, cluster.left_start, cluster.start):
        return _regions(after, cluster, context, "region.after_value")
    behind = places_of_base(cluster, context, subjects)
    if behind:
        return _regions(behind, cluster, context, "region.after_value")
    served = branch_behind(cluster, context, subjects)
    if served is not None:
        return (served,), "region.office"
    if _NATIONWIDE.match(context.text, cluster.end):
        return (ClaimRegion(NATION.code, NATION.name, NATION.level, "same_clause"),), "region.after_value"
    each = places_of_each(cluster, context, subjects)
    if each:
        return tuple(as_region(row.place, "same_sentence") for row in each), "region.respectively"
    left = [row for row in subjects.between(_own_start(cluster, context, subjects), cluster.start) if not row.in_title]
    told = next((row.code for index, row in reversed(known.items()) if index < cluster.slots[0].index), None)
    main = subjects.main[0].place.code if subjects.main is not None else None
    left = without_circles(left, cluster.left_start, context.text, (main, told))
    left = [row for row in left if not _BESIDES.search(context.text, cluster.left_start, row.mention.start)] or left
    left = _without_surpassed(left, cluster, context)
    if _sums_up(cluster, context, known):
        return (_whole(subjects),), "region.these"
    smaller = small_place(cluster, context)
    if smaller is not None:
        return (smaller,), "region.small"
    if left:
        return _regions(settle(left, context.text), cluster, context, "region.same_clause")
    office = area_of_office(cluster, context, subjects)
    if office is not None:
        return (office,), "region.office"
    if _adds_up(cluster, context, known):
        return (_whole(subjects),), "region.these"
    if WORK_AREA.search(context.low, cluster.left_start, cluster.sentence.end):
        served = served_area(cluster, subjects) if subjects.offices else of_a_town(context)
        if served is not None:
            return (served,), "region.office"
    area = next((row for row in reversed(known.values()) if row.level == "office_area"), None)
    if area is not None and _ITS_AREA.search(context.low, cluster.left_start, cluster.start):
        return (ClaimRegion(area.code, area.name, area.level, "carried"),), "region.these"
    if _ELSEWHERE.search(context.text, cluster.left_start, cluster.start):
        return (ClaimRegion(None, None, "unknown", "same_clause"),), "region.these"
    these = _THESE.search(context.text, cluster.left_start, cluster.start)
    if these is not None and (cluster.has_percent or not these[1]):  # those counted there are the kabupaten's
        together = _listed_before(cluster, context, subjects) if these[2] else None
        return (together or _these(cluster, subjects),), "region.these"
    if _THAT_AREA.search(context.text, cluster.left_start, cluster.start):
        listed_before = _listed_before(cluster, context, subjects)
        if listed_before is not None:
            return (listed_before,), "region.these"
    here = this_small_place(cluster, context)
    if here is not None:
        return (here,), "region.this_place"
    this = _THIS_PLACE.search(context.text, cluster.left_start, cluster.start) or _IN_THIS_PLACE.match(
        context.text, cluster.end, cluster.near_end
    )
    if this is not None:
        return (this_place(this[1].lower(), cluster, subjects),), "region.this_place"
    half = _AS_A_WHOLE.search(context.low, cluster.left_start, cluster.start)
    if half is not None and not context.of("REGION", half.end(), half.end() + 2):
        its_other = its_other_half(half[1] or half[2], cluster, subjects)
        if its_other is not None:
            return (as_region(its_other, "carried"),), "region.this_place"
    if _PROVINCE_MEAN.search(context.text, cluster.left_start, cluster.start):
        province = this_place("provinsi", cluster, subjects)
        if province.code is not None:
            return (province,), "region.this_place"
    ours = _of_the_speaker(cluster, context, speaker)
    if ours is not None:
        return (ours,), "region.speaker"
    source = decision.source
    if source is not None and source.cluster.slots[0].index in known:
        region = known[source.cluster.slots[0].index]
        if region.level in SMALL:
            named = [row.mention.end for row in subjects.between(source.cluster.end, cluster.start)]
            if _OTHER_NAME.search(context.text, named[-1] if named else source.cluster.end, cluster.start):
                return (UNKNOWN,), "region.unknown"  # "Kecamatan A 1.240 orang, disusul Tanjung 1.100 orang"
        if _ANOTHER_EXTREME.search(context.text, source.cluster.end, cluster.start):
            return (
                UNKNOWN,
            ), "region.unknown"  # "A tertinggi, 51 persen, dan Bima terendah, 18 persen": no place found
        region = _of_level(cluster, decision, known, context) or region
        since = _named_since(source.cluster, cluster, context, subjects)
        if since is not None:
            return (since,), "region.same_sentence"
        return (rebased(region, cluster, source.cluster),), "region.continued"
    region, rule = wider(cluster, decision, context, subjects, known, speaker)
    return (region,), rule


def _of_level(
    cluster: Cluster, decision: Decision, known: dict[int, ClaimRegion], context: Context
) -> ClaimRegion | None:
    """``Jambi 31 persen. Pusat menargetkan 47 persen, masih kurang 16 persen``: it is missing where the level is."""
    source = decision.source
    if decision.kind != "gap" or source is None or source.decision.kind != "target":
        return None
    level = source.cluster.slots[0].quantity.value - cluster.slots[0].quantity.value
    index = source.cluster.sentence.index
    rows = [row for row in context.slots if row.index in known and row.mention.end <= cluster.start]
    return next(
        (known[row.index] for row in reversed(rows)
         if row.quantity.value == level and index - row.sentence.index <= 1), None,
    )  # fmt: skip


def _named_since(source: Cluster, cluster: Cluster, context: Context, subjects: Subjects) -> ClaimRegion | None:
    """``Riau 3 juta, dan Kepri hampir sejuta, namun yang terdaftar 100 ribu``: the place named last is meant."""
    if source.sentence.index != cluster.sentence.index:
        return None
    rows = [
        row for row in subjects.between(source.near_end, cluster.start)
        if not COMPARED_WITH.search(context.text, source.end, row.mention.start)
    ]  # fmt: skip
    place = one_of(settle(rows, context.text)) if rows else None
    return as_region(place, "same_sentence") if place is not None and place.level != "national" else None


def _of_the_speaker(cluster: Cluster, context: Context, speaker: Official | None) -> ClaimRegion | None:
    """``di A sudah 60 persen, kita masih 53 persen``, ``di daerahnya baru 41``: the place of the mayor who speaks.

    ``Gubernur X menerima piagam. Di daerahnya 41 persen``: or of the one who was named last.
    """
    span = (cluster.left_start, cluster.start)
    theirs = _HIS_PLACE.search(context.low, *span)
    if theirs is None and not _OURS.search(context.low, *span):
        return None
    heads = [speaker] if speaker is not None else []
    if theirs is not None and not heads:
        start = context.parsed.sentences[max(0, cluster.sentence.index - 1)].start
        heads = [row.value for row in context.of("OFFICIAL", start, cluster.start) if isinstance(row.value, Official)]
    head = heads[-1] if heads else None
    if head is None or head.role not in _HEADS_OF_PLACES or not head.region:
        return None
    return as_region(place_of(head.region), "document")


def _sums_up(cluster: Cluster, context: Context, known: dict[int, ClaimRegion]) -> bool:
    """``107 di Mentawai, 51 di Tanah Datar dengan total sebanyak 3.000``: the sum of several places is no place's."""
    if not _TOTAL.search(context.low, cluster.left_start, cluster.start):
        return False
    rows = [row for row in context.in_sentence(cluster.sentence) if row.start < cluster.start]
    return len({known[row.slots[0].index].code for row in rows if row.slots[0].index in known}) > 1


def _whole(subjects: Subjects) -> ClaimRegion:
    """What several places are parts of: the branch or the province that the document is about."""
    if subjects.branch is not None:
        return branch_area(subjects.branch, "document")
    main = subjects.main[0].place if subjects.main is not None else None
    return as_region(main, "document") if main is not None and main.level in ("province", "national") else UNKNOWN


def _adds_up(cluster: Cluster, context: Context, known: dict[int, ClaimRegion]) -> bool:
    """``Kota X 74.000, Kabupaten Y 91.000. Totalnya 165.000``: what the numbers of several places before it give."""
    if not cluster.has_count or not _SUMMED.search(context.low, cluster.sentence.start, cluster.start):
        return False
    index = cluster.sentence.index
    rows = [row for row in context.slots if row.index in known and 0 <= index - row.sentence.index <= 1]
    parts = [row for row in rows if row.mention.end <= cluster.start and not row.is_percent]
    whole = sum(row.quantity.value for row in parts) == cluster.slots[0].quantity.value
    return whole and len({known[row.index].code for row in parts}) > 1


def _without_surpassed(rows: list[Subject], cluster: Cluster, context: Context) -> list[Subject]:
    """``Bali di atas Jawa Barat, yakni mencapai P``: the number is that of the one above, not of those named last.

    ``Batam tertinggi di antara daerah lain di Kepri, yaitu P``: nor of those it is held against.
    """
    behind: list[Subject] = []
    for at, row in enumerate(rows):
        if _OTHERS_IN.search(context.text, cluster.left_start, row.mention.start):
            behind += [] if _OF_THE_OTHERS.match(context.low, row.mention.end) else [row]
        elif COMPARED_WITH.search(context.text, cluster.left_start, row.mention.start):
            chain = listed(rows[at:], context.text)
            behind += chain if _NAMELY_THE_FIRST.match(context.text, chain[-1].mention.end) else []
    return [row for row in rows if row not in behind] or rows


def _these(cluster: Cluster, subjects: Subjects) -> ClaimRegion:
    """``di tiga provinsi itu``: the area named before, if there is one."""
    areas = [
        row for row in (*subjects.rows, *subjects.offices)
        if row.place.level == "office_area" and row.mention.start < cluster.start
    ]  # fmt: skip
    if not areas:
        return ClaimRegion(None, None, "unknown", "same_clause")
    return as_region(max(areas, key=lambda row: row.mention.start).place, "carried")


def _listed_before(cluster: Cluster, context: Context, subjects: Subjects) -> ClaimRegion | None:
    """``di wilayah tersebut`` behind a sentence that lists several places: all of them together."""
    index = cluster.sentence.index
    before = context.parsed.sentences[index - 1] if index else None
    if before is None or cluster.sentence.paragraph - before.paragraph > 1:
        return None
    rows = subjects.between(before.start, before.end)
    chains = [listed(rows[at:], context.text) for at in range(len(rows))]
    chain = max(chains, key=len, default=[])
    return joint(chain, "carried", context.text) if len({row.place.code for row in chain}) > 1 else None


def _regions(
    chain: list[Subject], cluster: Cluster, context: Context, rule: str
) -> tuple[tuple[ClaimRegion, ...], str]:
    """One place; or, of a list, one claim each for a percentage and one joint area for a count."""
    place = one_of(chain)
    if place is not None:
        return (as_region(place, "same_clause"),), rule
    whole = _BY_ITS_NAME.match(context.text, chain[-1].mention.end)
    if whole is not None:
        return (ClaimRegion(None, whole[1], "office_area", "same_clause"),), "region.joint"
    served = _SERVES.search(context.low, cluster.sentence.start, chain[0].mention.start)
    if served is not None or _is_joint_area(chain, context):
        return (joint(chain, "same_clause", context.text),), "region.joint"
    around = context.text[chain[0].mention.start - 25 : cluster.end + 25] if chain[0].mention.start > 25 else ""
    if cluster.has_count or _TOGETHER.search(around) or all(row.place.level in SMALL for row in chain):
        return (joint(chain, "same_clause", context.text),), "region.joint"
    return tuple(as_region(row.place, "same_clause") for row in chain), "region.list"


def _is_joint_area(chain: list[Subject], context: Context) -> bool:
    """``wilayah Jawa Tengah dan DIY``, ``Jabar-Banten``: two provinces that one office serves, with one number."""
    if len(chain) != 2 or any(row.place.level != "province" for row in chain):
        return False
    first, second = (row.mention for row in chain)
    hyphen = context.text[first.end : second.start] in ("-", "–")
    return hyphen or context.low.endswith("wilayah ", 0, first.start)


def _own_start(cluster: Cluster, context: Context, subjects: Subjects) -> int:
    """Where the cluster's own words start: a region bound behind the number before is not its own."""
    before = context.before(cluster)
    if before is None or before.end < cluster.left_start:
        return cluster.left_start
    if AFTER.match(context.text[before.end : before.near_end]):
        rows = listed(subjects.between(before.end, cluster.start), context.text)
        behind = rows[-1].mention.end if rows and one_of(rows) is not None else 0  # "di Bantul, DI Yogyakarta, baru N"
        return max(cluster.left_start, min(max(before.near_end, behind), cluster.start))
    return cluster.left_start
