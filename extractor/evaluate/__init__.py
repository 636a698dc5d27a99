"""Measures extraction against gold: precision, recall and F1 per field, per key and per rule.

    report = evaluate(folder, extract)
    print(render(report))

Everything here works on the JSON shape of ``cakupan extract``, so a report can be made from any program
that prints that shape, and the measuring is tested without an extractor.
"""

from __future__ import annotations

from extractor.evaluate.baseline import Comparison, baseline_path, compare, read_baseline, record, totals
from extractor.evaluate.documents import DocumentResult, score_document
from extractor.evaluate.gold import HELD_BACK, Gold, is_held_back, load_gold
from extractor.evaluate.render import render
from extractor.evaluate.report import Extract, Report, evaluate
from extractor.evaluate.tally import Tally

__all__ = [
    "HELD_BACK",
    "Comparison",
    "DocumentResult",
    "Extract",
    "Gold",
    "Report",
    "Tally",
    "baseline_path",
    "compare",
    "evaluate",
    "is_held_back",
    "load_gold",
    "read_baseline",
    "record",
    "render",
    "score_document",
    "totals",
]
