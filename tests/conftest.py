"""Property tests draw the same cases in every run: a red build is a change, not luck."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")
