"""Checks across documents: what several articles report about one region, indicator, kind and period.

Reports of one source are one voice: near-copies of a release, versions of an article. Two sources are compared
only where they make the same statement (the same unit, segment, programme, plan, population and funding), so
that targets of two plans are no conflict. Compositions, changes and plans of single programmes are not
compared: what they are of is seldom stated in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from extractor.checks.ids import finding
from extractor.checks.intervals import Printed, compare, compare_hedged, plain, read_printed
from extractor.frozen import replace
from extractor.model import Claim, Finding, Reported

_COMPARED = frozenset({"achieved", "target", "gap", "denominator"})
_REPEATED = frozenset({"achieved", "gap", "denominator"})  # a target stays what it was when it was set
_STALE = timedelta(days=365)  # yearly statistics are news until the next ones
_EARLIER = timedelta(days=31)  # what appears within a month is the same news
_NAMED = 3  # sources named for one value; all are among the documents of the finding
_RANK = ("agrees", "rounding", "disagrees")
_SYMBOLS = {"percent": "%", "percentage_point": "points"}


def check_across(reports: Sequence[Reported]) -> list[Finding]:
    """Conflicting values, slips in copies and recycled figures among the reports about one subject.

    The order of ``reports`` does not matter; running twice gives the same findings.
    """
    statements: dict[tuple[object, ...], list[Reported]] = defaultdict(list)
    for one in sorted(reports, key=_order):
        if one.claim.kind in _COMPARED and "missing_scale_word" not in one.claim.flags:
            statements[_statement(one.claim)].append(one)
    return [found for rows in statements.values() for same in _of_one_base(rows) for found in _findings(same)]


def _of_one_base(rows: Sequence[Reported]) -> list[list[Reported]]:
    """Reports of percentages of one population. Where the articles name several, those naming none drop out."""
    named = _by(rows, [one.claim.population for one in rows])
    named.pop("unknown", None)
    return [list(rows)] if len(named) < 2 else list(named.values())


def _order(one: Reported) -> tuple[object, ...]:
    return one.published or date.max, one.source, one.claim.document, one.claim.id


def _statement(claim: Claim) -> tuple[object, ...]:
    """All that a claim says but its number, who said it and where the number is from."""
    return (
        claim.region.code, claim.indicator, claim.kind, claim.as_of.period, claim.unit,
        claim.gap_to, frozenset(claim.segment), frozenset(claim.programme), frozenset(claim.plan),
        frozenset(claim.funding),
    )  # fmt: skip


def _findings(rows: Sequence[Reported]) -> Iterator[Finding]:
    sources = _by(rows, [one.source for one in rows])
    if len(sources) > 1:
        yield _conflict(rows, list(sources.values()))
        yield from _recycled(list(sources.values()))
    for copies in sources.values():
        documents = _by(copies, [one.claim.document for one in copies])
        if len(documents) > 1 and _verdict(list(documents.values())) == "disagrees":
            yield _slip(copies)


def _by(rows: Iterable[Reported], keys: Iterable[str]) -> dict[str, list[Reported]]:
    grouped: dict[str, list[Reported]] = defaultdict(list)
    for one, key in zip(rows, keys, strict=True):
        grouped[key].append(one)
    return grouped


def _verdict(voices: Sequence[Sequence[Reported]]) -> str:
    """The worst verdict on any two voices; of two voices that say it several times the best one counts."""
    said = {frozenset((one.claim.value, one.claim.evidence.quote) for one in rows): rows for rows in voices}
    numbers = [[(one.claim, read_printed(one.claim)) for one in rows] for rows in said.values()]
    worst = 0
    for first, second in combinations(numbers, 2):
        worst = max(worst, min(_pair(one, two) for one in first for two in second))
        if worst == len(_RANK) - 1:
            break
    return _RANK[worst]


def _pair(one: tuple[Claim, Printed], two: tuple[Claim, Printed]) -> int:
    """The rank of the verdict on two printed numbers: the coarser one may be the finer one rounded."""
    if (one[0].value, one[0].value_max) == (two[0].value, two[0].value_max):
        return 0
    (_, exact), (coarser, rough) = sorted((one, two), key=lambda number: number[1].step)
    explained = (
        compare(exact.value, exact.interval, rough) != "disagrees"
        or compare_hedged(coarser, exact.value, exact.interval) != "disagrees"
        or exact.interval.overlaps(rough.interval)
    )
    return 1 if explained else 2


def _conflict(rows: Sequence[Reported], voices: Sequence[Sequence[Reported]]) -> Finding:
    verdict, reason = _verdict(voices), None
    if verdict == "disagrees" and (early := _before_the_end(rows)):
        verdict = "unchecked"
        reason = f"the period had not ended when {early} reported it, the figure may have moved since"
    end = {"agrees": "the same figure", "rounding": "the same figure rounded", "disagrees": "different figures"}
    told = "; ".join(_told(rows))
    return finding(
        "", "conflict", verdict, [one.claim.id for one in rows],
        f"{_subject(rows[0].claim)}: {told}" + (f" ({end[verdict]})" if verdict in end else ""),
        expected=_plain(rows[0].claim), found=_plain(rows[-1].claim), reason=reason,
    )  # fmt: skip


def _before_the_end(rows: Sequence[Reported]) -> str | None:
    """Who reported a period of several days before it was over, if anybody."""
    for one in rows:
        period = one.claim.as_of.period
        if period and period.start < period.end and one.published and one.published <= period.end:
            return _who(one) if one.claim.kind != "target" else None
    return None


def _slip(copies: Sequence[Reported]) -> Finding:
    """Two copies of one release print different figures: a slip, or a correction, in one of them."""
    apart = [replace(one, source=one.claim.document) for one in copies]
    return finding(
        "", "copy", "disagrees", [one.claim.id for one in copies],
        f"{_subject(copies[0].claim)}: copies of one release differ: {'; '.join(_told(apart))}",
        expected=_plain(copies[0].claim), found=_plain(copies[-1].claim),
    )  # fmt: skip


def _recycled(voices: Sequence[Sequence[Reported]]) -> Iterator[Finding]:
    """Old figures in new articles that give no newer one. Repeating a figure is no mistake: never a verdict."""
    for rows in voices:
        one = rows[0]  # of near-copies the first to appear
        earlier = [other[0] for other in voices if other is not rows and _repeats(one, other[0])]
        if earlier:
            yield _repeated(one, earlier[0])


def _repeats(one: Reported, earlier: Reported) -> bool:
    claim, period = one.claim, one.claim.as_of.period
    if claim.kind not in _REPEATED or one.newer or not (period and one.published and earlier.published):
        return False
    same = (claim.value, claim.value_max) == (earlier.claim.value, earlier.claim.value_max)
    return same and one.published - period.end > _STALE and one.published - earlier.published > _EARLIER


def _repeated(one: Reported, earlier: Reported) -> Finding:
    period = one.claim.as_of.period
    assert period is not None and one.published is not None
    months = (one.published - period.end).days * 12 // 365
    return finding(
        "", "recycled", "unchecked", (earlier.claim.id, one.claim.id),
        f"{_subject(one.claim)}: {_words(one.claim)} was {months} months old when {_who(one)} printed it;"
        f" {_who(earlier)} had reported it",
        reason="an old figure may be repeated on purpose; the article gives no newer one to hold it against",
    )  # fmt: skip


def _told(rows: Sequence[Reported]) -> list[str]:
    """Every value with the sources that report it, and how many copies of them do so too."""
    values: dict[str, list[Reported]] = defaultdict(list)
    for one in rows:
        values[_words(one.claim)].append(one)
    told = []
    for words, reports in values.items():
        sources = _by(reports, [one.source for one in reports])
        names = [_who(copies[0]) for copies in sources.values()]
        more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
        copied = len({one.claim.document for one in reports}) - len(names)
        more += [f"{copied} {'copy' if copied == 1 else 'copies'}"] if copied else []
        told.append(f"{words} ({', '.join([*names[:_NAMED], *more])})")
    return told


def _who(one: Reported) -> str:
    return f"{one.name} {one.published}" if one.published else f"{one.name}, no date"


def _subject(claim: Claim) -> str:
    period = claim.as_of.period
    assert period is not None
    when = f"{period.start}" if period.start == period.end else f"{period.start} to {period.end}"
    people = " ".join(claim.segment) or "all workers"
    words = (claim.region.name, people, " ".join(claim.plan), claim.kind, claim.indicator.replace("_", " "))
    return f"{', '.join(word for word in words if word)}, as of {when}"


def _words(claim: Claim) -> str:
    printed: Printed = read_printed(claim)
    most = f"-{plain(claim.value_max / printed.scale)}" if claim.value_max is not None else ""
    return f"{printed.words}{most} {_SYMBOLS.get(claim.unit, claim.unit)}"


def _plain(claim: Claim) -> str:
    return plain(claim.value) if claim.value_max is None else f"{plain(claim.value)}-{plain(claim.value_max)}"
