"""Which workers a number counts: the segment words bound to it, never those of a neighbour.

A segment is bound when it stands in the number's own noun phrase (``5.000 pekerja rentan dan nelayan``),
in its predicate (``merupakan pekerja formal``), or in its clause before it (``untuk segmen informal baru
P persen``). A statement that continues another (its gap, its pair) takes over the segment.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decided, Decision
from extractor.language import Sentence
from extractor.model import Code, Mention, Place

_JOIN = re.compile(
    r"\s*(?:,|dan|serta|/|maupun|atau|hingga|&|\(|,\s*(?:dan|serta|maupun))?\s*(?:(?:para|anggota|pengurus|ketua|kelompok|di|"
    r"sektor|disektor|pada)\s+)*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[\s:–-]*(?:(?:sebanyak|sebesar|sejumlah|mencapai|capai|baru|hanya|sekitar|sekira|ada|adalah|yakni|yaitu|telah|sudah|"
    r"berjumlah|masih|tercatat|di|angka|berada)\b[\s:]*)*"
)
_OPENING = re.compile(r"[\"“]?\s*(?:Untuk|Di|Pada|Dari|Sektor|Segmen)\b[^,.;\d]{0,60},")
_POINTS_BACK = re.compile(
    r"[\"“]?\s*[Dd]ari\s+(?:(?:jumlah|total|angka)(?:\s+\w+)?\s+(?:itu|tersebut|ini)|"
    r"(?:jumlah|total)\s+(?:peserta|pekerja)\s+yang\s+(?:di|ter)(?:lindungi|daftar(?:kan)?|cover))\b"
)
_OUT_OF = re.compile(r"\s+dari\s+(?:(?:total|sekitar|seluruh|jumlah|sebanyak)\s+)*", re.IGNORECASE)
_BASE_OF = re.compile(r"\bdari\s+(?:total|jumlah|seluruh|keseluruhan|potensi)\b")
_FROM = re.compile(r"\b[Dd]ari\s+(?:total\s+|sekitar\s+|sebanyak\s+|potensi\s+|jumlah\s+|seluruh\s+)*$")
_EVERYBODY = re.compile(
    r"\b(?:secara keseluruhan|(?:seluruh|semua|(?<!jumlah )total) (?:pekerja|tenaga kerja|peserta|segmen))\b"
)
_ANYBODY = re.compile(
    r"(?:pekerja|tenaga|orang|peserta|buruh|jiwa|karyawan|persen|%|desa|perusahaan|badan|pemberi|tempat)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b[Ss]elain\b[^,.;]{0,60},|\bdari (?:total|semesta|jumlah|keseluruhan)\b")
_GENERIC = re.compile(
    r"\b(?:pekerja|tenaga kerja|penduduk|buruh|karyawan|angkatan kerja|perusahaan|badan usaha)\b", re.IGNORECASE
)
_PREDICATE = re.compile(
    r"(?:-?nya\b)?"
    r"\s*(?:(?:yang|di antaranya|diantaranya|(?:jumlah|angka|total) (?:itu|tersebut|ini)|merupakan|adalah|ialah|"
    r"berasal|dari|untuk|bagi|pada|di|dalam|kategori|"
    r"kelompok|segmen|sektor|kalangan|telah|sudah|terdiri|atas|kepada|peserta|pekerja|orang|tenaga|kerja|program|"
    r"masuk|kepesertaan|cakupan|coverage|jumlah|total|seluruh|yakni|yaitu|terlindungi|terdaftar|tercover|pekerjanya|sebagai|lainnya|aktif|"
    r"jamsostek|bpjs|ketenagakerjaan|bpjamsostek|baru|proyek|sisanya|selebihnya|tergolong|termasuk|berstatus|dengan|status|berprofesi|masih|bekerja|asal|anggota|para|lagi|ekosistem|bidang|disektor|dibidang|"
    r"pengurus|ketua|warga|masyarakat)\b\s*|\([^()]{0,20}\)\s*|\)\s*|,\s*(?:semuanya|seluruhnya|semua)\s+|,\s*(?=adalah|merupakan|yakni|yaitu|berasal))*",
    re.IGNORECASE,
)


_BECAUSE = re.compile(r"(?:karena|sebab|dimana|di mana)\s+yang\b", re.IGNORECASE)
_SO_THAT = re.compile(r"sehingga\b", re.IGNORECASE)
_THIS_GROUP = re.compile(
    r"\b(?:kelompok|segmen|sektor|kategori|golongan|kalangan)\s+(?:ini|itu|tersebut)\b|"
    r"\b(?:jumlah|banyaknya) (?:pekerja|tenaga kerja)(?: \w+){0,2} (?:itu|tersebut)\b",
    re.IGNORECASE,
)
_COVERAGE = re.compile(r"\b(?:cakupan|coverage|kepesertaan|UCJ)\b", re.IGNORECASE)
_INTRODUCES = re.compile(  # "Kelompok kedua adalah informal, misalnya nelayan. Potensinya N"
    r"[\"“]?(?:Sementara itu|Sedangkan|Adapun|Khusus|Di sisi lain)\b,?\s*(?:untuk|di|pada|bagi)\s+"
    r"(?:sektor|segmen|kelompok|kategori)?\s*$|[\"“]?Untuk\s+(?:sektor|segmen|kelompok|kategori)?\s*$|"
    r"[\"“]?(?:Kelompok|Segmen|Kategori|Golongan|Yang)\s+(?:pertama|kedua|ketiga|keempat|lain|lainnya|berikutnya|satunya)\b"
    r"\s*,?\s*(?:adalah|yakni|yaitu|ialah|merupakan)?\s*(?:pekerja|sektor|segmen)?\s*$"
)
_WHOLE = re.compile(
    r"\b(?:cakupan|coverage|kepesertaan|ucj|total|seluruh|semua|keseluruhan|lainnya|selain|sementara|sedangkan|namun|adapun)\b|"
    r"\bjumlah (?:peserta|kepesertaan) (?:yang )?aktif\b"
)
_ALL_MEMBERS = re.compile(
    r"\b(?:jumlah|total)\s+(?:peserta|kepesertaan)\s+(?:yang\s+)?aktif\s+(?:bpjs|bpjamsostek|jamsostek|di|pada|se)\b"
)
_OTHER_SECTOR = re.compile(r"\b(?:di|pada|untuk|dari)\s+(?:sektor|segmen|bidang)\s+(?!ini|itu|tersebut|jasa|ini)\w+")
_OUTSIDE = re.compile(r"\b(?:di luar|kecuali|tidak termasuk)\b")
_BESIDES = 60  # characters between segments that are named together
_BESIDES_THEM = re.compile(r"\b[Ss]elain\s+(?:itu\s+)?(?:untuk|bagi|pada|di)?\s*$")
_GOES_ON = re.compile(r"[\"“]?(?:Lalu|Kemudian|Terus|Selanjutnya|Berikutnya|Disusul|Diikuti|Menyusul)\b")
_SUCH_AS = re.compile(
    r"[\s,(]*(?:seperti|misalnya|contohnya|semisal|termasuk|mulai dari)\b[^.;\d]{0,40}", re.IGNORECASE
)

_COMPLEMENTS = ({"FORMAL", "INFORMAL"}, {"PU", "BPU"})


def _codes(mentions: list[Mention]) -> tuple[str, ...]:
    """The codes of a list; ``baik formal maupun informal`` are all workers."""
    codes = tuple(dict.fromkeys(row.value.code for row in mentions if isinstance(row.value, Code)))
    return () if any(pair <= set(codes) for pair in _COMPLEMENTS) else codes


def _chain(context: Context, first: Mention, end: int) -> list[Mention]:
    """A segment and those listed after it: ``pekerja rentan, nelayan dan petani``."""
    chain = [first]
    for mention in context.of("SEGMENT", first.end, end):
        if not _JOIN.fullmatch(context.text, chain[-1].end, mention.start):
            break
        chain.append(mention)
    return chain


def _after(cluster: Cluster, context: Context) -> list[Mention]:
    """Segments in the noun phrase or the predicate behind a number of the cluster."""
    for slot in cluster.slots:
        limit = cluster.right_end if slot is cluster.slots[-1] else cluster.slots[-1].mention.start
        # the counted noun may itself be the segment ("5.000 nelayan"): look from the number's start
        for mention in context.of("SEGMENT", slot.mention.start, limit):
            lead = context.text[slot.mention.end : mention.start] if mention.start >= slot.mention.end else ""
            if _PREDICATE.fullmatch(lead):
                return _chain(context, mention, limit)
            break
    return []


def _before(cluster: Cluster, decision: Decision, context: Context) -> list[Mention]:
    """Segments in the clause before the number; the last list of them."""
    start = cluster.left_start
    for word in _APART.finditer(context.text, start, cluster.start):
        start = word.end()
    rows = [row for row in context.of("SEGMENT", start, cluster.start) if row.end <= cluster.start]
    neighbour = context.before(cluster)
    own_base = decision.kind == "denominator" and _BASE_OF.search(context.text, cluster.left_start, cluster.start)
    if (
        neighbour is not None and not own_base
    ):  # "8.400 di sektor informal), jauh dari target 50.000": the segment of the number before
        rows = [row for row in rows if not _PREDICATE.fullmatch(context.text, neighbour.end, row.start)]
    outside = next(iter(_OUTSIDE.finditer(context.low, start, cluster.start)), None)
    if outside is not None:
        rows = [row for row in rows if row.start < outside.start()]  # "PU di luar jakon dan PMI": those are not counted
    if not rows:
        return []
    chains: list[list[Mention]] = []
    for row in rows:
        such_as = _SUCH_AS.fullmatch(context.text, chains[-1][-1].end, row.start) if chains else None
        if such_as:
            break  # "pekerja informal seperti pedagang dan nelayan": examples do not narrow whom the number counts
        if chains and _JOIN.fullmatch(context.text, chains[-1][-1].end, row.start):
            chains[-1].append(row)
        else:
            chains.append([row])
    return chains[-1]


def decide_segment(
    cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[tuple[str, ...], str | None]:
    """The segment codes of a cluster and the id of the rule that decided (None: all workers).

    ``known`` maps the first slot of clusters decided before to their segments.
    """
    if (decision.unit or cluster.slots[0].quantity.unit) == "projects":
        return ("JAKON",), "segment.projects"  # the scheme registers projects for construction alone
    if cluster.slots[0].mention.quote.lower().endswith("koperasi"):
        return ("KOPERASI",), "segment.cooperatives"
    everybody = list(_EVERYBODY.finditer(context.low, cluster.left_start, cluster.start))
    after = _after(cluster, context)
    if everybody and not after and not context.of("SEGMENT", everybody[-1].start(), cluster.start):
        return (), None
    before = _before(cluster, decision, context)
    nouns = [slot.mention for slot in cluster.slots]
    named = any(noun.start < row.start < noun.end < row.end for noun in nouns for row in after[:1])
    if before and not named and _BESIDE.fullmatch(context.text, before[-1].end, cluster.start):
        return _codes(before), "segment.before"
    if after and before and _BASE_OF.search(context.text, cluster.end, max(cluster.end, after[0].start)):
        after = []  # "peserta informal di Bali P persen dari total pekerja": those behind it are its base's
    if after:
        return _codes(after), "segment.after"
    if before:
        return _codes(before), "segment.before"
    source = decision.source
    noun = cluster.slots[0].mention.quote
    generic = cluster.has_percent or cluster.slots[0].quantity.unit is None or _ANYBODY.search(noun) is not None
    if source is not None and _noun(noun) == _noun(source.cluster.slots[0].mention.quote):
        generic = True  # "Kota X 5.550 aparat, Kota Y 2.650 aparat": the same people, named alike
    if decision.kind == "denominator" and not _GENERIC.search(noun):
        generic = True  # "kader posyandu 4.905 orang dari 11.160 kader"
    if decision.kind == "denominator" and _GENERIC.search(noun) and not _fits(cluster, source):
        generic = False  # "formal 71 persen dari total 402.600 pekerja": a base of workers is one of all
    units = {decision.unit, *(slot.quantity.unit for slot in cluster.slots)}
    if "companies" in units and source is not None and source.unit == "workers" and decision.rule != "kind.staff":
        generic = False  # "1.310 perangkat desa, 51 badan usaha": in one list, and nobody's staff
    if _OTHER_SECTOR.search(context.low, cluster.left_start, cluster.start):
        generic = False  # "di sektor garam, tidak sampai 400": of a group that has no code
    if source is not None and generic:
        inherited = known.get(source.cluster.slots[0].index, ())
        return inherited, "segment.continued" if inherited else None
    framed = _frame(cluster, decision, context)
    if framed:
        return _codes(framed), "segment.sentence"
    if (decision.kind == "gap" and _SO_THAT.match(context.text, cluster.left_start)) or _BECAUSE.match(
        context.text, cluster.left_start
    ):
        rows = list(context.of("SEGMENT", cluster.sentence.start, cluster.left_start))
        if rows and len({row.value for row in rows}) == 1 and not _GENERIC.search(noun):
            return _codes(rows), "segment.sentence"  # "honorer tidak rela, sehingga yang belum terdaftar 2.000 orang"
    behind = _of_base_behind(cluster, decision, context)
    if behind:
        return behind, "segment.base"
    base = _of_base(cluster, decision, context, known)
    if base:
        return base, "segment.base"
    grown = _of_growth(cluster, decision, context, known)
    if grown:
        return grown, "segment.carried"
    only = _only_one(cluster, context)
    if only:
        return only, "segment.sentence"
    carried = _carried(cluster, context, known)
    return (carried, "segment.carried") if carried else ((), None)


def _noun(quote: str) -> str:
    """What a quoted number counts: ``aparat`` of ``5.550 aparat``."""
    return re.sub(r"[^a-z ]", "", quote.lower()).strip()


def _of_growth(
    cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """``36 ribu pekerja keagamaan. Lalu jumlah peserta naik menjadi 56 ribu``: what grows was told just before."""
    if decision.rule not in ("kind.achieved.become", "kind.change.word") or cluster.has_percent:
        return ()
    sentence = cluster.sentence
    before = [row for row in context.slots if row.index in known and row.mention.start < cluster.start]
    if not before or sentence.index - before[-1].sentence.index > 1 or before[-1].is_percent:
        return ()
    here = cluster.slots[0].quantity.value
    near = before[-1].quantity.value < here * 3 and here < before[-1].quantity.value * 3
    whole = _WHOLE.search(context.low, cluster.left_start, cluster.near_end)
    return known[before[-1].index] if near and not whole else ()


def _only_one(cluster: Cluster, context: Context) -> tuple[str, ...]:
    """``Jika pada 2024 dibiayai 45.000 pekerja informal, maka kini 22.000``: the one group the sentence speaks of."""
    sentence = cluster.sentence
    rows = list(context.of("SEGMENT", sentence.start, sentence.end))
    if not rows or len({row.value for row in rows}) != 1 or rows[0].start > cluster.start:
        return ()
    if _BESIDES_THEM.search(context.text, max(sentence.start, rows[0].start - 20), rows[0].start):
        return ()
    if _WHOLE.search(context.low, rows[-1].end if rows[-1].end < cluster.start else rows[0].end, cluster.near_end):
        return ()
    return _codes(rows)


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
    units = {decision.unit, *(slot.quantity.unit for slot in cluster.slots)}  # "15 persen atau 34 desa" too
    if units & {"villages", "companies"}:
        # a story about the staff of villages counts villages for nobody else
        rows = context.of("SEGMENT") if "villages" in units else ()
        return [row for row in rows if row.value == Code("APARAT_DESA")][:1]
    opening = _OPENING.match(context.text, sentence.start, cluster.start)
    return list(context.of("SEGMENT", sentence.start, opening.end())) if opening else []


def _of_base(
    cluster: Cluster, decision: Decision, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """``Dari 3.115 petani ..., 1.246 orang``: a level has the segment of the base it is counted out of."""
    if decision.kind != "achieved" or cluster.first_in_sentence:
        return ()
    rows = [row for row in context.slots if row.index in known and row.sentence.index == cluster.sentence.index]
    before = [row for row in rows if row.mention.end <= cluster.start]
    if not before or not _FROM.search(context.text[max(0, before[-1].mention.start - 20) : before[-1].mention.start]):
        return ()
    return known[before[-1].index]


def _of_base_behind(cluster: Cluster, decision: Decision, context: Context) -> tuple[str, ...]:
    """``40 persen dari 3.000 pengemudi ojek daring``: a level has the segment of the base right behind it."""
    row = context.after(cluster)
    if (
        decision.kind not in ("achieved", "gap")
        or row is None
        or not _OUT_OF.fullmatch(context.text, cluster.end, row.start)
    ):
        return ()
    return _codes(_after(row, context))


def _carried(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The segment of what came before, when this sentence leaves out whom it counts.

    A sentence that names workers itself (``pekerja``, ``tenaga kerja``) is about them.
    """
    sentence = cluster.sentence
    if sentence.index == 0 or _OTHER_SECTOR.search(context.low, cluster.left_start, cluster.start):
        return ()
    before = context.parsed.sentences[sentence.index - 1]
    own = context.of("SEGMENT", sentence.start, sentence.end)
    if not own and _THIS_GROUP.search(context.text, cluster.left_start, cluster.near_end):
        named = context.of("SEGMENT", before.start, cluster.start)
        return _codes([row for row in named if row.start >= named[-1].start - _BESIDES]) if named else ()
    if not own and before.paragraph == sentence.paragraph:
        introduced = list(context.of("SEGMENT", before.start, before.end))
        if introduced and _INTRODUCES.match(context.text, before.start, introduced[0].start):
            return _codes(introduced[:1])
    if own or _GENERIC.search(context.text, sentence.start, max(cluster.end, cluster.near_end)):
        listed = not own and before.paragraph == sentence.paragraph and _listed(sentence.index, context, known)
        return listed or ()
    pointed = _POINTS_BACK.match(context.text, sentence.start)
    if before.paragraph == sentence.paragraph or pointed:
        return _listed(sentence.index, context, known) or _of_sentence_before(cluster, before, context)
    return _of_headline(cluster, context, known)


