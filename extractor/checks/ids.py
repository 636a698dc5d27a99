"""Identity of findings: the same arithmetic about the same claims is the same finding."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from extractor.model import Finding


def finding_id(document_id: str, check: str, subjects: Sequence[str], message: str) -> str:
    """Sixteen hexadecimal digits; running twice gives the same ones."""
    parts = (document_id, check, *sorted(subjects), message)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def finding(
    document_id: str,
    check: str,
    verdict: str,
    subjects: Sequence[str],
    message: str,
    *,
    expected: str | None = None,
    found: str | None = None,
    reason: str | None = None,
) -> Finding:
    """A finding with its id; subjects keep their order and appear once."""
    unique = tuple(dict.fromkeys(subjects))
    identity = finding_id(document_id, check, unique, message)
    return Finding(identity, check, verdict, unique, message, expected=expected, found=found, reason=reason)
