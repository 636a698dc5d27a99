"""Officials: where the office ends and the person begins, who is the same person, and who is none."""

from __future__ import annotations

import pytest

from extractor.language import parse
from extractor.mentions import find_mentions
from extractor.mentions.officials import with_regions
from extractor.model import Found, Official


def officials(text: str) -> list[Found]:
    return [row for row in find_mentions(parse(text))[0] if row.label == "OFFICIAL"]


def people(text: str) -> list[tuple[str | None, str | None, str]]:
    """Acting status, position and name of each distinct official."""
    distinct = dict.fromkeys(row.value for row in officials(text))
    return [(value.acting, value.position, value.name) for value in distinct if isinstance(value, Official)]


def one(text: str) -> Official:
    values = {row.value for row in officials(text)}
    assert len(values) == 1, values
    value = values.pop()
    assert isinstance(value, Official)
    return value


POSITIONS = [
    # no comma between office and person: words of offices and places decide
    ("Kepala Dinas Tenaga Kerja dan Transmigrasi Kota Metro Galih Purnawan hadir.",
     None, "Kepala Dinas Tenaga Kerja dan Transmigrasi Kota Metro", "Galih Purnawan"),
    ("Kepala Kantor Cabang BPJS Ketenagakerjaan Tanjung Selor Rio Anggoman hadir.",
     None, "Kepala Kantor Cabang BPJS Ketenagakerjaan Tanjung Selor", "Rio Anggoman"),
    ("Kepala BPJS Ketenagakerjaan Cabang Rungkut Rio Anggoman hadir.",
     None, "Kepala BPJS Ketenagakerjaan Cabang Rungkut", "Rio Anggoman"),
    ("Kepala Cabang BPJS Ketenagakerjaan Jakarta Kebon Sirih Rio Anggoman hadir.",
     None, "Kepala Cabang BPJS Ketenagakerjaan Jakarta Kebon Sirih", "Rio Anggoman"),
    ("Kepala Seksi Perdata dan Tata Usaha Negara (Kasi Datun) Kejari Sigi, Rio Anggoman, hadir.",
     None, "Kepala Seksi Perdata dan Tata Usaha Negara Kejari Sigi", "Rio Anggoman"),
    ("Bupati Surya Negara hadir.", None, "Bupati", "Surya Negara"),
    ("Wali Kota Bogor Bima Anggara hadir.", None, "Wali Kota Bogor", "Bima Anggara"),
    ("Kepala BPJS Ketenagakerjaan Cabang Papua Jayapura Rio Anggoman hadir.",
     None, "Kepala BPJS Ketenagakerjaan Cabang Papua Jayapura", "Rio Anggoman"),
    ("Bupati I Wayan Sudiarsa hadir.", None, "Bupati", "I Wayan Sudiarsa"),
    ("Asisten I Bidang Pemerintahan Setda Sigi Rio Anggoman hadir.",
     None, "Asisten I Bidang Pemerintahan Setda Sigi", "Rio Anggoman"),
    ("Kepala Kantor Pos Cabang Utama Palu Rio Anggoman hadir.",
     None, "Kepala Kantor Pos Cabang Utama Palu", "Rio Anggoman"),
    # words of offices that are given names too count beside other words of the office
    ("Direktur Pengelolaan Dana BPJS Ketenagakerjaan, Rio Anggoman, hadir.",
     None, "Direktur Pengelolaan Dana BPJS Ketenagakerjaan", "Rio Anggoman"),
    ("Kepala Dinas Sosial Riau Dana Anggoman hadir.", None, "Kepala Dinas Sosial Riau", "Dana Anggoman"),
    ("Kepala Seksi Norma Kerja Disnaker Kota Metro, Norma Yulita, hadir.",
     None, "Kepala Seksi Norma Kerja Disnaker Kota Metro", "Norma Yulita"),
    ("Direktur Utama PT Sinar Laut Biru, Utama Wirayuda, hadir.",
     None, "Direktur Utama PT Sinar Laut Biru", "Utama Wirayuda"),
    ("Direktur Perencanaan Strategis dan TI BPJS Ketenagakerjaan Rio Anggoman hadir.",
     None, "Direktur Perencanaan Strategis dan TI BPJS Ketenagakerjaan", "Rio Anggoman"),
    # Balinese names; "Anak" is a word of offices, "Anak Agung" begins a name
    ("Wakil Bupati Gianyar, Anak Agung Gde Wiranata, hadir.",
     None, "Wakil Bupati Gianyar", "Anak Agung Gde Wiranata"),
    ("Kepala Dinas Perlindungan Anak Kabupaten Badung Ni Luh Ketut Ariani hadir.",
     None, "Kepala Dinas Perlindungan Anak Kabupaten Badung", "Ni Luh Ketut Ariani"),
    ("Kepala Bidang Kepesertaan I Gusti Ngurah Santika hadir.",
     None, "Kepala Bidang Kepesertaan", "I Gusti Ngurah Santika"),
    # towns that are no kabupaten, quarters of offices, and the province behind them
    ("Kepala Kantor BPJS Ketenagakerjaan Cabang Sampit, Kalteng Rio Anggoman hadir.",
     None, "Kepala Kantor BPJS Ketenagakerjaan Cabang Sampit", "Rio Anggoman"),
    ("Kepala BPJS Ketenagakerjaan Pangkalan Bun Rio Anggoman hadir.",
     None, "Kepala BPJS Ketenagakerjaan Pangkalan Bun", "Rio Anggoman"),
    ("Kepala Cabang BPJS Ketenagakerjaan Kalimantan Tengah Sampit Rio Anggoman hadir.",
     None, "Kepala Cabang BPJS Ketenagakerjaan Kalimantan Tengah Sampit", "Rio Anggoman"),
    ("Kepala Cabang Dompu, NTB Bima Anggara hadir.", None, "Kepala Cabang Dompu", "Bima Anggara"),
    ("Bupati Dompu, Bima Anggara, hadir.", None, "Bupati Dompu", "Bima Anggara"),  # no province of Dompu
    # provinces that share an office
    ("Kepala Kanwil BPJS Ketenagakerjaan Sumbagsel Lampung, Rio Anggoman, hadir.",
     None, "Kepala Kanwil BPJS Ketenagakerjaan Sumbagsel Lampung", "Rio Anggoman"),
    ("Kepala Kanwil Pos Aceh Sumut Rio Anggoman hadir.", None, "Kepala Kanwil Pos Aceh Sumut", "Rio Anggoman"),
    # a comma: everything before it is the office
    ("Kepala BPJS Ketenagakerjaan Mampang Prapatan, Rio Anggoman, hadir.",
     None, "Kepala BPJS Ketenagakerjaan Mampang Prapatan", "Rio Anggoman"),
    ("Kepala Dinas Koperasi, Usaha Kecil dan Menengah Kabupaten Sigi, Laras Widyaningrum, hadir.",
     None, "Kepala Dinas Koperasi, Usaha Kecil dan Menengah Kabupaten Sigi", "Laras Widyaningrum"),
    ("Bupati Sigi, Sulawesi Tengah, Haryo Dipayana, hadir.", None, "Bupati Sigi", "Haryo Dipayana"),
    ("Deputi Direktur Wilayah Bali, Nusa Tenggara, dan Papua BPJS Ketenagakerjaan, Rio Anggoman, hadir.",
     None, "Deputi Direktur Wilayah Bali, Nusa Tenggara, dan Papua BPJS Ketenagakerjaan", "Rio Anggoman"),
    ("Ketua Komite Upah dari Forum Buruh Merdeka, Laras Widyaningrum, hadir.",
     None, "Ketua Komite Upah dari Forum Buruh Merdeka", "Laras Widyaningrum"),
    ("Anggota DPRD Riau dari Fraksi Karya, Laras Widyaningrum, hadir.",
     None, "Anggota DPRD Riau dari Fraksi Karya", "Laras Widyaningrum"),
    ("Ketua Serikat Buruh Indonesia Dumai, Laras Widyaningrum, hadir.",
     None, "Ketua Serikat Buruh Indonesia Dumai", "Laras Widyaningrum"),
    ("Hal itu disampaikan di sela rapat oleh Kepala Dinas Sosial Riau, Rio Anggoman, kemarin.",
     None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    ("Hal itu disampaikan oleh Rio Anggoman selaku Kepala Dinas Sosial Riau.",
     None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    # acting words and abbreviations in brackets do not belong to the position
    ("Penjabat (Pj) Gubernur Nusa Tenggara Barat (NTB), Rio Anggoman, hadir.",
     "Pj", "Gubernur Nusa Tenggara Barat", "Rio Anggoman"),
    ("Wakil Kepala Kejaksaan Tinggi (Wakajati) Provinsi Bengkulu, Rio Anggoman, S.H., hadir.",
     None, "Wakil Kepala Kejaksaan Tinggi Provinsi Bengkulu", "Rio Anggoman"),
    ("Kepala Badan Mitra (BM) Kota Palu Rio Anggoman hadir.", None, "Kepala Badan Mitra Kota Palu", "Rio Anggoman"),
    ("Ketua Rio Anggoman (kiri) hadir.", None, "Ketua", "Rio Anggoman"),
    # a credit stuck to the name in a caption is the photographer's; a name may hold a hyphen
    ("Tampak Kepala Dinas Sosial Riau, Rio Anggoman-Antara/Budi.", None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    ("Rapat dibuka dengan sambutan dari Kepala Dinas Sosial Riau, Rio Anggoman-Mataram Pos-",
     None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    ("Tampak Kepala Dinas Sosial Riau, Rio Anggoman-dok pribadi", None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    ("Kepala Dinas Sosial Riau, Rio Al-Anggoman, hadir.", None, "Kepala Dinas Sosial Riau", "Rio Al-Anggoman"),
    # a title of adat behind the degrees belongs to neither name nor office
    ("Hadir H. Rio Anggoman, BBA Datuak Rajo Mulia, Wali Kota Solok, kemarin.",
     None, "Wali Kota Solok", "Rio Anggoman"),
    ("Pelaksana Tugas Kepala Dinas Sosial Riau, Rio Anggoman, hadir.",
     "Plt", "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    ("Pgs. Kepala Cabang Dumai Rio Anggoman hadir.", "Pgs", "Kepala Cabang Dumai", "Rio Anggoman"),
    ("Pejabat Pengganti Sementara (PPS) Kepala Cabang Dumai, Rio Anggoman, hadir.",
     "Pgs", "Kepala Cabang Dumai", "Rio Anggoman"),
    ("Pejabat Sementara Bupati Sigi Rio Anggoman hadir.", "Pjs", "Bupati Sigi", "Rio Anggoman"),
    # the person first
    ("Data itu dibenarkan Rio Anggoman, Kepala Dinas Sosial Riau.",
     None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    ("Hadir Rio Anggoman (Kacab BPJS Ketenagakerjaan Dumai).",
     None, "Kacab BPJS Ketenagakerjaan Dumai", "Rio Anggoman"),
    ("Hadir Rio Anggoman Kepala Bappeda Sigi, kemarin.", None, "Kepala Bappeda Sigi", "Rio Anggoman"),
    ("Wakil Menteri Dalam Negeri Bima Anggara hadir.", None, "Wakil Menteri Dalam Negeri", "Bima Anggara"),
    ("Direktur Kepatuhan R.S.M. Anggoman hadir.", None, "Direktur Kepatuhan", "R.S.M. Anggoman"),
    ("Rio Anggoman, S.E., M.M., selaku Direktur Pelayanan BPJS Ketenagakerjaan, hadir.",
     None, "Direktur Pelayanan BPJS Ketenagakerjaan", "Rio Anggoman"),
    # words of the office written small
    ("Kepala kantor BPJS Ketenagakerjaan Cabang Sikka Maria Tunggal hadir.",
     None, "Kepala kantor BPJS Ketenagakerjaan Cabang Sikka", "Maria Tunggal"),
    ("Asisten Deputi bidang pengawasan wilayah II, Rio Anggoman, hadir.",
     None, "Asisten Deputi bidang pengawasan wilayah II", "Rio Anggoman"),
    ("Asisten Deputi bidang kepesertaan dan pelayanan wilayah IV, Rio Anggoman, hadir.",
     None, "Asisten Deputi bidang kepesertaan dan pelayanan wilayah IV", "Rio Anggoman"),
    ("Kepala Bidang pengawasan, Rio Anggoman, hadir.", None, "Kepala Bidang pengawasan", "Rio Anggoman"),
    ("Ketua Federasi Serikat Buruh seluruh Indonesia (FSBI) Maluku, Rio Anggoman, hadir.",
     None, "Ketua Federasi Serikat Buruh seluruh Indonesia Maluku", "Rio Anggoman"),
    ("Ketua Konfederasi Serikat Buruh Seluruh Indonesia (KSBSI) Maluku, Rio Anggoman, hadir.",
     None, "Ketua Konfederasi Serikat Buruh Seluruh Indonesia Maluku", "Rio Anggoman"),
    # a building, a quarter of the city, two words in one
    ("Kepala BPJS Ketenagakerjaan Plaza Jamsostek, Ramlan menyebut angka.",
     None, "Kepala BPJS Ketenagakerjaan Plaza Jamsostek", "Ramlan"),
    ("Kepala BPJS Ketenagakerjaan Cabang Pekanbaru Panam Rio Anggoman hadir.",
     None, "Kepala BPJS Ketenagakerjaan Cabang Pekanbaru Panam", "Rio Anggoman"),
    ("Deputi Direktur BPJS KetenagakerjaanWilayah Kalimantan Rio Anggoman hadir.",
     None, "Deputi Direktur BPJS KetenagakerjaanWilayah Kalimantan", "Rio Anggoman"),
    # a word of offices that is a Sasak name too
    ("Kepala Dinas Sosial Mataram Lalu Anggoman hadir.", None, "Kepala Dinas Sosial Mataram", "Lalu Anggoman"),
    ("Kepala Satuan Lalu Lintas Polres Sigi Rio Anggoman hadir.",
     None, "Kepala Satuan Lalu Lintas Polres Sigi", "Rio Anggoman"),
    ("Lalu Rio Anggoman, Kepala Dinas Sosial Riau, hadir.", None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
    # a word no list has, with the office going on behind it; a degree behind it is a person's
    ("Kepala Bidang Perikanan Tangkap DKP Sikka, Rio Anggoman, hadir.",
     None, "Kepala Bidang Perikanan Tangkap DKP Sikka", "Rio Anggoman"),
    ("Kepala Bidang Sumber Daya Alam Bappeda Kota Palu Rio Anggoman hadir.",
     None, "Kepala Bidang Sumber Daya Alam Bappeda Kota Palu", "Rio Anggoman"),
    ("Kepala Dinas Sosial Anggoman SKM hadir.", None, "Kepala Dinas Sosial", "Anggoman"),
    ("Kepala Dinas Sosial Anggoman hadir.", None, "Kepala Dinas Sosial", "Anggoman"),
    # agencies named by the syllables of their fields
    ("Kepala Disnakerperin Kota Palu Rio Anggoman hadir.", None, "Kepala Disnakerperin Kota Palu", "Rio Anggoman"),
    ("Sekretaris Dinsosnakertrans Sikka Rio Anggoman hadir.",
     None, "Sekretaris Dinsosnakertrans Sikka", "Rio Anggoman"),
    ("Mediator Hubungan Industrial Disnaker Riau, Rio Anggoman, hadir.",
     None, "Mediator Hubungan Industrial Disnaker Riau", "Rio Anggoman"),
    # two places of a branch before the comma; places joined by hyphens
    ("Kepala BPJS Ketenagakerjaan Papua Nabire, Rio Anggoman, hadir.",
     None, "Kepala BPJS Ketenagakerjaan Papua Nabire", "Rio Anggoman"),
    ("Kepala Wilayah BPJAMSOSTEK Bali-Nusa Tenggara-Papua Rio Anggoman hadir.",
     None, "Kepala Wilayah BPJAMSOSTEK Bali-Nusa Tenggara-Papua", "Rio Anggoman"),
    ("Kepala Kantor Cabang Pembantu (KCP) BPJS ketenagakerjaan Kabupaten Sikka Rio Anggoman hadir.",
     None, "Kepala Kantor Cabang Pembantu BPJS ketenagakerjaan Kabupaten Sikka", "Rio Anggoman"),
    ("Kepala cabang BPJS ketenagakerjaan cabang Sikka, Rio Anggoman, hadir.",
     None, "Kepala cabang BPJS ketenagakerjaan cabang Sikka", "Rio Anggoman"),
    ("Kepala cabang Jambi BPJS Ketenagakerjaan Rio Anggoman hadir.",
     None, "Kepala cabang Jambi BPJS Ketenagakerjaan", "Rio Anggoman"),
    ("Kepala Bidang Kepesertaan BPJS Ketenagakerjaan di DIY – Jawa Tengah, Rio Anggoman, hadir.",
     None, "Kepala Bidang Kepesertaan BPJS Ketenagakerjaan di DIY – Jawa Tengah", "Rio Anggoman"),
    ("Kepala Kanwil BPJS Ketenagakerjaan Jambi, Riau, Lampung Rio Anggoman hadir.",
     None, "Kepala Kanwil BPJS Ketenagakerjaan Jambi, Riau, Lampung", "Rio Anggoman"),
    ("Kepala Dinas Tenaga Kerja, Sulawesi Utara (Sulut), Rio Anggoman, hadir.",
     None, "Kepala Dinas Tenaga Kerja", "Rio Anggoman"),
    # in apposition, with the comma behind the office left out before what the person says
    ("Rio Anggoman, Direktur Utama BPJS Ketenagakerjaan mengungkapkan angka.",
     None, "Direktur Utama BPJS Ketenagakerjaan", "Rio Anggoman"),
    # a caption is a sentence, whatever stands in brackets behind it
    ("Gubernur Jambi, Rio Anggoman. (dok Dinas Sosial)", None, "Gubernur Jambi", "Rio Anggoman"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acting", "position", "name"), POSITIONS, ids=[row[0] for row in POSITIONS])
def test_office_and_person_are_told_apart(text: str, acting: str | None, position: str, name: str) -> None:
    assert people(text) == [(acting, position, name)]


def test_an_office_of_the_place_told_of_keeps_its_holder() -> None:
    text = "Kata Kepala Dinas Tenaga Kerja setempat, Melati Nasrun, pendataan berjalan."
    (row,) = officials(text)
    assert isinstance(row.value, Official)
    assert (row.value.position, row.value.name) == ("Kepala Dinas Tenaga Kerja setempat", "Melati Nasrun")
    assert (row.value.organisation, row.value.region) == ("Dinas Tenaga Kerja", None)


NOBODY = [
    "Hadir Plh. Sekda Sigi, Kepala Bappeda dan kepala dinas lainnya.",
    "Instruksi itu untuk Menteri, Jaksa Agung, Gubernur, Bupati dan Wali Kota.",
    "Kepala Dinas Sosial, Senin (2/1/2024), membuka acara.",
    "Kantor Bupati Sigi, Bora, menjadi tempat acara.",
    "Kepala dinas setempat, Selasa, membuka acara.",
    "Peraturan Gubernur Jambi Nomor 3 Tahun 2022 mengatur iuran.",
    "Sementara, Kepala Dinas Sosial Riau, Selasa, membuka acara.",
    "Acara di Hotel Santika, Kepala Dinas Sosial Riau, Selasa.",
    "Kata Siti Aminah, penerima manfaat, ia terbantu.",
    "Mantan Bupati Sigi Haryo Dipayana hadir.",
    "Jaksa Agung, Direksi BPJS Ketenagakerjaan, dan Gubernur diminta bertindak.",
    "Gubernur Jambi, Indonesia, hadir.",
    "Deputi Direktur BPJS KetenagakerjaanWilayah Kalimantan hadir.",
    "Kepala bidang pengawasan menyebut Kota Palu.",
    "Kepala kantor BPJS Ketenagakerjaan Cabang Sikka hadir.",
    "Kepala desa Sukamaju hadir.",
    "Ketua DPRD seluruh Indonesia hadir.",
    "Ketua DPRD seluruh Riau, Jambi, dan Aceh hadir.",
    "Hadir Kepala Dinas Sosial Riau, Lalu Gubernur Jambi.",
    "Kepala BPJS Ketenagakerjaan Baubau Sesuai dengan instruksi menyebut angka.",
    "Bersama Rio Anggoman, Kepala Dinas Sosial membuka acara.",
    "Kepala BPJS Ketenagakerjaan di Jakarta, Senin, menyebut angka.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_title_without_a_person_is_no_official(text: str) -> None:
    assert people(text) == []


def test_a_list_of_officials_gives_each_their_own_office() -> None:
    text = (
        "Hadir Bupati Sigi Haryo Dipayana, Wakil Ketua DPRD Riau Melati Nasrun, Kepala Bappeda, serta "
        "Kepala Dinas Sosial Palu, Rio Anggoman."
    )
    assert people(text) == [
        (None, "Bupati Sigi", "Haryo Dipayana"),
        (None, "Wakil Ketua DPRD Riau", "Melati Nasrun"),
        (None, "Kepala Dinas Sosial Palu", "Rio Anggoman"),
    ]


def test_a_list_with_the_persons_first() -> None:
    text = "Hadir pula Rio Anggoman, Kepala Dinas Sosial Riau, Melati Nasrun, Ketua DPRD Riau."
    assert people(text) == [
        (None, "Kepala Dinas Sosial Riau", "Rio Anggoman"),
        (None, "Ketua DPRD Riau", "Melati Nasrun"),
    ]


def test_namings_of_one_person_merge_and_the_fullest_wins() -> None:
    text = (
        "Pj Sekda Rahmat membuka acara.\n"
        "Pj Sekda Kabupaten Sigi, Drs. Rahmat Fadillah, M.Si, menyebut angka.\n"
        "Menurut Fadillah, itu rendah."
    )
    found = officials(text)
    assert [text[row.start : row.end] for row in found] == [
        "Pj Sekda Rahmat", "Pj Sekda Kabupaten Sigi, Drs. Rahmat Fadillah, M.Si", "Fadillah",
    ]  # fmt: skip
    value = one(text)
    assert (value.name, value.position, value.acting) == ("Rahmat Fadillah", "Sekda Kabupaten Sigi", "Pj")
    assert (value.degrees_before, value.degrees_after) == (("Drs",), ("M.Si",))


def test_two_people_of_one_first_name_stay_two() -> None:
    text = "Bupati Sigi Haryo Dipayana dan Wali Kota Palu Haryo Santika hadir. Haryo menyebut angka."
    assert [name for _, _, name in people(text)] == ["Haryo Dipayana", "Haryo Santika"]
    assert len(officials(text)) == 2  # whose short name it is nobody can tell


SHORT = [
    ("Dipayana berharap lebih.", ["Dipayana"]),
    ("Kata Haryo, itu rendah.", ["Haryo"]),
    ("Diakui Haryo, itu rendah.", ["Haryo"]),
    ("Haryo Dipayana berharap lebih.", ["Haryo Dipayana"]),
    ("Warga, Haryo Sentosa, berharap lebih.", []),  # another person
    ("Haryono berharap lebih.", []),  # another word
]


@pytest.mark.parametrize(("later", "expected"), SHORT, ids=[row[0] for row in SHORT])
def test_part_of_the_name_is_the_same_person(later: str, expected: list[str]) -> None:
    text = f"Bupati Sigi Haryo Dipayana hadir.\n{later}"
    rows = [row for row in officials(text) if row.rule == "official.short_name"]
    assert [text[row.start : row.end] for row in rows] == expected


CALLED = [
    ("Kata Harman, itu rendah.", ["Harman"]),
    ("Menurut Pak Harman, itu rendah.", ["Harman"]),
    ("Harman juga menyebut angka lain.", ["Harman"]),
    ("Harmanty menyebut angka lain.", []),  # another name
    ("Kata Har, itu rendah.", []),  # too few letters
    ("Rapat dihadiri Harman dan timnya.", []),  # nobody speaks
    ("Warga, Harman Sentosa, menyebut angka lain.", []),
]


@pytest.mark.parametrize(("later", "expected"), CALLED, ids=[row[0] for row in CALLED])
def test_a_shortened_given_name_speaks(later: str, expected: list[str]) -> None:
    text = f"Bupati Sigi Harmanto Dipayana hadir.\n{later}"
    rows = [row for row in officials(text) if row.rule == "official.nickname"]
    assert [text[row.start : row.end] for row in rows] == expected
    assert len(people(text)) == 1


def test_a_place_is_no_short_name() -> None:
    text = "Wali Kota Bogor Bima Anggara hadir. Acara serupa digelar di Bima pekan lalu."
    assert len(officials(text)) == 1


def test_a_word_that_opens_a_sentence_is_no_short_name() -> None:
    text = "Kepala Dinas Sosial Mataram Lalu Anggoman hadir. Lalu dia menyebut angka. Kata Anggoman, itu rendah."
    rows = officials(text)
    assert [text[row.start : row.end] for row in rows[1:]] == ["Anggoman"]


def test_a_common_word_is_no_short_name() -> None:
    text = "Bupati Sigi Budi Harapan hadir. Ini harapan kami. Harapan itu besar."
    assert len(officials(text)) == 1


TITLE_ONLY = [
    ("Pj Bupati meminta dukungan.", 1),
    ("Bupati Sigi meminta dukungan.", 1),
    ("Bupati Poso meminta dukungan.", 0),  # another region's
    ("Plt Bupati meminta dukungan.", 0),  # another acting status
    ("Ruang kerja bupati kosong.", 0),  # no capital: the office, not the person
    ("Kantor Bupati Sigi kosong.", 0),
]


@pytest.mark.parametrize(("later", "count"), TITLE_ONLY, ids=[row[0] for row in TITLE_ONLY])
def test_the_office_alone_is_its_holder(later: str, count: int) -> None:
    text = f"Pj Bupati Sigi Haryo Dipayana hadir.\nDalam sambutan, {later}"
    rows = [row for row in officials(text) if row.rule == "official.title_only"]
    assert len(rows) == count


def test_a_verb_in_a_title_case_headline_is_no_name() -> None:
    text = "Bupati Sigi Dorong Perlindungan Pekerja Rentan\nBupati Sigi Haryo Dipayana hadir."
    assert people(text) == [(None, "Bupati Sigi", "Haryo Dipayana")]


def test_a_headline_counts_when_the_body_names_the_person() -> None:
    text = "Bupati Sigi Haryo Buka Rapat Evaluasi Jamsostek\nBupati Sigi Haryo Dipayana hadir."
    assert people(text) == [(None, "Bupati Sigi", "Haryo Dipayana")]


REGIONS = [
    ("Wali Kota Kediri Rio Anggoman hadir.", "35.71"),  # the title tells kota from kabupaten
    ("Bupati Kediri Rio Anggoman hadir.", "35.06"),
    ("Gubernur Gorontalo Rio Anggoman hadir.", "75"),
    ("Kepala Dinas Sosial Kabupaten Gorontalo Rio Anggoman hadir.", "75.01"),
    ("Kepala Kantor Cabang Medan Kota Rio Anggoman hadir.", "12.71"),
    ("Direktur Pelayanan BPJS Ketenagakerjaan Rio Anggoman hadir.", None),
    ("Kepala Kanwil Pos Aceh Sumut Rio Anggoman hadir.", None),  # of two
]


@pytest.mark.parametrize(("text", "code"), REGIONS, ids=[row[0] for row in REGIONS])
def test_region_of_the_office(text: str, code: str | None) -> None:
    assert one(text).region == code


def fill(text: str) -> Official:
    found = find_mentions(parse(text))[0]
    regions = [row for row in found if row.label == "REGION"]
    values = {row.value for row in with_regions(found, regions) if row.label == "OFFICIAL"}
    assert len(values) == 1
    value = values.pop()
    assert isinstance(value, Official)
    return value


def test_a_bare_office_takes_the_region_the_document_is_about() -> None:
    text = "Pemkab Sigi menggelar rapat di Palu. Kabupaten Sigi menambah anggaran. Bupati Haryo Dipayana hadir."
    assert fill(text).region == "72.10"


def test_a_nearer_region_of_another_level_is_not_taken() -> None:
    text = "Pemkab Sigi menggelar rapat. Di Kota Palu, Bupati Haryo Dipayana hadir."
    assert fill(text).region == "72.10"


def test_two_regions_named_equally_often_decide_nothing() -> None:
    text = "Rapat Pemkab Sigi dan Pemkab Poso. Bupati Haryo Dipayana hadir."
    assert fill(text).region is None


def test_an_office_of_no_region_takes_none() -> None:
    text = "Pemkab Sigi menggelar rapat. Direktur Utama Rio Anggoman hadir."
    assert fill(text).region is None


def test_spans_are_exact() -> None:
    text = "Hadir Plt. Kepala Dinas Sosial (Dinsos) Riau, Dr. Rio Anggoman, S.E., kemarin."
    (row,) = officials(text)
    assert text[row.start : row.end] == "Plt. Kepala Dinas Sosial (Dinsos) Riau, Dr. Rio Anggoman, S.E"
    assert row.rule == "official.kepala"
