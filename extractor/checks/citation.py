"""Citations against the register of regulations.

A regulation that the register does not hold is not called wrong; one that carries the title of another is.
"""

from __future__ import annotations

from collections import defaultdict

from extractor.checks.ids import finding
from extractor.checks.material import Material
from extractor.model import Finding, Regulation
from extractor.regulations import Entry, by_title, is_local, lookup, same_title, whole_title

# Ministries give the same title to a new regulation every year; these types do not.
_TITLED_ONCE = frozenset({"UU", "Perppu", "PP", "Perpres", "Keppres", "Inpres"})


def check(material: Material) -> list[Finding]:
    """One finding per regulation and title; a mention without a title belongs to the first that has one."""
    cited: dict[str, dict[str | None, list[str]]] = defaultdict(lambda: defaultdict(list))
    regulations: dict[str, Regulation] = {}
    for mention in material.mentions:
        if isinstance(mention.value, Regulation):
            identity = f"{mention.value.id} {mention.value.issuer or ''}"
            cited[identity][mention.value.title].append(mention.id)
            regulations[mention.id] = mention.value
    found = []
    for titles in cited.values():
        if len(titles) > 1 and (untitled := titles.pop(None, None)):
            next(iter(titles.values())).extend(untitled)
        found += [_check_one(material.document.id, regulations[ids[0]], ids) for ids in titles.values()]
    return found


def _check_one(document: str, cited: Regulation, subjects: list[str]) -> Finding:
    entry = lookup(cited.type, cited.number, cited.year, cited.issuer)
    owners = _owners(cited, entry) if cited.title else ()
    if entry and (cited.title is None or entry.title is None):
        return finding(document, "citation", "agrees", subjects, f"{entry.id} is in the register")
    if entry and cited.title and not owners and same_title(cited.title, entry):
        return finding(
            document, "citation", "agrees", subjects, f"{entry.id} is registered as {entry.title!r}",
            expected=entry.title, found=cited.title,
        )  # fmt: skip
    if owners and (entry or _is_slip(cited, owners[0])):
        return _disagrees(document, cited, entry, owners, subjects)
    return _unchecked(document, cited, entry, owners, subjects)


def _owners(cited: Regulation, entry: Entry | None) -> tuple[Entry, ...]:
    """Other regulations that the printed title names in full, when the cited one's own title is not it."""
    title = cited.title or ""
    if entry and whole_title(title, entry):
        return ()
    of_other_types = [other for other in by_title(title) if other.type != cited.type]
    found = [other for other in by_title(title, cited.type) if other.id != cited.id]
    found += [o for o in of_other_types if (o.number, o.year) == (cited.number, cited.year)]
    return tuple(sorted(found, key=lambda other: -_likeness(cited, other)))


def _likeness(cited: Regulation, other: Entry) -> int:
    return 2 * (other.number == cited.number) + (other.year == cited.year) + (other.type == cited.type)


def _is_slip(cited: Regulation, other: Entry) -> bool:
    """Type, number and year differ in one only: a misprint of the other, not a new regulation like it."""
    if cited.type not in _TITLED_ONCE and other.type == cited.type:
        return False
    same = [other.number == cited.number, other.year == cited.year, other.type == cited.type]
    return sum(same) == len(same) - 1


def _disagrees(
    document: str, cited: Regulation, entry: Entry | None, owners: tuple[Entry, ...], subjects: list[str]
) -> Finding:
    message = f"{cited.id} is cited with the title of {owners[0].id}, {owners[0].title!r}"
    if entry and entry.title:
        message += f"; {entry.id} is registered as {entry.title!r}"
    return finding(document, "citation", "disagrees", subjects, message, expected=owners[0].id, found=cited.id)


def _unchecked(
    document: str, cited: Regulation, entry: Entry | None, owners: tuple[Entry, ...], subjects: list[str]
) -> Finding:
    if entry:
        reason = f"the printed title is not the registered one, {entry.title!r}; it may be a description"
    elif cited.year is None and "/" not in (cited.number or ""):
        reason = "no year is printed"
    elif is_local(cited.type) and cited.issuer is None:
        reason = "the text does not say whose it is"
    else:
        reason = "not in the register"
        if owners:
            reason += f", which knows this title as that of {owners[0].id}"
    return finding(
        document, "citation", "unchecked", subjects, f"{cited.id}: {reason}", found=cited.title, reason=reason
    )
