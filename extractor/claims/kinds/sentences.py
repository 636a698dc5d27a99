"""What no other rule has an answer for: a word of cover in the number's sentence, outside its own clause."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, OTHER, Answer, Case, Decision

_WORDS = frozenset((*COVER, "uncovered", "target", "planned", "funded", "gap", "up", "down", "base", *OTHER))
_TELLS = re.compile(  # "Deputi Bidang Kepesertaan menyebut pengusaha kecil ada 48 ribu": the word was in the office
    r"\b(?:me(?:nyebut|ngatakan|nyampaikan|nuturkan|njelaskan|nerangkan|ngungkap|lapor|ncatat|maparkan)\w*|mengaku|"
    r"kata|ujar|ucap|tutur|sebut|papar|terang)\b"
)
_TOTAL = re.compile(  # "keseluruhan peserta yang tersebar di A, B dan C sebanyak 118.230"
    r"\b(?:jumlah|total|keseluruhan|seluruh)\s+(?:peserta|kepesertaan|pekerja|tenaga kerja)\b[^.;\d]*"
    r"\b(?:sebanyak|mencapai|berjumlah|sejumlah|sebesar|adalah|yakni|yaitu|ada)\s+$"
)
CIVIL_SERVANTS = re.compile(r"(?<![Nn]on[ -])\b(?:ASN|PNS|Aparatur Sipil Negara)\b")  # theirs is another scheme
_ABOUT = re.compile(r"[\"”]\s*,?\s*[^\"“”\n]{0,90}?\b(?:tentang|soal|terkait|mengenai|perihal|menyoal)\s+")
_SO_SAID = re.compile(r"\s*(?:Begitu|Demikian)(?:lah)?\s+(?:kata|ujar|ucap|ungkap|jawab|tutur|penjelasan|pernyataan)\b")
_TOLD_ABOUT = re.compile(r"\b(?:tentang|soal|terkait|mengenai|perihal|menyoal)\s+")
_NEAR_ABOUT = 25  # characters from "tentang" to what the quotation is about
# behind a number that is of nothing named behind it: a comma, the end, "itu terus", "pada Juli"
_STANDS_ALONE = re.compile(
    r"(?:\s+(?:saja|lebih|itu|ini|tersebut|terus|lagi|per|pada|di|hingga|sampai|dan|atau|menjadi|jatuh|"
    r"milik|yang|adalah|merupakan|kata|ujar|ucap|ungkap|tutur|jelas|sebut|terang|papar))*\s*(?:[.,;:)!?\"”\n]|$)|"
    r"\s+(?:per|pada|di|hingga|sampai|itu|saja|lebih)\b"
)
_FROM = re.compile(r"\bdari\s[^.;,\d]*$")  # of so many another number tells


def of_sentence(case: Case) -> Answer:
    """``Kepesertaan kita untuk penerima upah di Papua, totalnya N``: the nearest word before it, else behind it.

    Only in a sentence in which nothing speaks of anything else than coverage.
    """
    cluster, context = case.cluster, case.context
    if cluster.has_percent or not case.running_topic or not _counts_workers(case):
        return None
    cues = [cue for cue in case.sentence_cues if cue.kind in _WORDS]
    if any(cue.kind in OTHER for cue in cues):
        return None
    before = [cue for cue in cues if cue.start < cluster.start]
    nearest = (
        before[-1] if before else next((cue for cue in cues if cluster.end <= cue.start < cluster.right_end), None)
    )
    if CIVIL_SERVANTS.search(case.text, cluster.left_start, cluster.near_end) or _FROM.search(case.low_left):
        return None
    if nearest is None or nearest.kind not in COVER:
        return None
    if before and _TELLS.search(context.low, nearest.end, cluster.start):
        return None
    return Decision("achieved", "kind.achieved.sentence", unit=case.unit or "workers")


def spoken_of(case: Case) -> Answer:
    """``"Baru 30 persen. Masih jauh," kata Bupati tentang cakupan Jamsostek``: what the quotation is about."""
    cluster, sentences = case.cluster, case.context.parsed.sentences
    if not cluster.has_percent or cluster.has_count or cluster.says(*_WORDS):
        return None
    index = cluster.sentence.index
    end = cluster.sentence.end
    if index + 1 < len(sentences) and case.joined(sentences[index + 1]):
        end = sentences[index + 1].end
    so_said = _SO_SAID.match(case.text, cluster.sentence.end)
    about = (_TOLD_ABOUT if so_said else _ABOUT).search(case.text, cluster.end, end)
    if about is None or any(mark in case.text[cluster.sentence.start + 1 : cluster.start] for mark in '"”“'):
        return None
    if case.text[cluster.sentence.start] not in '"“' and not _SO_SAID.match(case.text, cluster.sentence.end):
        return None
    cue = next((row for row in case.context.cues_in(about.end(), end) if row.kind in _WORDS), None)
    if cue is None or cue.kind not in ("coverage", "participant") or cue.start > about.end() + _NEAR_ABOUT:
        return None
    return Decision("achieved", "kind.achieved.sentence")


def after_topic(case: Case) -> Answer:
    """``Cakupan Jamsostek di sini membaik. Dengan 61,2 persen, kota ini kedua``: the level of what was just named."""
    cluster = case.cluster
    sentences, index = case.context.parsed.sentences, cluster.sentence.index
    if not cluster.has_percent or cluster.has_count or not index or not case.running_topic or case.previous is not None:
        return None
    if cluster.says(*_WORDS) or any(cue.kind in OTHER for cue in case.sentence_cues):
        return None
    before = sentences[index - 1]
    if before.paragraph != cluster.sentence.paragraph or case.context.before(cluster) is not None:
        return None
    if not _STANDS_ALONE.match(case.low, cluster.end):
        return None
    cues = [cue.kind for cue in case.context.cues_in(before.start, before.end) if cue.kind in _WORDS]
    if not cues or cues[-1] != "coverage":
        return None
    return Decision("achieved", "kind.achieved.sentence")


def _counts_workers(case: Case) -> bool:
    if case.unit is not None:
        return case.unit == "workers"
    if _TOTAL.search(case.low, case.cluster.sentence.start, case.cluster.start):
        return True
    return bool(case.context.of("SEGMENT", case.cluster.left_start, case.cluster.near_end))
