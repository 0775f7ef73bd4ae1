"""How often what is said with some confidence is right."""

import pytest

from evaluation.reliability import as_markdown, reliability


def test_a_row_for_each_range_in_which_anything_was_said() -> None:
    low, high = reliability([(0.4, False), (0.45, True), (0.97, True), (1.0, True)])
    assert (low.low, low.high, low.cases, low.right) == (0.35, 0.5, 2, 0.5)
    assert (high.low, high.high, high.cases, high.right) == (0.95, 1.0, 2, 1.0)
    assert low.mean_confidence == pytest.approx(0.425)


def test_the_table_names_what_was_counted() -> None:
    text = as_markdown(reliability([(0.97, True)]), "sentences")
    assert text.splitlines() == [
        "| confidence | sentences | mean confidence | right |",
        "|---|---|---|---|",
        "| 0.95 to 1.00 | 1 | 0.97 | 1.00 |",
    ]
