"""Options that several commands share, so that they are called and explained the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from extractor.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT_DATABASE = Path("output") / "cakupan.db"

STATUSES = ("pending", "accepted", "rejected", "corrected", "flagged")
VERDICTS = ("disagrees", "unchecked", "rounding", "agrees")
_FINDINGS = (*VERDICTS, "differs_from_reviewed")
KINDS = ("achieved", "target", "gap", "change", "denominator", "share", "planned")
_AS_PRINTED = {"base": "denominator"}  # how lists print a kind
_FORMATS = {
    "table": "A table for people (the default).",
    "json": "One JSON array.",
    "nl": "JSON, one object per line.",
    "csv": "CSV with a header.",
    "tsv": "Tab-separated with a header.",
}


def _apply(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def listing_options(command: Command) -> Command:
    """``--table --json --nl --csv --tsv``: passes ``output_format``, None when none is given."""
    options = [
        click.option(f"--{name}", "output_format", flag_value=name, default=None, help=text)
        for name, text in _FORMATS.items()
    ]
    return _apply(options, command)


def database_option(command: Command) -> Command:
    """``--db PATH``, accepted after the command as well as before it: passes ``db``."""
    return click.option("--db", type=click.Path(dir_okay=False), metavar="PATH", help="The database to use.")(command)


def claim_filters(command: Command) -> Command:
    """The filters of ``claims``, ``review`` and ``export``: passes their names."""
    options = [
        click.option(
            "--region",
            metavar="R",
            help="Name, alias or code, such as Jambi or 15; a place without a code by its name.",
        ),
        click.option("--segment", metavar="S", help="Segment code, such as INFORMAL."),
        click.option(
            "--kind", type=click.Choice((*KINDS, *_AS_PRINTED)), help="What the number says; base: denominator."
        ),
        click.option("--status", type=click.Choice(STATUSES), help="What review decided; flagged: left for another."),
        click.option("--document", metavar="ID", help="Its id, the start of one, its file or address."),
        click.option("--finding", type=click.Choice(_FINDINGS), help="Claims with such a check result."),
        click.option("--search", metavar="WORDS", help="Words in the quote or its sentence."),
    ]
    return _apply(options, command)


def database_path(db: str | None) -> Path:
    """The database: ``--db``, else the environment's ``CAKUPAN_DB``, else ``output/cakupan.db``."""
    context = click.get_current_context(silent=True)
    chosen = db or (context.find_root().obj if context else None) or os.environ.get("CAKUPAN_DB")
    return Path(chosen) if chosen else DEFAULT_DATABASE


def open_store(db: str | None, *, create: bool = False) -> Store:
    """The store of this run; raises StoreError when it is absent (without ``create``) or not ours."""
    from extractor.store import Store

    return Store.open(database_path(db), create=create)


def filters(store: Store, **given: str | None) -> dict[str, Any]:
    """The filters that were given, names turned into codes; raises UnknownItem for no such region or segment.

    A region may also be a place without a code that the store has claims about, such as a kecamatan.
    """
    chosen = {name: value for name, value in given.items() if value}
    if "region" in chosen:
        chosen |= _place(store, chosen.pop("region"))
    if "kind" in chosen:
        chosen["kind"] = _AS_PRINTED.get(chosen["kind"], chosen["kind"])
    if "document" in chosen:
        chosen["document"] = document_name(chosen["document"])
    if "segment" in chosen:
        chosen["segment"] = segment_code(chosen["segment"])
    return chosen


def _place(store: Store, name: str) -> dict[str, str]:
    from extractor.errors import UnknownItem

    try:
        return {"region": region_code(name)}
    except UnknownItem:
        wanted = name.casefold()
        for place in store.places():
            if place.casefold() in (wanted, f"kecamatan {wanted}", f"desa {wanted}", f"cabang {wanted}"):
                return {"place": place}
        raise


def segment_code(name: str) -> str:
    """The code of a group of workers, in any case; raises UnknownItem, with suggestions."""
    from difflib import get_close_matches

    from extractor.errors import UnknownItem
    from extractor.labels import CODES

    codes = CODES["segment"]
    code = name if name.startswith("OTHER:") else name.upper()
    if code in codes or code.startswith("OTHER:"):
        return code
    near = get_close_matches(code, codes, n=3, cutoff=0.6)
    choice = f"did you mean {', '.join(near)}?" if near else f"the codes are {', '.join(codes)}, or OTHER:word"
    raise UnknownItem(f"{name}: no segment has this code; {choice}")


def document_name(name: str) -> str:
    """What the store calls a document: the full path for a file that exists here, else as given."""
    path = Path(name)
    return str(path.resolve()) if path.is_file() else name


def region_code(name: str) -> str:
    """The code of a region given by name, alias or code; raises UnknownItem, with suggestions."""
    from extractor.errors import UnknownItem
    from extractor.regions import find

    place = find(name)
    if place.code is None:
        raise UnknownItem(f"{name}: an area of several regions; name one of {', '.join(place.members)}")
    return place.code
