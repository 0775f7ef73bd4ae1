"""HearingMeter: a microphone to try out; what is spoken is kept in memory alone. No screen."""

from __future__ import annotations

import numpy as np

from sayback.audio.level import Block
from sayback.audio.recorder import Recorder
from sayback.audio.recording import RecorderStatus
from sayback.audio.samples import Audio
from sayback.audio.sources import OnBlock, SoundSource

LONGEST_S = 10.0
"""Nothing more is remembered after so long."""


class HearingMeter:
    """Shows the level of a microphone, and lets people hear what it makes of them.

    Parameters
    ----------
    source
        A microphone, or a file in its place.
    """

    def __init__(self, source: SoundSource) -> None:
        self._source = _Overheard(source)
        self._recorder = Recorder(self._source)

    def open(self) -> None:
        """Open it; may take a second. Raises DeviceError."""
        self._recorder.open()

    def status(self) -> RecorderStatus:
        """Return the level of this moment."""
        return self._recorder.status()

    def close(self) -> None:
        """Let go of it, and forget."""
        self._recorder.close()
        self._source.kept = None

    def remember(self) -> None:
        """Keep in memory what is spoken from now on."""
        self._source.kept = []

    def remembered(self) -> Audio:
        """Return what was spoken since, and keep nothing of it."""
        blocks, self._source.kept = self._source.kept or [], None
        samples = np.concatenate([np.zeros(0, np.int16), *blocks]).astype(np.float32)
        samples /= 32768
        return Audio(samples, self._source.sample_rate_hz)


class _Overheard:
    """A source that also adds its blocks to a list while there is one."""

    def __init__(self, source: SoundSource) -> None:
        self._source = source
        self.name = source.name
        self.is_live = source.is_live
        self.kept: list[Block] | None = None

    @property
    def sample_rate_hz(self) -> int:
        """Rate of the blocks."""
        return self._source.sample_rate_hz

    def start(self, on_block: OnBlock) -> None:
        """Begin to deliver."""

        def both(block: Block) -> None:
            # In the callback of the device: nothing here may wait or fail.
            kept = self.kept
            if kept is not None and len(kept) * len(block) < LONGEST_S * self.sample_rate_hz:
                kept.append(block)
            on_block(block)

        self._source.start(both)

    def cue(self) -> None:
        """Pass it on."""
        self._source.cue()

    def stop(self) -> None:
        """Deliver nothing more."""
        self._source.stop()
