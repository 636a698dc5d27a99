"""Claims from tables: HTML, PDF and rows with bars. Figures are invented, places real."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from io import BytesIO

import pytest

from extractor.model import Claim, Extraction
from extractor.pipeline import extract

Rows = list[list[str]]


def lines(title: str, above: str, rows: Rows, below: str = "") -> bytes:
    """A text with a table drawn with bars."""
    return "\n".join([title, above, *(" | ".join(row) for row in rows), below]).encode()


def page(title: str, above: str, table: str, below: str = "") -> bytes:
    """A page with a table in its article."""
    story = f"<p>{above}</p><table>{table}</table><p>{below}</p>"
    head = f"<head><title>{title}</title></head>"
    return f"<html>{head}<body><article><h1>{title}</h1>{story}</article></body></html>".encode()


def sheet(title: str, above: str, rows: Rows, spans: list[tuple[str, tuple[int, int], tuple[int, int]]]) -> bytes:
    """A PDF page with a ruled table; ``spans`` are reportlab style commands."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    buffer, style = BytesIO(), getSampleStyleSheet()
    table = Table(rows)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), *spans]))
    story = [Paragraph(title, style["Title"]), Paragraph(above, style["Normal"]), table]
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(story)
    return buffer.getvalue()


@lru_cache(maxsize=64)
def read(source: bytes) -> Extraction:
    return extract(source)


def cell(source: bytes, quote: str) -> Claim:
    """The one claim of a cell."""
    (claim,) = [claim for claim in read(source).claims if claim.evidence.quote == quote]
    return claim


def meaning(claim: Claim) -> tuple[str, str, str, str]:
    return str(claim.value), claim.unit, claim.kind, claim.indicator


def reasons(source: bytes) -> dict[str, str | None]:
    """Why numbers are not claimed."""
    return {mention.quote: mention.not_claimed for mention in read(source).mentions if mention.not_claimed}


DISTRICTS = lines(
    "Jamsostek menjangkau pekerja Kabupaten Poso",
    "Tabel 1. Pekerja terlindungi BPJS Ketenagakerjaan per 30 April 2025",
    [
        ["No", "Kecamatan", "Pekerja", "Terlindungi", "Cakupan (%)"],
        ["1", "Poso Kota", "8.200", "4.100", "50.0"],
        ["2", "Lage", "5.300", "1.590", "30.0"],
        ["3", "Lore Utara", "2.400", "-", "-"],
        ["", "Jumlah", "15.900", "5.690", "35.8"],
    ],
    "Sumber: BPJS Ketenagakerjaan Cabang Poso, diolah",
)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("5.300", ("5300", "workers", "denominator", "eligible_workers")),
        ("1.590", ("1590", "workers", "achieved", "covered_workers")),
        ("30.0", ("30.0", "percent", "achieved", "coverage_rate")),
    ],
)
def test_heading_says_unit_and_kind(quote: str, expected: tuple[str, str, str, str]) -> None:
    assert meaning(cell(DISTRICTS, quote)) == expected


def test_row_label_of_a_kecamatan_is_the_region() -> None:
    region = cell(DISTRICTS, "1.590").region
    assert (region.code, region.name, region.level) == (None, "Kecamatan Lage", "kecamatan")
    assert region.basis == "same_clause"


def test_total_row_is_the_region_of_the_document() -> None:
    region = cell(DISTRICTS, "5.690").region
    assert (region.code, region.basis) == ("72.02", "headline")


def test_row_numbers_and_dashes_are_no_numbers() -> None:
    quotes = {mention.quote for mention in read(DISTRICTS).mentions}
    assert quotes.isdisjoint({"1", "2", "3", "-"})


def test_caption_dates_and_source_note_is_kept() -> None:
    claim = cell(DISTRICTS, "4.100")
    assert claim.as_of.period is not None
    assert (claim.as_of.period.start.isoformat(), claim.as_of.basis) == ("2025-04-30", "explicit")
    assert (claim.data_source, claim.attribution) == ("BPJS Ketenagakerjaan Cabang Poso", "document")


def test_numbers_of_one_row_share_a_group() -> None:
    groups = {cell(DISTRICTS, quote).group for quote in ("5.300", "1.590", "30.0")}
    assert len(groups) == 1
    assert cell(DISTRICTS, "8.200").group not in groups


def test_rate_and_total_are_checked() -> None:
    said = {(finding.check, finding.verdict, finding.message) for finding in read(DISTRICTS).findings}
    assert ("ratio", "agrees", "1590 / 5300 = 30 %") in said
    assert ("parts", "agrees", "the 2 rows of Terlindungi: 4100 + 1590 = 5690, as printed") in said


