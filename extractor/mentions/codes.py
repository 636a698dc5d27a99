"""SEGMENT, PROGRAMME and PLAN: word lists whose rule says the code (``patterns/rules/``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from extractor.language import Parsed
from extractor.model import Code, Found
from extractor.rules import RuleMatch, phrase_key

_IN_BRACKETS = re.compile(r" \(([A-Z]{2,8})\)")
_RENTAN = Code("RENTAN")
_ADDRESS = re.compile(r"\.[a-z]{2,}")  # "JURNALIS.co.id" is an outlet

_AND_RENTAN = re.compile(  # "pekerja informal dan rentan", but not "... dan rentan terhadap risiko"
    r"(?:\s+(?:(?:dan|serta|maupun|atau|ataupun)\s+)?|\s*/\s*)(rentan)\b(?!\s+(?:terhadap|akan|ter\w+|me\w+|miskin|sakit)\b)"
)
_ASKING = re.compile(  # "Ditemui sejumlah jurnalis, ...": who asks is no group of workers spoken of
    r"\b(?:[Dd]itemui|[Dd]itanya|[Dd]iwawancarai|[Mm]enjawab|di hadapan)\s+"
    r"(?:(?:sejumlah|para|awak|beberapa|rekan)\s+)*$"
)
_SEXES = ("laki-laki", "perempuan", "pria", "wanita")
_SEX, _AND = rf"(?:{'|'.join(_SEXES)})", r"\s*(?:,|/|dan|maupun|atau|ataupun|serta)\s*"
_AND_THE_OTHER_SEX = re.compile(rf"{_AND}(?:(?:pekerja|peserta|buruh|karyawan|tenaga kerja)\s+)?{_SEX}\b")
_ONE_SEX_AND = re.compile(rf"\b{_SEX}{_AND}$")
_NON_ASN = Code("NON_ASN")
_ADHOC, _LINMAS = Code("ADHOC_PEMILU"), Code("OTHER:linmas")
_PLAIN = ("petani", "buruh tani", "pekebun", "pekerja perkebunan")
_IN_A_STORY = 4  # sentences
_NO_OTHER_SORT = re.compile(  # "petani di Kota X", "petani yang ...", but not "petani kopi"
    r"(?:nya)?\s*(?:$|[.,;:()\"”]|(?:di|yang|itu|ini|tersebut|tadi|sudah|telah|belum|masih|baru|akan|untuk|pada|dari|"
    r"dengan|dan|serta|lainnya|asal|binaan|kita|kami|setempat|se[\s-]|agar|supaya|tidak|juga|bisa|dapat|ke|oleh|sebanyak|sejumlah|sekitar|sebagai|hanya|ada|saat)\b|(?:me|ter|ber|di)\w{4,})"
)
_LISTED = re.compile(
    r"\s*(?:,|/|&|,?\s*(?:dan|serta|maupun|atau|hingga|sampai|termasuk|seperti|beserta))\s*(?:juga\s+)?"
    r"(?:(?:para|anggota|petugas|kelompok|sejumlah)\s+)*"
)
_LABOUR_FORCE = re.compile(r"\b(?:angkatan kerja|penduduk (?:yang )?bekerja|penduduk usia kerja)\s+$")
_TO_CIVIL_SERVANTS = re.compile(  # "Kalau untuk PNS, sebanyak N orang": a sentence about them, not one of what they do
    r"(?:^|[.!?]\s|[\"“\n])(?:(?:kalau|sedangkan|sementara|adapun|khusus|namun|dan|sementara itu,)\s)*(?:untuk|bagi)\s"
    r"(?:para\s|pegawai\s|kalangan\s)?(pns|asn)(?=,|\s(?:sendiri|sudah|telah|baru|sebanyak|ada)\b)"
)


def find(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """One mention per match, with the code of its rule or, where the rule has several, of its phrase."""
    return [
        Found(match.start, match.end, match.rule.label, Code(_code(parsed, match)), match.rule.id)
        for match in matches
        if not _ADDRESS.match(parsed.text, match.end)
        and not _ASKING.search(parsed.text, max(0, match.start - 40), match.start)
    ]


def find_segments(parsed: Parsed, matches: Sequence[RuleMatch]) -> list[Found]:
    """Segments, also by what only their neighbours tell.

    An abbreviation that the text puts in brackets behind a segment is one too: ``pekerja sosial keagamaan (PSK)``.
    """
    groups = (row for row in matches if not (_is_labour_force(parsed, row) or _is_of_both_sexes(parsed, row)))
    found = find(parsed, list(groups))
    found = [*found, *_also_rentan(parsed, found), *_abbreviated(parsed.text, found), *_civil_servants(parsed)]
    found.sort(key=attrgetter("start", "end"))
    return _at_polls(parsed, _told_again(parsed, found))


def _told_again(parsed: Parsed, found: Sequence[Found]) -> list[Found]:
    """``petani tembakau ..., petani di Kabupaten X``: the bare word, told soon after, means the same special group.

    In a story whose headline names that group, a few sentences on as well. Not in a list (``petani tembakau, petani
    dan nelayan``), of another crop (``petani kopi``), or where the plain group was spoken of before.
    """
    rows, headline = list(found), parsed.text.find("\n")
    for at, row in enumerate(rows):
        word = parsed.low[row.start : row.end]
        if word not in _PLAIN or not _NO_OTHER_SORT.match(parsed.low, row.end):
            continue
        earlier = [one for one in rows[:at] if parsed.low.startswith(word, one.start)]
        special = earlier[-1] if earlier else None
        if special is None or special.value == row.value or any(one.value == row.value for one in rows[:at]):
            continue
        headed = any(one.value == special.value and one.end <= headline for one in rows[:at])
        apart = parsed.sentence_at(row.start).index - parsed.sentence_at(special.start).index
        beside = [*rows[at - 1 : at], *rows[at + 1 : at + 2]]
        if apart <= (_IN_A_STORY if headed else 1) and not any(
            _are_listed(parsed, *sorted((row, one), key=attrgetter("start"))) for one in beside
        ):
            rows[at] = replace(row, value=special.value)
    return rows


def _are_listed(parsed: Parsed, one: Found, two: Found) -> bool:
    return _LISTED.fullmatch(parsed.low, one.end, two.start) is not None


def _at_polls(parsed: Parsed, found: Sequence[Found]) -> list[Found]:
    """``KPPS dan linmas``: the guards named with those who run a poll are hired for it as they are."""
    return [
        replace(row, value=_ADHOC)
        if row.value == _LINMAS
        and any(
            one.value == _ADHOC and _are_listed(parsed, *sorted((row, one), key=attrgetter("start")))
            for one in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
        )
        else row
        for at, row in enumerate(found)
    ]


def _is_labour_force(parsed: Parsed, match: RuleMatch) -> bool:
    """``angkatan kerja non-ASN``: the labour force apart from civil servants, not the staff of offices."""
    if match.rule.value.get("code") != _NON_ASN.code:
        return False
    return _LABOUR_FORCE.search(parsed.low, max(0, match.start - 40), match.start) is not None


def _is_of_both_sexes(parsed: Parsed, match: RuleMatch) -> bool:
    """``pekerja laki-laki maupun perempuan``: everybody."""
    low = parsed.low
    return low.endswith(_SEXES, match.start, match.end) and (
        _AND_THE_OTHER_SEX.match(low, match.end) is not None
        or _ONE_SEX_AND.search(low, max(0, match.start - 30), match.start) is not None
    )


def _civil_servants(parsed: Parsed) -> list[Found]:
    """Civil servants as whom a sentence is about; elsewhere they mostly pay for others."""
    rows = _TO_CIVIL_SERVANTS.finditer(parsed.low)
    return [Found(*row.span(1), "SEGMENT", Code(f"OTHER:{row[1].upper()}"), "segment.other") for row in rows]


def _also_rentan(parsed: Parsed, found: Sequence[Found]) -> list[Found]:
    """The bare ``rentan`` that a conjunction joins to a segment: ``pekerja informal dan rentan``."""
    if "rentan" not in parsed.low:
        return []
    rows = ((row, _AND_RENTAN.match(parsed.low, row.end)) for row in found)
    return [Found(*match.span(1), row.label, _RENTAN, "segment.rentan") for row, match in rows if match]


def _abbreviated(text: str, found: Sequence[Found]) -> list[Found]:
    """The later places of abbreviations that were introduced behind a segment."""
    more: list[Found] = []
    taken = {place for row in found for place in range(row.start, row.end)}
    for row in found:
        short = _IN_BRACKETS.match(text, row.end)
        if short is None:
            continue
        for match in re.compile(rf"\b{short[1]}\b").finditer(text, short.end()):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                more.append(Found(*match.span(), row.label, row.value, row.rule))
    return more


def _code(parsed: Parsed, match: RuleMatch) -> str:
    codes = match.rule.codes
    return codes[phrase_key(parsed.text[match.start : match.end])] if codes else str(match.rule.value["code"])
