"""One stretch of sound on its way to the loudspeaker, and which moment of it is heard now."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Iterator
from typing import Any

import numpy as np

from sayback.audio.samples import Audio, Samples
from sayback.audio.tempo import resample, tempo_pieces

_AHEAD_S = 1.0
_HISTORY_BLOCKS = 1024


class Playout:
    """What the output callback takes its samples from.

    The callback's thread alone calls `fill`, the player's thread alone `prepare` and
    `produce`; the rest may be read from any thread.

    Parameters
    ----------
    audio : Audio
        The whole sound.
    start_s, end_s : float
        The stretch to play, in seconds of the sound; None for its end.
    speed : float
        0.5 to 2; the pitch stays.
    """

    def __init__(self, audio: Audio, *, start_s: float, end_s: float | None, speed: float) -> None:
        self.audio = audio
        self.end_s = audio.duration_s if end_s is None else min(end_s, audio.duration_s)
        self.start_s = min(max(0.0, start_s), self.end_s)
        self.speed = speed
        self.paused = False
        self._rate_hz = audio.sample_rate_hz
        self._pieces: Iterator[Samples] | None = None
        self._waiting: deque[Samples] = deque()
        self._waiting_frames = 0
        self._all_made = False
        self._frames = 0
        self._ends_at_s = math.inf
        self._heard: deque[tuple[float, float, float]] = deque(maxlen=_HISTORY_BLOCKS)

    def prepare(self, stream_rate_hz: int) -> None:
        """Bring the stretch to the rate of the device."""
        rate_hz = self.audio.sample_rate_hz
        first, last = round(self.start_s * rate_hz), round(self.end_s * rate_hz)
        stretch = Audio(self.audio.samples[first:last], rate_hz)
        self._rate_hz = stream_rate_hz
        samples = resample(stretch, stream_rate_hz).samples
        self._pieces = tempo_pieces(samples, stream_rate_hz, self.speed)

    @property
    def is_prepared(self) -> bool:
        """Whether `prepare` was called."""
        return self._pieces is not None

    def produce(self) -> None:
        """Keep a second of sound ready; returns soon."""
        while (
            self._pieces is not None
            and not self._all_made
            and self._waiting_frames < _AHEAD_S * self._rate_hz
        ):
            piece = next(self._pieces, None)
            if piece is None:
                self._all_made = True
                return
            self._waiting_frames += len(piece)
            self._waiting.append(piece)

    def fill(self, out: Any, heard_at_s: float) -> None:
        """Fill a block of shape (n, channels); it will be heard at a moment of the clock."""
        written = 0
        while not self.paused and written < len(out) and self._waiting:
            piece = self._waiting[0]
            taken = piece[: len(out) - written]
            out[written : written + len(taken)] = taken[:, np.newaxis]
            written += len(taken)
            if len(taken) == len(piece):
                self._waiting.popleft()
            else:
                self._waiting[0] = piece[len(taken) :]
        out[written:] = 0
        if written:
            self._waiting_frames -= written
            self._heard.append((heard_at_s, self._position_s(), written / self._rate_hz))
            self._frames += written
        if self._all_made and not self._waiting and math.isinf(self._ends_at_s):
            self._ends_at_s = heard_at_s + written / self._rate_hz

    def _position_s(self) -> float:
        return min(self.end_s, self.start_s + self._frames / self._rate_hz * self.speed)

    @property
    def position_s(self) -> float:
        """The moment of the sound that is heard now."""
        now_s = time.monotonic()
        for heard_at_s, position_s, length_s in reversed(list(self._heard)):
            if heard_at_s <= now_s:
                since_s = min(now_s - heard_at_s, length_s)
                return min(self.end_s, position_s + since_s * self.speed)
        return self.start_s

    @property
    def has_ended(self) -> bool:
        """Whether the last sample has been heard."""
        return time.monotonic() >= self._ends_at_s
