"""Who reads an answer for STAR: the encoder, or the rules where the encoder can't be loaded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayback.analysis.encoder.reader import EncoderReader, load_encoder
from sayback.analysis.report import PARTS, STAR_PARTS
from sayback.analysis.star_reading import Reading, StoryReader
from sayback.analysis.star_rules import RuleLabeller
from sayback.analysis.viterbi import Scores
from sayback.transcript.clauses import split_clauses
from sayback.transcript.model import Transcript
from sayback.transcript.sentences import split_sentences

_STEP_BACK = -0.9
_SKIP = -0.3
_ASIDE = -0.4


class RuleReader:
    """Cue words and a chain that prefers S, T, A, R in that order."""

    def read(self, sentences: Sequence[str], asked: str) -> Reading:
        """Read an answer; the question plays no part."""
        return Reading(RuleLabeller().probabilities(sentences), transitions=_usual_order())


def default_reader() -> StoryReader:
    """Return the encoder, or the rules where its files or its runtime are missing."""
    return load_encoder() or RuleReader()


def story_sentences(
    transcript: Transcript, reader: StoryReader | None = None
) -> tuple[tuple[int, int], ...]:
    """Return an answer's sentences; where nothing is punctuated, cut where the encoder hears ends.

    Returns
    -------
    First and last word of each, both included, covering each word once.
    """
    heard = reader or default_reader()
    return split_sentences(
        transcript, cut=heard.cut if isinstance(heard, EncoderReader) else split_clauses
    )


def _usual_order() -> Scores:
    """Prefer S, T, A, R in that order, mildly: answers jump."""
    table = np.zeros((len(PARTS), len(PARTS)))
    for i in range(len(STAR_PARTS)):
        for j in range(len(STAR_PARTS)):
            if j < i:
                table[i, j] = _STEP_BACK
            elif j > i + 1:
                table[i, j] = _SKIP
        table[i, -1] = table[-1, i] = _ASIDE
    return table
