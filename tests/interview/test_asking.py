"""A question is asked on a thread of its own, can be skipped, and never fails the interview."""

import threading

import numpy as np

from sayback.audio.samples import Audio
from sayback.errors import VoiceError
from sayback.interview.asking import Asking

SOUND = Audio(np.zeros(10, np.float32), 100)


class FakeLoudspeaker:
    """Plays until it is told to stop, or `heard` is set."""

    def __init__(self) -> None:
        self.played: list[Audio] = []
        self.heard = threading.Event()

    def play(self, audio: Audio) -> None:
        self.played.append(audio)

    def wait(self) -> None:
        assert self.heard.wait(10)

    def stop(self) -> None:
        self.heard.set()


def finish(asking: Asking) -> None:
    asking._thread.join(10)


def test_it_is_done_when_the_last_sample_was_heard():
    loudspeaker = FakeLoudspeaker()
    asking = Asking("Why?", synthesise=lambda text: SOUND, loudspeaker=loudspeaker)

    assert not asking.done
    loudspeaker.heard.set()
    finish(asking)
    assert asking.done
    assert loudspeaker.played == [SOUND]


def test_skipping_silences_it():
    loudspeaker = FakeLoudspeaker()
    asking = Asking("Why?", synthesise=lambda text: SOUND, loudspeaker=loudspeaker)
    asking.skip()
    finish(asking)

    assert asking.done
    assert asking.problem is None


def test_a_question_that_was_skipped_while_synthesised_is_never_played():
    loudspeaker, may_go_on = FakeLoudspeaker(), threading.Event()

    def slowly(text: str) -> Audio:
        assert may_go_on.wait(10)
        return SOUND

    asking = Asking("Why?", synthesise=slowly, loudspeaker=loudspeaker)
    asking.skip()
    may_go_on.set()
    finish(asking)

    assert loudspeaker.played == []


def test_a_voice_that_fails_leaves_a_sentence_and_the_text_must_do():
    def fail(text: str) -> Audio:
        raise VoiceError("There is no voice; the question is shown.")

    asking = Asking("Why?", synthesise=fail, loudspeaker=FakeLoudspeaker())
    finish(asking)

    assert asking.done
    assert asking.problem == "There is no voice; the question is shown."
