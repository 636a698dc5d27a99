"""Words that say that a number is one of all workers, though a group is named in its sentence.

``Berkat program bagi nelayan, cakupan Kota X naik menjadi 40 persen``: the group is what helped, not whom it counts.
"""

from __future__ import annotations

import re

from extractor.claims.carried import GENERIC
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decided, Decision
from extractor.model import Code, Mention

_COVER = (
    r"(?:cakupan|coverage|kepesertaan|ucj|universal coverage|capaian (?:ucj|cakupan|kepesertaan|universal)|"
    r"tingkat (?:kepesertaan|per?lindungan)|(?:jumlah|total) (?:peserta|kepesertaan))\b"
)
OCCASION = r"(?:hadapan|depan|sela|tengah|acara|kesempatan|kegiatan|peringatan|pertemuan|rapat|momen)\b"
_APART = re.compile(
    r"\b(?:selain|ber(?:beda|lainan) (?:dari|dengan)|lain halnya dengan|tidak seperti|"
    r"(?:dibanding(?:kan)?|ketimbang) (?:pekerja|peserta|sektor|segmen|kelompok))\b[^,.;]{0,60},|"
    r"\bdari (?:total|semesta|jumlah|keseluruhan)\b"
)
_MEANS = re.compile(  # "Setelah petani didaftarkan, cakupan di Kota X"
    r"[\"“]?\s*(?:namun |dan |kini )?(?:berkat|melalui|lewat|dengan|setelah|sesudah|usai|seiring|sejak|sambil|meski|"
    r"walau)\b"
    rf"[^,.;]{{0,120}},(?=[^,.;]{{0,40}}\b{_COVER})"
)
_AIM = re.compile(  # "fokus pada nelayan untuk mengejar UCJ"
    r"\b(?:untuk|demi|guna|dalam rangka|dalam upaya|sehingga|hingga|agar|supaya) (?:dapat |bisa )?"
    r"(?:mencapai|mengejar|memenuhi|meningkatkan|mewujudkan|menuju|menaikkan|mendongkrak|mempercepat|mendorong)\b"
    rf"[^.;,\d]{{0,40}}\b{_COVER}"
)
_SAYS = re.compile(  # "Ketua asosiasi nelayan menyebut 31.000 pekerja": who says it is not whom it counts
    r"\b(?:menyebut(?:kan)?|mengatakan|menjelaskan|mengungkapkan|menyampaikan|memaparkan|menuturkan|menerangkan|"
    r"menambahkan|menyatakan|membeberkan)\b"
)
_HEAD_OF_ONE = re.compile(  # "Kepala Desa Karanganyar mengatakan": one of them, who speaks
    r"[\"“]?(?:Menurut )?(?:Kepala [A-Z]\w+|Kades|Keuchik|Wali Nagari|Perbekel|Kuwu|Peratin|Ketua [A-Z]\w+) [A-Z]"
)
_TOPIC = re.compile(
    r"[\"“]?\s*(?:sementara |sedangkan |adapun |sementara itu,? |dan )?"
    rf"(?:untuk|bagi|terkait|soal|mengenai|khusus|tentang|dari|(?:pada|di)(?! {OCCASION}))\b"
)
_CLAUSE_OF_ALL = re.compile(
    r"(?:karena|sebab|lantaran|padahal|mengingat|namun|sementara|sedangkan)\b[^.;,\d]{0,40}"
    r"\bdari (?:total |sekitar |jumlah )*$"
)
_TOTAL = re.compile(r"\b(?:total(?:nya)?|(?:ke)?seluruh(?:an)?nya)\b")
_TOLD_BEFORE = 3  # sentences
_UCJ = re.compile(r"\s*(?:ucj|universal coverage)\b")
_INCLUDING = re.compile(r"\b(?:termasuk|di ?antaranya|terdiri|rincian(?:nya)?|(?:me|ter)rinci)\b")
_THAT_SUM = re.compile(
    r"[\"“]?(?:(?:Jumlah|Angka|Total)(?: peserta| pekerja| tenaga kerja)?(?:nya)? (?:itu|ini|tersebut)\b|"
    r"(?:Mereka|Semuanya|Keseluruhannya) (?:itu )?(?:ter)?sebar\b)"
)
_ACTIVE_THERE = re.compile(  # "386 atlet terdaftar, sedikit dibanding 61.300 peserta aktif di kabupaten ini"
    r"\s+aktif\b(?:\s+(?:bpjs ketenagakerjaan|jamsostek|bpjamsostek))?(?:\s+yang\s+\w+)?\s+(?:di|se)[\s-]"
)
_OUTSIDE_THEM = re.compile(  # "Di luar proyek, warga X yang menjadi peserta 42.900": those not told of before
    r"[\"“]?(?:Namun,? |Adapun |Sedangkan )?[Dd]i luar (?:sektor|segmen|kelompok|kalangan|golongan|proyek)\b"
    r"[^.;,\d]{0,40},"
)
_HELPERS = tuple(Code(code) for code in ("RT_RW", "KADER", "APARAT_DESA", "BPD"))
_SIGNS_UP = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s+(?!yang\b)[a-z]+){0,4}?\s+(?:mendaftarkan|merekrut|menjaring|menggaet|mengajak|mengakuisisi|mengikutsertakan|melindungi)"
    r"\s+(?!diri)"
)


