"""What the number of a cell means, put together from its heading, its row's label and the lines above.

The nearest words decide, a word such as target or gap before a word of level. A column that only says
``Jumlah`` or ``%`` is settled by arithmetic with its neighbours: parts that make it up, a base that gives it,
percentages that add up to a hundred. What is not settled is not claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.claims.decisions import Decision, Refusal
from extractor.claims.tables.readings import BASES, LEVELS, MODIFIERS, Above, Reading, of_path
from extractor.claims.tables.stubs import Stub
from extractor.model import Mention, Quantity
from extractor.tables import Layout, any_of, phrase_list

_RATE_SLACK = Decimal("0.6")  # percentage points between a printed and a computed rate
_SHARE_SLACK = Decimal("1")  # by which rounded shares may miss a hundred
_MOST = Decimal("0.8")  # of the rows must agree
_FEWEST_SHARES = 3
_WORKERS = any_of(("pekerja", "tenaga kerja", "tk", "naker", "buruh"))
ENTITIES = ("villages", "companies", "projects")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table with its place among them, its row (from 0) and column."""

    index: int
    mention: Mention
    quantity: Quantity
    row: int
    column: int

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage."""
        return self.mention.label == "PERCENT"


class Meanings:
    """The meanings of one table's numbers."""

    def __init__(
        self,
        layout: Layout,
        context: Callable[[int, int], Reading],
        rows: Sequence[Stub],
        numbers: Sequence[Number],
    ) -> None:
        """``context`` reads a span of the text; ``numbers`` are PERCENT and COUNT of the table."""
        self.layout, self.rows, self.numbers = layout, rows, numbers
        columns = sorted({number.column for number in numbers})
        self.headings: dict[int, Reading] = {
            column: of_path([context(cell.start, cell.end) for cell in layout.heading(column)]) for column in columns
        }
        self.above = Above(tuple((span, context(*span)) for span in layout.above))
        self._values: dict[tuple[int, int, bool], Decimal] = {
            (number.row, number.column, number.is_percent): number.quantity.value for number in numbers
        }
        self._percent = {number.column for number in numbers if number.is_percent}
        self._count = {number.column for number in numbers if not number.is_percent}
        read_words = [row.reading for row in rows] + list(self.headings.values())
        self._families = {row.family for row in read_words if not row.refusal and not row.unknown}
        self.measured = bool(self._families & {*LEVELS, "uncovered"})

    def decide(self, number: Number) -> Decision | Refusal:
        """The meaning of one number, or why it has none."""
        head, row = self.headings[number.column], self.rows[number.row]
        label = row.reading
        reason = head.refusal or label.refusal
        if reason:
            return Refusal(reason)
        if row.average:
            return Refusal("its row is an average of the others")
        if head.unknown:
            return Refusal("its heading holds words that may make it something else")
        if number.quantity.value < 0 and "change" not in (head.family, label.family):
            return Refusal("a number below zero")
        if row.unknown or not self._is_about_something(row):
            return Refusal("its row is no region, segment, period or measure that is known")
        speaking = self.above.speaking()
        measure = head.measure or label.measure
        if measure is None and speaking.refusal and not speaking.measure and not self.measured:
            return Refusal(speaking.refusal.replace("its column", "the table"))
        measure = measure or speaking.measure
        if measure is None and not self.measured:
            return Refusal("no word of its table says that it measures coverage")
        return self._of_family(number, head, label, measure)

    def _is_about_something(self, row: Stub) -> bool:
        reading = row.reading
        measured = reading.family or reading.base or reading.reached
        known = row.place or row.total or row.segment or row.period or row.dated or row.funding
        return bool(known or measured)

    def _of_family(self, number: Number, head: Reading, label: Reading, measure: str | None) -> Decision | Refusal:
        family = _first(MODIFIERS, head, label) or head.family or label.family
        population = head.population or label.population
        if family in MODIFIERS:
            return self._modified(number, family, measure, head, label)
        if family in BASES:
            return self._base(number, population)
        if number.is_percent and family in (None, "participant"):
            return self._percentage(number)
        if family in LEVELS:
            return _achieved(number, measure)
        if head.base or (label.base and not head.reached):
            return self._plain_count(number, head, label, measure)
        if head.reached or label.reached or measure is not None:
            return _achieved(number, measure or self._only_measure())
        return Refusal("its heading does not say what it counts")

    def _modified(
        self, number: Number, family: str, measure: str | None, head: Reading, label: Reading
    ) -> Decision | Refusal:
        percent, rule = number.is_percent, f"kind.table.{family}"
        counted = measure if measure not in (None, "uncovered_workers") else "covered_workers"
        if family == "attainment":
            if not percent:
                return _achieved(number, counted)
            return Decision("achieved", rule, "target_attainment", population="target")
        if family == "share":
            if not percent:
                return Refusal("a share that is no percentage")
            return Decision("share", rule, "membership_share", population="participants")
        if family == "uncovered":
            return Decision("gap", rule, "uncovered_workers", gap_to="full")
        if family == "target":
            return Decision("target", rule, counted)
        if family == "gap":
            return Decision("gap", rule, counted, gap_to=self._gap_to())
        if family == "planned":
            return Refusal("a plan in percent") if percent else Decision("planned", rule, "funded_workers")
        return self._change(number, rule, counted, head.words + label.words)

    def _gap_to(self) -> str:
        if "target" in self._families:
            return "target"
        return "full" if self._families & {*BASES} else "unknown"

    def _change(self, number: Number, rule: str, measure: str | None, words: str) -> Decision:
        down = number.quantity.value < 0 or " penurunan " in words or (" turun " in words and " naik " not in words)
        basis = "unknown" if number.is_percent else "absolute"
        if " yoy " in words or " y o y " in words or " pertumbuhan " in words or " growth " in words:
            basis = "relative" if number.is_percent else "absolute"
        direction = "decrease" if down else "increase"
        return Decision("change", rule, measure, direction=direction, change_basis=basis)

    def _base(self, number: Number, population: str | None) -> Decision | Refusal:
        if number.is_percent:
            return Refusal("a percentage of a population, not of those covered")
        if not self.measured and not self.above.speaking().measure:
            return Refusal("a population, but nothing in its table is covered of it")
        return Decision("denominator", "kind.table.denominator", "eligible_workers", population=population)

    def _only_measure(self) -> str | None:
        """The one indicator that the other columns and rows name."""
        found = {row.measure for row in [*self.headings.values(), *(stub.reading for stub in self.rows)]}
        found -= {None, "uncovered_workers"}
        return found.pop() if len(found) == 1 else "covered_workers"

    # A column that says only "Jumlah", "Pekerja" or "%".

    def _plain_count(self, number: Number, head: Reading, label: Reading, measure: str | None) -> Decision | Refusal:
        summed = self._sum_of_parts(number.column)
        if summed is not None:
            return _achieved(number, summed)
        levels = self._columns(*LEVELS, "uncovered") | self._row_levels()
        own = head.measure or label.measure
        if levels and own is None:
            noun = phrase_list("unit", "workers").search(head.words + label.words)
            if noun is None and number.quantity.unit not in ENTITIES and not self._larger(number.column):
                return Refusal("its heading does not say whether it is a population or those covered")
            return self._base(number, "working" if _WORKERS.search(head.words + label.words) else None)
        return _achieved(number, measure) if measure else Refusal("its heading does not say what it counts")

    def _columns(self, *families: str) -> set[int]:
        return {c for c, row in self.headings.items() if row.family in families and not row.refusal}

    def _row_levels(self) -> set[int]:
        return {-1 for row in self.rows if row.reading.family in LEVELS}

    def _larger(self, column: int) -> bool:
        """Whether a count is nowhere smaller than a level printed beside it: then it can be its base."""
        for other in self._columns(*LEVELS) & self._count:
            pairs = self._pairs(column, other)
            if pairs and all(a >= b for a, b in pairs) and any(a > b for a, b in pairs):
                return True
        return False

    def _pairs(self, one: int, two: int, *, percent: bool = False) -> list[tuple[Decimal, Decimal]]:
        """The numbers of two columns by row; ``percent``: the second one's percentages."""
        found = []
        for row in range(len(self.rows)):
            a, b = self._values.get((row, one, False)), self._values.get((row, two, percent))
            if a is not None and b is not None:
                found.append((a, b))
        return found

    def _sum_of_parts(self, column: int) -> str | None:
        """The measure of ``Jumlah`` beside ``PU | BPU`` or ``Aktif | Non Aktif`` that make it up."""
        counts = self._count - {column}
        period = self.headings[column].period
        counts = {c for c in counts if period is None or self.headings[c].period == period}
        segmented = {
            c for c in counts if self.headings[c].segment and self.headings[c].family not in (*MODIFIERS, *BASES)
        }
        states = {c for c in counts if self.headings[c].family in ("active", "inactive")}
        if len(segmented) > 1 and self._adds_up(column, segmented):
            found = {self.headings[c].measure for c in segmented}
            named = found.pop() if len(found) == 1 else None
            return named or self.above.speaking().measure
        if len(states) == 2 and self._adds_up(column, states):
            return "registered_workers"
        return None

    def _adds_up(self, column: int, parts: set[int]) -> bool:
        agree = total = 0
        for row in range(len(self.rows)):
            whole = self._values.get((row, column, False))
            if whole is None:
                continue
            values = [self._values.get((row, part, False)) for part in parts]
            total += 1
            agree += sum((value for value in values if value is not None), Decimal(0)) == whole
        return total > 0 and Decimal(agree) / total >= _MOST

    def _percentage(self, number: Number) -> Decision | Refusal:
        """``%`` alone: coverage of a base, attainment of a target, or shares that make up the whole."""
        column = number.column
        levels = self._columns(*LEVELS) & self._count or self._reached_columns()
        bases = {c for c in self._count if self._can_be_base(c)}
        if any(self._gives(level, base, column) for level in levels | {column} for base in bases - {level}):
            return _achieved(number, None)
        targets = self._columns("target") & self._count
        if any(self._gives(level, target, column) for level in levels | {column} for target in targets):
            return Decision("achieved", "kind.table.attainment", "target_attainment", population="target")
        if self._makes_whole(column) and not bases:
            if self.rows[number.row].total:
                return Refusal("the sum of the shares above it")
            return Decision("share", "kind.table.share", "membership_share", population="participants")
        named = self.above.speaking().family in ("coverage", "covered")
        if named or bases or self._columns("target") & self._percent:
            return _achieved(number, None)
        return Refusal("a percentage, but nothing says of what")

    def _reached_columns(self) -> set[int]:
        return {c for c in self._count if self.headings[c].reached}

    def _can_be_base(self, column: int) -> bool:
        row = self.headings[column]
        if row.family in BASES:
            return True
        levels = (self._columns(*LEVELS, "uncovered") & self._count) - {column} or self._row_levels()
        return bool(levels) and row.base and row.family is None and self._sum_of_parts(column) is None

    def _gives(self, part: int, whole: int, percent: int) -> bool:
        agree = total = 0
        for row in range(len(self.rows)):
            a, b = self._values.get((row, part, False)), self._values.get((row, whole, False))
            rate = self._values.get((row, percent, True))
            if a is None or not b or rate is None:
                continue
            total += 1
            agree += abs(a / b * 100 - rate) <= _RATE_SLACK
        return total > 0 and Decimal(agree) / total >= _MOST

    def _makes_whole(self, column: int) -> bool:
        values = [
            value
            for row, stub in enumerate(self.rows)
            if not stub.total and (value := self._values.get((row, column, True))) is not None
        ]
        return len(values) >= _FEWEST_SHARES and abs(sum(values, Decimal(0)) - 100) <= _SHARE_SLACK


def _first(families: Sequence[str], *readings: Reading) -> str | None:
    return next((row.family for row in readings if row.family in families), None)


def _achieved(number: Number, measure: str | None) -> Decision:
    indicator = None if number.is_percent or measure == "uncovered_workers" else measure
    return Decision("achieved", "kind.table.achieved", indicator)
