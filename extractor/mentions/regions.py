"""REGION: names of the gazetteers, settled by their markers, their list and the whole document.

A mention holds the words of the place's name, ``Kabupaten Jember`` or ``Prov. Jambi``; a word that only
points at it stays outside (``Pemkab``, ``Bupati``). The rule id tells what settled the name:
``region.gazetteer`` or ``region.alias`` (one region has the name, or its marker or list says which),
``region.document``, ``region.province_default``, ``region.homonym`` (nothing does: no code, candidates),
``region.area``, ``region.national``, ``region.country``, ``region.subdistrict``. Names of outlets, rivers
and streets are no regions; names that are also common words need a word of place before them or a
mention with a marker in the same document (``patterns/gazetteers/ambiguous_names.csv``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.frozen import dataclass, replace
from extractor.language import Parsed
from extractor.model import Found, Place
from extractor.regions import Entry, at_level, context, entry, fits, level_of, parent, place_of, subdistrict
from extractor.rules import RuleMatch

_LIST_GAP = re.compile(r"\)?(?:\s?,\s?(?:dan\s|serta\s)?|\s(?:dan|serta|maupun|hingga)\s|\s?[/&]\s?|\s\()")
_REACH = 48  # characters looked at before a name
_MORE_NAME = re.compile(r"(?: (?!Kab|Kota|Prov|Kec)[A-Z][\w'’-]+)*")
_SUBDISTRICT_NAME = re.compile(
    r"(?!(?:Kab|Kabupaten|Kota|Prov|Provinsi|Kec|Kecamatan|Kapanewon)\b)[A-Z][\w'’-]+"
    r"(?: (?!(?:Kab|Kabupaten|Kota|Prov|Provinsi|Kec|Kecamatan|Kapanewon|Dan)\b)[A-Z][\w'’-]+){0,2}"
)
_NO_NEXT = (  # what follows a kecamatan behind a comma or "dan" and is none: days, offices and who holds them
    r"(?!(?:Senin|Selasa|Rabu|Kamis|Jum|Jumat|Sabtu|Minggu|Ahad|Bupati|Wabup|Wali|Walikota|Wawali|Gubernur|Wagub|Wakil|"
    r"Kepala|Kadis\w*|Kabid|Kacab|Ketua|Anggota|Camat|Lurah|Kades|Sekretaris|Sekda|Sekcam|Direktur|Menteri|Presiden|Plt|"
    r"Plh|Pj|BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Pem(?:kab|kot|prov|da)|Pemerintah|Dinas|Desa|Kelurahan|RT|RW|PT|CV|"
    r"Apindo|Kadin|Polres|Polsek|Koramil|Tim|Program)\b)"
)
_SUBDISTRICT = re.compile(  # the search skips to the capital where no "\b" comes first
    r"(?:[Kk](?<!\w[Kk])ec(?:amatan|\.)|D(?<!\wD)istrik|K(?<!\wK)(?:apanewon|emantren)) "
    rf"((?:{_SUBDISTRICT_NAME.pattern})(?:(?:, | dan | serta |, dan ){_NO_NEXT}(?:{_SUBDISTRICT_NAME.pattern}))*)"
)
_SMALL = re.compile(r"\b(provinsi|kabupaten|kab\.|kota) ([a-z]{3,}(?: [a-z]{3,}){0,2})")
_SUBDISTRICT_WORDS = ("Kecamatan ", "kecamatan ", "Kec. ", "Distrik ", "Kapanewon ", "Kemantren ")
_NUMBER_WORD = "(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|seratus|seribu)"
_VILLAGE = re.compile(  # only with those who live there: "Desa Sadar Jaminan Sosial" is no village's name
    rf"(?:(?:[Ww]arga|[Mm]asyarakat|[Pp]enduduk|[Pp]ekerja|[Pp]etani|[Nn]elayan|asal|Pemerintah) |"
    rf"\d (?:[a-z]+ ){{1,3}}di |"
    rf"(?P<opens>\b[Dd]i )|(?P<lies>\b))"
    rf"(?P<word>Desa|Kelurahan|Kalurahan|Gampong|Nagari|Kampung|Pekon) "
    rf"(?!Sadar|Jaminan|Berdaya|Mandiri|Binaan|Wisata)(?P<name>{_SUBDISTRICT_NAME.pattern})"
    rf"(?(opens)(?=,? (?:(?:sendiri|saja|kini|saat ini|sebanyak|sejumlah|sekitar|hampir|baru|hanya|masih|ada|sudah|"
    rf"telah|tercatat|terdapat|terdaftar|memiliki|mencapai|lebih dari) )*(?:\d|{_NUMBER_WORD} )))"
    rf"(?(lies)(?=,? (?:di )?Kec(?:amatan|\.) ))"
)
_VILLAGE_WORDS = ("Desa ", "Kelurahan ", "Kalurahan ", "Gampong ", "Nagari ", "Kampung ", "Pekon ")
_OPENERS = "(\"“'"
_BROKEN = re.compile(r" \([A-Z][A-Za-z]{1,9}\) ([A-Z][a-z]+)\b")  # "Bolaang Mongondow (Bolmong) Timur": one name
# "Bali Timur", "Medan Utara": a part of a region, and no name of the register (those are found whole)
_PART_OF = re.compile(r" (?:Barat|Timur|Utara|Selatan|Tengah|Tenggara|BARAT|TIMUR|UTARA|SELATAN|TENGAH|TENGGARA)\b")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in its place: what it can mean and which level the words before it ask for.

    ``codes`` are those it can have, given that level; ``supported``: the words around say it is a place;
    ``office``: it is the district of an office; ``word`` stands before it.
    """

    start: int
    end: int
    name: str
    entry: Entry
    level: str | None
    codes: tuple[str, ...]
    supported: bool
    office: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class _Document:
    """What the sure names of a document say: which regions bear a marker or a name of their own, which provinces.

    ``Bupati Musi Rawas (Mura)``: the abbreviation, which another kabupaten has too, is that of the one named in full.
    """

    marked: frozenset[str]
    provinces: frozenset[str]
    with_members: frozenset[str]

    @classmethod
    def of(cls, names: Sequence[_Name]) -> _Document:
        sure = {name.codes[0] for name in names if len(name.codes) == 1}
        unshared = {code for name in names if len(name.entry.places) == 1 for code in name.codes}
        with_members = {parent(code) for code in unshared if "." in code}
        marked = unshared | {name.codes[0] for name in names if name.level and len(name.codes) == 1}
        provinces = {parent(code) for code in sure}
        return cls(frozenset(marked), *(frozenset(c for c in s if c) for s in (provinces, with_members)))

    def evidence(self, candidates: Sequence[str]) -> set[str]:
        """Those of the candidates that the document speaks for."""
        direct = {code for code in candidates if code in self.marked or code in self.with_members}
        return direct or {code for code in candidates if parent(code) in self.provinces}


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """The regions of a text."""
    spans = [(match.start, match.end) for match in matches]
    spans += _in_lower_case(parsed, spans)
    names = [name for span in sorted(spans) if (name := _name(parsed.text, *span)) is not None]
    names = [
        name for name, before in zip(names, [None, *names], strict=False) if not before or name.start >= before.end
    ]
    names = _inherit_markers(parsed.text, names)
    names = _drop_common_words(names)
    document = _Document.of(names)
    found = [Found(name.start, name.end, "REGION", *_settle(name, document)) for name in names]
    return found + _subdistricts(parsed.text, found) + _villages(parsed.text, found)


