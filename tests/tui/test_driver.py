"""A practice run is driven on a thread of its own."""

from __future__ import annotations

import threading
import time

import pytest

from sayback.errors import DeviceError
from sayback.interview.phases import Phase
from sayback.library import TakeQuestion
from sayback.tui.driver import PracticeDriver, PracticeState
from tests.tui.stage import FakePractice

QUESTION = TakeQuestion("q", "What?", "behavioural", 60)


class Watcher:
    """Remembers the states and waits for one."""

    def __init__(self) -> None:
        self.states: list[PracticeState] = []
        self._changed = threading.Condition()

    def __call__(self, state: PracticeState) -> None:
        with self._changed:
            self.states.append(state)
            self._changed.notify_all()

    def wait_for(self, phase: Phase) -> PracticeState:
        with self._changed:
            assert self._changed.wait_for(
                lambda: self.states and self.states[-1].snapshot.phase is phase, timeout=10
            )
            return self.states[-1]


@pytest.fixture
def run() -> FakePractice:
    return FakePractice(QUESTION)


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


def driver(run: FakePractice, watcher: Watcher) -> PracticeDriver:
    return PracticeDriver(lambda: run, watcher)


def test_keys_are_passed_on_in_order_and_the_run_is_closed_at_its_end(run, watcher):
    driving = driver(run, watcher)
    driving.start()
    driving.skip()
    driving.record_now()
    driving.toggle_pause()
    watcher.wait_for(Phase.PAUSED)
    driving.toggle_pause()
    driving.finish()

    assert driving.wait(10)
    assert run.told == [
        "begin", "skip", "record_now", "toggle_pause", "toggle_pause", "finish", "close",
    ]  # fmt: skip
    assert watcher.states[-1].snapshot.phase is Phase.DONE


def test_closing_ends_a_run_in_the_middle(run, watcher):
    driving = driver(run, watcher)
    driving.start()
    watcher.wait_for(Phase.ASKING)
    driving.close()

    assert driving.wait(10)
    assert run.told == ["begin", "close"]


def test_a_missing_microphone_is_told_and_the_run_is_over(run, watcher):
    run.fails_with = DeviceError("There is no microphone; plug one in.")
    driving = driver(run, watcher)
    driving.start()

    assert driving.wait(10)
    assert watcher.states[-1].failure == "There is no microphone; plug one in."
    assert watcher.states[-1].no_microphone


def test_a_run_that_cannot_be_made_is_told(watcher):
    def make() -> FakePractice:
        raise DeviceError("No device.")

    driving = PracticeDriver(make, watcher)
    driving.start()

    assert driving.wait(10)
    assert watcher.states[-1].failure == "No device."


def test_a_bug_in_a_run_is_told_too_and_the_microphone_is_let_go(run, watcher):
    run.finish = lambda: 1 / 0
    driving = driver(run, watcher)
    driving.start()
    driving.finish()

    assert driving.wait(10)
    assert "ZeroDivisionError" in watcher.states[-1].failure
    assert run.told[-1] == "close"


def test_nothing_that_is_called_waits(run, watcher):
    slow = threading.Event()
    run.begin = slow.wait
    driving = driver(run, watcher)
    before = time.monotonic()
    driving.start()
    driving.finish()
    driving.close()

    assert time.monotonic() - before < 0.5
    slow.set()
    assert driving.wait(10)
