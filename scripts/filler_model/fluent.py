"""Stretches of answers without any false start, to stumble over on purpose."""

from __future__ import annotations

import random
from collections.abc import Sequence

from evaluation.labelled import LabelledAnswer
from filler_model.passages import UNKNOWN, Example
from sayback.analysis.fillers import find_fillers
from sayback.analysis.fillers_judges import Rules
from sayback.analysis.fillers_tokens import normalised
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text
from sayback.transcript.word_sets import word_set

_SENTENCES = 5
_LISTED = word_set("""
    like so right okay ok well actually basically literally kinda sorta y'know you know i mean kind
    sort of
""")
"""Whether these are markers nobody has labelled here."""


def stretches(answers: Sequence[LabelledAnswer]) -> list[Example]:
    """Return stretches of five sentences in which the rules find nothing given up and no hum."""
    found: list[Example] = []
    for answer in answers:
        for at in range(0, len(answer.sentences), _SENTENCES):
            words = " ".join(answer.sentences[at : at + _SENTENCES]).split()
            fillers = find_fillers(Transcript(from_text(" ".join(words))), Rules())
            if len(words) > 20 and all(filler.kind == "marker" for filler in fillers):
                kinds = tuple(UNKNOWN if normalised(w) in _LISTED else None for w in words)
                found.append(Example(tuple(words), kinds))
    return found


def drawn(found: Sequence[Example], count: int, chance: random.Random) -> list[Example]:
    """Return some of them, none twice."""
    return chance.sample(list(found), min(count, len(found)))
