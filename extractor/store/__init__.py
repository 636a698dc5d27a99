"""Keeps captures, what was read from them and what reviewers decided, in one SQLite file.

``Store.open(path)`` opens or creates it; ``add`` and ``replace`` write a document in one transaction;
``claims``, ``queue``, ``timeline``, ``extraction`` and their like read it back with decisions applied;
``decide``, ``decide_all`` and ``undo`` add review events, which are never changed or deleted.
"""

from __future__ import annotations

from extractor.store.decisions import ACTIONS, Conflict
from extractor.store.filters import ClaimFilter
from extractor.store.ingest import Added, Replaced
from extractor.store.reviewing import MOST_AT_ONCE, Counted, Undone
from extractor.store.store import Store

__all__ = ["ACTIONS", "MOST_AT_ONCE", "Added", "ClaimFilter", "Conflict", "Counted", "Replaced", "Store", "Undone"]
