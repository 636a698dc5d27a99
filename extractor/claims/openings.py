"""Where what a sentence tells begins: behind the words that only say who tells it, or that it goes on."""

from __future__ import annotations

import re

from extractor.language import Sentence

_LEAD_IN = (
    re.compile(  # "Menurutnya,", "Dikatakannya, bahwa", "Ia merinci,", "Lebih lanjut dia mengatakan", "Sementara itu,"
        r"[\"“]?(?:"
        r"(?:[Dd]i(?:kata|jelas|sebut|terang|tambah|papar|urai|ungkap|tutur|sampai|lapor|rinci)kan(?:nya)?|"
        r"[Dd]isebutnya|[Ll]anjutnya|[Mm]enurut(?:nya| dia| beliau)|[Uu]ntuk diketahui|[Dd]iketahui|[Nn]amun|[Aa]dapun|"
        r"[Ss]ementara(?: itu)?|[Ss]edangkan|[Tt]etapi|[Nn]ah)(?:\s+bahwa)?,?\s+|"
        r"(?:[Ll]ebih (?:lanjut|rinci),?\s+)?(?:[Ii]a|[Dd]ia|[Bb]eliau)\s+(?:\w+\s+){0,2}?"
        r"(?:me(?:ngatakan|njelaskan|nyebut(?:kan)?|nerangkan|nambahkan|maparkan|nguraikan|ngungkap(?:kan)?|nuturkan|"
        r"nyampaikan|laporkan|rinci|merinci)|merinci|melanjutkan)(?:\s+bahwa)?,?\s+"
        r")"
    )
)


def tells_from(text: str, sentence: Sentence) -> int:
    """The offset of the first word that tells something; the sentence's start where nothing stands before it."""
    lead = _LEAD_IN.match(text, sentence.start, sentence.end)
    return lead.end() if lead is not None else sentence.start
