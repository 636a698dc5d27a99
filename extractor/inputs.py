"""From what a user names to bytes: files, folders, globs, addresses and standard input.

One input that fails is handed over as a ``Failure``; the others go on.
"""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from extractor.errors import UnreadableInput

if TYPE_CHECKING:
    import httpx

SIZE_LIMIT = 20_000_000  # bytes
TIMEOUT = 20.0  # seconds without an answer
LONGEST = 120.0  # seconds for a whole document
_SUFFIXES = frozenset(
    [
        ".htm",
        ".html",
        ".xhtml",
        ".shtml",
        ".php",
        ".asp",
        ".aspx",
        ".pdf",
        ".txt",
        ".text",
        ".md",
        ".markdown",
    ]
)
_DOCUMENT_TYPES = (
    "text/",
    "application/xhtml",
    "application/pdf",
    "application/octet-stream",
    "application/x-pdf",
)
_NO_DOCUMENTS = ("text/css", "text/javascript", "text/csv", "text/calendar", "text/xml")
_USER_AGENT = "cakupan (reads articles about employment social security)"


@dataclass(frozen=True, slots=True)
class Input:
    """The bytes of one document and how they were got; ``media_type`` only where a server said it."""

    uri: str
    source: bytes
    retrieved_at: datetime
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be got: where, and what to do about it."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of another kind met in a folder."""

    where: str


def expand(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO,
    clock: Callable[[], datetime],
    limit: int = SIZE_LIMIT,
    client: httpx.Client | None = None,
    public_only: bool = False,
) -> Iterator[Input | Failure | Skipped]:
    """The documents that ``inputs`` name, in their order, each file once.

    An input is a file, a folder (searched with its subfolders), a glob pattern (``**`` for any depth), an
    http(s) address, or ``-`` for ``stdin``. ``limit`` is in bytes. ``client`` takes the place of the usual
    HTTP client (its timeouts and redirects are then its own). ``public_only`` refuses addresses of this machine
    and of private networks.
    """
    seen: set[Path] = set()
    with ExitStack() as stack:
        for name in inputs:
            try:
                if name == "-":
                    yield _checked("-", stdin.read(limit + 1), clock(), limit)
                elif name.lower().startswith(("http://", "https://")):
                    client = client or stack.enter_context(_client(public_only))
                    yield _fetch(client, name, clock, limit)
                else:
                    yield from _files(name, clock, limit, seen)
            except UnreadableInput as error:
                yield Failure(name, str(error))


def _checked(uri: str, source: bytes, when: datetime, limit: int, media_type: str | None = None) -> Input:
    if len(source) > limit:
        raise UnreadableInput(f"larger than {_size(limit)}; raise the size limit or give a smaller file")
    return Input(uri, source, when, media_type)


def _size(limit: int) -> str:
    return f"{limit / 1_000_000:g} MB" if limit >= 100_000 else f"{limit} bytes"


def _files(
    name: str, clock: Callable[[], datetime], limit: int, seen: set[Path]
) -> Iterator[Input | Failure | Skipped]:
    """The files behind a path or a pattern; a file that exists wins over a pattern of the same name."""
    path = Path(name).expanduser()
    if path.is_dir():
        yield from _folder(path, clock, limit, seen)
    elif path.exists():
        yield from _one(path, clock, limit, seen)
    elif glob.has_magic(name):
        matches = sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
        if not matches:
            raise UnreadableInput("no file matches this pattern; check it and quote it for the shell")
        for match in map(Path, matches):
            if match.is_file() and _is_document(match):
                yield from _one(match, clock, limit, seen)
            elif match.is_file():
                yield Skipped(str(match))
    else:
        raise UnreadableInput("no such file or folder; check the path")


def _folder(
    path: Path, clock: Callable[[], datetime], limit: int, seen: set[Path]
) -> Iterator[Input | Failure | Skipped]:
    files = sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file, path))
    if not files:
        raise UnreadableInput("an empty folder; put documents (HTML, PDF, text, Markdown) into it")
    for file in files:
        if _is_document(file):
            yield from _one(file, clock, limit, seen)
        else:
            yield Skipped(str(file))


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def _is_document(file: Path) -> bool:
    """Whether a file met in passing is a document: by its suffix, or by its first bytes where it has none.

    A README tells about a folder and is none.
    """
    if file.stem.upper() == "README":
        return False
    if file.suffix:
        return file.suffix.lower() in _SUFFIXES
    try:
        with file.open("rb") as stream:
            head = stream.read(512)
    except OSError:
        return True  # reading it will say what is wrong
    return head.lstrip()[:5] in (b"%PDF-", b"<!DOC", b"<!doc", b"<html", b"<HTML")


def _one(path: Path, clock: Callable[[], datetime], limit: int, seen: set[Path]) -> Iterator[Input | Failure]:
    """The file at ``path``, unless it was had before; one that cannot be read is a failure of its own."""
    real = path.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        with path.open("rb") as stream:
            yield _checked(str(path), stream.read(limit + 1), clock(), limit)
    except PermissionError:
        yield Failure(str(path), "not readable for this user; change its permissions")
    except OSError as error:
        yield Failure(str(path), f"cannot be read ({error.strerror or error}); check the disk and the path")
    except UnreadableInput as error:
        yield Failure(str(path), str(error))


def _client(public_only: bool) -> httpx.Client:
    import httpx

    from extractor.addresses import PublicOnly

    return httpx.Client(
        transport=PublicOnly() if public_only else None,
        timeout=TIMEOUT,
        follow_redirects=True,
        headers={"User-Agent": _USER_AGENT, "Accept": "text/html,application/pdf,text/plain;q=0.8"},
    )


def _fetch(client: httpx.Client, url: str, clock: Callable[[], datetime], limit: int) -> Input:
    """The document at an address; its ``uri`` is where redirects led."""
    import httpx

    started = monotonic()
    try:
        with client.stream("GET", url) as response:
            _refuse(response)
            chunks: list[bytes] = []
            size = 0
            for chunk in response.iter_bytes():
                chunks.append(chunk)
                size += len(chunk)
                if size > limit:
                    break
                if monotonic() - started > LONGEST:
                    raise UnreadableInput("takes too long to arrive; save the page and give the file")
            media_type = response.headers.get("content-type")
            return _checked(str(response.url), b"".join(chunks), clock(), limit, media_type)
    except httpx.TimeoutException as error:
        raise UnreadableInput("no answer in time; try again, or save the page and give the file") from error
    except httpx.TooManyRedirects as error:
        raise UnreadableInput("redirects in a circle; open it in a browser and save the page") from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise UnreadableInput(f"not a valid address ({error}); check it") from error
    except httpx.HTTPError as error:
        raise UnreadableInput(f"cannot be fetched ({error}); check the address and the network") from error


def _refuse(response: httpx.Response) -> None:
    """Raises UnreadableInput for an answer that is not a document."""
    code = response.status_code
    if code in (404, 410):
        raise UnreadableInput(f"page not found ({code}); check the address")
    if code in (401, 402, 403):
        raise UnreadableInput(f"access refused ({code}); open it in a browser and save the page")
    if code >= 400:
        raise UnreadableInput(f"the server answered {code} {response.reason_phrase}; try again later")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and (kind in _NO_DOCUMENTS or not kind.startswith(_DOCUMENT_TYPES)):
        raise UnreadableInput(f"not a document but {kind}; give the address of an article or a PDF")
