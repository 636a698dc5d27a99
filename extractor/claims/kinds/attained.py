"""What was reached of a target: its attainment, and what was realised of it."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.claims.decisions import COVER, Answer, Case, Decided, Decision, Refusal
from extractor.claims.kinds.missing import OF_TARGET, TO_BE_REACHED
from extractor.claims.kinds.newcomers import NEW_ONES
from extractor.claims.kinds.purposes import WISH
from extractor.numbers import exponent

_NAMELY = re.compile(
    r"\s*(?:orang|pekerja|peserta)?\s*[,(]\s*(?:yakni|yaitu|atau)\s+(?:(?:sebesar|sebanyak|sekitar|sudah)\s+)*"
)
_THAT = re.compile(r"[\"“]?(?:Angka|Jumlah|Capaian|Realisasi|Nilai|Perolehan|Ini|Itu)\b")
_OUT_OF_THAT_TARGET = re.compile(  # "Dari target itu, sudah terealisasi sebanyak 81.400 tenaga kerja"
    r"\bdari\s+(?:target|sasaran|kuota)\s+(?:itu|tersebut|ini)\b[^.;\d]*\b(?:terealisasi|terealisir|tercapai)\s+(?:\w+\s+){0,2}$"
)
_REACHED_OF_IT = re.compile(  # "target PU 82.100 atau baru mencapai 64 persen"
    r"\s*(?:orang|pekerja|peserta|tenaga kerja)?\s*(?:,|\b(?:atau|dan|namun|tetapi|tapi|yang)\b)\s*"
    r"(?:baru|sudah|telah|hanya|masih)\s+(?:mencapai|terealisasi|tercapai|terpenuhi|capai)\s+"
    r"(?:(?:sekitar|sebesar|hampir|baru)\s+)*"
)
_BEYOND_TARGET = re.compile(  # "sudah melampaui target 122 persen"
    r"\b(?:melampaui|melebihi|melewati|di atas)\s+target\s+(?:hingga\s+|sebesar\s+|sampai\s+|mencapai\s+)?$"
)
_ALL = 100  # percent
_PAST_TARGET = re.compile(  # "melebihi target, yakni 104,7 persen"
    r"\b(?:melampaui|melebihi|melewati|di atas)\s+target(?:nya)?\b[^.;\d]{0,40}"
    r"(?:,|\(|\b(?:dengan|yakni|yaitu|mencapai|sebesar))\s*"
    r"(?:(?:yakni|yaitu|dengan|capaian|realisasi|mencapai|sebesar)\s+)*$"
)
_EXCEEDS = re.compile(r"\b(?:melampaui|melebihi|melewati|di atas|menembus)\s+target\b[^.;]*$")
_TO_WIT = re.compile(  # "melampaui target sebesar 35 persen, yaitu 38,4 persen"
    r",?\s+(?:yaitu|yakni|dengan (?:capaian|realisasi|pencapaian))\s+(?:(?:mencapai|sebesar|sebanyak|sekitar)\s+)*"
)
_REALISATION = re.compile(  # "pada 2031 realisasi tenaga kerja 28.900, sedangkan target 2032 sebesar 33.000"
    r"\brealisasi(?:nya)?\s+(?:kepesertaan|peserta|tenaga kerja|akuisisi)\b[^.;,\d]*(?:\b20\d\d\b[^.;,\d]*)?$"
)
_MORE_BY = re.compile(r"\blebih\s+(?:banyak|besar|tinggi)\s+(?:sekitar\s+|hampir\s+|sebesar\s+)*$")
_LESS_BY = re.compile(  # "31 persen, lebih rendah 9 persen dari target", "minus 9 persen dari target"
    r"\b(?:lebih\s+(?:rendah|kecil|sedikit)|minus|meleset|terpaut|berjarak|berselisih|defisit)\s+(?:sekitar\s+|hampir\s+|sebesar\s+)*$"
)
_AT_LEVEL = re.compile(r"\b(?:mencapai|menyentuh|menembus|sebesar|menjadi|sudah|telah|di angka|berada)\s+(?:\w+\s+)?$")
_ABOVE_TARGET = re.compile(r"\s+(?:di atas|lebih (?:tinggi|banyak|besar) dari(?:pada)?)\s+target\b")
_NEAR_TARGET = 40  # characters from a percentage to the target it is of
_REALISED = re.compile(
    r"\b(?:terealisasi|realisasinya|terealisir|tercapai|merealisasikan|direalisasikan|terpenuhi|terjaring|terisi|terserap|terpakai|"
    r"(?:baru|sudah|telah|berhasil|mampu|bisa)\s+(?:memenuhi|meraih|memperoleh|mengumpulkan|menjaring|merekrut|mengakuisisi|"
    r"menggaet|merangkul))\s+(?:\w+\s+){0,2}$"
)
_NOT_REALISED = re.compile(
    r"\b(?:belum|tidak|tak)\s+(?:ter\w+|di\w+|ada)\s+(?:\w+\s+){0,2}$"
)  # "belum terealisasi 700 orang"
_SO_FAR = re.compile(
    r"(?:\b(?:saat ini|kini|sekarang|hingga kini|sejauh ini|(?:sampai|hingga|per)\s+\w+(?:\s+\d{4})?)\s+"
    r"(?:baru|masih|hanya|sudah)|,\s+(?:(?:tetapi|tapi|namun|faktanya|kenyataannya|nyatanya)\s+)?(?:baru|hanya|sudah|telah)|"
    r"\b(?:baru|sudah|telah)\s+mencapai|"
    r"\b(?:kini|saat ini|sekarang)\s+(?:menjadi|mencapai|sebanyak))\s+(?:sekitar\s+)?$"
)


def attainment(case: Case) -> Answer:
    """``95 persen dari target 180 ribu``: a share of the target reached, not of the workers.

    ``35,7 persen dari target 52,2 persen`` is a level and a target instead: the target is a percentage too.
    """
    cluster = case.cluster
    if _is_reached_of_count(case):
        return Decision(
            "achieved", "kind.achieved.of_target", "target_attainment", population="target", source=case.previous
        )
    beyond = cluster.has_percent and cluster.slots[0].quantity.value > _ALL and case.topic
    if beyond and _PAST_TARGET.search(case.low, cluster.sentence.start, cluster.start) and not _is_of_money(case):
        return Decision("achieved", "kind.achieved.of_target", "target_attainment", population="target")
    alone = case.following is None and not _AT_LEVEL.search(case.low_left)
    if cluster.has_percent and not cluster.has_count and alone and _ABOVE_TARGET.match(case.low, cluster.end):
        return Refusal("by how much a target was passed")
    if not (cluster.has_percent and OF_TARGET.match(case.text, cluster.end)) or cluster.last("gap"):
        return None
    if case.following is not None and case.following.slots[0].is_percent:
        return None
    if _LESS_BY.search(case.low_left):
        return Decision("gap", "kind.gap.word", gap_to="target", source=case.previous)
    if _MORE_BY.search(case.low_left):
        return Refusal("by how much a target was passed")
    if _is_of_money(case):
        return Refusal("it measures a target of money")
    if WISH.search(case.low_left):
        return Refusal("a hope, not a result")
    if case.context.of("MONEY", cluster.end, min(cluster.right_end, cluster.end + _NEAR_TARGET)):
        return Refusal("it measures a target of money")
    return Decision("achieved", "kind.achieved.of_target", "target_attainment", population="target")


def of_counted(case: Case) -> Answer:
    """``12.300 dari target 15.000 pekerja, atau 82 persen``: what the number before is of the target behind it."""
    target = case.previous
    if target is None or target.decision.kind != "target" or not target.cluster.has_count:
        return None
    if not case.cluster.has_percent or case.cluster.has_count or not case.cluster.linked:
        return None
    level = case.decided[-2] if len(case.decided) > 1 and case.decided[-1] is target else None
    if level is None or level.decision.kind not in ("achieved", "change") or not level.cluster.has_count:
        return None
    part, whole = (row.cluster.slots[0].quantity.value for row in (level, target))
    percent = case.cluster.slots[0].quantity.value
    if not whole or abs(part / whole * 100 - percent) > Decimal(1).scaleb(exponent(percent)):
        return None
    return Decision("achieved", "kind.achieved.of_target", "target_attainment", population="target", source=level)


def _is_reached_of_count(case: Case) -> bool:
    """``target N orang atau baru mencapai P persen``, ``melampaui target 122 persen``: P is of the target counted."""
    before, cluster = case.previous, case.cluster
    if not cluster.has_percent or cluster.has_count or before is None:
        return False
    if before.decision.kind != "target" or not before.cluster.has_count:
        return False
    aim = before.cluster
    passed = cluster.linked and _EXCEEDS.search(case.low, aim.left_start, aim.start)
    past = cluster.slots[0].quantity.value > _ALL and (passed or _BEYOND_TARGET.search(case.low_left))
    return bool(past or _REACHED_OF_IT.fullmatch(case.low, before.cluster.end, cluster.start))


def _is_of_money(case: Case) -> bool:
    """``Iuran terkumpul Rp4 triliun. Angka itu setara 93 persen dari target``: what is pointed at is money."""
    index = case.cluster.sentence.index
    before = case.context.parsed.sentences[index - 1] if index else None
    if before is None or not _THAT.match(case.text, case.cluster.sentence.start):
        return False
    return bool(case.context.of("MONEY", before.start, before.end)) and not case.context.in_sentence(before)


def realised(case: Case) -> Answer:
    """``ditargetkan N pekerja, baru terealisasi M orang``; ``terealisasi M dari target N``: what was reached of it."""
    cluster, before = case.cluster, case.previous
    aim = before.cluster if before is not None and before.decision.kind == "target" else None
    if (
        aim is not None
        and _EXCEEDS.search(case.low, aim.left_start, aim.start)
        and _TO_WIT.fullmatch(case.low, aim.end, cluster.start)
    ):
        return Decision("achieved", "kind.achieved.realised", source=before)
    alike = before is not None and before.unit == case.unit  # "dari 640 perusahaan yang ditargetkan, kini 740"
    if not cluster.has_count or (case.unit not in ("workers", None) and not alike):
        return None
    if before is not None and before.decision.kind == "target" and NEW_ONES.match(case.low, cluster.end):
        return grown(case, before)  # "Ditargetkan 64.000, terealisasi 61.500 peserta baru"
    aimed = before is not None and before.decision.kind == "target" and before.cluster.has_count
    told = before or case.continues  # "Target kami 822.000 peserta baru. Realisasinya sudah 547.000 peserta"
    if before is None and told is not None and told.decision.is_part:
        told = told.decision.source  # "Target 45.000 peserta baru, terdiri dari A dan B. Realisasinya N"
    if told is not None and told.decision.kind == "target" and told.cluster.has_count and is_of_growth(case, told):
        so_far = aimed and _SO_FAR.search(case.low_left)
        return grown(case, told) if so_far or _REALISED.search(case.low_left) else None
    if (
        OF_TARGET.match(case.text, cluster.end)
        and case.topic
        and not cluster.last("target", "planned", "gap", "up", *COVER)
    ):
        return Decision("achieved", "kind.achieved.realised")  # "jumlahnya 25 ribu orang dari target 21 ribu"
    if case.topic and _REALISATION.search(case.low_left) and not cluster.last("target", "planned", "gap", "up", "down"):
        return Decision("achieved", "kind.achieved.realised", source=before)
    if aimed and before is not None and _is_restated(case, before):
        return Decision("achieved", "kind.achieved.realised", source=before)
    if case.topic and _OUT_OF_THAT_TARGET.search(case.low_left):
        return Decision("achieved", "kind.achieved.realised", source=told)
    of_it = aimed or (before is not None and before.decision.rule == "kind.achieved.realised")
    if of_it and _NOT_REALISED.search(case.low_left):
        return Decision("gap", "kind.gap.rest", "covered_workers", gap_to="target", source=before)
    if _NOT_REALISED.search(case.low_left):
        return None
    if not (_REALISED.search(case.low_left) or (aimed and _SO_FAR.search(case.low_left))):
        return None
    if before is not None and before.decision.kind in ("target", "planned"):
        return Decision("achieved", "kind.achieved.realised", source=before)
    fewer = before is not None and before.decision.kind == "denominator" and before.cluster.has_count
    if fewer and before is not None and _first(before) > cluster.slots[0].quantity.value and case.unit == before.unit:
        return Decision("achieved", "kind.achieved.realised", source=before)  # "potensi 88.000 orang, realisasinya N"
    if OF_TARGET.match(case.text, cluster.end) and case.topic:
        return Decision("achieved", "kind.achieved.realised")
    return None


def _first(row: Decided) -> Decimal:
    return row.cluster.slots[0].quantity.value


def is_of_growth(case: Case, target: Decided) -> bool:
    """Whether a target counts those to be added: ``penambahan 41.000 orang``, ``41.000 peserta baru``."""
    absolute = target.decision.direction == "increase" and target.decision.change_basis == "absolute"
    added = TO_BE_REACHED.match(case.text, target.cluster.end) and target.cluster.last("up") is not None
    return absolute or bool(added) or bool(NEW_ONES.match(case.low, target.cluster.end))


def grown(case: Case, target: Decided) -> Decision:
    """``menargetkan penambahan 41.000 peserta. Realisasinya 27.000``: how many were added, not how many there are."""
    rule = "kind.change.realised"
    return Decision("change", rule, direction="increase", change_basis="absolute", unit=case.unit, source=target)


def _is_restated(case: Case, target: Decided) -> bool:
    """``95 persen dari target 180 ribu, yakni 171 ribu``: what the percentage attained of the target."""
    rate = case.decided[-2] if len(case.decided) > 1 and case.decided[-1] is target else None
    if rate is None or rate.decision.rule != "kind.achieved.of_target" or not rate.cluster.has_percent:
        return False
    if not _NAMELY.fullmatch(case.text, target.cluster.end, case.cluster.start):
        return False
    return case.cluster.slots[0].quantity.value < target.cluster.slots[0].quantity.value
