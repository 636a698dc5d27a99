"""``dataclass`` for values that are made by the hundred: frozen to the type checker, quick to make when run.

A frozen data class sets every field through ``object.__setattr__``, to be able to refuse assignments while the
program runs. That takes three times as long as setting them, a twentieth of the time of a document. ``mypy
--strict`` refuses the same assignments before the program runs; ``python -X dev`` goes on refusing them at run time.
"""

from __future__ import annotations

import dataclasses
import sys
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen: bool, slots: bool = False) -> Any:
        """``dataclasses.dataclass``; equal values have equal hashes, as those of frozen classes have."""
        checked = frozen and sys.flags.dev_mode
        return dataclasses.dataclass(frozen=checked, slots=slots, unsafe_hash=frozen)

    @cache
    def _shape(kind: type) -> tuple[attrgetter, dict[str, int]]:
        names = [field.name for field in dataclasses.fields(kind)]
        return attrgetter("__class__", *names), {name: place for place, name in enumerate(names)}

    def replace(value: Any, /, **changes: Any) -> Any:
        """``dataclasses.replace`` at a quarter of its time: all fields are read at once, not one by one."""
        read, places = _shape(type(value))
        kind, *fields = read(value)
        for name, change in changes.items():
            fields[places[name]] = change
        return kind(*fields)
