"""Names for the codes of the contract, as messages that ``i18n`` translates, and claims in words.

Works on the contract's JSON (``qualifier``, ``segment``, ``region`` ...) and, through ``flat``, on rows of the
views ``reviewed_claims`` and ``coverage_timeline``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from extractor.i18n import N_, Words

Json = Mapping[str, Any]

CODES: Mapping[str, Mapping[str, str]] = {
    "unit": {
        "percent": N_("percent"),
        "percentage_point": N_("percentage points"),
        "workers": N_("workers"),
        "villages": N_("villages"),
        "companies": N_("companies"),
        "projects": N_("projects"),
        "regions": N_("regions"),
    },
    "kind": {
        "achieved": N_("level reached"),
        "target": N_("target"),
        "gap": N_("gap"),
        "change": N_("change"),
        "denominator": N_("base"),
        "share": N_("share"),
        "planned": N_("planned"),
    },
    "indicator": {
        "coverage_rate": N_("share of workers covered"),
        "covered_workers": N_("workers covered"),
        "registered_workers": N_("registered workers"),
        "active_workers": N_("active participants"),
        "inactive_workers": N_("inactive participants"),
        "uncovered_workers": N_("workers not covered"),
        "eligible_workers": N_("eligible workers"),
        "funded_workers": N_("workers paid for by others"),
        "target_attainment": N_("share of a target reached"),
        "membership_share": N_("composition of members"),
        "entity_coverage": N_("villages, companies or projects covered"),
    },
    "population": {
        "working": N_("working people"),
        "labour_force": N_("labour force"),
        "eligible": N_("eligible workers"),
        "segment_total": N_("the whole group"),
        "target": N_("the target"),
        "participants": N_("participants"),
        "unknown": N_("unknown"),
    },
    "qualifier": {
        "approx": N_("about"),
        "only": N_("only"),
        "more_than": N_("more than"),
        "less_than": N_("less than"),
        "almost": N_("almost"),
        "at_least": N_("at least"),
        "up_to": N_("up to"),
    },
    "gap_to": {"target": N_("to the target"), "full": N_("to all"), "unknown": N_("unknown")},
    "direction": {"increase": N_("increase"), "decrease": N_("decrease")},
    "change_basis": {
        "relative": N_("relative"),
        "percentage_point": N_("percentage points"),
        "absolute": N_("absolute"),
        "unknown": N_("unknown"),
    },
    "level": {
        "national": N_("national"),
        "office_area": N_("area of an office"),
        "province": N_("province"),
        "kabupaten": "kabupaten",
        "kota": "kota",
        "kecamatan": "kecamatan",
        "desa": "desa",
        "country": N_("country"),
        "unknown": N_("unknown"),
    },
    "precision": {
        "day": N_("day"),
        "month": N_("month"),
        "quarter": N_("quarter"),
        "semester": N_("semester"),
        "year": N_("year"),
        "range": N_("other stretch"),
    },
    "as_of_basis": {
        "explicit": N_("named in the text"),
        "carried": N_("named earlier in the text"),
        "event": N_("date of the event"),
        "publication": N_("date of publication"),
        "unknown": N_("unknown"),
    },
    "attribution": {
        "direct_quote": N_("quoted"),
        "indirect": N_("paraphrased"),
        "document": N_("the document itself"),
        "none": N_("nobody named"),
    },
    "status": {
        "pending": N_("pending"),
        "accepted": N_("accepted"),
        "rejected": N_("rejected"),
        "corrected": N_("corrected"),
    },
    "action": {
        "accept": N_("accepted"),
        "reject": N_("rejected"),
        "correct": N_("corrected"),
        "flag": N_("flagged"),
        "add": N_("added"),
        "undo": N_("undone"),
    },
    "verdict": {
        "agrees": N_("agrees"),
        "rounding": N_("agrees only by rounding"),
        "disagrees": N_("disagrees"),
        "unchecked": N_("could not be checked"),
    },
    "check": {
        "ratio": N_("percentage against count and base"),
        "gap": N_("gap against target"),
        "parts": N_("parts against whole"),
        "change": N_("change against levels"),
        "repeat": N_("repeated figures"),
        "weekday": N_("weekday against date"),
        "date_form": N_("form of a date"),
        "as_of": N_("as-of date against publication"),
        "over_100": N_("more than 100 percent"),
        "citation": N_("citation against the register"),
        "published": N_("publication date"),
        "conflict": N_("figures of other articles"),
        "recycled": N_("old figure in a new article"),
        "copy": N_("copies of one release"),
        "differs_from_reviewed": N_("read otherwise than reviewed"),
    },
    "segment": {
        "FORMAL": N_("formal workers"),
        "INFORMAL": N_("informal workers"),
        "PU": N_("wage earners (PU)"),
        "BPU": N_("not wage earners (BPU)"),
        "PMI": N_("migrant workers (PMI)"),
        "JAKON": N_("construction (Jakon)"),
        "RENTAN": N_("vulnerable workers"),
        "MISKIN_EKSTREM": N_("extreme poor"),
        "NON_ASN": N_("non-civil-servants"),
        "APARAT_DESA": N_("village officials"),
        "BPD": N_("village councils (BPD)"),
        "RT_RW": N_("RT and RW heads"),
        "KADER": N_("community cadres"),
        "ADHOC_PEMILU": N_("ad hoc election staff"),
        "KEAGAMAAN": N_("religious workers"),
        "NELAYAN": N_("fishers"),
        "PETANI": N_("farmers"),
        "SAWIT": N_("palm oil workers"),
        "TEMBAKAU": N_("tobacco workers"),
        "OJOL": N_("online drivers"),
        "UMKM": N_("small businesses"),
        "PEDAGANG": N_("traders"),
        "GURU": N_("teachers"),
        "JURNALIS": N_("journalists"),
        "KOPERASI": N_("cooperatives"),
    },
    "flag": {
        "over_100_percent": N_("more than 100 percent"),
        "inconsistent_arithmetic": N_("the figures do not add up"),
        "ambiguous_decimal": N_("comma or dot: two readings"),
        "swapped_thousands": N_("separators swapped"),
        "torn_digits": N_("digits torn apart by a blank"),
        "missing_scale_word": N_("a word such as thousand may be missing"),
        "as_of_after_publication": N_("describes a time after publication"),
        "headline_rounding": N_("rounded in the headline"),
        "attached_denominator_doubtful": N_("base doubtful"),
        "region_level_unknown": N_("kabupaten or kota not said"),
        "provisional": N_("provisional"),
    },
}
_LISTS = {"qualifier": "qualifiers", "segment": "segments", "programme": "programmes", "plan": "plans"}


def label(words: Words, field: str, code: str | None) -> str:
    """The name of a code of a field (a key of ``CODES``); ``OTHER:`` has the text's own word."""
    if code is None:
        return "–"
    known = CODES.get(field, {}).get(code)
    return words.text(known) if known else code.removeprefix("OTHER:").replace("_", " ")


