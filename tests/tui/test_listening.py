"""Playing one take: where the listener is, whatever is pressed."""

import pytest

from sayback.tui.listening import Listening
from tests.tui.stage import FakeSound, silence


@pytest.fixture
def sound() -> FakeSound:
    return FakeSound()


@pytest.fixture
def listening(sound) -> Listening:
    return Listening(sound, silence(60))


def test_play_starts_at_the_beginning_and_pauses_where_it_is(listening, sound):
    listening.toggle()
    sound.position_s = 7.5
    listening.toggle()

    assert sound.played == [(0.0, None)]
    assert (listening.is_playing, listening.position_s) == (False, 7.5)


def test_play_goes_on_after_a_pause_without_starting_anew(listening, sound):
    listening.toggle()
    listening.toggle()
    listening.toggle()

    assert listening.is_playing
    assert len(sound.played) == 1


def test_moving_while_playing_goes_on_playing(listening, sound):
    listening.toggle()
    sound.position_s = 20.0
    listening.move(-5)

    assert sound.played[-1] == (15.0, None)


def test_moving_while_silent_stays_silent_and_plays_from_there(listening, sound):
    listening.move(30)
    assert (listening.is_playing, listening.position_s) == (False, 30.0)

    listening.toggle()
    assert sound.played == [(30.0, None)]


def test_moving_stops_at_both_ends(listening):
    listening.move(-5)
    assert listening.position_s == 0.0
    listening.move(100)
    assert listening.position_s == 60.0


def test_at_the_end_play_starts_over(listening, sound):
    listening.toggle()
    sound.end(60.0)
    assert listening.position_s == 60.0

    listening.toggle()
    assert sound.played[-1] == (0.0, None)


def test_after_a_stretch_play_goes_on_to_the_end_of_the_take(listening, sound):
    listening.play_from(10.0, 12.0)
    sound.end(12.0)
    listening.toggle()

    assert sound.played == [(10.0, 12.0), (12.0, None)]


def test_a_stretch_that_was_paused_goes_on_to_the_end_of_the_take(listening, sound):
    listening.play_from(10.0, 12.0)
    sound.position_s = 11.0
    listening.toggle()
    listening.toggle()

    assert sound.played[-1] == (11.0, None)


def test_a_problem_is_told_once(sound):
    sound.problem = "The loudspeaker has gone silent."
    listening = Listening(sound, silence(1))

    assert [listening.take_problem() for _ in range(2)] == ["The loudspeaker has gone silent.", ""]


def test_another_speed_holds_for_what_is_played_now_and_next(listening, sound):
    listening.toggle()
    listening.change_speed(-1)
    assert (listening.speed, sound.speed) == (0.75, 0.75)

    listening.play_from(5.0)
    assert sound.speed == 0.75


def test_speeds_end_at_half_and_double(listening):
    listening.change_speed(-9)
    assert listening.speed == 0.5
    listening.change_speed(99)
    assert listening.speed == 2.0


def test_a_loop_starts_over_whenever_its_end_was_heard(listening, sound):
    listening.loop(10.0, 12.0)
    for _ in range(2):
        sound.end(12.0)
        listening.tick()

    assert sound.played == [(10.0, 12.0)] * 3
    assert listening.is_playing


def test_a_loop_that_was_paused_goes_on(listening, sound):
    listening.loop(10.0, 12.0)
    listening.toggle()
    listening.tick()
    listening.toggle()

    assert sound.played == [(10.0, 12.0)]
    assert listening.looped == (10.0, 12.0)


def test_the_end_of_a_loop_plays_on(listening, sound):
    listening.loop(10.0, 12.0)
    sound.position_s = 11.0
    listening.end_loop()

    assert sound.played[-1] == (11.0, None)
    assert listening.looped is None


def test_stretches_are_played_one_after_another_and_then_there_is_silence(listening, sound):
    listening.play_each([(1.0, 2.0), (5.0, 6.0)])
    sound.end(2.0)
    listening.tick()
    sound.end(6.0)
    listening.tick()

    assert sound.played == [(1.0, 2.0), (5.0, 6.0)]
    assert not listening.is_playing


def test_going_elsewhere_gives_up_what_was_to_come(listening, sound):
    listening.play_each([(1.0, 2.0), (5.0, 6.0)])
    listening.play_from(30.0)
    sound.end(60.0)
    listening.tick()

    assert sound.played == [(1.0, 2.0), (30.0, None)]


def test_a_loudspeaker_that_fails_ends_a_loop(listening, sound):
    listening.loop(10.0, 12.0)
    sound.problem = "The loudspeaker has gone silent."
    sound.end(11.0)
    listening.tick()

    assert (len(sound.played), listening.looped) == (1, None)
