"""Single key presses in a plain terminal, without waiting and without echo."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ENTER = "\r"


class Keys:
    """Gives the keys that were pressed, one by one."""

    def pressed(self) -> str:
        """Return the next key, Enter as ENTER; empty if there is none."""
        return ""


@contextmanager
def listening() -> Iterator[Keys]:
    """Listen to the keyboard; without a terminal no key is ever pressed.

    Ctrl-C still interrupts, and the terminal is as before when the block is left.
    """
    if not sys.stdin.isatty():
        yield Keys()
    else:
        with _keyboard() as keys:
            yield keys


if sys.platform != "win32":
    import select
    import termios
    import tty

    class _UnixKeys(Keys):
        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor
            self._typed = ""

        def pressed(self) -> str:
            if not self._typed and select.select([self._descriptor], [], [], 0)[0]:
                self._typed = os.read(self._descriptor, 64).decode(errors="ignore")
            key, self._typed = self._typed[:1], self._typed[1:]
            return key.replace("\n", ENTER)

    @contextmanager
    def _keyboard() -> Iterator[Keys]:
        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        try:
            tty.setcbreak(descriptor)
            yield _UnixKeys(descriptor)
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

else:
    import msvcrt

    class _WindowsKeys(Keys):
        def pressed(self) -> str:
            return msvcrt.getwch() if msvcrt.kbhit() else ""

    @contextmanager
    def _keyboard() -> Iterator[Keys]:
        yield _WindowsKeys()
