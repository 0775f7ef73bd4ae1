"""Runs one practice in a plain terminal: keys in, a status line out."""

from __future__ import annotations

import sys
import time

from sayback.cli.keys import ENTER, Keys, listening
from sayback.cli.live_line import LiveLine
from sayback.interview.phases import Phase, Snapshot
from sayback.interview.practice import Practice
from sayback.render.units import clock

_TICK_S = 0.05
_METER = " ▁▂▃▄▅▆▇█"
_METER_FLOOR_DB = -60.0
KEYS_HELP = "Space: skip, pause, go on · Enter: finish · d: discard · Ctrl-C: finish and keep"


def perform(practice: Practice, *, seconds: float | None = None) -> None:
    """Drive a run until its report is there, or it was discarded.

    Ctrl-C while answering finishes the answer and keeps it; before that it leaves.

    Parameters
    ----------
    practice
        A run that has not begun.
    seconds
        Finish the answer by itself after so many seconds.
    """
    line = StatusLine()
    with listening() as keys:
        try:
            practice.begin()
            while not _step(practice, keys, line, seconds):
                time.sleep(_TICK_S)
        except KeyboardInterrupt:
            if practice.take is None:
                raise
            practice.finish()
            _wait_for_report(practice, line)
        finally:
            line.close()
            practice.close()
    practice.tick()


def _step(practice: Practice, keys: Keys, line: StatusLine, seconds: float | None) -> bool:
    """Do what was asked for, let time pass, show it; True when the run is over."""
    if (key := keys.pressed()) and _obey(practice, key, line, keys):
        return True
    practice.tick()
    snapshot = practice.snapshot()
    line.show(snapshot)
    answering = snapshot.phase is Phase.ANSWERING
    if answering and seconds is not None and snapshot.elapsed_s >= seconds:
        practice.finish()
    return snapshot.phase in (Phase.DONE, Phase.DISCARDED)


def _obey(practice: Practice, key: str, line: StatusLine, keys: Keys) -> bool:
    phase = practice.snapshot().phase
    if key == " ":
        if phase in (Phase.ANSWERING, Phase.PAUSED):
            practice.toggle_pause()
        else:
            practice.skip()
    elif key == ENTER:
        if phase in (Phase.ANSWERING, Phase.PAUSED):
            practice.finish()
        else:
            practice.record_now()
    elif key == "d" and phase in (Phase.ANSWERING, Phase.PAUSED):
        line.say("Throw this answer away? y / n")
        if _confirmed(keys):
            practice.discard()
            return True
    return False


def _confirmed(keys: Keys) -> bool:
    while not (key := keys.pressed()):
        time.sleep(_TICK_S)
    return key in "yY"


def _wait_for_report(practice: Practice, line: StatusLine) -> None:
    while practice.snapshot().phase is Phase.ANALYSING:
        practice.tick()
        line.show(practice.snapshot())
        time.sleep(_TICK_S)


class StatusLine:
    """One line on standard error that is drawn over itself; without a terminal, one a phase."""

    def __init__(self) -> None:
        self._drawn = LiveLine()
        self._phase: Phase | None = None
        self._warning: str | None = None

    def show(self, snapshot: Snapshot) -> None:
        """Show a moment of the run."""
        if snapshot.phase is not self._phase:
            self._phase = snapshot.phase
            if not self._drawn.is_live and snapshot.phase in _SPOKEN:
                print(_SPOKEN[snapshot.phase], file=sys.stderr, flush=True)
        if snapshot.warning and snapshot.warning != self._warning:
            self.say(snapshot.warning)
        self._warning = snapshot.warning
        self._drawn.draw(_line(snapshot))

    def say(self, sentence: str) -> None:
        """Print a sentence on a line of its own."""
        self._drawn.clear()
        print(sentence, file=sys.stderr, flush=True)

    def close(self) -> None:
        """Leave the terminal's line empty."""
        self._drawn.clear()


_SPOKEN = {
    Phase.ASKING: "Asking the question.",
    Phase.THINKING: "Time to think.",
    Phase.ANSWERING: "Recording.",
    Phase.PAUSED: "Paused.",
    Phase.ANALYSING: "Analysing.",
}


def _line(snapshot: Snapshot) -> str:
    if snapshot.phase is Phase.ASKING:
        return "♪ asking · Space skips"
    if snapshot.phase is Phase.THINKING:
        if not snapshot.microphone_ready:
            return "waiting for the microphone"
        return f"think · {snapshot.think_left_s:2.0f} s · Space starts"
    if snapshot.phase in (Phase.ANSWERING, Phase.PAUSED):
        mark = "● recording" if snapshot.phase is Phase.ANSWERING else "‖ paused"
        target = f" / {clock(snapshot.target_s)}" if snapshot.target_s else ""
        meter = _meter(snapshot.level_db)
        return f"{mark} {clock(snapshot.elapsed_s)}{target} {meter} · Enter finishes"
    if snapshot.phase is Phase.ANALYSING:
        done = f" {snapshot.progress:.0%}" if snapshot.progress else ""
        return f"analysing{done}"
    return ""


def _meter(level_db: float | None) -> str:
    if level_db is None:
        return " " * 10
    filled = max(0.0, min(1.0, 1 - level_db / _METER_FLOOR_DB)) * 10
    cells = (max(0.0, min(1.0, filled - cell)) for cell in range(10))
    return "".join(_METER[round(cell * (len(_METER) - 1))] for cell in cells)
