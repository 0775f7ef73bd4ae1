"""A microphone that was lost is opened anew; one that only rests is left alone."""

from __future__ import annotations

import time

import numpy as np
import pytest

from sayback.audio import revival
from sayback.audio.recorder import Recorder
from sayback.errors import DeviceError

RATE_HZ = 8_000
BLOCK = np.zeros(80, np.int16)


class LosableMicrophone:
    """Delivers when told to; while it is away it can't be opened."""

    name, is_live, sample_rate_hz = "losable microphone", True, RATE_HZ

    def __init__(self) -> None:
        self.opened, self.is_away = 0, False
        self._on_block = None

    def start(self, on_block) -> None:
        self.opened += 1
        if self.is_away:
            raise DeviceError("There is no microphone.")
        self._on_block = on_block

    def cue(self) -> None:
        pass

    def stop(self) -> None:
        self._on_block = None

    def deliver(self) -> None:
        if self._on_block is not None:
            self._on_block(BLOCK)


@pytest.fixture
def microphone():
    return LosableMicrophone()


@pytest.fixture
def recorder(microphone, monkeypatch):
    """A recorder that looks after its microphone much more often than in life."""
    monkeypatch.setattr(revival, "_LOOKS_EVERY_S", 0.005)
    monkeypatch.setattr(revival, "_AGAIN_S", 0.01)
    monkeypatch.setattr(revival, "AFTER_S", 1.01)
    monkeypatch.setattr(revival, "rescan", lambda: True)
    recorder = Recorder(microphone)
    recorder.open()
    yield recorder
    recorder.close()


def test_a_lost_microphone_goes_on_in_the_same_take_once_it_is_back(
    recorder, microphone, tmp_path, eventually
):
    microphone.deliver()
    recorder.wait_until_ready()
    recorder.start(tmp_path / "take.wav", pre_roll_s=0.0)
    microphone.is_away = True
    eventually(lambda: microphone.opened >= 3)
    assert "the answer goes on once it is back" in recorder.status().problem

    microphone.is_away = False
    before = microphone.opened
    eventually(lambda: microphone.opened > before)

    def heard_again() -> bool:
        microphone.deliver()
        return recorder.status().elapsed_s > 0.1

    eventually(heard_again)
    assert recorder.status().problem == ""
    assert recorder.finish().problem == ""


def test_a_microphone_that_delivers_is_never_opened_again(recorder, microphone):
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        microphone.deliver()
        time.sleep(0.002)

    assert microphone.opened == 1


def test_a_microphone_that_never_spoke_is_left_to_wake_up(recorder, microphone, monkeypatch):
    monkeypatch.setattr(revival, "AFTER_S", 0.0)
    time.sleep(0.1)

    assert microphone.opened == 1
