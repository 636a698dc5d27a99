"""Light Indonesian tokenizer and sentence splitter, and the vocabulary of spaCy's matchers.

Stock Indonesian tokenization costs 1.7 s to load and cuts ``38,5%`` and ``24/2011`` in ways that rules
cannot rely on. Here a token is, in this order: a number with its separators (``1.710.891``, ``38,09``);
an abbreviation with inner dots (``M.Si``, ``S.E.``); ``Rp`` stuck to its number; a word that starts with
a letter (``Jum'at``, ``P3KE``); a line break; any other single character. So ``38,5%`` is two tokens,
``24/2011`` three, ``2.000an`` two and ``non-ASN`` three, always.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.casing import in_ordinary_case
from extractor.frozen import dataclass
from extractor.resources import patterns, read_toml

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"[a-z]\w*(?:['’]\w+)*"  # nine words in ten; the same as below, without a try at the other kinds first
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[A-Z][A-Za-z]{0,3}\.)+[A-Z][A-Za-z]{0,4}\b\.?"
    r"|(?:Rp|IDR)(?=\d)"
    r"|[^\W\d_]\w*(?:['’]\w+)*"
    r"|\n|\S"
)
_ENDS = re.compile(r"[.!?…][.!?…]*[\"”’')\]]*(?=[ ])")  # a set first, not a group: the search then skips to it

_TORN = re.compile(r"\d{1,3}\. \d{3}(?![\d,])")  # "tercatat 41. 380 peserta"
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]$")

NUMBER_WORDS = frozenset({
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
    "seratus", "seribu", "seribuan", "sejuta", "sejutaan", "semiliar", "setengah", "belas", "puluh", "ratus", "koma",
})  # fmt: skip

# Words spelt in two ways, in the spelling of the rules; ``pelindungan`` is that of the dictionary.
SPELLINGS = {
    form(word): form("per" + word[2:])
    for word in ("pelindungan", "pelindungannya")
    for form in (str.lower, str.capitalize, str.upper)
}

# Token attributes that rules may use beside spaCy's own; computed once per distinct word.
FLAGS: dict[str, Callable[[str], bool]] = {
    "NUMBER": lambda s: s[:1].isdigit(),
    "YEAR": lambda s: len(s) == 4 and s.isdigit() and s[:2] in ("19", "20"),
    "NUMBER_WORD": lambda s: s.lower() in NUMBER_WORDS,
    "CAPITAL": lambda s: s[:1].isupper(),
}


_SPACY_ATTRIBUTES = ("LOWER", "IS_ALPHA", "IS_DIGIT", "IS_TITLE", "IS_UPPER", "IS_PUNCT")  # of 22; others are never set
_MARKS = '.!?…"”’)'
_TELLING = 40  # characters of a sentence
_FEW_PARAGRAPHS = 4
_NEARLY_ALL = 0.8
_MOST_LISTS = 50  # spaCy keeps 63 flags, its own among them


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span in the text and the number of its paragraph (line), from 0."""

    index: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with its tokens and sentences. ``text`` is canonical: one paragraph per line, single spaces; lines
    of capitals are in ordinary writing.

    ``starts`` say where the tokens begin, ``printed`` and ``lowered`` are their words, the latter in the spelling of
    the rules; ``numbers`` are those of them, by their place, that are numbers, in digits or words: only around them
    need rules look that are about numbers. ``low`` is the text in lower case, every letter in its place: to search it
    takes a third of the time of a pattern that ignores case. ``broken``: nearly every sentence is a paragraph of its
    own, so that the end of a paragraph says no more than a full stop.
    """

    text: str
    low: str
    sentences: tuple[Sentence, ...]
    sentence_starts: tuple[int, ...]
    starts: Sequence[int]
    printed: list[str]
    lowered: list[str]
    numbers: Sequence[int]
    broken: bool

    def joined(self, one: Sentence, two: Sentence) -> bool:
        """Whether two sentences stand in one paragraph, or side by side in a text that breaks after every sentence.

        What has no mark at its end is a heading, and begins something else.
        """
        if one.paragraph == two.paragraph or not self.broken or abs(one.index - two.index) != 1:
            return one.paragraph == two.paragraph
        return self.text[one.end - 1] in _MARKS and self.text[two.end - 1] in _MARKS

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character offset (the one before it, in the gap between two)."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, offset) - 1)]


@lru_cache(maxsize=1)
def vocabulary() -> Vocab:
    """The vocabulary all rules and texts share; flag attributes are named in ``FLAGS``."""
    from spacy.attrs import IDS
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.vocab import Vocab

    # Each costs its time for every new word; without LOWER every phrase would be alike.
    vocab = Vocab(lex_attr_getters={IDS[name]: LEX_ATTRS[IDS[name]] for name in _SPACY_ATTRIBUTES})
    for name, test in FLAGS.items():
        _flag_ids()[name] = vocab.add_flag(test)
    return vocab


@lru_cache(maxsize=1)
def _flag_ids() -> dict[str, int]:
    return {}


def flag_id(name: str) -> int:
    """The spaCy attribute id of one of ``FLAGS``."""
    vocabulary()
    return _flag_ids()[name]


@lru_cache(maxsize=1024)
def list_flag(words: frozenset[str], attribute: str) -> int | None:
    """The spaCy attribute id of a flag that the words of a list bear; None where there is no room for one.

    ``attribute`` is ``LOWER`` or ``ORTH``. A flag is looked up, where ``IN`` calls Python for every token.
    """
    if list_flag.cache_info().currsize >= _MOST_LISTS:
        return None
    lower = attribute == "LOWER"
    return vocabulary().add_flag(lambda word: (word.lower() if lower else word) in words)


def is_token(word: str) -> bool:
    """Whether a word is exactly one token."""
    match = _TOKEN.match(word)
    return match is not None and match.end() == len(word)


def words_of(text: str) -> list[str]:
    """The tokens of a text, as printed."""
    return _TOKEN.findall(text)


def doc_of(words: Sequence[str]) -> Doc:
    """A spaCy ``Doc`` of words, for its matchers."""
    from spacy.tokens import Doc

    return Doc(vocabulary(), words=words)


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    table = read_toml(patterns("abbreviations.toml"))
    return frozenset(word.lower() for group in table.values() for word in group)


def _is_break(text: str, stop: int, end: int, line_end: int) -> bool:
    """Whether the mark at ``stop`` (its closers end at ``end``) closes a sentence."""
    following = text[end + 1 : line_end].lstrip("\"“‘'([-–—• ")[:1]
    if not (following.isupper() or following.isdigit()):
        return False
    if text[stop] != ".":
        return True
    start = max(text.rfind(" ", 0, stop), text.rfind("\n", 0, stop)) + 1
    word = text[start:stop].lstrip("\"“‘'([")
    if word.lower() in _abbreviations() or (text[start - 1 : start] == " " and _TORN.match(text, start)):
        return False
    closed = text[stop + 1 : end].strip(".")  # the sentence ends inside quotes or brackets
    return bool(closed) or not _INITIALS.match(word)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a canonical text. A line break always ends one.

    A full stop does not end one after a known abbreviation (``Plh.``, ``No.``, ``M.Si.``; the list is
    ``patterns/abbreviations.toml``), after initials (``A.``, ``R.P.``), within digits (``41. 380``), or before a
    lower-case word.
    """
    sentences: list[Sentence] = []
    line_start = 0
    for paragraph, line in enumerate(text.split("\n")):
        line_end = line_start + len(line)
        start = line_start
        for match in _ENDS.finditer(text, line_start, line_end):
            if _is_break(text, match.start(), match.end(), line_end):
                sentences.append(Sentence(len(sentences), start, match.end(), paragraph))
                start = match.end() + 1
        if start < line_end:
            sentences.append(Sentence(len(sentences), start, line_end, paragraph))
        line_start = line_end + 1
    return tuple(sentences)


