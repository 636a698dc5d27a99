"""Logging in with a one-time link, the reviewer's name, inviting another reviewer, the language."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from extractor.i18n import LANGUAGES, N_
from extractor.web import security
from extractor.web.languages import COOKIE
from extractor.web.visit import Refused, Visit, action, page, unguarded

_YEAR = 365 * 86_400  # seconds
USED = N_("This login link was used already or is wrong. Start cakupan serve again for a new one.")
LOOKING_ONLY = N_("This server was started for reading only; nobody can log in.")
NAMELESS = N_("A reviewer needs a name.")


async def login(visit: Visit) -> Response:
    """With ``?token=`` logs in and goes on to ``next``; without one tells who is logged in."""
    token = visit.argument("token")
    if token is None or visit.request.method == "HEAD":
        return await visit.page("cakupan_account.html", {"read_only": visit.site.read_only})
    if visit.site.read_only:
        raise Refused(403, visit.words.text(LOOKING_ONLY))
    name = visit.site.use_token(token)
    if name is None:
        raise Refused(403, visit.words.text(USED))
    response = _to(visit, visit.argument("next"))
    security.log_in(visit.datasette, response, visit.request.actor, name, visit.path)
    return response


async def logout(visit: Visit) -> Response:
    """Forgets the login."""
    response = Response("{}", headers=dict(security.HEADERS), content_type="application/json; charset=utf-8")
    response.set_cookie("ds_actor", "", max_age=0, expires=0, httponly=True)
    return response


async def rename(visit: Visit) -> Response:
    """Takes ``{"name"}`` for the decisions of this visitor from now on."""
    name = security.clean_name(str((await visit.json()).get("name") or ""))
    if not name:
        raise Refused(400, visit.words.text(NAMELESS))
    if (visit.request.actor or {}).get("id") != security.ACTOR:
        raise Refused(400, visit.words.text(N_("Your name comes from how you logged in to Datasette.")))
    response = Response("{}", headers=dict(security.HEADERS), content_type="application/json; charset=utf-8")
    security.log_in(visit.datasette, response, visit.request.actor, name, visit.path)
    return response


async def invite(visit: Visit) -> dict[str, Any]:
    """A login link for another reviewer, called ``{"name"}``."""
    name = security.clean_name(str((await visit.json()).get("name") or ""))
    if not name:
        raise Refused(400, visit.words.text(NAMELESS))
    return {"path": f"{visit.url('login')}?token={visit.site.new_token(name)}"}


async def language(visit: Visit) -> Response:
    """Remembers the language ``to`` and goes back to the page ``next``."""
    response = _to(visit, visit.argument("next"))
    chosen = visit.argument("to")
    if chosen in LANGUAGES:
        response.set_cookie(COOKIE, str(chosen), max_age=_YEAR, samesite="lax")
    return response


def _to(visit: Visit, place: str | None) -> Response:
    path = visit.datasette.urls.path(security.local_path(place))
    return Response.redirect(str(path), status=303, headers=dict(security.HEADERS))


ROUTES = [
    unguarded(r"login", login),
    page(r"language", language),
    action(r"api/logout", logout),
    action(r"api/name", rename),
    action(r"api/invite", invite),
]
