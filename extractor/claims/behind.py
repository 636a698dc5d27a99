"""The places that the words behind a number bind to it: ``32 persen di X``, ``2.000 perangkat desa Y``."""

from __future__ import annotations

import re

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.kinds.missing import OUT_OF
from extractor.claims.places import listed
from extractor.claims.scenery import SMALL, WORKPLACES
from extractor.claims.subjects import Subject, Subjects

AFTER = re.compile(
    r"[\s,]*(?:\((?-i:[A-Z]{2,5})\)\s+)?"
    r"(?:(?:pekerja|tenaga kerja|angkatan kerja|orang|warga|penduduk|yang|ada|bekerja|telah|sudah|terdaftar|"
    r"terlindungi|dari|total|seluruh|keseluruhan|jumlah|peserta|menjadi|tercover|aktif|berada|tersebar|wilayah|provinsi|"
    r"kabupaten|kota|untuk|rentan|formal|informal|"
    r"jamsostek|bpjs|ketenagakerjaan|di|se|in|bukan|penerima|upah|bpjamsostek|perusahaan|desa|nelayan|petani)\b[\s,]*)*"
    r"\b(?:(?:di|se|untuk|bagi|wilayah|lingkup|lingkungan)[\s-]+|se(?=kabupaten|kota|provinsi))"
    r"(?:seluruh |wilayah |provinsi |kabupaten |kota )*",
    re.IGNORECASE,
)
# "2.000 perangkat desa Minahasa Utara": the region of the counted noun; "... yakni Kecamatan A dan B"
_OF_NOUN = re.compile(
    r"\s+(?:(?:calon|peserta|pekerja|tenaga|kerja|orang|warga|perangkat|aparat|aparatur|desa|ketua|kader|posyandu|guru|ngaji|"
    r"nelayan|petani|buruh|tani|pedagang|non|ASN|non-ASN|honorer|RT|RW|RT/RW|rentan|informal|formal|sawit|marbot|linmas|anggota|"
    r"BPD|aktif|baru)\s+)*"
    r"(?:(?:di\s+)?(?:(?:lingkungan|lingkup|milik|binaan)\s+)?(?:Pem(?:kot|kab|prov|da)|Pemerintah\s+(?:Kota|Kabupaten|Provinsi))\s+)?",
    re.IGNORECASE,
)
_OF_MARKED = re.compile(  # "140 petugas pemadam kebakaran Kota X": only nouns, right before the word of a place
    r"(?:\s+(?!(?:me|ber|ter|di)[a-z]+|yang\b|dan\b|ke\b|dari\b|pada\b|saat|ketika|untuk|bagi\b|bersama|oleh\b|kata\b|ujar|"
    r"dengan|lewat|karena|agar\b|atau\b|serta\b|hingga|sampai|sejak|asal\b|usai\b|atas\b|akan\b|sudah\b|telah\b|kini\b)[a-z-]+){1,6}\s+"
)
_COME_FROM = re.compile(  # "N peserta baru dari Kota X", "N adalah petani asal Kabupaten X"
    r"(?:\s+(?!lebih\b|naik\b|turun\b|dibanding|bantuan|iuran|dana\b|anggaran|dukungan|kartu|subsidi|hibah)[a-z-]+){0,5}?"
    r"\s+(?:asal|dari)\s+(?:wilayah\s+)?"
)
_WHO_ARE_IN = re.compile(
    r"\s+[\w\s]{0,30}\byang\s+(?!ter(?:baik|tinggi|rendah|besar|banyak|kecil)|paling|pertama)\w+"
    r"(?:\s+(?!ter(?:baik|tinggi|rendah|besar|banyak)|pertama)\w+){0,8}\s+di\s+(?:(?:seluruh|wilayah|kawasan|lingkungan)\s+)*",
    re.IGNORECASE,
)
_MARKERS = ("Kota ", "Kabupaten ", "Kab. ", "Provinsi ", "Kecamatan ", "Desa ", "Kelurahan ")
_AT_WORKPLACE = re.compile(
    rf"[^.;,\d\"]{{0,30}}\b(?:di|pada)\s+(?:{'|'.join(WORKPLACES)})(?:\s+[\w-]+){{0,3}}?,?\s+", re.IGNORECASE
)
_OF_GOVERNMENT = re.compile(  # "100 ribu pekerja rentan yang digagas Pemerintah Provinsi X"
    r"[^.;,\d\"“”]{0,60}\b(?:di[a-z]{4,}|tanggungan|usulan|binaan|inisiatif)\s+(?:oleh\s+)?"
    r"(?:Pem(?:prov|kab|kot|ko|da)|Pemerintah(?:\s+Daerah)?|[Pp]emerintah)\s+"
)
_IN_BRACKETS = re.compile(r"\s*\((?:di\s+)?")  # "23.400 (Lamongan) dan 19.100 (Tuban)"
_NAMELY = re.compile(r"[^.;\d]{0,70}\b(?:yakni|yaitu|adalah|ialah),?\s+(?:di\s+)?", re.IGNORECASE)
_SCATTERED = re.compile(
    r"\b(?:terse|menye)bar\b|\b(?:yakni|yaitu|meliputi|mencakup|terdiri|antara lain|di antaranya)\b"
)
_THEN_ITS_NUMBER = re.compile(r"\s+(?:(?:baru|sudah|telah|hanya|sebesar|sebanyak|mencapai|sekitar|ada|tercatat)\s+)*")
_OUT_OF = re.compile(r"(?:\s+\w+){0,3}?\s+dari\s+(?:(?:total|sekitar|seluruh|jumlah|sebanyak|sejumlah)\s+)*")
_CLOSES = re.compile(r"\b(?:dan|serta|maupun)\b")
_AND_A_TOWN = re.compile(r"(?:,\s+[A-Z]\w+)*,?\s+(?:dan|serta)\s+[A-Z]\w+")  # that is no kabupaten or kota
_GOES_ON = re.compile(
    r",?\s+(?:yang\s+)?(?:\w+\s+){0,2}(?:belum|sudah|telah|ter\w+|men\w+|di\w{4,}|menjadi|ikut|masih)\b"
)


