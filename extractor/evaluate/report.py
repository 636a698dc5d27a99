"""The report over a folder of documents with gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from extractor.errors import CakupanError
from extractor.evaluate.documents import (
    DocumentResult,
    Pair,
    Scored,
    claim_label,
    reference_date,
    score_document,
)
from extractor.evaluate.fields import CLAIM_FIELDS, KEYS, OFFICIAL_FIELDS, REGULATION_FIELDS, Fields, Json
from extractor.evaluate.gold import Gold, load_gold
from extractor.evaluate.tally import Tally, total

_SILENT: tuple[Any, ...] = (None, [], "unknown", "none", 0)  # how the output says that a field is not filled


class Extract(Protocol):
    """Reads bytes into the JSON of ``cakupan extract``; raises CakupanError for what it cannot read."""

    def __call__(self, source: bytes, *, media_type: str | None, uri: str | None, reference_date: date | None) -> Json:
        """The extraction of one document."""
        ...


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How often a rule took part in a right and in a wrong result; ``wrong_fields`` counts what was wrong.

    A result is a claim (through its own rules and those of its mentions), a regulation or an official. It
    is right when gold has it and agrees with every field. A rule is not to blame for all that is wrong in
    a claim it took part in: read ``wrong_fields`` beside the rule's name.
    """

    rule: str
    right: int
    wrong: int
    wrong_fields: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """The results of all documents, and the figures that follow from them."""

    documents: tuple[DocumentResult, ...]

    def parts(self) -> tuple[Report, Report]:
        """The documents everybody works with, and the held-back ones: two reports, each perhaps empty."""
        return (
            Report(tuple(one for one in self.documents if not one.held_back)),
            Report(tuple(one for one in self.documents if one.held_back)),
        )

    def fields(self) -> dict[str, Tally]:
        """A tally for every field of a claim that gold states somewhere.

        A missed claim is a miss in each field that gold states, an invented one an invention in each field
        that it fills.
        """
        return _field_tallies([one.claims for one in self.documents], CLAIM_FIELDS)

    def keys(self) -> dict[str, Tally]:
        """A tally for each combined key, from the bare number to all that makes it usable."""
        return {name: total(_key_tally(one.claims, key) for one in self.documents) for name, key in KEYS.items()}

    def others(self) -> dict[str, Tally]:
        """Tallies for regulations, officials (whole and by field), document fields and findings."""
        regulations = [one.regulations for one in self.documents]
        officials = [one.officials for one in self.documents]
        tallies = {"regulation": total(_key_tally(one, ()) for one in regulations)}
        tallies |= _named(
            "regulation", _field_tallies(regulations, _without(REGULATION_FIELDS, "type", "number", "year"))
        )
        tallies["official"] = total(_key_tally(one, ()) for one in officials)
        tallies |= _named("official", _field_tallies(officials, _without(OFFICIAL_FIELDS, "name")))
        for one in self.documents:
            for pair in one.document.pairs:
                tally = Tally(right=1) if pair.right else Tally(missed=1, invented=1)
                name = f"document {pair.label}"
                tallies[name] = tallies.get(name, Tally()) + tally
        tallies["finding"] = total(_key_tally(one.findings, ()) for one in self.documents)
        return tallies

    def rules(self) -> tuple[RuleScore, ...]:
        """Every rule that took part, those with most wrong results first."""
        right: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        fields: dict[str, Counter[str]] = {}
        for rules, problems in _verdicts(self.documents):
            for rule in rules:
                (wrong if problems else right)[rule] += 1
                fields.setdefault(rule, Counter()).update(problems)
        names = sorted(fields, key=lambda name: (-wrong[name], name))
        return tuple(RuleScore(name, right[name], wrong[name], dict(fields[name].most_common())) for name in names)

    def false_claims(self) -> dict[str, int]:
        """Documents that hold no claim by gold, with the number of claims the program made all the same."""
        return {
            one.file: len(one.claims.invented) for one in self.documents if one.claims.scored and not one.claims.pairs
        }

    def to_json(self, *, held_back: bool = False) -> dict[str, Any]:
        """All figures and all differences, for machines.

        The held-back part stands by itself under ``held_back``, with its totals alone unless ``held_back``
        asks for its documents too.
        """
        known, apart = self.parts()
        whole = apart._figures()
        totals = {name: whole[name] for name in ("keys", "fields", "others", "false_claims")}
        totals["documents"] = len(apart.documents)
        return {**known._figures(), "held_back": whole if held_back else totals}

    def _figures(self) -> dict[str, Any]:
        return {
            "documents": [_document_json(one) for one in self.documents],
            "keys": {name: tally.to_json() for name, tally in self.keys().items()},
            "fields": {name: tally.to_json() for name, tally in self.fields().items()},
            "others": {name: tally.to_json() for name, tally in self.others().items()},
            "rules": [
                {
                    "rule": one.rule,
                    "right": one.right,
                    "wrong": one.wrong,
                    "wrong_fields": dict(one.wrong_fields),
                }
                for one in self.rules()
            ],
            "false_claims": self.false_claims(),
        }