def start_of_subject(cluster: Cluster, context: Context) -> int:
    """Where the words begin that may say whom a number counts: behind what only helps it, or is set against it."""
    start = cluster.left_start
    means = _MEANS.match(context.low, start, cluster.start)
    if means:
        start = means.end()
    says = list(_SAYS.finditer(context.low, start, cluster.start))
    if says and not _TOPIC.match(context.low, start):
        own = GENERIC.search(cluster.slots[0].mention.quote) or re.search(
            _COVER, context.low[says[-1].end() : cluster.start]
        )
        start = says[-1].end() if own or _HEAD_OF_ONE.match(context.text, cluster.sentence.start) else start
    for pattern in (_APART, _AIM):
        for word in pattern.finditer(context.low, start, cluster.start):
            start = word.end()
    return start


def is_ucj(cluster: Cluster, context: Context) -> bool:
    """Whether a percentage is called the universal coverage, an indicator of all workers: ``kejar 100 persen UCJ``."""
    return cluster.has_percent and _UCJ.match(context.low, cluster.end) is not None


def follows_change(cluster: Cluster, decision: Decision, context: Context) -> bool:
    """``Dengan tambahan 5.200 pekerja rentan, cakupan Kota X menjadi 38 persen``: the level is not that of the new."""
    source = decision.source
    if source is None or source.decision.kind != "change" or not cluster.has_percent or not source.cluster.has_count:
        return False
    return re.search(rf"\b{_COVER}", context.low[source.cluster.end : cluster.start]) is not None


def is_out_of_all(cluster: Cluster, context: Context) -> bool:
    """``mengajak nelayan mendaftar, sebab dari 98.000 pekerja baru 31.000``: a clause of its own, with a base of all.

    True of the base and of what is counted out of it.
    """
    before = context.before(cluster)
    for base in (cluster, before):
        if base is None or not GENERIC.search(base.slots[0].mention.quote):
            continue
        words = context.low[base.left_start : base.start]
        if _CLAUSE_OF_ALL.match(words) and base.left_start > cluster.sentence.start:
            return True
    return False


def sums_up(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> bool:
    """``1.500 guru ngaji. Tukang becak 420. Total ada 6.900 orang``: the total behind several groups is of them all."""
    if not cluster.has_count or not _TOTAL.search(context.low, cluster.left_start, cluster.start):
        return False
    index, value = cluster.sentence.index, cluster.slots[0].quantity.value
    near = [
        row for row in context.slots[: cluster.slots[0].index]
        if row.index in known and index - row.sentence.index <= _TOLD_BEFORE and not row.is_percent
    ]  # fmt: skip
    return len({known[row.index] for row in near}) > 1 and all(row.quantity.value < value for row in near)


def counts_all_there(cluster: Cluster, context: Context) -> bool:
    """Whether a number whose clause names no group is one of all active members of a place, or of all but the group."""
    if context.of("SEGMENT", cluster.left_start, cluster.near_end):
        return False
    last = cluster.slots[-1].mention
    if last.quote.lower().endswith("peserta") and _ACTIVE_THERE.match(context.low, last.end):
        return True
    return _OUTSIDE_THEM.match(context.text, cluster.sentence.start) is not None


def of_source(
    source: Decided, cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """``5.600 pekerja rentan, termasuk 800 marbot. Tahun depan menjadi 7.500 orang``: the whole, not its last part."""
    rows = context.in_sentence(source.cluster.sentence)
    own = known.get(source.cluster.slots[0].index, ())
    if source.cluster.sentence.index == cluster.sentence.index or rows[0].slots[0].index not in known:
        return own
    if _THAT_SUM.match(context.text, cluster.sentence.start):
        fits = context.relations.sum_with(source.cluster.slots[0])
        if fits is not None:  # "A pekerja, yakni B formal dan C informal. Jumlah itu tersebar di X": of A, not of C
            return known.get(fits.total.index, own)
    if sums_up(cluster, context, known):
        return ()
    if len(rows) > 1 and _INCLUDING.search(context.low, rows[0].sentence.start, rows[0].start):
        whole = [row.index for row in context.slots if row.index in known and row.mention.end <= rows[0].sentence.start]
        return known[whole[-1]] if whole else own  # "Jumlah itu terdiri atas 5.600 formal dan 2.540 informal"
    behind = source.cluster.start > rows[0].end and _INCLUDING.search(context.low, rows[0].end, rows[1].start)
    return known[rows[0].slots[0].index] if behind else own


def signs_up_others(chain: list[Mention], cluster: Cluster, context: Context) -> bool:
    """``setiap kepala dusun mendaftarkan 40 pekerja``: those who sign up others are not those counted."""
    if not any(row.value in _HELPERS for row in chain):
        return False
    verb = _SIGNS_UP.match(context.low, chain[-1].end, cluster.start)
    return verb is not None and not context.of("SEGMENT", verb.end(), cluster.start)
