"""F1 over cases: known answers."""

import pytest

from evaluation.resample import f1, label_f1


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    # Two of three found, two of four right: 2 * (2/3 * 1/2) / (2/3 + 1/2).
    assert f1(hits=2, missed=1, invented=2) == pytest.approx(4 / 7)


def test_where_nothing_was_to_be_found_and_nothing_was_said_all_is_well() -> None:
    assert f1(0, 0, 0) == 1.0
    assert label_f1([("S", "S")], "R") == 1.0


def test_each_label_has_its_own_hits() -> None:
    pairs = [("S", "S"), ("S", "A"), ("A", "A"), ("R", "A")]
    assert label_f1(pairs, "S") == pytest.approx(2 / 3)
    assert label_f1(pairs, "A") == pytest.approx(2 / 4)
    assert label_f1(pairs, "R") == 0.0
