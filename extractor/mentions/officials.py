"""OFFICIAL: a person named with an office, and the same person named again by part of the name or the office.

A title rule (``patterns/rules/officials.toml``) says where to look. What the office is over belongs to
its ``position`` (``Kepala Dinas Tenaga Kerja Kota Metro``), an acting word and bracketed abbreviations do
not. The person stands behind the office, with or without a comma, or before it (``Nama, Kepala Dinas X,``;
``Nama selaku Kepala Dinas X``). A title nobody is named with is no official.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.language import Parsed
from extractor.mentions.office_words import (
    institutions,
    is_office_word,
    is_place,
    is_province,
    is_within,
    pieces,
    place_width,
)
from extractor.mentions.people import Bare, merge, occurrences, person_of, repeated, verbs_of_saying, with_regions
from extractor.mentions.scopes import Scope, read_scope
from extractor.model import Found, Official
from extractor.names import PersonName, read_name
from extractor.regions import entry, resolve
from extractor.rules import RuleMatch, load_rules

__all__ = ["find", "with_regions"]

_REACH = 140  # characters a name with its degrees is looked for in
_HEADLINE_SHARE = 0.7  # of the words of a line begin with a capital
_SMALL_WORD = 6  # letters of the longest words that title case leaves small: "dengan", "kepada"
REGION_OF_ROLE = {
    "gubernur": "provinsi", "wakil_gubernur": "provinsi", "bupati": "kabupaten", "wakil_bupati": "kabupaten",
    "wali_kota": "kota", "wakil_wali_kota": "kota",
}  # fmt: skip
_MARKER = re.compile(r"\b(Provinsi|Prov\.?|Kabupaten|Kab\.?|Kota) $")
_BRACKETS = re.compile(r" ?\([^()\n]*\)")
_LINK = re.compile(r" ?(,?) ?(?:(?:yakni|yaitu) )?")
_REMARK = re.compile(r" ?\([^()\n]*\)\s*$")  # a credit behind a caption's sentence: "hadir. (dok Dinsos)"
_BEFORE = re.compile(r"(,| \()? ?(?:(selaku|sebagai|yang (?:juga )?(?:menjabat|merupakan)(?: sebagai)?|yang juga) )?$")
_CLOSING = (",", ".", ")", "/", "\n", "")  # behind an office that stands in apposition to a name
_START = re.compile(r"(?<![\w.'’\-])[^\W\d_]\w*")
_WORDS = re.compile(r"[^\W\d_]+")
# A photo's credit on the name in its caption: "Nama-Antara/Budi", "Nama-dok", "Nama-Budi-" at the end of the line.
_CREDIT = re.compile(
    r"(?<=[^\W\d_])-(?=(?:foto|photo|dok|ist|istimewa|antara)\b|[^\n,.-]*/|[^\n,.-]*-[ ]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_AGENCY = re.compile(
    r"\b(?:BPJS Ketenagakerjaan|BP ?[Jj]amsostek|BPJAMSOSTEK|BPJS[ -]TK|BPJSTK|BPJS Kesehatan|Jamsostek)\b"
)
_BODY = re.compile(
    r"\b(?:Kementerian|Kemen[a-z]+|Dinas|Badan|DPRD|DPR|DPD|KPU|Bawaslu|Bappe[a-z]+|Setda|Sekretariat|Dewan|Kejaksaan"
    r"|Kejari|Kejati|PT|CV|Universitas|Politeknik|Yayasan|Serikat|A[Pp][Ii][Nn][Dd][Oo]|Kadin|Kantor)\b.*"
)


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    """Lower-case first words of all titles and acting words: they begin an office, never a name."""
    first = {phrase.split()[0].lower() for rule in load_rules() if rule.label == "OFFICIAL" for phrase in rule.phrases}
    return frozenset(first | {form.split()[0] for form in institutions().acting})


@lru_cache(maxsize=1)
def _no_name() -> frozenset[str]:
    return (institutions().words - institutions().soft) | _title_words()


@lru_cache(maxsize=1)
def _acting() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, institutions().acting), key=len, reverse=True))
    return re.compile(rf"\b({forms})\.? ?(?:\([^()]*\) ?)?$", re.IGNORECASE)


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """Every naming of an official; all of one person carry the same value, the fullest the text gives.

    A person in a title-case headline or caption, where verbs are capitalised too, counts only when the body
    names them.
    """
    text, rows, bare, done = parsed.text, [], [], 0
    for match in matches:
        if match.start < done or _is_bracketed(text, match):
            continue
        office = _read_office(text, match, done)
        done = office.end
        if isinstance(office, Bare):
            bare.append(office)
        else:
            rows.append(office)
    certain = [row.value for row in rows if not _in_headline(text, row.start) or _in_body(text, row)]
    people = merge([value for value in certain if isinstance(value, Official)])
    named = [
        Found(row.start, row.end, row.label, person, row.rule)
        for row in rows
        if isinstance(row.value, Official) and (person := person_of(row.value, people)) is not None
    ]
    return sorted(named + repeated(text, named, bare), key=lambda row: (row.start, row.end))


def _is_bracketed(text: str, match: RuleMatch) -> bool:
    """``Direktur Jenderal (Dirjen)``: the abbreviation of the title before it."""
    return text[match.start - 1 : match.start] == "(" and text[match.end : match.end + 1] == ")"


def _in_headline(text: str, offset: int) -> bool:
    """Whether the line is title case: no full stop, most words with a capital, all the longer ones."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    line = text[start:end].rstrip()
    line = _REMARK.sub("", line).rstrip() if line.endswith(")") else line
    if line.endswith((".", "”", '"')):
        return False
    words: list[str] = _WORDS.findall(text, start, end)
    small = [word for word in words if word[0].islower()]
    if len(words) < 4 or len(small) > (1 - _HEADLINE_SHARE) * len(words):
        return False
    return all(len(word) <= _SMALL_WORD for word in small)


