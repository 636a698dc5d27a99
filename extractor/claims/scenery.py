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
    r"(?<!pedagang )pasar|baru-baru ini|belum lama ini|keterangan(?:nya)?|siaran pers|"
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
_OF_WORKERS = (
    r"(?:cakupan|kepesertaan|peserta|pekerja|buruh|nelayan|petani|pedagang|guru|warga|masyarakat|tenaga kerja|"
    r"penduduk|coverage|capaian|terlindungi|terdaftar|pemerintah|pemda|pemprov|pemkab|pemkot)"
)
_HELD_IN = re.compile(  # asked where all who speak come from the capital: "dalam forum di X", "kunjungan kerja ke X"
    r"\b(?i:acara|kegiatan|rapat\w*|rakor\w*|raker\w*|munas|kongres|konferensi|jumpa pers|forum|seminar|webinar|"
    r"diskusi|dialog|lokakarya|workshop|pameran|expo\w*|pertemuan|sosialisasi|penyuluhan|kunjungan\w*|kunker|lawatan|blusukan|"
    r"safari|penyerahan|menyerahkan|diserahkan|santunan|peresmian|meresmikan|peluncuran|meluncurkan|diluncurkan|"
    r"pencanangan|mencanangkan|pembukaan|membuka|dibuka|penutupan|pelatihan|peringatan|upacara|apel|deklarasi|"
    r"penandatanganan|kuliah|orasi|wawancara|seusai|usai|saat(?! ini)|ketika|di sela\w*|bertemu|hadir|menghadiri|"
    r"dihadiri|kantor pusat|berkantor|bermarkas|istana|senayan|parlemen|tiba|mengunjungi|meninjau|menyambangi)\b"
    rf"(?:(?!\b(?i:{_OF_WORKERS})\b)[^.;\d\n]){{0,70}}\b(?:di|ke) (?:[A-Z][\w’'-]*,? ){{0,5}}$"
)
_COUNTED_THERE = re.compile(rf"\b{_OF_WORKERS}\b[^.;\d\n]{{0,40}}$", re.IGNORECASE)
_IN_CAPITAL = re.compile(  # "di Jakarta", "Istana Negara, Jakarta"; "Khusus Jakarta" and "Di Jakarta" tell of it
    r"(?:\b(?:di|ke|dari|kawasan|bilangan)|"
    r"\b(?!Khusus|Untuk|Hanya|Adapun|Sedangkan|Sementara|Bahkan|Kota|Di\b)[A-Z][\w)]+,?|\()\s*$"
)
_THEN_ITS_LEVEL = re.compile(
    r"(?: (?:itu|saja|sendiri|kini|baru|sudah|telah|hanya|masih|mencapai|sebesar|sebanyak|ada|tercatat|angkanya|"
    r"cakupannya|kepesertaannya|jumlahnya|pesertanya))* \d"
)
_CAPITAL_CODE = "31"
_PROVINCIAL = ("DKI", "Provinsi", "Daerah Khusus")
_VENUE_REACH = 64  # characters: the longest of these words and what may stand behind it
_SAID_AT = re.compile(
    r"\b(?:[Uu]jar|[Kk]ata|[Jj]elas|[Uu]ngkap|[Tt]utur|[Uu]cap|[Pp]apar|[Tt]erang|[Ss]ebut|[Tt]egas|[Tt]ambah|[Ii]mbuh|"
    r"[Pp]ungkas|[Ll]anjut)(?:nya)?(?:,?\s+(?:dia|ia|beliau|of|and|for|[A-Z][\w.'’-]*)){0,10},?"
    r"(?:\s+(?:saat|ketika|usai|di sela|dalam|kepada|seusai)\s[^\"“”.;]{0,50})?\s+di\s+$|"
    r"\bkepada\s+(?:para\s+)?(?:wartawan|awak media|jurnalis|media|pers|ANTARA)\s+di\s+$"
)
_SAYS = re.compile(
    r",?\s+(?:mengatakan|berkata|menyebut(?:kan)?|menyampaikan|menjelaskan|menuturkan|memaparkan|menerangkan|"
    r"mengungkap(?:kan)?|menyatakan|menegaskan|menambahkan|membeberkan|menguraikan|mengakui|mengaku)\b"
)
_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
_ON_A_DAY = re.compile(
    rf"(?:,?\s[A-Z]\w+(?:\s[A-Z]\w+){{0,2}}(?=,))?\)?,?\s+(?:[Pp]ada\s+|[Hh]ari\s+)*{_DAY}\b"
)  # "di Manokwari, Kamis", "di Kudus, Jawa Tengah, Kamis": where it was said
_DATED = re.compile(r"(?:,\s[A-Z]\w+(?:\s[A-Z]\w+){0,2})?,?\s\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)")  # "di Kudus (3/2/2024)"
_IN_OR_TO = re.compile(r"\b(?:di|ke)\s+(?:[A-Z]\w+(?:\s[A-Z]\w+){0,2},\s)?$")
_ON_A_DAY_IN = (
    re.compile(  # "titipkan pada Senin (3/2/2024) di Kudus.", not "hingga Senin di Kudus", "Senin di Kudus, 3"
        r"\w+ \S+ (?<!hingga )(?<!sampai )(?<!per )(?<!sejak )(?<!pada )(?<!hari )(?:pada )?(?:hari )?"
        rf"{_DAY}(?: (?:pagi|siang|sore|petang|malam))?(?:,? \(?\d{{1,2}}[/ ][\w/ ]{{1,16}}\)?)?,? "
        r"di (?:[A-Z]\w+(?: [A-Z]\w+){0,2}, )?$"
    )
)
_THEN_NO_MORE = re.compile(r"(?:, [A-Z]\w+(?: [A-Z]\w+){0,2})?(?:[.,;)\n]|$)")
_CAPITAL = re.compile(
    r"\bibu ?kota\s+(?:provinsi\s+|negara\s+)?$"
)  # "di ibu kota Kalimantan Timur itu": a city, named before
_BORN_IN = re.compile(  # "pria kelahiran Padang, Sumatra Barat itu"
    r"\b(?:[Dd]apil|DAPIL|[Dd]aerah [Pp]emilihan(?: \([Dd]apil\))?|"
    r"kelahiran|lahir di|(?:putra|putri)(?: asli| daerah)?|alumn(?:i|us)|lulusan)\s+"
    r"(?:(?:Kota|Kabupaten) )?(?:[A-Z]\w+(?: [A-Z]\w+)?,? [(]?)?$"
)
_ONE_PERSON_S = re.compile(  # "Suwarno (41), pedagang bakso di Depok", "seorang nelayan asal Cilacap": where one lives
    r"\b[A-Z][\w.'’-]+,? \(\d{2}(?: tahun)?\),? [^.;:\d\n]{0,60}$|"
    r"\b(?:[Ss]eorang|[Ss]alah seorang|[Ss]alah satu(?= (?:peserta|pekerja|warga|nelayan|petani|pedagang|buruh|ahli))) "
    r"(?:[a-z]+ ){1,4}(?:di|asal|dari) (?:[A-Z]\w+(?: [A-Z]\w+)?, )?$"
)
_DASH = re.compile(r"[-–—]")
_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_HEAD = re.compile(
    r"[^\n]{0,30}?\b[A-Za-z]+\.(?:CO\.ID|COM|ID|co\.id|com|id)\s?[-–—]\s?[A-Z][A-Z ]+(?:[.,]|\s[-–—](?=\s))|"
    r"[^\n]{0,80}?(?:\s[-–—]{1,2}\s(?=[A-Z\"“])|[-–—]\s(?=[A-Z\"“])|(?:--|—|\s–)(?=[A-Z\"“]))"
)
_DOMAIN = re.compile(r"^\W*[a-z\d]+(?:\.[a-z]{2,4}){1,2}(?=\W)")  # "jpnn.com - TERNATE –"
_LOWER = re.compile(r"(?:^|\s)(?!dan\b|di\b)[a-z]{3,}")
SMALL = ("kecamatan", "desa")


