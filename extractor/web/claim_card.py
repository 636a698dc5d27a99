"""What a reviewer of one claim sees, as plain values for the template: the text in runs, fields, findings, history."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor import labels
from extractor.i18n import N_, Words
from extractor.review.fields import FIELDS, Field

Json = Mapping[str, Any]

# label -> how it is marked (told apart by the line below it, not by colour alone) and what the legend says
MARKS: Mapping[str, tuple[str, str]] = {
    "PERCENT": ("number", N_("number")),
    "COUNT": ("number", N_("number")),
    "MONEY": ("money", N_("money")),
    "REGION": ("region", N_("region")),
    "DATE": ("date", N_("date")),
    "SEGMENT": ("group", N_("group or programme")),
    "PROGRAMME": ("group", N_("group or programme")),
    "PLAN": ("rule", N_("plan or regulation")),
    "REGULATION": ("rule", N_("plan or regulation")),
    "OFFICIAL": ("person", N_("person or organisation")),
    "ORGANISATION": ("person", N_("person or organisation")),
}
BASES: Mapping[str, str] = {
    "same_clause": N_("named beside it"),
    "same_sentence": N_("named in the sentence"),
    "carried": N_("named before"),
    "headline": N_("named in the headline"),
    "document": N_("the document's region"),
}
SIGNS: Mapping[str, str] = {"agrees": "✓", "rounding": "≈", "disagrees": "✗", "unchecked": "?"}
ORDER = ("disagrees", "unchecked", "rounding", "agrees")
_ALWAYS = ("value", "unit", "kind", "indicator", "segment", "region", "as_of", "speaker")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks; ``claim`` is the claim of the number it belongs to."""

    text: str
    marks: tuple[str, ...] = ()
    evidence: bool = False
    sentence: bool = False
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and the code point it starts at."""

    start: int
    runs: tuple[Run, ...]


def paragraphs(text: str, mentions: Sequence[Json], claim: Json) -> list[Paragraph]:
    """The text cut where a mark begins or ends; joined again it is the text, character for character."""
    evidence = claim["evidence"]
    stands = evidence["start"] is not None and text[evidence["start"] : evidence["end"]] == evidence["quote"]
    strong = (evidence["start"], evidence["end"]) if stands else (0, 0)
    sentence = (evidence["sentence_start"], evidence["sentence_end"]) if stands else (0, 0)
    spans = [(row["start"], row["end"], row) for row in mentions]
    cuts = sorted({0, len(text), *strong, *sentence, *(edge for start, end, _ in spans for edge in (start, end))})
    made, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        runs = []
        for left, right in itertools.pairwise(edges):
            over = [row for begin, stop, row in spans if begin <= left and right <= stop]
            runs.append(
                Run(
                    text[left:right],
                    tuple(dict.fromkeys(MARKS[row["label"]][0] for row in over)),
                    strong[0] <= left < strong[1],
                    sentence[0] <= left < sentence[1],
                    next((row["claims"][0] for row in over if row["claims"]), None),
                )
            )
        made.append(Paragraph(start, tuple(run for run in runs if run.text)))
        start = end + 1
    return made


def legend(words: Words) -> list[tuple[str, str]]:
    """The marks and what each is for."""
    return [(mark, words.text(title)) for mark, title in dict.fromkeys(MARKS.values())]


@dataclass(frozen=True, slots=True)
class Shown:
    """A field of the claim in words; ``detail`` says what decided it, ``machine`` what the program reads instead."""

    field: Field
    title: str
    told: str
    detail: str = ""
    machine: str = ""
    empty: bool = False


def shown_fields(words: Words, claim: Json) -> list[Shown]:
    """Every field that can be corrected, those that say nothing marked as empty."""
    return [_shown(words, claim, field) for field in FIELDS]


def _shown(words: Words, claim: Json, field: Field) -> Shown:
    told, machine = told_field(words, claim, field.name), told_field(words, claim["machine"], field.name)
    empty = field.name not in _ALWAYS and claim[field.name] in (None, [], "unknown", "none")
    detail = ""
    if field.name == "region":
        detail = " · ".join(
            part for part in (claim["region"]["code"], words.text(BASES[claim["region"]["basis"]])) if part
        )
    elif field.name == "as_of":
        printed = f"“{claim['as_of']['text']}”" if claim["as_of"]["text"] else ""
        basis = labels.label(words, "as_of_basis", claim["as_of"]["basis"])
        detail = " · ".join(part for part in (basis, printed) if part)
    same = claim[field.name] == claim["machine"][field.name]
    return Shown(field, words.text(field.title), told, detail, "" if same else machine, empty)


def told_field(words: Words, claim: Json, name: str) -> str:
    """What one field says, in words."""
    value = claim[name]
    if name in ("value", "value_max"):
        return words.number(value) if value else "–"
    if name == "region":
        return labels.region(words, claim)
    if name == "as_of":
        return words.period(value)
    if name == "segment":
        return labels.segments(words, value)
    if name == "speaker":
        return labels.official(value) if value else words.text(N_("nobody named"))
    if isinstance(value, list):
        return ", ".join(labels.label(words, name, code) for code in value) or "–"
    return labels.label(words, name, value)


def _words(code: str) -> str:
    return code.replace("_", " ")


def headline(words: Words, claim: Json) -> dict[str, str]:
    """The claim in a few words: its number, what it is, of whom, where and when."""
    return {
        "value": labels.value(words, claim),
        "kind": labels.kind(words, claim),
        "indicator": labels.label(words, "indicator", claim["indicator"]),
        "segment": labels.segments(words, claim["segment"]),
        "region": labels.region(words, claim),
        "as_of": labels.as_of(words, claim),
        "status": labels.label(words, "status", claim["status"]),
    }


def findings(words: Words, rows: Sequence[Json]) -> list[dict[str, str]]:
    """Findings, worst first, with their sign, the check by name and the arithmetic."""
    return [
        {
            "verdict": row["verdict"],
            "sign": SIGNS[row["verdict"]],
            "told": labels.label(words, "verdict", row["verdict"]),
            "check": labels.label(words, "check", row["check"]),
            "message": row["message"],
            "reason": row["reason"] if row["reason"] and row["reason"] not in row["message"] else "",
        }
        for row in sorted(rows, key=lambda row: ORDER.index(row["verdict"]))
    ]


def group(words: Words, claims: Sequence[Json], claim: Json) -> list[dict[str, Any]]:
    """The claims that share the group: a count, its percentage, its base; none where it stands alone."""
    members = [row for row in claims if row["group"] == claim["group"]]
    return [_sibling(words, row, claim) for row in members] if len(members) > 1 else []


def siblings(words: Words, claims: Sequence[Json], claim: Json) -> list[dict[str, Any]]:
    """The other claims of the document, in text order, without those counted together with this one."""
    others = [row for row in claims if row["id"] != claim["id"] and row["group"] != claim["group"]]
    return [_sibling(words, row, claim) for row in others]


def _sibling(words: Words, row: Json, claim: Json) -> dict[str, Any]:
    return {"id": row["id"], "current": row["id"] == claim["id"], **headline(words, row)}


def elsewhere(words: Words, rows: Sequence[Json], claim: Json) -> list[dict[str, Any]]:
    """What other documents say about the same; ``same`` when the number is this one."""
    return [
        {
            "id": row["claim_id"],
            "value": labels.value(words, labels.flat(row)),
            "same": (row["value"], row["value_max"]) == (claim["value"], claim["value_max"]),
            "as_of": words.period(labels.dated(row, "as_of")),
            "published": words.period(labels.dated(row, "published")),
            "publisher": row["publisher"] or row["title"] or row["uri"] or row["document_id"][:8],
            "status": labels.label(words, "status", row["status"]),
            "code": row["status"],
            "copy": row["near_copy_of"] is not None,
        }
        for row in rows
    ]


def history(words: Words, decisions: Sequence[Json]) -> list[dict[str, Any]]:
    """The decisions, newest first, with what each changed."""
    taken_back = {row["undoes_decision_id"] for row in decisions}
    return [
        {
            "who": row["reviewer"],
            "day": words.date(row["at"]),
            "at": row["at"],
            "time": row["at"][11:16],
            "did": labels.label(words, "action", row["action"]),
            "action": row["action"],
            "undone": row["id"] in taken_back,
            "batch": row["batch"] is not None,
            "reason": row["reason"],
            "changes": list(_changes(words, row)) if row["action"] == "correct" else [],
        }
        for row in reversed(decisions)
    ]


def _changes(words: Words, row: Json) -> Iterator[tuple[str, str, str]]:
    before, after = (json.loads(row[f"fields_{side}"] or "{}") for side in ("before", "after"))
    titles = {field.name: field.title for field in FIELDS}
    for name in after:
        if name == "evidence":
            yield words.text(N_("evidence")), before[name]["quote"], after[name]["quote"]
        elif name in titles:
            yield words.text(titles[name]), told_field(words, before, name), told_field(words, after, name)
        else:
            yield _words(name), str(before[name]), str(after[name])
