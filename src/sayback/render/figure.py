"""Figure: one number of the report, ready to be shown anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayback.analysis.report import Evidence
from sayback.render.measures import Measure

Tone = Literal["good", "notice", "plain", "unknown"]
"""good and notice are judged against a band; plain has none; unknown is not known."""

TONE_SYMBOLS: dict[Tone, str] = {"good": "✓", "notice": "!", "plain": "·", "unknown": "?"}
"""A sign beside the colour, which is never the only one."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """Where a value lies between two ends, and which stretch is good."""

    value: float
    low: float
    high: float
    good_low: float
    good_high: float

    def place(self, value: float) -> float:
        """Return where a value lies, 0 at the low end, 1 at the high end, never outside."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit, its verdict in words and its definition."""

    id: str
    """The field of `sayback.report/1`, such as "pace.wpm"."""
    group: str
    """Heading that it stands under, such as "Pace"."""
    label: str
    value: str
    """With its unit; "not known" where it is not known."""
    measure: Measure
    verdict: str = ""
    """In words, such as "on target"; empty where nothing is judged."""
    band: str = ""
    """What the verdict is measured against, such as "on target at 130–180"."""
    tone: Tone = "plain"
    gauge: Gauge | None = None
    why: str = ""
    """Why it is not known."""
    moments: tuple[Evidence, ...] = ()
    """Where in the audio it comes from."""

    @property
    def symbol(self) -> str:
        """The sign that says what the colour says."""
        return TONE_SYMBOLS[self.tone]

    @property
    def remark(self) -> str:
        """Verdict and band in one, such as "fast (on target at 130–180)"."""
        if not self.is_known or not self.verdict:
            return self.band if self.is_known else ""
        if not self.band:
            return self.verdict
        band = self.band.removeprefix(f"{self.verdict} ")
        return f"{self.verdict} ({band})"

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return self.tone != "unknown"
