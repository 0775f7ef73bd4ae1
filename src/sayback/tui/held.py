"""Held: one open device, whoever opens it and whenever its owner goes. No screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """What keeps a device open until it is closed, which may take a moment."""

    def close(self) -> None:
        """Give the device back."""


T = TypeVar("T", bound=Closable)


class Held(Generic[T]):
    """Holds what a thread opens for a screen that may be gone, or want another, by then.

    A device that nobody closes stays open until the program ends, and the computer goes on
    saying that the microphone listens. So whoever opens one draws a ticket before and hands over
    what was opened with it; what comes with an old ticket, or after `end`, is closed at once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thing: T | None = None
        self._dropped: list[T] = []
        self._ticket = 0
        self._has_ended = False

    @property
    def thing(self) -> T | None:
        """What is held, if anything."""
        return self._thing

    def ticket(self) -> int:
        """Drop what is held, to be closed by `empty`, and let no older ticket count."""
        with self._lock:
            self._ticket += 1
            self._drop()
            return self._ticket

    def put(self, ticket: int, thing: T) -> bool:
        """Hold this from now on; False where it came too late and was closed."""
        with self._lock:
            counts = ticket == self._ticket and not self._has_ended
            if counts and thing is not self._thing:
                self._drop()
                self._thing = thing
        if not counts:
            thing.close()
        return counts

    def empty(self) -> None:
        """Close what was dropped, and wait until it is closed."""
        with self._lock:
            dropped, self._dropped = self._dropped, []
        for thing in dropped:
            thing.close()

    def end(self) -> None:
        """Close what is held, without waiting, and whatever is put from now on."""
        with self._lock:
            self._has_ended = True
            self._drop()
        in_background(self.empty)

    def _drop(self) -> None:
        if self._thing is not None:
            self._dropped.append(self._thing)
        self._thing = None


def in_background(close: Callable[[], None]) -> None:
    """Close something that no screen should wait for; the program ends only after it."""
    threading.Thread(target=close, name="closing").start()
