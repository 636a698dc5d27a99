"""Finds the data that ships with the program, installed from a wheel or from a checkout.

In a wheel ``patterns/`` and ``corpus/`` lie below the package (``extractor/_data``); in a checkout
(an editable install) they lie beside it. Nothing is read at import time.
"""

from __future__ import annotations

import csv
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from extractor.errors import RuleError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def data_folder(name: str) -> Path:
    """The folder ``patterns`` or ``corpus`` of this installation.

    Raises RuleError when the installation carries no such folder.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise RuleError(f"{name}/: not found beside or inside {package}; install the package again")


def patterns(*parts: str) -> Path:
    """A path below ``patterns/``."""
    return data_folder("patterns").joinpath(*parts)


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; raises RuleError naming the file when it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name}: not valid TOML ({error}); mend the file") from error


@lru_cache(maxsize=32)
def read_csv(*parts: str) -> tuple[dict[str, str], ...]:
    """The rows of a UTF-8 CSV file below ``patterns/``, as dictionaries keyed by the header."""
    with patterns(*parts).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
