"""How alike two texts are, told from signatures small enough to store beside them.

A signature is a MinHash (Broder 1997, "On the resemblance and containment of documents") of the text's runs
of three words: the share of equal places in two signatures estimates the share of runs that two texts have
in common. Signatures are cut into bands; texts that are alike share a band, so that copies are looked up and
not searched for.

A template filled in anew every month is alike too and no copy: copies of one release also share its figures.
``benchmarks/near_copies.py`` measures both thresholds.
"""

from __future__ import annotations

import re
import zlib
from array import array
from operator import eq
from string import ascii_lowercase, digits

PLACES = 128  # numbers in a signature: an estimate is off by 0.04 at most two times in three
BAND = 3  # numbers in a band
BANDS = 16  # texts with six runs of ten in common share a band 98 times in a hundred, with one of ten twice
SHINGLE = 3  # words in a run
MIN_WORDS = 40  # shorter texts are captions and stubs, alike by chance
ALIKE = 0.5  # share of common runs from which a text is a copy
FIGURES_SHARED = 0.6  # share of the figures of the text that has fewer of them
_SEED = 1

# What every byte becomes: itself, or a space where it parts words. Points and commas may stand inside a number.
_KEPT = f"{ascii_lowercase}{digits}.,".encode()
_PARTED = bytes(byte if byte in _KEPT else ord(" ") for byte in range(256))
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DATE_PART = re.compile(r"\d{1,2}|(?:19|20)\d\d")


def signature(text: str) -> bytes:
    """The signature of a text, ``4 * PLACES`` bytes; empty for a text too short to have copies."""
    words = _words(text)
    if len(words) < MIN_WORDS:
        return b""
    from rensa import RMinHash

    sketch = RMinHash(PLACES, _SEED)
    runs = zip(*(words[offset:] for offset in range(SHINGLE)), strict=False)
    sketch.update(list(map(" ".join, runs)))
    return array("I", sketch.digest()).tobytes()


def _words(text: str) -> list[str]:
    """Words and figures in lower case. Runs of plain letters and digits do: a pattern takes three times as long."""
    plain = text.lower().encode("ascii", "replace").translate(_PARTED).decode("ascii")
    return plain.replace(". ", " ").replace(", ", " ").split()


def bands(of: bytes) -> list[int]:
    """The keys a signature is looked up by; each holds its band's number, so that keys of two bands differ."""
    width = BAND * array("I").itemsize
    cut = range(0, min(len(of), BANDS * width), width)
    return [start // width << 32 | zlib.crc32(of[start : start + width]) for start in cut]


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of common runs of two texts, 0 to 1, from their signatures."""
    first, second = (array("I", of) for of in (one, other))
    equal: int = sum(map(eq, first, second))
    return equal / PLACES


def figures(text: str) -> frozenset[str]:
    """The figures of a text as printed, without what may be a day, a month or a year.

    >>> sorted(figures("Per 12 Mei 2024 tercatat 1.250 pekerja atau 8,5 persen"))
    ['1.250', '8,5']
    """
    return frozenset(found for found in _FIGURE.findall(text) if not _DATE_PART.fullmatch(found))


def share_figures(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts print the same figures, one perhaps only some of them."""
    return len(one & other) >= FIGURES_SHARED * min(len(one), len(other))
