"""Patterns for lower-case text have no capitals, and are searched in no text as printed: they would miss there."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

import extractor.claims

MODULES = sorted(Path(extractor.claims.__file__).parent.rglob("*.py"))
NOT_LETTERS = re.compile(r"\\.|\(\?P<\w+>|\{\w+\}")  # escapes, names of groups, patterns within


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(MODULES[0].parent)))
def test_patterns_for_lower_case(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    tree = ast.parse(source)
    searched: dict[str, set[bool]] = defaultdict(set)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
            in_lower_case = ast.unparse(call.args[0]).endswith((".low", ".low_left", ".lower()"))
            searched[ast.unparse(call.func.value)].add(in_lower_case)
    for made in tree.body:
        if isinstance(made, ast.Assign) and ast.unparse(made.value).startswith("re.compile("):
            name, pattern = ast.unparse(made.targets[0]), ast.get_source_segment(source, made.value) or ""
            if "re.I" not in pattern and True in searched[name]:
                assert searched[name] == {True}, f"{name} is searched in text as printed too"
                literal = "".join(re.findall(r'r"(.*)"', pattern))
                assert not re.search("[A-Z]", NOT_LETTERS.sub("", literal)), f"{name} asks for a capital"
