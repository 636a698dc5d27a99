"""Rules as data: loads ``patterns/rules/*.toml`` and runs them over a text.

A rule is either ``phrases`` (a spaCy ``PhraseMatcher``: in any case, or exactly as written with
``case = true``; ``{a,b} c`` stands for ``a c`` and ``b c``; as a table ``code = [phrases]`` each phrase has a
code, to which its words belong where it ends in a colon) or ``patterns`` (token patterns for spaCy's ``Matcher``,
longest match wins). Token patterns may use spaCy's ``LOWER ORTH OP IS_TITLE IS_UPPER``, the flags of
``extractor.language.FLAGS`` (``NUMBER YEAR NUMBER_WORD CAPITAL``) and, in ``LOWER`` or ``ORTH``, ``"@name"`` for a
list of ``patterns/lists.toml`` (in ``IN`` beside other words and lists too).

Every rule carries its reason, examples that must match (with the exact span), texts that must not, and
known misses; the test-suite runs each as a test of its own.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from extractor.errors import RuleError
from extractor.language import FLAGS, Parsed, doc_of, flag_id, is_token, list_flag, usual_spelling, vocabulary, words_of
from extractor.resources import patterns, read_toml

_RULE_KEYS = {
    "id", "label", "reason", "status", "phrases", "patterns", "case", "value", "examples", "not",
    "known_misses",
}  # fmt: skip
_TOKEN_KEYS = {"LOWER", "ORTH", "OP", "IS_TITLE", "IS_UPPER", "IS_PUNCT", *FLAGS}


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the exact words the rule must find in it (``value``: fields the reading must have)."""

    text: str
    match: str
    value: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of ``patterns/rules/``. ``status`` is ``stable`` or ``trial``.

    ``codes`` says what each phrase stands for, by ``phrase_key``, where the file gives phrases a code.
    """

    id: str
    label: str
    reason: str
    status: str
    phrases: tuple[str, ...]
    patterns: tuple[tuple[Mapping[str, Any], ...], ...]
    case: bool
    value: Mapping[str, Any]
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    known_misses: tuple[Example, ...]
    file: str
    codes: Mapping[str, str] = field(default_factory=dict)


class RuleMatch(NamedTuple):
    """Where a rule fired: token and character spans, ends exclusive."""

    rule: Rule
    token_start: int
    token_end: int
    start: int
    end: int


_CHOICE = re.compile(r"\{([^{}]*)\}")
_A_NUMBER, _A_YEAR = "0", "2000"
_Span = tuple[int, int, int]  # first token, end below nought (so that the longer sorts first), rank of the rule


def phrase_key(words: str) -> str:
    """Letters and digits only: ``Undang-Undang``, ``undang - undang`` and ``Undang undang`` are one."""
    return "".join(letter for letter in words.lower() if letter.isalnum())


def expand_phrase(phrase: str, where: str) -> list[str]:
    """Every choice of the words in braces: ``{perangkat,aparat} {desa,nagari}`` are four phrases.

    An empty choice leaves the words out (``{,ketua }RT``). Raises RuleError for a brace without its other half.
    """
    parts = _CHOICE.split(phrase)
    choices = [part.split(",") if at % 2 else [part] for at, part in enumerate(parts)]
    if any(brace in part for part in parts for brace in "{}"):
        raise RuleError(f"{where}: a brace of {phrase!r} lacks its other half; mend it")
    return [" ".join("".join(words).split()) for words in itertools.product(*choices)]


def _expanded(phrases: Iterable[str], where: str) -> Iterator[str]:
    return itertools.chain.from_iterable(expand_phrase(phrase, where) for phrase in phrases)


def _examples(rows: Iterable[Mapping[str, Any]], where: str) -> tuple[Example, ...]:
    try:
        examples = tuple(Example(row["text"], row["match"], row.get("value")) for row in rows)
    except KeyError as error:
        raise RuleError(f"{where}: an example lacks {error}; give it text and match") from error
    for example in examples:
        if example.match not in example.text:
            raise RuleError(f"{where}: the example's match {example.match!r} is not in its text; mend it")
    return examples


def _codes(coded: Mapping[str, Iterable[str]], where: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, phrases in coded.items():
        for phrase in phrases:
            own = code + phrase.lower() if code.endswith(":") else code
            if codes.setdefault(phrase_key(phrase), own) != own:
                raise RuleError(f"{where}: {phrase!r} has the codes {codes[phrase_key(phrase)]} and {own}; keep one")
    return codes


def _rule(table: Mapping[str, Any], label: str | None, path: Path) -> Rule:
    where = f"{path.name}: rule {table.get('id', '?')}"
    unknown = set(table) - _RULE_KEYS
    if unknown:
        raise RuleError(f"{where}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(_RULE_KEYS))}")
    label = table.get("label", label)
    if not label or "id" not in table or not table.get("reason"):
        raise RuleError(f"{where}: needs id, label and reason")
    phrases = table.get("phrases", ())
    groups = phrases if isinstance(phrases, Mapping) else {"": phrases}
    groups = {code: list(_expanded(group, where)) for code, group in groups.items()}
    coded = groups if isinstance(phrases, Mapping) else {}
    return Rule(
        id=table["id"],
        label=label,
        reason=table["reason"],
        status=table.get("status", "stable"),
        phrases=tuple(dict.fromkeys(phrase for group in groups.values() for phrase in group)),
        patterns=tuple(tuple(pattern) for pattern in table.get("patterns", ())),
        case=table.get("case", False),
        value=table.get("value", {}),
        examples=_examples(table.get("examples", ()), where),
        counterexamples=tuple(table.get("not", ())),
        known_misses=_examples(table.get("known_misses", ()), where),
        file=path.name,
        codes=_codes(coded, where),
    )


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """All rules, in the order of the files' names; raises RuleError for a bad file or a repeated id."""
    rules: dict[str, Rule] = {}
    for path in sorted(patterns("rules").glob("*.toml")):
        table = read_toml(path)
        for row in table.get("rule", ()):
            rule = _rule(row, table.get("label"), path)
            if rule.id in rules:
                raise RuleError(f"{path.name}: rule id {rule.id!r} stands in {rules[rule.id].file} too; rename one")
            rules[rule.id] = rule
    return tuple(rules.values())


