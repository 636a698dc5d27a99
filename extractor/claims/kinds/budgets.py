"""Money set aside for so many people, and whom the scheme is given to or reaches."""

from __future__ import annotations

import re

from extractor.claims.decisions import Answer, Case, Decision
from extractor.model import Code

_SETS_ASIDE = re.compile(
    r"\b(?:anggaran(?:nya)?|(?:meng|di)?(?:alokasikan|anggarkan)|(?:menye|dise|se)diakan|(?:menyi|disi|si)apkan|"
    r"(?:meng|di)?gelontorkan|(?:meng|di)?kucurkan|mengucurkan|(?:menyi|disi|si)sihkan|"
    r"APB[DN]|dana|iuran(?:nya)?)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\s*(?:per tahun|setahun|setiap bulan|lebih)?"
    r"\s*(?:(?:pada|di|dari|dalam|melalui|lewat) APB[DN](?:[ -]P)?(?: Perubahan)?(?: (?:tahun )?\d{4})?)?"
    r"\s*(?:untuk|bagi|guna|buat)\s+"
    r"(?:(?:menanggung|melindungi|mendaftarkan|membayar(?:kan)? iuran|membiayai|meng-?cover)\s+)?"
    r"(?:(?:sekitar|sebanyak|lebih dari|total|iuran|para|perlindungan|bagi|untuk|program|kepesertaan|jaminan sosial|"
    r"BPJS|Ketenagakerjaan|BPJamsostek|Jamsostek)\s+)*"
)
_PROTECTION_OF = re.compile(  # "Setelah jaminan BPJS Ketenagakerjaan kepada 870 ketua RT, kini kader"
    r"\b(?:setelah|selain|usai)\s+(?:memberikan\s+|memberi\s+)?(?:jaminan|perlindungan|kepesertaan)\b[^.;,\d]*"
    r"\b(?:kepada|bagi|untuk)\s+(?:sebanyak\s+|sekitar\s+)?$",
    re.IGNORECASE,
)
_GIVEN = re.compile(  # "jaminan ketenagakerjaan bagi pekerja rentan diberikan Pemkab kepada N orang"
    r"\b(?:jaminan (?:(?:sosial )?ketenagakerjaan|serupa|ini|itu)|perlindungan|BPJS Ketenagakerjaan|Jamsostek|"
    r"kepesertaan)\b[^.;\d]*\b(?:diberikan|disalurkan|diserahkan)\b[^.;,\d]*\bkepada\s+(?:sebanyak\s+|sekitar\s+)?$",
    re.IGNORECASE,
)
_GIVES = re.compile(  # "Pemkab hibahkan jaminan BPJS Ketenagakerjaan bagi N pekerja rentan"
    r"(?<!akan )(?<!bakal )(?<!hendak )(?<!ingin )(?<!untuk )(?<!guna )(?<!dapat )(?<!bisa )(?<!berencana )"
    r"\b(?:(?:meng)?hibahkan|memberi(?:kan)?|beri(?:kan)?|menyalurkan|salurkan|membagikan|bagikan)\s+"
    r"(?:\w+\s+){0,2}?(?:jaminan|perlindungan|asuransi|kepesertaan)\b[^.;\d]*\b(?:bpjs|jamsostek|bpjamsostek|"
    r"ketenagakerjaan)\b[^.;,\d]*\b(?:kepada|bagi|untuk)\s+(?:(?:sebanyak|sekitar|lebih dari|sejumlah)\s+)*$"
)
_REACHES = re.compile(  # "asuransi ketenagakerjaan ini mencakup total N penerima manfaat"
    r"\b(?:asuransi|program|jaminan|perlindungan|kepesertaan|bpjs ketenagakerjaan|jamsostek)\b[^.;,\d]{0,40}"
    r"(?<!akan )(?<!bakal )\b(?:mencakup|menjangkau|meliputi)\s+"
    r"(?:(?:total|sebanyak|sekitar|lebih dari|sejumlah|perlindungan|bagi|untuk)\s+)*$"
)
_AT_ONCE = 3  # characters from a bare number to its verb
_NOT_COVER = ("benefit", "aid", "event", "health", "unemployment")


def budgeted(case: Case) -> Answer:
    """``anggarannya Rp3 miliar untuk N tenaga kerja``: money set aside for so many."""
    cluster = case.cluster
    money = case.context.of("MONEY", cluster.left_start, cluster.start)
    if not cluster.has_count or case.unit != "workers" or not money:
        return None
    if not _FOR.fullmatch(case.text, money[-1].end, cluster.start):
        return None
    start = cluster.sentence.start
    rentan = any(row.value == Code("RENTAN") for row in case.context.of("SEGMENT", cluster.start, cluster.near_end))
    if not (
        case.topic
        or ((rentan or cluster.says("funded")) and case.context.is_about_scheme)
        or case.context.has_cue("jamsostek", start, cluster.sentence.end)
    ):
        return None
    if not _SETS_ASIDE.search(case.text, start, money[-1].start):
        return None
    if any(cue.kind in _NOT_COVER for cue in case.context.cues_in(start, cluster.start)):
        return None
    return Decision("planned", "kind.planned.budget", "funded_workers")


def funded(case: Case) -> Answer:
    """Workers whose contributions a budget pays are covered by it."""
    if not case.cluster.has_count or case.unit not in ("workers", None):
        return None
    if case.unit is None:
        return _of_base(case)
    given = _GIVEN.search(case.left) or _PROTECTION_OF.search(case.left) or _GIVES.search(case.low_left)
    if case.cluster.says("funded") or (given and case.topic):
        return Decision("achieved", "kind.achieved.funded", "funded_workers")
    return None


def _of_base(case: Case) -> Answer:
    """``Dari 13.500 pekerja rentan, 2.000 dibiayai APBD``: a bare number of those just counted, its verb behind it."""
    before = case.previous
    if (
        before is None
        or before.decision.kind not in ("denominator", "achieved")
        or before.unit not in ("workers", None)
    ):
        return None
    if not any(cue.kind == "funded" and cue.start - case.cluster.end <= _AT_ONCE for cue in case.cluster.near):
        return None
    return Decision("achieved", "kind.achieved.funded", "funded_workers", unit="workers", source=before)


def reached(case: Case) -> Answer:
    """``program jaminan ini mencakup total N penerima manfaat``: whom the scheme reaches, whoever pays for them."""
    if not case.cluster.has_count or case.unit != "workers" or not case.topic:
        return None
    if not _REACHES.search(case.low_left) or case.cluster.says("planned", "target", "uncovered"):
        return None
    return Decision("achieved", "kind.achieved.cover")
