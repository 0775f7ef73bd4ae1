"""The chain: what the best path and the posteriors are, against trying every sequence."""

from itertools import pairwise, product

import numpy as np
import pytest

from sayback.analysis.viterbi import Scores, best_path, posteriors


def every_sequence(scores: Scores, transitions: Scores) -> dict[tuple[int, ...], float]:
    count, labels = scores.shape
    return {
        path: sum(scores[i, label] for i, label in enumerate(path))
        + sum(transitions[a, b] for a, b in pairwise(path))
        for path in product(range(labels), repeat=count)
    }


@pytest.mark.parametrize("seed", range(5))
def test_against_brute_force(seed: int) -> None:
    random = np.random.default_rng(seed)
    scores, transitions = random.normal(size=(5, 3)), random.normal(size=(3, 3))
    totals = every_sequence(scores, transitions)
    assert tuple(best_path(scores, transitions)) == max(totals, key=lambda path: totals[path])
    weights = {path: np.exp(total) for path, total in totals.items()}
    expected = [
        [sum(w for path, w in weights.items() if path[i] == label) for label in range(3)]
        for i in range(5)
    ]
    assert posteriors(scores, transitions) == pytest.approx(
        np.array(expected) / sum(weights.values())
    )


def test_transitions_decide_between_equal_scores() -> None:
    transitions = np.array([[0.0, 1.0], [-1.0, 0.0]])
    assert list(best_path(np.zeros((2, 2)), transitions)) == [0, 1]


def test_an_answer_without_sentences_has_an_empty_path() -> None:
    assert len(best_path(np.zeros((0, 5)), np.zeros((5, 5)))) == 0
    assert posteriors(np.zeros((0, 5)), np.zeros((5, 5))).shape == (0, 5)
