"""Fits what the network and the rules add up to, on passages that neither had seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from encoder_model.logistic import logistic
from evaluation.fillers import kind_f1, outcome
from evaluation.labelled import LabelledPassage
from evaluation.resample import f1
from sayback.analysis.encoder.tagger import COLUMNS, FillerTagger, Weighing, Weighings
from sayback.analysis.fillers_filled import find_filled_pauses, without_filled_pauses
from sayback.analysis.fillers_judges import NetworkAndRules
from sayback.analysis.fillers_markers import find_candidates, without_markers
from sayback.analysis.fillers_repetitions import rate_repetitions
from sayback.analysis.fillers_tokens import Tokens, read_tokens
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text

RULES_SAW = ("w01", "w02", "w03", "w04", "w05", "w06")
"""Writers whose passages for training and development the rules were made from."""
_START = Weighing(heard=1.0, ruled=0.0, shift=0.0, above=0.5)
_SURE = np.round(np.arange(0.5, 0.96, 0.05), 2).tolist()
_CLOSE = 0.01
"""What may be lost for the milder threshold, which so few passages can't tell from the best."""
_ABOVE = np.round(np.arange(0.35, 0.66, 0.05), 2).tolist()

Row = tuple[float, float, float]
"""The network's logit, how sure the rules are, and whether it is a filler."""


def fit(folder: Path, development: Sequence[LabelledPassage]) -> Weighings:
    """Fit markers first, then repetitions among what is left."""
    unseen = [passage for passage in development if not passage.id.startswith(RULES_SAW)]
    found = Weighings(_START, _START, sure=0.5)
    for kind in ("marker", "repetition"):
        judge = FillerTagger(folder, found)
        rows = [row for passage in unseen for row in _rows(passage, judge, kind)]
        found = replace(found, **{kind: _weighing(rows)})
    return _with_certainty(folder, found, unseen)


def _with_certainty(
    folder: Path, fitted: Weighings, unseen: Sequence[LabelledPassage]
) -> Weighings:
    """Choose how sure the surest must be, by the passages without any and by what others lose."""

    def worth(sure: float) -> float:
        judge = NetworkAndRules(FillerTagger(folder, replace(fitted, sure=sure)))
        found = [outcome(passage, judge) for passage in unseen]
        clean = [each for each in found if each.clean]
        left = sum(not any(each.found) for each in clean) / len(clean)
        return left + kind_f1(found, "marker") + kind_f1(found, "repetition")

    worths = [worth(sure) for sure in _SURE]
    good = [sure for sure, each in zip(_SURE, worths, strict=True) if each >= max(worths) - _CLOSE]
    return replace(fitted, sure=float(min(good)))


def _weighing(rows: Sequence[Row]) -> Weighing:
    table = np.array(rows)
    heard, ruled, shift = np.round(logistic(table[:, :2], table[:, 2]), 3).tolist()
    made = Weighing(heard, ruled, shift, 0.5)
    sure = np.array([made.probability(logit, rule) for logit, rule, _ in rows])
    true = table[:, 2] > 0.5

    def worth(above: float) -> float:
        said = sure >= above
        return f1(int((said & true).sum()), int((true & ~said).sum()), int((said & ~true).sum()))

    worths = [worth(above) for above in _ABOVE]
    good = [a for a, each in zip(_ABOVE, worths, strict=True) if each >= max(worths) - _CLOSE / 2]
    return replace(made, above=float(min(good, key=lambda above: abs(above - 0.5))))


def _rows(passage: LabelledPassage, tagger: FillerTagger, kind: str) -> list[Row]:
    transcript = Transcript(from_text(" ".join(passage.words)))
    everything = read_tokens(transcript)
    spoken = without_filled_pauses(everything, find_filled_pauses(everything))
    heard = NetworkAndRules(tagger).listen(everything)
    column = COLUMNS.index(kind)

    def row(tokens: Tokens, places: Sequence[int], rule: float | None) -> Row:
        true = all(passage.kinds[tokens[at].index] == kind for at in places)
        return heard.logit(tokens, places, column), rule or 0.0, float(true)

    if kind == "marker":
        return [row(spoken, each.places, each.rule) for each in find_candidates(spoken)]
    plain = without_markers(spoken, heard.markers(spoken))
    ruled = rate_repetitions(plain)
    return [row(plain, [at], ruled.get(at)) for at in range(len(plain))]
