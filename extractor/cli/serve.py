"""``cakupan serve``: review, timelines and all the data in the browser."""

from __future__ import annotations

import getpass

import click

from extractor.cli.failures import say_note
from extractor.cli.options import database_option, database_path


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to answer on.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A further name it is reached by.")
@click.option("--reviewer", envvar="CAKUPAN_REVIEWER", metavar="NAME", help="Your name in decisions; else the user's.")
@click.option("--open/--no-open", "open_browser", default=False, help="Open the page in the browser.")
@click.option("--read-only", is_flag=True, help="Nobody can change anything; there is no login.")
@click.option("--private", is_flag=True, help="Reading needs the login too.")
@click.option("--private-addresses", is_flag=True, help="The page may fetch from addresses of this network.")
@database_option
def command(
    port: int,
    host: str,
    hosts: tuple[str, ...],
    reviewer: str | None,
    open_browser: bool,
    read_only: bool,
    private: bool,
    private_addresses: bool,
    db: str | None,
) -> None:
    """Review claims, look at timelines and browse the data in your browser.

    Prints a link that logs you in once; the login then lasts for 30 days. Only this machine can reach the
    page unless --host says otherwise. Ctrl-C stops it.
    """
    if read_only and private:
        raise click.UsageError("--private lets only reviewers read, and with --read-only there are none; drop one")
    from extractor.web.serve import Options, serve
    from extractor.web.site import LOOPBACK

    options = Options(
        database=database_path(db),
        host=host,
        port=port,
        hosts=hosts,
        reviewer=(reviewer or "").strip() or getpass.getuser(),
        read_only=read_only,
        private=private,
        private_addresses=private_addresses,
    )
    if host.lower() not in LOOPBACK:
        say_note("Others on the network can reach this, and nothing they send or read is encrypted.")

    def started(address: str) -> None:
        click.echo(address)
        say_note(f"Serving {options.database}. Open the address above; Ctrl-C stops it.")
        if open_browser:
            import webbrowser

            webbrowser.open(address)

    serve(options, started)