def evaluate(folder: Path, extract: Extract) -> Report:
    """Extracts every document with gold below a folder and compares.

    Raises GoldError when the gold cannot be used. A document that cannot be read does not stop the run:
    its result carries the error and everything in its gold is missed.
    """
    return Report(tuple(_evaluate_one(gold, extract) for gold in load_gold(folder)))


def _evaluate_one(gold: Gold, extract: Extract) -> DocumentResult:
    row = gold.row
    try:
        extraction = extract(
            gold.path.read_bytes(),
            media_type=row.get("media_type"),
            uri=row.get("uri", gold.file),
            reference_date=reference_date(row),
        )
    except CakupanError as error:
        return score_document(gold, None, str(error))
    return score_document(gold, extraction)


def _key_tally(scored: Scored, key: tuple[str, ...]) -> Tally:
    """Items whose fields of ``key`` agree are right; without a key it is enough to be found."""
    right = sum(1 for pair in scored.pairs if pair.agrees_on(key))
    found = sum(1 for pair in scored.pairs if pair.found is not None)
    return Tally(right, len(scored.pairs) - right, found - right + len(scored.invented))


def _field_tallies(scored: list[Scored], read: Fields) -> dict[str, Tally]:
    tallies = {}
    for name in read:
        stated = [pair for one in scored for pair in one.pairs if name in pair.gold]
        if not stated:
            continue
        right = sum(1 for pair in stated if pair.agrees_on((name,)))
        found = sum(1 for pair in stated if pair.found is not None)
        invented = sum(read[name](item) not in _SILENT for one in scored for item in one.invented)
        tallies[name] = Tally(right, len(stated) - right, found - right + invented)
    return tallies


def _without(fields: Fields, *names: str) -> Fields:
    return {name: read for name, read in fields.items() if name not in names}


def _named(prefix: str, tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    return {f"{prefix} {name}": tally for name, tally in tallies.items()}


def _verdicts(documents: tuple[DocumentResult, ...]) -> Iterator[tuple[set[str], tuple[str, ...]]]:
    """For every claim, regulation and official: the rules that took part, and the fields that are wrong."""
    for one in documents:
        mention_rules = {mention["id"]: mention["rule"] for mention in one.mentions}
        for scored in (one.claims, one.regulations, one.officials):
            if not scored.scored:
                continue
            rows = [(pair.found, tuple(pair.wrong)) for pair in scored.pairs if pair.found is not None]
            rows += [(item, ("invented",)) for item in scored.invented]
            for item, problems in rows:
                mentions = item.get("mentions", ()) if scored is one.claims else ()
                yield {*item["rules"], *(mention_rules[key] for key in mentions)}, problems


def _document_json(one: DocumentResult) -> dict[str, Any]:
    sorts = {"claims": one.claims, "regulations": one.regulations, "officials": one.officials}
    sorts |= {"findings": one.findings, "document": one.document}
    return {
        "file": one.file,
        "error": one.error,
        **{name: [_pair_json(pair) for pair in scored.pairs] for name, scored in sorts.items()},
        "invented_claims": [
            {"claim": claim_label(item), "quote": item["evidence"]["quote"]} for item in one.claims.invented
        ],
        "invented_regulations": [item["id"] for item in one.regulations.invented],
        "invented_officials": [item["name"] for item in one.officials.invented],
    }


def _pair_json(pair: Pair) -> dict[str, Any]:
    return {
        "label": pair.label,
        "found": pair.found is not None,
        "wrong": {name: {"expected": expected, "found": found} for name, (expected, found) in pair.wrong.items()},
    }
