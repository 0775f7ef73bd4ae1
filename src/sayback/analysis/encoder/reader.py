"""Reads an answer with the packaged encoder: which part each sentence serves, and does STAR apply.

How it was trained and measured: `model/README.md`, `scripts/train_star_model.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from sayback.analysis.encoder.ends import best_cuts, end_logits
from sayback.analysis.encoder.layout import windows
from sayback.analysis.encoder.network import (
    MODEL_FOLDER,
    Network,
    Numbers,
    load_tokens,
    load_words,
)
from sayback.analysis.encoder.readout import applies_logit, part_logits, shown_logits
from sayback.analysis.encoder.streams import streams
from sayback.analysis.report import PARTS, STAR_PARTS, Part
from sayback.analysis.star_reading import Reading

_MARKS = re.compile(r"[^\w\s'’%$£€-]|(?<!\w)-|-(?!\w)")


@dataclass(frozen=True, slots=True)
class Calibration:
    """How logits become probabilities; fitted on answers that were not trained on."""

    temperature: float = 1.0
    applies_scale: float = 1.0
    applies_shift: float = 0.0
    caution: float = 1.0
    """Above 1, labels are less sure than the chain says."""
    ends_shift: float = 0.0
    """Added to the logit of a sentence ending; above 0, sentences are shorter."""
    transition_weight: float = 0.0
    transitions: tuple[tuple[float, ...], ...] = ((0.0,) * len(PARTS),) * len(PARTS)
    shown: tuple[float, float, float] = (0.0, 1.0, 0.0)
    """What makes a part's being told at all a probability: weights of the network's own logit and
    of that of the likeliest sentence, and a shift."""
    shown_above: float = 0.5

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Calibration:
        """Read the packaged configuration."""
        own, likeliest, shift = map(float, values["shown"])
        return cls(
            temperature=float(values["temperature"]),
            applies_scale=float(values["applies_scale"]),
            applies_shift=float(values["applies_shift"]),
            caution=float(values["caution"]),
            ends_shift=float(values["ends_shift"]),
            transition_weight=float(values["transition_weight"]),
            transitions=tuple(tuple(map(float, row)) for row in values["transitions"]),
            shown=(own, likeliest, shift),
            shown_above=float(values["shown_above"]),
        )


@dataclass(frozen=True, slots=True)
class Logits:
    """What the network says of an answer, uncalibrated."""

    parts: Numbers
    """Shape (n, 5): S, T, A, R and O for each sentence."""
    applies: float
    shown: Numbers
    """Shape (4,): S, T, A and R being told at all."""


class EncoderReader:
    """The packaged encoder, loaded once; may be used from several threads."""

    def __init__(self, folder: Path, calibration: Calibration | None = None) -> None:
        self._network = Network(folder / "star.onnx", load_words(folder))
        self._tokens = load_tokens(folder)
        self._calibration = calibration or Calibration.from_json(
            json.loads((folder / "star.json").read_text("utf-8"))
        )

    def read(self, sentences: Sequence[str], asked: str) -> Reading:
        """Read an answer in one pass, or in windows that overlap by half.

        Parameters
        ----------
        sentences
            The answer; none of them empty.
        asked
            The question's text, or empty.
        """
        if not sentences:
            return Reading(np.zeros((0, len(PARTS))))
        heard = self.logits(sentences, asked)
        fitted = self._calibration
        probabilities = softmax(heard.parts / fitted.temperature)
        return Reading(
            probabilities=probabilities,
            applies=sigmoid(fitted.applies_scale * heard.applies + fitted.applies_shift),
            shown=self._shown(heard, probabilities),
            transitions=fitted.transition_weight * np.array(fitted.transitions),
            shown_above=fitted.shown_above,
            caution=fitted.caution,
        )

    def cut(self, texts: Sequence[str], *, max_words: int) -> list[tuple[int, int]]:
        """Cut words without any mark into sentences of at most `max_words`.

        Returns
        -------
        list of (first, last), both included, covering each word once.
        """
        gains = self.end_logits(texts) + self._calibration.ends_shift
        return best_cuts(gains.tolist(), max_words=max_words)

    def end_logits(self, texts: Sequence[str]) -> Numbers:
        """Return for each word the uncalibrated logit of a sentence ending there."""
        bare = [_MARKS.sub("", text.lower()) or text for text in texts]
        found = streams(self._tokens.of(bare))
        return end_logits(found, [self._run(stream.ids) for stream in found])

    def logits(self, sentences: Sequence[str], asked: str) -> Logits:
        """Return what the network says of at least one sentence."""
        question, *encoded = self._tokens.of([asked, *sentences])
        found = windows(question, encoded)
        outputs = [self._run(window.ids) for window in found]
        return Logits(part_logits(found, outputs), applies_logit(outputs), shown_logits(outputs))

    def _shown(self, heard: Logits, probabilities: Numbers) -> dict[Part, float]:
        own, likeliest, shift = self._calibration.shown
        return {
            part: sigmoid(
                own * heard.shown[k] + likeliest * best_logit(probabilities[:, k]) + shift
            )
            for k, part in enumerate(STAR_PARTS)
        }

    def _run(self, ids: Sequence[int]) -> Numbers:
        return self._network.run(ids)


@lru_cache(maxsize=1)
def load_encoder() -> EncoderReader | None:
    """Return the packaged encoder, loaded at the first call; None where it can't be loaded."""
    try:
        return EncoderReader(MODEL_FOLDER)
    except Exception:
        # Whatever is wrong with a file or a runtime, the rules still read the answer.
        return None


def best_logit(probabilities: Numbers) -> float:
    """Return the log odds of the likeliest, held within what a small network can know."""
    best = float(np.clip(probabilities.max(), 0.001, 0.999))
    return float(np.log(best / (1 - best)))


def sigmoid(logit: float) -> float:
    """Return the probability that a logit stands for."""
    return float(1 / (1 + np.exp(-logit)))


def softmax(logits: Numbers) -> Numbers:
    """Return probabilities along the last axis."""
    odds = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True), dtype=np.float64)
