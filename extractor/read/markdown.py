"""Markdown as text: marks are stripped, list items keep a dash, links leave their words."""

from __future__ import annotations

import re

from extractor.read import plain
from extractor.read.canonical import Draft, clean
from extractor.read.wrap import is_bullet

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<head>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title\s*:\s*[\"']?(.+?)[\"']?\s*$", re.M | re.I)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.M)
_UNDERLINED = re.compile(r"^(\S.*)\n(?:=+|-{3,})[ \t]*$", re.M)
_STEPS = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"^[ \t]*(?:```|~~~).*$", re.M), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"^\[[^\]]+\]:\s+\S+.*$", re.M), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M), ""),
    (re.compile(r"^[ \t]*[*+-][ \t]+", re.M), "- "),
    (re.compile(r"^[ \t]*(?:[*_-][ \t]*){3,}$", re.M), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),
    (re.compile(r"(?: {2,}|\\)$", re.M), ""),
)


def draft(text: str, notes: tuple[str, ...] = ()) -> Draft:
    """The draft of a Markdown text; its first heading (or the ``title`` of its front matter) is the title."""
    text = text.replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    named = _TITLE.search(front["head"]) if front else None
    text = text[front.end() :] if front else text
    heading = _HEADING.search(text) or _UNDERLINED.search(text)
    title = named.group(1) if named else heading.group(1) if heading else None
    text = _UNDERLINED.sub(r"\1\n", _HEADING.sub(r"\n\1\n", text))
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    for pattern, replacement in _STEPS:
        title = pattern.sub(replacement, title) if title else None
    return plain.draft(_lines(text), notes=notes, title=clean(title) if title else None)


def _lines(text: str) -> list[str]:
    """In Markdown a single line break is a space: only empty lines, bullets and table rows part lines."""
    lines: list[str] = []
    for group in plain.blocks_of(text):
        fresh = True
        for line in group:
            if fresh or line.startswith(("- ", "|")) or is_bullet(line) or "|" in line:
                lines.append(line)
            else:
                lines[-1] = f"{lines[-1]} {line}"
            fresh = "|" in line
    return lines
