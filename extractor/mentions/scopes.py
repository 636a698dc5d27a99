"""How far the name of an office or organisation reaches, and where the person's name begins.

"Kepala BPJS Ketenagakerjaan Cabang Palu Budi Santoso menyebutkan" has no comma between office and
person. What decides is knowledge of words: words of institutions (``patterns/institutions.toml``) and
names of places (the gazetteer) belong to the office; the first other capitalised word begins the name.
"""

from __future__ import annotations

import re

from extractor.frozen import dataclass
from extractor.mentions.office_words import (
    CONNECTORS,
    Piece,
    institutions,
    is_acronym,
    is_office_word,
    is_province,
    is_within,
    pieces,
    place_width,
)
from extractor.names import read_name

_REACH = 240  # characters an office and its person are looked for in
_ROMAN = re.compile(r"[IVX]+$")


@dataclass(frozen=True, slots=True)
class Scope:
    """What follows a title: its words end at ``end``; ``cursor`` stands behind brackets that follow.

    ``place`` is the span of the last place in it. ``closed``: it ends in a known place, so that the next
    capitalised word is a person. ``company``: only a comma tells where it ends. ``stopped``: a full stop
    ends it.
    """

    end: int
    cursor: int
    place: tuple[int, int] | None = None
    closed: bool = False
    company: bool = False
    stopped: bool = False


def read_scope(
    text: str,
    start: int,
    *,
    titles: frozenset[str] = frozenset(),
    joined: bool = True,
    places: bool = True,
) -> Scope:
    """The words after a title (or after an organisation's first word) that belong to it.

    ``titles`` are lower-case first words of titles: behind a comma or a connector they begin another
    office and end this one. Without ``joined`` every comma and connector ends it, without ``places`` every
    place does (a minister's office has none: "Wakil Menteri Dalam Negeri Bima ...").
    """
    return _Reader(text, start, titles, joined, places).read()


