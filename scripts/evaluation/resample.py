"""F1 and other figures of many answers, with an interval from drawing the answers again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np

from evaluation.result import Accuracy

Case = TypeVar("Case")
Label = TypeVar("Label")


def f1(hits: int, missed: int, invented: int) -> float:
    """Return the harmonic mean of precision and recall; 1 where there was nothing to find."""
    total = 2 * hits + missed + invented
    return 2 * hits / total if total else 1.0


def label_f1(pairs: Iterable[tuple[Label, Label]], label: Label) -> float:
    """Return F1 of one label, from what is true and what was said of each case."""
    both = list(pairs)
    hits = sum(true == label == said for true, said in both)
    return f1(
        hits,
        sum(true == label for true, _ in both) - hits,
        sum(said == label for _, said in both) - hits,
    )


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
