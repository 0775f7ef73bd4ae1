"""Losses: frames against the clock, whatever the unevenness of their arrival."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.audio.losses import LossMeter

BLOCK_S = 512 / 48_000


def feed(meter, arrivals):
    for arrived_s in arrivals:
        meter.add(arrived_s, BLOCK_S)


def steady(first, count, *, start_s=50.0):
    return [start_s + (first + i) * BLOCK_S for i in range(count)]


def test_nothing_is_lost_by_a_steady_source():
    meter = LossMeter()
    feed(meter, steady(0, 1000))
    assert meter.lost_s == 0


@given(st.integers(0, 10_000), st.floats(0, 0.08))
def test_nothing_is_lost_by_jitter_of_a_busy_machine(seed, jitter_s):
    chance = random.Random(seed)
    late = [at + chance.uniform(0, jitter_s) for at in steady(0, 600)]
    meter = LossMeter()
    feed(meter, sorted(late))
    # The smallest delay of half a second still varies where jitter is large.
    assert meter.lost_s <= 0.03


def test_two_clocks_that_differ_by_500_millionths_lose_nothing():
    meter = LossMeter()
    feed(meter, [at * 1.0005 for at in steady(0, 60_000)])
    assert meter.lost_s == 0


@pytest.mark.parametrize("gap_s", [0.05, 0.8, 10.0])
def test_a_gap_is_told_a_tenth_of_a_second_after_it(gap_s):
    meter = LossMeter()
    feed(meter, steady(0, 300))
    feed(meter, [at + gap_s for at in steady(300, 60)])
    assert meter.lost_s == pytest.approx(gap_s, abs=0.001)
    feed(meter, [at + gap_s for at in steady(360, 300)])
    assert meter.lost_s == pytest.approx(gap_s, abs=0.001)


def test_gaps_add_up():
    meter = LossMeter()
    for number in range(4):
        feed(meter, [at + 0.3 * number for at in steady(300 * number, 300)])
    assert meter.lost_s == pytest.approx(0.9, abs=0.001)


def test_blocks_that_come_late_all_at_once_are_not_lost():
    meter = LossMeter()
    feed(meter, steady(0, 300))
    stalled_until_s = 50.0 + 600 * BLOCK_S
    feed(meter, [stalled_until_s] * 300)
    feed(meter, steady(600, 300))
    assert meter.lost_s == 0


def test_a_pause_is_no_loss_and_forgets_none():
    meter = LossMeter()
    feed(meter, steady(0, 300))
    feed(meter, [at + 1.0 for at in steady(300, 30)])
    meter.restart()
    feed(meter, [at + 60.0 for at in steady(330, 300)])
    assert meter.lost_s == pytest.approx(1.0, abs=0.001)
