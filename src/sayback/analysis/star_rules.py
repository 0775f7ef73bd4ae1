"""A sentence labeller by rules: cue words and where in the answer a sentence stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from sayback.analysis.fillers_tokens import normalised
from sayback.analysis.report import PARTS, Part
from sayback.analysis.star_cues import cue_weights
from sayback.analysis.viterbi import Scores
from sayback.transcript.word_sets import word_set

EVIDENCE = 0.9
"""Summed weight of cues from which a sentence is lexical evidence of a part."""
_OTHER = 0.15
"""What a sentence without any cue scores for O."""
_NO_EVIDENCE = -8.0
_STRENGTH = 1.6
"""How much a cue of weight 1 counts against the others, in natural logarithms."""

_PLACES: dict[Part, tuple[float, float]] = {
    "S": (0.05, 0.25),
    "T": (0.25, 0.2),
    "A": (0.55, 0.3),
    "R": (0.95, 0.25),
}
"""Where in an answer, 0 to 1, a part usually stands, and how far it strays."""
_HUMS = word_set("um uh er erm hmm mm umm uhm uhh ah oh")


class SentenceLabeller(Protocol):
    """Whatever reads the sentences of one answer and says which part each is."""

    def probabilities(self, sentences: Sequence[str]) -> Scores:
        """Return an array of shape (n, 5): S, T, A, R, O for each sentence; rows add up to 1."""


class RuleLabeller:
    """Cue words and position; knows nothing that it was not told in `star_cues`."""

    def probabilities(self, sentences: Sequence[str]) -> Scores:
        """Return probabilities for each sentence, from its words and its place.

        A part without lexical evidence anywhere in the answer gets next to nothing: a place alone
        makes no Result.
        """
        count = len(sentences)
        if not count:
            return np.zeros((0, len(PARTS)))
        weights = [cue_weights(bare(sentence)) for sentence in sentences]
        scores = np.array([[_score(w, part) for part in PARTS] for w in weights])
        for column, part in enumerate(PARTS[:-1]):
            usual, spread = _PLACES[part]
            places = np.arange(count) / max(count - 1, 1)
            scores[:, column] -= 0.5 * np.minimum(((places - usual) / spread) ** 2, 4.0) / _STRENGTH
            if not any(w[part] >= EVIDENCE for w in weights):
                scores[:, column] = _NO_EVIDENCE
        odds = np.exp(_STRENGTH * (scores - scores.max(axis=1, keepdims=True)))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float64)


def bare(sentence: str) -> str:
    """Return a sentence in lower case, without outer punctuation and filled pauses."""
    words = (normalised(token) for token in sentence.split())
    kept = [word for word in words if word and word not in _HUMS]
    text = " ".join(kept)
    for marker in ("you know ", "i mean ", "kind of ", "sort of ", "basically ", "actually "):
        text = text.replace(marker, "")
    return text


def _score(weights: dict[Part, float], part: Part) -> float:
    # A second and third cue of the same part say less than the first.
    weight = weights[part]
    capped = weight if weight <= 2.0 else 2.0 + 0.4 * (weight - 2.0)
    return capped + _OTHER if part == "O" else capped
