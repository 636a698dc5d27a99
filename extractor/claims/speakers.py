"""Who said a number: an official, nobody known, or a document.

The decision names its rule:

- ``speaker.verb_before``: the subject of a verb of saying (``Nama menyebutkan ...``); in "A mewakili B" A.
- ``speaker.according``: ``menurut Nama``.
- ``speaker.quote_tag``: ``"...," kata Nama``; it wins over who spoke before the quotation.
- ``speaker.clitic_ujarnya``, ``speaker.pronoun_ia``: ``ujarnya``, ``kata dia``, ``Ia menjelaskan``: who spoke
  last, or the official that a later sentence opened with.
- ``speaker.passive_after``: ``Hal itu disampaikan Nama``, for what stands before it too.
- ``speaker.carried_quote``: a quotation without any of these goes on with who spoke last.
- ``speaker.carried_report``: so does the rest of a paragraph, the rows of a list it introduces, and a paragraph
  that points back (``Angka itu ...``) or takes the report up (``Adapun ...``).
- ``speaker.other_person``: somebody without an office, or an organisation: no official.
- ``speaker.data_source_document``: ``berdasarkan data ...`` in the reporter's own voice.
- ``speaker.none``: the reporter's own voice without a source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.claims.paragraphs import LEVEL, goes_on_with_list, is_row
from extractor.claims.quotations import Quotation, find_quotations
from extractor.language import Parsed, Sentence
from extractor.model import Cue, Found, Official
from extractor.regions import entry

_KINDS = frozenset({
    "say", "say_tag", "say_clitic", "say_pronoun", "pronoun", "according", "say_passive", "document_source",
    "reporter_voice", "anaphora", "rest", "goes_on",
})  # fmt: skip
_RECORDS = "mencatat"  # of an organisation: a document; of a person: a verb of saying
_ALSO_SAY = frozenset({_RECORDS, "menargetkan"})  # verbs of saying that are cues of another kind too
_FAR = 110  # characters between a subject and its verb
_OPENING = 45  # characters of a sentence in which its subject stands when it opens it

# "A mewakili B mengatakan": A speaks.
_COMPANION = re.compile(
    r"^[ ,]*(?:yang )?(?:mewakili|didampingi(?: oleh)?|bersama(?: dengan)?|atas nama|menggantikan|dan|serta"
    r"|kepada|dengan|di hadapan) $"
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
# "Data ini diungkapkan oleh Nama": what an institution reported is taken from its official.
_POINTING = re.compile(r"(?:.*\b(?:ini|itu|tersebut|demikian|begitu))? ?", re.IGNORECASE)
_BY = ("", "oleh", "Bapak", "Ibu", "Pak", "Bu")
_LATER_BY = re.compile(r" [^.;:\"“”\n]{0,60}\boleh ")  # "disampaikan di sela rapat oleh Nama"
_SUBJECT = 60  # characters of a sentence in which an institution is what it is about
_DAYS = frozenset(["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Jum'at", "Sabtu", "Minggu", "Ahad"])
_NEXT_PROPER = re.compile(r",? ?(?:salah (?:satu|seorang) \w+ ?,? ?)?(?:[A-Z][\w'’]+)")

Answer = tuple[Official | None, str, str]
NOBODY: Answer = (None, "none", "speaker.none")


@dataclass(frozen=True, slots=True)
class _Voice:
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
        return self.speaker, attribution or self.attribution, self.rule


@dataclass(slots=True)
class _Span:
    start: int
    end: int
    paragraph: int
    answer: Answer
    institution: bool = False


class Attribution:
    """For a character offset: the speaker or None, the attribution, and the rule that decided.

    Attribution is ``direct_quote indirect document none``.
    """

    def __init__(self, spans: Sequence[tuple[int, Answer]]) -> None:
        self._starts = [start for start, _ in spans]
        self._answers = [answer for _, answer in spans]

    def __call__(self, offset: int) -> Answer:
        """Who said what stands at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        return self._answers[at] if at >= 0 else NOBODY


def attribute(
    parsed: Parsed, officials: Sequence[Found], cues: Sequence[Cue], organisations: Sequence[Found] = ()
) -> Attribution:
    """Reads a text once and decides for all of it who speaks."""
    return _Reader(parsed, officials, cues, organisations).read()


