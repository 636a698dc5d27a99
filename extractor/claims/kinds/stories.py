"""Numbers that look like coverage in a story about something else, or in words that only suppose it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claims.decisions import COVER, DISTRACTORS, ENTITY_UNITS, Answer, Case, Refusal
from extractor.claims.kinds.apart import level_behind
from extractor.claims.kinds.budgets import REACHES
from extractor.claims.kinds.missing import OUT_OF
from extractor.claims.kinds.ours import is_named_in_short
from extractor.model import Code, Cue

_CONTENT = (*COVER, "uncovered", "base", "funded", "planned", *DISTRACTORS)
_CANDIDATES = re.compile(
    r"\b(?:calon|bakal) penerima\b(?! (?:bantuan iuran|iuran|per?lindungan|kepesertaan|bpjs|jamsostek))|"
    r"\b(?:upah|gaji)(?:nya)? di bawah\b"
)
_SPENT = re.compile(r"\b(?:dipakai|digunakan|dipergunakan|dialokasikan|dibelanjakan)\s+(?:untuk|bagi)\b")
WORK_IN = re.compile(
    r"\)?\s*(?:(?:di antaranya|diantaranya|pekerja|penduduk|yang|orang)\s+)*"
    r"(?:bekerja|berusaha|berkerja|berada)\s+(?:di|pada|dalam)\b",
    re.IGNORECASE,
)
_OF_WORKFORCE = re.compile(
    r"\s*dari\s+(?:total\s+|jumlah\s+|seluruh\s+)?(?:pekerja|penduduk (?:yang )?bekerja|angkatan kerja|tenaga kerja)\b",
    re.IGNORECASE,
)
_THOSE_WHO_WORK_IN = re.compile(  # "penduduk yang bekerja pada kegiatan informal 71 juta orang atau 58 persen"
    r"\b(?:penduduk|orang|angkatan kerja|masyarakat|warga)\s+(?:yang\s+)?bekerja\s+(?:di|pada|dalam)\s+"
    r"(?:kegiatan|sektor|lapangan)\s+(?:\w+\s+)?(?:in)?formal\s+"
    r"(?:(?:sebanyak|mencapai|berjumlah|sejumlah|ada|tercatat|sekitar|sebesar|adalah|yakni|yaitu|hanya)\s+)*$"
)
_SECTOR = re.compile(r"\b(?:pekerja|tenaga kerja|sektor)\s+(?:non)?(?:in)?formal\b")
_OUT_OF_THESE = re.compile(r"\bdari\s+(?:total\s+|sekitar\s+|jumlah\s+)*$")
_GOES_ON = re.compile(r"[^.;,\d]{0,50}(?:,|\b(?:dan|serta|sedangkan|sementara|sisanya|selebihnya)\b)[^.;\d]{0,40}$")
_OWN_SEGMENTS = (Code("PU"), Code("BPU"), Code("JAKON"))  # categories of its own members (Perpres 109/2013)
_THAT_NUMBER = re.compile(
    r"[\"“]?(?:Namun|Tetapi|Akan tetapi)?,?\s*(?:[Aa]ngka|[Jj]umlah|[Cc]apaian) (?:itu|ini|tersebut)\b"
)
_ABOUT_AID = 3  # words of aid that make a story one about it
_MORE_OF_THEM = re.compile(  # "pekerja informal lebih banyak ketimbang formal dengan persentase 54 persen"
    r"\b(?:pekerja|tenaga kerja)\b[^.;]*\b(?:lebih banyak|lebih besar|lebih sedikit)\b[^.;]*\b(?:persentase|proporsi)\b"
)
_MORE_THAN_CAME = 1000  # members; fewer may be those who came to see it handed over
_MONEY_STORIES = ("benefit", "contribution", "investment")
_NUMBER_OF_MEMBERS = re.compile(  # "Dana kelolaan Rp410 triliun. Jumlah peserta 31 juta orang"
    r"\b(?:jumlah|total)\s+(?:ke)?peserta(?:an)?(?:nya)?(?:\s+(?:aktif|terdaftar|bpjs|ketenagakerjaan|bpjamsostek|jamsostek))*"
    r"(?:\s+(?:di|se)[\s-][a-z ]{3,40}?)?\s(?:(?:kini|saat ini|sudah|telah|baru|mencapai|sebanyak|tercatat|berjumlah|"
    r"adalah|sekitar|ada)\s+)*$"
)
_AMONG = re.compile(r"\s*(?:(?:,|/|dan|atau|serta|maupun|hingga|sampai|PT|\(Persero\))\s*)+")
_COMPOSED = re.compile(  # "komposisi pekerja adalah 54,5 persen formal", "pekerja informal menduduki 55 persen"
    r"\b(?:komposisi|proporsi|porsi|sebaran)\s+(?:angkatan kerja|tenaga kerja|pekerja|penduduk)\b"
    r"(?![^.;]*\b(?:yang|peserta|kepesertaan|program)\b)[^.;]*$|"
    r"\b(?:angkatan kerja|tenaga kerja|pekerja)\s+(?:(?:di|pada|sektor)\s+)*(?:in)?formal\s+"
    r"(?:menduduki|mendominasi|menempati|menguasai|mengambil porsi)\b[^.;,\d]*$|"
    # "Persentase pekerja informal turun dari 62,6 persen menjadi 60,1 persen"
    r"\b(?:persentase|presentase|presentasi|proporsi|porsi)\s+(?:penduduk bekerja|pekerja|tenaga kerja)\s+"
    r"(?:(?:di|pada|sektor)\s+)*(?:in)?formal\s+(?:(?!\b(?:yang|peserta|kepesertaan|program|terlindungi|terdaftar)\b)[^.;\d])*"
    r"\b(?:naik|turun|berkurang|bertambah|meningkat|menurun)\b[^;]*$|"
    r"\b(?:pekerja|penduduk|tenaga kerja|buruh)\s+(?:yang\s+)?"
    r"(?:berusia|berumur|berpendidikan|lulusan|tamatan)\b[^.;]*$"
)
_NAMED_AFTER_COMPLIANCE = re.compile(  # "dalam rapat koordinasi kepatuhan": what a meeting or office is called
    r"\b(?:rapat|rakor|koordinasi|forum|tim|kegiatan|bidang|seksi|divisi|petugas|sosialisasi|sinergi|evaluasi|monitoring)\s+$"
)
_LISTED = re.compile(r"[^.;,\d]{0,40}(?:,|,?\s+(?:dan|serta))\s+")
_RATES = ("compliance", "economy", "unemployment", "investment", "aid", "use")


def aside(case: Case) -> Answer:
    """A document that mentions the scheme in passing: a number counts where its sentence names it, or goes on."""
    sentence = case.cluster.sentence
    if case.context.is_about_scheme or case.context.names_scheme(sentence) or case.goes_on is not None:
        return None
    before = case.context.parsed.sentences[sentence.index - 1] if sentence.index else None
    if before is not None and case.joined(before) and case.context.names_scheme(before):
        cues = case.context.cues_in(before.start, before.end)
        if any(cue.kind in COVER[:5] or _is_member(cue, cues) for cue in cues):
            return None
    level = level_behind(case) if case.cluster.has_count and not case.cluster.says(*COVER) else None
    if level is not None and case.context.names_scheme(level.sentence):
        return None  # "Pedagang berjumlah 14.300 orang. Yang dilindungi Jamsostek 5.010 orang": the base of a level
    others = any(cue.kind in ("health", "aid") for cue in case.context.cues)
    paid = any(cue.kind.startswith("funding:") or cue.kind == "funded" for cue in case.sentence_cues)
    if paid and not others and any(cue.kind in ("covered", "registered", "funded") for cue in case.sentence_cues):
        return None  # "dilindungi dengan APBD", where no other insurance is spoken of
    if any(row.value in _OWN_SEGMENTS for row in case.context.of("SEGMENT", sentence.start, sentence.end)):
        return None
    return Refusal("the document only mentions BPJS Ketenagakerjaan in passing")


def _is_member(cue: Cue, cues: Sequence[Cue]) -> bool:
    """``peserta Jamsostek``: participants of the scheme itself."""
    return cue.kind == "participant" and any(row.kind == "jamsostek" and row.start == cue.end + 1 for row in cues)


_ALL = 100  # percent

_UHC = re.compile(r"\buhc\s+(?:(?:sebesar|mencapai|sudah|kita|hampir)\s+)*$")  # "UHC 98 persen dan UCJ 40 persen"


def other_scheme(case: Case) -> Answer:
    """The scheme named last before the number, its own clause first, is health insurance."""
    if "health" not in case.context.kinds or case.context.never_names_health:
        return None
    cluster = case.cluster
    if cluster.has_percent and _UHC.search(case.low_left) and "ucj" in case.low[cluster.end : cluster.sentence.end]:
        return Refusal("the scheme named last before it is another one, such as health insurance")
    if is_named_in_short(case):
        return None
    topics = [cue for cue in (*cluster.left, *cluster.near) if cue.kind in ("jamsostek", "health")]
    row = case.following
    if (
        row is not None
        and _OUT_OF_THESE.search(case.low_left)
        and row.says(*COVER[1:5])
        and any(cue.kind == "jamsostek" for cue in row.right)
    ):
        return (
            None  # "data BPJS Kesehatan, dari 215 ribu pekerja baru 40 ribu terdaftar Jamsostek": said behind the base
        )
    if not topics:
        before = reversed(case.context.cues_in(0, cluster.start))
        last = next((cue for cue in before if cue.kind in ("jamsostek", "health")), None)
        topics = [last] if last is not None else []
        headline = (0, case.context.document.title_end)
        told = case.context.has_cue("health", *headline) and not case.context.has_cue("jamsostek", *headline)
        aside = topics and not told and not _same_paragraph(case, topics[0]) and not _is_rest_of(case, topics[0])
        whole = case.following  # "112 dari 147 desa sudah mendaftarkan": the verb stands behind the base
        based = whole is not None and OUT_OF.fullmatch(case.text, cluster.end, whole.start)
        says = cluster.says(*COVER[1:3]) or (based and whole is not None and whole.says(*COVER[1:3]))
        if aside and (says or _mostly_ours(case)):
            return None  # an aside on health insurance ended with its paragraph
    sentence = cluster.sentence
    if _among_others(case):
        return Refusal("it counts members of several schemes together")
    if topics and all(cue.kind == "health" for cue in topics):
        if case.context.of("PROGRAMME", sentence.start, sentence.end):
            return None  # JKK, JKM and the like are this scheme's own
        return Refusal("the scheme named last before it is another one, such as health insurance")
    return None


def _is_rest_of(case: Case, topic: Cue) -> bool:
    """``UHC 83 persen. / Sekitar 17 persen belum ter-cover``: what is left of the other scheme's, a paragraph later."""
    index = case.cluster.slots[0].index
    before = case.context.slots[index - 1] if index else None
    if before is None or before.mention.start < topic.start or not (before.is_percent and case.cluster.has_percent):
        return False
    near = case.cluster.sentence.index - before.sentence.index <= 1
    return near and before.quantity.value + case.cluster.slots[0].quantity.value == _ALL


