"""How far a number's clause reaches: a comma between a subject and its predicate does not end it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claims.clusters import Slot
from extractor.model import Cue

NEAR_END = re.compile(
    r"[;,\"“”]|\((?![A-Z][\w/-]{1,12}\))|(?<!\bnon) [–—-] |"
    r"\b(?:sementara(?! ini)|sedangkan|namun|tetapi|tapi|adapun|sehingga|karena|sebab|lantaran|akibat|padahal)\b|"
    r"\bdengan (?:(?:(?:tingkat|angka|jumlah) \w+ )?yang\b|"
    r"(?:kepesertaan|jumlah peserta)\b[^.;,\d]{0,30}(?:sebanyak|mencapai|sebesar))|"
    r"\bdan (?:yang|baru|hanya|sudah|telah|di antaranya|sisanya|selebihnya|"
    r"ter(?:cover|daftar|lindungi|cakup) (?:baru|hanya|sudah))\b|"
    # "21.400 atau 68 persen dan masih ada yang belum tercover"
    r"\bdan (?:[a-z]+ ){0,5}?masih (?:ada|banyak|terdapat|tersisa|menyisakan)\b"
)
_WHICH = re.compile(r",\s+yang\s")
_COUNTED_OUT = re.compile(r"\s(?:dari|dengan|atau)\s[^.;,]*$")
_PERSONS = ("orang", "jiwa")
_WHO_ARE_WORKERS = re.compile(r"\s(?:pekerja|tenaga kerja|naker|peserta|karyawan|buruh|pegawai)\b")
_OURS = re.compile(r"\s(?:kita|kami)(?=\s(?:yang|di|ini|itu|sudah|telah|belum|baru|masih)\b)")
INSERTION = 140  # characters an insertion between a number and its verb may have
_ADVERBS = (
    r"(?:(?:telah|sudah|juga|kini|saat ini|sekarang|(?:hingga|sampai)\s+(?:kini|saat ini|sekarang|hari ini)|sejauh ini|"
    r"selama ini|belum|masih|resmi|akhirnya|semuanya|seluruhnya|tercatat|diketahui|dilaporkan|memang|ternyata|"
    r"rupanya)\s+)*"
)
_INSERTED = re.compile(
    r",(?:(?!\b(?:sementara|sedangkan|namun|tetapi|karena|sehingga|agar|untuk|dan|bahwa|yang|pekerja|perusahaan)\b)[^.;\"“”])*,"
    rf"\s*(?:akan\s+)?{_ADVERBS}"
    # "di Bantul, DI Yogyakarta tercatat"
    r"|,\s(?!Sisanya|Selebihnya|Lainnya|Yang|Baru|Hanya|Masih)(?:[A-Z]\w+\s){1,3}"
    rf"{_ADVERBS}"
    r"|,\s[^.;\"“”,]*(?:,\s[^.;\"“”,]*)*,?\s(?:dan|serta)\s\w+(?:\s\w+){0,3}?\s+"
    rf"(?:yang\s+)?{_ADVERBS}"
)
_AT_ONCE = re.compile(rf",\s+(?:yang\s+)?{_ADVERBS}(?:(?:kita|kami)\s+)?")  # "1.300 orang, kita ikutsertakan"
_OPENS = re.compile(
    r"(?:^|[^\w\s]\s*)(?:(?:sebanyak|sejumlah|sekitar|total|setidaknya|sedikitnya|lebih dari|masih|ada|terdapat|"
    r"tercatat|sudah|telah|baru|hanya|kini|saat ini)\s+)*$"
)
_BEHIND_SUBJECT = re.compile(  # "N perusahaan jasa dan dagang yang berada di Bantul, Yogyakarta, telah mendaftarkan"
    r",(?:(?!\b(?:sementara|sedangkan|namun|tetapi|karena|sehingga|agar|supaya|untuk|bahwa|jika|kalau|bila)\b)[^.;\"“”])*,"
    rf"\s*(?:(?:di|dari|se)\s[^.;,]{{2,40}}?\s)?(?:yang\s+)?{_ADVERBS}"
)
_AND = re.compile(
    r"(?:\s+\w[\w/-]*){0,4}(?:\s*\([^()]*\))?(?:,|,?\s+(?:dan|serta|maupun))\s+(?:(?:sebanyak|sekitar|sejumlah)\s+)*"
)
OF_BASE = re.compile(  # "N pekerja, dari total M pekerja"
    r"\)?,?\s+dari\s+(?:(?:total|jumlah|seluruh|sekitar|sebanyak|pekerja|tenaga kerja|potensi)\s+)*"
)
_IS_INSERTED = re.compile(r",\s(?:tepatnya|persisnya|yakni|yaitu|atau|sekitar)\s(?:(?:sebanyak|sekitar|mencapai)\s)*$")
_SUBJECT_AND = re.compile(
    rf",\s[^.;,\d\"“”]{{3,80}}?\s{_ADVERBS}"
)  # "separuh, tepatnya 53 persen, pekerja di sini belum"
_NAMELY = re.compile(r"\s*,?\s*(?:yakni|yaitu|itulah|inilah|ialah|adalah|merupakan)\s+(?!\d)")
_PREDICATES = ("covered", "registered", "uncovered", "funded")
_WILL_BE = re.compile(r"(?:akan|bakal)\s(?!.*tambah)")  # "akan ditambah" says more of a number that is reached


def noun_end(low: str, slot: Slot) -> int:
    """Where a number ends with what it counts: ``N orang [pekerja kita]`` says no more than ``N pekerja``."""
    end = slot.mention.end
    if slot.is_percent:
        return end
    noun = _WHO_ARE_WORKERS.match(low, end) if slot.mention.quote.endswith(_PERSONS) else None
    end = noun.end() if noun else end
    ours = _OURS.match(low, end)
    return ours.end() if ours else end


def near_end(text: str, end: int, right_end: int, *, last: bool) -> int:
    """Where the words close to a number end: at a comma, but not at one before ``yang``, which still tells of it.

    ``4.000 nelayan, yang belum terdaftar, ...``; in ``dari 90 desa, yang terdaftar baru 20`` the clause has a number
    of its own. ``last`` says that no number follows in the sentence, which ends at ``right_end``.
    """
    stop = NEAR_END.search(text, end, right_end)
    if stop is not None and namely(text, end, right_end):
        stop = NEAR_END.search(text, stop.end(), right_end)
    if stop is None:
        return right_end
    if _WHICH.match(text, stop.start()):
        behind = NEAR_END.search(text, stop.end(), right_end)
        if behind is not None or last or _COUNTED_OUT.search(text, stop.end(), right_end):
            return behind.start() if behind else right_end
    return stop.start()


def predicate(
    text: str, low: str, cues: Sequence[Cue], group: Sequence[Slot], before: Slot | None, comma: int
) -> tuple[Cue, ...]:
    """``5.000 pekerja di Ende, Nusa Tenggara Timur, telah terlindungi``: the verb behind ``comma`` and an insertion.

    The second number of a pair is one itself: ``87 persen guru, atau 4.350 orang, telah didaftarkan``; behind the
    only number of a sentence, or the last of those joined by ``dan``, a comma may part the subject from its verb:
    ``N pekerja dan M guru di Bali, sudah terdaftar``. ``cues`` are those behind the comma, ``before`` is the number
    before the ``group`` in its sentence.
    """
    verbs = [
        cue
        for cue in cues
        if cue.kind in _PREDICATES or (cue.kind == "planned" and _WILL_BE.match(low, cue.start, cue.end))
    ]
    if not verbs:
        return ()
    start = group[0].mention.start
    paired = len(group) > 1 or before is None or bool(_AND.fullmatch(low, before.mention.end, start))
    opens = before is None and _OPENS.search(low[group[0].sentence.start : start])
    for cue in verbs:
        between = text[comma : cue.start]
        if _INSERTED.fullmatch(between) or (paired and _AT_ONCE.fullmatch(between)):
            return (cue,)
        if _IS_INSERTED.search(low, group[0].sentence.start, start) and _SUBJECT_AND.fullmatch(low, comma, cue.start):
            return (cue,)
        if opens and _BEHIND_SUBJECT.fullmatch(low, comma, cue.start):
            return (cue,)
    return ()


def namely(low: str, start: int, end: int) -> bool:
    """Whether a number is told first and what it counts behind it: ``44.120, yaitu mereka yang tercatat``."""
    return bool(_NAMELY.match(low, start, end))
