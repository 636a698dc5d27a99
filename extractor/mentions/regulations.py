"""REGULATION: the rules find the words of a type, ``extractor.regulations`` reads what follows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.language import Parsed
from extractor.model import Found
from extractor.regulations import read_citations
from extractor.rules import RuleMatch, phrase_key

# "Instruksi Presiden (INPRES) Nomor 2", "Peraturan Menteri Keuangan Nomor PMK 91": one citation named twice.
_NAMED_AGAIN = re.compile(r"\s?\(|\s+(?:Nomor|No\.?)\s+")

_SELF_NUMBERED = re.compile(r"[-.]\d")  # "KEP-196/MEN/1999": the number begins with the words of the type


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """One mention per regulation; the words of a type without a number are none."""
    words = [match for match in matches if _is_word(parsed.text, match)]
    named = _merged(parsed.text, words)
    types_at = [start for start, match in named if not _SELF_NUMBERED.match(parsed.text, match.end)]
    found: list[Found] = []
    read_to = 0
    for start, match in named:
        if start < read_to:  # inside the number of the one before: "Nomor KEP-196/MEN/1999"
            continue
        citations = read_citations(
            parsed.text,
            start,
            match.end,
            _type(parsed.text, match),
            stop=parsed.sentence_at(match.start).end,
            types_at=types_at,
        )
        found += [Found(c.start, c.end, "REGULATION", c.regulation, match.rule.id) for c in citations]
        read_to = max((c.end for c in citations[:1]), default=read_to)
    return list(dict.fromkeys(found))  # "PP Nomor 44, 45 dan 44" cites two regulations


def _type(text: str, match: RuleMatch) -> str:
    return match.rule.codes[phrase_key(text[match.start : match.end])]


def _is_word(text: str, match: RuleMatch) -> bool:
    """Not a part of a number (``560/224/SE/SET``, ``215/PMK.07/2021``) nor of an office (``Menko PMK``)."""
    before, after = text[match.start - 1 : match.start], text[match.end : match.end + 2]
    if before in ("/", "-", ".") or after[:1] == "/" or re.fullmatch(r"\.\d", after):
        return False
    value = match.rule.value
    if text[match.start : match.end].lower() in value.get("part_of_number", ()):
        return bool(_SELF_NUMBERED.match(after))
    office = text[max(0, match.start - 20) : match.start].lower().split()[-1:]
    return not (office and office[0] in value.get("office_after", ()))


def _merged(text: str, matches: Sequence[RuleMatch]) -> list[tuple[int, RuleMatch]]:
    """The matches with their starts; a type named twice starts at its first name and reads from the last."""
    merged: list[tuple[int, RuleMatch]] = []
    for match in matches:
        again = not _SELF_NUMBERED.match(text, match.end)
        if merged and again and _NAMED_AGAIN.fullmatch(text, merged[-1][1].end, match.start):
            merged[-1] = (merged[-1][0], match)
        else:
            merged.append((match.start, match))
    return merged
