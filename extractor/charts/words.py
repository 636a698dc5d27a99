"""The words and numbers of timelines in English and Indonesian.

A text is looked up by its English form, which is also what stands where a language has none; the tests demand
that Indonesian has all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from extractor.charts.timeline import Point
from extractor.model import Period

LANGUAGES = ("en", "id")

_INDONESIAN = {
    # what is measured
    "Share of workers covered": "Cakupan pekerja terlindungi",
    "Workers covered": "Pekerja terlindungi",
    "Active participants": "Peserta aktif",
    "Registered workers": "Pekerja terdaftar",
    "Inactive participants": "Peserta nonaktif",
    "Workers not covered": "Pekerja belum terlindungi",
    "Eligible workers": "Pekerja yang berhak",
    "Workers paid for by others": "Pekerja yang iurannya dibayarkan",
    "Share of a target reached": "Capaian terhadap target",
    "Composition of members": "Komposisi kepesertaan",
    "Villages, companies or projects covered": "Desa, perusahaan, atau proyek terlindungi",
    # units
    "percent": "persen",
    "percentage points": "poin persentase",
    "workers": "pekerja",
    "villages": "desa",
    "companies": "perusahaan",
    "projects": "proyek",
    "regions": "daerah",
    # hedges
    "about {value}": "sekitar {value}",
    "only {value}": "baru {value}",
    "more than {value}": "lebih dari {value}",
    "less than {value}": "kurang dari {value}",
    "almost {value}": "hampir {value}",
    "at least {value}": "minimal {value}",
    "up to {value}": "hingga {value}",
    # the picture
    "{measure}: {region}": "{measure}: {region}",
    "In {unit}, as each source printed it, by the period it describes": (
        "Dalam {unit}, sebagaimana ditulis tiap sumber, menurut periode data"
    ),
    "In {unit}, as each source printed it, by the day it was reported": (
        "Dalam {unit}, sebagaimana ditulis tiap sumber, menurut tanggal terbit"
    ),
    "only {segment}": "hanya {segment}",
    "only from {outlet}": "hanya dari {outlet}",
    "not reviewed yet": "belum ditinjau",
    "reviewed": "sudah ditinjau",
    "rejected": "ditolak",
    "hollow: doubtful": "kosong: meragukan",
    "target": "target",
    "target {year}": "target {year}",
    "no deadline": "tanpa tenggat",
    "missing to the next target": "kekurangan ke target berikutnya",
    "reported gap {value}": "kekurangan yang disebut: {value}",
    "time it may stand for": "rentang waktu yang diwakili",
    "differing values": "angka berbeda",
    "all workers": "semua pekerja",
    "{numbers} from {documents} of {outlets}": "{numbers} dari {documents}, {outlets}",
    "{numbers} from {documents}": "{numbers} dari {documents}",
    "published {start} to {end}": "terbit {start} sampai {end}",
    "published {start}": "terbit {start}",
    "{count} number": "{count} angka",
    "{count} numbers": "{count} angka",
    "{count} document": "{count} dokumen",
    "{count} documents": "{count} dokumen",
    "{count} outlet": "{count} media",
    "{count} outlets": "{count} media",
    "Not drawn, for want of a date: {count}": "Tidak digambar karena tanpa tanggal: {count}",
    "Nothing reported: {regions}": "Tidak ada angka: {regions}",
    "Targets beyond {year} are drawn to the edge.": "Target setelah {year} digambar sampai tepi.",
    "Nothing is averaged. Source: cakupan": "Tidak ada yang dirata-ratakan. Sumber: cakupan",
    # doubts and review, one by one
    "a check disagrees": "ada pemeriksaan yang tidak cocok",
    "a reviewer flagged it": "ditandai peninjau",
    "date of the event, as the text names none": "tanggal peristiwa, karena teks tidak menyebut tanggal",
    "date of publication, as the text names none": "tanggal terbit, karena teks tidak menyebut tanggal",
    "no date known": "tanggal tidak diketahui",
    "others report another value": "sumber lain menyebut angka lain",
    "repeated by {count} near-copies": "diulang oleh {count} salinan serupa",
    "repeated by {count} near-copy": "diulang oleh {count} salinan serupa",
    # the table under it
    "The numbers": "Angka-angkanya",
    "Value": "Nilai",
    "What": "Jenis",
    "Region": "Daerah",
    "Group": "Segmen",
    "As of": "Per",
    "Reported": "Terbit",
    "Said by": "Disebut oleh",
    "Source": "Sumber",
    "Printed as": "Tertulis",
    "Review": "Tinjauan",
    "Doubts": "Keraguan",
    "level": "capaian",
    "unknown": "tidak diketahui",
    "no outlet named": "media tidak disebut",
    "To the source": "Ke sumber",
    "Back to the picture": "Kembali ke gambar",
    # segments
    "formal workers": "pekerja formal",
    "informal workers": "pekerja informal",
    "wage earners (PU)": "penerima upah (PU)",
    "not wage earners (BPU)": "bukan penerima upah (BPU)",
    "migrant workers (PMI)": "pekerja migran (PMI)",
    "construction (Jakon)": "jasa konstruksi (Jakon)",
    "vulnerable workers": "pekerja rentan",
    "extreme poor": "miskin ekstrem",
    "non-civil-servants": "non-ASN",
    "village officials": "perangkat desa",
    "village councils (BPD)": "BPD",
    "RT and RW heads": "RT/RW",
    "community cadres": "kader",
    "ad hoc election staff": "petugas ad hoc pemilu",
    "religious workers": "pekerja keagamaan",
    "fishers": "nelayan",
    "farmers": "petani",
    "palm oil workers": "pekerja sawit",
    "tobacco workers": "pekerja tembakau",
    "online drivers": "pengemudi ojol",
    "small businesses": "UMKM",
    "traders": "pedagang",
    "teachers": "guru",
    "journalists": "jurnalis",
    "cooperatives": "koperasi",
}
INDICATORS = {
    "coverage_rate": "Share of workers covered",
    "covered_workers": "Workers covered",
    "active_workers": "Active participants",
    "registered_workers": "Registered workers",
    "inactive_workers": "Inactive participants",
    "uncovered_workers": "Workers not covered",
    "eligible_workers": "Eligible workers",
    "funded_workers": "Workers paid for by others",
    "target_attainment": "Share of a target reached",
    "membership_share": "Composition of members",
    "entity_coverage": "Villages, companies or projects covered",
}
SEGMENTS = {
    "FORMAL": "formal workers",
    "INFORMAL": "informal workers",
    "PU": "wage earners (PU)",
    "BPU": "not wage earners (BPU)",
    "PMI": "migrant workers (PMI)",
    "JAKON": "construction (Jakon)",
    "RENTAN": "vulnerable workers",
    "MISKIN_EKSTREM": "extreme poor",
    "NON_ASN": "non-civil-servants",
    "APARAT_DESA": "village officials",
    "BPD": "village councils (BPD)",
    "RT_RW": "RT and RW heads",
    "KADER": "community cadres",
    "ADHOC_PEMILU": "ad hoc election staff",
    "KEAGAMAAN": "religious workers",
    "NELAYAN": "fishers",
    "PETANI": "farmers",
    "SAWIT": "palm oil workers",
    "TEMBAKAU": "tobacco workers",
    "OJOL": "online drivers",
    "UMKM": "small businesses",
    "PEDAGANG": "traders",
    "GURU": "teachers",
    "JURNALIS": "journalists",
    "KOPERASI": "cooperatives",
    "ALL": "all workers",
}
UNITS = {"percentage_point": "percentage points"}
REVIEWS = {"pending": "not reviewed yet", "reviewed": "reviewed", "rejected": "rejected"}
DOUBTS = {
    "disagrees": "a check disagrees",
    "flagged": "a reviewer flagged it",
    "event": "date of the event, as the text names none",
    "publication": "date of publication, as the text names none",
    "unknown": "no date known",
}
_HEDGES = {
    "approx": "about {value}",
    "only": "only {value}",
    "more_than": "more than {value}",
    "less_than": "less than {value}",
    "almost": "almost {value}",
    "at_least": "at least {value}",
    "up_to": "up to {value}",
}


def say(language: str, text: str, **values: object) -> str:
    """A text in a language, its ``{places}`` filled."""
    found = _INDONESIAN.get(text, text) if language == "id" else text
    return found.format(**values) if values else found


def counted(language: str, count: int, noun: str) -> str:
    """``1 document``, ``1,200 documents``, ``1.200 dokumen``."""
    text = f"{{count}} {noun}" + ("" if count == 1 else "s")
    return say(language, text, count=number(Decimal(count), language))


def number(value: Decimal, language: str) -> str:
    """A number with all its digits: ``36.47``, ``1,665,422``; Indonesian ``36,47``, ``1.665.422``."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=language, decimal_quantization=False)


