"""The last second of sound, so that an answer can begin before its key press."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from sayback.audio.level import Block

_KEPT_S = 1.0


@dataclass(frozen=True, slots=True)
class SpokenBlock:
    """A block with its times of `time.monotonic`."""

    samples: Block
    arrived_s: float
    """When it came out of the device."""
    spoken_s: float
    """When its last sample was spoken."""


class Ring:
    """Blocks of the last second, or since a moment that somebody still needs."""

    def __init__(self) -> None:
        self._blocks: deque[SpokenBlock] = deque()
        self.needed_from_s: float | None = None
        """Set while a take's file is being made, on a disk that may have to wake up first."""

    def add(self, block: SpokenBlock) -> None:
        """Keep a block and forget those that are too old."""
        self._blocks.append(block)
        keep_from_s = block.spoken_s - _KEPT_S
        if self.needed_from_s is not None:
            keep_from_s = min(keep_from_s, self.needed_from_s)
        while self._blocks[0].spoken_s < keep_from_s:
            self._blocks.popleft()

    def clear(self) -> None:
        """Forget everything."""
        self._blocks.clear()

    def __iter__(self) -> Iterator[SpokenBlock]:
        return iter(self._blocks)
