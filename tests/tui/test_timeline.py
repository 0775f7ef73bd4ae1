"""The take as a row of cells."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis import Report
from sayback.analysis.report import Filler, Fillers, Pause, Pauses, Star, StarSentence
from sayback.tui.timeline import FILLER, LONG_PAUSE, POSSIBLE, bands, cell_of, marks
from tests.render import reports


def sentence(part, start, end):
    return StarSentence("", (0, 0), start, end, part, 0.9)


STORY = Report(
    star=Star(applies=True, sentences=(sentence("S", 0, 4.9), sentence("A", 5, 10))),
    fillers=Fillers(
        items=(
            Filler("filled_pause", "um", (0,), 2.0, 2.4, None),
            Filler("possible", "um", (), 7.0, 7.4, None),
        )
    ),
    pauses=Pauses(items=(Pause(4.0, 4.4, "boundary"), Pause(8.0, 10.0, "mid_clause"))),
)


def test_parts_follow_each_other():
    assert [(band.start, band.end, band.part) for band in bands(STORY, 10, 20)] == [
        (0, 10, "S"), (10, 20, "A"),
    ]  # fmt: skip


def test_a_band_has_its_name_where_there_is_room_else_its_letter():
    assert [band.label for band in bands(STORY, 10, 24)] == [" Situation  ", " Action     "]
    assert [band.label for band in bands(STORY, 10, 8)] == [" S  ", " A  "]


def test_where_star_does_not_apply_there_is_one_empty_band():
    story = dataclasses.replace(STORY, star=dataclasses.replace(STORY.star, applies=False))

    assert [band.label for band in bands(story, 10, 6)] == ["      "]


def test_fillers_and_long_pauses_have_signs_and_short_pauses_none():
    assert marks(STORY, 10, 10) == f"──{FILLER}────{POSSIBLE}─{LONG_PAUSE}"


@given(st.floats(0, 1000), st.floats(0, 900), st.integers(1, 300))
def test_every_moment_has_a_cell(duration_s, time_s, width):
    assert 0 <= cell_of(time_s, duration_s, width) < width


@given(st.integers(8, 250))
def test_bands_fill_the_row_exactly(width):
    found = bands(reports.rich(), reports.rich().take.duration_s, width)

    assert sum(len(band.label) for band in found) == width
    assert [band.start for band in found[1:]] == [band.end for band in found[:-1]]