def amount(value: Decimal, unit: str, language: str) -> str:
    """A number with its unit where it is short: ``36.47%``, else the number alone."""
    return number(value, language) + ("%" if unit == "percent" else "")


def value(point: Point, language: str, *, hedged: bool = False) -> str:
    """A point's value, as a range where it is one; ``hedged`` with *about*, *only* and the like."""
    shown = amount(point.value, point.unit, language)
    if point.value_max is not None:
        shown = f"{number(point.value, language)}–{amount(point.value_max, point.unit, language)}"
    for qualifier in reversed(point.qualifiers) if hedged else ():
        shown = say(language, _HEDGES.get(qualifier, "{value}"), value=shown)
    return shown


def day(when: date, language: str) -> str:
    """``6 Mar 2024``, in Indonesian the same with its months."""
    from babel.dates import format_date

    return format_date(when, "d MMM y", locale=language)


def month(when: date, language: str) -> str:
    """``Mar 2024``."""
    from babel.dates import format_date

    return format_date(when, "MMM y", locale=language)


def period(when: Period | None, language: str) -> str:
    """A period as precisely as it was stated: ``6 Mar 2024``, ``Mar 2024``, ``Q1 2024``, ``2024``."""
    if when is None:
        return say(language, "unknown")
    if when.start == when.end:
        return day(when.start, language)
    whole = when.start.day == 1 and (when.end - when.start).days >= 27
    if when.precision == "month" and whole and when.start.month == when.end.month:
        return month(when.start, language)
    if when.precision == "quarter":
        quarter = (when.start.month + 2) // 3
        roman = ("I", "II", "III", "IV")[quarter - 1]
        return f"triwulan {roman} {when.start.year}" if language == "id" else f"Q{quarter} {when.start.year}"
    if when.precision == "semester":
        half = 1 if when.start.month < 7 else 2
        return f"semester {'I' * half} {when.start.year}" if language == "id" else f"H{half} {when.start.year}"
    if when.precision == "year" and when.start.year == when.end.year:
        return str(when.start.year)
    return f"{day(when.start, language)} – {day(when.end, language)}"


