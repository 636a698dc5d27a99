"""Failures and notes on stderr, and the exit code they lead to."""

from __future__ import annotations

from dataclasses import dataclass

import click


def say_failure(message: str) -> None:
    """One line on stderr: ``cakupan: <where>: <what>; <what to do next>``."""
    click.echo(f"cakupan: {' '.join(message.split())}", err=True)


def say_note(message: str) -> None:
    """A word on stderr that is neither data nor a failure."""
    click.echo(message, err=True)


@dataclass
class Tally:
    """What happened to the inputs of one command; it alone decides the exit code."""

    done: int = 0
    failed: int = 0
    skipped: int = 0
    disagreeing: int = 0

    def fail(self, where: str, what: str) -> None:
        """Count a failed input and say so; the others go on."""
        self.failed += 1
        say_failure(f"{where}: {what}")

    def exit_code(self, *, strict: bool = False) -> int:
        """1 when an input failed; else 3 when ``strict`` and checks disagree; else 0."""
        if self.failed:
            return 1
        return 3 if strict and self.disagreeing else 0
