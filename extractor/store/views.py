"""The two views that apply decisions; what people and tools read.

``reviewed_claims`` has one row per claim with the corrections in force, ``coverage_timeline`` the rows of
the latest version of every article that were not rejected, in the order of what they describe.
"""

from __future__ import annotations

# column of claims -> where a correction of it stands in decisions.corrections_after
_CORRECTABLE = {
    "value": "value",
    "value_max": "value_max",
    "unit": "unit",
    "kind": "kind",
    "indicator": "indicator",
    "population": "population",
    "qualifiers": "qualifier",
    "segments": "segment",
    "programmes": "programme",
    "region_code": "region.code",
    "region_name": "region.name",
    "region_level": "region.level",
    "region_basis": "region.basis",
    "as_of_start": "as_of.start",
    "as_of_end": "as_of.end",
    "as_of_precision": "as_of.precision",
    "as_of_basis": "as_of.basis",
    "as_of_text": "as_of.text",
    "gap_to": "gap_to",
    "direction": "direction",
    "change_basis": "change_basis",
    "baseline": "baseline",
    "plans": "plan",
    "data_source": "data_source",
    "funding_sources": "funding",
    "rank": "rank",
    "speaker_name": "speaker.name",
    "speaker_position": "speaker.position",
    "attribution": "attribution",
    "flags": "flags",
}
_PLACES = ("start", "end", "quote", "sentence_start", "sentence_end")
_NUMBERS = {"value": "value_number", "value_max": "value_max_number"}


def _reviewed(column: str, path: str) -> str:
    """SQL for a column as reviewed. A field corrected to null has a JSON type, an uncorrected one none."""
    corrected = f"json_type(d.corrections_after, '$.{path.split('.')[0]}') IS NOT NULL"
    value = f"json_extract(d.corrections_after, '$.{path}')"
    lines = [f"CASE WHEN {corrected} THEN {value} ELSE c.{column} END AS {column}"]
    if column in _NUMBERS:
        number = _NUMBERS[column]
        lines.append(f"CASE WHEN {corrected} THEN CAST({value} AS REAL) ELSE c.{number} END AS {number}")
    return ",\n  ".join(lines)


def _evidence() -> str:
    """SQL for the evidence: where a reviewer put it, as long as the text there still reads so.

    A later reading of the document may move the text; then the machine's own evidence stands again.
    """
    part = {name: f"json_extract(d.corrections_after, '$.evidence.{name}')" for name in _PLACES}
    length = f"{part['end']} - {part['start']}"
    holds = (
        "json_type(d.corrections_after, '$.evidence') IS NOT NULL"
        f" AND substr(o.text, {part['start']} + 1, {length}) = {part['quote']}"
    )
    start, end = part["sentence_start"], part["sentence_end"]
    columns = {
        "evidence_quote": part["quote"],
        "sentence": f"substr(o.text, {start} + 1, {end} - {start})",
        "evidence_start": part["start"],
        "evidence_end": part["end"],
        "sentence_start": start,
        "sentence_end": end,
    }
    lines = [f"CASE WHEN {holds} THEN {sql} ELSE c.{column} END AS {column}" for column, sql in columns.items()]
    return ",\n  ".join(lines)


def reviewed_claims() -> str:
    """The SELECT of ``reviewed_claims``.

    ``differs_from_reviewed`` is 1 where the machine now reads an accepted or corrected claim in a way that is
    neither what the reviewer saw nor what the reviewer made of it, or no longer finds it; for a rejected
    claim, where it reads it in a new way. A claim a reviewer added was never the machine's to lose.
    """
    fields = ",\n  ".join(_reviewed(column, path) for column, path in _CORRECTABLE.items())
    return f"""
SELECT
  c.id AS claim_id,
  coalesce(d.status_after, 'pending') AS status,
  coalesce(d.flagged_after, 0) AS flagged,
  {fields},
  {_evidence()},
  c.confidence, c.rules, c.group_id, c.position, c.still_found,
  c.document_id, o.title, o.publisher, o.uri,
  o.published_start, o.published_end, o.published_precision, o.published_basis,
  o.event_start, o.event_end, o.recorded_at, o.version,
  NOT EXISTS (SELECT 1 FROM documents n WHERE n.supersedes = o.id) AS latest_version,
  o.near_copy_of,
  (SELECT group_concat(check_name || ' ' || verdict, ', ') FROM (
    SELECT f.check_name, f.verdict FROM findings f
      WHERE f.document_id = c.document_id
        AND EXISTS (SELECT 1 FROM json_each(f.subject_ids) s WHERE s.value = c.id)
    UNION ALL
    SELECT x.check_name, x.verdict FROM compared_claims l JOIN comparisons x ON x.id = l.comparison_id
      WHERE l.claim_id = c.id)) AS findings,
  CASE WHEN coalesce(d.status_after, 'pending') = 'pending' THEN 0
    WHEN c.still_found = 0 THEN d.status_after <> 'rejected' AND d.reading_judged IS NOT NULL
    WHEN d.status_after = 'rejected' THEN c.reading <> coalesce(d.reading_judged, '')
    ELSE c.reading NOT IN (coalesce(d.reading_judged, ''), d.reading_reviewed) END AS differs_from_reviewed,
  d.id AS last_decision_id, d.reviewer AS last_reviewer, d.at AS last_decided_at
FROM claims c
JOIN documents o ON o.id = c.document_id
LEFT JOIN decisions d ON d.claim_id = c.id
  AND d.sequence = (SELECT max(sequence) FROM decisions WHERE claim_id = c.id)
""".strip()


_TIMELINE = """
SELECT
  region_code, region_name, region_level,
  as_of_start, as_of_end, as_of_precision, as_of_basis, as_of_text,
  published_start, published_end, published_precision, published_basis, recorded_at,
  value, value_number, value_max, value_max_number, unit, kind, indicator, population, qualifiers,
  segments, programmes, gap_to, direction, change_basis, baseline, plans, data_source, funding_sources,
  speaker_name, speaker_position, attribution, publisher, title, uri,
  status, flagged, findings, flags, evidence_quote, sentence, claim_id, document_id, group_id, position,
  near_copy_of
FROM reviewed_claims
WHERE {condition}latest_version AND (still_found OR status <> 'pending')
ORDER BY region_code, coalesce(as_of_start, published_start), published_start, document_id, position
""".strip()
COVERAGE_TIMELINE = _TIMELINE.format(condition="status <> 'rejected' AND ")
# the same with what reviewers rejected, for those who want to see that too
TIMELINE_WITH_REJECTED = _TIMELINE.format(condition="")