def parse(text: str) -> Parsed:
    """Tokens and sentences of a canonical text."""
    text = in_ordinary_case(text)
    sentences = split_sentences(text) or (Sentence(0, 0, len(text), 0),)
    found = list(_TOKEN.finditer(text))
    printed = [match[0] for match in found]
    lowered = [SPELLINGS.get(low, low) for low in map(str.lower, printed)]
    numbers = [place for place, word in enumerate(lowered) if word in NUMBER_WORDS or word[0].isdigit()]
    return Parsed(
        text=text,
        low=_lowered(text),
        sentences=sentences,
        sentence_starts=tuple([sentence.start for sentence in sentences]),
        starts=[match.start() for match in found],
        printed=printed,
        lowered=lowered,
        numbers=numbers,
        broken=_is_broken(sentences),
    )


def _is_broken(sentences: Sequence[Sentence]) -> bool:
    """Whether nearly every sentence is a paragraph; headlines, rows and captions are too short to tell."""
    lengths = Counter(row.paragraph for row in sentences if row.end - row.start >= _TELLING)
    alone = sum(count == 1 for count in lengths.values())
    return len(lengths) >= _FEW_PARAGRAPHS and alone >= len(lengths) * _NEARLY_ALL


def _lowered(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([letter if len(letter.lower()) > 1 else letter.lower() for letter in text])  # "İ" becomes two
