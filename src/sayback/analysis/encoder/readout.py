"""What the encoder tells of each token: parts, what is there at all, where sentences end."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayback.analysis.encoder.layout import Window, central_window
from sayback.analysis.encoder.network import Numbers
from sayback.analysis.report import PARTS

AT_SEPARATOR = slice(0, len(PARTS))
"""Logits of S, T, A, R and O, read at a sentence's separator."""
IN_SENTENCE = slice(len(PARTS), 2 * len(PARTS))
"""The same, averaged over the sentence's tokens and added."""
AT_START = 2 * len(PARTS)
"""Logit of STAR applying, read at the first token."""
IN_ANSWER = AT_START + 1
"""The same, averaged over all tokens and added."""
SENTENCE_ENDS = IN_ANSWER + 1
"""Logit of a sentence ending here, read at a word's last token where nothing is punctuated."""
SHOWN_AT_START = slice(SENTENCE_ENDS + 1, SENTENCE_ENDS + len(PARTS))
"""Logits of S, T, A and R occurring at all, read at the first token."""
SHOWN_IN_ANSWER = slice(SHOWN_AT_START.stop, SHOWN_AT_START.stop + len(PARTS) - 1)
"""The same, averaged over all tokens and added."""
COLUMNS = SHOWN_IN_ANSWER.stop


def part_logits(found: Sequence[Window], outputs: Sequence[Numbers]) -> Numbers:
    """Return logits of S, T, A, R and O for each sentence, from where it stands most central.

    Parameters
    ----------
    found
        The answer's windows.
    outputs
        One array of shape (tokens, COLUMNS) for each window.
    """
    count = max(window.first_sentence + len(window.spans) for window in found)
    rows: list[Numbers] = []
    for sentence in range(count):
        number = central_window(found, sentence)
        first, separator = found[number].spans[sentence - found[number].first_sentence]
        numbers = outputs[number]
        inside = numbers[first : separator + 1, IN_SENTENCE].mean(axis=0)
        rows.append(numbers[separator, AT_SEPARATOR] + inside)
    return np.array(rows, dtype=np.float64)


def applies_logit(outputs: Sequence[Numbers]) -> float:
    """Return the logit of STAR applying, averaged over the windows."""
    each = [numbers[0, AT_START] + numbers[:, IN_ANSWER].mean() for numbers in outputs]
    return float(np.mean(each))


def shown_logits(outputs: Sequence[Numbers]) -> Numbers:
    """Return the logits of S, T, A and R occurring at all: where one window shows a part."""
    each = [
        numbers[0, SHOWN_AT_START] + numbers[:, SHOWN_IN_ANSWER].mean(axis=0) for numbers in outputs
    ]
    return np.asarray(np.max(each, axis=0), dtype=np.float64)
