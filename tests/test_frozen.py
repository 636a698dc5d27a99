"""Values are frozen: to the type checker always, when run in Python's development mode."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

from extractor.frozen import replace
from extractor.model import Cue

ASSIGN = "from extractor.model import Cue; Cue(0, 1, 'gap', 'cue.gap').start = 5"


def test_development_mode_refuses_assignments() -> None:
    made = subprocess.run([sys.executable, "-X", "dev", "-c", ASSIGN], capture_output=True, text=True, check=False)
    assert "FrozenInstanceError" in made.stderr


def test_equal_values_have_equal_hashes() -> None:
    assert len({Cue(0, 1, "gap", "cue.gap"), Cue(0, 1, "gap", "cue.gap"), Cue(0, 2, "gap", "cue.gap")}) == 2


def test_replace_changes_the_named_fields_only() -> None:
    cue = Cue(0, 1, "gap", "cue.gap")
    assert replace(cue, kind="target", end=2) == dataclasses.replace(cue, kind="target", end=2)
    assert replace(cue) == cue == Cue(0, 1, "gap", "cue.gap")
