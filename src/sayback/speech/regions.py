"""Region and Speech: where in a recording somebody speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A stretch of time, in seconds from the start of the audio."""

    start_s: float
    end_s: float

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.end_s - self.start_s

    def overlap_s(self, start_s: float, end_s: float) -> float:
        """Seconds that this region shares with another stretch."""
        return max(0.0, min(self.end_s, end_s) - max(self.start_s, start_s))


@dataclass(frozen=True, slots=True)
class Speech:
    """The speech mask of one recording."""

    regions: tuple[Region, ...]
    """Stretches of speech, in order, disjoint, inside the recording."""
    duration_s: float
    """Length of the whole recording."""

    @property
    def start_s(self) -> float | None:
        """Begin of the first speech; None if there is none."""
        return self.regions[0].start_s if self.regions else None

    @property
    def end_s(self) -> float | None:
        """End of the last speech; None if there is none."""
        return self.regions[-1].end_s if self.regions else None

    @property
    def phonation_s(self) -> float:
        """Seconds of speech in all."""
        return sum(region.duration_s for region in self.regions)

    def overlap_s(self, start_s: float, end_s: float) -> float:
        """Seconds of speech within a stretch of time."""
        return sum(region.overlap_s(start_s, end_s) for region in self.regions)