def _villages(text: str, found: Sequence[Found]) -> list[Found]:
    """``warga Desa Pakem``, ``Di Desa Pakem, 412 petani``: a village outside the gazetteers, known by its people."""
    if not any(word in text for word in _VILLAGE_WORDS):
        return []
    return [
        Found(
            match.start("word"), match.end(), "REGION", subdistrict(match["word"], match["name"]), "region.subdistrict"
        )
        for match in _VILLAGE.finditer(text)
        if not any(row.start < match.end() and match.start("word") < row.end for row in found)
    ]


def _subdistricts(text: str, found: Sequence[Found]) -> list[Found]:
    """``Kecamatan Ledokombo``: a kecamatan outside the gazetteers, which its own word makes one; lists too."""
    rows: list[Found] = []
    if not any(word in text for word in _SUBDISTRICT_WORDS):
        return rows
    for match in _SUBDISTRICT.finditer(text):
        for name in _SUBDISTRICT_NAME.finditer(text, match.start(1), match.end()):
            start = match.start() if name.start() == match.start(1) else name.start()
            if not any(row.start < name.end() and start < row.end for row in found):
                place = subdistrict("kecamatan", name.group())
                rows.append(Found(start, name.end(), "REGION", place, "region.subdistrict"))
    return rows + _again(text, rows, found)


