"""A report as plain text: the figures first, then every difference with its document and quote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from extractor.evaluate.baseline import Comparison
from extractor.evaluate.documents import DocumentResult, Pair, claim_label
from extractor.evaluate.report import Report, RuleScore
from extractor.evaluate.tally import Tally

_COLUMNS = ("right", "missed", "invented", "precision", "recall", "F1")


def render(report: Report, comparison: Comparison | None = None, *, held_back: bool = False) -> str:
    """The whole report for reading in a terminal; with a comparison, what a change gains and loses too.

    The held-back part has tables of its own; its rules and differences are only shown for ``held_back``.
    """
    known, apart = report.parts()
    blocks = [*_figures_of(known), *_details(known)] if known.documents else []
    if comparison is not None:
        blocks.append(_comparison(comparison))
    if apart.documents:
        blocks += ["held back, not looked at while rules are written:", *_figures_of(apart)]
        blocks += _details(apart) if held_back else []
        blocks.append(
            "\n".join(["against the baseline:", *comparison.held_back])
            if comparison is not None and comparison.held_back
            else ""
        )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _figures_of(report: Report) -> list[str]:
    return [
        _summary(report),
        _tallies("claims, by key", report.keys()),
        _tallies("claims, by field", report.fields()),
        _tallies("other things read", report.others()),
    ]


def _details(report: Report) -> list[str]:
    differences = (line for one in report.documents for line in _differences(one))
    return [_rules(report.rules()), "\n".join(differences)]


def _summary(report: Report) -> str:
    none = report.false_claims()
    failed = [one.file for one in report.documents if one.error]
    claims = sum(len(one.claims.pairs) for one in report.documents)
    right = sum(pair.right for one in report.documents for pair in one.claims.pairs)
    lines = [f"{len(report.documents)} documents, {claims} claims in gold, {right} right in every field"]
    if none:
        clean = sum(1 for count in none.values() if not count)
        lines.append(f"{clean} of {len(none)} documents without a claim stayed without one")
    lines += [f"could not be read: {file}" for file in failed]
    return "\n".join(lines)


def _tallies(title: str, tallies: Mapping[str, Tally]) -> str:
    rows = [(name, *_figures(tally)) for name, tally in tallies.items() if tally != Tally()]
    return _table((title, *_COLUMNS), rows) if rows else ""


def _figures(tally: Tally) -> tuple[str, ...]:
    ratios = (tally.precision, tally.recall, tally.f1)
    return (
        str(tally.right),
        str(tally.missed),
        str(tally.invented),
        *("-" if ratio is None else f"{100 * ratio:.1f}" for ratio in ratios),
    )


def _rules(rules: Sequence[RuleScore]) -> str:
    rows = [
        (
            one.rule,
            str(one.right),
            str(one.wrong),
            " ".join(f"{name}:{n}" for name, n in one.wrong_fields.items()),
        )
        for one in rules
    ]
    return _table(("rule", "right", "wrong", "what was wrong in the results it took part in"), rows) if rows else ""


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their longest entry; numbers to the right."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    lines = []
    for row in (header, *rows):
        cells = [
            cell.ljust(width) if column == 0 or not rows[0][column][:1].isdigit() else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _differences(one: DocumentResult) -> Iterator[str]:
    lines = [f"  could not be read: {one.error}"] if one.error else []
    for sort in ("claims", "regulations", "officials", "findings", "document"):
        lines += [line for pair in getattr(one, sort).pairs for line in _difference(sort, pair)]
    lines += [f"  claims: invented {claim_label(item)}: {item['evidence']['quote']!r}" for item in one.claims.invented]
    lines += [f"  regulations: invented {item['id']}" for item in one.regulations.invented]
    lines += [f"  officials: invented {item['name']}" for item in one.officials.invented]
    if lines:
        yield from (one.file, *lines)


def _difference(sort: str, pair: Pair) -> Iterator[str]:
    quote = f": {pair.gold['quote']!r}" if pair.gold.get("quote") else ""
    if pair.found is None:
        yield f"  {sort}: missed {pair.label}{quote}"
    elif pair.wrong:
        yield f"  {sort}: {pair.label}{quote}"
        for name, (expected, found) in pair.wrong.items():
            yield f"    {name}: {_plain(found)}, gold says {_plain(expected)}"


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _comparison(comparison: Comparison) -> str:
    parts = (
        ("gained", comparison.gained),
        ("lost", comparison.lost),
        ("newly invented", comparison.newly_invented),
        ("no longer invented", comparison.no_longer_invented),
    )
    lines = [f"{name}: {entry}" for name, entries in parts for entry in entries]
    return "\n".join(["against the baseline:", *(lines or ["no change"])])
