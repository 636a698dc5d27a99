"""Lines printed in capitals, as in headlines, in ordinary writing: rules then need no second form for them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TypeVar

_Form = TypeVar("_Form", str, tuple[str, str])

_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:^|[.!?:]) ?[^\w\s]*$")  # what stands before the first word of a sentence or a quotation
_FIRST = re.compile(r"(?:^|[.!?][\"”’)]? | [–—-]+ )[^\w\s]*\w")  # of the line, of a sentence, behind a dateline
_LETTERS = 16  # a line with fewer is an abbreviation, a dateline or the heading of a column

# written small in headlines too
_SMALL = frozenset({
    "agar", "akan", "atas", "atau", "bagi", "baru", "belum", "bisa", "dalam", "dan", "dari", "demi", "dengan", "di",
    "hal", "hingga", "ini", "itu", "jadi", "juga", "juta", "karena", "ke", "kini", "oleh", "pada", "para", "per",
    "persen", "ribu", "saat", "sampai", "serta", "sudah", "tak", "telah", "untuk", "yang",
})  # fmt: skip


def in_ordinary_case(text: str) -> str:
    """The text with its lines of capitals as the rest of it writes their words; every letter keeps its place.

    ``RIBUAN PEKERJA DI KABUPATEN SIKKA TERLINDUNGI BPJS``: a word is written as the other lines write it most
    often, beside the same neighbour where they do (``Sikka Barat``). One they do not have gets a capital, as in
    headlines that are no capitals throughout, unless it may be an abbreviation.
    """
    lines = text.split("\n")
    capitals = {at for at, line in enumerate(lines) if line.isupper() and _is_running(line)}
    if not capitals:
        return text
    forms = _Forms([line for at, line in enumerate(lines) if at not in capitals], [lines[at] for at in capitals])
    return "\n".join(forms.rewrite(line) if at in capitals else line for at, line in enumerate(lines))


def _is_running(line: str) -> bool:
    words = _WORD.findall(line)
    return len(words) > 2 and sum(map(len, words)) >= _LETTERS and " | " not in line


class _Forms:
    """How the lines in ordinary writing write the words of those in capitals, alone and in pairs."""

    def __init__(self, lines: list[str], wanted: list[str]) -> None:
        self.single: dict[str, Counter[str]] = {word: Counter() for line in wanted for word in _low_words(line)}
        self.pairs: dict[tuple[str, str], Counter[tuple[str, str]]] = {
            pair: Counter() for line in wanted for pair in pairwise(_low_words(line))
        }
        for line in lines:
            self._count(line)

    def _count(self, line: str) -> None:
        last = ""
        for match in _WORD.finditer(line):
            word = match[0]
            low = word.lower()
            if low in self.single and not (word.istitle() and _OPENS.search(line, 0, match.start())):
                self.single[low][word] += 1
            if (last.lower(), low) in self.pairs:
                self.pairs[last.lower(), low][last, word] += 1
            last = word

    def rewrite(self, line: str) -> str:
        """A line of capitals in ordinary writing, with a capital at the beginning of each sentence."""
        spans = list(_WORD.finditer(line))
        written = [self._alone(span[0], bracketed=line[span.start() - 1 : span.start()] == "(") for span in spans]
        for at, (first, second) in enumerate(pairwise(span[0].lower() for span in spans)):
            found = _commonest(self.pairs[first, second])
            if found and found[1].istitle():
                written[at + 1] = found[1]
        pieces, done = [], 0
        for span, word in zip(spans, written, strict=True):
            fits = word.upper() == span[0]
            pieces += [line[done : span.start()], word if fits else span[0]]
            done = span.end()
        return _FIRST.sub(lambda match: match[0].upper(), "".join([*pieces, line[done:]]))

    def _alone(self, word: str, *, bracketed: bool) -> str:
        low = word.lower()
        if low in _SMALL:
            return low
        if found := _commonest(self.single[low]):
            return found
        return word if bracketed or _may_be_short(low) else word.title()


def _may_be_short(low: str) -> bool:
    """Whether a word may be an abbreviation: up to four letters, and most are no vowels (``apbd``, not ``kota``)."""
    return len(low) < 5 and sum(letter in "aeiou" for letter in low) * 2 < len(low)


def _low_words(line: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(line)]


def _commonest(forms: Counter[_Form]) -> _Form | None:
    """What is written most often; capitals, those of a dateline perhaps, only where nothing else is."""
    cased = [form for form, _ in forms.most_common() if not "".join(form).isupper()]
    return cased[0] if cased else next(iter(forms), None)