def _among_others(case: Case) -> bool:
    """``DPLK, BPJS Ketenagakerjaan, Taspen, atau Asabri, N peserta``: the scheme in a list of three and more."""
    run: list[Cue] = []
    for cue in reversed(case.context.cues_in(case.cluster.sentence.start, case.cluster.start)):
        if cue.kind not in ("jamsostek", "health"):
            continue
        if run and not _AMONG.fullmatch(case.text, cue.end, run[-1].start):
            break
        run.append(cue)
    return len(run) > 2 and {cue.kind for cue in run} == {"jamsostek", "health"}


def candidates(case: Case) -> Answer:
    """``data N peserta aktif dengan upah di bawah ... sebagai calon penerima``: chosen for aid."""
    if case.cluster.has_count and _CANDIDATES.search(case.low, case.cluster.end, case.cluster.right_end):
        return Refusal("it counts candidates for aid")
    return None


def spent(case: Case) -> Answer:
    """``Dari DBH yang diterima, 80 persen harus dipakai untuk jalan``: a share of money."""
    if case.cluster.has_count or case.cluster.says(*COVER):
        return None
    spent = _SPENT.search(case.low, case.cluster.end, case.cluster.near_end) or _of_an_amount(case)
    return Refusal("a share of money spent") if spent else None


