"""Numbers in words that only suppose: ``kalau``, ``misalnya``, a sum of so many for each, an employer as an example."""

from __future__ import annotations

import re

from extractor.claims.decisions import Answer, Case, Decision, Refusal

_FOR_INSTANCE = re.compile(  # "Misalnya ada 100 orang, yang didaftarkan 20 orang"
    r"\b(?:misal|misalnya|misalkan|umpamanya|anggaplah|katakanlah),?\s+"
    r"(?:ada|punya|memiliki|(?:satu |sebuah )?perusahaan\s+(?:\w+\s+)?(?:memiliki|punya|ada|mempekerjakan))\b"
)
_IF_ALREADY = re.compile(
    r"\b(?:kalau|jika|bila|apabila)\s+(?:sudah|telah|bisa|mampu)\s+"
    r"(?:di atas|mencapai|capai|tembus|melampaui|lebih dari)\s+$"
)
_WHILE_THEN = re.compile(
    r"\b(?:jika|kalau|bila|apabila)\s+(?:pada\s+|di\s+)?(?:(?:tahun|bulan|setahun)\s+)?"
    r"(?:20\d\d|lalu|sebelumnya|kemarin|dulu|semula)\b.*\b(?:20\d\d|kini|sekarang|saat ini|tahun ini|bulan ini)\b|"
    # "Jika provinsi berada di 36 persen, maka kabupaten ini 42 persen": so do two places
    r"\b(?:jika|kalau|bila|apabila)\s[^.;,\d]*\b(?:berada|baru|sudah|telah|mencapai|masih|hanya|mencatat\w*|tercatat)\b[^.;,\d]*"
    r"\d[\d.,]*\s?(?:persen|%)[^.;]*,\s(?:maka\s)?[^.;]*\d\s?(?:persen|%)",
    re.DOTALL,
)
_WOULD_DO = re.compile(r"\s+(?:itu\s+)?(?:sudah|cukup|baru)\s+(?:bagus|baik|lumayan|cukup|ideal|aman)\b", re.IGNORECASE)
_WOULD_BE = re.compile(r"\b(?:bisa|akan|bakal|dapat|mampu|langsung)\s+(?:[a-z]+\s+){0,3}$")
_ADDED_UP = re.compile(
    r"\b(?:dijumlah(?:kan)?|digabung(?:kan)?|ditotal(?:kan)?|dihitung|dipersentasekan|dirata-rata(?:kan)?)\b"
)
_AS_FOR_A_PLACE = re.compile(
    r"\b[Kk]alau\s+(?:(?:cakupan|capaian)\s+(?:\w+\s+)?)?di\s+[A-Z](?![^.;]*\b(?:bisa|akan|nanti|mau)\b)"
)
_COLLOQUIAL = re.compile(  # "kalau rinciannya", "kalau 2024, jumlahnya", "kalau jakon itu": no more than "as for"
    r"\b(?:kalau|jika|bila|apabila)\s+(?:mau\s+|ingin\s+)?(?:lebih\s+|kita\s+|di)?(?:detail|rinci|lihat|tinjau|cermati|pilah|bagi|hitung)\b|"
    r"\bkalau\s+(?:rinci\w*|total\w*|jumlah\w*|data\w*|yang|untuk|dari|(?:tahun\s+|pada\s+)?(?:20\d\d|lalu|ini),|"
    r"(?!daerah|pemerintah|pemda|kita|kami|semua)(?:\w+\s+){1,2}(?:itu|ini)\b(?!\s+(?:bisa|dapat|mau|akan|mendaftar\w*|ikut)))"
)
_IF = r"\b(?:kalau|jika|bila|apabila|andai(?:kan|kata)?|seandainya|misal(?:kan)?|umpama|anggap(?:lah)?)\b"
_ONE_OF_MANY = (
    r"(?<!salah )\b(?:satu|1|tiap|setiap|masing-masing)\s(?:desa|kelurahan|kalurahan|kampung|nagari|gampong|pekon|"
    r"kecamatan|distrik|rt|rw|dusun|lingkungan|kabupaten|kota|provinsi|orang|asn|pns|pegawai|karyawan|anggota|perusahaan|"
    r"pengusaha|pelaku|umkm|umk|toko|warung|kios|opd|dinas|sekolah|pesantren|masjid|gereja|kelompok|kapal|perahu|rumah|"
    r"keluarga|agen|kader|proyek|koperasi|pasar|pabrik|kantor|cabang|bank|jemaat)\b"
)
_AND_YET = r"\b(?:tapi|tetapi|namun|sedangkan|sementara|padahal|nyatanya|faktanya|sekarang|kini|saat ini|baru)\b"
_SO_MANY_OF_EACH = re.compile(  # "kalau tiap desa sepuluh orang mendaftar maka sudah 2.550 peserta"
    rf"{_IF}[^.;]*?{_ONE_OF_MANY}(?:(?!{_AND_YET})(?:[^.;]|\.(?=\d)))*"
    rf"\b(?:maka|berarti|artinya|sudah|bisa|ada|akan|dapat|menjadi|jadi)\s(?:(?!{_AND_YET})[^.;\d])*$"
)
_IF_ONE = re.compile(rf"{_IF}\s(?:[a-z]+\s)?$")  # "kalau satu desa saja"
_IF_EACH_OF_THEM = re.compile(  # "Ada 255 desa, kalau tiap desa sepuluh orang mendaftar": what the sum is made from
    rf"[^.;\d]{{0,50}},?\s+{_IF}\s(?:[a-z]+\s)?{_ONE_OF_MANY}"
)
_BUT_NOW = re.compile(  # "... maka sudah 2.550 orang, tapi sekarang baru 410"
    r"\b(?:tapi|tetapi|namun|padahal|nyatanya|faktanya|kenyataannya),?\s+"
    r"(?:(?:sekarang|saat ini|kini|ini|sampai|hingga)\s+)*(?:baru|hanya|masih)\s+(?:(?:ada|sekitar|mencapai)\s+)*$"
)
_EMPLOYER = (
    r"(?:perusahaan|badan usaha|pemberi kerja|pelaku usaha|tempat usaha|pabrik|hotel|toko|pengusaha|kontraktor|"
    r"koperasi|restoran|rumah makan|rumah sakit|majikan)"
)
_SOME_EMPLOYER = re.compile(  # "ada pabrik yang mempunyai 240 karyawan, tetapi hanya 85 terdaftar"
    r"\b(?:ada(?:\s+(?:juga|pula))?|contoh(?:nya)?|misal(?:nya|kan)?|umpamanya|satu|sebuah)\s*[:,]?\s+(?:ada\s+)?"
    rf"(?:satu\s+|sebuah\s+)?{_EMPLOYER}\s(?:(?!\bmendaftarkan\b)[^.;\d])*?"
    r"\b(?:memiliki|mempunyai|punya|mempekerjakan|dengan|(?:pekerja|karyawan|pegawai|buruh)nya)\b"
    r"(?:(?!\b(?:total|seluruh|semua)\b)(?:[^.;]|\.(?=\d)))*$"
)
_ONE_EMPLOYERS = 1000  # who has more is told of by its own sake


