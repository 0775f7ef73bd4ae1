"""The best sequence of labels, and how sure each one is, for scores along a chain."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


def best_path(log_scores: Scores, transitions: Scores) -> npt.NDArray[np.intp]:
    """Return the sequence of labels with the highest sum of scores (Viterbi 1967).

    Parameters
    ----------
    log_scores
        Shape (n, k): log score of each of k labels at each of n places.
    transitions
        Shape (k, k): what going from label i to label j adds.

    Returns
    -------
    Shape (n,), indices of labels.
    """
    count, labels = log_scores.shape
    path = np.zeros(count, dtype=np.intp)
    if not count:
        return path
    origin = np.zeros((count, labels), dtype=np.intp)
    best = log_scores[0]
    for at in range(1, count):
        reached = best[:, None] + transitions
        origin[at] = reached.argmax(axis=0)
        best = reached.max(axis=0) + log_scores[at]
    path[-1] = best.argmax()
    for at in range(count - 1, 0, -1):
        path[at - 1] = origin[at, path[at]]
    return path


def posteriors(log_scores: Scores, transitions: Scores) -> Scores:
    """Return how probable each label is at each place, given all the others.

    Forward-backward over the same chain as `best_path`.

    Returns
    -------
    Shape (n, k); each row adds up to 1.
    """
    count = len(log_scores)
    forward, backward = log_scores.copy(), np.zeros_like(log_scores)
    for at in range(1, count):
        forward[at] += _log_sum(forward[at - 1][:, None] + transitions, axis=0)
    for at in range(count - 2, -1, -1):
        backward[at] = _log_sum(transitions + log_scores[at + 1] + backward[at + 1], axis=1)
    total = forward + backward
    shifted = np.exp(total - total.max(axis=1, keepdims=True)) if count else total
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), dtype=np.float64)


def _log_sum(values: Scores, *, axis: int) -> Scores:
    top = values.max(axis=axis, keepdims=True)
    summed = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return np.asarray(summed, dtype=np.float64)
