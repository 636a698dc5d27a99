"""What is left of a whole once a part of it was told: the rest of a target, of a base, of all."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, ENTITY_UNITS, Answer, Case, Decided, Decision

_THOSE_NOT_YET = re.compile(
    r"\byang\s+(?:masih\s+)?belum(?:\s+(?:itu|ini))?,?\s+"
    r"(?:(?:masih|ada|sebanyak|sekitar|tinggal|hanya|sejumlah|mencapai|kurang lebih|berjumlah|terdapat)\s+)*$"
)
_EXCEPT = re.compile(  # "Semua desa sudah ikut, kecuali 12 desa"
    r"\b(?:semua|seluruh|seluruhnya|semuanya)\b[^.;]*\bkecuali\s+(?:(?:hanya|tinggal|sekitar|sebanyak)\s+)*$"
)
_HOMEWORK = re.compile(  # "masih punya pekerjaan rumah melindungi 28.700 pekerja"
    r"\bmasih\s+(?:punya|ada|memiliki|menyisakan)\s+(?:pekerjaan rumah|pr)\s+(?:(?:besar|berat|untuk|yakni|yaitu)\s+)*"
    r"(?:(?:melindungi|mendaftarkan|merangkul|menggarap|mengakuisisi|mengcover|menjangkau)\s+)?(?:(?:sekitar|"
    r"sebanyak)\s+)*$"
)
_EFFORT = re.compile(  # "akan terus berusaha meng-cover 2.000 guru sisanya": the others are still to be won
    r"\b(?:akan|bakal|ingin|hendak|berusaha|berupaya|mengupayakan|mengejar|mendorong|bisa|dapat|segera|"
    r"tinggal|harus|perlu|"
    r"untuk|agar|supaya)\b[^.;\d]*\b(?:me\w*lindungi|meng-?\s?cover|mendaftarkan|menjangkau|merangkul|mengakomodasi|"
    r"mengakomodir|mengikutsertakan|menuntaskan|menyelesaikan|mengakuisisi|menggarap)\s+(?P<rest>sisanya,?\s+|"
    r"selebihnya,?\s+|sisa\s+)?"
    r"(?:(?:yakni|yaitu|sekitar|sebanyak|sejumlah|sebesar|hampir|kurang lebih)\s+)*$"
)
_THE_REST_OF_THEM = re.compile(r"[^.;,\d]{0,40}?\s*\b(?:sisanya|selebihnya|yang (?:masih )?(?:tersisa|belum))\b")
_ALL = 100  # percent
_AT_ONCE = 3  # characters from a percentage to the group it is of
_RECENT = 4  # statements back to the level that the rest is the rest of
_SAID_OF_THEM = (*COVER[1:], "target", "planned", "funded")
_REMAINS = re.compile(r"\b(?:tersisa|menyisakan|sisanya|sisa)\s+(?:(?:sebesar|sekitar|hanya|tinggal|lagi)\s+)*$")
_NOT_YET = re.compile(
    r"\s*(?:yang\s+|lagi\s+|lainnya\s+|di antaranya\s+|dari mereka\s+)*(?:memang\s+|"
    r"masih\s+)?belum(?:\s+\w+nya)?\s*(?:[.,;:!?\n\"”]|$|(?:dan|sedangkan|sementara)\b)",
    re.IGNORECASE,
)
_MUST_STILL_BE_WON = re.compile(  # "Artinya 18.000 pekerja masih harus dirangkul"
    r"\s*(?:pekerja|tenaga kerja|orang)?\s*(?:yang\s+)?masih\s+(?:harus|perlu|mesti)\s+(?:segera\s+|terus\s+)?"
    r"di(?:rangkul|lindungi|daftarkan|akuisisi|jangkau|sasar|cakup|garap|kejar|upayakan|tuntaskan|ikutsertakan|dorong)\b"
)
_LEFT_TO_WIN = re.compile(  # "masih ada 70 persen lagi yang harus kami rangkul"
    r"\s*(?:pekerja\s+|tenaga kerja\s+|peserta\s+)?lagi\s+(?:pekerja\s+)?yang\s+(?:masih\s+)?"
    r"(?:harus|perlu|mesti|belum|akan|bakal|"
    r"(?:kami|kita|terus|sedang)\s+(?:\w+\s+)?(?:upayakan|usahakan|kejar|dorong|sasar|lindungi|rangkul|daftarkan))\b",
    re.IGNORECASE,
)
_WHO_ARE_NOT = re.compile(  # "yang terlindungi 612 ribu, sementara yang belum sekitar 180 ribu"
    r"\byang\s+(?:masih\s+)?belum\s+(?:(?:ada|sekitar|sebanyak|mencapai|masih|sejumlah|berjumlah|tercatat|"
    r"hanya|tinggal)\s+)*$"
)
_STILL_THERE = re.compile(  # "baru 4 proyek, jadi masih ada PR 37 proyek lagi"
    r"\bmasih\s+(?:ada|tersisa|terdapat|punya)\s+(?:pr\s+|pekerjaan rumah\s+|tugas\s+)?(?:sekitar\s+|sebanyak\s+)*$"
)
_OF_THE_REST = re.compile(
    r"\b(?:masih|sisa(?:nya)?|selebihnya|tersisa|menyisakan|kekurangan(?:nya)?|tinggal),?\s+"
    r"(?:(?:ada|terdapat|tersisa|sisa|sekitar|sebanyak|sebesar|ruang|kekurangan|celah|pr|punya|memiliki|"
    r"kurang|hampir|lagi|itu|"
    r"pekerjaan|rumah|kita|kami|yang|yakni|yaitu),?\s+)*$"
)
_OF_THE_REST_BEHIND = re.compile(
    r"\s*,?\s*(?:pekerja\s+)?(?:yang\s+)?(?:lagi|sisanya|lainnya|masih|belum|ini\s+pr|harus|"
    r"(?:(?:itu|ini|tersebut|lain)\s+)?(?:(?:akan|bisa|dapat|segera|juga)\s+)*menyusul)\b"
)
_MORE = re.compile(r"\s+lagi\b")
_STILL_OUT = re.compile(
    r"\s*,?\s*(?:yang\s+|lagi\s+|\w+nya\s+)?(?:memang\s+|masih\s+)?(?:belum|menunggu|antre|mengantre|"
    r"(?:dalam\s+|ber)?proses)\b|"
    r"\s*(?:(?:yang|lagi|ini|itu|akan|kita|kami|terus|segera|nanti)\s+)*(?:kejar|dikejar|menyusul|dituntaskan)\b|"
    r"[^.;,\d]{0,40}\b(?:harus|perlu|mesti)\s+(?:di(?:sasar|cakup|lindungi|akuisisi|daftarkan|rangkul)|terlindungi)\b",
    re.IGNORECASE,
)


def rest_not(case: Case) -> Answer:
    """``Yang tersisa 321 desa belum``, ``dan 2.460 orang belum.``: a bare ``belum``, its verb just said."""
    indicator = "entity_coverage" if case.unit in ENTITY_UNITS else "uncovered_workers"
    to_win = (_LEFT_TO_WIN, _MUST_STILL_BE_WON)
    if case.topic and any(pattern.match(case.text, case.cluster.end) for pattern in to_win):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)
    told = case.continues is not None and case.continues.decision.kind == "achieved"
    if told and _WHO_ARE_NOT.search(case.low_left) and not any(cue.kind in COVER for cue in case.cluster.near):
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)
    if told and _STILL_THERE.search(case.low_left) and _MORE.match(case.low, case.cluster.end):
        return Decision("gap", "kind.gap.rest", indicator, gap_to="full", source=case.continues)
    excepted = case.topic and _EXCEPT.search(case.low, case.cluster.sentence.start, case.cluster.start)
    if excepted or (case.topic and (_THOSE_NOT_YET.search(case.low_left) or _HOMEWORK.search(case.low_left))):
        return Decision("gap", "kind.gap.rest", indicator, gap_to="full", source=case.continues)
    effort = _EFFORT.search(case.low_left) if case.cluster.has_count else None
    if effort and (effort["rest"] or _THE_REST_OF_THEM.match(case.low, case.cluster.end)):
        return Decision("gap", "kind.gap.rest", indicator, gap_to="full", source=case.continues)
    rest = any(cue.kind == "rest" for cue in case.cluster.left)
    if case.cluster.has_count and case.topic and _NOT_YET.match(case.text, case.cluster.end):
        source = case.continues or (case.goes_on if case.unit is None else None)  # a bare number counts what they did
        return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=source)
    if not rest or not _STILL_OUT.match(case.text, case.cluster.end) or case.continues is None:
        return None
    return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=case.continues)


def complement(case: Case) -> Answer:
    """``Baru 30 persen terlindungi. Masih ada 70 persen lagi``: what a level told just before lacks to the whole.

    A group of workers or a place beside it makes it a part of those who are in, or a level of its own.
    """
    cluster, before = case.cluster, case.continues
    if before is None or before.decision.kind != "achieved" or not cluster.has_percent or len(cluster.slots) > 1:
        return None
    if not _adds_up_to_all(case, before) or cluster.last("target", "share"):
        return None
    if any(cue.kind in COVER for cue in cluster.right):
        return None  # "sisanya, 32 persen, merupakan peserta nonaktif": the others of the members
    left = case.low[before.cluster.end : cluster.start]
    own = before.cluster.end + max(left.rfind(mark) + 1 for mark in ",;.")
    end = max(cluster.end, cluster.near_end)
    if case.context.of("SEGMENT", own, end) or case.context.of("REGION", own, end):
        return None
    if not (_OF_THE_REST.search(left) or _OF_THE_REST_BEHIND.match(case.low, cluster.end)):
        return None
    return Decision("gap", "kind.gap.rest", gap_to="full", source=before)


def _adds_up_to_all(case: Case, level: Decided) -> bool:
    """Whether the percentage is what the level lacks to 100, which it may only give as a count of its base."""
    here, told = case.cluster.slots[0].quantity.value, level.cluster.slots[-1].quantity
    if told.value_max is not None:
        return False
    if level.cluster.slots[-1].is_percent:
        return told.unit == "percent" and told.value + here == _ALL
    row = next((row for row in reversed(case.decided[-_RECENT:]) if row.decision.kind == "denominator"), None)
    if row is None or row.cluster.sentence.index != level.cluster.sentence.index or row.unit != "workers":
        return False
    base = row.cluster.slots[-1].quantity.value
    return bool(base) and abs(_ALL - told.value / base * _ALL - here) <= 1  # as roughly as the press reckons


def rest_of_all(case: Case) -> Answer:
    """``Cakupan 53,7 persen. Sisanya 46,3 persen atau 61.000 pekerja``: what adds up to all of them is not in."""
    cluster = case.cluster
    rest = next((cue for cue in reversed(cluster.left) if cue.kind == "rest"), None)
    if rest is None:
        return None
    said = (*(cue for cue in cluster.left if cue.start > rest.start), *cluster.near)
    if any(cue.kind in _SAID_OF_THEM for cue in said):
        return None
    if case.context.of("SEGMENT", cluster.end, cluster.end + _AT_ONCE):
        return None  # "60 persen pekerja formal, sisanya 40 persen pekerja informal": another part
    if any(cue.kind in COVER for cue in cluster.right):
        return None  # "sisanya, 32 persen, merupakan peserta nonaktif": the others of the members
    if not cluster.has_percent:
        return _rest_of_count(case)
    here = next(slot.quantity.value for slot in cluster.slots if slot.is_percent)
    for row in reversed(case.decided[-_RECENT:]):
        if row.decision.kind == "achieved" and row.decision.indicator is None and not row.decision.is_part:
            rates = [slot.quantity.value for slot in row.cluster.slots if slot.is_percent]
            if rates and rates[0] + here == _ALL:
                return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to="full", source=row)
    return None


def _rest_of_count(case: Case) -> Answer:
    """``menyasar 100 ribu orang. Sudah 87.400 terdaftar, sisanya 12.600 orang diverifikasi``: what the target lacks."""
    rows = case.decided[-_RECENT:]
    level = rows[-1] if rows else None
    if level is None or level.decision.kind != "achieved" or level.decision.is_part or case.continues is not level:
        return None
    total = level.cluster.slots[0].quantity.value + case.cluster.slots[0].quantity.value
    whole = next((row for row in rows if row.cluster.slots[0].quantity.value == total), None)
    if whole is None or whole.decision.kind not in ("target", "denominator"):
        return None
    gap_to = "target" if whole.decision.kind == "target" else "full"
    return Decision("gap", "kind.gap.rest", "uncovered_workers", gap_to=gap_to, source=level)


def remainder(case: Case) -> Answer:
    """``target 44,2 persen, realisasi 41,27 persen sehingga tersisa 2,93 persen``: what is missing, never a level."""
    if not case.cluster.has_percent or case.cluster.has_count or not _REMAINS.search(case.low_left):
        return None
    if case.context.of("SEGMENT", case.cluster.end, max(case.cluster.end, case.cluster.near_end)):
        return None  # "60 persen pekerja formal, sisanya 40 persen pekerja informal": another part
    here = case.cluster.sentence.index
    rows = [row for row in case.decided if row.cluster.sentence.index == here and row.unit == "percent"]
    if not rows:
        return None
    to_target = any(row.decision.kind == "target" for row in rows)
    return Decision("gap", "kind.gap.rest", gap_to="target" if to_target else "unknown", source=rows[0])
