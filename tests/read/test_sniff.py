from __future__ import annotations

import pytest

from extractor.errors import UnreadableInput
from extractor.read import read

ARTICLE = "<p>" + "Cakupan kepesertaan di kabupaten itu naik sejak awal tahun, kata kepala dinas. " * 3 + "</p>"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<!DOCTYPE html><html><body>" + ARTICLE, "text/html"),
        ("\n  <!-- tersimpan -->\n<html>" + ARTICLE, "text/html"),
        ('<?xml version="1.0"?><html><body>' + ARTICLE, "text/html"),
        ("<div>" + ARTICLE * 2 + "</div>", "text/html"),
        ("Cakupan di < 50 persen daerah naik.\nKata pejabat.", "text/plain"),
        ("# Cakupan Naik\n\nTeks biasa.", "text/markdown"),
        ("---\ntitle: Cakupan Naik\n---\nTeks biasa.", "text/markdown"),
        ("Teks dengan **tebal** dan [tautan](https://contoh.example/a).\n", "text/markdown"),
        ("1. Satu\n2. Dua * tiga * empat\n#tagar", "text/plain"),
    ],
)
def test_kind_comes_from_the_bytes(source: str, kind: str) -> None:
    assert read(source.encode()).media_type == kind


def test_utf16_html_is_html() -> None:
    page = "<!DOCTYPE html><html><body><h1>Cakupan Naik Tahun Ini</h1>" + ARTICLE
    assert read(page.encode("utf-16")).media_type == "text/html"


def test_a_given_media_type_wins() -> None:
    assert read(b"# bukan judul\nteks", media_type="text/plain").text == "# bukan judul\nteks"
    assert read(b"<p>a</p>", media_type="text/plain; charset=utf-8").text == "<p>a</p>"
    assert read(b"Teks saja.", media_type="application/octet-stream").media_type == "text/plain"


@pytest.mark.parametrize(
    ("source", "media_type", "message"),
    [
        (b"", None, "empty"),
        (b" \n\t ", None, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), None, "PNG picture; run OCR"),
        (b"PK\x03\x04" + bytes(50), None, "Office file; save it as"),
        (bytes(range(256)) * 20, None, "binary file"),
        (b"MZ\x90\x00\x03" + bytes(200), None, "binary file"),
        (b"{}", "application/json", "cannot read application/json; give"),
        (b"<html><body><ul><li><a href='/a'>Berita</a></ul></body></html>", None, "HTML without an article"),
        (b"<html><head><title>x</title></head><body></body></html>", None, "HTML without an article"),
        (b"-- ..\n**\n", "text/plain", "no text in it"),
    ],
)  # fmt: skip
def test_unreadable_input_says_what_and_what_next(source: bytes, media_type: str | None, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message) as caught:
        read(source, media_type=media_type)
    assert ";" in str(caught.value)
    assert "\n" not in str(caught.value)
