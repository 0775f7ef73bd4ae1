"""F1 and other figures of many answers, with an interval from drawing the answers again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from evaluation.result import Accuracy

Case = TypeVar("Case")


def f1(hits: int, missed: int, invented: int) -> float:
    """Return the harmonic mean of precision and recall; 1 where there was nothing to find."""
    total = 2 * hits + missed + invented
    return 2 * hits / total if total else 1.0


def bootstrapped(
    figure: str,
    material: str,
    cases: Sequence[Case],
    measure: Callable[[Sequence[Case]], float],
    *,
    target: str = "",
    draws: int = 400,
) -> Accuracy:
    """Return a figure of whole cases, since sentences of one answer are not independent."""
    random = np.random.default_rng(0)
    values = [
        measure([cases[k] for k in random.integers(0, len(cases), len(cases))])
        for _ in range(draws)
    ]
    low, high = np.percentile(values, (2.5, 97.5)) if cases else (0.0, 1.0)
    return Accuracy(figure, material, measure(cases), float(low), float(high), len(cases), target)