def segment(code: str, language: str) -> str:
    """A segment's name; of ``OTHER:`` the text's own word."""
    if code.startswith("OTHER:"):
        return code.removeprefix("OTHER:")
    return say(language, SEGMENTS.get(code, code))


def segments(codes: Sequence[str], language: str) -> str:
    """The names of several segments, or all workers."""
    return ", ".join(segment(code, language) for code in codes) or say(language, "all workers")


def group(point: Point, language: str) -> str:
    """Segments and programmes of a point."""
    programmes = f" ({', '.join(point.programmes)})" if point.programmes else ""
    return segments(point.segments, language) + programmes


def indicator(code: str, language: str) -> str:
    """What is measured."""
    return say(language, INDICATORS.get(code, code.replace("_", " ")))


def unit(code: str, language: str) -> str:
    """What is counted."""
    return say(language, UNITS.get(code, code))


def kind(point: Point, language: str) -> str:
    """``level``, or the target with its plan: ``target RPJMD``."""
    if not point.target:
        return say(language, "level")
    return " ".join([say(language, "target"), *point.plans])


def doubts(point: Point, language: str) -> list[str]:
    """Why a point is doubtful, and what else a reader should know before using it."""
    told = [say(language, DOUBTS[doubt]) for doubt in point.doubts]
    if point.differs_from:
        told.append(say(language, "others report another value"))
    if point.copies:
        near = "near-copy" if point.copies == 1 else "near-copies"
        told.append(say(language, f"repeated by {{count}} {near}", count=point.copies))
    return told


def describe(point: Point, language: str) -> str:
    """A point in one line, for those who hear the picture."""
    parts = [
        value(point, language, hedged=True),
        *([] if point.unit == "percent" else [unit(point.unit, language)]),
        kind(point, language),
        point.region,
        group(point, language),
        period(point.as_of, language),
        point.source or say(language, "no outlet named"),
        say(language, REVIEWS[point.review]),
        *doubts(point, language),
    ]
    return " · ".join(parts)


@lru_cache(maxsize=1)
def untranslated() -> tuple[str, ...]:
    """English texts of this module's tables that have no Indonesian; none, or a test fails."""
    tables = (INDICATORS, SEGMENTS, UNITS, REVIEWS, DOUBTS, _HEDGES)
    return tuple(text for table in tables for text in table.values() if text not in _INDONESIAN)
