from __future__ import annotations

import pytest

from extractor.read import read
from extractor.read.encoding import decode

SENTENCE = "“Cakupan naik – itu kabar baik,” kata kepala cabang di Kafé Señora."


@pytest.mark.parametrize(
    "source",
    [
        SENTENCE.encode(),
        SENTENCE.encode("utf-8-sig"),
        SENTENCE.encode("utf-16"),
        b"\xfe\xff" + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-mark", "utf-16-be-mark", "utf-32-mark"],
)
def test_encodings_that_need_no_repair(source: bytes) -> None:
    assert decode(source) == (SENTENCE, ())


@pytest.mark.parametrize(
    ("source", "declared", "note"),
    [
        (SENTENCE.encode("cp1252"), None, "read as Windows-1252"),
        (SENTENCE.encode("utf-16-le"), None, "UTF-16-LE"),
        (SENTENCE.encode("utf-16-be"), None, "UTF-16-BE"),
        (SENTENCE.encode(), "windows-1252", "the bytes are UTF-8"),
        (SENTENCE.encode().decode("cp1252", "ignore").encode(), None, "doubly encoded"),
        (SENTENCE[:16].encode() + SENTENCE[16:].encode("cp1252"), None, "mixed encodings: 3 bytes"),
    ],
    ids=["cp1252", "utf-16-le", "utf-16-be", "declared-wrongly", "mojibake", "mixed"],
)  # fmt: skip
def test_repairs_are_noted(source: bytes, declared: str | None, note: str) -> None:
    text, notes = decode(source, declared)
    assert text == SENTENCE
    assert any(note in line for line in notes)


def test_declared_charset_is_believed_where_the_bytes_are_not_utf8() -> None:
    assert decode("Kafé".encode("cp1252"), "ISO-8859-1") == ("Kafé", ())
    assert decode(b'<meta charset="windows-1252"><p>Kaf\xe9</p>')[0].endswith("<p>Kafé</p>")


def test_mojibake_is_undone_only_where_the_bytes_prove_it() -> None:
    assert decode("Pulau São Tomé, â sendiri, Ñusa".encode())[0] == "Pulau São Tomé, â sendiri, Ñusa"


def test_twice_encoded_quotes() -> None:
    once = "“Naik”".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    twice = "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
        for byte in once.encode()
    )
    assert decode(twice.encode())[0] == "“Naik”"


def test_notes_reach_the_document() -> None:
    document = read("Kabar dari Kafé.\nCakupan “naik” tahun ini.".encode("cp1252"))
    assert document.text == "Kabar dari Kafé.\nCakupan “naik” tahun ini."
    assert document.notes == ("not UTF-8: read as Windows-1252",)
