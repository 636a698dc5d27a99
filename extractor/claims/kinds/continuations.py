"""Numbers that continue a statement: lists, second units, the next place or segment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import COVER, ENTITY_UNITS, OTHER, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.introduced import OF_THE_WHOLE, introduced
from extractor.claims.kinds.members import members_named
from extractor.claims.kinds.missing import WHOSE
from extractor.claims.kinds.sentences import CIVIL_SERVANTS

_BESIDES = re.compile(
    r"[\"“]?(?:Selain (?:itu|mereka)|Di luar itu|Di samping itu),?\s+(?:masih |juga )?(?:ada|terdapat)\s+(?:juga\s+)?"
    r"(?:(?:sekitar|sebanyak|lagi)\s+)*|"
    r"[\"“]?(?:(?:Jumlah|Angka|Data)\s+)?(?:[Ii]tu|[Ii]ni|[Tt]ersebut)\s+(?:belum|tidak|di luar)\s+(?:termasuk\s+)?"
    r"(?:(?:sekitar|sebanyak|lebih dari)\s+)*"
)
_NOT_AMONG_THEM = re.compile(r"\b(?:belum|tidak)\s+termasuk\b")
_OUT_OF_N = re.compile(r"\bdari\s+(?:(?:total|sekitar|sebanyak|jumlah|seluruh|potensi)\s+)*$")
_BY_SECTOR = re.compile(
    r"\b(?:di|pada|dari)\s+(?:sektor|bidang|lapangan usaha|kategori)\b|^[^.;]*\b(?:sektor|bidang)\b"
)
_ALL_THERE_ARE = re.compile(r"\bjumlah\s[^.;,]*\byang ada\b[^.;,]*$")  # "jumlah buruh tani yang ada di Jember": a base
_EVEN_MORE = re.compile(  # "48 ribu pekerja formal belum. Jumlah pekerja informal malah lebih besar, 68 ribu"
    r"\b(?:malah|bahkan|justru)\s+lebih\s+(?:besar|banyak|tinggi)\b[^.;\d]*$"
)
_EACH_OF_THEM = re.compile(r"\bmasing-masing\s+(?:sebesar\s+|sebanyak\s+|mencapai\s+)?$")
_BEFORE_THAT = re.compile(
    r"[\"“]?(?:(?:Sementara(?: itu)?|Sedangkan|Adapun|Padahal|Dan),?\s+)?"
    r"(?:[Ss]ebelumnya|[Ss]emula|[Aa]walnya|[Tt]adinya|[Dd]ulu|[Ss]etahun (?:sebelumnya|lalu)|"
    r"(?:(?:[Dd]i|[Pp]ada|[Pp]er|[Uu]ntuk)\s+)?(?:(?:akhir|awal|periode)\s+)?"
    r"(?:[Tt]ahun|[Bb]ulan) (?:lalu|sebelumnya|kemarin)(?:\s*[\[(][\w ]{3,20}[\])])?),?\s+"
    r"(?:(?:pada|di) (?:bulan|periode|tanggal|waktu) yang sama,?\s+)?(?:(?:mereka|jumlahnya|angkanya|posisinya|"
    r"pesertanya)\s+)?"
    r"(?:(?:hanya|baru|sekitar|sebanyak|masih|ada|cuma|sudah|terdapat|tercatat|mencapai|sebesar|berjumlah)\s+)*"
)
_NOW = re.compile(  # "Tahun ini hingga Juni sudah 55 ribu lebih"
    r"[\"“]?(?:(?:sementara(?: itu)?|sedangkan|adapun|dan),?\s+)?"
    r"(?:kini|sekarang|saat ini|tahun ini|hingga (?:kini|saat ini|sekarang))"
    r"(?:,?\s+(?:hingga|sampai|per)\s+(?:bulan\s+)?[a-z]+(?:\s+20\d\d)?)?,?\s+"
    r"(?:(?:jumlahnya|angkanya|posisinya|mereka)\s+)?(?:(?:sudah|telah|menjadi|mencapai|tercatat|baru|masih)\s+)?"
    r"(?:(?:sekitar|ada|sebanyak|mencapai|menjadi|menembus|tembus|hampir)\s+)*"
)
_THOSE_IN = re.compile(
    r"\byang\s+(?:sudah|telah)(?:\s+(?:itu|ini|masuk|ada))?,?\s+"
    r"(?:(?:ada|sebanyak|sekitar|baru|hanya|mencapai|kurang lebih)\s+)*$"
)
_EACH = re.compile(r"[\"“]?Masing-masing\b")
_THESE = re.compile(  # and not "1.340 badan usaha tahun ini"
    r"\s*(?!dari\b)(?:[a-z]+\s+){0,3}?(?:itu|tersebut|(?<!tahun )(?<!bulan )(?<!saat )(?<!hari )ini|yang ada|tadi)\b"
)
_THAT_LEVEL = re.compile(r"\b(?:[Cc]apaian|[Aa]ngka|[Cc]akupan|[Pp]ersentase)\s+$")
_LATER = re.compile(r"\b(?:tahun depan|bulan depan|mendatang|giliran|selanjutnya akan|nantinya)\b")
_REALISED = re.compile(
    r"\brealisasinya\b[^.;]*$|"
    r"\byang (?:sudah|telah) (?:masuk|ikut|mendaftar|terealisasi|terpenuhi|tercapai)\s+(?:baru |hanya )?$"
)
_ITS_NUMBER = re.compile(
    r"\b(?:jumlahnya|jumlah mereka|mereka berjumlah|mereka semuanya|totalnya|total ada|angkanya|jumlah itu|angka itu|"
    r"realisasinya)\b"
)
_IN_ALL = re.compile(
    r"[\"“]?(?:Jadi,? |Dengan demikian,? )?[Tt]otal(?: semuanya| keseluruhan)?,? "
)  # "Total 52.800 orang"
_BARE_GROUP = re.compile(
    r"[\"“]?[A-Z][a-z]+(?:\s[a-z]+){0,4}\s(?:(?:sebanyak|sejumlah|berjumlah|mencapai|ada|sekitar)\s)?"
)
_PROPOSED = re.compile(r"\b(?:(?:di|meng)?usul\w*|akan|bakal|(?:di|me)?rencana\w*|nantinya)\b")
# "60 persen pekerja di sini terlindungi. Jumlahnya mencapai 58 ribu orang"
_OPENS_WITH_ITS_NUMBER = re.compile(r"[\"“]?(?:Jumlah|Angka)nya\s+(?:mencapai|sebanyak|sekitar|baru|hanya|ada|kini)\b")
_TO_BE_RAISED = re.compile(  # "Angka ini perlu dinaikkan minimal 20 persen"
    r"\b(?:perlu|harus|mesti|wajib|diminta|diharapkan)\s+(?:\w+\s+)?(?:dinaikkan|ditingkatkan|naik|meningkat|ditambah)\b[^.;]*$"
)
_TO_CHASE = re.compile(  # "masih punya ruang 25 persen yang harus dikejar"
    r"\s*(?:yang\s+)?(?:masih\s+)?(?:harus|perlu|mesti)\s+(?:kami\s+|kita\s+|terus\s+|segera\s+)?(?:di)?kejar\b"
)
_NAMELY = re.compile(r"[\"“]?(?:Yaitu|Yakni|Sebesar|Tepatnya|Mencapai|Persisnya)\b")
_NEXT = re.compile(
    r"[\"“]?(?:[Ss]edangkan|[Ss]ementara|[Aa]dapun|[Dd]itambah|[Tt]erus|[Dd]iikuti|[Dd]isusul|[Mm]enyusul|[Kk]emudian|"
    r"[Ss]elanjutnya|[Ll]alu|[Ss]erta|[Bb]erikutnya|[Ss]usul|[Dd]i (?:sektor|bidang)|[Ss]ektor|"
    r"[Aa]da (?:juga|pula|lagi)|[Jj]uga (?:ada|terdapat)|[Tt]erdapat (?:juga|pula)|[Tt]ak ketinggalan)\b|"
    r"[^.;\d]{0,70}\b(?:menempati|berada di|di|pada) (?:posisi|peringkat|urutan|tempat)\b"
)
# "Lalu untuk Kristen 238 orang"
_MORE_PARTS = re.compile(r"[\"“]?(?:Lalu|Kemudian|Serta|Selanjutnya|Berikutnya|Ditambah)\b")
_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s|[A-Z][\w./() -]{2,40}\s?[:=]\s?(?:sebanyak\s)?\d")
_HAS = re.compile(
    r"\b(?:(?P<has>memiliki|mempunyai|punya)\s+(?:[\d.]+\s+\w+,\s+)*|(?:seluruhnya|semuanya|secara keseluruhan)\s+|"
    r"\bdata\s(?![^.;\d]*\b(?:bpjs|jamsostek|bpjamsostek|peserta|kepesertaan)\b)[^.;\d]{3,60}\b(?:terdapat|ada|tercatat)\s+|"
    r"\b(?:tercatat ada|terdapat)\s+)"
    r"(?:(?:sekitar|sebanyak|kurang lebih|lebih dari|total|setidaknya)\s+)*$"
)


def told_before(case: Case) -> Answer:
    """``Dari 3.120 perusahaan tersebut``, ``Capaian 69 persen``: a number told before, pointed at, means the same.

    ``Dari 55 ribu pekerja baru 3.000. Pekerja itu jumlahnya 55 ribu``: so does one that only counts a base again.
    """
    cluster = case.cluster
    level = cluster.has_percent and not cluster.last("target") and _THAT_LEVEL.search(case.left)
    back = bool(_THESE.match(case.text, cluster.end) or level)
    rows: Sequence[Decided] = case.decided
    if not back and cluster.has_count and _ITS_NUMBER.search(case.low_left):
        back, rows = True, [row for row in rows if row.decision.kind == "denominator"]
    if not back or len(cluster.slots) > 1:
        return None
    here = cluster.slots[0].quantity
    for row in reversed(rows):
        for slot in row.cluster.slots:
            if slot.quantity.value == here.value and slot.quantity.unit in (here.unit, row.unit):
                return replace(row.decision, unit=slot.quantity.unit or row.unit, source=row)
    return None


def besides(case: Case) -> Answer:
    """``Yang wajib dilindungi 2.300 orang. Selain itu terdapat N pekerja rentan``: of the same kind as those before."""
    before, cluster = case.continues, case.cluster
    if before is None or case.previous is not None:
        return None
    groups = case.context.of("SEGMENT", cluster.start, max(cluster.end, cluster.near_end))
    told = case.context.of("SEGMENT", before.cluster.left_start, max(before.cluster.end, before.cluster.near_end))
    # "449.100 orang pekerja penerima upah. Di samping itu ada 32.500 bukan penerima upah"
    added = bool(groups and told) or _NOT_AMONG_THEM.search(case.low_left)
    part = before.decision.kind == "achieved" and before.cluster.has_count and added
    if before.decision.kind not in ("denominator", "gap", "planned") and not part:
        return None
    if before.cluster.sentence.index == cluster.sentence.index or before.unit != (case.unit or before.unit):
        return None
    if _EVEN_MORE.search(case.low_left) and case.context.of("SEGMENT", cluster.left_start, cluster.start):
        return replace(before.decision, rule="kind.next_sentence", unit=None, source=None)
    if not _BESIDES.fullmatch(case.text, cluster.sentence.start, cluster.start):
        return None
    if cluster.says(*COVER, "uncovered", "target", "funded", "planned"):
        return None
    return replace(before.decision, rule="kind.next_sentence", unit=None, source=None)


def next_sentence(case: Case) -> Answer:
    """``Disusul Kota X dengan N peserta``: a sentence that goes on with the list of the one before."""
    before, sentence = case.continues, case.cluster.sentence
    if before is None or not _NEXT.match(case.text, sentence.start) or case.previous is not None:
        return None
    if case.cluster.says(*COVER[:5], "uncovered", "base", "target", "funded", "planned", "up", "down"):
        return None
    if before.decision.kind == "target" and case.cluster.says("reached", "participant"):
        return None  # "Target dari pekerja formal 188 ribu. Sedangkan tercatat peserta dari pekerja formal 169 ribu"
    if _OUT_OF_N.search(case.low_left) or _ALL_THERE_ARE.search(case.low_left):
        return None  # "Sementara, dari 11 juta tenaga kerja informal baru N"
    if case.text.startswith("Adapun", sentence.start) and not case.context.of(
        "SEGMENT", sentence.start, case.cluster.start
    ):
        return None  # another subject, not the next of a list
    listed = before.decision.kind != "denominator" and (
        case.context.of("REGION", sentence.start, sentence.end)
        or _BY_SECTOR.search(case.low, sentence.start, case.cluster.start)
    )
    of_groups = before.decision.kind == "share" or before.decision.is_part  # "23 persen pekerja konstruksi"
    groups = case.context.of("SEGMENT", sentence.start, case.cluster.near_end if of_groups else case.cluster.start)
    listing = before.decision.is_part or before.decision.rule in ("kind.next_sentence", "kind.coordinated")
    more = listing and _MORE_PARTS.match(case.text, sentence.start)
    if not listed and not groups and not more:
        return None
    one, two = ((row.slots[0] if of_groups else row.slots[-1]) for row in (before.cluster, case.cluster))
    if one.is_percent != two.is_percent:
        return None
    members = case.unit is None and before.unit in ENTITY_UNITS and case.cluster.says("participant")
    unit = "workers" if members else before.decision.unit  # "disusul Kota X dengan peserta sebanyak 95.100"
    return replace(before.decision, rule="kind.next_sentence", unit=unit, source=before)


def item(case: Case) -> Answer:
    """``- Kota X: N orang`` below an introduction that names what is listed."""
    if not is_item(case.context, case.cluster.start):
        return None
    intro = introduction(case.cluster, case.context)
    if intro is None:
        return None
    cues = [cue for cue in case.context.cues_in(*intro) if cue.kind in (*COVER, "uncovered", "target", *OTHER)]
    paid = case.context.has_cue("funded", *intro)  # "Iuran ditanggung APBD untuk kelompok berikut:"
    if cues and cues[-1].kind not in COVER and not (paid and {cue.kind for cue in cues} <= {"contribution", *COVER}):
        return None
    level = case.context.has_cue("level", *intro) and case.running_topic
    scheme = case.context.has_cue("jamsostek", *intro)
    if not cues and not level and not scheme and case.goes_on is None:
        return None
    kind = cues[-1].kind if cues else ""
    indicator = {"active": "active_workers", "registered": "registered_workers"}.get(kind)
    return Decision("achieved", "kind.achieved.list", None if case.cluster.has_percent else indicator)


def is_item(context: Context, offset: int) -> bool:
    """Whether the line of a character is an item of a list."""
    return bool(_ITEM.match(context.text, context.text.rfind("\n", 0, offset) + 1))


def introduction(cluster: Cluster, context: Context) -> tuple[int, int] | None:
    """The span of the last sentence above a list that the cluster is an item of."""
    for sentence in reversed(context.parsed.sentences[: cluster.sentence.index]):
        if not is_item(context, sentence.start):
            return sentence.start, sentence.end
    return None


def earlier(case: Case) -> Answer:
    """``Peserta menjadi 17.900 orang. Sebelumnya hanya 14.500 orang``: the level before the one just told, or now."""
    before, cluster = case.continues, case.cluster
    if before is None or before.decision.kind != "achieved" or case.previous is not None:
        return None
    if before.unit != case.unit and case.unit is not None:
        return None
    if cluster.has_count and _NOW.fullmatch(case.low, cluster.sentence.start, cluster.start):
        now = Decision("achieved", "kind.achieved.carried", before.decision.indicator, unit=before.unit, source=before)
        return None if cluster.says("target", "planned") else now
    if not _BEFORE_THAT.fullmatch(case.text, cluster.sentence.start, cluster.start):
        return None
    return Decision("achieved", "kind.achieved.from", unit=case.unit or before.unit, source=before)


def those_in(case: Case) -> Answer:
    """``Yang sudah itu 14 ribu, yang belum 52 ribu``: of whom coverage is spoken, the verb left out."""
    if case.cluster.has_percent or not case.topic or not _THOSE_IN.search(case.low_left):
        return None
    return Decision("achieved", "kind.achieved.carried", unit=case.unit or "workers", source=case.continues)


def carried(case: Case) -> Answer:
    """The sentence before speaks of coverage and this one goes on: ``Capaiannya baru P persen``."""
    cluster, index = case.cluster, case.cluster.sentence.index
    before = case.continues
    its_number = (
        _ITS_NUMBER.search(case.low_left) or _IN_ALL.fullmatch(case.text, cluster.sentence.start, cluster.start)
    ) and not _PROPOSED.search(case.low, cluster.sentence.start, cluster.start)
    if before is not None and before.decision.kind == "change" and before.decision.source is not None:
        before = before.decision.source
    if (
        cluster.has_count
        and its_number
        and before is not None
        and before.decision.kind == "achieved"
        and (before.cluster.has_count or _OPENS_WITH_ITS_NUMBER.match(case.text, cluster.sentence.start))
        and before.cluster.sentence.index < index
    ):
        return Decision("achieved", "kind.achieved.carried", source=before)
    if before is not None and _is_realised(case, before):
        whole = before.decision.source if before.decision.is_part else before  # "target 45.000, terdiri dari A dan B"
        return Decision("achieved", "kind.achieved.realised", source=whole)
    if cluster.has_count and its_number and case.previous is None and members_named(case):
        return Decision("achieved", "kind.achieved.carried")
    if _TO_BE_RAISED.search(case.low_left):
        return Refusal("a change that is wished for")
    opens = _NAMELY.match(case.text, cluster.sentence.start)
    if not cluster.has_percent or not (opens or cluster.says("level", "reached", "anaphora")) or index == 0:
        return None
    earlier = case.context.parsed.sentences[index - 1]
    if earlier.paragraph < cluster.sentence.paragraph - 1:
        return None
    speaks = case.context.has_cue("coverage", earlier.start, earlier.end)
    own = any(cue.kind in ("coverage", "covered") for cue in case.sentence_cues)
    if not (own or speaks or case.continues):
        return None
    if _TO_CHASE.match(case.text, cluster.end):  # up to which level it does not say
        return Decision("gap", "kind.gap.rest", source=case.continues)
    return Decision("achieved", "kind.achieved.carried")


def _also_counted(case: Case) -> bool:
    """Whether the statement before the last one, in its sentence, had the unit of this number."""
    rows = case.decided[-2:]
    if len(rows) < 2 or rows[0].cluster.sentence.index != rows[1].cluster.sentence.index:
        return False
    return rows[0].decision.kind == "achieved" and rows[0].unit == case.unit


def _is_realised(case: Case, before: Decided) -> bool:
    """``Target 9.250 pekerja. Realisasinya baru 8.100``: what was reached of the target told just before."""
    counts = before.decision.kind == "target" and before.cluster.has_count and case.cluster.has_count
    return counts and case.previous is None and bool(_REALISED.search(case.low_left))


def going_on(case: Case) -> Answer:
    """``Kota X 61,3 persen. Kabupaten Y 44,1 persen``: places and segments after coverage was named."""
    cluster, before = case.cluster, case.goes_on
    if not cluster.has_percent:
        return _counted_on(case, before)
    if before is None and not introduced(case):
        return None
    if before is not None and before.decision.kind in ("change", "share", "planned"):
        return None
    opens = _EACH.match(case.text, cluster.sentence.start) and introduced(case)
    placed = case.context.of("REGION", cluster.sentence.start, cluster.start)
    each = opens or (placed and _EACH_OF_THEM.search(case.low_left))
    bound = (
        each
        or case.context.of("REGION", cluster.left_start, cluster.start)
        or case.context.of("SEGMENT", cluster.left_start, cluster.start)
        or OF_THE_WHOLE.search(case.low_left)
    )
    if not bound and not any(cue.kind in ("level", "reached") for cue in cluster.left):
        return None
    return Decision("achieved", "kind.achieved.topic")


def _said_to_be_out(case: Case) -> bool:
    """``Yang belum jadi peserta paling banyak guru. Ada 1.020 guru``, ``ada 1.920 guru, misalnya A, yang belum``."""
    behind = next((cue.kind for cue in case.cluster.right if cue.kind in (*COVER, "uncovered")), None)
    if behind is not None or case.cluster.says(*COVER):
        return behind == "uncovered"
    sentences, index = case.context.parsed.sentences, case.cluster.sentence.index
    before = sentences[index - 1] if index else None
    if before is None or not case.joined(before) or case.context.in_sentence(before):
        return False
    cues = [cue.kind for cue in case.context.cues_in(before.start, before.end) if cue.kind in (*COVER, "uncovered")]
    return bool(cues) and cues[-1] == "uncovered"


def _is_bare_item(case: Case, before: Decided) -> bool:
    """``Guru honorer 1.870 orang. Badan usaha 6.550 orang.``: a sentence of nothing but a group and its number."""
    cluster, sentence = case.cluster, case.cluster.sentence
    if sentence.index - before.cluster.sentence.index != 1 or not case.joined(before.cluster.sentence):
        return False
    head = _BARE_GROUP.fullmatch(case.text, sentence.start, cluster.start)
    return bool(head) and not case.text[cluster.end : sentence.end].strip(' .,;"”')


def _counted_on(case: Case, before: Decided | None) -> Answer:
    """``Bali mencatat 31.640 perusahaan, Riau 20.844``: counts by place or segment after one of the same unit."""
    cluster = case.cluster
    if before is not None and before.decision.kind == "change" and before.decision.source is not None:
        before = before.decision.source  # a growth told on the way
    out = before is not None and before.decision.kind == "gap" and _said_to_be_out(case)
    if before is None or not (out or before.decision.kind in ("achieved", "share")) or not before.cluster.has_count:
        return None
    counted = next(slot.quantity.unit for slot in before.cluster.slots if not slot.is_percent)
    if case.unit is not None and case.unit != counted and _also_counted(case):
        counted = case.unit  # "Kota X 210 perusahaan dengan 1.240 pekerja. Kota Y 96 perusahaan"
    theirs = (
        case.following is not None
        and case.unit in ENTITY_UNITS
        and WHOSE.fullmatch(case.text, cluster.end, case.following.start)
    )  # "Cabang X 910 perusahaan dengan jumlah tenaga kerja 52.300": the word of a base is the workers'
    other = {cue.kind for cue in (cluster.left if theirs else (*cluster.left, *cluster.near))}
    if case.unit not in (None, counted) or other & {"base", "uncovered", "target", "planned", "up", "down", "gap"}:
        return None
    places = (
        *case.context.of("REGION", cluster.left_start, cluster.start),
        *case.context.of("SEGMENT", cluster.left_start, cluster.near_end),
    )
    item = before.decision.rule == "kind.achieved.topic" and _is_bare_item(case, before)
    if not (places or item) or not case.running_topic or CIVIL_SERVANTS.search(case.left):
        return None
    if out or _said_to_be_out(case):
        return Decision("gap", "kind.gap.topic", "uncovered_workers", gap_to="full")
    # "3.400 nelayan terdaftar. Kota X memiliki sekitar 14 ribu nelayan", "Nelayan seluruhnya 14 ribu": all there are
    if all_there_are := _HAS.search(case.low_left):
        told = next(slot.quantity.value for slot in before.cluster.slots if not slot.is_percent)
        if cluster.slots[-1].quantity.value > told:
            return Decision("denominator", "kind.denominator", "eligible_workers", source=before)
        if all_there_are["has"]:
            return None
    unit = counted if case.unit is None else None
    if _LATER.search(case.low, cluster.left_start, cluster.start):
        return Decision("planned", "kind.planned.word", "funded_workers", unit=unit, source=None)
    own = case.context.of("SEGMENT", cluster.left_start, cluster.near_end)
    place = case.context.of("REGION", cluster.left_start, cluster.start)
    listed = before if place and not own and case.continues is before else None  # "se-provinsi 9.400. Kota X 1.200"
    if listed is not None and listed.decision.is_part and listed.cluster.sentence.index < cluster.sentence.index:
        listed = listed.decision.source  # "Sleman 301.400, terdiri dari PU A dan BPU B. Bantul 128.400": of all there
    return Decision("achieved", "kind.achieved.topic", unit=unit, source=listed)
