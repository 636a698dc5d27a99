"""``dataclass`` for values that are made by the hundred: frozen to the type checker, quick to make when run.

A frozen data class sets every field through ``object.__setattr__``, to be able to refuse assignments while the
program runs. That takes three times as long as setting them, a twentieth of the time of a document. ``mypy
--strict`` refuses the same assignments before the program runs; ``python -X dev`` goes on refusing them at run time.
"""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool = False) -> Any:
        """``dataclasses.dataclass``; equal values have equal hashes, as those of frozen classes have."""
        checked = frozen and sys.flags.dev_mode
        return dataclasses.dataclass(frozen=checked, slots=slots, unsafe_hash=frozen)
