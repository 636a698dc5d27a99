"""How fast cakupan is: cold commands, and documents a second into SQLite with the share of each stage.

    python benchmarks/speed.py            1,000 texts, about a minute
    python benchmarks/speed.py --quick    100 texts
    python benchmarks/speed.py --documents FOLDER    from documents of your own; those of the corpus are dense

The texts are made from the corpus: paragraphs of its documents up to the size of a short article (2.7 KB),
with the digits of their figures drawn anew from a fixed seed and a number of their own in the last line: no
two are the same, every run reads the same.
Cold commands are timed by the clock on the wall, the rest in seconds of processor time (the program uses one
core), so that a busy machine does not make the program look slow. The breakdown comes from a run of its own.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from functools import wraps
from pathlib import Path
from typing import Any

from extractor import pipeline
from extractor.model import Capture, Extraction
from extractor.read import read
from extractor.resources import data_folder
from extractor.store import Store

SEED = 20240906
SIZE = 2700  # characters of a text, that of a short article
FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+,\d+")  # 1.234.567 and 41,27; years and dates stay
STAGES = (
    ("read", pipeline.read, "read"),
    ("parse", pipeline, "parse"),
    ("mentions", pipeline.mentions, "find_mentions"),
    ("dates", pipeline.dating, "date_document"),
    ("speakers", pipeline, "attribute"),
    ("claims", pipeline.claims, "build_claims"),
    ("checks", pipeline.checks, "run_checks"),
)


def main() -> None:
    """Prints the three measurements."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="100 texts and fewer runs")
    parser.add_argument("--texts", type=int, metavar="N", help="how many texts (1000)")
    parser.add_argument(
        "--documents", type=Path, metavar="FOLDER", help="make the texts from these (the corpus)"
    )
    options = parser.parse_args()
    runs, count = (3, 100) if options.quick else (9, 1000)
    cold_commands(runs)
    throughput(list(variations(options.texts or count, options.documents)))


def cold_commands(runs: int) -> None:
    """Median wall time of commands in processes of their own; a first run warms the disk."""
    program = str(Path(sys.executable).with_name("cakupan"))
    document = str(min(data_folder("corpus").glob("*.txt")))
    for arguments in (["--help"], ["extract", document]):
        times = []
        for _ in range(runs + 1):
            start = time.perf_counter()
            subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        line = f"cakupan {arguments[0]}, cold"
        print(
            f"{line:28}{statistics.median(times[1:]):8.3f} s   median of {runs}, worst {max(times[1:]):.3f}"
        )


def variations(count: int, folder: Path | None = None) -> Iterator[str]:
    """Texts of about ``SIZE`` characters from the documents of a folder, each with other digits."""
    random_source = random.Random(SEED)
    paragraphs = [
        list(lines(path))
        for path in sorted((folder or data_folder("corpus")).rglob("*.*"))
        if is_document(path)
    ]
    for number in range(count):
        chosen = paragraphs[number % len(paragraphs)]
        text = ""
        while len(text) < SIZE:
            text += "".join(f"{line}\n" for line in chosen)
        text = text[: text.rfind("\n", 0, SIZE + 200)] + f"\nNaskah {number + 1}."
        yield FIGURE.sub(lambda figure: redrawn(figure.group(), random_source), text)


def redrawn(figure: str, random_source: random.Random) -> str:
    """A figure with other digits behind its first one."""
    return figure[0] + re.sub(r"\d", lambda _: str(random_source.randrange(10)), figure[1:])


def is_document(path: Path) -> bool:
    """Whether a file of the corpus is one of its pages or texts."""
    return path.suffix in (".html", ".txt", ".md", ".pdf") and path.name != "README.md"


def lines(path: Path) -> Iterator[str]:
    """The paragraphs of a document."""
    yield from read(path.read_bytes(), media_type=None, uri=None).text.splitlines()


def throughput(texts: list[str]) -> None:
    """Documents a second on one core, extracted and stored, then the same with the stages apart."""
    process(texts[:5])  # rules are compiled once per process; that is part of the cold time above
    start, wall = time.process_time(), time.perf_counter()
    process(texts)
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    size = sum(map(len, texts)) / len(texts)
    print(
        f"{'extract and store':28}{len(texts) / seconds:8.1f} /s  {len(texts)} texts of {size:.0f} characters"
    )
    print(f"{'  by the clock on the wall':28}{len(texts) / wall:8.1f} /s")
    spent: dict[str, float] = {}
    with stages_timed(spent):
        process(texts, spent)
    for stage, seconds in spent.items():
        print(f"  {stage:26}{1000 * seconds / len(texts):8.2f} ms a document")


def process(texts: list[str], spent: dict[str, float] | None = None) -> None:
    """Extracts every text and stores it in a database of its own that is thrown away."""
    spent = {} if spent is None else spent
    now = datetime(2025, 1, 1, tzinfo=timezone.utc)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "speed.db") as store:
        for text in texts:
            source = text.encode()
            extraction = pipeline.extract(source, media_type="text/plain")
            start = time.process_time()
            store.add(capture(source, extraction, now), extraction)
            spent["store"] = spent.get("store", 0.0) + time.process_time() - start


def capture(source: bytes, extraction: Extraction, now: datetime) -> Capture:
    """The capture the store keeps beside an extraction."""
    document = extraction.document
    return Capture(None, now.isoformat(), document.media_type, document.sha256, source)


@contextmanager
def stages_timed(spent: dict[str, float]) -> Iterator[None]:
    """Adds to ``spent`` the seconds that each stage of the pipeline takes while this lasts."""
    plain = [(module, name, getattr(module, name)) for _, module, name in STAGES]
    for stage, module, name in STAGES:
        setattr(module, name, timed(getattr(module, name), stage, spent))
    try:
        yield
    finally:
        for module, name, function in plain:
            setattr(module, name, function)


def timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    """The function with its time added to a stage."""
    spent[stage] = 0.0

    @wraps(function)
    def measured(*arguments: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.process_time() - start

    return measured


if __name__ == "__main__":
    main()
