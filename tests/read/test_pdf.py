"""PDFs made on the spot: columns, hyphens, running lines, tables, damaged bytes. All texts are invented."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from extractor.errors import UnreadableInput
from extractor.model import Document
from extractor.read import read
from extractor.read.pdf_layout import Fragment, Letter, pieces_of
from extractor.read.pdf_layout import lines_of as lines_of_pieces
from extractor.read.pdf_tables import unruled

reportlab = pytest.importorskip("reportlab", reason="reportlab (extra: test) makes the PDFs")

from reportlab.lib import colors  # noqa: E402
from reportlab.lib.pagesizes import A4  # noqa: E402
from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402
from reportlab.platypus import Table  # noqa: E402

Placed = tuple[float, float, str]  # x, y from the lower left corner, text
WIDTH, HEIGHT = A4

PARAGRAPH = [
    "Cakupan kepesertaan jaminan sosial ketenagakerjaan di Kabupaten Tabanan naik menjadi 41",
    "persen pada akhir tahun lalu. Kepala dinas menyampaikannya dalam rapat bersama masing-",
    "masing camat dan perbekel di ruang rapat kantor bupati, dan menyebut kenaikan itu meng-",
    "gembirakan bagi semua pihak.",
]
JOINED = (
    "Cakupan kepesertaan jaminan sosial ketenagakerjaan di Kabupaten Tabanan naik menjadi 41 persen pada "
    "akhir tahun lalu. Kepala dinas menyampaikannya dalam rapat bersama masing-masing camat dan perbekel di "
    "ruang rapat kantor bupati, dan menyebut kenaikan itu menggembirakan bagi semua pihak."
)


def canvas_of(pages: Sequence[Sequence[Placed]], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, **options)
    for page in pages:
        for x, y, text in page:
            size = 16 if text.startswith("#") else 11
            canvas.setFont("Helvetica-Bold" if size == 16 else "Helvetica", size)
            canvas.drawString(x, y, text.lstrip("#"))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(lines: Sequence[str], x: float = 72, top: float = 700, pitch: float = 15) -> list[Placed]:
    return [(x, top - pitch * number, line) for number, line in enumerate(lines)]


def lines_of(*pages: Sequence[Placed]) -> list[str]:
    return read(canvas_of(pages)).text.split("\n")


def cells_of(document: Document, number: int = 0) -> list[list[str]]:
    rows = document.tables[number].rows
    return [[document.text[cell.start : cell.end] for cell in row] for row in rows]


def test_printed_lines_become_paragraphs_and_broken_words_whole() -> None:
    second = [
        "Rapat itu juga menyepakati anggaran iuran bagi petani kopi dan nelayan di pesisir selatan.",
        "Iuran dibayar mulai bulan depan.",
    ]
    assert lines_of(column(PARAGRAPH) + column(second, top=620)) == [JOINED, " ".join(second)]


def test_an_indent_begins_a_paragraph() -> None:
    second = [(90.0, 640.0, "Rapat itu juga menyepakati anggaran iuran bagi para petani kopi dan nelayan di")]
    third = [(72.0, 625.0, "pesisir selatan kabupaten itu.")]
    assert lines_of(column(PARAGRAPH) + second + third)[1].startswith("Rapat itu juga")


def test_white_parts_lines_under_a_headline_of_several_lines() -> None:
    """Headlines have wider steps than text: what is white is measured by the size of the letters."""
    headline = [(63 + 27.7 * row, 23.2, f"Judul berita baris ke-{row} yang panjang") for row in range(5)]
    text = [(218.0, 11.6, "Sabtu, 31 Januari 2026"), (243.5, 11.6, "Target itu dibahas saat audiensi di kantor dinas")]
    pieces = [Fragment(line, 34.0, 500.0, top, top + size, size, 800.0, ()) for top, size, line in (*headline, *text)]
    assert [line.begins for line in lines_of_pieces(pieces)] == [None, False, False, False, False, True, True]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"Kolom kiri baris ke-{number} tentang pekerja," for number in range(1, 9)]
    right = [f"kolom kanan baris ke-{number} tentang iuran," for number in range(1, 8)] + ["dan selesai."]
    wide = "Kalimat pembuka yang melintasi kedua kolom halaman ini dari tepi kiri sampai ke tepi kanan kertas."
    text = lines_of([(72.0, 740.0, wide), *column(left), *column(right, x=320)])
    assert text == [wide, " ".join(left + right)]


def test_a_page_printed_by_a_browser_keeps_its_letters_and_digits() -> None:
    """Kerned text of a broken font size, justified in two columns, as "Save as PDF" makes it."""
    document = read((Path(__file__).parent / "pages" / "printed-by-a-browser.pdf").read_bytes())
    assert "per 30 April 2025 baru mencapai 41,27 persen atau 70.142 pekerja dari 169.950 pekerja" in document.text
    assert (
        document.text.index("Tahun lalu") < document.text.index("4.150 pekerja") < document.text.index("99.808 pekerja")
    )


def test_letters_of_a_line_part_at_white_gaps_only() -> None:
    def at(char: str, left: float, size: float = 10.0) -> Letter:
        return Letter(char, left, left + 5, 100, 90, size)

    letters = [at("4", 0), at("1", 4.6), " ", at("%", 12), at("x", 60), "\n", at("y", 0), at("z", 200)]
    assert [piece.text for piece in pieces_of(letters, 800)] == ["41 %", "x", "y", "z"]


def printed(top: float, *words: tuple[str, float, float], apart: bool = True) -> list[Fragment]:
    """A printed line of words (text, left, right), each a piece, or all of them one."""
    groups = [[word] for word in words] if apart else [list(words)]
    return [
        Fragment(" ".join(w[0] for w in group), group[0][1], group[-1][2], top, top + 10, 10, 800, tuple(group))
        for group in groups
    ]


Word = tuple[str, float, float]
FLUSH_RIGHT = [
    [("Wates", 40, 70), ("27.400", 215, 250), ("998", 350, 366)],
    [("Temon", 40, 74), ("900", 233, 250), ("7.155", 340, 366)],
    [("Lendah", 40, 80), ("1.100", 222, 250), ("112", 350, 366)],
]
OF_ONE_LENGTH = [
    [("Wates", 40, 70), ("27.400", 215, 250), ("14.248", 330, 366)],
    [("Temon", 40, 74), ("15.900", 215, 250), ("17.155", 330, 366)],
    [("Lendah", 40, 80), ("11.100", 215, 250), ("10.112", 330, 366)],
]
FLUSH_LEFT = [
    [("Wates", 40, 70), ("27.400", 112, 147), ("998", 262, 278)],
    [("Temon", 40, 74), ("900", 112, 129), ("7.155", 262, 288)],
    [("Lendah", 40, 80), ("1.100", 112, 140), ("112", 262, 278)],
]
HEADING = [("Kapanewon", 40, 100), ("Penduduk", 112, 170), ("bekerja", 173, 250), ("Terlindungi", 262, 366)]


@pytest.mark.parametrize("numbers", [FLUSH_RIGHT, OF_ONE_LENGTH, FLUSH_LEFT])
def test_the_line_above_a_table_without_rules_is_its_header(numbers: list[list[Word]]) -> None:
    pieces = printed(
        100, ("Capaian", 40, 80), ("kapanewon", 83, 150), ("sebagai", 153, 200), ("berikut.", 203, 250), apart=False
    )
    pieces += printed(120, *HEADING, apart=False)
    for at, row in enumerate(numbers):
        pieces += printed(132 + 12 * at, *row)
    rest, (grid,) = unruled(pieces)
    assert grid.rows[0] == ["Kapanewon", "Penduduk bekerja", "Terlindungi"]
    assert [piece.text for piece in rest] == ["Capaian kapanewon sebagai berikut."]


def test_a_sentence_above_a_table_is_no_header() -> None:
    pieces = printed(120, ("Cakupan", 40, 100), ("tiap", 112, 170), ("kapanewon.", 173, 250), apart=False)
    for at in range(3):
        pieces += printed(132 + 12 * at, ("Wates", 40, 70), (f"{at}.400", 112, 147), (f"{at}12", 262, 278))
    rest, (grid,) = unruled(pieces)
    assert len(grid.rows) == 3
    assert len(rest) == 1


def test_running_lines_and_page_numbers_are_dropped_and_paragraphs_run_on() -> None:
    def page(number: int, lines: Sequence[str]) -> list[Placed]:
        return [
            (72.0, 810.0, f"Rilis Dinas Contoh 0{number}"),
            (280.0, 30.0, f"Halaman {number}"),
            *column(lines),
        ]

    source = canvas_of([page(1, PARAGRAPH[:3]), page(2, PARAGRAPH[3:]), page(3, ["Sekian."])])
    document = read(source)
    assert document.text == f"{JOINED}\nSekian."
    assert [page.page for page in document.pages] == [1, 2, 3]
    assert [page.start for page in document.pages] == [0, JOINED.index("gembirakan"), len(JOINED) + 1]
    assert [page.end for page in document.pages] == [
        *(page.start for page in document.pages[1:]),
        len(document.text),
    ]


def test_a_page_number_alone_is_dropped_but_a_number_in_the_text_stays() -> None:
    assert lines_of([*column([*PARAGRAPH[:1], "persen."]), (300.0, 25.0, "- 1 -")])[-1].endswith("41 persen.")


def test_the_large_lines_are_the_title() -> None:
    title = [(72.0, 760.0, "#Cakupan Jamsostek Tabanan Naik, Petani"), (72.0, 740.0, "#dan Nelayan Menyusul")]
    document = read(canvas_of([[(72.0, 800.0, "DINAS TENAGA KERJA KABUPATEN TABANAN"), *title, *column(PARAGRAPH)]]))
    assert document.title == "Cakupan Jamsostek Tabanan Naik, Petani dan Nelayan Menyusul"
    assert document.text.split("\n") == [document.title, "DINAS TENAGA KERJA KABUPATEN TABANAN", JOINED]
    assert document.publisher == "DINAS TENAGA KERJA KABUPATEN TABANAN"


def with_table(rows: Sequence[Sequence[str]], style: Sequence[tuple[object, ...]]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 11)
    for x, y, text in column(PARAGRAPH):
        canvas.drawString(x, y, text)
    table = Table([list(row) for row in rows], style=list(style), colWidths=110)
    _, height = table.wrapOn(canvas, 440, 400)
    table.drawOn(canvas, 72, 600 - height)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 600 - height - 30, "Sumber: data olahan kantor cabang.")
    canvas.save()
    return buffer.getvalue()


GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
ROWS = [
    ["Kecamatan", "Peserta aktif", "Cakupan"],
    ["Selemadeg", "1.204", "40,1"],
    ["Pupuan", "3.310", "38,7"],
]


@pytest.mark.parametrize("style", [[GRID], []], ids=["ruled", "unruled"])
def test_a_table_stands_where_it_is_and_only_once(style: list[tuple[object, ...]]) -> None:
    document = read(with_table(ROWS, style))
    assert cells_of(document) == ROWS
    assert document.text.split("\n") == [
        JOINED,
        "Kecamatan | Peserta aktif | Cakupan",
        "Selemadeg | 1.204 | 40,1",
        "Pupuan | 3.310 | 38,7",
        "Sumber: data olahan kantor cabang.",
    ]


def test_merged_cells_refer_to_the_cell_that_covers_them() -> None:
    rows = [["Kecamatan", "Peserta", ""], ["", "Aktif", "Non-aktif"], ["Pupuan", "3.310", "87"]]
    merged = [GRID, ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))]
    document = read(with_table(rows, merged))
    assert cells_of(document) == [
        ["Kecamatan", "Peserta", "Peserta"],
        ["Kecamatan", "Aktif", "Non-aktif"],
        ["Pupuan", "3.310", "87"],
    ]


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for rows in (ROWS[:2], [ROWS[0], ROWS[2]]):
        table = Table([list(row) for row in rows], style=[GRID], colWidths=110)
        _, height = table.wrapOn(canvas, 440, 400)
        table.drawOn(canvas, 72, 760 - height)
        canvas.showPage()
    canvas.save()
    document = read(buffer.getvalue())
    assert cells_of(document) == ROWS
    assert len(document.tables) == 1


PLAIN = canvas_of([column(PARAGRAPH)])


def picture() -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, WIDTH, HEIGHT)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (PLAIN[: len(PLAIN) // 2], "damaged PDF .its end is missing.; download"),
        (PLAIN[:40] + b"\n%%EOF", "damaged PDF .its structure cannot be read.; download"),
        (canvas_of([column(PARAGRAPH)], encrypt=StandardEncryption("rahasia")), "encrypted PDF; save a copy"),
        (with_table(ROWS, [GRID]).replace(b"~>endstream", b"zzzzz~>endstream"), "damaged PDF"),
        (picture(), "scanned PDF without a text layer; run OCR .* ocrmypdf"),
        (canvas_of([[]]), "scanned PDF without a text layer"),
    ],
    ids=["truncated", "broken", "encrypted", "table-damaged", "scanned", "empty-page"],
)
def test_what_cannot_be_read_says_so(source: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        read(source)


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    source = canvas_of([column(PARAGRAPH)], encrypt=StandardEncryption("", ownerPassword="rahasia"))
    assert read(source).text == JOINED


def test_a_page_without_text_among_others_is_noted() -> None:
    assert read(canvas_of([column(PARAGRAPH), []])).notes == ("no text on page 2; pictures are not read",)


def test_a_pdf_is_known_behind_some_junk() -> None:
    assert read(b"\r\n\r\n" + PLAIN).media_type == "application/pdf"
