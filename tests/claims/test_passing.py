"""General news that names the scheme in passing, or in another kind of story, yields no claim. All is invented."""

from __future__ import annotations

import pytest

from extractor.pipeline import extract

STORIES = {
    "layoffs": """Pabrik Tekstil PHK Ribuan Karyawan
BANDUNG - Sebanyak 2.300 karyawan pabrik tekstil terkena PHK sejak Januari.
Perusahaan beralasan order turun 40 persen.
Serikat pekerja mencatat 5.000 anggota aktif di kabupaten itu. Mereka menuntut pesangon penuh.
Dinas menyebut para korban dapat mencairkan JHT di BPJS Ketenagakerjaan.
Sekitar 1.200 orang sudah mendaftar antrean.""",
    "job fair": """Job Fair Surabaya Diikuti 3.000 Pencari Kerja
SURABAYA - Job fair itu diikuti 56 perusahaan dan 3.000 peserta.
Sebanyak 1.250 orang terdaftar lewat aplikasi.
BPJS Ketenagakerjaan membuka gerai layanan. Sekitar 70 persen peserta adalah lulusan SMK.""",
    "vaccination": """Vaksinasi Pekerja Capai 80 Persen
JAKARTA - Cakupan vaksinasi pekerja pabrik mencapai 80 persen atau 1,2 juta orang.
Data diambil dari BPJS Ketenagakerjaan.
Target vaksinasi 95 persen pada akhir tahun.""",
    "training aid": """Prakerja Dibuka, 1 Juta Orang Mendaftar
Sebanyak 1,4 juta orang mendaftar Prakerja.
Peserta tidak boleh penerima BSU BPJS Ketenagakerjaan. Kuota 600 ribu peserta.""",
    "wage subsidy": """BSU Cair, 8,3 Juta Pekerja Sudah Terima
Sebanyak 8,3 juta pekerja menerima BSU. Syaratnya peserta aktif BPJS Ketenagakerjaan. Target penerima 17,3 juta pekerja.
BPJS Ketenagakerjaan menyerahkan data 10,9 juta pekerja yang memenuhi syarat.""",
    "students": """Mahasiswa KKN Sosialisasi Program
Sebanyak 120 mahasiswa mengikuti KKN. Mereka mengenalkan BPJS Ketenagakerjaan kepada 85 pedagang pasar.
Kampus itu memiliki 23.000 mahasiswa aktif.""",
    "app": """Aplikasi JMO Diunduh 10 Juta Kali
BPJS Ketenagakerjaan mencatat 18 juta peserta menggunakan JMO. Kepuasan peserta 95 persen.""",
    "use of the app": """Layanan BPJS Ketenagakerjaan Makin Mudah
Penggunaan aplikasi JMO oleh peserta BPJS Ketenagakerjaan telah mencapai 68 persen.""",
    "travel home": """BPJS Ketenagakerjaan Siapkan Bus
Kuota mudik gratis BPJS Ketenagakerjaan tahun ini 5.000 orang, naik 25 persen. Pemudik berangkat dari tiga kota.""",
    "rules of the scheme": """Aturan Kepesertaan BPJS Ketenagakerjaan
Pemberi kerja dengan minimal 10 pekerja wajib mendaftar.
Peserta yang ikut 10 tahun dapat mengambil 30 persen saldo JHT.""",
    "the agency itself": """Layanan BPJS Ketenagakerjaan Diperluas
BPJS Ketenagakerjaan kini memiliki 325 kantor cabang dan 6.100 pegawai untuk melayani peserta.
Sejak pagi sebanyak 300 peserta antre di kantor BPJS Ketenagakerjaan Alor.
Sebanyak 98 persen peserta BPJS Ketenagakerjaan mengaku puas terhadap layanan kantor.
Klaim JHT di BPJS Ketenagakerjaan Alor didominasi peserta resign 62 persen.
Sekitar 80 persen kecelakaan kerja peserta BPJS Ketenagakerjaan terjadi di jalan raya.""",
    "benefits paid": """BPJS Ketenagakerjaan Bayar Klaim
Sepanjang 2024 klaim yang dibayarkan Rp68,4 miliar kepada 2.410 pekerja ojol peserta BPJS Ketenagakerjaan:
jaminan kematian Rp26,1 miliar untuk 630 pekerja ojol, dan jaminan kecelakaan Rp42,3 miliar untuk 1.610 pekerja ojol.
Total santunan yang dibayarkan oleh BPJS Ketenagakerjaan Alor mencapai Rp4,2 miliar kepada 312 pekerja rentan.
Keluarga dari 5.150 peserta ini yang harus kita lindungi.""",
    "services": """Layanan BPJS Ketenagakerjaan Tuban
Antrean online BPJS Ketenagakerjaan melayani 120 peserta setiap hari.
BPJS Ketenagakerjaan mencatat 1,3 juta peserta JMO aktif setiap bulan.
BPJS Ketenagakerjaan Cabang Tuban menggelar pelatihan bagi 60 peserta yang ter-PHK.
Perisai di Kabupaten Jember berjumlah 85 orang dan masing-masing menjaring rata-rata 40 peserta.
Diskon iuran JKK 50 persen diberikan kepada 10 juta pekerja industri padat karya peserta BPJS Ketenagakerjaan.
Dari peserta itu 60 persen adalah perempuan.""",
    "agents and runners": """BPJS Ketenagakerjaan Gelar Lomba Lari Maraton
Satu tim terdiri dari 4 peserta. Total peserta yang mengikuti maraton BPJS Ketenagakerjaan mencapai 5 ribu orang.
Fee agen Perisai 15 persen dari total pembayaran peserta BPJS Ketenagakerjaan yang ia rekrut.
Perusahaan yang tertib mendaftarkan semua pekerjanya ke BPJS Ketenagakerjaan sekitar 68 persen.
Dari data peserta BPJS Ketenagakerjaan, 194.540 orang sudah valid menurut verifikasi perbankan.""",
    "polling staff": """KPU Sleman Daftarkan Petugas ke BPJS Ketenagakerjaan
Para petugas akan didaftarkan ke BPJS Ketenagakerjaan. Dari 4.500 petugas, 60 persen berusia di bawah 40 tahun.""",
    "migrants": """Pemulangan PMI dari Malaysia
Sebanyak 450 PMI nonprosedural dipulangkan. Sepanjang 2024 tercatat 3.210 PMI asal NTB bermasalah.
Hanya yang prosedural terlindungi BPJS Ketenagakerjaan. Remitansi naik 12 persen.""",
    "apprentices": """Magang Nasional Dibuka
Program magang diikuti 20.000 lulusan. Peserta magang mendapat uang saku dan perlindungan BPJS Ketenagakerjaan.
Perusahaan yang mendaftar 1.600. Kuota tahap kedua 80.000 peserta.""",
    "taxes": """PAD Kota Malang Naik
Realisasi PAD mencapai 87 persen dari target Rp900 miliar. Wajib pajak terdaftar 210.000.
Pemkot juga membayar iuran BPJS Ketenagakerjaan RT/RW.""",
    "houses": """Rumah Subsidi Pekerja
Sebanyak 20.000 rumah subsidi disiapkan bagi buruh. Syaratnya peserta aktif BPJS Ketenagakerjaan.
Sudah 8.300 buruh mendaftar.""",
    "informal work": """Kepesertaan BPJS Ketenagakerjaan di NTT Didorong
Menurut BPS ada 2,1 juta orang (70,3 persen) yang bekerja di sektor informal dari total pekerja 3,0 juta orang.
Ada 30 pelaku usaha yang tertarik membantu lewat BPJS Ketenagakerjaan.""",
    "fishers lost": """Ribuan Nelayan Cilacap Ikut BPJS Ketenagakerjaan
Sepanjang 2024 tercatat 14 nelayan meninggal saat melaut. Hanya sembilan di antaranya menerima santunan.""",
    "dismissed": """Klaim JHT di Lampung Naik
Klaim JHT naik karena sebuah perusahaan tambak udang memutus hubungan kerja sekitar 810 orang yang menjadi peserta.
BPJS Ketenagakerjaan Lampung membayar Rp60 miliar.""",
    "people": """BPJS Ketenagakerjaan bagi Warga
Penduduk miskin di Garut 9,77 persen; pemkab menjamin mereka lewat BPJS Ketenagakerjaan dan bantuan pangan.
TKI nonprosedural mencapai 4 juta orang, padahal perlindungan BPJS Ketenagakerjaan hanya untuk yang resmi.
Sebanyak 1.500 atlet telah tiba di Banda Aceh; panitia menyiapkan BPJS Ketenagakerjaan.
Hanya 30 persen perusahaan yang melaporkan upah sebenarnya ke BPJS Ketenagakerjaan.""",
    "crews": """Kepesertaan BPJS Ketenagakerjaan Nelayan
Setiap kapal rata-rata mempekerjakan 120 nelayan yang menjadi peserta BPJS Ketenagakerjaan.""",
    "labour market": """Kepesertaan BPJS Ketenagakerjaan Didorong
Cakupan Jamsostek terus didorong.
Angkatan kerja Sumatera Utara 8,2 juta orang dan yang bekerja 7,7 juta orang.
Pengangguran terbuka masih 409.000 orang.""",
    "events": """Semarak Ulang Tahun BPJS Ketenagakerjaan
Sebanyak 45 peserta program vokasi BPJS Ketenagakerjaan dinyatakan lulus.
Sebanyak 300 peserta mengikuti jalan sehat BPJS Ketenagakerjaan.
Dari 500 peserta jalan sehat BPJS Ketenagakerjaan, 20 orang mendapat hadiah.""",
    "health": """98 Persen Warga Terlindungi JKN
Sebanyak 98,5 persen penduduk telah terdaftar JKN. BPJS Ketenagakerjaan turut hadir. Peserta aktif 81 persen.""",
    "demonstration": """Kantor BPJS Ketenagakerjaan Didatangi Buruh
Sekitar 2.000 buruh berdemo di kantor BPJS Ketenagakerjaan menolak aturan JHT. Aksi diikuti 15 serikat.
BPJS Ketenagakerjaan menemui 20 perwakilan. Pengadilan mencatat 150 pekerja terdaftar sebagai penggugat.""",
    "recruitment": """Lowongan Kerja BPJS Ketenagakerjaan
BPJS Ketenagakerjaan membuka 250 posisi. Sebanyak 45.000 pelamar mendaftar. Peserta tes lolos 10 persen.""",
    "solvency": """Program JHT Defisit
Solvabilitas program JHT BPJS Ketenagakerjaan menyusut menjadi 95,92 persen dari yang seharusnya minimal 120 persen.""",
    "homes": """Bantuan Rumah Pekerja
Bank dan BPJS Ketenagakerjaan menyalurkan kredit bagi 3.000 peserta. Targetnya 20.000 rumah. Bunga 5 persen.""",
    "price": """Harga Sawit Anjlok
Petani sawit mengeluh.
Sebanyak 60 persen petani sawit belum bersertifikat. Pemerintah menargetkan 100.000 petani terdata.
Mereka juga diimbau ikut BPJS Ketenagakerjaan.""",
    "ratio": """Pekerja Muda dan BPJS Ketenagakerjaan
Baru 3 dari 10 pekerja yang tahu ikut BPJS Ketenagakerjaan.""",
    "titles of villages": """Desa Sadar Jamsostek Bertambah
Tahun ini target BPJS Ketenagakerjaan 150 desa di Indonesia diresmikan menjadi Desa Sadar Jamsostek.""",
    "share of a budget": """Pemkab Alokasikan Iuran BPJS Ketenagakerjaan
Anggaran iuran BPJS Ketenagakerjaan itu hanya 4 persen dari APBD kabupaten. Sisanya 96 persen untuk belanja lain.""",
    "wished": """BPJS Ketenagakerjaan Gandeng Kejaksaan
BPJS Ketenagakerjaan ingin memperluas perlindungan, termasuk bagi perangkat gampong di 150 desa.""",
    "needed": """KPU Butuh Petugas
KPU mendaftarkan petugas ke BPJS Ketenagakerjaan. Dimungkinkan akan ada 5.900 KPPS yang kita perlukan.""",
    "working in sectors": """Pekerja Informal dan BPJS Ketenagakerjaan
BPS mencatat 59,1 persen tenaga kerja atau sekitar 86 juta orang bekerja di sektor informal.""",
    "compliance in small numbers": """Kepatuhan Perusahaan
BPJS Ketenagakerjaan menyebut baru 4 dari 10 perusahaan besar di Bima yang patuh.""",
    "praise": """Program Disambut
Program BPJS Ketenagakerjaan itu mendapat apresiasi yang positif oleh publik, angkanya menembus 100 persen.""",
    "levy": """Buruh Pelabuhan Mogok
Mereka memprotes potongan 12 persen dari upah. Potongan tersebut terdiri dari administrasi 4 persen, pakaian kerja
3 persen, dan kesejahteraan termasuk BPJS Ketenagakerjaan 5 persen.""",
    "fees of drivers": """Pengemudi Ojol Turun ke Jalan
Mereka meminta potongan aplikasi turun dari 20 persen menjadi 10 persen, serta iuran BPJS Ketenagakerjaan dibantu.""",
    "candidates of a board": """Calon Direksi BPJS Ketenagakerjaan Diumumkan
Ketua pansel menyebut 18 persen peserta perempuan dan usia rata-rata 51 tahun.""",
    "served at a desk": """Kantor BPJS Ketenagakerjaan Diresmikan
Pada hari pertama, loket melayani 143 peserta, 96 di antaranya mengurus klaim JHT.""",
    "accounts for aid": """Rekening Calon Penerima BSU Divalidasi
BPJS Ketenagakerjaan menyebut pekerja yang sudah tervalidasi bank sebanyak 175.600 pekerja di Sulawesi Selatan.""",
    "back at work": """Klaim JKP Naik
Sudah ada 5.800 penerima JKP BPJS Ketenagakerjaan dan 2.900 peserta yang sudah kembali bekerja.""",
    "virus": """Pandemi Berlalu
BPJS Ketenagakerjaan menyebut pada masa COVID-19 perusahaan yang mendaftarkan tenaga kerja tak banyak.
Ada 3 perusahaan yang tutup.""",
    "good enough": """Kepesertaan BPJS Ketenagakerjaan Dibahas
Kepesertaan belum merata. Minimal di atas 70 persen itu sudah bagus.""",
    "subsidies by province": """Usulan Subsidi Upah Ditolak
BPJS Ketenagakerjaan tak meloloskan usulan Bantuan Subsidi Upah (BSU) kepada 99.700 peserta.
BSU diberikan kepada peserta yang terdampak. Rekening peserta itu tersebar, antara lain 6.200 peserta di Maluku,
2.500 peserta di Maluku Utara. Penerima BSU yang lolos 463.300 peserta.""",
    "poverty target": """Kemiskinan Turun
Bupati berterima kasih kepada BPJS Ketenagakerjaan. Kemiskinan ekstrem kini 2 persen, dan target berikutnya menurunkan
kemiskinan hingga di bawah 1 persen.""",
    "more of one sort": """Pekerja Informal Mendominasi
BPJS Ketenagakerjaan mengutip BPS: jumlah pekerja informal lebih banyak ketimbang formal dengan persentase masing-masing
53,1 persen dan 46,9 persen.""",
    "other insurance": """Nelayan Kecil Bakal Diikutkan Asuransi Jiwa
Sebanyak 10.000 nelayan bakal diikutkan asuransi jiwa. Premi dibayar pemerintah, tidak lewat BPJS Ketenagakerjaan.""",
    "villages that paid": """Iuran Aparat Desa Ditagih
Kantor BPJS Ketenagakerjaan mencatat 143 desa sudah membayarkan iuran dan 62 desa belum membayar iuran.""",
    "made of districts and villages": """Jamsostek Disosialisasikan
BPJS Ketenagakerjaan mendatangi kabupaten yang terdiri dari 20 kecamatan dan 311 desa itu.""",
    "an agreement signed": """Kerja Sama Diteken
Bupati dan BPJS Ketenagakerjaan menandatangani perjanjian kerja sama perlindungan bagi 4.700 pekerja.""",
    "those who file a claim": """Klaim JHT Meningkat
Di Kabupaten Tuban, 1.020 peserta BPJS Ketenagakerjaan mengajukan klaim JHT.""",
}


