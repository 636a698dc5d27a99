"""``cakupan serve`` as a process: it prints a link that works, says what is wrong, and stops when told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

SERVE = (sys.executable, "-c", "from extractor.cli import main; main()", "serve", "--port", "0")


@contextmanager
def serving(database: Path, state: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running command and the first line it prints."""
    environment = {**os.environ, "XDG_STATE_HOME": str(state), "CAKUPAN_REVIEWER": "Siti Rahayu"}
    command = [*SERVE, "--db", str(database), *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().strip()
        finally:
            if process.poll() is None:
                process.kill()


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a signal")
def test_it_prints_a_link_that_logs_in_and_stops_with_ctrl_c(database: Path, tmp_path: Path) -> None:
    with serving(database, tmp_path / "state") as (process, link):
        assert link.startswith("http://127.0.0.1:")
        with httpx.Client(follow_redirects=True, trust_env=False, timeout=20) as client:
            page = client.get(link)
        assert page.status_code == 200
        assert "Siti Rahayu" in page.text
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 0
    assert said == f"Serving {database}. Open the address above; Ctrl-C stops it.\n"
    assert [path.name for path in (tmp_path / "state" / "cakupan").iterdir()] == ["serve-secret"]


def test_a_server_for_reading_gives_no_token(database: Path, tmp_path: Path) -> None:
    with serving(database, tmp_path / "state", "--read-only") as (_, link):
        assert link.endswith("/-/cakupan/overview")


def test_a_database_of_others_is_not_served(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "others.db"
    path.write_text("no database", encoding="utf-8")
    done = run("--db", path, "serve", "--port", "0")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"cakupan: {path}: not a SQLite database")


def test_an_address_of_another_machine_is_said(run: Any, database: Path) -> None:
    done = run("--db", database, "serve", "--host", "203.0.113.1", "--port", "0")
    assert done.exit_code == 1
    assert "203.0.113.1:0: cannot be served" in done.stderr
    assert "Others on the network can reach this" in done.stderr


def test_private_without_reviewers_makes_no_sense(run: Any, database: Path) -> None:
    assert run("--db", database, "serve", "--private", "--read-only").exit_code == 2