def test_a_wrong_total_with_a_row_missing_is_not_called_wrong() -> None:
    source = DISTRICTS.replace(b"5.690", b"5.990")
    found = [f for f in read(source).findings if f.check == "parts" and "Terlindungi" in f.message]
    assert [(f.verdict, f.reason) for f in found] == [("unchecked", "1 of the rows have no number")]


def test_a_changed_digit_in_a_total_disagrees() -> None:
    source = DISTRICTS.replace(b"15.900", b"15.800")
    found = [f for f in read(source).findings if f.check == "parts" and "Pekerja" in f.message]
    assert [f.verdict for f in found] == ["disagrees"]


def test_a_cell_that_repeats_the_prose_is_one_claim() -> None:
    story = "Pekerja di Kecamatan Lage yang terlindungi Jamsostek per 30 April 2025 ada 1.590 orang."
    source = DISTRICTS.replace(b"Tabel 1.", story.encode() + b"\nTabel 1.")
    (claim,) = [claim for claim in read(source).claims if claim.value == 1590]
    assert len(claim.mentions) == 2


def test_the_caption_s_period_leaves_no_doubt_of_the_sentence_that_repeats_the_cell() -> None:
    story = "Pekerja di Kecamatan Lage yang terlindungi Jamsostek ada 1.590 orang."
    source = DISTRICTS.replace(b"Tabel 1.", story.encode() + b"\nTabel 1.")
    (claim,) = [claim for claim in read(source).claims if claim.value == 1590]
    assert claim.as_of.period is not None
    assert "no period named" not in claim.confidence_reasons


GROUPED = page(
    "Kepesertaan Jamsostek di Sulawesi Tenggara",
    "Berikut kepesertaan BPJS Ketenagakerjaan sampai Juli 2025:",
    "<tr><th rowspan=2>Kabupaten/Kota</th><th colspan=2>Aktif</th><th rowspan=2>Non Aktif</th></tr>"
    "<tr><th>PU</th><th>BPU</th></tr>"
    "<tr><td>Konawe</td><td>10.400</td><td>3.300</td><td>5.100</td></tr>"
    "<tr><td>Kota Baubau</td><td>9.700</td><td>2.800</td><td>4.200</td></tr>"
    "<tr><td>Total</td><td>20.100</td><td>6.100</td><td>9.300</td></tr>",
)
GROUPED_PDF = sheet(
    "Kepesertaan Jamsostek di Sulawesi Tenggara",
    "Berikut kepesertaan BPJS Ketenagakerjaan sampai Juli 2025:",
    [
        ["Kabupaten/Kota", "Aktif", "", "Non Aktif"],
        ["", "PU", "BPU", ""],
        ["Konawe", "10.400", "3.300", "5.100"],
        ["Kota Baubau", "9.700", "2.800", "4.200"],
        ["Total", "20.100", "6.100", "9.300"],
    ],
    [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1))],
)
GROUPED_LINES = lines(
    "Kepesertaan Jamsostek di Sulawesi Tenggara",
    "Berikut kepesertaan BPJS Ketenagakerjaan sampai Juli 2025:",
    [
        ["Kabupaten/Kota", "Aktif", "", "Non Aktif"],
        ["", "PU", "BPU", ""],
        ["Konawe", "10.400", "3.300", "5.100"],
        ["Kota Baubau", "9.700", "2.800", "4.200"],
        ["Total", "20.100", "6.100", "9.300"],
    ],
)


@pytest.mark.parametrize(
    "source",
    [pytest.param(GROUPED, id="html"), pytest.param(GROUPED_PDF, id="pdf"), pytest.param(GROUPED_LINES, id="lines")],
)
def test_grouped_headings(source: bytes) -> None:
    wage_earners, others, lapsed = (cell(source, quote) for quote in ("9.700", "2.800", "4.200"))
    assert (wage_earners.indicator, wage_earners.segment) == ("active_workers", ("PU",))
    assert (others.indicator, others.segment) == ("active_workers", ("BPU",))
    assert (lapsed.indicator, lapsed.segment) == ("inactive_workers", ())
    assert {claim.region.code for claim in (wage_earners, others, lapsed)} == {"74.72"}
    assert cell(source, "20.100").region.code == "74"
    assert others.as_of.basis == "carried"
    assert len(read(source).claims) == 9


