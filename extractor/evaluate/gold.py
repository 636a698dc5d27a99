"""Reads gold: what a person says must come out of a document.

Two layouts are understood, alone or together in one folder:

* ``NAME.gold.json`` beside its document, one object each (``file`` names the document when it is not the
  one other file called ``NAME.*``);
* ``gold.jsonl``, one object with ``file`` per line.

``corpus/README.md`` describes the object. A key that is unknown here is refused, because a misspelt key
would otherwise never be scored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evaluate.fields import CLAIM_FIELDS, CORE, DOCUMENT_FIELDS, OFFICIAL_FIELDS, REGULATION_FIELDS

_REMARKS = {"note", "sentence", "source"}
_PLACE_REMARKS = {"region_parent", "region_members", "region_candidates"}  # a claim's region has no such keys
_ALLOWED: dict[str, set[str]] = {
    "claims": {*CLAIM_FIELDS, *_PLACE_REMARKS, *_REMARKS},
    "regulations": {*REGULATION_FIELDS, *_REMARKS},
    "officials": {*OFFICIAL_FIELDS, *_REMARKS},
    "findings": {"check", "verdict", "arithmetic", "date", *_REMARKS},
}
_NEEDED = {
    "claims": CORE,
    "regulations": ("type", "number", "year"),
    "officials": ("name",),
    "findings": ("check",),
}
_ABOUT = {"file", "uri", "media_type", "reference_date", "metadata", "not_claims", *_REMARKS}


HELD_BACK = "held-back"  # a folder of this name holds documents that nobody looks at while writing rules


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one document. ``file`` is its path below the folder, ``row`` what must come out."""

    file: str
    path: Path
    row: Mapping[str, Any]

    @property
    def held_back(self) -> bool:
        """Whether the document belongs to the held-back part, which is reported by itself."""
        return is_held_back(self.file)


def is_held_back(file: str) -> bool:
    """Whether a path below the evaluated folder leads through a folder called held-back."""
    return HELD_BACK in Path(file).parts[:-1]


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """All gold below a folder, in the order of the documents' names.

    Raises GoldError when there is none, when a document is missing or a row does not follow the layout.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; name one that holds documents with gold")
    gold = sorted((*_beside(folder), *_lines(folder)), key=lambda one: one.file)
    if not gold:
        raise GoldError(f"{folder}: no NAME.gold.json and no gold.jsonl; write gold beside the documents first")
    return tuple(gold)


def _beside(folder: Path) -> Iterator[Gold]:
    for path in folder.rglob("*.gold.json"):
        where = str(path.relative_to(folder))
        row = _object(path.read_text(encoding="utf-8"), where)
        document = path.with_name(row["file"]) if "file" in row else _sibling(path, where)
        yield _checked(folder, document, row, where)


def _lines(folder: Path) -> Iterator[Gold]:
    for path in folder.rglob("gold.jsonl"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            where = f"{path.relative_to(folder)}: line {number}"
            row = _object(line, where)
            if "file" not in row:
                raise GoldError(f"{where}: names no file; add one")
            yield _checked(folder, path.with_name(row["file"]), row, where)


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: not JSON ({error}); mend it") from error
    if not isinstance(row, dict):
        raise GoldError(f"{where}: holds a {type(row).__name__}; one object is expected")
    return row


def _sibling(path: Path, where: str) -> Path:
    stem = path.name.removesuffix(".gold.json")
    others = [one for one in path.parent.glob(f"{stem}.*") if not one.name.endswith(".json")]
    if len(others) != 1:
        raise GoldError(f"{where}: {len(others)} documents are called {stem}.*; say which with a key file")
    return others[0]


def _checked(folder: Path, document: Path, row: dict[str, Any], where: str) -> Gold:
    if not document.is_file():
        raise GoldError(f"{where}: its document {document.name} is missing; put it back or drop the gold")
    _refuse_unknown(row, {*_ABOUT, *_ALLOWED, *DOCUMENT_FIELDS}, where)
    for part, allowed in _ALLOWED.items():
        for index, item in enumerate(row.get(part) or (), start=1):
            here = f"{where}: {part} {index}"
            _refuse_unknown(item, allowed, here)
            for key in _NEEDED[part]:
                if key not in item:
                    raise GoldError(f"{here}: lacks {key!r}; add it")
    for index, claim in enumerate(row.get("claims") or (), start=1):
        _number(claim["value"], f"{where}: claims {index}")
    return Gold(document.relative_to(folder).as_posix(), document, row)


def _refuse_unknown(item: Mapping[str, Any], allowed: set[str], where: str) -> None:
    unknown = sorted(set(item) - allowed)
    if unknown:
        raise GoldError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(allowed))}")


def _number(value: Any, where: str) -> None:
    try:
        Decimal(str(value))
    except InvalidOperation as error:
        raise GoldError(f"{where}: value {value!r} is no decimal; write it like '36.47'") from error
