"""Who said a number: an official, nobody known, or a document.

The decision names its rule:

- ``speaker.verb_before``: the subject of a verb of saying (``Nama menyebutkan ...``); in "A mewakili B" A.
- ``speaker.according``: ``menurut Nama``.
- ``speaker.quote_tag``: ``"...," kata Nama``; it wins over who spoke before the quotation.
- ``speaker.clitic_ujarnya``, ``speaker.pronoun_ia``: ``ujarnya``, ``kata dia``, ``Ia menjelaskan``: who spoke
  last, or the official that a later sentence opened with.
- ``speaker.passive_after``: ``Hal itu disampaikan Nama``, for what stands before it too.
- ``speaker.passive_again``: a bare ``Dijelaskan, ...`` opens the sentence: who spoke last.
- ``speaker.carried_quote``: a quotation without any of these goes on with who spoke last.
- ``speaker.carried_report``: so does the rest of a paragraph, the rows of a list it introduces, and a paragraph
  that points back (``Angka itu ...``) or takes the report up (``Adapun ...``).
- ``speaker.between``: so does a paragraph without a source between two of the same official.
- ``speaker.other_person``: somebody without an office, or an organisation: no official.
- ``speaker.data_source_document``: ``berdasarkan data ...`` in the reporter's own voice.
- ``speaker.none``: the reporter's own voice without a source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.claims.paragraphs import goes_on_with_list, is_row
from extractor.claims.quotations import Quotation, find_quotations
from extractor.claims.voices import Answer, Voice, Voices, official_of
from extractor.language import Parsed, Sentence
from extractor.model import Cue, Found

_OPENING = 45  # characters of a sentence in which its subject stands when it opens it
# "Data ini diungkapkan oleh Nama": what an institution reported is taken from its official.
_POINTING = re.compile(r"(?:.*\b(?:ini|itu|tersebut|demikian|begitu))? ?", re.IGNORECASE)
_REFERS = re.compile(r"(?:Capaian|Angka|Jumlah|Persentase|Cakupan|Kondisi|Hal) (?:ini|itu|tersebut)\b")
_THUS = re.compile(r"(?:Begitu|Demikian)(?:lah|kah)?\b(?! juga| pula)")
# "terdaftar di BPJS Ketenagakerjaan": the scheme joined, not a source.
_AS_SCHEME = re.compile(
    r"\b(?:(?:ter|men|di)daftar(?:kan)?|ikut|masuk|tercatat|terlindungi|dilindungi|peserta|kepesertaan|anggota|program)"
    r"(?: sebagai| menjadi)?(?: peserta)?(?: di| ke| dalam| pada| oleh)?(?: program)? $",
    re.IGNORECASE,
)
# what a paragraph sets beside the last figure ("Sementara itu, ..." opens the reporter's own as often)
_BESIDE = re.compile(
    r"(?:Sementara|Sedangkan) (?:peserta|pekerja|tenaga kerja|segmen|sektor|kabupaten|kota)\b", re.IGNORECASE
)
_SUBJECT = 60  # characters of a sentence in which an institution is what it is about

NOBODY: Answer = (None, "none", "speaker.none")


@dataclass(slots=True)
class _Span:
    start: int
    end: int
    paragraph: int
    answer: Answer
    institution: bool = False


class Attribution:
    """For a character offset: the speaker or None, the attribution, and the rule that decided.

    Attribution is ``direct_quote indirect document none``. The text is read when the first question is asked:
    where nothing is claimed nobody asks.
    """

    def __init__(self, read: Callable[[], Sequence[tuple[int, Answer]]]) -> None:
        """``read`` gives the answers with the offsets they hold from."""
        self._read = read

    @cached_property
    def _answers(self) -> Sequence[tuple[int, Answer]]:
        return self._read()

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._answers]

    def __call__(self, offset: int) -> Answer:
        """Who said what stands at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        return self._answers[at][1] if at >= 0 else NOBODY


def attribute(
    parsed: Parsed, officials: Sequence[Found], cues: Sequence[Cue], organisations: Sequence[Found] = ()
) -> Attribution:
    """Reads a text once, when asked, and decides for all of it who speaks."""
    return Attribution(lambda: _Reader(parsed, officials, cues, organisations).read())


