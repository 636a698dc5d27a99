"""What one running Datasette is to us: the database that is ours, and what its visitors may do there."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from extractor.store.migrations import APPLICATION_ID

if TYPE_CHECKING:
    from datasette.app import Datasette

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass
class Site:
    """How our pages behave in one Datasette.

    ``hosts`` are the names it may be called by in the Host header; with ``any_address`` also every plain IP
    address (no page elsewhere can make a browser use one in its own name, so that rebinding a name to this
    machine stays useless). ``whole`` says that the allow-list is for all of Datasette, as ``cakupan serve``
    wants it; otherwise for our pages only. ``reviewer`` is the name a login begins with. ``tokens`` are the
    one-time tokens not used yet, each with the name it is for.
    """

    hosts: frozenset[str] = LOOPBACK
    any_address: bool = False
    whole: bool = False
    read_only: bool = False
    private: bool = False
    private_addresses: bool = False
    reviewer: str = ""
    tokens: dict[str, str] = field(default_factory=dict)

    def new_token(self, reviewer: str) -> str:
        """A token that logs in once, as this reviewer."""
        token = secrets.token_urlsafe(24)
        self.tokens[token] = reviewer
        return token

    def use_token(self, token: str) -> str | None:
        """The name the token is for, and the token is used up; None for one that is wrong or was used."""
        known = next((mine for mine in self.tokens if secrets.compare_digest(mine, token)), None)
        return None if known is None else self.tokens.pop(known)


_sites: WeakKeyDictionary[Any, Site] = WeakKeyDictionary()
_ours: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
_columns: WeakKeyDictionary[Any, dict[str, dict[str, list[str]]]] = WeakKeyDictionary()


def install(datasette: Datasette, site: Site) -> None:
    """Says how our pages are to behave in this Datasette; done before it serves anything."""
    _sites[datasette] = site


def site_of(datasette: Datasette) -> Site:
    """How our pages behave there: as installed, else by the plugin configuration ``cakupan``.

    In a plain ``datasette FILE`` the metadata may hold ``plugins: cakupan:`` with ``hosts`` (a list),
    ``read_only``, ``reviewer`` and ``private_addresses``.
    """
    if datasette not in _sites:
        told = datasette.plugin_config("cakupan") or {}
        _sites[datasette] = Site(
            hosts=LOOPBACK | {str(name).lower() for name in told.get("hosts", ())},
            read_only=bool(told.get("read_only", False)),
            reviewer=str(told.get("reviewer", "")),
            private_addresses=bool(told.get("private_addresses", False)),
        )
    return _sites[datasette]


def our_database(datasette: Datasette) -> tuple[str, Path] | None:
    """Name and file of our database among those served, the first if there are several."""
    for name, database in datasette.databases.items():
        if is_ours(datasette, name):
            return str(name), Path(database.path)
    return None


def is_ours(datasette: Datasette, name: str | None) -> bool:
    """Whether the database of that name is one of ours; asked of the file until it is, as one may become so."""
    database = datasette.databases.get(name)
    if database is None or not database.path or database.is_memory:
        return False
    known = _ours.setdefault(datasette, set())
    if name not in known and _application(str(database.path)) == APPLICATION_ID:
        known.add(str(name))
    return name in known


def columns_of(datasette: Datasette, name: str) -> dict[str, list[str]]:
    """The columns of every table and view of a database, looked at once."""
    known = _columns.setdefault(datasette, {})
    if name not in known:
        sql = (
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type IN ('table', 'view')"
        )
        found: dict[str, list[str]] = {}
        with closing(_reading(datasette.databases[name].path)) as connection:
            for table, column in connection.execute(sql):
                found.setdefault(table, []).append(column)
        known[name] = found
    return known[name]


def database_key(path: Path) -> str:
    """A short name for a database in cookies: a login holds for the databases it was given for."""
    return hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]


def _application(path: str) -> int | None:
    """The application id of a SQLite file, read without changing anything; None for what is no such file."""
    try:
        with closing(_reading(path)) as connection:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.Error:
        return None


def _reading(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
