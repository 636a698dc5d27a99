"""One visit to one of our pages, and how a page is made.

A page is a module in ``pages/`` with ``ROUTES``, a list of what the functions below make::

    async def show(visit: Visit) -> Response:
        rows = await visit.store(lambda store: store.claims(region=visit.argument("region")))
        return await visit.page("cakupan_claims.html", {"rows": rows})

    async def accept(visit: Visit) -> Any:
        told = await visit.json()
        return await visit.store(lambda store: store.decide(told["claim"], "accept", reviewer=visit.reviewer, ...))

    ROUTES = [page(r"claims", show), data(r"api/claims", listing), action(r"api/accept", accept)]

``page`` answers GET with HTML, ``data`` answers GET with JSON, ``action`` answers POST with JSON. All three
look at Datasette's permissions and find our database first; ``action`` also demands the permission
``review`` and the CSRF token (header ``x-csrftoken``; ``static/cakupan.js`` has ``send`` that does it). What
goes wrong is told with the right status, as JSON ``{"error": "...", "language": "en"}`` from ``data`` and
``action``: 400 for what the store refuses, 403, 404 for what is not there, 409 for a conflict,
413 for too much. Patterns are regular expressions below ``/-/cakupan/``; named groups are in ``visit.part``.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from datasette.utils.asgi import Forbidden, Response

from extractor.errors import CakupanError, StoreError, UnknownItem
from extractor.i18n import LANGUAGES, N_, Words
from extractor.store import Store
from extractor.store.decisions import Conflict
from extractor.web import security
from extractor.web.languages import COOKIE, language_of, script_messages
from extractor.web.site import Site, our_database, site_of

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

Result = TypeVar("Result")
Handler = Callable[["Visit"], Awaitable[Any]]
ErrorPage = Callable[["Datasette", "Request", Exception], Awaitable[Response]]
Route = tuple[str, Callable[..., Awaitable[Response]]]

JSON_LIMIT = 1_000_000  # bytes of a JSON body

NO_DATABASE = N_(
    "Datasette serves no database of cakupan here. Start it with one: cakupan serve --db FILE, or make one with "
    "cakupan add."
)
NOT_ALLOWED = N_("You may look but not change anything here. Open the login link that cakupan serve printed.")
NO_TOKEN = N_("This page is too old to save anything. Load it again and repeat what you did.")
TOO_MUCH = N_("Too much at once: more than {megabytes} MB.")
NO_JSON = N_("The request holds no JSON object.")
NOT_THERE = N_("There is no such page here.")
PRIVATE = N_("Reading needs a login here. Open the login link that cakupan serve printed.")


class Refused(CakupanError):
    """A request that is refused with an HTTP status; the message is told to the visitor as it is."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Visit:
    """A request to one of our pages. ``name`` and ``path`` are our database's in Datasette and on the disk."""

    datasette: Datasette
    request: Request
    site: Site
    name: str
    path: Path
    may_review: bool

    @cached_property
    def words(self) -> Words:
        """What the page says, in the visitor's language."""
        return words_of(self.request)

    @property
    def reviewer(self) -> str:
        """The name decisions of this visitor are recorded under; empty for a reader."""
        return security.reviewer_name(self.request.actor) if self.may_review else ""

    def part(self, name: str) -> str:
        """A named group of the route's pattern, decoded."""
        from urllib.parse import unquote

        return unquote(self.request.url_vars[name])

    def argument(self, name: str) -> str | None:
        """A value of the query string; None where it is absent or empty."""
        return self.request.args.get(name) or None

    async def store(self, work: Callable[[Store], Result]) -> Result:
        """What ``work`` returns, run in a thread on a connection of its own (opened in about a millisecond)."""

        def run() -> Result:
            with Store.open(self.path, create=False) as store:
                return work(store)

        return await asyncio.to_thread(run)

    async def body(self, limit: int = JSON_LIMIT) -> bytes:
        """The body of the request; raises Refused (413) beyond ``limit`` bytes, before the rest is read."""
        chunks, size, more = [], 0, True
        while more:
            message = await self.request.receive()
            if message["type"] == "http.disconnect":
                raise Refused(400, self.words.text(NO_JSON))
            chunks.append(message.get("body", b""))
            size += len(chunks[-1])
            if size > limit:
                raise Refused(413, self.words.text(TOO_MUCH, megabytes=f"{limit / 1_000_000:g}"))
            more = message.get("more_body", False)
        return b"".join(chunks)

    async def json(self, limit: int = JSON_LIMIT) -> dict[str, Any]:
        """The JSON object in the body; raises Refused (400) for anything else."""
        try:
            told = json.loads(await self.body(limit))
        except ValueError as error:
            raise Refused(400, self.words.text(NO_JSON)) from error
        if not isinstance(told, dict):
            raise Refused(400, self.words.text(NO_JSON))
        return told

    def url(self, place: str) -> str:
        """The path of one of our pages: ``url("review")``."""
        return str(self.datasette.urls.path(security.ROOT + place))

    async def page(self, template: str, context: Mapping[str, Any], status: int = 200) -> Response:
        """A page from one of our templates, with the headers of our pages."""
        whole = {**base_context(self.datasette, self.request), **context}
        whole |= {
            "may_review": self.may_review,
            "reviewer": self.reviewer,
            "read_only": self.site.read_only,
            "database_url": self.datasette.urls.database(self.name),
        }
        html = await self.datasette.render_template(template, whole, request=self.request)
        return Response.html(html, status=status, headers=dict(security.HEADERS))


