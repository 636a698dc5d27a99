"""Event and publication date together: each is tested against the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractor.dating import event, published
from extractor.language import Parsed
from extractor.model import Dated, Dating, Document, Found


def date_document(
    document: Document, parsed: Parsed, dates: Sequence[Found], *, reference_date: date | None = None
) -> Dating:
    """When the event was and when the document was published, as far as the document tells.

    ``dates`` are its DATE mentions. The event's ``basis`` is ``body`` (a printed date), ``weekday`` (a
    weekday alone, resolved against the publication date) or ``none``; that of the publication date is the
    candidate's. ``reference_date`` has already given years to dates without one and decides nothing here.
    """
    rows = event.candidates(document, parsed, dates)
    candidates = [*document.date_candidates, *event.page_stamps(document, dates)]
    chosen = event.printed(rows)
    day, rejected = published.choose(candidates, chosen.period if chosen else None)
    if chosen and chosen.doubtful and day.period is None:
        # The event's own weekday contradicts its date: it cannot veto what the page says of itself.
        day, rejected = published.choose(candidates, None)
    photo = event.pictured(rows)
    if chosen is None and photo and day.period is None:
        # A photo's date proves nothing against what the page says, but it can bear out a bare stamp.
        day, rejected = published.choose(candidates, photo.period)
    chosen = chosen or event.confirmed(rows, day.period)
    if chosen is None:
        weekday = event.from_weekday(document, parsed, dates, day.period)
        chosen = event.pictured(rows, day.period) if weekday.period is None and day.period else None
        if chosen is None:
            return Dating(weekday, day, rejected)
    quote = document.text[chosen.found.start : chosen.found.end]
    return Dating(Dated(chosen.period, "body", quote), day, rejected)