def value(words: Words, claim: Json, *, hedged: bool = True) -> str:
    """The number with its unit and hedges: ``only 41.27%``, ``about 12,500 workers``, ``66–67%``."""
    printed = words.number(claim["value"])
    if claim.get("value_max"):
        printed += f"–{words.number(claim['value_max'])}"
    unit = claim["unit"]
    whole = f"{printed}%" if unit == "percent" else f"{printed} {label(words, 'unit', unit)}"
    hedges = [label(words, "qualifier", code) for code in claim.get("qualifier") or ()] if hedged else []
    return " ".join([*hedges, whole])


def kind(words: Words, claim: Json) -> str:
    """What the number says: ``level reached``, ``gap to the target``, ``increase``."""
    if claim["kind"] == "gap" and claim.get("gap_to") in ("target", "full"):
        return f"{label(words, 'kind', 'gap')} {label(words, 'gap_to', claim['gap_to'])}"
    if claim["kind"] == "change" and claim.get("direction"):
        return label(words, "direction", claim["direction"])
    return label(words, "kind", claim["kind"])


def segments(words: Words, codes: Sequence[str]) -> str:
    """The groups of workers by name, or all workers."""
    return ", ".join(label(words, "segment", code) for code in codes) or words.text(N_("all workers"))


def region(words: Words, claim: Json) -> str:
    """The region's name; a homonym whose level is unknown says so."""
    place = claim["region"]
    if not place["name"]:
        return words.text(N_("unknown"))
    unsettled = place["code"] is None and place["level"] == "unknown"
    return f"{place['name']} ({words.text(N_('kabupaten or kota?'))})" if unsettled else str(place["name"])


def as_of(words: Words, claim: Json) -> str:
    """The as-of period; in brackets what it was borrowed from when the text names none."""
    dated = claim["as_of"]
    borrowed = dated["basis"] in ("event", "publication")
    told = words.period(dated)
    return f"{told} ({label(words, 'as_of_basis', dated['basis'])})" if borrowed else told


def official(person: Json) -> str:
    """An official in full: ``Plt Kepala Dinas X, Dr Nama, M.Si``, the name before the office."""
    name = " ".join([*person.get("degrees_before", ()), person["name"]])
    full = ", ".join([name, *person.get("degrees_after", ())])
    office = " ".join(word for word in (person.get("acting"), person.get("position")) if word)
    return f"{full}, {office}" if office else full


def flat(row: Json) -> dict[str, Any]:
    """The parts of a claim that the functions here speak of, out of a row of one of the views."""
    names = ("value", "value_max", "unit", "kind", "indicator", "population", "gap_to", "direction", "status")
    return {
        **{name: row[name] for name in names},
        **{name: listed(row[column]) for name, column in _LISTS.items()},
        "region": {part: row.get(f"region_{part}") for part in ("code", "name", "level")},
        "as_of": dated(row, "as_of"),
    }


def dated(row: Json, name: str) -> dict[str, Any]:
    """A date with its provenance out of ``<name>_start`` and its neighbours."""
    return {part: row.get(f"{name}_{part}") for part in ("start", "end", "precision", "basis")}


def listed(column: Any) -> list[Any]:
    """A list column, decoded or as it is stored, in JSON."""
    return list(json.loads(column)) if isinstance(column, str) else list(column or ())
