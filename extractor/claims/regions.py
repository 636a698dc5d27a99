"""Which region a number is about: the subject of its statement, never merely the nearest name."""

from __future__ import annotations

import re

from extractor.claims.context import Cluster, Context
from extractor.claims.decisions import COVER, Decision
from extractor.claims.subjects import SMALL, Subject, Subjects
from extractor.language import Sentence
from extractor.model import ClaimRegion, Official, Place
from extractor.regions import NATIONAL, contains, parent, place_of

_OF_AGENCY = re.compile(r"\b(?:BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Cabang|Kanwil|Wilayah|Kejaksaan|Polres)\b")
_AFTER = re.compile(
    r"[\s,]*(?:(?:pekerja|tenaga kerja|orang|warga|penduduk|yang|ada|bekerja|telah|sudah|terdaftar|"
    r"terlindungi|dari|total|"
    r"seluruh|jumlah|peserta|menjadi|tercover|aktif|berada|wilayah|provinsi|kabupaten|kota|untuk|rentan|formal|informal|"
    r"jamsostek|bpjs|ketenagakerjaan|di|se|in|bukan|penerima|upah|bpjamsostek|perusahaan|desa|nelayan|petani)\b[\s,]*)*"
    r"\b(?:(?:di|se|untuk|bagi|wilayah)[\s-]+|se(?=kabupaten|kota|provinsi))"
    r"(?:seluruh |wilayah |provinsi |kabupaten |kota )*",
    re.IGNORECASE,
)
# "2.000 perangkat desa Minahasa Utara": the region of the counted noun; "... yakni Kecamatan A dan B"
_OF_NOUN = re.compile(
    r"\s+(?:(?:calon|peserta|pekerja|tenaga|kerja|orang|warga|perangkat|aparat|aparatur|desa|ketua|kader|posyandu|guru|ngaji|"
    r"nelayan|petani|buruh|tani|pedagang|non|ASN|non-ASN|honorer|RT|RW|RT/RW|rentan|informal|formal|sawit|marbot|linmas|anggota|"
    r"BPD|aktif|baru)\s+)*",
    re.IGNORECASE,
)
_WHO_ARE_IN = re.compile(
    r"\s+[\w\s]{0,30}\byang\s+(?!ter(?:baik|tinggi|rendah|besar|banyak|kecil)|paling|pertama)\w+(?:\s+(?!ter(?:baik|tinggi|rendah|besar|banyak)|pertama)\w+){0,5}\s+di\s+",
    re.IGNORECASE,
)
_NAMELY = re.compile(r"[^.;\d]{0,70}\b(?:yakni|yaitu|adalah|ialah)\s+(?:di\s+)?", re.IGNORECASE)
_THESE = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|kedua|ketiga|keempat|kelima|beberapa)\s+"
    r"(?:daerah|wilayah|kabupaten|kota|provinsi)\b",
    re.IGNORECASE,
)
_THIS_PLACE = re.compile(r"\b(provinsi|kabupaten|kota) (?:ini|itu|tersebut)\b", re.IGNORECASE)
_PROVINCE_MEAN = re.compile(
    r"\b(?:rata-rata|rerata|tingkat|level)\s+(?:tingkat\s+)?provinsi\b(?! [A-Z])", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:,|dan|serta|maupun|/|&|,\s*(?:dan|serta))\s*(?:di\s+)?", re.IGNORECASE)
