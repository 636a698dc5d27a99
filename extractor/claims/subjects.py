"""The regions of a document that a statement may be about: its possible subjects, and the main one.

A name is no subject when it is a dateline, the place of an event or of a statement (``ujarnya di
Pontianak``, ``di Hotel ...``), part of an office's or a person's title, or of a regulation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from extractor.claims.context import Context
from extractor.claims.scenery import SMALL, is_scenery
from extractor.claims.worksites import place_of_work
from extractor.frozen import dataclass, replace
from extractor.model import Mention, Official, Place
from extractor.regions import contains

_OFFICES = (
    "Kanwil", "kanwil", "Kantor Wilayah", "kantor wilayah", "Kantor Cabang", "Cabang", "cabang", "Kacab", "KCP",
    "Kanca", "Polres", "Polda", "Kodim", "Kejari", "Kejati", "RSUD", "Universitas", "Politeknik", "Bank", "PT", "CV",
    "Apindo", "Kadin",
)  # fmt: skip
_KINDS_OF_OFFICE = ("Perintis", "Cabang", "Wilayah", "Utama")
_OFFICE = re.compile(rf"\b(?:{'|'.join(_OFFICES)})\s+(?:(?:{'|'.join(_KINDS_OF_OFFICE)})\s+)?$")
# "BPJS Ketenagakerjaan Palu" is an office; "kepesertaan BPJS Ketenagakerjaan Sulawesi Tengah" a level there
_AGENCIES = (
    "BPJS", "BPJS Ketenagakerjaan", "BPJS TK", "BPJS-TK", "BPJSTK", "BPJamsostek", "BPJAMSOSTEK", "Jamsostek",
    "Penyelenggara Jaminan Sosial Ketenagakerjaan", "(BPJS) Ketenagakerjaan",
)  # fmt: skip
_AGENCY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _AGENCIES))})\s+(?:Wilayah\s+)?$")
_IN_FULL = re.compile(
    r"Badan Penyelenggara(?:an)? Jaminan Sosial (?:Ketenagakerjaan )?(?:(?:atau|alias) |(?=\(BPJS\)))"
)
_BEFORE_BRANCH = (*_OFFICES, *_KINDS_OF_OFFICE, *_AGENCIES)
_ABBREVIATION = re.compile(r"\([A-Za-z ]{2,15}\)\s+$")  # "BPJS Ketenagakerjaan (BPJSTK) Bali"
_OF_BRANCHES = ("kabupaten", "kota", "unknown")  # levels of the places that branches have their names of
_OF_BRANCH = re.compile(r"\b(?:[Cc]abang|Kacab|KCP|Kanca)\s+(?:(?:BPJS\s+)?[\w.]+\s+)?$")
_WORK_AREA = (  # words that tell of what an office serves
    "wilayah kerja", "wilayah cakupan", "wilayah pelayanan", "wilayah layanan", "wilayah operasional",
    "membawahi", "membawahkan", "mewilayahi", "menaungi",
)  # fmt: skip
_PAYER = re.compile(
    r"\b(?:bantuan|ditanggung|dibiayai|didanai|dibayar(?:kan)?|dibantu)\s+(?:iurannya\s+)?(?:oleh\s+|dari\s+|lewat\s+)?"
    r"(?:Pemprov|Pemerintah Provinsi|APBD)\s+(?:Provinsi\s+)?$"
)
_WITHIN = re.compile(r"\s*[,(]\s*(?:[Pp]rovinsi\s+)?")
_BRANCH = re.compile(r"\b(?:BPJS(?:TK)?|BPJamsostek|BPJAMSOSTEK|Jamsostek|Penyelenggara Jaminan Sosial)\b")
_MEASURED = re.compile(
    r"\b(?:cakupan|kepesertaan|peserta|per?lindungan|coverage|capaian|program|jaminan|UCJ|pekerja)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_BUDGET = re.compile(  # beginnings of words; the search skips to their capitals where no "\b" comes first
    r"(?:A(?<!\wA)PB[DAKN]|P(?<!\wP)er(?:gub|da|bup|wali)|B(?<!\wB)ank|T(?<!\wT)ribun)\s+(?:Provinsi\s+|Kabupaten\s+|Kota\s+)?[A-Z][\w]*(?:\s[A-Z]\w*)?"
)
_OF_BUDGET = re.compile(
    r"\bAPBD(?:-P)?(?: \d{4}| Perubahan| murni)?\)? (?:(?:Pem(?:kab|kot|prov|da)|Pemerintah(?: Daerah)?) )?$"
)
_IN_AREA = re.compile(r"\b(?:di|se|untuk|wilayah|kawasan|daerah|seluruh)[\s-]+$", re.IGNORECASE)
_AGENCY_AREA = re.compile(
    r"\b(?:Ketenagakerjaan|BPJS|BPJSTK|TK|BPJamsostek|BPJAMSOSTEK|Jamsostek|Direktur|Kantor)\s+Wilayah\s+$"
)
_COMPANY = re.compile(
    r"\b(?:PT|CV|UD|PD)\.? (?!Jamsostek\b)(?:[A-Z][\w&-]* ){0,4}$"
)  # "PT Semen Padang": named after a town
_AND = (" dan ", " & ", " serta ", "-", "–", " - ", "/")
_WHERE_IT_STANDS = re.compile(
    r"(?: (?:I{1,3}|IV|V|\d))?(?:, | \(| (?:yang )?(?:berkantor |berkedudukan )?di | )"
)  # "Cabang Jambi II di"
_BOTH = re.compile(
    r"\b(?:kota(?: dan | maupun | serta | ?/ ?)kab(?:upaten|\.)|kab(?:upaten|\.)(?: dan | maupun | serta | ?/ ?)kota) $"
)
_QUARTER = re.compile(r" ([A-Z][a-z]+)")
MANY = 4  # provinces that a document names, none of them most, when it is about the nation


@dataclass(frozen=True, slots=True)
class Subject:
    """A region that a statement may be about; ``in_title``: it belongs to an official's title first."""

    mention: Mention
    place: Place
    in_title: bool = False


