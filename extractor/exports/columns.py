"""The columns of ``reviewed_claims`` and their types, for formats that have types.

``decimal`` is an exact decimal stored as text, ``real`` the same as a floating-point number for those who
calculate, ``list`` a list of texts, ``date`` a day, ``moment`` a UTC time to the second.
"""

from __future__ import annotations

_KINDS = {
    "decimal": "value value_max",
    "real": "value_number value_max_number confidence",
    "flag": "flagged still_found latest_version differs_from_reviewed",
    "integer": "evidence_start evidence_end sentence_start sentence_end position version",
    "list": "qualifiers segments programmes plans funding_sources flags rules",
    "date": "as_of_start as_of_end published_start published_end event_start event_end",
    "moment": "recorded_at last_decided_at",
}
_NAMES = """
claim_id status flagged value value_number value_max value_max_number unit kind indicator population qualifiers
segments programmes region_code region_name region_level region_basis as_of_start as_of_end as_of_precision
as_of_basis as_of_text gap_to direction change_basis baseline plans data_source funding_sources rank speaker_name
speaker_position attribution flags evidence_quote sentence evidence_start evidence_end sentence_start sentence_end
confidence rules group_id position still_found document_id title publisher uri published_start published_end
published_precision published_basis event_start event_end recorded_at version latest_version near_copy_of findings
differs_from_reviewed last_decision_id last_reviewer last_decided_at
"""
_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}

# Every column in the view's order, with its type; the rest are texts.
COLUMNS = {name: _OF.get(name, "text") for name in _NAMES.split()}
