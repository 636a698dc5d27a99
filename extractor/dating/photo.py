"""Dates of photos: a caption is known by the credit right after its date.

``..., Senin (24/11/2025). (Antara/Budi)`` dates the picture, which may be years older than the article. A
sign-off of an article looks alike (``ujarnya, Senin (24/11/2025). (Rin/Ant)``). So a credit that does not
name a photo, or that stands in the line below, counts only where prose follows, and none counts behind a
sentence that tells who said something.
"""

from __future__ import annotations

import re

from extractor.dating.words import listed
from extractor.language import Parsed

_SHORTEST_PROSE = 80  # characters of a line that goes on with the article
_LONGEST_CAPTION = 400
_NAME = r"[A-Z][\w .&'’-]{0,40}"
# What names a photo: "Foto: Budi/Media", "Dok. Humas", "ANTARA FOTO/Budi", "Ist".
_PHOTO = (
    r"(?:(?i:(?:sumber |kredit )?foto)\s?[:/]|(?i:foto) (?:(?i:dok|ist|istimewa)\b|[A-Z]{4,}\b)"
    r"|(?i:antara) ?(?i:foto)\b|(?i:dok)\b(?:\.|\s?[:/]|(?=\s[A-Z]))|(?i:dokumentasi)\s?[:/]"
    r"|(?i:ist|istimewa)\b(?=\.?\)?\s*$|/))"
)
_PHOTO_CREDIT = re.compile(rf"(?:\({_PHOTO}[^()\n]{{0,80}}\)?|{_PHOTO}(?:(?![.!?] [A-Z][a-z]+ [a-z]).){{0,80}})\.?")
_BRACKETED_CREDIT = re.compile(rf"\({_NAME}\s?/\s?{_NAME}(?:/{_NAME})?\)\.?")
_BARE_CREDIT = re.compile(rf"(?:/\s?{_NAME}(?:/{_NAME})?|{_NAME}/{_NAME}(?:/{_NAME})?)\.?")
_LINE_CREDIT = re.compile(rf"/\s?{_NAME}(?:/{_NAME})?\.?")
_AT_THE_END = re.compile(rf"[.)]\s\(?{_PHOTO}[^()\n]{{0,60}}\)?\.?$")
_CLOSE = " \t)].,"
_VISIBLE = re.compile(r"\S")
_WORD = re.compile(r"[^\W\d_]+")


def of_photo(parsed: Parsed, start: int, end: int) -> bool:
    """Whether the date at this span is the day of a photo, credited right after the date's sentence."""
    text, sentence = parsed.text, parsed.sentence_at(start)
    if _tells_speech(text[sentence.start : max(sentence.end, end)]):
        return False
    first = text.rfind("\n", 0, start) + 1
    last = _line_end(text, end)
    if last - first <= _LONGEST_CAPTION and _AT_THE_END.search(text, end, last):
        return True
    for after in {end, max(sentence.end, end)}:
        rest = text[after:last].lstrip(_CLOSE).rstrip()
        if _PHOTO_CREDIT.fullmatch(rest):
            return True
        if (_BRACKETED_CREDIT.match(rest) or _BARE_CREDIT.fullmatch(rest)) and _prose_follows(text, last):
            return True
    return not text[end:last].strip(_CLOSE) and _credit_below(text, last)


def _credit_below(text: str, last: int) -> bool:
    """Whether the next line is a credit and nothing else, and the article follows it."""
    start = _VISIBLE.search(text, last)
    if start is None:
        return False
    end = _line_end(text, start.start())
    line = text[start.start() : end].rstrip()
    credited = any(form.fullmatch(line) for form in (_PHOTO_CREDIT, _BRACKETED_CREDIT, _LINE_CREDIT))
    return credited and _prose_follows(text, end)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _prose_follows(text: str, start: int) -> bool:
    return any(len(line) >= _SHORTEST_PROSE for line in text[start:].split("\n"))


def _tells_speech(sentence: str) -> bool:
    words = listed()
    said = words["speech"] | words["speech_active"]
    return not said.isdisjoint(word.lower() for word in _WORD.findall(sentence))
