"""The consoles and the progress bar. Colour only on a terminal, never with NO_COLOR (rich sees to it)."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID
    from rich.text import Text


def stdout() -> Console:
    """The console for data. Nothing in a text is read as markup, emoji or a number to be coloured."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(highlight=False, markup=False, emoji=False)
    return Console(file=_Trimmed(), highlight=False, markup=False, emoji=False)


class _Trimmed(io.StringIO):
    """Standard output without the spaces that pad lines to the width of a terminal."""

    def write(self, text: str) -> int:
        sys.stdout.write(re.sub(r" +\n", "\n", text))
        return len(text)

    def flush(self) -> None:
        sys.stdout.flush()


@dataclass
class Work:
    """A running piece of work: ``say`` prints a line of data above the bar, ``step`` moves it on."""

    console: Console
    bar: Progress | None = None
    task: TaskID | None = None

    def say(self, line: str | Text) -> None:
        """Print one line of data."""
        self.console.print(line, soft_wrap=True)

    def step(self, doing: str = "") -> None:
        """One more done; ``doing`` names it."""
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, advance=1, doing=doing[-40:])


@contextmanager
def working(title: str, total: int | None = None) -> Iterator[Work]:
    """A progress bar on stderr for as long as the block runs; nothing at all when that is no terminal.

    Where stdout is the same terminal, lines of data go through the bar's console so that they stay above it.
    """
    if not sys.stderr.isatty():
        yield Work(stdout())
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (TextColumn(title), BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
    doing = TextColumn("{task.fields[doing]}", markup=False)
    with Progress(*columns, doing, console=screen, transient=True, redirect_stdout=False, redirect_stderr=True) as bar:
        task = bar.add_task(title, total=total, doing="")
        yield Work(screen if sys.stdout.isatty() else stdout(), bar, task)
