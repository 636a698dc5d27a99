"""Scores what was read from one document against its gold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from extractor.evaluate.assignment import best_pairs
from extractor.evaluate.fields import (
    CLAIM_FIELDS,
    CORE,
    DOCUMENT_FIELDS,
    OFFICIAL_FIELDS,
    REGULATION_FIELDS,
    Fields,
    Json,
    agrees,
    compared,
)
from extractor.evaluate.gold import Gold, is_held_back


@dataclass(frozen=True, slots=True)
class Pair:
    """One item of gold and what the program made of it.

    ``label`` names the item and is unique in its document; ``found`` is None where it was missed; ``wrong``
    tells for each field that differs what was expected and what was found.
    """

    label: str
    gold: Json
    found: Json | None
    wrong: Mapping[str, tuple[Any, Any]]

    @property
    def right(self) -> bool:
        """It was found and every field that gold states agrees."""
        return self.found is not None and not self.wrong

    def agrees_on(self, fields: Sequence[str]) -> bool:
        """It was found and none of these fields differs."""
        return self.found is not None and not any(name in self.wrong for name in fields)


@dataclass(frozen=True, slots=True)
class Scored:
    """The items of one sort: pairs in the order of gold, and what stands in the output alone.

    ``scored`` is False where gold says nothing about this sort; then nothing counts as invented.
    """

    pairs: tuple[Pair, ...] = ()
    invented: tuple[Json, ...] = ()
    scored: bool = True


_CITATION = ("type", "number", "year")
_UNSCORED = Scored(scored=False)


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document: its claims, regulations, officials, findings and document fields against gold.

    ``error`` is the message when it could not be read at all: then everything in gold is missed.
    """

    file: str
    error: str | None
    claims: Scored
    regulations: Scored
    officials: Scored
    findings: Scored
    document: Scored
    mentions: tuple[Json, ...] = field(default=(), repr=False)

    @property
    def held_back(self) -> bool:
        """Whether the document belongs to the held-back part, which is reported by itself."""
        return is_held_back(self.file)


def score_document(gold: Gold, extraction: Json | None, error: str | None = None) -> DocumentResult:
    """Compares one extraction (the JSON of ``cakupan extract``) with gold.

    ``extraction`` is None for a document that could not be read; ``error`` then says why.
    """
    found = extraction or {"document": {}, "mentions": [], "claims": [], "findings": []}
    row = gold.row
    regulations = _distinct(found["mentions"], "REGULATION", _CITATION)
    officials = _distinct(found["mentions"], "OFFICIAL", ("name",))
    return DocumentResult(
        file=gold.file,
        error=error,
        claims=_score(row.get("claims"), found["claims"], CLAIM_FIELDS, _claim_score, claim_label),
        regulations=_score(
            row.get("regulations"), regulations, REGULATION_FIELDS, _same(*_CITATION), _regulation_label
        ),
        officials=_score(
            row.get("officials"), officials, OFFICIAL_FIELDS, _same("name"), lambda item: str(item["name"])
        ),
        findings=_score_findings(row.get("findings"), found),
        document=_score_document_fields(row, extraction and extraction["document"]),
        mentions=tuple(found["mentions"]),
    )


def claim_label(claim: Json) -> str:
    """A claim of gold or of the output in one line: ``35.6 percent achieved 13.12 FORMAL``."""
    region = claim.get("region")
    if isinstance(region, Mapping):
        region = region.get("code") or region.get("name")
    elif isinstance(region, list):
        region = region[0]
    value = f"{Decimal(str(claim['value'])).normalize():f}"
    if claim.get("value_max") is not None:
        value += f"-{Decimal(str(claim['value_max'])).normalize():f}"
    parts = [value, claim["unit"], claim["kind"], region or claim.get("region_name") or "-"]
    return " ".join([*parts, *(claim.get("segment") or ())])


def _regulation_label(item: Json) -> str:
    return " ".join(str(item[key]) for key in _CITATION if item.get(key) is not None)


