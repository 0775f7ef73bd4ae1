"""Where sentences end in words without any mark, as the encoder hears it.

Rules that look for "and then" find a quarter of the ends; who has read what follows finds most.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayback.analysis.encoder.network import Numbers
from sayback.analysis.encoder.readout import SENTENCE_ENDS
from sayback.analysis.encoder.streams import Stream, at_most_central


def end_logits(found: Sequence[Stream], outputs: Sequence[Numbers]) -> Numbers:
    """Return for each word the logit of a sentence ending there."""
    return at_most_central(found, outputs, last=True)[:, SENTENCE_ENDS]


def best_cuts(gains: Sequence[float], *, max_words: int) -> list[tuple[int, int]]:
    """Cut words where most is gained in sum, so that no sentence is longer than `max_words`.

    Parameters
    ----------
    gains
        What ending a sentence after each word adds; negative where none should end.

    Returns
    -------
    list of (first, last), both included, covering each word once.
    """
    total = len(gains)
    best = [0.0] + [-np.inf] * total
    origin = [0] * (total + 1)
    for end in range(1, total + 1):
        gained = float(gains[end - 1]) if end < total else 0.0
        for begin in range(max(0, end - max_words), end):
            if best[begin] + gained > best[end]:
                best[end], origin[end] = best[begin] + gained, begin
    cuts: list[tuple[int, int]] = []
    end = total
    while end:
        cuts.append((origin[end], end - 1))
        end = origin[end]
    return cuts[::-1]