@lru_cache(maxsize=1)
def named_lists() -> Mapping[str, tuple[str, ...]]:
    """The word lists of ``patterns/lists.toml`` that token patterns refer to as ``"@name"``."""
    return {name: tuple(words) for name, words in read_toml(patterns("lists.toml")).items()}


def _words(value: Any, attribute: str, where: str) -> Any:
    """Resolves ``"@name"``, alone or among the words of ``IN``, and rejects values that could never match a token."""
    if isinstance(value, Mapping):
        if set(value) != {"IN"}:
            raise RuleError(f'{where}: {attribute} takes a word, "@list" or {{ IN = [...] }}')
        value = value["IN"]
    if isinstance(value, str) and value.startswith("@"):
        value = [value]
    words = [value] if isinstance(value, str) else [word for row in value for word in _named(row, where)]
    for word in words:
        if attribute == "LOWER" and word != word.lower():
            raise RuleError(f"{where}: LOWER {word!r} holds a capital and can never match; write it in lower case")
        if not is_token(word):
            raise RuleError(f"{where}: {word!r} is more than one token and can never match; split it")
    return value if isinstance(value, str) else {"IN": words}


def _named(word: str, where: str) -> Iterable[str]:
    """The words of the list that ``"@name"`` stands for; any other word stands for itself."""
    if not word.startswith("@"):
        return (word,)
    if word[1:] not in named_lists():
        raise RuleError(f"{where}: no list {word!r} in lists.toml")
    return named_lists()[word[1:]]


def _token(token: Mapping[str, Any], where: str) -> dict[str | int, Any]:
    compiled: dict[str | int, Any] = {}
    for key, value in token.items():
        if key not in _TOKEN_KEYS:
            raise RuleError(f"{where}: unknown token attribute {key!r}; known are {', '.join(sorted(_TOKEN_KEYS))}")
        if key in FLAGS:
            compiled[flag_id(key)] = value
        elif key in ("LOWER", "ORTH"):
            words = _words(value, key, where)
            flag = None if isinstance(words, str) else list_flag(frozenset(words["IN"]), key)
            compiled |= {key: words} if flag is None else {flag: True}
        else:
            compiled[key] = value
    return compiled


