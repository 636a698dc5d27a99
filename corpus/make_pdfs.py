"""Write the two PDF documents of the corpus.

    pip install reportlab
    python corpus/make_pdfs.py

The texts are original and their people, offices and figures invented. With
``invariant=1`` reportlab leaves the clock out of the file, so running this
twice gives the same bytes. A soft hyphen in the text marks where a long word
may be broken; a break there prints a hyphen at the end of the line, as word
processors do.
"""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 72, WIDTH - 72, HEIGHT - 96, 84
BODY, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
SHY = "\u00ad"

RELEASE_TITLE = "Jumlah Pekerja Terlindungi di Gorontalo Bertambah, Sektor Informal Masih Jadi Tantangan"
RELEASE = [
    "Gorontalo, 24 November 2021 - BPJAMSOSTEK Cabang Gorontalo mencatat jumlah pekerja yang terlindungi pro­gram "
    "jaminan sosial ketenaga­kerjaan di Provinsi Gorontalo ber­tambah 12.408 pekerja dari Desember 2020 hingga "
    "Oktober 2021. Dengan penambahan itu, 187.440 pekerja telah ter­lindungi, atau 46,56 persen dari 402.600 "
    "potensi pekerja.",
    "Pejabat Sementara (Pjs.) Kepala BPJAMSOSTEK Cabang Gorontalo, Arifin Daud Lasimpala, S.Kom., M.M., "
    "men­jelaskan pertumbuhan itu terutama disum­bang oleh kebijakan pemerintah daerah setelah ter­bitnya Instruksi "
    "Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenaga­kerjaan pada "
    "Maret lalu.",
    '"Kalau dilihat per segmen, cakupan pekerja formal 71,3 persen dari total 402.600 pekerja yang terdiri atas '
    '168.200 pekerja formal dan 234.400 pekerja informal. Jadi, ruang terbesar kita ada pada segmen informal," ujar '
    "Arifin dalam keterangan tertulis, Rabu (24/11/2021).",
    "Arifin menyebutkan, capaian antardaerah di provinsi ini belum seimbang. Kota Gorontalo men­catat 61,8 persen, "
    "sedangkan Kabupaten Gorontalo 35,2 persen. Kabupaten Boalemo dan Kabupaten Pohuwato masing-masing 41,7 persen "
    "dan 48,3 persen. Sementara itu Bone Bolango serta Gorontalo Utara belum sampai 40 persen.",
    "Peserta bukan penerima upah (BPU) di Provinsi Gorontalo per Oktober 2021 ber­jumlah 41.277 orang, dibandingkan "
    "33.905 orang pada Desember 2020. Kenaikan tersebut berasal dari nelayan, petani jagung, dan pengemudi bentor "
    "yang iurannya di­tanggung bersama oleh APBD dan dana CSR.",
    '"Hak atas jaminan sosial itu amanat UUD 1945 Pasal 28H ayat (3), lalu diturunkan dalam Undang-Undang Nomor 40 '
    'Tahun 2004 tentang Sistem Jaminan Sosial Nasional. Kami di cabang hanya menjalankan," kata Arifin.',
    "Pada tahun 2022, lanjutnya, BPJAMSOSTEK Cabang Gorontalo me­nargetkan penambahan 30.000 pekerja rentan. Dari "
    "jumlah itu, Pemerintah Kabupaten Pohuwato telah meng­anggarkan perlin­dungan untuk 7.500 orang, sementara "
    "Pemerintah Kota Gorontalo meng­anggarkan 4.000 orang.",
    "Asisten Bidang Pemerintahan dan Kesejahteraan Rakyat Setda Kota Gorontalo, Dra. Fatmawati Biya, memasti­kan "
    "usulan tersebut sudah masuk dalam rancangan APBD. Menurutnya, pemerintah kota ber­pedoman pada Permen­dagri "
    "Nomor 27 Tahun 2021 tentang Pedoman Penyusunan APBD Tahun Anggaran 2022.",
    '"Sampai hari ini masih ada sekitar 31 ribu pekerja di Kota Gorontalo yang belum terlindungi. Kami tidak bisa '
    'menutup semuanya dalam setahun, tetapi harus ada yang dimulai," ucap Fatmawati.',
    "Sepanjang Januari sampai Oktober 2021, BPJAMSOSTEK Cabang Gorontalo telah mem­bayarkan 9.866 kasus klaim dengan "
    "nilai Rp98,7 miliar. Dari jumlah tersebut, 212 kasus me­rupakan Jaminan Kematian.",
]
RELEASE_FOOT = ["Narahubung:", "Bidang Komunikasi BPJAMSOSTEK Cabang Gorontalo", "Telepon (0435) 000000"]

