"""Everything that can go wrong in a way a person can act on.

A message says what was wrong, where, and what to do next, in one line.
"""


class CakupanError(Exception):
    """Root of the errors this program raises on purpose."""


class UnreadableInput(CakupanError):
    """An input that cannot become a document: empty, binary, encrypted, damaged, without text, missing."""


class RuleError(CakupanError):
    """A file under ``patterns/`` that does not say what a rule file must say."""


class StoreError(CakupanError):
    """A database that is not ours, is newer than this program, or refuses what was asked of it."""


class UnknownItem(CakupanError):
    """A claim, document or region that was named and is not there."""


class GoldError(CakupanError):
    """A gold file that does not say what a gold file must say, or a folder without any."""


class NothingToDraw(CakupanError):
    """A picture of nothing: no number is reported for what was asked."""


class Unfit(CakupanError):
    """Data that a file format cannot hold as it is."""
