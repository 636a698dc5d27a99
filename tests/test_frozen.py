"""Values are frozen: to the type checker always, when run in Python's development mode."""

from __future__ import annotations

import subprocess
import sys

from extractor.model import Cue

ASSIGN = "from extractor.model import Cue; Cue(0, 1, 'gap', 'cue.gap').start = 5"


def test_development_mode_refuses_assignments() -> None:
    made = subprocess.run([sys.executable, "-X", "dev", "-c", ASSIGN], capture_output=True, text=True, check=False)
    assert "FrozenInstanceError" in made.stderr


def test_equal_values_have_equal_hashes() -> None:
    assert len({Cue(0, 1, "gap", "cue.gap"), Cue(0, 1, "gap", "cue.gap"), Cue(0, 2, "gap", "cue.gap")}) == 2
