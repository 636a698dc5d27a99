"""Keys and typed lines: single key presses on a terminal, characters of stdin when it is a pipe.

The pipe makes a review scriptable and testable: ``printf 'aaxq' | cakupan review``. Line breaks
between keys count for nothing, and the end of the input quits.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Protocol

END = ""
_CTRL_D = "\x04"


class Keys(Protocol):
    """Where the reviewer's keys and lines come from; ``END`` when there are no more."""

    interactive: bool

    def key(self) -> str:
        """The next key."""

    def line(self, prompt: str) -> str:
        """A typed line without its line break."""


class Terminal:
    """Single key presses, nothing echoed and none lost; lines with the terminal's own editing.

    The terminal is put into this state once, by ``keys``, because changing it at every key would drop
    what is typed in between.
    """

    interactive = True

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._typed_ahead: list[str] = []

    def key(self) -> str:
        """The next key; ``END`` for Ctrl-D. Keys typed faster than they are read arrive together."""
        if not self._typed_ahead:
            typed = os.read(self._descriptor, 1024).decode("utf-8", "replace")
            self._typed_ahead = [typed] if typed.startswith("\x1b") else list(typed)
        key = self._typed_ahead.pop(0) if self._typed_ahead else END
        return END if key == _CTRL_D else key

    def line(self, prompt: str) -> str:
        """A typed line; ``END`` for Ctrl-D."""
        if "\n" in self._typed_ahead:
            end = self._typed_ahead.index("\n")
            typed = "".join(self._typed_ahead[:end])
            del self._typed_ahead[: end + 1]
            return typed
        try:
            with _lines(self._descriptor):
                return input(prompt)
        except EOFError:
            return END


class AnyTerminal:
    """Single key presses where there is no ``termios`` (Windows)."""

    interactive = True

    def key(self) -> str:
        """The next key; ``END`` for Ctrl-D and Ctrl-Z."""
        import click

        try:
            return click.getchar()
        except EOFError:
            return END

    def line(self, prompt: str) -> str:
        """A typed line; ``END`` at the end of the input."""
        try:
            return input(prompt)
        except EOFError:
            return END


class Piped:
    """Characters of stdin."""

    interactive = False

    def key(self) -> str:
        """The next character that is not a line break."""
        character = "\n"
        while character in ("\n", "\r"):
            character = sys.stdin.read(1)
        return character

    def line(self, prompt: str) -> str:
        """The rest of the line, or the next one when the key before was the last on its line."""
        rest = sys.stdin.readline()
        return (rest if rest.strip("\r\n") else sys.stdin.readline()).rstrip("\r\n")


@contextmanager
def keys() -> Iterator[Keys]:
    """The keys of this process, for as long as the block runs."""
    if not sys.stdin.isatty():
        yield Piped()
        return
    try:
        import termios
        import tty
    except ImportError:
        yield AnyTerminal()
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    tty.setcbreak(descriptor, termios.TCSANOW)
    try:
        yield Terminal(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextmanager
def _lines(descriptor: int) -> Generator[None, None, None]:
    """The terminal as it is for typing lines: echoed, edited, sent with Enter."""
    import termios

    single = termios.tcgetattr(descriptor)
    lines = termios.tcgetattr(descriptor)
    lines[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(descriptor, termios.TCSADRAIN, lines)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, single)