def test_markdown_table_of_two_columns() -> None:
    source = (
        b"# Cakupan Jamsostek di Bali\n\nCakupan BPJS Ketenagakerjaan per Mei 2025\n\n"
        b"| Kabupaten/Kota | Cakupan (%) |\n|---|---:|\n| Gianyar | 44,1 |\n| Kota Denpasar | 61,9 |\n"
    )
    assert (cell(source, "44,1").region.code, cell(source, "44,1").value) == ("51.04", Decimal("44.1"))


THOUSANDS = lines(
    "Jamsostek di Sumatera Barat",
    "Peserta terdaftar BPJS Ketenagakerjaan (dalam ribu orang)",
    [["Kota", "2023", "2024"], ["Padang", "150,4", "162"], ["Bukittinggi", "1.020,5", "21,7"]],
)


@pytest.mark.parametrize(("quote", "value"), [("150,4", 150400), ("162", 162000), ("1.020,5", 1020500)])
def test_scale_of_the_caption(quote: str, value: int) -> None:
    claim = cell(THOUSANDS, quote)
    assert (claim.value, claim.unit, claim.indicator) == (value, "workers", "registered_workers")
    assert claim.flags == ()


def test_year_columns_date_their_cells() -> None:
    first, second = cell(THOUSANDS, "150,4"), cell(THOUSANDS, "162")
    assert first.as_of.period is not None and second.as_of.period is not None
    assert (first.as_of.period.start.year, second.as_of.period.end.year) == (2023, 2024)
    assert first.group != second.group


def test_homonyms_of_one_column() -> None:
    source = lines(
        "Target Jamsostek di Jawa Timur",
        "Cakupan kepesertaan BPJS Ketenagakerjaan",
        [
            ["Kabupaten/Kota", "Target 2026 (%)", "Realisasi (%)", "Selisih"],
            ["Probolinggo", "41,0", "30,5", "10,5"],
            ["Kota Probolinggo", "55,0", "48,0", "7,0"],
            ["Madiun", "39,0", "33,0", "6,0"],
        ],
    )
    assert cell(source, "30,5").region.code == "35.13"
    assert cell(source, "48,0").region.code == "35.74"
    assert cell(source, "33,0").region.code == "35.19"  # the table marks its kota
    assert meaning(cell(source, "10,5")) == ("10.5", "percentage_point", "gap", "coverage_rate")
    assert cell(source, "41,0").as_of.text == "2026"
    assert meaning(cell(source, "41,0"))[2] == "target"


def test_a_shared_name_that_nothing_settles_stays_open() -> None:
    source = lines(
        "Kepesertaan Jamsostek",
        "Peserta aktif BPJS Ketenagakerjaan di Jawa Timur",
        [["Kabupaten/Kota", "PU", "BPU"], ["Pasuruan", "61.200", "9.400"], ["Jember", "70.300", "15.000"]],
    )
    claim = cell(source, "61.200")
    assert (claim.region.code, claim.region.level) == (None, "unknown")
    assert "region_level_unknown" in claim.flags


def test_rows_of_measures() -> None:
    source = lines(
        "Jaminan sosial ketenagakerjaan di Kota Kupang",
        "Perkembangan Jamsostek Kota Kupang",
        [
            ["Uraian", "2022", "2023"],
            ["Penduduk bekerja", "180.000", "184.000"],
            ["Peserta aktif", "54.000", "58.880"],
            ["Cakupan (%)", "30", "32"],
            ["Jumlah klaim", "2.900", "3.050"],
            ["Iuran (Rp juta)", "41.000", "44.500"],
        ],
    )
    base, level, rate = (cell(source, quote) for quote in ("184.000", "58.880", "32"))
    assert [claim.kind for claim in (base, level, rate)] == ["denominator", "achieved", "achieved"]
    assert base.group == level.group == rate.group != cell(source, "180.000").group
    assert rate.population == "working"
    assert reasons(source)["3.050"] == "its column counts benefits or claims paid"
    assert reasons(source)["44.500"] == "it is an amount of money"


def test_a_count_with_its_percentage_in_one_cell() -> None:
    source = page(
        "Cakupan Jamsostek di Kabupaten Barru",
        "Cakupan kepesertaan BPJS Ketenagakerjaan menurut kecamatan:",
        "<tr><th>Kecamatan</th><th>Pekerja</th><th>Terlindungi</th></tr>"
        "<tr><td>Tanete Rilau</td><td>6.000</td><td>1.500 (25,0%)</td></tr>"
        "<tr><td>Soppeng Riaja</td><td>4.000</td><td>1.200 (30,0%)</td></tr>",
    )
    assert meaning(cell(source, "1.500")) == ("1500", "workers", "achieved", "covered_workers")
    assert meaning(cell(source, "25,0%")) == ("25.0", "percent", "achieved", "coverage_rate")


