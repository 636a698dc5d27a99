"""Pages without a profile: containers, metadata, furniture, tables. All texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.model import Document
from extractor.read import read

TITLE = "Cakupan Jamsostek Lumajang Naik Jadi 41 Persen"
FIRST = (
    "Cakupan kepesertaan jaminan sosial ketenagakerjaan di Kabupaten Lumajang naik menjadi 41 persen pada "
    "akhir tahun, kata kepala dinas di ruang rapat."
)
SECOND = "Pemerintah kabupaten menganggarkan iuran bagi 4.500 pekerja rentan mulai tahun depan, ujar Rina."
NOISE = "Upah Minimum Naik 6,5 Persen, Ini Daftarnya"


def article(body: str, head: str = "", uri: str | None = None) -> Document:
    page = f"<!DOCTYPE html><html><head>{head}</head><body><h1>{TITLE}</h1>{body}</body></html>"
    return read(page.encode(), uri=uri)


def lines(body: str, head: str = "") -> list[str]:
    return article(f"<p>{FIRST}</p>{body}<p>{SECOND}</p>", head).text.split("\n")[1:]


@pytest.mark.parametrize(
    "wrapped",
    [
        '<div itemprop="articleBody">{}</div>',
        '<div class="entry-content">{}</div>',
        '<div class="sidebar"><p>{noise}</p></div><div class="isi-berita">{}</div>',
        '<main><article class="post tag-bpjs">{}</article></main>',
        '<table><tr><td class="menu">{noise}</td><td><div id="konten">{}</div></td></tr></table>',
        '<div class="elementor-widget"><div class="elementor-widget-container">{}</div></div>',
        "<div>{}</div>",
    ],
)
def test_the_article_is_found_without_a_profile(wrapped: str) -> None:
    body = wrapped.replace("{noise}", NOISE).replace("{}", f"<p>{FIRST}</p><p>{SECOND}</p>")
    assert article(body).text == f"{TITLE}\n{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "furniture",
    [
        f'<p>Baca juga: <a href="/2">{NOISE}</a></p>',
        f'<p><strong>Baca Juga</strong></p><p><a href="/2">{NOISE}</a></p>',
        f'<div class="post-share"><span>{NOISE}</span></div>',
        f'<div class="inline-related">{NOISE}</div>',
        f'<div class="bacaJuga">{NOISE}</div>',
        f'<figure><img src="a.jpg"><figcaption>{NOISE}</figcaption></figure>',
        f'<p class="wp-caption-text">{NOISE}</p>',
        f'<div id="comments"><p>{NOISE}</p></div>',
        f'<ul class="tags"><li>{NOISE}</li></ul>',
        f'<div style="display: none">{NOISE}</div>',
        f"<aside>{NOISE}</aside>",
        f"<script>document.write('{NOISE}')</script>",
        f"<!-- {NOISE} -->",
        "<p>ADVERTISEMENT</p>",
        "<p>&nbsp;</p>",
        f"<p>{FIRST}</p>",
    ],
)
def test_furniture_never_reaches_the_text(furniture: str) -> None:
    assert lines(furniture) == [FIRST, SECOND]


def test_a_large_part_is_no_furniture_whatever_its_class() -> None:
    body = f'<div class="entry-content"><div class="widget"><p>{FIRST}</p><p>{SECOND}</p></div></div>'
    assert article(body).text == f"{TITLE}\n{FIRST}\n{SECOND}"


def test_line_breaks_part_paragraphs_where_sentences_end() -> None:
    broken = "<p>Satu kalimat.<br>Kalimat kedua yang<br>terpotong baris.<br><br>tiga<br>- empat<br>- lima</p>"
    assert lines(broken)[1:-1] == [
        "Satu kalimat.",
        "Kalimat kedua yang terpotong baris.",
        "tiga",
        "- empat",
        "- lima",
    ]


def test_list_items_carry_a_dash() -> None:
    listed = "<ul><li>Lumajang: <b>41</b> persen</li><li>– Jember – 33 persen</li></ul><ol><li>1. Tetap</li></ol>"
    assert lines(listed)[1:-1] == ["- Lumajang: 41 persen", "– Jember – 33 persen", "1. Tetap"]


def test_inline_elements_do_not_part_words() -> None:
    assert lines("<p>Cakup<b>an</b> naik <i>41</i> <span>persen</span>.</p>")[1] == "Cakupan naik 41 persen."


def test_a_table_keeps_its_cells_with_their_spans() -> None:
    document = article(
        f"<p>{FIRST}</p><table><caption>Tabel 1. Peserta</caption><thead><tr><th rowspan=2>Kecamatan</th>"
        "<th colspan=2>Peserta</th></tr><tr><th>Aktif</th><th>Non-aktif</th></tr></thead><tbody>"
        "<tr><td>Candipuro</td><td>1.204</td><td></td></tr><tr><td>Pasirian</td><td>3.310</td><td>87</td></tr>"
        f"</tbody></table><p>{SECOND}</p>"
    )
    (table,) = document.tables
    cells = [[document.text[cell.start : cell.end] for cell in row] for row in table.rows]
    assert cells == [
        ["Kecamatan", "Peserta", "Peserta"],
        ["Kecamatan", "Aktif", "Non-aktif"],
        ["Candipuro", "1.204", ""],
        ["Pasirian", "3.310", "87"],
    ]
    assert table.caption == "Tabel 1. Peserta"
    assert document.text[table.start : table.end].split("\n") == [
        "Kecamatan | Peserta",
        "Aktif | Non-aktif",
        "Candipuro | 1.204 |",
        "Pasirian | 3.310 | 87",
    ]
    assert document.text.split("\n")[2] == "Tabel 1. Peserta"


def test_equal_rows_of_a_table_stay() -> None:
    document = article(f"<p>{FIRST}</p><table>" + "<tr><td>Desa</td><td>12</td></tr>" * 3 + "</table>")
    assert document.text.count("Desa | 12") == 3


def test_a_layout_table_is_no_table() -> None:
    document = article(f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr></table>")
    assert document.tables == ()
    assert document.text == f"{TITLE}\n{FIRST}\n{SECOND}"


def test_a_cell_of_links_in_a_layout_table_is_a_menu() -> None:
    story = f"<p>{FIRST} Ia mengajak <a href=x>para kepala desa</a> ikut.</p><p>{SECOND}</p>"
    menu = "<td><b>Populer</b><br><a href=a>Cakupan Kudus 62,5 persen</a><br><a href=b>Blora 90.000 pekerja</a></td>"
    text = article(f"<table><tr>{menu}<td>{story}</td></tr></table>").text
    assert "62,5" not in text
    assert "para kepala desa" in text


def test_json_ld_is_read_from_a_graph() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#o",'
        '"name": "Kabar Tandang"}, {"@type": ["NewsArticle"], "headline": "x",'
        '"datePublished": "2025-03-03T20:30:00Z", "publisher": {"@id": "#o"},'
        '"author": [{"@type": "Person", "name": "Rina Dewi"}, {"name": "Budi"}]}]}</script>'
        '<script type="application/ld+json">bukan JSON</script>'
    )
    document = article(f"<p>{FIRST}</p><p>{SECOND}</p>", head)
    assert (document.publisher, document.byline) == ("Kabar Tandang", "Rina Dewi, Budi")
    (candidate,) = document.date_candidates
    assert candidate.basis == "jsonld"
    assert candidate.period.start == date(2025, 3, 4)  # 03.30 the next morning in Western Indonesia


def test_the_body_of_json_ld_is_the_fallback() -> None:
    node = f'{{"@type": "NewsArticle", "articleBody": "{FIRST}\\n{SECOND}"}}'
    head = f'<script type="application/ld+json">{node}</script>'
    assert article('<div id="app"></div>', head).text == f"{TITLE}\n{FIRST}\n{SECOND}"


def test_trafilatura_is_the_last_resort() -> None:
    # all text inside links: no container has prose of its own
    body = f'<div><a href="/1"><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST[:-1]} lagi.</p></a></div>'
    assert FIRST in article(body).text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Cakupan Naik - Tandang</title><meta property=og:site_name content=Tandang>", "Cakupan Naik"),
        ("<meta property=og:title content='Cakupan Naik | kabartandang.com'>", "Cakupan Naik"),
        ("<title>Cakupan Naik - Turun Tajam Tahun Ini</title>", "Cakupan Naik - Turun Tajam Tahun Ini"),
    ],
)  # fmt: skip
def test_the_site_is_no_part_of_the_title(head: str, title: str) -> None:
    page = f"<!DOCTYPE html><html><head>{head}</head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert read(page.encode()).title == title


@pytest.mark.parametrize(
    ("head", "body", "publisher"),
    [
        ("<meta property=og:site_name content='Kabar Tandang'>", "", "Kabar Tandang"),
        (f"<title>{TITLE} - Kabar Tandang</title>", "", "Kabar Tandang"),
        (f"<title>Kabar Tandang | {TITLE}</title>", "", "Kabar Tandang"),
        ("", '<p class="site-title">Kabar Tandang</p>', "Kabar Tandang"),
        ("", "<p>Lumajang (Kabar Tandang) - Rapat digelar.</p>", "Kabar Tandang"),
        ("", "<p>Hak Cipta © 2025 Kabar Tandang. All rights reserved.</p>", "Kabar Tandang"),
        ("<link rel=canonical href='https://www.kabartandang.example/a'>", "", "kabartandang.example"),
        ("<link rel=canonical href='https://jambi.tribunnews.com/a'>", "", "Tribun Jambi"),
    ],
)
def test_where_the_publisher_is_printed(head: str, body: str, publisher: str) -> None:
    assert article(f"{body}<p>{FIRST}</p><p>{SECOND}</p>", head).publisher == publisher


CLOCK = '<div class="tanggal">Senin, 5 Mei 2025 | 08:00 WIB</div>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Oleh Rina, Selasa, 4 Maret 2025 | 09:00 WIB</p>", [("byline", date(2025, 3, 4))]),
        ("<span>4 Maret 2025</span>", [("byline", date(2025, 3, 4))]),
        ("<time datetime='2025-03-04T23:00:00+07:00'>kemarin</time>", [("time", date(2025, 3, 4))]),
        ("<time class='updated' datetime='2025-04-01'>1 April 2025</time>", []),
        (f"{CLOCK}<p>Oleh Rina, Selasa, 4 Maret 2025 | 09:00 WIB</p>", [("byline", date(2025, 3, 4))]),
    ],
)
def test_stamps_below_the_headline(body: str, expected: list[tuple[str, date]]) -> None:
    document = article(f"{body}<div class='entry-content'><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert [(item.basis, item.period.start) for item in document.date_candidates] == expected


def test_a_clock_above_the_headline_and_dates_of_other_articles_are_no_candidates() -> None:
    page = (
        f"<html><body>{CLOCK}<h1>{TITLE}</h1><div class='entry-content'><p>{FIRST}</p><p>{SECOND}</p></div>"
        f"<ul><li>{NOISE} <time datetime='2025-05-04'>4 Mei 2025</time></li></ul></body></html>"
    )
    assert read(page.encode()).date_candidates == ()


@pytest.mark.parametrize(
    ("uri", "start", "precision"),
    [
        ("https://kabar.example/2025/03/04/cakupan", date(2025, 3, 4), "day"),
        ("https://kabar.example/read/20250304/1/cakupan", date(2025, 3, 4), "day"),
        ("https://kabar.example/read/20250304093012/cakupan", date(2025, 3, 4), "day"),
        ("https://kabar.example/berita/cakupan-2025-03-04", date(2025, 3, 4), "day"),
        ("https://kabar.example/2025/03/cakupan", date(2025, 3, 1), "month"),
        ("https://kabar.example/berita/12345678/cakupan-2024", None, None),
        ("https://kabar.example/2025/02/30/cakupan", None, None),
        ("arsip/2025/03/04/cakupan.html", None, None),
    ],
)
def test_the_date_of_an_address(uri: str, start: date | None, precision: str | None) -> None:
    found = [item for item in article(f"<p>{FIRST}</p><p>{SECOND}</p>", uri=uri).date_candidates if item.basis == "url"]
    assert [(item.period.start, item.period.precision) for item in found] == ([(start, precision)] if start else [])


def test_candidates_come_in_the_order_of_trust() -> None:
    head = "<meta property='article:published_time' content='2025-03-04T09:00:00+07:00'>"
    head += '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-03-04"}</script>'
    text = f"<div class='entry-content'><p>{FIRST}</p><p>{SECOND}</p></div>"
    body = f"<p>Oleh Rina, Selasa, 4 Maret 2025</p>{text}"
    document = article(body, head, "https://kabar.example/2025/03/04/a")
    assert [item.basis for item in document.date_candidates] == ["jsonld", "opengraph", "byline", "url"]


def test_damaged_markup_is_read_as_a_browser_would() -> None:
    page = f"<html><body><h1>{TITLE}<div class=entry-content><p>{FIRST}<p>{SECOND}<div class=share>{NOISE}"
    assert read(page.encode()).text.split("\n")[-2:] == [FIRST, SECOND]
