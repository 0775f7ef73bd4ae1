"""One measured accuracy, with the number of cases behind it and how far to trust it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One line of the table of accuracies."""

    figure: str
    """What was measured, such as "pause boundaries within 60 ms"."""
    material: str
    """What it was measured on, such as "synthetic voices, 25 dB SNR"."""
    value: float
    low: float
    """Lower end of the 95 % confidence interval."""
    high: float
    """Upper end of the 95 % confidence interval."""
    cases: int
    target: str
    """What is to be reached, such as ">= 0.95"; empty where nothing is asked."""

    @property
    def reached(self) -> bool | None:
        """Whether the value meets its target; None without one."""
        if not self.target:
            return None
        sign, limit = self.target.split()
        return self.value >= float(limit) if sign == ">=" else self.value <= float(limit)


def share(figure: str, material: str, hits: int, cases: int, *, target: str = "") -> Accuracy:
    """Return a share of cases with its Wilson interval."""
    low, high = wilson(hits, cases)
    value = hits / cases if cases else math.nan
    return Accuracy(figure, material, value, low, high, cases, target)


def wilson(hits: int, cases: int, *, z: float = 1.96) -> tuple[float, float]:
    """Return the Wilson score interval of a proportion."""
    if cases == 0:
        return 0.0, 1.0
    p = hits / cases
    middle = p + z * z / (2 * cases)
    spread = z * math.sqrt(p * (1 - p) / cases + z * z / (4 * cases * cases))
    scale = 1 + z * z / cases
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def rate(figure: str, material: str, events: int, exposure: float, *, target: str = "") -> Accuracy:
    """Return events per unit of exposure (minutes) with an approximate Poisson interval."""
    low = max(0.0, (math.sqrt(events) - 0.98) ** 2 if events else 0.0) / exposure
    high = (math.sqrt(events + 1) + 0.98) ** 2 / exposure
    return Accuracy(figure, material, events / exposure, low, high, events, target)


def percentile(
    figure: str, material: str, errors: Sequence[float], q: float, *, target: str = ""
) -> Accuracy:
    """Return a percentile of errors with its bootstrap interval."""
    values = np.asarray(errors, dtype=np.float64)
    random = np.random.default_rng(0)
    draws = random.choice(values, size=(1000, len(values)))
    low, high = np.percentile(np.percentile(draws, q, axis=1), (2.5, 97.5))
    found = float(np.percentile(values, q))
    return Accuracy(figure, material, found, float(low), float(high), len(values), target)
