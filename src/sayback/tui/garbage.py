"""Chooses when Python looks for garbage: never while something is recorded or shown.

A full search stops every thread for a tenth of a second, the microphone's too. It is about
cycles of objects that became old, which a program like this makes few of: they can wait until
nobody presses a key.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_NEVER = 1_000_000_000
_EVERY_S = 60.0
_IDLE_S = 4.0


class GarbageKeeper:
    """Puts full searches off until the user rests.

    Parameters
    ----------
    clock
        Seconds that only go up.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._key_s = clock()
        self._searched_s = clock()

    def begin(self) -> None:
        """Leave out what there is now, the program itself, and search no more by itself."""
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        gc.freeze()

    def key_pressed(self) -> None:
        """Take note that the user is busy."""
        self._key_s = self._clock()

    def search_if_idle(self) -> bool:
        """Search if it is time and the user rests; says whether."""
        now_s = self._clock()
        if now_s - self._searched_s < _EVERY_S or now_s - self._key_s < _IDLE_S:
            return False
        gc.collect()
        self._searched_s = self._clock()
        return True