_APPOSITION = re.compile(r"\s*[(),/]*\s*(?:di\s+|provinsi\s+)?", re.IGNORECASE)
_BASED = re.compile(r"\bdari\s+(?:(?:total|sekitar|jumlah|seluruh|keseluruhan)\s+)*$", re.IGNORECASE)
_PROVINCIAL = re.compile(r"\b(?:Gubernur|Pemprov|Pemerintah Provinsi)\b(?! [A-Z])")
_COMPARES = re.compile(r"\bnasional\b", re.IGNORECASE)
_BRANCH = re.compile(r"\b(?:[Cc]abang|Kanwil|[Ww]ilayah|KCP|Kanca)\s+(?:\w+\s+)?$")
_COUNTS = re.compile(
    r"(?:, [A-Z][\w ]{2,30},)?[\s)]+(?:\([^()]*\)\s*)?(?:telah |sudah |juga |kini )*"
    r"(?:mencatat|mencatatkan|melindungi|memiliki|menargetkan|membukukan|mengelola|mengakuisisi)\b"
)
_AT_OFFICE = re.compile(
    r"\b(?:di|pada|untuk|wilayah kerja|kepesertaan|peserta|di wilayah(?: kerja)?)\s+"
    r"(?:BPJS Ketenagakerjaan|BPJamsostek|BP Jamsostek|BPJAMSOSTEK|BPJS TK|[Kk]antor|[Cc]abang|Kanwil|\s)*$"
)
UNKNOWN = ClaimRegion(None, None, "unknown", "document")
NATION = ClaimRegion("ID", NATIONAL.name, NATIONAL.level, "document")
_RANKED_IN = re.compile(
    r"\b(?:tertinggi|terendah|terbanyak|terbesar|terkecil|(?:urutan|peringkat|posisi|ranking)\s+[\w-]+)\s+"
    r"(?:di|se|tingkat)[\s-]+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\b(?:wilayah|wilayah kerja|[Cc]abang|area)\s+([A-Z]\w+(?: [A-Z]\w+)?),?\s+"
    r"(?:yang )?(?:meliputi|mencakup)\s+(?:di )?$"
)
_HEADS = re.compile(
    r"(?:Direktur|Ketua|Anggota|Wakil Ketua)\b.*\b"
    r"(?:BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Dewan Pengawas|Dewas|DJSN)\b|"
    r"(?:Wakil Ketua|Ketua|Anggota) (?:Komisi|DPR RI)\b(?!.*\bDPRD\b)|"
    r"(?:Wakil )?Menteri\b|(?:Wakil )?Presiden\b|Menaker|Wamenaker"
)
_OF_PLACE = re.compile(r"\b(?:Wilayah|Cabang|Kanwil|Provinsi|Kabupaten|Kota|Daerah)\b")
_NATIONWIDE = re.compile(r"[^.;,\d\"“”]{0,40}\bsecara nasional\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\bdi\s+(?:kabupaten/kota|kabupaten dan kota|kabupaten|kota|daerah|provinsi|wilayah)(?:-daerah)?\s+lain(?:nya)?\b",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"\b(?:di atas|di bawah|melampaui|melebihi|mengungguli|dibanding(?:kan)?|ketimbang|daripada|lebih \w+ dari)\s+"
    r"(?:(?:Provinsi|Kabupaten|Kota|rata-rata|capaian)\s+)*$",
    re.IGNORECASE,
)
_NAMELY_THE_FIRST = re.compile(r",?\s+(?:yakni|yaitu|dengan)\b")
_TOGETHER = re.compile(r"\b(?:gabungan|bersama|total|keseluruhan|kedua|ketiga|dua wilayah)\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:masing\s?-\s?masing|berturut\s?-\s?turut)\b")


def as_region(place: Place, basis: str) -> ClaimRegion:
    """A place as the region of a claim."""
    return ClaimRegion(place.code, place.name, place.level, basis)


def _settle(rows: list[Subject], text: str) -> list[Subject]:
    """The last subject or, where it stands in a list or an apposition, its company: smallest first."""
    chain = [rows[-1]]
    for row in reversed(rows[:-1]):
        between = text[row.mention.end : chain[0].mention.start]
        if not (
            _LIST.fullmatch(between) or _APPOSITION.fullmatch(between) or between.strip() in ("(", ",", ", Provinsi")
        ):
            break
        chain.insert(0, row)
    return chain


