"""Whether a number is the nation's though its sentence does not say so: who tells it, who aims at it, how large."""

from __future__ import annotations

import re
from functools import cached_property

from extractor.claims.captions import in_caption
from extractor.claims.clusters import Cluster
from extractor.claims.context import Context
from extractor.claims.decisions import Decision
from extractor.claims.scenery import is_of_capital
from extractor.model import Official, Place, Quantity
from extractor.regions import entry

TENS_OF_MILLIONS = 10_000_000  # workers that no province has insured
_HEADS = re.compile(
    r"(?:Direktur|Ketua|Anggota|Wakil Ketua)\b.*\b"
    r"(?:BPJS(?:TK)?|Jaminan Sosial|BPJamsostek|BPJAMSOSTEK|Jamsostek|Dewan Pengawas|Dewas|DJSN)\b|"
    r"(?:Wakil Ketua|Ketua|Anggota) (?:Komisi|DPR RI)\b(?!.*\bDPRD\b)|"
    r"(?:Wakil )?(?:Menteri|Menko)\b|(?:Wakil )?Presiden\b|Menaker|Wamenaker|"
    r"(?:Sekretaris|Direktur|Inspektur) Jendera?l\b|(?:Sek|Dir|Ir)jen\b|Staf (?:Ahli|Khusus) (?:Menteri|Presiden)\b|"
    r"(?:Asisten )?Deputi\b|Asdep\b|Direktur Eksekutif\b|"
    r"(?!Kepala Kantor\b).*\b(?:Kementerian|Kemnaker|Kemen[a-z]{2,}|KKP|Bappenas|BP2MI|KP2MI)\b"
)
_OF_PLACE = re.compile(
    r"\b(?:Wilayah|Cabang|Kanwil|Provinsi|Kabupaten|Kota|"
    r"(?<!Pembangunan )(?<!Otonomi )(?<!Keuangan )(?<!Pemerintahan )Daerah)\b"  # directorates of the ministry
)
_AGENCY_ACTS = re.compile(
    r"\b(?:BPJS (?:Ketenagakerjaan|TK|Naker)|BPJS-?TK|BP ?[Jj]amsostek|BPJAMSOSTEK|PT Jamsostek(?: \(Persero\))?|"
    r"Badan Penyelenggara Jaminan Sosial(?: \(BPJS\))? Ketenagakerjaan)"
    r"(?: (?:\([^()\n]{2,30}\)|(?:atau|alias) BP ?\w+))?"
    r"(?: (?:sendiri|telah|sudah|juga|terus|akan|kembali|berhasil|mampu|optimistis|ingin))* "
    r"(?:mencatat\w*|menargetkan|membidik|mematok|mengincar|mengejar|melaporkan|membukukan|mengklaim|menyatakan|"
    r"menyebut\w*|memastikan|memproyeksikan|mengungkap\w*|menambah|melindungi|memiliki|menghimpun|menjaring|mengelola)\b"
)
_WHO_GOVERNS = (
    r"(?:pemerintah pusat|presiden|wapres|wakil presiden|menaker|kemnaker|kementerian ketenagakerjaan|"
    r"menteri (?:ketenagakerjaan|koordinator)|menko|bappenas|djsn|dewan jaminan sosial nasional)"
)
_CENTRAL = re.compile(  # "Presiden menargetkan 62 persen", "target yang diberikan Presiden, yakni 62 persen"
    rf"\bpemerintah pusat\b|\b{_WHO_GOVERNS}\b(?: [\w.]+){{0,5}}? "
    r"(?:menargetkan|mematok|menetapkan|menugas(?:kan|i)|meminta|mencanangkan|menginginkan|mengamanatkan|"
    r"memerintahkan|menginstruksikan|memberi(?:kan)? (?:target|tugas))\b|"
    r"\b(?:ditargetkan|dipatok|ditetapkan|ditugas(?:kan|i)|diminta|dicanangkan|diamanatkan|diperintahkan|"
    r"diberi(?:kan)?(?: (?:target|tugas))?|target|amanat|mandat) (?:oleh |dari )?"
    rf"{_WHO_GOVERNS}\b"
)
_GOVERNMENT = re.compile(
    r"\bpemerintah(?: indonesia)? (?:telah |sudah |sendiri |juga )?(?:menargetkan|mematok|membidik)\b"
)
_HALF_THE_EMPLOYERS = 500_000
_SMALL, _LARGE = 10_000, 100_000  # people, more than a report on some workers of a place or of the capital counts
_LONG_PLAN = "2045"  # when the nation's plan ends
_OURS = re.compile(
    r"\b(?:kita|kami|daerah|provinsi|kabupaten|kota|pem(?:kab|kot|prov|da)|kepada|setempat|rpjpd|kantor|cabang)\b"
)


