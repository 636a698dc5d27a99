"""Where coverage was named without a number: percentages of places that follow are levels of it."""

from __future__ import annotations

import re

from extractor.claims.decisions import OTHER, Case

OF_THE_WHOLE = re.compile(  # "Rata-rata provinsi berada di level P", behind those of its places
    r"\b(?:rata-rata|rerata|(?:di )?tingkat|secara|level|skala)\s+(?:provinsi|kabupaten|kota|nasional|daerah)\b|"
    r"\b(?:provinsi|kabupaten|kota)(?:nya)? (?:sendiri|rata-rata)\b"
)
_SOON = 2  # sentences behind the first of the lead
_OTHER_TALK = frozenset((*OTHER, "target", "planned", "up", "down", "share", "base"))


def introduced(case: Case) -> bool:
    """Whether the sentence before, in the same paragraph or the headline, named coverage without a number.

    The headline's holds for the lead: ``UCJ Dua Kota Timpang`` / ``Dua kota menempuh jalan berbeda. Kota X 33 persen``.
    """
    index = case.cluster.sentence.index
    before = case.context.parsed.sentences[index - 1] if index else None
    if before is None or not case.running_topic:
        return False
    if not case.joined(before) and before.end > case.context.document.title_end:
        return False
    if case.context.has_cue("coverage", before.start, before.end):
        return True
    end, lead = case.context.document.title_end, case.context.parsed.sentences
    first = next((row.index for row in lead if row.start >= end), 0)
    between = case.context.cues_in(end, case.cluster.start)
    return (
        index - first <= _SOON
        and case.context.has_cue("coverage", 0, end)
        and not any(cue.kind in _OTHER_TALK for cue in between)
    )
