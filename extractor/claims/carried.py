"""Whom a number counts whose own sentence does not say so: the workers that were spoken of before it.

A sentence goes on with the segment of the one before, of the group it points back at (``sektor itu``), of the line
that introduces it, or of the headline; one that names workers of its own, or all of them, does not.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.kinds.continuations import introduction
from extractor.claims.openings import tells_from
from extractor.claims.respectively import group_chain, joins
from extractor.language import Sentence
from extractor.model import Code, Mention, Place

GENERIC = re.compile(
    r"\b(?:pekerja|tenaga kerja|penduduk|buruh|karyawan|angkatan kerja|perusahaan|badan usaha)\b", re.IGNORECASE
)
WHOLE = re.compile(
    r"\b(?:(?:cakupan|coverage|kepesertaan)(?! \w+nya\b)|ucj|total|seluruh|semua|keseluruhan|lainnya|selain|sementara|"
    r"sedangkan|namun|adapun)\b|\bjumlah (?:peserta|kepesertaan) (?:yang )?aktif\b"
)
_OTHER_SECTOR = re.compile(r"\b(?:di|pada|untuk|dari)\s+(?:sektor|segmen|bidang)\s+(?!ini|itu|tersebut|jasa|ini)\w+")
_OF_EMPLOYERS = re.compile(  # "3.200 peserta mandiri dan 8.700 peserta dari perusahaan"
    r"\s+(?:yang )?(?:berasal )?(?:bekerja )?(?:dari|di|pada) (?:(?:sektor|segmen|bidang)\s+(?!ini|itu|tersebut)\w+|"
    r"(?:\w+ )?(?:perusahaan|badan usaha|pemberi kerja|pabrik))\b(?! (?:itu|ini|tersebut))"
)
POINTS_BACK = re.compile(
    r"[\"“]?\s*[Dd]ari\s+(?:(?:jumlah|total|angka|sasaran|target|kuota|data|usulan|potensi|populasi)"
    r"(?:\s+\w+)?\s+(?:itu|tersebut|ini)|"
    r"(?:jumlah|total)\s+(?:peserta|pekerja)\s+yang\s+(?:di|ter)(?:lindungi|daftar(?:kan)?|cover))\b"
)
_THIS_GROUP = re.compile(
    r"\b(?:kelompok|segmen|sektor|kategori|golongan|kalangan|sasaran)\s+(?:ini|itu|tersebut)\b|"
    r"\b(?:jumlah|banyaknya) (?:pekerja|tenaga kerja)(?: \w+){0,2} (?:itu|tersebut)\b",
    re.IGNORECASE,
)
_FOR_EXAMPLE = re.compile(r"[\"“]?(?:Seperti|Misalnya|Contohnya|Sebagai contoh|Salah satunya)\b")
_THAT_NUMBER = re.compile(
    r"[\"“]?(?:(?:Artinya|Berarti|Dengan kata lain)\b|(?:Itu|Ini) (?:berarti|artinya)\b|"
    r"(?:Jumlah|Angka|Capaian|Besaran|Persentase|Realisasi)(?:nya| (?:itu|tersebut|ini))\b"
    r"(?! (?:\w+ )?(?:menambah|membuat|mendongkrak|mengerek|menaikkan|menjadikan|melengkapi)))"  # what it adds to
)
_OF_THE_COUNTRY = re.compile(r"\b(?:target|rata-rata|rerata|capaian|angka|tingkat|standar) nasional\b")
_REASON = re.compile(r"\b(?:karena|berkat|lantaran|sebab|akibat|didorong|ditopang|disumbang|seiring|setelah|usai)\b")
_THEIRS = re.compile(r"\b(?:jumlah|angka|total|populasi|banyak)nya\b")
_LEVEL_OF = re.compile(
    r"\b(?:capaian|cakupan|coverage|kepesertaan|perlindungan|tingkat|realisasi|jumlah|total|angka)\b"
)
_AIMS_AT = re.compile(  # "menargetkan cakupan kepesertaan Jamsostek 45 persen", but not "kepesertaannya 45 persen"
    r"\b(?:me|di)(?:nargetkan|targetkan|matok|patok)\b[^.;,\d]{0,20}\b(?:(?:jumlah|total) peserta aktif|"
    r"(?:cakupan|coverage|kepesertaan|peserta) (?:aktif )?(?:bpjs|jamsostek|bpjamsostek|bp jamsostek))\b[^.;,\d]*$"
)
_THEIR_NUMBER = re.compile(r"[\"“]?(?:Jumlahnya|Totalnya|Total ada|Jumlah mereka|Mereka berjumlah)\b")
_THE_REST = re.compile(r"[\"“]?(?:Sedangkan |Sementara )?(?:[Ss]isanya|[Ss]elebihnya)\b")
_THIS_PROGRAMME = re.compile(r"\b(?:program|skema|bantuan|per?lindungan|penerima) (?:ini|itu|tersebut)\b")
_THE_PROGRAMME = re.compile(r"[\"“]?(?:Program|Bantuan|Skema|Per?lindungan) (?:ini|itu|tersebut)\b")
_PROGRAMME_FOR = re.compile(
    r"\b(?:program|per?lindungan|bantuan|jaminan|iuran|premi|dana|skema|kepesertaan)\b[^.;]{0,80}"
    r"\b(?:bagi|untuk|kepada) (?:para |kelompok |sektor |kategori )?$"
)
ANY_PERSON = re.compile(r"(?:pekerja|tenaga kerja|orang|peserta|jiwa|penerima)?(?:nya)?")
_ALL_TOGETHER = re.compile(r"\b(?:keseluruhan(?:nya)?|secara (?:umum|total|nasional))\b")
_MEMBERS = re.compile(
    r"\b(?:(?:kepesertaan|cakupan|coverage)(?!-?nya\b)|peserta (?:aktif|bpjs|bpjamsostek|jamsostek)|jumlah peserta|"
    r"total\w*)\b"
)
_OF_PLACE = re.compile(  # "Coverage kita belum 50 persen": of all
    r"\b(?:cakupan|coverage|kepesertaan) (?:kita|kami|daerah|kabupaten|kota|provinsi)\b"
)
_PEOPLE = re.compile(r"\s+(?:masyarakat|warga|penduduk)\b(?! (?:rentan|miskin|pekerja|nelayan|ini|itu|tersebut))")
_COVERAGE = re.compile(r"\b(?:cakupan|coverage|kepesertaan|UCJ)\b", re.IGNORECASE)
_INTRODUCES = re.compile(  # "Kelompok kedua adalah informal, misalnya nelayan. Potensinya N"
    r"[\"“]?(?:Sementara itu|Sedangkan|Adapun|Khusus|Di sisi lain)\b,?\s*(?:untuk|di|pada|bagi)\s+"
    r"(?:sektor|segmen|kelompok|kategori)?\s*$|[\"“]?Untuk\s+(?:sektor|segmen|kelompok|kategori)?\s*$|"
    r"[\"“]?(?:Kelompok|Segmen|Kategori|Golongan|Yang)\s+(?:pertama|kedua|ketiga|keempat|lain|lainnya|berikutnya|satunya)\b"
    r"\s*,?\s*(?:adalah|yakni|yaitu|ialah|merupakan)?\s*(?:pekerja|sektor|segmen)?\s*$"
)
_ALL_MEMBERS = re.compile(
    r"\b(?:jumlah|total)\s+(?:peserta|kepesertaan)\s+(?:(?:yang\s+)?aktif\s+(?:di|pada|se)|(?:(?:yang\s+)?aktif\s+)?"
    r"(?:bpjs|bpjamsostek|jamsostek))\b|"
    r"\b(?:peserta|kepesertaan)\s+(?:aktif\s+)?(?:bpjs (?:ketenagakerjaan|tk)|bpjamsostek|jamsostek)\s+"
    r"(?:aktif\s+)?(?:di|se)\b"
)
_BESIDES = 60  # characters between segments that are named together
_SAME_GROUP = re.compile(r"[\s()/]*(?:(?:atau|yakni|alias)\s)?[\s(]*")
_OF_THEM = re.compile(r"\s*(?:orang |pekerja )?di ?antaranya\b")
_WHO = re.compile(  # "Sedangkan yang terdaftar hanya 9.200 pekerja": of those told of before
    r"[\"“]?(?:(?:Sedangkan|Sementara|Namun|Tetapi|Tapi|Adapun|Akan tetapi),?\s+)?[Yy]ang\s+"
    r"(?:(?:sudah|telah|baru|belum|masih|aktif)\s+)*(?:terdaftar|terlindungi|tercover|ter-cover|terjamin|aktif|ikut|"
    r"mendaftar|menjadi|masuk|didaftarkan|dilindungi)\b"
)
_EVEN = re.compile(r"[\"“]?(?:Bahkan|Malah(?:an)?)\b")
_OF_WHICH = re.compile(  # "Di mana jumlah pekerjanya mencapai N": those of the employers told of before
    r"[\"“]?(?:(?:[Dd]i ?mana|[Yy]ang mana)\b,?\s+)?(?:[Dd]engan\s+)?(?:[Jj]umlah|[Tt]otal|[Bb]anyaknya)\s+"
    r"(?:tenaga kerja|pekerja|karyawan|peserta)(?:\s+aktif)?nya\b"
)
_SPREAD_OVER = re.compile(  # "Para buruh tembakau itu tersebar di 5 kabupaten": the places listed next are theirs
    r"\b(?:(?:berasal|datang) dari|(?:tersebar|berada|ada|bekerja|tinggal) di|meliputi|mencakup|dari|di)\s+"
    r"(?:(?:sebanyak|total|seluruh|sekitar|sejumlah|beberapa|berbagai)\s+)*(?:[\w-]+\s+){0,2}?"
    r"(?:kabupaten|kota|kabupaten/kota|daerah|kecamatan|provinsi|wilayah|desa|kelurahan)"
    r"(?:\s+(?:(?:yang ada|di|se)[\s-][^.;,\d]{0,50}|itu|ini|tersebut|berbeda))?\s*[.:]?\s*$"
)
_GOES_ON = re.compile(r"[\"“]?(?:Lalu|Kemudian|Terus|Selanjutnya|Berikutnya|Disusul|Diikuti|Menyusul)\b")
_JUDGED = re.compile(  # "Kepesertaan pekerja informal masih rendah. Tercatat baru 7.100 pekerja terdaftar"
    r"\b(?:kepesertaan|cakupan|coverage|capaian|per?lindungan)\b[^.;\d]*"
    r"\b(?:rendah|minim|kecil|sedikit|timpang|tertinggal|tinggi|membaik|meningkat|memprihatinkan|"
    r"(?:belum|kurang|tidak) (?:\w+ )?(?:maksimal|optimal|merata|tinggi|banyak|memuaskan|menggembirakan|signifikan))\b"
    r"\D*$"
)
_SO_MANY = re.compile(
    r"[\"“]?(?:(?:Data|Catatan)\b[^.;,\d]{0,60}|(?:Hingga|Sampai)\s(?:saat ini|kini|sekarang)|Saat ini|Kini|Sejauh ini|"
    r"Tercatat|Terhitung|Terdata|Baru|Hanya|Dari)\b,?\s(?:(?:ini|tercatat|terdata|baru|hanya|ada|terdapat|sekitar|sebanyak|total|"
    r"jumlahnya|sekira|dari|cuma|mencapai|sudah)\s)*"
)
_ALL_VILLAGES = re.compile(  # "yang seluruh desanya sudah 100 persen ikut": of villages, whoever works there
    r"\b(?:seluruh|semua) (?:desa|kelurahan|kalurahan|nagari|gampong|kampung|pekon|kecamatan)(?:nya)?\b"
    r"(?! \w+nya\b)[^.;,\d]*$"
)
_COMPLEMENTS = ({"FORMAL", "INFORMAL"}, {"PU", "BPU"})


def in_other_sector(cluster: Cluster, context: Context) -> bool:
    """Whether a number is told of a sector that has no code: ``di sektor garam, tidak sampai 400``."""
    rows = [*_OTHER_SECTOR.finditer(context.low, cluster.left_start, cluster.start)]
    behind = _OF_EMPLOYERS.match(context.low, cluster.end, cluster.right_end)
    rows = [*rows, behind] if behind else rows
    return any(not context.of("SEGMENT", row.start(), row.end() + 1) for row in rows)


def segment_codes(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The codes of a list; ``baik formal maupun informal`` are all workers."""
    codes = tuple(dict.fromkeys(row.value.code for row in mentions if isinstance(row.value, Code)))
    return () if any(pair <= set(codes) for pair in _COMPLEMENTS) else codes


