"""The group: help without loading anything, versions, failures, exit codes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extractor import __version__
from extractor.cli.app import COMMANDS, Commands, cakupan

CAKUPAN = (sys.executable, "-c", "from extractor.cli import main; main()")


def test_help_names_every_command(run):
    shown = run("--help")
    assert shown.exit_code == 0
    for name, text in COMMANDS.items():
        assert name in shown.stdout
        assert text.split(".")[0].split(",")[0][:40] in " ".join(shown.stdout.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(run, name):
    shown = run(name, "--help")
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.startswith(f"Usage: cakupan {name}") or f" {name} " in shown.stdout.split("\n")[0]
    assert cakupan.get_command(None, name).name == name


HELP = (["--help"], ["--version"], ["extract", "--help"], ["timeline", "--help"], ["export", "--help"])


@pytest.mark.parametrize("arguments", HELP)
def test_help_loads_nothing_heavy(arguments):
    script = (
        "import sys\nfrom extractor.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'rich', 'spacy', 'numpy', 'bs4', 'lxml', 'sqlite3', 'httpx', 'dateparser', 'pdfplumber',\n"
        "         'altair', 'vl_convert', 'pyarrow', 'openpyxl', 'datasette', 'babel', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr.strip() == "[]"


def test_version(run):
    assert run("--version").stdout == f"cakupan {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["clams"], "'claims'"),
        (["zzz"], "cakupan --help"),
        (["claims", "--kind", "nonsense"], "nonsense"),
        (["extract"], "INPUT"),
        (["extract", "a.txt", "b.txt", "--uri", "https://example.org/a"], "--uri"),
        (["extract", "a.txt", "--reference-date", "yesterday"], "yesterday"),
    ],
)
def test_wrong_usage_exits_2_and_says_what(run, arguments, word):
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert word in done.stderr


def test_failures_are_one_line(run, tmp_path):
    done = run("claims", "--db", tmp_path / "absent.db")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"cakupan: {tmp_path / 'absent.db'}: ")
    assert done.stderr.count("\n") == 1


def test_an_interrupt_exits_130(run, monkeypatch):
    def interrupted(self, ctx):
        raise KeyboardInterrupt

    monkeypatch.setattr(Commands, "invoke", interrupted)
    assert run("status").exit_code == 130


@pytest.mark.parametrize(
    ("arguments", "reader"),
    [(["rules", "--nl"], "head -1"), (["rules", "--json"], "true"), (["extract", "kopi.txt"], "true")],
)
def test_a_closed_pipe_is_quiet(tmp_path, arguments, reader):
    (tmp_path / "kopi.txt").write_text("Panen kopi melimpah tahun ini. Harga tetap baik.\n", encoding="utf-8")
    done = subprocess.run(
        ["bash", "-c", f'set -o pipefail; "$0" "$@" | {reader}', *CAKUPAN, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
    )
    assert done.stdout.count("\n") == (1 if reader == "head -1" else 0)
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr
    assert done.returncode == 0
