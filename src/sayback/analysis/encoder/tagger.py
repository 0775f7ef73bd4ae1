"""Hears fillers among the words with a small packaged network.

How it was trained and measured: `model/README.md`, `scripts/train_filler_model.py`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from sayback.analysis.encoder.copies import copy_marks
from sayback.analysis.encoder.network import (
    MODEL_FOLDER,
    Network,
    Numbers,
    load_tokens,
    load_words,
)
from sayback.analysis.encoder.streams import at_most_central, spread, streams
from sayback.analysis.report import FillerKind

MAX_TOKENS = 256
"""Positions of the network; more words go through passes that overlap by half."""
COLUMNS: tuple[FillerKind | None, ...] = (None, "filled_pause", "marker", "repetition")


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the network's logit and the rules' word add up to, for one kind of filler."""

    heard: float
    ruled: float
    shift: float
    above: float
    """From this probability on it is one."""

    def probability(self, logit: float, rule: float | None) -> float:
        """Return how probable a filler is.

        Parameters
        ----------
        logit
            Of the network.
        rule
            How sure the rules are that it is one; None where they see none.
        """
        sum_ = self.heard * logit + self.ruled * (rule or 0.0) + self.shift
        return float(1 / (1 + np.exp(-sum_)))


@dataclass(frozen=True, slots=True)
class Weighings:
    """Fitted on passages that neither the network nor the rules had seen."""

    marker: Weighing
    repetition: Weighing
    sure: float
    """Where no filler is at least as probable as this, none is named."""

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Weighings:
        """Read the packaged configuration."""
        return cls(
            Weighing(**values["marker"]), Weighing(**values["repetition"]), float(values["sure"])
        )


class FillerTagger:
    """The packaged network, loaded once; may be used from several threads."""

    def __init__(self, folder: Path, weighings: Weighings | None = None) -> None:
        self._network = Network(folder / "fillers.onnx", load_words(folder))
        self._tokens = load_tokens(folder)
        self.weighings = weighings or Weighings.from_json(
            json.loads((folder / "fillers.json").read_text("utf-8"))
        )

    def logits(self, words: Sequence[str]) -> Numbers:
        """Return for each word the log odds of each kind in `COLUMNS`, shape (n, 4)."""
        if not words:
            return np.zeros((0, len(COLUMNS)))
        found = streams(self._tokens.of(words), max_tokens=MAX_TOKENS)
        marks = copy_marks(words)
        numbers = at_most_central(
            found,
            [self._network.run(stream.ids, spread(marks, stream)) for stream in found],
            last=False,
        )
        return log_odds(numbers)


@lru_cache(maxsize=1)
def load_tagger() -> FillerTagger | None:
    """Return the packaged network, loaded at the first call; None where it can't be loaded."""
    try:
        return FillerTagger(MODEL_FOLDER)
    except Exception:
        # Whatever is wrong with a file or a runtime, the rules still find most.
        return None


def log_odds(numbers: Numbers) -> Numbers:
    """Return each column's log odds against all others together."""
    top = numbers.max(axis=1, keepdims=True)
    odds = np.exp(numbers - top)
    others = odds.sum(axis=1, keepdims=True) - odds
    return np.asarray(np.log(odds + 1e-9) - np.log(others + 1e-9), dtype=np.float64)
