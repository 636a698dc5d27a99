"""Who is named as speaking in a stretch of text, and who "dia" is: who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.claims.paragraphs import LEVEL
from extractor.frozen import dataclass
from extractor.language import Parsed
from extractor.model import Cue, Found, Official
from extractor.regions import entry

KINDS = frozenset({
    "say", "say_tag", "say_clitic", "say_pronoun", "pronoun", "according", "say_passive", "document_source",
    "reporter_voice", "anaphora", "rest", "goes_on",
})  # fmt: skip
_RECORDS = "mencatat"  # of an organisation: a document; of a person: a verb of saying
_ALSO_SAY = frozenset({_RECORDS, "menargetkan"})  # verbs of saying that are cues of another kind too
_FAR = 110  # characters between a subject and its verb
# "A mewakili B mengatakan": A speaks; of a speech of A's that B reads out the words are A's.
_COMPANION = re.compile(
    r"^[ ,]*(?:yang )?(?:mewakili|didampingi(?: oleh)?|dibacakan(?: oleh)?|bersama(?: dengan)?|atas nama|menggantikan"
    r"|dan|serta|kepada|dengan|di hadapan) $"
)
_ADVERB = re.compile(
    r"(?: (?:juga|pun|turut|kembali|lalu|lantas|kemudian|sendiri|secara \w+|telah|ikut|sempat|tak|tidak))+ $"
)
_PROPER = re.compile(r"((?:[A-Z][\w'’.-]* )*[A-Z][\w'’-]*)[,)]? ?$")
_PREPOSITION = re.compile(
    r"(?:^|\W)(?:di|ke|dari|pada|dalam|hari|oleh|untuk|bulan|kepada|dengan|saat|usai|dan|serta|bersama) $",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"\b(?:sementara|sedangkan|namun|tetapi|bahwa|karena|ketika|padahal)(?: itu,?)? $")
_BY = ("", "oleh", "Bapak", "Ibu", "Pak", "Bu")
_LATER_BY = re.compile(r" [^.;:\"“”\n]{0,60}\boleh ")  # "disampaikan di sela rapat oleh Nama"
_DAYS = frozenset(["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Jum'at", "Sabtu", "Minggu", "Ahad"])
_NEXT_PROPER = re.compile(r",? ?(?:salah (?:satu|seorang) \w+ ?,? ?)?(?:[A-Z][\w'’]+)")
_IT = re.compile(
    r" (?:tentang |perihal |soal )?(?:hal (?:itu|tersebut|ini|demikian)|demikian|itu)\b"
    r"(?! (?:sudah|telah|baru|masih|akan|juga))"
)
_GOES_ON = re.compile(r",| bahwa\b")
_CLOSING = "demikian"  # of what was told: "..., demikian Nama"
_SURVEY = re.compile(r" (?:hasil )?(?:Sakernas|Susenas|Sensus|[Ss]urvei|Survey)\b")
_LAW = re.compile(
    r" (?:UUD?|PP|PMK|Perppu|Perpres|Inpres|Keppres|Per(?:men|da|gub|bup|wali|des)\w*|Qanun|Undang-[Uu]ndang|Peraturan"
    r"|Instruksi|Keputusan|Surat Edaran|Pasal)\b"
)

Answer = tuple[Official | None, str, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody named as speaking, from ``start`` on; ``back``: for what stands before it too.

    An ``institution`` reports; it is nobody that "dia" could mean.
    """

    start: int
    speaker: Official | None
    attribution: str
    rule: str
    back: bool = False
    institution: bool = False

    def answer(self, attribution: str | None = None) -> Answer:
        """The speaker, the attribution (or the one given) and the rule."""
        return self.speaker, attribution or self.attribution, self.rule