def _one(chain: list[Subject]) -> Place | None:
    """The one place a chain stands for: the smallest of nested ones; None for a true list."""
    places = [row.place for row in chain]
    smallest = places[0]
    for place in places[1:]:
        if place.code == smallest.code:
            continue
        if _inside(place, smallest):
            smallest = place
        elif not _inside(smallest, place):
            return None
    return smallest


def _inside(part: Place, whole: Place) -> bool:
    """Whether a place, or each of the places a shared name can mean, lies in another."""
    if part.level in SMALL and whole.level not in SMALL:
        return True
    if part.code is None and part.candidates:
        return all(contains(whole, code) for code in part.candidates)
    return contains(whole, part)


def _after(cluster: Cluster, subjects: Subjects, context: Context) -> list[Subject]:
    """``32,7 persen di Provinsi Jambi``: a preposition binds the region behind the number to it."""
    for row in subjects.between(cluster.end, cluster.right_end):
        lead = context.text[cluster.end : row.mention.start]
        if _NAMELY.fullmatch(lead):
            return _listed([row, *subjects.between(row.mention.end, cluster.right_end)], context.text)
        if _AFTER.fullmatch(lead) or _WHO_ARE_IN.fullmatch(lead) or _OF_NOUN.fullmatch(lead):
            return _listed([row, *subjects.between(row.mention.end, cluster.near_end)], context.text)
        return []
    return []


def _listed(rows: list[Subject], text: str) -> list[Subject]:
    """The first region and those listed or set beside it."""
    chain = rows[:1]
    for row in rows[1:]:
        between = text[chain[-1].mention.end : row.mention.start]
        if not (_LIST.fullmatch(between) or _APPOSITION.fullmatch(between) or between.strip(" ()") == ""):
            break
        chain.append(row)
    return chain


def _joint(chain: list[Subject], basis: str, text: str) -> ClaimRegion:
    """Several regions that share one number: an area without a code, by its own name or as listed.

    ``wilayah kerja Cabang Madura, meliputi A, B dan C``.
    """
    area = _AREA.search(text, max(0, chain[0].mention.start - 80), chain[0].mention.start)
    if area is not None:
        return ClaimRegion(None, area[1], "office_area", basis)
    names = list(dict.fromkeys(row.place.name for row in chain))
    return ClaimRegion(None, " dan ".join(names), "office_area", basis)


def decide_region(
    cluster: Cluster,
    decision: Decision,
    context: Context,
    subjects: Subjects,
    known: dict[int, ClaimRegion],
    speaker: Official | None,
) -> tuple[tuple[ClaimRegion, ...], str]:
    """The region of a cluster and the id of the rule that decided; several where each has the same number."""
    after = _after(cluster, subjects, context)
    if after:
        return _regions(after, cluster, context, "region.after_value")
    if _NATIONWIDE.match(context.text, cluster.end):
        return (ClaimRegion(NATION.code, NATION.name, NATION.level, "same_clause"),), "region.after_value"
    each = _respectively(cluster, context, subjects)
    if each:
        return tuple(as_region(row.place, "same_sentence") for row in each), "region.respectively"
    left = [row for row in subjects.between(_own_start(cluster, context), cluster.start) if not row.in_title]
    ranked = [row for row in left if not _RANKED_IN.search(context.text, cluster.left_start, row.mention.start)]
    left = ranked or left
    left = [
        row for row in left if not _surpassed(row, cluster, context)
    ] or left  # "Batam tertinggi di Kepri, yaitu P persen": the number is Batam's
    if left:
        return _regions(_settle(left, context.text), cluster, context, "region.same_clause")
    office = _office(cluster, context, subjects)
    if office is not None:
        return (office,), "region.office"
    if _ELSEWHERE.search(context.text, cluster.left_start, cluster.start):
        return (ClaimRegion(None, None, "unknown", "same_clause"),), "region.these"
    if _THESE.search(context.text, cluster.left_start, cluster.start):
        return (_these(cluster, subjects),), "region.these"
    this = _THIS_PLACE.search(context.text, cluster.left_start, cluster.start)
    if this is not None:
        return (_this_place(this[1].lower(), cluster, subjects),), "region.this_place"
    if _PROVINCE_MEAN.search(context.text, cluster.left_start, cluster.start):
        province = _this_place("provinsi", cluster, subjects)
        if province.code is not None:
            return (province,), "region.this_place"
    source = decision.source
    if source is not None and source.cluster.slots[0].index in known:
        region = known[source.cluster.slots[0].index]
        return (_rebased(region, cluster, source.cluster),), "region.continued"
    region, rule = _wider(cluster, decision, context, subjects, known, speaker)
    return (region,), rule