def words_of(request: Request) -> Words:
    """The words of the language a request asks for, by cookie, then by the browser."""
    return Words(language_of(request.cookies.get(COOKIE), request.headers.get("accept-language")))


def base_context(datasette: Datasette, request: Request) -> dict[str, Any]:
    """What ``cakupan_base.html`` needs, also on a page that has no database."""
    words = words_of(request)
    here = request.path + (f"?{request.query_string}" if request.query_string else "")
    return {
        "_": words.text,
        "_n": words.plural,
        "words": words,
        "languages": LANGUAGES,
        "here": here,
        "root": datasette.urls.path(security.ROOT),
        "static": datasette.urls.path("/-/static-plugins/cakupan/"),
        "script_messages": script_messages(words.language),
        "may_review": False,
        "reviewer": "",
        "database_url": datasette.urls.path("/"),
    }


def page(pattern: str, handler: Handler) -> Route:
    """A route that answers GET with HTML."""
    return _route(pattern, handler, "GET", _html_error)


def unguarded(pattern: str, handler: Handler) -> Route:
    """As ``page``, also for those who may not read: only the way in is."""
    return _route(pattern, handler, "GET", _html_error, readers=False)


def data(pattern: str, handler: Handler) -> Route:
    """A route that answers GET with what ``handler`` returns, as JSON (or a Response, as it is)."""
    return _route(pattern, handler, "GET", _json_error)


def action(pattern: str, handler: Handler) -> Route:
    """A route that answers POST of an actor with ``review`` and the CSRF token, with JSON."""
    return _route(pattern, handler, "POST", _json_error)


def _route(pattern: str, handler: Handler, method: str, error_page: ErrorPage, readers: bool = True) -> Route:
    async def answer(request: Request, datasette: Datasette) -> Response:
        try:
            if request.method != method and not (method == "GET" and request.method == "HEAD"):
                raise Refused(405, words_of(request).text(NOT_THERE))
            visit = await _visit(datasette, request, readers)
            if method == "POST":
                _check_write(visit)
            told = await handler(visit)
        except (CakupanError, Forbidden) as error:
            return await error_page(datasette, request, error)
        return told if isinstance(told, Response) else json_response(told)

    return rf"^{security.ROOT}{pattern}$", answer


async def _visit(datasette: Datasette, request: Request, readers: bool) -> Visit:
    """The visit; with ``readers`` only once Datasette lets the actor see our database."""
    ours = our_database(datasette)
    if ours is None:
        raise Refused(404, words_of(request).text(NO_DATABASE))
    name, path = ours
    if readers:
        await datasette.ensure_permissions(request.actor, [("view-database", name), "view-instance"])
    return Visit(datasette, request, site_of(datasette), name, path, await _may_review(datasette, request))


async def _may_review(datasette: Datasette, request: Request) -> bool:
    return bool(await datasette.permission_allowed(request.actor, security.REVIEW, default=False))


def _check_write(visit: Visit) -> None:
    if not visit.may_review:
        raise Refused(403, visit.words.text(NOT_ALLOWED))
    if not security.csrf_holds(visit.request):
        raise Refused(403, visit.words.text(NO_TOKEN))


def _status(error: Exception) -> int:
    if isinstance(error, Refused):
        return error.status
    if isinstance(error, Forbidden):
        return 403
    return 404 if isinstance(error, UnknownItem) else 409 if isinstance(error, Conflict) else 400


def _message(error: Exception, request: Request) -> str:
    return words_of(request).text(PRIVATE) if isinstance(error, Forbidden) else str(error)


def json_response(told: Any, status: int = 200) -> Response:
    """JSON with the headers of our pages."""
    body = json.dumps(told, ensure_ascii=False)
    headers = dict(security.HEADERS)
    return Response(body, status=status, headers=headers, content_type="application/json; charset=utf-8")


def _language(error: Exception, request: Request) -> str:
    """What language the message is in: what is refused here is translated, what the program says is English."""
    return words_of(request).language if isinstance(error, (Refused, Forbidden)) else "en"


async def _json_error(datasette: Datasette, request: Request, error: Exception) -> Response:
    told = {"error": _message(error, request), "language": _language(error, request)}
    return json_response(told, _status(error))


async def _html_error(datasette: Datasette, request: Request, error: Exception) -> Response:
    told: dict[str, Any] = {"message": _message(error, request), "language": _language(error, request)}
    if await _may_review(datasette, request):  # who is logged in stays so where a page went wrong
        told |= {"may_review": True, "reviewer": security.reviewer_name(request.actor)}
    context, status = {**base_context(datasette, request), **told}, _status(error)
    html = await datasette.render_template("cakupan_error.html", context, request=request)
    return Response.html(html, status=status, headers=dict(security.HEADERS))


__all__ = ["Conflict", "Refused", "StoreError", "Visit", "action", "data", "page", "unguarded"]
