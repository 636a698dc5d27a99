"""PERCENT and COUNT: a number with its unit, ranges and hedges included.

The rules say where a number with a unit stands; this module reads the number. Words that hedge it
(``baru``, ``sekitar``, ``lebih dari``) are rules too (``patterns/rules/qualifiers.toml``) and count when
only linking words (``mencapai``, ``sebesar``) stand between them and the number.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from extractor.language import NUMBER_WORDS, Parsed
from extractor.mentions.bare import (
    is_called_percentage,
    is_in_list,
    is_out_of,
    is_part_of,
    is_stray,
    is_year,
    shares_unit,
)
from extractor.model import Found, Quantity
from extractor.numbers import SCALES, Number, read_digits, read_words
from extractor.rules import RuleMatch, named_lists

_RANGE_WORDS = frozenset({"-", "–", "—", "hingga", "sampai", "atau"})
_JOINERS = (("sampai", "dengan"), ("s", ".", "d", "."), ("s", "/", "d"), ("dan",))  # "antara 30 dan 35"
_JOINED_BY = frozenset(joiner[-1] for joiner in _JOINERS)
_ENTITIES = ("villages", "companies", "projects")  # "3 dari 10 pekerja" is a ratio, "18 dari 82 desa" a count
_LISTED = (",", "dan", "serta")
_ALL = 100
_COUNTABLE = (*_ENTITIES, "workers")
_FAR = 12  # words between employers and their number of units
_TORN = re.compile(r"\d{1,3}(?:\. | \.)\d{3}(?:\.\d{3})*")
_THOUSANDS_APART = re.compile(r"[1-9]\d{0,2} \d{3}(?:\.\d{3})*")
_TORN_DECIMAL = re.compile(r"\d{1,3}(?:, | ,)\d{1,2}")
_REACH = 6  # words between a hedge and its number: "baru bisa mencapai di angka sebesar"


@lru_cache(maxsize=1)
def _linkers() -> frozenset[str]:
    return frozenset(named_lists()["linker"])


@lru_cache(maxsize=1)
def _nouns_and_rises() -> frozenset[str]:
    return frozenset((*named_lists()["rise"], *named_lists()["people"], "kerja"))


def _amount(words: Sequence[str], *, whole: bool) -> Number | None:
    """One number out of its tokens: digits with an optional scale word (``1 juta 200 ribu``), or number words."""
    if words and words[0][0].isdigit():
        figures = [i for i, word in enumerate(words) if word[0].isdigit()]
        again = figures[1] if len(figures) > 1 else len(words)
        number = _scaled(words[:again], whole=whole)
        if again == len(words) or number is None:
            return number
        rest = _amount(words[again:], whole=whole)
        return Number(number.value + rest.value) if rest and rest.value < number.value else None
    plain = ["puluh" if w.lower() == "puluhan" else w.lower() for w in words]  # "enam puluhan persen"
    spelled = [w for w in plain if w in NUMBER_WORDS or w in SCALES]
    value = read_words(spelled)
    return None if value is None else Number(value)


def _scaled(words: Sequence[str], *, whole: bool) -> Number | None:
    scale = None
    for word in words[1:]:
        if (scale := SCALES.get(word.lower())) is not None:
            break
    number = read_digits(words[0], whole=whole and scale is None)
    if number is None or scale is None:
        return number
    return Number(_integral(number.value * scale), number.flags)


def _integral(value: Decimal) -> Decimal:
    """``2600000.0`` as ``2600000``: a scaled number is exact to its scale, not to a tenth."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _split_range(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    """The two sides of ``1,7-1,8 juta`` or ``500 ribu hingga 600 ribu``."""
    for i, word in enumerate(words[1:-1], 1):
        if word.lower() in _RANGE_WORDS and any(w[0].isdigit() for w in words[i + 1 :]):
            return words[:i], words[i + 1 :]
    return None


def _read(words: Sequence[str], *, whole: bool) -> tuple[Decimal, Decimal | None, tuple[str, ...]] | None:
    """Value, upper value of a range and flags."""
    sides = _split_range(words)
    if sides is None:
        number = _amount(words, whole=whole)
        return None if number is None else (number.value, None, number.flags)
    left, right = sides
    if not any(word.lower() in SCALES for word in left):  # "1,7-1,8 juta": the scale word serves both
        left = [*left, *(word for word in right if word.lower() in SCALES)]
    low, high = _amount(left, whole=whole), _amount(right, whole=whole)
    if low is None or high is None or low.value >= high.value:
        return None
    return low.value, high.value, tuple(dict.fromkeys((*low.flags, *high.flags)))


def _words(parsed: Parsed, match: RuleMatch, hedges: Container[int]) -> tuple[int, list[str]]:
    """The token a number starts at and its words; a match holds only the last part of a longer number.

    ``satu juta seratus ribu``, ``1 juta 200 ribu``; the two sides of a range whose joiner is not one word
    (``1.200 s.d. 1.500``, ``antara 30 dan 35``) come joined by a dash.
    """
    token = match.token_start
    spelled = parsed.lowered[token] in NUMBER_WORDS
    while token > 0 and spelled and ((word := parsed.lowered[token - 1]) in NUMBER_WORDS or word in SCALES):
        token -= 1
    if token > 1 and not spelled and parsed.lowered[token - 1] in SCALES and _is_digits(parsed, token - 2):
        token -= 2
    words = parsed.printed[token : match.token_end]
    joined = _spoken_decimals(parsed, token, words) or _torn(parsed, token, words, match.rule.label, hedges)
    if joined is not None:
        return joined
    if token == 0 or parsed.lowered[token - 1] not in _JOINED_BY:
        return token, words
    for joiner in _JOINERS:
        side = token - len(joiner)
        if side < 1 or tuple(word.lower() for word in parsed.printed[side:token]) != joiner:
            continue
        low = side - 1 if _is_digits(parsed, side - 1) else side - 2
        if low < 0 or not _is_digits(parsed, low) or (low < side - 1 and not _is_unit(parsed.lowered[side - 1])):
            break
        if joiner != ("dan",) or (low > 0 and parsed.lowered[low - 1] == "antara"):
            return low, [*parsed.printed[low:side], "–", *words]
    return token, words


def _spoken_decimals(parsed: Parsed, token: int, words: Sequence[str]) -> tuple[int, list[str]] | None:
    """``31 koma 5 persen``, ``31 koma dua lima persen``: where the number starts, and its words.

    None for a number without figures in front of a ``koma``.
    """
    if words[0].lower() == "koma":
        whole, behind = token - 1, list(words[1:])
    else:
        whole, behind = token - 2, list(words)
        if whole < 0 or parsed.lowered[token - 1] != "koma":
            return None
    if whole < 0 or not behind or not parsed.printed[whole].isdigit():
        return None
    spelled = list(takewhile(NUMBER_WORDS.__contains__, (word.lower() for word in behind)))
    read = read_words(["nol", "koma", *spelled]) if spelled else None
    decimals = str(read).partition(".")[2] if read is not None else behind[0]
    if not decimals.isdigit():
        return None
    return whole, [f"{parsed.printed[whole]},{decimals}", *behind[max(len(spelled), 1) :]]


def _torn(
    parsed: Parsed, token: int, words: Sequence[str], label: str, hedges: Container[int]
) -> tuple[int, list[str]] | None:
    """``tercatat 41. 380 peserta``, ``sebanyak 41 380 peserta``, ``sebesar 43, 54 persen``: torn apart by a blank.

    Only behind a word that leads to a number: elsewhere the first part may end a sentence or count something else.
    """
    if (
        label != "PERCENT"
        and token > 1
        and _THOUSANDS_APART.fullmatch(parsed.text, parsed.starts[token - 1], parsed.starts[token] + len(words[0]))
    ):
        leads = token - 1 in hedges or parsed.lowered[token - 2] in (*_linkers(), *_nouns_and_rises())
        return (token - 1, [f"{parsed.printed[token - 1]}.{words[0]}", *words[1:]]) if leads else None
    if token < 3 or parsed.printed[token - 1] != ("," if label == "PERCENT" else "."):
        return None
    printed = parsed.text[parsed.starts[token - 2] : parsed.starts[token] + len(words[0])]
    if not (_TORN_DECIMAL if label == "PERCENT" else _TORN).fullmatch(printed):
        return None
    end = token - 3 if parsed.lowered[token - 3] == "," else token - 2
    lead = parsed.lowered[end - 1] if end else ""
    leads = end in hedges or lead in _linkers() or lead in _nouns_and_rises()
    return (token - 2, [printed, *words[1:]]) if leads else None


def _is_digits(parsed: Parsed, token: int) -> bool:
    return parsed.printed[token][0].isdigit()


def _is_unit(word: str) -> bool:
    return word in SCALES or word in named_lists()["percent"]


def _before(parsed: Parsed, token: int, hedges: Mapping[int, RuleMatch]) -> list[str]:
    """Hedges in front of a token, looking back over linking words only."""
    found: list[str] = []
    steps = 0
    while token > 0 and steps < _REACH:
        hedge = hedges.get(token)
        if hedge is not None and hedge.rule.value.get("side") != "after":
            found.append(hedge.rule.value["qualifier"])
            token = hedge.token_start
        elif parsed.lowered[token - 1] in _linkers():
            token -= 1
        else:
            break
        steps += 1
    return found[::-1]


def _qualifiers(
    parsed: Parsed, begin: int, match: RuleMatch, words: Sequence[str], hedges: Mapping[int, RuleMatch]
) -> tuple[str, ...]:
    found = _before(parsed, begin, hedges)
    lowered = [word.lower() for word in words]
    if any(word in ("an", "sekian") or word.endswith(("jutaan", "ribuan", "puluhan", "persenan")) for word in lowered):
        found.append("approx")
    if "lebih" in lowered:
        found.append("more_than")
    if match.token_end < len(parsed.printed) and parsed.lowered[match.token_end] == "lebih":
        found.append("more_than")
    return tuple(dict.fromkeys(found))


def _in_a_count(parsed: Parsed, match: RuleMatch) -> bool:
    """``Katolik 764 orang dan Hindu tiga orang``: few people in words, counted in a list beside others in figures."""
    before = parsed.printed[match.token_start - 1] if match.token_start else ""
    if not (before[:1].isupper() or before in _LISTED):
        return False
    noun = parsed.lowered[match.token_end - 1]
    around = (match.token_start - _FAR, match.token_end + _FAR)
    rows = range(max(1, around[0]), min(around[1], len(parsed.lowered)))
    return any(parsed.lowered[place] == noun and _is_digits(parsed, place - 1) for place in rows) or (
        noun == "kerja" and any(parsed.lowered[place] == noun and _is_digits(parsed, place - 2) for place in rows)
    )


def _of_employers(parsed: Parsed, token: int) -> bool:
    """``badan usaha yang aktif sebanyak 9.120 unit``: units of the employers named before, not of goods."""
    return any(word in named_lists()["entity_company"] for word in parsed.lowered[max(0, token - _FAR) : token])


def _is_score(parsed: Parsed, match: RuleMatch) -> bool:
    """Whether points are no percentage points: no word for a rise or a fall stands right before them."""
    token = match.token_start
    while token and parsed.lowered[token - 1] in _linkers():
        token -= 1
    before = parsed.lowered[token - 1] if token else ""
    hedged = parsed.lowered[token - 2] if token > 1 and before in ("sekitar", "hampir", "hanya", "lebih") else before
    return hedged not in named_lists()["rise"]


def _hedges(cues: Sequence[RuleMatch]) -> dict[int, RuleMatch]:
    """Hedge matches by the token they end at."""
    return {match.token_end: match for match in cues if match.rule.value["cue"] == "qualifier"}


_NO_COUNT = re.compile(  # "Covid-19 peserta", "ke-2 kepesertaan", "Nomor 310/2164/DPM", "salah satu perusahaan"
    r"\bsalah $|\bcovid[-– ]$|\bke-$|\b(?:nomor|nomer|no|pasal|ayat)\b[ .:]*(?:[\w.-]+/)*$"
)


_WITH_YEAR = re.compile(  # "2021-2024 jumlah peserta", "kejar target 2021 peserta 4 juta"
    r"(?<![\d.,])(?:19|20)\d\d(?: ?[-–/] ?| (?:hingga|sampai) )$|\b(?:target|realisasi|capaian) $"
)
_YEARS = re.compile(r"(?:19|20)\d\d ?(?:[-–—/]|hingga|sampai) ?(?:19|20)\d\d(?!\d| ribu| juta)")


def find_quantities(
    parsed: Parsed, matches: Sequence[RuleMatch], cues: Sequence[RuleMatch], groups: Sequence[RuleMatch] = ()
) -> list[Found]:
    """PERCENT and COUNT mentions of the matches of their rules; ``groups`` are the matches of segments.

    A rule's ``value.unit`` is the unit (``percent percentage_point workers villages companies projects
    regions``); a COUNT without a counted noun has none and may only be claimed beside one that has.
    """
    hedges = _hedges(cues)
    counting = {match.token_start for match in matches if match.rule.value.get("unit") in _ENTITIES}
    counted = {match.token_start for match in matches if match.rule.value.get("unit") in _COUNTABLE}
    named = {group.token_start for group in groups}  # "34.100 jasa konstruksi" counts workers of that segment
    percents = {match.token_start for match in matches if match.rule.label == "PERCENT"}
    found: list[Found] = []
    for match in matches:
        begin, words = _words(parsed, match, hedges)
        label, unit, rule = match.rule.label, match.rule.value.get("unit"), match.rule.id
        shares = shares_unit(parsed, match, percents) or is_in_list(parsed, match, percents)
        if unit is None and (shares or is_called_percentage(parsed, match)):
            label, unit, rule = "PERCENT", "percent", "percent.shared_unit"
        reading = _read(words, whole=label != "PERCENT")
        if reading is None or _NO_COUNT.search(parsed.low, max(0, parsed.starts[begin] - 24), parsed.starts[begin]):
            continue
        if is_year(words[:1]) and _WITH_YEAR.search(
            parsed.low, max(0, parsed.starts[begin] - 12), parsed.starts[begin]
        ):
            continue
        value, value_max, flags = reading
        if value_max is not None and label != "PERCENT" and _YEARS.match(" ".join(words)):
            continue  # "sejak 2020-2023 petani yang ..."
        if rule == "percent.bare_point" and _is_score(parsed, match):
            continue
        few = value <= _ALL and words[0].lower() in NUMBER_WORDS and unit == "workers"
        if few and not (_in_a_count(parsed, match) or is_out_of(parsed, match.token_end, counting)):
            continue
        abbreviated = words[-1] == "PK" and "pemberi kerja (pk" not in parsed.low  # else horse-power
        if (words[-1].lower() == "unit" or abbreviated) and not _of_employers(parsed, begin):
            continue
        if words[-1].lower() == "perangkat" and parsed.lowered[match.token_end : match.token_end + 1] == ["daerah"]:
            continue  # offices of a government, not their staff
        bare = label != "PERCENT" and unit is None
        of_others = match.token_end in named and value >= 100 and not is_year(words)
        if of_others or is_out_of(parsed, match.token_end, counting):
            bare = False
        if bare and is_stray(parsed, match, words, value) and not is_part_of(parsed, match, counted):
            continue
        quantity = Quantity(
            value=value,
            unit=unit,
            value_max=value_max,
            qualifier=_qualifiers(parsed, begin, match, words, hedges),
            flags=flags,
        )
        found.append(Found(parsed.starts[begin], match.end, label, quantity, rule))
    return _longest(found)


def _longest(found: Sequence[Found]) -> list[Found]:
    """Without the readings that lie within a longer one: the ``1.200`` of ``1.200 s.d. 1.500 orang``."""
    kept: list[Found] = []
    for row in sorted(found, key=lambda row: (row.start, -row.end)):
        if not kept or row.end > kept[-1].end or (row.start, row.end) == (kept[-1].start, kept[-1].end):
            kept.append(row)
    return kept
