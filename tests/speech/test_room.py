from __future__ import annotations

import numpy as np
import pytest

from sayback.speech.level import HOP_S, to_db
from sayback.speech.room import Room, estimate_room

PHRASE_FRAMES = 100
SILENT_FRAMES = 100


def bursts(fall_db_per_s: float, *, direct_db: float, count: int = 6) -> np.ndarray:
    """Phrases of constant power, each with the tail that the model says a room leaves."""
    dry = np.tile(np.r_[np.ones(PHRASE_FRAMES), np.zeros(SILENT_FRAMES)], count)
    keep = 10 ** (-fall_db_per_s * HOP_S / 10)
    feed = 10 ** (-direct_db / 10) * (1 - keep) / keep
    tail = np.zeros(len(dry))
    for frame in range(1, len(dry)):
        tail[frame] = keep * (tail[frame - 1] + feed * dry[frame - 1])
    return (dry + tail)[:, None] + 1e-9


def ends(count: int = 6) -> list[int]:
    return [number * (PHRASE_FRAMES + SILENT_FRAMES) + PHRASE_FRAMES for number in range(count)]


@pytest.mark.parametrize("rt60_s", [0.3, 0.4, 0.8])
def test_the_reverberation_time_is_read_off_the_ends_of_phrases(rt60_s: float) -> None:
    power = bursts(60 / rt60_s, direct_db=3.0)
    room = estimate_room(to_db(power.sum(axis=1)), power, ends=ends(), floor_db=-90.0)
    assert room is not None
    assert room.rt60_s == pytest.approx(rt60_s, rel=0.25)


def test_sound_that_stops_at_once_was_made_in_no_room() -> None:
    power = bursts(3000.0, direct_db=3.0)
    assert estimate_room(to_db(power.sum(axis=1)), power, ends=ends(), floor_db=-90.0) is None


def test_one_phrase_tells_too_little() -> None:
    power = bursts(150.0, direct_db=3.0, count=1)
    assert estimate_room(to_db(power.sum(axis=1)), power, ends=ends(1), floor_db=-90.0) is None


def test_the_tail_explains_what_the_room_added() -> None:
    power = bursts(150.0, direct_db=3.0)
    tail = Room(150.0, 3.0).tail(power)
    silent = slice(PHRASE_FRAMES + 2, PHRASE_FRAMES + 60)
    assert tail[silent, 0] == pytest.approx(power[silent, 0], rel=0.05)


def test_nothing_is_explained_before_there_was_a_sound() -> None:
    power = np.zeros((50, 2))
    power[25:] = 1.0
    assert Room(150.0, 3.0).tail(power)[:26].max() == 0.0
