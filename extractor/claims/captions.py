"""Lines below or above a photo, which name who is on it and where it was taken: no part of the story."""

from __future__ import annotations

import re

from extractor.claims.context import Context

_POSED = re.compile(  # "Direktur X (tengah) didampingi Kepala Y (kedua kiri)"
    r"\((?:paling |pertama |kedua |ketiga |keempat |kelima |dua |tiga )?(?:dari )?"
    r"(?:kiri|kanan|tengah)\b[^()\n]{0,20}\)"
)
_CREDITED = re.compile(
    r"(?:[.)/]|\s[-–])\s?\(?"
    r"(?:(?i:(?:sumber |kredit )?foto)\s?[:/]|(?i:antara) ?(?i:foto)\b|ANTARA/|[Dd]ok(?:\.|umentasi\b)|"
    r"(?:Bisnis|KONTAN|Kompas|Tempo|Antara|Republika)\s?[-/]\s?[A-Z]|Ist(?:imewa)?\b|HO[-/ ])[^\n]{0,80}$"
)
_LONGEST = 500  # characters


def in_caption(offset: int, context: Context) -> bool:
    """Whether a character lies in a photo's caption; one that tells a number itself is read like the story."""
    text = context.text
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    end = end if end >= 0 else len(text)
    if end - start > _LONGEST or start < context.document.title_end:
        return False
    if not (_POSED.search(text, start, end) or _CREDITED.search(text, start, end)):
        return False
    return not (context.of("PERCENT", start, end) or context.of("COUNT", start, end))
