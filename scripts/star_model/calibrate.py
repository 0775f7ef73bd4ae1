"""Fits on the development answers what turns the network's numbers into probabilities and parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.labelled import LabelledAnswer
from evaluation.star import Condition, Outcome, macro_f1, missing_f1, outcomes
from sayback.analysis.encoder.reader import Calibration, EncoderReader, softmax
from sayback.analysis.report import PARTS, STAR_PARTS

CONDITIONS = (
    Condition(),
    Condition(cut="as labelled", asked="typed"),
    Condition(punctuated=False),
    Condition(cut="as labelled", punctuated=False, asked="not known"),
)
_WORTH_A_PRIOR = 0.004
"""The chain stays out unless it adds this much to macro-F1."""
_USUAL_THRESHOLD = 0.4
_CLOSE = 0.002


def fit(
    folder: Path, training: Sequence[LabelledAnswer], development: Sequence[LabelledAnswer]
) -> Calibration:
    """Fit temperature, chain and thresholds, in this order."""
    raw = EncoderReader(folder, Calibration())
    logits, labels, applies, told = _read(raw, development)
    fitted = Calibration(
        temperature=_temperature(logits, labels),
        transitions=_transitions(training),
        present_above=dict.fromkeys(STAR_PARTS, _USUAL_THRESHOLD),
    )
    scale, shift = _platt(applies, told)
    fitted = replace(fitted, applies_scale=scale, applies_shift=shift)
    fitted = _with_chain(folder, fitted, development)
    return _with_thresholds(folder, fitted, development)


def as_json(fitted: Calibration) -> dict[str, Any]:
    """Return what `config.json` holds."""
    values = asdict(fitted)
    values["parts"] = list(PARTS)
    return values


def _read(
    reader: EncoderReader, development: Sequence[LabelledAnswer]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    rows: list[np.ndarray] = []
    labels: list[int] = []
    applies: list[float] = []
    for answer in development:
        parts, logit = reader.logits(answer.sentences, answer.question)
        applies.append(logit)
        if answer.applies:
            rows += list(parts)
            labels += [PARTS.index(part) for part in answer.parts]
    told = np.array([answer.applies for answer in development], dtype=np.float64)
    return np.array(rows), np.array(labels), np.array(applies), told


def _temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """Return the divisor that makes the labels likeliest (Guo et al. 2017)."""
    tried = np.exp(np.linspace(np.log(0.3), np.log(3.0), 60))
    costs = [
        -np.log(softmax(logits / t)[np.arange(len(labels)), labels] + 1e-9).mean() for t in tried
    ]
    return float(tried[int(np.argmin(costs))])


def _platt(logits: np.ndarray, true: np.ndarray) -> tuple[float, float]:
    """Return scale and shift of a logistic curve, held near 1 and 0."""
    best, found = np.inf, (1.0, 0.0)
    for scale in np.linspace(0.4, 2.5, 43):
        for shift in np.linspace(-2, 2, 41):
            p = 1 / (1 + np.exp(-scale * logits - shift))
            cost = -(true * np.log(p + 1e-9) + (1 - true) * np.log(1 - p + 1e-9)).sum()
            cost += 0.5 * np.log(scale) ** 2 + 0.25 * shift**2
            if cost < best:
                best, found = cost, (float(scale), float(shift))
    return found


def _transitions(training: Sequence[LabelledAnswer]) -> tuple[tuple[float, ...], ...]:
    """Return how much oftener than by chance one part follows another, in logarithms."""
    counts = np.full((len(PARTS), len(PARTS)), 2.0)
    for answer in training:
        if answer.applies:
            for one, next_one in zip(answer.parts[:-1], answer.parts[1:], strict=True):
                counts[PARTS.index(one), PARTS.index(next_one)] += 1
    following = counts / counts.sum(axis=1, keepdims=True)
    usual = counts.sum(axis=0) / counts.sum()
    return tuple(tuple(row) for row in np.round(np.log(following / usual), 3).tolist())


def _with_chain(
    folder: Path, fitted: Calibration, development: Sequence[LabelledAnswer]
) -> Calibration:
    tried = [replace(fitted, transition_weight=weight) for weight in (0.0, 0.15, 0.3, 0.5, 0.75)]
    gained = [macro_f1(_outcomes(folder, each, development)) for each in tried]
    best = int(np.argmax(gained))
    return tried[best] if gained[best] > gained[0] + _WORTH_A_PRIOR else fitted


def _with_thresholds(
    folder: Path, fitted: Calibration, development: Sequence[LabelledAnswer]
) -> Calibration:
    """Choose for each part in turn; of equally good ones the most usual."""
    for part in STAR_PARTS:
        tried = np.round(np.arange(0.15, 0.81, 0.05), 2).tolist()
        given = fitted.present_above or {}
        each = [replace(fitted, present_above={**given, part: above}) for above in tried]
        found = [_outcomes(folder, one, development) for one in each]
        worth = [missing_f1(one) + 0.5 * macro_f1(one) for one in found]
        good = [k for k, value in enumerate(worth) if value >= max(worth) - _CLOSE]
        fitted = each[min(good, key=lambda k: abs(tried[k] - _USUAL_THRESHOLD))]
    return fitted


def _outcomes(
    folder: Path, fitted: Calibration, development: Sequence[LabelledAnswer]
) -> list[Outcome]:
    reader = _remembering(folder, fitted)
    return [
        outcome
        for condition in CONDITIONS
        for outcome in outcomes(development, condition, reader)
    ]  # fmt: skip


_LOGITS: dict[tuple[Any, ...], Any] = {}


def _remembering(folder: Path, fitted: Calibration) -> EncoderReader:
    """Return a reader that runs the network once for the same words."""

    class Remembering(EncoderReader):
        def logits(self, sentences: Sequence[str], asked: str) -> Any:
            key = (str(folder), tuple(sentences), asked)
            if key not in _LOGITS:
                _LOGITS[key] = super().logits(sentences, asked)
            return _LOGITS[key]

    return Remembering(folder, fitted)