@pytest.mark.parametrize("story", STORIES)
def test_no_claim(story: str) -> None:
    extraction = extract(STORIES[story].encode(), media_type="text/plain")
    assert [claim.evidence.quote for claim in extraction.claims] == []


def test_every_number_passed_over_says_why() -> None:
    for text in STORIES.values():
        extraction = extract(text.encode(), media_type="text/plain")
        numbers = [row for row in extraction.mentions if row.label in ("PERCENT", "COUNT")]
        assert numbers
        assert all(row.not_claimed for row in numbers)


def test_a_sentence_that_names_the_scheme_counts_in_any_story() -> None:
    text = "Proyek Tol Rampung\nKontraktor mengatakan 450 pekerja proyek itu sudah terdaftar di BPJS Ketenagakerjaan."
    claims = extract(text.encode(), media_type="text/plain").claims
    assert [(int(claim.value), claim.kind) for claim in claims] == [(450, "achieved")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # the headline speaks of the level, the lead names the scheme
        (
            "Klaim Naik, Kepesertaan Buruh Tani Masih Tipis\nBPJS Ketenagakerjaan membayar 310 klaim di Sigi.\n"
            "Dari 18.400 buruh tani, yang sudah ikut baru 2.150 orang.",
            [18400, 2150],
        ),
        # so it does above a report on health insurance
        (
            "Kepesertaan JKN Masih Tipis\nBPJS Kesehatan dan BPJS Ketenagakerjaan membuka loket di Kabupaten Sigi.\n"
            "Dari 18.400 buruh tani, yang sudah ikut baru 2.150 orang.",
            [],
        ),
        # the base of a level that the next sentence tells with the scheme's name
        (
            "Pasar Sigi Dibenahi\nRetribusi sudah terkumpul 82 persen.\nKadis Pasar mengatakan pedagang berjumlah "
            "4.300 orang. Yang telah dilindungi BPJS Ketenagakerjaan 1.010 orang.",
            [4300, 1010],
        ),
    ],
)
def test_what_makes_a_story_one_on_the_scheme(text: str, values: list[int]) -> None:
    claims = extract(text.encode(), media_type="text/plain").claims
    assert [int(claim.value) for claim in claims] == values