class _Reader:
    """Walks the pieces after a title; each step says how many of them belong to the office."""

    def __init__(self, text: str, start: int, titles: frozenset[str], joined: bool, places: bool) -> None:
        self.text, self.places = text, places
        self.row = pieces(text, start, min(len(text), start + _REACH))
        self.start, self.titles, self.joined, self.known = start, titles, joined, institutions()
        self.at, self.end, self.cursor = 0, start, start
        self.place: tuple[int, int] | None = None
        self.closed = self.company = self.stopped = self.branch = self.guessed = self.listing = False
        self.previous = text[max(0, start - 30) : start].rpartition(" ")[2].lower()

    def read(self) -> Scope:
        while self.at < len(self.row) and not self.stopped:
            width = self._place() or self._word() or self._joined()
            if not width:
                break
            last = self.row[self.at + width - 1]
            self.at += width
            self.cursor, self.stopped = last.end, last.stopped
            if not last.text.startswith("("):
                self.end, self.previous = last.end, last.low
                self.branch = self.branch or last.low in self.known.branches
        closed = self.closed and not self.guessed
        return Scope(self.end, self.cursor, self.place, closed, self.company, self.stopped)

    def _place(self) -> int:
        """A known place; one directly behind another is a person's ("Wali Kota Bogor Bima ...").

        Only a branch can be of a place in a place ("Cabang Papua Jayapura").
        """
        width = place_width(self.row, self.at) if self.places else 0
        if width and self.closed and not self._is_place_of_place(width):
            return 0
        if width:
            tail = self.at + width
            while tail < len(self.row) and self._is_tail(self.row[tail]):
                tail += 1
            if self.branch and tail + 1 < len(self.row) and self._is_head(self.row[tail]):
                tail += 2  # "Cabang Jakarta Kebon Sirih"
            self._mark_place(width)  # the region is the city's, not its quarter's
            width = tail - self.at
        return width

    def _is_place_of_place(self, width: int) -> bool:
        """``Desa Kota Baru``, ``Serikat Pekerja Indonesia Bogor``, a place in a place of a branch."""
        return self.previous in self.known.slots or self.previous == "indonesia" or self._lies_within(width)

    def _lies_within(self, width: int) -> bool:
        """A town of the province ("Cabang Papua Jayapura"), or provinces that share an office ("Kanwil Aceh Sumut")."""
        if not self.branch or self.place is None:
            return False
        return is_within(self.text[slice(*self.place)], self._words(width)) or self._both_provinces(width)

    def _words(self, width: int) -> str:
        return self.text[self.row[self.at].start : self.row[self.at + width - 1].end]

    def _is_tail(self, piece: Piece) -> bool:
        return piece.text[0].isupper() and piece.low in self.known.place_tails

    def _is_head(self, piece: Piece) -> bool:
        return piece.text[0].isupper() and piece.low in self.known.place_heads

    def _mark_place(self, width: int) -> None:
        start, end = self.row[self.at].start, self.row[self.at + width - 1].end
        if self.closed and self.place and self._both_provinces(width):
            start = self.place[0]  # together they are no region of the register
        self.place, self.closed = (start, end), True

    def _both_provinces(self, width: int) -> bool:
        first, second = self.text[slice(*self.place or (0, 0))], self._words(width)
        return first != second and is_province(first) and is_province(second)

    def _word(self) -> int:
        piece = self.row[self.at]
        if piece.text[0] == "(":
            return 1
        if not piece.text[0].isupper():
            return self._small(piece)
        if self.company:
            return 1
        # "Ketua Koperasi Sumber Rejeki", but "Dinas Koperasi dan Usaha Kecil"
        if piece.low in self.known.companies and not (
            is_office_word(piece.text) and (self.end > self.start or is_office_word(self.previous))
        ):
            self.company, self.closed = True, False
            return 1
        if piece.low in self.titles and self.previous in ("ahli", "khusus"):  # Staf Ahli Gubernur
            return 1
        if self._is_office_word(piece):
            self.closed = piece.text == "RI"
            return 1
        return self._slot(piece) or self._before_abbreviation() or self._between_office_words(piece)

    def _small(self, piece: Piece) -> int:
        """A word written small with a capital behind it; right behind a title only ``kantor BPJS``; a field."""
        if piece.low == "setempat" and self.end > self.start and not self.company:
            self.closed = True  # "Kepala Dinas Tenaga Kerja setempat, Nama": the place is named elsewhere
            return 1
        if piece.low in self.known.small and self._capital_follows():
            if piece.low == "seluruh" and self.row[self.at + 1].low != "indonesia":
                return 0
            if self.end > self.start:
                return 1
            office = is_office_word(self.row[self.at + 1].text) or place_width(self.row, self.at + 1) > 0
            if self.joined and is_office_word(piece.text) and office:
                return 1
        if piece.low == "di" and self.branch and not self.closed and place_width(self.row, self.at + 1):
            return 1  # "Kepala BPJS Ketenagakerjaan di Jawa Tengah, Nama"
        return self._field(piece)

    def _field(self, piece: Piece) -> int:
        """``bidang pengawasan dan pemeriksaan``: small words of offices, as far as a comma or a capital."""
        if not self.joined or "bidang" not in (piece.low, self.previous):
            return 0
        end = self.at
        while end < len(self.row) and self._is_of_field(self.row[end]):
            end += 1
        goes_on = end < len(self.row) and (self.row[end].text == "," or self.row[end].text[0].isupper())
        return end - self.at if goes_on and self.row[end - 1].text not in CONNECTORS else 0

    def _is_of_field(self, piece: Piece) -> bool:
        if piece.stopped or piece.text != piece.low:
            return False
        return piece.text in CONNECTORS or piece.low in self.known.small or is_office_word(piece.text)

    def _before_abbreviation(self) -> int:
        """``Badan Mitra (BM) Provinsi X``: what has an abbreviation with the office going on behind it is no person."""
        row, at = self.row, self.at
        if self.closed or at + 2 >= len(row) or row[at + 1].text[0] != "(" or not row[at + 2].text[0].isupper():
            return 0
        goes_on = is_office_word(row[at + 2].text) or place_width(row, at + 2) > 0
        return int(goes_on and row[at + 1].text[1:2].isupper())

    def _between_office_words(self, piece: Piece) -> int:
        """``Bidang Perikanan Tangkap DKP``: a word no list has, with the office going on right behind it.

        It is no person's unless what follows is a degree, or another office begins there.
        """
        if self.closed or piece.stopped or self.end == self.start or self.at + 1 >= len(self.row):
            return 0
        following = self.row[self.at + 1]
        if following.low in self.titles or not is_office_word(following.text) or is_acronym(piece.text):
            return 0
        person = read_name(self.text, piece.start, following.end)
        return int(person is None or not person.degrees_after)

    def _begins_name(self, at: int) -> bool:
        return at + 1 < len(self.row) and f"{self.row[at].low} {self.row[at + 1].low}" in self.known.name_pairs

    def _is_office_word(self, piece: Piece) -> bool:
        if self._begins_name(self.at):
            return False
        if is_office_word(piece.text):
            return True
        if piece.low in self.known.soft:
            return self.previous in self.known.soft or self._office_word_follows(self.known.soft)
        if _ROMAN.match(piece.text):  # "Asisten I Bidang ...", but "Bupati I Made ..."
            return len(piece.text) > 1 or self._office_word_follows(frozenset())
        return False

    def _office_word_follows(self, also: frozenset[str]) -> bool:
        if self.at + 1 >= len(self.row):
            return False
        following = self.row[self.at + 1]
        known = following.low in also or is_office_word(following.text)
        return known or following.text == "," or bool(place_width(self.row, self.at + 1))

    def _is_branch_place(self, piece: Piece) -> bool:
        """``Kantor Cabang BPJS Ketenagakerjaan Tanjung Selor Nama``: a place by its first word."""
        return self.branch and (piece.low in self.known.place_heads or piece.low in self.known.place_tails)

    def _capital_follows(self) -> bool:
        """Whether a capital follows, behind another small word of offices at most ("ketenagakerjaan cabang Sikka")."""
        ahead = self.row[self.at + 1 : self.at + 3]
        if ahead and ahead[0].low in self.known.small:
            ahead = ahead[1:]
        return bool(ahead) and ahead[0].text[0].isupper()

    def _slot(self, piece: Piece) -> int:
        """The unknown place after ``Cabang``, ``Desa`` ...: one word, two after ``Tanjung`` and the like."""
        known = self.previous in self.known.slots or self._is_branch_place(piece)
        if self.closed or not known or (self.previous == "cabang" and self._is_whole_name()):
            return 0
        width = 1
        if piece.low in self.known.place_heads and self.at + 1 < len(self.row):
            width += self.row[self.at + 1].text[0].isupper()
        while self.at + width < len(self.row) and self._is_tail(self.row[self.at + width]):
            width += 1
        self.closed = self.guessed = True
        return width

    def _is_whole_name(self) -> bool:
        """Two words with capitals and no more: behind ``Kepala Cabang`` rather a person than a place and one word."""
        words = self.row[self.at : self.at + 3]
        named = [word for word in words if word.text[0].isupper() and not word.text.isupper()]
        if len(named) < 2 or named != words[:2] or words[0].stopped or words[0].low in self.known.place_heads:
            return False
        ends = words[1].stopped or len(words) < 3 or not words[2].text[0].isupper()
        return ends and not any(
            place_width(self.row, at) or is_office_word(self.row[at].text) for at in (self.at, self.at + 1)
        )

    def _joined(self) -> int:
        """A connector or a comma with the office word behind it: ``Koperasi, Usaha Kecil dan Menengah``."""
        piece = self.row[self.at]
        comma = piece.text == ","
        if not self.joined or self.company or self.end == self.start or not (comma or piece.text in CONNECTORS):
            return 0
        for ahead in (1, 2):  # ", dan Menengah"
            if self.at + ahead >= len(self.row):
                return 0
            following = self.row[self.at + ahead]
            if ahead == 1 and comma and following.text in CONNECTORS:
                continue
            width = self._continues(following, self.at + ahead, comma and ahead == 1)
            return ahead + width if width else 0
        return 0

    def _continues(self, piece: Piece, at: int, comma: bool) -> int:
        """How many pieces from ``at`` on go on with the office (0: none)."""
        if not piece.text[0].isupper() or piece.low in self.titles or self._begins_name(at):
            return 0
        width = place_width(self.row, at)
        if is_office_word(piece.text) and not (comma and width):  # ", NTB Nama"
            self.closed = False
            return 1
        if not self.closed:
            return 0
        self.listing = self.listing or (comma and bool(width) and self._list_of_places(at))
        return width if width and (not comma or self.listing) else 0

    def _list_of_places(self, at: int) -> bool:
        """``Bali, Nusa Tenggara, dan Papua``, ``Sumbar, Riau, Kepri Nama``: an "and" or a third place makes a list."""
        more = 0
        while width := place_width(self.row, at):
            at, more = at + width, more + 1
            marks = [piece.text for piece in self.row[at : at + 2]]
            if "dan" in marks:
                at += marks.index("dan") + 1
                return at < len(self.row) and bool(place_width(self.row, at))
            if marks[:1] != [","]:
                return more > 1
            at += 1
        return False