def _of_an_amount(case: Case) -> bool:
    """``Dana desa Rp94 miliar, terserap 71 persen``: an amount was told, and since then nothing of people or cover."""
    start = case.cluster.left_start
    money = case.context.of("MONEY", start, case.cluster.start)
    if not money:
        return False
    said = case.context.cues_in(money[-1].end, case.cluster.start)
    others = any(cue.kind in (*COVER, "uncovered", "target", "jamsostek", "base") for cue in said)
    return not others and not any(mark in case.text[money[-1].end : case.cluster.start] for mark in "();")


def _mostly_ours(case: Case) -> bool:
    """Whether a document speaks of this scheme twice as often as of others."""
    kinds = [cue.kind for cue in case.context.cues]
    return kinds.count("jamsostek") >= 2 * kinds.count("health")


def _same_paragraph(case: Case, cue: Cue) -> bool:
    return case.context.parsed.sentence_at(cue.start).paragraph == case.cluster.sentence.paragraph


def other_story(case: Case) -> Answer:
    """A document whose headline is about benefits, money, jobs or aid: only words of cover count."""
    if case.context.headline_topic is None or _is_insured(case) or _goes_on_with_cover(case):
        return None
    if case.cluster.has_count and not case.cluster.says(*DISTRACTORS) and level_behind(case) is not None:
        return None  # "Di Bali ada 41.000 guru honorer. Yang terlindungi baru 12.000": the base of a level
    if case.following is not None and case.following.says(*COVER[1:5]) and _OUT_OF_THESE.search(case.low_left):
        return None  # "dari 15 juta penduduk yang bekerja, 4,3 juta sudah terlindungi"
    if (
        case.following is not None
        and case.following.says(*COVER[1:3])
        and _LISTED.fullmatch(case.text, case.cluster.end, case.following.start)
    ):
        return None  # "4.790 pegawai dan 4.120 perangkat desa dilindungi": the verb behind both
    whole = case.following if case.following is not None and case.following.says(*COVER[1:5], "uncovered") else None
    if whole is not None and OUT_OF.fullmatch(case.text, case.cluster.end, whole.start):
        return None  # "22 ribu dari 310 ribu buruh belum terdaftar": the verb behind both
    return Refusal(f"the headline is about something else: {DISTRACTORS[case.context.headline_topic]}")