def _place(mention: Mention) -> Place | None:
    return mention.value if isinstance(mention.value, Place) else None


def _is_shared(mention: Mention) -> bool:
    """Whether a name stands for a kota and a kabupaten, and the text does not say which."""
    place = _place(mention)
    return place is not None and place.level == "unknown"


def _joint_office(one: Subject, other: Subject) -> Subject:
    """The office of both, which serves an area without a code."""
    codes = tuple(code for row in (one, other) for code in (row.place.members or (row.place.code,)) if code)
    area = Place(None, f"{one.place.name} dan {other.place.name}", "office_area", members=codes)
    return replace(one, mention=replace(one.mention, end=other.mention.end), place=area)


class Subjects:
    """The regions of a document that can be subjects, and the one it is mostly about."""

    def __init__(self, context: Context) -> None:
        """Reads all REGION mentions once."""
        self._context = context
        blocked = self._blocked()
        titles = [(row.start, row.end) for row in context.of("OFFICIAL")]
        self.rows: list[Subject] = []
        self.offices: list[Subject] = []
        self.budgets: list[Subject] = []
        aside: int | None = None  # where the name of the last office ends
        for mention in context.of("REGION"):
            place = _place(mention)
            if place is None or place.level == "country":
                continue
            row = Subject(mention, place, any(start <= mention.start < end for start, end in titles))
            if _COMPANY.search(context.text, max(0, mention.start - 60), mention.start):
                continue
            inside = any(start <= mention.start < end for start, end in blocked)
            if inside and not (place.level in SMALL and context.of("SEGMENT", mention.start - 12, mention.start)):
                if _OF_BUDGET.search(context.text, max(0, mention.start - 45), mention.start):
                    self.budgets.append(row)
                continue  # but "25 perangkat Desa Pakem" ends in the village's name
            if self._of_office(mention) or (place.level == "office_area" and not self._is_area(mention)):
                before = max(0, mention.start - 80)
                if (
                    place.level == "office_area"
                    or _BRANCH.search(context.text, before, mention.start)
                    or (_OF_BRANCH.search(context.text, max(0, mention.start - 30), mention.start))
                ):
                    self.offices.append(self._of_quarter(row))
                    aside = mention.end if self._of_office(mention) else aside
            elif aside is not None and self._shares_office(row, context.text[aside : mention.start]):
                self.offices[-1] = _joint_office(self.offices[-1], row)
                aside = mention.end
            elif aside is not None and _WHERE_IT_STANDS.fullmatch(context.text, aside, mention.start):
                continue  # "BPJS Ketenagakerjaan Kudus, Jawa Tengah, mencatat": where the office stands
            elif not is_scenery(mention, self._context):
                self.rows.append(replace(row, place=self._several(mention) or place))
        self._starts = [row.mention.start for row in self.rows]
        self.main = self._main()
        self.rows = [row for row in self.rows if not self._pays(row)]
        self._starts = [row.mention.start for row in self.rows]
        provinces = {row.place.code[:2] for row in self.rows if row.place.code and row.place.code != "ID"}
        self.nationwide = len(provinces) >= MANY
        self.branch = self._namesake() or self._branch()
        told = {row.mention for row in self.rows}
        others = [row for row in context.of("REGION") if row not in told] if self.main is None else ()
        self.worksite = place_of_work(context, others)

    def _several(self, mention: Mention) -> Place | None:
        """``Karesidenan Surakarta``, ``Kota dan Kabupaten Kediri``: several regions together, none of the register."""
        head, name = self._context.low[max(0, mention.start - 30) : mention.start], self._name(mention)
        if head.endswith(("karesidenan ", "keresidenan ")):
            return Place(None, f"Karesidenan {name}", "office_area")
        if _is_shared(mention) and _BOTH.search(head):
            return Place(None, f"Kota dan Kabupaten {name}", "office_area")
        return None

    def _name(self, mention: Mention) -> str:
        """The words of a mention in ordinary writing, be they printed in a line of capitals."""
        return self._context.text[mention.start : mention.end]

    def _of_quarter(self, office: Subject) -> Subject:
        """``Cabang Jakarta Mampang``, ``Cabang Batam Sekupang``: a branch with the name of a part serves no more."""
        text, end, name = self._context.text, office.mention.end, self._name(office.mention)
        city = office.place.level in _OF_BRANCHES
        if not (office.place.level == "province" or city):
            return office
        if not (city or _OF_BRANCH.search(text, max(0, end - 60), office.mention.start)):
            return office
        title = next((row for row in self._context.of("OFFICIAL", max(0, end - 200), end) if row.end > end), None)
        position = title.value.position or "" if title is not None and isinstance(title.value, Official) else None
        quarter = _QUARTER.match(text, end)
        if quarter is not None and city and position is None and text.count(name + quarter[0]) < 2:
            return office  # a person's name, unless it comes again
        if quarter is None or (position is not None and name + quarter[0] not in position):
            return office
        return replace(office, place=Place(None, f"Cabang {name} {quarter[1]}", "office_area"))

    def _shares_office(self, row: Subject, between: str) -> bool:
        """``BPJS Ketenagakerjaan Jawa Tengah dan DI Yogyakarta``: one regional office of several provinces."""
        levels = {self.offices[-1].place.level, row.place.level} if self.offices else set()
        return levels <= {"province", "office_area"} and "province" in levels and between in _AND

    def _pays(self, row: Subject) -> bool:
        """``2.000 pekerja lewat bantuan Pemprov Sumut``: the province pays for workers of the kabupaten told of."""
        main = self.main[0].place if self.main is not None else None
        if main is None or row.place.level != "province" or main.code in (None, row.place.code):
            return False
        start = row.mention.start
        return contains(row.place, main) and bool(_PAYER.search(self._context.text, max(0, start - 60), start))

    def is_branch(self, office: Subject) -> bool:
        """Whether the document calls the office a branch, be it elsewhere: ``Kepala Kantor Cabang Kudus``.

        One that has the name of a kota and a kabupaten serves both, and more.
        """
        text = self._context.text
        return office.place.level == "unknown" or any(
            row.place == office.place and _OF_BRANCH.search(text, max(0, row.mention.start - 30), row.mention.start)
            for row in self.offices
        )

    def _branch(self) -> Place | None:
        """The branch that a text is about which names no other place as often, or tells of its area of work.

        What it counts has no other place. None where the document is about a kabupaten or kota that no branch has
        its name of.
        """
        named = [row for row in self.offices if row.place.level in _OF_BRANCHES and self.is_branch(row)]
        if not named or (self.main is not None and self.main[1] == "headline"):
            return None
        if self.main is None:
            return named[0].place if len({row.place for row in self.offices}) == 1 else None
        main = self.main[0]
        if main in named:
            return main.place
        branch = Counter(row.place for row in named).most_common(1)[0][0]
        apart = main.place != branch and main.place.level in ("kabupaten", "kota")
        told = self._context.low
        if apart:  # "Cabang Madiun yang membawahi Madiun dan Ngawi": one of those it serves
            told = told[self._context.parsed.sentence_at(main.mention.start).start : main.mention.start]
        return branch if any(words in told for words in _WORK_AREA) else None

    def _namesake(self) -> Place | None:
        """The office that has the name of a kabupaten and of a kota, where the headline does not say which it means.

        ``Peserta BPJS Ketenagakerjaan Pekalongan``: its branch serves both, and more.
        """
        main = self.main[0].place if self.main is not None and self.main[1] == "headline" else None
        if main is None or main.code is not None or main.level != "unknown" or not main.candidates:
            return None
        return main if any(row.place == main for row in self.offices) else None

    def _blocked(self) -> list[tuple[int, int]]:
        """Spans of citations and segments: ``Perda Jambi``, ``orang asli Papua``, ``pekerja migran Indonesia``."""
        rows = (*self._context.of("REGULATION"), *self._context.of("SEGMENT"))
        budgets = _BUDGET.finditer(self._context.text)
        return [(row.start, row.end) for row in rows] + [match.span() for match in budgets]

    def _of_office(self, mention: Mention) -> bool:
        """``BPJS Ketenagakerjaan Cabang Palu``: an office serves an area that need not be the number's."""
        line = self._context.text.rfind("\n", 0, mention.start) + 1
        head = _ABBREVIATION.sub("", self._context.text[max(line, mention.start - 120) : mention.start])
        if not head.rstrip().endswith(_BEFORE_BRANCH) or self._context.text.startswith("Provinsi", mention.start):
            return False
        head = _IN_FULL.sub("", head)  # the "Jaminan Sosial" of its full name is nothing that is measured
        agency = _AGENCY.search(head)
        if agency is not None and (_is_shared(mention) or self._has_branch(mention)):
            return True  # "peserta BPJS Ketenagakerjaan Kediri", neither kota nor kabupaten: those of its office
        return bool(_OFFICE.search(head) or (agency and not _MEASURED.search(head, 0, agency.start())))

    def _has_branch(self, mention: Mention) -> bool:
        """Whether the document knows a branch of the name of a kabupaten or kota: ``Cabang Palopo``."""
        place = _place(mention)
        return (
            place is not None and place.level in _OF_BRANCHES and f"abang {self._name(mention)}" in self._context.text
        )

    def _is_area(self, mention: Mention) -> bool:
        """``di wilayah Sumbarriau``: the area itself is spoken of, not its office."""
        head = self._context.text[max(0, mention.start - 60) : mention.start]
        return bool(_IN_AREA.search(head)) and not _AGENCY_AREA.search(head)

    def between(self, start: int, end: int) -> list[Subject]:
        """Subjects that start in ``[start, end)``."""
        return self.rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _main(self) -> tuple[Subject, str] | None:
        """The region in the headline, else the one named most; an office's area when there is no other."""
        title = [row for row in self.rows if row.mention.start < self._context.document.title_end]
        local = [row for row in title if row.place.level != "national"] or title
        if local:
            return local[0], "headline"
        named = [
            row for at, row in enumerate(self.rows) if not self._belongs_to(self.rows[at - 1] if at else None, row)
        ]
        everywhere = [*named, *self.offices]
        most = self._most_named(named) or self._leader(named) or self._most_named(everywhere)
        most = most or self._leader(everywhere) or self._area() or (None if self.offices else self._nation())
        if most is not None:
            return most, "document"
        if (only := self._only(everywhere)) is not None:
            return only, "document"
        if any(row.place.code for row in self.rows):
            return None
        homonyms = [row for row in self.rows if row.place.code is None and row.place.level not in SMALL]
        if homonyms:
            return homonyms[0], "document"
        return (self.offices[0], "document") if self.offices else None

    def _belongs_to(self, before: Subject | None, row: Subject) -> bool:
        """``Lombok Timur, Provinsi Nusa Tenggara Barat (NTB)``: the province is part of the name, its short one too."""
        if before is None or not _WITHIN.fullmatch(self._context.text, before.mention.end, row.mention.start):
            return False
        return before.place == row.place or contains(row.place, before.place)

    def _leads(self, rows: Sequence[Subject], code: str) -> bool:
        """Whether a region is named in the first three paragraphs."""
        first = next(row for row in rows if row.place.code == code)
        return self._context.parsed.sentence_at(first.mention.start).paragraph <= 2

    def _leader(self, rows: Sequence[Subject]) -> Subject | None:
        """The region named at the beginning, and more often than any other."""
        counted = Counter(row.place.code for row in rows if row.place.code and row.place.code != "ID")
        order = counted.most_common(2)
        if not order or order[0][1] < 2 or (len(order) > 1 and order[0][1] == order[1][1]):
            return None
        first = next(row for row in rows if row.place.code == order[0][0])
        return first if self._leads(rows, str(first.place.code)) else None

    def _only(self, rows: Sequence[Subject]) -> Subject | None:
        """The one region that a document names at all, more than once, by its officials or its office too.

        ``Sekda Ngada ... di Ngada``: in a text without a headline that may come far down.
        """
        local = [row for row in rows if row.place.code != "ID"]
        speaks = any(row.in_title for row in local) or bool(self.offices)
        return local[0] if speaks and len(local) > 1 and len({row.place for row in local}) == 1 else None

    def _most_named(self, rows: Sequence[Subject]) -> Subject | None:
        """The region that most of the mentions name or lie in, smallest first.

        A region named once or twice far down is no subject of the document.
        """
        counted = Counter(row.place.code for row in rows if row.place.code and row.place.code != "ID")
        total = sum(counted.values())
        within = {code: sum(n for other, n in counted.items() if contains(code, other)) for code in counted}
        for code in sorted(counted, key=lambda c: (-len(c), -counted[c])):
            if counted[code] * 2 > total and (counted[code] > 2 or self._leads(rows, code)):
                return next(row for row in rows if row.place.code == code)
        for code in sorted(counted, key=lambda c: -within[c]):
            if within[code] * 2 > total and (within[code] > 2 or self._leads(rows, code)):
                return next(row for row in rows if row.place.code == code)
        return None

    def _area(self) -> Subject | None:
        """The first area of an office that is named."""
        return next((row for row in (*self.rows, *self.offices) if row.place.level == "office_area"), None)

    def _nation(self) -> Subject | None:
        """The nation, if it is named: told of beside an office's province, it is only compared with."""
        return next((row for row in self.rows if row.place.code == "ID"), None)
