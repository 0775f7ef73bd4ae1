"""What a practice run is doing, as one frozen snapshot for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Phase(Enum):
    """The steps of one question, in their usual order."""

    ASKING = "asking"
    THINKING = "thinking"
    ANSWERING = "answering"
    PAUSED = "paused"
    ANALYSING = "analysing"
    DONE = "done"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a screen shows of a practice run at one moment."""

    phase: Phase
    elapsed_s: float = 0.0
    """Length of the answer so far."""
    target_s: int = 0
    think_left_s: float = 0.0
    """Rest of the countdown."""
    level_db: float | None = None
    """Level of the last block in dB relative to full scale; None before the first one."""
    peak_db: float | None = None
    microphone_ready: bool = False
    """Whether sound arrives, so that recording can start."""
    warning: str | None = None
    """One sentence on clipping, silence or a lost microphone."""
    progress: float | None = None
    """Of the analysis, 0 to 1; None where unknown."""