def _in_body(text: str, row: Found) -> bool:
    """Whether a word of a person's name stands in running text elsewhere, inside a sentence."""
    name = row.value.name if isinstance(row.value, Official) else ""
    return any(
        not row.start <= at < row.end and text[at - 2] not in ".!?\n" and not _in_headline(text, at)
        for word in name.split()
        if len(word) > 2
        for at in occurrences(text, word, 2)
        if text[at - 1] == " "
    )


def _read_office(text: str, match: RuleMatch, done: int) -> Found | Bare:
    """The office around a title with its person; a ``Bare`` office where nobody is named."""
    start, acting = _acting_before(text, match.start, done)
    role = match.rule.value.get("role") or None
    scope = read_scope(text, match.end, titles=_title_words(), places=role != "menteri")
    office_end, person = scope.end, None
    if _word_before(text, start) not in institutions().not_before_title:
        office_end, person = _person_after(text, scope, role, text[match.start : match.end].isupper())
        if person is None or _title_follows(text, person.end):
            earlier = _person_before(text, start, done, scope)
            if earlier is not None:
                office_end, person = scope.end, earlier
    position = text[match.start : office_end]
    position = _BRACKETS.sub("", position) if "(" in position else position
    if person is None:
        return Bare(start, scope.end, position, acting, role, text[match.start : match.end])
    value = Official(
        name=person.name,
        degrees_before=person.degrees_before,
        degrees_after=person.degrees_after,
        position=position,
        acting=acting,
        organisation=_organisation(position),
        region=_region(text, scope, role),
        role=role,
    )
    return Found(min(start, person.start), max(office_end, person.end), "OFFICIAL", value, match.rule.id)


def _acting_before(text: str, start: int, done: int) -> tuple[int, str | None]:
    found = _acting().search(text, max(done, start - 60), start)
    if found is None:
        return start, None
    return found.start(), institutions().acting[found.group(1).lower()]


def _word_before(text: str, start: int) -> str:
    return text[max(0, start - 30) : start].rstrip().rpartition(" ")[2].lower()


def _title_follows(text: str, offset: int) -> bool:
    """Whether ``, <title>`` stands there: the name before it belongs to that title (a list of persons)."""
    following = _WORDS.search(text, offset, offset + 20)
    between = text[offset : following.start()] if following else ""
    return bool(following and between in (", ", "., ") and following.group().lower() in _title_words())


def _name_at(text: str, start: int, all_caps: bool) -> PersonName | None:
    line = text.find("\n", start, start + _REACH)
    limit = min(len(text), start + _REACH) if line < 0 else line
    credit = _CREDIT.search(text, start, limit) if text.find("-", start, limit) >= 0 else None
    limit = credit.start() if credit else limit
    name = read_name(text, start, limit, stop=_no_name(), all_caps=all_caps)
    if name is None or is_place(name.name) or name.name.lower() in institutions().openers:
        return None
    following = _WORDS.match(text, name.end + 1, limit) if text[name.end : name.end + 1] == " " else None
    if following and following.group()[0].isupper() and _is_office_noun(following.group()):
        return None  # "Jaksa Agung, Pengurus Kadin": an office again, with a word no list has
    return name


def _is_office_noun(word: str) -> bool:
    return is_office_word(word) and word.lower() not in _title_words()