class _Reader:
    """Walks the sentences in order and remembers who spoke last."""

    def __init__(
        self, parsed: Parsed, officials: Sequence[Found], cues: Sequence[Cue], organisations: Sequence[Found]
    ) -> None:
        self.text, self.sentences = parsed.text, parsed.sentences
        self.quotes = find_quotations(parsed.text)
        self.officials = sorted(officials, key=lambda row: row.start)
        self.official_starts = [row.start for row in self.officials]
        self.organisations = sorted(organisations, key=lambda row: row.start)
        self.cues = sorted((cue for cue in cues if self._counts(cue)), key=lambda cue: cue.start)
        self.cue_starts = [cue.start for cue in self.cues]
        self.spans: list[_Span] = []
        self.spoken = False  # somebody has spoken
        self.last: Official | None = None  # who spoke last, if an official
        self.topic: Official | None = None  # the official a later sentence opened with
        self.flow: Answer | None = None  # what the paragraph is reporting
        self.listed = False  # the paragraph is a row of a list that was introduced
        self.open_quotes: list[_Span] = []  # of a speech over several paragraphs, tag still to come

    def _counts(self, cue: Cue) -> bool:
        return cue.kind in _KINDS or self.text[cue.start : cue.end].lower() in _ALSO_SAY

    def read(self) -> Attribution:
        paragraph, next_quote = -1, 0
        for sentence in self.sentences:
            if sentence.paragraph != paragraph:
                self.listed = self._is_row(sentence)
                paragraph = sentence.paragraph
                if not (self.listed or self._points_back(sentence) or self._goes_on(sentence)):
                    self.flow = None
            next_quote = self._sentence(sentence, next_quote)
        self.spans.sort(key=lambda span: span.start)
        return Attribution([(span.start, span.answer) for span in self.spans])

    def _is_row(self, sentence: Sentence) -> bool:
        """A row of a list right below a line that introduces it, or below another such row."""
        start = sentence.start
        above = self.text[max(0, start - 14) : start].rstrip("\n ").lower()
        below = self.listed or (above.endswith(":") and not above.endswith("baca juga:"))
        return below and is_row(self.text[start : self._line_end(sentence)])

    def _line_end(self, sentence: Sentence) -> int:
        end = self.text.find("\n", sentence.start)
        return len(self.text) if end < 0 else end

    def _points_back(self, sentence: Sentence) -> bool:
        first = self._cues_in(sentence.start, sentence.start + 12)
        return bool(first) and first[0].kind in ("anaphora", "rest")

    def _goes_on(self, sentence: Sentence) -> bool:
        """``Adapun ...``, ``Untuk segmen ...``: more of an official's report, unless somebody else is in it."""
        if self.flow is None or self.flow[0] is None:
            return False
        if not any(cue.kind == "goes_on" for cue in self._cues_in(sentence.start, sentence.start + 1)):
            return False
        if any(sentence.start <= row.start <= sentence.start + _SUBJECT for row in self.organisations):
            return False
        return all(_value(row) == self.flow[0] for row in self._officials_in(sentence.start, self._line_end(sentence)))

    # one sentence: its parts outside quotations, and the quotations that end in it

    def _sentence(self, sentence: Sentence, next_quote: int) -> int:
        cursor, before = sentence.start, None
        while next_quote < len(self.quotes) and self.quotes[next_quote].start < sentence.end:
            quote = self.quotes[next_quote]
            if cursor < quote.start:
                before = self._outside(sentence, cursor, quote.start)
            if quote.end > sentence.end:  # the quotation goes on: its tag stands in a later sentence
                return next_quote
            next_quote += 1
            cursor = max(cursor, quote.end)
            following = self.quotes[next_quote].start if next_quote < len(self.quotes) else sentence.end
            stop = min(following, sentence.end)
            after = self._voices(cursor, stop)
            self._quotation(quote, sentence, before, after[0] if after else None)
            before = None
            if after:
                self._record(sentence, cursor, stop, after)
                before, cursor = after[-1], stop
            elif stop > cursor:
                cursor = stop
        if cursor < sentence.end:
            self._outside(sentence, cursor, sentence.end)
        return next_quote

    def _quotation(self, quote: Quotation, sentence: Sentence, before: _Voice | None, after: _Voice | None) -> None:
        voice = after or before
        if voice is not None:
            answer = voice.answer("direct_quote")
        elif self.spoken or self.topic:
            answer = (self._current(), "direct_quote", "speaker.carried_quote")
        else:
            answer = (None, "direct_quote", "speaker.none")
        span = _Span(quote.start, quote.end, sentence.paragraph, answer)
        self.spans.append(span)
        for earlier in self.open_quotes:
            earlier.answer = answer
        if voice is not None or not quote.open:
            self.open_quotes = []
        if quote.open:
            self.open_quotes.append(span)
        self.flow = answer

    def _outside(self, sentence: Sentence, start: int, end: int) -> _Voice | None:
        """A part of a sentence outside quotations; gives back the voice that speaks at its end."""
        voices = self._voices(start, end)
        if voices:
            self._record(sentence, start, end, voices)
            return voices[-1]
        self.spans.append(_Span(start, end, sentence.paragraph, self._without_voice(sentence, start, end)))
        return None

    def _record(self, sentence: Sentence, start: int, end: int, voices: Sequence[_Voice]) -> None:
        for at, voice in enumerate(voices):
            begin = start if at == 0 else voice.start
            self.spans.append(_Span(begin, end, sentence.paragraph, voice.answer(), voice.institution))
            if voice.back and voice.start - sentence.start <= _OPENING:
                self._hand_back(voice, sentence)
        self.flow = voices[-1].answer()

    def _hand_back(self, voice: _Voice, sentence: Sentence) -> None:
        """``Hal itu disampaikan Nama``: what the paragraph (or the one before) reported without a source."""
        paragraph = sentence.paragraph if self._starts_later(sentence) else sentence.paragraph - 1
        pointing = bool(_POINTING.fullmatch(self.text, sentence.start, voice.start))
        for span in reversed(self.spans):
            if span.start >= sentence.start:
                continue
            if span.paragraph < paragraph or not (span.answer[2] == "speaker.none" or (pointing and span.institution)):
                return
            quoted = "direct_quote" if span.answer[1] == "direct_quote" else "indirect"
            span.answer = voice.answer(quoted)

    def _starts_later(self, sentence: Sentence) -> bool:
        return sentence.index > 0 and self.sentences[sentence.index - 1].paragraph == sentence.paragraph

    def _without_voice(self, sentence: Sentence, start: int, end: int) -> Answer:
        cues = self._cues_in(start, end)
        if any(cue.kind == "document_source" for cue in cues):
            self.flow = (None, "document", "speaker.data_source_document")
            return self.flow
        officials = self._officials_in(start, end)
        if officials and officials[0].start - sentence.start <= _OPENING:
            self.topic = _value(officials[0])
        leaves = any(
            cue.kind == "reporter_voice"
            and cue.start - start <= _OPENING
            and not goes_on_with_list(self.text, cue.start, cue.end)
            for cue in cues
        )
        flow = self.flow
        if flow is None or leaves or any(_value(row) != flow[0] for row in officials):
            self.flow = None
            return NOBODY
        if flow[1] == "document":
            return flow if self.listed or (cues and cues[0].kind in ("anaphora", "rest")) else NOBODY
        return flow[0], "indirect", "speaker.carried_report"

    # who speaks in a stretch outside quotations

    def _voices(self, start: int, end: int) -> list[_Voice]:
        """The voices named in ``[start, end)``; remembers each as the one who spoke last."""
        found: list[_Voice] = []
        for cue in self._cues_in(start, end):
            if found and cue.kind not in _KINDS:
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

    def _voice(self, cue: Cue, start: int, end: int) -> _Voice | None:
        if cue.kind == "say" or cue.kind not in _KINDS:
            return self._subject(cue, start)
        if cue.kind == "say_clitic":
            return self._again(cue.start, "speaker.clitic_ujarnya")
        if cue.kind == "say_pronoun":
            return self._again(cue.start, "speaker.pronoun_ia")
        if cue.kind in ("say_tag", "according", "say_passive"):
            return self._named_behind(cue, start, end)
        return None

    def _current(self) -> Official | None:
        return self.topic or self.last

    def _again(self, at: int, rule: str) -> _Voice | None:
        """Who spoke last; where nobody has, the official named last before it."""
        if self.spoken or self.topic:
            return _Voice(at, self._current(), "indirect", rule)
        before = bisect_left(self.official_starts, at)
        if not before:
            return None
        return _Voice(at, _value(self.officials[before - 1]), "indirect", rule)

    def _named_behind(self, cue: Cue, start: int, end: int) -> _Voice | None:
        """``kata Nama``, ``menurut Nama``, ``disampaikan oleh Nama``: an official behind it, or somebody."""
        rule = {"say_tag": "speaker.quote_tag", "according": "speaker.according"}.get(cue.kind, "speaker.passive_after")
        at = bisect_left(self.official_starts, cue.end)
        if at < len(self.officials):
            official = self.officials[at]
            between = self.text[cue.end : official.start]
            by = between.strip(" ,") in _BY or (cue.kind == "say_passive" and _LATER_BY.fullmatch(between))
            if official.start < end and by:
                return _Voice(cue.start, _value(official), "indirect", rule, back=cue.kind == "say_passive")
        if _NEXT_PROPER.match(self.text, cue.end, end) and self._is_tag(cue, start):
            institution = any(cue.end <= row.start <= cue.end + 2 for row in self.organisations)
            return _Voice(cue.start, None, "indirect", "speaker.other_person", institution=institution)
        return None

    def _is_tag(self, cue: Cue, start: int) -> bool:
        """A stem of saying stands behind a comma or a quotation, or opens the sentence."""
        return cue.kind != "say_tag" or self.text[start : cue.start].rstrip(" ")[-1:] in ("", ",", '"', "”")

    def _subject(self, cue: Cue, start: int) -> _Voice | None:
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
            return _Voice(cue.start, None, attribution, rule, institution=self._is_institution(floor, cue))
        if official is None or cue.start - official.end > _FAR:
            return None
        return _Voice(official.start, _value(self._leading(official, start)), "indirect", "speaker.verb_before")

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

    def _cues_in(self, start: int, end: int) -> list[Cue]:
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def _officials_in(self, start: int, end: int) -> list[Found]:
        low, high = bisect_left(self.official_starts, start), bisect_left(self.official_starts, end)
        return self.officials[low:high]

    def _official_before(self, start: int, end: int) -> Found | None:
        rows = self._officials_in(start, end)
        return rows[-1] if rows and rows[-1].end <= end else None

    def _last_cue(self, start: int, end: int, kind: str) -> Cue | None:
        return next((cue for cue in reversed(self._cues_in(start, end)) if cue.kind == kind), None)


def _value(found: Found) -> Official | None:
    return found.value if isinstance(found.value, Official) else None
