"""What the practice screen says in each phase. No screen."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayback.interview.phases import Phase, Snapshot
from sayback.render.units import clock


@dataclass(frozen=True, slots=True)
class Shown:
    """Words and time of one moment."""

    caption: str
    timer: str
    hint: str
    style: str
    """Class of the timer: waiting, recording, paused or busy."""


def shown(snapshot: Snapshot) -> Shown:
    """Return what to show of a moment."""
    phase = snapshot.phase
    if phase is Phase.ASKING:
        return Shown("Listen to the question", "0:00", "Space skips the voice.", "waiting")
    if phase is Phase.THINKING:
        return _thinking(snapshot)
    timer = clock(snapshot.elapsed_s)
    if phase is Phase.ANSWERING:
        return Shown("● Recording", timer, "Every word is on disk as you speak.", "recording")
    if phase is Phase.PAUSED:
        return Shown("❚❚ Paused", timer, "What you say now is not recorded.", "paused")
    if phase is Phase.ANALYSING:
        return Shown("Making the report", timer, "Your answer is kept.", "busy")
    return Shown("Done", timer, "", "busy")


def _thinking(snapshot: Snapshot) -> Shown:
    left = clock(math.ceil(snapshot.think_left_s))
    if snapshot.think_left_s > 0:
        return Shown("Think: recording starts in", left, "Enter starts at once.", "waiting")
    if not snapshot.microphone_ready:
        return Shown("The microphone is waking up", left, "Speak when the timer runs.", "waiting")
    return Shown("Recording starts", left, "", "waiting")
