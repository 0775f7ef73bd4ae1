"""A logistic curve over a few numbers, fitted to what is true."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


def logistic(numbers: Numbers, true: Numbers, *, hold: float = 1.0, steps: int = 50) -> Numbers:
    """Return a weight for each column and, last, a shift.

    Parameters
    ----------
    numbers
        Shape (cases, columns).
    true
        Shape (cases,): 0 or 1.
    hold
        What holds the weights near 0 (a ridge), so that few cases don't make them boundless.
    """
    given = np.column_stack([numbers, np.ones(len(numbers))])
    ridge = np.diag([hold] * numbers.shape[1] + [0.01])
    weights = np.zeros(given.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (p - true) + ridge @ weights
        bend = (given * (p * (1 - p))[:, None]).T @ given + ridge
        weights -= np.linalg.solve(bend, slope)
    return np.asarray(weights, dtype=np.float64)
