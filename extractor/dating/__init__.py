"""Stage: when the reported event or statement was, and when the document was published.

The event is dated by the text alone: press style prints it as ``Jumat (06/09/2024)``. The publication date
is chosen among the dates a page gives for itself, and must survive the event's: a page clock, a copyright
year or a crawl date does not. What is turned down is kept with its reason.
"""

from __future__ import annotations

from extractor.dating.choose import date_document
from extractor.dating.near import anchor

__all__ = ["anchor", "date_document"]
