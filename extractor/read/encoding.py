"""From bytes to characters: byte order marks, declared charsets, mixed encodings, mojibake."""

from __future__ import annotations

import codecs
import re
from unicodedata import category

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,40})""", re.I)
# What a browser reads these labels as (WHATWG Encoding Standard): plain ASCII and Latin-1 mean Windows-1252.
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
_WIDE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_UTF8_BYTES = re.compile(_WIDE)
_RUNS = re.compile(rb"(?:[\x00-\x7f]|" + _WIDE + rb")+|(?P<stray>.)", re.S)
# UTF-8 read as Windows-1252: a lead byte's character and the characters of its continuation bytes.
_TRAIL = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_MOJIBAKE = re.compile(f"[Â-ß][{_TRAIL}]|[à-ï][{_TRAIL}]{{2}}|[ð-ô][{_TRAIL}]{{3}}")
_LEAD = re.compile("[Â-ô]")  # both kinds of damage begin with one of these
_CUT_QUOTE = re.compile("â€(?:\ufffd|(?=[\\s.,;:!?)<]|$))")  # its third byte, 9D, has no Windows-1252 character


def decode(source: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of ``source`` and a note for every repair.

    ``declared`` is the charset of the HTTP header; a ``<meta charset>`` or XML declaration is read from the
    bytes. Order: byte order mark, UTF-16 without one, UTF-8, the declared charset, UTF-8 mixed with
    Windows-1252, Windows-1252, and as the last resort what charset-normalizer thinks.
    """
    text, notes = _decode(source, declared)
    text, repaired = _repair(text)
    if repaired:
        notes += (f"{repaired} doubly encoded characters repaired (UTF-8 read as Windows-1252)",)
    return text, notes


def _decode(source: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, name in _MARKS:
        if source.startswith(mark):
            return _lenient(source[len(mark) :], name)
    wide = _wide(source)
    if wide:
        text, notes = _lenient(source, wide)
        return text, (f"read as {wide.upper()} though no byte order mark says so", *notes)
    label = declared or _label(source)
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(source, label)
    if label and not source.isascii() and _codec(label) not in ("utf-8", None):
        return text, (f"declared {label}, but the bytes are UTF-8",)
    return text, ()


def _lenient(source: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    text = source.decode(name, "replace")
    lost = text.count("\ufffd")
    return text, (f"{lost} characters could not be decoded as {name.upper()}",) if lost else ()


def _wide(source: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a zero in nearly every second byte."""
    head = source[:2048]
    if len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _label(source: bytes) -> str | None:
    head = source[:4096]
    match = _DECLARED.search(head) if b"=" in head else None
    return match.group(1).decode("ascii") if match else None


def _codec(label: str) -> str | None:
    """Python's name of a declared charset, None when there is no such one."""
    try:
        name = codecs.lookup(_ALIASES.get(label.lower(), label)).name
    except LookupError:
        return None
    return name


def _legacy(source: bytes, label: str | None) -> tuple[str, tuple[str, ...]]:
    """Bytes that are not UTF-8."""
    codec = _codec(label) if label else None
    if codec and codec != "utf-8":
        try:
            return source.decode(codec), ()
        except UnicodeDecodeError:
            codec = None
    if _UTF8_BYTES.search(source):
        return _mixed(source)
    try:
        text = source.decode("cp1252")
    except UnicodeDecodeError:
        return _guess(source)
    return text, () if codec == "cp1252" else ("not UTF-8: read as Windows-1252",)


def _mixed(source: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with stray bytes of Windows-1252 among it (a quote pasted by an old editor)."""
    parts: list[str] = []
    strays = 0
    for match in _RUNS.finditer(source):
        if match.group("stray"):
            parts.append(match.group().decode("cp1252", "replace"))
            strays += 1
        else:
            parts.append(match.group().decode("utf-8", "replace"))
    return "".join(parts), (f"mixed encodings: {strays} bytes read as Windows-1252, the rest as UTF-8",)


def _guess(source: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(source).best()
    if best is None:
        return _lenient(source, "cp1252")
    return str(best), (f"encoding not declared: read as {best.encoding}",)


_UNWRITTEN = frozenset({"Sk", "Cn", "Co"})


def _repair(text: str) -> tuple[str, int]:
    """Undoes UTF-8 that was read as Windows-1252 and saved again, where the bytes prove it (twice)."""
    total = 0
    if text.isascii() or not _LEAD.search(text):
        return text, total
    for _ in range(2):
        text, count = _MOJIBAKE.subn(_undo, text)
        text, quotes = _CUT_QUOTE.subn("”", text)
        if not count + quotes:
            break
        total += count + quotes
    return text, total


def _undo(match: re.Match[str]) -> str:
    raw = b"".join(
        char.encode("latin-1") if "\x80" <= char <= "\x9f" else char.encode("cp1252") for char in match.group()
    )
    try:
        repaired = raw.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
    # a tone mark or an unassigned character proves nothing: no article was written with it
    return match.group() if any(category(char) in _UNWRITTEN for char in repaired) else repaired
