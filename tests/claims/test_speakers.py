"""Who said a number. Every rule with a nearer candidate that is wrong."""

from __future__ import annotations

import pytest

from extractor.claims.speakers import attribute
from extractor.language import parse
from extractor.mentions import find_mentions

A = "Bupati Sigi Haryo Dipayana"  # "Haryo" below
B = "Kepala Dinas Sosial Palu, Laras Widyaningrum,"  # "Laras" below


def said(text: str, number: str = "30") -> tuple[str | None, str, str]:
    """First name of the speaker of ``number``, attribution and rule."""
    parsed = parse(text)
    found, cues = find_mentions(parsed)
    officials = [row for row in found if row.label == "OFFICIAL"]
    organisations = [row for row in found if row.label == "ORGANISATION"]
    speaker, attribution, rule = attribute(parsed, officials, cues, organisations)(text.index(number))
    return (speaker.name.split()[0] if speaker else None), attribution, rule


CASES = [
    # the subject of a verb of saying
    (f"{A} menyebutkan cakupan 30 persen.", "Haryo", "indirect", "speaker.verb_before"),
    (f"Hingga Agustus cakupan 30 persen, {A} menjelaskan.", "Haryo", "indirect", "speaker.verb_before"),
    (f"{A}, saat ditemui di Palu, Senin (1/9/2025), mengatakan cakupan 30 persen.",
     "Haryo", "indirect", "speaker.verb_before"),
    (f"{A} juga menyampaikan bahwa cakupan 30 persen.", "Haryo", "indirect", "speaker.verb_before"),
    # ... the one who stands in, not the nearer one stood in for
    (f"{B} yang mewakili {A} mengatakan cakupan 30 persen.", "Laras", "indirect", "speaker.verb_before"),
    (f"{A} didampingi {B} menyebut cakupan 30 persen.", "Haryo", "indirect", "speaker.verb_before"),
    # ... each their own number in one sentence
    (f"{A} menyebut target 40 persen, sementara {B} menyebut cakupan 30 persen.",
     "Laras", "indirect", "speaker.verb_before"),
    # ... and not the official a body that reports was named beside
    (f"{A} hadir. BPJS Ketenagakerjaan mencatat cakupan 30 persen.",
     None, "document", "speaker.data_source_document"),
    (f"{A} hadir. Siti Aminah mengaku iuran 30 persen.", None, "indirect", "speaker.other_person"),
    # menurut
    (f"Menurut {A}, cakupan baru 30 persen.", "Haryo", "indirect", "speaker.according"),
    (f"{B} hadir. Cakupan baru 30 persen menurut {A}.", "Haryo", "indirect", "speaker.according"),
    # the tag of a quotation wins over who spoke before it
    (f'{B} membuka acara.\n"Cakupan kita baru 30 persen," kata {A}.',
     "Haryo", "direct_quote", "speaker.quote_tag"),
    (f'{B} mengatakan acara penting.\n"Cakupan kita baru 30 persen. Kami dorong terus," ujar {A}, Senin.',
     "Haryo", "direct_quote", "speaker.quote_tag"),
    (f'{A} mengatakan: "Cakupan kita baru 30 persen."', "Haryo", "direct_quote", "speaker.verb_before"),
    (f'{A} hadir.\n"Cakupan kita baru 30 persen," kata Siti Aminah, seorang pedagang.',
     None, "direct_quote", "speaker.other_person"),
    (f"Cakupan baru 30 persen, kata {A}.", "Haryo", "indirect", "speaker.quote_tag"),
    # -nya and dia: who spoke last, not who was named last
    (f'{A} mengatakan acara ini penting bagi {B} dan timnya.\n"Cakupan kita baru 30 persen," ujarnya.',
     "Haryo", "direct_quote", "speaker.clitic_ujarnya"),
    (f"{A} mengatakan acara penting. Angka itu, lanjut dia, baru 30 persen.",
     "Haryo", "indirect", "speaker.pronoun_ia"),
    (f"{A} mengatakan acara penting.\nIa menjelaskan cakupan baru 30 persen.",
     "Haryo", "indirect", "speaker.pronoun_ia"),
    # ... but the official a later sentence opened with
    (f'{A} mengatakan acara penting.\nSementara itu, {B} hadir.\n"Cakupan kita baru 30 persen," ujarnya.',
     "Laras", "direct_quote", "speaker.clitic_ujarnya"),
    # ... and nobody known after somebody without an office spoke
    (f'{A} mengatakan acaranya.\nWarga bernama Siti mengaku senang.\n"Iuran saya 30 persen naik," ujarnya.',
     None, "direct_quote", "speaker.clitic_ujarnya"),
    # ... where nobody has spoken yet, the official named last
    (f'Acara dibuka {A}.\n"Cakupan kita baru 30 persen," ujarnya.',
     "Haryo", "direct_quote", "speaker.clitic_ujarnya"),
    # ... an institution that reports is nobody dia could mean; a person is
    (f"{A} berharap data dibenahi.\nBPJS Ketenagakerjaan mencatat 9 kota.\nMenurut dia, cakupan baru 30 persen.",
     "Haryo", "indirect", "speaker.pronoun_ia"),
    (f"{A} berharap data dibenahi. Total pekerja menurut Badan Pusat Statistik 9 juta.\nDisebutkannya, cakupan "
     "baru 30 persen.", "Haryo", "indirect", "speaker.clitic_ujarnya"),
    (f"{A} berharap data dibenahi.\nSiti Aminah mengeluh.\nRudi Hartana menjawab tegas.\nDiungkapkan dia, "
     "cakupan baru 30 persen.", None, "indirect", "speaker.pronoun_ia"),
    (f"{B} tak menampik cakupan baru 30 persen.", "Laras", "indirect", "speaker.verb_before"),
    (f"{A} bilang cakupan baru 30 persen.", "Haryo", "indirect", "speaker.verb_before"),
    (f"{A} hadir. Siti Aminah tak menampik iuran 30 persen.", None, "indirect", "speaker.other_person"),
    # what was just reported
    (f"Cakupan Sigi baru 30 persen. Hal itu disampaikan {A}, Senin.",
     "Haryo", "indirect", "speaker.passive_after"),
    (f"Cakupan Sigi baru 30 persen.\nHal itu dikatakan oleh {A}, Senin.",
     "Haryo", "indirect", "speaker.passive_after"),
    (f"{B} mengatakan cakupan Palu 30 persen.\nHal senada disampaikan {A}.",
     "Laras", "indirect", "speaker.verb_before"),
    # ... also by an institution, where the sentence points back at it
    (f"BPJS Ketenagakerjaan melaporkan cakupan Sigi 30 persen. Data ini diungkapkan oleh {A}.",
     "Haryo", "indirect", "speaker.passive_after"),
    (f"BPJS Ketenagakerjaan mencatat cakupan Sigi 30 persen.\nHal itu disampaikan {A}, Senin.",
     "Haryo", "indirect", "speaker.passive_after"),
    (f"BPJS Ketenagakerjaan melaporkan cakupan Sigi 30 persen. Hal senada disampaikan {A}.",
     None, "indirect", "speaker.other_person"),
    (f"Siti Aminah menyebut cakupan Sigi 30 persen. Hal itu disampaikan {A} juga.",
     None, "indirect", "speaker.other_person"),
    # a quotation without a tag goes on
    (f'"Kami akan terus bekerja keras," kata {A}. "Cakupan kita baru 30 persen."',
     "Haryo", "direct_quote", "speaker.carried_quote"),
    # ... a speech over two paragraphs belongs to its tag at the end, not to who spoke before it
    (f'{B} membuka acara.\n"Cakupan kita baru 30 persen.\n"Kami akan dorong terus," kata {A}.',
     "Haryo", "direct_quote", "speaker.quote_tag"),
    # the rest of a paragraph, and a paragraph that points back
    (f"{A} menyebut cakupan rendah. Target tahun ini 30 persen.",
     "Haryo", "indirect", "speaker.carried_report"),
    (f"{A} menyebut cakupan rendah.\nAngka itu naik 30 persen.",
     "Haryo", "indirect", "speaker.carried_report"),
    # ... the next place or segment of the same paragraph
    (f"{A} menyebut cakupan rendah. Sementara itu, untuk segmen informal 30 persen.",
     "Haryo", "indirect", "speaker.carried_report"),
    (f"{A} menyebut cakupan rendah. Sementara itu di Kota Palu 30 persen.",
     "Haryo", "indirect", "speaker.carried_report"),
    (f"{A} menyebut cakupan rendah. Untuk segmen informal 30 persen.",
     "Haryo", "indirect", "speaker.carried_report"),
    # ... a list it introduces, as far as it goes
    (f"{A} merinci cakupan sebagai berikut:\n- Palu: 41 persen\n- Poso: 30 persen\nAcara ditutup.",
     "Haryo", "indirect", "speaker.carried_report"),
    (f"{A} merinci cakupan tiap kota:\nPalu 41 persen\nPoso 30 persen", "Haryo", "indirect", "speaker.carried_report"),
    (f"{A} merinci cakupan sebagai berikut:\n- Palu: 41 persen\nTarget tahun ini 30 persen.",
     None, "none", "speaker.none"),
    (f"{A} menyebut cakupan rendah.\n- Poso: 30 persen", None, "none", "speaker.none"),
    # ... a paragraph that takes the report up, with nobody else in it
    (f"{A} menyebut cakupan rendah.\nAdapun target tahun ini 30 persen.",
     "Haryo", "indirect", "speaker.carried_report"),
    (f'"Kami terus mendorong kepesertaan," kata {A}.\nUntuk segmen informal, capaiannya 30 persen.',
     "Haryo", "indirect", "speaker.carried_report"),
    (f"{A} menyebut cakupan rendah.\nSelain itu, 30 kartu diserahkan.", None, "none", "speaker.none"),
    (f"{A} menyebut cakupan rendah. Baca juga:\nCakupan Poso 30 persen", None, "none", "speaker.none"),
    (f"{A} menyebut cakupan rendah.\nAdapun Pemkab Sigi mendaftarkan 30 orang.", None, "none", "speaker.none"),
    (f"{A} menyebut cakupan rendah.\nAdapun 30 kartu diserahkan {B} kepada warga.", None, "none", "speaker.none"),
    (f"{A} menyebut cakupan rendah. Sebagai informasi, ada 9 kota.\nAdapun target tahun ini 30 persen.",
     None, "none", "speaker.none"),
    ("BPJS Ketenagakerjaan melaporkan cakupan rendah.\nAdapun target tahun ini 30 persen.",
     None, "none", "speaker.none"),
    # ... but not over the reporter's own voice, another official, or a new paragraph
    (f"{A} menyebut cakupan rendah. Sebagai informasi, target 30 persen.", None, "none", "speaker.none"),
    (f"{A} menyebut cakupan rendah. Acara diikuti {B} dan 30 pekerja.", None, "none", "speaker.none"),
    (f"{A} menyebut cakupan rendah.\nTarget tahun ini 30 persen.", None, "none", "speaker.none"),
    # data in the reporter's own voice, though an official stands nearer
    (f"{A} hadir.\nBerdasarkan data BPJS Ketenagakerjaan Palu, tercatat cakupan 30 persen.",
     None, "document", "speaker.data_source_document"),
    (f"{A} mengatakan, berdasarkan data BPS, cakupan 30 persen.", "Haryo", "indirect", "speaker.verb_before"),
    (f'"Berdasarkan data BPS, cakupan kita 30 persen," kata {A}.',
     "Haryo", "direct_quote", "speaker.quote_tag"),
    # between two voices of one official, unless something else is named as the source
    (f'"Kami bersyukur banyak yang mendaftar," kata {A}.\nCakupan 30 persen.\nHaryo berharap nelayan menyusul.',
     "Haryo", "indirect", "speaker.between"),
    (f'"Kami bersyukur banyak yang mendaftar," kata {A}.\nCakupan 30 persen.\nLaras Widyaningrum berharap lebih.',
     None, "none", "speaker.none"),
    (f'"Kami bersyukur banyak yang mendaftar," kata {A}.\nDi situs BPJS Ketenagakerjaan cakupan 30 persen.\nHaryo '
     "berharap nelayan menyusul.", None, "none", "speaker.none"),
    # a survey is a source, and ends nobody's speech
    ("Menurut Sakernas Agustus 2024, ada 30 pekerja.", None, "document", "speaker.data_source_document"),
    (f"{A} menyebut itu. Yang terdaftar, lanjutnya, 12 dari 41 pekerja menurut Sakernas Agustus 2024. Target 30.",
     "Haryo", "indirect", "speaker.carried_report"),
    # a law is no speaker; whose speech is read out speaks
    (f"{A} menyebut iuran sah menurut UU Nomor 6 Tahun 2014. Ia menargetkan 30 persen.",
     "Haryo", "indirect", "speaker.pronoun_ia"),
    (f"{A}, yang dibacakan {B} mengatakan cakupan 30 persen.", "Haryo", "indirect", "speaker.verb_before"),
    (f"Cakupan 30 persen. Begitu data BPJS Ketenagakerjaan per September 2023 yang dibeberkan {A}.",
     "Haryo", "indirect", "speaker.passive_after"),
    ("Cakupan Sigi baru 30 persen.", None, "none", "speaker.none"),
    (f"Acara dibuka {A}. Pesertanya 30 orang.", None, "none", "speaker.none"),
    (f"Ruang itu diberi nama {A} dan tegas menolak 30 orang.", None, "none", "speaker.none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "attribution", "rule"), CASES, ids=[row[0] for row in CASES])
def test_who_said_it(text: str, name: str | None, attribution: str, rule: str) -> None:
    assert said(text) == (name, attribution, rule)


def test_every_number_of_a_quotation_has_its_speaker() -> None:
    text = f'"Dari 640.900 pekerja, 30 persen terdaftar. Target 45 persen," kata {A}.'
    assert {said(text, number)[0] for number in ("640.900", "30", "45")} == {"Haryo"}


def test_a_text_without_anybody() -> None:
    assert said("30 persen") == (None, "none", "speaker.none")
