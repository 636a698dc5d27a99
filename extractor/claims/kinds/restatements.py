"""A number told again in its other unit, in a sentence of its own: ``Atau, dalam hitungan kepala, 17 ribu orang``."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.clusters import Cluster
from extractor.claims.decisions import Answer, Case
from extractor.claims.kinds.missing import OUT_OF
from extractor.claims.kinds.pairs import level_on

_SAID = (  # ", kata Kepala Dinas Rahmat,": who says so may be told on the way
    r"(?:,?\s(?:kata|ujar|ucap|sebut|jelas|lanjut|tutur|ungkap|papar|terang|imbuh|tambah|"
    r"menurut)\w*\s[^.;:\d]{3,90}?,)?"
)
_COUNTED_AS = (  # "bila dikonversi ke jumlah orang", "dalam hitungan kepala", "secara persentase"
    r"(?:(?:[Kk]alau|[Jj]ika|[Bb]ila|[Aa]pabila|[Jj]ikalau)\s+(?:di|kita )(?:hitung|konversi|konversikan|"
    r"persentasekan|persenkan|"
    r"jadikan|nyatakan|bulatkan|banding(?:kan)?|terjemahkan|ubah|jumlah(?:kan)?|total)\b[^.;:,\d]{0,60}|"
    r"[Dd]alam\s+(?:hitungan|bentuk|bilangan|jumlah|bahasa|satuan|persen(?:tase)?|angka)\b[^.;:,\d]{0,30}|"
    r"[Ss]ecara\s+(?:persentase|prosentase|jumlah|nominal|kuantitas|absolut|angka)),?\s+"
)
_CONVERTED = re.compile(rf"[\"“]?{_COUNTED_AS}")
_HEDGED = (
    r"(?:sekitar|sekira|setara(?: dengan)?|sama dengan|kira-kira|kurang lebih|lebih kurang|sebanyak|sejumlah|"
    r"sebesar|hampir|nyaris|"
    r"baru|sudah|telah|ada|hanya|cuma|berarti|ialah|adalah|yakni|yaitu|menjadi|berkisar|tercatat|masih|kini|"
    r"(?:tak|tidak|belum) (?:sampai|kurang dari|lebih dari)|(?:kurang|lebih) dari|di (?:bawah|atas)|mendekati|"
    r"mencakup|mewakili|mencapai|ekuivalen(?: dengan)?|sebanding(?: dengan)?|\s)"
)
_THAT = (
    r"(?:[Aa]tau|[Aa]lias|[Ii](?:tu|ni)(?: artinya)?|[Aa]rtinya|[Bb]erarti|[Ss]etara|[Pp]ersentase(?:nya| itu|"
    r" tersebut)|[Pp]rosentasenya|"
    r"(?:[Aa]ngka|[Jj]umlah|[Tt]otal|[Cc]apaian|[Tt]aksiran|[Pp]erkiraan) (?:itu|tersebut|ini|mereka|tadi)|"
    r"(?:[Aa]ngka|[Jj]umlah|[Tt]otal|[Bb]anyak)(?: (?:persis|tepat|pasti|riil|orang|pekerja))?nya)"
)
_RESTATES = re.compile(
    rf"[\"“]?\s*(?:{_THAT},?\s+(?:{_COUNTED_AS})?|{_COUNTED_AS}(?:(?:{_THAT}),?\s+)?){_SAID}\s*{_HEDGED}*"
)
_ONLY_SO_MANY = re.compile(  # "Baru 12 persen terlindungi. Baru sekitar 8.600 pekerja dari total 68.700"
    rf"(?:{_RESTATES.pattern}|[\"“]?(?:Baru|Hanya|Yakni|Yaitu|Tepatnya|Sekitar|Jumlahnya|Angkanya)\s+"
    r"(?:sekitar |sebanyak |ada )*)"
)
# "Tak sampai 500 orang. Di bawah 25 persen.": nothing but a hedge and the number
_NOTHING_ELSE = re.compile(
    r"[\"“]?(?:(?:baru|hanya|cuma|sekitar|sekira|kira-kira|kurang lebih|hampir|nyaris|lebih dari|kurang dari|"
    r"di (?:bawah|atas)|"
    r"(?:tak|tidak|belum) sampai|tepatnya|persisnya|yakni|yaitu|masih|berarti|artinya)\s+)*"
)
_ENDS = re.compile(r"(?:\s+(?:saja|pun|doang))?(?:\s+(?:belum|tidak|nggak))?[.!]?(?:[,.!]?[\"”][^\d]*)?")
_OF_EVERYBODY = re.compile(
    r"\s+dari\s+(?:(?:total|seluruh|semua|keseluruhan|jumlah)\s+)+(?:pekerja|tenaga kerja|angkatan kerja|penduduk)\b"
    r"(?!\s+(?:formal|informal|nonformal|rentan|penerima))"
)


def converted(case: Case) -> Answer:
    """``Jika dikonversi ke jumlah pekerja, angkanya N``: the base's own word is how it is counted, not what it is."""
    counted_as = _CONVERTED.match(case.text, case.cluster.sentence.start)
    return restated(case) if counted_as is not None else None


def restated(case: Case) -> Answer:
    """``Cakupan 42 persen. Atau sekitar 2,6 juta pekerja.``: the other unit in a sentence of its own."""
    before = case.continues
    if before is not None and before.decision.kind == "denominator":
        before = level_on(before, case.decided)
    if before is None or case.previous is not None:
        return None
    while (
        before.decision.is_part or before.decision.rule == "kind.next_sentence"
    ) and before.decision.source is not None:
        before = before.decision.source  # "Jumlah itu baru 53 persen" behind the parts of it
    if before.cluster.slots[-1].is_percent == case.cluster.slots[0].is_percent:
        return None
    start, whole = case.cluster.sentence.start, case.following
    told = whole is not None and OUT_OF.fullmatch(case.text, case.cluster.end, whole.start)
    opens = _RESTATES if not told or before.decision.kind != "achieved" else _ONLY_SO_MANY
    if _OF_EVERYBODY.match(case.low, case.cluster.end) and case.context.of("SEGMENT", *_span(before.cluster)):
        return None  # "pekerja informal 197 ribu orang. Itu hanya 20 persen dari seluruh pekerja": not of the group
    if not opens.fullmatch(case.text, start, case.cluster.start) and not _is_all_there_is(case):
        return None
    return replace(before.decision, rule="kind.restated", source=before)


def _span(cluster: Cluster) -> tuple[int, int]:
    return cluster.left_start, max(cluster.end, cluster.near_end)


def _is_all_there_is(case: Case) -> bool:
    """``Di bawah 25 persen.``: a sentence of nothing but a hedge and the number."""
    sentence, cluster = case.cluster.sentence, case.cluster
    return bool(
        _NOTHING_ELSE.fullmatch(case.low, sentence.start, cluster.start)
        and _ENDS.fullmatch(case.low, cluster.end, sentence.end)
    )
