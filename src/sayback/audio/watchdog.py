"""Whether a source still delivers: a suspended or lost device reports nothing by itself."""

from __future__ import annotations

import time

STALLED_AFTER_S = 1.0
"""Blocks come every 11 ms, at worst 80 ms on a busy machine; after this none is coming."""
_WAKING_S = 3.0
"""A sleeping headset or sound system needs up to 2 s before its first block."""
_CHECK = "check that it is plugged in, switched on and allowed"


class Watchdog:
    """Watches the time since the last block."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._since_s = time.monotonic()
        self.has_heard = False
        """Whether any block has come."""

    def heard(self, at_s: float) -> None:
        """Note a block, from the source's callback."""
        self._since_s = at_s
        self.has_heard = True

    @property
    def is_arriving(self) -> bool:
        """Whether blocks come."""
        return self.has_heard and time.monotonic() - self._since_s < STALLED_AFTER_S

    @property
    def stalled_s(self) -> float:
        """Seconds without a block, once they are too many."""
        return 0.0 if self.is_arriving else time.monotonic() - self._since_s

    @property
    def problem(self) -> str:
        """One sentence for the user; empty while blocks come, or may still come."""
        if self.is_arriving:
            return ""
        if self.has_heard:
            return f"No sound comes from “{self._name}” any more; {_CHECK}."
        waking = time.monotonic() - self._since_s < _WAKING_S
        return "" if waking else f"No sound comes from “{self._name}”; {_CHECK}."
