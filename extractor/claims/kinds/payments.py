"""People and percentages in stories of money: whom benefits and aid were paid to, and dues."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Refusal
from extractor.claims.kinds.other_counts import CLAIMED, says_of_them

_WORTH = re.compile(r"\b(?:total|senilai|sebesar|nominal|nilai)\s+(?:\w+\s+)?$")
_BUDGET = re.compile(r"\b(?:anggaran(?:nya)?|iuran(?:nya)?|premi(?:nya)?|dana bagi hasil|apbd|dbh)\b")
_TO = re.compile(
    r"\s*(?:(?:telah|sudah|juga|itu|yang)\s+)*(?:(?:di|ter)(?:bayar|salur|serah|beri)(?:kan)?\s+|cair\s+)?"
    r"(?:kepada|untuk|bagi)\s+(?:(?:sebanyak|sekitar|total|sejumlah|lebih dari)\s+)*"
)
_PAID_IN = re.compile(
    r"\b(?:iuran(?:nya)?|premi(?:nya)?|anggaran|mengalokasikan|dialokasikan|APB[DN])\b", re.IGNORECASE
)
_TAKEN_BY = re.compile(  # "manfaat klaim mencapai Rp650 miliar, diterima oleh 52.300 pekerja"
    r"\b(?:manfaat|klaim|santunan|jht|jkp|"
    r"jaminan (?:hari tua|pensiun|kematian|kecelakaan kerja|kehilangan pekerjaan))\b[^;]*"
    r"\b(?:diterima|dinikmati|diperoleh|dicairkan|diambil)\s+(?:oleh\s+)?(?:sebanyak\s+|sekitar\s+)?$"
)
_PAID_TO = re.compile(  # "membayar jaminan kepada 4.120 peserta": who pays contributions pays "bagi" or "untuk" them
    r"\b(?:(?:mem|di|ter)bayar(?:kan)?|pembayaran|mencairkan|dicairkan|pencairan)\s+(?:dana\s+|uang\s+|seluruh\s+)?"
    r"jaminan(?! sosial| per?lindungan)[^.;,\d]{0,40}\bkepada\s+(?:(?:sebanyak|sekitar|total|sejumlah|lebih dari)\s+)*$"
)
_THAT_MONEY = re.compile(  # "Dana tersebut diterima 2.300 peserta", behind the benefits it was paid for
    r"[\"“]?(?:dana|uang|nilai|nominal|jumlah|pembayaran|angka)(?:\s+\w+)?\s+(?:itu|ini|tersebut)\s[^.;,\d]*?"
    r"(?:diterima|dinikmati|diambil|(?:di|ter)(?:bayar|salur|serah|beri)(?:kan)?\s+(?:kepada|untuk|bagi))\s+(?:oleh\s+)?"
    r"(?:(?:sebanyak|sekitar|total|sejumlah|lebih dari)\s+)*"
)
_DUES = r"(?:pembayaran(?:nya)?|iuran(?:nya)?|tunggakan(?:nya)?)"
_PAYS_DUES = re.compile(  # "219 desa telah menyelesaikan pembayaran iuran", "29 desa yang pembayarannya belum tuntas"
    rf"\s*(?:lainnya\s+)?(?:yang\s+)?(?:{_DUES}\s+(?:belum|sudah|telah)|(?:(?:baru|belum|telah|sudah|masih)\s+)*"
    rf"(?:menyelesaikan|melunasi|merealisasikan|menunggak|membayar(?:kan)?)\s+{_DUES}|"
    r"(?:tidak|tak|belum|kurang)\s+(?:tertib|patuh|disiplin|rutin|lancar)|lalai|nakal)\b"
)
_DUES_PAID_BY = re.compile(  # "yang belum melunasi iuran pekerja rentan sebanyak 14 desa"
    rf"\b(?:belum|sudah|telah)\s+(?:menyelesaikan|melunasi|merealisasikan|membayar(?:kan)?)\s+{_DUES}\b[^.;,\d]*$"
)
_VISITED = re.compile(  # "lebih dari 40 desa sudah kami datangi"
    r"\s*(?:lainnya\s+)?(?:yang\s+)?(?:(?:sudah|telah|belum|akan|pernah|kami|kita)\s+)+"
    r"(?:di)?(?:datangi|kunjungi|sambangi|sosialisasi(?:kan)?|edukasi|survei|mendapat(?:kan)? sosialisasi)\b"
)
_COUNTED_OUT_OF = re.compile(r"[^.;\d]{0,30}")
_OUT_OF_THEM = re.compile(r"[^.;\d]{0,60}")
_TOURED = re.compile(  # "sosialisasi di 364 dari total 381 desa"
    r"\b(?:sosialisasi|edukasi|penyuluhan|kunjungan|bimtek|roadshow|menyosialisasikan|mensosialisasikan)\b[^.;,\d]{0,60}"
    r"\b(?:di|ke|pada|menyentuh|menjangkau|menyasar|menyambangi|mengunjungi|menyusuri|mencakup)\s+"
    r"(?:(?:lebih dari|sekitar|sebanyak|total|hampir)\s+)*(?:\d[\d.]*\s+(?:\w+,?\s+)?dari\s+(?:total\s+)?)?$"
)


def paid_out(case: Case) -> Answer:
    """``klaim Rp4 miliar kepada 362 peserta``, ``362 peserta JKK senilai Rp4 miliar``: paid, not covered."""
    cluster, sentences = case.cluster, case.context.parsed.sentences
    if not cluster.has_count:
        return None
    if (
        _received(case)
        or _PAID_TO.search(case.low_left)
        or _TAKEN_BY.search(case.low, cluster.sentence.start, cluster.start)
        or says_of_them(case, CLAIMED)
    ):
        return Refusal(DISTRACTORS["benefit"])
    money = case.context.of("MONEY", cluster.end, cluster.right_end)
    if not money or not _WORTH.search(case.text, cluster.end, money[0].start):
        return None
    if _BUDGET.search(case.low, cluster.end, money[0].start):
        return None  # "2.310 orang, anggaran berasal dari dana bagi hasil sebesar Rp500 juta": of their contributions
    said = [cue.kind for cue in case.context.cues_in(cluster.end, money[0].start)]
    if "benefit" in said and any(kind in COVER[1:4] for kind in said[: said.index("benefit")]):
        return None  # "41.300 pekerja telah terdaftar dan klaim dibayarkan sebesar Rp3 miliar": said of them first
    start = sentences[max(0, cluster.sentence.index - 1)].start
    benefits = case.context.has_cue("benefit", start, cluster.sentence.end)
    return Refusal(DISTRACTORS["benefit"]) if benefits and not cluster.says("planned", "funded", "uncovered") else None


def _received(case: Case) -> bool:
    """Whether money of benefits named in the sentence went to those counted, and no contribution is spoken of."""
    start = case.cluster.sentence.start
    if _THAT_MONEY.fullmatch(case.low, start, case.cluster.start):
        before = case.context.parsed.sentences[max(0, case.cluster.sentence.index - 1)]
        return case.context.has_cue("benefit", before.start, before.end)
    money = case.context.of("MONEY", start, case.cluster.start)
    if not money or not _TO.fullmatch(case.text, money[-1].end, case.cluster.start):
        return False
    benefits = [cue for cue in case.context.cues_in(start, money[-1].start) if cue.kind == "benefit"]
    return bool(benefits) and not _PAID_IN.search(case.text, benefits[0].start, case.cluster.start)


def dues(case: Case) -> Answer:
    """Villages and companies that have paid their contributions, or have not, and those they are counted out of."""
    cluster, row = case.cluster, case.following
    if case.unit is None and row is not None and _TOURED.search(case.low_left) and row.slots[0].quantity.unit:
        return Refusal(DISTRACTORS["event"])
    if case.unit not in ENTITY_UNITS:
        return None
    if _TOURED.search(case.low, cluster.sentence.start, cluster.start):
        return Refusal(DISTRACTORS["event"])
    if _DUES_PAID_BY.search(case.low_left):
        return Refusal(DISTRACTORS["contribution"])
    part = row if row is not None and row.slots[0].quantity.unit == case.unit else None
    between = case.text[cluster.end : part.start].lstrip(", ") if part is not None else ""
    if _PAYS_DUES.match(case.text, cluster.end) or (
        part is not None and _COUNTED_OUT_OF.fullmatch(between) and _PAYS_DUES.match(case.text, part.end)
    ):
        return Refusal(DISTRACTORS["contribution"])
    if _VISITED.match(case.low, cluster.end) or (
        part is not None and _OUT_OF_THEM.fullmatch(between) and _VISITED.match(case.low, part.end)
    ):
        return Refusal(DISTRACTORS["event"])
    return None
