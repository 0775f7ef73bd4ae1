"""The sample clock: the true time of samples out of uneven arrivals."""

from __future__ import annotations

import random
from itertools import accumulate

import pytest

from sayback.audio.sample_clock import SampleClock

BLOCK_S = 512 / 48_000


def run(arrivals, *, clock=None):
    clock = clock or SampleClock()
    return [clock.spoken_s(arrived_s, BLOCK_S) for arrived_s in arrivals]


def on_time(count, *, first=0):
    return [100.0 + (first + i + 1) * BLOCK_S for i in range(count)]


def test_a_steady_source_is_taken_at_its_word():
    assert run(on_time(500)) == pytest.approx(on_time(500))


def test_late_blocks_do_not_move_the_samples():
    chance = random.Random(1)
    # A block that is held up holds up those behind it.
    late = list(accumulate((at + chance.choice([0, 0, 0, 0.03]) for at in on_time(500)), max))
    assert run(late)[100:] == pytest.approx(on_time(500)[100:], abs=0.001)


def test_bursts_of_six_are_spread_out():
    bursts = [on_time(600)[i // 6 * 6 + 5] for i in range(600)]
    assert run(bursts)[100:] == pytest.approx(on_time(600)[100:], abs=0.001)


def test_a_device_whose_clock_runs_fast_or_slow_is_followed():
    for drift in (0.9995, 1.0005):
        drifting = [100 + (at - 100) * drift for at in on_time(60_000)]
        assert run(drifting)[-1] == pytest.approx(drifting[-1], abs=0.002)


def test_after_a_loss_the_count_begins_anew():
    clock = SampleClock()
    run(on_time(300), clock=clock)
    later = [at + 3.0 for at in on_time(50, first=300)]
    assert run(later, clock=clock) == pytest.approx(later)


def test_a_file_in_fast_mode_is_spoken_when_it_comes():
    assert run([100.0 + 1e-5 * i for i in range(1000)]) == pytest.approx(
        [100.0 + 1e-5 * i for i in range(1000)]
    )


def test_an_empty_block_is_now_and_what_follows_counts_from_then():
    clock = SampleClock()
    run(on_time(300), clock=clock)
    assert clock.spoken_s(500.0, 0.0) == 500.0
    assert clock.spoken_s(500.1, BLOCK_S) == pytest.approx(500.1)
