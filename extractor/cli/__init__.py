"""The command line. ``main`` is the entry point of ``cakupan``; a command is imported when it runs."""

from __future__ import annotations


def main() -> None:
    """Run ``cakupan`` with the arguments of this process and exit with its code."""
    import sys

    from extractor.cli.app import cakupan

    for stream in (sys.stdin, sys.stdout, sys.stderr):  # JSON and the marks are UTF-8 wherever we run
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")
    cakupan.main(prog_name="cakupan")