def supposed(case: Case) -> Answer:
    """``Kalau daerah mengalokasikan satu juta pekerja``: supposed, not reported."""
    cluster = case.cluster
    if _is_worked_out(case):
        return Refusal("a supposition")
    if _FOR_INSTANCE.search(case.low, cluster.sentence.start, cluster.start):
        return Refusal("a supposition")
    if _IF_ALREADY.search(case.low_left) and cluster.has_percent:
        return Refusal("a supposition")
    if _WOULD_DO.match(case.text, cluster.end):
        return Refusal("a supposition")
    told = _WHILE_THEN.search(case.low, cluster.sentence.start, cluster.sentence.end)
    if (
        not told
        and _WOULD_BE.search(case.low_left)
        and any(cue.kind == "suppose" and cue.start < cluster.left_start for cue in case.sentence_cues)
    ):
        return Refusal("a supposition")  # what follows from one
    if not cluster.last("suppose") or cluster.says("reached", "target"):
        return None
    if _AS_FOR_A_PLACE.search(case.text, cluster.sentence.start, cluster.end):
        return None  # "kalau di Kabupaten X 60 persen, di sini 41 persen": no more than "as for"
    if _COLLOQUIAL.search(case.low, cluster.left_start, cluster.start):
        return None  # "kalau rinciannya": no more than "as for"
    if told:
        return None  # "Jika pada 2024 membiayai N orang, maka pada 2025 hanya M": told, and set against each other
    added = _ADDED_UP.search(case.left)  # "bila keduanya dijumlahkan": arithmetic, not a supposition
    return None if added else Refusal("a supposition")


def _is_worked_out(case: Case) -> bool:
    """``kalau tiap desa sepuluh orang mendaftar maka sudah 2.550 peserta``, ``ada pabrik yang mempunyai 240 karyawan``.

    A sum of so many for each is no level, nor are those it is made from, nor the staff of an employer as an example.
    """
    cluster = case.cluster
    if not cluster.has_count:
        return False
    start = cluster.sentence.start
    if _SO_MANY_OF_EACH.search(case.low, start, cluster.start) or _IF_EACH_OF_THEM.match(case.low, cluster.end):
        return True
    if cluster.slots[0].quantity.value == 1 and _IF_ONE.search(case.low_left):
        return True
    few = case.unit in ("workers", None) and cluster.slots[0].quantity.value < _ONE_EMPLOYERS
    return few and _SOME_EMPLOYER.search(case.low, start, cluster.start) is not None


def in_fact(case: Case) -> Answer:
    """``kalau tiap desa sepuluh maka 2.550 orang, tapi sekarang baru 410``: what is told against it."""
    if case.cluster.has_percent or case.unit not in ("workers", None) or not case.topic:
        return None
    turn = _BUT_NOW.search(case.low, case.cluster.sentence.start, case.cluster.start)
    if turn is None or not re.search(_IF, case.low[case.cluster.sentence.start : turn.start()]):
        return None
    return Decision("achieved", "kind.achieved.carried", unit=case.unit or "workers", source=case.continues)
