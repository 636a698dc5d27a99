"""Numbers that look like coverage and are none: of regions, of inhabitants, thresholds, of each, or asked for."""

from __future__ import annotations

import re

from extractor.claims.abroad import is_of_others
from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Refusal
from extractor.claims.kinds.missing import OUT_OF
from extractor.numbers import exponent

_AND = re.compile(r"\s*(?:,|dan|serta)\s*")
_BESIDE_DISTRICTS = re.compile(r"\b(?:kecamatan|distrik)\s*(?:,|dan|serta|dengan|,\s*serta)\s*$")
_NUMBER_OF_UNITS = re.compile(
    r"\b(?:jumlah|total)\s+(?:desa|kelurahan|kecamatan|kampung|nagari|distrik|rt|rw|dusun|kabupaten)(?:nya)?"
    r"(?:\s(?:di|se)[\s-][a-z ]{3,30}?)?\s+(?:(?:ada|sebanyak|mencapai|adalah)\s+)*$"
)
_POPULATION = re.compile(r"\b(?:jumlah|total) penduduk(?:nya)?\b(?! (?:yang )?(?:bekerja|usia kerja))[^.;,]*$")
_OF_INHABITANTS = re.compile(  # "usia produktif 58 persen dari 390 ribu penduduk"
    r"\s+dari\s+(?:total\s+|sekitar\s+|jumlah\s+)*(?:[\d.,]+\s+(?:ribu\s+|juta\s+)?)?(?:jiwa\s+)?penduduk\b"
    r"(?! (?:yang )?(?:bekerja|usia kerja))"
)
_WHOSE_NUMBER = re.compile(  # "menyasar pekerja informal yang jumlahnya hingga 72 persen dari total"
    r"\byang\s+jumlahnya\s+(?:(?:hingga|mencapai|sekitar|sampai|hampir|lebih dari)\s+)*$"
)
_POTENTIAL = re.compile(r"\bpotensi(?:nya| peserta| kepesertaan| di [^.;,]*)?\s+(?:\w+\s+){0,2}$")
_THEIR_POTENTIAL = re.compile(  # "padahal potensinya 72 persen": how many of all who work they are
    r"\bpotensi(?:nya|\s+(?:mereka|ini|itu|tersebut))\s+(?:(?:mencapai|sebesar|sekitar|hingga|ada|adalah)\s+)*$"
)
_COULD_BE_MEMBERS = re.compile(
    r"[^.;,\d]{0,30}?\s(?:berpotensi|layak|wajib|berhak|bisa|dapat|harus)\s+(?:untuk\s+)?"
    r"(?:(?:men)?jadi\s+peserta|terdaftar|didaftarkan|terlindungi|dilindungi|mendaftar|ikut)\b"
)
_NOT_YET = re.compile(r"\bbelum\s+(?:sampai\s+|mencapai\s+)?$")
_ITS_NUMBER = re.compile(
    r"\b(?:angkanya|jumlahnya|totalnya)\s+(?:(?:mencapai|sekitar|sebanyak|ada|kini|hampir|lebih dari)\s+)*$"
)
_WORKERS = re.compile(r"\b(?:pekerja|tenaga kerja|buruh|nelayan|petani)\b")
_ASKED = re.compile(
    r"\b(?:meminta|minta|mendorong|mengimbau|menghimbau|mengajak|mewajibkan|mendesak|mengharapkan)\s+(?:agar\s+|kepada\s+|sebanyak\s+)*$"
)
_ARE_ASKED = re.compile(  # "2.100 pelaku UMKM di Alor diimbau ikut"
    r"(?:(?!\b(?:berhasil|yang|mau)\b)[^.;,\d]){0,40}?\s(?:diimbau|dihimbau|diajak|didorong|disarankan|dianjurkan|diserukan)\s+"
    r"(?:(?:untuk|agar|supaya|segera|bisa|dapat|bergegas)\s+)*"
    r"(?:ikut|(?:men)?jadi (?:peserta|anggota)|mendaftar|terdaftar|bergabung|terlindungi|mengikuti|memiliki)\b"
)
_OTHERS = re.compile(r"\s*(?:pekerja\s+|tenaga kerja\s+|peserta\s+)?(?:lainnya|yang lain|sisanya)\b")
_SEVERAL_PLACES = re.compile(
    r"(?:\b\d+ dari (?=\d)|(?<!dari )(?<!Dari )\b)(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"belasan|puluhan|beberapa|sejumlah)\s+"
    r"(?:daerah|kabupaten|kota|kabupaten/kota|provinsi|kecamatan|wilayah)\b[^.;,]*$",
    re.IGNORECASE,
)
_SUCH_PLACES = re.compile(  # "terutama di daerah yang coverage-nya di bawah 50 persen"
    r"\b(?:daerah|kabupaten/kota|wilayah)\s+(?:yang|dengan)\s[^.;,\d]*\b(?:coverage|cakupan|kepesertaan|capaian)[^.;,\d]*"
    r"\b(?:di ?bawah|di ?atas|kurang dari|lebih dari)\s+$"
)
_SURPASS = re.compile(r"\b(?:me)?(?:lampaui|lebihi|lewati)\s+(?:angka\s+)?$")
_SO_MANY = re.compile(r"\b\d+\s+yang\b[^.;,]*$")  # "dari 514 kabupaten/kota, baru 87 yang ..."
_TENS_TO = re.compile(  # "belasan ribu sampai dua puluh ribu peserta": nobody counted them
    r"\b(?:belasan|puluhan|ratusan|ribuan|jutaan)(?:\s+(?:ribu|juta))?(?:\s+(?:orang|pekerja|peserta))?\s+"
    r"(?:hingga|sampai|atau|bahkan)\s+(?:(?:dengan|bahkan|mungkin)\s+)?$"
)
_CUT_OFF = re.compile(r"(?<![\d.,])\d{1,3}\. $")
_TITLE = re.compile(
    r"\b(?:dinobatkan|diresmikan|dicanangkan|ditetapkan|dikukuhkan|menjadi|sebagai)\s[^.;,]{0,20}"
    r"\bdesa (?:sadar|peduli)\b"
)
_HAS_PAID = re.compile(
    r"\s*(?:lainnya\s+)?(?:yang\s+)?(?:(?:sudah|telah|belum|tidak)\s+)?(?:membayar(?:kan)?|melunasi|menunggak)\s+(?:iuran|tunggakan)?",
    re.IGNORECASE,
)
_WARNED = re.compile(  # "318 perusahaan yang belum mendaftar mendapat surat peringatan"
    r"[^.;\d]*\b(?:mendapat(?:kan)?|menerima|diberi(?:kan)?|dikirimi|dijatuhi|dikenai|terkena)\s+"
    r"(?:surat\s+(?:peringatan|teguran|panggilan)|somasi|teguran|sanksi|peringatan)\b"
)
_CAUGHT = re.compile(  # "17 perusahaan kedapatan lalai mendaftarkan buruhnya"
    r"\s*(?:[a-z]+\s+){0,2}?(?:yang\s+)?(?:(?:sudah|telah|masih|juga)\s+)*"
    r"(?:ketahuan|kedapatan|terbukti|bandel|membandel|nakal|mangkir|melanggar|dipanggil|disanksi|digugat|ditindak)\b"
)
_TITLED = re.compile(r"\s+(?:sadar|peduli)\b")  # "minimal memiliki 3 desa sadar jaminan sosial"
_NEEDED = re.compile(r"[^.;,\d]{0,20}\byang\s+(?:kita |kami |di|akan di)?(?:perlukan|butuhkan)\b", re.IGNORECASE)
_FEW = re.compile(r"\d{1,3}")
_THREE = re.compile(r"\d{3}(?![\d.,])")
_CUT_COMMA = re.compile(r"\s,\s?\d")
_APART = re.compile(r"(?<![\d.,/-])[1-9]\d{0,2} $")  # "di kecamatan itu 41 380 peserta"
_BEHIND_COMMA = re.compile(r"\d\s,\s?$")
_FAR_FROM = re.compile(r"\bjauh\s+dari\s+(?:angka\s+)?$")
_EACH = re.compile(r"\b(?:tiap|setiap)\s+$")
_LIVE_IN = re.compile(  # "pekerja informal yang ada di 4 desa telah mendaftar": the workers, not the villages
    r"\b(?:pekerja|warga|masyarakat|petani|nelayan|buruh|peserta|informal|formal|rentan|kerja)\s+(?:yang\s+)?"
    r"(?:ada|berada|tinggal|bekerja|berdomisili|berasal|didata|terdata|tersebar)\s+(?:di|dari|pada)\s+"
    r"(?:(?:sekitar|sebanyak|total)\s+)*$"
)
_CUT_DECIMAL = re.compile(
    r"\b(?:sebesar|mencapai|menjadi|angka|hanya|baru|sekitar|menyentuh|capai|adalah|yakni|yaitu)\s+\d{1,2},\s$",
    re.IGNORECASE,
)
_ALL_PEOPLE = 300_000_000
_OF_FEW = re.compile(r"\b(?:\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s+dari\s+$")
_ROUND = (10, 100)
_PLAIN = re.compile(r"\b(?:orang|pekerja|tenaga kerja|warga|penduduk)$")
_FROM_EVERY = re.compile(r"\bdari\s+(?:setiap\s+|tiap\s+)?$")
_OF_THOSE = re.compile(r"(?:/\w+)?[^.;,\d]{0,30},?\s+(?:(?:baru|hanya|sebanyak|ada|sekitar|sudah|terdapat)\s+)*")
_ITS_PEOPLE = re.compile(  # "provinsi yang penduduknya lebih dari 2,4 juta jiwa"
    r"\b(?:ber)?penduduk(?:nya)?\s+(?:(?:lebih|kurang|dari|sekitar|sebanyak|mencapai|berjumlah|sejumlah|hampir|ada)\s+)*$"
)
_OF_THE_WORLD = re.compile(
    r"\b(?:penduduk|pekerja|warga|masyarakat|rata-rata|tingkat)\s+(?:\w+\s+)?(?:dunia|global|asia|asean|eropa)\b[^.;]*$|"
    r"\bdi\s+(?:seluruh\s+)?(?:dunia|negara lain|negara maju|negara-negara)\b[^.;]*$"
)


