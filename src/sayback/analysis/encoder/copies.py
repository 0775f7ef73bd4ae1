"""Where words are said again soon after: what a small network overlooks and a search finds.

Marks like these, given beside the words, are what found most repairs before networks had read
much text (Zayats, Ostendorf and Hajishirzi 2016, "Disfluency detection using a bidirectional
LSTM"); a network of few layers that has learnt from few passages gains by them still.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayback.analysis.fillers_filled import sounds_filled
from sayback.analysis.fillers_tokens import normalised
from sayback.analysis.lexicon import pronoun_base

REACH = 7
"""So many words on, the same word counts as said again."""
MARKS = 3 * REACH + 3
_NEXT, _LAST, _WITHIN = 0, REACH, 2 * REACH
_IN_A_ROW, _BEGINS_NEXT, _FILLED = range(3 * REACH, MARKS)


def copy_marks(words: Sequence[str]) -> npt.NDArray[np.float32]:
    """Mark each word's copies.

    Parameters
    ----------
    words
        As transcribed; filled pauses among them don't count as distance.

    Returns
    -------
    Shape (words, MARKS), 0 or 1. Of each word: how far on it is said again and how far back it
    was said (one column a distance), how far a stretch reaches that it lies in and that begins
    again after it, whether the word after it is said again as well, whether it begins the next
    word, and whether it is a filled pause.
    """
    marks = np.zeros((len(words), MARKS), np.float32)
    norms = [normalised(word) for word in words]
    spoken: list[int] = []
    for at, norm in enumerate(norms):
        if sounds_filled(norm):
            marks[at, _FILLED] = 1
        elif norm:
            spoken.append(at)
    _mark_copies(marks, spoken, [pronoun_base(norms[at]) for at in spoken])
    for first, second in pairwise(spoken):
        is_part = norms[first] != norms[second] and norms[second].startswith(norms[first])
        marks[first, _BEGINS_NEXT] = is_part
    return marks


def _mark_copies(
    marks: npt.NDArray[np.float32], spoken: Sequence[int], norms: Sequence[str]
) -> None:
    ends = len(norms)
    for at in range(ends):
        again = next(
            (d for d in range(1, REACH + 1) if at + d < ends and norms[at + d] == norms[at]), None
        )
        if again is None:
            continue
        marks[spoken[at], _NEXT + again - 1] = 1
        marks[spoken[at + again], _LAST + again - 1] = 1
        if at + again + 1 < ends and norms[at + 1] == norms[at + again + 1]:
            marks[spoken[at], _IN_A_ROW] = 1
        for within in range(at, at + again):
            row = marks[spoken[within]]
            if not row[_WITHIN : _WITHIN + again].any():
                # The shortest such stretch is the likeliest to have been given up.
                row[_WITHIN : _WITHIN + REACH] = 0
                row[_WITHIN + again - 1] = 1
