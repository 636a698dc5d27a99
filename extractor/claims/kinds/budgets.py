"""Money set aside for so many people, and whom the scheme is given to or reaches."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, Answer, Case, Decision, Refusal
from extractor.claims.kinds.pairs import dated_ahead
from extractor.model import Code

_UNTIL = re.compile(r"\b(?:sampai|hingga|s\.d\.?)\s+(?:dengan\s+)?(?:akhir\s+|tahun\s+|bulan\s+)*$")
_SETS_ASIDE = re.compile(
    r"\b(?:anggaran(?:nya)?|(?:meng|di)?(?:alokasikan|anggarkan)|(?:menye|dise|se)diakan|(?:menyi|disi|si)apkan|"
    r"(?:meng|di)?gelontorkan|(?:meng|di)?kucurkan|mengucurkan|(?:menyi|disi|si)sihkan|"
    r"APB[DN]|dana|iuran(?:nya)?)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\s*(?:per tahun|setahun|setiap bulan|lebih)?"
    r"\s*(?:(?:pada|di|dari|dalam|melalui|lewat) APB[DN](?:[ -]P)?(?: Perubahan)?(?: (?:tahun )?\d{4})?)?"
    r"\s*(?:(?:itu|ini|tersebut)\s+)?(?:di(?:peruntukk?an|siapkan|alokasikan|sediakan|anggarkan|sisihkan)\s+)?"
    r"(?:untuk|bagi|guna|buat|agar|supaya)\s+"
    r"(?:(?:menanggung|melindungi|mendaftarkan|membayar(?:kan)? iuran|membiayai|meng-?cover)\s+)?"
    r"(?:(?:sekitar|sebanyak|lebih dari|total|iuran|para|per?lindungan|bagi|untuk|program|kepesertaan|jaminan sosial|"
    r"BPJS|Ketenagakerjaan|BPJamsostek|Jamsostek)\s+)*"
)
_PROTECTION_OF = re.compile(  # "Setelah jaminan BPJS Ketenagakerjaan kepada 870 ketua RT, kini kader"
    r"\b(?:setelah|selain|usai)\s+(?:memberikan\s+|memberi\s+)?(?:jaminan|per?lindungan|kepesertaan)\b[^.;,\d]*"
    r"\b(?:kepada|bagi|untuk)\s+(?:sebanyak\s+|sekitar\s+)?$",
    re.IGNORECASE,
)
_GIVEN = re.compile(  # "jaminan ketenagakerjaan bagi pekerja rentan diberikan Pemkab kepada N orang"
    r"\b(?:jaminan (?:(?:sosial )?ketenagakerjaan|serupa|ini|itu)|per?lindungan|BPJS Ketenagakerjaan|Jamsostek|"
    r"kepesertaan)\b[^.;\d]*\b(?:diberikan|disalurkan|diserahkan)\b[^.;,\d]*\b(?:kepada|untuk|bagi)\s+(?:sebanyak\s+|sekitar\s+)?$",
    re.IGNORECASE,
)
_GIVES = re.compile(  # "Pemkab hibahkan jaminan BPJS Ketenagakerjaan bagi N pekerja rentan"
    r"(?<!akan )(?<!bakal )(?<!hendak )(?<!ingin )(?<!untuk )(?<!guna )(?<!dapat )(?<!bisa )(?<!berencana )"
    r"\b(?:(?:meng)?hibahkan|memberi(?:kan)?|beri(?:kan)?|menyalurkan|salurkan|membagikan|bagikan)\s+"
    r"(?:\w+\s+){0,2}?(?:jaminan|per?lindungan|asuransi|kepesertaan)\b[^.;\d]*\b(?:bpjs|jamsostek|bpjamsostek|"
    r"ketenagakerjaan)\b[^.;,\d]*\b(?:kepada|bagi|untuk)\s+(?:(?:sebanyak|sekitar|lebih dari|sejumlah)\s+)*$"
)
REACHES = re.compile(  # "asuransi ketenagakerjaan ini mencakup total N penerima manfaat"
    r"\b(?:asuransi|program|jaminan|per?lindungan|kepesertaan|bpjs ketenagakerjaan|jamsostek)\b[^.;,\d]{0,60}"
    r"(?<!akan )(?<!bakal )\b(?P<verb>mencakup|menjangkau|meliputi|memayungi|menaungi|mengayomi|membentengi|"
    r"(?:sudah|telah|kini|terus)\s+(?:berjalan|bergulir|terlaksana)\s+dengan)\s+"
    r"(?:(?:total|sebanyak|sekitar|lebih dari|sejumlah|per?lindungan|bagi|untuk)\s+)*$"
)
_MEANT_TO = re.compile(
    r"\b(?:diharapkan|diharap|diupayakan|diusahakan|diproyeksikan|ditujukan|dimaksudkan|ingin|hendak|berharap|berupaya|"
    r"berusaha|bertujuan|untuk|agar|supaya|guna)\s+(?:(?:bisa|dapat|mampu|akan|juga|terus|lebih)\s+)*$"
)
_AT_ONCE = 6  # characters from a bare number to its verb
_CARDS_FOR = re.compile(  # "Kartu Jamsostek untuk N imam telah diserahkan"
    r"\bkartu\s+(?:\w+\s+){0,3}?(?:bpjs ketenagakerjaan|jamsostek|bpjamsostek|kepesertaan|peserta)\b[^.;,\d]{0,30}"
    r"\b(?:untuk|bagi|milik)\s+(?:(?:sebanyak|sekitar|sejumlah)\s+)*$"
)
_HANDED_OVER = re.compile(
    r"[^.;,\d]{0,50}\b(?:telah|sudah|kini|langsung)?\s*(?:diserahkan|dibagikan|disalurkan|diberikan)\b"
)
_RECEIVERS = re.compile(
    r"[\"“]?(?:(?:[Pp]e)?[Rr]incian|[Dd]aftar|[Tt]otal|[Jj]umlah)\s+penerima(?:nya| (?:itu|ini|tersebut))\b"
)
_BENEFICIARIES = re.compile(  # "Jumlah penerima manfaat tahun ini sebanyak": those that the cover told of is for
    r"[\"“]?(?:(?:adapun|sementara(?: itu)?|sedangkan|saat ini|kini|hingga kini|tahun ini),?\s+)?"
    r"(?:(?:jumlah|total|banyaknya|angka)\s+)?(?:para\s+)?penerima(?: manfaat)?(?:nya)?\s+"
    r"(?:[^.;\d]*(?:\b20\d\d\b[^.;\d]*)?)?$"
)
_NO_ONE_PAID = ("penerima manfaat", "manfaat")
_CARDS = re.compile(r"\bkartu\b", re.IGNORECASE)
_OTHER_CARDS = re.compile(r"\s+(?:ujian|tes|seleksi|didik|lomba|bpjs kesehatan|jkn|kis|koperasi)\b")
_CARDS_TO = re.compile(  # "penyerahan kartu BPJS Ketenagakerjaan secara simbolis kepada 126 petugas"
    r"(?<!akan )(?<!bakal )(?<!rencana )\b(?:penyerahan|menyerahkan|pembagian|membagikan|bagikan)\s+"
    r"(?:\w+\s+){0,2}?kartu\s+(?:\w+\s+){0,2}?(?:bpjs|bpjamsostek|jamsostek)\b[^.;,\d]*\b(?:kepada|bagi|untuk)\s+"
    r"(?:(?:sebanyak|sekitar|total|para|perwakilan|dari)\s+)*$"
)
_WILL_ISSUE = re.compile(r"\b(?:akan|bakal|rencananya|segera)\s+(?:\w+\s+){0,4}$")
_SERVES = re.compile(r"\bmelayani\s+(?:(?:sebanyak|sekitar|lebih dari|kurang lebih)\s+)*$")
_NOT_COVER = ("benefit", "aid", "event", "health", "unemployment")


def budgeted(case: Case) -> Answer:
    """``anggarannya Rp3 miliar untuk N tenaga kerja``: money set aside for so many."""
    cluster = case.cluster
    money = case.context.of("MONEY", cluster.sentence.start, cluster.start)
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


def receivers(case: Case) -> Answer:
    """``Pemkab menganggarkan Rp3 miliar. Rincian penerimanya, guru 3.900 orang``: those the money is set aside for."""
    index = case.cluster.sentence.index
    if not case.cluster.has_count or case.unit != "workers" or not index or not case.context.is_about_scheme:
        return None
    if not _RECEIVERS.match(case.text, case.cluster.sentence.start):
        return None
    before = case.context.parsed.sentences[index - 1]
    if not case.context.of("MONEY", before.start, before.end) or not case.context.has_cue(
        "planned", before.start, before.end
    ):
        return None
    return Decision("planned", "kind.planned.budget", "funded_workers")


def beneficiaries(case: Case) -> Answer:
    """``Kepesertaan bagi guru ngaji. Jumlah penerima manfaat 2.100 orang``: those who are in, where none was paid."""
    cluster, context = case.cluster, case.context
    index = cluster.sentence.index
    if not cluster.has_count or case.unit not in ("workers", None) or not index or not context.is_about_scheme:
        return None
    if cluster.says("planned", "target") or not _BENEFICIARIES.match(case.low[cluster.sentence.start : cluster.start]):
        return None
    if context.of("PROGRAMME", cluster.sentence.start, cluster.start):
        return None  # "Penerima manfaat JHT sebanyak 2.100 orang"
    before = context.parsed.sentences[index - 1]
    told = context.cues_in(before.start, cluster.sentence.end)
    if any(cue.kind in _NOT_COVER and case.low[cue.start : cue.end] not in _NO_ONE_PAID for cue in told):
        return None
    if not any(cue.kind in COVER or cue.kind == "funded" for cue in told if cue.start < before.end):
        return None
    return Decision("achieved", "kind.achieved.cover")


def cards(case: Case) -> Answer:
    """``membagikan 1.200 kartu BPJS Ketenagakerjaan``: so many cards are so many members."""
    if not case.cluster.has_count or not _CARDS.search(case.cluster.slots[0].mention.quote):
        return None
    if not case.topic or _OTHER_CARDS.match(case.low, case.cluster.end):
        return Refusal("cards of something else")
    if case.cluster.says("planned", "target") or _WILL_ISSUE.search(case.low_left):
        return Decision("planned", "kind.planned.word", "funded_workers")
    return Decision("achieved", "kind.achieved.funded", "registered_workers")


def funded(case: Case) -> Answer:
    """Workers whose contributions a budget pays are covered by it, as are those who are handed their cards."""
    if not case.cluster.has_count or case.unit not in ("workers", None):
        return None
    if case.unit is None:
        return _of_base(case)
    handed = _CARDS_FOR.search(case.low_left) and _HANDED_OVER.match(case.low, case.cluster.end)
    if (handed or _CARDS_TO.search(case.low_left)) and case.topic and not case.cluster.says("planned"):
        return Decision("achieved", "kind.achieved.funded", "registered_workers")
    given = _GIVEN.search(case.left) or _PROTECTION_OF.search(case.left) or _GIVES.search(case.low_left)
    date = dated_ahead(case, case.cluster.near_end) if case.cluster.says("funded") else None
    if date is not None and not _UNTIL.search(case.low[case.cluster.left_start : date.start]):
        return Decision("planned", "kind.planned.word", "funded_workers")  # "2027, Pemkot Tanggung Iuran 3.100 Nelayan"
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
    if case.unit == "companies" and case.topic and (_SERVES.search(case.low_left) or REACHES.search(case.low_left)):
        return Decision("achieved", "kind.achieved.cover")  # "melayani lebih dari 63.000 pemberi kerja"
    if not case.cluster.has_count or case.unit != "workers" or not (case.topic or case.sentence_covers):
        return None
    reaches = REACHES.search(case.low_left)
    if not reaches or case.cluster.says("planned", "target", "uncovered"):
        return None
    if _MEANT_TO.search(case.low_left, 0, reaches.start("verb")):
        return None  # "diharapkan mampu menjangkau 25.000 pekerja": it does not yet
    return Decision("achieved", "kind.achieved.cover")
