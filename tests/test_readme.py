"""The documents for people are true: their examples are run, their links and commands exist."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from extractor import rules
from extractor.evaluate import evaluate
from extractor.language import parse
from extractor.pipeline import extract
from extractor.read import publishers
from extractor.resources import data_folder, read_csv
from extractor.wire import to_json

PROJECT = Path(__file__).resolve().parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
KINDS = "Percentage Count Regulation Official Date Region Segment Programme Plan Organisation Money Claim Finding"


def examples() -> list[tuple[str, str, dict[str, Any]]]:
    """Sections that hold a quoted sentence and an object behind it: their name, the sentence, the object."""
    found = []
    for section in README.split("\n### ")[1:]:
        name, _, body = section.split("\n## ")[0].partition("\n")
        sentence = "\n".join(line.removeprefix("> ") for line in body.splitlines() if line.startswith("> "))
        if sentence:
            found.append((name, sentence, json.loads(code(body, "json")[0])))
    return found


def code(document: str, language: str = r"\w*") -> list[str]:
    """The fenced blocks of a document in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", document, re.M | re.S)


def shows(expected: Any, found: Any) -> bool:
    """Whether everything the example prints is in the output; it may leave keys out."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            key in found and shows(part, found[key]) for key, part in expected.items()
        )
    return bool(expected == found)


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in examples()]
)
def test_a_readme_example_prints_what_it_says(text: str, expected: dict[str, Any]) -> None:
    output = to_json(extract(text.encode(), media_type="text/plain", uri=None, reference_date=None))
    part = "mentions" if "label" in expected else "findings" if "check" in expected else "claims"
    assert any(shows(expected, one) for one in output[part]), json.dumps(output[part], indent=1)


def test_the_readme_has_an_example_for_everything_it_recognises() -> None:
    assert [name for name, _, _ in examples()] == KINDS.split()


def test_the_two_commands_stand_at_the_top() -> None:
    commands = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert commands == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/cakupan demo",
        'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest',
    ]
    assert README.index(commands[1]) < README.index("\n## ")


def test_the_figures_claim_no_more_than_is_measured() -> None:
    rows = re.findall(r"^\| ([^|]+) \| (\d+) % \| (\d+) % \| (\d+) % \| (\d+) % \|$", README, re.M)
    measured = evaluate(data_folder("corpus"), lambda source, **options: to_json(extract(source, **options)))
    shown, held_back = measured.parts()
    assert [name for name, *_ in rows] == list(shown.keys())
    for name, *figures in rows:
        one, other = shown.keys()[name], held_back.keys()[name]
        measures = (one.precision, one.recall, other.precision, other.recall)
        for figure, measure in zip(figures, measures, strict=True):
            assert int(figure) <= 100 * (measure or 0), name
    assert not any(shown.false_claims().values())
    told = re.search(r"at once are (\d+) of the (\d+) claims, and (\d+) of the (\d+)", README)
    assert told is not None
    for part, right, of in ((shown, *told.groups()[:2]), (held_back, *told.groups()[2:])):
        pairs = [pair for one in part.documents for pair in one.claims.pairs]
        assert len(pairs) == int(of)
        assert sum(pair.right for pair in pairs) >= int(right)


def test_the_library_is_used_as_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = min(data_folder("corpus").glob("*.html"))
    (tmp_path / "page.html").write_bytes(page.read_bytes())
    monkeypatch.chdir(tmp_path)
    (program,) = code(README, "python")
    exec(compile(program, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == len(extract(page.read_bytes()).claims) > 0


def test_links_lead_somewhere() -> None:
    for document in (README, CONTRIBUTING):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)\)", document):
            assert (PROJECT / target).exists(), target


def test_commands_named_in_the_documents_exist() -> None:
    from extractor.cli.app import COMMANDS

    for document in (README, CONTRIBUTING):
        typed = [*code(document), *re.findall(r"(?<!`)`([^`\n]+)`(?!`)", document)]
        named = set(re.findall(r"\bcakupan (?:--db \S+ )?([a-z]+)\b", "\n".join(typed)))
        assert named
        assert named <= set(COMMANDS), named - set(COMMANDS)


@pytest.fixture
def own_patterns(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder in the place of ``patterns/rules`` and ``patterns/publishers``."""
    rules.load_rules()  # kept for the rest of the process, so read before its folder is another
    for module in (rules, publishers):
        monkeypatch.setattr(module, "patterns", lambda *parts: tmp_path)
    return tmp_path


def test_the_rule_in_contributing_works(own_patterns: Path) -> None:
    (own_patterns / "segments.toml").write_text(code(CONTRIBUTING, "toml")[0], encoding="utf-8")
    (rule,) = rules.load_rules.__wrapped__()
    matcher = rules.RuleSet([*rules.load_rules(), rule])

    def words(text: str) -> list[str]:
        found = matcher.match(parse(text)).get(rule.label, [])
        return [text[one.start : one.end] for one in found if one.rule.id == rule.id]

    assert len(rule.examples) >= 2
    for example in rule.examples:
        assert words(example.text) == [example.match]
    for text in rule.counterexamples:
        assert words(text) == []


def test_the_publisher_in_contributing_is_a_profile(own_patterns: Path) -> None:
    (own_patterns / "harian-contoh.toml").write_text(code(CONTRIBUTING, "toml")[1], encoding="utf-8")
    (profile,) = publishers.profiles.__wrapped__()
    assert profile.publisher == "Harian Contoh"


def test_the_alias_in_contributing_is_in_the_gazetteer() -> None:
    header, row = code(CONTRIBUTING, "csv")[0].splitlines()
    aliases = read_csv("gazetteers", "region_aliases.csv")
    assert list(aliases[0]) == header.split(",")
    assert dict(zip(header.split(","), row.split(","), strict=True)) in [dict(one) for one in aliases]
