"""Regulations: how they are cited, what they are called, who issued them.

Pure functions on strings, below the stages. ``read_citations`` reads what stands after the words of a
type (``Inpres``, ``Peraturan Bupati``); ``lookup`` and ``by_title`` ask the register of known
regulations; ``resolve_issuers`` gives local regulations the region that issued them.
"""

from extractor.regulations.citation import Citation, read_citations
from extractor.regulations.issuers import is_local, resolve_issuers, with_issuer
from extractor.regulations.register import Entry, by_title, lookup, same_title, whole_title

__all__ = [
    "Citation",
    "Entry",
    "by_title",
    "is_local",
    "lookup",
    "read_citations",
    "resolve_issuers",
    "same_title",
    "whole_title",
    "with_issuer",
]
