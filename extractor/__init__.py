"""Coverage claims out of Indonesian news about BPJS Ketenagakerjaan, each traced and checked.

``extract(source, media_type=..., uri=..., reference_date=...)`` reads one document's bytes and returns an
``Extraction``; nothing is loaded before it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.pipeline import extract as extract

__all__ = ["__version__", "extract"]


def __getattr__(name: str) -> object:
    if name == "extract":
        from extractor.pipeline import extract

        return extract
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")
