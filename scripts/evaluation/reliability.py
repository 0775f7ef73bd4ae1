"""How often what is said with some confidence is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

Judged = tuple[float, bool]
"""How sure something was said, and whether it was right."""
_EDGES = (0.0, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Reliability:
    """What was said with a confidence between two limits, and how much of it is right."""

    low: float
    high: float
    mean_confidence: float
    right: float
    cases: int


def reliability(judged: Sequence[Judged]) -> list[Reliability]:
    """Return a row for each range of confidence in which anything was said."""
    table: list[Reliability] = []
    for low, high in pairwise(_EDGES):
        inside = [(c, right) for c, right in judged if low <= c < high or c == high == 1.0]
        if inside:
            sure, right = (float(np.mean(column)) for column in zip(*inside, strict=True))
            table.append(Reliability(low, high, sure, right, len(inside)))
    return table


def as_markdown(table: Sequence[Reliability], what: str) -> str:
    """Return a table of `what`, such as "sentences"."""
    lines = [f"| confidence | {what} | mean confidence | right |", "|---|---|---|---|"]
    lines += [
        f"| {row.low:.2f} to {row.high:.2f} | {row.cases} | {row.mean_confidence:.2f} "
        f"| {row.right:.2f} |"
        for row in table
    ]
    return "\n".join(lines)
