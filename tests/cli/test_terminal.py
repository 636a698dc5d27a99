"""What only a terminal shows: single key presses, colour, the progress bar, Ctrl-C."""

from __future__ import annotations

import os
import select
import subprocess
import sys

import pytest

from extractor.store import Store

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

PROGRAM = (sys.executable, "-c", "from extractor.cli import main; main()")
SECONDS = 30.0


class Terminal:
    """A process on a terminal of 80 columns and 24 lines."""

    def __init__(self, *arguments, **environment):
        self.screen, held = pty.openpty()
        known = {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "PATH": os.environ["PATH"]}
        self.process = subprocess.Popen(
            [*PROGRAM, *map(str, arguments)],
            stdin=held,
            stdout=held,
            stderr=held,
            env={**known, **environment},
            start_new_session=True,
            preexec_fn=_as_from_a_shell,
        )
        os.close(held)
        self.shown, self.seen = "", 0

    def wait_for(self, words):
        """Read until ``words`` have been shown after those waited for last."""
        while words not in self.shown[self.seen :]:
            assert self._read(), f"{words!r} is not in {self.shown[self.seen :]!r}"
        self.seen = self.shown.index(words, self.seen) + len(words)

    def type(self, keys):
        os.write(self.screen, keys.encode())

    def end(self):
        """The exit code, after reading what is still shown."""
        while self._read():
            pass
        return self.process.wait(SECONDS)

    def close(self):
        self.process.kill()
        self.process.wait(SECONDS)
        os.close(self.screen)

    def _read(self):
        if not select.select([self.screen], [], [], SECONDS)[0]:
            return False
        try:
            read = os.read(self.screen, 65536)
        except OSError:  # Linux: the other side is closed
            return False
        self.shown += read.decode("utf-8", "replace")
        return bool(read)


def _as_from_a_shell():
    import fcntl
    import signal
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests started in the background inherit that Ctrl-C is ignored


@pytest.fixture
def on_terminal():
    """Starts ``cakupan`` on a terminal; what still runs at the end of the test is ended."""
    started = []

    def start(*arguments, **environment):
        started.append(Terminal(*arguments, **environment))
        return started[-1]

    yield start
    for terminal in started:
        terminal.close()


def actions(database):
    with Store.open(database) as store:
        return [row["action"] for row in store.decisions()]


def test_single_key_presses_decide(database, on_terminal):
    terminal = on_terminal("review", "--db", database, "--reviewer", "Ani")
    terminal.wait_for("quit")
    assert "\x1b[1;7" in terminal.shown  # the number stands out
    terminal.type("a")
    terminal.wait_for("quit")
    assert "accepted: 50 %" in terminal.shown
    terminal.type("xuq")  # typed ahead
    assert terminal.end() == 0
    assert actions(database) == ["accept", "reject", "undo"]


def test_a_field_is_edited_with_a_typed_line(database, on_terminal):
    terminal = on_terminal("review", "--db", database, "--reviewer", "Ani")
    terminal.wait_for("quit")
    terminal.type("e")
    terminal.wait_for("which field?")
    terminal.type("k")
    terminal.wait_for("> ")
    terminal.type("share\n")
    terminal.wait_for("quit")
    terminal.type("q")
    assert terminal.end() == 0
    with Store.open(database) as store:
        assert [row["status"] for row in store.claims(kind="share")] == ["corrected"]


def test_everything_may_be_typed_ahead(database, on_terminal):
    terminal = on_terminal("review", "--db", database, "--reviewer", "Ani")
    terminal.wait_for("quit")
    terminal.type("ekshare\nxq")
    assert terminal.end() == 0
    assert actions(database) == ["correct", "reject"]


@pytest.mark.parametrize(
    "steps",
    [[("a", "quit")], [("e", "which field?"), ("u", "> "), ("\x04", "quit")]],
    ids=["from a card", "from a line and then from its card"],
)
def test_ctrl_d_goes_back_or_ends_the_review(database, on_terminal, steps):
    terminal = on_terminal("review", "--db", database, "--reviewer", "Ani")
    terminal.wait_for("quit")
    for key, shown in steps:
        terminal.type(key)
        terminal.wait_for(shown)
    terminal.type("\x04")
    assert terminal.end() == 0


def test_ctrl_c_exits_130(database, on_terminal):
    terminal = on_terminal("review", "--db", database)
    terminal.wait_for("quit")
    terminal.type("\x03")
    assert terminal.end() == 130
    assert "Traceback" not in terminal.shown
    assert actions(database) == []


def test_no_colour_where_it_is_not_wanted(database, on_terminal):
    coloured, plain = (
        on_terminal("check", "--db", database),
        on_terminal("check", "--db", database, NO_COLOR="1"),
    )
    assert (coloured.end(), plain.end()) == (0, 0)
    assert "\x1b[1;31m✗ disagrees" in coloured.shown
    assert "31m" not in plain.shown
    assert "✗ disagrees" in plain.shown


def test_progress_is_shown_beside_the_data(tmp_path, on_terminal):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Panen kopi {number} ton melimpah tahun ini.\n", encoding="utf-8")
    terminal = on_terminal("add", "--db", tmp_path / "a.db", tmp_path)
    assert terminal.end() == 0
    assert "Reading" in terminal.shown
    assert terminal.shown.count("no claims") == 3
