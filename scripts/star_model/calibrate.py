"""Fits on the development answers what turns the network's numbers into probabilities and parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from encoder_model.logistic import logistic
from evaluation.labelled import LabelledAnswer
from evaluation.resample import f1
from evaluation.star import Condition, Outcome, judged, macro_f1, missing_f1, outcomes
from sayback.analysis.encoder.network import Numbers
from sayback.analysis.encoder.reader import Calibration, EncoderReader, best_logit, softmax
from sayback.analysis.report import PARTS, STAR_PARTS
from star_model.segments import as_labelled, as_product
from star_model.variants import unpunctuated

CONDITIONS = (
    Condition(),
    Condition(cut="as labelled", asked="typed"),
    Condition(punctuated=False),
    Condition(asked="not known"),
)
_WORTH_A_PRIOR = 0.004
"""The chain stays out unless it adds this much to macro-F1."""
_USUAL_THRESHOLD = 0.5
_CLOSE = 0.05
"""Forty missing parts can't tell thresholds apart that differ by less than this."""


def fit(
    folder: Path, training: Sequence[LabelledAnswer], development: Sequence[LabelledAnswer]
) -> Calibration:
    """Fit sentence ends, temperature, chain, thresholds and caution, in this order."""
    fitted = Calibration(
        ends_shift=_ends_shift(EncoderReader(folder, Calibration()), development),
        transitions=_transitions(training),
    )
    logits, shares, applies, told = _read(EncoderReader(folder, fitted), development)
    scale, shift = _platt(applies, told)
    fitted = replace(
        fitted,
        temperature=_temperature(logits, shares),
        applies_scale=scale,
        applies_shift=shift,
    )
    fitted = replace(fitted, shown=_shown(_Remembering(folder, fitted), fitted, development))
    fitted = _with_chain(folder, fitted, development)
    fitted = _with_threshold(folder, fitted, development)
    return replace(fitted, caution=_caution(_outcomes(folder, fitted, development)))


def as_json(fitted: Calibration) -> dict[str, Any]:
    """Return what `star.json` holds."""
    values = asdict(fitted)
    values["parts"] = list(PARTS)
    return values


def _read(
    reader: EncoderReader, development: Sequence[LabelledAnswer]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return logits and labels of sentences as labelled and as Sayback cuts unmarked words."""
    rows: list[np.ndarray] = []
    shares: list[tuple[float, ...]] = []
    applies: list[float] = []
    told: list[bool] = []
    for answer in development:
        bare = [unpunctuated(text) for text in answer.sentences]
        for cut in (
            as_labelled(answer.sentences, answer.parts),
            as_product(bare, answer.parts, cutter=reader.cut),
        ):
            heard = reader.logits([text for text, _ in cut], answer.question)
            applies.append(heard.applies)
            told.append(answer.applies)
            if answer.applies:
                rows += list(heard.parts)
                shares += [share for _, share in cut]
    return np.array(rows), np.array(shares), np.array(applies), np.array(told, dtype=np.float64)


def _ends_shift(reader: EncoderReader, development: Sequence[LabelledAnswer]) -> float:
    """Return what finds the most ends of sentences with the fewest wrong ones."""
    logits: list[np.ndarray] = []
    true: list[bool] = []
    for answer in development:
        texts = [unpunctuated(text).split() for text in answer.sentences]
        found = reader.end_logits([word for text in texts for word in text])
        logits.append(found[:-1])
        true += [k == len(text) - 1 for text in texts for k in range(len(text))][:-1]
    ends, gains = np.array(true), np.concatenate(logits)

    def worth(shift: float) -> float:
        said = gains + shift > 0
        return f1(int((said & ends).sum()), int((ends & ~said).sum()), int((said & ~ends).sum()))

    return float(max(np.round(np.arange(-1.0, 2.6, 0.25), 2).tolist(), key=worth))


def _temperature(logits: np.ndarray, shares: np.ndarray) -> float:
    """Return the divisor that makes the labels likeliest (Guo et al. 2017)."""
    tried = np.exp(np.linspace(np.log(0.3), np.log(3.0), 60))
    costs = [-(shares * np.log(softmax(logits / t) + 1e-9)).sum(axis=1).mean() for t in tried]
    return float(tried[int(np.argmin(costs))])


def _caution(found: Sequence[Outcome]) -> float:
    """Return what makes confidences as high as labels are right, over all conditions."""
    sure, right = np.array(judged(found), dtype=np.float64).T
    sure = np.clip(sure, 0.01, 0.999)

    def cost(caution: float) -> float:
        odds = (sure / (1 - sure)) ** (1 / caution)
        p = odds / (1 + odds)
        return float(-(right * np.log(p) + (1 - right) * np.log(1 - p)).mean())

    return min(np.round(np.arange(0.8, 3.01, 0.1), 2).tolist(), key=cost)


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


def _shown(
    reader: EncoderReader, fitted: Calibration, development: Sequence[LabelledAnswer]
) -> tuple[float, float, float]:
    """Return a logistic curve over two logits, of a part's being told at all.

    One curve for all parts, over the mean: each part alone is missing too seldom to fit more.
    """
    rows: list[tuple[float, float]] = []
    for answer in development:
        if not answer.applies:
            continue
        bare = [unpunctuated(text) for text in answer.sentences]
        for texts in (answer.sentences, bare):
            cut = as_product(texts, answer.parts, cutter=reader.cut)
            heard = reader.logits([text for text, _ in cut], answer.question)
            sure = softmax(heard.parts / fitted.temperature)
            rows += [
                ((heard.shown[k] + best_logit(sure[:, k])) / 2, float(part not in answer.missing))
                for k, part in enumerate(STAR_PARTS)
            ]
    table = np.array(rows)
    scale, shift = np.round(logistic(table[:, :1], table[:, 1]), 3).tolist()
    return scale / 2, scale / 2, shift


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
    tried = [replace(fitted, transition_weight=weight) for weight in (0.0, 0.3)]
    gained = [macro_f1(_outcomes(folder, each, development)) for each in tried]
    best = int(np.argmax(gained))
    return tried[best] if gained[best] > gained[0] + _WORTH_A_PRIOR else fitted


def _with_threshold(
    folder: Path, fitted: Calibration, development: Sequence[LabelledAnswer]
) -> Calibration:
    """Choose from which probability on a part is told; of equally good ones the most usual."""
    tried = np.round(np.arange(0.3, 0.81, 0.1), 2).tolist()
    each = [replace(fitted, shown_above=above) for above in tried]
    found = [_outcomes(folder, one, development) for one in each]
    worth = [missing_f1(one) + 0.5 * macro_f1(one) for one in found]
    good = [k for k, value in enumerate(worth) if value >= max(worth) - _CLOSE]
    return each[min(good, key=lambda k: abs(tried[k] - _USUAL_THRESHOLD))]


def _outcomes(
    folder: Path, fitted: Calibration, development: Sequence[LabelledAnswer]
) -> list[Outcome]:
    reader = _Remembering(folder, fitted)
    return [
        outcome
        for condition in CONDITIONS
        for outcome in outcomes(development, condition, reader)
    ]  # fmt: skip


_SEEN: dict[tuple[int, ...], Numbers] = {}


class _Remembering(EncoderReader):
    """Runs the network once for the same words."""

    def _run(self, ids: Sequence[int]) -> Numbers:
        key = tuple(ids)
        if key not in _SEEN:
            _SEEN[key] = super()._run(ids)
        return _SEEN[key]
