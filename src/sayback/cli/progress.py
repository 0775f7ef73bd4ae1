"""How far a batch is and how long it will still take, on standard error."""

from __future__ import annotations

import time
from collections.abc import Callable

from sayback.batch import Outcome, Plan, Work
from sayback.cli.live_line import LiveLine
from sayback.cli.shared import narrate
from sayback.render.units import clock

_UNKNOWN_S = 90.0
"""Assumed length of a recording whose header tells none."""


class BatchProgress:
    """Narrates a batch: a line when a recording is done, and on a terminal one that moves.

    Parameters
    ----------
    plan
        What there is to do.
    quiet
        Whether only failures are told.
    """

    def __init__(
        self, plan: Plan, *, quiet: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._lengths_s = [work.duration_s or _UNKNOWN_S for work in plan.todo]
        self._skipped = len(plan.skipped)
        self._quiet = quiet
        self._line = LiveLine()
        self._clock = clock
        self._began_s = clock()
        self._done = 0
        self._failed = 0
        self._name = ""

    def begin(self, work: Work) -> None:
        """Say that a recording's turn has come."""
        self._name = work.audio_path.name
        self.advance(0.0)

    def advance(self, share: float) -> None:
        """Say how much of it is done, 0 to 1."""
        if not self._quiet:
            self._line.draw(f"{self._place()} {self._name} {share:.0%}{self._left(share)}")

    def end(self, outcome: Outcome) -> None:
        """Say what the recording came to."""
        self._done += 1
        self._line.clear()
        path = outcome.work.audio_path
        if outcome.problem:
            self._failed += 1
            # Most problems name the recording themselves.
            named = str(path) in outcome.problem
            narrate(f"Failed: {outcome.problem if named else f'{path}: {outcome.problem}'}")
        elif not self._quiet:
            report = outcome.report
            pending = report is not None and report.transcript.status == "pending"
            words = " (words pending)" if pending else ""
            narrate(f"{self._place(finished=True)} {path.name}{words}{self._left(0.0)}")

    def close(self) -> None:
        """Say what the whole batch came to."""
        self._line.clear()
        if not self._quiet:
            good = self._done - self._failed
            narrate(f"{good} done, {self._skipped} skipped (unchanged), {self._failed} failed.")

    def seconds_left(self, share: float) -> float | None:
        """Return the estimated rest, from the pace so far; None while there is none to go by."""
        current = self._lengths_s[self._done : self._done + 1]
        heard_s = sum(self._lengths_s[: self._done]) + share * sum(current)
        rest_s = sum(self._lengths_s) - heard_s
        if heard_s <= 0:
            return None
        return rest_s * (self._clock() - self._began_s) / heard_s

    def _place(self, *, finished: bool = False) -> str:
        return f"[{self._done if finished else self._done + 1}/{len(self._lengths_s)}]"

    def _left(self, share: float) -> str:
        left_s = self.seconds_left(share)
        if left_s is None or self._done >= len(self._lengths_s):
            return ""
        return f" · {clock(round(left_s))} left"
