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
from extractor.frozen import dataclass, replace
from extractor.model import Mention, Official, Place
from extractor.regions import contains

_DATELINE = re.compile(r"[^\n]{0,60}?(?:\([^)\n]{2,40}\)\s*[-–—:]|\s[-–—]{1,2}\s|\.(?=\s)|:)")
_ROW = re.compile(r"\s?[:=]\s?(?:sebanyak\s)?\d")  # "Bangka: 1.959 nelayan" is a row of a list
_VENUE = re.compile(
    r"\b(?:hotel|aula|gedung|kantor(?! (?:cabang|wilayah)\b)|ruang|ruangan|balai|pendopo|rumah|bandara|pelabuhan|"
    r"jalan|jl|ballroom|kampus|universitas|polres|polda|kejaksaan|kejari|kejati|pengadilan|rs|rsud|stasiun|terminal|masjid|plaza|menara|graha|"
    r"(?<!pedagang )pasar|baru-baru ini|belum lama ini|"
    r"bertempat|berlangsung|digelar|dilaksanakan|diselenggarakan|berkunjung|kunjungan|ditemui|berlokasi)\b"
    r"(?:(?!\b(?:cakupan|kepesertaan|peserta|pekerja|disebut\w*|menyebut\w*|coverage|terlindungi)\b)[^.;\n]){0,45}$"
)
WORKPLACES = ("pasar", "terminal", "pelabuhan", "stasiun", "bandara", "universitas", "kampus", "rsud", "plaza")
_COUNTED = re.compile(r"\d(?: ?(?:ribu|juta))?(?:an)? (?:[a-z]+ ){1,3}?(?:(?:di|pada) )?$")
_VENUE_REACH = 64  # characters: the longest of these words and what may stand behind it
_SAID_AT = re.compile(
    r"\b(?:[Uu]jar|[Kk]ata|[Jj]elas|[Uu]ngkap|[Tt]utur|[Uu]cap|[Pp]apar|[Tt]erang|[Ss]ebut|[Tt]egas|[Tt]ambah|[Ii]mbuh|"
    r"[Pp]ungkas|[Ll]anjut)(?:nya)?(?:,?\s+(?:dia|ia|beliau|[A-Z][\w.'’-]*)){0,8},?"
    r"(?:\s+(?:saat|ketika|usai|di sela|dalam|kepada|seusai)\s[^\"“”.;]{0,50})?\s+di\s+$|"
    r"\bkepada\s+(?:para\s+)?(?:wartawan|awak media|jurnalis|media|pers|ANTARA)\s+di\s+$"
)
_SAYS = re.compile(
    r",?\s+(?:mengatakan|berkata|menyebut(?:kan)?|menyampaikan|menjelaskan|menuturkan|memaparkan|menerangkan|"
    r"mengungkap(?:kan)?|menyatakan|menegaskan|menambahkan|membeberkan|menguraikan|mengakui|mengaku)\b"
)
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
    r"\b(?:cakupan|kepesertaan|peserta|perlindungan|coverage|capaian|program|jaminan|UCJ|pekerja)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_BUDGET = re.compile(  # beginnings of words; the search skips to their capitals where no "\b" comes first
    r"(?:A(?<!\wA)PB[DAKN]|P(?<!\wP)er(?:gub|da|bup|wali)|B(?<!\wB)ank|T(?<!\wT)ribun)\s+(?:Provinsi\s+|Kabupaten\s+|Kota\s+)?[A-Z][\w]*(?:\s[A-Z]\w*)?"
)
_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
_ON_A_DAY = re.compile(
    rf"(?:\s[A-Z]\w+(?=,))?\)?,?\s+(?:[Pp]ada\s+|[Hh]ari\s+)*{_DAY}\b"
)  # "di Manokwari, Kamis": where it was said
_CAPITAL = re.compile(
    r"\bibu ?kota\s+(?:provinsi\s+|negara\s+)?$"
)  # "di ibu kota Kalimantan Timur itu": a city, named before
_IN_AREA = re.compile(r"\b(?:di|se|untuk|wilayah|daerah)[\s-]+$", re.IGNORECASE)
_AGENCY_AREA = re.compile(
    r"\b(?:Ketenagakerjaan|BPJS|BPJSTK|TK|BPJamsostek|BPJAMSOSTEK|Jamsostek|Direktur|Kantor)\s+Wilayah\s+$"
)
_AND = (" dan ", " & ", " serta ", "-", "–", " - ", "/")
_QUARTER = re.compile(r" ([A-Z][a-z]+)")
_DASH = re.compile(r"[-–—]")
_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_HEAD = re.compile(
    r"[^\n]{0,30}?\b[A-Za-z]+\.(?:CO\.ID|COM|ID|co\.id|com|id)\s?[-–—]\s?[A-Z][A-Z ]+(?:[.,]|\s[-–—](?=\s))|"
    r"[^\n]{0,80}?(?:\s[-–—]{1,2}\s(?=[A-Z\"“])|[-–—]\s(?=[A-Z\"“])|--(?=[A-Z\"“])|\s[–—](?=[A-Z\"“]))"
)
_DOMAIN = re.compile(r"^\W*[a-z\d]+(?:\.[a-z]{2,4}){1,2}(?=\W)")  # "jpnn.com - TERNATE –"
_LOWER = re.compile(r"(?:^|\s)(?!dan\b|di\b)[a-z]{3,}")
MANY = 4  # provinces that a document names, none of them most, when it is about the nation
SMALL = ("kecamatan", "desa")


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
        aside: int | None = None  # where the name of the last office ends
        for mention in context.of("REGION"):
            place = _place(mention)
            if place is None or place.level == "country":
                continue
            row = Subject(mention, place, any(start <= mention.start < end for start, end in titles))
            if any(start <= mention.start < end for start, end in blocked):
                continue
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
            elif aside is not None and context.text[aside : mention.start] in (", ", " (", " di ", " "):
                continue  # "BPJS Ketenagakerjaan Kudus, Jawa Tengah, mencatat": where the office stands
            elif not self._is_scenery(mention):
                self.rows.append(replace(row, place=self._residency(mention) or place))
        self._starts = [row.mention.start for row in self.rows]
        self.main = self._main()
        self.rows = [row for row in self.rows if not self._pays(row)]
        self._starts = [row.mention.start for row in self.rows]
        provinces = {row.place.code[:2] for row in self.rows if row.place.code and row.place.code != "ID"}
        self.nationwide = len(provinces) >= MANY
        self.branch = self._namesake() or self._branch()

    def _residency(self, mention: Mention) -> Place | None:
        """``Karesidenan Surakarta``: the old name of several kabupaten together, no more a region."""
        if not self._context.low.endswith(("karesidenan ", "keresidenan "), max(0, mention.start - 12), mention.start):
            return None
        return Place(None, f"Karesidenan {mention.quote}", "office_area")

    def _of_quarter(self, office: Subject) -> Subject:
        """``Cabang Jakarta Mampang``: the branch has its name of a part of the province, and serves no more."""
        text, end = self._context.text, office.mention.end
        if office.place.level != "province" or not _OF_BRANCH.search(text, max(0, end - 60), office.mention.start):
            return office
        title = next((row for row in self._context.of("OFFICIAL", max(0, end - 200), end) if row.end > end), None)
        position = title.value.position or "" if title is not None and isinstance(title.value, Official) else None
        quarter = _QUARTER.match(text, end)
        if quarter is None or (position is not None and office.mention.quote + quarter[0] not in position):
            return office
        return replace(office, place=Place(None, f"Cabang {office.mention.quote} {quarter[1]}", "office_area"))

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
        return place is not None and place.level in _OF_BRANCHES and f"abang {mention.quote}" in self._context.text

    def _is_area(self, mention: Mention) -> bool:
        """``di wilayah Sumbarriau``: the area itself is spoken of, not its office."""
        head = self._context.text[max(0, mention.start - 60) : mention.start]
        return bool(_IN_AREA.search(head)) and not _AGENCY_AREA.search(head)

    def _is_scenery(self, mention: Mention) -> bool:
        """A dateline, or the place where something was held or said."""
        text = self._context.text
        line = text.rfind("\n", 0, mention.start) + 1
        if mention.start < line + 80 and self._in_head(line, mention):
            return True
        if (
            (
                (mention.start == line and line > 0)
                or (mention.start == line == 0 and not self._context.document.title_end)
            )
            and _DATELINE.match(text, mention.end)
            and not _ROW.match(text, mention.end)
        ):
            tail = text[mention.end : mention.end + 3]
            if tail.lstrip()[:1] in "(-–—.:,":
                return True
        if _ON_A_DAY.match(text, mention.end):
            return True
        if _CAPITAL.search(self._context.low, max(line, mention.start - 40), mention.start):
            return True
        sentence = self._context.parsed.sentence_at(mention.start)
        venue = _VENUE.search(self._context.low, max(sentence.start, mention.start - _VENUE_REACH), mention.start)
        if venue is not None and not (self._is_trade(venue.start()) or self._works_there(venue.start())):
            return True
        head = text[sentence.start : mention.start]
        if not head.rstrip().endswith("di"):
            return False
        return bool(_SAID_AT.search(head)) or self._speaks_at(mention)

    def _is_trade(self, start: int) -> bool:
        """``pekerja rumah tangga di Depok``, ``marbot masjid``: the word is part of what people do."""
        return any(row.start < start < row.end for row in self._context.of("SEGMENT", max(0, start - 40), start + 1))

    def _works_there(self, venue: int) -> bool:
        """``1.020 pedagang di Pasar Girian Bitung``: the market is where those who are counted work, no scene."""
        low = self._context.low
        return low.startswith(WORKPLACES, venue) and bool(_COUNTED.search(low, max(0, venue - 60), venue))

    def _speaks_at(self, mention: Mention) -> bool:
        """``Direktur X Rudi Hasan di Denpasar mengatakan``: between a person and what the person says."""
        tail = self._context.text[max(0, mention.start - 8) : mention.start]
        end = mention.start - len(tail) + len(tail.rstrip().removesuffix("di").rstrip())
        named = self._context.of("OFFICIAL", max(0, end - 200), end)
        return any(row.end == end for row in named) and bool(_SAYS.match(self._context.text, mention.end))

    def _in_head(self, line: int, mention: Mention) -> bool:
        """``SPN News – Jakarta, 30 Januari 2024 –``: capitalised words before the dash that opens the report."""
        if line < self._context.document.title_end or _ITEM.match(self._context.text, line):
            return False
        if not _DASH.search(self._context.text, line, line + 90):
            return False
        end, position = None, line
        while (match := _HEAD.match(self._context.text, position)) is not None and match.end() - line < 90:
            if _LOWER.search(_DOMAIN.sub("", self._context.text[position : match.end()])):
                break
            end = position = match.end()
        return end is not None and mention.end <= end

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
        most = most or self._leader(everywhere) or self._area() or self._nation()
        if most is not None:
            return most, "document"
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
