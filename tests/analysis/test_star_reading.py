"""From probabilities to parts: what is shown occurs, what is not shown does not."""

import numpy as np
import pytest

from sayback.analysis.report import STAR_PARTS
from sayback.analysis.star_reading import Reading, choose_parts


def reading(*rows: tuple[float, ...]) -> Reading:
    """A reading in which a part is told as probably as by its likeliest sentence."""
    found = np.array(rows)
    shown = {part: float(found[:, k].max()) for k, part in enumerate(STAR_PARTS)}
    return Reading(found, shown=shown, shown_above=0.3)


def test_each_sentence_gets_its_likeliest_part_and_that_parts_probability() -> None:
    parts, sure = choose_parts(reading((0.9, 0, 0.1, 0, 0), (0, 0, 0.7, 0.2, 0.1)))
    assert parts == ["S", "A"]
    assert sure == pytest.approx([0.9, 0.7], abs=0.01)


def test_a_part_below_its_threshold_does_not_occur() -> None:
    parts, _ = choose_parts(reading((0.25, 0.28, 0.16, 0.15, 0.16), (0.1, 0.1, 0.6, 0.1, 0.1)))
    assert "T" not in parts
    assert parts[1] == "A"


def test_a_part_above_its_threshold_occurs_although_another_is_likelier_there() -> None:
    parts, sure = choose_parts(
        reading((0.9, 0, 0.1, 0, 0), (0.55, 0.4, 0.05, 0, 0), (0, 0, 0.9, 0.1, 0))
    )
    assert parts == ["S", "T", "A"]
    assert sure[1] == pytest.approx(0.4, abs=0.01)


def test_a_part_never_takes_the_last_sentence_of_another() -> None:
    parts, _ = choose_parts(reading((0.6, 0.4, 0, 0, 0), (0, 0, 1, 0, 0)))
    assert parts == ["S", "A"]


def test_the_chain_decides_where_the_sentence_does_not() -> None:
    rows = np.array([(0, 0, 0.1, 0.9, 0), (0, 0, 0.52, 0.48, 0), (0, 0, 0.1, 0.9, 0)])
    no_way_back = np.zeros((5, 5))
    no_way_back[3, 2] = -3.0
    assert choose_parts(Reading(rows))[0] == ["R", "A", "R"]
    assert choose_parts(Reading(rows, transitions=no_way_back))[0] == ["R", "R", "R"]


def test_nothing_said_has_no_parts() -> None:
    assert choose_parts(Reading(np.zeros((0, 5)))) == ([], [])


def test_what_is_told_in_no_single_sentence_may_be_told_all_the_same() -> None:
    rows = np.array([(0.9, 0.05, 0.05, 0, 0), (0.5, 0.3, 0.2, 0, 0), (0, 0, 0.9, 0.1, 0)])
    told = Reading(rows, shown={"T": 0.8}, shown_above=0.5)
    untold = Reading(rows, shown={"T": 0.2}, shown_above=0.5)
    assert choose_parts(told)[0] == ["S", "T", "A"]
    assert choose_parts(untold)[0] == ["S", "S", "A"]
