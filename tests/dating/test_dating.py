"""When the event was and when the document came out, each tested against the other."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import read
from extractor.dating import anchor, date_document
from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.model import DateCandidate, Dating, Document, Period


def candidate(basis: str, day: str, text: str | None = None) -> DateCandidate:
    value = date.fromisoformat(day)
    return DateCandidate(basis, text or day, Period(value, value, "day"))


def document(text: str, *candidates: DateCandidate, title: str | None = None) -> Document:
    whole = f"{title}\n{text}" if title else text
    return Document("0" * 64, None, "text/plain", "0" * 64, whole, title, len(title or ""), date_candidates=candidates)


def stamped(text: str, stamp: str) -> DateCandidate:
    """A byline's stamp as the reader hands it over, with its span."""
    value = read(stamp)
    assert value is not None and value.start is not None
    start = text.index(stamp)
    return DateCandidate("byline", stamp, Period(value.start, value.start, "day"), start, start + len(stamp))


def dated(source: Document, reference_date: date | None = None) -> Dating:
    parsed = parse(source.text)
    near = anchor(source, parsed, reference_date)
    found, _ = find_mentions(parsed, anchor=near)
    rows = [row for row in found if row.label == "DATE"]
    return date_document(source, parsed, rows, reference_date=reference_date)


def event(text: str, *candidates: DateCandidate, title: str | None = None) -> str | None:
    period = dated(document(text, *candidates, title=title)).event.period
    return period.start.isoformat() if period else None


EVENTS = [
    ("Rapat digelar di Palu pada Rabu (14/2/2024). Hasilnya baik.", "2024-02-14"),
    ("Rapat digelar di Palu, Rabu, 14 Februari 2024. Hasilnya baik.", "2024-02-14"),
    ('"Kami siap," ujarnya, Rabu (14/2/2024).', "2024-02-14"),
    ("Rapat digelar di Palu (14/2/2024) dan dihadiri bupati.", "2024-02-14"),
    ("Kegiatan Rabu (14/2/2024) itu diikuti oleh camat.", "2024-02-14"),
    ("Palu, 14 Februari 2024 – Cakupan naik lagi tahun ini.", "2024-02-14"),
    ("Dalam keterangan tertulis yang dilansir Rabu (14/2/2024), ia menyebut cakupan naik.", "2024-02-14"),
    ('"Kami akan mendaftarkan semua nelayan," kata bupati di Palu, Rabu (14/2/2024).', "2024-02-14"),
    ("Pemkab akan melindungi nelayan, kata bupati di Palu, Rabu (14/2/2024).", "2024-02-14"),
    ("Target yang ditetapkan belum tercapai, ujarnya, Rabu (14/2/2024).", "2024-02-14"),
    ("Rapat pada Rabu (14/2/2024) pukul 09.00 WIB dibuka bupati.", "2024-02-14"),
]


@pytest.mark.parametrize(("text", "day"), EVENTS)
def test_the_event_as_the_press_prints_it(text: str, day: str) -> None:
    assert event(text) == day