def _goes_on_with_cover(case: Case) -> bool:
    """``N pekerja yang terdaftar. Atau P persen``: in a paragraph that counts cover, with nothing else said."""
    before, cluster = case.continues, case.cluster
    if before is None:
        return False
    points_back = _THAT_NUMBER.match(case.text, cluster.sentence.start)
    if not case.joined(before.cluster.sentence) and not points_back:
        return False
    return not any(cue.kind in DISTRACTORS or cue.kind == "health" for cue in case.sentence_cues)


_MEMBERS_OF_IT = re.compile(  # "jumlah peserta BPJS Ketenagakerjaan di Kota X mencapai N"
    r"(?:^\W*|\b(?:jumlah|total|bahwa|kini|ini|itu|menyebut(?:kan)?|mengatakan),? )(?:total |para )?"
    r"(?:peserta|kepesertaan) (?:aktif )?(?:bpjs ketenagakerjaan|bpjs tk|bp ?jamsostek|jamsostek)(?: aktif)?"
    r"(?: (?:di|se)[\s-][^.;,\d]{3,40}?)?(?: (?:saat ini|kini|sudah|telah|baru))*"
    r" (?:mencapai|sebanyak|sejumlah|berjumlah|sebesar|tercatat|ada|adalah)(?: \w+)? *$"
)


