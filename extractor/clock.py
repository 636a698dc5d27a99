"""The only place that asks what time it is; for the faces, never for a stage."""

from __future__ import annotations

from datetime import datetime, timezone


def now() -> datetime:
    """Now, in UTC."""
    return datetime.now(timezone.utc)


def utc(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC, to the second: ``2025-01-31T08:00:00Z``."""
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def utc_now() -> str:
    """Now, as ``utc`` writes it."""
    return utc(now())
