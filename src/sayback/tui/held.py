"""Held: one open device, whoever opens it and whenever its owner goes. No screen."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

_log = logging.getLogger(__name__)


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
        self._closing = threading.Lock()
        self._thing: T | None = None
        self._dropped: list[T] = []
        self._ticket = 0
        self._has_ended = False

    @property
    def thing(self) -> T | None:
        """What is held, if anything; another thread may drop it at any time."""
        return self._thing

    def ticket(self) -> int:
        """Drop what is held, to be closed by `empty`, and let no older ticket count."""
        with self._lock:
            self._ticket += 1
            self._drop()
            return self._ticket

    def is_current(self, ticket: int) -> bool:
        """Whether what comes with this ticket is still wanted."""
        return ticket == self._ticket and not self._has_ended

    def put(self, ticket: int, thing: T, begin: Callable[[], None] | None = None) -> bool:
        """Hold this from now on; False where it came too late and was closed.

        What was held with the same ticket is closed. `begin` is called where it did not come too
        late, before anybody can close it; it must return at once.
        """
        with self._lock:
            closing: T | None = thing
            counts = self.is_current(ticket)
            if counts:
                closing = None if thing is self._thing else self._thing
                self._thing = thing
                if begin is not None:
                    begin()
        if closing is not None:
            _close(closing)
        return counts

    def empty(self) -> None:
        """Close what was dropped; waits until it is closed, whoever has begun to."""
        with self._closing:
            with self._lock:
                dropped, self._dropped = self._dropped, []
            for thing in dropped:
                _close(thing)

    def end(self) -> None:
        """Close what is held, without waiting, and whatever is put from now on."""
        with self._lock:
            self._has_ended = True
            self._drop()
        threading.Thread(target=self.empty, name="closing").start()

    def _drop(self) -> None:
        if self._thing is not None:
            self._dropped.append(self._thing)
        self._thing = None


def close_in_background(thing: Closable) -> None:
    """Close something that no screen should wait for; the program ends only after it."""
    threading.Thread(target=_close, args=(thing,), name="closing").start()


def _close(thing: Closable) -> None:
    try:
        thing.close()
    except Exception:
        # Nobody is left to be told, and the others must be closed all the same.
        _log.exception("%s can't be closed", type(thing).__name__)