TABLE_TITLE = "Cakupan Jamsostek Bengkulu Akhir 2024 Capai 33,4 Persen"
TABLE_LEAD = [
    "Bengkulu, 22 Januari 2025 - Forum Jaminan Sosial Bengkulu merilis rekapitulasi kepesertaan jaminan sosial "
    "ketenaga­kerjaan di sepuluh kabupaten/kota. Dari 1.066.100 pekerja, peserta aktif BPJS Ketenaga­kerjaan di "
    "Provinsi Bengkulu berjumlah 355.887 orang atau 33,4 persen.",
    "Ketua Forum Jaminan Sosial Bengkulu, Meri Handayani Putri, S.Sos., men­jelaskan data tersebut merupakan posisi "
    '31 Desember 2024. "Kota Bengkulu memimpin, disusul Mukomuko karena per­kebunan sawitnya. Kaur dan Seluma butuh '
    'perhatian," katanya saat menyerahkan dokumen itu di Kota Bengkulu, Rabu (22/1/2025).',
]
TABLE_HEAD = ["No", "Kabupaten/Kota", "Pekerja", "Peserta aktif", "Cakupan (%)"]
TABLE_ROWS = [
    ["1", "Kab. Bengkulu Selatan", "87.400", "24.472", "28,0"],
    ["2", "Kab. Rejang Lebong", "151.300", "41.759", "27,6"],
    ["3", "Kab. Bengkulu Utara", "161.200", "53.518", "33,2"],
    ["4", "Kab. Kaur", "68.900", "13.091", "19,0"],
    ["5", "Kab. Seluma", "108.600", "22.589", "20,8"],
    ["6", "Kab. Mukomuko", "104.500", "47.025", "45,0"],
    ["7", "Kab. Lebong", "60.800", "15.322", "25,2"],
    ["8", "Kab. Kepahiang", "83.100", "21.689", "21,6"],
    ["9", "Kab. Bengkulu Tengah", "61.700", "17.276", "28,0"],
    ["10", "Kota Bengkulu", "178.600", "99.146", "55,5"],
    ["", "Jumlah", "1.066.100", "355.887", "33,4"],
]
TABLE_WIDTHS = [30, 165, 80, 90, 86]
TABLE_TAIL = [
    "Sumber: BPJS Ketenagakerjaan Cabang Bengkulu dan BPS (Sakernas Agustus 2024), diolah.",
    "Meri me­nambahkan, target provinsi dalam RPJMD untuk tahun 2025 adalah 38 persen. Artinya, Bengkulu masih perlu "
    'mengejar 4,6 persen lagi. "Setara hampir 50 ribu pekerja. Berat, tetapi bukan mustahil bila DBH sawit dipakai," '
    "tuturnya.",
    "Forum tersebut me­rekomendasikan agar setiap pemerintah kabupaten/kota me­laksanakan Peraturan Menteri Keuangan "
    "Nomor 91 Tahun 2023 tentang Pengelolaan Dana Bagi Hasil Perkebunan Sawit dan Inpres No. 2 Tahun 2021.",
]