def _surpassed(row: Subject, cluster: Cluster, context: Context) -> bool:
    """``Bali di atas Jawa Barat, yakni mencapai P``: the number is that of the one above, not of the one named last."""
    compared = _COMPARED_WITH.search(context.text, cluster.left_start, row.mention.start)
    return compared is not None and _NAMELY_THE_FIRST.match(context.text, row.mention.end) is not None


def _office(cluster: Cluster, context: Context, subjects: Subjects) -> ClaimRegion | None:
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
    if not (_BRANCH.search(before) or _is_branch(rows[-1], context, subjects)):
        return None  # "BPJS Ketenagakerjaan Jepara": no more than the place is named
    return ClaimRegion(None, place.name, "office_area", "same_clause")


def _is_branch(office: Subject, context: Context, subjects: Subjects) -> bool:
    """Whether the document calls the office a branch elsewhere: ``Kepala Kantor Cabang Kudus``."""
    return any(
        row.place == office.place and _BRANCH.search(context.text, max(0, row.mention.start - 20), row.mention.start)
        for row in subjects.offices
    )


def _these(cluster: Cluster, subjects: Subjects) -> ClaimRegion:
    """``di tiga provinsi itu``: the area named before, if there is one."""
    areas = [
        row for row in (*subjects.rows, *subjects.offices)
        if row.place.level == "office_area" and row.mention.start < cluster.start
    ]  # fmt: skip
    if not areas:
        return ClaimRegion(None, None, "unknown", "same_clause")
    return as_region(max(areas, key=lambda row: row.mention.start).place, "carried")


def _this_place(word: str, cluster: Cluster, subjects: Subjects) -> ClaimRegion:
    """``Provinsi ini``, ``di kabupaten itu``: the one of that level named last, else the document's own."""
    level = {"provinsi": "province"}.get(word, word)
    rows = [row for row in subjects.between(0, cluster.start) if row.place.level == level]
    if rows:
        return as_region(rows[-1].place, "carried")
    main = subjects.main[0].place if subjects.main else None
    if main is not None and main.level == level:
        return as_region(main, "document")
    province = parent(main.code) if main is not None and main.code and level == "province" else None
    return as_region(place_of(province), "document") if province else UNKNOWN


def _regions(
    chain: list[Subject], cluster: Cluster, context: Context, rule: str
) -> tuple[tuple[ClaimRegion, ...], str]:
    """One place; or, of a list, one claim each for a percentage and one joint area for a count."""
    place = _one(chain)
    if place is not None:
        return (as_region(place, "same_clause"),), rule
    around = context.text[chain[0].mention.start - 25 : cluster.end + 25] if chain[0].mention.start > 25 else ""
    if cluster.has_count or _TOGETHER.search(around):
        return (_joint(chain, "same_clause", context.text),), "region.joint"
    return tuple(as_region(row.place, "same_clause") for row in chain), "region.list"


def _own_start(cluster: Cluster, context: Context) -> int:
    """Where the cluster's own words start: a region bound behind the number before is not its own."""
    before = context.before(cluster)
    if before is None or before.end < cluster.left_start:
        return cluster.left_start
    if _AFTER.match(context.text[before.end : before.near_end]):
        return max(cluster.left_start, min(before.near_end, cluster.start))
    return cluster.left_start


