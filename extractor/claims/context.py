"""What the claim rules look at: the document, and its numbers with the words around them, cut into clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from extractor.claims import about, reach
from extractor.claims.clusters import Cluster, Slot
from extractor.claims.relations import Relations
from extractor.frozen import dataclass, replace
from extractor.language import Parsed, Sentence
from extractor.model import Cue, Dated, Document, Mention, Quantity
from extractor.numbers import exponent

# Words that start a statement of their own: what stands before them does not speak of what follows.
_BREAK = re.compile(
    r"[;]|\b(?<!capaian )(?<!data )(?<!angka )(?:sementara(?! ini)|sedangkan|namun|tetapi|tapi|adapun|padahal|"
    r"meskipun|meski|walaupun|walau|karena|sebab|lantaran|sehingga|agar|supaya|dimana|di mana)\b"
)
_HEDGE = (
    r"(?:hanya|baru|sekitar|sekira|kurang lebih|kira-kira|hampir|lebih dari|sebanyak|sebesar|sejumlah|mencapai|"
    r"setara(?: dengan)?|berkisar|di kisaran|kisaran|sama dengan|hingga|nyaris|sebanding(?: dengan)?|dengan)"
)
_COUNTED_AS = r"(?:yang\s+)?(?:kalau|jika|bila|apabila)\s+di(?:hitung|konversi|persen|angka|jumlah)\w*\b[^.;,\d]{0,40}?"
_PAIR = re.compile(
    rf"\s*,?\s*(?:atau|\(|setara|alias|/|=|ekuivalen|{_COUNTED_AS})\s*(?:(?:{_HEDGE}|menjadi|berarti)\s*)*\(?\s*$",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\d[^.;,]*,?\s*\bdari "
    r"(?:total |sekitar |seluruh |jumlah |semesta |potensi |estimasi |populasi |target |sasaran |kuota )*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:dibanding(?:kan)?|membandingkan|daripada|ketimbang|rata-rata|rerata|"
    r"lebih (?:tinggi|rendah|baik|besar|kecil|banyak|sedikit) dari)\b"
)
_STILL_COMPARED = re.compile(
    # "dibandingkan 2024, ada kenaikan N"
    r"(?!.*\b(?:penambahan|kenaikan|peningkatan|pertumbuhan|penurunan|selisih)\b)"
    r"\s*(?:yang|yakni|yaitu|sebanyak|sebesar|hanya|dengan)?\s*(?:\w+\s+){0,3}$"
)
_AIM = re.compile(r"\b(?:target|sasaran)\w*\b(?!.*\b(?:realisasi|terealisasi|tercapai|baru|sudah|telah)\b)[^.;]*$")
_ONLY_REACHED = re.compile(r"\s*,?\s*atau\s+(?:baru|sudah|telah|hanya)\s+(?:mencapai|terealisasi|tercapai)\s+")
_PAST_TARGET = re.compile(r"\b(?:melampaui|melebihi|melewati|di atas|menembus)\s+(?:dari\s+)?target(?:nya)?\b[^.;\d]*$")
_ALL = 100  # percent
_MADE_OF = re.compile(r"[^.;\d]{0,60},?\s+(?:yang\s+)?terdiri\s+(?:dari|atas)\b")
_VERBS = ("covered", "registered", "uncovered", "planned", "funded")
_ITS_PEOPLE = re.compile(r"\byang (?:ber)?penduduk(?:nya)? [^.;,\d]{0,30}$")
_ROW = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_BRACKET = re.compile(r"[^.;,()\n]{0,40}\([^()\n]*\)")
COVER_CUES = ("coverage", "covered", "registered", "active", "inactive", "participant", "uncovered")
OTHER_CUES = ("benefit", "contribution", "unemployment", "investment", "compliance", "economy", "aid", "use", "event")
_UHC = ("uhc", "universal health coverage")
_OUT_OF = 20  # characters of "dari total", between members and what they are counted out of
_LINK = re.compile(r"\s*,?\s*(?:\(|(?:atau|setara|alias)\b)", re.IGNORECASE)


def _is_aside(group: Sequence[Slot], text: str) -> bool:
    """Numbers of administrative units or inhabitants told on the way, never claimed, cut nobody's words short.

    ``di 11 kabupaten/kota``, ``di provinsi yang penduduknya 2,4 juta jiwa itu``.
    """
    start = group[0].mention.start
    return group[0].quantity.unit == "regions" or bool(_ITS_PEOPLE.search(text, max(0, start - 60), start))


@dataclass(frozen=True)
class Context:
    """The document as the claim rules see it."""

    document: Document
    parsed: Parsed
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    event: Dated
    published: Dated

    @cached_property
    def text(self) -> str:
        """The canonical text."""
        return self.parsed.text

    @cached_property
    def low(self) -> str:
        """The text in lower case, for patterns that ask for words in any case."""
        return self.parsed.low

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [cue.start for cue in self.cues]

    @cached_property
    def _by_label(self) -> dict[str, tuple[list[int], list[Mention]]]:
        table: dict[str, tuple[list[int], list[Mention]]] = {}
        for mention in self.mentions:
            starts, rows = table.setdefault(mention.label, ([], []))
            starts.append(mention.start)
            rows.append(mention)
        return table

    def cues_in(self, start: int, end: int) -> tuple[Cue, ...]:
        """Cues that start in ``[start, end)``, in text order."""
        return self.cues[bisect_left(self._cue_starts, start) : bisect_left(self._cue_starts, end)]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of cues the document has at all."""
        return frozenset([cue.kind for cue in self.cues])

    @cached_property
    def never_names_health(self) -> bool:
        """Whether ``UHC`` is all that sounds of health insurance: the press calls this scheme's coverage so too.

        It does not where it calls that ``UCJ``: then the other name is the other scheme's.
        """
        others = (cue for cue in self.cues if cue.kind == "health" and not self.low.startswith(_UHC, cue.start))
        return "kesehatan" not in self.low and "ucj" not in self.low and next(others, None) is None

    @cached_property
    def headline_topic(self) -> str | None:
        """What a headline without a word of cover is about, where that is something else; None otherwise.

        Contributions or aid that a budget pays are cover: ``Pemkot Tanggung Iuran 10 Ribu Pekerja``.
        """
        kinds = [cue.kind for cue in self.cues_in(0, self.document.title_end)]
        if any(kind == "funded" or kind.startswith("funding:") for kind in kinds):
            kinds = [kind for kind in kinds if kind not in ("contribution", "aid")]
        if any(kind in COVER_CUES and not (kind == "participant" and "event" in kinds) for kind in kinds):
            return None
        return next((kind for kind in kinds if kind in OTHER_CUES), None)

    @cached_property
    def is_about_scheme(self) -> bool:
        """Whether the document is about BPJS Ketenagakerjaan, and does not only mention it in passing."""
        return about.is_about_scheme(self)

    @cached_property
    def scheme_sentences(self) -> frozenset[int]:
        """The sentences that name BPJS Ketenagakerjaan, by index."""
        return frozenset([self.parsed.sentence_at(cue.start).index for cue in self.cues if cue.kind == "jamsostek"])

    @cached_property
    def relations(self) -> Relations:
        """The numbers that fit together."""
        return Relations(self.slots)

    def cluster_of(self, slot: Slot) -> Cluster:
        """The cluster that a number is in."""
        return self._by_slot[slot.index]

    @cached_property
    def _by_slot(self) -> dict[int, Cluster]:
        return {slot.index: cluster for cluster in self.clusters for slot in cluster.slots}

    def names_scheme(self, sentence: Sentence) -> bool:
        """Whether a sentence names BPJS Ketenagakerjaan."""
        return sentence.index in self.scheme_sentences

    def before(self, cluster: Cluster) -> Cluster | None:
        """The cluster before this one in the same sentence."""
        row = self.clusters[cluster.index - 1] if cluster.index else None
        return row if row is not None and row.sentence.index == cluster.sentence.index else None

    def after(self, cluster: Cluster) -> Cluster | None:
        """The cluster after this one in the same sentence."""
        row = self.clusters[cluster.index + 1] if cluster.index + 1 < len(self.clusters) else None
        return row if row is not None and row.sentence.index == cluster.sentence.index else None

    def in_sentence(self, sentence: Sentence) -> list[Cluster]:
        """The clusters of a sentence, in text order."""
        return self._by_sentence.get(sentence.index, [])

    @cached_property
    def _by_sentence(self) -> dict[int, list[Cluster]]:
        table: dict[int, list[Cluster]] = {}
        for cluster in self.clusters:
            table.setdefault(cluster.sentence.index, []).append(cluster)
        return table

    def prose_between(self, first: int, last: int) -> int:
        """Sentences after the ``first`` up to the ``last``; rows of a table or list count as none."""
        rows = self.parsed.sentences[first + 1 : last + 1]
        return sum(not _ROW.match(self.text, row.start) and " | " not in self.text[row.start : row.end] for row in rows)

    def has_cue(self, kind: str, start: int, end: int) -> bool:
        """Whether a cue of this kind starts in ``[start, end)``."""
        return any(cue.kind == kind for cue in self.cues_in(start, end))

    def of(self, label: str, start: int = 0, end: int | None = None) -> Sequence[Mention]:
        """Mentions of a label that start in ``[start, end)``, in text order."""
        if label not in self._by_label:
            return ()
        starts, rows = self._by_label[label]
        stop = len(rows) if end is None else bisect_left(starts, end)
        return rows[bisect_left(starts, start) : stop]

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """All numbers that could be claimed, in text order."""
        rows = sorted((*self.of("PERCENT"), *self.of("COUNT")), key=lambda mention: mention.start)
        slots = [
            Slot(index, row, self._with_noun(row, row.value), self.parsed.sentence_at(row.start))
            for index, row in enumerate(rows)
            if isinstance(row.value, Quantity)
        ]
        for rate, count, whole in zip(slots, slots[1:], slots[2:], strict=False):
            if whole.quantity.unit == "projects" and self._are_members(rate, count, whole):
                slots[count.index] = replace(count, quantity=replace(count.quantity, unit="projects"))
        return tuple(slots)

    def _are_members(self, rate: Slot, count: Slot, whole: Slot) -> bool:
        """``35 persen atau 21 peserta dari 60 proyek``: the percentage says that the members are projects."""
        if not rate.is_percent or count.quantity.unit != "workers" or not whole.quantity.value:
            return False
        between = self.low[count.mention.end : whole.mention.start]
        if (
            not count.mention.quote.lower().endswith("peserta")
            or not between.startswith(" dari ")
            or len(between) > _OUT_OF
        ):
            return False
        off = abs(count.quantity.value / whole.quantity.value * 100 - rate.quantity.value)
        return off <= Decimal(1).scaleb(exponent(rate.quantity.value))

    def _with_noun(self, mention: Mention, quantity: Quantity) -> Quantity:
        """A bare number right before a segment counts its workers: ``3.514 bukan penerima upah``.

        ``12.300 non aktif`` has no noun: it counts what was counted before.
        """
        if mention.quote.endswith(" non") and self.low.startswith((" aktif", "-aktif"), mention.end):
            return replace(quantity, unit=None)
        if quantity.unit is None and self.of("SEGMENT", mention.end, mention.end + 2):
            return replace(quantity, unit="workers")
        return quantity

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """The slots joined to statements, in text order."""
        groups: list[list[Slot]] = []
        for slot in self.slots:
            if groups and self._pairs(groups[-1], slot):
                groups[-1].append(slot)
            else:
                groups.append([slot])
        return tuple(self._cluster(groups, position) for position in range(len(groups)))

    def _pairs(self, group: Sequence[Slot], slot: Slot) -> bool:
        """Whether ``slot`` says in another unit what ``group`` says: ``N pekerja atau P persen``."""
        last = group[-1]
        if last.sentence.index != slot.sentence.index or len(group) > 1:
            return False
        if last.is_percent == slot.is_percent or (not last.is_percent and _BASE.search(self._head(last))):
            return False
        if slot.is_percent and slot.quantity.value > _ALL and _PAST_TARGET.search(self._head(last).lower()):
            return False  # "melampaui target 21.000 peserta atau 214 persen": reached of it
        if _ONLY_REACHED.match(self.low, last.mention.end) and _AIM.search(self._head(last).lower()):
            return False  # "target tahun ini 82.100 atau baru mencapai 64 persen": reached of it
        return bool(_PAIR.fullmatch(self.text[last.mention.end : slot.mention.start]) or self._noun_pair(last, slot))

    def _is_compared(self, start: int, end: int) -> bool:
        """Whether the number only serves to compare; ``Dibandingkan 2023, cakupan kini P`` is what is compared."""
        words = list(_COMPARED.finditer(self.low, start, end))
        if not words:
            return False
        _, comma, tail = self.text[words[-1].end() : end].rpartition(",")
        return not comma or bool(_STILL_COMPARED.match(tail))

    def _beyond_bracket(self, end: int, sentence_end: int) -> tuple[Cue, ...]:
        """``1.394 ketua RT (1.102 di desa ...) sudah menjadi peserta``: cues right behind a bracket are near too."""
        bracket = _BRACKET.match(self.text, end, sentence_end)
        if bracket is None:
            return ()
        stop = reach.NEAR_END.search(self.text, bracket.end(), sentence_end)
        return self.cues_in(bracket.end(), stop.start() if stop else sentence_end)

    def _beyond_parts(self, groups: Sequence[Sequence[Slot]], position: int) -> tuple[Cue, ...]:
        """``N pekerja, terdiri dari A petani dan B nelayan, akan dilindungi``: the verb behind the parts."""
        sentence = groups[position][0].sentence
        last = [row[-1] for row in groups[position:] if row[0].sentence.index == sentence.index][-1]
        cues = (cue for cue in self.cues_in(last.mention.end, sentence.end) if cue.kind in _VERBS)
        verb = next(cues, None)
        return () if verb is None or self.low.endswith("yang ", 0, verb.start) else (verb,)

    def _behind_base(self, end: int, after: Slot | None) -> int | None:
        """``N pekerja dari total M pekerja di Bali, telah terdaftar``: where the words of the base end."""
        if after is None or not reach.OF_BASE.fullmatch(self.low, end, after.mention.start):
            return None
        behind = self.slots[after.index + 1] if after.index + 1 < len(self.slots) else None
        if behind is not None and behind.sentence.index == after.sentence.index:
            return None
        stop = reach.NEAR_END.search(self.text, after.mention.end, after.sentence.end)
        return stop.start() if stop else None

    def _head(self, slot: Slot) -> str:
        return self.text[max(slot.sentence.start, slot.mention.start - 160) : slot.mention.start]

    def _noun_pair(self, last: Slot, slot: Slot) -> bool:
        """``33,1 persen (212.408 orang)`` with a noun or verb in between: ``N pekerja terdaftar atau P persen``."""
        gap = self.text[last.mention.end : slot.mention.start]
        head, found, tail = gap.rpartition(" atau ")
        if not found:
            head, found, tail = gap.rpartition(" (")
        if not found or len(head) > 60 or reach.NEAR_END.search(head.rstrip(" ,")):
            return False
        return bool(re.fullmatch(rf"\s*(?:{_HEDGE}\s*)*", tail, re.IGNORECASE))

    def _cluster(self, groups: Sequence[Sequence[Slot]], position: int) -> Cluster:
        group = groups[position]
        sentence = group[0].sentence
        earlier = (groups[at] for at in range(position - 1, -1, -1))
        later = (groups[at] for at in range(position + 1, len(groups)))
        before = next((row[-1] for row in earlier if not _is_aside(row, self.low)), None)
        if before is not None and before.sentence.index != sentence.index:
            before = None
        after = next((row[0] for row in later if not _is_aside(row, self.low)), None)
        start, end = group[0].mention.start, reach.noun_end(self.low, group[-1])
        previous_end = reach.noun_end(self.low, before) if before else sentence.start
        breaks = list(_BREAK.finditer(self.low, previous_end, start))
        left_start = breaks[-1].start() if breaks else previous_end
        same = after is not None and after.sentence.index == sentence.index
        right_end = after.mention.start if after is not None and same else sentence.end
        near_end = reach.near_end(self.text, end, right_end, last=not same)
        beyond = self._beyond_bracket(end, sentence.end)
        made_of = same and _MADE_OF.match(self.low, end, right_end)
        verb = self._beyond_parts(groups, position) if made_of else ()
        comma = near_end if right_end == sentence.end else self._behind_base(end, after)
        if comma is not None and self.text.startswith(",", comma):
            cues = self.cues_in(comma, min(sentence.end, comma + reach.INSERTION))
            beyond = (*beyond, *reach.predicate(self.text, self.low, cues, group, before, comma))
        return Cluster(
            index=position,
            slots=tuple(group),
            start=start,
            end=end,
            sentence=sentence,
            left_start=left_start,
            right_end=right_end,
            near_end=near_end,
            left=self.cues_in(left_start, start),
            near=(*self.cues_in(start, near_end), *beyond, *verb),
            right=(*self.cues_in(start, right_end), *verb),
            linked=before is not None and bool(_LINK.match(self.text, before.mention.end, start)),
            compared=self._is_compared(left_start, start),
            first_in_sentence=before is None,
        )