def _again(text: str, rows: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """``di Kecamatan Kerek ... Di Kerek baru 312``: a kecamatan that the document has named, without its word."""
    names = {text[row.start : row.end].split(" ", 1)[-1]: row for row in rows if " " in text[row.start : row.end]}
    taken = [*rows, *found]
    return [
        replace(names[name], start=match.start(1), end=match.end(1))
        for name in names
        for match in re.finditer(rf"\b[Dd]i ({re.escape(name)})\b(?! [A-Z])", text)
        if not any(row.start < match.end(1) and match.start(1) < row.end for row in taken)
    ]


@lru_cache(maxsize=32)
def _set(section: str, key: str) -> frozenset[str]:
    return frozenset(context()[section][key])


def _codes(known: Entry, level: str | None) -> tuple[str, ...]:
    places = [place for place in known.places if place.level == level] or known.places
    return tuple(place.code for place in places if place.code and place.level != "country")


def _in_lower_case(parsed: Parsed, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """``di provinsi gorontalo``: a name printed small behind its word, if it is no common word as well."""
    found: list[tuple[int, int]] = []
    for match in _SMALL.finditer(parsed.text):
        start, words = match.start(2), match[2].split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            known = entry(name)
            if known is None or known.ambiguous or not fits(name, level_of(_bare(match[1])) or ""):
                continue
            if not any(one < start + len(name) and start < other for one, other in taken):
                found.append((start, start + len(name)))
            break
    return found


def _name(text: str, begin: int, stop: int) -> _Name | None:
    """The name with its marker; None for the name of an outlet, a river, a street, a figure of speech."""
    start, name = begin, text[begin:stop]
    known = entry(name)
    if (rest := _BROKEN.match(text, stop)) and (longer := entry(f"{name} {rest[1]}")):
        name, known, stop = f"{name} {rest[1]}", longer, rest.end()
    line_start = text.rfind("\n", 0, start) + 1
    words = text[max(line_start, start - _REACH) : start].split()
    glued = bool(words) and text[start - 1] != " "  # "(Kalbar", "se-Kalbar"
    word = words[-1] if words else ""
    if known is None or _is_outlet(text, stop, word, glued) or _PART_OF.match(text, stop):
        return None
    if known.kind == "national":
        return _national(text, start, stop, word, known)
    bare = _bare(word)
    if not glued and bare in _set("feature", "before"):
        return None
    if name == "PPU" and (bare in _MEMBERS or _BESIDE_MEMBERS.match(text, stop)):
        return None  # "segmen PPU": wage earners, and not Penajam Paser Utara
    if bare == "administrasi" and len(words) > 1:  # "Kota Administrasi Jakarta Timur"
        bare, words, start = _bare(words[-2]), words[:-1], start - len(word) - 1
    marker = None if glued else _marker(name, words)
    if marker and bare in _set("span", "included") and not _is_title(words):
        start -= len(bare) + (words[-1][-1] == ".") + 1
    end = stop
    if marker in ("kecamatan", "desa") and (more := _MORE_NAME.match(text, end)):
        if _counts(words) or len(more.group().split()) > _LONGEST_MORE:
            marker = None  # "100% Desa Sukabumi Terlindungi" of a headline: villages, and what is said of them
        else:
            end = more.end()  # "Kecamatan Batu Ampar"
    counted = bool(_COUNTED.match(text, end))
    supported = counted or level_of(bare) is not None or bare in _set("support", "before")
    office = bare in _set("office", "before")
    shown = name if end == stop else text[begin:end]
    return _Name(start, end, shown, known, marker, _codes(known, marker), supported, office, bare)


_MEMBERS = ("segmen", "sektor", "peserta", "kepesertaan", "pekerja", "kategori", "kelompok", "bpu", "pbpu")
_BESIDE_MEMBERS = re.compile(
    r"(?:[^.;]|\.\d){0,30}?(?:,|/|\b(?:dan|serta|maupun|atau|sedangkan))\s*(?:(?:peserta|pekerja|segmen)\s+)?"
    r"(?:P?BPU|[Bb]ukan [Pp]enerima)\b"
)


def _counts(words: list[str]) -> bool:
    """Whether the word of place has a number or a word for all before it: ``312 Desa``, ``Seluruh Desa``."""
    before = words[-2] if len(words) > 1 else ""
    return before[:1].isdigit() or before[-1:] == "%" or before.lower() in _QUANTIFIERS


_LONGEST_MORE = 2  # words of a village's name behind the first
_QUANTIFIERS = ("seluruh", "semua", "puluhan", "ratusan", "ribuan", "persen", "perangkat", "aparat", "aparatur")
# "Tual 27,1 persen", "Siak kebagian 6.000 orang": what is measured there makes a place of a common word
_COUNTED = re.compile(
    r"(?: [a-z]+){0,2} \(?\d[\d.,]* ?(?:persen|%|(?:ribu |juta )?(?:orang|pekerja|peserta|tenaga kerja))"
)


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    return word.strip(_OPENERS + ".,:;").replace("/", "-").rpartition("-")[2].lower()


def _is_title(words: list[str]) -> bool:
    """``Kota`` in ``Wali Kota Kediri`` is a word of the title, not of the place."""
    previous = _bare(words[-2]) if len(words) > 1 else ""
    return _bare(words[-1]) == "kota" and previous in context()["span"]["not_after"]["kota"]


def _marker(name: str, words: list[str]) -> str | None:
    """The level that the word before a name asks for, if a place of this name has it."""
    if not words or words[-1][-1] in ",:;)" or "/" in words[-1]:  # "Kabupaten/Kota Tegal"
        return None
    bare, before = _bare(words[-1]), _bare(words[-2]) if len(words) > 1 else ""
    level = level_of(bare)
    if level is None or (bare == "kota" and before == "ibu"):
        return None
    if level in ("kecamatan", "desa"):
        return level if words[-1].lstrip(_OPENERS)[:1].isupper() else None
    if before in ("dan", "/", "atau") and len(words) > 2 and level_of(_bare(words[-3])):
        return None  # "Kota dan Kabupaten Tegal": both are meant
    return level if fits(name, level) else None


def _is_outlet(text: str, stop: int, word: str, glued: bool) -> bool:
    """``Tribun Sumsel``, ``(ANTARA Sulteng)``, ``Jawa Pos``, ``detikJatim``."""
    if word and not glued and word[-1] not in ",.:;)" and (bare := word.lstrip("(\"“'/-–")):
        known = bare.lower() in _set("outlet", "before") and bare[0].isupper()
        if known or bare in _set("outlet", "before_exact") or (word.startswith("(") and bare == "Antara"):
            return True
    after = text[stop : stop + 12].split(" ")
    following = after[1].rstrip(".,;:)") if len(after) > 1 and not after[0] else ""
    return following[:1].isupper() and following.lower() in _set("outlet", "after")


_LEVEL = re.compile(
    r" (?:(?:yang|sebesar|baru|hanya|sudah|telah|masih|saat ini|kini|mencapai|capai|tercatat|berada|pada|di|angka|"
    r"level|kisaran|sekitar|hampir|ada|adalah|menyentuh|menembus|tembus) )*\d[\d.,]* ?(?:persen|%)"
)
_OPENS_NATIONAL = '.,;:\n"“'
_LEVEL_FAR = re.compile(  # "Nasional, menurut data yang sama, baru 41,9 persen"
    r",[^.;,\d]{3,60}, (?:(?:yang|sebesar|baru|hanya|sudah|telah|masih|mencapai|di|angka|sekitar|ada|berada|pada) )*"
    r"\d[\d.,]* ?(?:persen|%)|"
    r" (?:(?:saja|sendiri|kita|itu|kan|memang) )+(?:(?:baru|hanya|sudah|masih|mencapai|di|angka) )*"
    r"\d[\d.,]* ?(?:persen|%)"
)


def _national(text: str, start: int, stop: int, word: str, known: Entry) -> _Name | None:
    name, bare = text[start:stop], _bare(word)
    here = _Name(start, stop, name, known, "national", ("ID",), True)
    if name.lower() == "nasional":
        # "Jawa Tengah 38,2 persen dan nasional 42,5 persen", "tingkat partisipasi nasional baru mencapai 36 persen"
        opens = not word or word[-1] in _OPENS_NATIONAL or word.lower() in ("sementara", "sedangkan", "adapun", "kalau")
        measured = _LEVEL.match(text, stop) or (opens and _LEVEL_FAR.match(text, stop))
        return here if measured or word.strip(_OPENERS).lower() in _set("national", "nasional_after") else None
    if name.lower() != "indonesia":
        return here
    after = re.match(r" (\w+)", text[stop : stop + 16])
    if after and after[1].lower() in _set("national", "indonesia_not_before"):
        return None
    if bare in _set("national", "indonesia_not_after"):
        return None
    in_a_name = word[:1].isupper() and word[-1].isalnum() and bare not in _set("national", "indonesia_after")
    return None if in_a_name else here


def _follows_in_list(text: str, before: _Name, name: _Name) -> bool:
    return bool(_LIST_GAP.fullmatch(text, before.end, name.start))


def _inherit_markers(text: str, names: list[_Name]) -> list[_Name]:
    """``Kabupaten Kediri, Blitar dan Madiun``: the marker serves the whole list, where it fits."""
    passed: list[_Name] = []
    for name in names:
        last = passed[-1] if passed else None
        if last and _follows_in_list(text, last, name):
            level = last.level if last.level in ("province", "kabupaten", "kota") else None
            if name.level is None and level and fits(name.name, level):
                name = replace(name, level=level, codes=_codes(name.entry, level))
            name = replace(name, supported=True)
            if not name.entry.ambiguous:  # "yakni Karo, Dairi, dan Pakpak Bharat": the last makes places of all
                for at in range(len(passed) - 1, -1, -1):
                    passed[at] = replace(passed[at], supported=True)
                    if at and not _follows_in_list(text, passed[at - 1], passed[at]):
                        break
        passed.append(name)
    return passed


_NOT_OF_PLACES_ONLY = ("seluruh", "pekerja", "masyarakat", "warga", "dinas", "kantor", "dari")  # "seluruh Mitra Gojek"


def _drop_common_words(names: list[_Name]) -> list[_Name]:
    """Names that are common words too stay only where a word of place, a list or the document backs them."""
    backed = {
        code
        for name in names
        if name.level or not name.entry.ambiguous or (name.supported and name.word not in _NOT_OF_PLACES_ONLY)
        for code in name.codes
    }
    return [name for name in names if name.supported or not name.entry.ambiguous or not backed.isdisjoint(name.codes)]


def _settle(name: _Name, document: _Document) -> tuple[Place, str]:
    """The place a name means and the rule that says so."""
    if name.level in ("kecamatan", "desa"):
        return subdistrict(name.word, name.name), "region.subdistrict"
    place = at_level(name.name, name.level)
    if place.code or not place.candidates:
        return place, f"region.{name.entry.kind}"
    evidence = set() if name.office else document.evidence(place.candidates)
    if len(evidence) == 1:
        return place_of(evidence.pop()), "region.document"
    provinces = [code for code in place.candidates if "." not in code]
    if len(provinces) == 1:
        return place_of(provinces[0]), "region.province_default"
    return place, "region.homonym"