def administrative(case: Case) -> Answer:
    """Numbers of provinces, kabupaten and kota are no coverage."""
    if case.unit == "villages":
        if _BESIDE_DISTRICTS.search(case.low_left):
            return Refusal("it counts administrative units")  # "delapan kecamatan serta 46 kelurahan"
        rows = case.context.of("COUNT", case.cluster.sentence.start, case.cluster.start)
        units = getattr(rows[-1].value, "unit", None) if rows else None
        if units == "regions" and _AND.fullmatch(case.text, rows[-1].end, case.cluster.start):
            return Refusal("it counts administrative units")  # "terdiri dari 20 kecamatan dan 311 desa"
    before = case.context.slots[case.cluster.slots[0].index - 1] if case.cluster.slots[0].index else None
    of_units = case.unit is None and before is not None and before.quantity.unit == "regions"
    if of_units and before is not None and _OF_THOSE.fullmatch(case.text, before.mention.end, case.cluster.start):
        return Refusal("it counts administrative units")  # "Dari 514 kabupaten/kota, 311 telah menganggarkan"
    row = case.following
    more = row is not None and row.slots[0].quantity.value > case.cluster.slots[0].quantity.value
    if case.unit is None and more and _NUMBER_OF_UNITS.search(case.low_left):
        return Refusal("it counts administrative units")  # "jumlah desa 196 dan jumlah pekerja 61.300"
    return Refusal("it counts administrative units") if case.unit == "regions" else None


