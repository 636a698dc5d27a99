"""How well near-identical copies of a release are told from other articles, by threshold.

    python benchmarks/near_copies.py
    python benchmarks/near_copies.py --documents FOLDER    from documents of your own

Copies are made from the corpus by what newsrooms do to a release, from a fixed seed: a byline and a dateline
of their own, another headline, paragraphs left out or moved, words replaced, "Baca juga" lines, a slip in a
figure. What must not be linked: every other document, the same text with other figures (next month's release
from the same template), and texts that only share a third of their paragraphs. Recall counts the copies that
are linked, precision the links that are copies; the last column leaves out the rule about figures.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from extractor.copies import ALIKE, bands, figures, likeness, share_figures, signature
from extractor.evaluate import HELD_BACK
from extractor.read import read
from extractor.resources import data_folder

SEED = 20250911
ROUNDS = 6  # copies of every sort made of every document
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+,\d+|\d{3,}(?<!20\d\d)(?<!19\d\d)")
OTHER_WORDS = ("selain itu", "menurutnya", "pihaknya", "terus", "berharap", "seluruh", "pada kesempatan ini")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, how alike they are, and whether one is a copy of the other."""

    sort: str
    copy: bool
    likeness: float
    candidate: bool
    same_figures: bool


def main() -> None:
    """Prints precision and recall by threshold, and recall by what was done to the copy."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, metavar="FOLDER", help="make the copies from these (the corpus)")
    folder = parser.parse_args().documents or data_folder("corpus")
    pairs = list(all_pairs(list(texts(folder))))
    copies = [pair for pair in pairs if pair.copy]
    print(f"{len(copies)} copies and {len(pairs) - len(copies)} pairs that are none; in use: {ALIKE}")
    print("threshold  precision  recall   precision without the rule about figures")
    for threshold in THRESHOLDS:
        linked = [pair for pair in pairs if pair.candidate and pair.likeness >= threshold]
        kept = [pair for pair in linked if pair.same_figures]
        right = sum(pair.copy for pair in kept)
        print(
            f"{threshold:9.2f}  {ratio(right, len(kept)):9.3f}  {ratio(right, len(copies)):6.3f}   "
            f"{ratio(sum(pair.copy for pair in linked), len(linked)):9.3f}"
        )
    print(f"\nlinked at {ALIKE}, by sort")
    for sort in dict.fromkeys(pair.sort for pair in pairs):
        rows = [pair for pair in pairs if pair.sort == sort]
        linked = [pair for pair in rows if pair.candidate and pair.same_figures and pair.likeness >= ALIKE]
        mean = sum(pair.likeness for pair in rows) / len(rows)
        print(f"  {sort:34}{len(linked):5} of {len(rows):5}   mean likeness {mean:.2f}")


def ratio(part: int, whole: int) -> float:
    """A share, 1 where there is nothing."""
    return part / whole if whole else 1.0


def texts(folder: Path) -> Iterator[str]:
    """The canonical texts of the documents in a folder that are long enough to have copies."""
    for path in sorted(folder.rglob("*.*")):
        if path.suffix in (".html", ".txt", ".md", ".pdf") and path.name != "README.md" and HELD_BACK not in path.parts:
            text = read(path.read_bytes(), media_type=None, uri=None).text
            if signature(text):
                yield text


def all_pairs(originals: list[str]) -> Iterator[Pair]:
    """Every document with what was made of it, and with every other document."""
    source = random.Random(SEED)
    for number, original in enumerate(originals):
        others = originals[:number] + originals[number + 1 :]
        for _ in range(ROUNDS):
            for sort, (copy, edit) in EDITS.items():
                yield compared(sort, copy, original, edit(original, source.choice(others), source))
    for one, other in combinations(originals, 2):
        yield compared("another document", False, one, other)


def compared(sort: str, copy: bool, one: str, other: str) -> Pair:
    """A pair with what the store would see of it."""
    first, second = signature(one), signature(other)
    if not second:
        return Pair(sort, copy, 0.0, False, False)
    candidate = bool(set(bands(first)) & set(bands(second)))
    return Pair(sort, copy, likeness(first, second), candidate, share_figures(figures(one), figures(other)))


def bylined(text: str, other: str, source: random.Random) -> str:
    """Another headline, byline and dateline."""
    lines = text.splitlines()
    headline = " ".join(source.sample(lines[0].split(), k=max(1, len(lines[0].split()) * 2 // 3)))
    return "\n".join([headline, f"Reporter: Redaksi {source.randrange(99)}", "KOTA CONTOH - " + lines[1], *lines[2:]])


def shortened(text: str, other: str, source: random.Random) -> str:
    """A fifth of the paragraphs left out at the end, under another headline."""
    lines = bylined(text, other, source).splitlines()
    return "\n".join(lines[: max(3, len(lines) * 4 // 5)])


def rearranged(text: str, other: str, source: random.Random) -> str:
    """Two paragraphs change places."""
    lines = text.splitlines()
    first, second = source.sample(range(len(lines)), k=2) if len(lines) > 1 else (0, 0)
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def with_links(text: str, other: str, source: random.Random) -> str:
    """A "Baca juga" line after every third paragraph."""
    lines = text.splitlines()
    for at in range(len(lines) - 1, 0, -3):
        lines.insert(at, "Baca juga: " + other.splitlines()[0])
    return "\n".join(lines)


def reworded(text: str, other: str, source: random.Random) -> str:
    """One word in twenty replaced."""
    return re.sub(r"[^\W\d_]+", lambda word: source.choice(OTHER_WORDS) if source.random() < 0.05 else word[0], text)


def slipped(text: str, other: str, source: random.Random) -> str:
    """One figure with other digits."""
    found = list(FIGURE.finditer(text))
    if not found:
        return text
    match = source.choice(found)
    return text[: match.start()] + redrawn(match[0], source) + text[match.end() :]


def all_of_it(text: str, other: str, source: random.Random) -> str:
    """What a busy newsroom does, one after the other."""
    for edit in (with_links, shortened, slipped):
        text = edit(text, other, source)
    return text


def refilled(text: str, other: str, source: random.Random) -> str:
    """The same template with other figures."""
    return FIGURE.sub(lambda figure: redrawn(figure[0], source), text)


def quoting(text: str, other: str, source: random.Random) -> str:
    """Another article that takes over a third of the paragraphs."""
    lines, third = other.splitlines(), text.splitlines()
    return "\n".join([*lines, *third[: len(third) // 3]])


def redrawn(figure: str, source: random.Random) -> str:
    """A figure with other digits."""
    return re.sub(r"\d", lambda _: str(source.randrange(1, 10)), figure)


Edit = Callable[[str, str, random.Random], str]
EDITS: dict[str, tuple[bool, Edit]] = {
    "copy: byline, headline": (True, bylined),
    "copy: last fifth left out": (True, shortened),
    "copy: paragraphs moved": (True, rearranged),
    "copy: links between": (True, with_links),
    "copy: words replaced": (True, reworded),
    "copy: a slip in a figure": (True, slipped),
    "copy: links, cut, slip": (True, all_of_it),
    "template with other figures": (False, refilled),
    "quotes a third": (False, quoting),
}


if __name__ == "__main__":
    main()