def _respectively(cluster: Cluster, context: Context, subjects: Subjects) -> list[Subject]:
    """``Kota X dan Kabupaten Y masing-masing A persen dan B persen``: the n-th number is the n-th region's.

    A single number behind ``masing-masing`` is every region's.
    """
    start = cluster.sentence.start
    word = next(iter(_EACH.finditer(context.low, start, cluster.start)), None)
    if word is None:
        return []
    run: list[Cluster] = []
    for row in context.in_sentence(cluster.sentence):
        if row.start > word.end():
            if subjects.between(run[-1].end if run else word.end(), row.start):
                break  # a number with a region of its own ends the run
            run.append(row)
    rows = [row for row in subjects.between(start, word.start()) if row.place.level != "national"]
    listed = _settle(rows, context.text) if rows else []
    position = next((i for i, row in enumerate(run) if row.start == cluster.start), None)
    if position is None or len(listed) < 2 or position >= len(listed):
        return []
    return listed if len(run) == 1 else [listed[position]]


def _rebased(region: ClaimRegion, cluster: Cluster, source: Cluster) -> ClaimRegion:
    basis = "same_sentence" if source.sentence.index == cluster.sentence.index else "carried"
    return ClaimRegion(region.code, region.name, region.level, basis)


def _wider(
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
    same = subjects.between(sentence.start, cluster.start)
    if same:
        place = _one(_settle(same, context.text))
        if place is not None and place.level != "national":
            return as_region(place, "same_sentence"), "region.same_sentence"
    behind = [row for row in subjects.between(cluster.end, cluster.right_end) if row.place.level != "national"]
    if behind and cluster.right_end == sentence.end and _one(behind) is not None and not same:
        lead = context.text[cluster.end : behind[0].mention.start]
        if re.search(r"\b(?:di|se|wilayah|kabupaten|kota|provinsi)[\s-]*$", lead, re.IGNORECASE) and '"' not in lead:
            place = _one(behind)
            if place is not None:
                return as_region(place, "same_sentence"), "region.same_sentence"
    before = context.before(cluster)
    based = before is not None and _BASED.search(context.text, before.left_start, before.start)
    if before is not None and based and not subjects.between(before.start, cluster.start):
        region = known.get(before.slots[0].index)
        if region is not None and region.code == NATION.code:  # "dari 86 juta pekerja baru 9,8 juta"
            return _rebased(region, cluster, before), "region.continued"
    if _only_a_nation(cluster, decision):
        return NATION, "region.magnitude"
    if _PROVINCIAL.search(context.text, cluster.left_start, cluster.start):
        province = _this_place("provinsi", cluster, subjects)
        if province.code is not None:
            return province, "region.provincial_office"
    carried = _carried(cluster, context, subjects, known)
    own = place_of(speaker.region) if speaker is not None and speaker.region else None
    if own is not None and speaker is not None and _OF_AGENCY.search(speaker.position or ""):
        own = None  # a branch of the agency serves more than the place it is named after
    if (
        own is not None and own.level in ("kabupaten", "kota") and (carried is None or carried.code != own.code)
    ) and not subjects.between(_paragraph_start(cluster, context), cluster.start):
        return as_region(own, "document"), "region.speaker"
    if carried is not None:
        return carried, "region.carried"
    if context.has_cue("agency.national", sentence.start, sentence.end) and cluster.sentence.paragraph <= 2:
        return as_region(NATIONAL, "document"), "region.national_agency"
    if subjects.main is None and speaker is not None and _of_nation(speaker):
        return NATION, "region.national_speaker"
    if subjects.main is None and speaker is None and _only_national(context):
        return NATION, "region.national_speaker"
    if subjects.main is None and (subjects.nationwide or _of_the_nation(context, subjects)):
        return NATION, "region.nationwide"
    if subjects.main is not None:
        row, basis = subjects.main
        return as_region(row.place, basis), "region.headline" if basis == "headline" else "region.most_named"
    return UNKNOWN, "region.unknown"


def _only_a_nation(cluster: Cluster, decision: Decision) -> bool:
    """Ten million members, thirty million workers are more than any province has (about nine and 25 million)."""
    least = 30_000_000 if decision.kind in ("denominator", "gap") else 10_000_000
    counts = (slot.quantity.value for slot in cluster.slots if slot.quantity.unit in ("workers", None))
    return any(value >= least for value in counts)


def _of_the_nation(context: Context, subjects: Subjects) -> bool:
    """A document that names no region at all and a national agency or its head."""
    return not subjects.rows and not subjects.offices and any(cue.kind == "agency.national" for cue in context.cues)


def _only_national(context: Context) -> bool:
    """Whether all who are named with an office speak for the nation: a director of the agency, a minister."""
    officials = [row.value for row in context.of("OFFICIAL") if isinstance(row.value, Official)]
    return bool(officials) and all(_of_nation(row) for row in officials)


def _of_nation(speaker: Official) -> bool:
    """A director or supervisor of the agency, a minister: without a place they speak of the nation."""
    position = speaker.position or ""
    return bool(_HEADS.match(position)) and not _OF_PLACE.search(position)


def _paragraph_start(cluster: Cluster, context: Context) -> int:
    return context.text.rfind("\n", 0, cluster.start) + 1


def _carried(
    cluster: Cluster, context: Context, subjects: Subjects, known: dict[int, ClaimRegion]
) -> ClaimRegion | None:
    """The region of the last claim, or of the last sentence on coverage, in this or the paragraph before.

    A national comparison (``rata-rata nasional``) is not carried into a document about a region.
    """
    main = subjects.main[0].place if subjects.main else None
    for sentence in reversed(context.parsed.sentences[: cluster.sentence.index]):
        if cluster.sentence.paragraph - sentence.paragraph > 1:
            break
        region = _claimed_in(sentence, cluster, context, known)
        if region is None:
            near = sentence.paragraph == cluster.sentence.paragraph and cluster.sentence.index - sentence.index == 1
            region = _spoken_of(sentence, context, subjects, near)
        if region is None or region.level == "unknown":
            continue
        if region.code == "ID" and main is not None and main.level != "national" and _compares(sentence, context):
            continue
        if sentence.paragraph < cluster.sentence.paragraph and _digression(region, main, cluster, known):
            continue
        return ClaimRegion(region.code, region.name, region.level, "carried")
    return None


def _spoken_of(sentence: Sentence, context: Context, subjects: Subjects, near: bool) -> ClaimRegion | None:
    """The one region that a sentence on coverage, or the sentence right before in the paragraph, names."""
    rows = subjects.between(sentence.start, sentence.end)
    covers = near or any(
        cue.kind in (*COVER, "jamsostek", "funded") for cue in context.cues_in(sentence.start, sentence.end)
    )
    place = _one(rows) if rows and covers else None
    return as_region(place, "carried") if place is not None else None


def _digression(region: ClaimRegion, main: Place | None, cluster: Cluster, known: dict[int, ClaimRegion]) -> bool:
    """Whether a wider region was only glanced at: the document's own, inside it, had claims before."""
    if main is None or main.code is None or region.code is None or region.code == main.code:
        return False
    if not contains(region.code, main.code):
        return False
    return any(row.code == main.code for index, row in known.items() if index < cluster.slots[0].index)


def _compares(sentence: Sentence, context: Context) -> bool:
    """Whether a sentence names the nation only to compare with it."""
    return bool(_COMPARES.search(context.text, sentence.start, sentence.end))


def _claimed_in(
    sentence: Sentence, cluster: Cluster, context: Context, known: dict[int, ClaimRegion]
) -> ClaimRegion | None:
    """The region of a sentence's claims, if they agree on one; claims that only compare are left out."""
    rows = [
        known[row.slots[0].index]
        for row in context.in_sentence(sentence)
        if row.slots[0].index in known and not row.compared
    ]
    return rows[-1] if rows and len({row.code for row in rows}) == 1 else None