def of_introduction(cluster: Cluster, decision: Decision, context: Context) -> tuple[str, ...]:
    """``Nelayan terlindungi di dua daerah. Keduanya yaitu Kota X 510 orang``: the one group that introduces a list."""
    span = introduction(cluster, context) if decision.is_listed else None
    rows = context.of("SEGMENT", *span) if span is not None else ()
    return segment_codes(rows) if len({row.value for row in rows}) == 1 else ()


def carried(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The segment of what came before, when this sentence leaves out whom it counts.

    A sentence that names workers itself (``pekerja``, ``tenaga kerja``) is about them.
    """
    sentence = cluster.sentence
    if sentence.index == 0 or in_other_sector(cluster, context):
        return ()
    if cluster.has_percent and _ALL_VILLAGES.search(context.low, cluster.left_start, cluster.start):
        return ()
    before = context.parsed.sentences[sentence.index - 1]
    own = context.of("SEGMENT", sentence.start, sentence.end)
    if not own and _PEOPLE.match(context.low, cluster.end):
        return ()  # "mengikutsertakan 66.100 orang masyarakat": the people at large
    if _ALL_TOGETHER.search(context.low, sentence.start, cluster.start) or _is_of_all_there(cluster, context):
        return ()
    if not own and _THIS_GROUP.search(context.text, cluster.left_start, cluster.near_end):
        named = list(context.of("SEGMENT", before.start, cluster.start))
        first = len(named) - 1
        while first > 0 and (
            named[first - 1].start >= named[-1].start - _BESIDES or joins(named[first - 1], named[first], context)
        ):
            first -= 1
        return segment_codes(named[max(first, 0) :])
    if not own and context.parsed.joined(before, sentence):
        introduced = list(context.of("SEGMENT", before.start, before.end))
        if introduced and _INTRODUCES.match(context.text, before.start, introduced[0].start):
            return segment_codes(
                [row for row in introduced if _are_one(introduced[: introduced.index(row) + 1], context)]
            )
    if not own and _says_how_low(cluster, before, context):
        return segment_codes(list(context.of("SEGMENT", before.start, before.end)))
    if not own or _is_why(own, cluster, context):
        pointed_at = of_that_number(cluster, context, known) or _of_programme(cluster, before, context)
        if pointed_at:
            return pointed_at
    pointed = not own and _points_back(cluster, context)
    if own or (not pointed and GENERIC.search(context.text, sentence.start, max(cluster.end, cluster.near_end))):
        if own or cluster.has_percent:
            return ()  # "Selanjutnya, di Kota X 30 persen pekerja": of all
        return _listed(sentence.index, context, known) if context.parsed.joined(before, sentence) else ()
    together = before.paragraph == sentence.paragraph
    if pointed or (context.parsed.joined(before, sentence) and (together or not _speaks_of_all(cluster, context))):
        found = _listed(sentence.index, context, known) or _of_sentence_before(cluster, before, context, known)
        if found or ((together or pointed) and context.of("SEGMENT", before.start, before.end)):
            return found
    if not (together or pointed):
        return _of_headline(cluster, context, known, opening=True)
    if not cluster.has_count or WHOLE.search(context.low, before.start, cluster.start):
        return ()  # "antardaerah belum seimbang. Kota X 61 persen": of all
    return _of_headline(cluster, context, known, opening=False)


def _is_of_all_there(cluster: Cluster, context: Context) -> bool:
    """``melampaui target nasional 54,2 persen``, ``Pemkot menargetkan cakupan Jamsostek 45 persen``: of everybody."""
    words = (context.low, cluster.sentence.start, cluster.start)
    return _OF_THE_COUNTRY.search(*words) is not None or _AIMS_AT.search(*words) is not None


def _is_why(own: Sequence[Mention], cluster: Cluster, context: Context) -> bool:
    """``Angka itu 150 persen, berkat para nelayan yang ikut``: who made a number what it is, not whom it counts."""
    return own[0].start > cluster.end and _REASON.search(context.low, cluster.end, own[0].start) is not None


def _speaks_of_all(cluster: Cluster, context: Context) -> bool:
    """``Target kepesertaan tahun 2018 sebesar N``: in a paragraph of its own all members, not those told of before."""
    return _MEMBERS.search(context.low, cluster.sentence.start, cluster.sentence.end) is not None


def _says_how_low(cluster: Cluster, before: Sentence, context: Context) -> bool:
    """Whether a sentence gives the number to one that calls the coverage of one group low or high."""
    sentence = cluster.sentence
    if not context.parsed.joined(before, sentence) or not _SO_MANY.match(context.text, sentence.start):
        return False
    first = context.in_sentence(sentence)[0]
    if not _SO_MANY.fullmatch(context.text, sentence.start, first.start):
        return False
    rows = list(context.of("SEGMENT", before.start, before.end))
    return bool(rows) and _are_one(rows, context) and _JUDGED.search(context.low, before.start, before.end) is not None


def _points_back(cluster: Cluster, context: Context) -> bool:
    """Whether a sentence counts some of those before: ``Dari jumlah itu N``, ``N di antaranya``, ``Yang ikut N``."""
    start = tells_from(context.text, cluster.sentence)
    if any(pattern.match(context.text, start) for pattern in (POINTS_BACK, _WHO, _OF_WHICH)):
        return True
    return cluster.first_in_sentence and _OF_THEM.match(context.low, cluster.slots[0].mention.end) is not None


def of_that_number(cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """``43.500 pekerja formal. Jumlah itu menurun 41 persen``: those that the sentence before counts, if all alike."""
    sentence = cluster.sentence
    if not cluster.first_in_sentence:
        return ()
    rest = _THE_REST.match(context.text, sentence.start)
    index = sentence.index - 1
    if not rest and not _THAT_NUMBER.match(context.text, sentence.start) and not _goes_beyond(cluster, context):
        return ()
    before = [known[row.index] for row in context.slots if row.sentence.index == index and row.index in known]
    if not before or (rest and len(set(before)) > 1) or _is_of_all_there(cluster, context):
        return ()
    return before[0] if len({*before, ()}) <= 2 else ()  # its base may be all workers


def _goes_beyond(cluster: Cluster, context: Context) -> bool:
    """``Potensi PU 8.100 pekerja. Bahkan, peserta aktif mencapai 8.900``: more of those told of just before."""
    sentence = cluster.sentence
    before = context.in_sentence(context.parsed.sentences[sentence.index - 1])
    if (
        len(before) != 1
        or not cluster.has_count
        or before[0].has_percent
        or not _EVEN.match(context.text, sentence.start)
    ):
        return False
    if not context.parsed.joined(before[0].sentence, sentence) or context.of("REGION", sentence.start, sentence.end):
        return False
    here, there = cluster.slots[0].quantity.value, before[0].slots[0].quantity.value
    return there <= here < there * 2


def _of_programme(cluster: Cluster, before: Sentence, context: Context) -> tuple[str, ...]:
    """``program bagi pekebun sawit. Kini 7.700 pekerja terdaftar lewat program itu``: those the programme is for."""
    rows = context.of("SEGMENT", before.start, before.end)
    if not rows and cluster.has_count and _THE_PROGRAMME.match(context.text, cluster.sentence.start):
        rows = context.of("SEGMENT", 0, context.document.title_end)  # that of the whole story, if it is about one group
        alone = len({row.value for row in context.of("SEGMENT", 0, cluster.start)}) == 1
        return segment_codes(rows) if alone else ()
    if not rows or not _THIS_PROGRAMME.search(context.low, cluster.sentence.start, cluster.sentence.end):
        return ()
    one = len({row.value for row in rows}) == 1
    return segment_codes(rows) if one and _PROGRAMME_FOR.search(context.low, before.start, rows[0].start) else ()


def counts_anybody(cluster: Cluster) -> bool:
    """Whether a count leaves open of whom it is (``orang``); ``masyarakat`` are the people at large."""
    slot = cluster.slots[-1]
    return slot.quantity.unit is None or bool(ANY_PERSON.fullmatch(slot.noun))


def _listed(index: int, context: Context, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """``... di Raja Ampat. Lalu, di Kabupaten Sorong N orang``: the next of a list that the sentence before began."""
    rows = [row.index for row in context.slots if row.sentence.index == index - 1 and row.index in known]
    goes_on = _GOES_ON.match(context.text, context.parsed.sentences[index].start)
    return known[rows[-1]] if rows and goes_on else ()


def _of_sentence_before(
    cluster: Cluster, before: Sentence, context: Context, known: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """``... pekerja rentan yang terlindungi. Dari sebelumnya 14.500 orang, kini 85.000 orang``: its one segment.

    Where it names none, that of the numbers it tells.
    """
    if cluster.has_percent and "UCJ" in context.text[cluster.left_start : cluster.near_end]:
        return ()  # "Targetnya 100% UCJ": of all
    if not cluster.has_percent and _ALL_MEMBERS.search(context.low, cluster.left_start, cluster.start):
        return ()  # "Dengan demikian jumlah peserta BPJS Ketenagakerjaan menjadi 31.000"
    if "target nasional" in context.low[cluster.left_start : cluster.right_end]:
        return ()  # "masih harus dikejar 21.000 peserta agar target nasional tercapai": of all
    places = context.of("REGION", cluster.left_start, cluster.start)
    start = tells_from(
        context.text, cluster.sentence
    )  # "Dari jumlah itu, Kota X menanggung N orang", "Seperti di Kota X, N orang"
    pointed = POINTS_BACK.match(context.text, start) or _FOR_EXAMPLE.match(context.text, start)
    listed = _SPREAD_OVER.search(context.low, before.start, before.end)
    told_of = {row.value for row in context.of("REGION", before.start, before.end)}
    if _LEVEL_OF.search(context.low, cluster.left_start, cluster.start):
        told_of = set()  # "capaian perlindungan di Kabupaten X masih 18 persen": of all who work there
    new = any(
        isinstance(row.value, Place) and row.value.level != "country" for row in places if row.value not in told_of
    )
    if new and not (pointed or listed):
        return ()  # a new place is a new subject
    rows = list(context.of("SEGMENT", before.start, before.end))
    told = {known[row.index] for row in context.slots if row.sentence.index == before.index and row.index in known}
    if not (rows or told) and before.index and _THEIRS.search(context.low, before.start, before.end):
        # "Pekerja informal mendominasi. Angkanya 83.000 jiwa. Dari jumlah itu, 7.150 terlindungi"
        further = context.parsed.sentences[before.index - 1]
        rows = list(context.of("SEGMENT", further.start, further.end)) if context.parsed.joined(further, before) else []
    if rows:
        if cluster.has_percent and not pointed and _OF_PLACE.search(context.low, cluster.left_start, cluster.right_end):
            return ()
        alike = len({row.value for row in rows}) == 1 or _are_one(rows, context) or _are_listed(cluster, rows, context)
        return segment_codes(rows) if alike else ()
    if WHOLE.search(context.low, cluster.sentence.start, cluster.start) and not _WHO.match(context.text, start):
        return ()  # but "Sedangkan yang terdaftar hanya N" are of those told of
    return told.pop() if len(told) == 1 else ()


def _are_one(rows: Sequence[Mention], context: Context) -> bool:
    """``pekerja informal bukan penerima upah (BPU)``, ``penerima upah atau formal``: one group by two names."""
    return all(_SAME_GROUP.fullmatch(context.text, one.end, two.start) for one, two in itertools.pairwise(rows))


def _are_listed(cluster: Cluster, rows: Sequence[Mention], context: Context) -> bool:
    """``Ketua RT, ketua RW dan kader kini terlindungi. Jumlahnya 1.870``: all those named together."""
    opens = _THEIR_NUMBER.match(context.text, cluster.sentence.start)
    return opens is not None and len(group_chain(context, rows[0], rows[-1].end)) == len(rows)


def _counts_only(cluster: Cluster, context: Context) -> bool:
    """The first number of a story, a count of people with no word of its own for whom: those of the headline."""
    if cluster.has_percent or not cluster.first_in_sentence or cluster.slots[0].quantity.unit != "workers":
        return False
    return not _COVERAGE.search(context.text, cluster.left_start, cluster.near_end)


def _of_headline(
    cluster: Cluster, context: Context, known: dict[int, tuple[str, ...]], *, opening: bool
) -> tuple[str, ...]:
    """A story whose headline names one segment goes on with it as long as its numbers do.

    Its first number may begin that where its paragraph says nothing of its own (``opening``).
    """
    rows = list(context.of("SEGMENT", 0, context.document.title_end))
    title_end = context.document.title_end
    before = [row for row in context.slots if row.index in known and title_end <= row.mention.start < cluster.start]
    if not rows or len({row.value for row in rows}) != 1:
        return ()
    if not cluster.has_percent and _ALL_MEMBERS.search(context.low, cluster.left_start, cluster.start):
        return ()  # "jumlah peserta aktif BPJS Ketenagakerjaan bertambah 12.400 orang"
    if not opening and not counts_anybody(cluster):
        return ()
    if not before:
        return segment_codes(rows) if opening and _counts_only(cluster, context) else ()
    if cluster.has_percent and _COVERAGE.search(context.text, cluster.left_start, cluster.start):
        return ()  # "mendongkrak cakupan 0,7 persen": of all
    codes, last = segment_codes(rows), before[-1]
    near = cluster.sentence.paragraph - last.sentence.paragraph <= 2
    return codes if near and known[last.index] == codes else ()