class _Reader:
    """Walks the sentences in order and remembers who spoke last."""

    def __init__(
        self, parsed: Parsed, officials: Sequence[Found], cues: Sequence[Cue], organisations: Sequence[Found]
    ) -> None:
        self.text, self.sentences = parsed.text, parsed.sentences
        self.quotes = find_quotations(parsed.text)
        self.voices = Voices(parsed, officials, cues, organisations)
        self.spans: list[_Span] = []
        self.flow: Answer | None = None  # what the paragraph is reporting
        self.listed = False  # the paragraph is a row of a list that was introduced
        self.open_quotes: list[_Span] = []  # of a speech over several paragraphs, tag still to come

    def read(self) -> list[tuple[int, Answer]]:
        paragraph, next_quote = -1, 0
        for sentence in self.sentences:
            if sentence.paragraph != paragraph:
                self.listed = self._is_row(sentence)
                paragraph = sentence.paragraph
                if not (self.listed or self._points_back(sentence) or self._goes_on(sentence)):
                    self.flow = None
            next_quote = self._sentence(sentence, next_quote)
        self.spans.sort(key=lambda span: span.start)
        self._close_gaps()
        return [(span.start, span.answer) for span in self.spans]

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
        first = self.voices.cues_in(sentence.start, sentence.start + 12)
        return bool(first) and first[0].kind in ("anaphora", "rest")

    def _goes_on(self, sentence: Sentence) -> bool:
        """``Adapun ...``, ``Untuk segmen ...``: more of an official's report, unless somebody else is in it."""
        if self.flow is None or self.flow[0] is None:
            return False
        opening = self.voices.cues_in(sentence.start, sentence.start + 1)
        if not (any(cue.kind == "goes_on" for cue in opening) or _BESIDE.match(self.text, sentence.start)):
            return False
        if any(sentence.start <= row.start <= sentence.start + _SUBJECT for row in self.voices.organisations):
            return False
        named = self.voices.officials_in(sentence.start, self._line_end(sentence))
        return all(official_of(row) == self.flow[0] for row in named)

    def _close_gaps(self) -> None:
        """A paragraph without a source amid one official's report is part of it.

        The press alternates quotation and report: where the paragraph before is somebody's and the next voice is
        theirs again, what stands between is theirs, unless it names another source.
        """
        for at, span in enumerate(self.spans):
            if span.answer[2] != "speaker.none" or not at:
                continue
            before = self.spans[at - 1]
            after = next((row for row in self.spans[at:] if row.answer[2] != "speaker.none"), None)
            if after is None or after.paragraph - span.paragraph > 1 or span.paragraph - before.paragraph > 1:
                continue
            speaker = before.answer[0]
            if speaker is None or after.answer[0] != speaker or not self._without_source(span, after.start):
                continue
            span.answer = (speaker, "indirect", "speaker.between")

    def _without_source(self, span: _Span, end: int) -> bool:
        """Whether no official, organisation or document is named from the span up to the next voice."""
        if any(cue.kind in ("document_source", "reporter_voice") for cue in self.voices.cues_in(span.start, end)):
            return False
        for row in self.voices.organisations:
            if span.start <= row.start < end and not _AS_SCHEME.search(self.text, span.start, row.start):
                return False
        return not self.voices.officials_in(span.start, end)

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
            after = self.voices.named(cursor, stop)
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

    def _quotation(self, quote: Quotation, sentence: Sentence, before: Voice | None, after: Voice | None) -> None:
        voice = after or before
        if voice is not None:
            answer = voice.answer("direct_quote")
        elif self.voices.spoken or self.voices.topic:
            answer = (self.voices.current(), "direct_quote", "speaker.carried_quote")
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

    def _outside(self, sentence: Sentence, start: int, end: int) -> Voice | None:
        """A part of a sentence outside quotations; gives back the voice that speaks at its end."""
        cues = self.voices.cues_in(start, end)
        voices = self.voices.named(start, end) if cues else ()
        if voices:
            self._record(sentence, start, end, voices)
            return voices[-1]
        self.spans.append(_Span(start, end, sentence.paragraph, self._without_voice(sentence, start, end, cues)))
        return None

    def _record(self, sentence: Sentence, start: int, end: int, voices: Sequence[Voice]) -> None:
        for at, voice in enumerate(voices):
            begin = start if at == 0 else voice.start
            self.spans.append(_Span(begin, end, sentence.paragraph, voice.answer(), voice.institution))
            so = _THUS.match(self.text, sentence.start)
            if voice.back and (so or voice.start - sentence.start <= _OPENING):
                self._hand_back(voice, sentence)
        self.flow = voices[-1].answer()

    def _hand_back(self, voice: Voice, sentence: Sentence) -> None:
        """``Hal itu disampaikan Nama``: what the paragraph (or the one before) reported without a source."""
        paragraph = sentence.paragraph if self._starts_later(sentence) else sentence.paragraph - 1
        while paragraph < sentence.paragraph and paragraph > 0 and self._refers(paragraph):
            paragraph -= 1  # "Cakupan 30,7 persen. / Capaian ini jauh dari target. / Hal itu disampaikan ..."
        pointing = bool(_POINTING.fullmatch(self.text, sentence.start, voice.start))
        for span in reversed(self.spans):
            if span.start >= sentence.start:
                continue
            if span.paragraph < paragraph or not (span.answer[2] == "speaker.none" or (pointing and span.institution)):
                return
            quoted = "direct_quote" if span.answer[1] == "direct_quote" else "indirect"
            span.answer = voice.answer(quoted)

    def _refers(self, paragraph: int) -> bool:
        """Whether a paragraph of one sentence begins with a word that points at the one before it."""
        rows = [row for row in self.sentences if row.paragraph == paragraph]
        return len(rows) == 1 and bool(_REFERS.match(self.text, rows[0].start))

    def _starts_later(self, sentence: Sentence) -> bool:
        return sentence.index > 0 and self.sentences[sentence.index - 1].paragraph == sentence.paragraph

    def _without_voice(self, sentence: Sentence, start: int, end: int, cues: Sequence[Cue]) -> Answer:
        if any(cue.kind == "document_source" for cue in cues):
            self.flow = (None, "document", "speaker.data_source_document")
            return self.flow
        officials = self.voices.officials_in(start, end)
        if officials and officials[0].start - sentence.start <= _OPENING:
            self.voices.topic = official_of(officials[0])
        leaves = any(
            cue.kind == "reporter_voice"
            and cue.start - start <= _OPENING
            and not goes_on_with_list(self.text, cue.start, cue.end)
            for cue in cues
        )
        flow = self.flow
        if flow is None or leaves or any(official_of(row) != flow[0] for row in officials):
            self.flow = None
            return NOBODY
        if flow[1] == "document":
            return flow if self.listed or (cues and cues[0].kind in ("anaphora", "rest")) else NOBODY
        return flow[0], "indirect", "speaker.carried_report"