def is_of_capital(place: Place) -> bool:
    """Jakarta and its parts, where national stories are told whatever they are about."""
    return (place.code or "").startswith(_CAPITAL_CODE)


def is_scenery(mention: Mention, context: Context) -> bool:
    """A dateline, or the place where something was held or said."""
    text = context.text
    line = text.rfind("\n", 0, mention.start) + 1
    if is_dateline(mention, context):
        return True
    if _ON_A_DAY.match(text, mention.end) or _is_dated(mention, context):
        return True
    if _CAPITAL.search(context.low, max(line, mention.start - 40), mention.start):
        return True
    sentence = context.parsed.sentence_at(mention.start)
    venue = _VENUE.search(context.low, max(sentence.start, mention.start - _VENUE_REACH), mention.start)
    if venue is not None and not (_is_trade(venue.start(), context) or _works_there(venue.start(), context)):
        return True
    if _BORN_IN.search(text, max(line, mention.start - 60), mention.start):
        return True
    if _ONE_PERSON_S.search(text, max(sentence.start, mention.start - 110), mention.start):
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


def is_stage(mention: Mention, context: Context) -> bool:
    """``Dalam forum di Kendari, Menteri X mengatakan``; of Jakarta all that says nothing of its workers.

    Asked where all who speak come from the head office or a ministry: they speak in places that they do not speak of.
    """
    text, place = context.text, mention.value
    start = max(context.parsed.sentence_at(mention.start).start, mention.start - 160)
    if mention.start < context.document.title_end or not isinstance(place, Place):
        return False
    if is_of_capital(place) and not mention.quote.startswith(_PROVINCIAL):
        if not _IN_CAPITAL.search(text, start, mention.start) or _THEN_ITS_LEVEL.match(text, mention.end):
            return False
        return _COUNTED_THERE.search(text, start, mention.start) is None
    return _HELD_IN.search(text, start, mention.start) is not None


def _is_dated(mention: Mention, context: Context) -> bool:
    """``di Kudus (3/2/2024)``, ``pada Senin (3/2/2024) di Kudus.``: a day in brackets tells of what happened there."""
    text, start = context.text, max(context.parsed.sentence_at(mention.start).start, mention.start - 80)
    if _DATED.match(text, mention.end) and _IN_OR_TO.search(text, start, mention.start):
        return True
    return bool(_THEN_NO_MORE.match(text, mention.end) and _ON_A_DAY_IN.search(text, start, mention.start))


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


def is_dateline(mention: Mention, context: Context) -> bool:
    """``KUPANG (ANTARA) -``, ``Palu - Rapat``: the place that opens a report."""
    text = context.text
    line = text.rfind("\n", 0, mention.start) + 1
    if mention.start < line + 80 and _in_head(line, mention, context):
        return True
    opens = mention.start == line and (line > 0 or not context.document.title_end)
    if not opens or not _DATELINE.match(text, mention.end) or _ROW.match(text, mention.end):
        return False
    return text[mention.end : mention.end + 3].lstrip()[:1] in tuple("(-–—.:,")


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
