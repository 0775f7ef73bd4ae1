"""A logistic curve finds the odds that are in the numbers."""

import numpy as np
import pytest

from encoder_model.logistic import logistic


def test_without_any_difference_only_the_shift_says_how_often() -> None:
    weight, shift = logistic(np.zeros((1000, 1)), np.array([1.0] * 750 + [0.0] * 250))
    assert weight == pytest.approx(0.0)
    assert shift == pytest.approx(np.log(3), abs=0.01)


def test_the_curve_that_made_the_cases_is_found_again() -> None:
    random = np.random.default_rng(3)
    numbers = random.normal(size=(20000, 2))
    odds = 1.5 * numbers[:, 0] - 0.5 * numbers[:, 1] + 0.25
    true = (random.random(20000) < 1 / (1 + np.exp(-odds))).astype(float)
    assert logistic(numbers, true) == pytest.approx([1.5, -0.5, 0.25], abs=0.08)


def test_what_separates_all_cases_gets_no_boundless_weight() -> None:
    weight, _ = logistic(np.array([[-1.0], [1.0]] * 20), np.array([0.0, 1.0] * 20))
    assert 1 < weight < 10