def _is_insured(case: Case) -> bool:
    """Whether a word of cover is said of the number; to be registered, it takes the scheme's name in the sentence."""
    if case.cluster.says(*COVER[:2], *COVER[3:5], "uncovered"):
        return True
    if case.cluster.has_count and _MEMBERS_OF_IT.search(case.low_left) and not case.cluster.says(*DISTRACTORS):
        return True
    members = case.context.of("SEGMENT", case.cluster.start, max(case.cluster.near_end, case.cluster.end))
    if members and members[0].value in _OWN_SEGMENTS and case.cluster.has_count and case.topic:
        return True
    if (
        case.cluster.has_count
        and case.cluster.slots[0].quantity.value >= _MORE_THAN_CAME
        and case.context.headline_topic in _MONEY_STORIES
        and case.topic
        and _NUMBER_OF_MEMBERS.search(case.low_left)
    ):
        return True
    base = case.cluster.last("base")
    if base is not None and case.text[base.start : base.end].lower().startswith("potensi") and case.topic:
        return True  # a potential is one of members
    if case.context.headline_topic == "contribution" and case.cluster.says("registered", "funded"):
        return True  # a story about who pays the contributions counts those they are paid for
    if case.cluster.says("registered") and case.cluster.says("funded"):
        return True  # "mendaftarkan dan membayar iuran bagi N pekerja": who is registered and paid for is in
    return case.cluster.says("registered") and case.context.names_scheme(case.cluster.sentence)


def of_aid(case: Case) -> Answer:
    """``7.288 peserta di Maluku`` in a story about wage subsidies: members are counted as those who get them."""
    kinds = [cue.kind for cue in case.context.cues]
    if (
        kinds.count("aid") < _ABOUT_AID
        or case.unit in ENTITY_UNITS
        or case.cluster.says(*COVER[:3], "uncovered", "funded", "planned")
    ):
        return None
    if sum(kind in (*COVER[:3], "uncovered") for kind in kinds) > kinds.count("aid"):
        return None
    return Refusal(DISTRACTORS["aid"]) if case.cluster.has_count or not case.sentence_covers else None


def labour(case: Case) -> Answer:
    """``38,4 persen bekerja di sektor formal, selebihnya 61,6 persen``: the labour force, not its cover."""
    cluster = case.cluster
    if cluster.says(*COVER, "uncovered", "target", "gap"):
        return None
    if cluster.has_count and cluster.has_percent and WORK_IN.match(case.text, cluster.end):
        return Refusal(DISTRACTORS["unemployment"])
    if cluster.has_count and cluster.has_percent and _THOSE_WHO_WORK_IN.search(case.low_left):
        return Refusal(DISTRACTORS["unemployment"])
    if cluster.has_count and not (cluster.has_percent and case.following is not None):
        return None
    if WORK_IN.match(case.text, cluster.end) or (
        _OF_WORKFORCE.match(case.text, cluster.end) and not cluster.says("reached") and _SECTOR.search(case.low_left)
    ):
        return Refusal(DISTRACTORS["unemployment"])
    for pattern in (_MORE_OF_THEM, _COMPOSED) if cluster.has_percent else ():
        if pattern.search(case.low, cluster.sentence.start, cluster.start):
            return Refusal(DISTRACTORS["unemployment"])
    before = case.context.before(cluster)
    if is_named_in_short(case) or (before and case.context.has_cue("jamsostek", before.end, cluster.start)):
        return None  # "Cakupan JKN 97 persen, sedangkan Jamsostek baru 17 persen": another scheme's number
    if before is None or not before.has_percent or (case.previous and case.previous.cluster.index == before.index):
        return None
    if case.context.of("REGION", before.end, cluster.start) and cluster.last("coverage", *COVER[1:3]) is None:
        cues = case.context.cues_in(cluster.sentence.start, before.end)
        if any(cue.kind == "coverage" for cue in cues):
            return None  # "tiga daerah cakupannya di atas 50 persen, yakni Kota X 61 persen": the places themselves
    goes_on = _GOES_ON.match(case.text, before.end, cluster.start) or any(cue.kind == "rest" for cue in cluster.left)
    return Refusal("it goes on with a percentage that is not claimed") if goes_on else None


