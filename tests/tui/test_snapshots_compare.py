"""Pictures of the Compare screen."""

from __future__ import annotations

import dataclasses

import pytest

from sayback.analysis.report import Rate, Shares
from sayback.tui.messages import OpenComparison
from tests.compare.cut import without_filler
from tests.render import reports
from tests.tui.pictures import SMALL, WITH_LARGE, pictures
from tests.tui.pilots import settle, until
from tests.tui.stage import DIVE_DEEP, Stage, add_take

USUAL_WPM = (148.0, 155.0, 150.0, 161.0, 152.0)


@pytest.fixture
def scene(scene: Stage) -> Stage:
    """A take, a later one that is slower and lacks a filler, and some to know what is usual."""
    told = reports.rich()
    for day, wpm in enumerate(USUAL_WPM):
        usual = dataclasses.replace(told, pace=dataclasses.replace(told.pace, wpm=wpm))
        add_take(scene.library, f"2026-11-1{day}/190000-x", DIVE_DEEP, usual)
    later = without_filler(told, 0)
    later = dataclasses.replace(
        later,
        pace=dataclasses.replace(told.pace, wpm=131.0),
        fillers=dataclasses.replace(later.fillers, filled_pauses=Rate(2, 2.1, 1.5)),
        star=dataclasses.replace(told.star, shares=Shares(0.14, 0.1, 0.52, 0.18, 0.06)),
    )
    kept = add_take(scene.library, "2026-11-23/070000-dive-deep", DIVE_DEEP, later)
    scene.library.save(dataclasses.replace(kept, starred=True))
    return scene


async def words(pilot, scene):
    """The words of both; on a larger screen the figures too."""
    a, b = (scene.library.get(name) for name in ("143205-dive-deep", "070000-dive-deep"))
    pilot.app.screen.post_message(OpenComparison(a, b))
    await until(pilot, lambda: getattr(pilot.app.screen, "_comparison", None))
    await settle(pilot)


async def figures(pilot, scene):
    """The figures of both."""
    await words(pilot, scene)
    await pilot.press("2")


@pictures(WITH_LARGE, words)
def test_where_one_stays(same_picture, steps, look):
    assert same_picture(steps, look)


@pictures(SMALL, figures)
def test_where_there_is_room_for_one_pane(same_picture, steps, look):
    assert same_picture(steps, look)


@pictures(SMALL[:1], words, figures)
def test_without_colour(same_picture, monkeypatch, steps, look):
    monkeypatch.setenv("NO_COLOR", "1")

    assert same_picture(steps, look)
