"""Findings across documents after decisions: made anew once reviewing pauses, away from every request.

A comparison can take longer than a reviewer should wait, and the store remembers what is still to be compared:
when the server stops before, the next ``cakupan add`` or ``review`` does it.
"""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from extractor.errors import CakupanError
from extractor.store import Store

if TYPE_CHECKING:
    from datasette.app import Datasette

    from extractor.web.visit import Visit

PAUSE = 20.0  # seconds without a decision

_waiting: WeakKeyDictionary[Datasette, asyncio.Task[None]] = WeakKeyDictionary()


def compare_soon(visit: Visit) -> None:
    """Compares when nothing has been decided for a while; a further decision begins the wait anew."""
    waiting = _waiting.get(visit.datasette)
    if waiting is not None:
        waiting.cancel()
    _waiting[visit.datasette] = asyncio.get_running_loop().create_task(_after_a_pause(visit.path))


async def _after_a_pause(path: Path) -> None:
    await asyncio.sleep(PAUSE)
    await asyncio.shield(asyncio.to_thread(_compare, path))


def _compare(path: Path) -> None:
    from extractor.checks import check_across

    try:
        with Store.open(path, create=False) as store:
            store.compare(check_across)
    except CakupanError as error:
        logging.getLogger(__name__).warning("comparing documents failed: %s", error)
