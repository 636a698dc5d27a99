"""Every message has its Indonesian, none is left over, and numbers, dates and periods are written as people do."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from extractor.i18n import Words
from extractor.labels import CODES
from extractor.web.languages import messages_in_scripts
from extractor.wire import json_schema

PACKAGE = Path(__file__).resolve().parent.parent / "extractor"
CATALOGUE = PACKAGE / "locale" / "id.po"


def messages() -> Iterator[tuple[str, str]]:
    """Every message with the file it is in; of a plural both forms."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from ((message, path.name) for message in in_python(path))
    for path in sorted(PACKAGE.rglob("templates/*.html")):
        yield from ((message, path.name) for message in in_template(path))
    yield from ((message, "static/*.js") for message in messages_in_scripts())


def in_python(path: Path) -> Iterator[str]:
    """``N_("…")`` and ``words.text("…")``, ``words.plural("…", "…", n)`` of whatever is called ``words``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        says = re.search(r"\bwords(_of)?\b(\(.*\))?\.(text|plural)$", called) or called == "N_"
        texts = [part.value for part in node.args[:2] if isinstance(part, ast.Constant)] if says else []
        yield from (text for text in texts if isinstance(text, str))


def in_template(path: Path) -> Iterator[str]:
    """``_("…")`` and ``_n("…", "…", n)``."""
    with path.open("rb") as file:
        for _, told, _, _ in extract("jinja2.ext:babel_extract", file, keywords={"_": None, "_n": (1, 2)}):
            yield from [told] if isinstance(told, str) else told


def translations() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="id")
    assert not [message.id for message in catalogue if message.fuzzy and message.id], "unsure translations"
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def test_every_message_has_its_indonesian() -> None:
    known = translations()
    missing = {message: where for message, where in messages() if not known.get(message)}
    stubs = [f'# {where}\nmsgid "{message}"\nmsgstr ""\n' for message, where in missing.items()]
    assert not missing, f"add to {CATALOGUE.relative_to(PACKAGE.parent)}:\n\n" + "\n".join(stubs)


def test_no_translation_is_left_over() -> None:
    assert not set(translations()) - {message for message, _ in messages()}


def test_translations_have_the_places_of_their_messages() -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert not {message for message, told in translations().items() if places(message) != places(told)}


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("unit", ("unit",)),
        ("kind", ("claim", "kind")),
        ("indicator", ("claim", "indicator")),
        ("population", ("claim", "population")),
        ("qualifier", ("qualifier",)),
        ("gap_to", ("claim", "gap_to")),
        ("direction", ("claim", "direction")),
        ("change_basis", ("claim", "change_basis")),
        ("level", ("level",)),
        ("precision", ("precision",)),
        ("attribution", ("claim", "attribution")),
        ("status", ("claim", "status")),
        ("verdict", ("finding", "verdict")),
        ("segment", ("segment",)),
    ],
)
def test_every_code_of_the_contract_has_a_name(field: str, path: tuple[str, ...]) -> None:
    schema = json_schema()["$defs"][path[0]]
    if len(path) > 1:
        schema = schema["properties"][path[1]]
    codes = schema["enum"] if "enum" in schema else schema["anyOf"][0]["enum"]
    assert set(CODES[field]) == set(codes) - {None}


@pytest.mark.parametrize(
    ("language", "value", "printed"),
    [
        ("en", "1665422", "1,665,422"),
        ("id", "1665422", "1.665.422"),
        ("en", "36.470", "36.470"),
        ("id", "36.470", "36,470"),
        ("id", "-0.5", "-0,5"),
        ("id", "unknown", "unknown"),
    ],
)
def test_numbers_keep_every_digit(language: str, value: str, printed: str) -> None:
    assert Words(language).number(value) == printed


@pytest.mark.parametrize(
    ("start", "end", "precision", "english", "indonesian"),
    [
        ("2024-10-25", "2024-10-25", "day", "25 Oct 2024", "25 Okt 2024"),
        ("2024-02-01", "2024-02-29", "month", "Feb 2024", "Feb 2024"),
        ("2024-02-15", "2024-02-29", "month", "15 Feb 2024 – 29 Feb 2024", "15 Feb 2024 – 29 Feb 2024"),
        ("2024-07-01", "2024-09-30", "quarter", "Q3 2024", "triwulan III 2024"),
        ("2024-01-01", "2024-06-30", "semester", "H1 2024", "semester I 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024", "2024"),
        ("2024-01-01", "2025-12-31", "year", "1 Jan 2024 – 31 Dec 2025", "1 Jan 2024 – 31 Des 2025"),
        (None, None, None, "unknown", "tidak diketahui"),
    ],
)
def test_periods_are_as_exact_as_they_were_stated(
    start: str | None, end: str | None, precision: str | None, english: str, indonesian: str
) -> None:
    dated = {"start": start, "end": end, "precision": precision}
    assert Words("en").period(dated) == english
    assert Words("id").period(dated) == indonesian


def test_a_plural_follows_the_count() -> None:
    words = Words("en")
    assert words.plural("{count} document", "{count} documents", 1) == "1 document"
    assert words.plural("{count} document", "{count} documents", 1200) == "1,200 documents"
    assert Words("id").plural("{count} document", "{count} documents", 1200) == "1.200 dokumen"
