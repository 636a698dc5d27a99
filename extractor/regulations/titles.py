"""Where the title of a regulation ends in running text.

Titles are nominal: words in Title Case joined by lower-case connectives (``dan``, ``bagi``, ``atas``).
The title ends before the first word that is neither, before ``dan Inpres ...``, before a bracket, a clause
comma or the place of the event. Titles printed in lower case end at a verb or a clause word instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.resources import patterns, read_toml

_INTRO = re.compile(
    r"(?:\s*\([^()\n]{1,25}\))?\s*[,()”\"]?\s*(?:"
    r"(?P<about>(?:yang\s+mengatur\s+)?(?:tentang|Tentang|TENTANG|ttg\.?))"
    r"|(?P<loose>yang\s+(?:mengatur|berisi)(?:\s+(?:mengenai|soal|perihal))?|mengenai|perihal|soal)"
    r")\s*:?\s*(?P<quote>[\"“'‘])?"
)
_TOKEN = re.compile(r"[^\s,;:()\"“”‘]+|[,;:()\"“”‘]")
_ABBREVIATION = re.compile(r"\([A-Z][\w-]{1,14}\)(?=\s+[A-Z])")
_SERIES = re.compile(
    r",\s+(?P<first>[A-Z][\w'’/-]*)(?:\s+[A-Z][\w'’/-]*){0,4}(?:,\s+[A-Z][\w'’/-]*(?:\s+[A-Z][\w'’/-]*){0,4})*"
    r",?\s+(?:dan|serta|atau)\s+[A-Z]"
    r"|,\s+(?:dan|serta|atau)\s+(?P<last>[A-Z][\w'’/-]*)"
)
# "bagi pegawai honor, aparat kampung dan bamuskam": whom it is for
_LOWER_SERIES = re.compile(r",(?: [a-z]\w*){1,3}(?:, (?:[a-z]\w* ?){1,3})*,? (?:dan|serta|atau) [a-z]")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?")
_ACTIVE_VERB = re.compile(
    r"me(?:ng[aeioughkl]|ny|m[bpf]|n[cdj]|n[aeiou]\w*(?:kan|i)$)\w*|me(?!nteri)\w+(?:kan|i)|di\w+kan|diatur|dinilai"
)

_LONGEST = 40
_LONGEST_LOWER = 16


@lru_cache(maxsize=1)
def _word_lists() -> Mapping[str, frozenset[str]]:
    """The lists of ``patterns/registers/title_words.toml``."""
    lists = read_toml(patterns("registers", "title_words.toml"))
    return {name: frozenset(words) for name, words in lists.items()}


def _is_in(word: str, *lists: str) -> bool:
    return any(word in _word_lists()[name] for name in lists)


@dataclass(frozen=True, slots=True)
class Title:
    """The printed title and where it ends."""

    text: str
    end: int


def closed(words: str) -> str:
    """The words of a title without connectives left hanging at its end."""
    kept = words.split()
    while kept and _is_in(kept[-1], "joining"):
        kept.pop()
    return " ".join(kept)


def read_title(
    text: str, position: int, stop: int, types_at: Sequence[int], *, local: bool, known: str | None
) -> Title | None:
    """The title introduced at ``position`` by ``tentang``, ``yang mengatur`` and the like; None without.

    ``local``: a region's own regulation, whose title may end in its region (``di Kabupaten Gresik``).
    ``known``: the registered title; when it stands here word for word it says where the title ends.
    """
    intro = _INTRO.match(text, position, stop)
    if intro is None:
        return None
    begin = intro.end()
    if known and text[begin : begin + len(known)].casefold() == known.casefold():
        end = begin + len(known)
        if not text[end : end + 1].isalnum():
            return Title(text[begin:end], end)
    if intro["quote"] and (quoted := _quoted(text, begin, stop)):
        return quoted
    tokens = list(_TOKEN.finditer(text, begin, stop))
    if not tokens:
        return None
    if _in_title_case(tokens):
        end = _end_in_title_case(text, tokens, frozenset(types_at), local)
    elif intro["about"]:
        end = _end_in_lower_case(tokens, frozenset(types_at), local)
    else:
        return None
    return Title(text[begin:end], end) if end > begin else None


def _quoted(text: str, begin: int, stop: int) -> Title | None:
    closing = re.compile(r"[\"”'’](?!\w)").search(text, begin, min(stop, begin + 250))
    return Title(text[begin : closing.start()].rstrip(",. "), closing.start()) if closing else None


def _in_title_case(tokens: list[re.Match[str]]) -> bool:
    """Whether the second content word is a capital too: ``Jaminan Sosial``, not ``Jaminan sosial``."""
    words = [token[0] for token in tokens[:6] if token[0][0].isalnum()]
    if not words or not words[0][0].isupper():
        return False
    if words[0].isupper() or len(words) == 1 or tokens[1][0] in ',;:()"“”‘' or words[0].endswith("."):
        return True
    second = words[1]
    return not second[0].islower() or _is_in(second, "joining", "clause") or _is_verb(second)


def _is_verb(word: str) -> bool:
    return bool(_ACTIVE_VERB.fullmatch(word))


def _place_belongs(word: str, local: bool) -> bool:
    lists = ("scopes", "local_scopes") if local else ("scopes",)
    return _is_in(word.strip(".’'").lower(), *lists)


def _content_end(token: re.Match[str]) -> int:
    return token.start() + len(token[0].rstrip(".’'!?-–"))


def _end_in_title_case(text: str, tokens: list[re.Match[str]], types_at: frozenset[int], local: bool) -> int:
    end = tokens[0].start()
    previous = ""
    index, count = 0, 0
    while index < len(tokens) and count < _LONGEST:
        token, word = tokens[index], tokens[index][0]
        following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        index, count = index + 1, count + 1
        if word == "(" and (bracket := _ABBREVIATION.match(text, token.start())):
            while index < len(tokens) and tokens[index].start() < bracket.end():
                index += 1
            continue
        if word == "," and _continues_series(text, token.start()):
            previous = word
            continue
        if _ends_title_case(token, following, previous, types_at, local):
            break
        if not _is_in(word, "joining"):
            end = _content_end(token)
            if end < token.end() and word.rstrip(".") not in ("No", "Th"):
                break
        previous = word
    return end


def _continues_series(text: str, comma: int) -> bool:
    series = _SERIES.match(text, comma)
    return series is not None and not _is_in(series["first"] or series["last"], "offices")


def _ends_title_case(
    token: re.Match[str], following: str, previous: str, types_at: frozenset[int], local: bool
) -> bool:
    word = token[0]
    if token.start() in types_at and previous and not _is_in(previous.lower(), "amending"):
        return True
    if word in ("di", "pada", "dalam"):
        elsewhere = word == "di" and not _place_belongs(following, local)
        return elsewhere or _is_in(following, "times", "events")
    if word in ("dan", "serta", "kepada"):
        return _is_in(following, "offices") or following in ("Nomor", "No.")
    if _is_in(word, "joining"):
        return False
    if word[0].isdigit():
        numbered = previous.lower().rstrip(".") in ("tahun", "anggaran", "nomor", "no")
        return not numbered and not _YEARS.fullmatch(word.rstrip("."))
    return _is_in(word, "events") or not word[0].isupper()


def _end_in_lower_case(tokens: list[re.Match[str]], types_at: frozenset[int], local: bool) -> int:
    end, lists_people = tokens[0].start(), False
    for index, token in enumerate(tokens[:_LONGEST_LOWER]):
        word = token[0]
        lower = word.lower()
        following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        if word == "," and lists_people and _LOWER_SERIES.match(token.string, token.start()):
            continue
        if not word[0].isalnum() or _is_in(lower.rstrip("."), "clause") or _is_verb(lower):
            break
        lists_people = lists_people or lower in ("bagi", "untuk", "kepada", "terhadap")
        if token.start() in types_at or lower.rstrip(".") == "pasal" or _is_in(word, "times"):
            break
        if lower == "di" and not _place_belongs(following, local):
            break
        if not _is_in(lower, "joining"):
            end = _content_end(token)
            if end < token.end() and lower != "no.":
                break
    return end