def titled(case: Case) -> Answer:
    """``198 desa diresmikan menjadi Desa Sadar Jamsostek``: titles are no registrations, those needed no members."""
    if case.unit in ENTITY_UNITS and _HAS_PAID.match(case.text, case.cluster.end):
        return Refusal(DISTRACTORS["compliance"])
    if case.unit in ENTITY_UNITS and (
        _WARNED.match(case.low, case.cluster.end) or _CAUGHT.match(case.low, case.cluster.end)
    ):
        return Refusal(DISTRACTORS["compliance"])
    if case.unit in ENTITY_UNITS and _EACH.search(case.low_left):
        return Refusal("an average of each, or of a day")
    if case.unit == "villages" and _LIVE_IN.search(case.low_left):
        return Refusal("it says where workers live, not which villages are in")
    if case.unit == "villages" and _TITLED.match(case.low, case.cluster.end):
        return Refusal("villages given a title")
    if case.unit == "villages" and _TITLE.search(case.low, case.cluster.left_start, case.cluster.right_end):
        return Refusal("villages given a title")
    if case.cluster.has_count and _NEEDED.match(case.text, case.cluster.end):
        return Refusal("it counts those who are needed for some work")
    return None


def ratio(case: Case) -> Answer:
    """``3 dari 10 pekerja``: a ratio in small numbers, nobody counted ten workers."""
    quantity = case.cluster.slots[0]
    spelled = case.unit in ENTITY_UNITS and quantity.mention.quote[0].isalpha()  # "tiga dari empat perusahaan"
    counted = (case.unit == "workers" or spelled) and quantity.quantity.value <= 100
    if case.cluster.has_percent and case.low.startswith(" pun ", case.cluster.end) and _NOT_YET.search(case.low_left):
        return Refusal("'not one percent' is no level")
    if counted and (
        _OF_FEW.search(case.low_left) or (quantity.quantity.value in _ROUND and _EACH.search(case.low_left))
    ):
        return Refusal("a ratio in small numbers")
    return Refusal("a ratio in small numbers") if _is_of_round_few(case) else None


