"""Pages in the layouts of real families of sites; outlets, people and numbers are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.read import publishers, read
from extractor.read.stamps import stamps

TITLE = "Cakupan Jamsostek Sumedang Naik Jadi 41 Persen"
FIRST = (
    "Cakupan kepesertaan jaminan sosial ketenagakerjaan di Kabupaten Sumedang naik menjadi 41 persen pada "
    "akhir tahun, kata kepala dinas di ruang rapat."
)
SECOND = "Pemerintah kabupaten menganggarkan iuran bagi 4.500 pekerja rentan mulai tahun depan, ujar Rina."
NOISE = "Upah Minimum Naik 6,5 Persen, Ini Daftarnya"


PAGES = Path(__file__).with_name("pages")
# page -> byline and basis of the printed date
LAYOUTS = {
    "antara": ("Pewarta: Rina; Editor: Budi", "byline"),
    "tribun": ("Rina", "byline"),
    "kompas": ("Rina", "byline"),
    "detik": ("Rina", "byline"),
    "detik-before-2020": ("Rina", "byline"),
    "rri": ("Rina", "byline"),
    "promedia": ("Rina", "byline"),
    "republika": ("Rina", "byline"),
    "okezone": ("Rina", "byline"),
    "liputan6": ("Rina", "byline"),
    "sindonews": ("Rina", "byline"),
    "bisnis": ("Rina", "byline"),
    "kontan": ("Rina", "byline"),
    "media-indonesia": ("Rina", "byline"),
    "viva": ("Rina", "byline"),
    "cnn-indonesia": ("Rina", "byline"),
    "wordpress": ("Rina", "time"),
    "government-wordpress": ("PPID Sumedang", "byline"),
}


def page(name: str) -> str:
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_gives_its_article_and_nothing_else(name: str) -> None:
    byline, basis = LAYOUTS[name]
    document = read(page(name).encode())
    assert document.text == f"{TITLE}\n{FIRST}\n{SECOND}"
    assert (document.title, document.title_end) == (TITLE, len(TITLE))
    assert document.byline == byline
    printed = [item.period.start for item in document.date_candidates if item.basis == basis]
    assert printed == [date(2019 if name == "detik-before-2020" else 2025, 3, 4)]


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_is_known_by_its_markers_alone(name: str) -> None:
    document = read(page(name).encode(), uri="https://kabartandang.example/a")
    assert document.text == f"{TITLE}\n{FIRST}\n{SECOND}"


def test_every_profile_with_a_body_has_a_page_here() -> None:
    assert {Path(item.file).stem for item in publishers.profiles() if item.body} == set(LAYOUTS)


@pytest.mark.parametrize("profile", publishers.profiles(), ids=lambda profile: profile.file)
def test_every_profile_holds_its_schema(profile: publishers.Profile) -> None:
    import soupsieve

    for selector in (
        *profile.markers,
        *profile.title,
        *profile.body,
        *profile.byline,
        *profile.date,
        *profile.drop,
    ):
        soupsieve.compile(selector)
    assert profile.date_form is None or len(list(stamps(profile.date_form))) == 1
    assert all(domain == domain.lower() and "/" not in domain for domain in profile.domains)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('name = "X"\nsource = "s"\ndomains = ["x.id"]\nbodi = ["p"]', "unknown key 'bodi'; known are"),
        ('name = "X"\nsource = "s"\ndomains = "x.id"', "domains is no list"),
        ('name = "X"\ndomains = ["x.id"]', "needs source"),
        ('name = "X"\nsource = "s"', "needs domains or markers"),
        ('name = "X"\nsource = "s"\nmarkers = [".a"]', "has markers of a layout but no body"),
    ],
)
def test_a_profile_that_breaks_the_schema_is_refused(
    table: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.toml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(publishers, "patterns", lambda _: tmp_path)
    with pytest.raises(RuleError, match=message):
        publishers.profiles.__wrapped__()


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("bali.tribunnews.com", "Tribun Bali"),
        ("TRIBUNJAMBI.COM", "Tribun Jambi"),
        ("tribun-timur.com", "Tribun Timur"),
        ("www.tribunnews.com", "Tribunnews"),
        ("TribunnewsBogor.com", "TribunNews Bogor"),
        ("kalteng.antaranews.com", "ANTARA News Kalteng"),
        ("antaranews.com", "ANTARA"),
        ("radarbogor.jawapos.com", "Radar Bogor"),
        ("radarlampung.disway.id", "Radar Lampung"),
        ("KBRN", "RRI"),
        ("infopublik.id", "InfoPublik"),
        ("kabartandang.example", None),
        (None, None),
    ],
)
def test_outlets_have_names(name: str | None, outlet: str | None) -> None:
    assert publishers.name_of(name) == outlet


def test_a_layout_is_not_used_for_pages_after_its_end() -> None:
    html = page("detik-before-2020")
    old = [item.file for item in publishers.candidates("news.detik.com", html, date(2019, 3, 4))]
    new = [item.file for item in publishers.candidates("news.detik.com", html, date(2023, 3, 4))]
    assert "detik-before-2020.toml" in old
    assert "detik-before-2020.toml" not in new
