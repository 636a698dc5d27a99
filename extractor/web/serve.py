"""``cakupan serve``: one Datasette with our pages, on this machine, until it is stopped."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import CakupanError
from extractor.store import Store
from extractor.web.security import ROOT
from extractor.web.site import LOOPBACK, Site, install

if TYPE_CHECKING:
    import uvicorn
    from datasette.app import Datasette


class ServerError(CakupanError):
    """The server cannot start: the port is taken or the address is not this machine's."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to serve. ``hosts`` are names beside the loopback's; ``port`` 0 takes any that is free."""

    database: Path
    host: str = "127.0.0.1"
    port: int = 8001
    hosts: tuple[str, ...] = ()
    reviewer: str = ""
    read_only: bool = False
    private: bool = False
    private_addresses: bool = False


def build(options: Options, secret: str) -> tuple[Datasette, Site]:
    """The Datasette to serve and what its visitors may do; the database is made when it is missing."""
    from datasette.app import Datasette

    Store.open(options.database, create=True).close()
    bound = options.host.lower()
    site = Site(
        hosts=LOOPBACK | {bound, *(name.lower() for name in options.hosts)},
        any_address=bound not in LOOPBACK,
        whole=True,
        read_only=options.read_only,
        private=options.private,
        private_addresses=options.private_addresses,
        reviewer=options.reviewer,
    )
    # what was decided is to be seen at once; suggesting facets would try every one of dozens of columns
    settings = {"default_cache_ttl": 0, "suggest_facets": False}
    datasette = Datasette([str(options.database)], secret=secret, settings=settings)
    install(datasette, site)
    return datasette, site


def serve(options: Options, started: Callable[[str], None]) -> None:
    """Serves until Ctrl-C. ``started`` gets the address to open once connections are answered.

    Raises ServerError when the address cannot be had, StoreError when the database cannot be opened.
    """
    import asyncio

    datasette, site = build(options, kept_secret(state_folder()))
    with bound_socket(options.host, options.port) as listener:
        address = _address(options.host, listener.getsockname()[1])
        query = "" if options.read_only else f"?token={site.new_token(options.reviewer)}"
        place = "overview" if options.read_only else "login"

        async def run() -> None:
            await datasette.invoke_startup()
            listener.listen()
            started(f"{address}{ROOT}{place}{query}")
            await server_of(datasette).serve(sockets=[listener])

        with suppress(KeyboardInterrupt):  # the server has wound up; being stopped is how it ends
            asyncio.run(run())


def server_of(datasette: Datasette) -> uvicorn.Server:
    """The web server; it writes no log of requests, as addresses hold login tokens."""
    import uvicorn

    return uvicorn.Server(uvicorn.Config(datasette.app(), log_level="warning", lifespan="on"))


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket on the address; raises ServerError with what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # with the protocol named, asyncio sends at once (TCP_NODELAY); without it every answer may wait 40 ms
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError) as error:
        listener.close()
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ServerError(f"{host}:{port}: cannot be served ({what}); choose another --port or --host") from error
    return listener


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in ("0.0.0.0", "") else "::1" if host == "::" else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def state_folder() -> Path:
    """Where this user's programs keep what is no document: ``XDG_STATE_HOME``, else ``~/.local/state``."""
    told = os.environ.get("XDG_STATE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    return (Path(told) if told else Path.home() / ".local" / "state") / "cakupan"


def kept_secret(folder: Path) -> str:
    """The secret that signs cookies, the same at every start so that a login survives one.

    It is the user's, in a file only the user can read, and not beside the database: that is handed on to
    others, who could then forge the logins of its owner. Deleting the file ends every login. Where it can
    neither be read nor written, the secret lasts until the server stops.
    """
    path = folder / "serve-secret"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            fresh = folder / f"serve-secret.{os.getpid()}"
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_hex(32))
            with suppress(FileExistsError):  # unlike a rename this leaves the secret of a server that was quicker
                os.link(fresh, path)
            fresh.unlink()
        kept = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return secrets.token_hex(32)
    return kept if len(kept) >= 32 else secrets.token_hex(32)
