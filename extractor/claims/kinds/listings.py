"""Places and groups that a list goes through: its items, the bare numbers of one, its first and last."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decided, Decision
from extractor.claims.kinds.apart import value_of
from extractor.claims.openings import tells_from

_RANK = re.compile(
    r"\b(?:tertinggi|terendah|terbanyak|terbesar|terkecil|"
    r"paling (?:banyak|sedikit|tinggi|rendah|besar|kecil|minim|maju|baik|progresif|unggul|aktif|tertinggal|lambat))\b"
)
_DECIDES = (*COVER, "uncovered", "target", "planned")
_AS_FOLLOWS = re.compile(r"\b(?:berikut|yakni|yaitu|rinciannya|perinciannya|antara lain)\s*:")
_SUCH_AS_THESE = re.compile(r"\s*,?\s*(?:di ?antaranya|antara lain|yakni|yaitu|seperti|meliputi)\s+")
_BARE_PLACE = re.compile(
    r"[:,;]\s*(?:dan\s+|serta\s+)?(?:(?:Pemprov|Pemkab|Pemkot|Pemda|Provinsi|Kabupaten|Kab\.?|Kota)\s+)?(?:[A-Z][\w.]*\s+){1,4}$"
)
_PEOPLE = re.compile(r"\b(?:pekerja|tenaga|peserta|buruh|karyawan|guru|orang)\b")
# How a sentence begins that only lists: "Rinciannya", "Mulai dari Dolo", "Mereka tersebar di", "Kedua daerah itu yakni"
_LISTS = re.compile(
    r"[\"“]?(?:(?:adapun|sementara(?: itu)?|sedangkan|untuk|dengan|berikut(?: ini)?|ini|di mana|yang),?\s+)*"
    r"(?:(?:jumlah\s+)?(?:(?:pe)?rincian|sebaran|persebaran|pembagian|komposisi|distribusi|daftar|data)(?:nya)?|"
    r"yaitu|yakni|ialah|antara lain|di ?antaranya|masing-masing(?:nya)?|meliputi|mencakup|terdiri|terbagi|tersebar|"
    r"mulai dari|"
    r"(?:(?:se)?(?:jumlah|total|angka|data|kuota|alokasi|para|semua|seluruh)\b[^.;:\d]{0,40}?|"
    r"[^.;:,\d]{3,50}?)\s(?:itu|tersebut|ini|dimaksud)[^.;:\d]{0,20}?,?\s"
    r"(?:tersebar|terbagi|terdiri|berasal|meliputi|mencakup|berada|ada|yaitu|yakni|adalah|ialah|antara lain|"
    r"di ?antaranya)|"
    r"(?:mereka|semuanya|seluruhnya|pesertanya|pekerjanya|penerimanya)\s(?:[a-z]+\s)?"
    r"(?:tersebar|terbagi|terdiri|berasal|meliputi|mencakup|berada|yaitu|yakni|adalah|ialah|antara lain))\b"
)
_IS_NO_LIST = re.compile(  # "Kegiatan itu adalah rapat yang diikuti 120 orang"
    r"\b(?:yang|diikuti|dihadiri|bersama)\b|"
    r"^(?!.*\b(?:daerah|wilayah|provinsi|kabupaten|kota|kecamatan|distrik|desa|kelurahan|cabang|sektor|segmen|kelompok|"
    r"golongan|kategori|jumlah|total|angka|data|rincian\w*|mereka)\b).*\b(?:adalah|ialah|ada)\b"
)
_SO_MANY = re.compile(r"\s*:?\s*(?:(?:sebanyak|sejumlah|berjumlah|ada|sekitar|mencapai)\s+)*")
_OF_CONTENT = (*COVER[:5], "uncovered", "target", "planned", "funded", "gap", "up", "down", "base", *OTHER)
_DONE = ("covered", "registered", "active", "participant", "funded")
_TO_COME = re.compile(
    r"\b(?:akan|bakal|agar|supaya|harus|wajib|perlu|mesti|ingin|segera|mengusulkan|diusulkan|berencana|rencananya)\b"
)
_HAVE_ITEMS = ("achieved", "denominator", "planned", "target", "gap")


def itemised(case: Case) -> Answer:
    """``Mereka tersebar di Dolo 1.210 orang, Kulawi 940 orang``: items without a verb are what was spoken of before.

    They are the parts of the number told last, where they are no more than it; without one, whom the sentence before
    speaks of.
    """
    cluster, index = case.cluster, case.cluster.sentence.index
    if cluster.has_percent or case.previous is not None or not index:
        return None
    if case.unit not in ("workers", *ENTITY_UNITS) and not _counts_a_group(case, cluster):
        return None
    lists = _LISTS.match(case.low, tells_from(case.text, cluster.sentence), cluster.start)
    if lists is None or not case.running_topic:
        return None
    told = case.low[lists.start() : cluster.start].removesuffix(" ")
    if _IS_NO_LIST.search(told.replace("yang dimaksud", "")):
        return None
    items = [row for row in case.context.in_sentence(cluster.sentence) if row.slots[0].quantity.unit == case.unit]
    if len(items) < 2 or items[0] is not cluster or any(cue.kind in _OF_CONTENT for cue in case.sentence_cues):
        return None
    before = case.continues
    if before is None:
        return _introduced(case)
    if case.unit is None or before.decision.kind not in _HAVE_ITEMS or not before.cluster.has_count:
        return None
    size = sum(value_of(row) for row in items)
    wholes: list[Decided | None] = [before]
    if before.decision.kind == "denominator":
        wholes = [before.decision.source, before]  # of those who are in, where they are as many
    for whole in wholes:
        if whole is not None and whole.unit == case.unit and size <= value_of(whole.cluster):
            return replace(whole.decision, rule="kind.part", source=whole)
    return None


def _introduced(case: Case) -> Answer:
    """``Peserta tersebar di lima kecamatan. Mulai dari Dolo 1.210 orang, ...``: whom the sentence before speaks of."""
    here = case.cluster.sentence
    sentence = case.context.parsed.sentences[here.index - 1]
    if case.unit not in ("workers", None) or here.paragraph - sentence.paragraph > 1:
        return None
    cues = [cue for cue in case.context.cues_in(sentence.start, sentence.end) if cue.kind in (*_OF_CONTENT, *COVER)]
    if not cues:
        return None
    members = case.unit is None and case.low.startswith(
        "kepesertaan", cues[-1].start
    )  # "Ada beberapa segmen kepesertaan"
    if not members and cues[-1].kind not in (*_DONE, "planned"):
        return None
    if cues[-1].kind == "planned" or _TO_COME.search(case.low, sentence.start, sentence.end):
        return Decision("planned", "kind.planned.list", unit=case.unit or "workers")
    return Decision("achieved", "kind.achieved.list", unit=case.unit or "workers")


def _counts_a_group(case: Case, cluster: Cluster) -> bool:
    """``meliputi pendeta sebanyak 133, nelayan 256``: a bare number right behind the group that it counts."""
    rows = case.context.of("SEGMENT", cluster.left_start, cluster.start)
    return case.unit is None and bool(rows) and bool(_SO_MANY.fullmatch(case.low, rows[-1].end, cluster.start))


def enumerated(case: Case) -> Answer:
    """``yang terlindungi sebagai berikut: Pemkot X 5.550, Pemkab Y 2.650``: bare numbers of places after a colon."""
    cluster = case.cluster
    if case.unit is not None or cluster.has_percent or not case.context.of("REGION", cluster.left_start, cluster.start):
        return None
    colon = _AS_FOLLOWS.search(case.low, cluster.sentence.start, cluster.start)
    if colon is None or not _BARE_PLACE.search(case.text, max(colon.end() - 1, cluster.left_start), cluster.start):
        return None
    cues = [cue for cue in case.context.cues_in(cluster.sentence.start, colon.start()) if cue.kind in _DECIDES]
    if not cues or cues[-1].kind not in COVER or not _PEOPLE.search(case.low, cluster.sentence.start, colon.start()):
        return None
    return Decision("achieved", "kind.achieved.list", unit="workers")


def among_places(case: Case) -> Answer:
    """``daerah dengan coverage di bawah 50 persen di antaranya Kota X 49,2 persen``: levels of the places listed."""
    cluster = case.cluster
    before = case.context.before(cluster)
    if before is None or not (before.has_percent and cluster.has_percent) or case.previous is not None:
        return None
    opened = _SUCH_AS_THESE.match(case.text, before.end, cluster.start)
    if opened is None or not case.context.of("REGION", opened.end(), cluster.start):
        return None
    covers = any(cue.kind == "coverage" for cue in case.context.cues_in(cluster.sentence.start, before.start))
    return Decision("achieved", "kind.achieved.list") if covers else None


def ranked(case: Case) -> Answer:
    """``Yang paling sedikit Sulawesi Barat, hanya N orang``: the first or last of the places coverage is counted in."""
    cluster = case.cluster
    if case.previous is not None or not case.topic or case.unit not in ("percent", "workers", *ENTITY_UNITS):
        return None
    rank = _RANK.search(case.low, cluster.left_start, cluster.start)
    if rank is None or not case.context.of("REGION", cluster.left_start, cluster.start):
        return None
    before = case.continues
    if (
        before is not None
        and before.decision.kind == "change"
        and not before.cluster.has_percent
        and before.unit == case.unit
    ):
        return replace(
            before.decision, rule="kind.achieved.ranked", source=before
        )  # "Penambahan terbanyak dari Kota X"
    plain = not case.cluster.says(*COVER, "uncovered", "target", "planned")
    if before is not None and before.decision.kind in _HAVE_ITEMS and before.decision.kind != "achieved" and plain:
        # "Yang belum terdaftar 7.310 orang. Paling banyak di Kabupaten X, 2.100 orang"
        part = (
            before.cluster.has_count and before.unit == case.unit and value_of(case.cluster) <= value_of(before.cluster)
        )
        return replace(before.decision, rule="kind.achieved.ranked", source=before) if part else None
    listed = (
        before is not None
        and before.decision.kind == "achieved"
        and before.cluster.has_count
        and before.unit == case.unit
    )
    return Decision("achieved", "kind.achieved.ranked", source=before if listed else None)
