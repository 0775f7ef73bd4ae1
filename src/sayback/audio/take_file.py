"""One answer on its way to the disk: which blocks belong to it, its cuts and its losses."""

from __future__ import annotations

import time
from pathlib import Path

from sayback.audio.level import Block
from sayback.audio.losses import LossMeter
from sayback.audio.ring import SpokenBlock
from sayback.audio.wav import WavWriter, repair_wav
from sayback.errors import AudioError

SYNC_EVERY_S = 1.0


class TakeFile:
    """Takes blocks with the time they were spoken, and writes those that count.

    Times are of `time.monotonic`. All but `opens`, `shuts` and the plain figures belongs to
    the recorder's writer thread.

    Parameters
    ----------
    writer : WavWriter
        Where the sound goes.
    opens_at_s : float
        Begin of the answer.
    """

    def __init__(self, writer: WavWriter, opens_at_s: float) -> None:
        self.path: Path = writer.path
        self.frames = 0
        self.cuts: list[float] = []
        self.problem = ""
        self.began_at_s: float | None = None
        """When the first sample was spoken; None until there is one."""
        self._writer = writer
        self._gates = [(opens_at_s, True)]
        self._was_open = True
        self._losses = LossMeter()
        self._synced_at_s = time.monotonic()

    @property
    def elapsed_s(self) -> float:
        """Seconds on disk."""
        return self.frames / self._writer.sample_rate_hz

    @property
    def lost_s(self) -> float:
        """Seconds that the source did not deliver."""
        return self._losses.lost_s

    def opens(self, at_s: float) -> None:
        """From this moment on, sound counts."""
        self._gates.append((at_s, True))

    def shuts(self, at_s: float) -> None:
        """From this moment on, sound does not count."""
        self._gates.append((at_s, False))

    def is_open_at(self, moment_s: float) -> bool:
        """Whether what was spoken until a moment belongs to the take."""
        for at_s, is_open in reversed(self._gates):
            if moment_s > at_s:
                return is_open
        return False

    def add(self, block: SpokenBlock) -> bool:
        """Write a block if it belongs to the take; tell whether it was written."""
        samples = block.samples
        is_open = self.is_open_at(block.spoken_s)
        if is_open and not self._was_open:
            self._splice()
        self._was_open = is_open
        if not is_open or not len(samples) or self.problem:
            return False
        length_s = len(samples) / self._writer.sample_rate_hz
        if self.began_at_s is None:
            self.began_at_s = block.spoken_s - length_s
        self._losses.add(block.arrived_s, length_s)
        return self._write(samples)

    def _splice(self) -> None:
        self._losses.restart()
        if self.frames and self.elapsed_s not in self.cuts:
            self.cuts.append(self.elapsed_s)

    def _write(self, samples: Block) -> bool:
        try:
            self._writer.write(samples)
            self.frames += len(samples)
            now_s = time.monotonic()
            if now_s - self._synced_at_s >= SYNC_EVERY_S:
                self._synced_at_s = now_s
                self._writer.sync()
        except AudioError as error:
            self.problem = str(error)
            return False
        return True

    def close(self) -> float:
        """Finish the file; return its length in seconds, which is what fitted."""
        try:
            if not self.problem:
                self._writer.sync()
            return self._writer.close()
        except AudioError as error:
            self.problem = self.problem or str(error)
        try:
            return repair_wav(self.path)
        except AudioError:
            return self.elapsed_s

    def delete(self) -> None:
        """Close and remove the file."""
        self.close()
        self.path.unlink(missing_ok=True)