def _listed(index: int, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """``... di Raja Ampat. Lalu, di Kabupaten Sorong N orang``: the next of a list that the sentence before began."""
    rows = [row.index for row in context.slots if row.sentence.index == index - 1 and row.index in known]
    goes_on = _GOES_ON.match(context.text, context.parsed.sentences[index].start)
    return known[rows[-1]] if rows and goes_on else ()


def _of_sentence_before(cluster: Cluster, before: Sentence, context: Context) -> tuple[str, ...]:
    """``... pekerja rentan yang terlindungi. Dari sebelumnya 14.500 orang, kini 85.000 orang``: its one segment."""
    if cluster.has_percent and "UCJ" in context.text[cluster.left_start : cluster.near_end]:
        return ()  # "Targetnya 100% UCJ": of all
    places = context.of("REGION", cluster.left_start, cluster.start)
    pointed = _POINTS_BACK.match(context.text, cluster.sentence.start)  # "Dari jumlah itu, Kota X menanggung N orang"
    if not pointed and any(isinstance(row.value, Place) and row.value.level != "country" for row in places):
        return ()  # a new place is a new subject
    rows = list(context.of("SEGMENT", before.start, before.end))
    return _codes(rows) if len({row.value for row in rows}) == 1 else ()


def _counts_only(cluster: Cluster, context: Context) -> bool:
    """The first number of a story, a count of people with no word of its own for whom: those of the headline."""
    if cluster.has_percent or not cluster.first_in_sentence or cluster.slots[0].quantity.unit != "workers":
        return False
    return not _COVERAGE.search(context.text, cluster.left_start, cluster.near_end)


def _of_headline(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """A story whose headline names one segment goes on with it as long as its numbers do."""
    rows = list(context.of("SEGMENT", 0, context.document.title_end))
    title_end = context.document.title_end
    before = [row for row in context.slots if row.index in known and title_end <= row.mention.start < cluster.start]
    if not rows or len({row.value for row in rows}) != 1:
        return ()
    if not cluster.has_percent and _ALL_MEMBERS.search(context.low, cluster.left_start, cluster.start):
        return ()  # "jumlah peserta aktif BPJS Ketenagakerjaan bertambah 12.400 orang"
    if not before:
        return _codes(rows) if _counts_only(cluster, context) else ()
    if cluster.has_percent and _COVERAGE.search(context.text, cluster.left_start, cluster.start):
        return ()  # "mendongkrak cakupan 0,7 persen": of all
    codes, last = _codes(rows), before[-1]
    near = cluster.sentence.paragraph - last.sentence.paragraph <= 2
    return codes if near and known[last.index] == codes else ()