def test_a_table_goes_on_over_a_page_break() -> None:
    rows = [["Kabupaten/Kota", "Peserta aktif", "Terdaftar"]]
    rows += [["Kabupaten Bone", f"{number}.000", f"{number + 5}.400"] for number in range(10, 75)]
    source = sheet("Kepesertaan Jamsostek", "Peserta BPJS Ketenagakerjaan menurut wilayah", rows, [])
    assert len(read(source).document.pages) > 1
    assert meaning(cell(source, "74.000")) == ("74000", "workers", "achieved", "active_workers")


NOT_COVERAGE = [
    pytest.param(
        "BPJS Ketenagakerjaan membayar klaim di Kota Tegal",
        "Klaim Jamsostek per program, Januari-Juni 2025",
        [["Program", "Jumlah", "Nominal (Rp juta)"], ["JHT", "1.240", "18.300"], ["JKM", "88", "3.700"]],
        id="benefits",
    ),
    pytest.param(
        "Pemda gandeng BPJS Ketenagakerjaan",
        "Kondisi ketenagakerjaan Februari 2025",
        [["Kabupaten", "Angkatan kerja", "TPT (%)"], ["Sigi", "120.400", "2,9"], ["Poso", "131.700", "3,1"]],
        id="labour statistics",
    ),
    pytest.param(
        "BPJS Ketenagakerjaan dan BPJS Kesehatan di Jambi",
        "Kepesertaan JKN per kabupaten:",
        [["Kabupaten", "Peserta aktif", "Cakupan (%)"], ["Tebo", "310.000", "97,1"], ["Bungo", "355.000", "98,4"]],
        id="health",
    ),
    pytest.param(
        "BPJS Ketenagakerjaan menilai daerah",
        "Peringkat Paritrana Award tingkat provinsi",
        [["Daerah", "Peringkat", "Nilai"], ["Kota Batam", "1", "91,2"], ["Karimun", "2", "88,4"]],
        id="rank",
    ),
    pytest.param(
        "Jamsostek di pasar tradisional",
        "Harga bahan pokok di Kota Ambon",
        [["Komoditas", "2023", "2024"], ["Beras", "13.400", "14.100"], ["Gula", "15.000", "17.500"]],
        id="prices",
    ),
    pytest.param(
        "BPJS Ketenagakerjaan dampingi pelatihan kerja",
        "Peserta pelatihan di BLK",
        [["Kejuruan", "Peserta", "Lulus"], ["Las", "120", "110"], ["Menjahit", "90", "88"]],
        id="trainees",
    ),
    pytest.param(
        "BPJS Ketenagakerjaan kejar kepatuhan",
        "Kepatuhan perusahaan di Kota Cirebon",
        [["Kecamatan", "Perusahaan patuh", "Menunggak"], ["Kejaksan", "210", "31"], ["Harjamukti", "340", "55"]],
        id="compliance",
    ),
]


@pytest.mark.parametrize(("title", "above", "rows"), NOT_COVERAGE)
def test_tables_of_other_things_give_reasons(title: str, above: str, rows: Rows) -> None:
    extraction = read(lines(title, above, rows))
    assert extraction.claims == ()
    numbers = [row for row in extraction.mentions if row.rule.startswith("table.")]
    assert len(numbers) == (len(rows) - 1) * (len(rows[0]) - 1)
    assert all(row.not_claimed for row in numbers)


def test_without_the_scheme_there_is_no_claim() -> None:
    source = lines(
        "Peserta kursus", "Peserta aktif", [["Kota", "2023", "2024"], ["Palu", "1.200", "1.400"], ["Poso", "9", "8"]]
    )
    assert read(source).claims == ()
    assert reasons(source)["1.400"] == "the document does not speak of BPJS Ketenagakerjaan"


def test_an_average_is_no_level_of_the_whole() -> None:
    source = lines(
        "Cakupan Jamsostek di Bali",
        "Cakupan BPJS Ketenagakerjaan Mei 2025",
        [
            ["Kabupaten", "Cakupan (%)", "Target (%)"],
            ["Bangli", "31,0", "40"],
            ["Buleleng", "35,0", "42"],
            ["Rata-rata", "33,0", "41"],
        ],
    )
    assert reasons(source)["33,0"] == "its row is an average of the others"
    assert len(read(source).claims) == 4