def _score(
    expected: Sequence[Json] | None,
    found: Sequence[Json],
    fields: Fields,
    score: Callable[[Json, Json], float | None],
    label: Callable[[Json], str],
) -> Scored:
    if expected is None:
        return _UNSCORED
    chosen = best_pairs(expected, found, score)
    labels = _unique([label(item) for item in expected])
    pairs = []
    for index, item in enumerate(expected):
        match = found[chosen[index]] if index in chosen else None
        pairs.append(Pair(labels[index], item, match, compared(item, match, fields) if match is not None else {}))
    taken = set(chosen.values())
    return Scored(tuple(pairs), tuple(item for index, item in enumerate(found) if index not in taken))


def _unique(labels: Sequence[str]) -> list[str]:
    """The labels with ``#2``, ``#3`` behind those that stood before."""
    seen: dict[str, int] = {}
    unique = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        unique.append(label if seen[label] == 1 else f"{label} #{seen[label]}")
    return unique


def _claim_score(gold: Json, claim: Json) -> float | None:
    """How well a claim fits gold: the number must be equal, unit or kind too, then every field counts."""
    wrong = compared(gold, claim, CLAIM_FIELDS)
    if "value" in wrong or ("unit" in wrong and "kind" in wrong):
        return None
    core = sum(100 for name in CORE if name not in wrong)
    stated = sum(1 for name in CLAIM_FIELDS if name in gold)
    return core + stated - len(wrong) + (3 if "quote" in gold and "quote" not in wrong else 0)


def _same(*names: str) -> Callable[[Json, Json], float | None]:
    def score(gold: Json, found: Json) -> float | None:
        return 1.0 if all(agrees(name, gold.get(name), found.get(name)) for name in names) else None

    return score


def _distinct(mentions: Sequence[Json], label: str, identity: Sequence[str]) -> list[Json]:
    """The different values of a label: of several mentions of one thing each field's first known value."""
    merged: dict[tuple[Any, ...], dict[str, Any]] = {}
    for mention in mentions:
        if mention["label"] != label:
            continue
        value = mention["value"]
        known = merged.setdefault(tuple(value[name] for name in identity), {"rules": []})
        known["rules"].append(mention["rule"])
        for name, part in value.items():
            if known.get(name) in (None, [], ""):
                known[name] = part
    return list(merged.values())


def _score_document_fields(row: Json, document: Json | None) -> Scored:
    pairs = []
    for name, read in DOCUMENT_FIELDS.items():
        if name in row:
            wrong = {} if document is None else compared({name: row[name]}, document, {name: read})
            pairs.append(Pair(name, {name: row[name]}, document, wrong))
    return Scored(tuple(pairs))


def _score_findings(expected: Sequence[Json] | None, extraction: Json) -> Scored:
    """Gold lists the findings that must be there; others are not held against the program."""
    if expected is None:
        return _UNSCORED
    starts = {mention["id"]: mention["value"].get("start") for mention in extraction["mentions"]}
    if document := extraction["document"]:  # the subject of a finding about its byline
        starts[document["id"]] = document["published"]["start"]

    def score(gold: Json, finding: Json) -> float | None:
        return 1.0 if _fits(gold, finding, starts) else None

    scored = _score(expected, extraction["findings"], {}, score, _finding_label)
    return Scored(scored.pairs)


def _finding_label(item: Json) -> str:
    detail = item.get("arithmetic") or item.get("date") or item.get("note") or ""
    return " ".join(part for part in (item["check"], item.get("verdict"), detail) if part)


def _fits(gold: Json, finding: Json, starts: Mapping[str, Any]) -> bool:
    if finding["check"] != gold["check"] or finding["verdict"] != gold.get("verdict", finding["verdict"]):
        return False
    text = " ".join(str(finding.get(key) or "") for key in ("message", "expected", "found", "reason"))
    if "date" in gold and gold["date"] not in text:
        return gold["date"] in {starts.get(subject) for subject in finding["subjects"]}
    operands = significant(gold.get("arithmetic", "").partition("=")[0])
    return {one for one in operands if len(one) > 1} <= significant(text)


def significant(text: str) -> set[str]:
    """The significant digits of the numbers in a line of arithmetic, which has a decimal point.

    So ``26,200,000``, ``26200000`` and ``26.20`` (juta) are the same operand.
    """
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return {one.replace(".", "").strip("0") for one in re.findall(r"\d+(?:\.\d+)?", plain)}


def reference_date(row: Json) -> date | None:
    """The day gold asks to read the document on, if any."""
    return date.fromisoformat(row["reference_date"]) if row.get("reference_date") else None
