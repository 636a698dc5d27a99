"""What kind of document some bytes are, decided from the bytes themselves."""

from __future__ import annotations

import re

from extractor.errors import UnreadableInput

HTML = "text/html"
PDF = "application/pdf"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"

_NAMES = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "application/pdf": PDF,
    "application/x-pdf": PDF,
    "text/plain": PLAIN,
    "text/markdown": MARKDOWN,
    "text/x-markdown": MARKDOWN,
}
# Types a server or a mail program gives when it does not know: the bytes decide.
_UNSURE = {"application/octet-stream", "binary/octet-stream", "application/download", "text", ""}
_OTHER = (
    (b"\x89PNG", "a PNG picture; run OCR on it first"),
    (b"\xff\xd8\xff", "a JPEG picture; run OCR on it first"),
    (b"GIF8", "a GIF picture; run OCR on it first"),
    (b"PK\x03\x04", "a ZIP or Office file; save it as PDF, HTML or text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as PDF, HTML or text"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"SQLite format 3", "an SQLite database; give the documents themselves"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.I)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|main|article|section|div|p|h1|h2|table|link)\b",
    re.I | re.S,
)
_HTML_INSIDE = re.compile(r"<(?:html|body|article)\b[^>]*>|</(?:p|div|h1|table)>", re.I)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|\[[^\]\n]{2,}\]\([^)\s]+\)|^\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$"
    r"|(?<!\*)\*\*[^*\s][^*\n]*\*\*|^```",
    re.M,
)
_MARKDOWN_SIGNS = ("# ", "](", "---", "**", "```")  # one of them stands in all that _MARKDOWN finds
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")  # but white space and escape sequences
_FRONT_MATTER = re.compile(r"---\s*\n(?:[\w-]+:.*\n)+---\s*\n")


def named(media_type: str | None) -> str | None:
    """The kind a media type names, None when it leaves the decision to the bytes.

    Raises UnreadableInput for a type this program cannot read.
    """
    name = (media_type or "").partition(";")[0].strip().lower()
    if name in _UNSURE:
        return None
    if name not in _NAMES:
        raise UnreadableInput(f"cannot read {name}; give HTML, PDF, plain text or Markdown")
    return _NAMES[name]


def charset(media_type: str | None) -> str | None:
    """The charset of a Content-Type header such as ``text/html; charset=utf-8``."""
    match = _CHARSET.search(media_type or "")
    return match.group(1) if match else None


def is_pdf(source: bytes) -> bool:
    """Whether the bytes are a PDF (its mark may follow some junk within the first kilobyte)."""
    return b"%PDF-" in source[:1024]


def refuse_binary(source: bytes) -> None:
    """Raises UnreadableInput for nothing at all and for bytes that are not text."""
    if not source.strip():
        raise UnreadableInput("the file is empty; nothing to read")
    for mark, what in _OTHER:
        if source.startswith(mark):
            raise UnreadableInput(f"not a document but {what}")


def refuse_control(text: str) -> None:
    """Raises UnreadableInput for decoded bytes full of control characters: a binary file."""
    head = text[:4096]
    if "\0" in head or len(_CONTROL.findall(head)) > len(head) * 0.02:
        raise UnreadableInput("a binary file, not text; give HTML, PDF, plain text or Markdown")


def kind_of_text(text: str) -> str:
    """HTML, Markdown or plain text."""
    head = text[:4096].lstrip("\ufeff")
    if "<" in head and (_HTML_START.match(head) or len(_HTML_INSIDE.findall(head)) >= 3):
        return HTML
    start = text[:20000]
    if not any(sign in start for sign in _MARKDOWN_SIGNS):
        return PLAIN
    if _FRONT_MATTER.match(head) or len(_MARKDOWN.findall(start)) >= 2 or re.match(r"#{1,3} \S", head):
        return MARKDOWN
    return PLAIN
