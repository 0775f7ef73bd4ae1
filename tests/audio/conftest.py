"""Sound whose every sample is known, a microphone that says what a test wants, and its clock."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from sayback.audio.recorder import Recorder

RATE_HZ = 8_000
BLOCK = 80
BLOCK_S = BLOCK / RATE_HZ


class Clock:
    """A monotonic clock that only moves when told to, or when somebody sleeps."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now_s = 1000.0

    def monotonic(self) -> float:
        return self._now_s

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self._now_s += seconds
        time.sleep(0.0002)  # the recorder's threads run on the real clock


class CountingMicrophone:
    """Says 0, 1, 2, …: each sample tells when it was spoken, for 8 s (then 16 bits are over)."""

    name = "counting microphone"
    is_live = True
    sample_rate_hz = RATE_HZ

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._on_block: Callable[[npt.NDArray[np.int16]], None] | None = None
        self.spoken = 0
        self.cues = 0
        self._held: list[npt.NDArray[np.int16]] = []

    def start(self, on_block: Callable[[npt.NDArray[np.int16]], None]) -> None:
        self._on_block = on_block

    def cue(self) -> None:
        self.cues += 1

    def stop(self) -> None:
        self._on_block = None

    def say(self, seconds: float) -> None:
        """Speak for a while of the clock's time."""
        self.say_in_bursts(seconds, blocks=1)

    def say_in_bursts(self, seconds: float, *, blocks: int) -> None:
        """Speak, and hand over so many blocks at a time."""
        for _ in range(round(seconds / BLOCK_S)):
            self._clock.sleep(BLOCK_S)
            counts = np.arange(self.spoken, self.spoken + BLOCK, dtype=np.uint16)
            self._held.append(counts.view(np.int16))
            self.spoken += BLOCK
            if len(self._held) >= blocks:
                self._hand_over()

    def _hand_over(self) -> None:
        assert self._on_block is not None
        for block in self._held:
            self._on_block(block)
        self._held.clear()

    def falls_silent(self, seconds: float) -> None:
        """Deliver nothing for a while, as a device that is suspended."""
        self._clock.sleep(seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in ("recorder", "watchdog", "take_file", "playout", "sample_clock"):
        monkeypatch.setattr(f"sayback.audio.{module}.time", clock)
    return clock


@pytest.fixture
def microphone(clock: Clock) -> CountingMicrophone:
    return CountingMicrophone(clock)


@pytest.fixture
def recorder(microphone: CountingMicrophone, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A recorder that leaves a silent microphone alone: only a real one can be opened anew."""
    monkeypatch.setattr("sayback.audio.revival.AFTER_S", math.inf)
    recorder = Recorder(microphone)
    yield recorder
    recorder.close()


@pytest.fixture
def take_path(tmp_path: Path) -> Path:
    return tmp_path / "2026-11-22" / "143205-dive-deep.wav"


@pytest.fixture
def counts_in() -> Callable[[Path], npt.NDArray[np.int64]]:
    """Read what the counting microphone said out of a WAV."""

    def read(path: Path) -> npt.NDArray[np.int64]:
        samples, _ = soundfile.read(path, dtype="int16")
        return np.asarray(samples, np.int16).view(np.uint16).astype(np.int64)

    return read


@pytest.fixture
def eventually() -> Callable[[Callable[[], bool]], None]:
    """Wait until something on another thread has come true."""

    def wait(is_true: Callable[[], bool], timeout_s: float = 10.0) -> None:
        deadline = time.monotonic() + timeout_s
        while not is_true():
            assert time.monotonic() < deadline, "it did not come true"
            time.sleep(0.002)

    return wait
