"""``cakupan review``: one claim at a time, one key for each decision."""

from __future__ import annotations

import click

from extractor.cli.failures import say_note
from extractor.cli.options import claim_filters, database_option, filters, open_store
from extractor.clock import utc_now


@click.command("review")
@claim_filters
@click.option(
    "--reviewer",
    envvar="CAKUPAN_REVIEWER",
    metavar="NAME",
    help="Who decides; else $CAKUPAN_REVIEWER or the login.",
)
@database_option
def command(reviewer: str | None, db: str | None, status: str | None, **given: str | None) -> None:
    """Accept, reject or correct claims, one key each.

    Pending claims come one by one, those with failed checks first. Keys: a accept, x reject, e edit a
    field, space skip, f flag, u undo, b all claims of the filter at once, ? help, q quit. Every key press
    is stored at once, so the next review goes on where this one stopped. --status accepted (or another)
    shows decided claims again.
    Keys may also be piped in: printf 'aax' | cakupan review
    """
    from extractor.checks import check_across
    from extractor.cli.console import stdout
    from extractor.cli.review.keys import keys
    from extractor.cli.review.screen import Screen
    from extractor.cli.review.session import Session

    with open_store(db) as store:
        chosen = filters(store, **given)
        if status not in (None, "pending"):
            chosen["status"] = status
        queue = store.queue_ids(**chosen)
        if not queue:
            say_note("Nothing to review: no claim is pending here. 'cakupan status' shows what there is.")
            return
        session = Session(store, queue, reviewer or _login(), utc_now, chosen)
        with keys() as pressed:
            Screen(session, pressed, stdout()).run()
        store.compare(check_across)
    say_note(session.summary())


def _login() -> str:
    """The name of the user of this machine; raises UsageError where the system knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise click.UsageError("no login name is known here; give --reviewer NAME") from error