def of_nation(speaker: Official) -> bool:
    """A director or supervisor of the agency, a minister: without a place they speak of the nation."""
    position = speaker.position or ""
    if speaker.region or not _HEADS.match(position) or _OF_PLACE.search(position):
        return False
    return entry(position.rpartition(" ")[2]) is None  # "Asisten Deputi BPJS Ketenagakerjaan Sumbagut"


class Nation:
    """What a document says that makes it one on the nation, each looked up once."""

    def __init__(self, context: Context) -> None:
        """Reads nothing yet."""
        self._context = context

    @cached_property
    def speaks_alone(self) -> bool:
        """Whether all who are named with an office speak for the nation: a director of the agency, a minister.

        Who is only on a photo does not speak.
        """
        told = [row.value for row in self._context.of("OFFICIAL") if not in_caption(row.start, self._context)]
        return bool(told) and all(isinstance(row, Official) and of_nation(row) for row in told)

    @cached_property
    def is_counted(self) -> bool:
        """Whether it counts more workers than any province has."""
        return any(
            isinstance(row.value, Quantity)
            and row.value.unit in ("workers", None)
            and row.value.value >= TENS_OF_MILLIONS
            for row in self._context.of("COUNT")
        )

    @cached_property
    def is_named(self) -> bool:
        """Whether it names a national agency or its head, or counts more workers than any province has."""
        return any(cue.kind == "agency.national" for cue in self._context.cues) or self.is_counted

    def is_meant(self, cluster: Cluster) -> bool:
        """``JAKARTA - BPJS Ketenagakerjaan membidik 2,4 juta pekerja``: the agency acts, and no other place is named.

        A dateline elsewhere, or somebody with an office there, may be whose number it is; under a dateline of the
        capital alone a rate or a large number is the nation's.
        """
        value = cluster.slots[0].quantity.value
        if self._is_elsewhere:
            return False
        if self._agency_acts:
            return cluster.has_percent or value >= _SMALL
        return self._is_in_capital and (cluster.has_percent or value >= _LARGE)

    @cached_property
    def _places(self) -> list[Place]:
        rows = (row for row in self._context.of("REGION") if not in_caption(row.start, self._context))
        places = (row.value for row in rows if isinstance(row.value, Place))
        return [place for place in places if place.level not in ("national", "country")]

    @cached_property
    def _is_elsewhere(self) -> bool:
        officials = (row.value for row in self._context.of("OFFICIAL"))
        return not (
            all(is_of_capital(place) for place in self._places)
            and all(isinstance(row, Official) and of_nation(row) for row in officials)
        )

    @cached_property
    def _is_in_capital(self) -> bool:
        return any(place.level == "province" for place in self._places)

    @cached_property
    def _agency_acts(self) -> bool:
        return _AGENCY_ACTS.search(self._context.text) is not None


def only_a_nation(cluster: Cluster, decision: Decision) -> bool:
    """Ten million members, thirty million workers are more than any province has (about nine and 25 million).

    So are half a million employers among the members: the nation has not a million of them.
    """
    least = 3 * TENS_OF_MILLIONS if decision.kind in ("denominator", "gap") else TENS_OF_MILLIONS
    for slot in cluster.slots:
        unit, value = slot.quantity.unit or decision.unit, slot.quantity.value
        if unit in ("workers", None) and value >= least:
            return True
        if unit == "companies" and decision.kind == "achieved" and value >= _HALF_THE_EMPLOYERS:
            return True
    return False


def of_central_government(cluster: Cluster, decision: Decision, context: Context) -> bool:
    """``Presiden menargetkan 62 persen``, ``Pemerintah menargetkan 99 persen pada 2045``: aimed at for the nation.

    What the centre asks of ``kita`` or of a kabupaten is that place's own target.
    """
    span = (cluster.left_start, cluster.start)
    found = _CENTRAL.search(context.low, *span)
    if found is not None and found[0] == "pemerintah pusat":
        return True
    large = cluster.has_percent or cluster.slots[0].quantity.value >= 1_000_000
    if decision.kind != "target" or not large or _OURS.search(context.low, *span):
        return False
    if found is not None:
        return True
    sentence = cluster.sentence
    return bool(_GOVERNMENT.search(context.low, *span)) and _LONG_PLAN in context.text[sentence.start : sentence.end]
