"""The overview: regions with their latest level, as a person and as a browser see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import Served


@pytest.fixture
def served(shared: Served) -> Served:
    """Nothing here writes to the database."""
    return shared


def test_the_overview_is_readable_without_a_login(served: Served) -> None:
    answer = served.client().get("/")
    assert answer.status_code == 200
    assert answer.url.path == "/-/cakupan/overview"
    assert "<h1>Overview</h1>" in answer.text


def test_the_overview_opens_in_a_browser(signed_in: Any, accessible: Callable[[Any], None]) -> None:
    assert signed_in.title() == "Overview · cakupan"
    accessible(signed_in)
