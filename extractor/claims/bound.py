"""Segments that a number's own words bind to it: in its noun phrase, its predicate, or its clause before it."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.everybody import signs_up_others, start_of_subject
from extractor.claims.respectively import group_chain, joins
from extractor.model import Mention

BESIDE = re.compile(
    r"\)?[\s:–-]*(?:(?:sebanyak|sebesar|sejumlah|mencapai|capai|baru|hanya|sekitar|sekira|ada|adalah|yakni|yaitu|telah|sudah|"
    r"berjumlah|masih|tercatat|di|angka|berada)\b[\s:]*)*"
)
# "formal sebesar 41 persen informal sebanyak 12 persen": the group is the label of the number behind it
_LABELS = re.compile(r"\)?\s+(?:sebanyak|sebesar|sejumlah|berjumlah|mencapai)\s+(?:sekitar\s+)?")
BASE_OF = re.compile(r"\bdari\s+(?:total|jumlah|seluruh|keseluruhan|potensi)\b")
_PARTS = re.compile(r"\b(?:terdiri|meliputi|mencakup|rincian|rinciannya|yakni|yaitu|masing-masing)\b")
_NAMES_NEXT = re.compile(r"[\s:]+(?:(?:sebanyak|sejumlah|sebesar|baru|sekitar|ada)\s+)*")
_SO_MANY = re.compile(r"[^,.;:\d]*\b(?:sebanyak|sejumlah|berjumlah|sebesar|yakni|yaitu|atau)\s+(?:sebanyak\s+)?")
_SAVE_THAT = re.compile(  # "turun di semua segmen, kecuali non-ASN yang tumbuh 3.010 orang": those left out are counted
    r"\s+(?:dengan|yang|justru|malah)\b[^.;,\d]*\b(?:tumbuh|naik|meningkat|bertambah|menembus|turun|menurun|berkurang)\b[^.;,\d]*"
)
_PREDICATE = re.compile(
    r"(?:-?nya\b)?"
    r"\s*(?:(?:yang|di antaranya|diantaranya|(?:jumlah|angka|total) (?:itu|tersebut|ini)|merupakan|adalah|ialah|"
    r"berasal|dari|untuk|bagi|pada|di|dalam|kategori|"
    r"kelompok|segmen|sektor|kalangan|telah|sudah|terdiri|atas|kepada|peserta|pekerja|orang|tenaga|kerja|program|"
    r"lebih(?=\s+(?:berasal|merupakan|adalah|dari\s+sektor))|(?:semua|seluruh)nya(?=\s+(?:juga\s+|pula\s+)?(?:merupakan|adalah|berasal|dari|peserta|pekerja|$))|"
    r"juga(?=\s+(?:merupakan|adalah|berasal|peserta|pekerja|$))|masuk|kepesertaan|cakupan|coverage|jumlah|total|seluruh|yakni|yaitu|terlindungi|terdaftar|tercover|tercatat|terdata|resmi|pekerjanya|sebagai|lainnya|aktif|"
    r"jamsostek|bpjs|ketenagakerjaan|bpjamsostek|baru|proyek|sisanya|selebihnya|tergolong|termasuk|berstatus|dengan|status|berprofesi|masih|bekerja|asal|anggota|para|kita|kami|lagi|diserahkan|dibagikan|diterbitkan|juga(?=\s+(?:diserahkan|dibagikan|diterbitkan))|ekosistem|bidang|disektor|dibidang|"
    r"(?:ini|itu|tersebut)(?= (?:adalah|merupakan|ialah|yakni|yaitu|berasal|terdiri))|"
    r"pengurus|ketua|warga|masyarakat|perusahaan|pemilik|pelaku|pengelola|atau(?=\s+(?:pemilik|pelaku|pengelola|pekerja)))\b\s*|\([^()]{0,20}\)\s*|\((?=[A-Z]{2,5}\))|\)\s*|,\s*(?:semuanya|seluruhnya|semua)\s+|,\s*(?=adalah|merupakan|yakni|yaitu|berasal)|"
    r",\s*itu pun\s+(?:hanya\s+)?(?=untuk|bagi|dari)|(?<=untuk |.bagi )semua\s+)*",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\b(?:di luar|kecuali|tidak termasuk)\b")
_IS = re.compile(
    r"\b(?:merupakan|adalah|ialah|berprofesi|berasal|berstatus|yang bekerja|"
    r"(?:dari|di|pada) (?:sektor|segmen|kalangan))\b"
)
_NEXT_ITEM = re.compile(r",\s*(?:(?:sekitar|sebanyak|hampir|lebih dari)\s+)?")
_BESIDES = 60  # characters
_SUCH_AS = re.compile(
    r"[\s,(]*(?:seperti|misalnya|contohnya|semisal|termasuk|mulai dari|terutama|khususnya|utamanya|"
    r"(?:yang\s+)?(?:di ?dominasi|mayoritas|mayoritasnya|kebanyakan|sebagian besar|umumnya))\b[^.;\d]{0,40}",
    re.IGNORECASE,
)


def segments_behind(cluster: Cluster, context: Context) -> list[Mention]:
    """Segments in the noun phrase or the predicate behind a number of the cluster."""
    for slot in cluster.slots:
        limit = cluster.right_end if slot is cluster.slots[-1] else cluster.slots[-1].mention.start
        # the counted noun may itself be the segment ("5.000 nelayan"): look from the number's start
        for mention in context.of("SEGMENT", slot.mention.start, limit):
            lead = context.text[slot.mention.end : mention.start] if mention.start >= slot.mention.end else ""
            if _PREDICATE.fullmatch(lead) or _says_of_place(lead, slot.mention.end, mention.start, context):
                chain = (
                    [mention]
                    if not slot.is_percent and _is_listed(slot.mention, context)
                    else group_chain(context, mention, limit)
                )
                part = context.after(cluster)
                return [] if _opens_parts(context, lead, chain, part) else _without_next(chain, part, context)
            break
    return []


def _says_of_place(lead: str, start: int, end: int, context: Context) -> bool:
    """``31.000 pekerja [di Kabupaten X] yang berprofesi sebagai petani``: a place between, and a word that says so."""
    rows = context.of("REGION", start, end)
    if len(rows) != 1 or not _IS.search(lead):
        return False
    return bool(_PREDICATE.fullmatch(lead[: rows[0].start - start] + lead[rows[0].end - start :].lstrip()))


def _is_listed(count: Mention, context: Context) -> bool:
    """``meliputi pekerja proyek, 6.040 kader posyandu, serta petani``: the one group counted among others."""
    before = [row for row in context.of("SEGMENT", count.start - _BESIDES, count.start) if row.end < count.start]
    if not before or not _NEXT_ITEM.fullmatch(context.text, before[-1].end, count.start):
        return False
    first = len(before) - 1
    while first and joins(before[first - 1], before[first], context):
        first -= 1
    return not context.of("COUNT", before[first].start - _BESIDES // 2, before[-1].end)


def _opens_parts(context: Context, lead: str, chain: list[Mention], part: Cluster | None) -> bool:
    """``40.100 yang terdiri dari petani 31.000 dan nelayan 9.100``: what stands behind a whole is its part's."""
    if part is None or not _PARTS.search(lead):
        return False
    return bool(BESIDE.fullmatch(context.text, chain[-1].end, part.start))


