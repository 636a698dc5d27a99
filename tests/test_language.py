"""Sentences and paragraphs: what the end of a paragraph says depends on how a text is broken."""

from __future__ import annotations

from extractor.language import parse

ONE = "Pemerintah kabupaten membahas perlindungan pekerja pekan ini."
BLOCK = f"{ONE} {ONE}"


def test_text_that_breaks_after_every_sentence() -> None:
    parsed = parse("\n".join([ONE] * 5))
    assert parsed.joined(parsed.sentences[1], parsed.sentences[2])
    assert not parsed.joined(parsed.sentences[1], parsed.sentences[3])


def test_text_in_blocks() -> None:
    parsed = parse("\n".join([BLOCK] * 4))
    assert parsed.joined(parsed.sentences[2], parsed.sentences[3])
    assert not parsed.joined(parsed.sentences[1], parsed.sentences[2])


def test_a_heading_begins_something_else() -> None:
    parsed = parse("\n".join([ONE, ONE, ONE, "Perlu peserta baru", ONE, ONE]))
    assert not parsed.joined(parsed.sentences[2], parsed.sentences[3])
    assert not parsed.joined(parsed.sentences[3], parsed.sentences[4])


def test_too_short_to_tell() -> None:
    parsed = parse(f"{ONE}\n{ONE}")
    assert not parsed.joined(parsed.sentences[0], parsed.sentences[1])
