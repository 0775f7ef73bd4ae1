"""WriterThread: blocks from the device's callback, and work between them, one after another."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from sayback.audio.level import Block

T = TypeVar("T")
_Item = tuple[float, Block] | Callable[[], None] | None
"""A block with the time at which it came, work, or the end."""


class WriterThread:
    """One thread that everything goes through, in order.

    Parameters
    ----------
    handle : callable
        Called on the thread with each block and when it came, by `time.monotonic`.
    """

    def __init__(self, handle: Callable[[float, Block], None]) -> None:
        self._handle = handle
        self._queue: queue.SimpleQueue[_Item] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether it was started and not stopped since."""
        return self._thread is not None

    def start(self) -> None:
        """Begin to handle what was put."""
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Handle what was put before, then end."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def put(self, arrived_s: float, block: Block) -> None:
        """Hand over a block; returns at once."""
        self._queue.put((arrived_s, block))

    def do(self, work: Callable[[], T]) -> T:
        """Run `work` on the thread, after all blocks that came before, and return its result."""
        result: Future[T] = Future()

        def run() -> None:
            try:
                result.set_result(work())
            except BaseException as error:
                result.set_exception(error)

        self._queue.put(run)
        return result.result()

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            if callable(item):
                item()
            else:
                self._handle(*item)
