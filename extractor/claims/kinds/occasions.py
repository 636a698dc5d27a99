"""Numbers of those who are present at an occasion: handed something on a stage, or sent by their employers."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Refusal

_SYMBOLIC = re.compile(  # "secara simbolis kepada 25 nelayan", "... kepada perwakilan 8 nelayan dan 5 petani"
    r"\bsimbolis\b[^.;]*\b(?:kepada|untuk|bagi)\s+(?:\w+\s+){0,2}"
    r"(?:\d{1,2}\s+(?:orang\s+)?[a-z]+(?:\s[a-z]+)?(?:\s*,|\s+dan|,?\s+serta)\s+(?:juga\s+)?)*$"
)
_RECEIVE_SYMBOLICALLY = re.compile(  # "23 petani yang menerima kartu secara simbolis", "12 penerima secara simbolis"
    r"(?:\s+[a-z]+){0,3}?\s+secara simbolis\b|"
    r"(?:\s+[a-z]+){0,4}?\s+(?:yang\s+)?(?:menerima|memperoleh|mendapat(?:kan)?|diserahi|diberi(?:kan)?)\b[^.;\d]*\bsimbolis\b"
)
_REPRESENT = re.compile(  # "diserahkan kepada 5 orang perwakilan": they stand for the others
    r"(?:\s+(?:orang|pekerja|peserta|nelayan|petani))?\s+(?:sebagai\s+|selaku\s+)?(?:per)?wakil(?:an)?\b"
)
_ON_A_STAGE = 100
_SENT_BY = re.compile(  # "menghadirkan utusan dari 58 perusahaan", "diikuti HRD 40 perusahaan"
    r"\b(?:perwakilan|wakil|utusan|delegasi|personalia|hrd|pimpinan|manajemen|pengurus)(?:nya)?\s+(?:dari\s+)?"
    r"(?:(?:sekitar|sebanyak|lebih dari|sedikitnya|setidaknya|kurang lebih|total)\s+)*$"
)


def symbolic(case: Case) -> Answer:
    """``menyerahkan kartu secara simbolis kepada 25 nelayan``: those on the stage, not those covered."""
    if case.unit != "workers" or case.cluster.slots[0].quantity.value >= _ON_A_STAGE:
        return None
    sentence = case.cluster.sentence
    if (
        _SYMBOLIC.search(case.low, sentence.start, case.cluster.start)
        or _RECEIVE_SYMBOLICALLY.match(case.low, case.cluster.end, sentence.end)
        or _REPRESENT.match(case.low, case.cluster.end)
    ):
        return Refusal("it counts those who were handed something symbolically")
    return None


def sent(case: Case) -> Answer:
    """``menghadirkan utusan dari 58 perusahaan``: whose people came to a meeting, not who is in."""
    if case.unit not in ENTITY_UNITS or not _SENT_BY.search(case.low_left):
        return None
    told = any(cue.kind in (*COVER[1:5], "uncovered") for cue in case.cluster.near)
    return None if told else Refusal(DISTRACTORS["event"])
