"""Playout: what comes out block by block, and which moment is heard when."""

from __future__ import annotations

import numpy as np
import pytest

from sayback.audio.playout import Playout
from sayback.audio.samples import Audio

RATE_HZ = 8_000
BLOCK = 80
BLOCK_S = BLOCK / RATE_HZ
LATENCY_S = 0.1
COUNTING = Audio(np.arange(4 * RATE_HZ, dtype=np.float32), RATE_HZ)


def prepared(audio=COUNTING, *, start_s=0.0, end_s=None, speed=1.0, stream_rate_hz=RATE_HZ):
    playout = Playout(audio, start_s=start_s, end_s=end_s, speed=speed)
    playout.prepare(stream_rate_hz)
    playout.produce()
    return playout


def pull(playout, clock, seconds):
    """Ask for blocks as a loudspeaker does, each heard 0.1 s later."""
    blocks = []
    for _ in range(round(seconds / BLOCK_S)):
        block = np.full((BLOCK, 1), np.nan, np.float32)
        playout.fill(block, clock.monotonic() + LATENCY_S)
        playout.produce()
        blocks.append(block[:, 0])
        clock.sleep(BLOCK_S)
    return np.concatenate(blocks)


def test_the_stretch_that_was_asked_for_comes_out_to_the_sample(clock):
    heard = pull(prepared(start_s=1.2345, end_s=2.5), clock, 2.0)
    expected = np.arange(9876, 20_000)
    np.testing.assert_array_equal(heard[: len(expected)], expected)
    assert not heard[len(expected) :].any()


def test_the_position_is_what_is_heard_not_what_was_handed_over(clock):
    playout = prepared(start_s=1.0)
    assert playout.position_s == 1.0
    pull(playout, clock, 0.05)
    assert playout.position_s == 1.0  # nothing has left the loudspeaker yet
    pull(playout, clock, 0.95)
    assert playout.position_s == pytest.approx(1.9, abs=1e-6)


def test_the_position_moves_between_blocks_too(clock):
    playout = prepared()
    pull(playout, clock, 1.0)
    clock.sleep(0.003)
    assert playout.position_s == pytest.approx(0.903, abs=1e-6)


def test_a_device_that_stalls_stops_the_position(clock):
    playout = prepared()
    pull(playout, clock, 1.0)
    clock.sleep(5.0)
    assert playout.position_s == pytest.approx(1.0)


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5, 2.0])
def test_at_another_speed_the_position_is_a_moment_of_the_sound(clock, speed):
    tone = Audio(np.sin(np.arange(8 * RATE_HZ) / 3).astype(np.float32), RATE_HZ)
    playout = prepared(tone, start_s=1.0, speed=speed)
    pull(playout, clock, 1.1)
    assert playout.position_s == pytest.approx(1.0 + speed, abs=1e-3)


def test_pause_keeps_the_place_to_the_sample(clock):
    playout = prepared()
    before = pull(playout, clock, 0.5)
    playout.paused = True
    assert not pull(playout, clock, 1.0).any()
    assert playout.position_s == pytest.approx(0.5)
    playout.paused = False
    after = pull(playout, clock, 0.5)
    assert after[0] == before[-1] + 1
    assert playout.position_s == pytest.approx(0.9)


def test_it_has_ended_when_the_last_sample_was_heard(clock):
    playout = prepared(end_s=0.5)
    pull(playout, clock, 0.5)
    assert not playout.has_ended
    pull(playout, clock, 0.09)
    assert not playout.has_ended
    pull(playout, clock, 0.02)
    assert playout.has_ended
    assert playout.position_s == 0.5


def test_nothing_to_play_ends_at_once(clock):
    playout = prepared(start_s=9.0)
    assert playout.start_s == 4.0
    pull(playout, clock, 0.12)
    assert playout.has_ended


def test_every_channel_of_the_device_gets_the_sound(clock):
    playout = prepared()
    block = np.zeros((BLOCK, 2), np.float32)
    playout.fill(block, clock.monotonic())
    np.testing.assert_array_equal(block[:, 0], block[:, 1])
    assert block[-1, 1] == BLOCK - 1


def test_a_device_with_another_rate_hears_the_same_moments(clock):
    tone = Audio(np.sin(np.arange(4 * RATE_HZ) / 3).astype(np.float32), RATE_HZ)
    playout = prepared(tone, end_s=1.0, stream_rate_hz=2 * RATE_HZ)
    pull(playout, clock, 1.0)  # a hundred blocks are half a second there
    assert playout.position_s == pytest.approx(0.5, abs=0.1)
    pull(playout, clock, 1.2)
    assert playout.has_ended


def test_a_long_sound_is_prepared_a_second_at_a_time():
    hour = Audio(np.zeros(600 * RATE_HZ, np.float32), RATE_HZ)
    playout = prepared(hour, speed=0.75)
    assert RATE_HZ <= playout._waiting_frames < 5 * RATE_HZ
