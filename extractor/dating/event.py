"""Which of a text's dates is the day of the reported event or statement.

Ranks, the first in the text of the best rank wins: a weekday with its date (``Jumat (06/09/2024)``); a date
alone in brackets; the date of a dateline (``Jakarta, 30 Januari 2024 –``). A date without either is the
event's only when the article came out within fourteen days after it, and a weekday alone is the last such
day up to the publication date. The date of a photo comes last of all, and only when the article came out
within a week after it. No event are: stamps of the page, as-of dates and deadlines, what is
planned or came before, and the day another outlet is quoted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from extractor.dates import PUBLISHED_WITHIN, days_after
from extractor.dating.photo import of_photo
from extractor.dating.words import listed
from extractor.language import Parsed
from extractor.model import DateCandidate, Dated, DateValue, Document, Found, Period

_WORD = re.compile(r"[^\W_][\w'’./-]*")
_QUOTE = re.compile(r"[\"”]")
_CLOCK = re.compile(r"[\s|,/–-]*(?:pukul |jam )?\d{1,2}[:.]\d{2}(?!\d)", re.IGNORECASE)
_DATELINE_AFTER = re.compile(r"\)?\s?[-–—]+\s")
_LONGEST_STAMP = 160  # characters of a line that stamps a page
_WORDS_BESIDE = 12
_PHOTO_WITHIN = 7  # days from a photo to the article that reports what it shows
WEEKDAY, BRACKETED, DATELINE, PLAIN, PHOTO = range(5)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date of the body that can be the event's; ``doubtful``: its printed weekday contradicts it."""

    rank: int
    found: Found
    period: Period
    doubtful: bool


def _value(found: Found) -> DateValue:
    assert isinstance(found.value, DateValue)
    return found.value


def candidates(document: Document, parsed: Parsed, dates: Sequence[Found]) -> list[Candidate]:
    """The dates of the body that can be the event's, best rank first, then in text order."""
    kept = [row for found in dates if (row := _candidate(document, parsed, found)) is not None]
    return sorted(kept, key=lambda row: (row.rank, row.found.start))


def _candidate(document: Document, parsed: Parsed, found: Found) -> Candidate | None:
    value = _value(found)
    if value.precision != "day" or value.start is None or value.end is None or "relative" in value.flags:
        return None
    if found.end <= document.title_end or is_stamp(document, found) or not _of_event(parsed, found):
        return None
    doubtful = value.weekday is not None and value.start.weekday() != value.weekday
    rank = PHOTO if of_photo(parsed, found.start, found.end) else _rank(parsed.text, found, value)
    return Candidate(rank, found, Period(value.start, value.end, "day"), doubtful)


def _rank(text: str, found: Found, value: DateValue) -> int:
    if value.weekday is not None:
        return WEEKDAY
    if text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")":
        return BRACKETED
    line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    if len(line) <= 60 and "." not in line.strip(". ") and _DATELINE_AFTER.match(text, found.end):
        return DATELINE
    return PLAIN


def _in_byline(document: Document, found: Found) -> bool:
    spans = ((row.start, row.end) for row in document.date_candidates)
    return any(a is not None and b is not None and found.start < b and a < found.end for a, b in spans)


def is_stamp(document: Document, found: Found) -> bool:
    """Whether a date stamps the page: a known byline's, or in a short line that is no sentence."""
    if _in_byline(document, found):
        return True
    text = document.text
    start, end = text.rfind("\n", 0, found.start) + 1, text.find("\n", found.end)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > _LONGEST_STAMP or line.rstrip("\"”’') ")[-1:] in (".", "!", "?"):
        return False
    beside = line.replace(text[found.start : found.end], " ")
    marked = "|" in beside or bool(_CLOCK.match(text, found.end))
    return len(_WORD.findall(beside)) <= (_WORDS_BESIDE if marked else 4)


