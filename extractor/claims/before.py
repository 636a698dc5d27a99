"""The region of a number that goes on with what was told before it: the last claim, the last sentence on coverage."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import COVER
from extractor.claims.nation import TENS_OF_MILLIONS, of_nation
from extractor.claims.places import (
    COMPARED_WITH,
    NATION,
    RANKED_IN,
    as_region,
    one_of,
)
from extractor.claims.scenery import SMALL
from extractor.claims.subjects import Subjects
from extractor.language import Sentence
from extractor.model import ClaimRegion, Official, Place
from extractor.regions import contains

_EXTREME = re.compile(r"\b(?:terendah|tertinggi|terbesar|terkecil|terbanyak|paling (?:rendah|tinggi|sedikit|banyak))\b")
_COMPARING = re.compile(
    r"\b(?:[Ss]ebagai (?:per|pem)banding(?:an)?|[Bb]andingkan dengan|dibanding(?:kan)?|di bawah|di atas|"
    r"(?:tertinggal|kalah) dari|mengungguli|melampaui|menyalip|disusul|menyusul|berbeda dengan|"
    r"lebih (?:tinggi|rendah|baik|besar) dari|belajar (?:dari|ke)|studi (?:banding|tiru)|men(?:iru|contoh))\b"
)
_COMPARES = re.compile(r"\bnasional\b", re.IGNORECASE)
_OF_THAT_NUMBER = re.compile(  # "Dari jumlah itu", "Dari peserta sektor informal sebanyak itu"
    r"[\"“]?(?:[Nn]amun,? |[Tt]etapi,? )?[Dd]ari (?:total |sekian |seluruh )?"
    r"(?:(?:jumlah|angka|total|sekian)(?: \w+){0,2} (?:itu|tersebut|ini)\b|[^.;,\d]{3,60} (?:sebanyak|sejumlah) itu\b)"
)
_POINTS_AS_FAR = 3  # sentences from a part to its whole


def last_told(
    cluster: Cluster, context: Context, subjects: Subjects, known: dict[int, ClaimRegion]
) -> ClaimRegion | None:
    """The region of the last claim, however far above, where no other place is named in between."""
    last = max((index for index in known if index < cluster.slots[0].index), default=None)
    if last is None:
        return None
    region, told = known[last], context.cluster_of(context.slots[last])
    if told.compared or region.level in ("unknown", "country", *SMALL) or subjects.between(told.end, cluster.start):
        return None
    offices = [row for row in subjects.offices if told.end <= row.mention.start < cluster.start]
    if any(row.place.code != region.code and region.level != "office_area" for row in offices):
        return None  # another office has the word since
    main = subjects.main
    if main is not None and region.level != "office_area" and (main[1] == "headline" or region.code == NATION.code):
        return None  # the document is about a place
    return ClaimRegion(region.code, region.name, region.level, "carried")


def pointed_at(cluster: Cluster, context: Context, known: dict[int, ClaimRegion]) -> ClaimRegion | None:
    """``Dari jumlah itu, yang petani 4.100 orang``: part of a number counts where the whole number does.

    The whole may be more than a province has, be it claimed or not.
    """
    if not cluster.first_in_sentence or not _OF_THAT_NUMBER.match(context.text, cluster.sentence.start, cluster.start):
        return None
    index = cluster.sentence.index
    slots = [row for row in context.slots if row.mention.end <= cluster.sentence.start and not row.is_percent]
    whole = next((row for row in reversed(slots) if row.quantity.unit in ("workers", None)), None)
    if whole is None or index - whole.sentence.index > _POINTS_AS_FAR:
        return None
    region = known.get(whole.index)
    if region is not None:
        return ClaimRegion(region.code, region.name, region.level, "carried")
    return NATION if whole.quantity.value >= 3 * TENS_OF_MILLIONS else None


def carried_over(
    cluster: Cluster,
    context: Context,
    subjects: Subjects,
    known: dict[int, ClaimRegion],
    speaker: Official | None,
) -> ClaimRegion | None:
    """The region of the last claim, or of the last sentence on coverage, in this or the paragraph before.

    A national comparison (``rata-rata nasional``) is not carried into a document about a region.
    """
    main = subjects.main[0].place if subjects.main else None
    told = next((row.code for index, row in reversed(known.items()) if index < cluster.slots[0].index), None)
    from_afar = speaker is not None and of_nation(speaker)  # a director goes on with the nation that he has told of
    before = context.before(cluster)
    here = known.get(before.slots[0].index) if before is not None and not before.compared else None
    if here is not None and not subjects.between(cluster.sentence.start, cluster.start):
        nation = here.code == NATION.code and (main is None or main.level == "national" or _is_a_nation_s(before))
        if nation or here.level == "office_area":  # the area pointed at, and a nation's size, go on in the sentence
            return ClaimRegion(here.code, here.name, here.level, "carried")
    for sentence in reversed(context.parsed.sentences[: cluster.sentence.index]):
        if cluster.sentence.paragraph - sentence.paragraph > 1:
            break
        region = _claimed_in(sentence, cluster, context, known)
        whole = _whole_of_example(sentence, region, context, known)
        if whole is not None:
            return ClaimRegion(whole.code, whole.name, whole.level, "carried")
        if region is None and main is not None and _lists_places_of(main, sentence, context, known):
            return as_region(main, "carried")  # behind a list of its places a number is the whole's again
        if region is None:
            near = sentence.paragraph == cluster.sentence.paragraph and cluster.sentence.index - sentence.index == 1
            region = _spoken_of(sentence, context, subjects, near, told)
        if region is None or region.level in ("unknown", "country", *SMALL):
            continue  # a district is told of on the way, and no report goes on with it
        local = main is not None and main.level != "national"
        if region.code == "ID" and local and not from_afar and _compares(sentence, context):
            continue
        if sentence.paragraph < cluster.sentence.paragraph and _digression(region, main, cluster, known):
            continue
        if main is not None and region.code != main.code and _beside(sentence, main, region, context, subjects, known):
            continue
        return ClaimRegion(region.code, region.name, region.level, "carried")
    return None


def _is_a_nation_s(cluster: Cluster | None) -> bool:
    """``Sebanyak 21 juta pekerja formal dan 4 juta pekerja informal``: more than any province has."""
    return cluster is not None and any(
        row.quantity.unit in ("workers", None) and row.quantity.value >= TENS_OF_MILLIONS for row in cluster.slots
    )


def _lists_places_of(main: Place, sentence: Sentence, context: Context, known: dict[int, ClaimRegion]) -> bool:
    """Whether a sentence gave levels of several places in the one the document is about."""
    codes = {row.code for row in _regions_of(sentence, context, known) if row.code}
    return len(codes) > 1 and all(code != main.code and contains(main, code) for code in codes)


def _spoken_of(
    sentence: Sentence, context: Context, subjects: Subjects, near: bool, told: str | None
) -> ClaimRegion | None:
    """The one region that a sentence on coverage, or the sentence right before in the paragraph, names.

    The circle in which the document's own region ranks, or the one last ``told`` of, is not meant.
    """
    rows = subjects.between(sentence.start, sentence.end)
    main = subjects.main[0].place.code if subjects.main is not None else None
    for code in {main, told}:  # "tertinggi di Sulawesi Tenggara", said of Kendari
        if code:
            rows = [
                row for row in rows
                if row.place.code == code
                or not contains(row.place, code)
                or not RANKED_IN.search(context.text, sentence.start, row.mention.start)
            ]  # fmt: skip
    rows = [row for row in rows if not COMPARED_WITH.search(context.text, sentence.start, row.mention.start)]
    areas = [row for row in rows if row.place.members and not row.in_title]
    rows = areas or rows  # a member of a provincial council may speak of an island
    covers = near or any(
        cue.kind in (*COVER, "jamsostek", "funded") for cue in context.cues_in(sentence.start, sentence.end)
    )
    place = one_of(rows) if rows and covers else None
    return as_region(place, "carried") if place is not None else None


def _digression(region: ClaimRegion, main: Place | None, cluster: Cluster, known: dict[int, ClaimRegion]) -> bool:
    """Whether a wider region was only glanced at: the document's own, inside it, had claims before."""
    if main is None or main.code is None or region.code is None or region.code == main.code:
        return False
    if not contains(region.code, main.code):
        return False
    return any(row.code == main.code for index, row in known.items() if index < cluster.slots[0].index)


