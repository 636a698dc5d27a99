"""Who may do what: the Host allow-list, headers of our pages, logins, the permission ``review``, CSRF.

Reading follows Datasette's own permissions (``view-instance``, ``view-database``). Writing needs the
permission ``review``: an actor from a login link, Datasette's ``root``, or whoever another plugin or the
configuration (``plugins: cakupan: review:`` with an allow block) grants it to. ``visit`` calls what is here;
a page needs nothing of it directly.
"""

from __future__ import annotations

import ipaddress
import secrets
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from datasette.utils import actor_matches_allow, baseconv

from extractor.web.site import Site, database_key, our_database, site_of

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

ROOT = "/-/cakupan/"
REVIEW = "review"
ACTOR = "reviewer"  # the id of actors that came by a login link; their name is in "name"
LOGIN_DAYS = 30
NAME_LENGTH = 80

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def guarded(app: Any, datasette: Datasette) -> Any:
    """The ASGI application behind the Host allow-list; ``/`` leads to our overview in ``cakupan serve``.

    A page elsewhere can make its own name point at this machine (DNS rebinding) and then read what its
    visitor's browser may read; the Host header still tells that name.
    """

    async def guard(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            site, path = site_of(datasette), scope["path"]
            host = dict(scope.get("headers") or []).get(b"host", b"").decode("latin-1")
            ours = path.startswith(datasette.urls.path(ROOT))
            if (site.whole or ours) and not allowed_host(site, host):
                await _plainly(send, 421, _WRONG_HOST)
                return
            if site.whole and path == datasette.urls.path("/"):
                await _plainly(send, 302, "", location=datasette.urls.path(f"{ROOT}overview"))
                return
        await app(scope, receive, send)

    return guard


_WRONG_HOST = (
    "This address is not one this server answers to. Open it as http://127.0.0.1 with its port, or name the host "
    "with `cakupan serve --allow-host NAME` (plain Datasette: plugins, cakupan, hosts in its metadata).\n"
)


async def _plainly(send: Any, status: int, body: str, **headers: str) -> None:
    told = {"content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff", **headers}
    raw = [(name.encode(), value.encode()) for name, value in told.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body.encode()})


def allowed_host(site: Site, host: str) -> bool:
    """Whether a Host header (a name or an address, perhaps with a port) is one this site answers to."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if not name or any(sign in host for sign in "/@?#\\ "):
        return False
    return name in site.hosts or (site.any_address and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def allowed(datasette: Datasette, actor: Any, action: str) -> bool | None:
    """Our answer to Datasette's question about a permission; None where it is none of ours."""
    site = site_of(datasette)
    if action == "view-instance" and site.private:
        return True if _is_reviewer(datasette, actor) else None if actor else False
    if action != REVIEW:
        return None
    if site.read_only or not actor:
        return False
    if _is_reviewer(datasette, actor) or actor.get("id") == "root":
        return True
    allow = (datasette.plugin_config("cakupan") or {}).get("review")
    return None if allow is None else bool(actor_matches_allow(actor, allow))


def _is_reviewer(datasette: Datasette, actor: Any) -> bool:
    """An actor of a login for this very database; the signature of its cookie was checked by Datasette."""
    ours = our_database(datasette)
    return bool(actor and ours and actor.get("id") == ACTOR and database_key(ours[1]) in actor.get("databases", ()))


def reviewer_name(actor: Mapping[str, Any] | None) -> str:
    """The name decisions are recorded under: the actor's name, login or id; empty for nobody."""
    if not actor:
        return ""
    found = next((actor[key] for key in ("name", "display", "login", "username", "id") if actor.get(key)), "")
    return clean_name(str(found))


def clean_name(name: str) -> str:
    """A reviewer's name in one line without control characters, at most 80 characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[:NAME_LENGTH]


def log_in(datasette: Datasette, response: Response, actor: Any, name: str, database: Path) -> None:
    """Sets the cookie of a login on a response: for this database, and for those of ``actor``'s own login."""
    earlier = actor.get("databases", ()) if actor and actor.get("id") == ACTOR else ()
    databases = sorted({*earlier, database_key(database)})
    seconds = LOGIN_DAYS * 86_400
    told = {"a": {"id": ACTOR, "name": clean_name(name), "databases": databases}}
    told["e"] = baseconv.base62.encode(int(time.time()) + seconds)
    response.set_cookie("ds_actor", datasette.sign(told, "actor"), max_age=seconds, httponly=True, samesite="lax")


def csrf_holds(request: Request) -> bool:
    """Whether the header ``x-csrftoken`` holds the visitor's token and no other site sent the request.

    Datasette's own check lets requests without cookies and with a Bearer token pass; ours does not.
    """
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        return False
    return secrets.compare_digest(
        request.headers.get("x-csrftoken", "").encode(), request.scope["csrftoken"]().encode()
    )


def local_path(path: str | None) -> str:
    """A place to go on to after a login or a change of language: one of our own pages, else the overview."""
    parts = urlsplit(path or "")
    inside = not parts.scheme and not parts.netloc and parts.path.startswith(ROOT)
    odd = any(sign in (path or "").lower() for sign in ("\\", "..", "%2e", "/login"))
    return str(path) if inside and not odd and str(path).isprintable() else f"{ROOT}overview"