def _person_after(text: str, scope: Scope, role: str | None, all_caps: bool) -> tuple[int, PersonName | None]:
    """Where the office ends and the person behind it."""
    link = _LINK.match(text, scope.cursor)
    if scope.stopped or link is None:
        return scope.end, None
    if role == "perwakilan" and (link.group(1) or not scope.closed):
        return scope.end, None  # lists of those present: "Perwakilan BPJS Ketenagakerjaan, Karang Taruna"
    name = _name_at(text, link.end(), all_caps)
    if link.group(1):
        return scope.end, _behind_province(text, link.end(), scope, all_caps) or name or _behind_place(
            text, link.end(), all_caps
        )
    if scope.company:
        return scope.end, None
    if name is None:
        return _behind_second_place(text, scope, role, all_caps)
    if not scope.closed and role not in REGION_OF_ROLE and not name.degrees_after:
        # "Kepala BPJS Ketenagakerjaan Rungkut, Budi Santoso": unknown words before the comma are the office's
        comma = _LINK.match(text, name.end)
        second = _name_at(text, comma.end(), all_caps) if comma and comma.group(1) else None
        if second is not None:
            return name.end, second
    return scope.end, name


def _behind_second_place(text: str, scope: Scope, role: str | None, all_caps: bool) -> tuple[int, PersonName | None]:
    """``Kepala BPJS Ketenagakerjaan Nagoya Batam, Nama``: a place behind the place, and the comma behind both."""
    row = pieces(text, scope.cursor, scope.cursor + 40) if scope.place or not scope.closed else []
    width = place_width(row, 0)
    if not width or role in REGION_OF_ROLE or len(row) <= width or row[width].text != ",":
        return scope.end, None
    person = _name_at(text, row[width].end + 1, all_caps) if text[row[width].end : row[width].end + 1] == " " else None
    return (row[width - 1].end, person) if person is not None else (scope.end, None)


def _behind_place(text: str, start: int, all_caps: bool) -> PersonName | None:
    """``Bupati Sigi, Sulawesi Tengah (Sulteng), Nama``: the province between commas is skipped."""
    comma = text.find(", ", start, start + 50)
    if comma < 0 or not is_place(_BRACKETS.sub("", text[start:comma])):
        return None
    return _name_at(text, comma + 2, all_caps)


def _behind_province(text: str, start: int, scope: Scope, all_caps: bool) -> PersonName | None:
    """``Cabang Sampit, Kalteng Nama``: the province the office's place lies in is no part of the name."""
    row = pieces(text, start, start + 40)
    width = place_width(row, 0) if scope.place else 0
    if not width or scope.place is None:
        return None
    end = row[width - 1].end
    province = text[start:end]
    if text[end : end + 1] != " " or not is_province(province) or not is_within(text[slice(*scope.place)], province):
        return None
    return _name_at(text, end + 1, all_caps)


def _person_before(text: str, start: int, done: int, scope: Scope) -> PersonName | None:
    """``Nama, M.Si, Kepala X,``, ``Nama (Kepala X)``, ``Nama selaku Kepala X``; a comma needs its second."""
    floor = max(done, text.rfind("\n", 0, start) + 1, start - _REACH)
    link = _BEFORE.search(text, floor, start)
    if link is None:
        return None
    loose = not (link.group(1) or link.group(2))  # "Nama Kepala X": only a full name
    if link.group(1) and not link.group(2) and not _closes(text, scope.cursor):
        return None
    end = len(text[: link.start()].rstrip(" "))
    for at in _START.finditer(text, floor, end):
        if at.group().lower() in institutions().openers:
            continue
        name = read_name(text, at.start(), end, stop=_no_name())
        if name is not None and text[name.end : end] in ("", ".") and _may_begin(text, name, floor):
            return None if loose and " " not in name.name else name
    return None


def _closes(text: str, offset: int) -> bool:
    """Whether an office in apposition ends there: at a mark, or before what its holder says."""
    if text[offset : offset + 1] in _CLOSING:
        return True
    following = _WORDS.match(text, offset + 1) if text[offset] == " " else None
    return following is not None and following.group() in verbs_of_saying()


def _may_begin(text: str, name: PersonName, floor: int) -> bool:
    """A name is not the tail of a longer run of capitals, nor a place, nor a word that opens a sentence."""
    before = text[floor : name.start].rstrip()
    previous = before.rpartition(" ")[2]
    if previous[:1].isupper() and previous[-1:].isalpha() and previous.lower() not in institutions().openers:
        return False
    if " " in name.name:
        return not is_place(name.name)
    return name.name.lower() not in institutions().openers and not is_place(name.name)


def _organisation(position: str) -> str | None:
    agency = _AGENCY.search(position)
    body = agency or _BODY.search(position)
    return body.group().removesuffix(" setempat") if body else None


def _region(text: str, scope: Scope, role: str | None) -> str | None:
    """The code of the place in the office's name; None for several of that name, or for an office area."""
    if scope.place is None:
        return None
    start, end = scope.place
    marker = _MARKER.search(text, max(0, start - 12), start)
    prefix = marker.group(1) if marker else REGION_OF_ROLE.get(role or "")
    name = text[start:end]
    if entry(name) is None:  # a quarter or street of a city: "Cabang Semarang Pemuda"
        return None
    return resolve(name, prefix=prefix).code