def _is_of_round_few(case: Case) -> bool:
    """``Dari 100 orang angkatan kerja, baru 28 orang terjamin``: a ratio to ten or a hundred, its part no less."""
    before = case.context.before(case.cluster)
    whole = case.cluster if case.following is not None else before
    part = case.following if whole is case.cluster else case.cluster
    if whole is None or part is None or whole.has_percent or part.has_percent:
        return False
    few, of_them = whole.slots[0], part.slots[0]
    if (
        few.quantity.unit != "workers"
        or few.quantity.value not in _ROUND
        or _PLAIN.search(few.mention.quote.lower()) is None
    ):
        return False
    return of_them.quantity.value < few.quantity.value and bool(
        _FROM_EVERY.search(case.low, whole.sentence.start, whole.start)
    )


def inhabitants(case: Case) -> Answer:
    """``penduduk kabupaten itu 3,6 juta jiwa``: all who live there, not those who work."""
    shared = case.cluster.has_percent and _OF_INHABITANTS.match(case.low, case.cluster.end)
    if shared and not case.cluster.says(*COVER, "uncovered", "target"):
        return Refusal("it counts inhabitants, not workers")
    if (
        case.cluster.has_percent
        and (_WHOSE_NUMBER.search(case.low_left) or _THEIR_POTENTIAL.search(case.low_left))
        and not any(cue.kind in COVER for cue in case.cluster.near)
    ):
        return Refusal(DISTRACTORS["unemployment"])
    plain = case.unit is None or (
        case.cluster.has_count and case.cluster.slots[0].mention.quote.lower().endswith(" orang")
    )
    population = _POPULATION.search(case.low_left) if plain else None
    if (population and "kerja" not in population[0] and "potensi" not in population[0]) or _ITS_PEOPLE.search(
        case.low_left
    ):
        return Refusal("it counts inhabitants, not workers")
    if case.cluster.has_percent or case.unit != "workers":
        return None
    quote = case.cluster.slots[0].mention.quote.lower()
    if not quote.endswith(("jiwa", "penduduk", "warga")) or case.cluster.says(
        *COVER, "uncovered", "target", "funded", "planned"
    ):
        return None
    listed = case.previous is not None and case.previous.unit in (case.unit, None)
    if listed and (case.coordinated() or case.cluster.last("become", "up", "down")):
        return None  # "Kota X 5.100 jiwa, Kota Y 2.600 jiwa", "lalu naik menjadi 5.100 jiwa": of a list of workers
    if case.previous is not None and OUT_OF.fullmatch(case.text, case.previous.cluster.end, case.cluster.start):
        return None  # "baru 2.000 jiwa dari total 13.500 jiwa": of those just counted
    whole = case.following
    if whole is not None and OUT_OF.fullmatch(case.text, case.cluster.end, whole.start) and whole.says(*COVER[1:5]):
        return None  # "baru 4.100 jiwa dari 9.800 pekerja informal yang terdaftar"
    if _COULD_BE_MEMBERS.match(case.low, case.cluster.end):
        return None  # "29 ribu jiwa yang berpotensi menjadi peserta"
    if case.context.of("SEGMENT", case.cluster.left_start, case.cluster.near_end) or _POTENTIAL.search(case.low_left):
        return None
    before = case.previous
    if before is not None and before.cluster.slots[0].mention.quote.lower().endswith("jiwa") and case.coordinated():
        return None  # "calon peserta di Sikka 2.700 jiwa, Ende 2.400 jiwa": the next of a list
    told, whole = case.continues, case.following
    named = any(word in case.low_left for word in ("penduduk", "warga", "populasi", "masyarakat"))
    if (
        not named
        and told is not None
        and "jiwa" in told.cluster.slots[0].mention.quote.lower()
        and told.unit == "workers"
    ):
        return None  # "melindungi 7.310 jiwa pekerja rentan. Di Kecamatan X jumlahnya 1.140 jiwa"
    if whole is not None and OUT_OF.fullmatch(case.text, case.cluster.end, whole.start):
        of_workers = whole.slots[0].quantity.unit == "workers" and whole.says(*COVER, "uncovered")
        if of_workers and not whole.slots[0].mention.quote.lower().endswith(("jiwa", "penduduk", "warga")):
            return None  # "baru 7.310 jiwa dari total 71.300 pekerja informal yang terdaftar"
    if not named and _ITS_NUMBER.search(case.low_left) and _are_workers(case):
        return None  # "Pekerja informal mendominasi. Angkanya mencapai 83 juta jiwa"
    words = case.text[case.cluster.left_start : case.cluster.near_end].lower()
    if any(word in words for word in ("bekerja", "pekerja", "angkatan kerja", "tenaga kerja", "usia kerja")):
        return None
    return Refusal("it counts inhabitants, not workers")


