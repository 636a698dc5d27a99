"""Which workers a number counts: the segment words bound to it, never those of a neighbour.

A segment is bound when it stands in the number's own noun phrase (``5.000 pekerja rentan dan nelayan``),
in its predicate (``merupakan pekerja formal``), or in its clause before it (``untuk segmen informal baru
P persen``). A statement that continues another (its gap, its pair) takes over the segment.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.claims.bound import BASE_OF, BESIDE, segments_before, segments_behind
from extractor.claims.carried import (
    GENERIC,
    POINTS_BACK,
    WHOLE,
    carried,
    in_other_sector,
    of_introduction,
    of_that_number,
    segment_codes,
)
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decided, Decision, units_of
from extractor.claims.everybody import (
    OCCASION,
    counts_all_there,
    follows_change,
    is_out_of_all,
    is_ucj,
    of_source,
    signs_up_others,
    start_of_subject,
    sums_up,
)
from extractor.claims.kinds.missing import OUT_OF
from extractor.claims.paid_for import of_payment
from extractor.claims.respectively import group_chain, groups_in_order
from extractor.claims.retold import of_growth, of_same_figure, of_same_noun, of_story
from extractor.claims.topic import of_topic
from extractor.model import Code, Mention

_COOPERATIVES = re.compile(
    r"\s+(?:dari\s+)?(?:(?:badan usaha|unit|pelaku|usaha)\s+)?koperasi\b"
)  # "14 persen koperasi"
_OPENING = re.compile(rf"[\"“]?\s*(?:Untuk|(?:Di|Pada)(?! {OCCASION})|Dari|Sektor|Segmen)\b[^,.;\d]{{0,60}},")
_VILLAGE_STAFF = Code("APARAT_DESA")
_THEIR_WORKERS = re.compile(
    r"\b(?:dengan|melibatkan|mempekerjakan)\b[^.;,\d]{0,20}\b(?:pekerja|tenaga kerja|peserta)\b"
)
_YET = re.compile(
    r"(?:[^.;\d]{0,20}|[^.;\d]{0,60}\b(?:namun|tetapi|tapi)) "
    r"(?:(?:ternyata|rupanya|memang|kini|saat ini) )?(?:yang \w+ )?(?:baru|hanya|cuma)"
    r"(?: (?:sekitar|sebanyak|ada))* ?"
)
_BRINGS_IN = re.compile(
    r"\s+(?:(?:yang|telah|sudah|baru|juga|ikut|dalam|untuk)\s+)*(?:mendaftarkan|mencakup|melindungi|mengikutsertakan|mengikutkan|"
    r"meng-?cover|menjamin|menanggung|membiayai)\s+(?:(?:para|seluruh|semua)\s+)?"
)
_FROM = re.compile(
    r"\b[Dd]ari\s+(?:total\s+|sasaran\s+|target\s+|sekitar\s+|sebanyak\s+|potensi\s+|jumlah\s+|seluruh\s+)*$"
)
_EVERYBODY = re.compile(
    r"\b(?:secara (?:keseluruhan|kumulatif|agregat|total|umum)|"
    r"(?:jika|bila|kalau|apabila) di(?:gabung(?:kan)?|jumlah(?:kan)?|total)|"
    r"(?:cakupan|coverage|kepesertaan|capaian|peserta) (?:secara )?(?:keseluruhan|total)|"
    r"(?:seluruh|semua|(?<!jumlah )(?<!dengan )total) (?:pekerja|tenaga kerja|peserta|segmen|sektor|kelompok)|"
    r"menambah (?:panjang )?(?:daftar|deretan|jumlah) (?:penerima|peserta|pekerja))\b"
)
_ANYBODY = re.compile(
    r"(?:pekerja|tenaga|orang|peserta|buruh|jiwa|karyawan|persen|%|desa|perusahaan|badan|pemberi|tempat)\b",
    re.IGNORECASE,
)


_BECAUSE = re.compile(r"(?:karena|sebab|dimana|di mana)\s+yang\b", re.IGNORECASE)
_SO_THAT = re.compile(r"sehingga\b", re.IGNORECASE)
_BESIDES_THEM = re.compile(
    r"\b(?:[Ss]elain|[Kk]ecuali|[Dd]i luar|[Tt]idak termasuk)\s+(?:itu\s+)?(?:untuk|bagi|pada|di)?\s*"
    r"(?:(?:sektor|segmen|peserta|pekerja|kelompok)\s+)*$"
)
_PER_VILLAGE = re.compile(
    r"\s*(?:saja\s+)?(?:dari\s+)?(?:total\s+|seluruh\s+)?(?:desa|kelurahan|gampong|nagari|kampung|pekon)\b"
)


def _counts_projects(cluster: Cluster, decision: Decision, context: Context) -> bool:
    """Whether projects are counted, or their workers (``200 proyek dengan jumlah pekerja 7.000``).

    A percentage is one of projects where these are all its sentence counts.
    """
    if "projects" in {decision.unit, *(slot.quantity.unit for slot in cluster.slots)}:
        return True
    if cluster.has_count:
        before = context.before(cluster)
        theirs = before is not None and before.slots[-1].quantity.unit == "projects"
        return theirs and bool(_THEIR_WORKERS.search(context.low, cluster.left_start, cluster.start))
    slots = [slot for row in context.in_sentence(cluster.sentence) for slot in row.slots if not slot.is_percent]
    return bool(slots) and all(slot.quantity.unit == "projects" for slot in slots)


def decide_segment(
    cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[tuple[str, ...], str | None]:
    """The segment codes of a cluster and the id of the rule that decided (None: all workers).

    ``known`` maps the first slot of clusters decided before to their segments.
    """
    if _counts_projects(cluster, decision, context):
        return ("JAKON",), "segment.projects"  # the scheme registers projects for construction alone
    if cluster.slots[0].mention.quote.lower().endswith("koperasi") or _COOPERATIVES.match(context.low, cluster.end):
        return ("KOPERASI",), "segment.cooperatives"
    if decision.rule == "kind.staff" and decision.unit == "companies":
        return (), None  # "37.000 pekerja penerima upah dengan jumlah perusahaan 1.650": employers, of no group
    everybody = list(_EVERYBODY.finditer(context.low, cluster.left_start, cluster.start))
    after = segments_behind(cluster, context)
    # "Dari total peserta yang dilindungi, N orang": everybody who was spoken of
    pointed = everybody and POINTS_BACK.match(context.text, cluster.sentence.start)
    if everybody and not pointed and not after and not context.of("SEGMENT", everybody[-1].start(), cluster.start):
        return (), None
    if not after and is_ucj(cluster, context):
        return (), None  # "pekerja rentan diutamakan, kejar 100 persen UCJ"
    ordered = [] if after else groups_in_order(cluster, context)
    if ordered:
        return segment_codes(ordered), "segment.respectively"
    before = segments_before(cluster, decision, context)
    nouns = [slot.mention for slot in cluster.slots]
    named = any(noun.start < row.start < noun.end < row.end for noun in nouns for row in after[:1])
    if before and not named and BESIDE.fullmatch(context.text, before[-1].end, cluster.start):
        return segment_codes(before), "segment.before"
    if after and before and BASE_OF.search(context.text, cluster.end, max(cluster.end, after[0].start)):
        after = []  # "peserta informal di Bali P persen dari total pekerja": those behind it are its base's
    if after:
        return segment_codes(after), "segment.after"
    if before:
        return segment_codes(before), "segment.before"
    source = decision.source
    noun = cluster.slots[0].mention.quote
    generic = cluster.has_percent or cluster.slots[0].quantity.unit is None or _ANYBODY.search(noun) is not None
    if source is not None and _noun(noun) == _noun(source.cluster.slots[0].mention.quote):
        generic = True  # "Kota X 5.550 aparat, Kota Y 2.650 aparat": the same people, named alike
    if decision.kind == "denominator" and not GENERIC.search(noun):
        generic = True  # "kader posyandu 4.905 orang dari 11.160 kader"
    if decision.kind == "denominator" and GENERIC.search(noun) and not _fits(cluster, source):
        generic = False  # "formal 71 persen dari total 402.600 pekerja": a base of workers is one of all
    units = units_of(cluster, decision)
    if "companies" in units and source is not None and source.unit == "workers" and decision.rule != "kind.staff":
        generic = False  # "1.310 perangkat desa, 51 badan usaha": in one list, and nobody's staff
    if in_other_sector(cluster, context):
        generic = False  # "di sektor garam, tidak sampai 400": of a group that has no code
    if units & {"villages", "companies"} or not cluster.has_count:
        registered = _registered_by(cluster, context)
        if registered:
            return segment_codes(registered), "segment.after"
    if source is not None and generic:
        of_all = _is_of_all(cluster, context, known) or follows_change(cluster, decision, context)
        of_all = of_all or counts_all_there(cluster, context)
        inherited = () if of_all else of_source(source, cluster, context, known)
        return inherited, "segment.continued" if inherited else None
    told = of_that_number(cluster, context, known) if units & {"villages", "companies"} else ()
    if told:  # "Untuk BPD baru 61 persen. Artinya, 790 desa belum": the same that the sentence before counts
        return told, "segment.carried"
    framed = _frame(cluster, decision, context)
    if framed:
        return segment_codes(framed), "segment.sentence"
    if (decision.kind == "gap" and _SO_THAT.match(context.text, cluster.left_start)) or _BECAUSE.match(
        context.text, cluster.left_start
    ):
        rows = list(context.of("SEGMENT", cluster.sentence.start, cluster.left_start))
        if rows and len({row.value for row in rows}) == 1 and not GENERIC.search(noun):
            return segment_codes(
                rows
            ), "segment.sentence"  # "honorer tidak rela, sehingga yang belum terdaftar 2.000 orang"
    behind = _of_base_behind(cluster, decision, context)
    if behind:
        return behind, "segment.base"
    base = _of_base(cluster, decision, context, known)
    if base:
        return base, "segment.base"
    grown = of_growth(cluster, decision, context, known)
    if grown:
        return grown, "segment.carried"
    others = is_out_of_all(cluster, context) or in_other_sector(cluster, context)
    only = () if others else _only_one(cluster, context, known)
    if only:
        return only, "segment.sentence"
    if sums_up(cluster, context, known) or counts_all_there(cluster, context):
        return (), None
    going_on = (
        of_introduction(cluster, decision, context)
        or of_same_noun(cluster, context, known)
        or carried(cluster, context, known)
        or of_payment(cluster, decision, context)
        or of_same_figure(cluster, decision, context, known)
        or of_story(cluster, context)
        or of_topic(cluster, context, known)
    )
    if not going_on or _is_of_all(cluster, context, known):
        return (), None
    return going_on, "segment.carried"


def _noun(quote: str) -> str:
    """What a quoted number counts: ``aparat`` of ``5.550 aparat``."""
    return re.sub(r"[^a-z ]", "", quote.lower()).strip()


def _only_one(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """``Jika pada 2024 dibiayai 45.000 pekerja informal, maka kini 22.000``: the one group the sentence speaks of.

    Groups that the number before counts together are one: ``informal atau BPU 8.000 aktif dan 1.300 nonaktif``.
    """
    sentence = cluster.sentence
    rows = list(context.of("SEGMENT", sentence.start, sentence.end))
    if not rows or rows[0].start > cluster.start or signs_up_others(rows[:1], cluster, context):
        return ()
    start = start_of_subject(cluster, context)
    if cluster.left_start <= rows[0].start and rows[-1].end <= start:
        return ()  # "ketua asosiasi nelayan menyebut 31.000 pekerja"
    codes, neighbour = segment_codes(rows), context.before(cluster)
    together = neighbour is not None and set(known.get(neighbour.slots[0].index, ())) == set(codes)
    if len({row.value for row in rows}) != 1 and not together:
        return ()
    if _BESIDES_THEM.search(context.text, max(sentence.start, rows[0].start - 40), rows[0].start):
        return ()
    if WHOLE.search(context.low, rows[-1].end if rows[-1].end < cluster.start else rows[0].end, cluster.near_end):
        return ()
    return codes


def _fits(cluster: Cluster, source: Decided | None) -> bool:
    """Whether the base gives the percentage of the count before it: then both are of the same workers."""
    slots = source.cluster.slots if source is not None else ()
    counts = [slot.quantity.value for slot in slots if not slot.is_percent]
    rates = [slot.quantity.value for slot in slots if slot.is_percent]
    base = cluster.slots[0].quantity.value
    if not counts or not rates or not base:
        return False
    step = Decimal(1).scaleb(int(rates[0].as_tuple().exponent))
    return abs(counts[0] / base * 100 - rates[0]) <= max(step, rates[0] / 200)


def _frame(cluster: Cluster, decision: Decision, context: Context) -> list[Mention]:
    """``Untuk jasa konstruksi, ...``: a segment set before the first comma frames the whole sentence.

    Villages and companies take the segment of the staff they register, wherever the sentence names it.
    """
    sentence = cluster.sentence
    units = units_of(cluster, decision)  # "15 persen atau 34 desa" too
    if not units & {"villages", "companies"} and _PER_VILLAGE.match(context.low, cluster.slots[0].mention.end):
        rows = context.of("SEGMENT", cluster.start, sentence.end)  # "31 persen desa yang aparaturnya terdaftar"
        return [row for row in rows if row.value == _VILLAGE_STAFF][:1]
    if units & {"villages", "companies"}:
        # a story about the staff of villages counts villages for nobody else
        rows = context.of("SEGMENT") if "villages" in units else ()
        staff = [row for row in rows if row.value == _VILLAGE_STAFF]
        title = [row for row in rows if row.start < context.document.title_end]
        if title and _VILLAGE_STAFF not in {row.value for row in title}:  # and one about others counts them for these
            staff = [row for row in staff if sentence.start <= row.start < sentence.end]
        return staff[:1]
    opening = _OPENING.match(context.text, sentence.start, cluster.start)
    return list(context.of("SEGMENT", sentence.start, opening.end())) if opening else []


def _registered_by(cluster: Cluster, context: Context) -> list[Mention]:
    """``214 desa mencakup pekerja rentan``, ``90 persen mendaftarkan guru``: whom places or employers bring in."""
    verb = _BRINGS_IN.match(context.low, cluster.end, cluster.right_end)
    rows = context.of("SEGMENT", verb.end(), verb.end() + 1) if verb else ()
    return group_chain(context, rows[0], cluster.right_end) if rows else []


def _of_base(
    cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """``Dari 3.115 petani ..., 1.246 orang``: a level or gap has the segment of the base it is counted out of.

    So has what a sentence tells of them by ``namun baru``, ``hanya``: ``ada 9.000 petani di Kota X, namun baru 1.200``.
    """
    if decision.kind not in ("achieved", "gap") or cluster.first_in_sentence:
        return ()
    rows = [
        row
        for row in context.slots
        if row.sentence.index == cluster.sentence.index and row.mention.end <= cluster.start
    ]
    base = rows[-1] if rows else None
    if base is None:
        return ()
    out_of = base.index in known and _FROM.search(context.text[max(0, base.mention.start - 20) : base.mention.start])
    if out_of:
        return known[base.index]
    if base.is_percent or not _YET.fullmatch(context.low, base.mention.end, cluster.start):
        return ()
    if GENERIC.search(context.low, cluster.start, cluster.near_end) or not _is_less(cluster, base.quantity.value):
        return ()
    row = context.cluster_of(base)
    return known.get(row.slots[0].index) or segment_codes(segments_behind(row, context))


def _is_less(cluster: Cluster, base: Decimal) -> bool:
    return all(slot.is_percent or slot.quantity.value < base for slot in cluster.slots)


def _is_of_all(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> bool:
    """Whether arithmetic says that a number is one of all workers, whatever was spoken of just before it.

    A percentage that a count of all workers gives; a whole whose parts are of different groups.
    """
    slot = cluster.slots[0]
    if cluster.has_percent:
        ratio = None if cluster.has_count else context.relations.ratio_of(slot)
        if ratio is None or ratio.rate is not slot:
            return False
        return known.get(context.cluster_of(ratio.part).slots[0].index) == ()
    parts = next((row.parts for row in context.relations.sums if row.total is slot), ())
    clusters = [context.cluster_of(part) for part in parts]
    groups = {known.get(row.slots[0].index) or segment_codes(segments_behind(row, context)) for row in clusters}
    return len(groups - {()}) > 1


def _of_base_behind(cluster: Cluster, decision: Decision, context: Context) -> tuple[str, ...]:
    """``40 persen dari 3.000 pengemudi ojek daring``: a level has the segment of the base right behind it."""
    row = context.after(cluster)
    if (
        decision.kind not in ("achieved", "gap")
        or row is None
        or not OUT_OF.fullmatch(context.text, cluster.end, row.start)
    ):
        return ()
    return segment_codes(segments_behind(row, context))