def _whole_of_example(
    sentence: Sentence, region: ClaimRegion | None, context: Context, known: dict[int, ClaimRegion]
) -> ClaimRegion | None:
    """Behind ``Cakupan nasional 40 persen. Terendah Lampung, 19 persen. Riau 21.`` a number is the nation's again."""
    if region is None or region.code is None:
        return None
    row = sentence
    while not _EXTREME.search(context.low, row.start, row.end):
        if not row.index or row.paragraph != sentence.paragraph or not _regions_of(row, context, known):
            return None
        row = context.parsed.sentences[row.index - 1]
    before = context.parsed.sentences[row.index - 1] if row.index else None
    several = any(one.code != region.code for one in _regions_of(row, context, known))
    near = 1 if several else 0  # of several places' examples, the whole may stand in the paragraph before
    if before is None or sentence.paragraph - before.paragraph > near:
        return None
    rows = _regions_of(before, context, known)
    wider = rows[-1] if rows else None
    if wider is None or wider.code is None or wider.code == region.code or not contains(wider.code, region.code):
        return None
    return wider


def _regions_of(sentence: Sentence, context: Context, known: dict[int, ClaimRegion]) -> list[ClaimRegion]:
    """The regions of a sentence's claims."""
    return [known[row.slots[0].index] for row in context.in_sentence(sentence) if row.slots[0].index in known]


def _beside(
    sentence: Sentence,
    main: Place,
    region: ClaimRegion,
    context: Context,
    subjects: Subjects,
    known: dict[int, ClaimRegion],
) -> bool:
    """Whether a sentence holds another place against the document's own, which it names or the one before spoke of."""
    if main.code is None or region.code is None or contains(main, region.code) or contains(region.code, main.code):
        return False
    if not _COMPARING.search(context.text, sentence.start, sentence.end):
        return False
    return any(row.place == main for row in subjects.between(sentence.start, sentence.end)) or any(
        row.code == main.code for index, row in known.items() if context.slots[index].sentence.index < sentence.index
    )


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
