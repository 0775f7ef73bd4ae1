"""What the recorder tells: its state, the figures of this moment, and the finished recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path


class RecorderState(Enum):
    """What the recorder is doing."""

    CLOSED = "closed"
    WAKING = "waking"
    """Open, but no block has come yet."""
    READY = "ready"
    RECORDING = "recording"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class RecorderStatus:
    """What a meter and a timer show; cheap enough to ask for 15 times a second."""

    elapsed_s: float
    """Seconds of the take on disk, pauses left out."""
    level_db: float
    """Level of the last 0.1 s, dBFS."""
    peak_db: float
    """Largest sample of the last 1.5 s, dBFS."""
    clipping: bool
    """The last 2 s reached full scale."""
    silent_for_s: float
    """Seconds since anything louder than room noise came."""
    blocks_arriving: bool
    """Whether the source delivers."""
    lost_s: float
    """Seconds of this take that the source did not deliver."""
    problem: str = ""
    """One sentence for the user: the microphone is gone, the disk is full; empty if all is well."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished take's audio."""

    path: Path
    started_at: datetime
    """When its first sample was spoken, with time zone."""
    duration_s: float
    sample_rate_hz: int
    device: str
    cuts: tuple[float, ...]
    """Seconds in the audio at which the user's pause was spliced out."""
    lost_s: float
    """Seconds that the source did not deliver."""
    problem: str = ""
    """One sentence where something went wrong; what is on disk is kept."""
