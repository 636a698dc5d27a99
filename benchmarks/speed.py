"""How fast cakupan is: cold commands, and documents a second into SQLite with the share of each stage.

    python benchmarks/speed.py            1,000 texts, about a minute
    python benchmarks/speed.py --quick    100 texts
    python benchmarks/speed.py --documents FOLDER    documents of your own, as they are, over and over

The texts are as long and as dense as a short article (2.7 KB, about 45 mentions, 5 claims). A document of the
corpus gives the headline and paragraphs that follow each other; paragraphs without a number, from anywhere in
the corpus, give the rest. The corpus itself is denser: it is written to try the rules. One text in four is a
document that holds no claim. Digits of figures are drawn anew from a fixed seed and the last line numbers the
text: no two are the same, every run reads the same. For the checks across documents that
is the worst case: dozens of texts report different figures for the same subject.
Cold commands are timed by the clock on the wall, the rest in seconds of processor time (the program uses one
core), so that a busy machine does not make the program look slow. The breakdown comes from a run of its own.
Garbage is collected as ``cakupan add`` has it: what stays for good is set aside after the first document.

Machines differ by a factor of two and more. The yardstick is work that is not ours, creating spaCy's stock
Indonesian pipeline; the figures asked for (0.2 s, 1.2 s, 200 a second) were set where it took 1.7 s.
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
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from extractor import checks, pipeline
from extractor.cli.reading import quick_start
from extractor.language import NUMBER_WORDS
from extractor.model import Capture, Extraction
from extractor.read import read
from extractor.resources import data_folder
from extractor.store import Store

SEED = 20240906
SIZE = 2700  # characters of a text, that of a short article
WITH_NUMBERS = SIZE // 3  # of them at most in paragraphs with numbers, as in the articles we know
NUMBER = re.compile(r"\d|\b(?:" + "|".join(sorted(NUMBER_WORDS)) + r")\b", re.I)
FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+,\d+")  # 1.234.567 and 41,27; years and dates stay
YARDSTICK = 1.7  # seconds
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
    parser.add_argument("--documents", type=Path, metavar="FOLDER", help="make the texts from these (the corpus)")
    options = parser.parse_args()
    runs, count = (3, 100) if options.quick else (9, 1000)
    yardstick()
    cold_commands(runs)
    throughput(list(variations(options.texts or count, options.documents)))


def yardstick() -> None:
    """The processor time of the same work on every machine, in a process of its own, and what it says of this one."""
    code = "import time, spacy; start = time.process_time(); spacy.blank('id'); print(time.process_time() - start)"
    times = [float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(3)]
    least = min(times)
    line = f"{least:8.3f} s   {least / YARDSTICK:.2f} times the {YARDSTICK} s of the machine the figures were set on"
    print(f"{'spacy.blank(id), yardstick':28}{line}")


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
        print(f"{line:28}{statistics.median(times[1:]):8.3f} s   median of {runs}, worst {max(times[1:]):.3f}")


def variations(count: int, folder: Path | None = None) -> Iterator[str]:
    """Texts that all differ in the digits of their figures: articles, or the documents of a folder."""
    random_source = random.Random(SEED)
    texts = cycle(documents(folder)) if folder else articles(random_source)
    for number, paragraphs in enumerate(islice(texts, count), 1):
        text = "\n".join([*paragraphs, f"Naskah {number}."])
        yield FIGURE.sub(lambda figure: redrawn(figure.group(), random_source), text)


def articles(random_source: random.Random) -> Iterator[list[str]]:
    """Paragraphs of about ``SIZE`` characters from the corpus, a quarter of the texts without claims."""
    corpus = data_folder("corpus")
    without = documents(corpus / "none")
    claiming = cycle([document for document in documents(corpus) if document not in without])
    plain = [line for document in documents(corpus) for line in document[1:] if not NUMBER.search(line)]
    for document in cycle(without):
        yield filled(document, plain, random_source)
        for _ in range(3):
            yield filled(part(next(claiming), random_source), plain, random_source)


def part(document: list[str], random_source: random.Random) -> list[str]:
    """The headline of a document and paragraphs that follow each other, with numbers enough for an article."""
    begin = random_source.randrange(1, len(document))
    chosen, room = [document[0]], WITH_NUMBERS
    for line in (*document[begin:], *document[1:begin]):
        room -= len(line) if NUMBER.search(line) else 0
        if room < 0:
            break
        chosen.append(line)
    return chosen


def filled(chosen: list[str], plain: list[str], random_source: random.Random) -> list[str]:
    """The chosen paragraphs and, behind them, as many plain ones as ``SIZE`` has room for."""
    room = SIZE - sum(len(line) + 1 for line in chosen)
    for line in random_source.sample(plain, len(plain)):
        if len(line) < room and line not in chosen:
            chosen = [*chosen, line]
            room -= len(line) + 1
    return chosen


def redrawn(figure: str, random_source: random.Random) -> str:
    """A figure with other digits behind its first one."""
    return figure[0] + re.sub(r"\d", lambda _: str(random_source.randrange(10)), figure[1:])


def is_document(path: Path) -> bool:
    """Whether a file of the corpus is one of its pages or texts."""
    return path.suffix in (".html", ".txt", ".md", ".pdf") and path.name != "README.md"


def documents(folder: Path) -> list[list[str]]:
    """The paragraphs of every document in a folder."""
    paths = [path for path in sorted(folder.rglob("*.*")) if is_document(path)]
    return [read(path.read_bytes(), media_type=None, uri=None).text.splitlines() for path in paths]


def throughput(texts: list[str]) -> None:
    """Documents a second on one core, extracted and stored, then the same with the stages apart."""
    with quick_start() as started:
        process(texts[:5])  # rules are compiled once per process; that is part of the cold time above
        started()
        measure(texts)


def measure(texts: list[str]) -> None:
    """Prints the rate, then the time of each stage."""
    start, wall = time.process_time(), time.perf_counter()
    process(texts)
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    size = sum(map(len, texts)) / len(texts)
    print(f"{'extract and store':28}{len(texts) / seconds:8.1f} /s  {len(texts)} texts of {size:.0f} characters")
    print(f"{'  by the clock on the wall':28}{len(texts) / wall:8.1f} /s")
    spent: dict[str, float] = {}
    with stages_timed(spent):
        process(texts, spent)
    for stage, seconds in spent.items():
        print(f"  {stage:26}{1000 * seconds / len(texts):8.2f} ms a document")


def process(texts: list[str], spent: dict[str, float] | None = None) -> None:
    """Extracts every text, stores it in a database of its own that is thrown away, and compares them all."""
    spent = {} if spent is None else spent
    now = datetime(2025, 1, 1, tzinfo=timezone.utc)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "speed.db") as store:
        for text in texts:
            source = text.encode()
            extraction = pipeline.extract(source, media_type="text/plain")
            start = time.process_time()
            store.add(capture(source, extraction, now), extraction)
            spent["store"] = spent.get("store", 0.0) + time.process_time() - start
        start = time.process_time()
        store.compare(checks.check_across)
        spent["across"] = time.process_time() - start


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