class Voices:
    """Finds voices, and remembers who spoke last."""

    def __init__(
        self, parsed: Parsed, officials: Sequence[Found], cues: Sequence[Cue], organisations: Sequence[Found]
    ) -> None:
        """Nobody has spoken yet."""
        self.text = parsed.text
        self.officials = sorted(officials, key=lambda row: row.start)
        self.official_starts = [row.start for row in self.officials]
        self.organisations = sorted(organisations, key=lambda row: row.start)
        self.cues = sorted((cue for cue in cues if self._counts(cue)), key=lambda cue: cue.start)
        self.cue_starts = [cue.start for cue in self.cues]
        self.spoken = False  # somebody has spoken
        self.last: Official | None = None  # who spoke last, if an official
        self.topic: Official | None = None  # the official a later sentence opened with

    def _counts(self, cue: Cue) -> bool:
        return cue.kind in KINDS or self.text[cue.start : cue.end].lower() in _ALSO_SAY

    def named(self, start: int, end: int) -> list[Voice]:
        """The voices named in ``[start, end)``; remembers each as the one who spoke last."""
        found: list[Voice] = []
        for cue in self.cues_in(start, end):
            if found and cue.kind not in KINDS:
                continue  # "lanjutnya, BPJS ... menargetkan": a plan that is told, not another voice
            voice = self._voice(cue, start, end)
            if voice is None:
                continue
            if not (voice.institution and self.spoken):
                self.spoken, self.last, self.topic = True, voice.speaker, None
            if found and found[-1].speaker == voice.speaker:
                continue
            found.append(voice)
        return found

    def _voice(self, cue: Cue, start: int, end: int) -> Voice | None:
        if cue.kind == "say" or cue.kind not in KINDS:
            return self._subject(cue, start)
        if cue.kind == "say_clitic":
            return self._again(cue.start, "speaker.clitic_ujarnya")
        if cue.kind == "say_pronoun":
            return self._again(cue.start, "speaker.pronoun_ia")
        if cue.kind in ("say_tag", "according", "say_passive"):
            return self._named_behind(cue, start, end)
        return None

    def current(self) -> Official | None:
        """Who "dia" is."""
        return self.topic or self.last

    def _again(self, at: int, rule: str) -> Voice | None:
        """Who spoke last; where nobody has, the official named last before it."""
        if self.spoken or self.topic:
            return Voice(at, self.current(), "indirect", rule)
        before = bisect_left(self.official_starts, at)
        if not before:
            return None
        return Voice(at, official_of(self.officials[before - 1]), "indirect", rule)

    def _named_behind(self, cue: Cue, start: int, end: int) -> Voice | None:
        """``kata Nama``, ``menurut Nama``, ``disampaikan oleh Nama``: an official behind it, or somebody."""
        rule = {"say_tag": "speaker.quote_tag", "according": "speaker.according"}.get(cue.kind, "speaker.passive_after")
        at = bisect_left(self.official_starts, cue.end)
        closes = self.text[cue.start : cue.end].lower() == _CLOSING
        if closes and not self._closes(cue, start):
            return None
        if at < len(self.officials):
            official = self.officials[at]
            between = self.text[cue.end : official.start]
            by = between.strip(" ,") in _BY or (cue.kind == "say_passive" and _LATER_BY.fullmatch(between))
            if official.start < end and by:
                return Voice(cue.start, official_of(official), "indirect", rule, back=cue.kind == "say_passive")
        if cue.kind == "according" and _LAW.match(self.text, cue.end, end):
            return None  # "menurut UU Nomor 6 Tahun 2014": a law speaks of no figures
        if cue.kind == "according" and _SURVEY.match(self.text, cue.end, end):
            if self.text[start : cue.start].strip():
                return None  # "..., lanjutnya, N dari M pekerja menurut Sakernas Februari 2022": the speaker goes on
            return Voice(cue.start, None, "document", "speaker.data_source_document", institution=True)
        if not closes and _NEXT_PROPER.match(self.text, cue.end, end) and self._is_tag(cue, start):
            institution = any(cue.end <= row.start <= cue.end + 2 for row in self.organisations)
            return Voice(cue.start, None, "indirect", "speaker.other_person", institution=institution)
        if (
            cue.kind == "say_passive"
            and not self.text[start : cue.start].strip(' "“')
            and _GOES_ON.match(self.text, cue.end)
        ):
            return self._again(cue.start, "speaker.passive_again")
        return None

    def _closes(self, cue: Cue, start: int) -> bool:
        """``..., demikian Nama``, ``Demikian Nama``; ``Meski demikian, Nama`` tells of something else."""
        before = self.text[start : cue.start].rstrip(" ")[-1:]
        return before in ("", ",", '"', "”") and self.text[cue.end : cue.end + 1] == " "

    def _is_tag(self, cue: Cue, start: int) -> bool:
        """A stem of saying stands behind a comma or a quotation, or opens the sentence."""
        return cue.kind != "say_tag" or self.text[start : cue.start].rstrip(" ")[-1:] in ("", ",", '"', "”")

    def _subject(self, cue: Cue, start: int) -> Voice | None:
        """The subject of a verb: a pronoun, a proper name right before it, or the official before it."""
        pronoun = self._last_cue(start, cue.start, "pronoun")
        official = self._official_before(start, cue.start)
        floor = official.end if official else start
        if pronoun is not None and pronoun.start >= floor and cue.start - pronoun.end <= _FAR:
            return self._again(pronoun.start, "speaker.pronoun_ia")
        if self._other_subject(floor, cue, official=official is not None):
            records = self.text[cue.start : cue.end].lower() == _RECORDS
            if records and self._is_place(floor, cue.start):
                return None  # "Kota X mencatat 61 persen": a place has a figure, it does not speak
            attribution = "document" if records else "indirect"
            rule = "speaker.data_source_document" if records else "speaker.other_person"
            return Voice(cue.start, None, attribution, rule, institution=self._is_institution(floor, cue))
        if official is None or cue.start - official.end > _FAR:
            return None
        speaker = official_of(self._leading(official, start))
        back = _IT.match(self.text, cue.end) is not None  # "Nama mengatakan hal itu di X": what was told before
        return Voice(official.start, speaker, "indirect", "speaker.verb_before", back=back)

    def _is_institution(self, floor: int, cue: Cue) -> bool:
        """Whether the name right before a verb is an organisation's."""
        name = _PROPER.search(_ADVERB.sub(" ", self.text[floor : cue.start]))
        if name is None:
            return False
        start, end = floor + name.start(1), floor + name.end(1)
        return any(row.start < end and start < row.end for row in self.organisations)

    def _is_place(self, floor: int, end: int) -> bool:
        name = _PROPER.search(_ADVERB.sub(" ", self.text[floor:end]))
        bare = LEVEL.sub("", name.group(1)) if name else ""
        return bool(bare) and entry(bare) is not None

    def _other_subject(self, floor: int, cue: Cue, *, official: bool) -> bool:
        """Whether a name that is no official's stands right before the verb, other than as a place or day."""
        before = _ADVERB.sub(" ", self.text[floor : cue.start])
        name = _PROPER.search(before)
        if name is None or name.group(1) in _DAYS:
            return False
        ahead = before[: name.start()]
        if official:  # "Nama di Palu, Senin, mengatakan" is said of the official, "..., sementara Siti mengatakan" not
            return bool(_NEW_CLAUSE.search(ahead))
        return not _PREPOSITION.search(ahead)

    def _leading(self, official: Found, start: int) -> Found:
        """Of "A mewakili B" the first."""
        at = bisect_left(self.official_starts, official.start)
        while at > 0 and self.officials[at - 1].start >= start:
            between = self.text[self.officials[at - 1].end : self.officials[at].start]
            if not _COMPANION.match(between):
                break
            at -= 1
        return self.officials[at]

    # looking things up

    def cues_in(self, start: int, end: int) -> list[Cue]:
        """The cues of saying that start in ``[start, end)``, in text order."""
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def officials_in(self, start: int, end: int) -> list[Found]:
        """The officials named in ``[start, end)``, in text order."""
        low, high = bisect_left(self.official_starts, start), bisect_left(self.official_starts, end)
        return self.officials[low:high]

    def _official_before(self, start: int, end: int) -> Found | None:
        rows = self.officials_in(start, end)
        return rows[-1] if rows and rows[-1].end <= end else None

    def _last_cue(self, start: int, end: int, kind: str) -> Cue | None:
        return next((cue for cue in reversed(self.cues_in(start, end)) if cue.kind == kind), None)


def official_of(found: Found) -> Official | None:
    """The official a mention names."""
    return found.value if isinstance(found.value, Official) else None
