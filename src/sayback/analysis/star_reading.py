"""What a reader makes of an answer, and which part each sentence then gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from sayback.analysis.report import PARTS, STAR_PARTS, Part
from sayback.analysis.viterbi import Scores, best_path, posteriors

Path = npt.NDArray[np.intp]

_FLOOR = 1e-6
_BANNED = 1e-9


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of an answer."""

    probabilities: Scores
    """Shape (n, 5): S, T, A, R and O for each sentence; rows add up to 1."""
    applies: float | None = None
    """How probable it is that STAR applies; None where the reader doesn't judge that."""
    transitions: Scores = field(default_factory=lambda: np.zeros((len(PARTS), len(PARTS))))
    """Shape (5, 5): what going from one part to another adds to the logarithm."""
    caution: float = 1.0
    """Above 1, a label's confidence is lower than what the chain makes of the probabilities."""
    shown: Mapping[Part, float] = field(default_factory=dict)
    """How probable it is that each part is told at all; empty where the reader can't say."""
    shown_above: float = 0.0
    """From this probability on a part is told."""


class StoryReader(Protocol):
    """Reads all sentences of one answer at once."""

    def read(self, sentences: Sequence[str], asked: str) -> Reading:
        """Read an answer; `asked` is the question's text, or empty."""


def choose_parts(reading: Reading) -> tuple[list[Part], list[float]]:
    """Return the part of each sentence and how sure that is.

    The best sequence, in which a part that is not told with enough probability does not occur,
    and one that is told occurs at least in its likeliest sentence.
    """
    found = reading.probabilities
    if not len(found):
        return [], []
    allowed = found.copy()
    shown: list[int] = []
    for column, part in enumerate(STAR_PARTS):
        if part not in reading.shown:
            continue
        if reading.shown[part] < reading.shown_above:
            allowed[:, column] = _BANNED
        else:
            shown.append(column)
    path = best_path(np.log(np.maximum(allowed, _BANNED)), reading.transitions)
    sure = posteriors(np.log(np.maximum(found, _FLOOR)), reading.transitions)
    for column in shown:
        _place(path, found[:, column], column)
    return [PARTS[label] for label in path], [
        _cautious(float(row[k]), reading.caution) for row, k in zip(sure, path, strict=True)
    ]


def _cautious(probability: float, caution: float) -> float:
    """Return a probability with its log odds divided by `caution`."""
    yes, no = probability ** (1 / caution), (1 - probability) ** (1 / caution)
    return float(yes / (yes + no))


def _place(path: Path, probabilities: Scores, column: int) -> None:
    """Give a part that has no sentence its likeliest one, unless another part loses its last."""
    if (path == column).any():
        return
    for row in np.argsort(-probabilities):
        if path[row] == len(STAR_PARTS) or (path == path[row]).sum() > 1:
            path[row] = column
            return
