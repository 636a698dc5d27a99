"""Claims as files: the page that offers the formats, and the files themselves.

A file is written to a temporary one first, in a thread, so that what a format cannot hold is told as an error
and not as half a file, and then sent piece by piece.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from datasette.utils.asgi import Response

from extractor import exports
from extractor.errors import UnknownItem
from extractor.i18n import N_
from extractor.labels import CODES, label
from extractor.store import Store
from extractor.web import queue_filters, security
from extractor.web.visit import Visit, page

ABOUT = {
    "csv": N_("for spreadsheets and statistics programs, every digit kept"),
    "xlsx": N_("an Excel workbook with typed cells"),
    "parquet": N_("for pandas, DuckDB and R, with types"),
    "json": N_("one array, for programs"),
    "jsonl": N_("one object a line, for programs that read piece by piece"),
    "jsonld": N_("schema.org Claim, and ClaimReview for what was decided"),
    "webannotation": N_("W3C Web Annotation: the evidence marked in its article"),
}
NAMES = {
    "csv": "CSV",
    "xlsx": "XLSX",
    "parquet": "Parquet",
    "json": "JSON",
    "jsonl": "JSON Lines",
    "jsonld": "JSON-LD",
    "webannotation": "Web Annotation",
}
NO_FORMAT = N_("There is no format {name}; there are {names}.")
_IN_MEMORY, _PIECE = 4_000_000, 65_536  # bytes


async def offer(visit: Visit) -> Response:
    """The formats, for the claims that fit the filters in the address."""
    chosen = queue_filters.from_address(visit.words, visit.argument)
    regions = await visit.store(lambda store: store.region_names())
    given = {name: value for name in ("region", "kind", "status") if (value := chosen.get(name))}
    context = {
        "formats": [(name, NAMES[name], about) for name, about in ABOUT.items()],
        "query": queue_filters.to_address(chosen),
        "chosen": chosen,
        "given": given,
        "regions": regions,
        "kinds": CODES["kind"],
        "statuses": CODES["status"],
        "label": label,
        "others": {name: value for name, value in chosen.items() if name not in given},
        "told": queue_filters.in_words(visit.words, {k: v for k, v in chosen.items() if k not in given}),
    }
    return await visit.page("cakupan_export.html", context)


async def download(visit: Visit) -> Response:
    """The claims that fit, as a file of the format in the path."""
    name = visit.part("form")
    if name not in exports.FORMATS:
        raise UnknownItem(visit.words.text(NO_FORMAT, name=name, names=", ".join(exports.FORMATS)))
    chosen = queue_filters.from_address(visit.words, visit.argument)

    def made(store: Store) -> IO[bytes]:
        file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  (closed when it is sent)
        try:
            exports.write(name, store.each_claim(**chosen), file, store.text)
        except BaseException:
            file.close()
            raise
        return file

    form = exports.FORMATS[name]
    parts = ["cakupan", *(chosen[part].lower() for part in ("region", "status") if part in chosen)]
    return Sent(await visit.store(made), "-".join(parts) + form.suffix, form.media_type)


class Sent(Response):  # type: ignore[misc]  # Datasette has no types
    """A temporary file as a download, sent in pieces and closed."""

    def __init__(self, file: IO[bytes], name: str, media_type: str) -> None:
        headers: Mapping[str, str] = {**security.HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
        super().__init__("", headers=dict(headers), content_type=media_type)
        self._file = file

    async def asgi_send(self, send: Any) -> None:
        """The file from its beginning."""
        with self._file as file:
            headers = [(name.lower().encode(), value.encode()) for name, value in self.headers.items()]
            headers += [(b"content-type", self.content_type.encode()), (b"content-length", str(file.tell()).encode())]
            await send({"type": "http.response.start", "status": self.status, "headers": headers})
            file.seek(0)
            while piece := await asyncio.to_thread(file.read, _PIECE):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})


ROUTES = [page(r"export", offer), page(r"export/(?P<form>[^/]+)", download)]
