"""Labels are read at separators, averaged over the sentence, in the most central window."""

import numpy as np
import pytest

from sayback.analysis.encoder.layout import windows
from sayback.analysis.encoder.readout import (
    AT_SEPARATOR,
    AT_START,
    COLUMNS,
    IN_ANSWER,
    IN_SENTENCE,
    applies_logit,
    part_logits,
)


def test_a_sentence_gets_its_separators_logits_and_the_mean_over_its_tokens() -> None:
    found = windows([], [[1, 2, 3], [4]])
    numbers = np.zeros((len(found[0].ids), COLUMNS))
    first, separator = found[0].spans[0]
    numbers[separator, AT_SEPARATOR] = [1, 2, 3, 4, 5]
    numbers[first, IN_SENTENCE] = [8, 0, 0, 0, 0]
    logits = part_logits(found, [numbers])
    assert logits[0].tolist() == [3, 2, 3, 4, 5]
    assert logits[1].tolist() == [0, 0, 0, 0, 0]


def test_of_two_windows_the_more_central_one_speaks() -> None:
    found = windows([], [[7] * 49] * 20)
    outputs = [np.full((len(window.ids), COLUMNS), float(k)) for k, window in enumerate(found)]
    logits = part_logits(found, outputs)[:, 0].tolist()
    assert logits == sorted(logits)
    assert logits[0] == 0.0
    assert logits[-1] == 2.0 * (len(found) - 1)


def test_whether_star_applies_is_the_mean_over_windows() -> None:
    one, two = np.zeros((4, COLUMNS)), np.zeros((2, COLUMNS))
    one[0, AT_START], one[:, IN_ANSWER] = 3.0, 1.0
    two[1, AT_START] = 100.0
    assert applies_logit([one, two]) == pytest.approx(2.0)
