"""Reads a document: bytes in, ``Document`` with its canonical text out. No I/O but the pattern files."""

from __future__ import annotations

from hashlib import sha256

from extractor.errors import UnreadableInput
from extractor.frozen import replace
from extractor.model import Document
from extractor.read import markdown, plain, sniff
from extractor.read.canonical import Draft, compose
from extractor.read.encoding import decode
from extractor.read.stamps import of_url, with_text_stamps

__all__ = ["read"]


def read(source: bytes, *, media_type: str | None = None, uri: str | None = None) -> Document:
    """The document that ``source`` holds: HTML, PDF, Markdown or plain text.

    The kind is decided from the bytes unless ``media_type`` names it (``text/html; charset=utf-8`` gives the
    charset too). ``uri`` helps with the publisher and the date. Raises UnreadableInput, saying what is wrong
    and what to do next (the caller knows where), for input that cannot become a document.
    """
    sniff.refuse_binary(source)
    kind = sniff.named(media_type) or (sniff.PDF if sniff.is_pdf(source) else None)
    if kind == sniff.PDF:
        from extractor.read.pdf import draft as pdf_draft

        draft = pdf_draft(source)
    else:
        kind, draft = _read_text(source, kind, media_type, uri)
    url_date = of_url(uri)
    if url_date:
        draft = replace(draft, candidates=(*draft.candidates, url_date))
    document = compose(draft, sha256=sha256(source).hexdigest(), media_type=kind, uri=uri)
    if not document.text:
        raise UnreadableInput("no text in it; give the article's own page or file")
    return with_text_stamps(document)


def _read_text(source: bytes, kind: str | None, media_type: str | None, uri: str | None) -> tuple[str, Draft]:
    """Decodes the bytes and drafts them as what they are."""
    text, notes = decode(source, sniff.charset(media_type))
    sniff.refuse_control(text)
    kind = kind or sniff.kind_of_text(text)
    if kind == sniff.HTML:
        from extractor.read.html import draft as html_draft

        return kind, html_draft(text, uri=uri, notes=notes)
    if kind == sniff.MARKDOWN:
        return kind, markdown.draft(text, notes)
    return kind, plain.draft(plain.lines_of(text), notes=notes)