def distractor(case: Case) -> Answer:
    """The last word of content before the number, or the one right after it, speaks of something else.

    A rate of its own (compliance, satisfaction, unemployment, returns) stays what it is whatever people its
    clause names, until coverage itself is named. ``diikuti Maluku dengan N orang`` is a list, not an
    audience; contributions turn percentages, not counts, into money.
    """
    cluster = case.cluster
    whole = case.following  # "4 dari 10 perusahaan yang patuh": what is said behind the base is said of the part
    parted = whole is not None and OUT_OF.fullmatch(case.text, cluster.end, whole.start)
    beside = (*cluster.near, *(whole.near if whole is not None and parted else ()))
    if any(cue.kind == "compliance" and not _is_of_others(case, cue) for cue in beside):
        return Refusal(DISTRACTORS["compliance"])
    rate = cluster.last(*_RATES, "coverage")
    paid = cluster.last("funded")  # "penyaluran bantuan iuran": the aid is that of the contributions
    if rate is not None and rate.kind == "aid" and paid is not None and paid.start >= rate.end:
        rate = None
    if rate is not None and rate.kind == "compliance" and _is_of_others(case, rate):
        rate = None
    if rate is not None and rate.kind in _RATES and (cluster.has_percent or rate.kind == "compliance"):
        return Refusal(DISTRACTORS[rate.kind])
    last = cluster.last(*_CONTENT)
    near = next((cue for cue in cluster.near if cue.kind in _CONTENT), None)
    for cue in (last, near):
        if cue is None or cue.kind not in DISTRACTORS:
            continue
        ranked = cue.kind == "event" and case.low.startswith("diikuti", cue.start)
        if ranked and case.context.of("REGION", cue.end, cluster.start):
            continue
        if cue.kind == "compliance" and _is_of_others(case, cue):
            continue
        said = cluster.last("say") if cue.kind == "event" and cue is last else None
        if said is not None and said.start >= cue.end and near is not None and near.kind not in DISTRACTORS:
            continue  # "Di hadapan tamu undangan ia menjelaskan, ada 91 desa yang telah mendaftar": only said there
        if cue.kind == "benefit" and cue is near and REACHES.search(case.low_left):
            continue  # "asuransi ketenagakerjaan ini mencakup 4.100 penerima manfaat": those it covers
        if cue.kind == "contribution" and not cluster.has_percent:
            continue
        if cue is near and last is not None and last.kind not in DISTRACTORS and cue.kind != "benefit":
            continue
        if cue is near and cue.kind == "economy":
            continue
        return Refusal(DISTRACTORS[cue.kind])
    return None


def _is_of_others(case: Case, word: Cue) -> bool:
    """``lewat operasi kepatuhan 4.300 pekerja terdaftar``: employers comply, and workers are insured.

    Those who are counted must have a word of cover of their own, behind that of compliance.
    """
    cluster = case.cluster
    if _NAMED_AFTER_COMPLIANCE.search(case.low, max(0, word.start - 40), word.start):
        return True
    if cluster.has_percent or case.unit != "workers" or "kepatuhan" not in case.low[word.start : word.end]:
        return False
    verbs = [cue for cue in (*cluster.left, *cluster.near) if cue.kind in (*COVER[1:3], "uncovered")]
    return word.start >= cluster.end or any(cue.start >= word.end for cue in verbs)
