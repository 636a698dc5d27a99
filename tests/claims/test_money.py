"""Amounts of money: never a claim, and the mention says why."""

from __future__ import annotations

import pytest

from extractor.pipeline import extract

TEXT = (
    "Iuran Rp16.800 per bulan ditanggung. "
    "Sebanyak 4.150 pekerja di Kota Metro sudah terlindungi BPJS Ketenagakerjaan{}."
)


@pytest.mark.parametrize("tail", ["", ", santunan Rp42 juta diserahkan", ", lalu 12 orang menerima Rp 3,5 miliar"])
def test_every_amount_of_money_has_its_reason(tail: str) -> None:
    made = extract(TEXT.format(tail).encode(), media_type="text/plain")
    money = [mention for mention in made.mentions if mention.label == "MONEY"]
    assert len(money) == 1 + bool(tail)
    assert {(row.not_claimed, row.claims) for row in money} == {("it is an amount of money", ())}
    counted = [mention for mention in made.mentions if mention.quote.startswith("4.150")]
    assert all(row.claims and row.not_claimed is None for row in counted)