class RuleSet:
    """The compiled rules: one spaCy ``Matcher`` for token patterns, a ``PhraseMatcher`` for any and for exact case."""

    def __init__(self, rules: Iterable[Rule], gazetteer: Mapping[str, Iterable[str]] | None = None) -> None:
        """``gazetteer`` adds exact-case phrases under the id of one of the rules (region names)."""
        from spacy.matcher import Matcher, PhraseMatcher

        vocab = vocabulary()
        self.rules = {rule.id: rule for rule in rules}
        self._by_rank = tuple(self.rules[name] for name in sorted(self.rules))
        self._labels = tuple([rule.label for rule in self._by_rank])
        self._ranks = {rule.id: rank for rank, rule in enumerate(self._by_rank)}
        self._ranks_by_key = {vocab.strings.add(name): rank for name, rank in self._ranks.items()}
        self._in_windows = Matcher(vocab, validate=False)
        self._window_words: set[str] = set()
        self._anchors: set[str] = set()
        self._anywhere = Matcher(vocab, validate=False)
        self._any_case = PhraseMatcher(vocab, attr="LOWER")
        self._exact = PhraseMatcher(vocab, attr="ORTH")
        self._phrase_words: set[str] = set()
        for rule in self.rules.values():
            self._add_patterns(rule)
            self._add_phrases(rule.id, rule.phrases, case=rule.case)
        for rule_id, phrases in (gazetteer or {}).items():
            self._add_phrases(rule_id, phrases, case=True)
        self._in_window = lru_cache(maxsize=1 << 13)(self._match_window)

    def _add_patterns(self, rule: Rule) -> None:
        where = f"{rule.file}: rule {rule.id}"
        if rule.patterns:
            compiled = [[_token(token, where) for token in pattern] for pattern in rule.patterns]
            words = {word for pattern in rule.patterns for token in pattern for word in _listed(token, where)}
            anchors = [_anchor(pattern, where) for pattern in rule.patterns]
            if "" in words or None in anchors:
                self._anywhere.add(rule.id, compiled, greedy="LONGEST")
                return
            self._in_windows.add(rule.id, compiled, greedy="LONGEST")
            self._window_words |= words
            self._anchors.update(*filter(None, anchors))

    def _add_phrases(self, rule_id: str, phrases: Iterable[str], *, case: bool) -> None:
        matcher = self._exact if case else self._any_case
        for phrase in phrases:  # one by one: thousands of documents kept alive would cost a garbage collection
            words = words_of(phrase)
            matcher.add(rule_id, [doc_of(words)])
            self._phrase_words.update(words if case else [word.lower() for word in words])

    def match(self, parsed: Parsed) -> dict[str, list[RuleMatch]]:
        """All matches by label, in text order; of overlapping matches of one label the longest stays.

        Cues may share the same words (``saat ini`` reports a level and says when) or overlap (``memiliki
        jaminan`` and ``jaminan sosial ketenagakerjaan``); one inside a longer one is dropped.
        """
        found: dict[str, list[_Span]] = defaultdict(list)
        labels = self._labels
        for rank, start, end in self._spans(parsed):
            found[labels[rank]].append((start, -end, rank))
        return {
            label: self._matches(parsed, _outermost(rows) if label == "CUE" else _longest(rows))
            for label, rows in found.items()
        }

    def _spans(self, parsed: Parsed) -> list[tuple[int, int, int]]:
        """All matches: the rank of the rule, the first token, the one behind the last."""
        ranks, known = self._ranks_by_key, self._phrase_words
        # a new word would stay in the vocabulary for good, and no phrase asks for it
        pairs = zip(map(usual_spelling, parsed.printed), parsed.lowered, strict=True)
        doc = doc_of([word if word in known or low in known else _A_NUMBER for word, low in pairs])
        spans = [(ranks[key], start, end) for key, start, end in (*self._any_case(doc), *self._exact(doc))]
        for first, last in self._windows(parsed):  # patterns cost most, and most tokens stand in no window
            window = self._in_window(self._shapes(parsed, first, last))
            spans += [(rank, first + start, first + end) for rank, start, end in window]
        if len(self._anywhere):
            matches = self._anywhere(doc_of(parsed.printed))
            spans += [(self._ranks_by_key[key], start, end) for key, start, end in matches]
        return spans

    def _matches(self, parsed: Parsed, spans: Iterable[_Span]) -> list[RuleMatch]:
        rules, starts, words = self._by_rank, parsed.starts, parsed.printed
        return [
            RuleMatch(rules[rank], start, -below, starts[start], starts[-below - 1] + len(words[-below - 1]))
            for start, below, rank in spans
        ]

    def _windows(self, parsed: Parsed) -> Iterator[tuple[int, int]]:
        """Runs of numbers and words the patterns are made of, with a number or an anchor in them."""
        beside, lowered, numbers, anchors = self._window_words, parsed.lowered, set(parsed.numbers), self._anchors
        count, last = len(lowered), 0
        for place in sorted(numbers.union([place for place, word in enumerate(lowered) if word in anchors])):
            if place < last:
                continue
            first, last = place, place + 1
            while first and lowered[first - 1] in beside:
                first -= 1
            while last < count and (lowered[last] in beside or last in numbers):
                last += 1
            yield first, last

    def _shapes(self, parsed: Parsed, first: int, last: int) -> tuple[str, ...]:
        """The words of a window with one figure for all that are alike to patterns, which ask only if it is a year."""
        known = self._window_words
        return tuple([
            word if not word[0].isdigit() or word in known else _A_YEAR if FLAGS["YEAR"](word) else _A_NUMBER
            for word in map(usual_spelling, parsed.printed[first:last])
        ])  # fmt: skip

    def _match_window(self, words: tuple[str, ...]) -> tuple[tuple[int, int, int], ...]:
        """The matches of patterns in a window. Most windows are like one met before, so that they are kept."""
        matches = self._in_windows(doc_of(words)) if len(self._in_windows) else ()
        return tuple((self._ranks_by_key[key], start, end) for key, start, end in matches)


