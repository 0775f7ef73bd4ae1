"""Two takes heard in turn."""

import pytest

from sayback.compare.passages import Passage
from sayback.tui.in_turn import InTurn, turns
from tests.tui.stage import FakeSound, silence

A, B = ("a", 3.0, 5.0), ("b", 2.0, 4.5)


@pytest.fixture
def sound() -> FakeSound:
    return FakeSound()


@pytest.fixture
def in_turn(sound) -> InTurn:
    return InTurn(sound, {"a": silence(10), "b": silence(10)})


def test_a_passage_is_heard_in_a_and_then_in_b():
    assert turns(Passage((), (3.0, 5.0), (2.0, 4.5))) == (A, B)


def test_a_side_that_says_nothing_has_no_turn():
    assert turns(Passage((), (3.0, 5.0), (2.0, 2.0))) == (A,)
    assert turns(Passage((), None, (2.0, 4.5))) == (B,)


def test_the_second_begins_when_the_first_is_over(in_turn, sound):
    in_turn.play([A, B])
    in_turn.tick()
    assert (in_turn.heard, sound.played) == ("a", [(3.0, 5.0)])

    sound.end(5.0)
    in_turn.tick()
    assert (in_turn.heard, sound.played[-1]) == ("b", (2.0, 4.5))

    sound.end(4.5)
    in_turn.tick()
    assert in_turn.heard is None


def test_stopping_forgets_the_second(in_turn, sound):
    in_turn.play([A, B])
    in_turn.stop()
    in_turn.tick()

    assert (in_turn.heard, len(sound.played)) == (None, 1)
    assert not sound.is_playing


def test_without_a_loudspeaker_it_says_so_once_and_stops(in_turn, sound):
    in_turn.play([A, B])
    sound.is_playing, sound.problem = False, "No loudspeaker."
    in_turn.tick()

    assert (in_turn.heard, len(sound.played)) == (None, 1)
    assert [in_turn.take_problem(), in_turn.take_problem()] == ["No loudspeaker.", ""]
