"""A microphone that is tried out: its level, and what was spoken, in memory alone."""

from __future__ import annotations

import numpy as np
import pytest

from sayback.tui.hearing import LONGEST_S, HearingMeter

RATE_HZ = 8000


class FakeMicrophone:
    """Delivers what a test lets somebody say."""

    name = "Headset"
    is_live = True
    sample_rate_hz = RATE_HZ

    def __init__(self) -> None:
        self.on_block = None

    def start(self, on_block) -> None:
        self.on_block = on_block

    def say(self, value: int, *, blocks: int = 1) -> None:
        for _ in range(blocks):
            self.on_block(np.full(512, value, np.int16))

    def cue(self) -> None:
        pass

    def stop(self) -> None:
        self.on_block = None


@pytest.fixture
def microphone():
    return FakeMicrophone()


@pytest.fixture
def meter(microphone):
    meter = HearingMeter(microphone)
    meter.open()
    yield meter
    meter.close()


def test_what_is_said_between_is_remembered_and_nothing_else(meter, microphone):
    microphone.say(1000)
    meter.remember()
    microphone.say(2000)
    microphone.say(-16384)
    heard = meter.remembered()
    microphone.say(3000)

    assert heard.sample_rate_hz == RATE_HZ
    assert np.array_equal(heard.samples, np.repeat([2000 / 32768, -0.5], 512).astype(np.float32))
    assert len(meter.remembered().samples) == 0


def test_it_does_not_grow_for_ever(meter, microphone):
    meter.remember()
    microphone.say(1, blocks=500)

    assert meter.remembered().duration_s == pytest.approx(LONGEST_S, abs=512 / RATE_HZ)


def test_a_closed_microphone_has_forgotten(meter, microphone):
    meter.remember()
    microphone.say(1000)
    meter.close()

    assert len(meter.remembered().samples) == 0