def _are_workers(case: Case) -> bool:
    """Whether the sentence before, beside this one, speaks of workers and counts nobody."""
    sentences, index = case.context.parsed.sentences, case.cluster.sentence.index
    before = sentences[index - 1] if index else None
    if before is None or case.cluster.sentence.paragraph - before.paragraph > 1 or case.context.in_sentence(before):
        return False
    return _WORKERS.search(case.low, before.start, before.end) is not None


def abroad(case: Case) -> Answer:
    """``rata-rata penduduk dunia yang mendapat jaminan sosial 46 persen``: of the world, not of a region.

    Nor of one ``sedangkan Malaysia sudah 70 persen``; migrant workers are counted where they work.
    """
    others = _OF_THE_WORLD.search(case.low_left) or (
        case.cluster.has_percent and is_of_others(case.cluster, case.context)
    )
    return Refusal("it is a figure of the world or another country") if others else None


def others(case: Case) -> Answer:
    """``tugas menjaring 56 persen lainnya``: the rest of a level just given, not a level."""
    if case.cluster.has_count or not _OTHERS.match(case.text, case.cluster.end):
        return None
    return Refusal("the others, beside a percentage given before")


def not_all(case: Case) -> Answer:
    """``meski belum 100 persen mengikuti program``: says only that not all are in."""
    quantity = case.cluster.slots[0].quantity
    if case.unit == "percent" and quantity.value == 100 and "less_than" in quantity.qualifier:
        return Refusal("'not yet 100 percent' is no level")
    if case.unit == "percent" and _FAR_FROM.search(case.low_left):
        return Refusal("'far from' a percentage is no level")
    if case.unit == "percent" and quantity.value == 100 and _NOT_YET.search(case.low_left):
        return Refusal("'not yet 100 percent' is no level")
    return None


