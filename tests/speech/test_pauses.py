from __future__ import annotations

import pytest

from sayback.speech import Region, Speech, silent_gaps
from sayback.speech.pauses import gaps, holds_cut

SPEECH = Speech((Region(1.0, 2.0), Region(2.1, 3.0), Region(3.25, 4.0), Region(6.0, 7.0)), 9.0)


def test_gaps_lie_between_neighbours_and_not_at_the_ends() -> None:
    assert gaps(SPEECH) == (Region(2.0, 2.1), Region(3.0, 3.25), Region(4.0, 6.0))


def test_a_gap_of_exactly_the_least_length_counts() -> None:
    assert silent_gaps(SPEECH, min_s=0.25) == (Region(3.0, 3.25), Region(4.0, 6.0))
    assert silent_gaps(SPEECH, min_s=0.26) == (Region(4.0, 6.0),)


def test_frame_times_that_do_not_add_up_exactly_still_count() -> None:
    speech = Speech((Region(0.0, 0.1 + 0.2), Region(0.1 + 0.2 + 0.25 - 1e-12, 1.0)), 1.0)
    assert len(silent_gaps(speech, min_s=0.25)) == 1


def test_a_gap_in_which_the_recorder_was_paused_is_no_pause() -> None:
    assert silent_gaps(SPEECH, min_s=0.25, cuts=(5.0,)) == (Region(3.0, 3.25),)


@pytest.mark.parametrize("cut", [4.0, 6.0])
def test_a_cut_at_the_gaps_edge_is_inside(cut: float) -> None:
    assert holds_cut(Region(4.0, 6.0), (cut,))


def test_a_cut_inside_speech_changes_nothing() -> None:
    assert len(silent_gaps(SPEECH, min_s=0.25, cuts=(1.5, 8.0))) == 2


@pytest.mark.parametrize("regions", [(), (Region(1.0, 2.0),)])
def test_without_two_regions_there_is_no_gap(regions: tuple[Region, ...]) -> None:
    assert silent_gaps(Speech(regions, 3.0), min_s=0.0) == ()
