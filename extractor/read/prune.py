"""Takes furniture lines out of a text and keeps what they say about who made it."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.frozen import dataclass, replace
from extractor.read.boilerplate import (
    is_bare_related,
    is_caption,
    is_furniture,
    is_headline,
    is_keywords,
    is_notice,
    is_related,
    opens_furniture,
    without_related,
)
from extractor.read.canonical import Block
from extractor.read.credits import copyright_holder, credit, signed


@dataclass(frozen=True, slots=True)
class Pruned:
    """The blocks that are the article, the bylines and the copyright holder that stood among them."""

    blocks: tuple[Block, ...]
    bylines: tuple[str, ...]
    holder: str | None


def prune(blocks: Iterable[Block]) -> Pruned:
    """Drops related links, notices and captions; moves bylines and the copyright line to the metadata.

    Table rows are left alone. A headline below a bare "Baca juga:" goes with it.
    """
    kept: list[Block] = []
    bylines: list[str] = []
    holder: str | None = None
    pointed = False
    for block in blocks:
        line = block.text
        if block.table is None:
            was_pointed, pointed = pointed, False
            if was_pointed and is_headline(line.removeprefix("- ")):
                pointed = line.startswith("- ")
                continue
            opens = opens_furniture(line)
            if opens and is_related(line):
                pointed = is_bare_related(line)
                continue
            if (opens and is_notice(line)) or is_furniture(line) or is_caption(line) or is_keywords(line):
                continue
            name = credit(line)
            owner = copyright_holder(line) if name is None else None
            if name is not None or owner is not None:
                bylines += [name] if name else []
                holder = holder or owner or None
                continue
            author = signed(line)
            bylines += [author] if author else []
            shorter = without_related(line)
            block = block if shorter == line else replace(block, text=shorter)
        kept.append(block)
    return Pruned(tuple(kept), tuple(dict.fromkeys(bylines)), holder)
