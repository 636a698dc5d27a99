"""Keys and typed lines: single key presses on a terminal, characters of stdin when it is a pipe.

The pipe makes a review scriptable and testable: ``printf 'aaxq' | cakupan review``. Line breaks
between keys count for nothing, and the end of the input quits.
"""

from __future__ import annotations

import sys
from typing import Protocol

END = ""


class Keys(Protocol):
    """Where the reviewer's keys and lines come from; ``END`` when there are no more."""

    interactive: bool

    def key(self) -> str:
        """The next key."""

    def line(self, prompt: str) -> str:
        """A typed line without its line break."""


class Terminal:
    """Single key presses, nothing echoed; lines with the terminal's own editing."""

    interactive = True

    def __init__(self) -> None:
        self._typed_ahead: list[str] = []

    def key(self) -> str:
        """The next key; ``END`` for Ctrl-D. Keys typed faster than they are read arrive together."""
        import click

        if not self._typed_ahead:
            try:
                typed = click.getchar()
            except EOFError:
                return END
            self._typed_ahead = [typed] if typed.startswith("\x1b") else list(typed)
        return self._typed_ahead.pop(0)

    def line(self, prompt: str) -> str:
        """A typed line; ``END`` for Ctrl-D."""
        self._typed_ahead.clear()
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


def keys() -> Keys:
    """Those of this process."""
    return Terminal() if sys.stdin.isatty() else Piped()
