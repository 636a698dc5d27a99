"""The recorded state of a corpus, so that a change shows what it gains and what it loses, item by item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evaluate.documents import DocumentResult, claim_label
from extractor.evaluate.report import Report

_SORTS = ("claims", "regulations", "officials", "findings", "document")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is right now and was not (``gained``), what was right and is not (``lost``), and the invented
    claims that are new or gone. Each entry is ``document: sort: item``. Gold that was added or taken out
    since the recording is no gain and no loss unless it is right now.

    Of the held-back part only totals are recorded, so that a baseline gives nothing of it away: ``held_back``
    has a line for every total that changed, ``claims, all fields: right 40 -> 42``.
    """

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    newly_invented: tuple[str, ...]
    no_longer_invented: tuple[str, ...]
    held_back: tuple[str, ...] = ()

    @property
    def worse(self) -> bool:
        """Something that was right is lost, or something new is invented."""
        return bool(self.lost or self.newly_invented)


def baseline_path(folder: Path) -> Path:
    """Where the baseline of a folder lies unless another file is named."""
    return folder / "baseline.json"


def record(report: Report, path: Path) -> None:
    """Writes the state of a report; the same report gives the same bytes."""
    text = json.dumps(_state(report), ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def read_baseline(path: Path) -> dict[str, Any]:
    """The recorded state; raises GoldError when there is none or it is no baseline."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise GoldError(f"{path}: no baseline there; write one with --record") from error
    except ValueError as error:
        raise GoldError(f"{path}: not JSON ({error}); write it again with --record") from error
    if not isinstance(state, dict) or not {"right", "wrong", "invented"} <= set(state):
        raise GoldError(f"{path}: not a baseline; write it again with --record")
    return state


def compare(report: Report, baseline: dict[str, Any]) -> Comparison:
    """A report against a recorded state."""
    now = _state(report)
    right, was_right = set(now["right"]), set(baseline["right"])
    invented, was_invented = set(now["invented"]), set(baseline["invented"])
    return Comparison(
        gained=tuple(sorted(right - was_right)),
        lost=tuple(sorted(was_right & set(now["wrong"]))),
        newly_invented=tuple(sorted(invented - was_invented)),
        no_longer_invented=tuple(sorted(was_invented - invented)),
        held_back=tuple(_changed(baseline.get("held_back"), now.get("held_back"))),
    )


def _changed(before: dict[str, Any] | None, now: dict[str, Any] | None) -> Iterator[str]:
    if before is None or now is None:
        return
    for name in now:
        for count, value in now[name].items():
            was = before.get(name, {}).get(count, 0)
            if was != value:
                yield f"{name}: {count} {was} -> {value}"


def _state(report: Report) -> dict[str, Any]:
    right: list[str] = []
    wrong: dict[str, list[str]] = {}
    invented: list[str] = []
    known, apart = report.parts()
    for one in known.documents:
        for entry, problems in _entries(one):
            if problems:
                wrong[entry] = problems
            else:
                right.append(entry)
        invented += _invented(one)
    state: dict[str, Any] = {"right": sorted(right), "wrong": wrong, "invented": sorted(invented)}
    if apart.documents:
        state["held_back"] = totals(apart)
    return state


def totals(report: Report) -> dict[str, dict[str, int]]:
    """How many items are right in every field, how many are not, and how many are invented, for each sort."""
    counted = {}
    for sort in _SORTS:
        scored = [getattr(one, sort) for one in report.documents]
        pairs = [pair for one in scored for pair in one.pairs]
        right = sum(pair.right for pair in pairs)
        invented = sum(len(one.invented) for one in scored)
        counted[sort] = {"right": right, "wrong": len(pairs) - right, "invented": invented}
    return counted


def _entries(one: DocumentResult) -> Iterator[tuple[str, list[str]]]:
    for sort in _SORTS:
        for pair in getattr(one, sort).pairs:
            yield (
                f"{one.file}: {sort}: {pair.label}",
                sorted(pair.wrong) if pair.found is not None else ["missed"],
            )


def _invented(one: DocumentResult) -> Iterator[str]:
    for item in one.claims.invented:
        yield f"{one.file}: claims: {claim_label(item)} ({item['evidence']['quote']})"
    for item in one.regulations.invented:
        yield f"{one.file}: regulations: {item['id']}"
    for item in one.officials.invented:
        yield f"{one.file}: officials: {item['name']}"