def lines(text, font, size, width):
    """Break text into lines, preferring spaces and then marked hyphenation points."""
    out, line = [], ""
    for word in text.split(" "):
        plain = word.replace(SHY, "")
        trial = f"{line} {plain}".strip()
        if stringWidth(trial, font, size) <= width:
            line = trial
            continue
        parts, head = word.split(SHY), ""
        for cut in range(len(parts) - 1, 0, -1):
            candidate = "".join(parts[:cut])
            if stringWidth(f"{line} {candidate}-".strip(), font, size) <= width:
                head, plain = candidate, "".join(parts[cut:])
                break
        out.append(f"{line} {head}-".strip() if head else line)
        line = plain
    return [*out, line]


class Page:
    """A cursor that runs down the page and turns it, with running header and footer."""

    def __init__(self, path, title, author, header):
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.header, self.number, self.y = header, 0, TOP
        self.open()

    def open(self):
        """Start a page with the letterhead line."""
        self.number += 1
        self.y = TOP
        self.canvas.setFont("Helvetica", 8)
        self.canvas.drawString(LEFT, HEIGHT - 50, self.header)
        self.canvas.line(LEFT, HEIGHT - 58, RIGHT, HEIGHT - 58)
        self.canvas.line(LEFT, 60, RIGHT, 60)
        self.canvas.drawRightString(RIGHT, 46, f"Halaman {self.number}")

    def need(self, height):
        """Break the page where fewer than ``height`` points are left."""
        if self.y - height < BOTTOM:
            self.canvas.showPage()
            self.open()

    def write(self, text, font=BODY, size=11.5, lead=17, after=9):
        """Set one paragraph, broken to the column."""
        for line in lines(text, font, size, RIGHT - LEFT):
            self.need(lead)
            self.canvas.setFont(font, size)
            self.canvas.drawString(LEFT, self.y, line)
            self.y -= lead
        self.y -= after

    def table(self, head, rows, widths, lead=18):
        """A ruled table: numbers to the right, the last row in bold."""
        self.need(lead * (len(rows) + 1))
        top = self.y + 4
        edges = [LEFT]
        for width in widths:
            edges.append(edges[-1] + width)
        for index, row in enumerate([head, *rows]):
            bold = index in (0, len(rows))
            self.canvas.setFont(BOLD if bold else BODY, 10.5)
            y = top - index * lead
            self.canvas.line(edges[0], y, edges[-1], y)
            for column, cell in enumerate(row):
                if column < 2 or index == 0:
                    self.canvas.drawString(edges[column] + 4, y - 13, cell)
                else:
                    self.canvas.drawRightString(edges[column + 1] - 6, y - 13, cell)
        bottom = top - (len(rows) + 1) * lead
        self.canvas.line(edges[0], bottom, edges[-1], bottom)
        for edge in edges:
            self.canvas.line(edge, top, edge, bottom)
        self.y = bottom - 18

    def close(self):
        """Write the file."""
        self.canvas.save()


def release(path):
    """Draw the press release in prose."""
    page = Page(path, RELEASE_TITLE, "BPJAMSOSTEK Cabang Gorontalo", "SIARAN PERS  |  Nomor: B/0412/112021")
    page.write(RELEASE_TITLE, BOLD, 15, 20, 14)
    for paragraph in RELEASE:
        page.write(paragraph)
    for line in RELEASE_FOOT:
        page.write(line, ITALIC, 10, 14, 0)
    page.close()


def table(path):
    """Draw the release with a table."""
    page = Page(
        path, TABLE_TITLE, "Forum Jaminan Sosial Bengkulu", "Forum Jaminan Sosial Bengkulu  |  Rilis Data 01/2025"
    )
    page.write(TABLE_TITLE, BOLD, 15, 20, 14)
    for paragraph in TABLE_LEAD:
        page.write(paragraph)
    page.table(TABLE_HEAD, TABLE_ROWS, TABLE_WIDTHS)
    page.write(TABLE_TAIL[0], ITALIC, 9.5, 13)
    for paragraph in TABLE_TAIL[1:]:
        page.write(paragraph)
    page.close()


if __name__ == "__main__":
    release(HERE / "08-siaran-pers-gorontalo.pdf")
    table(HERE / "09-rilis-tabel-bengkulu.pdf")