def places_behind(cluster: Cluster, subjects: Subjects, context: Context) -> list[Subject]:
    """``32,7 persen di Provinsi Jambi``: a preposition binds the region behind the number to it."""
    for row in subjects.between(cluster.end, cluster.right_end):
        if _IN_BRACKETS.fullmatch(context.text, cluster.end, row.mention.start):
            return [row] if context.text.startswith(")", row.mention.end) else []
        lead = _without_segments(cluster.end, row.mention.start, context)
        if row.place.level in SMALL and _are_parts(row, cluster, subjects, context):
            return []
        if _NAMELY.fullmatch(lead):
            return listed([row, *subjects.between(row.mention.end, cluster.right_end)], context.text)
        scattered = row.place.level == "national" and "tersebar" in lead  # of one place, wherever they work
        if not scattered and (AFTER.fullmatch(lead) or _WHO_ARE_IN.fullmatch(lead) or _OF_NOUN.fullmatch(lead)):
            near = listed([row, *subjects.between(row.mention.end, cluster.near_end)], context.text)
            return _to_its_end(near, cluster, subjects, context)
        if cluster.has_count and row.mention.quote.startswith(_MARKERS) and _OF_MARKED.fullmatch(lead):
            return listed([row, *subjects.between(row.mention.end, cluster.near_end)], context.text)
        alone = cluster.has_count and not subjects.between(cluster.left_start, cluster.start)
        if _AT_WORKPLACE.fullmatch(lead) or (alone and _OF_GOVERNMENT.fullmatch(lead)):
            return listed([row, *subjects.between(row.mention.end, cluster.near_end)], context.text)
        if cluster.has_count and row.place.level != "national" and _COME_FROM.fullmatch(lead):
            return listed([row, *subjects.between(row.mention.end, cluster.near_end)], context.text)
        return []
    return []


def _are_parts(row: Subject, cluster: Cluster, subjects: Subjects, context: Context) -> bool:
    """``Kota X punya 9.200 nelayan yang tersebar di Kecamatan A, B dan C``: the parts of the place named elsewhere."""
    if not (cluster.has_count and _SCATTERED.search(context.low, cluster.end, row.mention.start)):
        return False
    rows = listed([row, *subjects.between(row.mention.end, cluster.right_end)], context.text)
    return len({other.place.name for other in rows if other.place.level in SMALL}) > 1


def _to_its_end(near: list[Subject], cluster: Cluster, subjects: Subjects, context: Context) -> list[Subject]:
    """``1.500 perusahaan di A, B, dan C belum mendaftar``: a comma ends no list that ``dan`` closes before a word."""
    rows = listed([near[0], *subjects.between(near[0].mention.end, cluster.right_end)], context.text)
    if len(rows) == 2 and len(near) == 1 and "tersebar" in context.low[cluster.end : near[0].mention.start]:
        return rows if _AND_A_TOWN.match(context.text, rows[-1].mention.end, cluster.right_end) else near
    if len(rows) < 3 or len(rows) == len(near):
        return near
    closed = _CLOSES.search(context.text, rows[-2].mention.end, rows[-1].mention.start)
    last = cluster.right_end == cluster.sentence.end
    ends = last or _GOES_ON.match(context.text, rows[-1].mention.end, cluster.right_end)
    return rows if closed and ends else near


def is_next_one_s(row: Subject, cluster: Cluster, context: Context, subjects: Subjects) -> bool:
    """``di Provinsi A 61,7 persen, di Kabupaten B baru 40 persen``: each place stands before its number."""
    following = context.after(cluster)
    if following is None or "," not in context.text[cluster.end : row.mention.start]:
        return False
    if not _THEN_ITS_NUMBER.fullmatch(context.text, row.mention.end, following.start):
        return False
    return bool(subjects.between(cluster.left_start, cluster.start))


def _without_segments(start: int, end: int, context: Context) -> str:
    """The words between without the segments counted: ``2.000 tenaga [honorer] Minahasa Utara``."""
    words = context.text[start:end]
    for row in reversed(context.of("SEGMENT", max(0, start - 40), end)):
        if row.start < start < row.end <= end:  # "1.870 tenaga" of "1.870 tenaga harian lepas Pemkot X"
            words = words[row.end - start :]
        elif start <= row.start and row.end <= end:
            words = words[: row.start - start] + words[row.end - start :].lstrip()
    return words


def places_of_base(cluster: Cluster, context: Context, subjects: Subjects) -> list[Subject]:
    """``13 ribu pekerja dari 880 badan usaha di Kabupaten Madiun``: the place of those it is counted out of."""
    row = context.after(cluster)
    span = (context.text, cluster.end, row.start if row else 0)
    if row is None or not (_OUT_OF.fullmatch(*span) or OUT_OF.fullmatch(*span)):
        return []
    return places_behind(row, subjects, context)
