"""What period a number describes (as-of), decided by rules that name themselves.

``asof.explicit``: a period bound in the number's own clause. ``asof.sentence``: the sentence's period.
``asof.block``: a sentence about the data states it for the block before. ``asof.carried``: the period of
the statement this one continues. ``asof.now``, ``asof.none``: the present or nothing is named; the event
date, else the publication date. For a target the deadline (``deadlines``), and nothing else.
"""

from __future__ import annotations

from extractor.claims.periods.blocks import Block
from extractor.claims.periods.decide import Periods
from extractor.claims.periods.since import since
from extractor.claims.periods.stated import AsOf

__all__ = ["AsOf", "Block", "Periods", "since"]