def broken(case: Case) -> Answer:
    """``peringkat 41. 350 peserta``: digits that may belong to the number before them, and nothing says so.

    Nor is one of more people than the nation has (285 million in 2025): money without its ``Rp``, or a misprint.
    """
    count = next((slot.quantity for slot in case.cluster.slots if not slot.is_percent), None)
    if (count is not None and exponent(count.value) < -3) or _CUT_COMMA.match(case.text, case.cluster.end):
        return Refusal("its digits are broken by a blank")  # "612.4088 pekerja", "tumbuh 108 ,36 persen"
    apart = case.text[case.cluster.start : case.cluster.start + 3].isdigit() and _APART.search(
        case.text, max(0, case.cluster.start - 6), case.cluster.start
    )
    if apart or _BEHIND_COMMA.search(case.text, max(0, case.cluster.start - 4), case.cluster.start):
        return Refusal("its digits are broken by a blank")
    if count is not None and _TENS_TO.search(case.low_left):
        return Refusal("a number that is only guessed at")
    if case.unit in ("workers", None) and case.cluster.slots[0].quantity.value > _ALL_PEOPLE:
        return Refusal("more people than the nation has")
    cut = _CUT_OFF.search(case.text, max(0, case.cluster.start - 8), case.cluster.start)
    first = case.unit is None and case.text[case.cluster.end : case.cluster.end + 2] == ". "
    if (cut and _THREE.match(case.text, case.cluster.start)) or (
        first and _THREE.match(case.text, case.cluster.end + 2) and _FEW.fullmatch(case.cluster.slots[0].mention.quote)
    ):
        return Refusal("its digits are broken by a blank")
    if case.cluster.has_percent and _CUT_DECIMAL.search(case.text, max(0, case.cluster.start - 24), case.cluster.start):
        return Refusal("its digits are broken by a blank")  # "sebesar 43, 54 persen"
    return None


def threshold(case: Case) -> Answer:
    """``Empat daerah melampaui 50 persen``: what several places are above or below is no level of any of them."""
    quantity = case.cluster.slots[0].quantity
    beyond = {"more_than", "less_than"} & set(quantity.qualifier) or _SURPASS.search(case.low_left)
    some = case.context.of("COUNT", case.cluster.sentence.start, case.cluster.start)
    among = any(getattr(row.value, "unit", None) == "regions" for row in some) and _SO_MANY.search(case.left)
    such = _SUCH_PLACES.search(case.low_left)
    if case.unit == "percent" and ((beyond and (among or _SEVERAL_PLACES.search(case.left))) or such):
        return Refusal("a threshold that several places are above or below")
    return None


def asked(case: Case) -> Answer:
    """``meminta 66 desa segera mendaftarkan perangkatnya``: asked to join, not in."""
    cluster = case.cluster
    counted = case.unit == "workers" and not cluster.says("gap", "rest", "uncovered", "planned")
    if counted and _ARE_ASKED.match(case.low, cluster.end):
        return Refusal("it counts those asked to join")
    if not cluster.has_count or not _ASKED.search(case.low_left) or not any(cue.kind in COVER for cue in cluster.near):
        return None
    return None if any(cue.kind == "reached" for cue in cluster.near) else Refusal("it counts those asked to join")
