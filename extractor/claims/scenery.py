"""Places that a text names without being about them: a dateline, where something was held or said."""

from __future__ import annotations

import re

from extractor.claims.context import Context
from extractor.model import Mention, Place

_DATELINE = re.compile(r"[^\n]{0,60}?(?:\([^)\n]{2,40}\)\s*[-–—:]|\s[-–—]{1,2}\s|\.(?=\s)|:)")
_ROW = re.compile(r"\s?[:=]\s?(?:sebanyak\s)?\d")  # "Bangka: 1.959 nelayan" is a row of a list
_VENUE = re.compile(
    r"\b(?:hotel|aula|gedung|kantor(?! (?:cabang|wilayah)\b)|ruang|ruangan|balai|pendopo|rumah|bandara|pelabuhan|"
    r"jalan|jl|ballroom|kampus|universitas|polres|polda|kejaksaan|kejari|kejati|pengadilan|rs|rsud|stasiun|terminal|masjid|plaza|menara|graha|"
    r"(?<!pedagang )pasar|baru-baru ini|belum lama ini|"
    r"bertempat|berlangsung|digelar|dilaksanakan|diselenggarakan|berkunjung|mengunjungi|meninjau|kunjungan|bertolak|reses|ditemui|berlokasi)\b"
    r"(?:(?!\b(?:cakupan|kepesertaan|peserta|pekerja|disebut\w*|menyebut\w*|coverage|terlindungi)\b)[^.;\n]){0,45}$"
)
WORKPLACES = ("pasar", "terminal", "pelabuhan", "stasiun", "bandara", "universitas", "kampus", "rsud", "plaza")
_COUNTED = re.compile(r"\d(?: ?(?:ribu|juta))?(?:an)? (?:[a-z]+ ){1,3}?(?:(?:di|pada) )?$")
_EVENT_IN = re.compile(  # "Pada acara di Desa X, Kecamatan Y": asked of villages and kecamatan only
    r"\b(?:acara|kegiatan|rapat|pertemuan|sosialisasi|penyuluhan|kunjungan|penyerahan|menyerahkan|diserahkan|santunan|"
    r"peresmian|peluncuran|pencanangan|pelatihan|seusai|usai|saat|ketika|di sela|bertemu|hadir|menghadiri)\b"
    r"[^.;\d]{0,60}\bdi (?:[A-Z][\w’'-]*,? ){0,5}$"
)
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
_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
_ON_A_DAY = re.compile(
    rf"(?:\s[A-Z]\w+(?=,))?\)?,?\s+(?:[Pp]ada\s+|[Hh]ari\s+)*{_DAY}\b"
)  # "di Manokwari, Kamis": where it was said
_CAPITAL = re.compile(
    r"\bibu ?kota\s+(?:provinsi\s+|negara\s+)?$"
)  # "di ibu kota Kalimantan Timur itu": a city, named before
_BORN_IN = re.compile(  # "pria kelahiran Padang, Sumatra Barat itu"
    r"\b(?:kelahiran|lahir di|(?:putra|putri)(?: asli| daerah)?|alumn(?:i|us)|lulusan)\s+"
    r"(?:(?:Kota|Kabupaten) )?(?:[A-Z]\w+(?: [A-Z]\w+)?,? [(]?)?$"
)
_DASH = re.compile(r"[-–—]")
_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_HEAD = re.compile(
    r"[^\n]{0,30}?\b[A-Za-z]+\.(?:CO\.ID|COM|ID|co\.id|com|id)\s?[-–—]\s?[A-Z][A-Z ]+(?:[.,]|\s[-–—](?=\s))|"
    r"[^\n]{0,80}?(?:\s[-–—]{1,2}\s(?=[A-Z\"“])|[-–—]\s(?=[A-Z\"“])|--(?=[A-Z\"“])|\s[–—](?=[A-Z\"“]))"
)
_DOMAIN = re.compile(r"^\W*[a-z\d]+(?:\.[a-z]{2,4}){1,2}(?=\W)")  # "jpnn.com - TERNATE –"
_LOWER = re.compile(r"(?:^|\s)(?!dan\b|di\b)[a-z]{3,}")
SMALL = ("kecamatan", "desa")


def is_scenery(mention: Mention, context: Context) -> bool:
    """A dateline, or the place where something was held or said."""
    text = context.text
    line = text.rfind("\n", 0, mention.start) + 1
    if mention.start < line + 80 and _in_head(line, mention, context):
        return True
    if (
        ((mention.start == line and line > 0) or (mention.start == line == 0 and not context.document.title_end))
        and _DATELINE.match(text, mention.end)
        and not _ROW.match(text, mention.end)
    ):
        tail = text[mention.end : mention.end + 3]
        if tail.lstrip()[:1] in "(-–—.:,":
            return True
    if _ON_A_DAY.match(text, mention.end):
        return True
    if _CAPITAL.search(context.low, max(line, mention.start - 40), mention.start):
        return True
    sentence = context.parsed.sentence_at(mention.start)
    venue = _VENUE.search(context.low, max(sentence.start, mention.start - _VENUE_REACH), mention.start)
    if venue is not None and not (_is_trade(venue.start(), context) or _works_there(venue.start(), context)):
        return True
    if _BORN_IN.search(text, max(line, mention.start - 60), mention.start):
        return True
    place = mention.value
    if (
        isinstance(place, Place)
        and place.level in SMALL
        and _EVENT_IN.search(text, max(sentence.start, mention.start - 120), mention.start)
    ):
        return True
    head = text[sentence.start : mention.start]
    if not head.rstrip().endswith("di"):
        return False
    return bool(_SAID_AT.search(head)) or _speaks_at(mention, context)


def _is_trade(start: int, context: Context) -> bool:
    """``pekerja rumah tangga di Depok``, ``marbot masjid``: the word is part of what people do."""
    return any(row.start < start < row.end for row in context.of("SEGMENT", max(0, start - 40), start + 1))


def _works_there(venue: int, context: Context) -> bool:
    """``1.020 pedagang di Pasar Girian Bitung``: the market is where those who are counted work, no scene."""
    low = context.low
    return low.startswith(WORKPLACES, venue) and bool(_COUNTED.search(low, max(0, venue - 60), venue))


def _speaks_at(mention: Mention, context: Context) -> bool:
    """``Direktur X Rudi Hasan di Denpasar mengatakan``: between a person and what the person says."""
    tail = context.text[max(0, mention.start - 8) : mention.start]
    end = mention.start - len(tail) + len(tail.rstrip().removesuffix("di").rstrip())
    named = context.of("OFFICIAL", max(0, end - 200), end)
    return any(row.end == end for row in named) and bool(_SAYS.match(context.text, mention.end))


def _in_head(line: int, mention: Mention, context: Context) -> bool:
    """``SPN News – Jakarta, 30 Januari 2024 –``: capitalised words before the dash that opens the report."""
    if line < context.document.title_end or _ITEM.match(context.text, line):
        return False
    if not _DASH.search(context.text, line, line + 90):
        return False
    end, position = None, line
    while (match := _HEAD.match(context.text, position)) is not None and match.end() - line < 90:
        if _LOWER.search(_DOMAIN.sub("", context.text[position : match.end()])):
            break
        end = position = match.end()
    return end is not None and mention.end <= end