def _before(parsed: Parsed, found: Found) -> list[str]:
    """The words before a date in its sentence, after the last closing quote, lower case."""
    sentence = parsed.sentence_at(found.start)
    words = _QUOTE.split(parsed.text[sentence.start : found.start])[-1]
    return [word.rstrip(".").lower() for word in _WORD.findall(words)]


def _of_event(parsed: Parsed, found: Found) -> bool:
    """Whether the words around a date let it be the day of the event or statement."""
    words, before = listed(), _before(parsed, found)
    tail = [word for word in before[-4:] if word not in words["as_of_linkers"] or word == "dengan"]
    if tail and (tail[-1] in words["as_of_before"] or tail[-1] in words["enacted"]):
        return False
    after = _WORD.search(parsed.text, found.end, found.end + 24)
    if after and after.group().lower() in words["planned_after"]:
        return False
    return not _is_quotation(before) and not _is_of_another_day(before)


def _is_quotation(before: Sequence[str]) -> bool:
    """``Dikutip dari Harian Contoh, Selasa``, unless it is the statement itself that is passed on."""
    words = listed()
    quoting = [i for i, word in enumerate(before) if word in words["quoting"]]
    return bool(quoting) and words["statement"].isdisjoint(before[max(0, quoting[-1] - 8) :])


def _is_of_another_day(before: Sequence[str]) -> bool:
    """``akan digelar Selasa``, ``sebelumnya, Selasa``; words before a verb of speech are the speaker's."""
    words = listed()
    spoken = [i for i, word in enumerate(before) if word in words["speech"]]
    clause = before[spoken[-1] + 1 :] if spoken else before[-14:]
    if not words["planned"].isdisjoint(clause) or not words["earlier"].isdisjoint(clause):
        return True
    following = {
        w for i, word in enumerate(clause) if word in words["planned_with_verb"] for w in clause[i + 1 : i + 3]
    }
    return not words["event_verb"].isdisjoint(following)


def printed(rows: Sequence[Candidate]) -> Candidate | None:
    """The event's date as the text alone tells it."""
    return next((row for row in rows if row.rank < PLAIN), None)


def confirmed(rows: Sequence[Candidate], published: Period | None) -> Candidate | None:
    """A date without weekday or brackets that the publication date confirms."""
    if published is None:
        return None
    plain = (row for row in rows if row.rank == PLAIN)
    return next((row for row in plain if 0 <= days_after(published, row.period) <= PUBLISHED_WITHIN), None)


def pictured(rows: Sequence[Candidate], published: Period | None = None) -> Candidate | None:
    """A photo's date; with a publication date, only one of the week before it."""
    photos = (row for row in rows if row.rank == PHOTO)
    if published is None:
        return next(photos, None)
    return next((row for row in photos if 0 <= days_after(published, row.period) <= _PHOTO_WITHIN), None)


def from_weekday(document: Document, parsed: Parsed, dates: Sequence[Found], published: Period | None) -> Dated:
    """``ujarnya di Pontianak, Kamis.``: the last Thursday up to the publication day, if that is known."""
    if published is None or published.precision != "day":
        return Dated(None, "none")
    for found in sorted(dates, key=lambda row: of_photo(parsed, row.start, row.end)):
        value = _value(found)
        alone = value.weekday is not None and value.start is None and not value.flags
        if not alone or found.end <= document.title_end or not _of_event(parsed, found):
            continue
        back = (published.start.weekday() - (value.weekday or 0)) % 7
        day = published.start - timedelta(days=back)
        return Dated(Period(day, day, "day"), "weekday", parsed.text[found.start : found.end])
    return Dated(None, "none")


def page_stamps(document: Document, dates: Sequence[Found]) -> Iterator[DateCandidate]:
    """Stamps in the text that no byline claims: page clocks, or the article's own date."""
    for found in dates:
        value = _value(found)
        if value.precision != "day" or value.start is None or value.end is None or found.end <= document.title_end:
            continue
        if not _in_byline(document, found) and is_stamp(document, found):
            text = document.text[found.start : found.end]
            yield DateCandidate("page", text, Period(value.start, value.end, "day"), found.start, found.end)
