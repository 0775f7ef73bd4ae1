"""The take as a row of cells."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis import Report
from sayback.analysis.report import Filler, Fillers, Pause, Pauses, Star, StarSentence
from sayback.render.star_view import star_view
from sayback.tui.timeline import (
    BOOKMARK,
    FILLER,
    LONG_PAUSE,
    POSSIBLE,
    bands,
    cell_of,
    marks,
    shares,
)
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


def test_a_band_has_name_and_seconds_where_there_is_room_else_its_letter():
    assert [band.label for band in bands(STORY, 10, 34)] == [
        "▏Situation 5 s   ", "▏Action 5 s      ",
    ]  # fmt: skip
    assert [band.label for band in bands(STORY, 10, 20)] == ["▏S 5 s    ", "▏A 5 s    "]
    assert [band.label for band in bands(STORY, 10, 8)] == ["▏S  ", "▏A  "]


def test_where_star_does_not_apply_there_is_one_empty_band():
    story = dataclasses.replace(STORY, star=dataclasses.replace(STORY.star, applies=False))

    assert [band.label for band in bands(story, 10, 6)] == ["      "]


def test_fillers_and_long_pauses_have_signs_and_short_pauses_none():
    assert marks(STORY, 10, 10) == f"──{FILLER}────{POSSIBLE}─{LONG_PAUSE}"


def test_a_bookmark_is_seen_over_everything_else():
    assert marks(STORY, 10, 10, bookmarks=[2.0, 5.5])[2:6] == f"{BOOKMARK}──{BOOKMARK}"


PARTS = star_view(reports.rich()).parts


@pytest.mark.parametrize("width", [78, 100, 156, 240])
def test_every_part_is_held_against_its_advised_share_at_every_width(width):
    texts = [text for text, _ in shares(PARTS, width)]

    assert len(texts) == 4
    assert sum(map(len, texts)) + 6 <= width
    for part, text in zip(PARTS, texts, strict=False):
        assert part.part in text
        assert f"{part.seconds:.0f} s" in text
        assert part.advised.removeprefix("about ").removesuffix(" %") in text


def test_without_a_story_there_are_no_shares():
    assert shares((), 80) == ()


@given(st.floats(0, 1000), st.floats(0, 900), st.integers(1, 300))
def test_every_moment_has_a_cell(duration_s, time_s, width):
    assert 0 <= cell_of(time_s, duration_s, width) < width


@given(st.integers(8, 250))
def test_bands_fill_the_row_exactly(width):
    found = bands(reports.rich(), reports.rich().take.duration_s, width)

    assert sum(len(band.label) for band in found) == width
    assert [band.start for band in found[1:]] == [band.end for band in found[:-1]]
