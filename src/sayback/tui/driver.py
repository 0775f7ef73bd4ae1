"""Drives a practice run on a thread of its own, so that no disk or device holds up a screen."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from sayback.analysis import Report
from sayback.errors import DeviceError, SaybackError
from sayback.interview.phases import Phase, Snapshot
from sayback.library import Take
from sayback.tui.services import PracticeRun

TICKS_PER_SECOND = 12
_OVER = (Phase.DONE, Phase.DISCARDED)
_Command = Callable[[PracticeRun], None]


@dataclass(frozen=True, slots=True)
class PracticeState:
    """All that a screen shows of a run at one moment."""

    snapshot: Snapshot = field(default_factory=lambda: Snapshot(Phase.ASKING))
    take: Take | None = None
    report: Report | None = None
    problem: str | None = None
    """Why there is no voice or no report; the run goes on."""
    failure: str | None = None
    """Why the run could not go on; it is over."""
    no_microphone: bool = False
    """Whether the failure is a device's."""


class PracticeDriver:
    """Runs one practice; its methods return at once and are obeyed in order.

    Parameters
    ----------
    make
        Makes the run; called on the driver's thread.
    on_state
        Told of every new state, on the driver's thread.
    """

    def __init__(
        self, make: Callable[[], PracticeRun], on_state: Callable[[PracticeState], None]
    ) -> None:
        self._make = make
        self._on_state = on_state
        self._commands: queue.SimpleQueue[_Command | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._drive, name="practice-driver", daemon=True)

    def start(self) -> None:
        """Open the microphone and ask."""
        self._thread.start()

    def skip(self) -> None:
        """Skip the voice, or the countdown."""
        self._commands.put(lambda run: run.skip())

    def record_now(self) -> None:
        """Skip all that comes before the answer."""
        self._commands.put(lambda run: run.record_now())

    def toggle_pause(self) -> None:
        """Pause the recorder, or go on."""
        self._commands.put(lambda run: run.toggle_pause())

    def finish(self) -> None:
        """End the answer."""
        self._commands.put(lambda run: run.finish())

    def discard(self) -> None:
        """Throw the answer away for good."""
        self._commands.put(lambda run: run.discard())

    def close(self) -> None:
        """End the run; an answer being spoken, or analysed, is kept and completed."""
        self._commands.put(None)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until the run is over; False when time is up."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _drive(self) -> None:
        try:
            run = self._make()
        except Exception as error:
            self._fail(error, PracticeState())
            return
        state = PracticeState(run.snapshot())
        try:
            run.begin()
            while state.snapshot.phase not in _OVER:
                command = self._next_command()
                if command is None:
                    break
                command(run)
                run.tick()
                state = self._publish(run)
        except Exception as error:
            self._fail(error, state)
        finally:
            self._close(run)

    def _next_command(self) -> _Command | None:
        try:
            return self._commands.get(timeout=1 / TICKS_PER_SECOND)
        except queue.Empty:
            return lambda run: None

    def _publish(self, run: PracticeRun) -> PracticeState:
        state = PracticeState(run.snapshot(), run.take, run.report, run.problem)
        self._on_state(state)
        return state

    def _fail(self, error: Exception, state: PracticeState) -> None:
        told = isinstance(error, SaybackError)
        self._on_state(
            PracticeState(
                state.snapshot,
                state.take,
                failure=str(error) if told else f"Something went wrong: {error!r}.",
                no_microphone=isinstance(error, DeviceError),
            )
        )

    def _close(self, run: PracticeRun) -> None:
        try:
            run.close()
        except Exception as error:
            self._fail(error, PracticeState(run.snapshot(), run.take))