def test_the_caption_frames_the_segment_and_the_row_names_who_pays() -> None:
    source = lines(
        "Perlindungan Jamsostek di Kabupaten Wajo",
        "Pekerja rentan yang terlindungi BPJS Ketenagakerjaan menurut pembayar",
        [
            ["Sumber dana", "Jumlah pekerja", "Anggaran (Rp)"],
            ["APBD Kabupaten", "4.900", "988.000.000"],
            ["CSR", "1.300", "262.000.000"],
        ],
    )
    claim = cell(source, "4.900")
    assert (claim.indicator, claim.segment, claim.funding) == ("funded_workers", ("RENTAN",), ("APBD-kab",))
    assert claim.region.code == "73.13"


def test_no_table_costs_nothing() -> None:
    from extractor.claims.tables import split
    from extractor.mentions import tables

    document = read(b"Cakupan Jamsostek di Bali 40 persen.").document
    assert document.tables == ()
    assert tables.find(document.text, document.tables) == []
    assert split(document, ()) == ([], [])


def test_an_empty_row_does_not_move_the_cells_that_span_over_rows() -> None:
    source = page(
        "Kepesertaan Jamsostek di Kota Bontang",
        "Peserta BPJS Ketenagakerjaan menurut kecamatan hingga Mei 2025:",
        "<tr><th>Kecamatan</th><th>Segmen</th><th>Aktif</th></tr><tr><td></td><td></td><td></td></tr>"
        "<tr><td rowspan=2>Bontang Barat</td><td>PU</td><td>5.200</td></tr><tr><td>BPU</td><td>1.400</td></tr>"
        "<tr><td rowspan=2>Bontang Utara</td><td>PU</td><td>8.300</td></tr><tr><td>BPU</td><td>2.600</td></tr>",
    )
    claim = cell(source, "2.600")
    assert (claim.region.name, claim.segment) == ("Kecamatan Bontang Utara", ("BPU",))


def test_the_deadline_of_a_target_above_is_no_period_of_the_levels() -> None:
    source = page(
        "Cakupan Jamsostek Kota Tual Naik",
        "Cakupan BPJS Ketenagakerjaan di Kota Tual hingga akhir September 2025 mencapai 41,3 persen.</p>"
        "<p>Nelayan baru 2.150 orang yang terdaftar, targetnya 5.000 orang pada 2026.",
        "<tr><th>Segmen</th><th>Peserta</th></tr><tr><td>Penerima upah</td><td>8.120</td></tr>"
        "<tr><td>Bukan penerima upah</td><td>3.304</td></tr><tr><td>Jumlah</td><td>11.424</td></tr>",
    )
    period = cell(source, "8.120").as_of.period
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == ("2025-09-01", "2025-09-30")


def test_headings_that_stand_over_other_columns_are_no_counts() -> None:
    """A header of two rows flattened by an export: the years slid to the left, so nothing says what is when."""
    source = lines(
        "Kepesertaan BPJS Ketenagakerjaan Kota Bima",
        "Data diolah.",
        [
            ["No", "Kepesertaan", "Tahun", "", "", ""],
            ["2028", "2029", "2030", "2031", "", ""],
            ["1", "Perusahaan", "1.310", "1.420", "1.530", "1.640"],
            ["2", "Pekerja", "51.200", "52.300", "53.400", "54.500"],
        ],
    )
    assert read(source).claims == ()
    assert "2030" not in reasons(source) and "52.300" in reasons(source)


def test_the_same_headings_over_their_columns_are_read() -> None:
    source = page(
        "Kepesertaan BPJS Ketenagakerjaan Kota Bima",
        "Jumlah peserta aktif BPJS Ketenagakerjaan Kota Bima.",
        "<tr><th rowspan=2>No</th><th rowspan=2>Kepesertaan</th><th colspan=2>Tahun</th></tr>"
        "<tr><th>2023</th><th>2024</th></tr>"
        "<tr><td>1</td><td>Perusahaan</td><td>1.530</td><td>1.640</td></tr>"
        "<tr><td>2</td><td>Pekerja</td><td>53.400</td><td>54.500</td></tr>",
    )
    found = [(str(claim.value), claim.unit, claim.as_of.text) for claim in read(source).claims]
    assert found == [
        ("1530", "companies", "2023"),
        ("1640", "companies", "2024"),
        ("53400", "workers", "2023"),
        ("54500", "workers", "2024"),
    ]
