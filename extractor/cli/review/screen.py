"""What the reviewer sees, and the loop from key to decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractor.cli import card, wording
from extractor.cli.review.keys import END, Keys
from extractor.cli.review.session import Session
from extractor.errors import CakupanError
from extractor.review import fields

if TYPE_CHECKING:
    from rich.console import Console

Json = Mapping[str, Any]

KEYS = {
    "a": "accept",
    "x": "reject",
    "e": "edit",
    "space": "skip",
    "f": "flag",
    "u": "undo",
    "b": "all",
    "?": "help",
    "q": "quit",
}
HELP = {
    "a": "accept: the claim says what the sentence says",
    "x": "reject: the sentence makes no such claim",
    "e": "edit a field: choose it by its letter, then type or choose the right value",
    "space": "skip: the claim stays pending and comes again next time",
    "f": "flag: leave it for somebody else to look at, and go on",
    "u": "undo your last decision and return to its claim",
    "b": "accept or reject all claims of the filter at once; u undoes them together",
    "q": "quit; the next review starts with the first claim that is still pending",
}
_DECISIONS = {"a": "accept", "x": "reject", "f": "flag"}


class Screen:
    """Draws cards for one session on one console."""

    def __init__(self, session: Session, keys: Keys, console: Console) -> None:
        self.session, self.keys, self.console = session, keys, console
        self._extractions: dict[str, Json] = {}

    def run(self) -> None:
        """Show claim after claim until the queue or the reviewer is through."""
        message = ""
        while self.session.current is not None:
            claim = self.session.look()
            self._show(claim, message)
            key = self.keys.key()
            if key in ("q", END):
                return
            try:
                message = self._act(key, claim)
            except CakupanError as error:
                message = str(error)
        self.console.print(message)

    def _act(self, key: str, claim: Json) -> str:
        if key in _DECISIONS:
            return self.session.decide(_DECISIONS[key])
        if key == " ":
            return self.session.skip()
        if key == "u":
            return self.session.undo()
        if key == "e":
            return self._edit(claim)
        if key == "b":
            return self._decide_all()
        if key == "?":
            self._help()
            return ""
        return f"{key!r} does nothing here; ? shows the keys"

    def _extraction(self, document: str) -> Json:
        if document not in self._extractions:
            self._extractions = {document: self.session.store.extraction(document)}
        return self._extractions[document]

    def _show(self, claim: Json, message: str) -> None:
        """The card, with as much of the text around the sentence as the terminal has room for."""
        self._clear()
        lines: list[Any] = []
        for context in (card.CONTEXT, card.CONTEXT // 2, 0):
            lines = self._card(claim, message, context)
            height = sum(len(self.console.render_lines(line, pad=False)) for line in lines)
            if not self.keys.interactive or height < self.console.height:
                break
        for line in lines:
            self.console.print(line)

    def _card(self, claim: Json, message: str, context: int) -> list[Any]:
        from rich.rule import Rule
        from rich.text import Text

        session, extraction = self.session, self._extraction(claim["document"])
        position = f"claim {session.position + 1} of {len(session.queue)}  "
        findings = [row for row in extraction["findings"] if claim["id"] in row["subjects"]]
        return [
            Text.assemble((position, "dim"), (message, "bold cyan")),
            Rule(style="dim"),
            card.heading(extraction["document"]),
            self._sentence(claim, context),
            card.field_table(card.fields(claim)),
            *((Text(), card.finding_table(findings)) if findings else ()),
            Rule(style="dim"),
            _key_line(),
        ]

    def _sentence(self, claim: Json, context: int) -> Any:
        from rich.padding import Padding

        extraction, colour = self._extraction(claim["document"]), bool(self.console.color_system)
        mentions = extraction["mentions"]
        shown = card.sentence(extraction["document"], claim, mentions, colour=colour, context=context)
        return Padding(shown, (1, 2))

    def _clear(self) -> None:
        if self.keys.interactive:
            self.console.clear()

    def _help(self) -> None:
        self._clear()
        self.console.print(card.field_table(list(HELP.items())))
        if self.keys.interactive:
            self.console.print("\nany key goes back")
            self.keys.key()

    def _decide_all(self) -> str:
        """Ask what to do with all claims of the filter; their number must be typed, so that it was read."""
        if not self.session.filters.keys() - {"status"}:
            return "all at once needs a filter, such as --region; there is none"
        seen = self.session.count()
        chosen = ", ".join(f"{name} {value}" for name, value in self.session.filters.items())
        self.console.print(f"{wording.count(seen.count, 'claim')}: {chosen}")
        self.console.print(f"type accept {seen.count} or reject {seen.count} (Enter alone goes back)")
        words = self.keys.line("> ").split()
        if len(words) != 2 or words[0] not in ("accept", "reject") or words[1] != str(seen.count):
            return "nothing decided"
        return self.session.decide_all(words[0], seen)

    def _edit(self, claim: Json) -> str:
        """Ask for a field, then for its value until it is one the field can hold or nothing is typed."""
        self._clear()
        self.console.print(self._sentence(claim, 0))
        self.console.print(_field_columns(claim))
        self.console.print("\nwhich field? (any other key goes back)")
        field = fields.BY_KEY.get(self.keys.key())
        if field is None:
            return "nothing changed"
        officials = fields.officials_of(self._extraction(claim["document"])["mentions"])
        value = self._ask(field, claim, officials)
        if value is _NOTHING_TYPED or value == claim[field.name]:
            return "nothing changed"
        message = self.session.decide("correct", {field.name: value})
        return f"{message}; e for another field, space for the next claim"

    def _ask(self, field: fields.Field, claim: Json, officials: Sequence[Json]) -> Any:
        from rich.columns import Columns

        choices = enumerate(fields.choices(field, officials), 1)
        self.console.print(Columns([f"{number:>3}  {choice}" for number, choice in choices], column_first=True))
        while typed := self._line(field):
            try:
                return fields.read(field, typed, claim, officials)
            except CakupanError as error:
                self.console.print(f"{error}")
        return _NOTHING_TYPED

    def _line(self, field: fields.Field) -> str:
        self.console.print(f"{field.title}: {fields.hint(field)} (Enter alone goes back)")
        return self.keys.line("> ")


_NOTHING_TYPED = object()


def _held(claim: Json, field: fields.Field) -> str:
    value = claim[field.name]
    if field.form == "region":
        return wording.region(claim)
    if field.form == "period":
        return wording.period(value)
    if field.form == "speaker":
        return wording.official(value)
    if isinstance(value, list):
        return ", ".join(value) or "–"
    return "–" if value is None else str(value)


def _field_columns(claim: Json) -> Any:
    """The correctable fields with what they hold, in two columns."""
    from rich.table import Table
    from rich.text import Text

    cells = [(Text(field.key, "bold"), Text(field.title, "dim"), Text(_held(claim, field))) for field in fields.FIELDS]
    half = (len(cells) + 1) // 2
    table = Table.grid(padding=(0, 2))
    for row in range(half):
        beside = cells[half + row] if half + row < len(cells) else ()
        table.add_row(*cells[row], *beside)
    return table


def _key_line() -> Any:
    from rich.text import Text

    line = Text()
    for key, does in KEYS.items():
        line.append(f"{key} ", "bold").append(f"{does}  ", "dim")
    return line
