"""OneSound: what was asked for last is what is heard, and it alone."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from sayback.audio.samples import Audio
from sayback.tui.one_sound import OneSound
from sayback.tui.session import Session
from tests.tui.stage import Stage, silence

SLOW, QUICK = Path("slow.wav"), Path("quick.wav")


@pytest.fixture
def reading(tmp_path):
    """A world in which one recording takes as long to read as the test wants."""
    stage, begun, go = Stage(tmp_path), threading.Event(), threading.Event()

    def decode(path: Path) -> Audio:
        if path == SLOW:
            begun.set()
            go.wait(10)
        return silence(9)

    stage._decode = decode
    one = OneSound(Session(stage.services()))
    thread = threading.Thread(target=one.play, args=(SLOW, 5.0))
    thread.start()
    assert begun.wait(10)

    def finish() -> None:
        go.set()
        thread.join(10)

    return stage, one, finish


def test_an_older_choice_that_is_read_later_is_not_played(reading):
    stage, one, finish = reading
    one.play(QUICK, 3.0)
    finish()

    (sound,) = stage.sounds
    assert [start_s for start_s, _ in sound.played] == [2.6]


def test_what_is_still_being_read_as_silence_is_wanted_stays_silent(reading):
    stage, one, finish = reading
    one.stop()
    finish()

    assert stage.sounds == []


def test_what_is_read_after_the_end_is_closed_unheard(reading):
    stage, one, finish = reading
    one.end()
    finish()

    assert [(sound.played, sound.closed) for sound in stage.sounds] == [([], True)]
