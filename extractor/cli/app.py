"""The group of commands: found by name, imported when run; and what happens when one of them fails.

Exit codes: 0 all right, 1 some inputs failed, 2 wrong usage, 3 checks disagree (with ``--strict``),
130 stopped with Ctrl-C.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, NoReturn

import click

from extractor import __version__
from extractor.cli.failures import say_failure
from extractor.errors import CakupanError

# Short help texts stand here so that `cakupan --help` imports none of the commands.
COMMANDS = {
    "demo": "Read the documents that ship with the program and look around.",
    "add": "Read documents and store what they claim.",
    "extract": "Print what documents claim as JSON, without a database.",
    "claims": "List the stored claims.",
    "show": "Show one document and all that was read from it.",
    "why": "Explain one claim: the sentence, the rules, the checks.",
    "review": "Accept, reject or correct claims, one key each.",
    "serve": "Review and look around in the browser.",
    "timeline": "Show the coverage reported for a region over time.",
    "check": "List what the checks found, with the arithmetic.",
    "export": "Write the reviewed claims: CSV, JSON, Parquet, XLSX, JSON-LD.",
    "rules": "List the extraction rules and the reason for each.",
    "status": "Say what the database holds.",
    "reextract": "Read the stored captures again with today's rules.",
    "eval": "Measure precision and recall against gold annotations.",
}
_MODULES = {"eval": "measure"}


class Commands(click.Group):
    """Commands by name; ``main`` turns every failure into one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order a new user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"extractor.cli.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest command named when there is none of that name."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"No such command {name!r}.{_nearest(name)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, from the static texts."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; when whoever reads its output has gone (``| head``), that is no failure."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _let_go_of_stdout()
            return 0

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run and exit; no traceback for anything a person can act on."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except click.Abort:
            code = 130
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except CakupanError as error:
            say_failure(str(error))
            code = 1
        except OSError as error:
            if error.filename is None:
                raise
            say_failure(f"{error.filename}: {error.strerror}; check the path and its permissions")
            code = 1
        sys.exit(code if isinstance(code, int) else 0)


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean {near[0]!r}?" if near else " See 'cakupan --help'."


def _let_go_of_stdout() -> None:
    """What is still buffered goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="The database is --db PATH, else $CAKUPAN_DB, else output/cakupan.db. "
    "Start with 'cakupan demo', or 'cakupan add FILE...' and 'cakupan review'.",
)
@click.option("--db", type=click.Path(dir_okay=False), metavar="PATH", help="The database to use.")
@click.version_option(__version__, "--version", prog_name="cakupan", message="%(prog)s %(version)s")
@click.pass_context
def cakupan(ctx: click.Context, db: str | None) -> None:
    """Coverage claims out of Indonesian news about BPJS Ketenagakerjaan, each traced and checked."""
    ctx.obj = db
