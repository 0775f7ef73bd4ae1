"""Hands blocks to whoever wants them, on a thread of its own, so that nobody delays the disk."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

from sayback.audio.level import Block

Listener = Callable[[Block], None]

_log = logging.getLogger(__name__)


class Listeners:
    """Calls every listener with every block, in order; one that raises is left out from then."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Block | threading.Event | None] = queue.SimpleQueue()
        self._listeners: tuple[Listener, ...] = ()
        self._thread: threading.Thread | None = None

    def add(self, listener: Listener) -> None:
        """Call `listener` from now on."""
        self._listeners = (*self._listeners, listener)

    def remove(self, listener: Listener) -> None:
        """Call `listener` no more."""
        self._listeners = tuple(each for each in self._listeners if each != listener)

    def start(self) -> None:
        """Start the thread."""
        self._thread = threading.Thread(target=self._run, name="listeners", daemon=True)
        self._thread.start()

    def put(self, block: Block) -> None:
        """Enqueue a block; never waits."""
        if self._listeners:
            self._queue.put(block)

    def drain(self, timeout_s: float) -> bool:
        """Wait until all that was put has been heard; False when that takes too long."""
        heard = threading.Event()
        self._queue.put(heard)
        return heard.wait(timeout_s)

    def stop(self) -> None:
        """End the thread after what was put; does not wait for a listener that hangs."""
        self._queue.put(None)
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=0.5)

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            if isinstance(item, threading.Event):
                item.set()
                continue
            for listener in self._listeners:
                try:
                    listener(item)
                except Exception:
                    _log.exception("A listener of the recorder failed and is left out")
                    self.remove(listener)