def _without_next(chain: list[Mention], part: Cluster | None, context: Context) -> list[Mention]:
    """``2.140 peserta jakon, BPU 960, serta PU 4.410``: a group right before the next number is that number's."""
    if len(chain) < 2 or part is None or not _NAMES_NEXT.fullmatch(context.low, chain[-1].end, part.start):
        return chain
    return chain[:-1]


def _so_many(rate: Cluster, group: Mention, count: Cluster, context: Context) -> bool:
    """``mendaftarkan 100 persen honorer di Kota X sebanyak 540 orang``: a rate and a count of one group."""
    if rate.has_count or not count.has_count:
        return False
    return _SO_MANY.fullmatch(context.low, group.end, count.start) is not None


def segments_before(cluster: Cluster, decision: Decision, context: Context) -> list[Mention]:
    """Segments in the clause before the number; the last list of them."""
    start = start_of_subject(cluster, context)
    rows = [row for row in context.of("SEGMENT", start, cluster.start) if row.end <= cluster.start]
    neighbour = context.before(cluster)
    own_base = decision.kind == "denominator" and BASE_OF.search(context.text, cluster.left_start, cluster.start)
    if rows and neighbour is not None and not own_base:
        # "8.400 di sektor informal), jauh dari target 50.000": the segments of the number before
        theirs = segments_behind(neighbour, context)
        if not theirs or not _so_many(neighbour, theirs[-1], cluster, context):
            rows = [row for row in rows if row not in theirs or _LABELS.fullmatch(context.low, row.end, cluster.start)]
    outside = next(iter(_OUTSIDE.finditer(context.low, start, cluster.start)), None)
    if outside is not None and not (rows and _SAVE_THAT.fullmatch(context.low, rows[-1].end, cluster.start)):
        rows = [row for row in rows if row.start < outside.start()]  # "PU di luar jakon dan PMI": those are not counted
    if not rows:
        return []
    chains: list[list[Mention]] = []
    for row in rows:
        if chains and joins(chains[-1][-1], row, context):
            chains[-1].append(row)
        elif chains and _SUCH_AS.fullmatch(context.text, chains[-1][-1].end, row.start):
            break  # "pekerja informal seperti pedagang dan nelayan": examples do not narrow whom the number counts
        else:
            chains.append([row])
    return [] if signs_up_others(chains[-1], cluster, context) else chains[-1]