def _outermost(rows: Iterable[_Span]) -> list[_Span]:
    """The spans that lie in no longer one; several rules may have the same span."""
    kept: list[_Span] = []
    before, reach, inside = (-1, 0), 0, False
    for start, below, rank in sorted(rows):
        if (start, below) != before:
            before, inside = (start, below), -below <= reach
            reach = max(reach, -below)
        if not inside:
            kept.append((start, below, rank))
    return kept


def _longest(rows: Iterable[_Span]) -> list[_Span]:
    """The spans that stay where of those that overlap the longest does; of equal ones the first."""
    kept: list[_Span] = []
    overlapping: list[_Span] = []
    reach = 0
    for row in sorted(rows):
        if row[0] >= reach:
            kept += overlapping if len(overlapping) < 2 else _apart(overlapping)
            overlapping = []
        overlapping.append(row)
        reach = max(reach, -row[1])
    return kept + _apart(overlapping)


def _apart(rows: list[_Span]) -> list[_Span]:
    """Of spans that overlap each other in a chain the longest, then those that are clear of it, and so on."""
    kept: list[_Span] = []
    for row in sorted(rows, key=lambda row: (row[0] + row[1], row)):
        if all(row[0] >= -other[1] or other[0] >= -row[1] for other in kept):
            kept.append(row)
    return sorted(kept)


def _listed(token: Mapping[str, Any], where: str) -> Iterable[str]:
    """The words, in lower case, that a token of a pattern can be beside a number; ``""`` where it may be any."""
    if token.get("NUMBER") or token.get("YEAR") or token.get("NUMBER_WORD"):
        return ()
    words = [_words(token[key], key, where) for key in ("LOWER", "ORTH") if key in token]
    if not words:
        return ("",)
    return [word.lower() for word in ([words[0]] if isinstance(words[0], str) else words[0]["IN"])]


def _anchor(pattern: Iterable[Mapping[str, Any]], where: str) -> set[str] | None:
    """The words, one of which a token pattern cannot match without; none where it needs a number.

    None where it needs neither. Of several tokens with words the first.
    """
    required = [token for token in pattern if token.get("OP", "1") not in ("?", "*")]
    if any(token.get(flag) is True for token in required for flag in ("NUMBER", "YEAR", "NUMBER_WORD")):
        return set()
    listed = (set(_listed(token, where)) for token in required)
    return next((words for words in listed if "" not in words), None)
