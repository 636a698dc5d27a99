"""Plain text: paragraphs, a headline, tables drawn with bars, and what its lines say about its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractor.read import credits
from extractor.read.boilerplate import ends_sentence, is_headline
from extractor.read.canonical import Block, Draft, clean, row
from extractor.read.prune import prune
from extractor.read.stamps import is_authored, source_line, stamps
from extractor.read.wrap import is_wrapped, mended, paragraphs

_RULE = re.compile(r"[\s|:+=_-]*")
_BAR = re.compile(r"\s*\|\s*")
_BARS = 2  # in a line for it to be a row whatever stands around it


def blocks_of(text: str) -> list[list[str]]:
    """The cleaned lines of a text, in groups between empty lines."""
    groups: list[list[str]] = [[]]
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"):
        line = clean(raw)
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def lines_of(text: str) -> list[str]:
    """One paragraph per line, as the file has it or joined where it was cut at a fixed width.

    Rows with bars are lines of their own in any text.
    """
    groups = [piece for group in blocks_of(text) for piece in _apart(group)]
    prose = [group for group in groups if not _is_row(group[0])]
    if not is_wrapped(prose):
        return [line for group in groups for line in mended(group)]
    width = max(len(line) for group in prose for line in group)
    return [line for group in groups for line in (group if _is_row(group[0]) else paragraphs(group, width))]


def _is_row(line: str) -> bool:
    return line.count("|") >= _BARS


def _apart(group: Sequence[str]) -> Iterator[list[str]]:
    """A group of lines cut where rows with bars begin and end."""
    for _, lines in groupby(group, key=_is_row):
        yield list(lines)


def with_tables(lines: Sequence[str], page: int | None = None) -> Iterator[Block]:
    """Lines as blocks; two or more neighbours with the same number of bars are a table.

    Two bars at least, or one inside outer bars or above a drawn line (Markdown). A date in a row is a heading's
    or a cell's where most of the rows have none; lines that each carry one are stamps.
    """
    if not any("|" in line for line in lines):  # few texts have a table
        yield from [Block(line, page=page) for line in lines]
        return
    table = 0
    for bars, group in groupby(lines, key=lambda line: line.count("|")):
        run = list(group)
        if not bars or not _is_table(run):
            yield from (Block(line, page=page) for line in run)
            continue
        outer = _is_boxed(run)
        for line in run:
            if not _RULE.fullmatch(line):
                yield row(_BAR.split(line[1:-1].strip(" ") if outer else line), table, page)
        table += 1


def _is_boxed(run: Sequence[str]) -> bool:
    return all(line[:1] == "|" == line[-1:] for line in run) and len(run[0]) > 1


def _is_table(run: Sequence[str]) -> bool:
    if len(run) < 2:
        return False
    inner = run[0].count("|") - 2 * _is_boxed(run)
    drawn = any(_RULE.fullmatch(line) for line in run)
    stamped = sum(_has_stamp(line) for line in run)
    return inner >= (1 if drawn or _is_boxed(run) else _BARS) and stamped * 2 < len(run)


def _has_stamp(line: str) -> bool:
    return next(stamps(line), None) is not None


def title_of(blocks: Sequence[Block]) -> str | None:
    """The first line where it is a headline, or the one below a label such as a rubric's name or the date."""
    lines = [block.text for block in blocks[:3] if block.table is None]
    for index, line in enumerate(lines):
        if index + 1 < len(blocks) and _is_title(line):
            return line
        labels = line[:1].isalpha() or _has_stamp(line)
        if line.count(" ") > 2 or len(line) > 40 or not labels or ends_sentence(line):
            return None
    return None


def _is_title(line: str) -> bool:
    """A headline that is no dateline, stamp or byline."""
    if not is_headline(line) or _has_stamp(line) or is_authored(line) or source_line(line):
        return False
    return not credits.outlet([line]) and not re.search(r" [-–—] [A-Z][^-–—]*[,.] ", line)


def draft(lines: Sequence[str], *, notes: tuple[str, ...] = (), title: str | None = None) -> Draft:
    """The draft of lines that are paragraphs (plain text and Markdown)."""
    return finish(with_tables(lines), notes=notes, title=title)


def finish(
    blocks: Iterator[Block] | Sequence[Block],
    *,
    notes: tuple[str, ...] = (),
    title: str | None = None,
    letterhead: bool = False,
) -> Draft:
    """Prunes blocks and reads title, publisher and byline off them (``letterhead``: a release on paper)."""
    pruned = prune(blocks)
    title = title or title_of(pruned.blocks)
    body = [block.text for block in pruned.blocks if block.text != title]
    return Draft(
        blocks=pruned.blocks,
        title=title,
        publisher=pruned.holder or credits.outlet(body, letterhead=letterhead),
        byline="; ".join(pruned.bylines) or None,
        notes=notes,
    )
