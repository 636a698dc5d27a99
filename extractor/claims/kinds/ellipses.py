"""Numbers whose verb is left out: ``51 persen belum dan 49 persen sudah``."""

from __future__ import annotations

import re

from extractor.claims.decisions import COVER, OTHER, Answer, Case, Decision

_SAID = re.compile(
    r"(?:\s+(?:orang|pekerja|di antaranya|lagi|lainnya|yang|memang|masih))*\s+(?P<said>belum|sudah)"
    r"(?=\s*(?:[.,;!?\"”\n]|$)|\s+(?:dan|sedangkan|sementara|sisanya)\b)"
)
_OF_CONTENT = (*COVER[1:], "target", "planned", "gap", "up", "down", *OTHER)


def said(case: Case) -> Answer:
    """``51 persen belum dan 49 persen sudah``: of the cover spoken of, the verb of which is not said again."""
    cluster = case.cluster
    before = case.previous
    unit = case.unit or (before.unit if before is not None and before.decision.kind == "denominator" else None)
    if unit not in ("percent", "workers") or cluster.says(*_OF_CONTENT) or not case.topic:
        return None
    found = _SAID.match(case.low, cluster.end, cluster.sentence.end)
    if found is None or (cluster.has_count and found["said"] == "belum"):
        return None  # "12.000 belum": the count has a rule of its own
    if found["said"] == "sudah":
        return Decision("achieved", "kind.achieved.carried", unit=unit if case.unit is None else None, source=before)
    points = "percentage_point" if cluster.has_percent and not cluster.has_count else None
    return Decision("gap", "kind.gap.uncovered", "uncovered_workers", gap_to="full", unit=points)
