"""Printed numbers that fit together, and what is claimed because of it; the figures are invented."""

from __future__ import annotations

import pytest

from extractor.claims.clusters import Slot
from extractor.claims.context import Context
from extractor.claims.relations import Relations
from extractor.pipeline import extract


def relations_of(text: str) -> Relations:
    """The relations of the numbers in a text."""
    seen: list[Relations] = []
    build = Context.relations.func  # type: ignore[attr-defined]

    def watched(self: Context) -> Relations:
        found: Relations = build(self)
        seen.append(found)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Context, "relations", property(watched))
        extract(text.encode(), media_type="text/plain")
    return seen[0]


def printed(*slots: Slot) -> tuple[str, ...]:
    """The numbers as printed, without their nouns."""
    return tuple(slot.mention.quote.split()[0] for slot in slots)


BASE = "Total pekerja Kabupaten Sigi {whole} orang dengan kepesertaan Jamsostek aktif {part} orang atau {rate} persen."


@pytest.mark.parametrize(
    ("whole", "part", "rate", "fits"),
    [
        ("109.480", "70.053", "63,99", True),
        ("109.480", "70.053", "63,98", False),  # one printed digit off
        ("109.480", "70.053", "64", True),
        ("109.480", "70.053", "65", False),
        ("100", "9", "9", False),  # small numbers fit by chance
        ("109.480", "1.095", "1", False),  # and so does one digit
    ],
)
def test_ratio(whole: str, part: str, rate: str, fits: bool) -> None:
    found = relations_of(BASE.format(whole=whole, part=part, rate=rate)).ratios
    assert [printed(row.part, row.whole, row.rate) for row in found] == ([(part, whole, rate)] if fits else [])


def test_ratio_with_one_decimal_stands_beside_its_counts() -> None:
    between = "Ahli waris menerima santunan. Klaim dibayar cepat."
    apart = f"Peserta Jamsostek 70.053 orang. {between} Dari 109.480 pekerja, 64,0 persen puas."
    assert relations_of(apart).ratios == ()
    assert len(relations_of(apart.replace(f"{between} ", "")).ratios) == 1


SUM = "Peserta Jamsostek Kota Bima {total} orang. Di pasar {one} orang, kantor 20 persen, di pelabuhan {two} orang."


@pytest.mark.parametrize(
    ("total", "one", "two", "fits"),
    [
        ("31.415", "12.210", "19.205", True),
        ("31.416", "12.210", "19.205", False),
        ("30.000", "12.000", "18.000", False),  # round numbers fit by chance
        ("52", "21", "31", False),
    ],
)
def test_sum(total: str, one: str, two: str, fits: bool) -> None:
    found = relations_of(SUM.format(total=total, one=one, two=two)).sums
    assert [printed(row.total, *row.parts) for row in found] == ([(total, one, two)] if fits else [])


def test_sum_of_parts_before_their_total() -> None:
    text = "Di pasar 12.210 orang dan di pelabuhan 19.205 orang ikut Jamsostek. Seluruhnya 31.415 orang di Kota Bima."
    (found,) = relations_of(text).sums
    assert printed(found.total, *found.parts) == ("31.415", "12.210", "19.205")


def test_companies_add_up_to_no_workers() -> None:
    text = "Peserta Jamsostek Kota Bima 31.415 orang, dari 12.210 perusahaan besar dan 19.205 perusahaan kecil."
    assert relations_of(text).sums == ()


def kinds_of(text: str) -> dict[str, str]:
    """Value and kind of every claim."""
    return {str(claim.value): claim.kind for claim in extract(text.encode(), media_type="text/plain").claims}


@pytest.mark.parametrize(("rest", "kind"), [("6.980", "gap"), ("6.890", "achieved")])
def test_a_changed_digit_changes_what_the_rest_is(rest: str, kind: str) -> None:
    text = f"Dari 28.450 pekerja di Kota Bima, yang ikut Jamsostek 21.470 orang, dan {rest} orang tidak punya apa-apa."
    assert kinds_of(text)[rest.replace(".", "")] == kind


def test_health_post_among_the_parts() -> None:
    text = (
        "Sebanyak 6.315 orang di Kabupaten Sigi telah terdaftar di BPJS Ketenagakerjaan. Jumlah 6.315 orang itu dari "
        "dinas 2.385 orang, kecamatan 968 orang, dan puskesmas {last} orang."
    )
    assert kinds_of(text.format(last="2.962"))["2962"] == "achieved"
    assert "2.963" not in kinds_of(text.format(last="2.963"))


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        # no level near: what the sentence counts is nobody's base
        ("Kepesertaan Jamsostek Kota Bima dibahas. Jumlah pekerja Kota Bima mencapai 48.350 orang.", False),
        ("Kepesertaan Jamsostek Kota Bima dibahas. Potensi pekerja Kota Bima mencapai 48.350 orang.", True),
        ("Jumlah pekerja Kota Bima mencapai 48.350 orang. Baru 31 persen terlindungi Jamsostek.", True),
        ("Kepesertaan Jamsostek dibahas. Jumlah pekerja di Kota Bima 48.350. Semuanya akan didaftarkan.", True),
        ("Jamsostek mencatat dari total 1,6 pekerja di Kota Bima, 43.400 orang sudah menjadi peserta.", True),
        (
            "Kepesertaan Jamsostek dibahas. Jumlah pekerja Kota Bima 48.350. Dari jumlah itu sedikit yang ikut.",
            True,
        ),
    ],
)
def test_a_base_has_a_level(text: str, claimed: bool) -> None:
    assert ("denominator" in kinds_of(text).values()) is claimed


def test_a_level_beside_a_misprinted_base_stays() -> None:
    text = "Jamsostek mencatat dari total 1,6 pekerja di Kota Bima, 43.400 orang sudah menjadi peserta."
    assert kinds_of(text)["43400"] == "achieved"