# Each with a date in the very form of an event's; the word beside it says it is another's.
NO_EVENT = [
    "Cakupan per Rabu (14/2/2024) mencapai 40 persen.",
    "Cakupan hingga tanggal 14 Februari 2024 mencapai 40 persen.",
    "Sampai dengan Rabu (14/2/2024) tercatat 40 persen.",
    "Iuran dibayar paling lambat Rabu (14/2/2024).",
    "Dikutip dari Harian Contoh, Rabu (14/2/2024), cakupan naik.",
    "Melansir laman kementerian, Rabu (14/2/2024), cakupan naik.",
    "Rapat lanjutan akan digelar pada Rabu (14/2/2024).",
    "Rapat dijadwalkan Rabu (14/2/2024).",
    "Peraturan itu ditetapkan pada 14 Februari 2024.",
    "Program ini mulai Rabu (14/2/2024).",
    "Sebelumnya, pada Rabu (14/2/2024), bupati mengunjungi pasar.",
    "Cakupan pada Februari 2024 mencapai 40 persen.",
    "Cakupan pada 2024 mencapai 40 persen.",
    "Rabu, 14 Februari 2024 | 13:34 WIB",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_dates_of_other_things(text: str) -> None:
    assert event(text) is None


@pytest.mark.parametrize("text", NO_EVENT)
def test_the_event_wins_over_a_nearer_date_of_another_thing(text: str) -> None:
    assert event(f"{text}\nRapat digelar di Palu, Senin (4/3/2024).") == "2024-03-04"


def test_a_weekday_makes_a_date_the_event_s_before_a_plain_one() -> None:
    assert event("Rapat (1/2/2024) dan lagi. Ia berkata, Rabu (14/2/2024).") == "2024-02-14"


def test_the_title_dates_nothing() -> None:
    assert event("Cakupan naik.", title="Rapat Rabu (14/2/2024)") is None


def test_a_plain_date_needs_a_publication_date_that_follows_it() -> None:
    text = "Rapat digelar di Palu pada 14 Februari 2024 dan dihadiri bupati."
    assert event(text) is None
    assert event(text, candidate("jsonld", "2024-02-16")) == "2024-02-14"
    assert event(text, candidate("jsonld", "2024-08-16")) is None


def test_a_weekday_alone_is_the_last_one_up_to_publication() -> None:
    text = "Cakupan naik, katanya di Palu, Kamis."
    assert event(text) is None
    result = dated(document(text, candidate("byline", "2024-02-16")))  # a Friday
    assert result.event.period == Period(date(2024, 2, 15), date(2024, 2, 15), "day")
    assert (result.event.basis, result.event.text) == ("weekday", "Kamis")
    assert event(text, candidate("byline", "2024-02-15")) == "2024-02-15"
    assert event(text, candidate("byline", "2024-02-14")) == "2024-02-08"


def test_the_year_of_a_day_without_one_comes_from_the_page() -> None:
    text = "Cakupan naik, katanya, Kamis (28/12)."
    assert event(text) is None
    assert event(text, candidate("time", "2024-01-02")) == "2023-12-28"


def test_a_reference_date_gives_the_year_and_nothing_else() -> None:
    result = dated(document("Cakupan naik, katanya, Kamis (15/2)."), reference_date=date(2024, 6, 1))
    assert result.event.period == Period(date(2024, 2, 15), date(2024, 2, 15), "day")
    assert result.published.period is None


BODY = "Rapat digelar di Palu, Rabu (14/2/2024). Hasilnya baik."
CHOSEN = [
    # what the page says of itself, the basis and day chosen, the bases turned down
    ([("jsonld", "2024-02-15"), ("url", "2024-02-14")], ("jsonld", "2024-02-15"), []),
    ([("time", "2024-06-01"), ("byline", "2024-02-15")], ("byline", "2024-02-15"), ["time"]),
    ([("jsonld", "2024-02-13"), ("url", "2024-02-14")], ("url", "2024-02-14"), ["jsonld"]),
    ([("jsonld", "2024-02-24"), ("url", "2024-02-16")], ("url", "2024-02-16"), []),  # both fit, one is usual
    ([("byline", "2024-02-28")], ("byline", "2024-02-28"), []),  # fourteen days: a slow office
    ([("byline", "2024-02-29")], ("none", None), ["byline"]),
    ([("opengraph", "2025-01-01")], ("none", None), ["opengraph"]),
    ([], ("none", None), []),
]


@pytest.mark.parametrize(("given", "chosen", "rejected"), CHOSEN)
def test_a_candidate_must_survive_the_event(
    given: list[tuple[str, str]], chosen: tuple[str, str | None], rejected: list[str]
) -> None:
    result = dated(document(BODY, *(candidate(*row) for row in given)))
    day = result.published.period.start.isoformat() if result.published.period else None
    assert (result.published.basis, day) == chosen
    assert [row.basis for row, reason in result.rejected if reason] == rejected


def test_without_an_event_trust_decides() -> None:
    rows = [candidate("url", "2024-02-15"), candidate("opengraph", "2024-03-01")]
    assert dated(document("Cakupan naik.", *rows)).published.basis == "opengraph"


def test_without_an_event_a_time_far_from_the_byline_is_a_page_clock() -> None:
    rows = [candidate("time", "2025-02-15"), candidate("byline", "2024-03-01")]
    result = dated(document("Cakupan naik.", *rows))
    assert result.published.basis == "byline"
    assert [row.basis for row, _ in result.rejected] == ["time"]


def test_a_page_clock_in_the_text_is_turned_down_and_kept() -> None:
    text = f"Senin, 3 Juni 2024 | 08:00 WIB\nOleh RINA, Kamis, 15 Februari 2024 | 09:00 WIB\n{BODY}"
    result = dated(document(text, stamped(text, "Kamis, 15 Februari 2024")))
    assert result.published.period == Period(date(2024, 2, 15), date(2024, 2, 15), "day")
    ((clock, reason),) = result.rejected
    assert clock.text == "Senin, 3 Juni 2024"
    assert "110 days after the event of 2024-02-14" in reason


def test_a_bare_stamp_right_after_the_event_is_the_article_s() -> None:
    result = dated(document(f"Kamis, 15 Februari 2024\n{BODY}"))
    assert (result.published.basis, result.published.text) == ("byline", "Kamis, 15 Februari 2024")
    assert dated(document("Kamis, 15 Februari 2024\nCakupan naik.")).published.period is None


def test_a_month_in_the_url_survives_an_event_in_it() -> None:
    month = DateCandidate("url", "2024/02", Period(date(2024, 2, 1), date(2024, 2, 29), "month"))
    assert dated(document(BODY, month)).published.period == month.period


def test_an_event_whose_weekday_contradicts_it_vetoes_nothing() -> None:
    wrong_year = "Rapat digelar di Palu, Rabu (14/2/2023). Hasilnya baik."  # a Tuesday; 2024 was meant
    result = dated(document(wrong_year, candidate("jsonld", "2024-02-15")))
    assert result.published.basis == "jsonld"
    assert result.event.period == Period(date(2023, 2, 14), date(2023, 2, 14), "day")
    right = dated(document(wrong_year.replace("Rabu", "Selasa"), candidate("jsonld", "2024-02-15")))
    assert right.published.period is None


@pytest.mark.parametrize(
    ("text", "rows", "reference", "expected"),
    [
        ("Rapat (14/2/2024).", [("jsonld", "2025-01-01")], None, "2024-02-14"),
        ("Rapat (14/2).", [("url", "2025-01-02"), ("jsonld", "2025-01-01")], None, "2025-01-01"),
        ("Rapat Rabu, 14 Februari 2024.", [], "2020-01-01", "2024-02-14"),
        ("Sesuai PP 30 Juni 2015.", [], "2020-01-01", "2020-01-01"),
        ("Rapat.", [], None, None),
    ],
)
def test_anchor(text: str, rows: list[tuple[str, str]], reference: str | None, expected: str | None) -> None:
    source = document(text, *(candidate(*row) for row in rows))
    found = anchor(source, parse(text), date.fromisoformat(reference) if reference else None)
    assert (found.isoformat() if found else None) == expected


SHOWN = "Pengemudi menunggu penumpang di Surabaya, Selasa (25/1/2022)"
PROSE = "Cakupan pengemudi daring di kota itu masih rendah, dan sebagian besar belum pernah menjadi peserta program."
# A caption, the line or lines of its credit, as copied pages hold them.
CAPTIONS = [
    f"{SHOWN}. (Antara/Budi)",
    f"{SHOWN}. (Harian Contoh/Budi Rahman)\n{SHOWN}. (Harian Contoh/Budi Rahman)",
    f"{SHOWN}. / Warta - Rahman",
    f"{SHOWN} / Warta - Rahman",
    f"{SHOWN}. ANTARA/Budi Rahman.",
    f"{SHOWN}. ANTARA FOTO/Budi Rahman/abc.",
    f"{SHOWN}. Mereka bekerja tanpa jaminan. ANTARA FOTO/Budi Rahman/abc.",
    f"{SHOWN}. Foto: Budi/Media",
    f"{SHOWN}. (Foto: Budi)",
    f"{SHOWN}. (Dok. Humas Pemkot)",
    f"{SHOWN}. (dok Pemkot Surabaya)",
    f"{SHOWN}. (ist)",
    f"{SHOWN}.\nFoto: Budi/Media",
    f"{SHOWN}.\nDok. Humas Pemkot",
    f"{SHOWN}.\n\n(Antara/Budi)",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_the_date_of_a_photo_is_not_the_event_s(caption: str) -> None:
    assert event(f"{caption}\n{PROSE}\nKata Rina di Surabaya, Selasa (2/7/2024).") == "2024-07-02"
    assert event(f"{caption}\n{PROSE}", candidate("byline", "2024-07-03")) is None
    assert event(f"{caption}\n{PROSE}") is None
    weekday = f"{caption}\n{PROSE}\nCakupan naik, katanya di Surabaya, Selasa."
    assert event(weekday, candidate("byline", "2024-07-03")) == "2024-07-02"
    plain = f"{caption}\n{PROSE}\nRapat digelar di Surabaya pada 2 Juli 2024 dan dihadiri wali kota."
    assert event(plain, candidate("byline", "2024-07-03")) == "2024-07-02"


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_photo_of_the_week_before_publication_shows_the_event(caption: str) -> None:
    assert event(f"{caption}\n{PROSE}", candidate("byline", "2022-02-01")) == "2022-01-25"
    assert event(f"{caption}\n{PROSE}", candidate("byline", "2022-02-02")) is None
    stamp = dated(document(f"Rabu, 26 Januari 2022\n{caption}\n{PROSE}"))
    assert stamp.published.period == Period(date(2022, 1, 26), date(2022, 1, 26), "day")
    assert stamp.event.period == Period(date(2022, 1, 25), date(2022, 1, 25), "day")


def test_an_old_photo_turns_no_publication_date_down() -> None:
    result = dated(document(f"{CAPTIONS[0]}\n{PROSE}", candidate("jsonld", "2024-07-03")))
    assert (result.published.basis, result.rejected) == ("jsonld", ())


@pytest.mark.parametrize(
    "text",
    [
        f'"Kami siap," kata Rina, Selasa (25/1/2022). (Antara/Budi)\n{PROSE}',
        f"Wali kota mengatakan hal itu di Surabaya, Selasa (25/1/2022).\nFoto: Budi/Media\n{PROSE}",
        f"{PROSE}\nRapat digelar di Surabaya, Selasa (25/1/2022). (Rin/Ant)",
        f"{PROSE}\nRapat digelar di Surabaya, Selasa (25/1/2022).\n(Rin/Ant)\nEkonomi",
        f"{PROSE}\nRapat digelar di Surabaya, Selasa (25/1/2022).\nFoto: Humas",
        f"Rapat digelar di Surabaya, Selasa (25/1/2022). Foto bersama menutup acara itu.\n{PROSE}",
        f"Rapat digelar di Surabaya, Selasa (25/1/2022).\nKabupaten/Kota Terlindungi\n{PROSE}",
        f"Rapat digelar di Surabaya, Selasa (25/1/2022). Dokumen kabupaten/kota diserahkan.\n{PROSE}",
    ],
)
def test_a_sign_off_or_a_quoted_day_is_no_photo_s(text: str) -> None:
    assert event(text) == "2022-01-25"


def test_a_photo_gives_a_year_only_where_nothing_else_does() -> None:
    text = f"{CAPTIONS[0]}\n{PROSE}\nCakupan naik, katanya, Selasa (2/7)."
    assert event(text, candidate("url", "2024-07-03")) == "2024-07-02"
    source = document(text)
    assert anchor(source, parse(text), date(2024, 8, 1)) == date(2024, 8, 1)
    assert anchor(source, parse(text), None) == date(2022, 1, 25)


def test_a_bare_stamp_with_an_english_month_is_the_article_s() -> None:
    text = f"Rina Contoh\n3 December 2024 20:20\n{CAPTIONS[0]}\n{PROSE}\nKata Rina, Selasa (3/12/2024)."
    result = dated(document(text))
    assert (result.published.basis, result.published.text) == ("byline", "3 December 2024")
    assert result.event.text == "Selasa (3/12/2024)"


def test_a_weekday_chooses_among_the_years_printed() -> None:
    text = "Bupati meninjau kegiatan tahun 2023 di Palu, Minggu (19/11). Rencana itu berlaku sampai 2026."
    assert event(text) == "2023-11-19"
    assert event(text.replace("Minggu", "Senin")) is None
    assert event("Bupati hadir di Palu, Minggu (19/11).") is None
